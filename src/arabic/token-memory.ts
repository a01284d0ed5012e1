/**
 * The tokens of whole texts, remembered for a while: learning a source's lines, cleaning, the print that repeats are
 * found by, and splitting read the same text one after the other, and tokenising costs more than any of them.
 */
import type { Token } from './token.ts';
import { tokenise } from './tokens.ts';

/**
 * UTF-16 code units of all texts remembered at most: a chunk of fifty articles as the queues carry it. More would only keep
 * tokens alive that nobody asks for again, which the garbage collector pays for. The text asked for last is remembered
 * whatever its length: each of its sections asks again, and reading it anew for each would take square time.
 */
const MOST_TEXT = 1 << 17;

const memory = new Map<string, readonly Token[]>();
let remembered = 0;

/** {@link tokenise} of a whole text. The tokens are shared: nobody may change the list. */
export function tokensOf(text: string): readonly Token[] {
  const known = memory.get(text);
  if (known !== undefined) return known;
  const tokens = tokenise(text);
  remembered += text.length;
  for (const oldest of memory.keys()) {
    if (remembered <= MOST_TEXT) break;
    memory.delete(oldest);
    remembered -= oldest.length;
  }
  memory.set(text, tokens);
  return tokens;
}

/** Those of a text's tokens that lie in `text.slice(from, to)`, found by halving. Their places in the list stay. */
export function tokensBetween(text: string, from: number, to: number): readonly Token[] {
  const tokens = tokensOf(text);
  const first = firstTokenFrom(tokens, from);
  return tokens.slice(first, firstTokenFrom(tokens, to));
}

/** Position of the first token that starts at an offset or after it. */
export function firstTokenFrom(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
