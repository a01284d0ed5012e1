/**
 * Watches an inbox. The file system's events are a hint that makes it quick; a scan at regular intervals is the truth,
 * for events get lost on network mounts and in new folders. A file that is whole is claimed by an atomic rename, so
 * that several producers can share one inbox, and is put away once its last article is through.
 */
import { watch } from 'chokidar';
import type { Logger } from '../../logger.ts';
import { createHands } from './hands.ts';
import { makeFolders, nameIn } from './layout.ts';
import { isPassedOver, look, type Sighting, walk } from './scan.ts';
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
  const { layout, logger } = options;
  if (!options.keep) await makeFolders(layout);
  const rounds = createRounds(options);
  const hints = watch(layout.inbox, {
    ignoreInitial: true,
    followSymlinks: false,
    ignorePermissionErrors: true,
    ignored: (path) => path !== layout.inbox && isPassedOver(nameIn(layout.inbox, path)),
  });
  hints.on('all', (_event, path) => rounds.hint(nameIn(layout.inbox, path)));
  hints.on('error', (err) => logger.warn({ err }, 'no file events; the scan goes on'));
  const running = rounds.run();
  return {
    inHand: rounds.inHand,
    async close() {
      rounds.stop();
      await Promise.all([hints.close(), running]);
    },
  };
}

interface Rounds {
  run(): Promise<void>;
  hint(name: string): void;
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
      const wait = sighting ? await consider(sighting) : 0;
      if (wait > 0) setTimeout(() => hint(name), wait).unref();
    }
  };

  const hint = (name: string) => {
    hinted.add(name);
    pause.end();
  };

  /** Answers the milliseconds until the next scan. */
  const scan = async (): Promise<number> => {
    if (!options.keep) await takeUpLeft();
    const names = new Set<string>();
    let next = options.rescanMs;
    for await (const sighting of walk(layout.inbox)) {
      if (stopped) return 0;
      names.add(sighting.name);
      next = Math.min(next, (await consider(sighting)) || next);
      // A long scan of a burst leaves no hint waiting.
      if (hinted.size > 0) await followHints();
    }
    settling.keepOnly(names);
    return next;
  };

  const takeUpLeft = async () => {
    for await (const name of takeUp({ ...options, producer: dispatch.producer })) {
      logger.info({ file: name }, 'taken up again');
      await hands.take(name, '', (wasRead) => takeFile.onDesk(name, wasRead));
    }
  };

  const run = async () => {
    let scanAt = 0;
    while (!stopped) {
      try {
        await followHints();
        if (Date.now() >= scanAt) scanAt = Date.now() + (await scan());
      } catch (err) {
        if (!stopped) logger.warn({ err }, 'the inbox cannot be read');
        scanAt = Date.now() + options.rescanMs;
      }
      if (!stopped && hinted.size === 0) await pause.of(Math.max(1, scanAt - Date.now()));
    }
  };

  const stop = () => {
    stopped = true;
    pause.end();
  };

  return { run, hint, inHand: hands.count, stop };
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
