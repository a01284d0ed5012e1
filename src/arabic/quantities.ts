/** Inexact quantities: «عدد من», «عشرات», and the bounds around an exact number («أكثر من», «على الأقل»). */

import { readings } from './clitics.ts';
import {
  BOUND_PHRASES,
  type Bound,
  NUMBER_NOUN_FILLERS,
  NUMBER_NOUNS,
  TRAILING_BOUNDS,
  VAGUE_WORDS,
  type VagueWord,
} from './number-words.ts';
import { PhraseTable } from './phrases.ts';
import type { Token } from './token.ts';
import { remembering } from './word-memory.ts';

/** How far after a number its trailing bound may stand: «42 قتيلا مدنيا آخر على الأقل». */
const TRAILING_REACH = 4;
/** Words that may stand between «عدد» and «من». */
const FILLER_REACH = 5;

let leading: PhraseTable<Bound> | null = null;
let trailing: PhraseTable<Bound> | null = null;

export interface BoundFound {
  readonly bound: Bound;
  readonly first: number;
  readonly last: number;
}

/** The bound phrase that begins at the token, such as «ما لا يقل عن»; a lone «ال» or «من» after it is taken in. */
export function boundAt(tokens: readonly Token[], at: number): BoundFound | null {
  leading ??= new PhraseTable(BOUND_PHRASES);
  const found = leading.at(tokens, at);
  if (found === null) return null;
  const article = tokens[found.last + 1]?.norm === 'ال' ? 1 : 0;
  return { bound: found.value, first: at, last: found.last + article };
}

const BOUND_HEADS: ReadonlySet<string> = new Set(
  BOUND_PHRASES.map(([, phrase]) => phrase.split(' ')[0] as string),
);

/** Whether a word, clitics cut off, can begin a bound or a vague quantity. */
export function beginsQuantity(stem: string): boolean {
  return BOUND_HEADS.has(stem) || VAGUE_WORDS.has(stem) || NUMBER_NOUNS.has(stem);
}

/** The bound that follows a number whose last token is `last`, within the same stretch of words. */
export function boundAfter(tokens: readonly Token[], last: number): BoundFound | null {
  trailing ??= new PhraseTable(TRAILING_BOUNDS);
  for (let i = last + 1; i <= last + 1 + TRAILING_REACH; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind !== 'word' || token.gap === 'paragraph') return null;
    if (token.norm.startsWith('و')) return null;
    const found = trailing.at(tokens, i);
    if (found !== null) return { bound: found.value, first: i, last: found.last };
  }
  return null;
}

export interface VagueFound extends VagueWord {
  readonly first: number;
  readonly last: number;
  /** «العشرات» with the article: an answer of its own, no noun need follow. */
  readonly definite: boolean;
}

/** The vague quantity that begins at the token («عدد كبير من», «العديد من», «عشرات الآلاف»), or null. */
export function vagueAt(tokens: readonly Token[], at: number): VagueFound | null {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word') return null;
  const inexact = inexactOf(token.word);
  if (inexact === null) return null;
  return inexact.word === null
    ? numberNounAt(tokens, at)
    : vagueWordAt(tokens, at, inexact.word, inexact.definite);
}

interface Inexact {
  /** Null for «عدد». */
  readonly word: VagueWord | null;
  readonly definite: boolean;
}

const inexactOf = remembering((norm): Inexact | null => {
  for (const { prefix, stem, suffix } of readings(norm)) {
    if (suffix !== '') continue;
    if (NUMBER_NOUNS.has(stem) && !prefix.endsWith('ال')) return { word: null, definite: false };
    const word = VAGUE_WORDS.get(stem);
    if (word !== undefined) return { word, definite: prefix.endsWith('ال') || prefix.endsWith('لل') };
  }
  return null;
});

const OF_THEM = new Set(['منهم', 'منها', 'منهن']);

function numberNounAt(tokens: readonly Token[], at: number): VagueFound | null {
  for (let i = at + 1; i <= at + 1 + FILLER_REACH; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind !== 'word') return null;
    if (token.norm === 'من') return { low: 3, high: null, first: at, last: i, definite: false };
    // «عددا منهم»
    if (OF_THEM.has(token.norm)) return { low: 3, high: null, first: at, last: i - 1, definite: false };
    if (!NUMBER_NOUN_FILLERS.has(token.norm)) return null;
  }
  return null;
}

function vagueWordAt(tokens: readonly Token[], at: number, word: VagueWord, definite: boolean): VagueFound {
  const next = tokens[at + 1];
  const { low, high } = word;
  if (next?.norm === 'من') return { low, high, first: at, last: at + 1, definite };
  const times = next?.kind === 'word' && word.low >= 10 ? (TIMES.get(next.norm) ?? 1) : 1;
  if (times > 1 && times * word.low > word.low) {
    return { low: word.low * times, high: null, first: at, last: at + 1, definite };
  }
  return { low, high, first: at, last: at, definite };
}

const TIMES: ReadonlyMap<string, number> = new Map([
  ['الالاف', 1_000],
  ['الاف', 1_000],
  ['الملايين', 1_000_000],
  ['ملايين', 1_000_000],
]);

export interface Bounds {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
}

/** Low, best and high of a number under a bound. A vague number keeps its low as best. */
export function bounded(value: number, bound: Bound | null): Bounds {
  switch (bound) {
    case 'more':
      return { low: value + 1, best: value + 1, high: null };
    case 'least':
      return { low: value, best: value, high: null };
    case 'less':
      return { low: null, best: null, high: Math.max(0, value - 1) };
    case 'most':
      return { low: null, best: null, high: value };
    case 'about':
    case null:
      return { low: value, best: value, high: value };
  }
}
