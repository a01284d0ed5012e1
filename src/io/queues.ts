/** The BullMQ queues of the line. Each has a hash tag of its own, so that they spread over a Redis Cluster. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { QUEUE_NAMES, type QueueName, type Travelling } from '../pipeline.ts';
import { type JobsOptions, Queue } from './bullmq.ts';
import type { RedisClient } from './connection.ts';

/** What a job carries: the items of one chunk. They are checked one by one, so that a bad one fails alone. */
export const JobSchema = z.object({ items: z.array(z.unknown()).min(1) });
export interface ChunkJob {
  readonly items: readonly unknown[];
}

export type StageQueue = Queue<ChunkJob, unknown, string>;
export type Queues = Readonly<Record<QueueName, StageQueue>>;

/** Largest chunk: measured, 50 articles a job move three times as many articles a second as one a job. */
export const MAX_CHUNK_ITEMS = 50;
/** Largest chunk in bytes, so that one job never holds its lock for long. A single larger article travels alone. */
export const MAX_CHUNK_BYTES = 400_000;

/** Attempts for trouble outside: with the back-off of {@link backoffMs} they span about two minutes. */
export const MAX_ATTEMPTS = 10;

/** Delay before attempt n + 1: doubling from half a second, capped at 30 s. */
export function backoffMs(attemptsMade: number): number {
  return Math.min(500 * 2 ** Math.max(0, attemptsMade - 1), 30_000);
}

const JOB_OPTIONS: JobsOptions = {
  attempts: MAX_ATTEMPTS,
  backoff: { type: 'capped' },
  removeOnComplete: true,
  stackTraceLimit: 2,
};

/** The key prefix of a queue: its own hash tag. */
export function queuePrefix(prefix: string, name: QueueName): string {
  return `{${prefix}-${name}}`;
}

/** Opens all queues on one connection. */
export function openQueues(connection: RedisClient, prefix: string): Queues {
  const open = (name: QueueName): StageQueue =>
    new Queue(name, {
      connection,
      prefix: queuePrefix(prefix, name),
      defaultJobOptions: JOB_OPTIONS,
      streams: { events: { maxLen: 100 } },
    });
  return Object.fromEntries(QUEUE_NAMES.map((name) => [name, open(name)])) as Record<QueueName, StageQueue>;
}

/** Closes all queues; the connection stays open for its owner to close. */
export async function closeQueues(queues: Queues): Promise<void> {
  await Promise.allSettled(Object.values(queues).map((queue) => queue.close()));
}

/** Jobs that wait, are delayed or in hand, over all queues. */
export async function backlog(queues: Queues): Promise<number> {
  const counts = await Promise.all(
    Object.values(queues).map((queue) => queue.getJobCounts('waiting', 'active', 'delayed', 'prioritized')),
  );
  return counts.reduce(
    (sum, count) => sum + Object.values(count).reduce((total, jobs) => total + jobs, 0),
    0,
  );
}

/**
 * A job's id: the same items for the same reason give the same id, so that a producer or a stage that repeats itself
 * after a crash does not queue them twice while they wait. It holds no `:`, which BullMQ forbids.
 */
export function jobId(reason: string, items: readonly unknown[]): string {
  const hash = createHash('sha256').update(reason);
  for (const item of items) {
    const { id, ticket } = item as Partial<Travelling>;
    hash.update(`\0${String(id)}\0${String(ticket)}`);
  }
  return hash.digest('hex').slice(0, 32);
}

/** Queues items in chunks of at most {@link MAX_CHUNK_ITEMS} and about {@link MAX_CHUNK_BYTES}. */
export async function enqueue(queue: StageQueue, items: readonly unknown[], reason: string): Promise<void> {
  for (const chunk of chunksOf(items)) {
    await queue.add('chunk', { items: chunk }, { jobId: jobId(reason, chunk) });
  }
}

/** Cuts items into chunks, in order; an item above the byte limit is a chunk of its own. */
export function chunksOf(items: readonly unknown[]): readonly (readonly unknown[])[] {
  const chunks: unknown[][] = [];
  let bytes = 0;
  for (const item of items) {
    const size = sizeOf(item);
    const current = chunks.at(-1);
    if (current && current.length < MAX_CHUNK_ITEMS && bytes + size <= MAX_CHUNK_BYTES) {
      current.push(item);
      bytes += size;
    } else {
      chunks.push([item]);
      bytes = size;
    }
  }
  return chunks;
}

/** About how many bytes an item takes as JSON in UTF-8: most of it is Arabic text at two bytes a letter. */
export function sizeOf(item: unknown): number {
  const text = (item as { text?: unknown }).text;
  return 1_000 + (typeof text === 'string' ? text.length * 2 : 0);
}
