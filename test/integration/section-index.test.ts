import { afterAll, beforeAll } from 'vitest';
import { RedisSectionIndex } from '../../src/io/redis-section-index.ts';
import { sectionIndexSuite } from '../stages/sections/section-index-suite.ts';
import { startTestRedis, type TestRedis } from './redis-server.ts';

let server: TestRedis;
let prefixes = 0;

beforeAll(async () => {
  server = await startTestRedis();
});
afterAll(() => server.stop());

sectionIndexSuite(
  'section index in Redis',
  async () => new RedisSectionIndex(server.connect(), { prefix: `t${++prefixes}` }),
);
