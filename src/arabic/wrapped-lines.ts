/**
 * Text whose lines an agency's terminal broke at a fixed width, in mid-sentence: there the end of a line is a space.
 * Such lines are nearly of one length and break off, and some sentences end among them; headings, items of lists and
 * paragraphs are of all lengths.
 */
import type { Token } from './token.ts';

/** Lines shorter than this, in characters, are headings or items; no terminal is wider than the other. */
const SHORTEST = 45;
const WIDEST = 110;
/** Fewer lines that break off show no pattern. */
const FEWEST = 5;
/** Sentences that end with a line. */
const FEWEST_STOPS = 2;
/** Lines that break off are at least so long beside the longest. */
const EVEN = 0.8;
const BREAKS_OFF = /[^.؟?!؛:…)»"\s]\s*$/;
const STOPS = /[.؟?!]\s*$/;

/** Whether the lines of a text are broken at a fixed width. Linear in the text. */
export function isWrapped(text: string): boolean {
  const broken: number[] = [];
  let stops = 0;
  for (const line of text.split('\n')) {
    const { length } = line.trim();
    if (length > WIDEST) return false;
    if (STOPS.test(line)) stops++;
    else if (length >= SHORTEST && BREAKS_OFF.test(line)) broken.push(length);
  }
  if (broken.length < FEWEST || stops < FEWEST_STOPS) return false;
  const longest = Math.max(...broken);
  return broken.every((length) => length >= EVEN * longest);
}

/** Tokens of a wrapped text: a line's end is a space where the line before it is long and breaks off. */
export function withoutWrapping(text: string, tokens: readonly Token[]): Token[] {
  return tokens.map((token) =>
    token.gap === 'line' && breaksOff(text, token.start)
      ? Object.assign({}, token, { gap: 'space' as const })
      : token,
  );
}

function breaksOff(text: string, start: number): boolean {
  const end = text.lastIndexOf('\n', start - 1);
  if (end < 0) return false;
  const line = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
  return line.trim().length >= SHORTEST && BREAKS_OFF.test(line);
}
