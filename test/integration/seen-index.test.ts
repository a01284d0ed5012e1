import { afterAll, beforeAll } from 'vitest';
import { RedisSeenIndex } from '../../src/io/redis-seen-index.ts';
import { seenIndexSuite } from '../stages/dedup/seen-index-suite.ts';
import { startTestRedis, type TestRedis } from './redis-server.ts';

let server: TestRedis;
let prefixes = 0;

beforeAll(async () => {
  server = await startTestRedis();
});
afterAll(() => server.stop());

seenIndexSuite(
  'seen index in Redis',
  async (clock) => new RedisSeenIndex(server.connect(), { prefix: `t${++prefixes}`, now: () => clock.now }),
);
