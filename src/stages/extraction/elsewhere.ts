/** One fire told over several places, each with its own dead: «قصف الطيران حي …، وفي حي … قتل ثلاثة». */
import { alike, type Draft } from './drafts.ts';
import type { SectionText, SegmentText } from './section-text.ts';
import { usablePlaces } from './usable-places.ts';

/** The same fire at the place that a segment moves on to, or null where it tells of nothing like it. */
export function strikesElsewhere(text: SectionText, segment: SegmentText, last: Draft | null): Draft | null {
  if (last === null || last.frame !== 'fire' || last.block !== null) return null;
  if (last.segment.sentence !== segment.sentence) return null;
  if (text.token(segment.first).norm !== 'وفي' && !followsEffect(text, segment)) return null;
  const places = usablePlaces(text, segment).filter((place) => place.use === 'location');
  if (places.length === 0) return null;
  return alike(last, { segment, places: places.slice(0, 1) });
}

/** «… ما أدى لمقتل طفل، | وبلدة بيانون»: see `goesOn` of the segments. */
function followsEffect(text: SectionText, { index, opener, first }: SegmentText): boolean {
  const before = text.segments[index - 1];
  if (opener !== 'connective' || before === undefined) return false;
  if (before.opener !== 'effect' && !before.names.has('قتل') && !before.names.has('أصيب')) return false;
  return text.mark(first).uses.includes('place');
}
