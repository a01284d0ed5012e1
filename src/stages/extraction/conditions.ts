/** Whether a rule's conditions hold for a trigger in its segment. */
import { isVerbLike } from '../../arabic/verbs.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { Condition, EventRule } from '../../knowledge/events/grammar.ts';
import type { ActorFound } from '../../knowledge/types.ts';
import { isClosingQuote } from './beside-places.ts';
import { SOUGHT } from './mark.ts';
import { flies, isPluralVerb } from './parties.ts';
import type { SectionText, SegmentText, Trigger } from './section-text.ts';
import { carrierOf } from './segments.ts';
import { firstReaching, spansWithin } from './spans-within.ts';

/** What conditions ask beside the words of the segment. */
export interface Circumstances {
  readonly initiators: readonly ActorFound[];
  readonly targets: readonly ActorFound[];
  readonly hasPlace: boolean;
  /** The segment itself says where. */
  readonly placed: boolean;
  /** The segment itself names who did it. */
  readonly named: boolean;
}

/** How far «right after» and «right before» reach, in tokens. */
const NEAR = 3;

type Plain = Omit<Condition, 'any'>;

export function holds(
  condition: Condition | undefined,
  text: SectionText,
  segment: SegmentText,
  trigger: Trigger,
  now: Circumstances,
): boolean {
  if (condition === undefined) return true;
  if (!plainHolds(condition, text, segment, trigger, now)) return false;
  if (condition.any === undefined) return true;
  for (const one of condition.any) if (plainHolds(one, text, segment, trigger, now)) return true;
  return false;
}

/** Whether a condition can hold, as far as words tell: asked first, since who and where cost more to find out. */
export function mayHold(
  condition: Condition | undefined,
  text: SectionText,
  segment: SegmentText,
  trigger: Trigger,
): boolean {
  return condition === undefined || wordsHold(condition, text, segment, trigger);
}

/** Loops here and below, not `some`: functions that a rule's conditions make cost more than the answers, asked or not. */
function wordsHold(one: Plain, text: SectionText, segment: SegmentText, { lemma, kind }: Trigger): boolean {
  return (
    (one.lemma === undefined || one.lemma.includes(lemma)) &&
    (one.kind === undefined || (one.kind as readonly string[]).includes(kind)) &&
    (one.near === undefined || tellsAny(segment.names, one.near, lemma)) &&
    (one.noneNear === undefined || !tellsAny(segment.names, one.noneNear)) &&
    (one.sentence === undefined || text.sentenceTells(segment, one.sentence))
  );
}

function tellsAny(names: ReadonlySet<string>, asked: readonly string[], but?: string): boolean {
  for (const name of asked) if (name !== but && names.has(name)) return true;
  return false;
}

function plainHolds(
  one: Plain,
  text: SectionText,
  segment: SegmentText,
  trigger: Trigger,
  now: Circumstances,
): boolean {
  return (
    wordsHold(one, text, segment, trigger) &&
    (one.weapons === undefined || hasWeapon(segment, one.weapons)) &&
    (one.by === undefined || isBy(now, one.by)) &&
    (one.actors === undefined || actsAny(now, one.actors)) &&
    (one.target === undefined || isAnyTarget(segment, now, one.target)) &&
    (one.named === undefined || one.named === now.named) &&
    (one.place === undefined || one.place === now.hasPlace) &&
    (one.placed === undefined || one.placed === now.placed) &&
    (one.governed === undefined || one.governed === isGoverned(text, segment, trigger)) &&
    (one.flown === undefined || one.flown === isFlown(now)) &&
    (one.plural === undefined || one.plural === isPluralVerb(text, trigger)) &&
    (one.agent === undefined || hasAgent(text, segment, trigger, one.agent)) &&
    (one.onto === undefined || one.onto === comesDownOn(text, segment, trigger)) &&
    (one.head === undefined || one.head === isHead(text, segment, trigger)) &&
    (one.subject === undefined || one.subject === hasSubject(text, segment, trigger)) &&
    (one.topic === undefined || one.topic === isTopic(text, segment, trigger)) &&
    (one.saidBy === undefined || isSaidBy(text, segment, trigger, one.saidBy)) &&
    (one.after === undefined || isRightAfter(text, segment, trigger, one.after)) &&
    (one.before === undefined || isRightBefore(text, segment, trigger, one.before))
  );
}

function isRightAfter(
  text: SectionText,
  segment: SegmentText,
  { at }: Trigger,
  names: readonly string[],
): boolean {
  return namesWithin(text, at + 1, Math.min(segment.last, at + NEAR), names);
}

function isRightBefore(
  text: SectionText,
  segment: SegmentText,
  { at }: Trigger,
  names: readonly string[],
): boolean {
  return namesWithin(text, Math.max(subjectStart(text, segment), at - NEAR), at - 1, names);
}

/** «إن قذيفة | سقطت على …», «الصاروخ | الذي سقط على»: a verb that opens its segment without و has its subject before it. */
function subjectStart(text: SectionText, segment: SegmentText): number {
  const follows = (segment.opener === 'verb' && !segment.conjunction) || segment.opener === 'relative';
  return follows ? (text.segments[segment.index - 1]?.first ?? segment.first) : segment.first;
}

/** Whether any of some names stands in a stretch. */
function namesWithin(text: SectionText, first: number, last: number, names: readonly string[]): boolean {
  for (let at = first; at <= last; at++) {
    for (const name of text.mark(at).names) if (names.includes(name)) return true;
  }
  return false;
}

/** «أصابت قذيفة منزلا», «صاروخ أصاب مستشفى»: the verb's subject, which no preposition leads. */
function hasAgent(
  text: SectionText,
  segment: SegmentText,
  { at }: Trigger,
  names: readonly string[],
): boolean {
  if (at < segment.last && isAgent(text, at + 1, names)) return true;
  const start = subjectStart(text, segment);
  for (let i = Math.max(start, at - reachOf(text, start, at)); i < at; i++)
    if (isAgent(text, i, names)) return true;
  return false;
}

const isMake = fitting(/^(?:طراز|نوع)$/);
/** How far before the verb «من طراز» may stand, and how many tokens it and the model's name take. */
const MAKE_BACK = 7;
const MAKE_TOKENS = 8;

/** How far before the verb its subject may stand: «مقاتلتان من طراز "سو-24 إم" | دمرتا» stands farther. */
function reachOf(text: SectionText, start: number, verb: number): number {
  for (let at = verb - 1; at >= start && at >= verb - MAKE_BACK; at--)
    if (isMake(text.token(at).word)) return NEAR + MAKE_TOKENS;
  return NEAR;
}

function isAgent(text: SectionText, at: number, names: readonly string[]): boolean {
  const mark = text.mark(at);
  if (!mark.names.some((name) => names.includes(name))) return false;
  return mark.words.every(({ preposition }) => preposition === '');
}

/** How far after what is fired «على» may stand. */
const ONTO_REACH = 6;

/** «قذيفة صاروخية على مدرسة», «خمسة صواريخ فجرا باتجاه البلدة»: what is fired, and no verb before where it falls. */
function comesDownOn(text: SectionText, segment: SegmentText, { at }: Trigger): boolean {
  for (let to = at + 1; to <= segment.last && to <= at + ONTO_REACH; to++) {
    if (isOnto(text.token(to).word)) return text.reading.tokens[to + 1]?.norm !== 'الاقل';
    const { verb, noun } = text.mark(to);
    const { kind, norm } = text.token(to);
    if (kind === 'punctuation' || (verb && !noun) || isVerbLike(norm)) return false;
  }
  return false;
}

const isOnto = fitting(/^(?:علي|باتجاه|صوب)$/);

/** «طائرات روسية وجهت ضربات | ودمرت معسكرا»: who did it flies. */
function isFlown({ initiators }: Circumstances): boolean {
  return initiators.some(flies);
}

function hasWeapon({ weapons, actors }: SegmentText, asked: readonly string[]): boolean {
  for (const { id } of weapons) if (asked.includes(id)) return true;
  for (const { via } of actors) if (via !== null && asked.includes(via)) return true;
  return false;
}

/** Whether one of the sides did it; `none` where nobody is told to have. */
function isBy({ initiators }: Circumstances, sides: readonly string[]): boolean {
  if (initiators.length === 0) return sides.includes('none');
  for (const { side } of initiators) if (sides.includes(side)) return true;
  return false;
}

function actsAny({ initiators }: Circumstances, asked: readonly string[]): boolean {
  for (const { id } of initiators) if (asked.includes(id)) return true;
  return false;
}

function isAnyTarget(segment: SegmentText, now: Circumstances, asked: readonly string[]): boolean {
  for (const target of asked) if (isTarget(segment, now, target)) return true;
  return false;
}

function isTarget(segment: SegmentText, { targets }: Circumstances, target: string): boolean {
  if (target === 'civilians') return segment.names.has('civil');
  for (const { side } of targets) if (side !== 'civilians' && side !== 'unknown') return true;
  return target === 'fighters' && segment.names.has('fighter');
}

const GOVERNORS = SOUGHT.capable | SOUGHT.light | SOUGHT.occur | SOUGHT.grip | SOUGHT.effect | SOUGHT.suffer;

/** A verb before the trigger carries it: «تمكنوا من السيطرة»، «شنت غارات»، «أعلنت تحرير». */
export function isGoverned(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  if (hasGovernor(text, segment.first, trigger.at) || isTried(text, segment, trigger)) return true;
  if (isByTaking(text, segment, trigger)) return true;
  // «تمكنوا من دخول المدينة والسيطرة على …»: the verb of the segment before carries the noun that و joins.
  const previous = carrierOf(text.segments, segment);
  const joined =
    segment.opener === 'noun' || (previous?.names.has('capable') && previous.triggers.length === 0);
  const before = joined ? previous : undefined;
  if (before && before.sentence === segment.sentence && hasGovernor(text, before.first, before.last + 1))
    return true;
  return isHead(text, segment, trigger) && trigger.kind === 'noun';
}

/** «عزلت القوات المدينة بسيطرتها على بلدة …»: by taking it the doer of the verb did so. */
function isByTaking(text: SectionText, segment: SegmentText, { at, kind, lemma, rules }: Trigger): boolean {
  if (kind !== 'noun' || segment.actors.length === 0 || rules[0]?.frame !== 'gain') return false;
  return text
    .mark(at)
    .words.some((word) => word.lemma === lemma && word.preposition === 'ب' && word.suffix !== '');
}

/** «بالتزامن مع محاولة الثوار التقدم»: what goes with something that happened was tried. */
function isTried(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  if ((segment.sought & SOUGHT.attempt) === 0) return false;
  if (segment.opener !== 'connective' && segment.opener !== 'cause') return false;
  for (let at = segment.first; at < trigger.at; at++)
    if ((text.mark(at).sought & SOUGHT.attempt) !== 0) return true;
  return false;
}

function hasGovernor(text: SectionText, first: number, end: number): boolean {
  for (let at = first; at < end; at++) {
    const mark = text.mark(at);
    if (mark.sought === 0) continue;
    if ((mark.sought & GOVERNORS) !== 0) return true;
    if ((mark.sought & SOUGHT.attempt) !== 0 && mark.words.some(({ kind }) => kind === 'past')) return true;
    if ((mark.sought & SOUGHT.say) !== 0 && mark.words.some((word) => word.lemma === 'قال')) return true;
  }
  return false;
}

/** One of the parties says so, named before the trigger in its sentence as who tells. */
function isSaidBy(
  text: SectionText,
  segment: SegmentText,
  { at }: Trigger,
  asked: readonly string[],
): boolean {
  const first = (text.segments[text.sentenceStart(segment)] ?? segment).first;
  const told = spansWithin(text.reading.entities.attributions, first, at);
  return told.some(({ actor }) => actor !== null && asked.includes(actor));
}

/** The trigger is the first word of its sentence, as in headlines and flashes; how many there are may stand before it. */
export function isHead(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  if (segment.opener !== 'start') return false;
  if (isFronted(text, segment, trigger)) return true;
  for (let at = segment.first; at < trigger.at; at++) {
    if (text.token(at).kind !== 'word' || text.mark(at).spent || isCounting(text, at)) continue;
    if (trigger.kind !== 'noun' || !isLight(text.token(at).word)) return false;
  }
  return true;
}

/** Nouns that only say of the next that it happened: «محاولة اغتيال», «حركة نزوح», «انفجار قنبلة». */
const isLight = fitting(
  /^(?:محاوله|محاولات|حركه|موجه|عمليه|عمليات|حادثه|حاله|وقوع|حدوث|اندلاع|تجدد|سماع|دوي|سلسله|عده|انفجار)$/,
);

const isSeizing = fitting(/^القبض$/);
const isAndIn = fitting(/^[وف]?(?:في|اما)$/);

/** «وفي ريف دمشق، انفجار سيارة …»: nothing but where it was stands before a noun that nothing governs. */
function isFronted(text: SectionText, segment: SegmentText, { at: end, kind }: Trigger): boolean {
  if (kind !== 'noun' || !isAndIn(text.token(segment.first).word)) return false;
  const { word, norm } = text.token(end);
  if (/^[وفبل]?ال/.test(norm) && !isSeizing(word)) return false;
  let place = 0;
  for (let at = segment.first + 1; at < end; at++) {
    while ((segment.places[place]?.last ?? at) < at) place++;
    if ((segment.places[place]?.first ?? end) <= at) continue;
    const isPart = text.token(at).kind === 'punctuation' || text.mark(at).uses.includes('place');
    if (!isPart && !isAndIn(text.token(at).word) && !isLight(text.token(at).word)) return false;
  }
  return segment.places.some(({ last }) => last < end);
}

/** «ثلاث غارات على …»: a word of number. */
function isCounting(text: SectionText, at: number): boolean {
  const { numbers } = text.reading;
  const number = numbers[firstReaching(numbers, at)];
  return number !== undefined && number.first <= at;
}

/** «الجيش الحر يسيطر على المخفر»: a party, and nothing else, before the verb, or before one that و joins it to. */
export function hasSubject(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  if (hasOwnSubject(text, segment, trigger)) return true;
  // «الثوار يدمرون دبابة | ويسيطرون على …»
  const before = text.segments[segment.index - 1];
  const joined = segment.opener === 'verb' && segment.conjunction && trigger.at === segment.first;
  if (!joined || trigger.kind !== 'present' || before?.sentence !== segment.sentence) return false;
  return before.triggers.some((other) => other.kind === 'present' && hasOwnSubject(text, before, other));
}

function hasOwnSubject(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  const previous = text.segments[segment.index - 1];
  const opens = (one: SegmentText) =>
    one.opener === 'start' || one.opener === 'connective' || (one.opener === 'verb' && one.conjunction);
  const alone =
    previous !== undefined && previous.sentence === segment.sentence && previous.triggers.length === 0;
  const start = opens(segment) ? segment.first : alone && opens(previous) ? previous.first : null;
  if (start === null) return false;
  const parties = opens(segment) ? segment.actors : (previous?.actors ?? []);
  const quoted = trigger.at - 1 > start && isClosingQuote(text.token(trigger.at - 1).word);
  const end = quoted ? trigger.at - 2 : trigger.at - 1;
  return parties.some(
    ({ first, last, side }) =>
      side !== 'civilians' &&
      first >= start &&
      (last === end || last === trigger.at - 1 || isOfAllies(text, last + 1, end)),
  );
}

/** «الجيش السوري وحلفاؤه», «قوات النظام والميليشيات الموالية لها»: more of the subject. */
function isOfAllies(text: SectionText, from: number, end: number): boolean {
  if (end - from >= ALLIES_REACH) return false;
  for (let at = from; at <= end; at++) if (!isAlly(text.token(at).word)) return false;
  return from <= end;
}

/** So many words tell of allies at most. */
const ALLIES_REACH = 5;
const isAlly = fitting(
  /^(?:و?حلفا[ويء]?(?:ه|ها|هم)|و?(?:ال)?(?:ميليشي|مليشي|قو|مجموع|فصاي|مسلح)\S*|(?:ال)?(?:موالي|مساند|حليف|رديف|داعم|مويد)\S*|له|لها|معه|معها)$/,
);

/** «القريتين في يد التنظيم»: a statement that opens with places, and has nothing but them before the trigger. */
export function isTopic(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  if (segment.opener !== 'start' && segment.opener !== 'connective') return false;
  let place = 0;
  for (let at = segment.first; at < trigger.at; at++) {
    while ((segment.places[place]?.last ?? at) < at) place++;
    if ((segment.places[place]?.first ?? trigger.at) <= at) continue;
    const { kind, norm } = text.token(at);
    const named = kind === 'punctuation' || norm === 'و' || text.mark(at).uses.includes('place');
    const joins = text.mark(at).uses.includes('connective') || (norm === 'في' && at === trigger.at - 1);
    if (!named && !joins) return false;
  }
  return segment.places.some(({ last }) => last < trigger.at);
}

/** The rule's type and frame, as the first case that fits says. */
export function resolve(
  rule: EventRule,
  text: SectionText,
  segment: SegmentText,
  trigger: Trigger,
  now: Circumstances,
): Pick<EventRule, 'type' | 'frame'> {
  for (const { when, type, frame } of rule.cases)
    if (holds(when, text, segment, trigger, now)) return { type, frame: frame ?? rule.frame };
  return rule;
}
