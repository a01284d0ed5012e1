/** Runs work again and again with a pause between, until it is stopped. */
import { Pause } from './pause.ts';

export interface Repeating {
  /** Resolves when the work is at rest, or soon after where it hangs. */
  stop(): Promise<void>;
}

const HANGING_MS = 300;

/** `trouble` is told of each failure; the work goes on. */
export function repeat(
  work: () => Promise<unknown>,
  ms: number,
  trouble: (error: unknown) => void,
): Repeating {
  let stopped = false;
  const pause = new Pause();
  const loop = async () => {
    while (!stopped) {
      await work().catch((error) => {
        if (!stopped) trouble(error);
      });
      if (stopped) return;
      await pause.wait(ms);
    }
  };
  const running = loop();
  return {
    async stop() {
      stopped = true;
      pause.cutShort();
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, HANGING_MS).unref())]);
    },
  };
}
