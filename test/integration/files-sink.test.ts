import { spawn } from 'node:child_process';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RedisClient } from '../../src/io/connection.ts';
import { summaryKeys } from '../../src/io/redis-mention-store.ts';
import { runFilesSink } from '../../src/io/sinks/files-sink.ts';
import { SummarySchema } from '../../src/model/summary.ts';
import { type SummaryEvent, SummaryEventSchema } from '../../src/model/summary-event.ts';
import { revisionsOn } from './publish-revisions.ts';
import { startTestRedis, type TestRedis, until } from './redis-server.ts';

const CELLS = ['2015-07-04/SY02', '2015-07-04/SY03', '2015-07-05/SY02'];
let server: TestRedis;
let redis: RedisClient;
let out: string;
let rounds = 0;
let prefix = '';

beforeAll(async () => {
  server = await startTestRedis();
  redis = server.connect();
});
afterAll(() => server.stop());
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'nashra-out-'));
  prefix = `files${rounds++}`;
});
afterEach(() => rm(out, { recursive: true, force: true }));

async function lines(): Promise<SummaryEvent[]> {
  const text = await readFile(join(out, 'summaries.jsonl'), 'utf8');
  return text
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => SummaryEventSchema.parse(JSON.parse(text)));
}

const ids = async () => (await lines()).map(({ id }) => id);
const latest = async (cell: string) =>
  SummarySchema.parse(JSON.parse(await readFile(join(out, 'summaries', `${cell}.json`), 'utf8')));
const run = () => runFilesSink(redis, { out, prefix, follow: false });

async function publish(rounds: number, streamLength?: number): Promise<string[]> {
  const revisions = revisionsOn(redis, prefix, streamLength);
  const published: string[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const cell of CELLS) published.push(await revisions.next(cell));
  }
  return published;
}

describe('the files sink', () => {
  it('writes every revision once and the latest of each, however often it runs', async () => {
    const first = await publish(3);
    await run();
    await run();
    const second = await publish(2);
    await Promise.all([run(), run()]);
    expect(await ids()).toEqual([...first, ...second]);
    for (const cell of CELLS) expect((await latest(cell)).revision).toBe(5);
  });

  it('mends a line that a crash left half written', async () => {
    const published = await publish(2);
    await run();
    const log = join(out, 'summaries.jsonl');
    const whole = await readFile(log, 'utf8');
    await writeFile(log, whole.slice(0, whole.lastIndexOf('"revision"')));
    await run();
    expect(await ids()).toEqual(published);
    await writeFile(log, '{"spec');
    await run();
    expect(await ids()).toEqual(published);
    await appendFile(log, 'x'.repeat(200_000));
    await run();
    expect(await ids()).toEqual(published);
  });

  it('writes every revision once though it is killed at random points', async () => {
    const count = async () =>
      (await readFile(join(out, 'summaries.jsonl'), 'utf8').catch(() => '')).split('\n').length - 1;
    const child = fileURLToPath(new URL('files-sink-child.ts', import.meta.url));
    const published: string[] = [];
    for (let kills = 0; kills < 6; kills++) {
      const running = spawn(process.execPath, ['--import', 'tsx', child, server.url, prefix, out], {
        stdio: 'inherit',
      });
      const ended = new Promise((resolve) => running.once('exit', resolve));
      const publishing = publish(40).then((ids) => published.push(...ids));
      const target = (await count()) + Math.ceil(Math.random() * 110);
      await until('the sink got on', async () => (await count()) >= target);
      running.kill('SIGKILL');
      await Promise.all([publishing, ended]);
    }
    await run();
    expect(await ids()).toEqual(published);
    for (const cell of CELLS) expect((await latest(cell)).revision).toBe(240);
  });

  it('follows the stream until it is told to stop, and lets the next one in', async () => {
    const stop = new AbortController();
    const running = runFilesSink(server.connect(), { out, prefix, follow: true, signal: stop.signal });
    const published = await publish(1);
    await until('all is written', async () => (await ids().catch(() => [])).length === published.length);
    stop.abort();
    await running;
    await run();
    expect(await ids()).toEqual(published);
  });

  it('makes up the latest state when the stream was cut', async () => {
    await publish(1);
    await run();
    await publish(3);
    await redis.xtrim(summaryKeys(prefix).stream, 'MAXLEN', 2);
    await run();
    for (const cell of CELLS) expect((await latest(cell)).revision).toBe(4);
    const all = await ids();
    expect(new Set(all).size).toBe(all.length);
  });
});
