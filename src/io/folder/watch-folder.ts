/**
 * Watches an inbox. The file system's events are a hint that makes it quick; a scan at regular intervals is the truth,
 * for events get lost on network mounts and in new folders. A file that is whole is claimed by an atomic rename, so
 * that several producers can share one inbox, and is put away once its last article is through.
 */
import { join } from 'node:path';
import { watch } from 'chokidar';
import type { Logger } from '../../logger.ts';
import type { RedisClient } from '../connection.ts';
import { handleClaimed, writeReason } from './claimed-file.ts';
import { createKeptFiles } from './kept-files.ts';
import { type FolderLayout, freePath, makeFolders, moveFile, moveWithSidecar, nameIn } from './layout.ts';
import { isPassedOver, look, type Sighting, walk } from './scan.ts';
import { type FileOutcome, type SendOptions, sendFile } from './send-file.ts';
import { createSettling } from './settling.ts';
import { takeUp } from './take-up.ts';

export interface WatchOptions extends SendOptions {
  readonly layout: FolderLayout;
  readonly redis: RedisClient;
  readonly prefix: string;
  readonly logger: Logger;
  readonly settleMs: number;
  readonly rescanMs: number;
  /** Read the folder and move nothing; contents are remembered by hash. */
  readonly keep: boolean;
  /** Told of each file that is put away. */
  readonly onFile?: (outcome: FileOutcome) => void;
}

export interface FolderWatch {
  /** Files that are taken and not yet put away. */
  inHand(): number;
  /** Takes no more files. What is in hand stays in processing/ and is taken up again at the next start. */
  close(): Promise<void>;
}

/** Files that are claimed and read at the same time; those that wait for their articles do not count. */
const READERS = 16;

export async function watchFolder(options: WatchOptions): Promise<FolderWatch> {
  const { layout, logger, keep } = options;
  if (!keep) await makeFolders(layout);
  const watching = createWatching(options);
  const hints = watch(layout.inbox, {
    ignoreInitial: true,
    followSymlinks: false,
    ignorePermissionErrors: true,
    ignored: (path) => path !== layout.inbox && isPassedOver(nameIn(layout.inbox, path)),
  });
  hints.on('all', (_event, path) => watching.hint(nameIn(layout.inbox, path)));
  hints.on('error', (err) => logger.warn({ err }, 'no file events; the scan goes on'));
  const running = watching.run();
  return {
    inHand: watching.inHand,
    async close() {
      watching.stop();
      await Promise.all([hints.close(), running]);
    },
  };
}

function createWatching(options: WatchOptions) {
  const { layout, dispatch, logger, keep } = options;
  const desk = join(layout.processing, dispatch.producer);
  const settling = createSettling(options.settleMs);
  const kept = createKeptFiles(options.redis, options.prefix);
  const hinted = new Set<string>();
  /** Names that are being handled, or in a kept folder have been, with how they looked. */
  const taken = new Map<string, string>();
  let reading = 0;
  let inHand = 0;
  let stopped = false;
  let wake: () => void = () => {};

  const later = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const report = (outcome: FileOutcome) => {
    for (const { where, message } of outcome.problems) logger.warn({ file: outcome.name, where }, message);
    options.onFile?.(outcome);
  };

  /** Runs one file's work apart from the loop; `work` calls its argument when the next file may be read. */
  const handle = async (
    name: string,
    stamp: string,
    work: (read: () => void) => Promise<FileOutcome | null>,
  ) => {
    while (reading >= READERS && !stopped) await later(5);
    taken.set(name, stamp);
    reading++;
    inHand++;
    let released = false;
    const release = () => {
      if (!released) reading--;
      released = true;
    };
    work(release)
      .then((outcome) => outcome && report(outcome))
      .catch((err) => {
        logger.error({ file: name, err }, 'file left where it lies');
      })
      .finally(() => {
        release();
        inHand--;
        if (!keep) taken.delete(name);
      });
  };

  const claim = async (name: string, release: () => void): Promise<FileOutcome | null> => {
    if (!(await moveWithSidecar(layout.inbox, desk, name))) return null;
    return handleClaimed({ name, desk }, layout, options, release);
  };

  const readKept = async (name: string, release: () => void): Promise<FileOutcome | null> => {
    const path = join(layout.inbox, name);
    const hash = await kept.unknown(path);
    if (hash === null) return null;
    const sent = await sendFile({ path, name }, options);
    await sent.accepted;
    release();
    const outcome = await sent.done;
    if (outcome.problems.length === 0) await kept.remember(hash);
    return outcome;
  };

  const refuseLink = async (name: string): Promise<FileOutcome> => {
    const outcome = {
      name,
      articles: 0,
      problems: [
        { where: name, message: 'is a symbolic link, expected a file: links may lead out of the inbox' },
      ],
    };
    if (!keep) {
      const target = await freePath(join(layout.failed, name));
      await writeReason(target, outcome);
      await moveFile(join(layout.inbox, name), target);
    }
    return outcome;
  };

  /** Answers the milliseconds until the file is worth another look; 0 where it is handled. */
  const consider = async (sighting: Sighting): Promise<number> => {
    const { name, size, mtimeMs, link } = sighting;
    const stamp = `${size}-${mtimeMs}`;
    if (keep ? taken.get(name) === stamp : taken.has(name)) return 0;
    if (link) {
      await handle(name, stamp, () => refuseLink(name));
      return 0;
    }
    const wait = settling.see(sighting, Date.now());
    if (wait > 0) return wait;
    await dispatch.room();
    if (stopped) return 0;
    settling.forget(name);
    await handle(name, stamp, (release) => (keep ? readKept(name, release) : claim(name, release)));
    return 0;
  };

  const scan = async (): Promise<number> => {
    const names = new Set<string>();
    let next = Number.POSITIVE_INFINITY;
    for await (const sighting of walk(layout.inbox)) {
      if (stopped) return next;
      names.add(sighting.name);
      next = Math.min(next, (await consider(sighting)) || next);
    }
    settling.keepOnly(names);
    return next;
  };

  const followHints = async (): Promise<number> => {
    let next = Number.POSITIVE_INFINITY;
    for (const name of [...hinted]) {
      if (stopped) return next;
      hinted.delete(name);
      const sighting = await look(layout.inbox, name);
      const wait = sighting ? await consider(sighting) : 0;
      if (wait === 0) continue;
      next = Math.min(next, wait);
      setTimeout(() => {
        hinted.add(name);
        wake();
      }, wait);
    }
    return next;
  };

  const takeUpLeft = async () => {
    if (keep) return;
    for await (const name of takeUp({ ...options, producer: dispatch.producer })) {
      logger.info({ file: name }, 'taken up again');
      await handle(name, '', (release) => handleClaimed({ name, desk }, layout, options, release));
    }
  };

  const run = async () => {
    let scanAt = 0;
    while (!stopped) {
      try {
        await followHints();
        if (Date.now() >= scanAt) {
          await takeUpLeft();
          const next = await scan();
          scanAt = Date.now() + Math.min(options.rescanMs, next);
        }
      } catch (err) {
        if (!stopped) logger.warn({ err }, 'the inbox cannot be read');
        scanAt = Date.now() + options.rescanMs;
      }
      if (!stopped && hinted.size === 0) await later(Math.max(1, scanAt - Date.now()));
    }
  };

  return {
    run,
    inHand: () => inHand,
    hint(name: string) {
      hinted.add(name);
      wake();
    },
    stop() {
      stopped = true;
      wake();
    },
  };
}
