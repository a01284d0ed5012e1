import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise } from '../../../src/arabic/tokens.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import type { Section } from '../../../src/model/article.ts';
import { clean } from '../../../src/stages/dedup/clean/clean.ts';
import { boilerplateRules } from '../../../src/stages/dedup/clean/clean-chunk.ts';
import { headingRules } from '../../../src/stages/sections/sections-stage.ts';
import { type Split, splitArticle } from '../../../src/stages/sections/split-article.ts';

const knowledge = loadKnowledge();
const headings = headingRules(knowledge);
const boilerplate = boilerplateRules(knowledge);
const PUBLISHED = { date: '2016-03-12', time: null, basis: 'explicit' } as const;

function split(text: string, id = 'a'.repeat(16)): Split & { removed: { start: number; end: number }[] } {
  const { removed, title } = clean(text, { source: 'x' }, boilerplate);
  return { ...splitArticle({ id, text, title, published: PUBLISHED, removed }, headings), removed };
}

function sectionsOf({ bulletins, news }: Split): Section[] {
  return [...bulletins.flatMap((bulletin) => bulletin.sections), ...news];
}

const piece = fc.oneof(
  fc.constantFrom(
    'حلب::',
    'درعا:',
    'ريف دمشق :',
    '#إدلب',
    '= حمص =',
    'وفي حماة،',
    'دمشق – سانا:',
    'سياسياً:',
    'اترك تعليقاً',
    '0',
    'قصف مدفعي على أطراف بلدة حيان دون إصابات.',
    'أعلنت منظمة إغاثية إدخال سبع شاحنات من الطحين إلى البلدة.',
    'نشرة أخبار السبت 12-3-2016',
    'واحد × أربعة =',
    '\u200f',
    '&nbsp;',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);
const joint = fc.constantFrom('\n', ' ', '\n\n', '\r\n', '', '\u2028');
const anyText = fc
  .array(fc.tuple(piece, joint), { maxLength: 40 })
  .map((parts) => parts.map(([text, glue]) => text + glue).join(''));

describe('the day of a bulletin', () => {
  it('is the one that the sentence tells which counts its dead, above a table', () => {
    const { bulletins } = split(
      'لجان التنسيق المحلية – التقرير اليومي\n\nوثقت لجان التنسيق مع نهاية يوم أمس الجمعة استشهاد 31 شخصا، وتوزعوا على الشكل التالي:\nحلب 20 شهيدا\nإدلب 11 شهيدا\n\nحلب\nقتل 20 شخصا بقصف على مدينة الأتارب.\n\nإدلب\nقتل 11 شخصا بقصف على بلدة بنش.\n',
    );
    expect(bulletins.map(({ day, dayBasis }) => [day, dayBasis])).toEqual([['2016-03-11', 'relative']]);
  });

  it('is no day that is only told on the way', () => {
    const { bulletins } = split(
      'التقرير اليومي\n\nتحدثت الصحف أمس عن هدنة قريبة، واستمر القصف على المدن.\n\nحلب\nقتل 20 شخصا بقصف على مدينة الأتارب.\n\nإدلب\nقتل 11 شخصا بقصف على بلدة بنش.\n',
    );
    expect(bulletins.map(({ day }) => day)).toEqual(['2016-03-12']);
  });
});

describe('any text', () => {
  it('keeps the name of a town whole that ends in another name of the capital', () => {
    const text =
      'درعا: بصرى الشام : إصابة طفلة برصاص قناص\nريف دمشق: معضمية الشام : سقوط قذائف على الحي الشرقي';
    expect(sectionsOf(split(text)).map(({ governorate }) => governorate)).toEqual(['SY12', 'SY03']);
  });

  it('gives sections apart from each other and from what was removed, with ids of their own', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const result = split(text);
        const spans = [...sectionsOf(result), ...result.removed].sort((a, b) => a.start - b.start);
        let end = 0;
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        const ids = sectionsOf(result).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 500 },
    );
  });

  it('loses no word: each stands in a section, in a heading or in what was removed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const result = split(text);
        const spans = [...sectionsOf(result), ...result.removed].sort((a, b) => a.start - b.start);
        const outside = tokenise(text).filter(
          (token) =>
            token.kind !== 'punctuation' && !spans.some((s) => s.start <= token.start && token.end <= s.end),
        );
        for (const token of outside)
          expect(HEADING_WORDS.has(token.norm) || token.kind === 'number', token.surface).toBe(true);
      }),
      { numRuns: 300, examples: [['ﰱ\nحلب::\n']] },
    );
  });

  it('gives the same sections with the same ids again, and other ids for another article', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(split(text)).toEqual(split(text));
        const ids = new Set(sectionsOf(split(text)).map(({ id }) => id));
        expect(sectionsOf(split(text, 'b'.repeat(16))).some(({ id }) => ids.has(id))).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});

/** Words outside of all sections come from the headings among the pieces above; «في» also from the ligature U+FC31. */
const HEADING_WORDS = new Set(
  ['حلب', 'درعا', 'ريف', 'دمشق', 'إدلب', 'حمص', 'وفي', 'في', 'حماة', 'سياسياً', 'سانا'].flatMap((word) =>
    tokenise(word).map((token) => token.norm),
  ),
);

/** A text of this length is read in a second; quadratic work would take hours, and the test would time out. */
const HOSTILE_LENGTH = 600_000;

describe('hostile text', () => {
  it.each([
    ['colons', (size: number) => 'حلب:'.repeat(size / 4)],
    ['headings', (size: number) => 'حلب::\n'.repeat(size / 6)],
    ['opening words', (size: number) => 'وفي '.repeat(size / 4)],
    ['names joined', (size: number) => `${'حلب و'.repeat(size / 5)}:`],
    ['dashes', (size: number) => 'حلب – '.repeat(size / 6)],
    ['decoration', (size: number) => '= '.repeat(size / 2)],
    ['numbers', (size: number) => '1- '.repeat(size / 3)],
    ['short lines', (size: number) => 'خبر\n'.repeat(size / 4)],
    ['news openings', (size: number) => 'أعلنت منظمة إغاثية وصول قافلة جديدة\n'.repeat(size / 36)],
    ['sums', (size: number) => 'واحد × '.repeat(size / 7)],
    ['pointers', (size: number) => 'اقرأ أيضا '.repeat(size / 10)],
  ])('of %s is read', (_, make) => {
    const text = make(HOSTILE_LENGTH);
    for (const { start, end } of sectionsOf(split(text))) expect(text.slice(start, end).trim()).not.toBe('');
  });

  it('of 5 MB of one letter is one stretch of news', () => {
    const { news, bulletins } = split('ا'.repeat(5_000_000));
    expect(bulletins).toEqual([]);
    expect(news).toHaveLength(1);
  });
});
