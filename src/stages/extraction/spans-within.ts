/** Looks up spans by the tokens they stand in. */
import type { Clause } from '../../arabic/token.ts';

/** The spans that begin at a token from `from` to `to`; `spans` in order of their first tokens. */
export function spansWithin<Span extends { readonly first: number }>(
  spans: readonly Span[],
  from: number,
  to: number,
): readonly Span[] {
  const start = firstBeginningFrom(spans, from);
  let end = start;
  while (end < spans.length && (spans[end] as Span).first <= to) end++;
  return spans.slice(start, end);
}

/** Index of the first span that begins at or after a token. */
function firstBeginningFrom(spans: readonly { readonly first: number }[], token: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as { first: number }).first < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first span that reaches a token or begins after it. */
export function firstReaching(spans: readonly { readonly last: number }[], token: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as { last: number }).last < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The clause that a token stands in; the last where none reaches it. */
export function clauseAt(clauses: readonly Clause[], token: number): Clause | null {
  return clauses[firstReaching(clauses, token)] ?? clauses.at(-1) ?? null;
}

/** First and last index of the clauses of one clause's sentence, looking at most so many clauses either way. */
export function sentenceOfClause(
  clauses: readonly Clause[],
  clause: number,
  most = Number.POSITIVE_INFINITY,
): [number, number] {
  const sentence = clauses[clause]?.sentence;
  let from = clause;
  let to = clause;
  while (from > 0 && clause - from < most && clauses[from - 1]?.sentence === sentence) from--;
  while (to - clause < most && to + 1 < clauses.length && clauses[to + 1]?.sentence === sentence) to++;
  return [from, to];
}
