/** A Redis server for one test file: its own process, unix socket and temporary folder, never the machine's. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectRedis, type RedisClient } from '../../src/io/connection.ts';
import { spawnRedis, stopRedis } from '../../src/io/redis-program.ts';

export interface TestRedis {
  readonly url: string;
  readonly pid: number;
  readonly dir: string;
  /** A connection that waits for ever; ended by {@link stop} at the latest. */
  connect(): RedisClient;
  stop(): Promise<void>;
}

/** Starts a server and waits until it answers. Call `stop` in `afterAll`. */
export async function startTestRedis(): Promise<TestRedis> {
  const dir = mkdtempSync(join(tmpdir(), 'nashra-test-'));
  const socket = join(dir, 'redis.sock');
  const child = spawnRedis({ dir, listen: { socket }, persistent: false });
  const url = `unix://${socket}`;
  const open: RedisClient[] = [];
  const connect = () => {
    const redis = connectRedis(url, { patience: 'endless' });
    redis.on('error', () => {});
    open.push(redis);
    return redis;
  };
  await connect().ping();
  return {
    url,
    pid: child.pid ?? 0,
    dir,
    connect,
    async stop() {
      for (const redis of open) redis.disconnect();
      if (child.pid !== undefined) await stopRedis(child.pid);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Waits until a condition holds, looking every few milliseconds. */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  ms = 30_000,
): Promise<void> {
  const end = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`gave up waiting until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
