import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Delivery, summaries } from '../../src/consumer/consumer.ts';
import type { RedisClient } from '../../src/io/connection.ts';
import { summaryKeys } from '../../src/io/redis-mention-store.ts';
import { PACKAGE_ROOT } from '../../src/package-root.ts';
import { revisionsOn } from './publish-revisions.ts';
import { startTestRedis, type TestRedis, until } from './redis-server.ts';

const CHILD = fileURLToPath(new URL('consumer-child.ts', import.meta.url));
const CELLS = Array.from({ length: 20 }, (_, i) => `2015-07-${String(i + 1).padStart(2, '0')}/SY02`);
let server: TestRedis;
let redis: RedisClient;
let dir: string;
let rounds = 0;
let prefix = '';

beforeAll(async () => {
  server = await startTestRedis();
  redis = server.connect();
});
afterAll(() => server.stop());
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'nashra-consumer-'));
  prefix = `consumer${rounds++}`;
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function publish(count: number): Promise<string[]> {
  const revisions = revisionsOn(redis, prefix);
  const ids: string[] = [];
  for (let n = 0; n < count; n++) ids.push(await revisions.next(CELLS[n % CELLS.length] as string));
  return ids;
}

function linesOf(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

async function collect(options: Partial<Parameters<typeof summaries>[0]> = {}): Promise<Delivery[]> {
  const all: Delivery[] = [];
  for await (const delivery of summaries({
    url: server.url,
    prefix,
    group: 'test',
    untilEnd: true,
    ...options,
  })) {
    all.push(delivery);
    await delivery.ack();
  }
  return all;
}

const ids = (deliveries: readonly Delivery[]) => deliveries.map(({ event }) => event.id);

describe('summaries', () => {
  it('applies each of 2,000 revisions once though the consumer is killed at random points', async () => {
    const file = join(dir, 'applied');
    const published = await publish(2_000);
    const start = () =>
      spawn(process.execPath, ['--import', 'tsx', CHILD, server.url, prefix, file, 'one'], {
        stdio: 'inherit',
      });
    for (let kills = 0; linesOf(file).length < published.length; kills++) {
      const child = start();
      const target = linesOf(file).length + Math.ceil(Math.random() * 350);
      const stopAt = kills < 12 ? Math.min(target, published.length) : published.length;
      await until('the consumer got on', () => linesOf(file).length >= stopAt);
      await killed(child);
    }
    expect(linesOf(file)).toEqual(published);
  });

  it('resumes what was not acknowledged, and offers nothing that was', async () => {
    const published = await publish(10);
    for await (const { event, ack } of summaries({ url: server.url, prefix, group: 'test' })) {
      if (event.id === published[5]) break;
      await ack();
    }
    expect(ids(await collect())).toEqual(published.slice(5));
    expect(await collect()).toEqual([]);
  });

  it('has an example that runs', async () => {
    const published = await publish(3);
    const file = join(dir, 'latest.json');
    const example = join(PACKAGE_ROOT, 'docs', 'examples', 'follow.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', example, server.url, file, prefix], {
      cwd: PACKAGE_ROOT,
    });
    const subjects = published.map((id) => id.slice(0, id.lastIndexOf('/')));
    const seen = () => Object.keys(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});
    await until('the example has all', () => seen().length === subjects.length);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(seen().sort()).toEqual(subjects);
  });

  it('takes over the entries of a consumer that does not come back', async () => {
    const published = await publish(10);
    for await (const { event } of summaries({ url: server.url, prefix, group: 'test', consumer: 'dead' })) {
      if (event.id === published[3]) break;
    }
    await until('the dead one has been silent', async () => {
      const [summary] = (await redis.xpending(summaryKeys(prefix).stream, 'test')) as [number];
      return summary === 10;
    });
    const taken = await collect({ consumer: 'alive', takeoverAfter: 0 });
    expect(ids(taken)).toEqual(published);
  });

  it('gives every group all revisions', async () => {
    const published = await publish(5);
    expect(ids(await collect({ group: 'a' }))).toEqual(published);
    expect(ids(await collect({ group: 'b' }))).toEqual(published);
  });

  it('resynchronises from the stored state when the stream was cut', async () => {
    await publish(20);
    await collect();
    await publish(40);
    await redis.xtrim(summaryKeys(prefix).stream, 'MAXLEN', 5);
    const made = await collect();
    expect(made.filter((delivery) => delivery.resynchronised)).toHaveLength(20);
    const latest = new Map(made.map(({ subject, revision }) => [subject, revision]));
    expect([...latest.values()].every((revision) => revision === 3)).toBe(true);
    expect(new Set(ids(made)).size).toBe(made.length);
  });

  it('makes up entries that were trimmed while they were in hand', async () => {
    const published = await publish(6);
    for await (const { event } of summaries({ url: server.url, prefix, group: 'test' })) {
      if (event.id === published[2]) break;
    }
    await redis.xtrim(summaryKeys(prefix).stream, 'MAXLEN', 0);
    expect(ids(await collect()).sort()).toEqual([...published].sort());
  });
});
