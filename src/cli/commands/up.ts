/** `nashra up`: everything on one machine, watching an inbox until somebody stops it. */
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Config } from '../../config.ts';
import { layoutOf } from '../../io/folder/layout.ts';
import { watchFolder } from '../../io/folder/watch-folder.ts';
import { withoutPassword } from '../../io/redis-address.ts';
import { createLogger, type Logger } from '../../logger.ts';
import { PACKAGE_ROOT } from '../../package-root.ts';
import { createLiveView, type LiveView } from '../live-view.ts';
import { type Machine, startMachine } from '../machine.ts';
import { spawnMoreWorkers } from '../more-workers.ts';
import { configWith, limitsOf, positive } from '../options.ts';
import { startSinks } from '../sinks.ts';
import { stopSignal, stopWithin } from '../stop-signal.ts';

interface UpOptions {
  readonly inbox?: string;
  readonly out?: string;
  readonly workers: number;
}

async function up(options: UpOptions): Promise<void> {
  const config = configWith({ NASHRA_INBOX: options.inbox, NASHRA_OUT: options.out });
  const logger = createLogger(process.env.NASHRA_LOG_LEVEL === undefined ? 'warn' : config.NASHRA_LOG_LEVEL);
  const view = createLiveView(process.stdout, !process.env.NO_COLOR);
  await makeFirstRun(config, view.say);
  const machine = await startMachine({
    config,
    logger,
    onRevisions: view.revisions,
    onEmitted: view.articles,
  });
  try {
    await runUntilStopped(machine, options, config, logger, view);
  } catch (error) {
    await machine.close(1_000);
    throw error;
  }
  process.exit(0);
}

async function runUntilStopped(
  machine: Machine,
  options: UpOptions,
  config: Config,
  logger: Logger,
  view: LiveView,
): Promise<void> {
  const stopped = stopSignal();
  const sinks = startSinks(machine.line, config, logger);
  const more = spawnMoreWorkers(options.workers - 1, { NASHRA_REDIS_URL: machine.url });
  const folder = await watchFolder({
    layout: layoutOf(config.NASHRA_INBOX),
    dispatch: machine.dispatch,
    redis: machine.line.redis,
    prefix: config.NASHRA_PREFIX,
    logger,
    limits: limitsOf(config),
    defaults: {},
    settleMs: config.NASHRA_SETTLE_MS,
    rescanMs: config.NASHRA_RESCAN_MS,
    keep: false,
    onFile: view.file,
  });
  view.say(`Redis      ${withoutPassword(machine.url)}`);
  view.say(`Inbox      ${config.NASHRA_INBOX}  (drop bulletins here)`);
  view.say(`Summaries  ${config.NASHRA_OUT}`);
  view.say('Ctrl-C stops; a second start takes up where this one stops.');
  view.start(() => folder.inHand());
  await stopped;
  view.stop();
  process.stdout.write('stopping …\n');
  const share = (config.NASHRA_GRACE_MS - 1_000) / 2;
  const away = await stopWithin(share, () => Promise.all([folder.close(), more.stop(), sinks.close()]));
  const finished = (await machine.close(share)) && away;
  process.stdout.write(finished ? 'stopped\n' : 'stopped; what was in hand is taken up at the next start\n');
}

/** Makes the folders; on the first run on a state folder the samples go into the inbox. */
async function makeFirstRun(config: Config, say: (line: string) => void): Promise<void> {
  await mkdir(config.NASHRA_INBOX, { recursive: true });
  await mkdir(config.NASHRA_OUT, { recursive: true });
  await mkdir(config.NASHRA_STATE, { recursive: true });
  const mark = join(config.NASHRA_STATE, 'first-run');
  const seeds = join(PACKAGE_ROOT, 'seeds');
  if (existsSync(mark) || !existsSync(seeds)) return;
  const samples = (await readdir(seeds)).filter((name) => name !== 'README.md');
  for (const name of samples)
    await cp(join(seeds, name), join(config.NASHRA_INBOX, name), { preserveTimestamps: true });
  await writeFile(mark, '');
  const texts = samples.filter((name) => !name.endsWith('.meta.json'));
  say(`First run: ${texts.length} sample files copied into the inbox`);
}

export function upCommand(): Command {
  return new Command('up')
    .description('run everything on this machine and watch an inbox')
    .option('--inbox <dir>', 'folder that is watched (NASHRA_INBOX, default inbox)')
    .option('--out <dir>', 'folder for the summaries (NASHRA_OUT, default out)')
    .option('--workers <n>', 'processes that work, this one among them', positive, 1)
    .addHelpText(
      'after',
      `
Without NASHRA_REDIS_URL a Redis server of its own runs in .nashra/ (NASHRA_STATE) and stops with it.

Examples:
  $ nashra up
  $ nashra up --inbox /data/inbox --out /data/out --workers 4`,
    )
    .action(up);
}
