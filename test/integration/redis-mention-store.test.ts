import { afterAll, beforeAll } from 'vitest';
import type { RedisClient } from '../../src/io/connection.ts';
import { redisMentionStore, summaryKeys } from '../../src/io/redis-mention-store.ts';
import type { SummaryEvent } from '../../src/model/summary-event.ts';
import { INTERVAL, mentionStoreContract } from '../stages/aggregation/mention-store-contract.ts';
import { startTestRedis, type TestRedis } from './redis-server.ts';

let server: TestRedis;
let redis: RedisClient;
let rounds = 0;
beforeAll(async () => {
  server = await startTestRedis();
  redis = server.connect();
});
afterAll(() => server.stop());

mentionStoreContract('Redis', async () => {
  const prefix = `test${rounds++}`;
  return {
    store: redisMentionStore(redis, { prefix, interval: INTERVAL, lease: 60_000 }),
    async events() {
      const entries = await redis.xrange(summaryKeys(prefix).stream, '-', '+');
      return entries.map(
        ([, fields]) => JSON.parse(fields[fields.indexOf('event') + 1] as string) as SummaryEvent,
      );
    },
    async stop() {},
  };
});
