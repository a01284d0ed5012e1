/**
 * What the set-up scripts ask of the machine: programs on PATH, the package manager, whether a child ran.
 * Plain Node without packages, because it runs before any package is installed.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Absolute path of a program on PATH, or null. */
export function which(program) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder, program);
    try {
      accessSync(file, constants.X_OK);
      if (statSync(file).isFile()) return file;
    } catch {
      // not in this folder
    }
  }
  return null;
}

/** Says one line of progress on standard error, so that standard output stays the command's own. */
export function say(line) {
  process.stderr.write(`nashra: ${line}\n`);
}

/** Ends the process with one clear message. */
export function refuse(message) {
  say(message);
  process.exit(1);
}

/** Runs a program with its output shown on standard error; true when it ended with 0. */
export function run(program, args, options = {}) {
  const done = spawnSync(program, args, { stdio: ['ignore', 2, 2], ...options });
  return done.status === 0;
}
