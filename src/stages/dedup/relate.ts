/**
 * Whether one article repeats or extends another, from their printed words. A near duplicate goes no further, so it
 * must tell nothing new: no clause, no number, no negation, no place that the original lacks. What is alike and does
 * tell something new is an update; what has the form of another text and other places in it is another event.
 */
import {
  type ChangedFacts,
  Comparison,
  changedFacts,
  type Difference,
  type Run,
  wordsIn,
} from '../../arabic/likeness/difference.ts';
import { SHINGLE_WORDS } from '../../arabic/likeness/shingles.ts';
import { NUMBER } from '../../arabic/likeness/word-facts.ts';
import { hashOfWord, kindOfWord } from '../../arabic/likeness/word-print.ts';
import type { SeenEntry, Verdict } from './seen-index.ts';
import { REPEAT_THRESHOLDS } from './thresholds.ts';

export interface Relation {
  readonly kind: Exclude<Verdict['kind'], 'new'>;
  readonly containment: number;
  /** The newer one tells all that the older told, perhaps with other figures: it can take its place. */
  readonly supersedes: boolean;
}

const SAME: Relation = Object.freeze({ kind: 'exact', containment: 1, supersedes: true });

/** Relates newer articles to older ones; keeps the newer one's shingles between calls. */
export class Relater {
  private readonly newer: SeenEntry;
  private readonly comparison: Comparison;

  constructor(newer: SeenEntry) {
    this.newer = newer;
    this.comparison = new Comparison(newer.words);
  }

  /** Null where the two are unrelated. */
  to(older: SeenEntry): Relation | null {
    const { newer } = this;
    if (newer.words.length === 0 || older.words.length === 0) return null;
    const short = Math.min(newer.words.length, older.words.length) < REPEAT_THRESHOLDS.shortWords;
    if (short && daysApart(newer, older) > REPEAT_THRESHOLDS.shortDaysApart) return null;
    if (newer.wholeText === older.wholeText || sameWords(newer.words, older.words)) return SAME;
    if (!this.comparison.mayHold(REPEAT_THRESHOLDS.related, older.words)) return null;
    const difference = this.comparison.with(older.words);
    return short ? relateShort(newer, older, difference) : relateLong(newer, older, difference);
  }

  /** Share of the newer one's and of the older one's shingles that the other holds, whichever is more. */
  likeness(older: SeenEntry): number {
    if (this.newer.words.length === 0 || older.words.length === 0) return 0;
    const difference = this.comparison.with(older.words);
    return Math.max(difference.newer.containment, difference.older.containment);
  }
}

function relateLong(newer: SeenEntry, older: SeenEntry, difference: Difference): Relation | null {
  const limits = REPEAT_THRESHOLDS;
  const held = difference.newer.containment;
  const kept = difference.older.containment;
  if (Math.max(held, kept) < limits.related) return null;
  const facts = changedFacts(newer.words, older.words, difference, newer.titleWords);
  if (isOtherEvent(newer, older, facts)) return null;
  const changed = facts.numbers || facts.negation || facts.namesIn > 0;
  const supersedes = !hasClause(difference.older.runs) || kept >= 0.95;
  if (!changed && isRetouched(newer, difference.newer.runs)) {
    return { kind: 'near_duplicate', containment: held, supersedes };
  }
  const extended = kept >= limits.related || held >= limits.near;
  return extended ? { kind: 'update', containment: held, supersedes } : null;
}

/** Outside its title and footer nearly all of it stands in the original, and no run of new words is a clause. */
function isRetouched(newer: SeenEntry, runs: readonly Run[]): boolean {
  const fresh = body(newer, runs);
  const length = newer.words.length - newer.titleWords - newer.footerWords;
  const lost = wordsIn(fresh) + fresh.length * (SHINGLE_WORDS - 1);
  return !hasClause(fresh) && lost <= length * (1 - REPEAT_THRESHOLDS.near);
}

/**
 * Two flashes of one form differ in a word or two, and these make the news. So a short text repeats another only when
 * it adds a word like «عاجل» at either end or is a piece of it; it updates another when nothing but figures changed.
 */
function relateShort(newer: SeenEntry, older: SeenEntry, difference: Difference): Relation | null {
  const held = difference.newer.containment;
  const kept = difference.older.containment;
  const facts = changedFacts(newer.words, older.words, difference);
  const added = wordsIn(difference.newer.runs);
  const supersedes = kept === 1 || added === wordsIn(difference.older.runs);
  if (facts.namesIn > 0 || (facts.namesOut > 0 && added > 0)) return null;
  if (
    held === 1 ||
    (kept === 1 && added <= REPEAT_THRESHOLDS.shortAddedWords && !facts.numbers && !facts.negation)
  ) {
    return { kind: 'near_duplicate', containment: held, supersedes };
  }
  if (kept === 1) return { kind: 'update', containment: held, supersedes };
  return onlyFiguresChanged(newer, older, difference)
    ? { kind: 'update', containment: held, supersedes: true }
    : null;
}

function onlyFiguresChanged(
  newer: SeenEntry,
  older: SeenEntry,
  { newer: fresh, older: lost }: Difference,
): boolean {
  if (newer.words.length !== older.words.length || fresh.runs.length === 0) return false;
  for (let i = 0; i < newer.words.length; i++) {
    const a = newer.words[i] as number;
    const b = older.words[i] as number;
    if (hashOfWord(a) !== hashOfWord(b) && !(kindOfWord(a) === NUMBER && kindOfWord(b) === NUMBER))
      return false;
  }
  return lost.runs.length > 0;
}

/** The same form with other places or another weekday in it. */
function isOtherEvent(newer: SeenEntry, older: SeenEntry, facts: ChangedFacts): boolean {
  const limits = REPEAT_THRESHOLDS;
  if (Math.min(newer.words.length, older.words.length) < limits.oneEventWords) {
    if (facts.namesIn > 0 && facts.namesOut > 0) return true;
    if (facts.numbers && daysApart(newer, older) > limits.shortDaysApart) return true;
  }
  const swapped = Math.min(facts.swappedIn, facts.swappedOut);
  const names = facts.namesShared + Math.max(facts.swappedIn, facts.swappedOut);
  return swapped > 0 && facts.namesShared < limits.sharedNames * names;
}

/** The runs of new words outside the title and the footer. */
function body(entry: SeenEntry, runs: readonly Run[]): Run[] {
  const from = entry.titleWords;
  const to = entry.words.length - entry.footerWords;
  return runs
    .map((run) => ({ from: Math.max(run.from, from), to: Math.min(run.to, to) }))
    .filter((run) => run.from < run.to);
}

function hasClause(runs: readonly Run[]): boolean {
  return runs.some(({ from, to }) => to - from >= REPEAT_THRESHOLDS.newClauseWords);
}

/** Days between two publications, 0 where one of them is only assumed. */
function daysApart(newer: SeenEntry, older: SeenEntry): number {
  return newer.dayTold && older.dayTold ? Math.abs(newer.day - older.day) : 0;
}

function sameWords(a: Uint32Array, b: Uint32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++)
    if (hashOfWord(a[i] as number) !== hashOfWord(b[i] as number)) return false;
  return true;
}
