/** Which rule a whole line falls under: its patterns, its kind, or that its source repeats it; and what guards it. */
import { numberWords } from '../../../arabic/number-words.ts';
import type { Token } from '../../../arabic/token.ts';
import type { BoilerplateRules, LineRule } from './boilerplate-rules.ts';
import { isLearnable, isSign, lineHash, type TextLine } from './text-lines.ts';

/** Before the first paragraph, after the last, or between. */
export type Place = 'head' | 'body' | 'tail';

const LEARNT: LineRule = Object.freeze({
  id: 'repeated-line',
  maxWords: 0,
  where: 'any',
  takes: 'line',
  kind: 'words',
});

/** The rule that line `index` falls under, or null. Bounded by the line's length. */
export function lineRule(
  lines: readonly TextLine[],
  index: number,
  where: Place,
  language: string,
  rules: BoilerplateRules,
  learnt: ReadonlySet<string> | undefined,
): LineRule | null {
  const line = lines[index] as TextLine;
  if (line.length === 0) return null;
  if (rules.ticker && line.length >= TICKER_WORDS && isTicker(line) && !isMost(lines, line))
    return rules.ticker;
  if (line.length > rules.longest) return null;
  const { words } = line;
  const fits = (rule: LineRule): boolean =>
    words.length <= rule.maxWords && (rule.where === 'any' || rule.where === where);
  const whole = rules.lines.at(words, 0, (match) => match.length === words.length && fits(match.value));
  if (whole) return whole.value;
  const kind = kindRule(lines, index, language, rules);
  if (kind && fits(kind)) return kind;
  if (reportsEvent(words, rules)) return null;
  const part =
    rules.starts.at(words, 0, ({ value }) => fits(value)) ??
    rules.ends.atEnd(words) ??
    anywhere(words, rules, fits);
  if (part && fits(part.value)) return part.value;
  const known = learnt && learnt.size > 0 && isLearnable(line, rules.headingWords);
  return known && learnt.has(lineHash(line)) ? LEARNT : null;
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
export function reportsEvent(words: readonly Token[], rules: BoilerplateRules): boolean {
  return words.some(
    ({ norm }) =>
      rules.reports.has(norm) ||
      (norm.startsWith('و') && rules.reports.has(norm.slice(1))) ||
      (norm.startsWith('ال') && rules.reports.has(norm.slice(2))),
  );
}

function kindRule(
  lines: readonly TextLine[],
  index: number,
  language: string,
  rules: BoilerplateRules,
): LineRule | null {
  const line = lines[index] as TextLine;
  if (rules.number && line.words.every((word) => word.kind === 'number')) {
    return isPartOfSentence(lines, index, rules) ? null : rules.number;
  }
  if (rules.sum && sumAtEnd(line)?.start === line.start) return rules.sum;
  if (language !== 'en' && isLatin(line.words)) return rules.latin;
  if (isHashtags(line)) return rules.hashtags;
  const labels = line.length > 1 && line.words.every(({ norm }) => rules.labels.words.has(norm));
  return labels ? rules.labels.rule : null;
}

const TICKER_WORDS = 30;
/** Spaces that part the titles of a ticker, how many partings it has at least, and its longest mean title. */
const TICKER = { spaces: 3, fewest: 5, meanWords: 16 } as const;

/** The line is most of the text: flashes in a row, and not the titles of other articles. */
function isMost(lines: readonly TextLine[], { length }: TextLine): boolean {
  const all = lines.reduce((sum, line) => sum + line.length, 0);
  return length * 2 > all;
}

/** Titles of other articles run together: parted by wide gaps and closed by no full stop, or each with its time. */
function isTicker({ tokens, length }: TextLine): boolean {
  let gaps = 0;
  let stops = 0;
  let times = 0;
  for (let at = 1; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const before = tokens[at - 1] as Token;
    if (token.start - before.end >= TICKER.spaces) {
      gaps++;
      if (before.norm === '.') stops++;
    }
    if (before.norm === ':' && token.kind === 'number' && tokens[at - 3]?.norm === '-') times++;
  }
  const parted = gaps >= TICKER.fewest && stops * 4 <= gaps && length / (gaps + 1) <= TICKER.meanWords;
  return parted || times >= TICKER.fewest;
}

/** «ارتفعت الحصيلة إلى / 12 / قتيلا»: a page's narrow column broke the sentence. */
function isPartOfSentence(lines: readonly TextLine[], index: number, rules: BoilerplateRules): boolean {
  const before = lines[index - 1]?.words.at(-1)?.norm ?? '';
  const after = lines[index + 1]?.words[0]?.norm ?? '';
  return rules.dangling.has(before) || rules.reports.has(after);
}

const ASCII = /^[!-~]+$/;

function isLatin(words: readonly Token[]): boolean {
  return words.some((word) => word.kind === 'word') && words.every((word) => ASCII.test(word.surface));
}

/** At least two hashtags, and no word outside of one. */
function isHashtags({ tokens }: TextLine): boolean {
  let tags = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.surface === '#') tags++;
    else if (token.kind !== 'punctuation' && tokens[at - 1]?.surface !== '#' && !continuesTag(tokens, at))
      return false;
  }
  return tags >= 2;
}

/** «#ريف_دمشق»: the tokeniser parts at the underscore, which is one character and no space. */
function continuesTag(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    before !== undefined && before.kind !== 'punctuation' && (tokens[at] as Token).start - before.end === 1
  );
}

/** Most tokens of a sum: «أحد عشر × أربعة =» and a result. */
const LONGEST_SUM = 9;
/** First words of eleven and twelve, no numbers by themselves. */
const TEENS: ReadonlySet<string> = new Set(['احد', 'احدي', 'اثنا', 'اثني', 'اثنتا', 'اثنتي']);

/** The captcha that a line ends with («ثمانية × اثنان =»), or null: numbers and signs, among them «=» or «×». */
export function sumAtEnd(line: TextLine): { start: number; end: number } | null {
  if (!line.mayEndInSum) return null;
  const { tokens } = line;
  let first = tokens.length;
  let signs = 0;
  let numbers = 0;
  let telling = false;
  while (first > 0 && tokens.length - first < LONGEST_SUM) {
    const token = tokens[first - 1] as Token;
    const number = token.kind === 'number' || numberWords().has(token.norm) || TEENS.has(token.norm);
    if (!number && !isSign(token)) break;
    if (number) numbers++;
    else signs++;
    telling ||= token.surface === '=' || token.surface === '×';
    first--;
  }
  const start = tokens[first];
  if (!start || !telling || numbers === 0 || signs < 2) return null;
  return { start: start.start, end: (tokens.at(-1) as Token).end };
}
