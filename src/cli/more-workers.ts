/**
 * Further worker processes beside this one: the same program, all stages, the same Redis. They are in a process group
 * of their own, so that Ctrl-C reaches them through us and once; and they end when we are gone, however we went.
 */
import { type ChildProcess, spawn } from 'node:child_process';

export interface MoreWorkers {
  /** Asks them to finish what they have in hand, and waits for them. */
  stop(): Promise<void>;
}

export function spawnMoreWorkers(count: number, env: Readonly<Record<string, string>>): MoreWorkers {
  const [script = ''] = process.argv.slice(1);
  const children: ChildProcess[] = Array.from({ length: Math.max(0, count) }, () =>
    spawn(process.execPath, [...process.execArgv, script, 'worker', 'all'], {
      env: { ...process.env, NASHRA_LOG_LEVEL: process.env.NASHRA_LOG_LEVEL ?? 'warn', ...env },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      detached: true,
    }),
  );
  return {
    async stop() {
      await Promise.all(
        children.map(async (child) => {
          if (child.exitCode !== null || child.signalCode !== null) return;
          const ended = new Promise((resolve) => child.once('exit', resolve));
          child.kill('SIGTERM');
          await ended;
        }),
      );
    },
  };
}
