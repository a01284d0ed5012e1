/** `nashra worker`: one or more stages against a shared Redis, as many processes and machines as wanted. */
import { Argument, Command } from 'commander';
import { STAGE_NAMES, type StageName } from '../../stage.ts';
import { configWith, positive } from '../options.ts';
import { runWorker } from '../run-worker.ts';

interface WorkerOptions {
  readonly concurrency?: number;
}

export function workerCommand(): Command {
  return new Command('worker')
    .description('run one or more stages against the Redis of NASHRA_REDIS_URL')
    .addArgument(new Argument('<stage...>', 'stages to run').choices([...STAGE_NAMES, 'all']))
    .option('--concurrency <n>', 'jobs in hand at a time (NASHRA_CONCURRENCY)', positive)
    .addHelpText(
      'after',
      `
Start as many as wanted, on as many machines as wanted. Ctrl-C or SIGTERM finishes what is in hand.

Examples:
  $ NASHRA_REDIS_URL=redis://host:6379 nashra worker dedup sections
  $ nashra worker extraction --concurrency 4
  $ nashra worker all`,
    )
    .action(async (names: readonly string[], options: WorkerOptions) => {
      const stages = names.includes('all')
        ? STAGE_NAMES
        : STAGE_NAMES.filter((stage) => names.includes(stage));
      await runWorker(
        stages as readonly StageName[],
        configWith({ NASHRA_CONCURRENCY: options.concurrency }),
      );
    });
}
