import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AlikeShelf } from '../../../src/arabic/likeness/alike-shelf.ts';

const TEXTS = fc.array(fc.array(fc.nat(60), { maxLength: 12 }), { maxLength: 14 });

describe('alike texts', () => {
  it('are, while no list is full, exactly those that share something', () => {
    fc.assert(
      fc.property(TEXTS, fc.array(fc.nat(60), { maxLength: 12 }), (texts, asked) => {
        const shelf = new AlikeShelf();
        texts.forEach((text, at) => {
          shelf.add(at, text);
        });
        const sharing = texts.flatMap((text, at) => (text.some((one) => asked.includes(one)) ? [at] : []));
        expect(shelf.likest(asked, texts.length)).toEqual(sharing);
      }),
    );
  });

  it('are never more than was asked for, and the oldest of many that are the same', () => {
    const shelf = new AlikeShelf();
    for (let at = 0; at < 5_000; at++) shelf.add(at, [1, 2, 3]);
    expect(shelf.likest([1, 2, 3], 4)).toEqual([0, 1, 2, 3]);
  });

  it('come before thousands that share a formula only', () => {
    const shelf = new AlikeShelf();
    const formula = Array.from({ length: 40 }, (_, at) => at);
    for (let at = 0; at < 5_000; at++)
      shelf.add(at, [...formula, 10_000 + 3 * at, 10_001 + 3 * at, 10_002 + 3 * at]);
    const asked = [...formula, 10_000 + 3 * 4_321, 10_001 + 3 * 4_321, 10_002 + 3 * 4_321];
    expect(shelf.likest(asked, 12)).toContain(4_321);
  });

  it('are only those that the caller accepts', () => {
    const shelf = new AlikeShelf();
    for (let at = 0; at < 10; at++) shelf.add(at, [7]);
    expect(shelf.likest([7], 12, (at) => at % 2 === 1)).toEqual([1, 3, 5, 7, 9]);
  });
});
