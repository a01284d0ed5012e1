/** The place that the people of a finding are told of, among them or right after: «… وعدد من الجرحى في البلدة». */
import type { PlaceFound } from '../../knowledge/types.ts';
import type { CasualtyText } from './casualty-text.ts';
import { spansWithin } from './spans-within.ts';

/** Words between «في» and the name of the place: «في مدينة». */
const PLACE_REACH = 4;

/** The one place among the tokens, or where there is none the place after them. */
export function placeOf(text: CasualtyText, first: number, last: number): PlaceFound | null {
  const inside = spansWithin(text.reading.entities.places, first, last).filter(
    ({ use }) => use === 'location',
  );
  if (inside.length > 0) return inside.length === 1 ? (inside[0] ?? null) : null;
  return placeAfter(text, last);
}

function placeAfter(text: CasualtyText, last: number): PlaceFound | null {
  const [at] = spansWithin(text.reading.entities.places, last + 1, last + PLACE_REACH);
  if (at?.use !== 'location') return null;
  const next = text.norm(last + 1);
  return /^(?:في|عند|قرب|داخل|وسط)$/.test(next) || (at.first === last + 1 && next.startsWith('ب'))
    ? at
    : null;
}
