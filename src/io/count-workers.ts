/** How many workers read a queue, on a single server as on a Cluster, where each node knows only its own clients. */

import type { RedisClient } from './connection.ts';
import { Cluster } from './ioredis.ts';
import type { StageQueue } from './queues.ts';

/**
 * Workers of a queue; 0 where the server does not list its clients.
 *
 * On a Cluster a worker's client is connected to the node that owns its queue, on which it waits, and under the same
 * name to any other node that it asked something of, at most once each. So the fullest node tells the number.
 */
export async function countWorkers(redis: RedisClient, queue: StageQueue): Promise<number> {
  if (!(redis instanceof Cluster)) return queue.getWorkersCount().catch(() => 0);
  const name = workerName(queue);
  const lists = await Promise.all(
    redis.nodes('all').map(async (node) => String(await node.client('LIST').catch(() => ''))),
  );
  return Math.max(0, ...lists.map((list) => list.split('\n').filter((line) => isWorker(line, name)).length));
}

/** The name that BullMQ gives the connection on which a worker waits. */
function workerName(queue: StageQueue): string {
  return `${queue.opts.prefix}:${Buffer.from(queue.name).toString('base64')}`;
}

function isWorker(line: string, name: string): boolean {
  const told = / name=(\S*)/.exec(line)?.[1];
  return told !== undefined && (told === name || told.startsWith(`${name}:w:`));
}
