/** Everything on one machine: Redis, all stages in this process, a producer. `up` and `process` are built on it. */
import type { Config } from '../config.ts';
import type { Dispatch } from '../io/dispatch.ts';
import { type Line, openLine } from '../io/line.ts';
import type { Logger } from '../logger.ts';
import type { Summary } from '../model/summary.ts';
import type { PipelinePorts } from '../pipeline.ts';
import { loadConfigured, redisPorts } from '../redis-ports.ts';
import { STAGE_NAMES } from '../stage.ts';
import { settleAfter } from './options.ts';
import { redisOrOwn } from './redis-server.ts';
import { startWorkers } from './workers.ts';

export interface Machine {
  readonly url: string;
  readonly line: Line;
  readonly ports: PipelinePorts;
  readonly dispatch: Dispatch;
  /** Stops the workers; what they have in hand is finished, or handed back after `ms`. */
  stopWork(ms: number): Promise<void>;
  /** Stops workers and producer, and the Redis server where it is our own; what is in hand is handed back. */
  close(ms: number): Promise<void>;
}

export interface MachineOptions {
  readonly config: Config;
  readonly logger: Logger;
  readonly onEmitted?: (items: readonly unknown[]) => void;
  readonly onRevisions?: (revisions: readonly Summary[]) => void;
}

export async function startMachine(options: MachineOptions): Promise<Machine> {
  const { config, logger } = options;
  // Knowledge first: a pack that does not fit stops everything before a server is started.
  const knowledge = loadConfigured(config);
  const server = await redisOrOwn(config);
  const line = await openLine(server.url, { config, logger, patience: 'endless' });
  const ports = redisPorts(line.redis, config, knowledge);
  const workers = await startWorkers({
    ...options,
    line,
    ports,
    stages: STAGE_NAMES,
    settleAfter: settleAfter(config),
  });
  const dispatch = line.dispatch();
  let stopping: Promise<void> | null = null;
  const stopWork = (ms: number) => {
    stopping ??= workers.close(ms);
    return stopping;
  };
  return {
    url: server.url,
    line,
    ports,
    dispatch,
    stopWork,
    async close(ms) {
      await Promise.race([dispatch.close(), new Promise((resolve) => setTimeout(resolve, 1_000).unref())]);
      await stopWork(ms);
      await line.close();
      await server.release();
    },
  };
}
