/** The lines of an article as its kept tokens see them; a line is what no line break parts. */
import type { Token } from '../../arabic/token.ts';
import type { HeadingRules } from './heading-rules.ts';
import { beginsLine } from './heading-tail.ts';

/** Token positions, both ends inclusive. */
export interface Line {
  readonly first: number;
  readonly last: number;
}

/** The lines between two token positions (`to` exclusive). */
export function linesOf(tokens: readonly Token[], from: number, to: number): Line[] {
  const lines: Line[] = [];
  let first = from;
  for (let at = from + 1; at <= to; at++) {
    const token = tokens[at];
    if (at < to && token && !beginsLine(token, at)) continue;
    if (first < to) lines.push({ first, last: at - 1 });
    first = at;
  }
  return lines;
}

/** Longest title, in words. */
const TITLE_WORDS = 25;

/** True for a line short enough to be a title and closed by no full stop. */
export function isTitleLike(tokens: readonly Token[], line: Line): boolean {
  return wordCount(tokens, line) <= TITLE_WORDS && tokens[line.last]?.norm !== '.';
}

export function wordCount(tokens: readonly Token[], line: Line): number {
  let words = 0;
  for (let at = line.first; at <= line.last; at++) if (tokens[at]?.kind !== 'punctuation') words++;
  return words;
}

/** True where a line's words say that a bulletin follows («نشرة أخبار …», «حصاد اليوم»). */
export function namesBulletin(tokens: readonly Token[], line: Line, rules: HeadingRules): boolean {
  if (wordCount(tokens, line) > TITLE_WORDS) return false;
  for (let at = line.first; at <= line.last; at++) {
    const match = rules.titles.at(tokens, at);
    if (match && match.last <= line.last) return true;
  }
  return false;
}
