/**
 * The whole line: articles a second through queues and workers. Runs the build; the workers have read some thousand
 * articles before the clock starts, since a worker runs for days and its first second is spent compiling.
 * `npm run bench throughput -- [--articles 5000] [--warm-up 2000] [--processes 2]`.
 */
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.ts';
import { startEmbeddedRedis } from '../src/io/embedded-redis.ts';
import { type Line, openLine } from '../src/io/line.ts';
import { redisMentionStore } from '../src/io/redis-mention-store.ts';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import { createLogger } from '../src/logger.ts';
import { ended, nashra, printed, withBuild } from './built-program.ts';
import { regionsOf } from './dedup.ts';
import { type Made, makeArticles } from './generator.ts';

/** Of the clock that /proc counts with. */
const TICKS_A_SECOND = 100;

export async function run(args: readonly string[] = []): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      articles: { type: 'string', default: '5000' },
      'warm-up': { type: 'string', default: '2000' },
      processes: { type: 'string', default: '2' },
    },
  });
  const load = {
    warmUp: Number(values['warm-up']),
    articles: Number(values.articles),
    processes: Number(values.processes),
  };
  await withBuild((home) => measureThroughput(home, load));
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
