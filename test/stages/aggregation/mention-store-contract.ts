/** What every mention store must do; run on memory and on Redis alike. */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type Contribution, NovelArticleSchema } from '../../../src/model/article.ts';
import type { SummaryEvent } from '../../../src/model/summary-event.ts';
import { aggregationStage } from '../../../src/stages/aggregation/aggregation-stage.ts';
import type { MentionStore } from '../../../src/stages/aggregation/mention-store.ts';
import { publishAll, publishDue } from '../../../src/stages/aggregation/publish.ts';
import { article, KNOWLEDGE } from './invented.ts';
import { line } from './run-days.ts';
import { STOCK } from './stock.ts';

export interface StoreUnderTest {
  readonly store: MentionStore;
  /** Everything on the stream, in order. */
  events(): Promise<readonly SummaryEvent[]>;
  stop(): Promise<void>;
}

export const INTERVAL = 1_000;
const CELL = '2015-07-04/SY02';

export function mentionStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`the mention store in ${name}`, () => {
    let tested: StoreUnderTest;
    const start = async () => {
      tested = await open();
      return tested;
    };
    afterEach(() => tested.stop());

    async function add(items: readonly Contribution[], now: number) {
      const ports = { mentionStore: tested.store, summaryKnowledge: KNOWLEDGE, now: () => now };
      await aggregationStage.run(items, ports);
      return ports;
    }

    it('keeps the same facts for any order of the same additions', async () => {
      const measure = line();
      await measure.add(STOCK);
      const expected = await measure.contents();
      await fc.assert(
        fc.asyncProperty(fc.shuffledSubarray([...STOCK], { minLength: STOCK.length }), async (order) => {
          const { store, stop } = await start();
          const day = line(store);
          await day.add(...order.map((item) => [item]), STOCK);
          expect(await day.contents()).toBe(expected);
          await stop();
        }),
        { numRuns: 10 },
      );
    });

    it('stores a revision only after the one before it, and puts each on the stream once', async () => {
      const { store, events } = await start();
      const ports = await add(STOCK, 0);
      const all = await publishAll(ports, () => 0, { settleAfter: null });
      const latest = await store.latest(CELL);
      if (!latest) throw new Error('nothing was published');
      expect(await store.publish(CELL, latest, 1)).toBe(false);
      const next = { ...latest, summary: { ...latest.summary, revision: latest.summary.revision + 2 } };
      expect(await store.publish(CELL, next, 1)).toBe(false);
      expect((await events()).map(({ id }) => id)).toEqual(
        all.map((s) => `${s.date}/${s.governorate.id}/${s.revision}`),
      );
    });

    it('lets only one of many publishers store a revision', async () => {
      const { store, events } = await start();
      const ports = await add([STOCK[0] as Contribution], 0);
      await publishAll(ports, () => 0, { settleAfter: null });
      const latest = await store.latest(CELL);
      if (!latest) throw new Error('nothing was published');
      const next = { ...latest, summary: { ...latest.summary, revision: 2 } };
      const won = await Promise.all(Array.from({ length: 8 }, () => store.publish(CELL, next, 1)));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect((await events()).filter(({ id }) => id === `${CELL}/2`)).toHaveLength(1);
    });

    it('holds a second revision back for the interval, and the last state gets out', async () => {
      const { store } = await start();
      const options = { settleAfter: null };
      const ports = await add([STOCK[0] as Contribution], 0);
      expect(await publishDue(ports, 0, options)).toHaveLength(2);
      await add([STOCK[2] as Contribution], 10);
      await add([STOCK[3] as Contribution], 20);
      const soon = await publishDue(ports, 30, options);
      expect(soon.map((s) => s.governorate.id)).toEqual(['SY03']);
      const waits = await store.nextDue(30);
      expect(waits).toBe(INTERVAL - 30);
      const later = await publishDue(ports, INTERVAL, options);
      expect(later.map((s) => [s.governorate.id, s.revision])).toEqual([
        ['SY02', 2],
        ['SY', 2],
      ]);
      expect(later[1]?.tolls).toHaveLength(1);
      expect(await publishDue(ports, 2 * INTERVAL, options)).toEqual([]);
    });

    it('gives a cell to one publisher at a time, and again when it was touched meanwhile', async () => {
      const { store } = await start();
      await store.touch([CELL], 0);
      const [claim] = await store.claim(0, 10);
      if (!claim) throw new Error('nothing to claim');
      expect(claim.cell).toBe(CELL);
      expect(await store.claim(0, 10)).toEqual([]);
      expect(await store.claim(0, 10, true)).toEqual([]);
      await store.touch([CELL], 5);
      await store.release(claim, 10, null);
      expect(await store.claim(10, 10)).toEqual([]);
      const [again] = await store.claim(10 + INTERVAL, 10);
      expect(again?.cell).toBe(CELL);
      if (again) await store.release(again, 20 + INTERVAL, null);
      expect(await store.claim(1e9, 10)).toEqual([]);
    });

    it('settles a day after a quiet time and reopens it with late news', async () => {
      await start();
      const ports = await add([STOCK[0] as Contribution], 0);
      const options = { settleAfter: 10_000 };
      await publishDue(ports, 0, options);
      expect(await publishDue(ports, 9_999, options)).toEqual([]);
      const settled = await publishDue(ports, 10_000, options);
      expect(settled.map((s) => [s.governorate.id, s.status, s.changes.reasons])).toEqual([
        ['SY02', 'settled', ['settled']],
        ['SY', 'settled', ['settled']],
      ]);
      expect(await publishDue(ports, 50_000, options)).toEqual([]);
      await add([STOCK[3] as Contribution], 60_000);
      const late = await publishDue(ports, 60_000, options);
      expect(late.map((s) => [s.governorate.id, s.status, s.revision])).toEqual([
        ['SY02', 'open', 3],
        ['SY', 'open', 3],
      ]);
      expect(late[0]?.changes.reasons).toEqual(['new_article', 'reopened']);
    });

    it('keeps articles as dedup let them through, by day of publication', async () => {
      const { store } = await start();
      const later = article({ name: 'later', source: 'A', at: '2015-07-09', tells: [{ type: 'arrests' }] });
      await add([later, ...STOCK], 0);
      const kept = async (range: Parameters<MentionStore['kept']>[0]) => {
        const ids: string[] = [];
        for await (const item of store.kept(range)) ids.push(NovelArticleSchema.strict().parse(item).id);
        return ids;
      };
      const told = STOCK.filter(({ kind }) => kind === 'article').map(({ id }) => id);
      const all = await kept({});
      expect(all.at(-1)).toBe(later.id);
      expect([...all].sort()).toEqual([...told, later.id].sort());
      expect(await kept({ from: '2015-07-05' })).toEqual([later.id]);
      expect((await kept({ to: '2015-07-04' })).sort()).toEqual([...told].sort());
    });

    it('lists the latest summaries of a range', async () => {
      const { store } = await start();
      const ports = await add(STOCK, 0);
      await publishAll(ports, () => 0, { settleAfter: null });
      const list = async (range: Parameters<MentionStore['summaries']>[0]) => {
        const found: string[] = [];
        for await (const s of store.summaries(range)) found.push(`${s.date}/${s.governorate.id}`);
        return found;
      };
      expect(await list({})).toEqual(['2015-07-04/SY', '2015-07-04/SY02', '2015-07-04/SY03']);
      expect(await list({ governorate: 'SY03', from: '2015-07-04', to: '2015-07-04' })).toEqual([
        '2015-07-04/SY03',
      ]);
      expect(await list({ from: '2015-07-05' })).toEqual([]);
    });
  });
}
