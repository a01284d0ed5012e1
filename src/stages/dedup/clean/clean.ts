/**
 * Cleaning: finds the page furniture in an article's text. Input: the text, what is known of its source, the pack's
 * rules. Output: the stretches to leave out, each with its rule, in text order and without overlap; the title; what
 * is doubtful. Guarantee: pure and linear; the text is not rewritten; a line that reports events stays, unless it is
 * word for word a pattern, a second copy of the title, or a title in a list of other articles.
 */
import { findMojibake } from '../../../arabic/mojibake.ts';
import type { Token } from '../../../arabic/token.ts';
import { tokensOf } from '../../../arabic/token-memory.ts';
import type { Diagnostic, Removed } from '../../../model/article.ts';
import type { BoilerplateRules } from './boilerplate-rules.ts';
import { detectLanguage } from './language.ts';
import { lineRule, type Place, reportsEvent, sumAtEnd } from './line-rule.ts';
import { lineKey, PARAGRAPH_WORDS, type TextLine, textLines } from './text-lines.ts';

export interface CleanContext {
  readonly source: string;
  readonly title?: string | null;
  /** Hashes of lines that the source repeats in many articles. */
  readonly learned?: ReadonlySet<string>;
}

export interface Cleaned {
  readonly removed: Removed[];
  /** The title told with the article, else its first line where that is one; null where there is none. */
  readonly title: string | null;
  readonly language: string;
  readonly diagnostics: Diagnostic[];
}

/** How many lines under the title may hold its second copy. */
const TITLE_COPY_WITHIN = 6;
const TITLE_WORDS = { fewest: 4, most: 30 } as const;
/** Titles under «اقرأ أيضا»: so long at most, and so many in the middle of an article. */
const LISTED_TITLE_WORDS = 18;
const LISTED_IN_BODY = 3;
/** Longest pointer to another article that goes with «اقرأ أيضا:» inside a line. */
const POINTER_WORDS = 22;
const FEWEST_NAMES = 2;

/** Cleans a text. */
export function clean(text: string, context: CleanContext, rules: BoilerplateRules): Cleaned {
  const tokens = tokensOf(text);
  const lines = textLines(tokens);
  const language = detectLanguage(text);
  const verdicts = new Array<string | null>(lines.length).fill(null);
  const body = bodyRange(lines);
  lines.forEach((_, index) => {
    if (verdicts[index] === null) judge(index);
  });
  markNames(lines, body.last, verdicts, rules);
  markTitleCopies(lines, verdicts);
  const removed = lines.flatMap((line, index) => {
    const rule = verdicts[index];
    return rule ? [{ start: line.start, end: line.end, rule }] : inlineSpans(tokens, line, rules);
  });
  return { removed, title: titleOf(lines, verdicts, context), language, diagnostics: spoilt(text) };

  function judge(index: number): void {
    const rule = lineRule(lines, index, place(index, body), language, rules, context.learned);
    if (!rule) return;
    verdicts[index] = rule.id;
    if (rule.takes === 'titles' && index > body.first) takeTitles(lines, index, body.last, rule.id, verdicts);
  }
}

interface Body {
  /** First and last line long enough to be a paragraph; first is beyond the end where there is none. */
  readonly first: number;
  readonly last: number;
}

function bodyRange(lines: readonly TextLine[]): Body {
  const isParagraph = (line: TextLine): boolean => line.length >= PARAGRAPH_WORDS;
  const first = lines.findIndex(isParagraph);
  return first < 0
    ? { first: lines.length, last: Number.MAX_SAFE_INTEGER }
    : { first, last: lines.findLastIndex(isParagraph) };
}

/** Where a line stands; a text without a paragraph is all body. */
function place(index: number, body: Body): Place {
  if (index > body.last) return 'tail';
  return index < body.first && body.first <= body.last && body.last < Number.MAX_SAFE_INTEGER
    ? 'head'
    : 'body';
}

/** Takes the title-like lines under a list's label: all of them after the article, a few inside it. */
function takeTitles(
  lines: readonly TextLine[],
  label: number,
  lastParagraph: number,
  rule: string,
  verdicts: (string | null)[],
): void {
  const most = label > lastParagraph ? lines.length : label + 1 + LISTED_IN_BODY;
  for (let index = label + 1; index < Math.min(most, lines.length); index++) {
    const { words, tokens } = lines[index] as TextLine;
    const last = tokens.at(-1)?.norm ?? '';
    if (words.every((word) => word.kind === 'number')) continue;
    if (words.length > LISTED_TITLE_WORDS || words.length < 3 || last === '.' || last.startsWith(':')) return;
    verdicts[index] = rule;
  }
}

/** A second copy of the title, with or without the site's name after it, near the head. */
function markTitleCopies(lines: readonly TextLine[], verdicts: (string | null)[]): void {
  const seen = new Set<string>();
  lines.slice(0, TITLE_COPY_WITHIN).forEach((line, index) => {
    if (verdicts[index] !== null) return;
    const { length } = line.words;
    if (length < TITLE_WORDS.fewest || length > TITLE_WORDS.most || line.tokens.at(-1)?.norm === '.') return;
    const key = lineKey(line);
    if (seen.has(key) || [...seen].some((title) => isCopy(key, title))) verdicts[index] = 'doubled-title';
    else seen.add(key);
  });
}

/** One is the other with up to four words more («… | اسم الموقع»). */
function isCopy(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long.startsWith(`${short} `) && long.slice(short.length + 1).split(' ').length <= 4;
}

/** Short lines one under the other at the very end are tags and categories, a lone word there an editor's sign. */
function markNames(
  lines: readonly TextLine[],
  lastParagraph: number,
  verdicts: (string | null)[],
  rules: BoilerplateRules,
): void {
  const rule = rules.names;
  if (!rule) return;
  const found: number[] = [];
  for (let index = lines.length - 1; index > lastParagraph; index--) {
    if (verdicts[index] !== null) continue;
    const line = lines[index] as TextLine;
    const mark = line.tokens.at(-1)?.norm ?? '';
    if (line.words.length > rule.maxWords || /^[:.!؟]/.test(mark) || reportsEvent(line.words, rules)) break;
    found.push(index);
  }
  const lone = found.length === 1 && lines[found[0] as number]?.length === 1;
  if (lone || found.length >= FEWEST_NAMES) for (const index of found) verdicts[index] = rule.id;
}

/** Patterns inside a line that stays. */
function inlineSpans(all: readonly Token[], line: TextLine, rules: BoilerplateRules): Removed[] {
  const spans: Removed[] = [];
  let free = line.start;
  for (let position = line.first; position <= line.last; position++) {
    const token = all[position] as Token;
    if (token.start < free || !rules.inline.mayBegin(token)) continue;
    const { words } = line;
    const at = wordAt(words, token.start);
    const match = at < 0 ? null : rules.inline.at(words, at);
    if (!match) continue;
    const label = at + match.length - 1;
    const last = match.value.takes === 'rest' ? pointerEnd(line, label) : label;
    free = (words[last] as Token).end;
    spans.push({ start: token.start, end: free, rule: match.value.id });
  }
  const sum = rules.sum ? sumAtEnd(line) : null;
  if (sum && rules.sum && spans.every((span) => span.end <= sum.start))
    spans.push({ ...sum, rule: rules.sum.id });
  return spans;
}

/** Index of the word that starts at an offset, by halving; -1 where none does. */
function wordAt(words: readonly Token[], start: number): number {
  let low = 0;
  let high = words.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = (words[middle] as Token).start;
    if (found === start) return middle;
    if (found < start) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Last word of the pointer that «اقرأ أيضاً:» begins: as far as its sentence, or the label alone where none ends near. */
function pointerEnd(line: TextLine, label: number): number {
  const { tokens, words } = line;
  const from = (words[label] as Token).index - (tokens[0] as Token).index;
  let count = 0;
  for (let at = from + 1; at < tokens.length && count <= POINTER_WORDS; at++) {
    const token = tokens[at] as Token;
    if (token.kind !== 'punctuation') count++;
    else if (/^[.!؟?…]+$/.test(token.surface)) return label + count;
  }
  return count <= POINTER_WORDS ? Math.min(label + count, words.length - 1) : label;
}

function titleOf(
  lines: readonly TextLine[],
  verdicts: readonly (string | null)[],
  context: CleanContext,
): string | null {
  if (context.title) return context.title;
  const index = verdicts.indexOf(null);
  const line = lines[index];
  if (!line || line.length > TITLE_WORDS.most || lettered(line) < 3) return null;
  const last = line.tokens.at(-1) as Token;
  if (/^[.:،]/.test(last.norm) || lines.length <= index + 1) return null;
  return line.tokens.reduce(
    (out, token, at) => out + (at > 0 && token.gap !== 'none' ? ' ' : '') + token.surface,
    '',
  );
}

/** Every kind of spoilt Arabic holds one of these, and sound Arabic seldom does: a look that costs next to nothing. */
const SPOILT_SIGN = /[\u0080-\u009f\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00ff\ufffd€]/;

function lettered({ words }: TextLine): number {
  return words.filter((word) => word.kind === 'word').length;
}

function spoilt(text: string): Diagnostic[] {
  if (!SPOILT_SIGN.test(text)) return [];
  return findMojibake(text).map(({ kind, start, end }) => ({
    rule: 'mojibake',
    message: `the text was decoded with the wrong table (${kind})`,
    start,
    end,
  }));
}
