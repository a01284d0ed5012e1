/** The day on which a section's events happened. */
import type { DateSpan } from '../../arabic/token.ts';
import type { DateBasis } from '../../model/vocabulary.ts';
import type { EventDay, Reading } from './findings.ts';

export interface SectionDay {
  /** The bulletin's day, or the day of publication. */
  readonly day: string;
  readonly precision: 1 | 2 | 3;
  readonly basis: DateBasis;
}

/** Answers for a run of tokens of the section (`from` to `to`) the day that holds there. */
export function eventDays(
  reading: Reading,
  from: number,
  to: number,
  section: SectionDay,
): (first: number, last: number) => EventDay {
  const dates = reading.dates.filter((one) => one.first >= from && one.last < to);
  const fallback: EventDay = { date: section.day, precision: section.precision, basis: section.basis };
  return (first, last) => {
    let before: DateSpan | null = null;
    for (const date of dates) {
      if (date.first > last) break;
      before = date;
    }
    if (before === null) return fallback;
    if (before.first < first && !sameParagraph(reading, before.last, first)) return fallback;
    return { date: before.date, precision: before.precision, basis: before.basis };
  };
}

function sameParagraph(reading: Reading, from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at++) {
    const gap = reading.tokens[at]?.gap;
    if (gap === 'paragraph' || gap === 'line') return false;
  }
  return true;
}
