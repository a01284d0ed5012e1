/** What Redis holds of an article: a fixed head, its id, its words. About 1.3 KB for an article of 4 KB. */
import type { ArticleLink } from '../model/article.ts';
import type { SeenEntry, Verdict } from '../stages/dedup/seen-index.ts';
import { bucketKeys } from '../stages/dedup/signature.ts';
import { bytesToWords, wordsToBytes } from './print-bytes.ts';

/**
 * Byte 0 of a record: no verdict yet, `new`, or a verdict under a key of its own. Scripts read it, the day of arrival
 * (bytes 4 to 6, little-endian) and the id (from byte {@link HEAD_BYTES}, its length in byte 1).
 */
export const OPEN = 0;
export const IS_NEW = 1;
export const HEAD_BYTES = 40;

export interface SeenRecord {
  readonly entry: SeenEntry;
  readonly state: number;
  /** Day it was registered, counted from 1970-01-01. */
  readonly arrived: number;
}

export function encodeRecord(entry: SeenEntry, arrived: number): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head[1] = entry.id.length;
  head[2] = entry.titleWords;
  head[3] = entry.footerWords | (entry.dayTold ? 0x80 : 0);
  head.writeIntLE(arrived, 4, 3);
  head[7] = entry.minute & 0xff;
  head.writeIntLE(entry.day, 8, 3);
  head[11] = entry.minute >>> 8;
  head.writeUInt32LE(entry.source, 12);
  head.writeUInt32LE(entry.file, 16);
  head.writeUInt32LE(entry.urlKey, 20);
  head.writeUInt32LE(entry.pathKey, 24);
  head.writeDoubleLE(entry.receivedAt, 28);
  head.writeUInt32LE(entry.wholeText, 36);
  return Buffer.concat([head, Buffer.from(entry.id, 'latin1'), wordsToBytes(entry.words)]);
}

/** Reads a record, or as much of one as holds its head and id (then without words). */
export function decodeRecord(bytes: Buffer): SeenRecord {
  const idEnd = HEAD_BYTES + (bytes[1] as number);
  const words = bytesToWords(bytes.subarray(idEnd));
  const flags = bytes[3] as number;
  const entry: SeenEntry = {
    id: bytes.toString('latin1', HEAD_BYTES, idEnd),
    words,
    titleWords: bytes[2] as number,
    footerWords: flags & 0x7f,
    dayTold: (flags & 0x80) !== 0,
    day: bytes.readIntLE(8, 3),
    minute: (bytes[7] as number) | ((bytes[11] as number) << 8),
    source: bytes.readUInt32LE(12),
    file: bytes.readUInt32LE(16),
    urlKey: bytes.readUInt32LE(20),
    pathKey: bytes.readUInt32LE(24),
    receivedAt: bytes.readDoubleLE(28),
    wholeText: bytes.readUInt32LE(36),
    // Wanted only for an article whose worker died: not worth keeping, cheap to make again.
    get keys() {
      return bucketKeys(words);
    },
  };
  return { entry, state: bytes[0] as number, arrived: bytes.readIntLE(4, 3) };
}

export function encodeVerdict(verdict: Verdict): string {
  const { kind, of, containment, replaces, links, read } = verdict;
  const flat = links.map((link) => [link.id, link.kind, link.weight]);
  return JSON.stringify([kind, of, containment, replaces, read, flat]);
}

export function decodeVerdict(text: string): Verdict {
  const [kind, of, containment, replaces, read, flat] = JSON.parse(text) as [
    Verdict['kind'],
    string | null,
    number,
    string[],
    boolean,
    [string, ArticleLink['kind'], number][],
  ];
  const links = flat.map(([id, kind, weight]) => ({ id, kind, weight }));
  return { kind, of, containment, replaces, links, read };
}
