/** Sums over what one finding tells: counts by kind, groups, parts that make up their whole. */
import type { Count } from '../../model/mention.ts';
import type { CasualtyDetail } from './casualties.ts';
import { plus } from './casualty-counts.ts';
import type { Draft, Part } from './casualty-draft.ts';
import type { CasualtyKind } from './casualty-schema.ts';

/** Places whose people are added up at most. */
const MOST_PARTS = 12;

/** Whether counts in order, one of them left out at most, add up to a whole; at least two of them. */
export function isSumOfFirst(whole: number, counts: readonly (number | null)[]): boolean {
  const told = counts.filter((count) => count !== null && count > 0).slice(0, MOST_PARTS) as number[];
  for (let out = -1; out < told.length; out++) {
    let sum = 0;
    let parts = 0;
    for (let i = 0; i < told.length && sum < whole; i++) {
      if (i === out) continue;
      sum += told[i] as number;
      parts++;
    }
    if (sum === whole && parts > 1) return true;
  }
  return false;
}

/** Whether the counts right after a whole add up to it; at least two of them. */
export function isSumOfNext(whole: number, counts: readonly (number | null)[]): boolean {
  const told = counts.filter((count) => count !== null && count > 0).slice(0, MOST_PARTS) as number[];
  let sum = 0;
  let parts = 0;
  while (parts < told.length && sum < whole) sum += told[parts++] as number;
  return sum === whole && parts > 1;
}

/** «ما لا يقل عن عشرين … بينهم 13 … وسبعة»: the parts make up the whole, so it is exact. */
export function settled(
  draft: Draft,
  counts: Record<string, Count | null>,
): { killed?: Count; injured?: Count } {
  const exact: { killed?: Count; injured?: Count } = {};
  for (const kind of ['killed', 'injured'] as const) {
    const whole = counts[kind];
    if (!whole || whole.high !== null || whole.best === null) continue;
    const sum = draft.parts
      .filter((part) => part.kind === kind)
      .reduce((all, { count }) => all + (count.high ?? Number.NaN), 0);
    if (sum === whole.best) exact[kind] = { ...whole, high: sum, vague: null };
  }
  return exact;
}

export function groupsOf(draft: Draft): CasualtyDetail['groups'] {
  const groups: CasualtyDetail['groups'] = {};
  const add = ({ group, kind, count }: Part): void => {
    if (kind !== 'killed' && kind !== 'injured') return;
    groups[group] ??= {};
    const counts = groups[group];
    counts[kind] = plus(counts[kind] ?? null, count);
  };
  for (const { kind, people, count } of draft.items)
    if (people.group !== null) add({ group: people.group, kind, count, at: people.first });
  for (const part of draft.parts) add(part);
  return groups;
}

export function countOf(draft: Draft, kind: CasualtyKind): Count | null {
  let sum: Count | null = null;
  for (const item of draft.items) if (item.kind === kind) sum = plus(sum, item.count);
  return sum;
}
