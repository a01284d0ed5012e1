/** Files that lie in processing/ because their producer is gone: they are taken up again. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RedisClient } from '../connection.ts';
import { isAlive } from '../process-alive.ts';
import { leaseKey, processName } from '../producer-name.ts';
import { exists, type FolderLayout, moveWithSidecar, pruneFolders } from './layout.ts';
import { walk } from './scan.ts';

export interface TakeUpOptions {
  readonly layout: FolderLayout;
  readonly producer: string;
  readonly redis: RedisClient;
  readonly prefix: string;
}

/** Moves the files of dead producers to this one's desk and yields their names. */
export async function* takeUp({ layout, producer, redis, prefix }: TakeUpOptions): AsyncGenerator<string> {
  const desk = join(layout.processing, producer);
  for (const entry of await readdir(layout.processing, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === producer) continue;
    if (await isWorking(entry.name, redis, prefix)) continue;
    const left = join(layout.processing, entry.name);
    for await (const { name, link } of walk(left)) {
      if (link || (await exists(join(desk, name)))) continue;
      if (await moveWithSidecar(left, desk, name)) yield name;
    }
    await pruneFolders(layout.processing, join(left, 'none'));
  }
}

/**
 * On this machine the process tells at once; elsewhere a producer is gone when it no longer renews its lease. A process
 * id may be used again, in a container even by ourselves: then the start tells the two apart.
 */
async function isWorking(producer: string, redis: RedisClient, prefix: string): Promise<boolean> {
  const [host, pid, start] = producer.split('.');
  const [here, mine, now] = processName().split('.');
  const gone = pid === mine ? start !== now : !isAlive(Number(pid));
  if (host === here && gone) return false;
  return (await redis.exists(leaseKey(prefix, producer))) === 1;
}
