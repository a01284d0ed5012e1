/** The files that a command line's paths stand for: files as they are, folders with all that lies below them. */
import { stat } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import type { FileToRead } from '../io/folder/file-reader.ts';
import { walk } from '../io/folder/scan.ts';
import type { Problem } from '../stages/intake/records.ts';

export interface Expanded {
  readonly files: readonly FileToRead[];
  readonly problems: readonly Problem[];
}

/** A file's name is its path as given, so that two files of one name in two folders stay two. */
export async function expandPaths(paths: readonly string[]): Promise<Expanded> {
  const files: FileToRead[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => null);
    if (!found) problems.push({ where: path, message: 'no such file or folder' });
    else if (!found.isDirectory()) files.push({ path: normalize(path), name: normalize(path) });
    else {
      for await (const { name, link } of walk(path)) {
        const full = join(path, name);
        if (link) problems.push({ where: full, message: 'is a symbolic link, expected a file' });
        else if (!isReadme(name)) files.push({ path: full, name: full });
      }
    }
  }
  return { files, problems };
}

/** A README beside bulletins tells about them; it counts only where it is named itself. */
function isReadme(name: string): boolean {
  return /(?:^|\/)README\.md$/i.test(name);
}
