/**
 * Follows summary events and keeps the latest of each in a file, applying every revision once. Try it in the project's
 * folder: npx tsx docs/examples/follow.ts redis://localhost:6379 latest.json nashra
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type Summary, summaries } from '../../src/consumer/consumer.ts';

const [url = 'redis://localhost:6379', file = 'latest.json', prefix = 'nashra'] = process.argv.slice(2);
const latest: Record<string, Summary> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());

for await (const { subject, revision, summary, ack } of summaries({
  url,
  prefix,
  group: `follow ${file}`,
  signal: stop.signal,
  known: (subject) => latest[subject]?.revision ?? 0,
})) {
  latest[subject] = summary;
  writeFileSync(`${file}.tmp`, JSON.stringify(latest));
  renameSync(`${file}.tmp`, file);
  await ack();
  process.stdout.write(`${subject} ${revision}: ${summary.narrative.en}\n`);
}
