/**
 * Builds dist/ with the TypeScript compiler. `buildIfStale` skips the work where dist/ is newer than every source;
 * a lock folder keeps two commands that start together from building at once.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuse, run } from './system.js';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, '.built');
const LOCK = join(ROOT, 'node_modules', '.nashra-build');
const LOCK_PATIENCE_MS = 120_000;

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

function stale() {
  if (!existsSync(join(ROOT, 'src'))) return false;
  if (!existsSync(STAMP)) return true;
  const sources = ['src', 'workers', 'tsconfig.json', 'tsconfig.build.json'].map((name) => join(ROOT, name));
  return Math.max(...sources.map(newest)) > statSync(STAMP).mtimeMs;
}

function locked(work) {
  const until = Date.now() + LOCK_PATIENCE_MS;
  for (;;) {
    try {
      mkdirSync(LOCK);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (Date.now() > until) rmSync(LOCK, { recursive: true, force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
  try {
    work();
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

/** Compiles src/ and workers/ into dist/; ends the process with a message where that fails. */
export function build() {
  const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  if (!existsSync(compiler))
    refuse('the TypeScript compiler is not installed: type "npm install" in the project folder');
  const startedAt = new Date();
  if (!run(process.execPath, [compiler, '-p', join(ROOT, 'tsconfig.build.json')], { cwd: ROOT })) {
    refuse('the build failed; the messages stand above');
  }
  mkdirSync(DIST, { recursive: true });
  writeFileSync(STAMP, `${startedAt.toISOString()}\n`);
}

/** Builds where a source is newer than the last build. */
export function buildIfStale() {
  if (!stale()) return;
  locked(() => {
    if (stale()) build();
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build();
