import { describe, expect, it } from 'vitest';
import {
  counted,
  DEAD,
  EVENTS,
  PERSONS,
  WOMEN,
  WOUNDED,
} from '../../../src/stages/aggregation/arabic-counts.ts';

describe('counted', () => {
  it.each([
    [1, DEAD, 'nominative', 'قتيل واحد'],
    [2, DEAD, 'nominative', 'قتيلان'],
    [2, DEAD, 'oblique', 'قتيلين'],
    [3, DEAD, 'nominative', '3 قتلى'],
    [10, DEAD, 'nominative', '10 قتلى'],
    [11, DEAD, 'nominative', '11 قتيلاً'],
    [99, DEAD, 'nominative', '99 قتيلاً'],
    [100, DEAD, 'nominative', '100 قتيل'],
    [101, DEAD, 'nominative', '101 قتيل'],
    [102, DEAD, 'oblique', '102 قتيل'],
    [103, DEAD, 'nominative', '103 قتلى'],
    [111, DEAD, 'nominative', '111 قتيلاً'],
    [200, DEAD, 'nominative', '200 قتيل'],
    [2, WOUNDED, 'nominative', 'جريحان'],
    [12, WOUNDED, 'nominative', '12 جريحاً'],
    [5, PERSONS, 'oblique', '5 أشخاص'],
    [2, PERSONS, 'oblique', 'شخصين'],
    [20, WOMEN, 'nominative', '20 امرأة'],
    [7, EVENTS, 'nominative', '7 أحداث'],
  ] as const)('agrees with %i', (n, noun, inCase, words) => {
    expect(counted(n, noun, inCase)).toBe(words);
  });
});
