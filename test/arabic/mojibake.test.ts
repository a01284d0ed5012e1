import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMojibake } from '../../src/arabic/mojibake.ts';
import { anyText } from './texts.ts';

const news = 'قصف مدفعي على البلدة';

function misread(label: string): string {
  return new TextDecoder(label).decode(new TextEncoder().encode(news));
}

describe('findMojibake', () => {
  it('sees UTF-8 read as windows-1252', () => {
    const found = findMojibake(`x ${misread('windows-1252')} y`);
    expect(found.map(({ kind }) => kind)).toEqual(['utf8-as-1252']);
  });

  it('sees UTF-8 read as windows-1256', () => {
    const found = findMojibake(misread('windows-1256'));
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['utf8-as-1256']));
  });

  it('sees windows-1256 read as windows-1252', () => {
    expect(findMojibake('ÇáãÏíäÉ').map(({ kind }) => kind)).toEqual(['1256-as-1252']);
  });

  it('sees replacement characters in a row, and leaves one alone', () => {
    expect(findMojibake('a\ufffd\ufffd\ufffdb')).toEqual([{ kind: 'replacement', start: 1, end: 4 }]);
    expect(findMojibake('a\ufffdb')).toEqual([]);
  });

  it('is silent on sound text', () => {
    expect(findMojibake(`${news} «طائرات»، غارة… café, naïve — 50٪`)).toEqual([]);
  });

  it('gives spans in order within the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let at = 0;
        for (const span of findMojibake(text)) {
          expect(span.start).toBeGreaterThanOrEqual(at);
          expect(span.end).toBeGreaterThan(span.start);
          at = span.end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('reads a million spoilt characters as one span', () => {
    expect(findMojibake('Ø§'.repeat(500_000))).toHaveLength(1);
    expect(findMojibake('Ø'.repeat(1_000_000)).length).toBeLessThanOrEqual(1);
  });
});
