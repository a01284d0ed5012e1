/** The lines of a text as cleaning sees them: tokens, comparable words, and where they stand in the article. */
import { createHash } from 'node:crypto';
import type { Token } from '../../../arabic/token.ts';

/** A line's tokens and words are cut out of the article's when first asked for: of most lines nobody asks. */
export class TextLine {
  readonly start: number;
  readonly end: number;
  /** Positions in the article's token list, both ends inclusive. */
  readonly first: number;
  readonly last: number;
  /** How many words it has. */
  readonly length: number;
  private readonly all: readonly Token[];
  private cut: readonly Token[] | null = null;
  private spoken: readonly Token[] | null = null;

  constructor(all: readonly Token[], first: number, last: number) {
    this.all = all;
    this.first = first;
    this.last = last;
    this.start = (all[first] as Token).start;
    this.end = (all[last] as Token).end;
    let length = 0;
    for (let at = first; at <= last; at++) if (isWord(all[at] as Token)) length++;
    this.length = length;
  }

  /** False where no sign of a sum stands among the last tokens: a cheap look. */
  get mayEndInSum(): boolean {
    return hasSign(this.all, this.first, this.last);
  }

  get tokens(): readonly Token[] {
    this.cut ??= this.all.slice(this.first, this.last + 1);
    return this.cut;
  }

  /** What is compared with the patterns. */
  get words(): readonly Token[] {
    this.spoken ??= this.tokens.filter(isWord);
    return this.spoken;
  }
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
    if (first < tokens.length) lines.push(new TextLine(tokens, first, at - 1));
    first = at;
  }
  return lines;
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
  if (line.length < LEARNABLE.fewest || line.length > LEARNABLE.most) return false;
  const { words, tokens } = line;
  if (tokens.at(-1)?.norm.startsWith(':')) return false;
  return words.length > 5 || !words.some((word) => headingWords.has(word.norm));
}

const SIGNS = new Set(['×', '+', '=', '©', '*', '-']);

/** What is compared with the patterns: words, numbers, and «©». */
export function isWord(token: Token): boolean {
  return token.kind !== 'punctuation' || token.surface === '©';
}

/** True where one of the last tokens is the sign of a sum. */
function hasSign(all: readonly Token[], first: number, last: number): boolean {
  for (let at = last; at >= Math.max(first, last - 4); at--) {
    const { kind, surface } = all[at] as Token;
    if (kind === 'punctuation' && (surface === '=' || surface === '×')) return true;
  }
  return false;
}

/** True for the signs of a sum. */
export function isSign(token: Token): boolean {
  return SIGNS.has(token.surface);
}
