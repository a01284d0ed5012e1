import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runningRedis } from '../../src/io/embedded-redis.ts';
import { writeBulletins } from './bulletins.ts';
import { nashra } from './run-nashra.ts';

vi.setConfig({ testTimeout: 180_000 });

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'nashra-process-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const revisions = () =>
  readFileSync(join(home, 'out/summaries.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('nashra process', () => {
  test('a folder to a table and summaries; again changes nothing; the files stay', async () => {
    writeBulletins(join(home, 'in'));
    const before = readdirSync(join(home, 'in'));
    const first = await nashra(['process', 'in', '--out', 'out'], { cwd: home });
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('SY02 Aleppo');
    expect(first.stdout).toContain('4 files, 4 articles');
    expect(first.stdout).not.toContain('\u001b');
    const published = revisions();
    const subjects = published.map(({ id }) => id);
    expect(new Set(subjects).size).toBe(subjects.length);
    expect(published[0]).toMatchObject({ specversion: '1.0', type: 'nashra.summary.revised.v1' });
    expect(existsSync(join(home, 'out/summaries/2015-07-03/SY02.json'))).toBe(true);

    const second = await nashra(['process', 'in', '--out', 'out'], { cwd: home });
    expect(second.code).toBe(0);
    expect(second.stdout).toBe(first.stdout);
    expect(revisions()).toEqual(published);
    expect(readdirSync(join(home, 'in'))).toEqual(before);
    expect(await runningRedis(join(home, '.nashra'))).toBeNull();
  });

  test('comes to an end with copies of a file under other names, at once and later', async () => {
    const [file = ''] = writeBulletins(join(home, 'in'));
    const copy = (name: string) => cpSync(file, join(home, name));
    copy('one.txt');
    copy('two.txt');
    const first = await nashra(['process', 'one.txt', 'two.txt', '--out', 'out'], { cwd: home });
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('2 files, 2 articles');
    copy('three.txt');
    const later = await nashra(['process', 'three.txt', '--out', 'out'], { cwd: home });
    expect(later).toMatchObject({ code: 0, stderr: '' });
    expect(later.stdout).toContain('1 file, 1 article');
  });

  test('exits 1 where a file failed, and says which and why; the others go through', async () => {
    const [good = ''] = writeBulletins(join(home, 'in'));
    writeFileSync(join(home, 'bad.json'), '{"text": "نص",}');
    const ran = await nashra(['process', good, 'bad.json', 'none.txt', '--out', 'out', '--state', 'state'], {
      cwd: home,
    });
    expect(ran.code).toBe(1);
    expect(ran.stderr.trim().split('\n').sort()).toEqual([
      'nashra: bad.json: invalid JSON at line 1 column 15: unexpected "}"',
      'nashra: none.txt: no such file or folder',
    ]);
    expect(ran.stdout).toContain('2 files, 1 article, 2 failed');
    expect(existsSync(join(home, 'state/redis'))).toBe(true);
  });
});
