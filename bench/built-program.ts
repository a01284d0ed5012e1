/** Runs the built program for benches: made first where a source is newer, each bench in a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../src/package-root.ts';

/** Builds where needed, and measures in a folder that is there no longer than that. */
export async function withBuild(measure: (home: string) => Promise<void>): Promise<void> {
  const { buildIfStale } = (await import(new URL('../scripts/build.js', import.meta.url).href)) as {
    buildIfStale(): void;
  };
  buildIfStale();
  const home = mkdtempSync(join(tmpdir(), 'nashra-bench-'));
  try {
    await measure(home);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

export function nashra(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn(process.execPath, [join(PACKAGE_ROOT, 'dist/src/cli/main.js'), ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Resolves when the process prints words that match; what it prints later is passed over. */
export function printed(child: ChildProcess, words: RegExp): Promise<void> {
  let seen = '';
  return new Promise((resolve, reject) => {
    const read = (text: Buffer) => {
      seen = (seen + text.toString()).slice(-4_000);
      if (words.test(seen)) resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => reject(new Error(`ended before it was ready: ${seen}`)));
  });
}

export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const end = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await end;
}
