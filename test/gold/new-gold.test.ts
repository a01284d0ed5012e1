/** `test/gold/new` as an analyst runs it, and the short form of counts that it writes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../src/package-root.ts';
import { readAllGold, readCodingGold } from './coding-gold.ts';
import { countOf } from './draft.ts';

const TEXT =
  'قصف الطيران الحربي بالبراميل المتفجرة مدينة داريا ما أدى لمقتل خمسة مدنيين وإصابة نحو 20 آخرين.';
const DAY = ['--published', '2016-03-11'];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nashra-gold-'));
  writeFileSync(join(folder, 'mine.txt'), TEXT);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    join(PACKAGE_ROOT, 'test/gold/new'),
    [...args, '--folder', folder],
    {
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

describe('a new gold text', () => {
  it('is drafted from the analysis and counts only once it is read', () => {
    const made = run(join(folder, 'mine.txt'), ...DAY, '--comment', 'barrels');
    expect(made.stderr).toBe('');
    expect(made.stdout).toContain('a draft with 1 event');
    const [draft] = readAllGold(folder);
    expect(draft).toMatchObject({ name: 'mine', draft: true, comment: 'barrels', text: `${TEXT}\n` });
    expect(draft?.events).toMatchObject([
      {
        gov: 'SY03',
        place: 'داريا',
        type: 'air_drone_strike',
        killed: { best: 5 },
        injured: { best: 20, vague: '20~' },
      },
    ]);
    expect(readCodingGold(folder)).toEqual([]);

    const file = join(folder, 'mine.yaml');
    const mended = readFileSync(file, 'utf8').replace('draft: true\n', '').replace('killed: 5', 'killed: 6');
    writeFileSync(file, mended);
    expect(readCodingGold(folder)).toHaveLength(1);
    const checked = run('--check', 'mine');
    expect(checked.stdout).toContain('mine: gold; 1 event; 1 difference');
    expect(checked.stdout).toContain('killed mine air_drone_strike داريا');
  }, 60_000);

  it('writes over nothing unless told to', () => {
    const args = [join(folder, 'mine.txt'), ...DAY];
    expect(run(...args).status).toBe(0);
    const again = run(...args);
    expect(again.status).toBe(2);
    expect(again.stderr).toContain('is there already');
    expect(run(...args, '--force').status).toBe(0);
  }, 60_000);

  it.each([
    [['none.txt', ...DAY], 'none.txt cannot be read'],
    [['mine.txt'], 'expected the day of publication as YYYY-MM-DD, came nothing'],
    [['mine.txt', '--published', '11.3.2016'], 'came 11.3.2016'],
    [['mine.txt', ...DAY, '--name', 'a b'], 'expected letters, digits and hyphens, came a b'],
    [[], 'expected one text, came 0'],
    [['--check', 'nobody'], 'no gold text of the name nobody'],
    [['--wrong'], "Unknown option '--wrong'"],
  ])('refuses %j', (args, message) => {
    const { status, stderr } = run(...args.map((one) => (one === 'mine.txt' ? join(folder, one) : one)));
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  it('takes no text without Arabic', () => {
    writeFileSync(join(folder, 'mine.txt'), 'shelling of Daraya');
    expect(run(join(folder, 'mine.txt'), ...DAY).stderr).toContain('found no Arabic letter');
  });
});

describe('counts in short', () => {
  it.each([
    [null, null],
    [{ low: 7, best: 7, high: 7, vague: null }, 7],
    [{ low: 20, best: 20, high: 20, vague: 'نحو 20' }, '20~'],
    [{ low: 3, best: 3, high: null, vague: 'عدد' }, '3+'],
    [{ low: 1, best: null, high: null, vague: 'مقتل وإصابة العشرات' }, '1?'],
    [{ low: null, best: null, high: 9, vague: 'أقل من عشرة' }, '<9'],
  ])('%j is %s', (count, short) => {
    expect(countOf(count)).toBe(short);
  });
});
