/**
 * Builds dist/ with the TypeScript compiler. `buildIfStale` skips the work where dist/ is newer than every source;
 * a lock file keeps two commands that start together from building at once.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuse, run } from './system.js';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, '.built');
const LOCK = join(ROOT, 'node_modules', '.nashra-build.lock');

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

/** Takes the lock: a file that names its holder. One whose holder is gone (killed in a build) is taken over. */
function lock() {
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!holderLives()) rmSync(LOCK, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  }
}

function holderLives() {
  try {
    process.kill(Number(readFileSync(LOCK, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function locked(work) {
  lock();
  const release = () => rmSync(LOCK, { force: true });
  // A failed build ends the process where it stands.
  process.once('exit', release);
  work();
  process.off('exit', release);
  release();
}

/** Compiles src/ and workers/ into dist/, with twins of the packs' YAML; ends the process with a message where that fails. */
export function build() {
  const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  if (!existsSync(compiler))
    refuse('the TypeScript compiler is not installed: type "npm install" in the project folder');
  const startedAt = new Date();
  if (!run(process.execPath, [compiler, '-p', join(ROOT, 'tsconfig.build.json')], { cwd: ROOT })) {
    refuse('the build failed; the messages stand above');
  }
  // Only a quicker start: what they say is read from the YAML where they are missing.
  if (existsSync(join(ROOT, 'knowledge')))
    run(process.execPath, [join(ROOT, 'scripts', 'twins.js')], { cwd: ROOT });
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
