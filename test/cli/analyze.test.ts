/** `nashra analyze` as a user runs it, on the sample bulletins. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Analysis } from '../../src/cli/analysis.ts';
import { PACKAGE_ROOT } from '../../src/package-root.ts';
import { nashra } from './run-nashra.ts';

vi.setConfig({ testTimeout: 120_000 });

const MORNING = join(PACKAGE_ROOT, 'seeds/2016-03-11-morning.txt');
const EVENING = join(PACKAGE_ROOT, 'seeds/2016-03-11-evening.txt');

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'nashra-analyze-'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe('nashra analyze', () => {
  test('prints one JSON document whose spans slice the text', async () => {
    const ran = await nashra(['analyze', MORNING], { cwd });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const analysis = JSON.parse(ran.stdout) as Analysis;
    expect(analysis.schemaVersion).toBe(1);
    const [article] = analysis.articles;
    const text = readFileSync(MORNING, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
    expect(article?.published).toMatchObject({ date: '2016-03-11', basis: 'explicit' });
    expect(
      article?.bulletins.flatMap(({ sections }) => sections.map(({ governorate }) => governorate)),
    ).toEqual(['SY01', 'SY03', 'SY02', 'SY07', 'SY12']);
    for (const { start, end, surface } of article?.places ?? []) expect(text.slice(start, end)).toBe(surface);
    for (const { start, end, quote } of article?.mentions ?? []) expect(text.slice(start, end)).toBe(quote);
    expect(article?.mentions.length).toBeGreaterThan(4);
    expect(analysis.summaries.map(({ governorate }) => governorate.id)).toContain('SY03');
  });

  test('tells the evening edition as an update of the morning one, and a text given twice as exact', async () => {
    const ran = await nashra(['analyze', MORNING, EVENING, MORNING], { cwd });
    const { articles } = JSON.parse(ran.stdout) as Analysis;
    const [morning, evening, again] = articles;
    expect(morning?.duplicate).toBeNull();
    expect(evening?.duplicate).toMatchObject({ kind: 'update', of: morning?.id });
    expect(again?.duplicate).toMatchObject({ kind: 'exact', of: morning?.id });
  });

  test('takes flags and standard input where the text tells nothing', async () => {
    const input = 'قصفت مدفعية قوات النظام مدينة الرستن صباح أمس ما أدى لمقتل رجلين.';
    const ran = await nashra(['analyze', '--published', '2016-05-02', '--source', 'مراسل', '-'], {
      cwd,
      input,
    });
    const [article] = (JSON.parse(ran.stdout) as Analysis).articles;
    expect(article).toMatchObject({ source: 'مراسل', published: { date: '2016-05-02' } });
    expect(article?.mentions[0]).toMatchObject({
      type: 'shelling_artillery_missile',
      governorate: 'SY04',
      date: '2016-05-01',
      killed: { low: 2, best: 2, high: 2 },
    });
  });

  test.each([
    ['table', /armed_clash[\s\S]*SY03 Rural Damascus/],
    [
      'html',
      /<meta name="viewport"[\s\S]*prefers-color-scheme:dark[\s\S]*@media print[\s\S]*<section>[\s\S]*class="[^"]*place/,
    ],
  ])('prints a %s', async (format, shape) => {
    const ran = await nashra(['analyze', '--format', format, MORNING], { cwd });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(shape);
  });

  test('reads the rest where one file cannot be read', async () => {
    const ran = await nashra(['analyze', 'nowhere.txt', cwd, MORNING], { cwd });
    expect(ran.code).toBe(1);
    expect((JSON.parse(ran.stdout) as Analysis).articles).toHaveLength(1);
    expect(ran.stderr.trim().split('\n')).toEqual([
      'nashra: nowhere.txt: no such file',
      `nashra: ${cwd}: is a folder, expected a file; "nashra process" reads folders`,
    ]);
  });

  test('says in one line what is wrong', async () => {
    const missing = await nashra(['analyze', 'nowhere.txt'], { cwd });
    expect(missing).toMatchObject({ code: 1, stdout: '' });
    expect(missing.stderr).toBe('nashra: nowhere.txt: no such file\n');
    const tooLong = await nashra(['analyze', MORNING], { cwd, env: { NASHRA_MAX_ARTICLE_LENGTH: '100' } });
    expect(tooLong.code).toBe(1);
    expect(tooLong.stderr).toContain('at most 100 are read');
    const wrong = await nashra(['analyze', '--format', 'xml', MORNING], { cwd });
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('Allowed choices are json, table, html');
  });
});
