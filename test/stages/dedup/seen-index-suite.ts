/** What every seen index must do; run against memory and against a real Redis. */
import { describe, expect, it } from 'vitest';
import { NEW } from '../../../src/stages/dedup/decide.ts';
import type { SeenEntry, SeenIndex, Verdict } from '../../../src/stages/dedup/seen-index.ts';
import { settleAll } from '../../../src/stages/dedup/settle-all.ts';
import { INDEX_LIMITS } from '../../../src/stages/dedup/thresholds.ts';
import { BULLETIN, entry, OTHER } from './entries.ts';

const DAY_MS = 86_400_000;
const exactOf = (of: string): Verdict => ({
  kind: 'exact',
  of,
  containment: 1,
  replaces: [],
  links: [],
  read: false,
});

export interface SuiteClock {
  now: number;
}

export function seenIndexSuite(name: string, make: (clock: SuiteClock) => Promise<SeenIndex>): void {
  describe(name, () => {
    const clock = (): SuiteClock => ({ now: Date.parse('2024-05-10T09:00:00Z') });
    const one = (source: string): SeenEntry => entry(BULLETIN, { source });

    it('knows nothing at first', async () => {
      const index = await make(clock());
      expect(await index.register([one('a')])).toMatchObject([{ copy: false, verdict: null, earlier: [] }]);
    });

    it('tells a later article of the earlier one and never the other way round', async () => {
      const index = await make(clock());
      await index.register([one('a')]);
      const [later] = await index.register([one('b')]);
      const [again] = await index.register([one('a')]);
      expect(later?.earlier.map((sighting) => sighting.entry.id)).toEqual([one('a').id]);
      expect(again?.earlier).toEqual([]);
    });

    it('keeps what it needs to decide again', async () => {
      const index = await make(clock());
      const told = entry(`عنوان الخبر\n${BULLETIN}\nالمصدر المراسل`, {
        source: 'a',
        url: 'https://example.org/1',
      });
      await index.register([told]);
      const [later] = await index.register([one('b')]);
      const kept = later?.earlier[0]?.entry as SeenEntry;
      const plain = ({ words, keys, ...rest }: SeenEntry) => ({
        ...rest,
        words: [...words],
        keys: [...keys.own],
      });
      expect(plain(kept)).toEqual(plain(told));
    });

    it('orders a chunk as it stands', async () => {
      const index = await make(clock());
      const chunk = ['a', 'b', 'c'].map(one);
      const seen = await index.register(chunk);
      expect(seen.map(({ earlier }) => earlier.map((sighting) => sighting.entry.source))).toEqual([
        [],
        [chunk[0]?.source],
        [chunk[0]?.source, chunk[1]?.source],
      ]);
    });

    it('does not match what shares no words', async () => {
      const index = await make(clock());
      await index.register([entry(OTHER)]);
      const [seen] = await index.register([one('a')]);
      expect(seen?.earlier).toEqual([]);
    });

    it('answers the first verdict for ever', async () => {
      const index = await make(clock());
      const [a, b] = [one('a'), one('b')];
      await index.register([a, b]);
      await index.settle([
        { entry: a, verdict: NEW },
        { entry: b, verdict: { ...exactOf(a.id), replaces: ['0123456789abcdef'] } },
      ]);
      await index.settle([
        { entry: a, verdict: exactOf(b.id) },
        { entry: b, verdict: NEW },
      ]);
      const [seenA, seenB] = await index.register([a, b]);
      expect(seenA?.verdict).toEqual(NEW);
      expect(seenB?.verdict).toEqual({ ...exactOf(a.id), replaces: ['0123456789abcdef'] });
    });

    it('tells a copy in another file from a retry', async () => {
      const index = await make(clock());
      const first = entry(BULLETIN, { file: 'one.txt' });
      await index.register([first]);
      const [retry, copy] = await index.register([first, entry(BULLETIN, { file: 'two.txt' })]);
      expect([retry?.copy, copy?.copy]).toEqual([false, true]);
    });

    it('finds versions by URL although no word is the same', async () => {
      const index = await make(clock());
      const old = entry(BULLETIN, { url: 'https://example.org/live' });
      await index.register([old]);
      const [seen] = await index.register([entry(OTHER, { url: 'https://example.org/live' })]);
      expect(seen?.earlier.map((sighting) => sighting.entry.id)).toEqual([old.id]);
    });

    it('forgets after its days, not before', async () => {
      const time = clock();
      const index = await make(time);
      await index.register([one('a')]);
      time.now += (INDEX_LIMITS.memoryDays - 1) * DAY_MS;
      const [still] = await index.register([one('b')]);
      time.now += DAY_MS;
      const [gone] = await index.register([one('c')]);
      expect(still?.earlier.map((sighting) => sighting.entry.source)).toEqual([one('a').source]);
      expect(gone?.earlier.map((sighting) => sighting.entry.source)).toEqual([one('b').source]);
    });

    it('finds the original of a story that everybody prints', async () => {
      const index = await make(clock());
      const original = one('original');
      await settleAll([original], index);
      for (let i = 0; i < 3; i++) {
        const prints = Array.from({ length: 40 }, (_, at) =>
          entry(`${BULLETIN} ${'مراسل'.repeat((at % 3) + 1)}`, { source: `paper ${i} ${at}` }),
        );
        for (const { verdict } of await settleAll(prints, index)) {
          expect(verdict).toMatchObject({ kind: 'near_duplicate', of: original.id });
        }
      }
    });

    it('keeps exact repeats in the buckets, since their publisher may correct them', async () => {
      const index = await make(clock());
      const [a, b, c] = [one('a'), one('b'), one('c')];
      await settleAll([a, b], index);
      const [third] = await index.register([c]);
      expect(third?.earlier.map((sighting) => sighting.entry.source)).toEqual([a.source, b.source]);
      const [again] = await index.register([b]);
      expect(again?.verdict).toMatchObject({ kind: 'exact', of: a.id });
    });

    it('decides about what a dead worker left behind as that worker would have', async () => {
      const index = await make(clock());
      const chain = [
        one('a'),
        entry(`${BULLETIN} خاص`, { source: 'b' }),
        entry(`عاجل ${BULLETIN} خاص`, { source: 'c' }),
      ];
      await index.register(chain);
      const [last] = await settleAll([chain[2] as SeenEntry], index);
      const [middle] = await settleAll([chain[1] as SeenEntry], index);
      const [first] = await settleAll([chain[0] as SeenEntry], index);
      expect([first?.verdict.kind, middle?.verdict.of, last?.verdict.of]).toEqual([
        'new',
        chain[0]?.id,
        chain[0]?.id,
      ]);
    });
  });
}
