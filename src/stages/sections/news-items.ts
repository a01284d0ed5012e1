/**
 * Tells apart news items that run together without a mark, and finds where the last section of a bulletin gives way
 * to ordinary news: by datelines, titles, and paragraphs that open like an item and change the topic.
 */
import { monthNames, weekdayNames } from '../../arabic/calendar-words.ts';
import type { Token } from '../../arabic/token.ts';
import { headingAt } from './heading-at.ts';
import type { HeadingRules } from './heading-rules.ts';
import { isTitleLike, type Line, wordCount } from './lines.ts';

/** Share of a paragraph's topic words that the item before must hold for the paragraph to go on with it. */
const SAME_TOPIC = 0.25;
const SHORTEST_TITLE = 5;
/** Words of a paragraph that decide its topic. */
const TOPIC_WORDS = 60;

/** Cuts a run of lines into items; each item is a run of lines. Linear. */
export function newsItems(tokens: readonly Token[], lines: readonly Line[], rules: HeadingRules): Line[] {
  const items: Line[] = [];
  let topic = new Set<string>();
  let read = 0;
  lines.forEach((line, index) => {
    const current = items.at(-1);
    if (current && !mayBegin(tokens, line, rules)) {
      items[items.length - 1] = { first: current.first, last: line.last };
      return;
    }
    for (; read < index; read++)
      for (const word of topicWords(tokens, lines[read] as Line, rules)) topic.add(word);
    if (current && !beginsItem(tokens, lines, index, topic, rules)) {
      items[items.length - 1] = { first: current.first, last: line.last };
      return;
    }
    items.push(line);
    topic = new Set();
  });
  return items;
}

/** Cheap look before the topics are compared. */
function mayBegin(tokens: readonly Token[], line: Line, rules: HeadingRules): boolean {
  return (
    opensItem(tokens, line, rules) ||
    isDateLine(tokens, line) ||
    headingAt(tokens, line.first, rules)?.mark === 'dateline'
  );
}

function beginsItem(
  tokens: readonly Token[],
  lines: readonly Line[],
  index: number,
  topic: ReadonlySet<string>,
  rules: HeadingRules,
): boolean {
  const line = lines[index] as Line;
  const previous = lines[index - 1];
  if (previous && isTitleLike(tokens, previous)) return false;
  if (isDateLine(tokens, line) || headingAt(tokens, line.first, rules)?.mark === 'dateline') return true;
  if (!opensItem(tokens, line, rules)) return false;
  const words = topicWords(tokens, line, rules);
  const next = lines[index + 1];
  const title = isTitleLike(tokens, line) && wordCount(tokens, line) >= SHORTEST_TITLE && next !== undefined;
  const told = title ? union(words, topicWords(tokens, next, rules)) : words;
  return sharedPart(told, topic) < SAME_TOPIC;
}

/** True for a paragraph that opens as items open: with a verb of the list, no «و» before it, no «المصدر» after it. */
export function opensItem(tokens: readonly Token[], line: Line, rules: HeadingRules): boolean {
  let at = line.first;
  while (at <= line.last && tokens[at]?.kind === 'punctuation') at++;
  const first = tokens[at];
  if (!first || !rules.articleOpenings.has(first.norm)) return false;
  for (let i = at + 1; i <= Math.min(at + 2, line.last); i++) {
    if (rules.anaphors.has((tokens[i] as Token).norm)) return false;
  }
  return true;
}

/** A line that tells a day and nothing else to speak of: «السبت 4-7-2015», «٢٤ نوفمبر ٢٠٢٥». */
export function isDateLine(tokens: readonly Token[], { first, last }: Line): boolean {
  if (last - first > 11) return false;
  let numbers = 0;
  let named = 0;
  let others = 0;
  for (let at = first; at <= last; at++) {
    const { kind, norm } = tokens[at] as Token;
    if (kind === 'number') numbers++;
    else if (weekdayNames().has(norm) || monthNames().has(norm)) named++;
    else if (kind === 'word') others++;
  }
  return others <= 2 && numbers >= 1 && numbers + named >= 3;
}

function topicWords(tokens: readonly Token[], line: Line, rules: HeadingRules): Set<string> {
  const words = new Set<string>();
  for (let at = line.first; at <= line.last && words.size < TOPIC_WORDS; at++) {
    const { kind, norm } = tokens[at] as Token;
    if (kind !== 'word' || norm.length < 3 || rules.topicless.has(norm)) continue;
    const stem = stemOf(norm);
    if (stem.length > 2 && !rules.topicless.has(stem)) words.add(stem);
  }
  return words;
}

/** Enough of a stem to know a word again: without «و»/«ف» before an article, the article, «لل», «بال». */
function stemOf(norm: string): string {
  return norm.replace(/^(?:[وف]?(?:[بك]?ال|لل))(?=.{3})/, '').replace(/^[وب](?=.{4})/, '');
}

function union(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  return new Set([...a, ...b]);
}

function sharedPart(words: ReadonlySet<string>, topic: ReadonlySet<string>): number {
  if (words.size === 0) return 1;
  let shared = 0;
  for (const word of words) if (topic.has(word)) shared++;
  return shared / words.size;
}
