/** The set-up script that makes sure of a Redis server program, on machines made of stub programs. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../src/package-root.ts';

let bin: string;

beforeEach(() => {
  bin = mkdtempSync(join(tmpdir(), 'nashra-bin-'));
});
afterEach(() => {
  rmSync(bin, { recursive: true, force: true });
});

function program(name: string, script: string): void {
  const file = join(bin, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}

/** Runs the check as the given user, on a machine whose only programs are the stubs. */
function ensure(uid: number) {
  const url = pathToFileURL(join(PACKAGE_ROOT, 'scripts/redis.js')).href;
  const code = `process.getuid = () => ${uid};
    const { ensureRedisServer } = await import(${JSON.stringify(url)});
    ensureRedisServer(['${bin}']);
    console.log('ready');`;
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    env: { PATH: bin },
    encoding: 'utf8',
  });
  return { status: done.status, out: done.stdout.trim(), err: done.stderr.trim() };
}

describe('ensureRedisServer', () => {
  it.each(['redis-server', 'valkey-server'])('is content with %s on PATH', (server) => {
    program(server, 'exit 0');
    expect(ensure(1000)).toEqual({ status: 0, out: 'ready', err: '' });
  });

  it('installs through the package manager as root, and says so', () => {
    program(
      'apt-get',
      `echo "$@" >> ${bin}/calls; [ "$1" = install ] && /bin/cp ${bin}/apt-get ${bin}/redis-server; exit 0`,
    );
    const done = ensure(0);
    expect(done).toMatchObject({ status: 0, out: 'ready' });
    expect(done.err).toContain('apt-get install -y --no-install-recommends redis-server');
    expect(readFileSync(join(bin, 'calls'), 'utf8')).toMatch(/^update.*\ninstall -y .*redis-server\n$/);
  });

  it('without root names the command to type', () => {
    program('apt-get', 'exit 9');
    const done = ensure(1000);
    expect(done.status).toBe(1);
    expect(done.err).toContain('sudo apt-get install -y --no-install-recommends redis-server');
    expect(done.err).toContain('NASHRA_REDIS_URL');
  });

  it('says so where the package manager fails', () => {
    program('apt-get', 'echo no network >&2; exit 100');
    const done = ensure(0);
    expect(done.status).toBe(1);
    expect(done.err).toContain('did not bring a Redis server');
  });

  it('says so where there is no package manager', () => {
    const done = ensure(0);
    expect(done.status).toBe(1);
    expect(done.err).toContain('install Redis 7 or Valkey');
  });
});
