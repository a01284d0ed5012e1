/**
 * The port by which sections find those that told the same before: of the same governorate within two days, in other
 * articles. An entry is registered under its own id and day; registering it again changes nothing and answers the
 * same, so a retried job decides as its first run did. Of two that race, exactly one sees the other.
 */
import type { WordPrint } from '../../arabic/likeness/word-print.ts';

/** Sections are compared with those of this many days before and after their bulletin's day. */
export const SECTION_DAYS_AROUND = 2;
/**
 * Sections of one block (a governorate's day, or an article) that one is compared with word by word: those that share
 * most with it. A story is told in a handful of editions; without a bound a file of alike sections takes square time.
 */
export const MOST_ALIKE = 12;

export interface SectionEntry {
  readonly id: string;
  readonly article: string;
  /** The bulletin's day, `YYYY-MM-DD`. */
  readonly day: string;
  /** Its governorate first, then the others that its heading names; none: it is compared within its article only. */
  readonly governorates: readonly string[];
  readonly words: WordPrint;
}

export interface SectionIndex {
  /**
   * Remembers the entries and answers, per entry and in the order of the entries, those of other articles that were
   * registered before it and may be alike, earliest first, and of each block no more than {@link MOST_ALIKE}. A candidate may be unlike: the caller decides.
   */
  register(entries: readonly SectionEntry[]): Promise<readonly (readonly SectionEntry[])[]>;
}

/** The days that a day's sections are compared with, in order. */
export function daysAround(day: string): string[] {
  const noon = Date.parse(`${day}T12:00:00Z`);
  const days: string[] = [];
  for (let offset = -SECTION_DAYS_AROUND; offset <= SECTION_DAYS_AROUND; offset++) {
    days.push(new Date(noon + offset * 86_400_000).toISOString().slice(0, 10));
  }
  return days;
}
