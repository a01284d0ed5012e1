import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareStems, readings } from '../../src/arabic/clitics.ts';
import { normaliseWord } from '../../src/arabic/normalise.ts';
import { anyText } from './texts.ts';

function written(word: string): string[] {
  return readings(normaliseWord(word)).map(({ prefix, stem, suffix }) => [prefix, stem, suffix].join('+'));
}

describe('readings', () => {
  it.each([
    ['وبالمدينة', 'وبال+مدينه+'],
    ['للثوار', 'لل+ثوار+'],
    ['ولمدينة', 'ول+مدينه+'],
    ['فسيقصف', 'فس+يقصف+'],
    ['استهدفوهم', '+استهدفو+هم'],
    ['قريتهم', '+قريه+هم'],
    ['كالقصف', 'كال+قصف+'],
    ['مقرها', '+مقر+ها'],
  ])('%s can be %s', (word, reading) => {
    expect(written(word)).toContain(reading);
  });

  it('puts the whole word first and reads no pronoun after an article', () => {
    expect(written('والي')[0]).toBe('+والي+');
    expect(readings('المقرها').some(({ prefix, suffix }) => prefix === 'ال' && suffix !== '')).toBe(false);
  });

  it('gives bare stems without pronouns', () => {
    expect(bareStems('بالرقه')).toEqual(['بالرقه', 'الرقه', 'رقه']);
  });

  it('gives parts that make up the word again, ta marbuta aside', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const norm = normaliseWord(text).replace(/\s/g, '');
        for (const { prefix, stem, suffix } of readings(norm)) {
          const again = prefix + stem + suffix;
          const opened = prefix + stem.replace(/ه$/, 'ت') + suffix;
          expect([again, opened]).toContain(norm);
        }
      }),
    );
  });
});
