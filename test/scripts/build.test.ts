/** The build script: builds only what is stale, once, and leaves no lock behind when a build fails. */
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../src/package-root.ts';

let root: string;

/** A small project with the real scripts and a stub compiler that counts its runs. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nashra-build-'));
  cpSync(join(PACKAGE_ROOT, 'scripts'), join(root, 'scripts'), { recursive: true });
  for (const folder of ['src', 'workers', 'node_modules/typescript/bin'])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  writeFileSync(join(root, 'node_modules/typescript/package.json'), '{"type":"commonjs"}');
  for (const name of ['tsconfig.json', 'tsconfig.build.json', 'src/a.ts'])
    writeFileSync(join(root, name), '{}');
  compiler(0);
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function compiler(code: number): void {
  const runs = JSON.stringify(join(root, 'runs'));
  writeFileSync(
    join(root, 'node_modules/typescript/bin/tsc'),
    `require('node:fs').appendFileSync(${runs}, 'x'); process.exit(${code});`,
  );
}

const SCRIPT = `const { buildIfStale } = await import('./scripts/build.js'); buildIfStale();`;
const build = () =>
  spawnSync(process.execPath, ['--input-type=module', '-e', SCRIPT], { cwd: root, encoding: 'utf8' });
const runs = () => (existsSync(join(root, 'runs')) ? readFileSync(join(root, 'runs'), 'utf8').length : 0);
const lock = () => join(root, 'node_modules/.nashra-build.lock');

describe('buildIfStale', () => {
  it('builds once, and again only after a source has changed', () => {
    expect(build().status).toBe(0);
    expect(build().status).toBe(0);
    expect(runs()).toBe(1);
    const later = new Date(Date.now() + 5_000);
    utimesSync(join(root, 'src/a.ts'), later, later);
    expect(build().status).toBe(0);
    expect(runs()).toBe(2);
  });

  it('leaves no lock behind when the build fails', () => {
    compiler(2);
    const failed = build();
    expect(failed.status).toBe(1);
    expect(failed.stderr).toContain('the build failed');
    expect(existsSync(lock())).toBe(false);
    compiler(0);
    expect(build().status).toBe(0);
  });

  it('takes over the lock of a process that is gone', () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(lock(), String(gone));
    expect(build().status).toBe(0);
    expect(existsSync(lock())).toBe(false);
  });

  it('builds once when two start together', async () => {
    const both = [1, 2].map(
      () =>
        new Promise((resolve) => {
          spawn(process.execPath, ['--input-type=module', '-e', SCRIPT], { cwd: root }).on('exit', resolve);
        }),
    );
    expect(await Promise.all(both)).toEqual([0, 0]);
    expect(runs()).toBe(1);
  });
});
