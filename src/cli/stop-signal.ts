/** Ctrl-C and `docker stop`: the first asks for a clean end, the second ends at once. */

/** Resolves at the first SIGINT or SIGTERM, or when the process that started this one is gone. */
export function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let asked = false;
    const onSignal = (signal: NodeJS.Signals) => {
      if (asked) process.exit(1);
      asked = true;
      resolve(signal);
    };
    process.once('disconnect', () => onSignal('SIGTERM'));
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
}

/**
 * Runs the steps of a stop within `ms`; what is not finished by then is left to the next start, which takes it up.
 * True where all steps were finished.
 */
export async function stopWithin(ms: number, steps: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const done = await Promise.race([steps().then(() => true), late]);
  clearTimeout(timer);
  return done;
}
