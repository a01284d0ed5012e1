/** One to four workers on one Redis, each with articles of the same day in another order: one answer. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Chance } from '../../bench/random.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import type { RawArticle } from '../../src/model/article.ts';
import type { PipelinePorts } from '../../src/pipeline.ts';
import { redisPorts } from '../../src/redis-ports.ts';
import { chunksOf, contentsAfter, contentsOf, madeFamily, tell } from '../gold/days/orders.ts';
import { articlesOf, goldDays } from '../gold/days/run-day.ts';
import { testConfig } from './line-on-test-redis.ts';
import { startTestRedis, type TestRedis } from './redis-server.ts';

const knowledge = loadKnowledge();
const ROUNDS = 4;
let server: TestRedis;
let prefixes = 0;

beforeAll(async () => {
  server = await startTestRedis();
});
afterAll(() => server.stop());

/** Deals the articles out to so many workers, which run beside each other. Answers the contents at the end. */
async function together(articles: readonly RawArticle[], workers: number, size: number): Promise<string> {
  const config = testConfig(`order${++prefixes}`);
  const ports = Array.from({ length: workers }, () => redisPorts(server.connect(), config, knowledge));
  await Promise.all(
    ports.map((own, worker) => {
      const share = articles.filter((_, at) => at % workers === worker);
      return tell(chunksOf(share, size), own);
    }),
  );
  return contentsOf(ports[0] as PipelinePorts);
}

const sets: (readonly [name: string, articles: RawArticle[]])[] = [
  ...goldDays().map(([name, day]) => [name, articlesOf(day)] as const),
  ...[3, 4, 7].map((seed) => [`made articles, set ${seed}`, madeFamily(seed, knowledge)] as const),
];

describe.each(sets)('%s', (_name, articles) => {
  it('ends in the same bytes with one to four workers', async () => {
    const expected = await contentsAfter([articles], knowledge);
    const chance = new Chance(11);
    for (let round = 0; round < ROUNDS; round++) {
      const order = chance.shuffled([...articles, ...articles.slice(0, 2)]);
      const names = order.map((article) => articles.indexOf(article)).join(' ');
      expect(await together(order, round + 1, chance.between(1, 2)), names).toBe(expected);
    }
  });
});
