/**
 * Finds the numbers of a text: exact and inexact quantities, ranges and duals, each with its bounds and with what it
 * measures. Every number of the text is reported once, so that a caller can pass over what counts no people.
 */

import { type Cardinal, cardinalAt, isNumberWord } from './cardinals.ts';
import { bareStems } from './clitics.ts';
import { type DualNoun, dualNouns } from './counted-nouns.ts';
import { kindOf } from './number-kinds.ts';
import { type Bound, ordinalValue, PLURAL_SCALES } from './number-words.ts';
import { isAt, wordsOf } from './phrases.ts';
import { beginsQuantity, boundAfter, boundAt, bounded, vagueAt } from './quantities.ts';
import type { NumberKind, NumberSpan, Token } from './token.ts';
import { remembering, telling } from './word-memory.ts';

/** All numbers in token order, without overlap. Linear: each place is looked at over a bounded distance. */
export function findNumbers(tokens: readonly Token[]): NumberSpan[] {
  const spans: NumberSpan[] = [];
  for (let i = 0; i < tokens.length; ) {
    const span = numberAt(tokens, i);
    if (span === null) i++;
    else {
      spans.push(span);
      i = span.last + 1;
    }
  }
  return spans;
}

function numberAt(tokens: readonly Token[], at: number): NumberSpan | null {
  const token = tokens[at] as Token;
  if (token.kind === 'punctuation') return null;
  if (token.kind === 'number') return exactAt(tokens, at, at, null);
  if (!mayBegin(token.word)) return null;
  return (
    rangeAt(tokens, at) ??
    boundedAt(tokens, at) ??
    exactAt(tokens, at, at, null) ??
    vagueSpan(tokens, at, at) ??
    ordinalAt(tokens, at) ??
    dualAt(tokens, at)
  );
}

/** Whether a word can begin a number at all: most cannot, and need no closer look. */
const mayBegin = remembering(
  (norm) =>
    norm === 'بين' ||
    norm === 'من' ||
    norm === 'ما' ||
    norm === 'نصف' ||
    norm === 'ربع' ||
    isNumberWord(norm) ||
    ordinalValue(norm) !== null ||
    bareStems(norm).some(
      (stem) => beginsQuantity(stem) || dualNouns().has(stem) || dualNouns().has(asSubject(stem)),
    ),
  false,
);

function boundedAt(tokens: readonly Token[], at: number): NumberSpan | null {
  const bound = boundAt(tokens, at);
  if (bound === null) return null;
  const bracket = tokens[bound.last + 1]?.norm === '(' ? 1 : 0;
  const number = bound.last + 1 + bracket;
  if (opensWithAnd(tokens[number])) return null;
  return exactAt(tokens, at, number, bound.bound) ?? vagueSpan(tokens, at, number);
}

/** «عشرين قتيلا على الأقل | وعشرات الجرحى»: the bound is that of the number before it. */
function opensWithAnd(token: Token | undefined): boolean {
  return token !== undefined && /^و(?!احد)/.test(token.norm);
}

/** «بين 10 و15», «من 10 إلى 15»; what begins with the number itself is seen by {@link exactAt}. */
function rangeAt(tokens: readonly Token[], at: number): NumberSpan | null {
  const { norm } = tokens[at] as Token;
  const between = norm === 'بين' || (norm === 'ما' && tokens[at + 1]?.norm === 'بين');
  if (!between && norm !== 'من') return null;
  const start = norm === 'ما' ? at + 2 : at + 1;
  const low = cardinalAt(tokens, start);
  if (low === null || low.value > 1_000_000) return null;
  const joint = tokens[low.last + 1];
  if (joint === undefined) return null;
  let high: Cardinal | null = null;
  if (!between) {
    if (joint.norm !== 'الي' && joint.norm !== 'حتي') return null;
    high = cardinalAt(tokens, low.last + 2);
  } else if (joint.norm === 'و' || joint.norm === 'الي') high = cardinalAt(tokens, low.last + 2);
  else if (joint.norm.startsWith('و')) high = cardinalAt(tokens, low.last + 1);
  return high === null ? null : makeRange(tokens, at, low, high);
}

function makeRange(
  tokens: readonly Token[],
  first: number,
  low: Cardinal,
  high: Cardinal,
): NumberSpan | null {
  if (high.value <= low.value || !Number.isInteger(low.value) || !Number.isInteger(high.value)) return null;
  const kind = kindOf(tokens, low.first, high.last, high.value);
  return makeSpan(tokens, first, high.last, kind, {
    low: low.value,
    best: low.value,
    high: high.value,
    vague: wordsOf(tokens, first, high.last),
  });
}

/** A number at `at`, its span beginning at `first` where a bound stands before it. */
function exactAt(
  tokens: readonly Token[],
  first: number,
  at: number,
  bound: Bound | null,
): NumberSpan | null {
  const cardinal = cardinalAt(tokens, at);
  if (cardinal === null) return null;
  if (!cardinal.digits && isVaguePlural(tokens, cardinal)) return null;
  if (first === at) {
    const range = rangeFrom(tokens, cardinal);
    if (range !== null) return range;
  }
  const kind = kindOf(tokens, cardinal.first, cardinal.last, cardinal.value);
  const trailing = bound === null && kind === 'count' ? boundAfter(tokens, cardinal.last) : null;
  const told = bound ?? trailing?.bound ?? null;
  const vague = told === null ? null : wordsOf(tokens, first, trailing?.last ?? cardinal.last);
  const { low, best, high } = bounded(cardinal.value, told);
  return makeSpan(tokens, first, cardinal.last, kind, { low, best, high, vague });
}

/** «آلاف» alone is no exact thousand. */
function isVaguePlural(tokens: readonly Token[], cardinal: Cardinal): boolean {
  if (cardinal.first !== cardinal.last) return false;
  return isAt(tokens, cardinal.first, isPluralScale);
}

const isPluralScale = telling((norm) => bareStems(norm).some((stem) => PLURAL_SCALES.has(stem)));

/** «10 إلى 15», «10-15», «خمسة أو ستة». */
function rangeFrom(tokens: readonly Token[], low: Cardinal): NumberSpan | null {
  const joint = tokens[low.last + 1];
  const after = tokens[low.last + 2];
  if (joint === undefined || after === undefined) return null;
  const dashed = joint.norm === '-' && joint.gap === after.gap && low.digits && after.kind === 'number';
  if (!dashed && joint.norm !== 'الي' && joint.norm !== 'او') return null;
  if (dashed && tokens[low.last + 3]?.norm === '-') return null;
  const high = cardinalAt(tokens, low.last + 2);
  return high === null || high.first !== low.last + 2 ? null : makeRange(tokens, low.first, low, high);
}

function vagueSpan(tokens: readonly Token[], first: number, at: number): NumberSpan | null {
  const found = vagueAt(tokens, at);
  if (found === null) return null;
  const trailing = boundAfter(tokens, found.last);
  const kind = kindOf(tokens, at, found.last, found.low);
  return makeSpan(tokens, first, found.last, kind, {
    low: found.low,
    best: found.low,
    high: found.high,
    vague: wordsOf(tokens, first, trailing?.last ?? found.last),
  });
}

const ordinalOf = remembering(ordinalValue, null);

function ordinalAt(tokens: readonly Token[], at: number): NumberSpan | null {
  const value = ordinalOf((tokens[at] as Token).word);
  if (value === null) return null;
  const next = tokens[at + 1]?.norm ?? '';
  const teen = next === 'عشر' || next === 'عشره';
  const tens = next.startsWith('وال') ? (cardinalAt(tokens, at + 1)?.value ?? 0) : 0;
  const compound = teen ? value + 10 : tens >= 20 && tens <= 90 ? value + tens : value;
  const last = compound === value ? at : at + 1;
  const kind = kindOf(tokens, at, last, compound);
  return makeSpan(tokens, at, last, kind === 'date' || kind === 'time' ? kind : 'ordinal', exactly(compound));
}

const DUAL_KINDS: Readonly<Record<DualNoun['class'], NumberKind>> = {
  person: 'count',
  weapon: 'count',
  place: 'count',
  other: 'count',
  time: 'duration',
  measure: 'distance',
};

function dualAt(tokens: readonly Token[], at: number): NumberSpan | null {
  const token = tokens[at] as Token;
  const dual = dualOf(token.word) ?? (FATHA_BEFORE_YEH.test(token.surface) ? markedDualOf(token.word) : null);
  return dual === null ? null : makeSpan(tokens, at, at, DUAL_KINDS[dual.class], exactly(2), dual.noun);
}

/** «مزارعَين»: the vowel that tells the dual from the plural, where it is written. */
const FATHA_BEFORE_YEH = /\u0651?\u064e\u0651?\u064a\u0652?\u0646\u0650?$/;

/** «مزارعين» as «مزارعان», which stands in the table of duals; other words as they are. */
function asSubject(stem: string): string {
  return stem.endsWith('ين') ? `${stem.slice(0, -2)}ان` : stem;
}

const markedDualOf = remembering((norm) => {
  for (const stem of bareStems(norm)) {
    const dual = dualNouns().get(asSubject(stem));
    if (dual !== undefined) return dual;
  }
  return null;
}, null);

const dualOf = remembering((norm) => {
  for (const stem of bareStems(norm)) {
    const dual = dualNouns().get(stem);
    if (dual !== undefined) return dual;
  }
  return null;
});

function exactly(value: number): Pick<NumberSpan, 'low' | 'best' | 'high' | 'vague'> {
  return { low: value, best: value, high: value, vague: null };
}

function makeSpan(
  tokens: readonly Token[],
  first: number,
  last: number,
  kind: NumberKind,
  { low, best, high, vague }: Pick<NumberSpan, 'low' | 'best' | 'high' | 'vague'>,
  noun?: string,
): NumberSpan {
  const start = (tokens[first] as Token).start;
  const end = (tokens[last] as Token).end;
  return { first, last, start, end, kind, low, best, high, vague, dual: noun !== undefined, noun };
}
