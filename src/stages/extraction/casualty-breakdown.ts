/** Reads a count told again place by place: «ستة مدنيين (3 منهم في سرمين، ومدنيان في قرية النيرب، وامرأة في بنش)». */
import { peopleAt } from './casualty-people.ts';
import type { People } from './casualty-people-shape.ts';
import type { CasualtyText } from './casualty-text.ts';
import { listFrom } from './casualty-told.ts';
import { spansWithin } from './spans-within.ts';

/** The people of one place, and the last token that tells them. */
export interface PlacePart {
  readonly people: readonly People[];
  readonly last: number;
}

export interface Breakdown {
  readonly parts: readonly PlacePart[];
  /** The closing bracket. */
  readonly last: number;
}

/** Longest breakdown, in tokens. */
const LONGEST = 70;

/** How far after the people their place may stand. */
const PLACE_REACH = 5;

/** The breakdown that the bracket at the token opens; null where a part has no place. */
export function readBreakdown(text: CasualtyText, at: number): Breakdown | null {
  if (text.norm(at) !== '(') return null;
  let end = at + 1;
  while (end < at + LONGEST && text.norm(end) !== ')') end++;
  if (text.norm(end) !== ')') return null;
  const parts: PlacePart[] = [];
  for (let i = at + 1; i < end; i++) {
    if (text.isSplit(i)) {
      i = pastPart(text, i, end);
      continue;
    }
    const people = peopleAt(text, i, end - 1);
    if (people?.what !== 'people' || (people.form !== 'counted' && people.form !== 'one')) continue;
    const list = listFrom(text, people, end - 1);
    const last = (list.at(-1) as People).last;
    const [place] = spansWithin(text.reading.entities.places, last + 1, Math.min(end, last + PLACE_REACH));
    if (place?.use !== 'location' || !/^(?:في|ب)/.test(text.norm(last + 1))) return null;
    parts.push({ people: list, last });
    i = place.last;
  }
  return parts.length > 1 ? { parts, last: end } : null;
}

/** «… بينهم طفل رضيع،»: a part of the part. */
function pastPart(text: CasualtyText, at: number, end: number): number {
  let i = at;
  while (i < end && text.norm(i) !== '،' && text.norm(i) !== ',') i++;
  return i;
}
