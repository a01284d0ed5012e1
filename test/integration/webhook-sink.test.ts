import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RedisClient } from '../../src/io/connection.ts';
import {
  deadLettersKey,
  runWebhookSink,
  signature,
  type WebhookOptions,
} from '../../src/io/sinks/webhook-sink.ts';
import { SummaryEventSchema } from '../../src/model/summary-event.ts';
import { revisionsOn } from './publish-revisions.ts';
import { startTestRedis, type TestRedis, until } from './redis-server.ts';

const SECRET = 'sixteen letters or more';
const CELLS = Array.from({ length: 12 }, (_, i) => `2015-07-${String(i + 1).padStart(2, '0')}/SY02`);
let server: TestRedis;
let redis: RedisClient;
let receiver: Server;
let rounds = 0;

beforeAll(async () => {
  server = await startTestRedis();
  redis = server.connect();
});
afterAll(() => server.stop());
afterEach(() => receiver.close());

interface Call {
  readonly id: string;
  readonly signed: boolean;
}

/** Receives calls; `status` decides by number of the call and its id. */
async function receive(status: (n: number, id: string) => number): Promise<{ url: string; taken: Call[] }> {
  const taken: Call[] = [];
  let calls = 0;
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const { id } = SummaryEventSchema.parse(JSON.parse(body));
      const header = String(request.headers['nashra-signature']);
      const seconds = Number(/^t=(\d+),/.exec(header)?.[1]);
      const code = status(++calls, id);
      if (code === 0) {
        request.socket.destroy();
        return;
      }
      response.writeHead(code).end();
      if (code < 300) taken.push({ id, signed: header === signature(SECRET, seconds, body) });
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`, taken };
}

function run(url: string, prefix: string, more: Partial<WebhookOptions> = {}) {
  const stop = new AbortController();
  const options = { url, prefix, secret: SECRET, signal: stop.signal, backoff: 1, ...more };
  const running = runWebhookSink(redis, server.connect(), options);
  return async () => {
    stop.abort();
    await running;
  };
}

async function publish(prefix: string, rounds: number): Promise<string[]> {
  const revisions = revisionsOn(redis, prefix);
  const ids: string[] = [];
  for (let round = 0; round < rounds; round++) for (const cell of CELLS) ids.push(await revisions.next(cell));
  return ids;
}

const of = (cell: string, ids: readonly string[]) => ids.filter((id) => id.startsWith(`${cell}/`));

describe('the webhook sink', () => {
  it('gets all revisions in order per summary to a receiver that fails every third call', async () => {
    const prefix = `hook${rounds++}`;
    const published = await publish(prefix, 10);
    const { url, taken } = await receive((n) => (n % 3 !== 0 ? 204 : n % 2 === 0 ? 503 : 0));
    const stop = run(url, prefix);
    await until('all are taken', () => taken.length >= published.length);
    await stop();
    for (const cell of CELLS)
      expect(
        of(
          cell,
          taken.map(({ id }) => id),
        ),
      ).toEqual(of(cell, published));
    expect(taken.every(({ signed }) => signed)).toBe(true);
    expect(await redis.xlen(deadLettersKey(prefix))).toBe(0);
  });

  it('goes on after a stop without sending again what was taken', async () => {
    const prefix = `hook${rounds++}`;
    const { url, taken } = await receive(() => 200);
    const first = await publish(prefix, 2);
    const stop = run(url, prefix);
    await until('the first are taken', () => taken.length >= first.length);
    await stop();
    const second = await publish(prefix, 2);
    const stopAgain = run(url, prefix);
    await until('the second are taken', () => taken.length >= first.length + second.length);
    await stopAgain();
    expect(taken.map(({ id }) => id).sort()).toEqual([...first, ...second].sort());
  });

  it('keeps what the receiver refuses as dead letters and goes on', async () => {
    const prefix = `hook${rounds++}`;
    const published = await publish(prefix, 2);
    const refused = published[0] as string;
    const failing = published[1] as string;
    const { url, taken } = await receive((_n, id) => (id === refused ? 422 : id === failing ? 500 : 200));
    const stop = run(url, prefix, { attempts: 3 });
    await until('the others are taken', () => taken.length >= published.length - 2);
    await until('both are put aside', async () => (await redis.xlen(deadLettersKey(prefix))) === 2);
    await stop();
    const letters = await redis.xrange(deadLettersKey(prefix), '-', '+');
    const reasons = Object.fromEntries(letters.map(([, fields]) => [fields[1], fields[3]]));
    expect(reasons).toEqual({ [refused]: 'HTTP 422', [failing]: '3 tries: HTTP 500' });
    expect(taken.map(({ id }) => id).sort()).toEqual(published.slice(2).sort());
  });
});
