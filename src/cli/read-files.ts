/** Reads the files that a command line names, with their sidecars, into articles. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { BadInputError } from '../errors.ts';
import type { RawArticle } from '../model/article.ts';
import { checkFileSize, DEFAULT_LIMITS, type Limits } from '../stages/intake/limits.ts';
import { readArticles, readSidecar } from '../stages/intake/read-articles.ts';
import type { Problem } from '../stages/intake/records.ts';

export interface FilesRead {
  readonly articles: readonly RawArticle[];
  readonly problems: readonly Problem[];
}

function bytesOf(file: string, limits: Limits): { readonly bytes: Uint8Array; readonly mtime: Date | null } {
  try {
    if (file === '-') return { bytes: readFileSync(0), mtime: null };
    const stat = statSync(file);
    if (stat.isDirectory())
      throw new BadInputError(file, 'is a folder, expected a file; "nashra process" reads folders');
    checkFileSize(stat.size, file, limits);
    return { bytes: readFileSync(file), mtime: stat.mtime };
  } catch (error) {
    if (error instanceof BadInputError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new BadInputError(file, code === 'ENOENT' ? 'no such file' : message, { cause: error });
  }
}

/** Reads files in the order given; `-` is standard input. What cannot be read is a problem, and the rest goes on. */
export function readFiles(
  files: readonly string[],
  defaults: Readonly<Record<string, unknown>>,
  limits: Limits = DEFAULT_LIMITS,
): FilesRead {
  const began = Date.now();
  const articles: RawArticle[] = [];
  const problems: Problem[] = [];
  const readOne = (file: string) => {
    const { bytes, mtime } = bytesOf(file, limits);
    const beside = `${file}.meta.json`;
    const sidecar =
      file !== '-' && existsSync(beside) ? readSidecar(readFileSync(beside), beside) : undefined;
    const format = file === '-' ? { format: '.txt' } : {};
    const read = readArticles(bytes, {
      file,
      mtime,
      now: new Date(began + articles.length),
      defaults,
      limits,
      ...format,
      ...(sidecar && { sidecar }),
    });
    articles.push(...read.articles);
    problems.push(...read.problems);
  };
  for (const file of files) {
    try {
      readOne(file);
    } catch (error) {
      if (!(error instanceof BadInputError)) throw error;
      problems.push({ where: error.where, message: error.message.slice(error.where.length + 2) });
    }
  }
  return { articles, problems };
}
