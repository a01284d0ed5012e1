/** A printed text as bytes: three a word, since a word is below 2^24. */
import type { WordPrint } from '../arabic/likeness/word-print.ts';

const WORD_BYTES = 3;

export function wordsToBytes(words: WordPrint): Buffer {
  const bytes = Buffer.allocUnsafe(words.length * WORD_BYTES);
  for (let i = 0; i < words.length; i++) bytes.writeUIntLE(words[i] as number, i * WORD_BYTES, WORD_BYTES);
  return bytes;
}

export function bytesToWords(bytes: Buffer): WordPrint {
  const words = new Uint32Array(Math.floor(bytes.length / WORD_BYTES));
  for (let i = 0; i < words.length; i++) words[i] = bytes.readUIntLE(i * WORD_BYTES, WORD_BYTES);
  return words;
}
