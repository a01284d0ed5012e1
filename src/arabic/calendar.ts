/** Day arithmetic on calendar days without time zones, and conversion from the Islamic calendar. */

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 of a `YYYY-MM-DD`. */
export function dayNumber(date: string): number {
  const known = numbers.get(date);
  if (known !== undefined) return known;
  const number = Math.round(Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY);
  if (numbers.size >= MOST_DAYS) numbers.clear();
  numbers.set(date, number);
  return number;
}

/** Numbers of days asked for before: a text asks of the same few again and again. */
const numbers = new Map<string, number>();
const MOST_DAYS = 10_000;

/** `YYYY-MM-DD` of a day number. */
export function dayString(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Sunday 0 to Saturday 6. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

export function yearOf(day: number): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear();
}

/** 1 to 12. */
export function monthOf(day: number): number {
  return new Date(day * MS_PER_DAY).getUTCMonth() + 1;
}

/** The day number of a date, or null where the calendar has no such day. Months may run over (13 is next January). */
export function dayOf(year: number, month: number, date: number): number | null {
  const time = Date.UTC(year, month - 1, date);
  if (Number.isNaN(time) || new Date(time).getUTCDate() !== date) return null;
  return Math.round(time / MS_PER_DAY);
}

/** The latest such weekday that is not after `day`. */
export function latestWeekday(weekday: number, day: number): number {
  return day - ((weekdayOf(day) - weekday + 7) % 7);
}

let hijriFormat: Intl.DateTimeFormat | null = null;

/** Year, month and day in the Umm al-Qura calendar. */
function hijriParts(day: number): { year: number; month: number; date: number } {
  hijriFormat ??= new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const parts = { year: 0, month: 0, date: 0 };
  for (const { type, value } of hijriFormat.formatToParts(new Date(day * MS_PER_DAY))) {
    if (type === 'year' || (type as string) === 'relatedYear') parts.year = Number.parseInt(value, 10);
    if (type === 'month') parts.month = Number.parseInt(value, 10);
    if (type === 'day') parts.date = Number.parseInt(value, 10);
  }
  return parts;
}

/** The Hijri year that a day falls in. */
export function hijriYearOf(day: number): number {
  return hijriParts(day).year;
}

/** Day number of 1 Muharram of year 1 in the tabular calendar (16 July 622 Julian). */
const HIJRI_EPOCH = -492_148;

/** The day number of a Hijri date: a tabular estimate, put right by the Umm al-Qura tables of the platform. */
export function dayOfHijri(year: number, month: number, date: number): number | null {
  if (month < 1 || month > 12 || date < 1 || date > 30) return null;
  const months = 29 * (month - 1) + Math.ceil((month - 1) * 0.5);
  const estimate = HIJRI_EPOCH + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + months + date - 1;
  for (const offset of [0, -1, 1, -2, 2, -3, 3]) {
    const parts = hijriParts(estimate + offset);
    if (parts.year === year && parts.month === month && parts.date === date) return estimate + offset;
  }
  return null;
}
