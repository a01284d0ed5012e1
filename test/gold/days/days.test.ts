import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { articlesOf, contentsOf, contributionsOf, expectedOf, goldDays, tellDay } from './run-day.ts';

const knowledge = loadKnowledge();
const byWords = (events: readonly unknown[]) => events.map((event) => JSON.stringify(event)).sort();

describe.each(goldDays())('the day %s', (_name, day) => {
  it('gives exactly the events, ranges and revisions written beside it', async () => {
    const told = await tellDay(
      day,
      articlesOf(day).map((article) => [article]),
      knowledge,
    );
    const expected = expectedOf(day);
    expect(byWords(told.events)).toEqual(byWords(expected.events));
    for (const [cell, revisions] of Object.entries(expected.revisions))
      expect(told.revisions[cell], cell).toEqual(revisions);
  });

  it('gives the same bytes for any order, repetition and chunking of what aggregation is handed', async () => {
    const jobs = await contributionsOf(day, knowledge);
    const expected = await contentsOf([jobs], knowledge);
    const order = fc.shuffledSubarray([...jobs], { minLength: jobs.length });
    await fc.assert(
      fc.asyncProperty(
        order,
        fc.subarray([...jobs]),
        fc.integer({ min: 1, max: 4 }),
        async (items, again, size) => {
          const all = [...items, ...again];
          const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
            all.slice(i * size, (i + 1) * size),
          );
          expect(await contentsOf(chunks, knowledge)).toBe(expected);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('gives the same bytes for any chunking and repetition of its articles', async () => {
    const all = articlesOf(day);
    const { contents } = await tellDay(day, [all], knowledge);
    for (const size of [1, 2, 3]) {
      const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
        all.slice(i * size, (i + 1) * size),
      );
      expect((await tellDay(day, [...chunks, all], knowledge)).contents).toBe(contents);
    }
  });
});
