/**
 * Ties the dead and hurt to their event: in the event's own segment, in an effect after it («مما أدى إلى»), or before
 * it where the cause follows («قتل ثلاثة إثر غارة»). What no event takes stays untied.
 */
import type { CasualtyDetail } from './casualties.ts';
import type { Draft } from './drafts.ts';
import { usablePlaces } from './event-places.ts';
import type { SectionText, SegmentText } from './section-text.ts';

/** Puts the findings of a section on its drafts; returns those that no event takes. */
export function attachCasualties(
  text: SectionText,
  drafts: readonly Draft[],
  findings: readonly CasualtyDetail[],
): CasualtyDetail[] {
  const open = drafts.filter((draft) => draft.block === null);
  const bySegment = new Map<number, Draft>();
  for (const draft of open)
    if (!bySegment.has(draft.segment.index)) bySegment.set(draft.segment.index, draft);
  for (const draft of open) {
    for (let index = draft.segment.index; index <= draft.lastSegment; index++) {
      if (!bySegment.has(index)) bySegment.set(index, draft);
    }
  }
  const untied: CasualtyDetail[] = [];
  let at = 0;
  for (const finding of findings) {
    while (at < text.segments.length && (text.segments[at]?.last ?? 0) < finding.first) at++;
    const segment = text.segments[at];
    if (segment === undefined) break;
    const draft = finding.total
      ? null
      : (bySegment.get(segment.index) ?? ownerOf(text, segment, open, bySegment));
    if (draft) {
      refine(text, segment, draft);
      draft.casualties.push({ sentence: segment.sentence, finding });
    } else untied.push(finding);
  }
  return untied;
}

/** «غارات على محافظة حلب … خمسة قتلى في بلدة أورم الكبرى»: where they died is where it struck. */
function refine(text: SectionText, segment: SegmentText, draft: Draft): void {
  if (segment.index === draft.segment.index || draft.places.some((place) => place.geoPrecision < 3)) return;
  const places = usablePlaces(text, segment).filter(
    (place) => place.use === 'location' && place.place !== null && place.geoPrecision < 3,
  );
  const known = new Set(draft.places.map((place) => place.governorate));
  const finer = places.filter((place) => known.has(place.governorate));
  if (finer.length > 0) draft.places = finer.slice(0, 1);
}

function ownerOf(
  text: SectionText,
  segment: SegmentText,
  open: readonly Draft[],
  bySegment: ReadonlyMap<number, Draft>,
): Draft | null {
  const following = causeAfter(text, segment, bySegment);
  if (following && !isEffect(segment)) return following;
  const before = latestBefore(open, segment);
  if (before && before.segment.sentence === segment.sentence) return before;
  if (following) return following;
  if (
    before &&
    before.segment.paragraph === segment.paragraph &&
    before.segment.sentence + 1 >= segment.sentence
  ) {
    return segment.places.length === 0 || isEffect(segment) ? before : null;
  }
  return null;
}

/** The last draft that begins no later than the segment; drafts stand in text order. */
function latestBefore(open: readonly Draft[], segment: SegmentText): Draft | null {
  let low = 0;
  let high = open.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((open[middle] as Draft).segment.index <= segment.index) low = middle + 1;
    else high = middle;
  }
  return open[low - 1] ?? null;
}

function isEffect(segment: SegmentText): boolean {
  return segment.names.has('effect');
}

/** «قتل ثلاثة | إثر غارة على …»: the event in the cause that follows, within the sentence. */
function causeAfter(
  text: SectionText,
  segment: SegmentText,
  bySegment: ReadonlyMap<number, Draft>,
): Draft | null {
  for (let index = segment.index + 1; index < text.segments.length; index++) {
    const next = text.segments[index] as SegmentText;
    if (next.sentence !== segment.sentence) return null;
    const draft = bySegment.get(index);
    // «قتل مدنيان | وأصيب آخر بقصف»: both are told of the same fire.
    const goesOn =
      next.opener === 'verb' && next.conjunction && (next.names.has('أصيب') || next.names.has('قتل'));
    if (draft) return next.opener === 'cause' || (goesOn && draft.segment.index === index) ? draft : null;
    if (next.opener === 'connective') return null;
  }
  return null;
}
