/**
 * Runs before `npm start` and `npm test`: brings what a fresh clone lacks, and nothing that is there already.
 * Usage: node scripts/ensure.js start|test
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuse, run, say } from './system.js';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

function ensureNode() {
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const [wantMajor, wantMinor] = engines.node.replace(/^\D+/, '').split('.').map(Number);
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < wantMajor || (major === wantMajor && minor < wantMinor)) {
    refuse(`Node ${process.versions.node} is too old: nashra needs Node ${engines.node}`);
  }
}

function ensurePackages() {
  const lock = join(ROOT, 'package-lock.json');
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  say('installing node modules with "npm ci" (once)');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  if (!run(npm, ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: ROOT })) {
    refuse('"npm ci" failed; its messages stand above');
  }
}

const purpose = process.argv[2];
if (purpose !== 'start' && purpose !== 'test')
  refuse(`usage: node scripts/ensure.js start|test, not "${purpose ?? ''}"`);
ensureNode();
ensurePackages();
// The tests start servers of their own, so they need the program even where a server elsewhere is configured.
if (purpose === 'test' || !process.env.NASHRA_REDIS_URL) {
  const { ensureRedisServer } = await import('./redis.js');
  ensureRedisServer();
}
const { buildIfStale } = await import('./build.js');
buildIfStale();
