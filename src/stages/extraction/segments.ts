/**
 * Cuts a section into segments: the smallest stretches that can tell an event. A segment opens at a sentence's start,
 * at a connective, at a word of cause, effect or relation, and at a finite verb that begins a new statement. The
 * segments of a section cover its tokens in order without overlap.
 */

import { isAt } from '../../arabic/phrases.ts';
import type { Token } from '../../arabic/token.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { Use } from '../../knowledge/events/grammar.ts';
import type { Reading } from './findings.ts';
import type { Mark, Opener as MarkOpener } from './mark.ts';
import {
  countsByMeans,
  countsOthersElsewhere,
  goesOnElsewhere,
  isAndPeople,
  isBreath,
  isComma,
  isPlainVerb,
  movesOn,
  STOPS,
  tellsHarm,
} from './moving-on.ts';
import { firstReaching, spansWithin } from './spans-within.ts';

export type Opener = 'start' | 'verb' | 'noun' | MarkOpener;

export interface Segment {
  readonly index: number;
  readonly first: number;
  readonly last: number;
  /** Number of the sentence; counts over the article. */
  readonly sentence: number;
  readonly paragraph: number;
  readonly opener: Opener;
  /** و or ف opens it. */
  readonly conjunction: boolean;
}

/** After these a verb is part of what they began: «كان يقصف», «لم يقصف», «بدأت تقصف». */
const LEADS: readonly Use[] = [
  'was',
  'negate',
  'light',
  'attempt',
  'still',
  'affirm',
  'occur',
  'condition',
  'plan',
];
/** After these a form that may be a verb is a noun: «من قصف». */
const PREPOSITIONS = new Set(['من', 'في', 'عن', 'علي', 'الي', 'بعد', 'قبل', 'عند', 'خلال']);
/** Phrases that begin with these join clauses only after a breath: «من جهة أخرى». */
const LOOSE = new Set(['من', 'علي', 'في', 'الي']);
/** What explains an event stands so many tokens after «بعد». */
const CAUSE_REACH = 4;

export interface NameTokens {
  /** First token of the actor's name that ends at a token, or null. */
  actorEndingAt(at: number): number | null;
  /** Inside a name, after its first token: nothing begins there. */
  isInside(at: number): boolean;
}

/** The stretch that is cut, and what is asked of its tokens. */
export interface Stretch {
  readonly tokens: readonly Token[];
  /** Of the tokens from `from` on. */
  readonly marks: readonly Mark[];
  /** Numbers of the sentences, of the tokens from `from` on. */
  readonly sentences: readonly number[];
  readonly from: number;
  readonly names: NameTokens;
  readonly isTrigger: (at: number) => boolean;
}

export function splitSegments(
  reading: Reading,
  marks: readonly Mark[],
  from: number,
  to: number,
  isTrigger: (at: number) => boolean,
  names: NameTokens,
): Segment[] {
  const { tokens } = reading;
  const sentences = sentenceNumbers(reading, from, to);
  const stretch: Stretch = { tokens, marks, sentences, from, names, isTrigger };
  const segments: Segment[] = [];
  let first = from;
  let opener: Opener = 'start';
  let conjunction = false;
  let paragraph = 0;
  let busy = false;
  const close = (next: number) => {
    if (next <= first) return;
    const sentence = sentences[first - from] as number;
    segments.push({
      index: segments.length,
      first,
      last: next - 1,
      sentence,
      paragraph,
      opener,
      conjunction,
    });
  };
  for (let i = from; i < to; i++) {
    const mark = marks[i - from] as Mark;
    const fresh = i > from && sentences[i - from] !== sentences[i - 1 - from];
    // A name may open a sentence, but nothing opens inside one.
    if (!fresh && (mark.spent || names.isInside(i) || isMiddleOf(stretch, i) || isOwnBody(stretch, first, i)))
      continue;
    const begins: Opener | null =
      i === from
        ? null
        : (beginning(stretch, i, busy, opener as Opener) ??
          (busy && (opener as Opener) === 'cause' && isSubjectAfter(stretch, first, i) ? 'noun' : null) ??
          (busy && (opener as Opener) === 'cause' && countsOthersElsewhere(stretch, first, i)
            ? 'start'
            : null) ??
          (busy && countsByMeans(stretch, first, i) && isPlaced(reading, first, i - 1) ? 'noun' : null) ??
          (goesOnElsewhere(stretch, first, i) && tellsHarm(stretch, first, i, opener as Opener)
            ? 'connective'
            : // «اشتباكات على أطراف الحي تزامنت مع قصفه», «هجوم على البلدة سبقه تفجير»: what went with it.
              busy && goesWith(tokens, mark, i) && isPlaced(reading, first, i - 1)
              ? 'verb'
              : null));
    if (begins !== null) {
      // A lone و before the word opens the segment with it.
      let start = tokens[i - 1]?.norm === 'و' && i - 1 > first ? i - 1 : i;
      // «… والثوار يستهدفون»: so does a subject that stands before its verb after و.
      const subject = begins === 'verb' && !mark.conjunction ? names.actorEndingAt(i - 1) : null;
      const joined = subject !== null && subject > first && startsStatement(tokens, subject);
      if (joined) start = subject;
      close(start);
      if ((tokens[i] as Token).gap === 'paragraph') paragraph++;
      first = start;
      opener = begins;
      conjunction =
        mark.conjunction || joined || isAndHas(tokens[i] as Token) || isAndPeople((tokens[i] as Token).word);
      busy = false;
    } else if (i === from) opener = mark.opener ?? 'start';
    if (mark.verb || isTrigger(i)) busy = true;
  }
  close(to);
  return segments;
}

function startsStatement(tokens: readonly Token[], at: number): boolean {
  const norm = (tokens[at] as Token).norm;
  const before = (tokens[at - 1] as Token).norm;
  return norm.startsWith('و') || before === 'و' || before === '،' || before === ',';
}

/** How a segment opens at a token, or null. `busy`: the one before has a verb; `current`: how that opened. */
function beginning(stretch: Stretch, at: number, busy: boolean, current: Opener): Opener | null {
  const { tokens, marks, sentences, from, names, isTrigger } = stretch;
  const mark = marks[at - from] as Mark;
  const { opener } = mark;
  if (sentences[at - from] !== sentences[at - 1 - from]) return opener ?? 'start';
  const before = tokens[at - 1] as Token;
  // «بأن الطيران كان قد شن»: the subject of what is reported stands before it.
  if (opener === 'background' && current === 'that' && /^كانت?$/.test((tokens[at] as Token).norm))
    return null;
  if (opener === 'cause' && !explains(tokens, at, at + mark.more, isTrigger)) return null;
  if (opener !== null && !(isLoose(tokens, mark, at) && before.kind !== 'punctuation' && !mark.conjunction)) {
    return opener;
  }
  // «…، ولم تفارق الطائرات سماء المنطقة»: another statement, whatever its verb.
  if (busy && isBreath(before) && isAndNot((tokens[at] as Token).word)) return 'verb';
  if (before.kind === 'punctuation' && STOPS.has(before.norm) && before.norm !== '-')
    return isClock(tokens, at) ? null : 'start';
  if (busy && isAndHas(tokens[at] as Token) && isPlainVerb(marks[at + 1 - from] ?? mark)) return 'verb';
  if (mark.verb && !leads(lastMark(marks, from, at)) && !PREPOSITIONS.has(before.norm)) {
    const breath = mark.conjunction || (isBreath(before) && !closesName(tokens, at, names));
    const surely = !mark.noun || mark.conjunction;
    if (breath && surely) return 'verb';
    // «وفي الريف الشمالي تمكن الثوار من السيطرة»: what may also be the noun is seldom so without a preposition.
    const plain = !mark.noun || (mark.uses.includes('capable') && !isAfter(before.word));
    if (busy && plain && !isOccurring(mark) && !(before.norm === 'ان' || before.norm.endsWith('قد')))
      return 'verb';
  }
  // «تمكن الثوار، بعد حصار دام شهرا، من تحرير الحاجز»: the verb before the cause goes on.
  if (current === 'cause' && isComma(before) && goesOnWith(stretch, at)) return 'noun';
  // «…، وبذلك يرتفع عدد القتلى منذ …», «…، ما رفع الحصيلة إلى 13»: what it all adds up to.
  if (busy && isBreath(before) && sumsUpFrom(tokens, at)) return 'effect';
  // «…، لتندلع اشتباكات», «…، ليقوم بعدها»: what came of it.
  if (busy && isComma(before) && isOutcome(mark)) return 'verb';
  if (mark.conjunction && busy && isTrigger(at) && !isOneMeans(tokens, mark, at)) return 'noun';
  // «باستهداف المطار بالراجمات، وهناك اشتباكات في (ب)»
  if (busy && isBreath(before) && isAndThereIs((tokens[at] as Token).word)) return 'connective';
  // «أشار إلى غارات على (أ)، وإلى اشتباكات في (ب)»: two are told of.
  if (busy && isBreath(before) && isAndTo((tokens[at] as Token).word) && isTrigger(at + 1)) return 'noun';
  // «…، وغالبا ما يستهدف الطيران المنطقة»: another statement.
  if (busy && isBreath(before) && mark.uses.includes('habit') && (tokens[at] as Token).norm.startsWith('و'))
    return 'connective';
  if (busy && isBreath(before) && movesOn(stretch, at)) return 'connective';
  return null;
}

/** The words of a cause that stands between a verb and its subject: «عقب التفجير». */
const SHORT_CAUSE = 2;

/** «واندلعت | عقب التفجير | اشتباكات في (ب)»: what broke out, after the cause that its verb put first. */
function isSubjectAfter({ tokens, marks, from, isTrigger }: Stretch, first: number, at: number): boolean {
  if (at - first !== SHORT_CAUSE || !isTrigger(at) || !isTrigger(at - 1) || first <= from) return false;
  if (!/^ال/.test(tokens[at - 1]?.norm ?? '') || /^(?:ال|و|ب|ل)/.test(tokens[at]?.norm ?? '')) return false;
  return marks[first - 1 - from]?.uses.includes('occur') ?? false;
}

/** «وبذلك», «بهذا». */
export const isThereby = fitting(/^و?ب(?:ذلك|هذا)$/);
const isRisen = fitting(/^(?:ل?[يت](?:رتفع|صل|صبح|بلغ|صير)|[يت]?رفع(?:ت)?)$/);
const isWhich = fitting(/^م?ما$/);
const isTally = fitting(/^(?:ال)?(?:حصيله|عدد|تعداد|مجموع|اجمالي)$/);
/** How far after its verb the tally is named: «لترتفع بذلك إلى 14 حصيلة …». */
const TALLY_REACH = 5;

/** Whether words that add up what was told, «لترتفع بذلك حصيلة …», begin at a token. */
export function sumsUpFrom(tokens: readonly Token[], at: number): boolean {
  const { word } = tokens[at] as Token;
  const verb = isThereby(word) || isWhich(word) ? at + 1 : at;
  if (!isAt(tokens, verb, isRisen) || (verb === at && !/^ل/.test(word.norm))) return false;
  for (let i = verb + 1; i <= verb + TALLY_REACH; i++) if (isAt(tokens, i, isTally)) return true;
  return false;
}

const isAndTo = fitting(/^و(?:الي|عن)$/);
const isAndThereIs = fitting(/^وهناك$/);
const isAndNot = fitting(/^ولم$/);

const isAfter = fitting(/^[وف]?(?:بعد|قبل|رغم|اثر|عقب|نتيجه|بسبب|لدي|دون|حال)$/);

const isOf = fitting(/^(?:من|في|علي)$/);

/** «، من «تحرير» …»: a preposition and the act that it governs, quotation marks aside. */
function goesOnWith({ tokens, isTrigger }: Stretch, at: number): boolean {
  if (!isOf((tokens[at] as Token).word)) return false;
  const next = tokens[at + 1]?.kind === 'punctuation' ? at + 2 : at + 1;
  return next < tokens.length && isTrigger(next);
}

/** «قتلوا بالسكاكين والرصاص»: with what, and no other act. */
function isOneMeans(tokens: readonly Token[], { words }: Mark, at: number): boolean {
  return words[0]?.lemma === 'رصاص' && /^ب./.test(tokens[at - 1]?.norm ?? '');
}

/** «"داعش" يقتل»: the mark that closes a party's name before its verb is no breath. */
function closesName(tokens: readonly Token[], at: number, { actorEndingAt }: NameTokens): boolean {
  return /^["»]$/.test((tokens[at - 1] as Token).norm) && actorEndingAt(at - 2) !== null;
}

/** «18:58». */
function isClock(tokens: readonly Token[], at: number): boolean {
  const { kind, gap } = tokens[at] as Token;
  return kind === 'number' && gap === 'none' && tokens[at - 2]?.kind === 'number';
}

function isOutcome({ words }: Mark): boolean {
  return words.some(({ kind, preposition }) => kind === 'present' && preposition === 'ل');
}

/** «غارات تزامنت مع قصف على (أ) و(ب)» are told of the same places. */
function isPlaced({ entities }: Reading, first: number, last: number): boolean {
  return spansWithin(entities.places, first, last).length > 0;
}

const isItsOwn = fitting(/^(?:تلا|سبق|اعقب|تبع|رافق|تخلل|تزامن|ترافق)ت?(?:ه|ها|هم|هما)$/);

/** A past that tells what went with, before or after something told already. */
function goesWith(tokens: readonly Token[], { words, conjunction }: Mark, at: number): boolean {
  if (conjunction) return false;
  if (isItsOwn((tokens[at] as Token).word)) return true;
  if (tokens[at + 1]?.norm !== 'مع') return false;
  return words.some(({ lemma, kind }) => lemma === 'رافق' && kind === 'past');
}

const isAndHasWord = fitting(/^[وف](?:ل)?قد$/);

/** «…، وقد شهدت المدينة …» */
function isAndHas({ word }: Token): boolean {
  return isAndHasWord(word);
}

/** «وسط مدينة …» says where, «وسط قصف» what went with it. */
function isMiddleOf({ tokens, marks, from, names }: Stretch, at: number): boolean {
  if (tokens[at]?.norm !== 'وسط') return false;
  const next = marks[at + 1 - from];
  if (next === undefined) return false;
  return next.uses.includes('place') || names.isInside(at + 1) || isSpot((tokens[at + 1] as Token).word);
}

const isSpot = fitting(
  /^(?:ال)?(?:حفل|حشد|تجمع|بلده|مدينه|سوق|اسواق|شارع|شوارع|ساحه|منازل|ابنيه|حقل|حقول|معسكر)$/,
);

const isBodyOfHim = fitting(/^و?(?:جثته|جثتها|جثتيهما|جثتاهما|جثثهم|جثامينهم|جثمانه|جثمانها)$/);

/** «عثر على رجل من (أ) مقتولا، وجثته مرمية قرب (ب)»: where he was found. */
function isOwnBody({ tokens, marks, from }: Stretch, first: number, at: number): boolean {
  if (!isBodyOfHim((tokens[at] as Token).word)) return false;
  for (let i = first; i < at; i++)
    if (marks[i - from]?.words.some(({ lemma }) => lemma === 'عثر')) return true;
  return false;
}

/** «اشتباكات تدور في»: the verb only says that it happens; «تلاها قصف» brings in another event. */
function isOccurring(mark: Mark): boolean {
  return mark.uses.includes('occur') && mark.words.every((word) => word.suffix === '');
}

const isHour = fitting(/^(?:صلاه|صلاتي|منتصف|التراويح|الافطار|غروب|شروق)$/);
const isMeans = fitting(/^(?:عبوه|عبوات|عبوتين|لغم|الغام|سياره|دراجه|قنبله|طايره|مسيره)$/);

/** «بعد قصف» tells of a cause, «بعد منتصف الليل» and «خلال ساعات» of a time. */
function explains(
  tokens: readonly Token[],
  at: number,
  last: number,
  isTrigger: (at: number) => boolean,
): boolean {
  const { norm } = tokens[at] as Token;
  // «اغتيال قاض عبر عبوة ناسفة»: with what, and no act before.
  if (norm === 'عبر' && isAt(tokens, at + 1, isMeans)) return false;
  // «خرجت بعد صلاة الجمعة مظاهرات»: when, and no reason.
  if (isAt(tokens, at + 1, isHour)) return false;
  if (last > at || !/^و?(?:خلال|اثناء|بعد|عقب|لدي|قبل|عبر)$/.test(norm)) return true;
  for (let i = at + 1; i <= at + CAUSE_REACH; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'punctuation') return false;
    if (isTrigger(i) || /^(?:ان|انه|انها|ما)$/.test(token.norm)) return true;
  }
  return false;
}

function isLoose(tokens: readonly Token[], mark: Mark, at: number): boolean {
  const { norm } = tokens[at] as Token;
  return (
    mark.uses.includes('connective') &&
    ((mark.more > 0 && LOOSE.has(norm)) || norm === 'ميدانيا' || norm === 'كذلك' || norm === 'ايضا')
  );
}

function leads(mark: Mark | null): boolean {
  return mark?.uses.some((use) => LEADS.includes(use)) ?? false;
}

/** The mark right before, within the segment's words. */
function lastMark(marks: readonly Mark[], from: number, at: number): Mark | null {
  for (let i = at - 1; i >= from && i >= at - 2; i--) {
    const mark = marks[i - from] as Mark;
    if (!mark.spent && mark.names.length > 0) return i === at - 1 ? mark : null;
  }
  return null;
}

function sentenceNumbers(reading: Reading, from: number, to: number): number[] {
  const numbers = new Array<number>(Math.max(0, to - from));
  let clause = firstReaching(reading.clauses, from);
  for (let i = from; i < to; i++) {
    while (clause >= 0 && clause < reading.clauses.length && (reading.clauses[clause]?.last ?? i) < i)
      clause++;
    numbers[i - from] = reading.clauses[clause]?.sentence ?? 0;
  }
  return numbers;
}

/** The segment before one, or what stands before a clause put in between: «تمكن الثوار، | بعد حصار، | من تحرير الحاجز». */
export function carrierOf<One extends Segment>(
  segments: readonly One[],
  { index, opener, conjunction }: Segment,
): One | undefined {
  const previous = segments[index - 1];
  const inserted = opener === 'noun' && !conjunction && previous?.opener === 'cause';
  return inserted ? segments[index - 2] : previous;
}
