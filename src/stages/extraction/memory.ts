/** What the segments before leave standing for those after: who acts, where, and the event told last. */
import { fitting } from '../../arabic/word-memory.ts';
import type { ActorFound, PlaceFound } from '../../knowledge/types.ts';
import type { Draft } from './drafts.ts';
import { placesAround } from './event-places.ts';
import { areJoined, type Parties, partiesOf } from './parties.ts';
import { pointedPlace } from './pointed-places.ts';
import type { SectionText, SegmentText, Trigger } from './section-text.ts';
import { carrierOf } from './segments.ts';
import { usablePlaces } from './usable-places.ts';

/** What the text before leaves standing. */
export interface Memory {
  doers: readonly ActorFound[];
  /** Places told last in this sentence, outside any event. */
  sentencePlaces: readonly PlaceFound[];
  sentence: number;
  lastPlaces: readonly PlaceFound[];
  /** All places told in the section so far. */
  readonly told: PlaceFound[];
  last: Draft | null;
  /** The fire from afar told last. */
  fire: Draft | null;
}

export function remember(text: SectionText, segment: SegmentText, memory: Memory): void {
  const doer = subjectOf(text, segment);
  const aside = segment.opener === 'cause' || segment.opener === 'relative' || segment.opener === 'effect';
  if (doer.length > 0 && !(aside && memory.doers.length > 0)) memory.doers = doer;
  // «وتوزع القتلى على دمشق (46) وحلب (18)»: no place of what comes after.
  if (segment.names.has('توزع') && segment.triggers.length === 0) return;
  const points = segment.names.has('anaphor');
  if (segment.places.length === 0 && !points) return;
  const usable = usablePlaces(text, segment);
  for (const place of usable) memory.told.push(place);
  const told = locationsAmong(placesAround(text, segment, segment.first - 1));
  const pointed = told.length > 0 ? null : pointedPlace(text, segment, memory.told);
  const located = told.length > 0 || pointed === null ? told : [pointed];
  if (located.length > 0) {
    memory.lastPlaces = located;
    if (memory.last?.segment.index !== segment.index) memory.sentencePlaces = located;
    else memory.sentencePlaces = [];
  }
}

function locationsAmong(places: readonly PlaceFound[]): readonly PlaceFound[] {
  return places.every(isLocation) ? places : places.filter(isLocation);
}

function isLocation({ use }: PlaceFound): boolean {
  return use === 'location';
}

/** The actors that a segment's verb has for subject, for the verbs after it. */
function subjectOf(text: SectionText, segment: SegmentText): readonly ActorFound[] {
  if (segment.actors.every(isCivilian)) return NOBODY;
  const trigger = segment.triggers[0];
  if (trigger === undefined) {
    const actors = segment.actors.filter((actor) => !isCivilian(actor));
    const first = actors[0] as ActorFound;
    const leads =
      (segment.opener === 'that' || segment.opener === 'start') &&
      wordsBefore(text, segment, first.first) <= 2;
    return leads || segment.names.has('capable') || segment.names.has('light')
      ? joinedActors(text, actors)
      : NOBODY;
  }
  return hasBetween(text, segment) ? NOBODY : partiesOf(text, segment, trigger, 'fire').initiators;
}

const NOBODY: readonly ActorFound[] = [];

function isCivilian({ side }: ActorFound): boolean {
  return side === 'civilians';
}

/** «أن مقاتلي "داعش"»: quotation marks do not count. */
function wordsBefore(text: SectionText, { first }: SegmentText, at: number): number {
  let words = 0;
  for (let i = first; i < at; i++) if (text.token(i).kind !== 'punctuation') words++;
  return words;
}

/** The first actor and those that و joins to it. */
function joinedActors(text: SectionText, actors: readonly ActorFound[]): ActorFound[] {
  const joined: ActorFound[] = [];
  for (const actor of actors) {
    const last = joined.at(-1);
    if (last !== undefined && !areJoined(text, last.last, actor.first)) break;
    joined.push(actor);
  }
  return joined;
}

function hasBetween(text: SectionText, segment: SegmentText): boolean {
  for (let at = segment.first; at <= segment.last; at++) if (text.token(at).norm === 'بين') return true;
  return false;
}

/** «كما استهدفوا …»: a verb without a subject of its own has the doer of before. */
export function withElided(
  text: SectionText,
  segment: SegmentText,
  trigger: Trigger,
  memory: Memory,
  parties: Parties,
): Parties {
  if (parties.initiators.length > 0 || parties.participants.length > 0 || memory.doers.length === 0)
    return parties;
  const previous = text.segments[segment.index - 1];
  const carried =
    previous?.sentence === segment.sentence &&
    ((carrierOf(text.segments, segment)?.names.has('capable') ?? false) ||
      cameOfIt(segment, trigger) ||
      (isBareSubject(previous) && (trigger.lemma === 'أوقع' || isOfSubject(segment, trigger))));
  if (isTakenBy(text, segment, trigger)) {
    const taker = previous?.actors.findLast(({ side }) => side !== 'civilians');
    if (taker !== undefined) return { initiators: [taker], targets: [], participants: [] };
  }
  const other = previous === undefined ? null : takerInCause(text, segment, trigger, previous);
  if (other !== null) return { initiators: [other], targets: [], participants: [] };
  if (!carried && !hasBareVerb(text, segment, trigger)) return parties;
  const doers = isFlown(segment, trigger) ? memory.doers.filter(hasAircraft) : memory.doers;
  if (doers.length === 0) return parties;
  return { initiators: doers, targets: parties.targets, participants: parties.participants };
}

const STATES: ReadonlySet<string> = new Set([
  'government',
  'russia',
  'coalition',
  'turkey',
  'israel',
  'jordan',
  'transition',
]);

/** «استهدف الثوار الحاجز، كما شن عشر غارات»: who has no aircraft did not raid. */
function hasAircraft({ side }: ActorFound): boolean {
  return STATES.has(side);
}

function isFlown({ names }: SegmentText, { lemma }: Trigger): boolean {
  return lemma === 'غارة' || names.has('air') || names.has('غارة') || names.has('barrel_bomb');
}

/** «خاضت الوحدات اشتباكات | انتهت بتحرير …», «وبعد معارك | تمكنت من تحرير …»: whoever fought. */
function cameOfIt({ opener, conjunction, names }: SegmentText, { kind, rules }: Trigger): boolean {
  if (kind !== 'noun' || rules.some(({ frame }) => frame !== 'gain')) return false;
  return opener === 'effect' || (opener === 'verb' && !conjunction && names.has('capable'));
}

/** «إن وحدات من الجيش | أوقعت عشرات القتلى»: a party and no act. */
function isBareSubject({ triggers, actors, opener }: SegmentText): boolean {
  return triggers.length === 0 && actors.length > 0 && (opener === 'that' || opener === 'start');
}

/** «بأن وحدة من الجيش، | قضت على مجموعة»: the verb of the party that a comma parts from it. */
function isOfSubject({ opener, conjunction, first }: SegmentText, { at, kind, lemma }: Trigger): boolean {
  return opener === 'verb' && !conjunction && at === first && kind === 'past' && !SUFFERED.has(lemma);
}

/** «تعزيز القوات حواجزها في البلدة | التي سيطرت عليها»: whoever is named right before. */
function isTakenBy(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  if (segment.opener !== 'relative' || trigger.lemma !== 'سيطر') return false;
  return /^علي(?:ها|ه|هما)$/.test(text.reading.tokens[trigger.at + 1]?.norm ?? '');
}

/** «بعد تقدم القوات إلى البلدة | وسيطرتها عليها»: the party of the cause, and not whoever acts after it. */
function takerInCause(
  text: SectionText,
  segment: SegmentText,
  trigger: Trigger,
  previous: SegmentText,
): ActorFound | null {
  if (previous.opener !== 'cause' || previous.sentence !== segment.sentence || !segment.conjunction)
    return null;
  if (!isOwned(text, trigger)) return null;
  return previous.actors.find(({ side }) => side !== 'civilians') ?? null;
}

/** «سيطرته على (أ)»: what somebody told of took. */
function isOwned(text: SectionText, { at, rules }: Trigger): boolean {
  const owned = text.mark(at).words.some(({ kind, suffix }) => kind === 'noun' && suffix !== '');
  return owned && rules.some(({ frame }) => frame === 'gain');
}

/** How far after the verb that tells of it somebody's own gain may stand. */
const OWN_REACH = 2;

/** «دخل الجيش الحر البلدة، وأعلن سيطرته على (ب)», «وأعلن بسط سيطرته على»: who says so of himself. */
function isOwnGain(text: SectionText, trigger: Trigger, at: number): boolean {
  return trigger.at > at && trigger.at - at <= OWN_REACH && isOwned(text, trigger);
}

/** In the singular these tell of whom or what something befell, and not of what somebody does. */
const SUFFERED = new Set(['قتل', 'أصيب', 'انفجر', 'تعرض', 'نزح', 'عثر', 'سقط']);

function hasBareVerb(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  for (let at = segment.first; at <= trigger.at; at++) {
    const mark = text.mark(at);
    if (mark.words.length === 0) continue;
    const word = mark.words.find(({ kind }) => kind === 'past' || kind === 'present');
    if (word === undefined) continue;
    if (word.plural) return true;
    if (SUFFERED.has(word.lemma)) return false;
    if (mark.uses.includes('say') && segment.conjunction && isOwnGain(text, trigger, at)) return true;
    if (mark.uses.some((use) => use === 'say' || use === 'occur' || use === 'suffer' || use === 'effect'))
      return false;
    const next = text.mark(Math.min(at + 1, segment.last));
    const subject =
      next.uses.some((use) => use === 'shell' || use === 'device' || use === 'air' || use === 'ground') ||
      // «وأحكمت سيطرتها»: with a pronoun it is what the doer has.
      next.words.some(
        (one) =>
          one.kind === 'noun' && one.suffix === '' && text.grammar.rulesFor(one.lemma, 'noun').length > 0,
      );
    if (!subject && saysItself(text, segment, at)) return true;
    const acts = mark.uses.includes('light') || !subject;
    const goesOn =
      segment.conjunction || segment.opener === 'connective' || isAfterwards(text, segment, trigger);
    return acts && word.lemma !== 'سقط' && goesOn;
  }
  return false;
}

/** «قطعوا الطريق | بعد | أن سيطروا على البلدة», «بعدما حرر المدينة»: the taker is who acts in the sentence. */
function isAfterwards(text: SectionText, { opener, first }: SegmentText, { rules }: Trigger): boolean {
  if (opener !== 'that' && opener !== 'cause') return false;
  const after = opener === 'cause' ? first : first - 1;
  if (!isAfter(text.reading.tokens[after]?.word ?? text.token(first).word)) return false;
  return rules.every(({ frame }) => frame === 'gain');
}

const isAfter = fitting(/^(?:بعد|بعدما|عقب)$/);

const itself = fitting(/^(?:ب?ان)(?:ه|ها|هم)$/);

/** «قال الجيش | إنه ضرب»: what who speaks tells of himself; the verb comes at once. */
function saysItself(text: SectionText, { opener, first, index }: SegmentText, at: number): boolean {
  if (opener !== 'that' || at > first + 1 || !itself(text.token(first).word)) return false;
  return text.segments[index - 1]?.names.has('say') === true;
}

export function isNear(last: Draft | null, segment: SegmentText): boolean {
  return last !== null && last.places.length > 0 && last.segment.sentence === segment.sentence;
}
