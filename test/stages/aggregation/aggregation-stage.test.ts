import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contribution } from '../../../src/model/article.ts';
import { SummarySchema } from '../../../src/model/summary.ts';
import { memoryMentionStore } from '../../../src/stages/aggregation/memory-mention-store.ts';
import type { MentionStore } from '../../../src/stages/aggregation/mention-store.ts';
import { article, articleId, exactly, repeat } from './invented.ts';
import { line } from './run-days.ts';
import { STOCK } from './stock.ts';

const CELL = '2015-07-04/SY02';
const NATION = '2015-07-04/SY';

const shuffled = fc.shuffledSubarray([...STOCK], { minLength: STOCK.length });

describe('aggregationStage', () => {
  it('gives the same bytes for any order, repetition and partition', async () => {
    const once = line();
    await once.add(STOCK);
    const expected = await once.contents();
    await fc.assert(
      fc.asyncProperty(
        shuffled,
        fc.array(fc.constantFrom(...STOCK), { maxLength: 6 }),
        fc.integer({ min: 1, max: 5 }),
        async (order, again, size) => {
          const all = [...order, ...again];
          const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
            all.slice(i * size, (i + 1) * size),
          );
          const other = line();
          await other.add(...chunks);
          expect(await other.contents()).toBe(expected);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('gives the same bytes for workers that interleave', async () => {
    const once = line();
    await once.add(STOCK);
    const expected = await once.contents();
    await fc.assert(
      fc.asyncProperty(shuffled, fc.scheduler(), async (order, scheduler) => {
        const slow = line();
        const store = slow.mentionStore;
        const mentionStore = {
          ...store,
          register: scheduler.scheduleFunction(store.register),
          add: scheduler.scheduleFunction(store.add),
        };
        const workers = order.map((item) => line(mentionStore).add([item]));
        await scheduler.waitFor(Promise.all(workers));
        await line(store).add([]);
        expect(await slow.contents()).toBe(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('joins what a chunk tells of a cell at once, and reads again only what has links', async () => {
    const store = memoryMentionStore();
    const asked: string[] = [];
    const mentionStore: MentionStore = {
      ...store,
      register: (id, addition) => {
        asked.push(`register ${id}`);
        return store.register(id, addition);
      },
      add: (cell, facts) => {
        asked.push(`add ${cell}`);
        return store.add(cell, facts);
      },
    };
    const tells = [{ type: 'arrests' }] as const;
    const at = '2015-07-04T09:00';
    await line(mentionStore).add([
      article({ name: 'a', source: 'A', at, tells }),
      article({ name: 'b', source: 'B', at, tells }),
      repeat('r', 'C', '2015-07-04T10:00', 'b'),
    ]);
    const times = (what: string) => asked.filter((one) => one === what).length;
    expect(times(`add ${CELL}`)).toBe(1);
    expect(times(`register ${articleId('a')}`)).toBe(1);
    expect(times(`register ${articleId('r')}`)).toBe(2);
  });

  it('has the whole chunk brought again where a cell could not be written', async () => {
    const store = memoryMentionStore();
    let broken = true;
    const day = line({
      ...store,
      add: (cell, facts) => (broken ? Promise.reject(new Error('no Redis')) : store.add(cell, facts)),
    });
    await expect(day.add(STOCK)).rejects.toThrow('no Redis');
    expect(await store.pending()).toBe(0);
    broken = false;
    await day.add(STOCK);
    const once = line();
    await once.add(STOCK);
    expect(await day.contents()).toBe(await once.contents());
  });

  it('emits only what the schema allows', async () => {
    const day = line();
    for (const item of STOCK)
      for (const summary of await day.add([item])) SummarySchema.strict().parse(summary);
  });

  it('numbers revisions without gaps and says nothing when nothing changed', async () => {
    const day = line();
    const revisions = await day.add(...STOCK.map((item) => [item]));
    for (const cell of [CELL, NATION]) {
      const own = revisions.filter((s) => `${s.date}/${s.governorate.id}` === cell);
      expect(own.map(({ revision }) => revision)).toEqual(own.map((_, index) => index + 1));
    }
    expect(await day.add(STOCK)).toEqual([]);
  });

  it('withdraws what a newer edition no longer tells, and says because of which article', async () => {
    const day = line();
    await day.add([STOCK[0] as Contribution]);
    const [revision] = await day.add([STOCK[1] as Contribution]);
    expect(revision?.counts.events).toBe(1);
    expect(revision?.changes.removedEvents).toHaveLength(1);
    expect(revision?.changes.reasons).toEqual(['new_edition', 'withdrawn']);
    expect(revision?.changes.articles).toEqual([STOCK[0]?.id, STOCK[1]?.id].sort());
    expect(revision?.killed).toEqual(exactly(5));
  });

  it('counts a repeat that arrives before its original', async () => {
    const day = line();
    expect(await day.add([repeat('r', 'B', '2015-07-04T10:00', 'o')])).toEqual([]);
    const [revision] = await day.add([
      article({ name: 'o', source: 'A', at: '2015-07-04T09:00', tells: [{ type: 'arrests' }] }),
    ]);
    expect(revision?.counts).toEqual({ events: 1, mentions: 1, articles: 2, repeatsSuppressed: 1 });
    expect(revision?.eventDetails[0]?.sources).toEqual(['A', 'B']);
    expect(revision?.eventDetails[0]?.independentSources).toBe(1);
  });

  it('tells again what was withdrawn and comes back', async () => {
    const day = line();
    const told = { name: 'v1', source: 'A', tells: [{ type: 'arrests', killed: exactly(2) }] } as const;
    await day.add([article({ ...told, at: '2015-07-04T09:00' })]);
    const before = await day.latest(CELL);
    await day.add([article({ name: 'v2', source: 'A', at: '2015-07-04T10:00', replaces: ['v1'] })]);
    expect((await day.latest(CELL))?.counts.events).toBe(0);
    // The first text once more, published anew: the same id, a later time.
    const again = { ...article({ ...told, at: '2015-07-04T11:00' }), receivedAt: '2026-01-02T00:00:00Z' };
    await day.add([again]);
    const after = await day.latest(CELL);
    expect(after?.eventDetails).toEqual(before?.eventDetails);
    expect(after?.killed).toEqual(before?.killed);
    expect(after?.changes.reasons).toEqual(['new_edition']);
  });

  it('empties a summary when its only article takes everything back', async () => {
    const day = line();
    await day.add([
      article({ name: 'v1', source: 'A', at: '2015-07-04T09:00', tells: [{ type: 'arrests' }] }),
    ]);
    const revisions = await day.add([
      article({ name: 'v2', source: 'A', at: '2015-07-04T10:00', replaces: ['v1'] }),
    ]);
    expect(revisions.map((s) => [s.governorate.id, s.revision, s.counts.events])).toEqual([
      ['SY02', 2, 0],
      ['SY', 2, 0],
    ]);
    expect(revisions[0]?.changes.reasons).toEqual(['new_edition', 'withdrawn']);
    expect(revisions[0]?.changes.articles).toEqual([articleId('v1'), articleId('v2')].sort());
  });

  it('adds the governorates up to the country', async () => {
    const day = line();
    await day.add(STOCK);
    const [nation, north, south] = await Promise.all(
      [NATION, CELL, '2015-07-04/SY03'].map((cell) => day.latest(cell)),
    );
    expect(nation?.counts.events).toBe((north?.counts.events ?? 0) + (south?.counts.events ?? 0));
    expect(nation?.events).toEqual([...(north?.events ?? []), ...(south?.events ?? [])]);
    expect(nation?.byGovernorate.map(({ id, events }) => [id, events])).toEqual([
      ['SY02', 3],
      ['SY03', 1],
    ]);
    expect(nation?.tolls).toHaveLength(1);
  });

  it('puts a newer reading of an article in the place of the older, and says that the rules changed', async () => {
    const day = line();
    const older = article({ name: 'x', source: 'A', at: '2015-07-04', tells: [{ type: 'arrests' }] });
    const other = { type: 'arrests', governorate: 'SY03' } as const;
    const reading = article({ name: 'x', source: 'A', at: '2015-07-04', tells: [other] });
    const newer = { ...reading, replayedAt: '2026-02-01T00:00:00Z' };
    await day.add([older]);
    const revisions = await day.add([newer]);
    const told = revisions.map((s) => [s.governorate.id, s.counts.events, s.changes.reasons]);
    expect(told).toEqual([
      ['SY02', 0, ['rules_changed']],
      ['SY03', 1, ['new_article']],
      ['SY', 1, ['rules_changed']],
    ]);
    expect(await day.add([older])).toEqual([]);
  });

  it('leaves out what is denied, foreign or nowhere', async () => {
    const day = line();
    const tells = [
      { type: 'arrests', modality: 'denied' },
      { type: 'arrests', country: 'IQ', governorate: null },
      { type: 'arrests', governorate: null },
    ] as const;
    expect(await day.add([article({ name: 'x', source: 'A', at: '2015-07-04', tells })])).toEqual([]);
  });
});
