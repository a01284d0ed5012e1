/**
 * Runs the event grammar over one section: each segment sets off at most one rule, the first that fits. What a segment
 * leaves unsaid (doer, place) is taken from the segments before it. Linear in the number of tokens.
 */
import type { EventRule } from '../../knowledge/events/grammar.ts';
import type { ActorFound, PlaceFound } from '../../knowledge/types.ts';
import type { EventType, Weapon } from '../../model/vocabulary.ts';
import { type Block, Blocks } from './blocks.ts';
import { type Circumstances, holds, isHead, resolve } from './conditions.ts';
import type { Draft } from './drafts.ts';
import { placesAround, pointedPlace, usablePlaces } from './event-places.ts';
import { isJoined, type Parties, partiesOf } from './parties.ts';
import type { SectionText, SegmentText, Trigger } from './section-text.ts';
import { isVerb } from './segments.ts';

/** What the text before leaves standing. */
interface Memory {
  doers: readonly ActorFound[];
  /** Places told last in this sentence, outside any event. */
  sentencePlaces: readonly PlaceFound[];
  sentence: number;
  lastPlaces: readonly PlaceFound[];
  /** All places told in the section so far. */
  readonly told: PlaceFound[];
  last: Draft | null;
}

interface Reading {
  readonly rule: EventRule;
  readonly trigger: Trigger;
  readonly parties: Parties;
  readonly places: readonly PlaceFound[];
  readonly now: Circumstances;
  readonly block: Block | null;
}

/** All events that a section tells, blocked ones included, in text order. */
export function interpretSection(text: SectionText): Draft[] {
  const drafts: Draft[] = [];
  const blocks = new Blocks(text, datedSentences(text));
  const sentences = sentenceNames(text);
  const memory: Memory = {
    doers: [],
    sentencePlaces: [],
    sentence: -1,
    lastPlaces: [],
    told: [],
    last: null,
  };
  for (const segment of text.segments) {
    if (segment.sentence !== memory.sentence) {
      memory.sentence = segment.sentence;
      memory.sentencePlaces = [];
    }
    const blockOf = blocks.enter(segment);
    if (extendsLast(text, segment, memory.last)) {
      extend(text, segment, memory.last as Draft);
      remember(text, segment, memory);
      continue;
    }
    const read = readSegment(text, segment, memory, sentences, blockOf);
    if (read === null) {
      completes(text, segment, memory.last);
      remember(text, segment, memory);
      continue;
    }
    if (refersBack(text, segment, read, memory.last)) {
      const last = memory.last as Draft;
      if (last.segment.sentence === segment.sentence) last.lastSegment = segment.index;
      remember(text, segment, memory);
      continue;
    }
    for (const draft of draftsOf(text, segment, read, memory)) {
      shareForward(text, draft, drafts);
      drafts.push(draft);
      if (draft.block === null) memory.last = draft;
    }
    remember(text, segment, memory);
  }
  return drafts;
}

/** Whether a sentence tells a day of its own. */
function datedSentences(text: SectionText): (segment: SegmentText) => boolean {
  const dated = new Set<number>();
  let next = 0;
  const { dates } = text.reading;
  for (const segment of text.segments) {
    while (next < dates.length && (dates[next]?.first ?? 0) < segment.first) next++;
    for (; next < dates.length && (dates[next]?.first ?? 0) <= segment.last; next++) {
      if ((dates[next]?.precision ?? 3) < 3) dated.add(segment.sentence);
    }
  }
  return (segment) => dated.has(segment.sentence);
}

function sentenceNames(text: SectionText): (sentence: number) => ReadonlySet<string> {
  const names = new Map<number, Set<string>>();
  for (const segment of text.segments) {
    const known = names.get(segment.sentence);
    if (known) for (const name of segment.names) known.add(name);
    else names.set(segment.sentence, new Set(segment.names));
  }
  const none: ReadonlySet<string> = new Set();
  return (sentence) => names.get(sentence) ?? none;
}

function readSegment(
  text: SectionText,
  segment: SegmentText,
  memory: Memory,
  sentences: (sentence: number) => ReadonlySet<string>,
  blockOf: (trigger: Trigger) => Block | null,
): Reading | null {
  let best: Reading | null = null;
  for (const trigger of segment.triggers) {
    for (const rule of trigger.rules) {
      if (best !== null && rule.order >= best.rule.order) break;
      const parties = withElided(
        text,
        segment,
        trigger,
        memory,
        partiesOf(text, segment, trigger, rule.frame),
      );
      const places = placesAround(text, segment, trigger.at).filter(
        (place, _, all) =>
          (rule.frame !== 'people' || trigger.lemma === 'وصل' || !isDestination(text, place)) &&
          (rule.frame === 'fire' || all.length === 1 || !isOwner(text, place)),
      );
      const now: Circumstances = {
        initiators: parties.initiators.length > 0 ? parties.initiators : parties.participants.slice(0, 1),
        targets: parties.targets,
        named: segment.actors.some(
          (actor) => parties.initiators.includes(actor) || parties.participants.includes(actor),
        ),
        hasPlace: places.length > 0 || memory.sentencePlaces.length > 0 || isNear(memory.last, segment),
        sentence: sentences(segment.sentence),
      };
      if (!holds(rule.needs, text, segment, trigger, now)) continue;
      if (rule.not && holds(rule.not, text, segment, trigger, now)) continue;
      best = { rule, trigger, parties, places, now, block: blockOf(trigger) };
      break;
    }
  }
  return best;
}

/** «نتيجة الاشتباكات»: a noun that only points at a fight told before. */
function refersBack(text: SectionText, segment: SegmentText, read: Reading, last: Draft | null): boolean {
  if (read.block !== null || last === null) return false;
  // «في الاشتباكات التي تبعت التفجير»
  const told = text.mark(read.trigger.at).words.some((word) => word.definite && word.kind === 'noun');
  if (segment.opener === 'relative' && told && read.rule.frame === last.frame && last.frame === 'blast')
    return true;
  if (/^(?:هذا|هذه|ذلك|تلك)$/.test(text.reading.tokens[read.trigger.at - 1]?.norm ?? '')) return true;
  if (read.places.length > 0) return false;
  const same = last.segment.sentence === segment.sentence;
  // «بعد أن ألقي القبض عليهم»: what came before the event it explains.
  const earlier = segment.opener === 'that' && text.segments[segment.index - 1]?.opener === 'cause';
  if (same && earlier && !['fire', 'blast', 'clash'].includes(read.rule.frame)) return true;
  if (
    same &&
    segment.opener === 'cause' &&
    ['gain', 'loss', 'seizure'].includes(read.rule.frame) &&
    read.places.length === 0
  )
    return true;
  // «بعد فشل الهجوم الذي شنته …»: the noun is told here, by what follows it.
  if (text.segments[segment.index + 1]?.opener === 'relative') return false;
  if (read.trigger.kind !== 'noun' || (read.rule.frame !== 'clash' && read.rule.frame !== 'blast'))
    return false;
  const kin =
    ['clash', 'harm', 'raid', 'blast'].includes(last.frame) ||
    (last.frame === 'fire' && read.rule.frame === 'blast');
  if (!kin && segment.opener !== 'cause') return false;
  if (!same && !['cause', 'effect', 'connective'].includes(segment.opener) && read.rule.frame !== 'blast')
    return false;
  const word = text.mark(read.trigger.at).words.find(({ lemma }) => lemma === read.trigger.lemma);
  return word !== undefined && (word.definite || word.suffix !== '');
}

/**
 * «أغار الطيران وألقى البراميل وقصفت الحواجز أحياء المدينة»: verbs joined by و share the object of the last, and
 * «حيث ألقى … على المدينة» says where the raids before it were.
 */
function shareForward(text: SectionText, draft: Draft, before: readonly Draft[]): void {
  if (
    draft.block !== null ||
    draft.frame !== 'fire' ||
    (draft.source !== 'own' && draft.source !== 'pointed')
  )
    return;
  const explains = text.token(draft.segment.first).norm.endsWith('حيث');
  if (!draft.segment.conjunction && !explains) return;
  let next = draft;
  for (let i = before.length - 1; i >= 0; i--) {
    const last = before[i] as Draft;
    if (last.frame !== 'fire' || last.block !== null || last.segment.opener === 'cause') return;
    if (!['event', 'before', 'none'].includes(last.source)) return;
    if (last.segment.sentence !== draft.segment.sentence || last.lastSegment !== next.segment.index - 1)
      return;
    last.places = draft.places;
    last.source = draft.source;
    if (!last.segment.conjunction) return;
    next = last;
  }
}

/** «رئيس الهيئة الشرعية لدمشق وريفها»: the place belongs to a title. */
function isOwner(text: SectionText, place: PlaceFound): boolean {
  return text.reading.text.slice(text.token(place.first).start, place.start).includes('ل');
}

function isNear(last: Draft | null, segment: SegmentText): boolean {
  return last !== null && last.places.length > 0 && last.segment.sentence === segment.sentence;
}

/** «نزوح الأهالي باتجاه …»: where people go is not where they leave. */
function isDestination(text: SectionText, place: PlaceFound): boolean {
  for (let at = place.first - 1; at >= text.from && at >= place.first - 3; at--) {
    if (/^(?:باتجاه|نحو|الي|صوب)$/.test(text.token(at).norm)) return true;
  }
  return false;
}

/** «كما استهدفوا …»: a verb without a subject of its own has the doer of before. */
function withElided(
  text: SectionText,
  segment: SegmentText,
  trigger: Trigger,
  memory: Memory,
  parties: Parties,
): Parties {
  if (parties.initiators.length > 0 || parties.participants.length > 0 || memory.doers.length === 0)
    return parties;
  const previous = text.segments[segment.index - 1];
  const carried = previous?.sentence === segment.sentence && previous.names.has('capable');
  if (!carried && !hasBareVerb(text, segment, trigger)) return parties;
  return { ...parties, initiators: memory.doers };
}

function hasBareVerb(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  for (let at = segment.first; at <= trigger.at; at++) {
    const mark = text.mark(at);
    const word = mark.words.find(({ kind }) => kind === 'past' || kind === 'present');
    if (word === undefined) continue;
    if (word.plural) return true;
    if (mark.uses.some((use) => use === 'say' || use === 'occur' || use === 'suffer' || use === 'effect'))
      return false;
    const next = text.mark(Math.min(at + 1, segment.last));
    const subject =
      next.uses.some((use) => use === 'shell' || use === 'device' || use === 'air') ||
      next.words.some((one) => one.kind === 'noun' && text.grammar.rulesFor(one.lemma, 'noun').length > 0);
    return !subject && word.lemma !== 'سقط' && (segment.conjunction || segment.opener === 'connective');
  }
  return false;
}

/** A verb right after an event, without و, goes on with it: «غارات … استهدفت حي جوبر». */
function extendsLast(text: SectionText, segment: SegmentText, last: Draft | null): boolean {
  if (last === null || last.segment.sentence !== segment.sentence || segment.conjunction) return false;
  const explains = segment.opener === 'connective' && text.token(segment.first).norm.endsWith('حيث');
  if (segment.opener !== 'verb' && segment.opener !== 'relative' && !explains) return false;
  if (explains && partiesOf(text, segment, segment.triggers[0] ?? last.trigger, 'fire').initiators.length > 0)
    return false;
  if (last.lastSegment !== segment.index - 1) return false;
  if (last.frame === 'protest') {
    if (segment.names.has('فرق') || segment.names.has('shots')) return true;
    return last.source !== 'own' || last.places.every((place) => place.geoPrecision === 3);
  }
  if (!['fire', 'blast', 'clash', 'harm', 'raid'].includes(last.frame)) return false;
  for (let at = segment.first; at <= segment.last; at++) {
    const mark = text.mark(at);
    if (mark.uses.includes('extends') || mark.uses.includes('byverb'))
      return mark.words.every((word) => !word.future);
    if (mark.uses.includes('occur') || mark.uses.includes('light')) return segment.triggers.length === 0;
    if (mark.words.some(({ kind }) => kind === 'past' || kind === 'present')) return false;
  }
  return false;
}

function extend(text: SectionText, segment: SegmentText, draft: Draft): void {
  const places = placesAround(text, segment, segment.first - 1);
  if (places.length > 0 && !(draft.frame === 'clash' && draft.source === 'own')) {
    const coarse = draft.places.every((place) => place.geoPrecision === 3);
    if (draft.source === 'own' && !coarse) draft.places = [...draft.places, ...places];
    else {
      draft.places = places;
      draft.evidence += 2;
    }
    draft.source = 'own';
  }
  const trigger = segment.triggers[0] ?? draft.trigger;
  if (draft.frame === 'clash') draft.participants = [...draft.participants, ...segment.actors];
  const parties = partiesOf(text, segment, trigger, 'fire');
  if (draft.initiators.length === 0 && draft.participants.length === 0) draft.initiators = parties.initiators;
  else if (parties.targets.length + parties.initiators.length > 0)
    draft.targets = [...draft.targets, ...parties.initiators, ...parties.targets];
  addWeapons(draft.weapons, segment);
  draft.civilians ||= segment.names.has('civil');
  draft.lastSegment = segment.index;
  if (draft.frame === 'protest' && draft.type === 'peaceful_protest') {
    if (segment.names.has('shots')) draft.type = 'excessive_force_against_protesters';
    else if (segment.names.has('فرق')) draft.type = 'protest_with_intervention';
  }
  if (draft.rule.frame !== 'fire' || draft.type === 'chemical_weapon') return;
  if (segment.names.has('air')) draft.type = 'air_drone_strike';
  else if (segment.names.has('ground') && draft.type === 'armed_clash')
    draft.type = 'shelling_artillery_missile';
}

/** A segment without an event may still say where the last one was: «انفجار … وقع في بلدة …». */
function completes(text: SectionText, segment: SegmentText, last: Draft | null): void {
  if (last === null || last.segment.sentence !== segment.sentence || last.source === 'own') return;
  if (segment.conjunction || segment.opener === 'effect') return;
  if (segment.opener === 'connective' && tellsSomething(text, segment)) return;
  const usable = usablePlaces(text, segment);
  const located = usable.filter((place) => place.use === 'location');
  const places = located.length > 0 ? located : usable;
  if (places.length === 0) return;
  last.places = places.slice(0, 1);
  last.source = 'sentence';
}

function tellsSomething(text: SectionText, segment: SegmentText): boolean {
  if (segment.triggers.length > 0) return true;
  for (let at = segment.first; at <= segment.last; at++) if (isVerb(text.mark(at))) return true;
  return false;
}

function draftsOf(text: SectionText, segment: SegmentText, read: Reading, memory: Memory): Draft[] {
  const { rule, trigger, now } = read;
  const resolved = resolve(rule, text, segment, trigger, now);
  const parties =
    resolved.frame === rule.frame
      ? read.parties
      : withElided(text, segment, trigger, memory, partiesOf(text, segment, trigger, resolved.frame));
  const attempt = isAttempt(text, segment, trigger);
  if (attempt && resolved.frame === 'strategic') return [];
  const inherited = rule.inherits ? inheritedFrom(memory.last) : null;
  if (rule.inherits && inherited === null) return [];
  const type =
    inherited?.type ??
    typeOfBefore(text, segment, read, memory.last, resolved.type) ??
    (attempt && resolved.frame === 'gain' ? 'armed_clash' : resolved.type);
  const [places, source] = placesFor(text, segment, read.places, memory);
  const draft: Draft = {
    rule,
    type,
    frame: attempt && resolved.frame === 'gain' ? 'clash' : resolved.frame,
    segment,
    trigger,
    places,
    source,
    ...(attempt && resolved.frame === 'gain' ? partiesOf(text, segment, trigger, 'clash') : parties),
    initiators: inherited && parties.initiators.length === 0 ? inherited.initiators : parties.initiators,
    weapons: new Set<Weapon>(),
    casualties: [],
    lastSegment: segment.index,
    block: read.block,
    civilians: segment.names.has('civil'),
    day: null,
    evidence: evidenceOf(text, segment, trigger, resolved.frame, places, source),
  };
  addWeapons(draft.weapons, segment);
  if (sitesLast(text, draft, memory.last)) return [];
  if (isSameAsLast(draft, memory.last)) {
    absorb(memory.last as Draft, draft);
    return [];
  }
  if (rule.split && type === 'air_drone_strike') return [draft];
  if (rule.split && isBoth(segment) && type === 'shelling_artillery_missile') {
    return [{ ...draft, type: 'air_drone_strike', weapons: new Set(draft.weapons), casualties: [] }, draft];
  }
  return [draft];
}

/** «اشتباكات عنيفة | بعد أن أعلن الثوار عن معركة في …»: the cause says where the fight is. */
function sitesLast(text: SectionText, draft: Draft, last: Draft | null): boolean {
  if (last === null || draft.source !== 'own' || draft.block !== null) return false;
  const taken = text
    .mark(draft.trigger.at)
    .words.some(({ suffix, kind }) => kind === 'noun' && suffix !== '');
  if (draft.type !== last.type && !(taken && draft.segment.opener === 'cause')) return false;
  if (last.source === 'own' || last.segment.sentence !== draft.segment.sentence) return false;
  if (!['cause', 'that', 'relative'].includes(draft.segment.opener)) return false;
  last.places = draft.places;
  last.source = 'own';
  absorb(last, draft);
  return true;
}

/** «ست ضربات حول …»: more of the fire told before. */
function inheritedFrom(last: Draft | null): Draft | null {
  return last !== null && last.frame === 'fire' ? last : null;
}

/** «القصف» or a further target of raids just told, without means of its own, is more of them. */
function typeOfBefore(
  text: SectionText,
  segment: SegmentText,
  read: Reading,
  last: Draft | null,
  type: EventType,
): EventType | null {
  if (last?.type !== 'air_drone_strike' || type !== 'shelling_artillery_missile' || last.frame !== 'fire')
    return null;
  if (segment.weapons.length > 0 || segment.names.has('ground') || segment.names.has('shell')) return null;
  const same = last.segment.sentence === segment.sentence;
  const word = text.mark(read.trigger.at).words.find(({ lemma }) => lemma === read.trigger.lemma);
  const definite = read.trigger.kind === 'noun' && (word?.definite ?? false);
  const near = last.segment.sentence + 2 >= segment.sentence;
  const doer = read.parties.initiators[0]?.id;
  const agrees =
    doer === undefined || last.initiators.length === 0 || last.initiators.some(({ id }) => id === doer);
  return agrees && ((definite && near) || (same && read.trigger.lemma === 'استهدف')) ? last.type : null;
}

function isBoth(segment: SegmentText): boolean {
  return segment.names.has('air') && segment.names.has('ground');
}

function isAttempt(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  for (let at = segment.first; at < trigger.at; at++) if (text.mark(at).uses.includes('attempt')) return true;
  return false;
}

function placesFor(
  text: SectionText,
  segment: SegmentText,
  own: readonly PlaceFound[],
  memory: Memory,
): [readonly PlaceFound[], Draft['source']] {
  if (own.length > 0) return [own, 'own'];
  const pointed = pointedPlace(text, segment, memory.told);
  if (pointed !== null) return [[pointed], 'pointed'];
  if (memory.sentencePlaces.length > 0) return [memory.sentencePlaces.slice(0, 1), 'sentence'];
  const last = memory.last;
  if (last !== null && last.places.length > 0) {
    const near = last.segment.sentence === segment.sentence;
    return [last.places.slice(0, 1), near ? 'event' : 'before'];
  }
  if (memory.lastPlaces.length > 0) return [memory.lastPlaces.slice(0, 1), 'before'];
  return [[], 'none'];
}

/** A dependent rule, or «القصف، استهدافها» with nothing new, speaks of the event before. */
function isSameAsLast(draft: Draft, last: Draft | null): boolean {
  if (last === null || draft.source === 'own' || draft.block !== null || last.block !== null) return false;
  if (last.segment.sentence !== draft.segment.sentence) return false;
  if (draft.rule.dependent) return true;
  const noun = draft.trigger.kind === 'noun';
  return noun && draft.segment.opener === 'cause' && (draft.type === last.type || isMeans(draft, last));
}

/** «دمروا دبابة بعد استهدافها بصاروخ»: the cause tells with what. */
function isMeans(draft: Draft, last: Draft): boolean {
  if (draft.type === 'air_drone_strike') return false;
  return draft.frame === 'fire' && (last.frame === 'clash' || last.frame === 'fire');
}

function absorb(last: Draft, draft: Draft): void {
  for (const weapon of draft.weapons) last.weapons.add(weapon);
  last.lastSegment = draft.segment.index;
  last.civilians ||= draft.civilians;
  if (last.initiators.length + last.participants.length === 0) {
    last.initiators = draft.initiators;
    last.participants = draft.participants;
  }
  if (last.targets.length === 0 && last.frame !== 'clash') last.targets = draft.targets;
}

function addWeapons(weapons: Set<Weapon>, segment: SegmentText): void {
  for (const weapon of segment.weapons) weapons.add(weapon.id);
  for (const actor of segment.actors) if (actor.via) weapons.add(actor.via);
}

/** A whole governorate, or a name that stands for one; «مدينة إدلب» is the town. */
function isWide(text: SectionText, place: PlaceFound): boolean {
  if (place.place === null) return false;
  if (place.geoPrecision === 3) return true;
  const town = /مدين/.test(text.token(place.first).norm + (text.reading.tokens[place.first - 1]?.norm ?? ''));
  return place.place.level === 'adm1' && !town;
}

function evidenceOf(
  text: SectionText,
  segment: SegmentText,
  trigger: Trigger,
  frame: string,
  places: readonly PlaceFound[],
  source: Draft['source'],
): number {
  const coarse = places.every((place) => isWide(text, place));
  let evidence = source === 'own' ? (coarse ? 1 : 2) : source === 'before' || source === 'none' ? 0 : 1;
  if (trigger.kind === 'past' || isHead(text, segment, trigger)) evidence += 1;
  if (isCarried(text, segment, trigger, frame)) evidence += 1;
  return evidence;
}

const CARRYING: ReadonlySet<string> = new Set(['light', 'occur', 'capable', 'suffer', 'grip']);
const ANNOUNCED: ReadonlySet<string> = new Set(['strategic', 'gain', 'loss']);

/** A finite verb before the noun says that it happened; parties announce what they took or founded. */
function isCarried(text: SectionText, segment: SegmentText, trigger: Trigger, frame: string): boolean {
  for (let at = segment.first; at < trigger.at; at++) {
    const { uses, words } = text.mark(at);
    if (uses.includes('extends')) return true;
    const finite = words.some(({ kind }) => kind === 'past' || kind === 'present');
    if (finite && uses.some((use) => CARRYING.has(use))) return true;
    if (finite && uses.includes('say') && ANNOUNCED.has(frame)) return true;
  }
  return false;
}

function remember(text: SectionText, segment: SegmentText, memory: Memory): void {
  const doer = subjectOf(text, segment);
  const aside = segment.opener === 'cause' || segment.opener === 'relative' || segment.opener === 'effect';
  if (doer.length > 0 && !(aside && memory.doers.length > 0)) memory.doers = doer;
  const usable = usablePlaces(text, segment);
  memory.told.push(...usable);
  const pointed = pointedPlace(text, segment, memory.told);
  const told = placesAround(text, segment, segment.first - 1).filter((place) => place.use === 'location');
  const located = told.length > 0 || pointed === null ? told : [pointed];
  if (located.length > 0) {
    memory.lastPlaces = located;
    if (memory.last?.segment.index !== segment.index) memory.sentencePlaces = located;
    else memory.sentencePlaces = [];
  }
}

/** The actors that a segment's verb has for subject, for the verbs after it. */
function subjectOf(text: SectionText, segment: SegmentText): readonly ActorFound[] {
  const trigger = segment.triggers[0];
  const actors = segment.actors.filter((actor) => actor.side !== 'civilians');
  if (actors.length === 0) return [];
  if (trigger === undefined) {
    const first = actors[0] as ActorFound;
    const leads =
      (segment.opener === 'that' || segment.opener === 'start') && first.first - segment.first <= 2;
    return leads || segment.names.has('capable') || segment.names.has('light')
      ? joinedActors(text, actors)
      : [];
  }
  const parties = partiesOf(text, segment, trigger, 'fire');
  const between = hasBetween(text, segment);
  return between ? [] : parties.initiators;
}

/** The first actor and those that و joins to it. */
function joinedActors(text: SectionText, actors: readonly ActorFound[]): ActorFound[] {
  const joined: ActorFound[] = [];
  for (const actor of actors) {
    const last = joined.at(-1);
    if (last !== undefined && !isJoined(text, last.last, actor.first)) break;
    joined.push(actor);
  }
  return joined;
}

function hasBetween(text: SectionText, segment: SegmentText): boolean {
  for (let at = segment.first; at <= segment.last; at++) if (text.token(at).norm === 'بين') return true;
  return false;
}
