/** `nashra sink`: one consumer of the summary stream as a process of its own, with its own cursor. */

import { Command } from 'commander';
import type { Config } from '../../config.ts';
import type { RedisClient } from '../../io/connection.ts';
import { type Line, openLine } from '../../io/line.ts';
import { runFilesSink } from '../../io/sinks/files-sink.ts';
import { runWebhookSink } from '../../io/sinks/webhook-sink.ts';
import { createLogger, type Logger } from '../../logger.ts';
import { configWith, webAddress } from '../options.ts';
import { redisThatRuns } from '../redis-server.ts';
import { stopSignal, stopWithin } from '../stop-signal.ts';

interface Running {
  readonly line: Line;
  readonly logger: Logger;
  readonly config: Config;
  readonly signal: AbortSignal;
  /** A connection of the sink's own, for reads that wait. */
  readonly blocking: RedisClient;
}

/** Opens the line, runs a sink until somebody asks it to stop, and leaves nothing open. */
async function untilStopped(
  flags: Readonly<Record<string, string | undefined>>,
  run: (running: Running) => Promise<unknown>,
): Promise<void> {
  const config = configWith(flags);
  const logger = createLogger(config.NASHRA_LOG_LEVEL);
  const stop = new AbortController();
  const asked = stopSignal();
  const line = await openLine(await redisThatRuns(config), { config, logger, patience: 'endless' });
  const blocking = line.connect();
  const { signal } = stop;
  const running = run({ line, logger, config, signal, blocking });
  logger.info('sink ready');
  await Promise.race([running, asked]);
  stop.abort();
  const finished = await stopWithin(config.NASHRA_GRACE_MS, () => running);
  blocking.disconnect();
  await line.close();
  logger.info({ finished }, 'sink stopped');
  process.exit(0);
}

function filesCommand(): Command {
  return new Command('files')
    .description('write every revision to summaries.jsonl and the latest of each to summaries/DATE/SYnn.json')
    .option('--out <dir>', 'folder for the summaries (NASHRA_OUT)')
    .action(async ({ out }: { readonly out?: string }) => {
      await untilStopped({ NASHRA_OUT: out }, ({ blocking, config, signal }) =>
        runFilesSink(blocking, {
          out: config.NASHRA_OUT,
          prefix: config.NASHRA_PREFIX,
          follow: true,
          signal,
        }),
      );
    });
}

interface WebhookFlags {
  readonly group: string;
}

function webhookCommand(): Command {
  return new Command('webhook')
    .description('post every revision to an address, in order for each summary')
    .argument('<url>', 'http(s) address that takes the CloudEvents envelope', webAddress)
    .option('--group <name>', 'cursor on the stream: one a receiver', 'webhook')
    .addHelpText(
      'after',
      '\nNASHRA_WEBHOOK_SECRET signs the requests (HMAC-SHA256); docs/consuming.md tells the header.',
    )
    .action(async (url: string, { group }: WebhookFlags) => {
      await untilStopped({}, ({ line, logger, config, blocking, signal }) =>
        runWebhookSink(line.redis, blocking, {
          url,
          secret: config.NASHRA_WEBHOOK_SECRET,
          prefix: config.NASHRA_PREFIX,
          group,
          signal,
          onDeadLetter: ({ id, reason }) => logger.error({ event: id, reason }, 'dead letter'),
        }),
      );
    });
}

export function sinkCommand(): Command {
  return new Command('sink')
    .description('run one consumer of the summary stream: files or webhook')
    .addCommand(filesCommand())
    .addCommand(webhookCommand())
    .addHelpText(
      'after',
      `
Examples:
  $ NASHRA_REDIS_URL=redis://host:6379 nashra sink files --out /data/out
  $ NASHRA_WEBHOOK_SECRET=… nashra sink webhook https://example.org/hook --group example`,
    );
}
