/**
 * Puts a stage on its queue: the one adapter between stages and BullMQ. A job is a chunk of items. What the stage
 * emits goes to the next queue, what ends is reported to its file's ticket, and a bad item never fails its chunk: it
 * is tried again by itself and then parked. Every effect is a set write or has a deterministic id, so that a job that
 * is delivered twice, or whose worker dies half-way, changes nothing.
 */

import type { Logger } from '../logger.ts';
import type { PipelinePorts, QueueName, Step, Travelling } from '../pipeline.ts';
import { type Job, WaitingError, Worker } from './bullmq.ts';
import type { RedisClient } from './connection.ts';
import { consequenceOf, isOutside } from './consequence.ts';
import { type FailedStore, failedArticle } from './failed-store.ts';
import type { Progress } from './progress.ts';
import { backoffMs, type ChunkJob, enqueue, JobSchema, jobId, type Queues, queuePrefix } from './queues.ts';
import type { Rates } from './rates.ts';
import { type ChunkOutcome, HandBackError, runChunk } from './run-chunk.ts';

export interface StageWorkerOptions {
  readonly step: Step;
  readonly ports: PipelinePorts;
  readonly connection: RedisClient;
  readonly queues: Queues;
  readonly progress: Progress;
  readonly failed: FailedStore;
  readonly rates: Rates;
  readonly logger: Logger;
  readonly prefix: string;
  readonly concurrency: number;
  /** Called with what the last stage emits. */
  readonly onEmitted?: (items: readonly unknown[]) => void;
}

export interface StageWorker {
  /** Resolves when the worker takes jobs. */
  ready(): Promise<void>;
  /**
   * Stops: what is nearly done is finished, the rest is handed back to the queue. After `ms` it lets go, and another
   * worker takes the job over when its lock runs out.
   */
  close(ms: number): Promise<void>;
}

/**
 * Measured against BullMQ's defaults (30 s, 30 s, 1): a killed worker's jobs come back after at most 20 s instead of
 * 60 s, and a worker that is killed again and again no longer parks jobs as failed.
 */
const LOCKS = { lockDuration: 15_000, stalledInterval: 5_000, maxStalledCount: 50 } as const;

export function startStageWorker(options: StageWorkerOptions): StageWorker {
  const { step, logger } = options;
  const stage = step.stage.name;
  const stopping = new AbortController();
  const worker = new Worker<ChunkJob>(
    step.queue,
    (job, token) => processJob(job, token, options, stopping.signal),
    {
      connection: options.connection,
      prefix: queuePrefix(options.prefix, step.queue),
      concurrency: options.concurrency,
      ...LOCKS,
      settings: { backoffStrategy: backoffMs },
    },
  );
  worker.on('error', (err) => logger.warn({ stage, err }, 'queue trouble'));
  worker.on('stalled', (job) => logger.warn({ stage, job }, 'took over a job whose worker is gone'));
  worker.on('failed', (job, err) => {
    const level = isOutside(err) ? 'warn' : 'error';
    logger[level]({ stage, job: job?.id, err, attempt: job?.attemptsMade }, 'job failed');
    sweep(options).catch((error) => logger.warn({ stage, err: error }, 'could not park failed jobs'));
  });
  const swept = sweep(options).catch((err) => logger.warn({ stage, err }, 'could not park failed jobs'));
  return {
    async ready() {
      await worker.waitUntilReady();
    },
    async close(ms) {
      stopping.abort();
      await Promise.race([worker.close(), elapsed(ms)]);
      await Promise.race([swept, elapsed(50)]);
    },
  };
}

/** `worker.close()` hangs while Redis is unreachable; nobody should wait for it longer than this. */
function elapsed(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}

async function processJob(
  job: Job<ChunkJob>,
  token: string | undefined,
  options: StageWorkerOptions,
  signal: AbortSignal,
): Promise<void> {
  const { items } = JobSchema.parse(job.data);
  const attempt = job.attemptsMade + 1;
  try {
    const outcome = await runChunk(options.step, items, options.ports, signal);
    await passOn(job, items, attempt, outcome, options);
  } catch (thrown) {
    if (thrown instanceof HandBackError) {
      await job.moveToWait(token);
      throw new WaitingError();
    }
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    if (consequenceOf(error, attempt) === 'retry' && (items.length === 1 || isOutside(error))) throw error;
    if (items.length === 1) await park(items[0], error, options);
    else await queueSingly(items, options);
  }
}

/** Hands over what the stage made of a chunk. Each step is a set write or has a deterministic id. */
async function passOn(
  job: Job<ChunkJob>,
  items: readonly unknown[],
  attempt: number,
  outcome: ChunkOutcome,
  options: StageWorkerOptions,
): Promise<void> {
  const { step, queues, progress, rates, logger } = options;
  const stage = step.stage.name;
  for (const [queue, outgoing] of outcome.outgoing) await enqueue(queues[queue], outgoing, stage);
  const [lone] = outcome.failed;
  if (lone && items.length === 1) {
    if (consequenceOf(lone.error, attempt) === 'retry') throw lone.error;
    await park(lone.item, lone.error, options);
  } else {
    const hopeless = outcome.failed.filter(({ error }) => consequenceOf(error, 1) === 'park');
    const others = outcome.failed.filter(({ error }) => consequenceOf(error, 1) !== 'park');
    for (const { item, error } of hopeless) await park(item, error, options);
    await queueSingly(
      others.map(({ item }) => item),
      options,
    );
  }
  await progress.settle(outcome.settled);
  for (const { id, reason } of outcome.dropped)
    logger.debug({ stage, job: job.id, article: id, reason }, 'dropped');
  if (outcome.emitted.length > 0) options.onEmitted?.(outcome.emitted);
  await rates.note(stage, items.length - outcome.failed.length);
}

async function queueSingly(items: readonly unknown[], { step, queues }: StageWorkerOptions): Promise<void> {
  for (const item of items) {
    await queues[step.queue].add('single', { items: [item] }, { jobId: jobId('single', [item]) });
  }
}

async function park(item: unknown, error: Error, options: StageWorkerOptions): Promise<void> {
  const stage = options.step.stage.name;
  const failed = failedArticle(stage, item, error);
  options.logger.error(
    { stage, article: failed.article, err: error },
    'article parked; see: nashra failed list',
  );
  await options.failed.park(failed);
  const { ticket, arrivedAs } = (item ?? {}) as Partial<Travelling>;
  const travelling = { id: failed.article, ticket: typeof ticket === 'string' ? ticket : null, arrivedAs };
  await options.progress.fail(travelling, { article: failed.article, stage, message: error.message });
}

/** Parks what BullMQ itself gave up on: jobs whose workers died more often than {@link LOCKS} allows. */
async function sweep(options: StageWorkerOptions): Promise<void> {
  const queue = options.queues[options.step.queue as QueueName];
  for (const job of await queue.getFailed(0, 100)) {
    const parsed = JobSchema.safeParse(job.data);
    const error = new Error(job.failedReason || 'the job failed');
    for (const item of parsed.success ? parsed.data.items : [job.data]) await park(item, error, options);
    await queue.remove(String(job.id));
  }
}
