import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runningRedis } from '../../src/io/embedded-redis.ts';
import { until } from '../integration/redis-server.ts';
import { BULLETINS } from './bulletins.ts';
import { nashra, type Running, startNashra } from './run-nashra.ts';

vi.setConfig({ testTimeout: 240_000 });

let home: string;
let running: Running[];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'nashra-up-'));
  running = [];
});
afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGTERM');
    await ended;
  }
  rmSync(home, { recursive: true, force: true });
});

const start = async (args: readonly string[], ready: RegExp, env: Record<string, string> = {}) => {
  const started = startNashra(args, { cwd: home, env });
  running.push(started);
  await until(`${args[0]} is ready`, () => {
    if (started.child.exitCode !== null) throw new Error(`${args[0]} ended: ${started.err()}`);
    return ready.test(started.out() + started.err());
  });
  return started;
};
const stop = async (one: Running, signal: NodeJS.Signals = 'SIGINT') => {
  one.child.kill(signal);
  return one.ended;
};
const processed = (name: string) => {
  const folder = join(home, 'processed');
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((path) => path.endsWith(name))
  );
};

test('up: samples, a dropped file, a clean stop, and a start that takes up', async () => {
  const first = await start(['up'], /Ctrl-C stops/);
  expect(first.out()).toMatch(/First run: \d+ sample files copied/);
  await until('the samples are through', () => processed('2025-03-07-coast.txt'), 120_000);
  writeFileSync(join(home, 'inbox/2015-07-08.txt'), BULLETINS['2015-07-08.txt']);
  await until('the summary is written', () => existsSync(join(home, 'out/summaries/2015-07-08/SY04.json')));
  await until('the file is put away', () => processed('2015-07-08.txt'));
  const stopped = await stop(first);
  expect(stopped).toMatchObject({ code: 0, stderr: '' });
  expect(stopped.stdout).toMatch(/stopped\n$/);
  expect(stopped.stdout).not.toContain('\u001b');
  expect(await runningRedis(join(home, '.nashra'))).toBeNull();

  mkdirSync(join(home, 'processing/gone.1.a.b'), { recursive: true });
  writeFileSync(join(home, 'processing/gone.1.a.b/2015-07-03-left.txt'), BULLETINS['2015-07-03-morning.txt']);
  const log = readFileSync(join(home, 'out/summaries.jsonl'), 'utf8');
  const second = await start(['up'], /Ctrl-C stops/);
  expect(second.out()).not.toContain('First run');
  await until('what was left is put away', () => processed('2015-07-03-left.txt'));
  await until('its summary is written', () => existsSync(join(home, 'out/summaries/2015-07-03/SY02.json')));
  expect(readFileSync(join(home, 'out/summaries.jsonl'), 'utf8').startsWith(log)).toBe(true);
});

test('a running line: ingest, status, tail and failed look at it from outside', async () => {
  mkdirSync(join(home, '.nashra'));
  writeFileSync(join(home, '.nashra/first-run'), '');
  await start(['up'], /Ctrl-C stops/);
  const run = (...args: string[]) => nashra(args, { cwd: home });
  const tail = await start(['tail', '--format', 'text', '--all'], /^/);
  const input = BULLETINS['2015-07-08.txt'];
  const ingested = await nashra(['ingest', '-', '--wait', '--published', '2015-07-08', '--source', 'وكالة'], {
    cwd: home,
    input,
  });
  expect(ingested).toMatchObject({ code: 0, stderr: '', stdout: '1 article of 1 file queued\n' });
  await until('tail shows it', () => tail.out().includes('2015-07-08  SY04 Homs  revision 1: '));
  expect((await stop(tail)).code).toBe(0);

  const status = await run('status', '--format', 'json');
  const { stages, failed, memory } = JSON.parse(status.stdout);
  expect(
    stages.map(({ stage, workers, waiting }: Record<string, unknown>) => [stage, workers, waiting]),
  ).toEqual([
    ['dedup', 1, 0],
    ['sections', 1, 0],
    ['extraction', 1, 0],
    ['aggregation', 1, 0],
  ]);
  expect(failed).toBe(0);
  expect(memory.policy).toBe('noeviction');
  expect((await run('status')).stdout).toContain('Failed articles: 0');

  const events = (await run('tail', '--all', '--no-follow')).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(events.map(({ subject }) => subject)).toContain('2015-07-08/SY04');
  const [{ streamid }] = events;
  const rest = (await run('tail', '--from', streamid, '--no-follow')).stdout.trim().split('\n');
  expect(rest.filter(Boolean)).toHaveLength(events.length - 1);

  expect((await run('failed', 'list')).stdout).toBe('nothing failed\n');
  expect(await run('failed', 'show', 'dedup-1')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('no failed article has this id'),
  });
});
