/**
 * The mention store on Redis. Every record is a hash that scripts only join into: an article's under a tag of its own,
 * a cell's under a tag of its own, so that both spread over a Cluster. The stream is one for all consumers and lives
 * under a third tag; how a revision gets from its cell to the stream exactly once stands in docs/decisions.
 */
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { NovelArticleSchema } from '../model/article.ts';
import type { Summary } from '../model/summary.ts';
import { type SummaryEvent, summaryEvent } from '../model/summary-event.ts';
import { type CellId, cellParts } from '../stages/aggregation/cell-facts.ts';
import type {
  Claim,
  MentionStore,
  StoredSummary,
  SummaryRange,
} from '../stages/aggregation/mention-store.ts';
import type { RedisClient } from './connection.ts';
import { factFields, factsOf, pairs, recordFields, recordOf } from './mention-fields.ts';
import {
  APPEND_ONCE,
  CLAIM,
  CONFIRM_SENT,
  JOIN_FIELDS,
  RELEASE,
  STORE_REVISION,
  TOUCH,
} from './mention-scripts.ts';

export interface RedisMentionStoreOptions {
  /** First part of every key. */
  readonly prefix?: string;
  /** Shortest time between two revisions of one summary, milliseconds. */
  readonly interval?: number;
  /** How long a cell may be in hand before another worker takes it, milliseconds. */
  readonly lease?: number;
  /** Days that the record of an article is kept after it was last spoken of; 0 for ever. */
  readonly memoryDays?: number;
  /** About how many revisions the stream keeps. */
  readonly streamLength?: number;
}

/** The keys that consumers share with the store. */
export function summaryKeys(prefix = 'nashra') {
  const tag = `{${prefix}-summaries}`;
  return { stream: `${tag}:stream`, revisions: `${tag}:revisions`, index: `${tag}:index` } as const;
}

/** The key of a cell's summary: a hash with `revision` and `event`. */
export function summaryKey(cell: CellId, prefix = 'nashra'): string {
  return `${cellTag(cell, prefix)}:summary`;
}

function cellTag(cell: CellId, prefix: string): string {
  const { date, scope } = cellParts(cell);
  return `{${prefix}-cell:${date}:${scope}}`;
}

/** Day as a number for the index: 20150704. */
export function dayNumber(date: string): number {
  return Number(date.replaceAll('-', ''));
}

function daysOf({ from, to }: SummaryRange): [string | number, string | number] {
  return [from === undefined ? '-inf' : dayNumber(from), to === undefined ? '+inf' : dayNumber(to)];
}

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);
const DAY_SECONDS = 86_400;
const READ_BATCH = 64;

export function redisMentionStore(redis: RedisClient, options: RedisMentionStoreOptions = {}): MentionStore {
  const {
    prefix = 'nashra',
    interval = 200,
    lease = 15_000,
    memoryDays = 0,
    streamLength = 20_000,
  } = options;
  const keys = summaryKeys(prefix);
  const waiting = ['due', 'leased', 'settling', 'touches', 'last'].map(
    (name) => `{${prefix}-changed}:${name}`,
  );
  const keptIndex = `{${prefix}-kept}:index`;
  const keptKey = (id: string) => `{${prefix}-article:${id}}:text`;
  const factsKey = (cell: CellId) => `${cellTag(cell, prefix)}:facts`;

  async function forward(cell: CellId, revision: number, event: string): Promise<void> {
    const day = dayNumber(cellParts(cell).date);
    await APPEND_ONCE.run(
      redis,
      [keys.stream, keys.revisions, keys.index],
      [cell, revision, event, streamLength, day],
    );
    await CONFIRM_SENT.run(redis, [summaryKey(cell, prefix)], [revision]);
  }

  /** The stored summary. One that a crash kept from the stream is appended first. */
  async function latest(cell: CellId): Promise<StoredSummary | null> {
    const [revision, event, basis, changedAt, sent] = await redis.hmget(
      summaryKey(cell, prefix),
      'revision',
      'event',
      'basis',
      'changedAt',
      'sent',
    );
    if (!revision || !event || !basis) return null;
    if (sent !== revision) await forward(cell, Number(revision), event);
    const { data } = JSON.parse(event) as SummaryEvent;
    return {
      summary: data,
      basis: JSON.parse(basis) as Record<string, string>,
      changedAt: Number(changedAt),
    };
  }

  return {
    async keep(article) {
      const packed = await deflate(JSON.stringify(article));
      const key = keptKey(article.id);
      if (memoryDays > 0) await redis.set(key, packed, 'EX', memoryDays * DAY_SECONDS);
      else await redis.set(key, packed);
      await redis.zadd(keptIndex, dayNumber(article.published.date), article.id);
    },
    async *kept(range = {}) {
      for (const id of await redis.zrangebyscore(keptIndex, ...daysOf(range))) {
        const packed = await redis.getBuffer(keptKey(id));
        if (packed) yield NovelArticleSchema.parse(JSON.parse((await inflate(packed)).toString('utf8')));
        else await redis.zrem(keptIndex, id);
      }
    },
    async register(article, addition) {
      const fields = recordFields(addition);
      const answer = await JOIN_FIELDS.run(
        redis,
        [`{${prefix}-article:${article}}`],
        [memoryDays * DAY_SECONDS, '1', ...fields.flat()],
      );
      return recordOf(article, pairs(answer));
    },
    async add(cell, facts) {
      await JOIN_FIELDS.run(redis, [factsKey(cell)], [0, '0', ...factFields(facts).flat()]);
    },
    async read(cell) {
      return factsOf(Object.entries(await redis.hgetall(factsKey(cell))));
    },
    async touch(cells, now) {
      if (cells.length > 0) await TOUCH.run(redis, waiting, [now, interval, ...cells]);
    },
    async claim(now, limit, all = false) {
      const answer = await CLAIM.run(redis, waiting, [now, limit, now + lease, all ? '1' : '0', interval]);
      return pairs(answer).map(([cell, token]) => ({ cell, token }));
    },
    async release({ cell, token }: Claim, now, settleAt) {
      const [touches = '0', until = '0'] = token.split(':');
      await RELEASE.run(redis, waiting, [cell, touches, until, now, settleAt ?? '', interval]);
    },
    latest,
    async publish(cell, stored, now, rest = 0) {
      const { summary, basis, changedAt } = stored;
      const event = JSON.stringify(summaryEvent(summary, new Date(now).toISOString()));
      const args = [summary.revision, event, JSON.stringify(basis), changedAt];
      const stores = await STORE_REVISION.run(redis, [summaryKey(cell, prefix)], args);
      if (stores !== 1) return false;
      await redis.zadd(waiting[4] as string, now + rest, cell);
      await forward(cell, summary.revision, event);
      return true;
    },
    summaries: (range) => storedSummaries(redis, range, prefix),
    async pending() {
      const [due, leased] = await Promise.all(waiting.slice(0, 2).map((key) => redis.zcard(key)));
      return (due ?? 0) + (leased ?? 0);
    },
    async nextDue(now) {
      const heads = await Promise.all(
        waiting.slice(0, 3).map((key) => redis.zrange(key, 0, '0', 'WITHSCORES')),
      );
      const times = heads.flatMap(([, score]) => (score === undefined ? [] : [Number(score)]));
      return times.length === 0 ? null : Math.max(0, Math.min(...times) - now);
    },
  };
}

/** The latest events of a range, by day and then governorate. */
export async function* storedEvents(
  redis: RedisClient,
  range: SummaryRange = {},
  prefix = 'nashra',
): AsyncGenerator<SummaryEvent> {
  const all = await redis.zrangebyscore(summaryKeys(prefix).index, ...daysOf(range));
  const cells = all
    .filter((cell) => range.governorate === undefined || cellParts(cell).scope === range.governorate)
    .sort();
  for (let at = 0; at < cells.length; at += READ_BATCH) {
    const batch = cells.slice(at, at + READ_BATCH);
    const events = await Promise.all(batch.map((cell) => redis.hget(summaryKey(cell, prefix), 'event')));
    for (const event of events) if (event) yield JSON.parse(event) as SummaryEvent;
  }
}

async function* storedSummaries(
  redis: RedisClient,
  range: SummaryRange | undefined,
  prefix: string,
): AsyncGenerator<Summary> {
  for await (const event of storedEvents(redis, range, prefix)) yield event.data;
}
