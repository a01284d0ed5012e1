/** `nashra status`: queues, rates, failures and memory at one glance. */
import Table from 'cli-table3';
import { Command, Option } from 'commander';
import { openLine } from '../../io/line.ts';
import { type LineStatus, readStatus } from '../../io/line-status.ts';
import { createLogger } from '../../logger.ts';
import { configWith } from '../options.ts';
import { redisThatRuns } from '../redis-server.ts';

async function status(options: { format: string }): Promise<void> {
  const config = configWith();
  const url = await redisThatRuns(config);
  const line = await openLine(url, { config, logger: createLogger('silent'), patience: 'short' });
  try {
    const read = await readStatus(line);
    process.stdout.write(options.format === 'json' ? `${JSON.stringify(read)}\n` : asText(read));
  } finally {
    await line.close();
  }
}

function asText({ stages, failed, memory, redis }: LineStatus): string {
  const table = new Table({
    head: ['Stage', 'Workers', 'Waiting', 'In hand', 'Delayed', 'Articles/s'],
    style: { head: [], border: [] },
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right'],
  });
  for (const { stage, workers, waiting, active, delayed, rate } of stages) {
    table.push([stage, workers, waiting, active, delayed, rate.toFixed(1)]);
  }
  const used = `${(memory.usedBytes / 1024 ** 2).toFixed(1)} MB`;
  const limit = memory.maxBytes === 0 ? 'no limit' : `of ${(memory.maxBytes / 1024 ** 2).toFixed(0)} MB`;
  return [
    table.toString(),
    'Waiting, in hand and delayed count jobs of up to 50 articles; the rate is of the last minute.',
    `Failed articles: ${failed}${failed > 0 ? ' (nashra failed list)' : ''}`,
    `Redis ${redis.version}: ${used}, ${limit}, policy ${memory.policy}`,
    '',
  ].join('\n');
}

export function statusCommand(): Command {
  return new Command('status')
    .description('show queues, rates, failures and memory')
    .addOption(new Option('--format <form>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      `
Examples:
  $ nashra status
  $ nashra status --format json`,
    )
    .action(status);
}
