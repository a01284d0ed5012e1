/** One writer to a folder at a time, across processes: a lock file that names its owner and is kept fresh. */
import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../process-alive.ts';

const NAME = '.nashra-writer';
const FRESHEN_MS = 5_000;
/** A lock of another machine that nobody freshened for so long is left over. */
const STALE_MS = 30_000;
const LOOK_MS = 100;

/** Waits for the folder and takes it. Answers the function that gives it back, or null where the signal aborts first. */
export async function lockFolder(
  folder: string,
  signal?: AbortSignal,
): Promise<(() => Promise<void>) | null> {
  const path = join(folder, NAME);
  const owner = `${hostname()} ${process.pid}`;
  while (!signal?.aborted) {
    if (await create(path, owner)) {
      const timer = setInterval(() => void freshen(path), FRESHEN_MS);
      timer.unref();
      return async () => {
        clearInterval(timer);
        await rm(path, { force: true });
      };
    }
    if (await isLeftOver(path)) await rm(path, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return null;
}

async function create(path: string, owner: string): Promise<boolean> {
  try {
    await writeFile(path, owner, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function freshen(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now).catch(() => {});
}

async function isLeftOver(path: string): Promise<boolean> {
  try {
    const [host, pid] = (await readFile(path, 'utf8')).split(' ');
    const { mtimeMs } = await stat(path);
    if (host === hostname() && pid !== undefined) {
      // In a container that was restarted, the owner's number is ours.
      if (Number(pid) === process.pid) return mtimeMs < Date.now() - process.uptime() * 1_000;
      return !isAlive(Number(pid));
    }
    return Date.now() - mtimeMs > STALE_MS;
  } catch {
    return false;
  }
}
