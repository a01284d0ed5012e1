/** Drafts that are no events of their own but the one before them, told again: «القصف، استهدافها», «جراء استهدافها». */
import type { PlaceFound } from '../../knowledge/types.ts';
import type { Draft } from './drafts.ts';
import type { SectionText } from './section-text.ts';
import { usablePlaces } from './usable-places.ts';

/** A dependent rule, or «القصف، استهدافها» with nothing new, speaks of the event before. */
export function isSameAsLast(text: SectionText, draft: Draft, last: Draft | null): boolean {
  if (last !== null && saysWhatWasHit(draft, last)) return true;
  if (last === null || draft.source === 'own' || draft.block !== null || last.block !== null) return false;
  if (last.segment.sentence !== draft.segment.sentence || strikesAhead(text, draft, last)) return false;
  if (draft.rule.dependent || finishesOff(draft, last)) return true;
  const elsewhere =
    draft.source === 'sentence' &&
    !draft.places.some((place) => last.places.some((one) => isSame(place, one)));
  const noun = draft.trigger.kind === 'noun';
  // «صدت هجوما …، كما قتل مدنيون | جراء استهداف البلدتين»: the cause of something else.
  const other = text.segments[draft.segment.index - 1]?.opener === 'connective' && draft.source === 'pointed';
  return (
    noun &&
    !elsewhere &&
    !other &&
    draft.segment.opener === 'cause' &&
    (draft.type === last.type || isMeans(draft, last))
  );
}

/** «وقع انفجار في حي (أ) | نجم عن استهداف ضابط في دمشق بعبوة»: the city of whom it was meant for. */
function saysWhatWasHit({ frame, segment, places, block }: Draft, last: Draft): boolean {
  if (frame !== 'blast' || last.frame !== 'blast' || block !== null || last.block !== null) return false;
  if (segment.opener !== 'effect' && segment.opener !== 'cause') return false;
  if (last.lastSegment !== segment.index - 1 || last.segment.sentence !== segment.sentence) return false;
  const [city, another] = places;
  const quarter = last.places[0]?.place;
  if (city?.place == null || another !== undefined || quarter == null) return false;
  return city.place.level === 'adm1'
    ? city.governorate === last.places[0]?.governorate
    : quarter.parent === city.place.id;
}

/** «سلاح الجو يدمر آليات في الشولا | ويقضي على العشرات منهم»: whom the fire just told killed. */
function finishesOff({ rule, segment }: Draft, last: Draft): boolean {
  const follows =
    segment.conjunction || (segment.opener === 'effect' && last.lastSegment === segment.index - 1);
  return rule.id === 'eliminated' && follows && last.frame === 'fire';
}

/** «غارات على تلبيسة …، واستشهد خمسة جراء غارة | استهدفت السخنة»: the verb that follows says where this one was. */
function strikesAhead(text: SectionText, { segment, frame }: Draft, last: Draft): boolean {
  const next = text.segments[segment.index + 1];
  if (frame !== 'fire' || segment.opener !== 'cause' || next?.sentence !== segment.sentence) return false;
  if (next.opener !== 'verb' || next.conjunction || !next.names.has('extends')) return false;
  const places = usablePlaces(text, next).filter(({ use }) => use === 'location');
  return places.length > 0 && !places.some((place) => last.places.some((one) => isSame(place, one)));
}

function isSame(a: PlaceFound, b: PlaceFound): boolean {
  return a === b || (a.place !== null && a.place.id === b.place?.id);
}

/** «دمروا دبابة بعد استهدافها بصاروخ»: the cause tells with what. */
function isMeans(draft: Draft, last: Draft): boolean {
  if (draft.type === 'air_drone_strike') return false;
  // «استهدفوا الحاجز عبر إطلاق نار مباشر».
  if (draft.rule.id === 'shots') return ['clash', 'fire', 'harm'].includes(last.frame);
  return draft.frame === 'fire' && (last.frame === 'clash' || last.frame === 'fire');
}

export function absorb(last: Draft, draft: Draft): void {
  for (const weapon of draft.weapons) last.weapons.add(weapon);
  last.lastSegment = draft.segment.index;
  last.civilians ||= draft.civilians;
  if (last.initiators.length + last.participants.length === 0) {
    last.initiators = draft.initiators;
    last.participants = draft.participants;
  }
  if (last.targets.length === 0 && last.frame !== 'clash') last.targets = draft.targets;
}
