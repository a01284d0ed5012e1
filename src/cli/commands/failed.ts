/** `nashra failed`: articles that a stage gave up on: list, show, retry. */
import { Command, Option } from 'commander';
import { BadInputError } from '../../errors.ts';
import type { FailedArticle } from '../../io/failed-store.ts';
import { type Line, openLine } from '../../io/line.ts';
import { retryFailed } from '../../io/retry-failed.ts';
import { createLogger } from '../../logger.ts';
import { counted } from '../counted.ts';
import { configWith, positive } from '../options.ts';
import { redisThatRuns } from '../redis-server.ts';

async function withLine(work: (line: Line) => Promise<void>): Promise<void> {
  const config = configWith();
  const url = await redisThatRuns(config);
  const line = await openLine(url, { config, logger: createLogger('silent'), patience: 'short' });
  try {
    await work(line);
  } finally {
    await line.close();
  }
}

function asText({ id, at, file, error }: FailedArticle): string {
  return `${id}  ${at}  ${file || '-'}  ${error.name}: ${error.message.split('\n')[0]}`;
}

async function list(options: { format: string; limit: number }): Promise<void> {
  await withLine(async ({ failed }) => {
    const found = await failed.list(options.limit);
    if (options.format === 'json') {
      for (const { item: _item, ...rest } of found) process.stdout.write(`${JSON.stringify(rest)}\n`);
      return;
    }
    process.stdout.write(found.length === 0 ? 'nothing failed\n' : `${found.map(asText).join('\n')}\n`);
  });
}

async function show(id: string): Promise<void> {
  await withLine(async ({ failed }) => {
    process.stdout.write(`${JSON.stringify(await existing(failed, id), null, 2)}\n`);
  });
}

/** The line does not know in which folder a file was dropped. */
const STAYS =
  '; what came of them tells "nashra failed list", and their files stay in failed/, to be removed by hand';

async function retry(ids: readonly string[], options: { all?: boolean }): Promise<void> {
  await withLine(async (line) => {
    const chosen = options.all
      ? await line.failed.list(100_000)
      : await Promise.all(ids.map((id) => existing(line.failed, id)));
    for (const failed of chosen) await retryFailed(failed, line);
    process.stdout.write(
      `${counted(chosen.length, 'article')} queued again${chosen.length > 0 ? STAYS : ''}\n`,
    );
  });
}

async function existing(store: Line['failed'], id: string): Promise<FailedArticle> {
  const found = await store.get(id);
  if (!found) throw new BadInputError(id, 'no failed article has this id; "nashra failed list" shows them');
  return found;
}

export function failedCommand(): Command {
  const command = new Command('failed').description('articles that a stage gave up on: list, show, retry');
  command
    .command('list')
    .description('list them, newest first')
    .option('--limit <n>', 'how many', positive, 100)
    .addOption(new Option('--format <form>', 'how to print').choices(['text', 'json']).default('text'))
    .action(list);
  command
    .command('show')
    .description('print one with its error and all it holds, as JSON')
    .argument('<id>', 'as the list tells it')
    .action(show);
  command
    .command('retry')
    .description('queue them again at the stage where they failed; their file stays in failed/')
    .argument('[id...]', 'as the list tells them')
    .option('--all', 'all that are listed')
    .action(async (ids: readonly string[], options: { all?: boolean }, self: Command) => {
      if (ids.length === 0 && !options.all) self.error('error: name at least one id, or --all');
      await retry(ids, options);
    });
  return command.addHelpText(
    'after',
    `
Examples:
  $ nashra failed list
  $ nashra failed show extraction-5f0c2d
  $ nashra failed retry --all`,
  );
}
