/** Whether the place of an event stands after a clause that only describes somebody in it. */
import type { SectionText, SegmentText } from './section-text.ts';
import { usablePlaces } from './usable-places.ts';

/** «قتلوا فلانا | الذي كان برفقته، في بلدة (أ)»: the place stands after a relative clause that tells nothing else. */
export function placedAhead(text: SectionText, { index, sentence }: SegmentText): boolean {
  const next = text.segments[index + 1];
  if (next?.opener !== 'relative' || next.sentence !== sentence || next.triggers.length > 0) return false;
  return usablePlaces(text, next).some(({ use, first }) => use === 'location' && isApart(text, next, first));
}

/** A comma stands between the relative clause and the place. */
function isApart(text: SectionText, { first }: SegmentText, place: number): boolean {
  for (let at = place - 1; at > first && at >= place - PLACE_LEAD; at--)
    if (/^[،,]$/.test(text.token(at).norm)) return true;
  return false;
}

/** How far before its name «، في بلدة» begins. */
const PLACE_LEAD = 4;
