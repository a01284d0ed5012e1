/**
 * Drafts that only announce what the text then tells in full: a headline «استهداف سيارة في داعل» that names no means, a
 * blast heard in the town before the charge is told that went off in one of its streets. `drafts` are those without a
 * block, in text order.
 */
import { type Draft, haveSameInitiator } from './drafts.ts';
import { placeKey } from './siting.ts';

/** How many sentences on (or back) the full telling may stand. */
const REACH = 2;

const TOLD_IN_FULL: ReadonlySet<string> = new Set([
  'armed_clash',
  'attack',
  'remote_explosive_ied',
  'suicide_bomb',
  'grenade',
  'air_drone_strike',
]);

const MEANS = ['air', 'ground', 'shell', 'قصف', 'غارة', 'ضربة', 'vehicle'] as const;

/** «استهداف عناصر في داعل. أطلق مجهولون الرصاص على سيارة في داعل»: the second says how the first was done. */
export function isOnlyAimed(draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.rule.id !== 'bombardment' || draft.type !== 'shelling_artillery_missile') return false;
  if (draft.trigger.lemma === 'قصف' || draft.weapons.size > 0 || draft.initiators.length > 0) return false;
  if (MEANS.some((name) => draft.segment.names.has(name))) return false;
  const keys = draft.places.map(placeKey);
  const full = drafts.find(
    (one) =>
      TOLD_IN_FULL.has(one.type) &&
      Math.abs(one.segment.sentence - draft.segment.sentence) <= REACH &&
      keys.every((key) => one.places.some((place) => placeKey(place) === key)),
  );
  if (full === undefined) return false;
  if (full.casualties.length === 0) full.casualties.push(...draft.casualties);
  return true;
}

/** «هز انفجار أرجاء مدينة درعا، ليتبين أنه ناتج عن عبوة قرب …»: one blast, heard and then explained. */
export function isHeardFirst(draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.rule.id !== 'blast' || draft.weapons.size > 0 || draft.casualties.length > 0) return false;
  const [town, another] = draft.places;
  if (town === undefined || another !== undefined) return false;
  const told = drafts.find(
    (one) =>
      one !== draft &&
      one.frame === 'blast' &&
      one.weapons.size > 0 &&
      one.segment.index > draft.segment.index &&
      one.segment.sentence === draft.segment.sentence &&
      one.places.every((place) => place.governorate === town.governorate),
  );
  // «دوي انفجار في (أ) تبين أنه سيارة مفخخة انفجرت قرب مقر»: where it was heard is where it was.
  if (told !== undefined && told.source !== 'own') {
    told.places = draft.places;
    told.source = draft.source;
    told.evidence = Math.max(told.evidence, draft.evidence);
  }
  return told !== undefined;
}

/** How many sentences from a bomber's act the same blast may be told. */
const BLAST_REACH = 3;

/** «تفجير انتحاري قرب مقر في عامودا. هز انفجار مدينة عامودا …»: the bomber's, told without him. */
export function isBombers(draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.rule.id !== 'blast' || draft.type !== 'remote_explosive_ied' || draft.weapons.size > 0)
    return false;
  if (draft.trigger.kind !== 'noun' || draft.places.length !== 1) return false;
  const key = placeKey(draft.places[0] ?? null);
  const bomber = drafts.find(
    (one) =>
      one.type === 'suicide_bomb' &&
      Math.abs(one.segment.sentence - draft.segment.sentence) <= BLAST_REACH &&
      one.places.some((place) => placeKey(place) === key),
  );
  if (bomber?.casualties.length === 0) bomber.casualties.push(...draft.casualties);
  return bomber !== undefined;
}

/** A headline stands in one of so many segments. */
const HEADLINE_SEGMENTS = 3;
/** How many sentences after a headline the fire may be told that it speaks of. */
const FIRE_REACH = 4;

/** «الجيش يدمر مواقع للمسلحين في سهل الغاب. … دكت الوحدات بالمدفعية مواقع …»: a headline, and how they were destroyed. */
export function isToldAsFire(draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.rule.id !== 'destroyed' || draft.segment.index > HEADLINE_SEGMENTS) return false;
  if (draft.weapons.size > 0 || draft.casualties.length > 0 || draft.segment.names.has('vehicle'))
    return false;
  const fires = drafts.filter(
    (one) =>
      one.frame === 'fire' &&
      one.segment.sentence > draft.segment.sentence &&
      one.segment.sentence <= draft.segment.sentence + FIRE_REACH &&
      haveSameInitiator(draft, one),
  );
  const told = new Set(fires.flatMap(({ places }) => places.map(placeKey)));
  return draft.places.length > 0 && draft.places.every((place) => told.has(placeKey(place)));
}
