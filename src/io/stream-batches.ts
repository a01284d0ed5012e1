/** Summary events from the stream in batches, from a cursor on, and from the stored state where the stream was cut. */
import { type SummaryEvent, SummaryEventSchema } from '../model/summary-event.ts';
import type { RedisClient } from './connection.ts';
import { storedEvents, summaryKeys } from './redis-mention-store.ts';

export interface StreamedEvent {
  /** The entry's id on the stream: the cursor after it. */
  readonly id: string;
  readonly event: SummaryEvent;
}

export interface BatchOptions {
  readonly prefix: string;
  /** Id of the last entry that was seen; `0` for none. */
  readonly from: string;
  /** Waits at the end of the stream; without it the batches end there. */
  readonly follow: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Revision of a subject that is known already, for what must be made up after the stream was cut. */
  readonly known: (subject: string) => Promise<number>;
}

const BATCH = 200;
/** Short enough that an abort is noticed soon; the connection need not be torn down for it. */
const BLOCK_MS = 500;

/** Compares ids of stream entries: milliseconds, then sequence. */
export function compareIds(one: string, other: string): number {
  const parts = (id: string) => id.split('-').map(Number) as [number, number?];
  const [a, aSeq = 0] = parts(one);
  const [b, bSeq = 0] = parts(other);
  return a - b || aSeq - bSeq;
}

/** The event of an entry's fields. */
export function eventOf(fields: readonly string[]): SummaryEvent {
  return SummaryEventSchema.parse(JSON.parse(fields[fields.indexOf('event') + 1] ?? 'null'));
}

/** True where entries after the cursor may have been trimmed away before they were read. */
export async function wasCut(redis: RedisClient, stream: string, cursor: string): Promise<boolean> {
  const [first] = await redis.xrange(stream, '-', '+', 'COUNT', 1);
  if (!first) return false;
  if (cursor !== '0') return compareIds(first[0], cursor) > 0;
  const info = (await redis.xinfo('STREAM', stream)) as unknown[];
  const field = (name: string) => Number(info[info.indexOf(name) + 1]);
  return info.includes('entries-added') && field('entries-added') > field('length');
}

/**
 * Batches of events after the cursor, in the order of the stream. Where the stream no longer reaches back to the
 * cursor, the latest stored revisions that are not known come first, under the id `from`.
 */
export async function* streamBatches(
  redis: RedisClient,
  options: BatchOptions,
): AsyncGenerator<readonly StreamedEvent[]> {
  const { prefix, follow, signal } = options;
  const { stream } = summaryKeys(prefix);
  let cursor = options.from;
  const madeUp = new Map<string, number>();
  if (await wasCut(redis, stream, cursor)) {
    for await (const event of storedEvents(redis, {}, prefix)) {
      if (event.data.revision <= (await options.known(event.subject))) continue;
      madeUp.set(event.subject, event.data.revision);
      yield [{ id: cursor, event }];
    }
  }
  while (!signal?.aborted) {
    const answer = follow
      ? await redis.xread('COUNT', BATCH, 'BLOCK', BLOCK_MS, 'STREAMS', stream, cursor)
      : await redis.xread('COUNT', BATCH, 'STREAMS', stream, cursor);
    const entries = answer?.[0]?.[1] ?? [];
    if (entries.length === 0) {
      if (!follow) return;
      continue;
    }
    cursor = entries.at(-1)?.[0] ?? cursor;
    const events = entries.map(([id, fields]) => ({ id, event: eventOf(fields) }));
    const fresh = events.filter(({ event }) => event.data.revision > (madeUp.get(event.subject) ?? 0));
    if (fresh.length > 0) yield fresh;
  }
}
