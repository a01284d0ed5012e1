import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Config } from '../../src/config.ts';
import type { Dispatch } from '../../src/io/dispatch.ts';
import { layoutOf } from '../../src/io/folder/layout.ts';
import type { FileOutcome } from '../../src/io/folder/send-file.ts';
import { type FolderWatch, type WatchOptions, watchFolder } from '../../src/io/folder/watch-folder.ts';
import type { Line } from '../../src/io/line.ts';
import type { StageWorker } from '../../src/io/stage-worker.ts';
import type { RawArticle } from '../../src/model/article.ts';
import { emit } from '../../src/stage.ts';
import { DEFAULT_LIMITS } from '../../src/stages/intake/limits.ts';
import { NO_PORTS, openTestLine, silent, stepWith, testConfig } from './line-on-test-redis.ts';
import { startTestRedis, type TestRedis, until } from './redis-server.ts';

let redis: TestRedis;
let serial = 0;
let home: string;
let config: Config;
let line: Line;
let worker: StageWorker | null;
let seen: RawArticle[];
let open: { dispatch: Dispatch; watch: FolderWatch }[];

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'nashra-folder-'));
  mkdirSync(join(home, 'inbox'));
  config = testConfig(`f${serial++}`);
  line = await openTestLine(redis, config);
  seen = [];
  open = [];
  worker = null;
});
afterEach(async () => {
  for (const producer of open) {
    await producer.watch.close();
    await producer.dispatch.close();
  }
  await worker?.close(5_000);
  await line.close();
  rmSync(home, { recursive: true, force: true });
});

/** A worker that takes every article to its end and keeps it for the test. */
async function work(): Promise<void> {
  const step = stepWith((article) => {
    seen.push(article);
    return emit(article);
  });
  worker = line.work(step, NO_PORTS);
  await worker.ready();
}

async function watch(more: Partial<WatchOptions> = {}): Promise<FileOutcome[]> {
  const outcomes: FileOutcome[] = [];
  const dispatch = line.dispatch();
  const folder = await watchFolder({
    layout: layoutOf(join(home, 'inbox')),
    dispatch,
    redis: line.redis,
    prefix: config.NASHRA_PREFIX,
    logger: silent,
    limits: DEFAULT_LIMITS,
    defaults: {},
    settleMs: config.NASHRA_SETTLE_MS,
    rescanMs: config.NASHRA_RESCAN_MS,
    keep: false,
    onFile: (outcome) => outcomes.push(outcome),
    ...more,
  });
  open.push({ dispatch, watch: folder });
  return outcomes;
}

function put(name: string, content: string | Uint8Array): string {
  const path = join(home, 'inbox', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** All files below a folder, by name. */
function filesIn(folder: string): string[] {
  const path = join(home, folder);
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  return files.map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1)).sort();
}
const undated = (names: readonly string[]) => names.map((name) => name.replace(/^\d{4}-\d\d-\d\d\//, ''));
const reasonOf = (name: string) =>
  JSON.parse(readFileSync(join(home, 'failed', `${name}.error.json`), 'utf8'));

describe('the way of a file', () => {
  test('inbox, processing, processed', async () => {
    await watch();
    put('a.txt', 'قصف على البلدة');
    await until('it is claimed', () => filesIn('processing').length === 1);
    expect(filesIn('processed')).toEqual([]);
    await work();
    await until('it is put away', () => filesIn('processed').length === 1);
    expect(filesIn('processed')[0]).toMatch(/^\d{4}-\d\d-\d\d\/a\.txt$/);
    expect(filesIn('inbox')).toEqual([]);
    await until('nothing is left behind', () => readdirSync(join(home, 'processing')).length === 0);
    expect(seen).toMatchObject([{ file: 'a.txt', text: 'قصف على البلدة' }]);
  });

  test('files that were there before, in folders, with their sidecars', async () => {
    put('deep/er/b.txt', 'نص');
    put('deep/er/b.txt.meta.json', '{"published": "2015-07-03", "source": "وكالة"}');
    await work();
    await watch();
    await until('both are put away', () => filesIn('processed').length === 2);
    expect(undated(filesIn('processed'))).toEqual(['deep/er/b.txt', 'deep/er/b.txt.meta.json']);
    expect(seen).toMatchObject([
      { file: 'deep/er/b.txt', source: 'وكالة', published: { date: '2015-07-03' } },
    ]);
  });

  test('the same name twice keeps both', async () => {
    await work();
    await watch();
    put('a.txt', 'الأول');
    await until('the first is put away', () => filesIn('processed').length === 1);
    put('a.txt', 'الثاني');
    await until('the second is put away', () => filesIn('processed').length === 2);
    expect(undated(filesIn('processed'))).toEqual(['a.2.txt', 'a.txt']);
  });

  test('hidden and unfinished names wait', async () => {
    await work();
    await watch();
    put('.a.txt.swp', 'x');
    put('b.txt.part', 'نص');
    put('c.txt', 'نص');
    await until('the finished one is put away', () => filesIn('processed').length === 1);
    renameSync(join(home, 'inbox/b.txt.part'), join(home, 'inbox/b.txt'));
    await until('the renamed one too', () => filesIn('processed').length === 2);
    expect(filesIn('inbox')).toEqual(['.a.txt.swp']);
  });
});

describe('files that fail', () => {
  test.each([
    ['empty.json', '{', 'empty.json', /invalid JSON at line 1 column 2/],
    ['a.docx', 'x', 'a.docx', /unknown extension/],
    ['cut.txt.gz', gzipSync('نص '.repeat(500)).subarray(0, 40), 'cut.txt.gz', /the gzip is truncated/],
    ['blob.txt', new Uint8Array(64), 'blob.txt', /binary/],
  ])('%s', async (name, content, where, message) => {
    await work();
    const outcomes = await watch();
    put(name, content);
    await until('it is put away', () => outcomes.length === 1);
    expect(filesIn('failed')).toEqual([name, `${name}.error.json`].sort());
    expect(reasonOf(name)).toMatchObject({
      file: name,
      articles: 0,
      problems: [{ where, message: expect.stringMatching(message) }],
    });
  });

  test('the good lines of a JSONL file go through, and the bad ones are listed', async () => {
    await work();
    const outcomes = await watch();
    put('feed.jsonl', '{"text": "واحد"}\nnonsense\n{"text": "ثلاثة"}\n');
    await until('it is put away', () => outcomes.length === 1);
    expect(seen.map(({ text }) => text).sort()).toEqual(['ثلاثة', 'واحد']);
    expect(reasonOf('feed.jsonl')).toMatchObject({ articles: 2, problems: [{ where: 'feed.jsonl line 2' }] });
  });

  test('an article that a stage gives up on takes its file to failed/', async () => {
    worker = line.work(
      stepWith(() => ({ kind: 'fail', error: Object.assign(new Error('no good'), { name: 'Error' }) })),
      NO_PORTS,
    );
    const outcomes = await watch();
    put('a.txt', 'نص');
    await until('it is put away', () => outcomes.length === 1);
    expect(reasonOf('a.txt').problems).toEqual([
      { where: expect.stringMatching(/^article /), message: 'dedup: no good' },
    ]);
  });

  test('symbolic links are refused and what they lead to stays', async () => {
    const secret = join(home, 'secret.txt');
    writeFileSync(secret, 'سر');
    mkdirSync(join(home, 'elsewhere'));
    writeFileSync(join(home, 'elsewhere/x.txt'), 'سر');
    await work();
    const outcomes = await watch();
    symlinkSync(secret, join(home, 'inbox/link.txt'));
    symlinkSync(join(home, 'elsewhere'), join(home, 'inbox/folder'));
    await until('both are refused', () => outcomes.length === 2);
    expect(seen).toEqual([]);
    expect(readFileSync(secret, 'utf8')).toBe('سر');
    expect(reasonOf('link.txt').problems[0].message).toMatch(/symbolic link/);
    expect(filesIn('elsewhere')).toEqual(['x.txt']);
  });
});

test('a file that is still written waits until it is whole', async () => {
  await work();
  await watch({ settleMs: 400 });
  const path = put('slow.txt', 'بداية ');
  for (let part = 0; part < 12; part++) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    appendFileSync(path, `جزء ${part} `);
  }
  appendFileSync(path, 'نهاية');
  await until('it is put away', () => filesIn('processed').length === 1);
  expect(seen).toHaveLength(1);
  expect(seen[0]?.text).toMatch(/^بداية .*جزء 11 نهاية$/);
});

test('a file that grows after it was taken is read again', async () => {
  const outcomes = await watch();
  put('a.txt', 'الأول');
  await until('it is claimed', () => filesIn('processing').length === 1);
  const [claimed = ''] = filesIn('processing');
  await until('it is queued', async () => (await line.queues.articles.getWaitingCount()) === 1);
  appendFileSync(join(home, 'processing', claimed), ' والثاني');
  await work();
  await until('it is put away', () => outcomes.length === 1);
  expect(seen.map(({ text }) => text)).toEqual(['الأول', 'الأول والثاني']);
});

test('between two scans a file is seen by its event, in folders made since then and made anew', async () => {
  await work();
  const outcomes = await watch({ rescanMs: 600_000 });
  put('old/a.txt', 'الأول');
  await until('the first is put away', () => outcomes.length === 1);
  put('old/new/b.txt', 'الثاني');
  await until('the second is put away', () => outcomes.length === 2);
  rmSync(join(home, 'inbox/old'), { recursive: true });
  put('old/c.txt', 'الثالث');
  await until('the third is put away', () => outcomes.length === 3);
  put('old/d.txt', 'الرابع');
  await until('the fourth is put away', () => outcomes.length === 4);
  expect(undated(filesIn('processed'))).toEqual(['old/a.txt', 'old/c.txt', 'old/d.txt', 'old/new/b.txt']);
});

test('a burst of files, two producers on one inbox: each file once', async () => {
  const count = 2_000;
  for (let number = 0; number < count; number++) put(`d${number % 7}/${number}.txt`, `نص رقم ${number}`);
  await work();
  const [one, two] = await Promise.all([watch(), watch()]);
  await until('all are put away', () => one.length + two.length >= count, 50_000);
  expect(one.length + two.length).toBe(count);
  expect(filesIn('processed')).toHaveLength(count);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(count);
  expect(seen).toHaveLength(count);
});

describe('after a crash', () => {
  test('what lies in processing/ is taken up again', async () => {
    mkdirSync(join(home, 'processing/elsewhere.4242.abc/sub'), { recursive: true });
    writeFileSync(join(home, 'processing/elsewhere.4242.abc/sub/a.txt'), 'نص');
    writeFileSync(join(home, 'processing/elsewhere.4242.abc/sub/a.txt.meta.json'), '{"source": "وكالة"}');
    await work();
    await watch();
    await until('it is put away', () => filesIn('processed').length === 2);
    expect(seen).toMatchObject([{ file: 'sub/a.txt', source: 'وكالة' }]);
  });

  test('what a living producer has in hand is left to it', async () => {
    await watch();
    put('a.txt', 'نص');
    await until('it is claimed', () => filesIn('processing').length === 1);
    const [claimed] = filesIn('processing');
    const other = await watch();
    put('b.txt', 'نص ثان');
    await until('the next is claimed', () => filesIn('processing').length === 2);
    expect(filesIn('processing')).toContain(claimed);
    await work();
    await until('both are put away', () => filesIn('processed').length === 2);
    expect(other.length).toBeLessThanOrEqual(1);
  });

  test('a stopped producer leaves its files to the next', async () => {
    await watch();
    put('a.txt', 'نص');
    await until('it is claimed', () => filesIn('processing').length === 1);
    const [stopped] = open.splice(0);
    await stopped?.watch.close();
    await stopped?.dispatch.close();
    await work();
    await watch();
    await until('it is put away', () => filesIn('processed').length === 1);
  });
});

test('--keep moves nothing and remembers by content', async () => {
  await work();
  put('a.txt', 'نص');
  put('sub/b.txt', 'نص آخر');
  const first = await watch({ keep: true });
  await until('both are read', () => first.length === 2);
  put('copy-of-a.txt', 'نص');
  put('c.txt', 'ثالث');
  await until('the new one is read', () => first.length === 3);
  const [one] = open.splice(0);
  await one?.watch.close();
  await one?.dispatch.close();
  const second = await watch({ keep: true });
  put('d.txt', 'رابع');
  await until('only the new one is read', () => second.length === 1);
  expect(second[0]?.name).toBe('d.txt');
  expect(filesIn('inbox')).toEqual(['a.txt', 'c.txt', 'copy-of-a.txt', 'd.txt', 'sub/b.txt']);
  expect(existsSync(join(home, 'processing'))).toBe(false);
  expect(seen.map(({ text }) => text).sort()).toEqual(['ثالث', 'رابع', 'نص', 'نص آخر'].sort());
});
