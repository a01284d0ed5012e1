/**
 * The section index that all workers share. The sections of one governorate and day lie under one hash tag: a hash of
 * sketches, small enough to read whole, and a hash of their words, of which only likely ones are read. Registering
 * writes, takes a ticket, then reads (see {@link RedisTickets}); a block expires as a whole.
 */
import { AlikeShelf } from '../arabic/likeness/alike-shelf.ts';
import { shinglesOf } from '../arabic/likeness/shingles.ts';
import {
  daysAround,
  MOST_ALIKE,
  type SectionEntry,
  type SectionIndex,
} from '../stages/sections/section-index.ts';
import type { RedisClient } from './connection.ts';
import { bytesToWords, wordsToBytes } from './print-bytes.ts';
import { redisScript } from './redis-script.ts';
import { RedisTickets } from './redis-tickets.ts';
import { looksAlike, sketchOf, valuesOf } from './section-sketch.ts';
import { DAY_SECONDS, Generations } from './seen-shards.ts';

export interface RedisSectionOptions {
  readonly prefix?: string;
  readonly memoryDays?: number;
  readonly now?: () => number;
}

/** Sketches of one block that are compared whole: those that the lists of their values show to share most. */
const MOST_SKETCHES = 64;
const MEMORY_DAYS = 30;

/** KEYS: sketches, words. ARGV: seconds to live, then threes of id, sketch and record; what is there stays. */
const ENTER = redisScript(`
for i = 2, #ARGV, 3 do
  if redis.call('HSETNX', KEYS[1], ARGV[i], ARGV[i + 1]) == 1 then
    redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 2])
  end
end
redis.call('EXPIRE', KEYS[1], ARGV[1])
redis.call('EXPIRE', KEYS[2], ARGV[1])
return 1
`);

/** One block as it was read: ids and sketches in the order of the ids, and where each value stands. */
interface Block {
  readonly ids: readonly string[];
  readonly sketches: readonly Buffer[];
  readonly shelf: AlikeShelf;
}

interface Candidate {
  readonly id: string;
  readonly block: string;
  readonly shared: number;
}

export class RedisSectionIndex implements SectionIndex {
  private readonly redis: RedisClient;
  private readonly prefix: string;
  private readonly generations: Generations;
  private readonly tickets: RedisTickets;

  constructor(redis: RedisClient, options: RedisSectionOptions = {}) {
    this.redis = redis;
    this.prefix = options.prefix ?? 'nashra';
    this.generations = new Generations(options.memoryDays ?? MEMORY_DAYS, options.now ?? Date.now);
    this.tickets = new RedisTickets(redis, `{${this.prefix}-section-order}`, this.generations.seconds());
  }

  async register(entries: readonly SectionEntry[]): Promise<readonly (readonly SectionEntry[])[]> {
    if (entries.length === 0) return [];
    const sketches = new Map(entries.map((entry) => [entry.id, sketchOf(shinglesOf(entry.words))]));
    await this.enter(entries, sketches);
    const tickets = await this.tickets.take(entries.map(ticketName), this.generations.all().reverse());
    const blocks = await this.readBlocks(entries);
    const articles = new Map(entries.map(({ id, article }) => [id, article]));
    const candidates = entries.map((entry) =>
      candidatesOf(entry, sketches.get(entry.id) as Buffer, blocks, articles),
    );
    const ranks = await this.ranksOf(candidates.flat());
    const records = await this.readRecords(candidates.flat());
    return entries.map((entry, at) => {
      const own = tickets[at] as number;
      const rank = (id: string): number => ranks.get(id) ?? own;
      return (candidates[at] as Candidate[])
        .filter(({ id }) => rank(id) < own)
        .map(({ id }) => records.get(id))
        .filter((found): found is SectionEntry => found !== undefined && found.article !== entry.article)
        .sort((a, b) => rank(a.id) - rank(b.id));
    });
  }

  private async enter(
    entries: readonly SectionEntry[],
    sketches: ReadonlyMap<string, Buffer>,
  ): Promise<void> {
    const blocks = new Map<string, (string | Buffer)[]>();
    for (const entry of entries) {
      for (const block of ownBlocks(entry)) {
        const args = blocks.get(block) ?? [];
        blocks.set(block, args);
        args.push(entry.id, sketches.get(entry.id) as Buffer, encode(entry));
      }
    }
    const seconds = this.generations.memoryDays * DAY_SECONDS;
    await Promise.all(
      Array.from(blocks, ([block, args]) =>
        ENTER.runBuffer(this.redis, [this.sketchKey(block), this.wordsKey(block)], [seconds, ...args]),
      ),
    );
  }

  private async readBlocks(entries: readonly SectionEntry[]): Promise<Map<string, Block>> {
    const names = [...new Set(entries.flatMap(blocksAround))];
    const blocks = new Map<string, Block>();
    await Promise.all(
      names.map(async (name) => {
        const block = await this.redis.hgetallBuffer(this.sketchKey(name));
        blocks.set(name, blockOf(Object.entries(block)));
      }),
    );
    return blocks;
  }

  private async ranksOf(candidates: readonly Candidate[]): Promise<Map<string, number>> {
    const ids = [...new Set(candidates.map(({ id }) => id))];
    const tickets = await this.tickets.read(
      ids.map((id) => Buffer.from(id)),
      this.generations.all().reverse(),
    );
    const ranks = new Map<string, number>();
    ids.forEach((id, at) => {
      const ticket = tickets[at];
      if (ticket != null) ranks.set(id, ticket);
    });
    return ranks;
  }

  private async readRecords(candidates: readonly Candidate[]): Promise<Map<string, SectionEntry>> {
    const byBlock = new Map<string, Set<string>>();
    for (const { id, block } of candidates) byBlock.set(block, (byBlock.get(block) ?? new Set()).add(id));
    const records = new Map<string, SectionEntry>();
    await Promise.all(
      Array.from(byBlock, async ([block, ids]) => {
        const list = [...ids];
        const answers = await this.redis.hmgetBuffer(this.wordsKey(block), ...list);
        list.forEach((id, at) => {
          const bytes = answers[at];
          if (bytes != null) records.set(id, decode(id, bytes));
        });
      }),
    );
    return records;
  }

  private tag(block: string): string {
    return `{${this.prefix}-sections:${block}}`;
  }

  private sketchKey(block: string): string {
    return `${this.tag(block)}:sketches`;
  }

  private wordsKey(block: string): string {
    return `${this.tag(block)}:words`;
  }
}

function ticketName({ id }: SectionEntry): Buffer {
  return Buffer.from(id);
}

function ownBlocks({ governorates, day }: SectionEntry): string[] {
  return governorates.map((governorate) => `${governorate}:${day}`);
}

function blocksAround({ governorates, day }: SectionEntry): string[] {
  return governorates.flatMap((governorate) => daysAround(day).map((other) => `${governorate}:${other}`));
}

function blockOf(entries: [string, Buffer][]): Block {
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  const shelf = new AlikeShelf();
  entries.forEach(([, sketch], at) => {
    shelf.add(at, valuesOf(sketch));
  });
  return { ids: entries.map(([id]) => id), sketches: entries.map(([, sketch]) => sketch), shelf };
}

/** `articles`: of which article the sections of this call are; those of its own are no candidates. */
function candidatesOf(
  entry: SectionEntry,
  sketch: Buffer,
  blocks: ReadonlyMap<string, Block>,
  articles: ReadonlyMap<string, string>,
): Candidate[] {
  const found = new Map<string, Candidate>();
  const alike = looksAlike(sketch);
  const values = valuesOf(sketch);
  for (const name of blocksAround(entry)) {
    const { ids, sketches, shelf } = blocks.get(name) as Block;
    const others = (at: number): boolean => articles.get(ids[at] as string) !== entry.article;
    for (const at of shelf.likest(values, MOST_SKETCHES, others)) {
      const id = ids[at] as string;
      const shared = found.has(id) ? 0 : alike(sketches[at] as Buffer);
      if (shared > 0) found.set(id, { id, block: name, shared });
    }
  }
  return [...found.values()]
    .sort((a, b) => b.shared - a.shared || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_ALIKE);
}

/** A line of text with what is not words, then the words. */
function encode({ article, day, governorates, words }: SectionEntry): Buffer {
  return Buffer.concat([Buffer.from(`${article}|${day}|${governorates.join(',')}\n`), wordsToBytes(words)]);
}

function decode(id: string, bytes: Buffer): SectionEntry {
  const end = bytes.indexOf(0x0a);
  const [article = '', day = '', governorates = ''] = bytes.toString('utf8', 0, end).split('|');
  return {
    id,
    article,
    day,
    governorates: governorates.split(','),
    words: bytesToWords(bytes.subarray(end + 1)),
  };
}
