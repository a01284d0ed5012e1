/** Reads a Redis stream entry by entry, and waits at its end where asked to. */
import type { RedisClient } from './connection.ts';

export interface StreamEntry {
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
}

const BATCH = 100;
const BLOCK_MS = 5_000;

/**
 * Entries after `from` (an id, `0` for the oldest, `$` for new ones only). The connection must be the caller's own:
 * it blocks. Ends at the end of the stream unless `follow`.
 */
export async function* readStream(
  redis: RedisClient,
  key: string,
  from: string,
  follow: boolean,
): AsyncGenerator<StreamEntry> {
  let last = from === '$' ? await lastId(redis, key) : from;
  for (;;) {
    const answer = follow
      ? await redis.xread('COUNT', BATCH, 'BLOCK', BLOCK_MS, 'STREAMS', key, last)
      : await redis.xread('COUNT', BATCH, 'STREAMS', key, last);
    const entries = answer?.[0]?.[1] ?? [];
    for (const [id, flat] of entries) {
      last = id;
      yield { id, fields: fieldsOf(flat) };
    }
    if (entries.length === 0 && !follow) return;
  }
}

/** `$` would mean another place at each turn of the loop; a fixed id loses nothing between two reads. */
async function lastId(redis: RedisClient, key: string): Promise<string> {
  const [entry] = await redis.xrevrange(key, '+', '-', 'COUNT', 1);
  return entry?.[0] ?? '0';
}

function fieldsOf(flat: readonly string[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (let at = 0; at + 1 < flat.length; at += 2) fields[flat[at] as string] = flat[at + 1] as string;
  return fields;
}
