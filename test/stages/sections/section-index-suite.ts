/** What every section index must do; run against memory and against a real Redis. */
import { describe, expect, it } from 'vitest';
import { printWords } from '../../../src/arabic/likeness/word-print.ts';
import { tokenise } from '../../../src/arabic/tokens.ts';
import type { SectionEntry, SectionIndex } from '../../../src/stages/sections/section-index.ts';
import { BULLETIN, OTHER } from '../dedup/entries.ts';

export function sectionEntry(id: string, text: string, told: Partial<SectionEntry> = {}): SectionEntry {
  return {
    id,
    article: `article of ${id}`,
    day: '2014-03-02',
    governorates: ['SY05'],
    words: printWords(tokenise(text)).words,
    ...told,
  };
}

export function sectionIndexSuite(name: string, make: () => Promise<SectionIndex>): void {
  describe(name, () => {
    const idsOf = (answers: readonly (readonly SectionEntry[])[]): string[][] =>
      answers.map((found) => found.map(({ id }) => id));

    it('tells a later section of the earlier one, earliest first, and never the other way round', async () => {
      const index = await make();
      const [a, b, c] = ['a', 'b', 'c'].map((id) => sectionEntry(id, BULLETIN)) as [
        SectionEntry,
        SectionEntry,
        SectionEntry,
      ];
      expect(idsOf(await index.register([a, b]))).toEqual([[], ['a']]);
      expect(idsOf(await index.register([c]))).toEqual([['a', 'b']]);
      expect(idsOf(await index.register([b, a]))).toEqual([['a'], []]);
    });

    it('gives back what was registered', async () => {
      const index = await make();
      const old = sectionEntry('a', BULLETIN, { governorates: ['SY05', 'SY07'] });
      await index.register([old]);
      const [found] = await index.register([sectionEntry('b', BULLETIN)]);
      expect({ ...found?.[0], words: [...(found?.[0]?.words ?? [])] }).toEqual({
        ...old,
        words: [...old.words],
      });
    });

    it.each([
      ['the same day', '2014-03-02', ['SY05'], true],
      ['two days before', '2014-02-28', ['SY05'], true],
      ['two days after', '2014-03-04', ['SY05'], true],
      ['three days after', '2014-03-05', ['SY05'], false],
      ['another governorate', '2014-03-02', ['SY07'], false],
      ['a heading of two', '2014-03-02', ['SY07', 'SY05'], true],
      ['no governorate', '2014-03-02', [], false],
    ])('looks in its governorate within two days: %s', async (_, day, governorates, expected) => {
      const index = await make();
      await index.register([sectionEntry('a', BULLETIN)]);
      const found = idsOf(await index.register([sectionEntry('b', BULLETIN, { day, governorates })]));
      expect(found).toEqual([expected ? ['a'] : []]);
    });

    it('leaves sections of the same article to the caller', async () => {
      const index = await make();
      await index.register([sectionEntry('a', BULLETIN, { article: 'one' })]);
      expect(idsOf(await index.register([sectionEntry('b', BULLETIN, { article: 'one' })]))).toEqual([[]]);
    });

    it('finds a short section inside a long one', async () => {
      const index = await make();
      const sentence = BULLETIN.split('\n')[2] as string;
      await index.register([sectionEntry('long', `${OTHER} ${BULLETIN} ${OTHER}`)]);
      expect(idsOf(await index.register([sectionEntry('short', sentence)]))).toEqual([['long']]);
    });

    it('finds its sections among hundreds', async () => {
      const index = await make();
      const many = Array.from({ length: 300 }, (_, at) => sectionEntry(`other ${at}`, `${OTHER} ${at}`));
      await index.register([sectionEntry('a', BULLETIN), ...many]);
      const [found] = await index.register([sectionEntry('b', BULLETIN)]);
      expect(found?.[0]?.id).toBe('a');
    });
  });
}
