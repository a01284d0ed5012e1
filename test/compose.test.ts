/** docker-compose.yml and the Dockerfile: every command, path and variable in them exists. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { EnvironmentSchema } from '../src/config.ts';
import { PACKAGE_ROOT } from '../src/package-root.ts';
import { STAGE_NAMES } from '../src/stage.ts';

const read = (name: string) => readFileSync(join(PACKAGE_ROOT, name), 'utf8');

const ComposeSchema = z.object({
  services: z.record(
    z.string(),
    z.object({
      build: z.string().optional(),
      image: z.string(),
      command: z.array(z.string()),
      environment: z.record(z.string(), z.string()).default({}),
      volumes: z.array(z.string()).default([]),
    }),
  ),
  volumes: z.record(z.string(), z.unknown()).default({}),
});
const compose = ComposeSchema.parse(parse(read('docker-compose.yml'), { merge: true }));
const ours = Object.entries(compose.services).filter(([, service]) => service.image === 'nashra');

/** The file of the repository that a path of the image is built from. */
const sourceOf = (path: string) =>
  path.replace(/^dist\//, '').replace(/\.js$/, path.startsWith('dist/') ? '.ts' : '.js');

describe('docker-compose.yml', () => {
  it('has a worker for every stage, a producer and the files sink', () => {
    const names = ours.map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining([...STAGE_NAMES, 'producer', 'files']));
  });

  it.each(ours)('%s runs a program of this repository', (_name, { command }) => {
    expect(existsSync(join(PACKAGE_ROOT, sourceOf(command[0] as string)))).toBe(true);
  });

  it.each(ours.filter(([, { command }]) => command[0] === 'bin/nashra.js'))(
    '%s uses a command that exists',
    (_name, service) => {
      const [, command, second] = service.command;
      expect(existsSync(join(PACKAGE_ROOT, `src/cli/commands/${command}.ts`))).toBe(true);
      if (command === 'sink') expect(read('src/cli/commands/sink.ts')).toContain(`new Command('${second}')`);
    },
  );

  it('sets only variables that the configuration knows', () => {
    const names = ours.flatMap(([, { environment }]) => Object.keys(environment));
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !(name in EnvironmentSchema.shape))).toEqual([]);
  });

  it('gives defaults that the configuration accepts', () => {
    for (const [, { environment }] of ours) {
      const values = Object.fromEntries(
        Object.entries(environment).map(([name, value]) => [name, value.replace(/^\$\{\w+:-(.*)\}$/, '$1')]),
      );
      expect(EnvironmentSchema.safeParse(values).error?.issues ?? []).toEqual([]);
    }
  });

  it('mounts inbox and out on paths that the commands use, under one mount', () => {
    for (const [, { command, volumes }] of ours) {
      const paths = command.filter((word) => word.startsWith('/'));
      const mounts = volumes.map((volume) => volume.split(':')[1] as string);
      for (const path of paths)
        expect(mounts.filter((mount) => path.startsWith(`${mount}/`))).toHaveLength(1);
    }
  });

  it('runs Redis with an append-only file and without eviction', () => {
    const redis = compose.services.redis?.command.join(' ') ?? '';
    expect(redis).toContain('--appendonly yes');
    expect(redis).toContain('--maxmemory-policy noeviction');
    expect(compose.services.redis?.volumes.map((volume) => volume.split(':')[0])).toEqual(
      Object.keys(compose.volumes),
    );
  });
});

describe('Dockerfile', () => {
  it('copies only what exists, or what the build makes', () => {
    const copied = read('Dockerfile')
      .split('\n')
      .filter((line) => line.startsWith('COPY'))
      .flatMap((line) =>
        line
          .replace(/^COPY (--from=\w+ )?/, '')
          .split(' ')
          .slice(0, -1),
      )
      .map((path) => path.replace(/^\/app\//, ''));
    const built = ['node_modules', 'dist'];
    expect(copied.length).toBeGreaterThan(8);
    expect(copied.filter((path) => !built.includes(path) && !existsSync(join(PACKAGE_ROOT, path)))).toEqual(
      [],
    );
  });
});
