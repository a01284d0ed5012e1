/**
 * Bytes to text. Told by byte order mark, then strict UTF-8, then the page's own word (HTML), then by the letters
 * that come out. Input: a file's bytes. Output: text without its byte order mark, otherwise unchanged, and the
 * encoding's name. Guarantee: bytes that are no text give a BadInputError, never a page of replacement marks.
 */
import { BadInputError } from '../../errors.ts';

export interface Decoded {
  readonly text: string;
  /** As the WHATWG Encoding Standard names it. */
  readonly encoding: string;
}

/** File signatures of what people drop by mistake, with the name an error gives them. */
const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['a PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a ZIP archive or an Office document', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Office document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a bzip2 archive', [0x42, 0x5a, 0x68]],
  ['an XZ archive', [0xfd, 0x37, 0x7a, 0x58]],
  ['a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
];

/** How much of a file the byte statistics look at. */
const SAMPLE_BYTES = 64 * 1024;

/**
 * Decodes a file's bytes. `declared` is what the page itself names (see {@link declaredCharset}) and counts only
 * where the bytes are not valid UTF-8: pages often name a wrong one.
 * @throws BadInputError for binary content.
 */
export function decodeText(bytes: Uint8Array, where: string, declared: string | null = null): Decoded {
  refuseKnownBinary(bytes, where);
  const decoded =
    byMark(bytes) ?? byZeroPattern(bytes) ?? asUtf8(bytes) ?? byWord(bytes, declared) ?? byLetters(bytes);
  refuseControls(decoded, where);
  return decoded;
}

/** The charset that an HTML page's first kilobyte names, or null. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048)).toString('latin1');
  return (
    /<meta[^>]{0,200}charset\s{0,4}=\s{0,4}["']?\s{0,4}([\w.:-]{2,40})/i.exec(head)?.[1]?.toLowerCase() ??
    null
  );
}

function refuseKnownBinary(bytes: Uint8Array, where: string): void {
  for (const [name, signature] of SIGNATURES) {
    if (signature.every((byte, index) => bytes[index] === byte)) {
      throw new BadInputError(where, `the content is ${name}, expected text`);
    }
  }
}

function byMark(bytes: Uint8Array): Decoded | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return decodeAs('utf-8', bytes);
  if (a === 0xff && b === 0xfe) return decodeAs('utf-16le', bytes);
  if (a === 0xfe && b === 0xff) return decodeAs('utf-16be', bytes);
  return null;
}

/**
 * UTF-16 without a mark: one byte of nearly every pair is 00 (ASCII) or 06 (Arabic), and neither occurs in UTF-8 or
 * windows-1256 text.
 */
function byZeroPattern(bytes: Uint8Array): Decoded | null {
  const pairs = Math.min(bytes.length, SAMPLE_BYTES) >> 1;
  if (pairs < 4 || bytes.length % 2 === 1) return null;
  let first = 0;
  let second = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (isHighByte(bytes[2 * pair])) first++;
    if (isHighByte(bytes[2 * pair + 1])) second++;
  }
  if (second > pairs * 0.8 && first < pairs * 0.2) return decodeAs('utf-16le', bytes);
  if (first > pairs * 0.8 && second < pairs * 0.2) return decodeAs('utf-16be', bytes);
  return null;
}

function isHighByte(byte: number | undefined): boolean {
  return byte === 0x00 || byte === 0x06;
}

/** UTF-8 where it is valid, or damaged in so few places (a cut file, one bad byte) that it can be nothing else. */
function asUtf8(bytes: Uint8Array): Decoded | null {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    const decoded = decodeAs('utf-8', bytes);
    let damaged = 0;
    let beyondAscii = 0;
    for (let index = 0; index < decoded.text.length; index++) {
      const code = decoded.text.charCodeAt(index);
      if (code > 0x7f) beyondAscii++;
      if (code === 0xfffd) damaged++;
    }
    return damaged * 50 <= beyondAscii ? decoded : null;
  }
}

function byWord(bytes: Uint8Array, declared: string | null): Decoded | null {
  if (declared === null || /^(utf-?8|us-ascii)$/.test(declared)) return null;
  try {
    return decodeAs(declared, bytes);
  } catch {
    return null;
  }
}

/** Letters by how often Arabic prose uses them; the weight is what tells windows-1256 from ISO 8859-6. */
const COMMON = 'اليمونرتبةعدفسهكقأحجشصطخذىإءضزغثئظآؤ';

/** Windows-1256 unless ISO 8859-6 gives more everyday letters, or neither gives Arabic: then windows-1252. */
function byLetters(bytes: Uint8Array): Decoded {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (insideLatinWords(sample) > 0.5) return decodeAs('windows-1252', bytes);
  let best = 'windows-1252';
  let bestScore = 0;
  for (const encoding of ['windows-1256', 'iso-8859-6']) {
    const score = arabicScore(decodeAs(encoding, sample).text);
    if (score > bestScore) {
      best = encoding;
      bestScore = score;
    }
  }
  return decodeAs(best, bytes);
}

/** Share of the bytes beyond ASCII that touch a Latin letter: high in French or German, next to none in Arabic. */
function insideLatinWords(bytes: Uint8Array): number {
  let touching = 0;
  let count = 0;
  for (let index = 0; index < bytes.length; index++) {
    if ((bytes[index] ?? 0) < 0x80) continue;
    count++;
    if (isLatin(bytes[index - 1]) || isLatin(bytes[index + 1])) touching++;
  }
  return count === 0 ? 0 : touching / count;
}

function isLatin(byte: number | undefined): boolean {
  return byte !== undefined && ((byte > 0x40 && byte < 0x5b) || (byte > 0x60 && byte < 0x7b));
}

/** Mean weight of the characters beyond ASCII: 0 to 1 for letters, minus 1 for what prose does not hold. */
function arabicScore(text: string): number {
  let score = 0;
  let count = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    count++;
    const rank = COMMON.indexOf(char);
    if (rank >= 0) score += 1 - rank / COMMON.length;
    else if (code === 0xfffd || (code >= 0x80 && code < 0xa0) || (code >= 0xc0 && code < 0x180)) score -= 1;
  }
  return count === 0 ? 0 : score / count;
}

function decodeAs(encoding: string, bytes: Uint8Array): Decoded {
  const decoder = new TextDecoder(encoding);
  return { text: decoder.decode(bytes), encoding: decoder.encoding };
}

/** Text has tabs and line ends but hardly any other control; more than one in fifty is a binary file. */
function refuseControls(decoded: Decoded, where: string): void {
  const length = Math.min(decoded.text.length, SAMPLE_BYTES);
  let controls = 0;
  for (let index = 0; index < length; index++) {
    const code = decoded.text.charCodeAt(index);
    if (code === 0 || (code < 0x20 && (code < 0x09 || code > 0x0d)) || code === 0xfffd) controls++;
  }
  if (controls * 50 > length) throw new BadInputError(where, 'the content is binary, expected text');
}
