/** What the readers of dates hand each other before a date becomes a span. */
export interface DayFound {
  readonly first: number;
  readonly last: number;
  /** Day number, see calendar.ts. */
  readonly day: number;
  readonly precision: 1 | 2 | 3;
  readonly basis: 'explicit' | 'relative';
  /** First day of a stretch, or null. */
  readonly since: number | null;
  /** True for a bare weekday, which an explicit date beside it overrules. */
  readonly weekday: boolean;
}
