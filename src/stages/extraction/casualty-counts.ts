/** Arithmetic on counts of people with unknown bounds. */
import type { Count } from '../../model/mention.ts';

/** Fewest people that a bare plural stands for. */
const SEVERAL = 3;

export function exactly(people: number): Count {
  return { low: people, best: people, high: people, vague: null };
}

/** A bare plural: «شهداء», «جرحى». */
export function several(words: string): Count {
  return { low: SEVERAL, best: SEVERAL, high: null, vague: words };
}

/** One number told for dead and hurt together: «مقتل وإصابة العشرات». */
export function shared(words: string): Count {
  return { low: 1, best: null, high: null, vague: words };
}

/** Two stretches of people told apart. A bound that one of them lacks, the sum lacks too. */
export function plus(a: Count | null, b: Count | null): Count | null {
  if (a === null || b === null) return a ?? b;
  const sum = (x: number | null, y: number | null): number | null =>
    x === null || y === null ? null : x + y;
  return {
    low: a.low === null && b.low === null ? null : (a.low ?? 0) + (b.low ?? 0),
    best: sum(a.best, b.best),
    high: sum(a.high, b.high),
    vague: a.vague === null || b.vague === null ? (a.vague ?? b.vague) : `${a.vague}، ${b.vague}`,
  };
}

/** A part is never more than its whole: «مقتل أربعة بينهم أطفال». */
export function within(part: Count, whole: Count | null): Count {
  const most = whole?.high ?? whole?.best ?? null;
  if (whole === null || most === null) return part;
  const cap = (value: number | null): number | null => (value === null ? null : Math.min(value, most));
  const low = cap(part.low);
  const open = part.high === null && (low !== most || whole.high === null);
  const high = open ? null : (cap(part.high) ?? most);
  return { low, best: cap(part.best), high, vague: part.vague };
}
