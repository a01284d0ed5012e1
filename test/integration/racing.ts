/** What races need: clients that do not go in step, and texts that only one round tells. */
import { Chance } from '../../bench/random.ts';
import type { RedisClient } from '../../src/io/connection.ts';
import { BULLETIN } from '../stages/dedup/entries.ts';

/**
 * A connection that stands still now and then for some round trips, and everything behind it waits, as when its process
 * is held up. Without this the clients of one process go in step, all write before any reads, and an index that takes
 * its ticket before it writes passes.
 */
export function unevenly(redis: RedisClient, seed: number): RedisClient {
  const chance = new Chance(seed);
  const call = redis.callBuffer.bind(redis) as (...args: unknown[]) => Promise<unknown>;
  const standStill = async (): Promise<void> => {
    for (let left = chance.between(5, 15); left > 0; left--) await redis.ping();
  };
  let free = Promise.resolve();
  redis.callBuffer = (async (...args: unknown[]) => {
    if (chance.next() < 0.05) free = free.then(standStill);
    await free;
    return call(...args);
  }) as typeof redis.callBuffer;
  return redis;
}

/** A bulletin of its own for every round: each word carries the round's mark. */
export function bulletin(round: number): string {
  return BULLETIN.replace(
    /\S{4,}/gu,
    (word) => `${word}${round % 7}${String.fromCharCode(0x628 + (round % 20))}${word.length + round}`,
  );
}
