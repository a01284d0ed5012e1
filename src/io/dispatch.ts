/**
 * Sends the articles of files to the first queue and tells when a file's last article is through. Articles of many
 * small files share a job; a lone article leaves after 50 ms. Above the high-water mark nothing more is taken in.
 */
import type { Logger } from '../logger.ts';
import type { RawArticle } from '../model/article.ts';
import type { RedisClient } from './connection.ts';
import { createOpenFiles, type Delivery } from './open-files.ts';
import { LEASE_SECONDS, leaseKey, producerName } from './producer-name.ts';
import type { Progress } from './progress.ts';
import {
  backlog,
  enqueue,
  MAX_CHUNK_BYTES,
  MAX_CHUNK_ITEMS,
  type Queues,
  type StageQueue,
  sizeOf,
} from './queues.ts';
import { repeat } from './repeat.ts';

export interface Sent {
  /** Resolves when the articles are safe in the queue. */
  readonly accepted: Promise<void>;
  /** Resolves when the last article is through all stages, or has failed for good. */
  readonly done: Promise<Delivery>;
}

export interface Dispatch {
  /** Names this producer; its claims and tickets carry it. */
  readonly producer: string;
  newTicket(): string;
  /** Sends all articles of one ticket. */
  send(ticket: string, articles: readonly RawArticle[]): Sent;
  /** Resolves when there is room for more. */
  room(): Promise<void>;
  /** Sends what is buffered and stops watching; unfinished `done` promises stay open. */
  close(): Promise<void>;
}

export interface DispatchOptions {
  readonly redis: RedisClient;
  readonly queues: Queues;
  readonly progress: Progress;
  readonly logger: Logger;
  readonly prefix: string;
  readonly highWaterJobs: number;
  readonly highWaterBytes: number;
}

const LINGER_MS = 50;
const POLL_MS = 50;
/** How long a count of the backlog is believed. */
const COUNT_MS = 200;

export function createDispatch(options: DispatchOptions): Dispatch {
  const { redis, queues, progress, logger, prefix } = options;
  const producer = producerName();
  const files = createOpenFiles(producer, progress, queues);
  const buffer = createBuffer(queues.articles);
  const lease = () => redis.set(leaseKey(prefix, producer), '1', 'EX', LEASE_SECONDS);
  const repeating = [
    repeat(files.look, POLL_MS, (err) => logger.warn({ err }, 'cannot see which files are done')),
    repeat(lease, (LEASE_SECONDS * 1_000) / 3, (err) => logger.warn({ err }, 'lease not renewed')),
  ];
  let serial = 0;
  let waiting = { at: 0, above: false };

  const isAbove = async () => {
    if (Date.now() - waiting.at > COUNT_MS) {
      // Once above the mark, it is full until half of it is worked off.
      const mark = waiting.above ? options.highWaterJobs / 2 : options.highWaterJobs;
      waiting = { at: Date.now(), above: (await backlog(queues)) > mark };
    }
    return waiting.above || files.bytes() > options.highWaterBytes;
  };

  return {
    producer,
    newTicket: () => `${producer}/${(serial++).toString(36)}`,
    send(ticket, articles) {
      const bytes = articles.reduce((sum, article) => sum + sizeOf(article), 0);
      const done = files.add(ticket, articles.length, bytes);
      const ids = [...new Set(articles.map(({ id }) => id))];
      const accepted = progress.open(ticket, ids).then(async () => {
        await Promise.all(articles.map(buffer.put));
      });
      return { accepted, done };
    },
    async room() {
      while (await isAbove()) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    },
    async close() {
      await buffer.flush();
      await Promise.all(repeating.map(({ stop }) => stop()));
      await redis.del(leaseKey(prefix, producer)).catch(() => 0);
    },
  };
}

interface Buffer {
  /** Resolves when the article is in the queue. */
  put(article: RawArticle): Promise<void>;
  /** Sends what waits; resolves when it is in the queue. */
  flush(): Promise<void>;
}

/** Gathers articles into chunks: a full one leaves at once, any other after {@link LINGER_MS}. */
function createBuffer(queue: StageQueue): Buffer {
  const waiting: { article: RawArticle; sent: () => void; failed: (error: unknown) => void }[] = [];
  let bytes = 0;
  let lingering: NodeJS.Timeout | null = null;
  let flushing: Promise<void> = Promise.resolve();

  const flush = () => {
    if (lingering) clearTimeout(lingering);
    lingering = null;
    bytes = 0;
    const batch = waiting.splice(0);
    if (batch.length > 0) flushing = flushing.then(() => send(batch));
    return flushing;
  };
  const send = async (batch: typeof waiting) => {
    try {
      const articles = batch.map(({ article }) => article);
      await enqueue(queue, articles, 'intake');
      for (const { sent } of batch) sent();
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  };
  return {
    flush,
    put: (article) =>
      new Promise((sent, failed) => {
        waiting.push({ article, sent, failed });
        bytes += sizeOf(article);
        if (waiting.length >= MAX_CHUNK_ITEMS || bytes >= MAX_CHUNK_BYTES) flush();
        else lingering ??= setTimeout(flush, LINGER_MS);
      }),
  };
}
