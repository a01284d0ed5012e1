/** How large a dropped file and what it holds may be. Each limit bounds the work and memory that one file can cost. */

import { BadInputError } from '../../errors.ts';

export interface Limits {
  /** Bytes of the file as it lies on disk. */
  readonly fileBytes: number;
  /** Bytes after unpacking a gzip: stops a small file from filling the memory. */
  readonly unpackedBytes: number;
  /** UTF-16 code units of one article's text. */
  readonly articleLength: number;
  readonly articlesPerFile: number;
}

export const DEFAULT_LIMITS: Limits = {
  fileBytes: 64 * 1024 * 1024,
  unpackedBytes: 256 * 1024 * 1024,
  articleLength: 300_000,
  articlesPerFile: 100_000,
};

/** Refuses a file above the limit, before anything of it is read. */
export function checkFileSize(bytes: number, file: string, limits: Limits): void {
  if (bytes > limits.fileBytes) {
    throw new BadInputError(file, `the file has ${bytes} bytes, at most ${limits.fileBytes} are read`);
  }
}
