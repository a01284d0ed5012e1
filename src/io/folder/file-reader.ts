/** Reads one dropped file and what lies beside it. */
import { open, readFile } from 'node:fs/promises';
import { BadInputError, OutsideError } from '../../errors.ts';
import { sidecarNames } from '../../stages/intake/formats.ts';
import { checkFileSize, type Limits } from '../../stages/intake/limits.ts';
import { type ArticlesRead, readArticles, readSidecar } from '../../stages/intake/read-articles.ts';

export interface FileToRead {
  /** Where it lies now. */
  readonly path: string;
  /** What it is called: its path in the inbox. */
  readonly name: string;
  /** Other folders in which its sidecar may lie under its name, as `path` without `name`. */
  readonly alsoIn?: readonly string[];
}

export interface FileRead extends ArticlesRead {
  readonly bytes: Uint8Array;
  /** Size and time at the moment of reading, to tell later whether somebody went on writing. */
  readonly stamp: string;
}

export interface ReadFileOptions {
  readonly ticket: string;
  readonly limits: Limits;
  readonly defaults: Readonly<Record<string, unknown>>;
}

/**
 * Reads the articles of a file.
 * @throws BadInputError where it holds none that can be read; OutsideError where the disk says no.
 */
export async function readFileArticles(file: FileToRead, options: ReadFileOptions): Promise<FileRead> {
  const { bytes, mtime, stamp } = await readBytes(file, options.limits);
  const sidecar = await sidecarOf(file);
  const read = readArticles(bytes, {
    file: file.name,
    mtime,
    now: new Date(),
    ticket: options.ticket,
    limits: options.limits,
    defaults: options.defaults,
    ...(sidecar ? { sidecar } : {}),
  });
  return { ...read, bytes, stamp };
}

async function readBytes(file: FileToRead, limits: Limits) {
  try {
    const handle = await open(file.path, 'r');
    try {
      const stat = await handle.stat();
      checkFileSize(stat.size, file.name, limits);
      return { bytes: await handle.readFile(), mtime: stat.mtime, stamp: `${stat.size}-${stat.mtimeMs}` };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof BadInputError) throw error;
    throw unreadable(file.name, error as NodeJS.ErrnoException);
  }
}

/** A file that may not be read stays so; anything else of the disk is worth another try. */
function unreadable(name: string, error: NodeJS.ErrnoException): Error {
  const message = `cannot be read (${error.message})`;
  const lasting = error.code === 'EACCES' || error.code === 'EISDIR' || error.code === 'EPERM';
  return lasting
    ? new BadInputError(name, message, { cause: error })
    : new OutsideError(`${name}: ${message}`, { cause: error });
}

async function sidecarOf(file: FileToRead): Promise<Record<string, unknown> | null> {
  const home = file.path.slice(0, file.path.length - file.name.length);
  const paths = sidecarNames(file.name).flatMap((name) =>
    file.path.endsWith(file.name) ? [home, ...(file.alsoIn ?? [])].map((folder) => `${folder}${name}`) : [],
  );
  for (const path of paths) {
    try {
      return readSidecar(await readFile(path), path.slice(home.length));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return null;
}
