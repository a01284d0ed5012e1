import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitClauses, splitSentences } from '../../src/arabic/clauses.ts';
import { tokenise } from '../../src/arabic/tokens.ts';
import { anyText } from './texts.ts';

function clauses(text: string): string[] {
  return splitClauses(tokenise(text)).map(({ start, end }) => text.slice(start, end));
}

function connectives(text: string): (string | null)[] {
  return splitClauses(tokenise(text)).map(({ connective }) => connective);
}

describe('splitClauses', () => {
  it.each<[string, number]>([
    ['شن الطيران غارات على البلدة، وقصفت المدفعية أطرافها', 2],
    ['شن الطيران غارات على البلدة ، و قصفت المدفعية أطرافها', 2],
    ['دارت اشتباكات في الحي كما سقطت قذائف على السوق', 2],
    ['دارت اشتباكات في الحي في حين شن الطيران غارات', 2],
    ['دارت اشتباكات في الحي بينما سقطت قذائف', 2],
    ['سيطر الثوار على الحاجز ومن جهة أخرى سقط صاروخ', 2],
    ['سيطر الثوار على الحاجز ، و في خبر منفصل فقد انفجرت عبوة', 2],
    ['سيطر الثوار على الحاجز، وفي حي الميدان سقطت قذائف', 2],
    ['شن الطيران غارات على البلدة، ولم ترد أنباء عن إصابات', 2],
    ['قصف الطيران قرى بالسهل ( الأولى، والثانية، وقصفت الثالثة )', 1],
    ['قصف الطيران قرى الأولى، والثانية، والثالثة', 1],
    ['سقطت صواريخ أرض-أرض على الحي', 1],
    ['قال د. سامر إن البلدة آمنة', 1],
    ['بلغت المساحة 14.5 كيلومترا', 1],
  ])('%s: %i', (text, count) => {
    expect(clauses(text)).toHaveLength(count);
  });

  it('says what opens a clause', () => {
    expect(connectives('دارت اشتباكات في الحي، كما سقطت قذائف. إلى ذلك، أغار الطيران')).toEqual([
      null,
      'كما',
      'الي ذلك',
    ]);
  });

  it('leaves «كما» alone where it compares', () => {
    expect(clauses('بقي الوضع كما هو عليه')).toHaveLength(1);
  });
});

describe('splitSentences', () => {
  it('ends at stops and lines, not inside quotation or after a comma', () => {
    const text = 'قال: "انسحبنا." ثم صمت\nوصل رتل،\nإلى البلدة؟ نعم';
    const found = splitSentences(tokenise(text)).map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(['قال: "انسحبنا."', 'ثم صمت', 'وصل رتل،\nإلى البلدة؟', 'نعم']);
  });
});

describe('both', () => {
  it('cover all tokens once, clauses within their sentences', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = tokenise(text);
        for (const ranges of [splitSentences(tokens), splitClauses(tokens)]) {
          let next = 0;
          for (const range of ranges) {
            expect(range.first).toBe(next);
            expect(range.last).toBeGreaterThanOrEqual(range.first);
            expect(tokens[range.first]?.start).toBe(range.start);
            expect(tokens[range.last]?.end).toBe(range.end);
            next = range.last + 1;
          }
          expect(next).toBe(tokens.length);
        }
        const sentences = splitSentences(tokens);
        for (const clause of splitClauses(tokens)) {
          const sentence = sentences[clause.sentence];
          expect(clause.first).toBeGreaterThanOrEqual(sentence?.first ?? Number.NaN);
          expect(clause.last).toBeLessThanOrEqual(sentence?.last ?? Number.NaN);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('take long runs of openings', () => {
    expect(splitClauses(tokenise('كما قصف ، '.repeat(20_000)))).toHaveLength(20_000);
    expect(splitClauses(tokenise('( '.repeat(50_000)))).toHaveLength(1);
    expect(splitClauses(tokenise('، وفي '.repeat(50_000))).length).toBeGreaterThan(0);
  });
});
