import { describe, expect, it } from 'vitest';
import { certaintyOf } from '../../../src/stages/extraction/certainty.ts';
import type { Certainty } from '../../../src/stages/extraction/findings.ts';
import { readText } from './read-text.ts';

/** Certainty at the first token with a word, in the sentence it stands in. */
function at(text: string, word: string): Certainty {
  const reading = readText(text);
  const token = reading.tokens.findIndex(({ surface }) => surface.includes(word));
  const own = reading.clauses.find(({ first, last }) => first <= token && last >= token);
  const same = reading.clauses.filter(({ sentence }) => sentence === own?.sentence);
  return certaintyOf(reading, same[0]?.first ?? 0, same.at(-1)?.last ?? 0, token);
}

describe('certaintyOf', () => {
  it('is the article’s own voice where nobody is named', () => {
    expect(at('قصف الطيران البلدة', 'قصف')).toEqual({ modality: 'reported', attribution: null });
  });

  it.each([
    'أفاد المرصد السوري لحقوق الإنسان أن الطيران قصف البلدة',
    'الطيران قصف البلدة، بحسب المرصد السوري لحقوق الإنسان',
  ])('names a source that is no party: %s', (text) => {
    const found = at(text, 'قصف');
    expect(found.modality).toBe('reported');
    expect(found.attribution).toContain('المرصد');
  });

  it('takes the words of a party for a claim', () => {
    expect(at('أعلنت وزارة الدفاع الروسية أن الطيران قصف البلدة', 'قصف')).toEqual({
      modality: 'claimed',
      attribution: 'وزارة الدفاع الروسية',
    });
  });

  it('takes a party named at the end of the sentence for the speaker of all of it', () => {
    const text = 'أحبطت القوات محاولة تسلل، وقتل ثلاثة، بحسب المركز الإعلامي لقوات سوريا الديمقراطية.';
    expect(at(text, 'أحبطت').modality).toBe('claimed');
  });

  it('goes on with the speaker of the sentence before', () => {
    const text = 'قال المرصد السوري لحقوق الإنسان إن اشتباكات دارت. وأضاف أن الطيران قصف البلدة';
    expect(at(text, 'قصف').attribution).toContain('المرصد');
  });

  it('does not go on where the next sentence only tells', () => {
    const text = 'قال المرصد السوري لحقوق الإنسان إن اشتباكات دارت. ثم قصف الطيران البلدة';
    expect(at(text, 'قصف').attribution).toBeNull();
  });

  it('lets a source speak for its own piece of news in a section of one long sentence', () => {
    const filler = 'دارت اشتباكات عنيفة في أطراف البلدة بين الطرفين وسط تحليق للطيران في الأجواء '.repeat(6);
    const text = `${filler}، وقالت وكالة أعماق إن انتحاريا هاجم الحاجز، ومن جهة أخرى فقد قصف الطيران القرية`;
    expect(at(text, 'هاجم')).toEqual({ modality: 'claimed', attribution: 'وكالة أعماق' });
    expect(at(text, 'دارت').attribution).toBeNull();
    expect(at(text, 'قصف').attribution).toBeNull();
  });
});
