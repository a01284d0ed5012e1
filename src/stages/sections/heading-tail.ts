/** From a heading's name to its end: what may follow the name, a date, closing decoration, and the mark. */
import { monthNames, weekdayNames } from '../../arabic/calendar-words.ts';
import type { Token } from '../../arabic/token.ts';
import type { HeadingRules } from './heading-rules.ts';

/** What closes a heading: «::», a colon, dots, a dash, a semicolon, a comma, a dash with an agency's name, nothing. */
export type HeadingMark = 'double' | 'colon' | 'dots' | 'dash' | 'semicolon' | 'comma' | 'dateline' | 'none';

/** Longest heading looked at, in tokens. */
const LONGEST = 24;
/** Longest name of a writer after a dash, in tokens. */
const LONGEST_NAME = 6;
/** Decoration that says: this is a heading or an item, and no mere dash. */
export const STRONG_DECORATION = /^(?:\p{So}|[#=*•◄►])/u;
const CLOSING = /^(?:\p{S}|[#*\])"»«_])+$/u;

/** True for a token that begins a line of its own. */
export function beginsLine(token: Token, at: number): boolean {
  return at === 0 || token.gap === 'line' || token.gap === 'paragraph';
}

/** Position after the words that may follow a name («وريفها», «الشمالي»). */
export function skipAfter(tokens: readonly Token[], at: number, rules: HeadingRules): number {
  let next = at;
  for (let words = 0; words < 3; words++) {
    const token = tokens[next];
    if (!token || beginsLine(token, next)) break;
    const after = rules.after.at(tokens, next);
    if (!after) break;
    next = after.last + 1;
  }
  return next;
}

export interface Tail {
  readonly last: number;
  readonly mark: HeadingMark;
  readonly decorated: boolean;
}

/** From the name's end to the heading's end: following words, a parenthesis, closing decoration, the mark. */
export function readTail(tokens: readonly Token[], from: number, rules: HeadingRules): Tail {
  let at = skipParenthesis(tokens, skipAfter(tokens, from, rules));
  let decorated = false;
  while (onLine(tokens, at) && !isBar(tokens[at]) && CLOSING.test((tokens[at] as Token).surface)) {
    decorated ||= STRONG_DECORATION.test((tokens[at] as Token).surface);
    at++;
  }
  const dated = dateBeforeColon(tokens, at);
  if (dated !== null) at = dated;
  const mark = markAt(tokens, at);
  if (mark === 'none') return { last: at - 1, mark, decorated };
  if (mark === 'dash') return afterDash(tokens, at, decorated, rules);
  return { last: lastOfMark(tokens, at), mark, decorated };
}

export function onLine(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && !beginsLine(token, at);
}

export function endsLine(tokens: readonly Token[], last: number): boolean {
  return !onLine(tokens, last + 1);
}

function skipParenthesis(tokens: readonly Token[], at: number): number {
  if (!onLine(tokens, at) || tokens[at]?.norm !== '(') return at;
  for (let i = at + 1; i <= at + 5 && onLine(tokens, i); i++) if (tokens[i]?.norm === ')') return i + 1;
  return at;
}

/** «حلب 3-7-2015:», «حلب السبت:»: the colon's position where only a date stands before it, else null. */
function dateBeforeColon(tokens: readonly Token[], at: number): number | null {
  for (let i = at; i < at + 10 && onLine(tokens, i); i++) {
    const token = tokens[i] as Token;
    if (token.norm.startsWith(':')) return i > at ? i : null;
    if (!isDatePart(token)) return null;
  }
  return null;
}

function isDatePart({ kind, norm }: Token): boolean {
  return (
    kind === 'number' ||
    /^[-/،(),.]+$/.test(norm) ||
    weekdayNames().has(norm) ||
    monthNames().has(norm) ||
    DATE_WORDS.has(norm)
  );
}

const DATE_WORDS = new Set(['اليوم', 'يوم', 'مساء', 'صباح', 'بتاريخ', 'ظهر', 'ليل']);

function markAt(tokens: readonly Token[], at: number): HeadingMark {
  if (!onLine(tokens, at)) return 'none';
  const { norm } = tokens[at] as Token;
  if (norm.startsWith('::') || (norm === ':' && tokens[at + 1]?.norm === ':')) return 'double';
  if (norm === ':' || norm === '：') return 'colon';
  if (norm.startsWith('..') || norm.startsWith('…')) return 'dots';
  if (/^\/{2,}$/.test(norm)) return 'colon';
  if (/^-+$/.test(norm) || norm === '|') return 'dash';
  if (norm === '؛' || norm === ';') return 'semicolon';
  if (norm === '،' || norm === ',') return 'comma';
  return 'none';
}

/** Takes in the rest of a mark: «:-», «: :», «::=». */
function lastOfMark(tokens: readonly Token[], at: number): number {
  let last = at;
  for (let i = at + 1; i <= at + 3 && onLine(tokens, i); i++) {
    if (!/^(?:[:=*\-–—.…>]+)$/.test((tokens[i] as Token).surface)) break;
    last = i;
  }
  return last;
}

/**
 * «محافظة درعا – الريف الشرقي::» goes on to its colon, «حلب – سانا:» and «دمشق - سالم العمر» are datelines, «حلب – قصف …»
 * ends with the dash.
 */
function afterDash(tokens: readonly Token[], dash: number, decorated: boolean, rules: HeadingRules): Tail {
  const here: Tail = { last: lastOfMark(tokens, dash), mark: 'dash', decorated };
  const from = here.last + 1;
  let agency = false;
  for (let i = from; i <= dash + LONGEST; i++) {
    if (!onLine(tokens, i)) return lineAfterDash(tokens, here, i, agency, rules);
    const { norm } = tokens[i] as Token;
    if (i - dash <= 4) agency ||= rules.agencies.at(tokens, i) !== null;
    if (!norm.startsWith(':')) continue;
    const mark = markAt(tokens, i);
    if (mark === 'double') return { last: lastOfMark(tokens, i), mark, decorated };
    if (!agency && isQualified(tokens, from, i, rules))
      return { last: lastOfMark(tokens, i), mark, decorated };
    return !agency && isBar(tokens[dash]) ? here : { last: i, mark: 'dateline', decorated };
  }
  return dateline(here, agency);
}

/** The line ends before a colon: all of it is the heading, or who writes from there, or the news itself. */
function lineAfterDash(
  tokens: readonly Token[],
  here: Tail,
  end: number,
  agency: boolean,
  rules: HeadingRules,
): Tail {
  if (!agency && isQualified(tokens, here.last + 1, end, rules)) return { ...here, last: end - 1 };
  const told = tokens[end - 1]?.norm === '.' || isBar(tokens[here.last]);
  return dateline(here, agency || (!told && end - here.last <= LONGEST_NAME));
}

function isBar(token: Token | undefined): boolean {
  return token?.norm === '|';
}

/** True where only names, directions and dates stand between two positions: they tell more of the heading's place. */
function isQualified(tokens: readonly Token[], from: number, to: number, rules: HeadingRules): boolean {
  for (let i = from; i < to; ) {
    const match = rules.after.at(tokens, i) ?? rules.before.at(tokens, i) ?? rules.names.at(tokens, i);
    if (!match && !isDatePart(tokens[i] as Token)) return false;
    i = match ? match.last + 1 : i + 1;
  }
  return true;
}

function dateline(here: Tail, agency: boolean): Tail {
  return agency ? { ...here, mark: 'dateline' } : here;
}
