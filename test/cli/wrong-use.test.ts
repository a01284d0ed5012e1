import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { nashra, startNashra } from './run-nashra.ts';

vi.setConfig({ testTimeout: 120_000 });

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'nashra-use-'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe('wrong use exits 2 and says what was expected', () => {
  test.each([
    [['process'], /missing required argument 'path'/],
    [['worker', 'harvest'], /Allowed choices are dedup, sections, extraction, aggregation, all/],
    [['worker', 'dedup', '--concurrency', 'many'], /expected a whole number from 1 up/],
    [['tail', '--from', '1-0', '--all'], /cannot be used with option '--all'/],
    [['failed', 'retry'], /name at least one id, or --all/],
    [['status', '--format', 'xml'], /Allowed choices are text, json/],
    [
      ['analyze', '--published', '2016-13-45', 'a.txt'],
      /'2016-13-45' is invalid.*expected a day such as 2015-07-03/,
    ],
    [['failed', 'show'], /missing required argument 'id'\n\(type "nashra failed show --help" for its use\)/],
    [['watch'], /missing required argument 'dir'/],
    [['watch', 'inbxo'], /'inbxo' is invalid for argument 'dir'\. expected a folder that exists/],
  ])('%j', async (args, message) => {
    const ran = await nashra(args, { cwd });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(message);
    expect(ran.stderr).not.toMatch(/\n\s+at /);
    expect(ran.stdout).toBe('');
  });
});

describe('what fails exits 1 in one line', () => {
  test.each([
    [['status'], {}, /^nashra: no Redis: set NASHRA_REDIS_URL, or start "nashra up"/],
    [
      ['status'],
      { NASHRA_REDIS_URL: 'redis://127.0.0.1:1' },
      /^nashra: Redis at redis:\/\/127\.0\.0\.1:1 does not answer: .*ECONNREFUSED/,
    ],
    [
      ['process', '.'],
      { NASHRA_REDIS_URL: 'redis://127.0.0.1:1' },
      /^nashra: Redis at redis:\/\/127\.0\.0\.1:1 does not answer: .*ECONNREFUSED/,
    ],
    [['tail'], { NASHRA_REDIS_URL: 'http://x' }, /^nashra: NASHRA_REDIS_URL: expected redis:/],
    [['worker', 'all'], { NASHRA_CONCURRENCY: '0' }, /^nashra: configuration: NASHRA_CONCURRENCY: /],
  ])('%j %j', async (args, env, message) => {
    const ran = await nashra(args, { cwd, env });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(message);
    expect(ran.stderr.trim().split('\n')).toHaveLength(1);
  });

  test('--debug adds the stack', async () => {
    const ran = await nashra(['--debug', 'status'], { cwd });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/\n\s+at /);
  });
});

test('a worker that finds no Redis waits, and stops when it is asked to', async () => {
  const worker = startNashra(['worker', 'dedup'], { cwd, env: { NASHRA_REDIS_URL: 'redis://127.0.0.1:1' } });
  await vi.waitFor(() => expect(worker.out() + worker.err()).toContain('trying again'), { timeout: 60_000 });
  worker.child.kill('SIGTERM');
  const { code, stdout, stderr } = await worker.ended;
  expect(code).toBe(0);
  expect(stdout + stderr).toContain('worker stopped before it was ready');
});

const COMMANDS: readonly (() => Promise<Command>)[] = [
  async () => (await import('../../src/cli/commands/up.ts')).upCommand(),
  async () => (await import('../../src/cli/commands/process.ts')).processCommand(),
  async () => (await import('../../src/cli/commands/watch.ts')).watchCommand(),
  async () => (await import('../../src/cli/commands/ingest.ts')).ingestCommand(),
  async () => (await import('../../src/cli/commands/worker.ts')).workerCommand(),
  async () => (await import('../../src/cli/commands/tail.ts')).tailCommand(),
  async () => (await import('../../src/cli/commands/status.ts')).statusCommand(),
  async () => (await import('../../src/cli/commands/failed.ts')).failedCommand(),
];

test('the help of every command shows examples that name it', async () => {
  for (const load of COMMANDS) {
    const command = await load();
    let shown = '';
    command.configureOutput({
      writeOut: (text) => {
        shown += text;
      },
    });
    command.outputHelp();
    const [, examples = ''] = shown.split('Examples:');
    expect(examples).toContain(`nashra ${command.name()}`);
  }
});
