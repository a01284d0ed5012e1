/**
 * Makes sure that a Redis server program is on this machine: redis-server or valkey-server on PATH, else through the
 * system's package manager, saying what it does, else one message with the command to type.
 */
import { delimiter } from 'node:path';
import { refuse, run, say, which } from './system.js';

const SERVERS = ['redis-server', 'valkey-server'];

/** Package managers in the order they are tried; `refresh` brings the package list up to date first. */
const MANAGERS = [
  {
    program: 'apt-get',
    refresh: ['update', '-qq'],
    install: ['install', '-y', '-qq', '--no-install-recommends', 'redis-server'],
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  },
  { program: 'dnf', install: ['install', '-y', 'valkey'] },
  { program: 'apk', install: ['add', '--no-cache', 'redis'] },
  { program: 'pacman', install: ['-S', '--noconfirm', 'valkey'] },
  { program: 'zypper', install: ['--non-interactive', 'install', 'redis'] },
  { program: 'brew', install: ['install', 'redis'], asUser: true },
];

/** Folders of servers that are not on every user's PATH. */
const SERVER_FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

function serverOnPath() {
  return SERVERS.map((program) => which(program)).find(Boolean) ?? null;
}

/** The command prefix that gives root's rights without asking for a password, or null where there is none. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const sudo = which('sudo');
  return sudo && run(sudo, ['-n', 'true'], { stdio: 'ignore' }) ? [sudo, '-n'] : null;
}

function typed(manager) {
  const rights = manager.asUser || process.getuid?.() === 0 ? '' : 'sudo ';
  return `${rights}${manager.program} ${manager.install.filter((word) => word !== '-qq').join(' ')}`;
}

/** Makes sure of a server program, installing one where that is possible; ends the process with a message where not. */
export function ensureRedisServer(moreFolders = SERVER_FOLDERS) {
  process.env.PATH = [process.env.PATH ?? '', ...moreFolders].join(delimiter);
  if (serverOnPath()) return;
  const manager = MANAGERS.find(({ program }) => which(program));
  if (!manager) {
    refuse('no redis-server or valkey-server on PATH: install Redis 7 or Valkey, or set NASHRA_REDIS_URL');
  }
  const prefix = manager.asUser ? [] : rootPrefix();
  if (!prefix) {
    refuse(
      `no redis-server on PATH and no right to install it: type "${typed(manager)}", or set NASHRA_REDIS_URL`,
    );
  }
  say(`no Redis server program found: installing it with "${typed(manager)}" (once)`);
  // The package manager's chatter is of no interest; what goes wrong it says on standard error.
  const options = { env: { ...process.env, ...manager.env }, stdio: ['ignore', 'ignore', 2] };
  const call = (args) => {
    const [program, ...rest] = [...prefix, manager.program, ...args];
    return run(program, rest, options);
  };
  if (manager.refresh) call(manager.refresh);
  if (!call(manager.install) || !serverOnPath()) {
    refuse(
      `"${typed(manager)}" did not bring a Redis server: install Redis 7 or Valkey by hand, or set NASHRA_REDIS_URL`,
    );
  }
}
