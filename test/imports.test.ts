/** Holds the direction of imports: model ← arabic ← knowledge ← stages ← pipeline ← workers, cli, server; io beside. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../src/package-root.ts';

interface Import {
  readonly from: string;
  readonly to: string;
}

function sources(folder: string): string[] {
  return readdirSync(join(PACKAGE_ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(PACKAGE_ROOT, join(entry.parentPath, entry.name)));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(PACKAGE_ROOT, file), 'utf8');
  return [
    ...text.matchAll(
      /^(?:import|export)\b[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm,
    ),
  ]
    .map((match) => (match[1] ?? match[2] ?? match[3]) as string)
    .map((to) => ({
      from: file,
      to: to.startsWith('.') ? relative(PACKAGE_ROOT, join(PACKAGE_ROOT, dirname(file), to)) : to,
    }));
}

const ALL = [...sources('src'), ...sources('workers')].flatMap(importsOf);

/** What a file belongs to: a layer, or one stage. */
function layerOf(path: string): string {
  const stage = /^src\/stages\/([^/]+)\//.exec(path);
  if (stage) return `stage:${stage[1]}`;
  const layer = /^src\/(model|arabic|knowledge|io|cli|server|consumer)\//.exec(path);
  if (layer?.[1]) return layer[1];
  return path.startsWith('workers/') ? 'workers' : 'top';
}

/** What each layer may import, beside itself and the contract files of src/ (errors, stage, package-root). */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: [],
  arabic: ['model'],
  knowledge: ['model', 'arabic'],
  stage: ['model', 'arabic', 'knowledge'],
  consumer: ['model', 'io'],
  io: ['model', 'arabic', 'knowledge', 'stage', 'pipeline'],
};
const CONTRACTS = ['src/errors.ts', 'src/stage.ts', 'src/package-root.ts'];
/** Top files that io may use: the topology, the configuration's type and the logger's. */
const FOR_IO = ['src/pipeline.ts', 'src/config.ts', 'src/logger.ts'];

function faultOf({ from, to }: Import): string | null {
  if (!to.startsWith('src/')) return null;
  const [layer, target] = [layerOf(from), layerOf(to)];
  const kind = layer.startsWith('stage:') ? 'stage' : layer;
  const allowed = ALLOWED[kind];
  if (!allowed || layer === target || CONTRACTS.includes(to)) return null;
  if (kind === 'io' && FOR_IO.includes(to)) return null;
  const targetKind = target.startsWith('stage:') ? 'stage' : target;
  return allowed.includes(targetKind) ? null : `${from} imports ${to}`;
}

const OUTSIDE_ONLY_IN_IO = ['bullmq', 'ioredis'];
const isOutside = (to: string) => OUTSIDE_ONLY_IN_IO.some((name) => to === name || to.startsWith(`${name}/`));

describe('imports', () => {
  it('are found at all', () => {
    expect(ALL.length).toBeGreaterThan(100);
    expect(ALL.some(({ to }) => to === 'src/model/article.ts')).toBe(true);
  });

  it('point one way', () => {
    expect(ALL.map(faultOf).filter(Boolean)).toEqual([]);
  });

  it('keep Redis and the folder watcher in io/ and the consumer', () => {
    const strays = ALL.filter(({ to }) => isOutside(to)).filter(
      ({ from }) => !['io', 'consumer'].includes(layerOf(from)),
    );
    expect(strays).toEqual([]);
  });

  it.each(['ioredis', 'bullmq'])('let %s in by one door, which keeps strings fast first', (library) => {
    const door = `src/io/${library}.ts`;
    const through = ALL.filter(({ to }) => to === library || to.startsWith(`${library}/`));
    expect(through.map(({ from }) => from)).toEqual([door]);
    expect(ALL.filter(({ from }) => from === door).map(({ to }) => to)).toEqual([
      'src/io/keep-strings-fast.ts',
      library,
    ]);
  });

  it('keep disk, log and queue out of the pure layers', () => {
    const impure = /^(pino|node:fs|node:fs\/promises|node:net|node:child_process|bullmq|ioredis)$/;
    const pure = ALL.filter(({ from }) => /^(model|arabic|stage:)/.test(layerOf(from)));
    expect(pure.filter(({ to }) => impure.test(to))).toEqual([]);
  });

  it('hold no circle between stages', () => {
    const crossing = ALL.filter(({ from, to }) => {
      const [one, other] = [layerOf(from), to.startsWith('src/') ? layerOf(to) : ''];
      return one.startsWith('stage:') && other.startsWith('stage:') && one !== other;
    });
    expect(crossing).toEqual([]);
  });
});
