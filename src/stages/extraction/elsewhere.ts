/** One fire told over several places, each with its own dead: «قصف الطيران حي …، وفي حي … قتل ثلاثة». */
import { alike, type Draft } from './drafts.ts';
import { placesAround } from './event-places.ts';
import { isAndThere } from './moving-on.ts';
import type { SectionText, SegmentText } from './section-text.ts';
import { placeKey } from './siting.ts';
import { usablePlaces } from './usable-places.ts';

/** The same fire at the place that a segment moves on to, or null where it tells of nothing like it. */
export function strikesElsewhere(text: SectionText, segment: SegmentText, last: Draft | null): Draft | null {
  if (last === null || last.frame !== 'fire' || last.block !== null) return null;
  if (last.segment.sentence !== segment.sentence) return null;
  if (!isAndThere(text.token(segment.first).word) && !followsEffect(text, segment)) return null;
  if (opensNews(text, segment)) return null;
  const places = usablePlaces(text, segment).filter((place) => place.use === 'location');
  if (places.length === 0) return null;
  return alike(last, { segment, places: places.slice(0, 1) });
}

/** «وفي حلب، | ألقى الطيران براميل على حي …»: the verb after it tells what happened there. */
function opensNews(text: SectionText, { index, sentence }: SegmentText): boolean {
  const next = text.segments[index + 1];
  if (next?.sentence !== sentence || next.opener !== 'verb' || next.conjunction) return false;
  return next.triggers.some(({ lemma }) => !HARM.has(lemma));
}

/** What tells of dead and hurt alone. */
const HARM: ReadonlySet<string> = new Set(['قتل', 'أصيب', 'ضحية', 'جريح', 'سقط']);

/** How many sentences after the fire dead and hurt of another place may be told. */
const DEAD_REACH = 2;

/**
 * «ألقت المروحيات براميل على (أ)، بينما قتل سبعة | وجرح آخرون في (ب)»: dead and hurt together, told of a place of their own
 * with no cause, are of the same fire. Null for any other.
 */
export function killsElsewhere(text: SectionText, segment: SegmentText, fire: Draft | null): Draft | null {
  if (fire === null || fire.segment.sentence + DEAD_REACH < segment.sentence) return null;
  let opening = segment;
  while (opening.conjunction && opening.opener !== 'start') {
    const before = text.segments[opening.index - 1];
    if (before === undefined || before.sentence !== segment.sentence) return null;
    opening = before;
  }
  if (!['start', 'connective', 'that'].includes(opening.opener)) return null;
  let killed = false;
  let hurt = false;
  for (let index = opening.index; index <= segment.index; index++) {
    const one = text.segments[index] as SegmentText;
    if (!tellsHarmOnly(one)) return null;
    killed ||= one.names.has('قتل') || one.names.has('ضحية');
    hurt ||= one.names.has('أصيب') || one.names.has('جريح');
  }
  if (!killed || !hurt || hasCause(text, segment)) return null;
  const struck = fire.places.map(placeKey);
  const places = placesAround(text, segment, segment.first - 1).filter(
    (place) => place.use === 'location' && place.geoPrecision < 3 && !struck.includes(placeKey(place)),
  );
  const near = places.filter(({ governorate }) =>
    fire.places.some((place) => place.governorate === governorate),
  );
  return near.length === 0 ? null : alike(fire, { segment, places: near });
}

function tellsHarmOnly({ triggers, actors, names }: SegmentText): boolean {
  if (names.has('fighter') || names.has('effect') || names.has('cause') || names.has('background'))
    return false;
  return triggers.every(({ lemma }) => HARM.has(lemma)) && actors.every(({ side }) => side === 'civilians');
}

/** «… في (ب) | جراء غارات»: what killed them is told after. */
function hasCause(text: SectionText, { index, sentence }: SegmentText): boolean {
  const next = text.segments[index + 1];
  return next?.sentence === sentence && next.opener !== 'connective';
}

/** «… ما أدى لمقتل طفل، | وبلدة بيانون»: see `goesOnElsewhere` of the segments. */
function followsEffect(text: SectionText, { index, opener, first }: SegmentText): boolean {
  const before = text.segments[index - 1];
  if (opener !== 'connective' || before === undefined) return false;
  if (before.opener !== 'effect' && !before.names.has('قتل') && !before.names.has('أصيب')) return false;
  return text.mark(first).uses.includes('place');
}
