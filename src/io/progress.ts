/**
 * Which articles of a claimed file are still on their way. A ticket stands for one claimed file: `producer/number`.
 * Per ticket a set of pending articles; the worker that takes the last one out tells the file's producer. All keys of
 * a producer share a hash tag. Everything is a set write, so a job that is delivered twice changes nothing.
 */
import type { Travelling } from '../pipeline.ts';
import type { RedisClient } from './connection.ts';
import { redisScript } from './redis-script.ts';

export interface ArticleFailure {
  readonly article: string;
  readonly stage: string;
  readonly message: string;
}

export type TicketState = 'pending' | 'done' | 'unknown';

export interface Progress {
  /** Notes the articles of a file, before any of them is queued. */
  open(ticket: string, articles: readonly string[]): Promise<void>;
  /** Takes articles off their files' lists: they are through. Items without a ticket are passed over. */
  settle(items: readonly Travelling[]): Promise<void>;
  /** Takes an article off its file's list as failed. */
  fail(item: Travelling, failure: ArticleFailure): Promise<void>;
  /** Tickets of this producer whose last article is through since the last call; some may come twice. */
  takeDone(producer: string): Promise<readonly string[]>;
  /**
   * How tickets stand: the truth, where a message of {@link takeDone} was lost. `unknown` is a ticket of which the
   * server has lost all memory, as it may lose its last second in a crash.
   */
  stateOf(tickets: readonly string[]): Promise<readonly TicketState[]>;
  failuresOf(ticket: string): Promise<readonly ArticleFailure[]>;
  forget(ticket: string): Promise<void>;
}

/** A file that nobody finishes in this time is forgotten; it then lies in processing/ and is taken up again. */
const TICKET_SECONDS = 7 * 24 * 3600;

const SETTLE = redisScript(`
redis.call('SREM', KEYS[1], ARGV[1])
if ARGV[3] then
  redis.call('HSET', KEYS[3], ARGV[1], ARGV[3])
  redis.call('EXPIRE', KEYS[3], ${TICKET_SECONDS})
end
if redis.call('EXISTS', KEYS[1]) == 0 then
  redis.call('SET', KEYS[4], '1', 'EX', ${TICKET_SECONDS})
  redis.call('RPUSH', KEYS[2], ARGV[2])
  redis.call('EXPIRE', KEYS[2], ${TICKET_SECONDS})
end
return 1`);

export function createProgress(redis: RedisClient, prefix: string): Progress {
  const tag = (ticket: string) => `{${prefix}-files-${ticket.slice(0, ticket.lastIndexOf('/'))}}`;
  const pendingKey = (ticket: string) => `${tag(ticket)}:pending:${ticket}`;
  const failedKey = (ticket: string) => `${tag(ticket)}:failed:${ticket}`;
  const markKey = (ticket: string) => `${tag(ticket)}:mark:${ticket}`;
  const doneKey = (producer: string) => `{${prefix}-files-${producer}}:done`;

  const settleOne = (ticket: string, article: string, failure?: string) => {
    const done = doneKey(ticket.slice(0, ticket.lastIndexOf('/')));
    const args = failure === undefined ? [article, ticket] : [article, ticket, failure];
    return SETTLE.run(redis, [pendingKey(ticket), done, failedKey(ticket), markKey(ticket)], args);
  };

  return {
    async open(ticket, articles) {
      const key = pendingKey(ticket);
      for (let from = 0; from < articles.length; from += 5_000) {
        await redis.sadd(key, ...articles.slice(from, from + 5_000));
      }
      await redis.expire(key, TICKET_SECONDS);
    },
    async settle(items) {
      await Promise.all(
        items.map((item) =>
          item.ticket === null ? null : settleOne(item.ticket, item.arrivedAs ?? item.id),
        ),
      );
    },
    async fail(item, failure) {
      if (item.ticket !== null)
        await settleOne(item.ticket, item.arrivedAs ?? item.id, JSON.stringify(failure));
    },
    async takeDone(producer) {
      return (await redis.lpop(doneKey(producer), 1_000)) ?? [];
    },
    stateOf: (tickets) =>
      Promise.all(
        tickets.map(async (ticket) => {
          const [pending, done] = await Promise.all([
            redis.exists(pendingKey(ticket)),
            redis.exists(markKey(ticket)),
          ]);
          if (pending === 1) return 'pending';
          return done === 1 ? 'done' : 'unknown';
        }),
      ),
    async failuresOf(ticket) {
      return Object.values(await redis.hgetall(failedKey(ticket))).map((text) => JSON.parse(text));
    },
    async forget(ticket) {
      await redis.del(pendingKey(ticket), failedKey(ticket), markKey(ticket));
    },
  };
}
