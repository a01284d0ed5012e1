/**
 * «سيطر الثوار، بعد حصار دام شهرين، على حاجز …»: a verb whose place stands after a clause put in between. The places go
 * back to the verb's segment, which has none of its own; the clause keeps what is named in it.
 */
import type { Token } from '../../arabic/token.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import type { Mark } from './mark.ts';
import { isComma } from './moving-on.ts';
import { changed, type SegmentText } from './section-text.ts';

/** A clause put in between has at most so many segments. */
const BETWEEN = 2;
/** Words that may stand between the comma and the place: «على أطراف بلدة». */
const LEAD = 3;

const isLeading = fitting(/^(?:علي|في|من|الي|عند|قرب|داخل|باتجاه|نحو)$/);

/** Segments in order, with the places that each of them resumes. */
export function withResumed(
  segments: readonly SegmentText[],
  tokens: readonly Token[],
  markAt: (at: number) => Mark,
): readonly SegmentText[] {
  let found: SegmentText[] | null = null;
  for (const segment of segments) {
    if (segment.places.length > 0 || segment.triggers.length === 0 || !endsInComma(tokens, segment)) continue;
    for (let index = segment.index + 1; index <= segment.index + BETWEEN; index++) {
      const inserted = (found ?? segments)[index];
      if (inserted === undefined || !isInserted(inserted, segment, index)) break;
      const resumed = resumedAfter(tokens, inserted, markAt);
      if (resumed !== null) {
        found ??= [...segments];
        found[segment.index] = changed(segment, { places: inserted.places.slice(resumed) });
        found[index] = changed(inserted, { places: inserted.places.slice(0, resumed) });
        break;
      }
      if (inserted.places.length > 0) break;
    }
  }
  return found ?? segments;
}

function endsInComma(tokens: readonly Token[], { last }: SegmentText): boolean {
  return isComma(tokens[last]);
}

/** The clause begins with a cause or describes, and what goes on with it has no conjunction. */
function isInserted(inserted: SegmentText, { sentence, index }: SegmentText, at: number): boolean {
  if (inserted.sentence !== sentence || inserted.conjunction) return false;
  const describes = inserted.opener === 'verb' || inserted.opener === 'relative';
  if (at > index + 1) return describes;
  // «، كانوا يستقلون دراجة نارية،»: who they were.
  return inserted.opener === 'cause' || (describes && inserted.triggers.length === 0);
}

/** Which of the places of a clause is the first after a comma that nothing but a preposition or a kind of place follows. */
function resumedAfter(
  tokens: readonly Token[],
  { first, places }: SegmentText,
  markAt: (at: number) => Mark,
): number | null {
  for (const [which, place] of places.entries()) {
    for (let at = place.first - 1; at > first && at >= place.first - 1 - LEAD; at--) {
      const token = tokens[at] as Token;
      if (isComma(token)) return tellsWhere(tokens, place, at, markAt) ? which : null;
      if (!isLeading(token.word) && !markAt(at).uses.includes('place')) break;
    }
  }
  return null;
}

/** «، على حاجز …», «، بلدات …»: more than a bare name, which may open a list or describe. */
function tellsWhere(
  tokens: readonly Token[],
  { first }: PlaceFound,
  comma: number,
  markAt: (at: number) => Mark,
): boolean {
  const next = tokens[comma + 1] as Token;
  return first > comma + 1
    ? isLeading(next.word) || markAt(comma + 1).uses.includes('place')
    : markAt(first).uses.includes('place');
}
