/** Finds the phrases of the event grammar in tokens, and marks them. */
import type { Token } from '../../arabic/token.ts';
import type { Word } from '../../arabic/word-memory.ts';
import type { EventGrammar, Phrase, PhrasePart, Use } from '../../knowledge/events/grammar.ts';
import type { FormKind } from '../../knowledge/events/inflect.ts';
import type { WordReading } from '../../knowledge/events/lexicon.ts';
import { type Mark, markOf, NO_TRIGGERS, NO_WORDS, triggersOf } from './mark.ts';
import type { Seconds, WordMarks } from './word-marks.ts';

/** Marks that may stand inside a phrase: quotation marks and brackets. */
const STEPPED_OVER = new Set(['"', '«', '»', '(', ')', "'", '“', '”']);

interface PhraseFound {
  readonly phrase: Phrase;
  readonly last: number;
  readonly conjunction: boolean;
}

type MarksOf = (word: Word) => WordMarks;

/** The longest phrase that a word begins at a token, and else one that it begins after its و or ف. */
export function phraseAt(
  { phrases, joined, seconds }: WordMarks,
  tokens: readonly Token[],
  at: number,
  to: number,
  marksOf: MarksOf,
): PhraseFound | null {
  if (phrases.length + joined.length === 0) return null;
  if (seconds !== null && !isFollowed(seconds, tokens, at, to, marksOf)) return null;
  const whole = firstFit(phrases, tokens, at, to, marksOf);
  if (whole) return { phrase: whole.phrase, last: whole.last, conjunction: false };
  const rest = firstFit(joined, tokens, at, to, marksOf);
  return rest ? { phrase: rest.phrase, last: rest.last, conjunction: true } : null;
}

/** Whether any phrase can go on after its first word. */
function isFollowed(
  { words, lemmas }: Seconds,
  tokens: readonly Token[],
  at: number,
  to: number,
  marksOf: MarksOf,
): boolean {
  let next = at + 1;
  while (next < to && isSteppedOver(tokens[next] as Token)) next++;
  if (next >= to) return false;
  const { norm, word, gap } = tokens[next] as Token;
  if (gap === 'paragraph') return false;
  return words.has(norm) || (lemmas.size > 0 && marksOf(word).words.some(({ lemma }) => lemmas.has(lemma)));
}

function firstFit(
  phrases: readonly Phrase[],
  tokens: readonly Token[],
  at: number,
  to: number,
  marksOf: MarksOf,
): { phrase: Phrase; last: number } | null {
  for (const phrase of phrases) {
    const last = endOf(phrase.parts, 1, tokens, at, to, marksOf);
    if (last !== null) return { phrase, last };
  }
  return null;
}

/** Last token of a phrase whose part before `part` stands at `at`; a missing optional part is passed over. */
function endOf(
  parts: readonly PhrasePart[],
  part: number,
  tokens: readonly Token[],
  at: number,
  to: number,
  marksOf: MarksOf,
): number | null {
  let last = at;
  let next = at + 1;
  for (let p = part; p < parts.length; p++) {
    while (next < to && isSteppedOver(tokens[next] as Token)) next++;
    const token = next < to ? (tokens[next] as Token) : null;
    const one = parts[p] as PhrasePart;
    if (token !== null && token.gap !== 'paragraph' && fits(one, token, marksOf)) last = next++;
    else if (!one.optional) return null;
  }
  return last;
}

function isSteppedOver({ kind, norm }: Token): boolean {
  return kind === 'punctuation' && STEPPED_OVER.has(norm);
}

function fits(part: PhrasePart, token: Token, marksOf: MarksOf): boolean {
  if (part.words) return part.words.has(token.norm);
  return marksOf(token.word).words.some((word) => word.lemma === part.lemma);
}

/** Ways a word may begin a phrase that are kept at most; marks in brackets without end make ever more of them. */
const MOST_BEGUN = 32;

/** The mark of a phrase that begins with a word. */
export function phraseMark(
  { begun }: WordMarks,
  token: Token,
  at: number,
  { phrase, last, conjunction: joined }: PhraseFound,
  alone: boolean,
  grammar: EventGrammar,
): Mark {
  const more = last - at;
  const conjunction = alone || joined;
  for (const before of begun) {
    const { mark } = before;
    if (before.phrase === phrase && mark.more === more && mark.conjunction === conjunction) return mark;
  }
  const mark = makeMark(token.norm, phrase, more, conjunction, grammar);
  if (begun.length < MOST_BEGUN) begun.push({ phrase, mark });
  return mark;
}

function makeMark(
  norm: string,
  phrase: Phrase,
  more: number,
  conjunction: boolean,
  grammar: EventGrammar,
): Mark {
  const uses: Use[] = phrase.use ? [phrase.use] : [];
  const names: string[] = [...uses];
  if (phrase.lemma === null) return markOf(NO_WORDS, names, uses, more, NO_TRIGGERS, conjunction);
  names.push(phrase.lemma);
  for (const use of grammar.usesOf(phrase.lemma)) {
    uses.push(use);
    names.push(use);
  }
  const readings = grammar.lexicon.read(norm);
  const own = readings.find(({ kind }) => kind === 'noun') ?? readings[0];
  const word: WordReading = {
    lemma: phrase.lemma,
    kind: own?.kind === 'word' ? 'noun' : ((own?.kind ?? 'noun') as FormKind),
    future: own?.future ?? false,
    plural: own?.plural ?? false,
    feminine: own?.feminine ?? false,
    suffix: '',
    conjunction,
    preposition: own?.preposition ?? '',
    definite: own?.definite ?? false,
  };
  return markOf([word], names, uses, more, triggersOf([word], grammar), conjunction);
}
