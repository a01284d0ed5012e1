/** Whatever the order, the repetition and the chunks in which the articles of a day come, the day's answer is the same. */
import { describe, expect, it } from 'vitest';
import { Chance } from '../../../bench/random.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { chunksOf, contentsAfter, madeFamily, permutations } from './orders.ts';
import { articlesOf, goldDays } from './run-day.ts';

const knowledge = loadKnowledge();

describe.each(goldDays())('the day %s', (_name, day) => {
  it('gives the same bytes in every order of its articles', async () => {
    const articles = articlesOf(day);
    const expected = await contentsAfter([articles], knowledge);
    const chance = new Chance(5);
    for (const order of permutations(articles)) {
      const told = [...order, ...chance.shuffled(order).slice(0, chance.between(0, 2))];
      const names = order.map(({ file }) => file).join(' ');
      expect(await contentsAfter(chunksOf(told, chance.between(1, 4)), knowledge), names).toBe(expected);
    }
  }, 60_000);
});

describe('made articles that repeat and correct each other', () => {
  it.each(Array.from({ length: 12 }, (_, at) => at + 1))(
    'give the same bytes in any order: set %i',
    async (seed) => {
      const articles = madeFamily(seed, knowledge);
      const expected = await contentsAfter([articles], knowledge);
      const chance = new Chance(seed);
      for (let round = 0; round < 6; round++) {
        const order = chance.shuffled([...articles, ...articles.slice(0, chance.between(0, 2))]);
        const names = order.map((article) => articles.indexOf(article)).join(' ');
        expect(await contentsAfter(chunksOf(order, chance.between(1, 4)), knowledge), names).toBe(expected);
      }
    },
  );
});
