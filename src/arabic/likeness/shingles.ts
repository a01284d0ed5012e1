/** Word 3-grams of a printed text, as 32-bit numbers. */
import { mix32 } from './hash.ts';
import { hashOfWord, type WordPrint } from './word-print.ts';

/** Words in a shingle: two let common phrases match, four lose too much to one changed word. */
export const SHINGLE_WORDS = 3;

/**
 * One shingle a position, in text order, repeats included; a text of one or two words is one shingle. The kind of a
 * word does not enter: knowing one more name changes no shingle.
 */
export function shinglesOf(words: WordPrint): Uint32Array {
  const count = words.length === 0 ? 0 : Math.max(1, words.length - SHINGLE_WORDS + 1);
  const shingles = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const a = hashOfWord(words[i] as number);
    const b = hashOfWord(words[i + 1] ?? 0);
    const c = hashOfWord(words[i + 2] ?? 0);
    shingles[i] = mix32(Math.imul(Math.imul(a, 0x9e3779b1) + b, 0x85ebca77) + c);
  }
  return shingles;
}
