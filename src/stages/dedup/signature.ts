/**
 * The buckets under which an article is found. Thirty-two bands of four values of a MinHash signature find likely
 * repeats; anchors, five words with a name or a number among them, find a text inside a longer one, where the signatures
 * have too little in common (at a Jaccard index of 0.34 the bands alone find one in three). One-permutation hashing makes all 128 values in one
 * pass over the shingles: 2 µs instead of 188 for 655 tokens.
 */

import { mix32 } from '../../arabic/likeness/hash.ts';
import { shinglesOf } from '../../arabic/likeness/shingles.ts';
import { GUESSED_NAME, NAME, NUMBER } from '../../arabic/likeness/word-facts.ts';
import { kindOfWord, type WordPrint } from '../../arabic/likeness/word-print.ts';

export const SIGNATURE_VALUES = 128;
export const BANDS = 32;
const ROWS = SIGNATURE_VALUES / BANDS;
/**
 * Words of an anchor. Those without a name or a number are formulas that hundreds of bulletins share: their buckets
 * fill up and tell nothing.
 */
const ANCHOR_WORDS = 5;
/** Of a long text one place in 32 is an anchor, of a short one, which has few, one in 8. */
const LONG_RATE = 2 ** 32 / 32;
const SHORT_RATE = 2 ** 32 / 8;
const SHORT_TEXT = 128;
const MAX_ANCHORS = 24;
/** Anchors of a long text that are asked for: enough to find a short text in any of its parts, and a bound. */
const MAX_ASKED = 128;
const EMPTY = 0xffffffff;

/**
 * One-permutation MinHash: the top seven bits of a shingle choose its bin, the least of each bin is kept, and an
 * empty bin borrows from another that a fixed sequence chooses (optimal densification, Shrivastava 2017).
 */
export function minHash(shingles: Uint32Array): Uint32Array {
  const bins = new Uint32Array(SIGNATURE_VALUES).fill(EMPTY);
  for (let i = 0; i < shingles.length; i++) {
    const hash = shingles[i] as number;
    const bin = hash >>> 25;
    const value = hash & 0x1ffffff;
    if (value < (bins[bin] as number)) bins[bin] = value;
  }
  return shingles.length === 0 ? bins : densify(bins);
}

function densify(bins: Uint32Array): Uint32Array {
  const full = bins.slice();
  for (let bin = 0; bin < SIGNATURE_VALUES; bin++) {
    if (bins[bin] !== EMPTY) continue;
    for (let attempt = 1; ; attempt++) {
      const donor = bins[mix32(Math.imul(bin + 1, 0x9e3779b1) + attempt) >>> 25] as number;
      if (donor === EMPTY) continue;
      full[bin] = donor;
      break;
    }
  }
  return full;
}

export interface BucketKeys {
  /** Buckets that a text is put into: its bands and anchors. */
  readonly own: Uint32Array;
  /** Buckets of other texts only: those into which it would be put as a short text. */
  readonly asked: Uint32Array;
}

/** The bucket keys of a text, as 32-bit numbers. */
export function bucketKeys(words: WordPrint): BucketKeys {
  const shingles = shinglesOf(words);
  if (shingles.length === 0) return { own: new Uint32Array(0), asked: new Uint32Array(0) };
  const values = minHash(shingles);
  const own = new Set<number>();
  for (let band = 0; band < BANDS; band++) {
    let key = band + 1;
    for (let row = 0; row < ROWS; row++) key = mix32(key ^ (values[band * ROWS + row] as number));
    own.add(key);
  }
  const anchors = anchorsOf(words, shingles);
  const rate = shingles.length < SHORT_TEXT ? SHORT_RATE : LONG_RATE;
  const kept = anchors.filter(({ hash }) => hash < rate).slice(0, MAX_ANCHORS);
  for (const { key } of kept) own.add(key);
  const asked = anchors.slice(0, MAX_ASKED).filter(({ key }) => !own.has(key));
  return { own: Uint32Array.from(own), asked: Uint32Array.from(asked, ({ key }) => key) };
}

/** The anchors of a text, those with the smallest hash first. */
function anchorsOf(words: WordPrint, shingles: Uint32Array): { hash: number; key: number }[] {
  const anchors: { hash: number; key: number }[] = [];
  let telling = -1;
  for (let end = 0; end < words.length; end++) {
    const kind = kindOfWord(words[end] as number);
    if (kind === NAME || kind === GUESSED_NAME || kind === NUMBER) telling = end;
    const start = end - ANCHOR_WORDS + 1;
    if (start < 0 || telling < start) continue;
    const hash = shingles[start] as number;
    if (hash >= SHORT_RATE) continue;
    anchors.push({ hash, key: mix32(hash ^ Math.imul(shingles[start + 2] as number, 0x9e3779b1)) });
  }
  return anchors.sort((a, b) => a.hash - b.hash);
}
