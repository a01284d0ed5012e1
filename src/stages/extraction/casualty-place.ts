/** The place that the people of a finding are told of, among them or right after: «… وعدد من الجرحى في البلدة». */
import { fitting } from '../../arabic/word-memory.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import type { CasualtyText } from './casualty-text.ts';
import { spansWithin } from './spans-within.ts';

/** Words between «في» and the name of the place: «في مدينة». */
const PLACE_REACH = 4;

/** The one place among the tokens, or where there is none the place after them, or between them and «خلفت». */
export function placeOf(text: CasualtyText, first: number, last: number): PlaceFound | null {
  const inside = spansWithin(text.reading.entities.places, first, last).filter(
    ({ use }) => use === 'location',
  );
  if (inside.length > 0) return inside.length === 1 ? (inside[0] ?? null) : null;
  return placeAfter(text, last) ?? placeBefore(text, first);
}

const isEffect = fitting(/^[وف]?(?:ت|ي)?(?:خلف|اسفر|ادي|ادت|اوقع|تسبب|سبب|حصد|نجم)(?:ت|وا|ا|تا)?$/);

/** «غارات على (أ) و(ب)، خلفت في (ب) شهيدين», «أسفرت في (ب) عن مقتل شخصين». */
function placeBefore(text: CasualtyText, first: number): PlaceFound | null {
  const end = /^(?:عن|الي)$/.test(text.norm(first - 1)) ? first - 2 : first - 1;
  const before = spansWithin(text.reading.entities.places, end - PLACE_REACH, end).findLast(
    (place) => place.last === end && place.use === 'location',
  );
  if (before === undefined) return null;
  for (let at = before.first - 1; at >= before.first - PLACE_REACH; at--)
    if (text.fits(at, isEffect)) return before;
  return null;
}

const isDying = fitting(/^(?:قض|قتل|اعدم|استشهد|سقط)(?:وا|ا|ن|ت)$/);
const isWay = fitting(/^بال(?:طريقه|اسلوب)$/);
const isSame = fitting(/^(?:ذاتها|نفسها|عينها|ذاته|نفسه)$/);

/** «تسعة آخرين قضوا بالطريقة ذاتها | في (أ)»: the last token of how they died, or of the people. */
function pastWay(text: CasualtyText, people: number): number {
  const way = text.fits(people + 1, isDying) ? people + 2 : people + 1;
  return text.fits(way, isWay) && text.fits(way + 1, isSame) ? way + 1 : people;
}

function placeAfter(text: CasualtyText, people: number): PlaceFound | null {
  const last = pastWay(text, people);
  const [at] = spansWithin(text.reading.entities.places, last + 1, last + PLACE_REACH);
  if (at?.use !== 'location') return null;
  const next = text.norm(last + 1);
  return /^(?:في|عند|قرب|داخل|وسط)$/.test(next) || (at.first === last + 1 && next.startsWith('ب'))
    ? at
    : null;
}
