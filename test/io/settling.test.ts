import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPassedOver } from '../../src/io/folder/scan.ts';
import { createSettling } from '../../src/io/folder/settling.ts';

const file = (size: number, mtimeMs: number) => ({ name: 'a.txt', size, mtimeMs, link: false });

test('a fresh file waits until it has stayed the same', () => {
  const settling = createSettling(300);
  expect(settling.see(file(10, 1_000), 1_000)).toBe(300);
  expect(settling.see(file(20, 1_200), 1_200)).toBe(300);
  expect(settling.see(file(20, 1_200), 1_400)).toBe(100);
  expect(settling.see(file(20, 1_200), 1_500)).toBe(0);
});

test('a file that came by a rename is whole at once', () => {
  expect(createSettling(300).see(file(10, 1_000), 90_000)).toBe(0);
});

test('an empty file gets longer', () => {
  expect(createSettling(300).see(file(0, 1_000), 1_000)).toBe(3_000);
});

test('a clock that runs behind the file’s does not wait for ever', () => {
  const settling = createSettling(300);
  expect(settling.see(file(10, 99_000), 1_000)).toBe(300);
  expect(settling.see(file(10, 99_000), 1_300)).toBe(0);
});

test('a file is never taken before it has been the same for the whole time', () => {
  const steps = fc.array(fc.record({ after: fc.integer({ min: 1, max: 500 }), grows: fc.boolean() }), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(steps, (looks) => {
      const settling = createSettling(300);
      let now = 10_000;
      let size = 1;
      let changed = now;
      settling.see(file(size, changed), now);
      for (const { after, grows } of looks) {
        now += after;
        if (grows) {
          size++;
          changed = now;
        }
        const wait = settling.see(file(size, changed), now);
        expect(wait === 0).toBe(now - changed >= 300);
      }
    }),
  );
});

test.each([
  ['a.txt', false],
  ['sub/b.jsonl.gz', false],
  ['نشرة 3-7-2015.txt', false],
  ['.hidden.txt', true],
  ['.git/config.txt', true],
  ['a.txt.part', true],
  ['a.txt~', true],
  ['~$a.txt', true],
  ['a.txt.crdownload', true],
  ['a.txt.meta.json', true],
  ['party.txt', false],
])('isPassedOver(%s) is %s', (name, passed) => {
  expect(isPassedOver(name)).toBe(passed);
});
