/** `nashra ingest`: queues files or standard input and ends as soon as they are safe in the queue. */
import { buffer } from 'node:stream/consumers';
import { Command, Option } from 'commander';
import type { Dispatch } from '../../io/dispatch.ts';
import type { FileOutcome } from '../../io/folder/send-file.ts';
import { openLine } from '../../io/line.ts';
import { createLogger } from '../../logger.ts';
import { EXTENSIONS } from '../../stages/intake/formats.ts';
import { readArticles } from '../../stages/intake/read-articles.ts';
import { counted } from '../counted.ts';
import { expandPaths } from '../expand-paths.ts';
import { configWith, limitsOf, type MetaOptions, metaOf, withMetaOptions } from '../options.ts';
import { redisThatRuns } from '../redis-server.ts';
import { sendFiles } from '../send-files.ts';

interface IngestOptions extends MetaOptions {
  readonly url?: string;
  readonly title?: string;
  readonly format: string;
  readonly wait?: boolean;
}

async function ingest(paths: readonly string[], options: IngestOptions): Promise<void> {
  const config = configWith();
  const logger = createLogger('warn');
  const { files, problems } = await expandPaths(paths.filter((path) => path !== '-'));
  const line = await openLine(await redisThatRuns(config), { config, logger, patience: 'short' });
  const dispatch = line.dispatch();
  try {
    const defaults = { ...metaOf(options), url: options.url, title: options.title };
    const send = { dispatch, limits: limitsOf(config), defaults };
    const wait = options.wait ? 'done' : 'accepted';
    const outcomes = [...(await sendFiles(files, send, wait))];
    if (paths.includes('-')) outcomes.push(await sendInput(dispatch, defaults, options));
    const all = [...problems, ...outcomes.flatMap((outcome) => outcome.problems)];
    for (const { where, message } of all) process.stderr.write(`nashra: ${where}: ${message}\n`);
    const articles = outcomes.reduce((sum, outcome) => sum + outcome.articles, 0);
    process.stdout.write(`${counted(articles, 'article')} of ${counted(outcomes.length, 'file')} queued\n`);
    if (all.length > 0) process.exitCode = 1;
  } finally {
    await dispatch.close();
    await line.close();
  }
}

async function sendInput(
  dispatch: Dispatch,
  defaults: Readonly<Record<string, unknown>>,
  options: IngestOptions,
): Promise<FileOutcome> {
  const ticket = dispatch.newTicket();
  const bytes = await buffer(process.stdin);
  const read = readArticles(bytes, {
    file: '-',
    format: options.format,
    mtime: null,
    now: new Date(),
    defaults,
    ticket,
  });
  const outcome = { name: '-', articles: read.articles.length, problems: read.problems };
  if (read.articles.length === 0) return outcome;
  const sent = dispatch.send(ticket, read.articles);
  await sent.accepted;
  if (!options.wait) return outcome;
  const { failures, lost } = await sent.done;
  const failed = failures.map(({ article, message }) => ({ where: `article ${article}`, message }));
  if (lost) failed.push({ where: '-', message: 'Redis lost what it had been sent; send it again' });
  return { ...outcome, articles: outcome.articles - failed.length, problems: [...read.problems, ...failed] };
}

export function ingestCommand(): Command {
  return withMetaOptions(
    new Command('ingest')
      .description('queue files or standard input for the workers, against the Redis of NASHRA_REDIS_URL')
      .argument('<path...>', 'files, folders, or - for standard input'),
  )
    .option('--url <address>', 'address of texts that tell none')
    .option('--title <words>', 'title of texts that tell none')
    .addOption(new Option('--format <ext>', 'format of standard input').choices(EXTENSIONS).default('.txt'))
    .option('--wait', 'end only when the articles are through all stages')
    .addHelpText(
      'after',
      `
Examples:
  $ nashra ingest bulletin.txt --published 2015-07-04
  $ curl -s https://agency.example/feed.jsonl | nashra ingest - --format .jsonl --source agency
  $ nashra ingest --wait archive/`,
    )
    .action(ingest);
}
