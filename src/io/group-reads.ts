/** What a consumer group reads from a Redis stream. */
import type { RedisClient } from '../io/connection.ts';
import { compareIds } from '../io/stream-batches.ts';

const BATCH = 64;
const BLOCK_MS = 500;

/** Fields null where the entry was trimmed away while it was in hand. */
export type Entry = readonly [id: string, fields: readonly string[] | null];

/** Creates the group at the beginning of the stream unless it is there. */
export async function createGroup(redis: RedisClient, stream: string, group: string): Promise<void> {
  try {
    await redis.xgroup('CREATE', stream, group, '0', 'MKSTREAM');
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('BUSYGROUP'))) throw error;
  }
}

/** True where the stream no longer reaches back to what the group read last. */
export async function fellBehind(redis: RedisClient, stream: string, group: string): Promise<boolean> {
  const groups = (await redis.xinfo('GROUPS', stream)) as unknown[][];
  const own = groups.map(fieldsOf).find((fields) => fields.name === group);
  const last = String(own?.['last-delivered-id'] ?? '0-0');
  const [first] = await redis.xrange(stream, '-', '+', 'COUNT', 1);
  if (!first) return false;
  if (last !== '0-0') return compareIds(first[0], last) > 0;
  const info = fieldsOf((await redis.xinfo('STREAM', stream)) as unknown[]);
  return Number(info['entries-added'] ?? 0) > Number(info.length ?? 0);
}

function fieldsOf(flat: readonly unknown[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (let at = 0; at + 1 < flat.length; at += 2) fields[String(flat[at])] = flat[at + 1];
  return fields;
}

/** What this consumer had in hand when it last ended. */
export async function pendingOf(
  redis: RedisClient,
  stream: string,
  group: string,
  consumer: string,
): Promise<Entry[]> {
  const all: Entry[] = [];
  for (let from = '0'; ; ) {
    const answer = (await redis.xreadgroup(
      'GROUP',
      group,
      consumer,
      'COUNT',
      BATCH,
      'STREAMS',
      stream,
      from,
    )) as [string, Entry[]][] | null;
    const entries = answer?.[0]?.[1] ?? [];
    if (entries.length === 0) return all;
    all.push(...entries);
    from = entries.at(-1)?.[0] ?? from;
  }
}

/** Entries that no consumer of the group has had; waits for some unless `untilEnd`. */
export async function readNew(
  redis: RedisClient,
  stream: string,
  group: string,
  consumer: string,
  untilEnd: boolean,
): Promise<Entry[]> {
  const answer = (
    untilEnd
      ? await redis.xreadgroup('GROUP', group, consumer, 'COUNT', BATCH, 'STREAMS', stream, '>')
      : await redis.xreadgroup(
          'GROUP',
          group,
          consumer,
          'COUNT',
          BATCH,
          'BLOCK',
          BLOCK_MS,
          'STREAMS',
          stream,
          '>',
        )
  ) as [string, Entry[]][] | null;
  return answer?.[0]?.[1] ?? [];
}

/** Entries of consumers that have not answered for `after` milliseconds, now ours. */
export async function takeOver(
  redis: RedisClient,
  stream: string,
  group: string,
  consumer: string,
  after: number,
): Promise<Entry[]> {
  const taken: Entry[] = [];
  for (let from = '0-0'; ; ) {
    const [next, entries] = (await redis.xautoclaim(
      stream,
      group,
      consumer,
      after,
      from,
      'COUNT',
      BATCH,
    )) as [string, Entry[]];
    taken.push(...entries);
    if (next === '0-0') return taken;
    from = next;
  }
}
