import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { tokenise } from '../../src/arabic/tokens.ts';
import { isWrapped, withoutWrapping } from '../../src/arabic/wrapped-lines.ts';

const WRAPPED = [
  'ذكرت لجان محلية في حصيلة جديدة أن عدد القتلى في البلاد قد ارتفع مساء اليوم إلى',
  'عشرين شخصا بينهم سبعة في حمص وحدها فيما توزع باقي القتلى على مدن درعا وحماة ثم',
  'ريف دمشق وحلب.',
  'وقالت اللجان في بيان إنه في ظل ارتفاع حصيلة القتلى تشهد مدينة حمص قصفا عنيفا جدا',
  'وانفجارات في حي الخالدية وسط إطلاق نار كثيف وفي بلدة نوى بدرعا تدور اشتباكات بين',
  'الجيش الحر وقوات النظام حيث تمكن عناصر الجيش الحر من تحرير بناء في وسط البلدة من',
  'سيطرة القوات.',
].join('\n');

describe('isWrapped', () => {
  it('sees lines broken at one width', () => {
    expect(isWrapped(WRAPPED)).toBe(true);
  });

  test.each([
    [
      'a list of headlines',
      Array(8).fill('قصف عنيف على مدينة دوما ومقتل ثلاثة مدنيين وإصابة عدد آخر بجروح').join('\n'),
    ],
    [
      'paragraphs',
      Array(8)
        .fill(`${'قصف الطيران الحربي مدينة دوما. '.repeat(6)}`)
        .join('\n'),
    ],
    ['lines of all lengths', `${WRAPPED}\nقصف عنيف على مدينة دوما ومقتل ثلاثة مدنيين وامرأة`],
    ['a short text', 'قصف الطيران الحربي مدينة دوما\nصباح اليوم.'],
  ])('sees none in %s', (_, text) => {
    expect(isWrapped(text)).toBe(false);
  });
});

describe('withoutWrapping', () => {
  it('joins what was broken, and keeps the ends of sentences', () => {
    const tokens = withoutWrapping(WRAPPED, tokenise(WRAPPED));
    const lines = tokens.filter(({ gap }) => gap === 'line').map(({ surface }) => surface);
    expect(lines).toEqual(['وقالت']);
  });

  it('changes nothing but gaps', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[اب .]{0,80}$/)), (lines) => {
        const text = lines.join('\n');
        const tokens = tokenise(text);
        const joined = withoutWrapping(text, tokens);
        expect(joined.map(({ surface, start }) => [surface, start])).toEqual(
          tokens.map(({ surface, start }) => [surface, start]),
        );
      }),
    );
  });
});
