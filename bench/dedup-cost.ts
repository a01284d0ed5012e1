/** What telling repeats costs: CPU an article, Redis memory an article, and time with a full index. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WordPrint } from '../src/arabic/likeness/word-print.ts';
import { connectRedis, type RedisClient } from '../src/io/connection.ts';
import { spawnRedis, stopRedis } from '../src/io/redis-program.ts';
import { RedisSeenIndex } from '../src/io/redis-seen-index.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { placeNameTokens } from '../src/knowledge/places/name-tokens.ts';
import type { RawArticle } from '../src/model/article.ts';
import { MemorySeenIndex } from '../src/stages/dedup/memory-seen-index.ts';
import { seenEntryOf } from '../src/stages/dedup/seen-entry.ts';
import type { SeenEntry, SeenIndex } from '../src/stages/dedup/seen-index.ts';
import { settleAll } from '../src/stages/dedup/settle-all.ts';
import { bucketKeys } from '../src/stages/dedup/signature.ts';
import { type GeneratorOptions, makeArticles } from './generator.ts';
import { Chance } from './random.ts';

const CHUNK = 50;
/** Characters of an article of 4 KB: two bytes a letter, one a space. */
const SIZE = 4096;

/** CPU an article of about 4 KB, warm: printing and signature alone, then with the decision, in one process. */
export async function measureCost(options: GeneratorOptions, knowledge: Knowledge): Promise<void> {
  const articles = ofSize([...makeArticles({ ...options, count: 20_000 })].map(({ article }) => article));
  const decideAll = async (entries: readonly SeenEntry[]): Promise<void> => {
    const index = new MemorySeenIndex();
    for (let at = 0; at < entries.length; at += CHUNK) await settleAll(entries.slice(at, at + CHUNK), index);
  };
  await decideAll(entriesOf(articles, knowledge));
  const start = process.cpuUsage();
  const printed = entriesOf(articles, knowledge);
  const half = process.cpuUsage(start);
  await decideAll(printed);
  const whole = process.cpuUsage(start);
  const each = ({ user, system }: NodeJS.CpuUsage): string =>
    ((user + system) / 1000 / articles.length).toFixed(3);
  const bytes = articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / articles.length;
  console.log(`repeats/cost: ${articles.length} articles of ${Math.round(bytes)} bytes`);
  console.log(`  words, names, shingles, signature   ${each(half)} ms CPU an article`);
  console.log(`  the same with candidates and verdict ${each(whole)} ms CPU an article (target 0.4)`);
}

/** Redis memory an article, from what the server says before and after; each article new. */
export async function measureRedis(options: GeneratorOptions, knowledge: Knowledge): Promise<void> {
  await withRedis(async (redis) => {
    const made = makeArticles({ ...options, count: 40_000, repeats: 0 });
    const entries = entriesOf(ofSize([...made].map(({ article }) => article)), knowledge);
    const index = new RedisSeenIndex(redis);
    const before = await usedMemory(redis);
    const cpu = process.cpuUsage();
    const server = await serverCpu(redis);
    const start = performance.now();
    for (let at = 0; at < entries.length; at += CHUNK) await settleAll(entries.slice(at, at + CHUNK), index);
    const ms = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    const each = (figure: number): string => (figure / entries.length).toFixed(3);
    console.log(`repeats/redis: ${entries.length} new articles of about 4 KB in chunks of ${CHUNK}`);
    console.log(
      `  memory ${Math.round(((await usedMemory(redis)) - before) / entries.length)} bytes an article (target 4096)`,
    );
    console.log(
      `  ${each(ms)} ms an article, ${each((user + system) / 1000)} ms CPU here, ${each((await serverCpu(redis)) - server)} ms CPU in Redis`,
    );
  });
}

/** Time of a chunk with 10,000 articles in the index and with `size`; the articles are made of random words. */
export async function measureGrowth(size: number): Promise<void> {
  await withRedis(async (redis) => {
    const chance = new Chance(11);
    const index = new RedisSeenIndex(redis);
    await fill(index, chance, 10_000);
    const small = await costOfChunks(redis, index, chance);
    await fill(index, chance, size - 10_000);
    const large = await costOfChunks(redis, index, chance);
    const line = ({ wall, cpu }: Cost): string =>
      `${wall.toFixed(3)} ms, ${cpu.toFixed(3)} ms CPU on both sides`;
    console.log(`repeats/growth: an article with 10,000 in the index ${line(small)}`);
    console.log(`  with ${size} ${line(large)}`);
    console.log(
      `  ${(large.wall / small.wall).toFixed(2)} times the time, ${(large.cpu / small.cpu).toFixed(2)} times the CPU (target 1.3)`,
    );
    console.log(`  ${Math.round((await usedMemory(redis)) / 1e6)} MB in Redis`);
  });
}

function entriesOf(articles: readonly RawArticle[], { gazetteer }: Knowledge): SeenEntry[] {
  return articles.map((article) => seenEntryOf(article, [], (tokens) => placeNameTokens(tokens, gazetteer)));
}

/** Those that are near 4 KB. */
function ofSize(articles: readonly RawArticle[]): RawArticle[] {
  return articles.filter(({ text }) => Math.abs(Buffer.byteLength(text) - SIZE) < SIZE / 4);
}

async function fill(index: SeenIndex, chance: Chance, count: number): Promise<void> {
  for (let done = 0; done < count; done += CHUNK * 4) {
    await index.register(
      Array.from({ length: Math.min(CHUNK * 4, count - done) }, () => randomEntry(chance, 40)),
    );
  }
}

interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

/** Of many chunks of 4 KB articles: the middle time and all CPU, here and in the server, in ms an article. */
async function costOfChunks(redis: RedisClient, index: SeenIndex, chance: Chance): Promise<Cost> {
  const chunks = Array.from({ length: 60 }, () =>
    Array.from({ length: CHUNK }, () => randomEntry(chance, 380)),
  );
  const times: number[] = [];
  const here = process.cpuUsage();
  const there = await serverCpu(redis);
  for (const chunk of chunks) {
    const start = performance.now();
    await settleAll(chunk, index);
    times.push((performance.now() - start) / CHUNK);
  }
  const { user, system } = process.cpuUsage(here);
  const cpu = ((user + system) / 1000 + (await serverCpu(redis)) - there) / (chunks.length * CHUNK);
  return { wall: times.sort((a, b) => a - b)[times.length / 2] as number, cpu };
}

function randomEntry(chance: Chance, length: number): SeenEntry {
  const words: WordPrint = Uint32Array.from({ length }, () => chance.between(0, 2 ** 24 - 1));
  const id = Array.from({ length: 4 }, () =>
    chance
      .between(0, 2 ** 32 - 1)
      .toString(16)
      .padStart(8, '0'),
  ).join('');
  return {
    id,
    words,
    titleWords: 0,
    footerWords: 0,
    wholeText: chance.between(1, 2 ** 32 - 1),
    source: chance.between(1, 500),
    day: 16_000,
    dayTold: true,
    minute: 1_440,
    receivedAt: 0,
    file: 0,
    urlKey: 0,
    pathKey: chance.between(1, 2 ** 32 - 1),
    keys: bucketKeys(words),
  };
}

async function withRedis(run: (redis: RedisClient) => Promise<void>): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'nashra-bench-'));
  const socket = join(dir, 'redis.sock');
  const child = spawnRedis({ dir, listen: { socket }, persistent: false });
  const redis = connectRedis(`unix://${socket}`, { patience: 'endless' });
  redis.on('error', () => {});
  try {
    await redis.ping();
    await run(redis);
  } finally {
    redis.disconnect();
    if (child.pid !== undefined) await stopRedis(child.pid);
    rmSync(dir, { recursive: true, force: true });
  }
}

async function usedMemory(redis: RedisClient): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1]);
}

/** CPU that the server used, in ms. */
async function serverCpu(redis: RedisClient): Promise<number> {
  const info = await redis.info('cpu');
  const part = (name: string): number => Number(new RegExp(`${name}:([\\d.]+)`).exec(info)?.[1]) * 1000;
  return part('used_cpu_user') + part('used_cpu_sys');
}
