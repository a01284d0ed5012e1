/** Counts of several places: the country, a province, scattered towns, all whom one place has lost. */

import { isAt } from '../../arabic/phrases.ts';
import { among, fitting } from '../../arabic/word-memory.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import type { Reading } from './findings.ts';
import { spansWithin } from './spans-within.ts';
import { CONTEXT, leadsAway, sentenceRange } from './totals-near.ts';

/** «مناطق متفرقة من (أ)»: parts of one town. */
export function isOfTown({ tokens, entities }: Reading, at: number): boolean {
  if (!/^(?:من|في)$/.test(tokens[at + 1]?.norm ?? '')) return false;
  return spansWithin(entities.places, at + 2, at + 4).some(
    ({ place }) => place?.level === 'adm4' || place?.level === 'neighbourhood',
  );
}

/** How far after a tally the words for its province may stand. */
const PROVINCE_REACH = 14;

/** «عدد الشهداء الذين قضوا اليوم في محافظة …»: the day's dead of a province. */
export function isProvincial({ tokens }: Reading, first: number, last: number): boolean {
  let relative = false;
  for (let i = first; i <= last + PROVINCE_REACH && i < tokens.length; i++) {
    const norm = tokens[i]?.norm ?? '';
    relative ||= norm === 'الذين';
    if (relative && norm === 'في' && /^(?:محافظه|كل)$/.test(tokens[i + 1]?.norm ?? '')) return true;
    const time = norm === 'خلال' && [1, 2, 3].some((on) => /ساع/.test(tokens[i + on]?.norm ?? ''));
    if (relative && /^(?:جراء|اثر|بقصف|خلال|نتيجه)$/.test(norm) && !time) return false;
  }
  return false;
}

const isMeanwhile = fitting(/^(?:كما|فيما|بينما)$/);
const isScatteredWord = fitting(/^(?:متفرق|منفصل)(?:ه|تين|ات|ين)$/);
const isSeries = fitting(/^ب?(?:عمليات|عمليتي|حوادث)$/);
const isKilling = fitting(/^(?:اغتيال|قتل|استهداف)/);

/** «بقصف على مناطق متفرقة», «في حادثتين متفرقتين»: the people of several events. */
export function isScattered(reading: Reading, clause: number, last: number): boolean {
  const end = Math.min(sentenceRange(reading, clause).last, last + CONTEXT);
  for (let i = last + 1; i <= end; i++) {
    const token = reading.tokens[i];
    if (token === undefined) continue;
    if (leadsAway(token.word) || isMeanwhile(token.word)) return false;
    if (isScatteredWord(token.word)) return true;
    // «جراء عمليات اغتيال نفذها مجهولون»
    if (isSeries(token.word) && isAt(reading.tokens, i + 1, isKilling)) return true;
  }
  return false;
}

export const areVictims = fitting(/^(?:ضحايا|قتلي|شهداء|شهدا)$/);
const isWholePlace = fitting(/^ال(?:ناحيه|مدينه|بلده|قريه|محافظه|منطقه|غوطه)$/);
const isAlone = fitting(/^وحد(?:ها|ه)$/);

/** «ليرتفع عدد قتلى الناحية وحدها إلى 22»: all whom a place has lost. */
export function isOfPlaceInAll({ tokens }: Reading, first: number, last: number): boolean {
  for (let i = first; i < last; i++) {
    if (!isAt(tokens, i, areVictims) || !isAt(tokens, i + 1, isWholePlace)) continue;
    if (tokens[i + 1]?.norm === 'المحافظه') return true;
    // «ارتفع عدد قتلى المدينة إلى تسعة»: of one raid on it, where nothing says that it is more.
    if (isAt(tokens, i + 2, isAlone)) return true;
  }
  return false;
}

/** The country itself as the place, and no place inside it in the same clause. */
export function isNational(reading: Reading, from: number, to: number, first: number): boolean {
  const within = spansWithin(reading.entities.places, from, partsFrom(reading, first, to) - 1);
  if (within.some((place) => place.use !== 'part_of_name' && !isCountry(place))) return false;
  return within.some(
    (place) =>
      place.use === 'location' &&
      isCountry(place) &&
      !isAt(reading.tokens, place.last + 1, isOfOutlet) &&
      Math.abs(place.first - first) <= 20,
  );
}

/** «بحسب سوريا برس»: who tells of it. */
const isOfOutlet = fitting(/^(?:برس|مباشر|نت|لايف|نيوز|تي)$/);
const opensParts = among(new Set(['بينهم', 'وبينهم', 'منهم', 'ومنهم', 'بينها', 'ضمنهم']));

/** «قتل 87 شخصا في سوريا، بينهم 30 في حلب»: where the parts of a count begin, or the end. */
function partsFrom({ tokens }: Reading, first: number, to: number): number {
  for (let i = first; i <= to; i++) if (isAt(tokens, i, opensParts)) return i;
  return to + 1;
}

function isCountry(place: PlaceFound): boolean {
  return place.place?.level === 'country';
}
