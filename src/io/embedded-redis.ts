/**
 * A Redis server of nashra's own, with its data in the state folder. Several nashra processes on one state folder
 * share it; the last one out stops it. A server left behind by a killed process is taken over, not started twice.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { OutsideError } from '../errors.ts';
import { closeRedis, connectRedis, type RedisClient } from './connection.ts';
import { isAlive } from './process-alive.ts';
import { spawnRedis, stopRedis } from './redis-program.ts';

export interface EmbeddedRedis {
  readonly url: string;
  readonly pid: number;
  /** Leaves the server; stops it where nobody else is on it. */
  release(): Promise<void>;
}

const NoteSchema = z.object({ pid: z.int().positive(), url: z.string() });
/** Client name by which the processes that keep the server going are told from those that only look. */
const KEEPER = 'nashra-keeper';
/** Linux and macOS allow some 104 bytes for the path of a unix socket. */
const MAX_SOCKET_PATH = 100;
/** A large append-only file takes its time to load; a program that ends is noticed at once. */
const START_MS = 120_000;

/**
 * Starts the server of a state folder, or joins the one that runs there.
 * @throws OutsideError where it does not come up.
 */
export async function startEmbeddedRedis(stateDir: string): Promise<EmbeddedRedis> {
  const dir = join(resolve(stateDir), 'redis');
  mkdirSync(dir, { recursive: true });
  const unlock = await lock(dir);
  try {
    const running = await runningRedis(stateDir);
    const { url, pid } = running ?? (await launch(dir));
    const keeper = connectRedis(url, { name: KEEPER, patience: 'endless' });
    keeper.on('error', () => {});
    await keeper.ping();
    return { url, pid, release: () => release(dir, pid, keeper) };
  } finally {
    unlock();
  }
}

/** The server that runs on a state folder, or null. Asks the server itself: a process id alone proves nothing. */
export async function runningRedis(stateDir: string): Promise<{ url: string; pid: number } | null> {
  const note = readNote(join(resolve(stateDir), 'redis'));
  if (!note || !isAlive(note.pid)) return null;
  const redis = connectRedis(note.url, { patience: 'short' });
  redis.on('error', () => {});
  try {
    const pid = Number(/process_id:(\d+)/.exec(await redis.info('server'))?.[1]);
    return pid === note.pid ? note : null;
  } catch {
    return null;
  } finally {
    redis.disconnect();
  }
}

function notePath(dir: string): string {
  return join(dir, 'server.json');
}

function readNote(dir: string): z.infer<typeof NoteSchema> | null {
  try {
    return NoteSchema.parse(JSON.parse(readFileSync(notePath(dir), 'utf8')));
  } catch {
    return null;
  }
}

async function launch(dir: string): Promise<{ url: string; pid: number }> {
  const socket = join(dir, 'redis.sock');
  const short = Buffer.byteLength(socket) <= MAX_SOCKET_PATH;
  const port = short ? 0 : await freePort();
  const url = short ? `unix://${socket}` : `redis://127.0.0.1:${port}`;
  rmSync(socket, { force: true });
  const child = spawnRedis({ dir, listen: short ? { socket } : { port }, persistent: true });
  child.unref();
  const { pid } = child;
  if (pid === undefined) throw new OutsideError('the Redis server program could not be started');
  writeFileSync(notePath(dir), JSON.stringify({ pid, url }));
  await untilReady(url, pid, dir);
  return { url, pid };
}

async function untilReady(url: string, pid: number, dir: string): Promise<void> {
  const redis = connectRedis(url, { patience: 'endless' });
  redis.on('error', () => {});
  const until = Date.now() + START_MS;
  let answered = false;
  redis.ping().then(
    () => {
      answered = true;
    },
    () => {},
  );
  while (!answered && isAlive(pid) && Date.now() < until) await new Promise((done) => setTimeout(done, 10));
  redis.disconnect();
  if (!answered)
    throw new OutsideError(`the Redis server did not come up; its log is ${join(dir, 'redis.log')}`);
}

async function release(dir: string, pid: number, keeper: RedisClient): Promise<void> {
  const unlock = await lock(dir);
  try {
    const others = await otherKeepers(keeper);
    await closeRedis(keeper);
    if (others > 0) return;
    await stopRedis(pid);
    rmSync(notePath(dir), { force: true });
  } finally {
    unlock();
  }
}

async function otherKeepers(keeper: RedisClient): Promise<number> {
  const asked = keeper.call('CLIENT', 'LIST').then(String, () => '');
  const late = new Promise<string>((done) => setTimeout(() => done(''), 500).unref());
  const list = await Promise.race([asked, late]);
  return list.split('\n').filter((line) => line.includes(` name=${KEEPER} `)).length - (list === '' ? 0 : 1);
}

function freePort(): Promise<number> {
  return new Promise((done, refuse) => {
    const server = createServer();
    server.on('error', refuse);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => done(port));
    });
  });
}

/** One process at a time starts or stops the server of a state folder. The lock of a dead process does not hold. */
async function lock(dir: string): Promise<() => void> {
  const path = join(dir, 'lock');
  const until = Date.now() + START_MS;
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0;
    if ((holder > 0 && !isAlive(holder)) || Date.now() > until) rmSync(path, { force: true });
    await new Promise((done) => setTimeout(done, 20));
  }
}
