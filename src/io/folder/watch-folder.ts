/**
 * Watches an inbox. The file system's events are a hint that makes it quick; a scan at regular intervals is the truth,
 * for events get lost on network mounts and in new folders. A file that is whole is claimed by an atomic rename, so
 * that several producers can share one inbox, and is put away once its last article is through.
 */
import type { Logger } from '../../logger.ts';
import { createHands } from './hands.ts';
import { createHints } from './hints.ts';
import { makeFolders } from './layout.ts';
import { look, type Sighting, walk } from './scan.ts';
import type { FileOutcome } from './send-file.ts';
import { createSettling } from './settling.ts';
import { createTakeFile, type TakeOptions } from './take-file.ts';
import { takeUp } from './take-up.ts';

export interface WatchOptions extends TakeOptions {
  readonly logger: Logger;
  /** How long a file must stay unchanged before it is taken. */
  readonly settleMs: number;
  readonly rescanMs: number;
  /** Told of each file that is put away. */
  readonly onFile?: (outcome: FileOutcome) => void;
}

export interface FolderWatch {
  /** Files that are taken and not yet put away. */
  inHand(): number;
  /** Takes no more files. What is in hand stays in processing/ and is taken up again at the next start. */
  close(): Promise<void>;
}

export async function watchFolder(options: WatchOptions): Promise<FolderWatch> {
  if (!options.keep) await makeFolders(options.layout);
  const rounds = createRounds(options);
  const running = rounds.run();
  return {
    inHand: rounds.inHand,
    async close() {
      rounds.stop();
      await running;
    },
  };
}

interface Rounds {
  run(): Promise<void>;
  inHand(): number;
  stop(): void;
}

/** The loop: files that were hinted at as soon as they are whole, and all that lies there at regular intervals. */
function createRounds(options: WatchOptions): Rounds {
  const { layout, dispatch, logger } = options;
  const takeFile = createTakeFile(options);
  const settling = createSettling(options.settleMs);
  const hinted = new Set<string>();
  const pause = createPause();
  let stopped = false;
  let scanAt = 0;

  const hint = (name: string) => {
    hinted.add(name);
    pause.end();
  };
  const hints = createHints(layout.inbox, {
    onHint: hint,
    onTrouble: (err, folder) => logger.warn({ err, folder }, 'no file events; the scan goes on'),
  });

  const hands = createHands({
    keep: options.keep,
    onDone(outcome) {
      for (const { where, message } of outcome.problems) logger.warn({ file: outcome.name, where }, message);
      options.onFile?.(outcome);
    },
    onTrouble: (file, err) => logger.error({ file, err }, 'file left where it lies'),
  });

  /** Answers the milliseconds until the file is worth another look; 0 where it is in hand. */
  const consider = async (sighting: Sighting): Promise<number> => {
    const { name, size, mtimeMs, link } = sighting;
    const stamp = `${size}-${mtimeMs}`;
    if (hands.has(name, stamp)) return 0;
    if (link) {
      await hands.take(name, stamp, () => takeFile.link(name));
      return 0;
    }
    const wait = settling.see(sighting, Date.now());
    if (wait > 0) return wait;
    await dispatch.room();
    if (stopped) return 0;
    settling.forget(name);
    await hands.take(name, stamp, (wasRead) => takeFile.whole(name, wasRead));
    return 0;
  };

  const followHints = async () => {
    for (const name of [...hinted]) {
      hinted.delete(name);
      const sighting = stopped ? null : await look(layout.inbox, name);
      // What lies in a new folder is found by a scan.
      if (sighting === 'folder') scanAt = 0;
      const wait = sighting && sighting !== 'folder' ? await consider(sighting) : 0;
      if (wait > 0) setTimeout(() => hint(name), wait).unref();
    }
  };

  /** Answers the milliseconds until the next scan. */
  const scan = async (): Promise<number> => {
    if (!options.keep) await takeUpLeft();
    const names = new Set<string>();
    const folders = new Set<string>();
    const onFolder = (folder: string) => {
      folders.add(folder);
      return hints.follow(folder);
    };
    let next = options.rescanMs;
    for await (const sighting of walk(layout.inbox, onFolder)) {
      if (stopped) return 0;
      names.add(sighting.name);
      next = Math.min(next, (await consider(sighting)) || next);
      // A long scan of a burst leaves no hint waiting.
      if (hinted.size > 0) await followHints();
    }
    settling.keepOnly(names);
    hints.keepOnly(folders);
    return next;
  };

  const takeUpLeft = async () => {
    for await (const name of takeUp({ ...options, producer: dispatch.producer })) {
      logger.info({ file: name }, 'taken up again');
      await hands.take(name, '', (wasRead) => takeFile.onDesk(name, wasRead));
    }
  };

  const run = async () => {
    while (!stopped) {
      try {
        await followHints();
        if (Date.now() >= scanAt) {
          scanAt = Number.POSITIVE_INFINITY;
          const next = await scan();
          scanAt = Math.min(scanAt, Date.now() + next);
        }
      } catch (err) {
        if (!stopped) logger.warn({ err }, 'the inbox cannot be read');
        scanAt = Date.now() + options.rescanMs;
      }
      if (!stopped && hinted.size === 0) await pause.of(Math.max(1, scanAt - Date.now()));
    }
    hints.close();
  };

  const stop = () => {
    stopped = true;
    pause.end();
  };

  return { run, inHand: hands.count, stop };
}

/** A wait that can be cut short. */
function createPause(): { of(ms: number): Promise<void>; end(): void } {
  let end: () => void = () => {};
  return {
    of: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        end = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    end: () => end(),
  };
}
