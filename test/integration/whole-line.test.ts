import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { analyseArticles } from '../../src/cli/analyse-articles.ts';
import { readFiles } from '../../src/cli/read-files.ts';
import { redisMentionStore, summaryKeys } from '../../src/io/redis-mention-store.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import type { RawArticle } from '../../src/model/article.ts';
import type { Summary } from '../../src/model/summary.ts';
import { STAGE_NAMES } from '../../src/stage.ts';
import { writeBulletins } from '../cli/bulletins.ts';
import { nashra, type Running, startWorkerFile } from '../cli/run-nashra.ts';
import { backlogOf, publishedContent } from './published.ts';
import { startTestRedis, type TestRedis, until } from './redis-server.ts';

// A dozen processes start, and a killed worker's jobs come back only when its locks run out.
vi.setConfig({ testTimeout: 300_000 });

let redis: TestRedis;
let home: string;
let running: Running[];

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'nashra-line-'));
  running = [];
  await redis.connect().flushall();
});
afterEach(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  await Promise.all(running.map(({ ended }) => ended));
  rmSync(home, { recursive: true, force: true });
});

const env = () => ({ NASHRA_REDIS_URL: redis.url, NASHRA_LOG_LEVEL: 'info', NASHRA_COALESCE_MS: '0' });

function isReady(worker: Running): Promise<void> {
  const ready = () => {
    if (worker.child.exitCode !== null) throw new Error(`a worker ended: ${worker.err()}`);
    return worker.err().includes('worker ready');
  };
  // Eight programs that start at once on a busy machine take their time.
  return until('the worker is ready', ready, 120_000);
}

async function startWorkers(times: number): Promise<Running[]> {
  const started = Array.from({ length: times }, () => STAGE_NAMES)
    .flat()
    .map((stage) => startWorkerFile(stage, { cwd: home, env: env() }));
  running.push(...started);
  await Promise.all(started.map(isReady));
  return started;
}

/** What one process without Redis makes of the same articles. */
async function analysed(articles: readonly RawArticle[]): Promise<ReadonlyMap<string, unknown>> {
  const { summaries } = await analyseArticles(articles, loadKnowledge());
  return publishedContent(summaries);
}

async function stored(): Promise<ReadonlyMap<string, unknown>> {
  const summaries: Summary[] = [];
  for await (const summary of redisMentionStore(redis.connect()).summaries()) summaries.push(summary);
  return publishedContent(summaries);
}

async function quiet(): Promise<void> {
  const connection = redis.connect();
  await until('nothing is on its way', async () => (await backlogOf(connection)) === 0, 90_000);
}

test('two workers of every stage give the summaries that one process gives', async () => {
  const paths = writeBulletins(home);
  await startWorkers(2);
  for (const path of paths) {
    // One after the other: which of two that say the same came first is part of the answer.
    expect(await nashra(['ingest', '--wait', path], { cwd: home, env: env() })).toMatchObject({
      code: 0,
      stderr: '',
    });
  }
  await quiet();
  expect(await stored()).toEqual(await analysed(readFiles(paths, {}).articles));
});

/** Reports that share hardly a word, so that none repeats another whatever the order. */
function reports(count: number): string {
  const places = ['تلبيسة', 'الرستن', 'القصير', 'تدمر', 'الحولة'];
  const lines = Array.from({ length: count }, (_, number) => {
    const words = Array.from(
      { length: 30 },
      (_, at) => `كلمة${'ابتثجحخدذر'[number % 10]}${number}و${at}`,
    ).join(' ');
    const text = `قصفت قوات الأسد مدينة ${places[number % 5]} بقذائف المدفعية ما أدى لاستشهاد ${number + 3} مدنيين.\n${words}`;
    return JSON.stringify({
      text: `حمص::\n${text}`,
      published: `2015-07-${String((number % 9) + 1).padStart(2, '0')}`,
    });
  });
  return lines.join('\n');
}

test('workers that are killed lose nothing and double nothing', async () => {
  const path = join(home, 'reports.jsonl');
  writeFileSync(path, reports(120));
  const started = await startWorkers(1);
  const ingest = nashra(['ingest', '--wait', path], { cwd: home, env: env() });
  const connection = redis.connect();
  await until('articles are on their way', async () => (await backlogOf(connection)) > 0);
  for (const { child } of started) child.kill('SIGKILL');
  expect(await stored()).not.toEqual(await analysed(readFiles([path], {}).articles));
  await startWorkers(1);
  expect(await ingest).toMatchObject({ code: 0, stderr: '' });
  await quiet();
  expect(await stored()).toEqual(await analysed(readFiles([path], {}).articles));
  const entries = await connection.xrange(summaryKeys().stream, '-', '+');
  const revisions = entries.map(([, fields]) => `${fields[1]} ${fields[3]}`);
  expect(new Set(revisions).size).toBe(revisions.length);
});
