/** The figures of a run beside the baseline and the committed floor, and what rose and sank against it. */
import type { Tally } from './tally.ts';
import { columns } from './terminal.ts';

export interface Figures {
  readonly slots: Readonly<Record<string, Tally>>;
  /** F1 of the baseline by slot, where there is one. */
  readonly baseline: Readonly<Record<string, Tally>> | null;
  /** F1 that must be kept, by slot; null where the run is not over all texts. */
  readonly floor: Readonly<Record<string, number | undefined>> | null;
}

export interface Change {
  readonly slot: string;
  readonly from: number;
  readonly to: number;
}

const figure = (value: number) => value.toFixed(3);

/** F1 as the floor holds it: rounded down to three places, so that the run that wrote it reaches it. */
export function floored(value: number): number {
  return Math.floor(value * 1000 + 1e-6) / 1000;
}

/** Slots whose figure is another than the floor's; `of` goes before their names. */
export function changes({ slots, floor }: Figures, of = ''): Change[] {
  if (floor === null) return [];
  return Object.entries(slots)
    .map(([slot, { f1 }]) => ({ slot: of + slot, from: floor[slot] ?? 0, to: floored(f1) }))
    .filter(({ from, to }) => from !== to);
}

export function figureTable(figures: Figures): string[] {
  const { slots, baseline, floor } = figures;
  const head = ['slot', 'P', 'R', 'F1', 'gold', 'right', 'false', 'missed'];
  const rows = Object.entries(slots).map(([slot, tally]) => {
    const counts = [tally.total, tally.hits, tally.falseAlarms, tally.misses].map(String);
    const row = [slot, ...[tally.precision, tally.recall, tally.f1].map(figure), ...counts];
    if (baseline !== null) row.push(figure(baseline[slot]?.f1 ?? 0));
    if (floor !== null)
      row.push(figure(floor[slot] ?? 0), ...(baseline === null ? [] : [changeOf(figures, slot)]));
    return row;
  });
  if (baseline !== null) head.push('baseline F1');
  if (floor !== null) head.push('floor', ...(baseline === null ? [] : ['change']));
  return columns(head, rows);
}

function changeOf(figures: Figures, slot: string): string {
  const change = changes(figures).find((one) => one.slot === slot);
  return change === undefined ? '' : signed(change);
}

function signed({ from, to }: Change): string {
  return `${to > from ? '+' : '−'}${figure(Math.abs(to - from))}`;
}

export function sank({ from, to }: Change): boolean {
  return to < from;
}

/** What rose and what sank, a line each. */
export function changeLines(all: readonly Change[]): string[] {
  if (all.length === 0) return ['against the floor: no change'];
  const rows = all.map((one) => [
    `  ${sank(one) ? 'sank' : 'rose'}  ${one.slot}`,
    `${figure(one.from)} → ${figure(one.to)}`,
    signed(one),
  ]);
  return columns(['against the floor', '', ''], rows);
}
