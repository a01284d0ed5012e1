import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenise } from '../../src/arabic/tokens.ts';
import { formWords } from '../../src/knowledge/form-words.ts';
import { eachStem } from '../../src/knowledge/stems.ts';
import { buildTrie } from '../../src/knowledge/trie.ts';

const trie = buildTrie(
  [
    'جيش',
    'جيش الإسلام',
    'الإسلام',
    'الثوار',
    'اللاجئين',
    'صواريخ أرض أرض',
    'تنظيم الدولة الإسلامية',
    'كتائب',
    'قوى تابعة للإدارة',
  ].map((form) => ({ words: formWords(form), value: form })),
);

function found(text: string): string[] {
  const tokens = tokenise(text);
  return trie.scan(tokens).flatMap(({ values }) => values);
}

describe('a trie of names', () => {
  test.each([
    ['the longest name wins', 'دخل جيش الإسلام البلدة', ['جيش الإسلام']],
    ['a shorter one where the longer does not go on', 'دخل جيش العدو', ['جيش']],
    ['conjunction and preposition', 'والثوار وبالثوار فالثوار', ['الثوار', 'الثوار', 'الثوار']],
    ['ل before the article', 'للثوار وللثوار', ['الثوار', 'الثوار']],
    ['ل before the article and ل', 'للاجئين', ['اللاجئين']],
    [
      'quotation marks and hyphens inside',
      'تنظيم "الدولة الإسلامية" وصواريخ أرض – أرض',
      ['تنظيم الدولة الإسلامية', 'صواريخ أرض أرض'],
    ],
    ['a clitic that stands apart inside a name', 'قوى تابعة لـ"الإدارة"', ['قوى تابعة للإدارة']],
    ['a comma ends a name', 'جيش، الإسلام', ['جيش', 'الإسلام']],
    ['a paragraph ends a name', 'جيش\n\nالإسلام', ['جيش', 'الإسلام']],
    ['a line does not', 'جيش\nالإسلام', ['جيش الإسلام']],
    ['the whole word before a stem', 'كتائب', ['كتائب']],
    ['no stem unless known', 'وجيوش بالأسلمة', []],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('several values share a name in the order they came', () => {
    const shared = buildTrie([
      { words: ['حي'], value: 1 },
      { words: ['حي'], value: 2 },
      { words: ['حي'], value: 1 },
    ]);
    expect(shared.get(['حي'])).toEqual([1, 2]);
    expect(shared.size).toBe(1);
    expect(shared.get(['لا'])).toEqual([]);
  });

  const word = fc.stringMatching(/^[ابتجدرسلمنوفكي]{1,4}$/);
  const names = fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 });

  test('matches are in order, do not overlap, and say what stands there', () => {
    fc.assert(
      fc.property(names, fc.array(word, { maxLength: 30 }), (entries, words) => {
        const made = buildTrie(entries.map((entry) => ({ words: entry, value: entry.join(' ') })));
        const tokens = tokenise(words.join(' '));
        let last = -1;
        for (const match of made.scan(tokens)) {
          expect(match.first).toBeGreaterThan(last);
          last = match.last;
          const [head = '', ...rest] = tokens.slice(match.first, match.last + 1).map(({ norm }) => norm);
          const stems: string[] = [];
          eachStem(head, (stem) => stems.push(stem));
          for (const value of match.values) {
            const [first = '', ...others] = value.split(' ');
            expect(stems).toContain(first);
            expect(others).toEqual(rest);
          }
        }
      }),
    );
  });

  test('no longer name starts where a match starts', () => {
    fc.assert(
      fc.property(names, fc.array(word, { maxLength: 20 }), (entries, words) => {
        const made = buildTrie(entries.map((entry) => ({ words: entry, value: entry.join(' ') })));
        const tokens = tokenise(words.join(' '));
        for (const match of made.scan(tokens)) {
          const ends = made.all(tokens, match.first).map((other) => other.last);
          expect(match.last).toBe(Math.max(...ends));
        }
      }),
    );
  });

  test('what is put in is found', () => {
    fc.assert(
      fc.property(names, (entries) => {
        const made = buildTrie(entries.map((entry) => ({ words: entry, value: entry.join(' ') })));
        for (const entry of entries) {
          expect(made.get(entry)).toContain(entry.join(' '));
          expect(made.longest(tokenise(entry.join(' ')), 0)?.last).toBe(entry.length - 1);
        }
      }),
    );
  });
});
