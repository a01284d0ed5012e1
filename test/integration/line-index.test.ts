import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RedisLineIndex } from '../../src/io/redis-line-index.ts';
import { LEARNT_AFTER, type LineIndex, MemoryLineIndex } from '../../src/stages/dedup/clean/line-index.ts';
import { startTestRedis, type TestRedis } from './redis-server.ts';

let server: TestRedis;
let prefixes = 0;

beforeAll(async () => {
  server = await startTestRedis();
});
afterAll(() => server.stop());

const article = (at: number): string => `${at.toString(16).padStart(6, '0')}cdef0123456789`;

describe.each<[string, (now: () => number) => LineIndex]>([
  ['memory', () => new MemoryLineIndex()],
  ['Redis', (now) => new RedisLineIndex(server.connect(), { prefix: `t${++prefixes}`, now })],
])('line index in %s', (_, make) => {
  it('counts articles of a source, not sightings', async () => {
    const index = make(Date.now);
    const sighting = (source: string, at: number, lines: string[]) => ({
      source,
      article: article(at),
      lines,
    });
    expect(await index.observe([sighting('a', 1, ['x', 'y']), sighting('a', 2, ['y'])])).toEqual([
      [1, 1],
      [2],
    ]);
    expect(await index.observe([sighting('a', 1, ['x', 'y']), sighting('b', 3, ['x'])])).toEqual([
      [1, 2],
      [1],
    ]);
    expect(await index.observe([sighting('a', 4, [])])).toEqual([[]]);
  });

  it('counts far enough to learn a line', async () => {
    const index = make(Date.now);
    let last = 0;
    for (let at = 0; at < LEARNT_AFTER + 3; at++) {
      const [counts] = await index.observe([{ source: 'a', article: article(at), lines: ['x'] }]);
      last = counts?.[0] ?? 0;
    }
    expect(last).toBeGreaterThanOrEqual(LEARNT_AFTER);
  });
});

describe('line index in Redis', () => {
  it('carries a line from one stretch of days to the next and forgets it after two', async () => {
    const time = { now: Date.parse('2024-01-01T00:00:00Z') };
    const index = new RedisLineIndex(server.connect(), {
      prefix: 'days',
      memoryDays: 10,
      now: () => time.now,
    });
    const see = async (at: number) =>
      (await index.observe([{ source: 'a', article: article(at), lines: ['x'] }]))[0]?.[0];
    expect(await see(1)).toBe(1);
    time.now += 10 * 86_400_000;
    expect(await see(2)).toBe(2);
    time.now += 20 * 86_400_000;
    expect(await see(3)).toBe(1);
  });
});
