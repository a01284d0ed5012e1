/** Everything on one machine: Redis, all stages in this process, a producer. `up` and `process` are built on it. */
import type { Config } from '../config.ts';
import { loadConfigured } from '../configured-knowledge.ts';
import type { Dispatch } from '../io/dispatch.ts';
import { type Line, openLine } from '../io/line.ts';
import type { Logger } from '../logger.ts';
import type { Summary } from '../model/summary.ts';
import type { PipelinePorts } from '../pipeline.ts';
import { redisPorts } from '../redis-ports.ts';
import { STAGE_NAMES } from '../stage.ts';
import { checkPack } from './check-pack.ts';
import { settleAfter } from './options.ts';
import { redisOrOwn } from './redis-server.ts';
import { stopWithin } from './stop-signal.ts';
import { startWorkers } from './workers.ts';

export interface Machine {
  readonly url: string;
  readonly line: Line;
  readonly ports: PipelinePorts;
  readonly dispatch: Dispatch;
  /** Stops the workers; what they have in hand is finished, or handed back after `ms`. */
  stopWork(ms: number): Promise<void>;
  /**
   * Stops workers and producer within `ms`, handing back what is in hand, and then the Redis server where it is our
   * own. True where all was finished in time.
   */
  close(ms: number): Promise<boolean>;
}

/** A server that has written its log ends in some tens of milliseconds. */
const RELEASE_MS = 900;

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
  await checkPack(knowledge);
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
      const finished = await stopWithin(ms, async () => {
        await Promise.all([dispatch.close(), stopWork(ms)]);
        await line.close();
      });
      await stopWithin(RELEASE_MS, server.release);
      return finished;
    },
  };
}
