/**
 * Finds the days that a text tells and resolves them against its publication day: written dates of several calendars,
 * day words and weekdays with their part of the day. Names of papers, prayers and squares that hold a date are no date.
 */

import { dayNumber, dayOf, dayString, latestWeekday } from './calendar.ts';
import { weekdayNames } from './calendar-words.ts';
import { cardinalAt, isNumberWord } from './cardinals.ts';
import { bareStems } from './clitics.ts';
import { type DayFound, dayLike } from './day-found.ts';
import { beginsDayWord, dayWordAt } from './day-words.ts';
import { kindOf } from './number-kinds.ts';
import { ordinalValue } from './number-words.ts';
import { isAt, PhraseTable } from './phrases.ts';
import type { DateSpan, Token, TokenRange } from './token.ts';
import { fitting, remembering } from './word-memory.ts';
import { beginsWrittenDate, writtenDateAt } from './written-dates.ts';

export interface DateContext {
  /** Publication day in Asia/Damascus, `YYYY-MM-DD`. */
  readonly published: string;
}

/** All days told, in token order, without overlap. Linear: each place is looked at over a bounded distance. */
export function findDates(tokens: readonly Token[], { published }: DateContext): DateSpan[] {
  const today = dayNumber(published);
  const spans: DateSpan[] = [];
  for (let i = 0; i < tokens.length; ) {
    const found = ofThatTime(tokens, dateAt(tokens, i, today), spans.at(-1));
    if (found === null) {
      i++;
      continue;
    }
    spans.push(spanOf(tokens, sinceWord(tokens, found, today)));
    i = found.last + 1;
  }
  return spans;
}

const isThatTime = fitting(/^(?:ذلك|نفس|ذات)$/);
const isItself = fitting(/^(?:نفسه|ذاته|نفسها|ذاتها)$/);
const isYear = fitting(/^(?:ال)?(?:عام|سنه)$/);
const isMonth = fitting(/^(?:ال)?شهر$/);

/** «الثاني من شباط من ذلك العام», «في 17 من الشهر نفسه»: in the year or the month that was told last. */
function ofThatTime(
  tokens: readonly Token[],
  found: DayFound | null,
  before: DateSpan | undefined,
): DayFound | null {
  if (found === null || before === undefined) return found;
  const [year, month] = [Number(before.date.slice(0, 4)), Number(before.date.slice(5, 7))];
  const told = dayString(found.day);
  if (isAt(tokens, found.last, isItself) && isAt(tokens, found.last - 1, isMonth))
    return onDay(found, found.last, dayOf(year, month, Number(told.slice(8))));
  const noun = isAt(tokens, found.last + 2, isThatTime) ? found.last + 3 : found.last + 2;
  if (tokens[found.last + 1]?.norm !== 'من' || !isAt(tokens, noun, isYear)) return found;
  const end = noun > found.last + 2 ? noun : noun + 1;
  if (end > noun && !isAt(tokens, end, isItself)) return found;
  return onDay(found, end, dayOf(year, Number(told.slice(5, 7)), Number(told.slice(8))));
}

function onDay(found: DayFound, last: number, day: number | null): DayFound {
  return day === null ? found : dayLike(found, { last, day });
}

function dateAt(tokens: readonly Token[], at: number, published: number): DayFound | null {
  const token = tokens[at] as Token;
  if (token.kind === 'punctuation' || (token.kind === 'word' && !mayBegin(token.word))) return null;
  const written = isNamed(tokens, at) ? null : writtenDateAt(tokens, at, published);
  if (written !== null) return written;
  const word = dayWordAt(tokens, at, published);
  return word === null ? null : joined(tokens, word, published);
}

/** Whether a word can begin a date at all: most cannot, and need no closer look. */
const mayBegin = remembering(
  (norm) =>
    ordinalValue(norm) !== null ||
    isNumberWord(norm) ||
    bareStems(norm).some((stem) => beginsDayWord(stem) || beginsWrittenDate(stem)),
  false,
);

/** «برج 8 آذار»: the date belongs to a name. */
function isNamed(tokens: readonly Token[], at: number): boolean {
  const cardinal = cardinalAt(tokens, at);
  return cardinal !== null && kindOf(tokens, cardinal.first, cardinal.last, cardinal.value) === 'name';
}

/** «أمس الخميس», «اليوم (الجمعة)», «الخميس 2 تموز»: one day told twice is one span; the more exact word decides. */
function joined(tokens: readonly Token[], found: DayFound, published: number): DayFound {
  const next = tokens[found.last + 1];
  const skip =
    next !== undefined && ['،', '(', ',', ')', 'الموافق', 'في', 'من', '-', '/'].includes(next.norm) ? 2 : 1;
  const at = found.last + skip;
  const token = tokens[at];
  if (token === undefined || token.gap === 'paragraph') return found;
  if (found.weekday) {
    const written = writtenDateAt(tokens, at, published);
    return written === null || written.precision > 1
      ? found
      : closed(tokens, dayLike(written, { first: found.first }));
  }
  const weekday = weekdayNames().get(token.norm);
  if (weekday === undefined || next?.norm === 'في' || next?.norm === 'من') return found;
  const day = latestWeekday(weekday, published);
  const near = Math.abs(day - found.day) <= 1 ? day : found.day;
  return closed(tokens, dayLike(found, { day: near, last: at }));
}

/** Takes in the closing parenthesis of «اليوم (الجمعة)». */
function closed(tokens: readonly Token[], found: DayFound): DayFound {
  if (tokens[found.last + 1]?.norm !== ')') return found;
  for (let i = found.last; i > found.first; i--) {
    if (tokens[i]?.norm === '(') return dayLike(found, { last: found.last + 1 });
  }
  return found;
}

/** «منذ الجمعة»: a stretch that began then and goes on; its day is the publication's. */
function sinceWord(tokens: readonly Token[], found: DayFound, published: number): DayFound {
  if (found.since !== null) return found;
  let before = found.first - 1;
  if (tokens[before]?.norm === '(' || tokens[before]?.norm === 'ظهر') before--;
  const norm = tokens[before]?.norm ?? '';
  const inside = tokens[found.first]?.norm === 'منذ';
  if (norm !== 'منذ' && norm !== 'ومنذ' && !inside) return found;
  if (found.day > published) return found;
  const first = inside || before !== found.first - 1 ? found.first : before;
  const precision = found.precision === 3 ? 3 : 2;
  return dayLike(found, { first, day: published, since: found.day, precision });
}

function spanOf(tokens: readonly Token[], found: DayFound): DateSpan {
  return {
    first: found.first,
    last: found.last,
    start: (tokens[found.first] as Token).start,
    end: (tokens[found.last] as Token).end,
    date: dayString(found.day),
    precision: found.precision,
    basis: found.basis,
    since: found.since === null ? null : dayString(found.since),
  };
}

const FRIDAY_SIGNS: readonly (readonly [true, string])[] = [
  'صلاه الجمعه',
  'صلاه ظهر الجمعه',
  'خطبه الجمعه',
  'خطبتي الجمعه',
  'المصلين الي المساجد',
  'المصلين الي صلاه',
  'خروج المصلين من',
  'صلاه وخطبه الجمعه',
].map((phrase) => [true, phrase] as const);

let fridaySigns: PhraseTable<true> | null = null;

/** Words that show the day to be a Friday without telling it: «صلاة الجمعة», «جمعة أطفال الحرية». */
export function fridayEvidence(tokens: readonly Token[]): TokenRange[] {
  fridaySigns ??= new PhraseTable(FRIDAY_SIGNS);
  const found: TokenRange[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const sign = fridaySigns.at(tokens, i);
    const last = sign?.last ?? namedFriday(tokens, i);
    if (last === null) continue;
    found.push({ first: i, last, start: (tokens[i] as Token).start, end: (tokens[last] as Token).end });
    i = last;
  }
  return found;
}

/** «جمعة» in quotation marks or after «في» with its name: the Fridays of protest. */
function namedFriday(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at] as Token;
  if (token.kind !== 'word' || token.norm !== 'جمعه') return null;
  const before = tokens[at - 1]?.norm ?? '';
  const next = tokens[at + 1];
  if (next === undefined || next.kind === 'number') return null;
  const quoted = next.norm === '"' || next.norm === '«' || before === '"' || before === '«';
  const named = bareStems(before).some((stem) => stem === 'في' || stem === 'مظاهرات' || stem === 'تظاهرات');
  return quoted || named ? at + 1 : null;
}
