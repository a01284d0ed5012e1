/** Keeps the dead and hurt of what is no event by itself: they pass to the event that the same words tell elsewhere. */
import type { PlaceFound } from '../../knowledge/types.ts';
import type { Draft } from './drafts.ts';
import { placeKey } from './siting.ts';

/** How many sentences apart both tellings stand. */
const REACH = 3;
/** … and where the dropped one only takes up «التفجير». */
const TAKEN_UP_REACH = 6;

/** «هجوم لخلايا … أسفر عن مقتل تسعة. وقع الهجوم في بادية …»: how many sentences on its place may be told. */
const PLACE_REACH = 2;

/** «انفجرت سيارة في …. … التي انفجرت وأدت إلى إصابة عشرين»: to the event of that type and place told before. */
export function passBack(draft: Draft, kept: readonly Draft[], dayOf: (draft: Draft) => string): void {
  if (draft.casualties.length === 0 || draft.source === 'own') return;
  const keys = new Set(draft.places.map(placeKey));
  for (let i = kept.length - 1; i >= 0; i--) {
    const one = kept[i] as Draft;
    if (one.segment.sentence + TAKEN_UP_REACH < draft.segment.sentence) return;
    if (one.segment.sentence + REACH < draft.segment.sentence && one.type !== draft.type) continue;
    // What is long past is of no event told now.
    if (!isOfType(one, draft) || dayOf(one) !== dayOf(draft)) continue;
    if (!one.places.some((place) => keys.has(placeKey(place)) || isAround(place, draft))) continue;
    one.casualties.push(...draft.casualties);
    return;
  }
}

/** «قصف سيارة في القامشلي. … انفجرت في حي الصناعة. … الاستهداف …»: the town of the quarter told last. */
function isAround({ place }: PlaceFound, draft: Draft): boolean {
  return draft.places.some((one) => place !== null && one.place?.parent === place.id);
}

const FIRE = ['قصف', 'غارة'] as const;
const FIGHT = ['اشتباك', 'معركة'] as const;

/** «مقتل تسعة أشخاص جراء القصف والاشتباكات في (أ)»: no one raid killed them. */
function isOfSeveralActs({ names }: Draft['segment']): boolean {
  return FIRE.some((name) => names.has(name)) && FIGHT.some((name) => names.has(name));
}

/** Gives the people whom a lead counts to what tells it in particular, where that counts none, or none of their kind exactly. */
export function passOn({ casualties, segment }: Draft, finer: Draft): void {
  if (isOfSeveralActs(segment) && finer.frame !== 'clash') return;
  const own = finer.casualties.map(({ finding }) => finding);
  for (const kind of ['killed', 'injured'] as const) {
    if (own.some(({ [kind]: count }) => count !== null && count.low === count.high)) continue;
    const told =
      casualties.find(({ finding: { [kind]: count } }) => count !== null && count.low === count.high) ??
      casualties.find(({ finding: { [kind]: count } }) => count !== null);
    if (told === undefined || finer.casualties.includes(told)) continue;
    finer.casualties.push(told);
  }
}

/** «هجوم مزدوج ضرب (أ). انفجرت سيارة ملغومة …»: says with what the attack told just before was carried out. */
export function tellHow(blast: Draft, kept: readonly Draft[]): void {
  const attack = kept.at(-1);
  if (blast.frame !== 'blast' || attack?.rule.id !== 'assault') return;
  if (attack.weapons.size + attack.initiators.length > 0) return;
  if (blast.source === 'own' || attack.segment.sentence + REACH < blast.segment.sentence) return;
  attack.type = blast.type;
  attack.frame = blast.frame;
  for (const weapon of blast.weapons) attack.weapons.add(weapon);
}

/** Takes over the toll of an event told without any place, or of one told too thinly, right before it is told in full. */
export function takeOver(draft: Draft, before: Draft | null): void {
  if (before === null || before.casualties.length === 0) return;
  if (draft.casualties.length > 0 || draft.source !== 'own') return;
  const near = before.segment.sentence + PLACE_REACH >= draft.segment.sentence;
  // «بقصف صاروخي | عبر طائرة مسيرة استهدفت سيارة في (أ)»: one fire, told twice.
  const sameSentence = before.segment.sentence === draft.segment.sentence && draft.places.length === 1;
  // «قتل عشرة في اشتباكات | انتهت بالسيطرة على بلدة …»: what the fight came to.
  const won = before.frame === 'clash' && draft.frame === 'gain' && draft.segment.opener === 'effect';
  if (!near || !(before.type === draft.type || (sameSentence && (won || isOfType(before, draft))))) return;
  const keys = new Set(draft.places.map(placeKey));
  const around = before.places.every(
    ({ geoPrecision, governorate }) =>
      geoPrecision === 3 && draft.places.every((place) => place.governorate === governorate),
  );
  if (!around && !before.places.some((place) => keys.has(placeKey(place)))) return;
  draft.casualties.push(...before.casualties);
  if (draft.initiators.length === 0) draft.initiators = before.initiators;
  if (draft.targets.length === 0) draft.targets = before.targets;
}

/** «استهداف المقر ذاته» names no means: it may be the raids told before. */
function isOfType(one: Draft, again: Draft): boolean {
  // «استعادت القرية. … قتل 21 في المعركة»: the fight in which it was taken.
  if (one.frame === 'gain' && again.frame === 'clash') return true;
  return one.type === again.type || (one.frame === 'fire' && again.frame === 'fire');
}
