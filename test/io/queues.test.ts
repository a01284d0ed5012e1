import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadInputError, OutsideError, SetupError } from '../../src/errors.ts';
import { consequenceOf } from '../../src/io/consequence.ts';
import {
  backoffMs,
  chunksOf,
  jobId,
  MAX_ATTEMPTS,
  MAX_CHUNK_BYTES,
  MAX_CHUNK_ITEMS,
  sizeOf,
} from '../../src/io/queues.ts';

const items = fc.array(
  fc.record({ id: fc.string(), ticket: fc.constant(null), text: fc.nat(150_000).map((n) => 'x'.repeat(n)) }),
  { maxLength: 30 },
);

test('chunks keep all items in order and hold to both limits', () => {
  fc.assert(
    fc.property(items, (all) => {
      const chunks = chunksOf(all);
      expect(chunks.flat()).toEqual(all);
      for (const chunk of chunks) {
        expect(chunk.length).toBeGreaterThan(0);
        expect(chunk.length).toBeLessThanOrEqual(MAX_CHUNK_ITEMS);
        const bytes = chunk.reduce<number>((sum, item) => sum + sizeOf(item), 0);
        expect(chunk.length === 1 || bytes <= MAX_CHUNK_BYTES).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});

test('small items fill a chunk to its count', () => {
  const all = Array.from({ length: 101 }, (_, n) => ({ id: String(n), ticket: null, text: 'نص' }));
  expect(chunksOf(all).map((chunk) => chunk.length)).toEqual([50, 50, 1]);
});

test('a job’s id tells reason, articles and tickets apart, and holds no colon', () => {
  const one = { id: 'a', ticket: 't/1' };
  const ids = [
    jobId('intake', [one]),
    jobId('single', [one]),
    jobId('intake', [one, one]),
    jobId('intake', [{ ...one, ticket: 't/2' }]),
    jobId('intake', [{ ...one, id: 'b' }]),
  ];
  expect(new Set(ids).size).toBe(ids.length);
  expect(jobId('intake', [one])).toBe(ids[0]);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
});

describe('what follows from an error', () => {
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  test.each([
    [new BadInputError('a.txt', 'no good'), 1, 'park'],
    [new SetupError('no pack'), 1, 'retry'],
    [new OutsideError('gone'), 1, 'retry'],
    [new OutsideError('gone'), MAX_ATTEMPTS - 1, 'retry'],
    [new OutsideError('gone'), MAX_ATTEMPTS, 'park'],
    [refused, 5, 'retry'],
    [new TypeError('a fault'), 2, 'retry'],
    [new TypeError('a fault'), 3, 'park'],
  ] as const)('%s, attempt %i: %s', (error, attempt, consequence) => {
    expect(consequenceOf(error, attempt)).toBe(consequence);
  });

  test('the back-off grows and is capped', () => {
    expect([1, 2, 3, 7, 20].map(backoffMs)).toEqual([500, 1_000, 2_000, 30_000, 30_000]);
  });
});
