/**
 * The score by rule: what each told rightly and falsely, what it could have told, and what the baseline tells without
 * it. A rule that tells more false alarms than the baseline misses of its right ones does not earn its place.
 */
import type { EventGrammar } from '../../src/knowledge/events/grammar.ts';
import { type CouldTell, couldTell } from './could-tell.ts';
import type { Fault } from './faults.ts';
import type { Score } from './scorer.ts';

/** A miss with the rules that could have told it. */
export interface Miss extends CouldTell {
  readonly fault: Fault;
}

export interface RuleScore {
  readonly id: string;
  /** Events that it told rightly, and how many of them the baseline tells too. */
  readonly right: number;
  readonly baseline: number;
  readonly falseAlarms: readonly Fault[];
  /** A miss stands under every rule that could have told it. */
  readonly misses: readonly Miss[];
  /** Slots read wrongly in events that it told rightly. */
  readonly wrong: readonly Fault[];
}

/** Misses of a score with who could have told them; `texts` holds the texts by name. */
export function missesOf(score: Score, texts: ReadonlyMap<string, string>, grammar: EventGrammar): Miss[] {
  return score.faults.flatMap((fault) =>
    fault.event === null ? [] : [{ fault, ...couldTell(fault.event, texts.get(fault.text) ?? '', grammar) }],
  );
}

/** The faults, each miss with the sentence that should have been read. */
export function withQuotes(faults: readonly Fault[], misses: readonly Miss[]): Fault[] {
  const quotes = new Map(misses.map(({ fault, quote }) => [fault, quote]));
  return faults.map((fault) => ({ ...fault, quote: quotes.get(fault) ?? fault.quote }));
}

/** Every rule of the grammar, those with most false alarms and misses first. */
export function scoreRules(
  { hits, faults }: Score,
  baseline: Score,
  misses: readonly Miss[],
  ids: readonly string[],
): RuleScore[] {
  const cheap = new Set(baseline.hits.map(({ event }) => event));
  const rules = ids.map((id): RuleScore => {
    const right = hits.filter(({ rule }) => rule === id);
    return {
      id,
      right: right.length,
      baseline: right.filter(({ event }) => cheap.has(event)).length,
      falseAlarms: faults.filter(({ kind, rule }) => kind === 'extra' && rule === id),
      misses: misses.filter(({ rules }) => rules.includes(id)),
      wrong: faults.filter(({ kind, rule }) => kind === 'wrong' && rule === id),
    };
  });
  const faultsOf = (rule: RuleScore) => rule.falseAlarms.length + rule.misses.length;
  return rules.sort((a, b) => faultsOf(b) - faultsOf(a) || b.wrong.length - a.wrong.length);
}

/** Whether a rule tells more that the baseline does not than it tells falsely; one that told nothing is not judged. */
export function earnsItsPlace({ right, baseline, falseAlarms }: RuleScore): boolean {
  return right + falseAlarms.length === 0 || right - baseline > falseAlarms.length;
}
