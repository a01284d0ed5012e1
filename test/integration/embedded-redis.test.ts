import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectRedis } from '../../src/io/connection.ts';
import { type EmbeddedRedis, runningRedis, startEmbeddedRedis } from '../../src/io/embedded-redis.ts';
import { isAlive } from '../../src/io/process-alive.ts';
import { until } from './redis-server.ts';

let state: string;
let started: EmbeddedRedis[];

beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'nashra-state-'));
  started = [];
});
afterEach(async () => {
  for (const server of started) await server.release();
  rmSync(state, { recursive: true, force: true });
});

const start = async (dir = state) => {
  const server = await startEmbeddedRedis(dir);
  started.push(server);
  return server;
};
const release = async (server: EmbeddedRedis) => {
  started = started.filter((other) => other !== server);
  await server.release();
};
const ask = async (url: string, ...words: [string, ...string[]]) => {
  const redis = connectRedis(url, { patience: 'endless' });
  const [command, ...args] = words;
  const answer = await redis.call(command, ...args);
  redis.disconnect();
  return answer;
};

test('keeps what it was told over a stop and a start', async () => {
  const first = await start();
  await ask(first.url, 'SET', 'day', '2015-07-03');
  await release(first);
  expect(isAlive(first.pid)).toBe(false);
  expect(await runningRedis(state)).toBeNull();
  const second = await start();
  expect(await ask(second.url, 'GET', 'day')).toBe('2015-07-03');
});

test('runs append-only and never evicts', async () => {
  const { url } = await start();
  expect(await ask(url, 'CONFIG', 'GET', 'appendonly')).toEqual(['appendonly', 'yes']);
  expect(await ask(url, 'CONFIG', 'GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
});

test('two that start together share one server, and the last one out stops it', async () => {
  const [one, two] = await Promise.all([start(), start()]);
  expect(two.pid).toBe(one.pid);
  await release(one);
  expect(isAlive(one.pid)).toBe(true);
  expect(await ask(two.url, 'PING')).toBe('PONG');
  await release(two);
  expect(isAlive(one.pid)).toBe(false);
});

test('a server whose nashra was killed is taken over', async () => {
  const left = await start();
  started = [];
  const next = await start();
  expect(next.pid).toBe(left.pid);
  await left.release();
  expect(await ask(next.url, 'PING')).toBe('PONG');
});

test('a note of a server that is gone, or of another program, is passed over', async () => {
  const first = await start();
  const note = join(state, 'redis', 'server.json');
  const told = JSON.parse(readFileSync(note, 'utf8'));
  process.kill(first.pid, 'SIGKILL');
  await until('it is gone', () => !isAlive(first.pid));
  started = [];
  writeFileSync(note, JSON.stringify({ ...told, pid: process.pid }));
  expect(await runningRedis(state)).toBeNull();
  const next = await start();
  expect(next.pid).not.toBe(first.pid);
  expect(await ask(next.url, 'PING')).toBe('PONG');
  await first.release();
});

test('a path too long for a socket gets a loopback port', async () => {
  const { url } = await start(join(state, 'a'.repeat(120)));
  expect(url).toMatch(/^redis:\/\/127\.0\.0\.1:\d+$/);
  expect(await ask(url, 'PING')).toBe('PONG');
  expect(existsSync(join(state, 'redis'))).toBe(false);
});
