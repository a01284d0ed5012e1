/** The sinks of a machine: consumers of the summary stream that run beside the workers until they are closed. */
import type { Config } from '../config.ts';
import type { RedisClient } from '../io/connection.ts';
import type { Line } from '../io/line.ts';
import { runFilesSink } from '../io/sinks/files-sink.ts';
import { type DeadLetter, runWebhookSink } from '../io/sinks/webhook-sink.ts';
import type { Logger } from '../logger.ts';

export interface Sinks {
  close(): Promise<void>;
}

/** A sink that fails is started again after this time; it goes on where it stopped. */
const RESTART_MS = 1_000;

/** Starts the files sink and, where an address is configured, the webhook; each on a connection of its own. */
export function startSinks(line: Line, config: Config, logger: Logger): Sinks {
  const stop = new AbortController();
  const prefix = config.NASHRA_PREFIX;
  const { signal } = stop;
  const onDeadLetter = (letter: DeadLetter) => logger.error({ sink: 'webhook', ...letter }, 'never taken');
  const running = [
    keepRunning('files', line.connect(), logger, signal, (redis) =>
      runFilesSink(redis, { out: config.NASHRA_OUT, prefix, follow: true, signal }),
    ),
  ];
  const url = config.NASHRA_WEBHOOK_URL;
  if (url !== undefined) {
    const options = { url, secret: config.NASHRA_WEBHOOK_SECRET, prefix, signal, onDeadLetter };
    const run = (blocking: RedisClient) => runWebhookSink(line.redis, blocking, options);
    running.push(keepRunning('webhook', line.connect(), logger, signal, run));
  }
  return {
    async close() {
      stop.abort();
      await Promise.all(running);
    },
  };
}

async function keepRunning(
  sink: string,
  redis: RedisClient,
  logger: Logger,
  signal: AbortSignal,
  run: (redis: RedisClient) => Promise<unknown>,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await run(redis);
    } catch (err) {
      logger.error({ sink, err }, 'sink stopped; starting it again');
      await new Promise((resolve) => setTimeout(resolve, RESTART_MS));
    }
  }
  redis.disconnect();
}
