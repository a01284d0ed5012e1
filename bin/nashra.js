#!/usr/bin/env node
/** The `nashra` command: builds where a source is newer than the build, then hands over to the compiled program. */
import { existsSync } from 'node:fs';

const built = new URL('../dist/src/cli/main.js', import.meta.url);
const builder = new URL('../scripts/build.js', import.meta.url);
if (existsSync(new URL('../src/cli/main.ts', import.meta.url)) && existsSync(builder)) {
  const { buildIfStale } = await import(builder.href);
  buildIfStale();
}
if (!existsSync(built)) {
  process.stderr.write('nashra: not built yet: type "npm install" and "npm run build" in its folder\n');
  process.exit(1);
}
await import(built.href);
