/** `nashra replay`: reads kept articles again with today's knowledge and rules. */
import { Command } from 'commander';
import { openLine } from '../../io/line.ts';
import { createLogger } from '../../logger.ts';
import { redisPorts } from '../../redis-ports.ts';
import { replay } from '../../replay.ts';
import { publishAll } from '../../stages/aggregation/publish.ts';
import { counted } from '../counted.ts';
import { configWith, settleAfter } from '../options.ts';
import { redisThatRuns } from '../redis-server.ts';
import { day } from './export.ts';

interface ReplayOptions {
  readonly from?: string;
  readonly to?: string;
}

async function run(options: ReplayOptions): Promise<void> {
  const config = configWith();
  const url = await redisThatRuns(config);
  const line = await openLine(url, { config, logger: createLogger('silent'), patience: 'short' });
  try {
    const ports = redisPorts(line.redis, config);
    const kept = ports.mentionStore.kept(options);
    const { articles, failed } = await replay(kept, ports, new Date().toISOString());
    const revisions = await publishAll(ports, Date.now, { settleAfter: settleAfter(config) });
    process.stdout.write(
      `${counted(articles, 'article')} read again, ${counted(revisions.length, 'summary', 'summaries')} revised\n`,
    );
    for (const { id, error } of failed) process.stderr.write(`nashra: article ${id}: ${error.message}\n`);
    if (failed.length > 0) process.exitCode = 1;
  } finally {
    await line.close();
  }
}

export function replayCommand(): Command {
  return new Command('replay')
    .description(
      "read kept articles again with today's knowledge and rules, in the place of the old readings",
    )
    .option('--from <day>', 'first day of publication, YYYY-MM-DD', day)
    .option('--to <day>', 'last day of publication, YYYY-MM-DD', day)
    .addHelpText(
      'after',
      `
Texts are kept for NASHRA_MEMORY_DAYS. Only summaries whose content changes get a new revision; its reasons name
rules_changed. May run beside the workers.

Examples:
  $ nashra replay
  $ nashra replay --from 2015-07-01 --to 2015-07-31`,
    )
    .action(run);
}
