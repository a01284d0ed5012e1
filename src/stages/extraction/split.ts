/** One clause that tells of two events: what was fired from the air and from the ground, ground taken with raids that helped. */
import { fitting } from '../../arabic/word-memory.ts';
import type { Weapon } from '../../model/vocabulary.ts';
import { alike, type Draft } from './drafts.ts';
import { flies } from './parties.ts';
import type { SectionText, SegmentText } from './section-text.ts';

/** The draft of a clause, and what else the clause tells. */
export function splitOf(text: SectionText, draft: Draft): Draft[] {
  const { rule, segment, type } = draft;
  if (draft.frame === 'gain' && isFlownFor(segment)) return [draft, flownFor(draft, segment)];
  if (rule.id === 'air-raid' && type === 'air_drone_strike' && isShelledToo(text, draft)) {
    const shelled = alike(draft, { type: 'shelling_artillery_missile' });
    // «طائرات روسية … ترافقت مع قصف مدفعي»: whose the guns are is not told.
    shelled.initiators = draft.initiators.filter((actor) => actor.side === 'government' || !flies(actor));
    for (const weapon of FROM_GROUND) draft.weapons.delete(weapon);
    for (const weapon of draft.weapons) shelled.weapons.delete(weapon);
    return [draft, shelled];
  }
  if (rule.split && isBoth(segment) && type === 'shelling_artillery_missile')
    return [alike(draft, { type: 'air_drone_strike' }), draft];
  const own = draft.source === 'own' && segment.names.has('byverb');
  const shelled = own ? shelledToo(segment, draft) : null;
  return shelled === null ? [draft] : [draft, shelled];
}

const FROM_GROUND: readonly Weapon[] = [
  'artillery',
  'mortar',
  'rocket_launcher',
  'surface_to_surface_missile',
  'tank',
];

/** «سيطرت الفصائل، بدعم جوي تركي، على قرى …»: raids are an event of their own, whoever they help. */
function isFlownFor({ names }: SegmentText): boolean {
  return names.has('دعم') && names.has('air') && (names.has('قصف') || names.has('غارة') || names.has('ضربة'));
}

function flownFor(draft: Draft, { actors }: SegmentText): Draft {
  const flown = alike(draft, { type: 'air_drone_strike' });
  flown.frame = 'fire';
  const fliers = actors.filter(flies);
  flown.initiators = fliers;
  flown.targets = draft.targets;
  draft.initiators = draft.initiators.filter((actor) => !fliers.includes(actor));
  return flown;
}

/** «قصف | نفذته المدفعية والطيران الحربي على (أ)»: the shelling, where the verb that goes on names both. Null for any other. */
export function shelledToo(segment: SegmentText, draft: Draft): Draft | null {
  if (!draft.rule.split || draft.type !== 'air_drone_strike' || !isBoth(segment)) return null;
  const shelled = alike(draft, { type: 'shelling_artillery_missile' });
  for (const weapon of FROM_GROUND) draft.weapons.delete(weapon);
  for (const weapon of draft.weapons) shelled.weapons.delete(weapon);
  return shelled;
}

function isBoth({ names }: SegmentText): boolean {
  return names.has('air') && names.has('ground');
}

const isJoining = fitting(/^(?:مع|و|الي|عن)$/);

/** «غارات جوية ترافقت مع قصف مدفعي على بلدات …»: shelling of the same places, and no means of the raids. */
function isShelledToo(text: SectionText, { segment, trigger, places, source }: Draft): boolean {
  if (source !== 'own' || places.length === 0) return false;
  return segment.triggers.some(({ at, lemma, kind }) => {
    if (lemma !== 'قصف' || kind !== 'noun' || at < trigger.at) return false;
    if (!isJoining(text.token(at - 1).word) && !text.mark(at).conjunction) return false;
    return [at + 1, at + 2].some((next) => next <= segment.last && isFromGround(text, next));
  });
}

/** «قصف مدفعي»; «قصف جوي وصاروخي» is the aircraft's. */
function isFromGround(text: SectionText, at: number): boolean {
  return text.mark(at).uses.includes('ground') && !text.mark(at - 1).uses.includes('air');
}
