/**
 * Shows where reading and expected.json differ, text by text; with --write, writes what reading gives now, for review
 * with `git diff`. Usage: npx tsx test/gold/reading/regenerate.ts [--write] [NAME…]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectedReading, GOLD_FOLDER, goldNames, goldText, read } from './reading-gold.ts';

const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const write = process.argv.includes('--write');
let differing = 0;

for (const name of names.length > 0 ? names : goldNames()) {
  const was = lines(expectedReading(name));
  const reading = read(goldText(name));
  const now = lines(reading);
  if (was.join('\n') === now.join('\n')) continue;
  differing++;
  console.log(`\n${name}`);
  for (const line of was) if (!now.includes(line)) console.log(`  - ${line.trim()}`);
  for (const line of now) if (!was.includes(line)) console.log(`  + ${line.trim()}`);
  if (write) writeFileSync(join(GOLD_FOLDER, name, 'expected.json'), `${JSON.stringify(reading, null, 1)}\n`);
}
console.log(`\n${differing} texts differ${write && differing > 0 ? ', written' : ''}`);

function lines(value: unknown): string[] {
  return JSON.stringify(value, null, 1).split('\n');
}
