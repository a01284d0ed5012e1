/**
 * Cuts a section into segments: the smallest stretches that can tell an event. A segment opens at a sentence's start,
 * at a connective, at a word of cause, effect or relation, and at a finite verb that begins a new statement. The
 * segments of a section cover its tokens in order without overlap.
 */
import type { Token } from '../../arabic/token.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { Use } from '../../knowledge/events/grammar.ts';
import type { Reading } from './findings.ts';
import type { Mark, Opener as MarkOpener } from './mark.ts';
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
const STOPS = new Set(['.', '؛', ';', ':', '::', '؟', '?', '!', '…', '...', '..', '•', '●', '*', '-']);
/** After these a form that may be a verb is a noun: «من قصف». */
const PREPOSITIONS = new Set(['من', 'في', 'عن', 'علي', 'الي', 'بعد', 'قبل', 'عند', 'خلال']);
/** Phrases that begin with these join clauses only after a breath: «من جهة أخرى». */
const LOOSE = new Set(['من', 'علي', 'في', 'الي']);
/** What explains an event stands so many tokens after «بعد». */
const CAUSE_REACH = 4;
const BREATHS = new Set(['،', ',', '-', '–', '(', ')', '"', '«', '»']);

export interface NameTokens {
  /** First token of the actor's name that ends at a token, or null. */
  actorEndingAt(at: number): number | null;
  /** Inside a name, after its first token: nothing begins there. */
  isInside(at: number): boolean;
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
    if (!fresh && (mark.spent || names.isInside(i) || isMiddleOf(tokens, marks, from, i, names))) continue;
    const begins: Opener | null =
      i === from
        ? null
        : (beginning(
            tokens,
            marks,
            sentences,
            from,
            i,
            busy,
            (opener as Opener) === 'that',
            isTrigger,
            names,
          ) ??
          (goesOnElsewhere(tokens, marks, from, first, i, names) &&
          tellsHarm(marks, from, first, i, opener as Opener)
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
      conjunction = mark.conjunction || joined || isAndHas(tokens[i] as Token);
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

function beginning(
  tokens: readonly Token[],
  marks: readonly Mark[],
  sentences: readonly number[],
  from: number,
  at: number,
  busy: boolean,
  reported: boolean,
  isTrigger: (at: number) => boolean,
  names: NameTokens,
): Opener | null {
  const mark = marks[at - from] as Mark;
  const { opener } = mark;
  if (sentences[at - from] !== sentences[at - 1 - from]) return opener ?? 'start';
  const before = tokens[at - 1] as Token;
  // «بأن الطيران كان قد شن»: the subject of what is reported stands before it.
  if (opener === 'background' && reported && /^كانت?$/.test((tokens[at] as Token).norm)) return null;
  if (opener === 'cause' && !explains(tokens, at, at + mark.more, isTrigger)) return null;
  if (opener !== null && !(isLoose(tokens, mark, at) && before.kind !== 'punctuation' && !mark.conjunction)) {
    return opener;
  }
  if (before.kind === 'punctuation' && STOPS.has(before.norm) && before.norm !== '-')
    return isClock(tokens, at) ? null : 'start';
  if (busy && isAndHas(tokens[at] as Token) && isPlainVerb(marks[at + 1 - from] ?? mark)) return 'verb';
  if (mark.verb && !leads(lastMark(marks, from, at)) && !PREPOSITIONS.has(before.norm)) {
    const breath = mark.conjunction || (isBreath(before) && !closesName(tokens, at, names));
    const surely = !mark.noun || mark.conjunction;
    if (breath && surely) return 'verb';
    if (busy && !mark.noun && !isOccurring(mark) && !(before.norm === 'ان' || before.norm.endsWith('قد')))
      return 'verb';
  }
  // «…، لتندلع اشتباكات», «…، ليقوم بعدها»: what came of it.
  if (busy && (before.norm === '،' || before.norm === ',') && isOutcome(mark)) return 'verb';
  if (mark.conjunction && busy && isTrigger(at) && !isOneMeans(tokens, mark, at)) return 'noun';
  // «…، وغالبا ما يستهدف الطيران المنطقة»: another statement.
  if (busy && isBreath(before) && mark.uses.includes('habit') && (tokens[at] as Token).norm.startsWith('و'))
    return 'connective';
  if (busy && isBreath(before) && movesOn(tokens, marks, sentences, from, at, names)) return 'connective';
  return null;
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

function isBreath({ kind, norm }: Token): boolean {
  return kind === 'punctuation' && BREATHS.has(norm);
}

const isAndAt = fitting(/^و(?:في|عند|قرب)$/);

/** How far after «وفي» what happened there is told. */
const MOVE_REACH = 14;

/**
 * «…، وفي حي باب النيرب ما أدى لمقتل ثلاثة», «…، وفي داريا ألقت المروحيات …»: the sentence moves on to another place and
 * says what befell it.
 */
function movesOn(
  tokens: readonly Token[],
  marks: readonly Mark[],
  sentences: readonly number[],
  from: number,
  at: number,
  names: NameTokens,
): boolean {
  if (!isAndAt((tokens[at] as Token).word)) return false;
  if (!marks[at + 1 - from]?.uses.includes('place') && !names.isInside(at + 1)) return false;
  for (let i = at + 2; i < at + MOVE_REACH && sentences[i - from] === sentences[at - from]; i++) {
    const { norm } = tokens[i] as Token;
    // «وفي حلب، ألقى»: a breath after the name.
    if (norm === '،' && names.isInside(i - 1) && isVerbAfter(marks, from, i)) return true;
    if (STOPS.has(norm) || norm === '،') return false;
    if (names.isInside(i)) continue;
    const mark = marks[i - from] as Mark;
    if (mark.names.some((name) => HARMED.has(name)) || isPlainVerb(mark)) return true;
  }
  return false;
}

/** An effect, or a clause of people killed or hurt. */
function tellsHarm(marks: readonly Mark[], from: number, first: number, at: number, opener: Opener): boolean {
  if (opener === 'effect') return true;
  if (opener !== 'verb' && opener !== 'relative') return false;
  for (let i = first; i < at; i++) if (marks[i - from]?.names.some((name) => HARMED.has(name))) return true;
  return false;
}

/** «قصف مدينة حريتان ما أدى لمقتل طفل، وبلدة بيانون ما أدى …»: after its effect the event goes on to another place. */
function goesOnElsewhere(
  tokens: readonly Token[],
  marks: readonly Mark[],
  from: number,
  effect: number,
  at: number,
  names: NameTokens,
): boolean {
  const { norm } = tokens[at] as Token;
  if (!norm.startsWith('و') || !isBreath(tokens[at - 1] as Token)) return false;
  if (!marks[at - from]?.uses.includes('place') || !names.isInside(at + 1)) return false;
  for (let i = effect; i < at; i++) if (names.isInside(i)) return false;
  return true;
}

function isVerbAfter(marks: readonly Mark[], from: number, at: number): boolean {
  const next = marks[at + 1 - from];
  return next?.verb === true && !next.conjunction && !next.spent;
}

const isAndHasWord = fitting(/^[وف](?:ل)?قد$/);

/** «…، وقد شهدت المدينة …» */
function isAndHas({ word }: Token): boolean {
  return isAndHasWord(word);
}

/** A verb that nothing joins to what stands before it. */
function isPlainVerb({ verb, noun, conjunction, spent }: Mark): boolean {
  return verb && !noun && !conjunction && !spent;
}

const HARMED = new Set(['قتل', 'أصيب', 'ضحية', 'جريح']);

/** «وسط مدينة …» says where, «وسط قصف» what went with it. */
function isMiddleOf(
  tokens: readonly Token[],
  marks: readonly Mark[],
  from: number,
  at: number,
  names: NameTokens,
): boolean {
  if (tokens[at]?.norm !== 'وسط') return false;
  const next = marks[at + 1 - from];
  return next !== undefined && (next.uses.includes('place') || names.isInside(at + 1));
}

/** «اشتباكات تدور في»: the verb only says that it happens; «تلاها قصف» brings in another event. */
function isOccurring(mark: Mark): boolean {
  return mark.uses.includes('occur') && mark.words.every((word) => word.suffix === '');
}

/** «بعد قصف» tells of a cause, «بعد منتصف الليل» and «خلال ساعات» of a time. */
function explains(
  tokens: readonly Token[],
  at: number,
  last: number,
  isTrigger: (at: number) => boolean,
): boolean {
  const { norm } = tokens[at] as Token;
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
