import { expect, test } from 'vitest';
import { countText, summaryTable } from '../../src/cli/summary-table.ts';
import type { Summary } from '../../src/model/summary.ts';

test.each([
  [null, '-'],
  [{ low: 0, best: 0, high: 0, vague: null }, '0'],
  [{ low: 5, best: 5, high: 5, vague: null }, '5'],
  [{ low: 3, best: null, high: null, vague: 'عدد من' }, '3+'],
  [{ low: 2, best: 2, high: 5, vague: null }, '2-5'],
  [{ low: null, best: null, high: 9, vague: 'أقل من' }, '?'],
])('countText(%j) is %s', (count, text) => {
  expect(countText(count)).toBe(text);
});

const SUMMARY = {
  date: '2015-07-03',
  governorate: { id: 'SY02', ar: 'حلب', en: 'Aleppo' },
  counts: { events: 4, mentions: 6, articles: 2, repeatsSuppressed: 1 },
  killed: { low: 3, best: null, high: null, vague: null },
  injured: null,
} as unknown as Summary;

test('a line for each day and governorate, without colours where they are not wanted', () => {
  const plain = summaryTable([SUMMARY], false);
  const rows = plain
    .split('\n')
    .map((line) => line.split('│').map((cell) => cell.trim()))
    .filter((cells) => cells.length > 1)
    .map((cells) => cells.slice(1, -1));
  expect(rows).toEqual([
    ['Day', 'Governorate', 'Events', 'Killed', 'Injured', 'Articles', 'Repeats'],
    ['2015-07-03', 'SY02 Aleppo', '4', '3+', '-', '2', '1'],
  ]);
  expect(plain).not.toContain('\u001b');
  expect(summaryTable([SUMMARY], true)).toContain('\u001b');
});
