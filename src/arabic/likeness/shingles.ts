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
  const shingles = new Uint32Array(shingleCount(words));
  for (let i = 0; i < shingles.length; i++) shingles[i] = shingleAt(words, i);
  return shingles;
}

export function shingleCount({ length }: WordPrint): number {
  return length === 0 ? 0 : Math.max(1, length - SHINGLE_WORDS + 1);
}

/** The shingle that begins at a word. */
export function shingleAt(words: WordPrint, at: number): number {
  const a = hashOfWord(words[at] as number);
  const b = hashOfWord(words[at + 1] ?? 0);
  const c = hashOfWord(words[at + 2] ?? 0);
  return mix32(Math.imul(Math.imul(a, 0x9e3779b1) + b, 0x85ebca77) + c);
}
