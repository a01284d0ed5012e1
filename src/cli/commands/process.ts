/** `nashra process`: a batch of files through the queues and workers to the end, with a table of what they tell. */
import { Command } from 'commander';
import { runFilesSink } from '../../io/sinks/files-sink.ts';
import { createLogger } from '../../logger.ts';
import type { Summary } from '../../model/summary.ts';
import { publishAll } from '../../stages/aggregation/publish.ts';
import type { Problem } from '../../stages/intake/records.ts';
import { expandPaths } from '../expand-paths.ts';
import { type Machine, startMachine } from '../machine.ts';
import { configWith, limitsOf, type MetaOptions, metaOf, settleAfter, withMetaOptions } from '../options.ts';
import { sendFiles } from '../send-files.ts';
import { summaryTable } from '../summary-table.ts';

interface ProcessOptions extends MetaOptions {
  readonly out?: string;
  readonly state?: string;
}

const CLOSE_MS = 3_000;

async function processPaths(paths: readonly string[], options: ProcessOptions): Promise<void> {
  const config = configWith({ NASHRA_OUT: options.out, NASHRA_STATE: options.state });
  const { files, problems } = await expandPaths(paths);
  const touched = new Set<string>();
  const machine = await startMachine({
    config,
    logger: createLogger(process.env.NASHRA_LOG_LEVEL === undefined ? 'silent' : config.NASHRA_LOG_LEVEL),
    onEmitted: (items) => {
      for (const { cells } of items as readonly { cells: readonly string[] }[]) {
        for (const cell of cells) touched.add(cell);
      }
    },
  });
  try {
    const send = { dispatch: machine.dispatch, limits: limitsOf(config), defaults: metaOf(options) };
    const outcomes = await sendFiles(files, send, 'done');
    await publishAll(machine.ports, Date.now, { settleAfter: settleAfter(config) });
    await runFilesSink(machine.line.redis, {
      out: config.NASHRA_OUT,
      prefix: config.NASHRA_PREFIX,
      follow: false,
    });
    const colour = process.stdout.isTTY === true && !process.env.NO_COLOR;
    process.stdout.write(`${summaryTable(await latestOf(touched, machine), colour)}\n`);
    const all = [...problems, ...outcomes.flatMap((outcome) => outcome.problems)];
    process.stdout.write(`${closingLine(outcomes.length, outcomes, all)}\n`);
    for (const { where, message } of all) process.stderr.write(`nashra: ${where}: ${message}\n`);
    if (all.length > 0) process.exitCode = 1;
  } finally {
    await machine.close(CLOSE_MS);
  }
}

async function latestOf(cells: ReadonlySet<string>, { ports }: Machine): Promise<readonly Summary[]> {
  const found = await Promise.all([...cells].sort().map((cell) => ports.mentionStore.latest(cell)));
  return found.flatMap((stored) => (stored ? [stored.summary] : []));
}

function closingLine(
  files: number,
  outcomes: readonly { articles: number }[],
  problems: readonly Problem[],
): string {
  const articles = outcomes.reduce((sum, outcome) => sum + outcome.articles, 0);
  const failed = problems.length === 0 ? '' : `, ${problems.length} failed`;
  return `${files} files, ${articles} articles${failed}`;
}

export function processCommand(): Command {
  return withMetaOptions(
    new Command('process')
      .description('run files through queues and workers to the end, and print a table of what they tell')
      .argument('<path...>', 'files, or folders with all that lies below them; they are read and never moved')
      .option('--out <dir>', 'folder for the summaries (NASHRA_OUT)')
      .option('--state <dir>', 'folder of the Redis server that nashra runs itself (NASHRA_STATE)'),
  )
    .addHelpText(
      'after',
      `
The same files again change no summary. Exit code 1 where any file or article failed.

Examples:
  $ nashra process bulletins/ --out out/
  $ nashra process --published 2015-07-04 a.txt b.jsonl.gz --out out/
  $ NASHRA_REDIS_URL=redis://host:6379 nashra process bulletins/ --out out/`,
    )
    .action(processPaths);
}
