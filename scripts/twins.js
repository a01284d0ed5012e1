/** Writes JSON twins of the packs' YAML beside the build; `scripts/build.js` runs it after the compiler. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeTwin } from '../dist/src/knowledge/yaml-twins.js';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const PACKS = join(ROOT, 'knowledge');

rmSync(join(ROOT, 'dist', 'twins'), { recursive: true, force: true });
for (const file of readdirSync(PACKS, { recursive: true, encoding: 'utf8' }))
  if (file.endsWith('.yaml')) writeTwin(readFileSync(join(PACKS, file), 'utf8'));
