/**
 * Reads the YAML of packs. Parsing it is a third of start-up, so the build writes a twin of each file in JSON, named by
 * the hash of the YAML's text: a changed file has no twin and is parsed, and no twin is ever stale.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { PACKAGE_ROOT } from '../package-root.ts';

const FOLDER = join(PACKAGE_ROOT, 'dist', 'twins');

function twinOf(text: string, folder: string): string {
  return join(folder, `${createHash('sha256').update(text).digest('hex')}.json`);
}

/** What the YAML says, as plain data. Throws what the YAML parser throws. `folder` is where twins are looked for. */
export function readYamlText(text: string, folder = FOLDER): unknown {
  const twin = twinOf(text, folder);
  return existsSync(twin) ? JSON.parse(readFileSync(twin, 'utf8')) : parse(text);
}

/** Writes the twin of one YAML text. Throws what the YAML parser throws. */
export function writeTwin(text: string, folder = FOLDER): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(twinOf(text, folder), JSON.stringify(parse(text) ?? null));
}
