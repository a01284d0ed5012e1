/** `nashra process`: a batch of files through the queues and workers to the end, with a table of what they tell. */
import { Command } from 'commander';
import type { Config } from '../../config.ts';
import { checkRedis, closeRedis, connectRedis } from '../../io/connection.ts';
import { runFilesSink } from '../../io/sinks/files-sink.ts';
import { createLogger } from '../../logger.ts';
import type { Summary } from '../../model/summary.ts';
import { publishAll } from '../../stages/aggregation/publish.ts';
import type { Problem } from '../../stages/intake/records.ts';
import { counted } from '../counted.ts';
import { expandPaths } from '../expand-paths.ts';
import { type Machine, startMachine } from '../machine.ts';
import { configWith, limitsOf, type MetaOptions, metaOf, settleAfter, withMetaOptions } from '../options.ts';
import { sendFiles } from '../send-files.ts';
import { startSinks } from '../sinks.ts';
import { stopSignal } from '../stop-signal.ts';
import { summaryTable } from '../summary-table.ts';

interface ProcessOptions extends MetaOptions {
  readonly out?: string;
  readonly state?: string;
}

const CLOSE_MS = 3_000;
const LOCK_MS = 3_000;

async function processPaths(paths: readonly string[], options: ProcessOptions): Promise<void> {
  const config = configWith({ NASHRA_OUT: options.out, NASHRA_STATE: options.state });
  const { files, problems } = await expandPaths(paths);
  const touched = new Set<string>();
  const logger = createLogger(
    process.env.NASHRA_LOG_LEVEL === undefined ? 'silent' : config.NASHRA_LOG_LEVEL,
  );
  await refuseWithoutRedis(config);
  const machine = await startMachine({
    config,
    logger,
    onEmitted: (items) => {
      for (const { cells } of items as readonly { cells: readonly string[] }[]) {
        for (const cell of cells) touched.add(cell);
      }
    },
  });
  // Beside the work, so that a long batch is written before the stream is trimmed.
  const sinks = startSinks(machine.line, config, logger);
  stopSignal().then(async () => {
    await machine.close(CLOSE_MS);
    process.stderr.write('nashra: stopped before the end; the same command goes on\n');
    process.exit(1);
  });
  try {
    const send = { dispatch: machine.dispatch, limits: limitsOf(config), defaults: metaOf(options) };
    const outcomes = await sendFiles(files, send, 'done');
    await machine.stopWork(CLOSE_MS);
    await publishRest(machine, config);
    await sinks.close();
    await writeRest(machine, config);
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

/** Somebody waits for the end of a batch: a configured server that does not answer is told, and not waited for. */
async function refuseWithoutRedis({ NASHRA_REDIS_URL: url, NASHRA_REDIS_CA: ca }: Config): Promise<void> {
  if (url === undefined) return;
  const redis = connectRedis(url, { patience: 'short', ca });
  await checkRedis(redis, url);
  await closeRedis(redis);
}

/** Another process may have a day in hand; its lease ends in so many milliseconds at the latest. */
const LEASE_MS = 20_000;

/** Publishes until nothing is due, here or in another process on the same Redis. */
async function publishRest({ ports }: Machine, config: Config): Promise<void> {
  const until = Date.now() + LEASE_MS;
  for (;;) {
    await publishAll(ports, Date.now, { settleAfter: settleAfter(config) });
    const due = await ports.mentionStore.nextDue(Date.now());
    if (due === null || due > LEASE_MS || Date.now() > until) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What the sinks had not written yet. Another nashra that writes to the same folder has it in hand. */
async function writeRest({ line }: Machine, config: Config): Promise<void> {
  const { NASHRA_OUT: out, NASHRA_PREFIX: prefix } = config;
  const signal = AbortSignal.timeout(LOCK_MS);
  if (await runFilesSink(line.redis, { out, prefix, follow: false, lockSignal: signal })) return;
  process.stderr.write(`nashra: ${out}: another nashra writes there\n`);
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
  return `${counted(files, 'file')}, ${counted(articles, 'article')}${failed}`;
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
