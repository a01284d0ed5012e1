import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { findRedisProgram, stopRedis } from '../../src/io/redis-program.ts';
import { writeBulletins } from '../cli/bulletins.ts';
import { nashra, startNashra } from '../cli/run-nashra.ts';
import { until } from './redis-server.ts';

vi.setConfig({ testTimeout: 180_000 });

const NODES = 3;
const SLOTS = 16_384;
let home: string;
const ports: number[] = [];
let pids: number[] = [];

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'nashra-cluster-'));
  while (ports.length < NODES) ports.push(await freePort(ports));
  pids = ports.map((port) => startNode(port));
  await join3();
});
afterAll(async () => {
  for (const pid of pids) await stopRedis(pid);
  rmSync(home, { recursive: true, force: true });
});

/** A port that nobody holds, nor its cluster bus, 10,000 above it; both lie below those that systems give out. */
async function freePort(taken: readonly number[]): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 2_000);
    if (!taken.includes(port) && (await isFree(port)) && (await isFree(port + 10_000))) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

function startNode(port: number): number {
  const dir = join(home, String(port));
  mkdirSync(dir);
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--cluster-enabled',
    'yes',
    '--save',
    '',
    '--dir',
    dir,
  ];
  return spawn(findRedisProgram(), args, { stdio: 'ignore' }).pid ?? 0;
}

async function join3(): Promise<void> {
  const nodes = ports.map((port) => new Redis({ port, host: '127.0.0.1', retryStrategy: () => 50 }));
  for (const node of nodes) node.on('error', () => {});
  for (const [index, node] of nodes.entries()) {
    const from = Math.ceil((SLOTS / NODES) * index);
    const to = Math.ceil((SLOTS / NODES) * (index + 1)) - 1;
    await node.call('CLUSTER', 'ADDSLOTSRANGE', from, to);
    await node.call('CLUSTER', 'MEET', '127.0.0.1', String(ports[0]));
  }
  await until('the cluster stands', async () => {
    const infos = await Promise.all(nodes.map((node) => node.call('CLUSTER', 'INFO')));
    return infos.every((info) => /cluster_state:ok[\s\S]*cluster_known_nodes:3/.test(String(info)));
  });
  for (const node of nodes) node.disconnect();
}

test('the whole line runs on a Redis Cluster, its keys spread over the nodes', async () => {
  writeBulletins(join(home, 'in'));
  const url = `redis+cluster://127.0.0.1:${ports[0]},127.0.0.1:${ports[1]}`;
  const first = await nashra(['process', 'in', '--out', 'out'], {
    cwd: home,
    env: { NASHRA_REDIS_URL: url },
  });
  expect(first).toMatchObject({ code: 0, stderr: '' });
  const alone = await nashra(['process', 'in', '--out', 'alone'], { cwd: home });
  expect(first.stdout).toBe(alone.stdout);
  for (const port of ports) {
    const node = new Redis({ port, host: '127.0.0.1' });
    expect(await node.dbsize()).toBeGreaterThan(0);
    node.disconnect();
  }
});

const StatusSchema = z.object({
  stages: z.array(z.object({ stage: z.string(), workers: z.number(), rate: z.number() })),
});

test('status counts each worker once, on however many nodes it is connected', async () => {
  const env = { NASHRA_REDIS_URL: `redis+cluster://127.0.0.1:${ports[1]}`, NASHRA_PREFIX: 'counted' };
  const status = async () => {
    const { stdout } = await nashra(['status', '--format', 'json'], { cwd: home, env });
    return StatusSchema.parse(JSON.parse(stdout)).stages;
  };
  const workers = [1, 2].map(() => startNashra(['worker', 'all'], { cwd: home, env }));
  try {
    await until('both workers are ready', () => workers.every(({ err }) => err().includes('worker ready')));
    expect(await nashra(['ingest', 'in'], { cwd: home, env })).toMatchObject({ code: 0 });
    await until('the last stage has worked', async () =>
      (await status()).some(({ stage, rate }) => stage === 'aggregation' && rate > 0),
    );
    expect((await status()).map(({ workers }) => workers)).toEqual([2, 2, 2, 2]);
  } finally {
    for (const { child } of workers) child.kill();
    await Promise.all(workers.map(({ ended }) => ended));
  }
});
