/**
 * Which characters stand for which in comparison, and which kinds of character make words. Facts of the Arabic
 * script in Unicode 15; both tables are filled on first use and indexed by UTF-16 code unit.
 */

const FOLDS: readonly (readonly [from: string, to: string])[] = [
  ['أإآٱٲٳٵ', 'ا'],
  ['ؤۆۇۈۋٶٷ', 'و'],
  ['ئىیێېۍےٸۓ', 'ي'],
  ['ةھہەۀۃۂ', 'ه'],
  ['کڪگڬڭڮ', 'ك'],
  ['پ', 'ب'],
  ['چ', 'ج'],
  ['ژ', 'ز'],
  ['ڤ', 'ف'],
  ['٪', '%'],
  ['٫', '.'],
  ['٬', ','],
  ['“”„‟″＂', '"'],
  ['‘’‚‛′`´', "'"],
  ['‹《', '«'],
  ['›》', '»'],
  ['‐‑‒–—―−', '-'],
  [
    '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\u0085',
    ' ',
  ],
  ['\r\u2028\u2029\u000b\u000c', '\n'],
];

/** Harakat and Quranic marks, superscript alef, tatweel, combining hamza and madda: part of a word, worth nothing. */
const MARK_RANGES = [
  [0x0610, 0x061a],
  [0x0640, 0x0640],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06dc],
  [0x06df, 0x06e4],
  [0x06e7, 0x06e8],
  [0x06ea, 0x06ed],
  [0x08d3, 0x08ff],
  [0xfe70, 0xfe7f],
] as const;

/** Zero-width and bidirectional marks, soft hyphen, byte-order mark, variation selectors. */
const INVISIBLE_RANGES = [
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
] as const;

/** Blocks of ligatures and positional forms that NFKC resolves. */
const PRESENTATION_RANGES = [
  [0xfb50, 0xfdff],
  [0xfe80, 0xfefc],
] as const;

export interface FoldTable {
  /** Code unit → its stand-in; 0 where the character is dropped or `expansions` has it. */
  readonly single: Uint16Array;
  /** Ligatures that stand for several characters, already folded. */
  readonly expansions: ReadonlyMap<number, string>;
}

let foldTable: FoldTable | null = null;

/** The table behind {@link normaliseWord}; made on first call (some 2 ms). */
export function folds(): FoldTable {
  foldTable ??= buildFolds();
  return foldTable;
}

function buildFolds(): FoldTable {
  const single = new Uint16Array(0x10000);
  for (let code = 1; code < 0x10000; code++) single[code] = code;
  for (let code = 0x41; code <= 0x5a; code++) single[code] = code + 32;
  for (let digit = 0; digit < 10; digit++) {
    single[0x0660 + digit] = 0x30 + digit;
    single[0x06f0 + digit] = 0x30 + digit;
  }
  for (const [from, to] of FOLDS) for (const char of from) single[char.charCodeAt(0)] = to.charCodeAt(0);
  for (const [first, last] of [...MARK_RANGES, ...INVISIBLE_RANGES]) single.fill(0, first, last + 1);
  const expansions = new Map<number, string>();
  for (const [first, last] of PRESENTATION_RANGES) {
    for (let code = first; code <= last; code++) foldPresentationForm(code, single, expansions);
  }
  return { single, expansions };
}

function foldPresentationForm(code: number, single: Uint16Array, expansions: Map<number, string>): void {
  let folded = '';
  for (const char of String.fromCharCode(code).normalize('NFKC')) {
    const stand = single[char.charCodeAt(0)] ?? 0;
    if (stand !== 0) folded += String.fromCharCode(stand);
  }
  if (folded.length === 1) single[code] = folded.charCodeAt(0);
  else {
    single[code] = 0;
    if (folded.length > 1) expansions.set(code, folded);
  }
}

export const LETTER = 1;
export const DIGIT = 2;
export const MARK = 3;
export const INVISIBLE = 4;
export const SPACE = 5;
export const NEWLINE = 6;
export const OTHER = 7;

const classes = new Uint8Array(0x10000);
const inWord = /[\p{L}\p{M}]/u;
const digit = /[0-9٠-٩۰-۹]/u;
const space = /[\p{Zs}\t\u0085_]/u;
const NEWLINES: readonly number[] = [0x0a, 0x0b, 0x0c, 0x0d, 0x2028, 0x2029];

/** The kind of a UTF-16 code unit: LETTER, DIGIT, MARK, INVISIBLE, SPACE, NEWLINE or OTHER. */
export function classOf(code: number): number {
  const known = classes[code] as number;
  if (known !== 0) return known;
  const found = classify(code);
  classes[code] = found;
  return found;
}

function classify(code: number): number {
  if (inRanges(MARK_RANGES, code)) return MARK;
  if (inRanges(INVISIBLE_RANGES, code)) return INVISIBLE;
  const char = String.fromCharCode(code);
  if (digit.test(char)) return DIGIT;
  if (NEWLINES.includes(code)) return NEWLINE;
  if (space.test(char)) return SPACE;
  return inWord.test(char) ? LETTER : OTHER;
}

function inRanges(ranges: readonly (readonly [number, number])[], code: number): boolean {
  return ranges.some(([first, last]) => code >= first && code <= last);
}
