/**
 * Dates a bulletin: by its title or date line, by its headings, by a weekday that its sections call today, by Friday
 * prayers told in it, and where nothing tells, by the publication date.
 */

import { dayNumber, dayString, latestWeekday } from '../../arabic/calendar.ts';
import { weekdayNames } from '../../arabic/calendar-words.ts';
import { findDates, fridayEvidence } from '../../arabic/dates.ts';
import type { DateSpan, Token } from '../../arabic/token.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { Published } from '../../model/article.ts';
import type { BulletinDayBasis } from '../../model/vocabulary.ts';
import type { Line } from './lines.ts';

export interface BulletinDay {
  readonly day: string;
  readonly dayBasis: BulletinDayBasis;
}

const FRIDAY = 5;
/** A title tells the day of the bulletin and not of a remembered event: it lies this near before publication. */
const NEAR_DAYS = 10;

/**
 * `titles` are the lines that head the bulletin, `intros` the sentences between them and its first heading, `sections` its
 * sections; positions in `tokens`.
 */
export function bulletinDay(
  tokens: readonly Token[],
  titles: readonly (readonly Token[])[],
  intros: readonly (readonly Token[])[],
  sections: readonly Line[],
  published: Published,
): BulletinDay {
  for (const title of titles) {
    const told = titleDay(title, published.date);
    if (told) return told;
  }
  for (const intro of intros) {
    const told = counts(intro) ? titleDay(intro, published.date) : null;
    if (told) return told;
  }
  for (const { first, last } of sections) {
    const today = namedToday(tokens, first, last, published.date);
    if (today) return { day: today, dayBasis: 'relative' };
  }
  if (sections.some((section) => tellsFriday(tokens, section))) {
    return { day: dayString(latestWeekday(FRIDAY, dayNumber(published.date))), dayBasis: 'inferred' };
  }
  return { day: published.date, dayBasis: isTold(published) ? 'publication' : 'assumed' };
}

/** «وثقت لجان التنسيق المحلية مع نهاية يوم أمس …»: how far into its sentence the verb of counting stands. */
const COUNTING_REACH = 6;
const isCounting = fitting(/^[وف]?(?:وثق|احصي|احصت|سجل|رصد)(?:ت|نا|وا)?$/);

/** Whether a sentence counts the dead or the events of the bulletin's day. */
function counts(intro: readonly Token[]): boolean {
  return intro.slice(0, COUNTING_REACH).some(({ word }) => isCounting(word));
}

/** The letters that «جمعة», folded, and «مصلين» end with: one comparison turns most words away. */
const HA = 0x647;
const NUN = 0x646;

/** Looks closely only where a word of prayer or Friday stands: most bulletins hold none. */
function tellsFriday(tokens: readonly Token[], { first, last }: Line): boolean {
  for (let at = first; at <= last; at++) {
    const { norm } = tokens[at] as Token;
    const ending = norm.charCodeAt(norm.length - 1);
    if (ending !== HA && ending !== NUN) continue;
    if (!norm.endsWith('جمعه') && !norm.endsWith('مصلين')) continue;
    return fridayEvidence(tokens.slice(first, last + 1)).length > 0;
  }
  return false;
}

function isTold(published: Published): boolean {
  return published.basis !== 'file_time' && published.basis !== 'assumed';
}

function titleDay(title: readonly Token[], published: string): BulletinDay | null {
  if (!title.some(mayTellDay)) return null;
  const dates = findDates(title, { published }).filter(
    (date) => date.precision === 1 && isNear(date, published),
  );
  const told = dates.find((date) => date.basis === 'explicit') ?? dates[0];
  return told ? { day: told.date, dayBasis: told.basis } : null;
}

/** A cheap look: most titles hold neither a number nor a day's name. */
function mayTellDay({ kind, norm }: Token): boolean {
  return kind === 'number' || weekdayNames().has(norm) || norm === 'امس' || norm === 'اليوم';
}

function isNear(date: DateSpan, published: string): boolean {
  const ago = dayNumber(published) - dayNumber(date.date);
  return date.basis === 'explicit' ? ago >= -1 : ago >= 0 && ago <= NEAR_DAYS;
}

/** «اليوم السبت», «هذا اليوم، الجمعة»: the latest such weekday not after publication. */
function namedToday(tokens: readonly Token[], first: number, last: number, published: string): string | null {
  for (let at = first; at < last; at++) {
    if ((tokens[at] as Token).norm !== 'اليوم') continue;
    const next = tokens[at + 1] as Token;
    const named = next.norm === '(' || next.norm === '،' ? tokens[at + 2] : next;
    const weekday = named ? weekdayNames().get(named.norm) : undefined;
    if (weekday !== undefined) return dayString(latestWeekday(weekday, dayNumber(published)));
  }
  return null;
}
