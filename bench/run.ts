/** `npm run bench NAME [ARGUMENT…]`: runs bench/NAME.ts's run(). Without a name it lists what there is. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = dirname(fileURLToPath(import.meta.url));

/** Benches by name, with the first sentence of what they say of themselves. */
function benches(): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of readdirSync(FOLDER).sort()) {
    if (!file.endsWith('.ts') || file === 'run.ts') continue;
    const text = readFileSync(join(FOLDER, file), 'utf8');
    if (!/export (async )?function run\(/.test(text)) continue;
    const about = /\/\*\*([\s\S]*?)(?:\.\s|\*\/)/.exec(text)?.[1] ?? '';
    found.set(file.slice(0, -3), about.replace(/\s*\n \* ?/g, ' ').trim());
  }
  return found;
}

function help(): void {
  console.log('Usage: npm run bench NAME [ARGUMENT…]\n');
  for (const [name, about] of benches()) console.log(`  ${name.padEnd(12)} ${about}`);
}

const [name, ...args] = process.argv.slice(2);
if (name === undefined || name === '--help') help();
else if (!benches().has(name)) {
  console.error(`there is no bench ${name}; npm run bench lists them`);
  process.exitCode = 2;
} else {
  const bench = (await import(`./${name}.ts`)) as { run(args: readonly string[]): unknown };
  await bench.run(args);
}
