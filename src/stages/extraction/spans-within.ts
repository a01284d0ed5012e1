/** Looks up spans by the tokens they stand in. */
import type { TokenRange } from '../../arabic/token.ts';

/** The spans that begin at a token from `from` to `to`; `spans` in order of their first tokens. */
export function spansWithin<Span extends TokenRange>(
  spans: readonly Span[],
  from: number,
  to: number,
): readonly Span[] {
  const start = firstFrom(spans, from);
  let end = start;
  while (end < spans.length && (spans[end] as Span).first <= to) end++;
  return spans.slice(start, end);
}

/** Index of the first span that begins at or after a token. */
function firstFrom(spans: readonly TokenRange[], token: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as TokenRange).first < token) low = middle + 1;
    else high = middle;
  }
  return low;
}
