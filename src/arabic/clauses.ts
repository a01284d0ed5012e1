/**
 * Cuts tokens into sentences and sentences into clauses. A whole governorate is often one sentence of 1,500
 * characters; its clauses open at connectives («كما», «في حين») and where a comma stands before «و» with a verb.
 * Lists stay with their verb, in parentheses or not; decimals, «أرض-أرض» and abbreviations split nothing.
 * Sentences and clauses cover all tokens without overlap.
 */
import { readings } from './clitics.ts';
import { OPENING_PREPOSITIONS, STRONG_CONNECTIVES, WEAK_CONNECTIVES } from './connectives.ts';
import { PhraseTable } from './phrases.ts';
import type { Clause, Token, TokenRange } from './token.ts';
import { isVerbLike } from './verbs.ts';
import { fitting, remembering, telling } from './word-memory.ts';

/** Farthest that a closing parenthesis is looked for, in tokens. */
const PARENTHESIS_REACH = 80;
/** How far after «وفي …» its verb may stand, in tokens. */
const VERB_REACH = 12;

let strongTable: PhraseTable<string> | null = null;
let weakTable: PhraseTable<string> | null = null;

function strong(): PhraseTable<string> {
  strongTable ??= new PhraseTable(STRONG_CONNECTIVES.map((phrase) => [phrase, phrase] as const));
  return strongTable;
}

function weak(): PhraseTable<string> {
  weakTable ??= new PhraseTable(WEAK_CONNECTIVES.map((phrase) => [phrase, phrase] as const));
  return weakTable;
}

/** Whether a clause can open with the word at all: most words open none, and need no closer look. */
const mayOpen = remembering(
  (norm) => /^[وف]/.test(norm) || strong().mayBegin(norm) || weak().mayBegin(norm),
  false,
);

/** Sentences: runs between full stops, question marks, ellipses, «::» and line ends. */
export function splitSentences(tokens: readonly Token[]): TokenRange[] {
  const sentences: TokenRange[] = [];
  let first = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (i + 1 < tokens.length && !endsSentence(tokens, i)) continue;
    sentences.push(rangeOf(tokens, first, i));
    first = i + 1;
  }
  return sentences;
}

function rangeOf(tokens: readonly Token[], first: number, last: number): TokenRange {
  return { first, last, start: (tokens[first] as Token).start, end: (tokens[last] as Token).end };
}

const CLOSERS = new Set([')', '"', '»', "'", ']']);
const LEANING = new Set(['،', ',', 'في', 'من', 'علي', 'الي', 'و', 'عن', 'بين', 'ان', 'مع', '-']);

function endsSentence(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const next = tokens[at + 1] as Token;
  if (next.gap === 'paragraph') return true;
  if (next.gap === 'line') return !LEANING.has(token.norm);
  if (isTickerTime(tokens, at)) return true;
  if (isStop(tokens, at)) return !CLOSERS.has(next.norm) || next.gap !== 'none';
  return (
    token.kind === 'punctuation' &&
    token.gap === 'none' &&
    CLOSERS.has(token.norm) &&
    at > 0 &&
    isStop(tokens, at - 1)
  );
}

const isDash = fitting(/^[-–—|]$/);

/** «… (ناشطون) - 18:58 …»: in a ticker the time closes the item. */
function isTickerTime(tokens: readonly Token[], at: number): boolean {
  const minutes = tokens[at] as Token;
  if (minutes.kind !== 'number' || at < 3) return false;
  const colon = tokens[at - 1];
  if (colon?.norm !== ':' || minutes.gap !== 'none' || colon.gap !== 'none') return false;
  const dash = tokens[at - 3];
  return tokens[at - 2]?.kind === 'number' && dash !== undefined && isDash(dash.word);
}

const stops = fitting(/^(?:[؟?!]+|…+|::+|\.{2,})$/);

function isStop(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (token.kind !== 'punctuation') return false;
  if (stops(token.word)) return true;
  return token.norm === '.' && !isAbbreviation(tokens, at);
}

/** «د. أحمد», «أ.ف.ب», «4.7.2015», «site.com»: the stop belongs to the word. */
function isAbbreviation(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (before === undefined || next === undefined) return false;
  if (before.norm.length === 1 && before.kind === 'word') return true;
  if (next.gap !== 'none') return false;
  return before.kind === next.kind && (before.kind === 'number' || /^[a-z]/.test(next.norm));
}

/** Clauses of all sentences, in order; `connective` is the phrase that opens the clause, «و» dropped. */
export function splitClauses(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  splitSentences(tokens).forEach((sentence, number) => {
    splitSentence(tokens, sentence, number, clauses);
  });
  return clauses;
}

function splitSentence(tokens: readonly Token[], sentence: TokenRange, number: number, out: Clause[]): void {
  let first = sentence.first;
  let connective = openingAt(tokens, first, sentence.last)?.connective ?? null;
  let i = first + 1;
  while (i <= sentence.last) {
    const close = closingParenthesis(tokens, i, sentence.last);
    if (close !== null) {
      i = close + 1;
      continue;
    }
    const opening = openingAt(tokens, i, sentence.last);
    if (opening !== null && i > first + 1) {
      out.push(clauseOf(tokens, first, i - 1, number, connective));
      first = i;
      connective = opening.connective;
    }
    i = opening === null ? i + 1 : Math.max(opening.last, i) + 1;
  }
  out.push(clauseOf(tokens, first, sentence.last, number, connective));
}

function clauseOf(
  tokens: readonly Token[],
  first: number,
  last: number,
  sentence: number,
  connective: string | null,
): Clause {
  const { start } = tokens[first] as Token;
  const { end } = tokens[last] as Token;
  return { first, last, start, end, sentence, connective };
}

function closingParenthesis(tokens: readonly Token[], at: number, last: number): number | null {
  if (tokens[at]?.norm !== '(') return null;
  for (let i = at + 1; i <= Math.min(last, at + PARENTHESIS_REACH); i++) {
    if (tokens[i]?.norm === ')') return i;
    if (tokens[i]?.norm === '(') return null;
  }
  return null;
}

interface Opening {
  /** Last token of what opens the clause. */
  readonly last: number;
  readonly connective: string | null;
}

/** Whether a clause opens at the token, and with what. */
function openingAt(tokens: readonly Token[], at: number, last: number): Opening | null {
  const token = tokens[at] as Token;
  if (token.kind !== 'word') return token.norm === '؛' && at < last ? { last: at, connective: null } : null;
  if (!mayOpen(token.word)) return null;
  const alone = token.norm === 'و';
  const head = alone ? at + 1 : at;
  if (head > last) return null;
  const phrase = strong().at(tokens, head);
  if (phrase !== null && phrase.last <= last && isConjunction(phrase.prefix)) {
    return { last: phrase.last, connective: phrase.value };
  }
  const afterComma = isComma(tokens[at - 1]);
  const soft = weak().at(tokens, head);
  if (soft !== null && soft.last <= last && isConjunction(soft.prefix)) {
    if (afterComma || (soft.value !== 'وسط' && verbFollows(tokens, soft.last + 1, last))) {
      return { last: soft.last, connective: soft.value };
    }
    return null;
  }
  return afterComma && opensWithVerb(tokens, at, last) ? { last: head, connective: null } : null;
}

function isConjunction(prefix: string): boolean {
  return prefix === '' || prefix === 'و' || prefix === 'ف';
}

function isComma(token: Token | undefined): boolean {
  return token?.norm === '،' || token?.norm === ',' || token?.norm === '؛';
}

/** A verb at the token, or after a lone «و» or «قد». */
function verbFollows(tokens: readonly Token[], at: number, last: number): boolean {
  let i = at;
  while (i <= last && isBeforeVerb((tokens[i] as Token).word)) i++;
  const token = tokens[i];
  return i <= last && token?.kind === 'word' && isVerb(token.word);
}

const isVerb = remembering(isVerbLike, false);

const isBeforeVerb = fitting(/^(?:و|قد|فقد|لقد|وقد|لم|لا|ولم)$/);
const joinsVerb = fitting(/^(?:وقد|فقد|ولم|ولا|وقد)$/);

const joinsPreposition = telling((norm) =>
  readings(norm).some(({ prefix, stem }) => prefix === 'و' && OPENING_PREPOSITIONS.has(stem)),
);

/** «، وقصفت», «، و استهدفوا», «، ولم يصب», «، وفي حي … سقطت» with the verb before the next comma. */
function opensWithVerb(tokens: readonly Token[], at: number, last: number): boolean {
  const token = tokens[at] as Token;
  if (token.norm === 'و' || joinsVerb(token.word)) return opensAfter(tokens, at + 1, last);
  if (!token.norm.startsWith('و') && !token.norm.startsWith('ف')) return false;
  if (isVerb(token.word)) return true;
  return joinsPreposition(token.word) && verbWithin(tokens, at + 1, last);
}

function opensAfter(tokens: readonly Token[], at: number, last: number): boolean {
  const token = tokens[at];
  if (token === undefined || at > last || token.kind !== 'word') return false;
  if (verbFollows(tokens, at, last)) return true;
  return OPENING_PREPOSITIONS.has(token.norm) && verbWithin(tokens, at + 1, last);
}

function verbWithin(tokens: readonly Token[], at: number, last: number): boolean {
  for (let i = at; i <= Math.min(last, at + VERB_REACH); i++) {
    const token = tokens[i] as Token;
    if (isComma(token)) return false;
    if (token.kind === 'word' && isVerb(token.word)) return true;
  }
  return false;
}
