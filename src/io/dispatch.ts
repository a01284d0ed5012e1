/**
 * Sends the articles of files to the first queue and tells when a file's last article is through. Articles of many
 * small files share a job; a lone article leaves after 50 ms. Above the high-water mark nothing more is taken in.
 */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { Logger } from '../logger.ts';
import type { RawArticle } from '../model/article.ts';
import type { RedisClient } from './connection.ts';
import type { ArticleFailure, Progress, TicketState } from './progress.ts';
import { backlog, enqueue, MAX_CHUNK_BYTES, MAX_CHUNK_ITEMS, type Queues, sizeOf } from './queues.ts';

/** What became of a file's articles. */
export interface Delivery {
  readonly articles: number;
  /** The server forgot them, as it may forget its last second in a crash: they must be sent again. */
  readonly lost: boolean;
  readonly failures: readonly ArticleFailure[];
}

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
/** Messages of finished files can be lost with a crashed worker; the sets themselves are asked this often. */
const TRUTH_MS = 3_000;
const TRUTH_TICKETS = 1_000;
const LEASE_SECONDS = 15;

interface Open {
  readonly articles: number;
  readonly bytes: number;
  readonly at: number;
  readonly finish: (delivery: Delivery) => void;
}

/**
 * A producer's name: machine, process, start of the process, and a word of its own. By it another producer on the same
 * machine can tell whether it still runs.
 */
export function producerName(): string {
  return `${processName()}.${randomBytes(3).toString('hex')}`;
}

/** The part of a producer's name that all producers of this process share. */
export function processName(): string {
  const host = hostname()
    .replace(/[^\w-]/g, '-')
    .slice(0, 40);
  return `${host}.${process.pid}.${Math.round(performance.timeOrigin).toString(36)}`;
}

export function leaseKey(prefix: string, producer: string): string {
  return `{${prefix}-files-${producer}}:alive`;
}

export function createDispatch(options: DispatchOptions): Dispatch {
  const { redis, queues, progress, logger, prefix } = options;
  const producer = producerName();
  const open = new Map<string, Open>();
  const buffer: { article: RawArticle; sent: () => void; failed: (error: Error) => void }[] = [];
  let buffered = 0;
  let bytesOut = 0;
  let serial = 0;
  let lingering: NodeJS.Timeout | null = null;
  let flushing: Promise<void> = Promise.resolve();
  let waitingJobs = { count: 0, at: 0, above: false };

  const flush = () => {
    if (lingering) clearTimeout(lingering);
    lingering = null;
    const batch = buffer.splice(0);
    buffered = 0;
    if (batch.length === 0) return;
    flushing = flushing.then(async () => {
      try {
        await enqueue(
          queues.articles,
          batch.map(({ article }) => article),
          'intake',
        );
        for (const { sent } of batch) sent();
      } catch (error) {
        for (const { failed } of batch) failed(error as Error);
      }
    });
  };

  const put = (article: RawArticle): Promise<void> =>
    new Promise((sent, failed) => {
      buffer.push({ article, sent, failed });
      buffered += sizeOf(article);
      if (buffer.length >= MAX_CHUNK_ITEMS || buffered >= MAX_CHUNK_BYTES) flush();
      else lingering ??= setTimeout(flush, LINGER_MS);
    });

  const finish = async (tickets: readonly string[], lost = false) => {
    for (const ticket of tickets) {
      const entry = open.get(ticket);
      if (!entry) continue;
      const failures = await progress.failuresOf(ticket);
      await progress.forget(ticket);
      open.delete(ticket);
      bytesOut -= entry.bytes;
      entry.finish({ articles: entry.articles, lost, failures });
    }
  };

  let askedAt = Date.now();
  const look = async () => {
    if (open.size === 0) return;
    await finish(await progress.takeDone(producer));
    if (Date.now() - askedAt < TRUTH_MS) return;
    askedAt = Date.now();
    const old = [...open].filter(([, { at }]) => askedAt - at > TRUTH_MS).map(([ticket]) => ticket);
    const asked = old.slice(0, TRUTH_TICKETS);
    const states = await progress.stateOf(asked);
    const inState = (state: TicketState) => asked.filter((_, index) => states[index] === state);
    await finish(inState('done'));
    await finish(inState('unknown'), true);
    await findStranded(inState('pending'));
  };

  /** Articles that are pending while nothing is on its way, twice in a row, are in no queue: the server lost the job. */
  const findStranded = async (pending: readonly string[]) => {
    const quiet = pending.length > 0 && (await backlog(queues)) === 0;
    await finish(quiet ? pending.filter((ticket) => quietBefore.has(ticket)) : [], true);
    quietBefore = new Set(quiet ? pending : []);
  };
  let quietBefore: ReadonlySet<string> = new Set();
  const lease = () => redis.set(leaseKey(prefix, producer), '1', 'EX', LEASE_SECONDS);

  const stopLooking = repeat(look, POLL_MS, (err) => logger.warn({ err }, 'cannot see which files are done'));
  const stopLease = repeat(lease, (LEASE_SECONDS * 1_000) / 3, (err) =>
    logger.warn({ err }, 'lease not renewed'),
  );

  return {
    producer,
    newTicket: () => `${producer}/${(serial++).toString(36)}`,
    send(ticket, articles) {
      const bytes = articles.reduce((sum, article) => sum + sizeOf(article), 0);
      bytesOut += bytes;
      let finished: (delivery: Delivery) => void = () => {};
      const done = new Promise<Delivery>((resolve) => {
        finished = resolve;
      });
      const ids = [...new Set(articles.map(({ id }) => id))];
      const accepted = progress.open(ticket, ids).then(async () => {
        open.set(ticket, { articles: articles.length, bytes, at: Date.now(), finish: finished });
        await Promise.all(articles.map(put));
      });
      return { accepted, done };
    },
    async room() {
      for (;;) {
        if (Date.now() - waitingJobs.at > 200) {
          const count = await backlog(queues);
          const mark = waitingJobs.above ? options.highWaterJobs / 2 : options.highWaterJobs;
          waitingJobs = { count, at: Date.now(), above: count > mark };
        }
        if (!waitingJobs.above && bytesOut <= options.highWaterBytes) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async close() {
      flush();
      await flushing;
      await Promise.all([stopLooking(), stopLease()]);
      await redis.del(leaseKey(prefix, producer)).catch(() => 0);
    },
  };
}

/** Runs `work` again and again with a pause between, until the answer is called. */
function repeat(
  work: () => Promise<unknown>,
  ms: number,
  trouble: (error: unknown) => void,
): () => Promise<void> {
  let stopped = false;
  let wake: () => void = () => {};
  const loop = async () => {
    while (!stopped) {
      await work().catch((error) => {
        if (!stopped) trouble(error);
      });
      if (stopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const running = loop();
  return async () => {
    stopped = true;
    wake();
    await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 300).unref())]);
  };
}
