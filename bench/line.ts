/**
 * The whole line: time from a dropped file to its summary event with `nashra up` idle, and articles a second through
 * queues and workers. Runs the build, made first where a source is newer; the workers have read some thousand articles
 * before the clock starts, since a worker runs for days and its first second is spent compiling.
 * `npm run bench line -- [--drops 20] [--articles 5000] [--warm-up 2000] [--processes 2] [--only latency|throughput]`.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.ts';
import { connectRedis } from '../src/io/connection.ts';
import { runningRedis, startEmbeddedRedis } from '../src/io/embedded-redis.ts';
import { type Line, openLine } from '../src/io/line.ts';
import { redisMentionStore, summaryKeys } from '../src/io/redis-mention-store.ts';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import { createLogger } from '../src/logger.ts';
import { PACKAGE_ROOT } from '../src/package-root.ts';
import { regionsOf } from './dedup.ts';
import { type Made, makeArticles } from './generator.ts';

/** Of the clock that /proc counts with. */
const TICKS_A_SECOND = 100;

export async function run(args: readonly string[] = []): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      drops: { type: 'string', default: '20' },
      articles: { type: 'string', default: '5000' },
      'warm-up': { type: 'string', default: '2000' },
      processes: { type: 'string', default: '2' },
      only: { type: 'string' },
    },
  });
  const { buildIfStale } = (await import(new URL('../scripts/build.js', import.meta.url).href)) as {
    buildIfStale(): void;
  };
  buildIfStale();
  const home = mkdtempSync(join(tmpdir(), 'nashra-bench-'));
  try {
    if (values.only !== 'throughput') await measureLatency(home, Number(values.drops));
    if (values.only !== 'latency')
      await measureThroughput(home, {
        warmUp: Number(values['warm-up']),
        articles: Number(values.articles),
        processes: Number(values.processes),
      });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function nashra(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn(process.execPath, [join(PACKAGE_ROOT, 'dist/src/cli/main.js'), ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Resolves when the process prints words that match; what it prints later is passed over. */
function printed(child: ChildProcess, words: RegExp): Promise<void> {
  let seen = '';
  return new Promise((resolve, reject) => {
    const read = (text: Buffer) => {
      seen = (seen + text.toString()).slice(-4_000);
      if (words.test(seen)) resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => reject(new Error(`ended before it was ready: ${seen}`)));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const end = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await end;
}

/** A report of its own for each drop, so that none repeats another. */
function report(number: number): string {
  const words = Array.from({ length: 40 }, (_, at) => `كلمة${number}و${at}`).join(' ');
  return `حمص::\nقصفت قوات الأسد مدينة تلبيسة بقذائف المدفعية ما أدى لاستشهاد ${number + 3} مدنيين.\n${words}\n`;
}

async function measureLatency(home: string, drops: number): Promise<void> {
  mkdirSync(join(home, '.nashra'), { recursive: true });
  writeFileSync(join(home, '.nashra', 'first-run'), '');
  const up = nashra(['up'], home);
  await printed(up, /Ctrl-C stops/);
  const server = await runningRedis(join(home, '.nashra'));
  if (!server) throw new Error('nashra up runs without a server');
  const redis = connectRedis(server.url, { patience: 'endless' });
  const { stream } = summaryKeys();
  const ways: Readonly<Record<string, (name: string, text: string) => void>> = {
    written: (name, text) => writeFileSync(join(home, 'inbox', name), text),
    renamed: (name, text) => {
      writeFileSync(join(home, name), text);
      renameSync(join(home, name), join(home, 'inbox', name));
    },
  };
  let number = 0;
  for (const [way, drop] of Object.entries(ways)) {
    const times: number[] = [];
    for (let turn = 0; turn <= drops; turn++) {
      const last = (await redis.xrevrange(stream, '+', '-', 'COUNT', 1))[0]?.[0] ?? '0';
      const day = new Date(Date.UTC(2015, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);
      const start = performance.now();
      drop(`${day}.txt`, report(number++));
      await redis.xread('COUNT', 1, 'BLOCK', 30_000, 'STREAMS', stream, last);
      // The first warms the code up.
      if (turn > 0) times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 700));
    }
    console.log(`drop to summary event, file ${way}: ${quantiles(times)}`);
  }
  redis.disconnect();
  await ended(up);
}

function quantiles(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, slowest ${at(1)} ms of ${times.length}`;
}

interface Load {
  readonly warmUp: number;
  readonly articles: number;
  readonly processes: number;
}

async function measureThroughput(home: string, load: Load): Promise<void> {
  const server = await startEmbeddedRedis(join(home, 'throughput'));
  try {
    await sendThrough(home, server.url, load);
  } finally {
    await server.release();
  }
}

async function sendThrough(home: string, url: string, load: Load): Promise<void> {
  const env = { NASHRA_REDIS_URL: url, NASHRA_LOG_LEVEL: 'info' };
  const workers = Array.from({ length: load.processes }, () => nashra(['worker', 'all'], home, env));
  await Promise.all(workers.map((worker) => printed(worker, /worker ready/)));
  const config = readConfig({ NASHRA_REDIS_URL: url });
  const line = await openLine(url, { config, logger: createLogger('warn'), patience: 'endless' });
  const count = load.warmUp + load.articles;
  const made = [...makeArticles({ count, seed: 11, regions: regionsOf(loadKnowledge()) })];
  await through(line, made.slice(0, load.warmUp));
  const measured = made.slice(load.warmUp);
  const before = { workers: processorTime(workers), redis: await redisTime(line) };
  const { articles, summaries } = await through(line, measured);
  const spent = processorTime(workers) - before.workers;
  const spentByRedis = (await redisTime(line)) - before.redis;
  const bytes = measured.reduce((sum, { article }) => sum + Buffer.byteLength(article.text), 0);
  const memory = /used_memory_peak:(\d+)/.exec(await line.redis.info('memory'))?.[1];
  const each = (seconds: number) => `${((seconds / load.articles) * 1_000).toFixed(2)} ms`;
  console.log(
    `${load.articles} articles of ${(bytes / load.articles / 1_000).toFixed(1)} KB through ${load.processes} processes of ` +
      `all stages: ${articles.toFixed(1)} s, ${(load.articles / articles).toFixed(0)} articles/s; ` +
      `the last summary after ${summaries.toFixed(1)} s\n` +
      `processor time an article: workers ${each(spent)}, Redis ${each(spentByRedis)}; ` +
      `Redis peak ${(Number(memory) / 1024 ** 2).toFixed(0)} MB, failed ${await line.failed.count()}`,
  );
  await Promise.all(workers.map(ended));
  await line.close();
}

/** Seconds until all articles are through, and until what they changed is published. */
async function through(line: Line, made: readonly Made[]): Promise<{ articles: number; summaries: number }> {
  const store = redisMentionStore(line.redis);
  const dispatch = line.dispatch();
  const start = performance.now();
  const since = () => (performance.now() - start) / 1_000;
  const done: Promise<unknown>[] = [];
  for (const { article } of made) {
    await dispatch.room();
    const ticket = dispatch.newTicket();
    done.push(dispatch.send(ticket, [{ ...article, ticket }]).done);
  }
  await Promise.all(done);
  const articles = since();
  while ((await store.pending()) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  const summaries = since();
  await dispatch.close();
  return { articles, summaries };
}

/** Seconds of processor time that processes have spent; told by Linux only, elsewhere not a number. */
function processorTime(processes: readonly ChildProcess[]): number {
  return processes.reduce((sum, { pid }) => {
    const file = `/proc/${pid}/stat`;
    if (!existsSync(file)) return Number.NaN;
    const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return sum + (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  }, 0);
}

async function redisTime({ redis }: Line): Promise<number> {
  const told = await redis.info('cpu');
  const used = (kind: string) => Number(new RegExp(`used_cpu_${kind}:([\\d.]+)`).exec(told)?.[1]);
  return used('user') + used('sys');
}
