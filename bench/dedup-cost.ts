/** What telling repeats costs: CPU an article, Redis memory an article, and time with a full index. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NAME, NUMBER, PLAIN } from '../src/arabic/likeness/word-facts.ts';
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
const ROUNDS = 9;

/**
 * CPU an article of 4 KB, warm: printing and signature alone, then with the decision, in one process. The middle of
 * several rounds over articles as they come out of a queue.
 */
export async function measureCost(options: GeneratorOptions, knowledge: Knowledge): Promise<void> {
  const made = [...makeArticles({ ...options, count: 20_000 })].map(({ article }) => article);
  const articles = JSON.parse(JSON.stringify(ofSize(made))) as RawArticle[];
  const printing: number[] = [];
  const deciding: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const index = new MemorySeenIndex();
    const start = process.cpuUsage();
    const entries = entriesOf(articles, knowledge);
    const printed = cpuSince(start);
    for (let at = 0; at < entries.length; at += CHUNK) await settleAll(entries.slice(at, at + CHUNK), index);
    if (round === 0) continue;
    printing.push(printed / articles.length);
    deciding.push(cpuSince(start) / articles.length);
  }
  const bytes = articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / articles.length;
  console.log(`repeats/cost: ${articles.length} articles of ${Math.round(bytes)} bytes, ${ROUNDS} rounds`);
  console.log(`  words, names, shingles, signature   ${middle(printing).toFixed(3)} ms CPU an article`);
  console.log(
    `  the same with candidates and verdict ${middle(deciding).toFixed(3)} ms CPU an article (target 0.4)`,
  );
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
    const here = cpuSince(cpu);
    const each = (figure: number): string => (figure / entries.length).toFixed(3);
    console.log(`repeats/redis: ${entries.length} new articles of about 4 KB in chunks of ${CHUNK}`);
    console.log(
      `  memory ${Math.round(((await usedMemory(redis)) - before) / entries.length)} bytes an article (target 4096)`,
    );
    console.log(
      `  ${each(ms)} ms an article, ${each(here)} ms CPU here, ${each((await serverCpu(redis)) - server)} ms CPU in Redis`,
    );
  });
}

/**
 * Cost of an article of 4 KB with 10,000 articles in the index and with `size`, each in a server of its own. Both get the
 * same chunks in turn, so that what warms up or disturbs the one does so to the other. Articles are made of random words.
 */
export async function measureGrowth(size: number): Promise<void> {
  await withRedis(async (few) => {
    await withRedis(async (many) => {
      const small = new Measured(few);
      const large = new Measured(many);
      await small.fill(new Chance(11), 10_000);
      await large.fill(new Chance(12), size);
      const chance = new Chance(13);
      for (let chunk = 0; chunk < GROWTH_CHUNKS; chunk++) {
        const entries = Array.from({ length: CHUNK }, () => randomEntry(chance, 380));
        for (const one of chunk % 2 === 0 ? [small, large] : [large, small]) await one.settle(entries);
        if (chunk === GROWTH_WARM) for (const one of [small, large]) await one.reset();
      }
      const before = await small.cost();
      const after = await large.cost();
      console.log(`repeats/growth: an article with 10,000 in the index ${costLine(before)}`);
      console.log(`  with ${size} ${costLine(after)}`);
      const times = (part: keyof Cost): string => (after[part] / before[part]).toFixed(2);
      console.log(`  ${times('wall')} times the time, ${times('cpu')} times the CPU (target 1.3)`);
      console.log(`  ${Math.round((await usedMemory(many)) / 1e6)} MB in Redis`);
    });
  });
}

/** Chunks that each index gets, and those of them that count for nothing. */
const GROWTH_CHUNKS = 200;
const GROWTH_WARM = 40;

interface Cost {
  /** The middle time of a chunk, in ms an article. */
  readonly wall: number;
  /** All CPU, here and in the server, in ms an article. */
  readonly cpu: number;
  readonly here: number;
  readonly server: number;
}

function costLine({ wall, cpu, here, server }: Cost): string {
  const ms = (figure: number): string => figure.toFixed(3);
  return `${ms(wall)} ms, ${ms(cpu)} ms CPU (${ms(here)} here, ${ms(server)} in Redis)`;
}

/** One index in one server, and what its chunks cost. */
class Measured {
  private readonly redis: RedisClient;
  private readonly index: SeenIndex;
  private times: number[] = [];
  private here = 0;
  private server = 0;

  constructor(redis: RedisClient) {
    this.redis = redis;
    this.index = new RedisSeenIndex(redis);
  }

  async fill(chance: Chance, count: number): Promise<void> {
    for (let done = 0; done < count; done += CHUNK * 4) {
      await this.index.register(
        Array.from({ length: Math.min(CHUNK * 4, count - done) }, () => randomEntry(chance, 40)),
      );
    }
  }

  async settle(entries: readonly SeenEntry[]): Promise<void> {
    const cpu = process.cpuUsage();
    const start = performance.now();
    await settleAll(entries, this.index);
    this.times.push((performance.now() - start) / CHUNK);
    this.here += cpuSince(cpu);
  }

  async reset(): Promise<void> {
    this.times = [];
    this.here = 0;
    this.server = await serverCpu(this.redis);
  }

  async cost(): Promise<Cost> {
    const articles = this.times.length * CHUNK;
    const here = this.here / articles;
    const server = ((await serverCpu(this.redis)) - this.server) / articles;
    return { wall: middle(this.times), cpu: here + server, here, server };
  }
}

function entriesOf(articles: readonly RawArticle[], { gazetteer }: Knowledge): SeenEntry[] {
  return articles.map((article) => seenEntryOf(article, [], (tokens) => placeNameTokens(tokens, gazetteer)));
}

/** Those that are near 4 KB: what is taken below and above makes 4 KB on the average. */
function ofSize(articles: readonly RawArticle[]): RawArticle[] {
  const chosen: RawArticle[] = [];
  let over = 0;
  for (const article of articles) {
    const more = Buffer.byteLength(article.text) - SIZE;
    if (Math.abs(more) >= SIZE / 4 || (over > 0 && more > 0)) continue;
    over += more;
    chosen.push(article);
  }
  return chosen;
}

/** Of a hundred words of the generated articles so many are numbers and names; these make the anchors. */
const NUMBERS = 4;
const NAMES = 6;

function randomWord(chance: Chance): number {
  const kind = chance.between(1, 100);
  const told = kind <= NUMBERS ? NUMBER : kind <= NUMBERS + NAMES ? NAME : PLAIN;
  return (chance.between(0, 2 ** 21 - 1) << 3) | told;
}

function randomEntry(chance: Chance, length: number): SeenEntry {
  const words: WordPrint = Uint32Array.from({ length }, () => randomWord(chance));
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

/** CPU that this process used since `start`, in ms. */
function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function middle(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[figures.length >> 1] as number;
}

/** CPU that the server used, in ms. */
async function serverCpu(redis: RedisClient): Promise<number> {
  const info = await redis.info('cpu');
  const part = (name: string): number => Number(new RegExp(`${name}:([\\d.]+)`).exec(info)?.[1]) * 1000;
  return part('used_cpu_user') + part('used_cpu_sys');
}
