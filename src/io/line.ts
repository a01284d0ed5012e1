/** The line on one Redis: connection, queues, progress and the store of failures, opened and closed together. */
import type { Config } from '../config.ts';
import type { Logger } from '../logger.ts';
import type { PipelinePorts, Step } from '../pipeline.ts';
import { checkRedis, closeRedis, connectRedis, type RedisClient } from './connection.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import { createFailedStore, type FailedStore } from './failed-store.ts';
import { createProgress, type Progress } from './progress.ts';
import { closeQueues, openQueues, type Queues } from './queues.ts';
import { createRates, type Rates } from './rates.ts';
import { withoutPassword } from './redis-address.ts';
import { type StageWorker, startStageWorker } from './stage-worker.ts';

export interface Line {
  readonly url: string;
  readonly redis: RedisClient;
  readonly queues: Queues;
  readonly progress: Progress;
  readonly failed: FailedStore;
  readonly rates: Rates;
  /** Opens a producer on this line. */
  dispatch(): Dispatch;
  /** Puts a stage on its queue. */
  work(step: Step, ports: PipelinePorts, onEmitted?: (items: readonly unknown[]) => void): StageWorker;
  /** Another connection to the same server, for commands that block. The caller ends it. */
  connect(): RedisClient;
  close(): Promise<void>;
}

export interface LineOptions {
  readonly config: Config;
  readonly logger: Logger;
  /** Workers wait for a lost server for ever; a command that somebody waits for gives up. */
  readonly patience: 'endless' | 'short';
}

/**
 * Opens the line.
 * @throws OutsideError where Redis does not answer and patience is short.
 */
export async function openLine(url: string, { config, logger, patience }: LineOptions): Promise<Line> {
  const connect = () => {
    const client = connectRedis(url, { patience, name: 'nashra', ca: config.NASHRA_REDIS_CA });
    // Without a listener a lost connection would end the process; the client reconnects by itself.
    let told = false;
    client.on('error', (err) => {
      logger[told ? 'debug' : 'warn']({ redis: withoutPassword(url), err }, 'no Redis; trying again');
      told = true;
    });
    client.on('ready', () => {
      if (told) logger.warn({ redis: withoutPassword(url) }, 'Redis is back');
      told = false;
    });
    return client;
  };
  const redis = connect();
  if (patience === 'short') await checkRedis(redis, url);
  const prefix = config.NASHRA_PREFIX;
  const queues = openQueues(redis, prefix);
  for (const queue of Object.values(queues)) queue.on('error', (err) => logger.debug({ err }, 'queue'));
  const shared = {
    redis,
    queues,
    progress: createProgress(redis, prefix),
    failed: createFailedStore(redis, prefix),
    rates: createRates(redis, prefix),
  };
  return {
    ...shared,
    url,
    connect,
    dispatch: () =>
      createDispatch({
        ...shared,
        logger,
        prefix,
        highWaterJobs: config.NASHRA_HIGH_WATER_JOBS,
        highWaterBytes: config.NASHRA_HIGH_WATER_BYTES,
      }),
    work: (step, ports, onEmitted) =>
      startStageWorker({
        ...shared,
        step,
        ports,
        logger,
        prefix,
        connection: redis,
        concurrency: config.NASHRA_CONCURRENCY,
        ...(onEmitted ? { onEmitted } : {}),
      }),
    async close() {
      await Promise.race([closeQueues(queues), new Promise((resolve) => setTimeout(resolve, 500).unref())]);
      await closeRedis(redis);
    },
  };
}
