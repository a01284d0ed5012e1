import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonFault } from '../../../src/stages/intake/json-fault.ts';

describe('findJsonFault', () => {
  test.each([
    ['{"a": 1,}', 1, 9, '}'],
    ['{\n "a": 1\n "b": 2\n}', 3, 2, '"'],
    ['[1, 2', 1, 6, null],
    ['{"a": "x\ny"}', 1, 7, '"'],
    ["{'a': 1}", 1, 2, "'"],
    ['{"a": 1} {"b": 2}', 1, 10, '{'],
    ['{"a": nope}', 1, 7, 'n'],
    ['', 1, 1, null],
    ['{"a": "\\x"}', 1, 7, '"'],
    ['[1 2]', 1, 4, '2'],
    ['{"a" 1}', 1, 6, '1'],
    [']', 1, 1, ']'],
  ])('%j', (text, line, column, came) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(findJsonFault(text)).toEqual({ line, column, came });
  });
});

test('finds no fault in valid JSON', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(undefined, 2), (json, indent) => {
      expect(findJsonFault(JSON.stringify(JSON.parse(json), null, indent))).toBeNull();
    }),
  );
});

test('finds a fault wherever JSON.parse does', () => {
  const almost = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', '"', ' x'))
    .map(([json, at, more]) => {
      const place = json.length === 0 ? 0 : at % (json.length + 1);
      return json.slice(0, place) + more + json.slice(place + 1);
    });
  fc.assert(
    fc.property(almost, (text) => {
      let valid = true;
      try {
        JSON.parse(text);
      } catch {
        valid = false;
      }
      expect(findJsonFault(text) === null).toBe(valid);
    }),
    { numRuns: 1000 },
  );
});

test('takes a deep nesting without a deep stack', () => {
  expect(findJsonFault('['.repeat(200_000))).toEqual({ line: 1, column: 200_001, came: null });
});
