/**
 * Where a dropped file lies on its way: inbox/ → processing/PRODUCER/ → processed/YYYY-MM-DD/ or failed/, all side by
 * side so that each step is one atomic rename on one file system.
 */
import { link, lstat, mkdir, rename, rmdir, stat } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { OutsideError } from '../../errors.ts';
import { sidecarNames } from '../../stages/intake/formats.ts';

export interface FolderLayout {
  readonly inbox: string;
  readonly processing: string;
  readonly processed: string;
  readonly failed: string;
}

/** The folders that belong to an inbox: its neighbours. */
export function layoutOf(inbox: string): FolderLayout {
  const path = resolve(inbox);
  const home = dirname(path);
  return {
    inbox: path,
    processing: join(home, 'processing'),
    processed: join(home, 'processed'),
    failed: join(home, 'failed'),
  };
}

export async function makeFolders(layout: FolderLayout): Promise<void> {
  for (const folder of Object.values(layout)) await mkdir(folder, { recursive: true });
}

/** A file's name with `/` between folders, whatever the system writes. */
export function nameIn(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

/**
 * Moves a file and its sidecar from one folder to another under the same name. False where the file is gone: somebody
 * else was faster.
 */
export async function moveWithSidecar(from: string, to: string, name: string): Promise<boolean> {
  if (!(await moveFile(join(from, name), join(to, name)))) return false;
  for (const sidecar of sidecarNames(name)) {
    if (await moveFile(join(from, sidecar), join(to, sidecar))) break;
  }
  return true;
}

/** Renames a file, making the target's folder. False where the source is gone. */
export async function moveFile(from: string, to: string): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(from, to);
      return true;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EXDEV') {
        throw new OutsideError(
          `${from} and ${dirname(to)} lie on different file systems: keep the inbox and its neighbours on one`,
        );
      }
      if (code !== 'ENOENT' || attempt > 1) {
        if (code === 'ENOENT') return false;
        throw new OutsideError(`cannot move ${from} to ${to} (${(error as Error).message})`, {
          cause: error,
        });
      }
      if (!(await exists(from))) return false;
      await mkdir(dirname(to), { recursive: true });
    }
  }
}

/**
 * Gives a file a second name that nobody has yet: `to`, or `to` with a number. Answers that name; null where the file is
 * gone. Two producers that put away one name cannot take the same. Where the file bears the name already, from an
 * earlier try, that one stays. The caller removes the first name when all is done.
 */
export async function nameAlso(from: string, to: string): Promise<string | null> {
  const extension = extname(to);
  const stem = to.slice(0, to.length - extension.length);
  await mkdir(dirname(to), { recursive: true });
  for (let number = 1; ; number++) {
    const path = number === 1 ? to : `${stem}.${number}${extension}`;
    try {
      await link(from, path);
      return path;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') {
        if (await isSameFile(from, path)) return path;
        continue;
      }
      if (code === 'ENOENT' && !(await exists(from))) return null;
      // Some file systems know no second names: there the name is looked for and then taken.
      const free = await freePath(to);
      return (await moveFile(from, free)) ? free : null;
    }
  }
}

/** True where two paths are names of one file. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  try {
    const [a, b] = await Promise.all([lstat(one), lstat(other)]);
    return a.ino === b.ino && a.dev === b.dev;
  } catch {
    return false;
  }
}

/** A path that is free: the path itself, or with `.2`, `.3` … before its extension. */
export async function freePath(path: string): Promise<string> {
  const extension = extname(path);
  const stem = path.slice(0, path.length - extension.length);
  let free = path;
  for (let number = 2; await exists(free); number++) free = `${stem}.${number}${extension}`;
  return free;
}

export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}

/** Removes the folders above a moved file that it leaves empty, up to and without `root`. */
export async function pruneFolders(root: string, path: string): Promise<void> {
  for (let folder = dirname(path); folder.startsWith(root + sep); folder = dirname(folder)) {
    try {
      await rmdir(folder);
    } catch {
      return;
    }
  }
}
