import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classOf, INVISIBLE, MARK, NEWLINE, SPACE } from '../../src/arabic/characters.ts';
import { tokenise } from '../../src/arabic/tokens.ts';
import { anyText } from './texts.ts';

function norms(text: string): string[] {
  return tokenise(text).map((token) => token.norm);
}

describe('tokenise', () => {
  it.each<[string, string[]]>([
    ['قصف، ثم انسحب.', ['قصف', '،', 'ثم', 'انسحب', '.']],
    ['جبل ال٤٥', ['جبل', 'ال', '45']],
    ['الـ 70 برميلا', ['ال', '70', 'برميلا']],
    ['و15 قتيلاً', ['و', '15', 'قتيلا']],
    ['15قتيلا', ['15', 'قتيلا']],
    ['طريق M5 وF16', ['طريق', 'm5', 'و', 'f16']],
    ['بـ"سكود"', ['ب', '"', 'سكود', '"']],
    ['حلب::', ['حلب', '::']],
    ['بلغ 1,500 و14.5 و3٬200', ['بلغ', '1,500', 'و', '14.5', 'و', '3,200']],
    ['4.7.2015', ['4', '.', '7', '.', '2015']],
    ['ال\u200fزبداني', ['الزبداني']],
    ['#ريف_دمشق', ['#', 'ريف', 'دمشق']],
    ['قُتـ.ـل وقتـ ـلى', ['قتل', 'وقتلي']],
    ['كبيـ. ثم', ['كبي', '.', 'ثم']],
    ['(حلب) – دمشق', ['(', 'حلب', ')', '-', 'دمشق']],
    ['&quot;حلب&#187;', ['"', 'حلب', '»']],
  ])('%s', (text, expected) => {
    expect(norms(text)).toEqual(expected);
  });

  it('tells what stands between tokens', () => {
    const gaps = tokenise('أ ب\nج\n\nد،').map((token) => token.gap);
    expect(gaps).toEqual(['none', 'space', 'line', 'paragraph', 'none']);
  });

  it('counts offsets from the start of the whole text', () => {
    const text = 'حلب:: قصف مدفعي';
    const [token] = tokenise(text, 6, 9);
    expect(token).toMatchObject({ start: 6, end: 9, surface: 'قصف', index: 0 });
    expect(tokenise(text, 6, 9)).toHaveLength(1);
  });

  it('gives surfaces that are slices, in order, and loses nothing that is seen', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let at = 0;
        tokenise(text).forEach((token, index) => {
          expect(token.index).toBe(index);
          expect(text.slice(token.start, token.end)).toBe(token.surface);
          expect(token.surface).not.toBe('');
          expect(isUnseen(text, at, token.start)).toBe(true);
          at = token.end;
        });
        expect(isUnseen(text, at, text.length)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps a mark that is a character of its own', () => {
    expect(tokenise('\ufc5e').map(({ surface }) => surface)).toEqual(['\ufc5e']);
  });

  it('takes a million of one letter, digit or mark as one token', () => {
    for (const char of ['ا', '5', '!', '\u200f'])
      expect(tokenise(char.repeat(1_000_000)).length).toBeLessThanOrEqual(1);
    expect(tokenise('&'.repeat(100_000)).length).toBeLessThanOrEqual(1);
    expect(tokenise('1.'.repeat(200_000))).toHaveLength(400_000);
  });
});

function isUnseen(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const kind = classOf(text.charCodeAt(i));
    const blankEntity = /^&(?:nbsp|zwnj|zwj|lrm|rlm|#\d+|#x[\da-f]+);/i.exec(text.slice(i, to));
    if (blankEntity !== null) i += blankEntity[0].length - 1;
    else if (kind !== SPACE && kind !== NEWLINE && kind !== INVISIBLE && kind !== MARK) return false;
  }
  return true;
}
