/** Another event than the one nearest to a toll, where the words say so: told first, of its place, the fight, the raid. */
import { fitting } from '../../arabic/word-memory.ts';
import { countUpTo, firstOfThem, latestFitting } from './attach-owner.ts';
import { isAtPlace } from './attach-spot.ts';
import type { CasualtyDetail } from './casualties.ts';
import type { Draft } from './drafts.ts';
import type { SectionText, SegmentText } from './section-text.ts';
import { placeKey } from './siting.ts';

/** The event that a toll is of, `owner` being the one that its own words are nearest to. `open` is in text order. */
export function eventMeant(
  text: SectionText,
  owner: Draft,
  segment: SegmentText,
  finding: CasualtyDetail,
  open: readonly Draft[],
): Draft {
  return (
    ofItsPlace(owner, finding, open) ??
    firstOfThem(text, owner, open) ??
    raidMet(text, owner, segment, open) ??
    fightNamed(text, owner, finding, open) ??
    toldBeforeIt(text, owner, open) ??
    owner
  );
}

/** How many sentences before a toll the event of its place may stand. */
const RETOLD_REACH = 3;

/** «غارات على إدلب وأريحا. … وأسفرت الغارات عن … وإصابة ثمانية في أريحا»: of the raids told first, where it was struck. */
function ofItsPlace(owner: Draft, { place }: CasualtyDetail, open: readonly Draft[]): Draft | null {
  const key = place === null ? null : placeKey(place);
  if (key === null || isAtPlace(owner, key)) return null;
  if (owner.source === 'own') return besideOwner(owner, key, open);
  return latestFitting(
    open,
    owner.segment,
    RETOLD_REACH,
    (draft) => draft.type === owner.type && isAtPlace(draft, key),
  );
}

/** «غارتين على (أ) و(ب)، بالتزامن مع قصف على (ج)، ما أسفر عن خمسة شهداء في (ب)»: of the one that struck their place. */
function besideOwner({ frame, segment }: Draft, key: string, open: readonly Draft[]): Draft | null {
  if (frame !== 'fire') return null;
  let found: Draft | null = null;
  for (let i = countUpTo(open, segment) - 1; i >= 0; i--) {
    const draft = open[i] as Draft;
    if (draft.segment.sentence !== segment.sentence) break;
    if (draft.frame === 'fire' && draft.segment.index < segment.index && isAtPlace(draft, key)) found = draft;
  }
  return found;
}

const ATTACKS = ['عدوان', 'قصف', 'غارة', 'هجوم'] as const;
/** How many sentences before the missiles shot down the raid may be told. */
const RAID_REACH = 2;

/** «شنت غارات …، وأسقطت الدفاعات بعض الصواريخ، وأدى العدوان إلى استشهاد اثنين»: of the raid, and not of what was shot down. */
function raidMet(
  text: SectionText,
  owner: Draft,
  segment: SegmentText,
  open: readonly Draft[],
): Draft | null {
  if (owner.type !== 'disrupted_weapons_use') return null;
  const before = text.segments[segment.index - 1];
  const told = ATTACKS.some((name) => segment.names.has(name) || (before?.names.has(name) ?? false));
  if (!told) return null;
  return latestFitting(open, owner.segment, RAID_REACH, ({ frame }) => frame === 'fire');
}

const isTheFight = fitting(/^(?:المعارك|الاشتباكات|المواجهات|القتال)$/);
/** How far after the people «في المعارك» may stand: «سقوط ستة من أبناء الطائفة خلال الاشتباكات». */
const FIGHT_NEAR = 4;
/** How many sentences before «في المعارك» the fight may be told. */
const FIGHT_REACH = 3;

/** «فجر مقاتل نفسه … وقضى في المعارك سبعة مقاتلين»: of the fight told before, and not of the blast in it. */
function fightNamed(
  text: SectionText,
  owner: Draft,
  { first, last }: CasualtyDetail,
  open: readonly Draft[],
): Draft | null {
  if (owner.frame !== 'blast' && owner.frame !== 'fire') return null;
  let named = false;
  for (let at = first + 1; at <= Math.min(last + FIGHT_NEAR, text.to - 1) && !named; at++)
    named = isTheFight(text.token(at).word) && /^(?:في|خلال)$/.test(text.token(at - 1).norm);
  if (!named) return null;
  return latestFitting(
    open,
    owner.segment,
    FIGHT_REACH,
    ({ frame }) => frame === 'clash' || frame === 'gain',
  );
}

/** How many sentences before a definite noun the event that it takes up may be told. */
const TAKEN_UP_REACH = 3;

/** «قصفت … بلدة (أ). وكان المسعفون أعلنوا عقب القصف مقتل ثلاثة»: the event of its kind told last. */
function toldBeforeIt(text: SectionText, owner: Draft, open: readonly Draft[]): Draft | null {
  const { trigger, segment, type, source } = owner;
  if (source !== 'none' || trigger.kind !== 'noun') return null;
  const { words } = text.mark(trigger.at);
  if (!words.some(({ lemma, definite }) => lemma === trigger.lemma && definite)) return null;
  return latestFitting(
    open,
    segment,
    TAKEN_UP_REACH,
    (draft) => draft !== owner && draft.type === type && draft.places.length > 0,
  );
}
