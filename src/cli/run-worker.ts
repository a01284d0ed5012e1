/** A worker process: its stages on their queues until somebody asks it to stop. */
import type { Config } from '../config.ts';
import { loadConfigured } from '../configured-knowledge.ts';
import { openLine } from '../io/line.ts';
import { withoutPassword } from '../io/redis-address.ts';
import { createLogger } from '../logger.ts';
import { redisPorts } from '../redis-ports.ts';
import type { StageName } from '../stage.ts';
import { checkPack } from './check-pack.ts';
import { settleAfter } from './options.ts';
import { redisThatRuns } from './redis-server.ts';
import { stopSignal, stopWithin } from './stop-signal.ts';
import { startWorkers } from './workers.ts';

export async function runWorker(stages: readonly StageName[], config: Config): Promise<void> {
  const logger = createLogger(config.NASHRA_LOG_LEVEL);
  const stopped = stopSignal();
  const knowledge = loadConfigured(config);
  await checkPack(knowledge);
  const url = await redisThatRuns(config);
  const line = await openLine(url, { config, logger, patience: 'endless' });
  // Until the stages take jobs nothing is in hand; with Redis out of reach that may be for ever.
  let ready = false;
  stopped.then((signal) => {
    if (ready) return;
    logger.info({ stages, signal }, 'worker stopped before it was ready');
    process.exit(0);
  });
  const workers = await startWorkers({
    line,
    stages,
    ports: redisPorts(line.redis, config, knowledge),
    logger,
    settleAfter: settleAfter(config),
  });
  ready = true;
  logger.info({ stages, redis: withoutPassword(url) }, 'worker ready');
  const signal = await stopped;
  const finished = await stopWithin(config.NASHRA_GRACE_MS, async () => {
    await workers.close(config.NASHRA_GRACE_MS - 200);
    await line.close();
  });
  logger.info({ stages, signal, finished }, 'worker stopped');
  // Connections that wait for a lost server would keep the process alive.
  process.exit(0);
}
