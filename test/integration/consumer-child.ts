/** Applies revisions to a file, one line each, until it is killed. Arguments: Redis URL, prefix, file, consumer. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { summaries } from '../../src/consumer/consumer.ts';

const [url, prefix, file, consumer] = process.argv.slice(2) as [string, string, string, string];
const stored = new Map<string, number>();
for (const line of existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) {
  const slash = line.lastIndexOf('/');
  if (slash > 0) stored.set(line.slice(0, slash), Number(line.slice(slash + 1)));
}
const known = (subject: string) => stored.get(subject) ?? 0;
for await (const { event, subject, revision, ack } of summaries({
  url,
  prefix,
  group: 'file',
  consumer,
  known,
})) {
  appendFileSync(file, `${event.id}\n`);
  stored.set(subject, revision);
  await ack();
}
