/**
 * Word from the file system that something changed in a folder tree. One watch a folder and none a file, and nothing is
 * read: a burst of files costs an event each, whatever lies beside them. Only hints: events get lost on network mounts,
 * where the system's queue runs over and in folders made a moment ago; the scan finds what they miss, and the folders.
 */
import { type FSWatcher, watch } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { isPassedOver } from './scan.ts';

export interface HintOptions {
  /** Told the name inside the root, `/` between folders, of what was made, changed, moved or removed. */
  readonly onHint: (name: string) => void;
  /** Told once of each folder that cannot be watched. */
  readonly onTrouble: (error: unknown, folder: string) => void;
}

export interface Hints {
  /** Watches a folder from now on; '' is the root. One that was made anew under its old name is watched anew. */
  follow(folder: string): Promise<void>;
  /** Ends the watches of all other folders. */
  keepOnly(folders: ReadonlySet<string>): void;
  close(): void;
}

interface Followed {
  /** Tells a folder from another that has its name later. */
  readonly stamp: string;
  readonly watcher: FSWatcher;
}

export function createHints(root: string, { onHint, onTrouble }: HintOptions): Hints {
  const followed = new Map<string, Followed>();
  const troubled = new Set<string>();
  let closed = false;

  const leave = (folder: string) => {
    followed.get(folder)?.watcher.close();
    followed.delete(folder);
  };

  const follow = async (folder: string) => {
    const path = join(root, folder);
    try {
      const { ino, birthtimeMs } = await lstat(path);
      const stamp = `${ino}-${birthtimeMs}`;
      if (closed || followed.get(folder)?.stamp === stamp) return;
      leave(folder);
      const watcher = watch(path, (_event, entry) => {
        const name = entry === null || folder === '' ? (entry ?? '') : `${folder}/${entry}`;
        if (!isPassedOver(name)) onHint(name);
      });
      watcher.on('error', () => leave(folder));
      followed.set(folder, { stamp, watcher });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT' || troubled.has(folder)) return;
      troubled.add(folder);
      onTrouble(error, folder);
    }
  };

  return {
    follow,
    keepOnly(folders) {
      for (const folder of [...followed.keys()]) if (!folders.has(folder)) leave(folder);
    },
    close() {
      closed = true;
      for (const folder of [...followed.keys()]) leave(folder);
    },
  };
}
