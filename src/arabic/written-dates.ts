/** Reads dates that are written out: «4 تموز/يوليو 2015», «4/7/2015», «2015-07-04», «الثاني من يونيو الماضي», «عام 2013». */
import { dayNumber, dayOf, dayOfHijri, hijriYearOf, monthOf, yearOf } from './calendar.ts';
import { type MonthName, monthNames, WEAK_MONTHS } from './calendar-words.ts';
import { cardinalAt } from './cardinals.ts';
import { bareStems } from './clitics.ts';
import type { DayFound } from './day-found.ts';
import { ordinalValue } from './number-words.ts';
import type { Token } from './token.ts';
import { telling, wordOf } from './word-memory.ts';

/** A date without a year may lie this many days ahead; farther ahead it is last year's. */
const AHEAD = 60;
const PAST = new Set(['الماضي', 'المنصرم', 'الفايت', 'الفائت', 'السابق']);
const CURRENT = new Set(['الجاري', 'الحالي', 'الجارى', 'نفسه']);
const COMING = new Set(['المقبل', 'القادم', 'الاتي']);
const YEAR_WORDS = new Set(['عام', 'العام', 'سنه', 'السنه', 'لعام', 'للعام']);
/** Parts of a year: «مطلع 2014», «خريف 2015». */
const PARTS_OF_YEAR = new Set([
  'مطلع',
  'اوايل',
  'بدايه',
  'بدايات',
  'منتصف',
  'اواسط',
  'اواخر',
  'نهايه',
  'ربيع',
  'صيف',
  'خريف',
  'شتاء',
]);

/** The written date that begins at the token, or null. `published` is a day number. */
export function writtenDateAt(tokens: readonly Token[], at: number, published: number): DayFound | null {
  const token = tokens[at];
  if (token === undefined || token.kind === 'punctuation') return null;
  return (
    numericDateAt(tokens, at, published) ??
    dayAndMonthAt(tokens, at, published) ??
    monthAlone(tokens, at, published) ??
    yearAlone(tokens, at)
  );
}

/** Whether a word, clitics cut off, can begin a written date; numbers can anyway. */
export function beginsWrittenDate(stem: string): boolean {
  return (
    monthNames().has(stem) ||
    YEAR_WORDS.has(stem) ||
    PARTS_OF_YEAR.has(stem) ||
    stem === 'شهر' ||
    stem === 'منذ'
  );
}

function found(first: number, last: number, day: number | null, precision: 1 | 2 | 3): DayFound | null {
  if (day === null) return null;
  return { first, last, day, precision, basis: 'explicit', since: null, weekday: false };
}

function numericDateAt(tokens: readonly Token[], at: number, published: number): DayFound | null {
  const parts: number[] = [integerAt(tokens, at)];
  const mark = tokens[at + 1]?.norm ?? '';
  if (mark !== '/' && mark !== '-' && mark !== '.' && mark !== '\\') return null;
  while (parts.length < 3 && tokens[at + parts.length * 2 - 1]?.norm === mark) {
    const next = tokens[at + parts.length * 2];
    if (next?.kind !== 'number' || (next.gap !== 'none' && mark !== '/')) break;
    parts.push(integerAt(tokens, at + parts.length * 2));
  }
  const last = at + parts.length * 2 - 2;
  const [a, b, c] = parts as [number, number, number];
  if (parts.length === 3) {
    const day =
      a > 1900 ? (dayOf(a, b, c) ?? dayOf(a, c, b)) : (dayOf(fullYear(c), b, a) ?? dayOf(fullYear(c), a, b));
    const year = a > 1900 ? a : fullYear(c);
    return year > 1900 && year < 2100 && b >= 1 ? found(at, last, day, 1) : null;
  }
  if (parts.length !== 2 || mark !== '/' || !datePreceded(tokens, at)) return null;
  return b >= 1 && b <= 12 ? found(at, last, nearestYear(published, b, a), 1) : null;
}

function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}

function integerAt(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  return token?.kind === 'number' && /^\d+$/.test(token.norm) ? Number(token.norm) : Number.NaN;
}

/** «4/7» is a date only after «يوم», «بتاريخ» or a weekday: else it may be a road, a score, a fraction. */
function datePreceded(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.norm ?? '';
  const word = before === '(' || before === '،' ? (tokens[at - 2]?.norm ?? '') : before;
  return /^(?:[وب]?(?:ال)?(?:يوم|تاريخ)|ال(?:احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت)|الموافق)$/.test(word);
}

/** The year that puts the date nearest before publication, or at most {@link AHEAD} days after it. */
function nearestYear(published: number, month: number, date: number): number | null {
  const year = yearOf(published);
  for (const candidate of [year + 1, year, year - 1]) {
    const day = dayOf(candidate, month, date);
    if (day !== null && day <= published + AHEAD) return day;
  }
  return null;
}

interface MonthFound {
  readonly last: number;
  readonly name: MonthName;
}

/** A month's name with its double: «تموز/يوليو», «تموز (يوليو)», «يونيو حزيران». */
function monthAt(tokens: readonly Token[], at: number): MonthFound | null {
  const start = tokens[at]?.norm === 'شهر' ? at + 1 : at;
  const single = singleMonthAt(tokens, start);
  if (single === null) return null;
  const mark = tokens[single.last + 1]?.norm ?? '';
  const skip = ['/', '(', '-', '\\', '،'].includes(mark) ? 2 : 1;
  const double = singleMonthAt(tokens, single.last + skip);
  if (double === null || double.name.month !== single.name.month || double.name.hijri !== single.name.hijri) {
    return single;
  }
  const closed = mark === '(' && tokens[double.last + 1]?.norm === ')' ? 1 : 0;
  return { last: double.last + closed, name: single.name };
}

function singleMonthAt(tokens: readonly Token[], at: number): MonthFound | null {
  for (const name of monthNames().get(tokens[at]?.norm ?? '') ?? []) {
    if (name.words.every((word, k) => tokens[at + k]?.norm === word)) {
      return { last: at + name.words.length - 1, name };
    }
  }
  return null;
}

function dayAndMonthAt(tokens: readonly Token[], at: number, published: number): DayFound | null {
  const date = dateNumberAt(tokens, at);
  if (date === null) return null;
  const of = tokens[date.last + 1]?.norm === 'من' ? 1 : 0;
  const month = monthAt(tokens, date.last + 1 + of);
  if (month !== null) return withYear(tokens, at, date.value, month, published);
  return of === 1 ? ofThisMonth(tokens, at, date.last + 2, date.value, published) : null;
}

function dateNumberAt(tokens: readonly Token[], at: number): { value: number; last: number } | null {
  const token = tokens[at] as Token;
  const ordinal = token.kind === 'word' ? ordinalValue(token.norm) : null;
  if (ordinal !== null) {
    const next = tokens[at + 1]?.norm ?? '';
    if (next === 'عشر') return { value: ordinal + 10, last: at + 1 };
    const tens = next.startsWith('وال') ? (cardinalAt(tokens, at + 1)?.value ?? 0) : 0;
    return tens === 20 || tens === 30
      ? { value: ordinal + tens, last: at + 1 }
      : { value: ordinal, last: at };
  }
  const cardinal = cardinalAt(tokens, at);
  if (cardinal === null || !Number.isInteger(cardinal.value) || cardinal.value < 1 || cardinal.value > 31)
    return null;
  return { value: cardinal.value, last: cardinal.last };
}

/** What says the year after a month: «2013», «من عام 2013», «الماضي», «من العام الماضي». */
function withYear(
  tokens: readonly Token[],
  first: number,
  date: number,
  month: MonthFound,
  published: number,
): DayFound | null {
  const { name } = month;
  const told = yearAfter(tokens, month.last + 1, published);
  const last = told?.last ?? month.last;
  if (name.hijri) return found(first, last, hijriDay(told?.year ?? null, name.month, date, published), 1);
  if (told?.year != null) return found(first, last, dayOf(told.year, name.month, date), 1);
  if (told?.direction === 'coming') return found(first, last, comingDay(published, name.month, date), 1);
  const day = nearestYear(published, name.month, date);
  const before = told?.direction === 'past' && day !== null && day > published;
  return found(first, last, before ? dayOf(yearOf(day) - 1, name.month, date) : day, 1);
}

function comingDay(published: number, month: number, date: number): number | null {
  const day = dayOf(yearOf(published), month, date);
  return day !== null && day < published ? dayOf(yearOf(published) + 1, month, date) : day;
}

function hijriDay(year: number | null, month: number, date: number, published: number): number | null {
  if (year !== null && year > 1300 && year < 1500) return dayOfHijri(year, month, date);
  const current = hijriYearOf(published);
  const day = dayOfHijri(current, month, date);
  return day !== null && day > published + AHEAD ? dayOfHijri(current - 1, month, date) : day;
}

interface YearTold {
  readonly last: number;
  readonly year: number | null;
  readonly direction: 'past' | 'current' | 'coming' | null;
}

function yearAfter(tokens: readonly Token[], at: number, published: number): YearTold | null {
  let i = at;
  if (tokens[i]?.norm === '،' || tokens[i]?.norm === '/' || tokens[i]?.norm === '-') i++;
  if (tokens[i]?.norm === 'من') i++;
  const word = tokens[i]?.norm ?? '';
  if (YEAR_WORDS.has(word)) i++;
  const year = integerAt(tokens, i);
  if (year >= 1300 && year < 2100 && tokens[i]?.norm.length === 4) {
    const era = /^(?:ه|م|هجري|ميلادي|هجريه)$/.test(tokens[i + 1]?.norm ?? '') ? 1 : 0;
    return { last: i + era, year, direction: null };
  }
  const norm = tokens[i]?.norm ?? '';
  const yearly = YEAR_WORDS.has(word);
  if (PAST.has(norm)) return { last: i, year: yearly ? yearOf(published) - 1 : null, direction: 'past' };
  if (CURRENT.has(norm)) return { last: i, year: yearly ? yearOf(published) : null, direction: 'current' };
  if (COMING.has(norm)) return { last: i, year: yearly ? yearOf(published) + 1 : null, direction: 'coming' };
  return null;
}

/** «العاشر من الشهر الجاري», «15 من الشهر الماضي». */
function ofThisMonth(
  tokens: readonly Token[],
  first: number,
  at: number,
  date: number,
  published: number,
): DayFound | null {
  if (!/^(?:ال)?شهر$|^هذا$/.test(tokens[at]?.norm ?? '')) return null;
  const then = tokens[at + 1]?.norm ?? '';
  const past = PAST.has(then);
  if (!past && !CURRENT.has(then) && then !== 'الشهر') return null;
  const month = monthOf(published) - (past ? 1 : 0);
  return found(first, at + 1, dayOf(yearOf(published), month, date), 1);
}

/** «تموز 2013», «في يوليو/تموز الماضي»: the first of that month, precision 3. Everyday words need a year beside them. */
function monthAlone(tokens: readonly Token[], at: number, published: number): DayFound | null {
  if (tokens[at - 1]?.kind === 'number') return null;
  const start = tokens[at]?.norm === 'شهر' ? at + 1 : at;
  const month = monthAt(tokens, start) ?? monthAt([...strippedMonth(tokens, start)], 0);
  if (month === null || month.name.hijri) return null;
  const last = monthAt(tokens, start) === null ? start + month.last : month.last;
  const told = yearAfter(tokens, last + 1, published);
  const cue = tokens[at - 1]?.norm ?? '';
  // «أواخر آب», «آب/ أغسطس»: no everyday word.
  const firm = PARTS_OF_YEAR.has(cue) || start > at || last >= start + month.name.words.length;
  if (WEAK_MONTHS.has(month.name.words[0] as string) && told === null && !firm) return null;
  if (told?.year != null) return found(at, told.last, dayOf(told.year, month.name.month, 1), 3);
  if (
    told === null &&
    !/^(?:في|منذ|خلال|شهر|من|منتصف|مطلع|نهايه|اواخر|اواسط|اوايل|بدايه|حتي)$/.test(cue) &&
    start === at
  ) {
    return null;
  }
  return found(at, told?.last ?? last, nearestYear(published, month.name.month, 1), 3);
}

/** The month with a clitic cut off: «بتموز 2013»; only the few tokens that a name can take. */
function strippedMonth(tokens: readonly Token[], at: number): Token[] {
  const token = tokens[at];
  if (token === undefined || !/^[بلو]/.test(token.norm) || token.norm.length < 4) return [];
  const norm = token.norm.slice(1);
  return [{ ...token, norm, word: wordOf(norm) }, ...tokens.slice(at + 1, at + 6)];
}

const cuesYear = telling((norm) =>
  bareStems(norm).some((stem) => YEAR_WORDS.has(stem) || PARTS_OF_YEAR.has(stem) || stem === 'منذ'),
);

/** A year of four digits that a text on a town's history may name. */
const OLDEST_YEAR = 1000;

/** «عام 2013», «في العام 2012», «منذ 2011», «مطلع 2014»: the first of January, precision 3. */
function yearAlone(tokens: readonly Token[], at: number): DayFound | null {
  if (!cuesYear((tokens[at] as Token).word)) return null;
  // «منذ بداية 2018»: no day, but all the time since.
  if (PARTS_OF_YEAR.has((tokens[at] as Token).norm) && /^[وف]?منذ$/.test(tokens[at - 1]?.norm ?? ''))
    return null;
  const year = integerAt(tokens, at + 1);
  // «حاصرها الصليبيون سنة 1106»: long past, where the word says that it is a year.
  const oldest = YEAR_WORDS.has((tokens[at] as Token).norm) ? OLDEST_YEAR : 1900;
  if (!(year >= oldest && year < 2100) || tokens[at + 1]?.norm.length !== 4) return null;
  return found(at, at + 1, dayNumber(`${year}-01-01`), 3);
}
