/**
 * What one text holds that another does not, by shared word 3-grams. Order does not matter (a moved section is no
 * difference), and what is new is told as runs of words with the numbers, negations and names in them: the
 * difference between a light edit, a correction and fresh news lies there and not in any one likeness figure.
 */
import { NumberTable } from './number-table.ts';
import { SHINGLE_WORDS, shingleAt, shingleCount, shinglesOf } from './shingles.ts';
import { GUESSED_NAME, NAME, NEGATION, NUMBER } from './word-facts.ts';
import { hashOfWord, kindOfWord, type WordPrint } from './word-print.ts';

/** Words `from` to `to` (exclusive) of a text that the other text does not hold. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** How much of one text the other does not hold, and what. */
export interface Excess {
  /** Share of its shingles that the other text holds too, 0 to 1. */
  readonly containment: number;
  /** In text order; a run without words (`from === to`) is where the other text has words more. */
  readonly runs: readonly Run[];
}

export interface Difference {
  readonly newer: Excess;
  readonly older: Excess;
  /** Shared shingles over all shingles, 0 to 1. */
  readonly jaccard: number;
}

/** Compares two printed texts. Linear in their length. */
export function compare(newer: WordPrint, older: WordPrint): Difference {
  return new Comparison(newer).with(older);
}

/** One text ready to be compared with many. */
export class Comparison {
  readonly words: WordPrint;
  private readonly shingles: Uint32Array;
  private readonly table: NumberTable;

  constructor(words: WordPrint) {
    this.words = words;
    this.shingles = shinglesOf(words);
    this.table = new NumberTable(this.shingles);
  }

  with(older: WordPrint): Difference {
    const shingles = shinglesOf(older);
    const theirs = new NumberTable(shingles);
    const shared = this.table.countShared(theirs);
    const union = this.table.size + theirs.size - shared;
    return {
      newer: this.excess(this.words, this.shingles, theirs, shared / Math.max(1, this.table.size)),
      older: this.excess(older, shingles, this.table, shared / Math.max(1, theirs.size)),
      jaccard: shared / Math.max(1, union),
    };
  }

  /**
   * False where neither text holds `share` of the other, found without a table for the other text and mostly halfway
   * through it: most candidates are turned away by this, in a tenth of the time.
   */
  mayHold(share: number, older: WordPrint): boolean {
    const count = shingleCount(older);
    let wanted = share * Math.min(this.table.size, count);
    for (let i = 0; i < count && wanted <= count - i; i++) {
      if (this.table.has(shingleAt(older, i))) wanted--;
      if (wanted <= 0) return true;
    }
    return wanted <= 0;
  }

  /** True for each word of this text that stands in a shingle which the other text holds too. */
  told(older: WordPrint): Uint8Array {
    const theirs = new NumberTable(shinglesOf(older));
    const told = new Uint8Array(this.words.length);
    for (let i = 0; i < this.shingles.length; i++) {
      if (theirs.has(this.shingles[i] as number)) told.fill(1, i, i + SHINGLE_WORDS);
    }
    return told;
  }

  private excess(words: WordPrint, shingles: Uint32Array, other: NumberTable, containment: number): Excess {
    const runs: Run[] = [];
    for (let i = 0; i < shingles.length; i++) {
      if (other.has(shingles[i] as number)) continue;
      const start = i;
      while (i < shingles.length && !other.has(shingles[i] as number)) i++;
      // A run of lone shingles inside the text shares its first and last two words with what stands around it.
      const from = start === 0 ? 0 : start + SHINGLE_WORDS - 1;
      const to = i === shingles.length ? words.length : i;
      runs.push({ from: Math.min(from, to), to });
    }
    return { containment, runs };
  }
}

/** Words in the runs of an excess. */
export function wordsIn(runs: readonly Run[]): number {
  let count = 0;
  for (const { from, to } of runs) count += to - from;
  return count;
}

/** The words of one kind within runs, in order. */
export function ofKind(words: WordPrint, runs: readonly Run[], kind: number): number[] {
  const found: number[] = [];
  for (const { from, to } of runs) {
    for (let i = from; i < Math.min(to, words.length); i++) {
      if (kindOfWord(words[i] as number) === kind) found.push(hashOfWord(words[i] as number));
    }
  }
  return found;
}

/** What a newer text says that an older one of the same story does not, beside mere wording. */
export interface ChangedFacts {
  /** A number that the older text does not have, or has less often or in another order. */
  readonly numbers: boolean;
  /** A negation more or fewer, where the words around it stayed. */
  readonly negation: boolean;
  /** Names that the older text has nowhere (guessed ones only where others went), and names of the older text that the newer has nowhere. */
  readonly namesIn: number;
  readonly namesOut: number;
  /** Words that stand where a place is named and that the older text has nowhere. */
  readonly guessedIn: number;
  /** Names put in and names taken out within short runs: one place told for another. */
  readonly swappedIn: number;
  readonly swappedOut: number;
  /** Names that both texts have. */
  readonly namesShared: number;
}

/** Longest run (in words) that is an edit in place and not a clause more or less. */
const EDIT_WORDS = 6;
const NEGATED_WORDS = 4;

/** Facts that changed between two texts that were compared. `skip`: words of the newer text that are title only. */
export function changedFacts(
  newer: WordPrint,
  older: WordPrint,
  difference: Difference,
  skip = 0,
): ChangedFacts {
  const fresh = difference.newer.runs;
  const lost = difference.older.runs;
  const inOlder = new NumberTable(older.map(hashOfWord));
  const inNewer = new NumberTable(newer.map(hashOfWord));
  const namesIn = (runs: readonly Run[], out: number): number => {
    const sure = ofKind(newer, runs, NAME);
    const names = out > 0 ? [...sure, ...ofKind(newer, runs, GUESSED_NAME)] : sure;
    return new Set(names.filter((name) => !inOlder.has(name))).size;
  };
  const namesOut = (runs: readonly Run[]): number =>
    new Set(
      [...ofKind(older, runs, NAME), ...ofKind(older, runs, GUESSED_NAME)].filter(
        (name) => !inNewer.has(name),
      ),
    ).size;
  const out = namesOut(lost);
  const swappedOut = namesOut(shorter(lost, EDIT_WORDS));
  const body = clip(fresh, skip, newer.length);
  const numbers = ofKind(newer, body, NUMBER);
  const negations = ofKind(newer, body, NEGATION).length;
  return {
    numbers:
      hasMore(ofKind(newer, [{ from: skip, to: newer.length }], NUMBER), ofKind(older, WHOLE, NUMBER)) ||
      ofKind(newer, clip(fresh, 0, skip), NUMBER).some((number) => !inOlder.has(number)) ||
      isShuffled(numbers, ofKind(older, lost, NUMBER)),
    negation:
      negations > ofKind(older, lost, NEGATION).length ||
      negations < ofKind(older, shorter(lost, NEGATED_WORDS), NEGATION).length,
    namesIn: namesIn(fresh, out),
    namesOut: out,
    guessedIn: ofKind(newer, fresh, GUESSED_NAME).filter((name) => !inOlder.has(name)).length,
    swappedIn: namesIn(shorter(body, EDIT_WORDS), swappedOut),
    swappedOut,
    namesShared: sharedNames(newer, inOlder),
  };
}

const WHOLE: readonly Run[] = [{ from: 0, to: Number.POSITIVE_INFINITY }];

function shorter(runs: readonly Run[], words: number): Run[] {
  return runs.filter(({ from, to }) => to - from <= words);
}

/** True where a number stands in the first list more often than in the second. */
function hasMore(numbers: readonly number[], others: readonly number[]): boolean {
  const left = new Map<number, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return numbers.some((number) => {
    const count = left.get(number) ?? 0;
    left.set(number, count - 1);
    return count === 0;
  });
}

function sharedNames(newer: WordPrint, inOlder: NumberTable): number {
  const shared = new Set<number>();
  for (const word of newer) {
    if (kindOfWord(word) >= NAME && inOlder.has(hashOfWord(word))) shared.add(hashOfWord(word));
  }
  return shared.size;
}

function clip(runs: readonly Run[], from: number, to: number): Run[] {
  const clipped: Run[] = [];
  for (const run of runs) {
    const start = Math.max(run.from, from);
    const end = Math.min(run.to, to);
    if (start < end) clipped.push({ from: start, to: end });
  }
  return clipped;
}

/** The same numbers in another order: «مقتل 3 وإصابة 5» for «مقتل 5 وإصابة 3». */
function isShuffled(numbers: readonly number[], others: readonly number[]): boolean {
  if (numbers.length !== others.length || hasMore(numbers, others)) return false;
  return numbers.some((number, at) => number !== others[at]);
}
