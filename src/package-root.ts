/** Finds the package's own folder from source and from the build alike, for the data that ships beside the code. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('package.json not found above the running code');
    folder = parent;
  }
  return folder;
}

/** Absolute path of the package's folder (the one that holds package.json, knowledge/ and seeds/). */
export const PACKAGE_ROOT = findRoot();
