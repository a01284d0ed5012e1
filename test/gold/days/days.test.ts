import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { articlesOf, expectedOf, goldDays, tellDay } from './run-day.ts';

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

  it('gives the same bytes for any order, repetition and chunking of its articles', async () => {
    const all = articlesOf(day);
    const { contents } = await tellDay(day, [all], knowledge);
    const order = fc.shuffledSubarray(all, { minLength: all.length });
    const again = fc.subarray(all);
    await fc.assert(
      fc.asyncProperty(order, again, fc.integer({ min: 1, max: 4 }), async (articles, repeated, size) => {
        const items = [...articles, ...repeated];
        const chunks = Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
          items.slice(i * size, (i + 1) * size),
        );
        expect((await tellDay(day, chunks, knowledge)).contents).toBe(contents);
      }),
      { numRuns: 30 },
    );
  });
});
