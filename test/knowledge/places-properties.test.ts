import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenise } from '../../src/arabic/tokens.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { resolvePlaces } from '../../src/knowledge/places/resolve.ts';

const { gazetteer } = loadKnowledge();
const names = gazetteer.places.filter((_, i) => i % 37 === 0).map(({ ar }) => ar);
const glue = [
  'في',
  'قرية',
  'بلدتي',
  'حي',
  'و',
  '،',
  '(',
  ')',
  '.',
  '\n',
  'طريق',
  '-',
  'بريف',
  'حلب',
  'قصف',
  'من جهة',
  'ولل',
  '"',
  '17',
];

const words = fc.oneof(fc.constantFrom(...names), fc.constantFrom(...glue), fc.string({ maxLength: 6 }));
const texts = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(' '));

function resolve(text: string) {
  return resolvePlaces(tokenise(text), { sections: [], published: '2017-01-01', text }, gazetteer);
}

describe('on any text', () => {
  test('a surface is a slice of the text, its tokens lie in order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { start, end, surface, first, last } of resolve(text).places) {
          expect(text.slice(start, end)).toBe(surface);
          expect(surface).not.toBe('');
          expect(last).toBeGreaterThanOrEqual(first);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('only what a road joins lies inside another place', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const places = resolve(text).places.filter(({ use }) => use !== 'direction');
        for (let i = 1; i < places.length; i++) {
          expect(places[i]?.start).toBeGreaterThanOrEqual(places[i - 1]?.end ?? 0);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('both ends of a road lie inside its name', () => {
    const [road, ...ends] = resolve('طريق مشيرفة الحاج الإمارات').places;
    expect(ends.map(({ use }) => use)).toEqual(['direction', 'direction']);
    expect(ends.every(({ end }) => end <= (road?.end ?? 0))).toBe(true);
  });

  test('the same text gives the same places, wherever it stands', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const shifted = resolve(`${text}\n\n`).places;
        expect(shifted).toEqual(resolve(text).places);
      }),
      { numRuns: 100 },
    );
  });

  test('a place keeps its own governorate, unless it lies in several', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { place, governorate } of resolve(text).places) {
          if (place?.governorate != null) expect(governorate).toBe(place.governorate);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('every town of the gazetteer', () => {
  test('is found in its governorate when its name and its governorate are told', () => {
    const missed: string[] = [];
    for (const place of gazetteer.places) {
      if (place.level !== 'adm4' || place.governorate === null || !place.id.startsWith('C')) continue;
      const governorate = gazetteer.place(place.governorate);
      const text = `قصف على بلدة ${place.ar} بريف ${governorate?.ar.replace(/^ريف /, '')}`;
      const found = resolve(text).places[0];
      if (found?.governorate !== place.governorate)
        missed.push(`${place.id} ${place.ar} ${found?.governorate}`);
    }
    expect(missed).toEqual([]);
  });
});
