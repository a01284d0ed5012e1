import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, normaliseWord } from '../../src/arabic/normalise.ts';
import { anyText } from './texts.ts';

describe('normaliseWord', () => {
  it.each([
    ['أحمد', 'احمد'],
    ['إدلب', 'ادلب'],
    ['آذار', 'اذار'],
    ['مسؤول', 'مسوول'],
    ['مئة', 'ميه'],
    ['القرى', 'القري'],
    ['بلدة', 'بلده'],
    ['قـــصف', 'قصف'],
    ['قُتِلَ', 'قتل'],
    ['هٰذا', 'هذا'],
    ['ﻻجئ', 'لاجي'],
    ['ﺣﻠﺐ', 'حلب'],
    ['٤٥', '45'],
    ['۷۸', '78'],
    ['کیلو', 'كيلو'],
    ['گرد', 'كرد'],
    ['ال\u200fحرب', 'الحرب'],
    ['أ\u0654', 'ا'],
    ['M5', 'm5'],
  ])('%s becomes %s', (word, folded) => {
    expect(normaliseWord(word)).toBe(folded);
  });

  it('done twice is done once', () => {
    fc.assert(fc.property(anyText, (text) => normaliseWord(normaliseWord(text)) === normaliseWord(text)));
  });
});

describe('normalise', () => {
  it.each([
    ['قال &quot;نعم&quot;', 'قال "نعم"'],
    ['&#171;حلب&#187;', '«حلب»'],
    ['حلب#187;', 'حلب»'],
    ['&amp;quot;', '"'],
    ['رقم #17;', 'رقم #17;'],
    ['a&nbsp;b', 'a b'],
  ])('%s becomes %s', (text, folded) => {
    expect(normalise(text).text).toBe(folded);
  });

  it('done twice is done once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normalise(text).text;
        expect(normalise(once).text).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('leads every position back to the original, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = normalise(text);
        let before = 0;
        for (let i = 0; i <= folded.text.length; i++) {
          const at = folded.toOriginal(i);
          expect(at).toBeGreaterThanOrEqual(before);
          before = at;
        }
        expect(folded.toOriginal(folded.text.length)).toBe(text.length);
      }),
    );
  });

  it('gives back a span with its harakat, and not the next word', () => {
    const text = 'قصفَ\u200f حلبًا';
    const folded = normalise(text);
    const at = folded.text.indexOf('حلب');
    const span = folded.spanToOriginal(at, at + 3);
    expect(text.slice(span.start, span.end)).toBe('حلبً');
    const first = folded.spanToOriginal(0, 3);
    expect(text.slice(first.start, first.end)).toBe('قصفَ\u200f');
  });

  it('folds the original slice of a span to the words of the span', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const folded = normalise(text);
        const start = Math.min(a, b) % (folded.text.length + 1);
        const end = Math.max(start, Math.min(folded.text.length, Math.max(a, b) % (folded.text.length + 1)));
        const span = folded.spanToOriginal(start, end);
        expect(normalise(text.slice(span.start, span.end)).text).toContain(folded.text.slice(start, end));
      }),
    );
  });

  it('takes a million of one letter, and a million ampersands', () => {
    expect(normalise('ة'.repeat(1_000_000)).text).toHaveLength(1_000_000);
    expect(normalise('&'.repeat(1_000_000)).text).toHaveLength(1_000_000);
    expect(normalise('&amp;'.repeat(200_000)).text).toHaveLength(200_000);
  });
});
