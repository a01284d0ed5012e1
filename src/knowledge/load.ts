/** Reads a country pack's folder from disk: every YAML file parsed, every table as text, nothing interpreted yet. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { SetupError } from '../errors.ts';
import { PACKAGE_ROOT } from '../package-root.ts';
import { readYamlText } from './yaml-twins.ts';

/** The pack that is read where none is named. */
export function defaultPackFolder(): string {
  return join(PACKAGE_ROOT, 'knowledge', 'syria');
}

export interface PackFiles {
  readonly folder: string;
  /** Parsed YAML by its name without extension (`actors`, `events`), with the file it came from. */
  readonly documents: ReadonlyMap<string, PackDocument>;
  /** Text of the tables (`places.csv`, `places/damascus.csv`) by path inside the pack, `/` between folders. */
  readonly tables: ReadonlyMap<string, string>;
}

export interface PackDocument {
  readonly file: string;
  readonly data: unknown;
}

/** Reads all `.yaml` and `.csv` files of a pack, two folders deep. Throws a SetupError that names what cannot be read. */
export function readPackFiles(folder: string): PackFiles {
  const documents = new Map<string, PackDocument>();
  const tables = new Map<string, string>();
  for (const path of filesOf(folder)) {
    const file = relative(folder, path).split(sep).join('/');
    if (path.endsWith('.yaml')) documents.set(basename(path, '.yaml'), { file, data: readYaml(path, file) });
    else if (path.endsWith('.csv')) tables.set(file, readFileSync(path, 'utf8'));
  }
  return { folder, documents, tables };
}

/** Texts that exercise a pack (`test/gold/knowledge/*.yaml`), for `nashra knowledge check`; none where no such folder is. */
export function readFixtures(folder: string): { readonly text: string; readonly published: string }[] {
  if (!existsSync(folder)) return [];
  const fixtures: { text: string; published: string }[] = [];
  for (const path of filesOf(folder)) {
    if (!path.endsWith('.yaml')) continue;
    const data = readYaml(path, basename(path));
    for (const entry of Array.isArray(data) ? data : []) {
      if (typeof entry?.text === 'string') {
        fixtures.push({ text: entry.text, published: String(entry.published ?? '2016-01-01') });
      }
    }
  }
  return fixtures;
}

function filesOf(folder: string): string[] {
  try {
    if (!statSync(folder).isDirectory()) throw new Error('not a folder');
    const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return entries.sort().map((entry) => join(folder, entry));
  } catch (error) {
    throw new SetupError(`the country pack ${folder} cannot be read: ${messageOf(error)}`, { cause: error });
  }
}

function readYaml(path: string, file: string): unknown {
  try {
    return readYamlText(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new SetupError(`${file}: not valid YAML: ${messageOf(error)}`, { cause: error });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
