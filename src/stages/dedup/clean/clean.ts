/**
 * Cleaning: finds the page furniture in an article's text. Input: the text, what is known of its source, the pack's
 * rules. Output: the stretches to leave out, each with its rule, in text order and without overlap; the title; what
 * is doubtful. Guarantee: pure and linear; the text is not rewritten; a line that reports events stays, unless it is
 * word for word a pattern, a second copy of the title, or a title in a list of other articles.
 */
import { findMojibake } from '../../../arabic/mojibake.ts';
import type { Token } from '../../../arabic/token.ts';
import { tokenise } from '../../../arabic/tokens.ts';
import type { Diagnostic, Removed } from '../../../model/article.ts';
import type { BoilerplateRules, LineRule } from './boilerplate-rules.ts';
import { detectLanguage } from './language.ts';
import { isLearnable, lineHash, lineKey, PARAGRAPH_WORDS, type TextLine, textLines } from './text-lines.ts';

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

/** Cleans a text. */
export function clean(text: string, context: CleanContext, rules: BoilerplateRules): Cleaned {
  const tokens = tokenise(text);
  const lines = textLines(tokens);
  const language = detectLanguage(text);
  const verdicts = new Array<string | null>(lines.length).fill(null);
  const body = bodyRange(lines);
  lines.forEach((line, index) => {
    if (verdicts[index] === null) judge(index, line);
  });
  markTitleCopies(lines, verdicts);
  const removed = lines.flatMap((line, index) => {
    const rule = verdicts[index];
    return rule ? [{ start: line.start, end: line.end, rule }] : inlineSpans(line, rules);
  });
  return { removed, title: titleOf(lines, verdicts, context), language, diagnostics: spoilt(text) };

  function judge(index: number, line: TextLine): void {
    const rule = lineRule(line, place(index, body), language, rules, context);
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
  const isParagraph = (line: TextLine): boolean => line.words.length >= PARAGRAPH_WORDS;
  const first = lines.findIndex(isParagraph);
  return first < 0
    ? { first: lines.length, last: lines.length }
    : { first, last: lines.findLastIndex(isParagraph) };
}

function place(index: number, body: Body): 'head' | 'tail' | 'body' {
  if (index < body.first && body.first <= body.last) return index === 0 || body.first > 0 ? 'head' : 'body';
  return index > body.last ? 'tail' : 'body';
}

/** The rule that a whole line falls under, or null. */
function lineRule(
  line: TextLine,
  where: 'head' | 'tail' | 'body',
  language: string,
  rules: BoilerplateRules,
  context: CleanContext,
): LineRule | null {
  const { words } = line;
  if (words.length === 0 || words.length > rules.longest) return null;
  const fits = (rule: LineRule): boolean =>
    words.length <= rule.maxWords && (rule.where === 'any' || rule.where === where);
  const whole = rules.lines.at(words, 0, (match) => match.length === words.length && fits(match.value));
  if (whole) return whole.value;
  if (language !== 'en' && rules.latin && fits(rules.latin) && isLatin(words)) return rules.latin;
  if (rules.hashtags && fits(rules.hashtags) && isHashtags(line)) return rules.hashtags;
  if (reportsEvent(words, rules)) return null;
  const part =
    rules.starts.at(words, 0, (match) => fits(match.value)) ??
    rules.ends.atEnd(words) ??
    anywhere(words, rules, fits);
  if (part && fits(part.value)) return part.value;
  const learnt = context.learned;
  if (learnt && learnt.size > 0 && isLearnable(line, rules.headingWords) && learnt.has(lineHash(line))) {
    return { id: 'repeated-line', maxWords: 0, where: 'any', takes: 'line' };
  }
  return null;
}

function anywhere(
  words: readonly Token[],
  rules: BoilerplateRules,
  fits: (rule: LineRule) => boolean,
): { value: LineRule } | null {
  for (let at = 0; at < words.length; at++) {
    const match = rules.contains.at(words, at, ({ value }) => fits(value));
    if (match) return match;
  }
  return null;
}

/** True where a word of the line reports an event, with or without «و» or «ال» before it. */
function reportsEvent(words: readonly Token[], rules: BoilerplateRules): boolean {
  return words.some(
    ({ norm }) =>
      rules.reports.has(norm) ||
      (norm.startsWith('و') && rules.reports.has(norm.slice(1))) ||
      (norm.startsWith('ال') && rules.reports.has(norm.slice(2))),
  );
}

const LATIN = /^[!-\u024f]+$/;

function isLatin(words: readonly Token[]): boolean {
  return words.some((word) => word.kind === 'word') && words.every((word) => LATIN.test(word.surface));
}

/** At least two hashtags, and no word outside of one. */
function isHashtags({ tokens }: TextLine): boolean {
  let tags = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.surface === '#') tags++;
    else if (token.kind !== 'punctuation' && tokens[at - 1]?.surface !== '#' && !isTagGoingOn(tokens, at))
      return false;
  }
  return tags >= 2;
}

/** «#ريف_دمشق»: the tokeniser parts at the underscore, which is neither a space nor a line break. */
function isTagGoingOn(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  return before !== undefined && token.start - before.end === 1 && before.kind !== 'punctuation';
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
    if (length < TITLE_WORDS.fewest || length > TITLE_WORDS.most) return;
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

/** Patterns inside a line that stays. */
function inlineSpans(line: TextLine, rules: BoilerplateRules): Removed[] {
  const spans: Removed[] = [];
  const { words } = line;
  for (let at = 0; at < words.length; at++) {
    const match = rules.inline.at(words, at);
    if (!match) continue;
    const last =
      match.value.takes === 'rest' ? pointerEnd(line, at + match.length - 1) : at + match.length - 1;
    spans.push({ start: (words[at] as Token).start, end: (words[last] as Token).end, rule: match.value.id });
    at = last;
  }
  return spans;
}

/** Last word of the pointer that «اقرأ أيضاً:» begins: as far as its sentence, or the label alone where none ends near. */
function pointerEnd(line: TextLine, label: number): number {
  const { tokens, words } = line;
  const from = tokens.indexOf(words[label] as Token);
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
  if (!line || line.words.length < 3 || line.words.length > TITLE_WORDS.most) return null;
  const last = line.tokens.at(-1) as Token;
  if (last.norm === '.' || lines.length <= index + 1) return null;
  return line.tokens.reduce(
    (out, token, at) => out + (at > 0 && token.gap !== 'none' ? ' ' : '') + token.surface,
    '',
  );
}

function spoilt(text: string): Diagnostic[] {
  return findMojibake(text).map(({ kind, start, end }) => ({
    rule: 'mojibake',
    message: `the text was decoded with the wrong table (${kind})`,
    start,
    end,
  }));
}
