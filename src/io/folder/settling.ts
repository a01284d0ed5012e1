/** Tells when a file that appears is whole: nobody has changed it for a while. Pure but for the times it is given. */
import type { Sighting } from './scan.ts';

export interface Settling {
  /** Notes how a file looks now and answers 0 where it is whole, else the milliseconds to wait before looking again. */
  see(sighting: Sighting, now: number): number;
  forget(name: string): void;
  /** Forgets the files that are no longer there. */
  keepOnly(names: ReadonlySet<string>): void;
}

/** An empty file is mostly one that somebody has just opened: it gets longer before it counts as empty. */
const EMPTY_MS = 3_000;

/** `settleMs`: how long a file must stay unchanged. */
export function createSettling(settleMs: number): Settling {
  const seen = new Map<string, { size: number; mtimeMs: number; since: number }>();
  return {
    see({ name, size, mtimeMs }, now) {
      const patience = size === 0 ? Math.max(settleMs, EMPTY_MS) : settleMs;
      const before = seen.get(name);
      if (!before || before.size !== size || before.mtimeMs !== mtimeMs) {
        // A file that was last written long ago arrived by a rename: it is whole.
        const since = before ? now : Math.min(now, Math.max(mtimeMs, now - patience));
        seen.set(name, { size, mtimeMs, since });
      }
      const since = seen.get(name)?.since ?? now;
      return Math.max(0, since + patience - now);
    },
    forget(name) {
      seen.delete(name);
    },
    keepOnly(names) {
      for (const name of seen.keys()) if (!names.has(name)) seen.delete(name);
    },
  };
}
