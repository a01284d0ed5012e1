/** Several aggregation workers and publishers on one Redis, each with a connection of its own. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RedisClient } from '../../src/io/connection.ts';
import { STORE_REVISION } from '../../src/io/mention-scripts.ts';
import { redisMentionStore, summaryKey, summaryKeys } from '../../src/io/redis-mention-store.ts';
import type { Contribution } from '../../src/model/article.ts';
import { summaryEvent } from '../../src/model/summary-event.ts';
import { aggregationStage } from '../../src/stages/aggregation/aggregation-stage.ts';
import { nextRevision, publishAll, publishDue } from '../../src/stages/aggregation/publish.ts';
import { summarise } from '../../src/stages/aggregation/summarise.ts';
import { KNOWLEDGE } from '../stages/aggregation/invented.ts';
import { line } from '../stages/aggregation/run-days.ts';
import { STOCK } from '../stages/aggregation/stock.ts';
import { startTestRedis, type TestRedis, until } from './redis-server.ts';

const WORKERS = 4;
const CELL = '2015-07-04/SY02';
let server: TestRedis;
let clients: readonly RedisClient[];
let rounds = 0;

beforeAll(async () => {
  server = await startTestRedis();
  clients = Array.from({ length: WORKERS }, () => server.connect());
});
afterAll(() => server.stop());

function portsOf(redis: RedisClient, prefix: string) {
  return { mentionStore: redisMentionStore(redis, { prefix, interval: 0 }), summaryKnowledge: KNOWLEDGE };
}

/** Deals the items out to the workers, which run beside each other, each publishing as it goes. */
async function deal(items: readonly Contribution[], prefix: string): Promise<void> {
  await Promise.all(
    clients.map(async (redis, worker) => {
      const ports = portsOf(redis, prefix);
      for (const item of items.filter((_, index) => index % WORKERS === worker)) {
        const [result] = await aggregationStage.run([item], ports);
        if (result?.kind === 'fail') throw result.error;
        await publishDue(ports, Date.now(), { settleAfter: null });
      }
    }),
  );
}

async function streamIds(prefix: string): Promise<string[]> {
  const entries = await (clients[0] as RedisClient).xrange(summaryKeys(prefix).stream, '-', '+');
  return entries.map(([, fields]) => `${fields[1]}/${fields[3]}`);
}

/** Every subject's revisions on the stream are 1, 2, 3 … */
function expectGapless(ids: readonly string[]): void {
  const counts = new Map<string, number>();
  for (const id of ids) {
    const slash = id.lastIndexOf('/');
    const subject = id.slice(0, slash);
    counts.set(subject, (counts.get(subject) ?? 0) + 1);
    expect(Number(id.slice(slash + 1))).toBe(counts.get(subject));
  }
  expect([...counts.keys()].sort()).toEqual(['2015-07-04/SY', CELL, '2015-07-04/SY03']);
}

describe('four aggregation workers on one Redis', () => {
  it('end in the same bytes as one process, with every revision on the stream once and in order', async () => {
    const one = line();
    await one.add(STOCK);
    const expected = await one.contents();
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...STOCK], { minLength: STOCK.length }),
        fc.array(fc.constantFrom(...STOCK), { maxLength: 6 }),
        async (order, again) => {
          const prefix = `workers${rounds++}`;
          await deal([...order, ...again], prefix);
          const ports = portsOf(clients[0] as RedisClient, prefix);
          await publishAll(ports, Date.now, { settleAfter: null });
          expect(await line(ports.mentionStore).contents()).toBe(expected);
          expectGapless(await streamIds(prefix));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('end in the same bytes though workers are killed at random points', async () => {
    const one = line();
    await one.add(STOCK);
    const prefix = `workers${rounds++}`;
    const child = fileURLToPath(new URL('aggregation-child.ts', import.meta.url));
    const start = (seed: number) =>
      spawn(process.execPath, ['--import', 'tsx', child, server.url, prefix, String(seed)], {
        stdio: 'inherit',
      });
    const redis = clients[0] as RedisClient;
    for (let round = 0; round < 4; round++) {
      const workers = [start(round), start(round + 3)];
      const ended = workers.map((worker) => new Promise((resolve) => worker.once('exit', resolve)));
      const commands = async () =>
        Number(/total_commands_processed:(\d+)/.exec(await redis.info('stats'))?.[1]);
      const target = (await commands()) + 300 + Math.ceil(Math.random() * 3_000);
      await until('the workers got on', async () => (await commands()) >= target);
      for (const worker of workers) worker.kill('SIGKILL');
      await Promise.all(ended);
    }
    const ports = portsOf(redis, prefix);
    await aggregationStage.run(STOCK, ports);
    await publishAll(ports, Date.now, { settleAfter: null });
    expect(await line(ports.mentionStore).contents()).toBe(await one.contents());
    expectGapless(await streamIds(prefix));
  });

  it('append a revision that a crash left in its cell before the next one', async () => {
    const prefix = `workers${rounds++}`;
    const redis = clients[0] as RedisClient;
    const ports = portsOf(redis, prefix);
    await aggregationStage.run(STOCK.slice(0, 1), ports);
    // A publisher stores the first revision and dies before it gets to the stream, with the cell in hand.
    const first = summarise(CELL, await ports.mentionStore.read(CELL), KNOWLEDGE);
    const stored = nextRevision(null, first, 0, null);
    if (!stored) throw new Error('nothing to publish');
    const event = JSON.stringify(summaryEvent(stored.summary, '2026-01-01T00:00:00.000Z'));
    const args = [1, event, JSON.stringify(stored.basis), 0];
    expect(await STORE_REVISION.run(redis, [summaryKey(CELL, prefix)], args)).toBe(1);
    expect(await streamIds(prefix)).toEqual([]);
    await aggregationStage.run(STOCK.slice(3, 4), ports);
    await publishAll(ports, Date.now, { settleAfter: null });
    expect((await streamIds(prefix)).filter((id) => id.startsWith(CELL))).toEqual([`${CELL}/1`, `${CELL}/2`]);
  });

  it('take over a cell whose publisher died', async () => {
    const prefix = `workers${rounds++}`;
    const dead = redisMentionStore(clients[0] as RedisClient, { prefix, interval: 0, lease: 1_000 });
    const alive = redisMentionStore(clients[1] as RedisClient, { prefix, interval: 0, lease: 1_000 });
    await dead.touch([CELL], 0);
    const [lost] = await dead.claim(0, 1);
    if (!lost) throw new Error('nothing to claim');
    expect(await alive.claim(999, 1, true)).toEqual([]);
    const [taken] = await alive.claim(1_001, 1);
    expect(taken?.cell).toBe(CELL);
    // The dead one wakes up: what it puts back is no longer its own.
    await dead.release(lost, 1_002, null);
    expect(await alive.pending()).toBe(1);
    if (taken) await alive.release(taken, 1_003, null);
    expect(await alive.pending()).toBe(0);
  });
});
