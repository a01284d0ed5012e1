/** `nashra watch`: the producer alone, on a folder, against the Redis that the workers use. */
import { Command } from 'commander';
import { layoutOf } from '../../io/folder/layout.ts';
import { watchFolder } from '../../io/folder/watch-folder.ts';
import { openLine } from '../../io/line.ts';
import { createLogger } from '../../logger.ts';
import {
  configWith,
  existingFolder,
  limitsOf,
  type MetaOptions,
  metaOf,
  withMetaOptions,
} from '../options.ts';
import { redisThatRuns } from '../redis-server.ts';
import { stopSignal, stopWithin } from '../stop-signal.ts';

interface WatchCommandOptions extends MetaOptions {
  readonly keep?: boolean;
}

async function watch(dir: string, options: WatchCommandOptions): Promise<void> {
  const config = configWith();
  const logger = createLogger(config.NASHRA_LOG_LEVEL);
  const stopped = stopSignal();
  const line = await openLine(await redisThatRuns(config), { config, logger, patience: 'endless' });
  const dispatch = line.dispatch();
  const folder = await watchFolder({
    layout: layoutOf(dir),
    dispatch,
    redis: line.redis,
    prefix: config.NASHRA_PREFIX,
    logger,
    limits: limitsOf(config),
    defaults: metaOf(options),
    settleMs: config.NASHRA_SETTLE_MS,
    rescanMs: config.NASHRA_RESCAN_MS,
    keep: options.keep ?? false,
    onFile: ({ name, articles, problems }) =>
      logger.info(
        { file: name, articles, problems: problems.length },
        problems.length > 0 ? 'file failed' : 'file done',
      ),
  });
  logger.info({ inbox: dir }, 'watching');
  const signal = await stopped;
  await stopWithin(config.NASHRA_GRACE_MS, async () => {
    await folder.close();
    await dispatch.close();
    await line.close();
  });
  logger.info({ signal }, 'stopped watching');
  process.exit(0);
}

export function watchCommand(): Command {
  return withMetaOptions(
    new Command('watch')
      .description('watch a folder and queue what is dropped into it, against the Redis of NASHRA_REDIS_URL')
      .argument(
        '<dir>',
        'the inbox, a folder that exists; processing/, processed/ and failed/ lie beside it',
        existingFolder,
      )
      .option('--keep', 'read the folder and move nothing; contents are remembered by hash'),
  )
    .addHelpText(
      'after',
      `
Several producers may watch one inbox. A file moves to processed/DAY/ when its articles are aggregated, or to failed/
with NAME.error.json beside it.

Examples:
  $ NASHRA_REDIS_URL=redis://host:6379 nashra watch /data/inbox
  $ nashra watch --keep /mnt/archive`,
    )
    .action(watch);
}
