/**
 * The files that are being handled: so many are read at the same time, any number waits for its articles. A file that
 * is in hand is not taken a second time.
 */
import type { FileOutcome } from './send-file.ts';

export interface Hands {
  /** True where a file of this name is in hand, or (where names are kept) was handled and looks as it did then. */
  has(name: string, stamp: string): boolean;
  /**
   * Handles a file apart from the caller, who waits only for a reader to be free. `work` calls its argument when it has
   * read the file.
   */
  take(
    name: string,
    stamp: string,
    work: (wasRead: () => void) => Promise<FileOutcome | null>,
  ): Promise<void>;
  /** Files in hand. */
  count(): number;
}

export interface HandsOptions {
  /** Remember files after they were handled: they stay where they lie. */
  readonly keep: boolean;
  readonly onDone: (outcome: FileOutcome) => void;
  readonly onTrouble: (name: string, error: unknown) => void;
}

/** Files that are claimed and read at the same time. */
const READERS = 16;

export function createHands({ keep, onDone, onTrouble }: HandsOptions): Hands {
  const stamps = new Map<string, string>();
  const waiting: (() => void)[] = [];
  let reading = 0;
  let inHand = 0;

  const reader = async () => {
    while (reading >= READERS) await new Promise<void>((resolve) => waiting.push(resolve));
    reading++;
    let free = false;
    return () => {
      if (free) return;
      free = true;
      reading--;
      waiting.shift()?.();
    };
  };

  return {
    has: (name, stamp) => (keep ? stamps.get(name) === stamp : stamps.has(name)),
    count: () => inHand,
    async take(name, stamp, work) {
      stamps.set(name, stamp);
      const release = await reader();
      inHand++;
      work(release)
        .then((outcome) => outcome && onDone(outcome))
        .catch((error) => onTrouble(name, error))
        .finally(() => {
          release();
          inHand--;
          if (!keep) stamps.delete(name);
        });
    },
  };
}
