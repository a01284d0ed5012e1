/** Runs the command line as a process of its own, from source, with none of this machine's settings. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/package-root.ts';

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
}

export interface Running {
  readonly child: ChildProcess;
  /** What it has printed so far. */
  readonly out: () => string;
  readonly err: () => string;
  /** Resolves when it has ended. */
  readonly ended: Promise<Ran>;
}

/** Starts `nashra` with the arguments given. */
export function startNashra(args: readonly string[], { cwd, env, input }: RunOptions): Running {
  return start([join(PACKAGE_ROOT, 'src/cli/main.ts'), ...args], cwd, env, input);
}

/** Starts a worker's entry file. */
export function startWorkerFile(name: string, { cwd, env }: RunOptions): Running {
  return start([join(PACKAGE_ROOT, `workers/${name}.ts`)], cwd, env);
}

function start(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  input?: string | Uint8Array,
): Running {
  const clean = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('NASHRA_') && name !== 'FORCE_COLOR',
  );
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), ...args], {
    cwd,
    env: { ...Object.fromEntries(clean), TSX_TSCONFIG_PATH: join(PACKAGE_ROOT, 'tsconfig.json'), ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdin?.on('error', () => {});
  child.stdin?.end(input);
  const ended = new Promise<Ran>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { child, out: () => stdout, err: () => stderr, ended };
}

/** Runs `nashra` to its end. */
export function nashra(args: readonly string[], options: RunOptions): Promise<Ran> {
  return startNashra(args, options).ended;
}
