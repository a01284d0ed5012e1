/** The lines of a text as cleaning sees them: tokens, comparable words, and where they stand in the article. */
import { createHash } from 'node:crypto';
import type { Token } from '../../../arabic/token.ts';

export interface TextLine {
  readonly tokens: readonly Token[];
  readonly words: readonly Token[];
  readonly start: number;
  readonly end: number;
}

/** A line of so many words is a paragraph of the article and not furniture. */
export const PARAGRAPH_WORDS = 22;
const LEARNABLE = { fewest: 3, most: 25 } as const;

/** Lines in order; a line break parts them. */
export function textLines(tokens: readonly Token[]): TextLine[] {
  const lines: TextLine[] = [];
  let first = 0;
  for (let at = 1; at <= tokens.length; at++) {
    const gap = tokens[at]?.gap;
    if (at < tokens.length && gap !== 'line' && gap !== 'paragraph') continue;
    const line = tokens.slice(first, at);
    if (line.length > 0) lines.push(lineOf(line));
    first = at;
  }
  return lines;
}

function lineOf(tokens: readonly Token[]): TextLine {
  return {
    tokens,
    words: tokens.filter(isWord),
    start: (tokens[0] as Token).start,
    end: (tokens.at(-1) as Token).end,
  };
}

/** What two lines have in common where they say the same: normalised words, numbers left open. */
export function lineKey(line: TextLine): string {
  return line.words.map((word) => (word.kind === 'number' ? '0' : word.norm)).join(' ');
}

/** Short hash of a line, the same for lines that differ in numbers, harakat or punctuation only. */
export function lineHash(line: TextLine): string {
  return createHash('sha256').update(lineKey(line)).digest('hex').slice(0, 16);
}

/** True for a line that may be learnt as its source's furniture: short, and no heading («حلب:»). */
export function isLearnable(line: TextLine, headingWords: ReadonlySet<string>): boolean {
  const { words, tokens } = line;
  if (words.length < LEARNABLE.fewest || words.length > LEARNABLE.most) return false;
  if (tokens.at(-1)?.norm.startsWith(':')) return false;
  return words.length > 5 || !words.some((word) => headingWords.has(word.norm));
}

const SIGNS = new Set(['×', '+', '=', '©', '*', '-']);

/** What is compared with the patterns: words, numbers, and «©». */
export function isWord(token: Token): boolean {
  return token.kind !== 'punctuation' || token.surface === '©';
}

/** True for the signs of a sum. */
export function isSign(token: Token): boolean {
  return SIGNS.has(token.surface);
}
