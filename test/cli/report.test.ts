import { describe, expect, it } from 'vitest';
import { asHtml, asMarkdown, type ReportNames, range, reportBlocks } from '../../src/cli/report-page.ts';
import type { Summary } from '../../src/model/summary.ts';
import { article, exactly, GOVERNMENT, type Telling, vaguely } from '../stages/aggregation/invented.ts';
import { line } from '../stages/aggregation/run-days.ts';

const NAMES: ReportNames = {
  actor: (id) => ({ ar: `جهة ${id}`, en: `actor ${id}` }),
  eventType: (type) => ({ ar: `نوع ${type}`, en: `type ${type}` }),
  weapon: (weapon) => ({ ar: `سلاح ${weapon}`, en: `weapon ${weapon}` }),
};

async function summaries(): Promise<Summary[]> {
  const day = line();
  const tells: readonly Telling[] = [
    { type: 'air_drone_strike', actors: [GOVERNMENT], killed: exactly(3), quote: 'قصف <b>*حي*</b> | سوق' },
    { type: 'arrests', governorate: 'SY03' },
  ];
  await day.add([article({ name: 'a', source: 'منصة | مثال', at: '2015-07-04', tells })]);
  const all: Summary[] = [];
  for await (const summary of day.mentionStore.summaries()) all.push(summary);
  return all;
}

describe('the report', () => {
  it('is a page in Arabic, written from the right', async () => {
    const html = asHtml(reportBlocks(await summaries(), '2015-07-04', 'ar', NAMES), 'ar');
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('<h1>حصيلة يوم السبت 4 تموز/يوليو 2015</h1>');
    expect(html).toContain('سُجّل حدثان في سوريا');
    expect(html).toContain('&lt;b&gt;*حي*&lt;/b&gt;');
    expect(html).not.toContain('<b>');
  });

  it('is a page in English', async () => {
    const html = asHtml(reportBlocks(await summaries(), '2015-07-04', 'en', NAMES), 'en');
    expect(html).toContain('<html lang="en" dir="ltr">');
    expect(html).toContain('Summary for Saturday 4 July 2015');
    expect(html).toContain('type air_drone_strike');
  });

  it('is Markdown in which no text becomes markup', async () => {
    const markdown = asMarkdown(reportBlocks(await summaries(), '2015-07-04', 'ar', NAMES));
    expect(markdown).toContain('> قصف \\<b\\>\\*حي\\*\\</b\\> \\| سوق');
    const tables = markdown.split('\n').filter((row) => row.startsWith('| '));
    const columns = (row: string) => row.replaceAll('\\|', '').split('|').length;
    expect(new Set(tables.map(columns))).toEqual(new Set([8, 10]));
  });
});

describe('range', () => {
  it.each([
    [null, '–'],
    [exactly(5), '5'],
    [exactly(0), '0'],
    [vaguely(3, 'قتلى'), '3+'],
    [{ low: 3, best: 3, high: 5, vague: null }, '3–5'],
    [{ low: null, best: null, high: 9, vague: 'أقل من' }, '≤9'],
  ])('%j', (count, expected) => {
    expect(range(count)).toBe(expected);
  });
});
