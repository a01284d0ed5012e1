/** What lies in a folder tree: files that may be read, and links that are refused. Looks, and touches nothing. */
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isSidecar } from '../../stages/intake/formats.ts';

export interface Sighting {
  /** Path inside the folder, `/` between folders. */
  readonly name: string;
  readonly size: number;
  readonly mtimeMs: number;
  /** Symbolic links are told of and never followed: they may lead out of the inbox. */
  readonly link: boolean;
}

/** Names that programs give to files which they still write, or that are no dropped files at all. */
const NOT_YET =
  /(?:^[.~]|^Thumbs\.db$|~$|\.(?:part|partial|tmp|temp|crdownload|download|swp|filepart|lock)$)/i;

/** True for a file that is passed over: hidden, temporary, or the sidecar of another. */
export function isPassedOver(name: string): boolean {
  return name.split('/').some((part) => NOT_YET.test(part)) || isSidecar(name);
}

/**
 * Walks a folder tree; folders and files that vanish meanwhile are passed over. Names are in sorted order by folder.
 * `onFolder` is told of each folder before it is read, of the one that the walk starts with as `under`.
 */
export async function* walk(
  folder: string,
  onFolder?: (name: string) => Promise<void> | void,
  under = '',
): AsyncGenerator<Sighting> {
  await onFolder?.(under);
  const entries = await readdir(join(folder, under), { withFileTypes: true }).catch(ignoreGone([]));
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const name = under === '' ? entry.name : `${under}/${entry.name}`;
    if (isPassedOver(name)) continue;
    if (entry.isDirectory()) yield* walk(folder, onFolder, name);
    else if (entry.isFile() || entry.isSymbolicLink()) {
      const sighting = await look(folder, name);
      if (sighting && sighting !== 'folder') yield sighting;
    }
  }
}

/** One file as it lies there now; `folder` for a folder, null where it is gone or neither. */
export async function look(folder: string, name: string): Promise<Sighting | 'folder' | null> {
  const stat = await lstat(join(folder, name)).catch(ignoreGone(null));
  if (stat?.isDirectory()) return 'folder';
  if (!stat || !(stat.isFile() || stat.isSymbolicLink())) return null;
  return { name, size: stat.size, mtimeMs: stat.mtimeMs, link: stat.isSymbolicLink() };
}

function ignoreGone<T>(instead: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'EACCES') return instead;
    throw error;
  };
}
