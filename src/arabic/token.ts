/** The shapes that reading Arabic text gives: tokens, numbers, dates, clauses. All offsets are into the original. */

import type { Word } from './word-memory.ts';

/** What stands between a token and the one before it. */
export type Gap = 'none' | 'space' | 'line' | 'paragraph';
export type TokenKind = 'word' | 'number' | 'punctuation';

export interface Token {
  /** Place in the token list. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** The original words, unchanged: `text.slice(start, end)`. */
  readonly surface: string;
  /** Normalised for comparison; digits in ASCII. */
  readonly norm: string;
  /** The word that {@link norm} is, with what is known of it. */
  readonly word: Word;
  readonly kind: TokenKind;
  readonly gap: Gap;
}

/** A run of tokens, both ends inclusive, with its offsets. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

/** One way to read a word: clitics before and after, and what remains. The whole word is always the first reading. */
export interface Reading {
  /** Such as '', 'و', 'وال', 'لل', 'ب'. */
  readonly prefix: string;
  readonly stem: string;
  /** Attached pronoun such as 'ه', 'ها', 'هم', or ''. */
  readonly suffix: string;
}

export type NumberKind =
  | 'count'
  | 'ordinal'
  | 'percent'
  | 'money'
  | 'distance'
  | 'duration'
  | 'calibre'
  | 'age'
  | 'time'
  | 'date'
  /** Part of a name: «برج 8 آذار», «جبل ال45», «الفرقة 17». */
  | 'name';

export interface NumberSpan extends TokenRange {
  readonly kind: NumberKind;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  /** The words of an inexact quantity, as written. */
  readonly vague: string | null;
  /** True where the noun itself carries the number («شهيدان», «صاروخين»); the span is then the noun. */
  readonly dual: boolean;
  /** The normalised singular of a dual («شهيد»). */
  readonly noun?: string | undefined;
}

export interface DateSpan extends TokenRange {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** 1 the day is told or follows · 2 within the week · 3 coarser. */
  readonly precision: 1 | 2 | 3;
  readonly basis: 'explicit' | 'relative';
  /** First day of a stretch of days («منذ الجمعة», «خلال أسبوع»), else null. */
  readonly since: string | null;
}

export interface Clause extends TokenRange {
  /** Zero-based number of the sentence it stands in. */
  readonly sentence: number;
  /** The normalised word or words that open it («كما», «في حين»), or null. */
  readonly connective: string | null;
}
