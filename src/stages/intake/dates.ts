/** The publication dates that names, addresses and metadata carry. Knows calendars and clocks, not languages. */

export interface DayAndTime {
  /** `YYYY-MM-DD`, Asia/Damascus where the source names an instant. */
  readonly date: string;
  /** `HH:MM` or null. */
  readonly time: string | null;
}

const YEAR_FIRST = /(?<!\d)((?:19|20)\d\d)[-_./ ](\d{1,2})[-_./ ](\d{1,2})(?!\d)/;
const YEAR_LAST = /(?<!\d)(\d{1,2})[-_. ](\d{1,2})[-_. ]((?:19|20)\d\d)(?!\d)/;
const COMPACT = /(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?=\D|$|[0-2]\d[0-5]\d)/;

/** The day that a file's name tells («2015-07-03…», «20150703», «3-7-2015»), or null. */
export function dayInName(name: string): string | null {
  const text = asciiDigits(name);
  return dayFrom(YEAR_FIRST.exec(text), 1, 2, 3) ?? dayFrom(COMPACT.exec(text), 1, 2, 3) ?? dayLast(text);
}

/** The day that an address tells («/2015/07/03/», «2015-07-03», «20150703»), or null. */
export function dayInUrl(url: string): string | null {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '');
  return dayFrom(YEAR_FIRST.exec(path), 1, 2, 3) ?? dayFrom(COMPACT.exec(path), 1, 2, 3);
}

/** Day first, as the region writes; month first only where the second number can be no month. */
function dayLast(text: string): string | null {
  const match = YEAR_LAST.exec(text);
  return dayFrom(match, 3, 2, 1) ?? dayFrom(match, 3, 1, 2);
}

function dayFrom(match: RegExpExecArray | null, year: number, month: number, day: number): string | null {
  if (!match) return null;
  return calendarDay(Number(match[year]), Number(match[month]), Number(match[day]));
}

/** `YYYY-MM-DD` where such a day exists, else null. */
export function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Damascus',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** The day and time that clocks in Damascus show at an instant. */
export function inDamascus(instant: Date): DayAndTime {
  const [date = '', time = null] = CLOCK.format(instant).split(' ');
  return { date, time };
}

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d\d:?\d\d)?)?$/i;
const SLASHED = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ T](\d\d):(\d\d)(?::\d\d)?)?$/;
const SLASHED_YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T](\d\d):(\d\d)(?::\d\d)?)?$/;
const MAIL =
  /^(?:[A-Za-z]{3},\s)?\d{1,2}\s[A-Za-z]{3}\s\d{4}\s\d\d:\d\d(?::\d\d)?\s(?:[A-Z]{1,5}|[+-]\d{4})$/;

/**
 * Reads a `published` field: an ISO 8601 day or moment, `3/7/2015`, a mail date, or Unix seconds or milliseconds.
 * A moment without an offset is Damascus time. Null for anything else.
 */
export function readPublished(value: string | number | Date): DayAndTime | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : fromInstantOrDay(value);
  if (typeof value === 'number') return fromUnix(value);
  const text = asciiDigits(value.trim());
  if (/^\d{9,13}$/.test(text)) return fromUnix(Number(text));
  const iso = ISO.exec(text);
  if (iso?.[6]) return validInstant(text.replace(' ', 'T').replace(/\s/g, '').replace(',', '.'));
  if (iso) return at(calendarDay(Number(iso[1]), Number(iso[2]), Number(iso[3])), iso[4], iso[5]);
  const first = SLASHED_YEAR_FIRST.exec(text);
  if (first) return at(calendarDay(Number(first[1]), Number(first[2]), Number(first[3])), first[4], first[5]);
  const last = SLASHED.exec(text);
  if (last) {
    const day = calendarDay(Number(last[3]), Number(last[2]), Number(last[1]));
    return at(day ?? calendarDay(Number(last[3]), Number(last[1]), Number(last[2])), last[4], last[5]);
  }
  return MAIL.test(text) ? validInstant(text) : null;
}

/** YAML reads a bare day as midnight UTC: that is a day, not a moment. */
function fromInstantOrDay(value: Date): DayAndTime {
  const iso = value.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? { date: iso.slice(0, 10), time: null } : inDamascus(value);
}

function fromUnix(value: number): DayAndTime | null {
  const milliseconds = value < 1e11 ? value * 1000 : value;
  return Number.isFinite(value) && value >= 1e8 && milliseconds < 1e13
    ? inDamascus(new Date(milliseconds))
    : null;
}

function validInstant(text: string): DayAndTime | null {
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : inDamascus(instant);
}

function at(date: string | null, hour: string | undefined, minute: string | undefined): DayAndTime | null {
  if (date === null) return null;
  const known = hour !== undefined && minute !== undefined && Number(hour) < 24 && Number(minute) < 60;
  return { date, time: known ? `${hour}:${minute}` : null };
}

/** Arabic-Indic and Persian digits to ASCII. */
function asciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}
