import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exportPieces } from '../../src/cli/commands/export.ts';
import { csvLine, harmless, xlsx } from '../../src/cli/spreadsheet.ts';
import type { SummarySource, ToldMention } from '../../src/cli/summary-source.ts';
import type { Summary } from '../../src/model/summary.ts';
import { inRange } from '../../src/stages/aggregation/memory-mention-store.ts';
import { article, exactly, GOVERNMENT, place, RUSSIA, vaguely } from '../stages/aggregation/invented.ts';
import { line } from '../stages/aggregation/run-days.ts';

const DAY = article({
  name: 'a',
  source: '=HYPERLINK("x")',
  at: '2015-07-04T09:00',
  tells: [
    {
      type: 'air_drone_strike',
      actors: [GOVERNMENT],
      weapons: ['barrel_bomb'],
      killed: exactly(3),
      quote: 'سطر\nو"اقتباس"',
    },
    {
      type: 'air_drone_strike',
      actors: [RUSSIA],
      weapons: ['warplane'],
      killed: vaguely(3, 'قتلى'),
      place: place('old_town'),
    },
    { type: 'arrests', place: null, geoPrecision: 3, governorate: 'SY03' },
    { type: 'armed_clash', date: '2015-07-02' },
  ],
});

async function source(): Promise<SummarySource> {
  const day = line();
  await day.add([DAY]);
  const told = DAY.mentions.map(
    (mention): ToldMention => ({
      mention,
      article: DAY.id,
      source: DAY.source,
      published: '2015-07-04T09:00',
    }),
  );
  return {
    summaries: (range) => day.mentionStore.summaries(range),
    async *mentions(range) {
      for (const one of told) if (inRange(`${one.mention.date}/${one.mention.governorate}`, range)) yield one;
    },
    async close() {},
  };
}

async function text(...args: Parameters<typeof exportPieces>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const piece of exportPieces(...args)) parts.push(Buffer.from(piece));
  return Buffer.concat(parts).toString('utf8');
}

const rows = (csv: string): Record<string, string>[] => parse(csv, { columns: true, bom: true });

describe('export', () => {
  it('writes events with ACLED-like columns, one a row', async () => {
    const events = rows(await text('events', await source(), { format: 'csv' }));
    expect(
      events.map((row) => [
        row.event_date,
        row.admin1_code,
        row.sub_event_type,
        row.fatalities,
        row.fatalities_high,
      ]),
    ).toEqual([
      ['2015-07-02', 'SY02', 'armed_clash', '', ''],
      ['2015-07-04', 'SY02', 'air_drone_strike', '3', '3'],
      ['2015-07-04', 'SY02', 'air_drone_strike', '3', ''],
      ['2015-07-04', 'SY03', 'arrests', '', ''],
    ]);
    expect(events[1]).toMatchObject({
      event_type: 'Explosions/Remote violence',
      actor1: 'syrian_government_forces',
      latitude: '36.1',
    });
    expect(events[1]?.notes).toBe('سطر\nو"اقتباس"');
  });

  it('writes summaries by type of event in the columns of HDX HAPI, with HXL tags where asked', async () => {
    const range = { format: 'csv', from: '2015-07-04', governorate: 'SY02', hxl: true, bom: true } as const;
    const csv = await text('summaries', await source(), range);
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    const [tags, ...data] = rows(csv);
    expect(tags).toMatchObject({ admin1_code: '#adm1+code', fatalities: '#affected+killed' });
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      admin1_name: 'Aleppo',
      events: '2',
      fatalities: '6',
      reference_period_start: '2015-07-04',
    });
  });

  it('counts no event twice through the national summary', async () => {
    expect(
      rows(await text('summaries', await source(), { format: 'csv' })).map((row) => row.admin1_code),
    ).not.toContain('SY');
  });

  it('writes mentions, lines of JSON and a map', async () => {
    expect(rows(await text('mentions', await source(), { format: 'csv', to: '2015-07-03' }))).toHaveLength(1);
    const lines = (await text('summaries', await source(), { format: 'jsonl' })).trim().split('\n');
    expect(lines.map((one) => (JSON.parse(one) as Summary).governorate.id)).toEqual([
      'SY',
      'SY02',
      'SY',
      'SY02',
      'SY03',
    ]);
    const map = JSON.parse(await text('events', await source(), { format: 'geojson' })) as {
      features: { geometry: unknown; properties: Record<string, unknown> }[];
    };
    expect(map.features).toHaveLength(3);
    expect(map.features[0]?.geometry).toEqual({ type: 'Point', coordinates: [37.1, 36.1] });
  });

  it('writes an empty map where there is nothing', async () => {
    expect(
      JSON.parse(await text('events', await source(), { format: 'geojson', from: '2020-01-01' })),
    ).toEqual({
      type: 'FeatureCollection',
      features: [],
    });
  });

  it('makes formulas harmless in CSV and in a workbook', async () => {
    const csv = await text('events', await source(), { format: 'csv' });
    expect(rows(csv)[0]?.source).toBe(`'=HYPERLINK("x")`);
    const sheet = strFromU8(
      unzipSync(xlsx('x', [['=1+1', -1, null, 'a<b&"c"\u0000']]))['xl/worksheets/sheet1.xml'] as Uint8Array,
    );
    expect(sheet).toContain(
      `<c r="A1" t="inlineStr"><is><t xml:space="preserve">'=1+1</t></is></c><c r="B1"><v>-1</v></c>`,
    );
    expect(sheet).toContain('a&lt;b&amp;&quot;c&quot;<');
  });
});

describe('harmless', () => {
  it.each([
    ['=1', "'=1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    ['\tx', "'\tx"],
    ['＝1', "'＝1"],
    ['a=1', 'a=1'],
    ['', ''],
  ])('%j', (given, expected) => {
    expect(harmless(given)).toBe(expected);
  });
});

describe('csvLine', () => {
  it('quotes what must be quoted and keeps numbers as they are', () => {
    expect(csvLine(['a,b', 'c"d', 'e\r\nf', -3.5, null, ''])).toBe('"a,b","c""d","e\r\nf",-3.5,,\r\n');
  });
});
