import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestRedis, type TestRedis } from '../integration/redis-server.ts';
import { nashra, type Ran } from './run-nashra.ts';

const BULLETIN = `---
source: وكالة مثال
published: 2015-07-04T10:00
---
قتل ثلاثة مدنيين وأصيب خمسة آخرون، اليوم السبت، جراء غارة شنها الطيران الحربي على مدينة معرة النعمان جنوب إدلب.
`;
const DAY = '2015-07-04';
let home: string;
let redis: TestRedis;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'nashra-summaries-'));
  redis = await startTestRedis();
  writeFileSync(join(home, 'a.txt'), BULLETIN);
  const ran = await nashraOn(['process', 'a.txt', '--out', 'out']);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
});
afterAll(async () => {
  await redis.stop();
  rmSync(home, { recursive: true, force: true });
});

/** Against the server of this test. */
function nashraOn(args: readonly string[]): Promise<Ran> {
  return nashra(args, { cwd: home, env: { NASHRA_REDIS_URL: redis.url } });
}

describe('what was summarised', () => {
  test('is exported alike from Redis and from the folder', async () => {
    const fromRedis = await nashraOn(['export', 'events', '--from', DAY, '--governorate', 'SY07']);
    const fromFolder = await nashra(['export', 'events', '--in', 'out', '--governorate', 'SY07'], {
      cwd: home,
    });
    expect(fromRedis).toMatchObject({ code: 0, stderr: '' });
    expect(fromFolder).toEqual(fromRedis);
    expect(fromRedis.stdout.split('\r\n')).toHaveLength(3);
    expect(fromRedis.stdout).toContain('air_drone_strike');
  });

  test('is exported to a workbook; mentions with the source that told them', async () => {
    const book = await nashraOn(['export', 'summaries', '--format', 'xlsx', '--output', 'day.xlsx']);
    expect(book).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(join(home, 'day.xlsx')).subarray(0, 2).toString()).toBe('PK');
    const mentions = await nashraOn(['export', 'mentions', '--format', 'jsonl']);
    const [mention] = mentions.stdout
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(mention).toMatchObject({
      source: 'وكالة مثال',
      published: '2015-07-04T10:00',
      governorate: 'SY07',
    });
  });

  test('is printed as a page in either language', async () => {
    const arabic = await nashraOn(['report', DAY, '--format', 'html']);
    expect(arabic).toMatchObject({ code: 0, stderr: '' });
    expect(arabic.stdout).toContain('dir="rtl"');
    const english = await nashra(['report', DAY, '--in', 'out', '--governorate', 'SY07', '--lang', 'en'], {
      cwd: home,
    });
    expect(english.stdout).toContain('## Idleb');
  });

  test('is told to be missing where nothing is known', async () => {
    const none = await nashraOn(['report', '2001-01-01']);
    expect(none).toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'nashra: 2001-01-01: nothing is known of this day\n',
    });
    const wrong = await nashraOn(['report', 'yesterday']);
    expect(wrong.code).toBe(2);
    const folder = await nashra(['export', 'mentions', '--in', 'out'], { cwd: home });
    expect(folder.code).toBe(1);
    expect(folder.stderr).toContain('mentions are read from Redis');
  });

  test('is read again by replay, which changes nothing where the rules are the same', async () => {
    const replayed = await nashraOn(['replay']);
    expect(replayed).toMatchObject({
      code: 0,
      stderr: '',
      stdout: '1 article read again, 0 summaries revised\n',
    });
    expect((await nashraOn(['replay', '--from', '2015-07-05'])).stdout).toMatch(/^0 articles/);
  });
});
