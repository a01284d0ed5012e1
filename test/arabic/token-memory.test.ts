import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokensBetween, tokensOf } from '../../src/arabic/token-memory.ts';
import { tokenise } from '../../src/arabic/tokens.ts';

const text = fc.array(fc.constantFrom('حلب', 'قُصف', ' ', '\n', '،', '15', '::', '\u200f', 'a'), {
  maxLength: 40,
});

test('the tokens of a text are the same before and after it is remembered', () => {
  fc.assert(
    fc.property(text, (parts) => {
      const whole = parts.join('');
      expect(tokensOf(whole)).toEqual(tokenise(whole));
      expect(tokensOf(whole)).toEqual(tokenise(whole));
    }),
  );
});

test('a text read twice in a row is tokenised once', () => {
  const whole = 'قصف على داريا';
  expect(tokensOf(whole)).toBe(tokensOf(whole));
});

test('old texts make room for new ones, and a very long one for any other', () => {
  const first = tokensOf('أول نص');
  for (let at = 0; at < 40; at++) tokensOf(`${at} ${'كلمة '.repeat(2_000)}`);
  expect(tokensOf('أول نص')).not.toBe(first);
  const long = 'كلمة '.repeat(60_000);
  const tokens = tokensOf(long);
  expect(tokensOf(long)).toBe(tokens);
  tokensOf('another text');
  expect(tokensOf(long)).not.toBe(tokens);
});

test('between two offsets stand the tokens that start there', () => {
  fc.assert(
    fc.property(text, fc.nat(60), fc.nat(60), (parts, a, b) => {
      const whole = parts.join('');
      const [from, to] = a < b ? [a, b] : [b, a];
      const expected = tokenise(whole).filter(({ start }) => start >= from && start < to);
      expect(tokensBetween(whole, from, to)).toEqual(expected);
    }),
  );
});
