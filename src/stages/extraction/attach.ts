/**
 * Ties the dead and hurt to their event: in the event's own segment, in an effect after it («مما أدى إلى»), or before
 * it where the cause follows («قتل ثلاثة إثر غارة»). What no event takes stays untied.
 */
import { findCasualties } from './casualties.ts';
import type { Draft } from './drafts.ts';
import type { CasualtyFinding } from './findings.ts';
import type { SectionText, SegmentText } from './section-text.ts';

/** Puts findings on drafts; returns those that no event takes. */
export function attachCasualties(text: SectionText, drafts: readonly Draft[]): CasualtyFinding[] {
  const open = drafts.filter((draft) => draft.block === null);
  const bySegment = new Map<number, Draft>();
  for (const draft of open) {
    for (let index = draft.segment.index; index <= draft.lastSegment; index++) {
      if (!bySegment.has(index)) bySegment.set(index, draft);
    }
  }
  const untied: CasualtyFinding[] = [];
  for (const segment of text.segments) {
    if (
      !segment.names.has('قتل') &&
      !segment.names.has('أصيب') &&
      !segment.names.has('ضحية') &&
      !segment.names.has('جريح')
    )
      continue;
    for (const finding of findCasualties(text.reading, segment.first, segment.last)) {
      const draft = bySegment.get(segment.index) ?? ownerOf(text, segment, open, bySegment);
      if (draft && !finding.total) draft.casualties.push(finding);
      else untied.push(finding);
    }
  }
  return untied;
}

function ownerOf(
  text: SectionText,
  segment: SegmentText,
  open: readonly Draft[],
  bySegment: ReadonlyMap<number, Draft>,
): Draft | null {
  const following = causeAfter(text, segment, bySegment);
  if (following && !isEffect(segment)) return following;
  let before: Draft | null = null;
  for (const draft of open) {
    if (draft.segment.index > segment.index) break;
    before = draft;
  }
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
    if (draft) return next.opener === 'cause' ? draft : null;
    if (next.opener === 'connective') return null;
  }
  return null;
}
