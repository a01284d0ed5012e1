/** Tells «آخرين» who died in another place from more of the people told before. */
import type { CasualtyText } from './casualty-text.ts';
import { spansWithin } from './spans-within.ts';

/** How far before the first people their place, and after the others theirs, may stand. */
const ELSEWHERE = 8;

/** «تفجيرات في (أ) أسفرت عن مقتل تسعة أشخاص و14 آخرين في تفجيرات استهدفت (ب)»: the others died in another place. */
export function isElsewhere(text: CasualtyText, first: number, others: number): boolean {
  if (text.norm(others + 1) !== 'في') return false;
  const { places } = text.reading.entities;
  const before = spansWithin(places, first - ELSEWHERE, first).at(-1);
  const [after] = spansWithin(places, others + 1, others + ELSEWHERE);
  if (before?.use !== 'location' || after?.use !== 'location') return false;
  return before.place !== null && before.place.id !== after.place?.id;
}
