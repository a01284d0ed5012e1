/** How the keys of the seen index spread over its shards. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHARDS, shardOfKey } from '../../src/io/seen-shards.ts';

const KEYS = 2 ** 32;

/** Share of all keys that each shard has, found by halving. */
function shares(): number[] {
  const ends = Array.from({ length: SHARDS }, (_, shard) => {
    let low = 0;
    let high = KEYS;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (shardOfKey(middle) <= shard) low = middle + 1;
      else high = middle;
    }
    return low;
  });
  return ends.map((end, shard) => (end - (ends[shard - 1] ?? 0)) / KEYS);
}

describe('shards of the seen index', () => {
  it('have every key, each in one of them, in the order of the keys', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: KEYS - 1 }),
        fc.integer({ min: 0, max: KEYS - 1 }),
        (one, other) => {
          const [low, high] = [Math.min(one, other), Math.max(one, other)];
          return shardOfKey(low) <= shardOfKey(high) && shardOfKey(high) < SHARDS && shardOfKey(low) >= 0;
        },
      ),
    );
    expect(shares().reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it('are full one after the other: each is larger than the one before by the eighth root of two', () => {
    const all = shares();
    for (let shard = 1; shard < SHARDS; shard++)
      expect((all[shard] as number) / (all[shard - 1] as number)).toBeCloseTo(2 ** (1 / SHARDS), 6);
    // The smallest doubles once more right after the largest did.
    expect(((all[0] as number) * 2) / (all[SHARDS - 1] as number)).toBeCloseTo(2 ** (1 / SHARDS), 6);
  });
});
