import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/arabic/likeness/difference.ts';
import { NumberTable } from '../../../src/arabic/likeness/number-table.ts';
import { shinglesOf } from '../../../src/arabic/likeness/shingles.ts';
import { GUESSED_NAME, NAME, NEGATION, NUMBER, PLAIN } from '../../../src/arabic/likeness/word-facts.ts';
import { hashOfWord, kindOfWord, printWords } from '../../../src/arabic/likeness/word-print.ts';
import { normaliseWord } from '../../../src/arabic/normalise.ts';
import { tokenise } from '../../../src/arabic/tokens.ts';

const printOf = (text: string): Uint32Array => printWords(tokenise(text)).words;
const hashes = (text: string): number[] => Array.from(printOf(text), hashOfWord);

describe('printing words', () => {
  it.each([
    ['spellings', 'أُصيبَ إبراهيم في الجامعة', 'اصيب ابراهيم فى الجامعه'],
    ['a lone and', 'قصف و تدمير', 'قصف وتدمير'],
    ['and or none', 'وقصف', 'قصف'],
    ['punctuation', 'قصف، ثم هدوء.', 'قصف ثم هدوء'],
    ['digits of three scripts', 'قتل 15', 'قتل ١٥'],
    ['number words', 'قتل خمسة وعشرين', 'قتل 25'],
  ])('%s print alike', (_, one, other) => {
    expect(hashes(one)).toEqual(hashes(other));
  });

  it.each([
    ['قتل 15 شخصا', [PLAIN, NUMBER, PLAIN]],
    ['سقط شهيدان', [PLAIN, NUMBER]],
    ['لم تسجل إصابات', [NEGATION, PLAIN, PLAIN]],
    ['ولم تسجل', [NEGATION, PLAIN]],
    ['قصف بلدة الفرات', [PLAIN, PLAIN, GUESSED_NAME]],
    ['على قريتي الرمان والزيتون وسقط', [PLAIN, PLAIN, GUESSED_NAME, GUESSED_NAME, GUESSED_NAME]],
    ['في ناحية أخرى', [PLAIN, PLAIN, PLAIN]],
    ['صباح الخميس', [PLAIN, NAME]],
  ])('knows the kinds of «%s»', (text, kinds) => {
    expect(Array.from(printOf(text), kindOfWord)).toEqual(kinds);
  });

  it('prints a name that it is given as one word, however it is spelt', () => {
    const print = (text: string, last: number) =>
      printWords(tokenise(text), new Map([[1, { last, name: 'C1' }]])).words;
    expect([...print('في كفر نبل أمس', 2)]).toEqual([...print('في كفرنبل أمس', 1)]);
  });

  it('keeps every word below 2^24 and in its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const tokens = tokenise(text);
        const { words, first, last } = printWords(tokens);
        for (let i = 0; i < words.length; i++) {
          expect(words[i]).toBeLessThan(2 ** 24);
          expect(first[i]).toBeLessThanOrEqual(last[i] as number);
          if (i > 0) expect(first[i]).toBeGreaterThan(last[i - 1] as number);
          expect(normaliseWord(tokens[first[i] as number]?.surface ?? '')).not.toBe('و');
        }
      }),
    );
  });
});

const text = fc
  .array(fc.integer({ min: 0, max: 2 ** 24 - 1 }), { maxLength: 80 })
  .map((list) => Uint32Array.from(list));

describe('comparing', () => {
  it('finds nothing new in a text compared with itself', () => {
    fc.assert(
      fc.property(text, (words) => {
        const { newer, older, jaccard } = compare(words, words);
        expect(newer.runs.concat(older.runs)).toEqual([]);
        if (words.length > 0) expect([newer.containment, older.containment, jaccard]).toEqual([1, 1, 1]);
      }),
    );
  });

  it('says the same of both texts from either side', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const there = compare(a, b);
        const back = compare(b, a);
        expect(there.newer).toEqual(back.older);
        expect(there.jaccard).toBe(back.jaccard);
      }),
    );
  });

  it('tells exactly the words that were put in', () => {
    const unlike = fc.uniqueArray(fc.integer({ min: 1, max: 2 ** 20 }), { minLength: 30, maxLength: 60 });
    fc.assert(
      fc.property(
        unlike,
        // At least one 3-gram stays whole behind what was put in: 18 + 9 + 3 words.
        fc.integer({ min: 3, max: 18 }),
        fc.integer({ min: 1, max: 9 }),
        (list, at, count) => {
          const words = Uint32Array.from(list, (word) => word << 3);
          const whole = [...words.slice(0, at), ...words.slice(at + count)];
          const { newer, older } = compare(words, Uint32Array.from(whole));
          expect(newer.runs).toEqual([{ from: at, to: at + count }]);
          expect(older.containment).toBeGreaterThan(0.85);
        },
      ),
    );
  });

  it('counts like a set', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 40 })), fc.array(fc.nat({ max: 40 })), (a, b) => {
        const [one, other] = [new NumberTable(Uint32Array.from(a)), new NumberTable(Uint32Array.from(b))];
        const set = new Set(b);
        expect(one.size).toBe(new Set(a).size);
        expect(one.countShared(other)).toBe([...new Set(a)].filter((item) => set.has(item)).length);
      }),
    );
  });

  it('gives a text of one or two words one shingle', () => {
    expect([0, 1, 2, 3, 4].map((length) => shinglesOf(new Uint32Array(length).fill(8)).length)).toEqual([
      0, 1, 1, 1, 2,
    ]);
  });
});
