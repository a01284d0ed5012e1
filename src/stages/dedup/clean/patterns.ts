/** Runs of words with classes («{n} × {num} =»), looked up by their first word. Linear, no regular expressions. */
import { numberWords } from '../../../arabic/number-words.ts';
import type { Token } from '../../../arabic/token.ts';
import { pushTo } from '../../../knowledge/lists-by-key.ts';

export interface Pattern<V> {
  /** Normalised words; `{n}` is a number in digits, `{num}` one in digits or words, `{w}` any word. */
  readonly words: readonly string[];
  readonly value: V;
}

export interface PatternMatch<V> {
  /** Words matched. */
  readonly length: number;
  readonly value: V;
}

export class PatternSet<V> {
  private readonly byFirst = new Map<string, Pattern<V>[]>();
  private readonly open: Pattern<V>[] = [];
  private readonly signs = new Uint8Array(SIGNS);
  private readonly byLast = new Map<string, Pattern<V>[]>();

  constructor(patterns: readonly Pattern<V>[]) {
    for (const pattern of patterns) {
      const first = pattern.words[0];
      if (first === undefined) continue;
      if (first.startsWith('{')) this.open.push(pattern);
      else pushTo(this.byFirst, first, pattern);
      this.signs[signOf(first)] = 1;
      pushTo(this.byLast, pattern.words.at(-1) as string, pattern);
    }
    const longestFirst = (a: Pattern<V>, b: Pattern<V>): number => b.words.length - a.words.length;
    for (const list of [...this.byFirst.values(), this.open]) list.sort(longestFirst);
  }

  /** False for most words that begin no pattern: two characters and the length tell. */
  mayBegin({ norm }: Token): boolean {
    return this.signs[signOf(norm)] === 1 || this.open.length > 0;
  }

  /** The longest pattern that begins with the word at `at`; `accept` may refuse one. */
  at(
    words: readonly Token[],
    at: number,
    accept: (match: PatternMatch<V>) => boolean = () => true,
  ): PatternMatch<V> | null {
    const token = words[at];
    if (!token) return null;
    return (
      find(this.byFirst.get(token.norm), words, at, accept) ??
      (this.open.length > 0 && isNumber(token) ? find(this.open, words, at, accept) : null)
    );
  }

  /** The longest pattern that the words end with. */
  atEnd(words: readonly Token[]): PatternMatch<V> | null {
    const list = this.byLast.get(words.at(-1)?.norm ?? '') ?? [];
    for (const pattern of list) {
      const from = words.length - pattern.words.length;
      if (from >= 0 && fits(pattern.words, words, from))
        return { length: pattern.words.length, value: pattern.value };
    }
    return null;
  }
}

/** How many signs there are; two words of one sign cost a second look and nothing else. */
const SIGNS = 1 << 16;

function signOf(word: string): number {
  return ((word.charCodeAt(0) << 9) ^ (word.charCodeAt(1) << 4) ^ word.length) & (SIGNS - 1);
}

function find<V>(
  list: readonly Pattern<V>[] | undefined,
  words: readonly Token[],
  at: number,
  accept: (match: PatternMatch<V>) => boolean,
): PatternMatch<V> | null {
  for (const pattern of list ?? []) {
    if (!fits(pattern.words, words, at)) continue;
    const match = { length: pattern.words.length, value: pattern.value };
    if (accept(match)) return match;
  }
  return null;
}

function fits(pattern: readonly string[], words: readonly Token[], at: number): boolean {
  for (let i = 0; i < pattern.length; i++) {
    const token = words[at + i];
    if (!token || !fitsWord(pattern[i] as string, token)) return false;
  }
  return true;
}

function fitsWord(expected: string, token: Token): boolean {
  if (expected === token.norm) return true;
  if (expected === '{n}') return token.kind === 'number';
  if (expected === '{num}') return isNumber(token);
  return expected === '{w}' && token.kind !== 'punctuation';
}

function isNumber(token: Token): boolean {
  return token.kind === 'number' || numberWords().has(token.norm);
}
