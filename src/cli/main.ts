/**
 * The `nashra` command line. Each command is a module of its own under commands/, loaded only when it is asked for
 * (or when the help lists all), so that `nashra analyze` never loads the queue's libraries.
 * Exit codes: 0 done, 1 something failed, 2 wrong use.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { BadInputError, OutsideError, SetupError } from '../errors.ts';
import { PACKAGE_ROOT } from '../package-root.ts';

export const EXIT = { done: 0, failed: 1, wrongUse: 2 } as const;

/** In the order that the help shows them. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  up: async () => (await import('./commands/up.ts')).upCommand(),
  process: async () => (await import('./commands/process.ts')).processCommand(),
  analyze: async () => (await import('./commands/analyze.ts')).analyzeCommand(),
  watch: async () => (await import('./commands/watch.ts')).watchCommand(),
  ingest: async () => (await import('./commands/ingest.ts')).ingestCommand(),
  worker: async () => (await import('./commands/worker.ts')).workerCommand(),
  sink: async () => (await import('./commands/sink.ts')).sinkCommand(),
  tail: async () => (await import('./commands/tail.ts')).tailCommand(),
  status: async () => (await import('./commands/status.ts')).statusCommand(),
  failed: async () => (await import('./commands/failed.ts')).failedCommand(),
  export: async () => (await import('./commands/export.ts')).exportCommand(),
  report: async () => (await import('./commands/report.ts')).reportCommand(),
  replay: async () => (await import('./commands/replay.ts')).replayCommand(),
  schema: async () => (await import('./commands/schema.ts')).schemaCommand(),
  knowledge: async () => (await import('./commands/knowledge.ts')).knowledgeCommand(),
};

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8'));
  return String((manifest as { version: unknown }).version);
}

async function program(asked: string | undefined): Promise<Command> {
  const root = new Command('nashra')
    .description(
      'Reads Arabic field bulletins as a stream and keeps one running summary per governorate and day',
    )
    .version(version())
    .option('--debug', 'show stack traces and debug logs')
    .showHelpAfterError('(type "nashra --help" for the commands)')
    .addHelpText(
      'after',
      `
Examples:
  $ nashra up                                  everything on one machine, watching inbox/
  $ nashra process bulletins/ --out out/       a batch, with a table at the end
  $ nashra analyze --published 2015-07-04 a.txt    one file, no Redis, JSON on standard output
  $ nashra tail --all --format text            follow the summaries

Settings are read from NASHRA_* environment variables; README.md lists them.`,
    );
  const load = asked === undefined ? undefined : COMMANDS[asked];
  const loaders = load ? [load] : Object.values(COMMANDS);
  for (const loader of loaders) root.addCommand(await loader());
  return root;
}

/** Makes every command of the tree throw instead of ending the process, so that the exit code is decided here. */
function throwing(command: Command, path = command.name()): Command {
  command.exitOverride();
  if (command.parent) command.showHelpAfterError(`(type "${path} --help" for its use)`);
  for (const child of command.commands) throwing(child, `${path} ${child.name()}`);
  return command;
}

function report(error: unknown, debug: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUse;
  const known =
    error instanceof BadInputError || error instanceof OutsideError || error instanceof SetupError;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`nashra: ${known ? message : `unexpected: ${message}`}\n`);
  if (debug && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return EXIT.failed;
}

/** Runs one command line (without node and script) and answers the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const debug = argv.includes('--debug');
  const words = argv.filter((word) => word !== '--debug');
  if (debug) process.env.NASHRA_LOG_LEVEL ??= 'debug';
  try {
    const root = throwing(await program(words.find((word) => !word.startsWith('-'))));
    if (words.length === 0) {
      root.outputHelp();
      return EXIT.wrongUse;
    }
    await root.parseAsync(words, { from: 'user' });
    return Number(process.exitCode ?? EXIT.done);
  } catch (error) {
    return report(error, debug);
  }
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader went away (`nashra tail | head`): that is a normal end.
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});
process.exitCode = await main(process.argv.slice(2));
