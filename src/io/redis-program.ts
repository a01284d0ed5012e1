/** Starts a Redis server program found on PATH as a child process, and ends it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetupError } from '../errors.ts';
import { isAlive } from './process-alive.ts';

const PROGRAMS = ['redis-server', 'valkey-server'] as const;
/** Where Debian and Homebrew put server programs that a user's PATH may not name. */
const MORE_FOLDERS = ['/usr/bin', '/usr/local/bin', '/usr/sbin', '/opt/homebrew/bin'] as const;

/**
 * Finds a server program.
 * @throws SetupError naming the package to install.
 */
export function findRedisProgram(path = process.env.PATH ?? ''): string {
  for (const folder of [...path.split(delimiter).filter(Boolean), ...MORE_FOLDERS]) {
    for (const program of PROGRAMS) {
      const candidate = join(folder, program);
      try {
        accessSync(candidate, constants.X_OK);
        return candidate;
      } catch {
        // Not there: look on.
      }
    }
  }
  throw new SetupError(
    'no Redis server program found: install the package redis-server (Debian, Ubuntu: sudo apt-get install redis-server), ' +
      'or set NASHRA_REDIS_URL to a server that runs elsewhere',
  );
}

export interface ServerSettings {
  readonly dir: string;
  /** Unix socket, or a loopback port where the path would be too long for one. */
  readonly listen: { readonly socket: string } | { readonly port: number };
  readonly persistent: boolean;
}

/**
 * Runs the program in a process group of its own, so that Ctrl-C in the terminal reaches nashra and not the server:
 * the server must outlive the workers by a moment.
 */
export function spawnRedis(settings: ServerSettings): ChildProcess {
  const listen =
    'socket' in settings.listen
      ? ['--port', '0', '--unixsocket', settings.listen.socket, '--unixsocketperm', '700']
      : ['--port', String(settings.listen.port), '--bind', '127.0.0.1'];
  const keep = settings.persistent
    ? ['--appendonly', 'yes', '--appendfsync', 'everysec']
    : ['--appendonly', 'no'];
  const args = [
    ...listen,
    ...keep,
    ...['--save', '', '--dir', settings.dir, '--maxmemory-policy', 'noeviction', '--daemonize', 'no'],
    ...['--logfile', join(settings.dir, 'redis.log'), '--loglevel', 'notice'],
  ];
  return spawn(findRedisProgram(), args, { detached: true, stdio: 'ignore' });
}

/** Ends a server by its process id: a clean stop that writes what is buffered, and a hard one after `ms`. */
export async function stopRedis(pid: number, ms = 3_000): Promise<void> {
  const until = Date.now() + ms;
  signal(pid, 'SIGTERM');
  while (isAlive(pid)) {
    if (Date.now() > until) {
      // What still has an id after this is a process that nobody collects: it is dead.
      signal(pid, 'SIGKILL');
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
