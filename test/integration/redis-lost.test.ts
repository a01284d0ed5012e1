import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLine } from '../../src/io/line.ts';
import { isAlive } from '../../src/io/process-alive.ts';
import { spawnRedis, stopRedis } from '../../src/io/redis-program.ts';
import { emit } from '../../src/stage.ts';
import { article, NO_PORTS, silent, stepWith, testConfig } from './line-on-test-redis.ts';
import { until } from './redis-server.ts';

let dir: string;
let pid: number;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'nashra-lost-'));
  pid = start();
});
afterEach(async () => {
  await stopRedis(pid);
  rmSync(dir, { recursive: true, force: true });
});

function start(): number {
  return spawnRedis({ dir, listen: { socket: join(dir, 'redis.sock') }, persistent: true }).pid ?? 0;
}

test('a server that is killed and comes back costs neither an article nor the line', async () => {
  const line = await openLine(`unix://${join(dir, 'redis.sock')}`, {
    config: testConfig('lost'),
    logger: silent,
    patience: 'endless',
  });
  const seen = new Set<string>();
  const worker = line.work(
    stepWith((item) => {
      seen.add(item.id);
      return emit(item);
    }),
    NO_PORTS,
  );
  const dispatch = line.dispatch();
  const send = (from: number, to: number) => {
    const ticket = dispatch.newTicket();
    const articles = Array.from({ length: to - from }, (_, n) => article(from + n, { ticket }));
    return dispatch.send(ticket, articles);
  };
  await line.redis.config('SET', 'appendfsync', 'always');
  await send(0, 40).done;
  process.kill(pid, 'SIGKILL');
  await until('the server is gone', () => !isAlive(pid));
  const during = send(40, 80);
  pid = start();
  expect(await during.done).toEqual({ articles: 40, lost: false, failures: [] });
  expect(await send(80, 120).done).toEqual({ articles: 40, lost: false, failures: [] });
  expect(seen.size).toBe(120);
  await worker.close(5_000);
  await dispatch.close();
  await line.close();
});

test.each(['all of it', 'the job alone'])('what the server forgot is told as lost: %s', async (what) => {
  const line = await openLine(`unix://${join(dir, 'redis.sock')}`, {
    config: testConfig('forgot'),
    logger: silent,
    patience: 'endless',
  });
  const dispatch = line.dispatch();
  const ticket = dispatch.newTicket();
  const { accepted, done } = dispatch.send(ticket, [article(1, { ticket })]);
  await accepted;
  if (what === 'all of it') await line.redis.flushall();
  else await line.queues.articles.drain();
  expect(await done).toEqual({ articles: 1, lost: true, failures: [] });
  await dispatch.close();
  await line.close();
});

test('a stop does not wait for a server that is gone', async () => {
  const line = await openLine(`unix://${join(dir, 'redis.sock')}`, {
    config: testConfig('gone'),
    logger: silent,
    patience: 'endless',
  });
  const worker = line.work(stepWith(emit), NO_PORTS);
  await worker.ready();
  process.kill(pid, 'SIGKILL');
  await until('the server is gone', () => !isAlive(pid));
  const ended = Promise.all([worker.close(300), line.close()]).then(() => 'ended');
  const late = new Promise((resolve) => setTimeout(() => resolve('late'), 20_000).unref());
  expect(await Promise.race([ended, late])).toBe('ended');
});
