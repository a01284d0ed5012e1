/** The table at the end of a batch: a line for each day and governorate. */
import { styleText } from 'node:util';
import Table from 'cli-table3';
import type { Count } from '../model/mention.ts';
import type { Summary } from '../model/summary.ts';

const HEAD = ['Day', 'Governorate', 'Events', 'Killed', 'Injured', 'Articles', 'Repeats'];

/**
 * Rows by day and governorate; the country's own row stands before those of its governorates.
 *
 * `colour` alone decides: the table library would ask the environment again, and leave out what
 * the caller asked for.
 */
export function summaryTable(summaries: readonly Summary[], colour: boolean): string {
  const table = new Table({
    head: colour ? HEAD.map((name) => styleText('cyan', name, { validateStream: false })) : HEAD,
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
    style: { head: [], border: [], compact: false },
    colAligns: ['left', 'left', 'right', 'right', 'right', 'right', 'right'],
  });
  for (const { date, governorate, counts, killed, injured } of summaries) {
    table.push([
      date,
      `${governorate.id} ${governorate.en}`,
      counts.events,
      countText(killed),
      countText(injured),
      counts.articles,
      counts.repeatsSuppressed,
    ]);
  }
  return table.toString();
}

/** `-` nothing told · `5` · `3+` at least three · `3-5`. */
export function countText(count: Count | null): string {
  if (count === null) return '-';
  const { low, best, high } = count;
  if (low !== null && low === high) return String(low);
  if (low !== null && high !== null) return `${low}-${high}`;
  if (low !== null) return `${low}+`;
  return best === null ? '?' : String(best);
}
