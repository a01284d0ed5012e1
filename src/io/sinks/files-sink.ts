/**
 * Writes summaries to a folder: `summaries.jsonl` gets every revision once, `summaries/DATE/SYnn.json` holds the
 * latest. The log is its own cursor: each line bears the id of its stream entry, so a line and the memory of having
 * written it are one write, and no crash can tear them apart.
 */
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Summary } from '../../model/summary.ts';
import type { RedisClient } from '../connection.ts';
import { compareIds, type StreamedEvent, streamBatches } from '../stream-batches.ts';
import { lockFolder } from './folder-lock.ts';

export interface FilesSinkOptions {
  readonly out: string;
  readonly prefix: string;
  /** Waits for more at the end of the stream; without it the sink ends when all is written. */
  readonly follow: boolean;
  readonly signal?: AbortSignal;
  /** Ends the wait for a folder that another sink writes to. */
  readonly lockSignal?: AbortSignal;
  readonly onWritten?: (events: number) => void;
}

/** How much of the log's end is read at a time in search of its last whole line. */
const TAIL_BYTES = 64 * 1024;

/**
 * Runs the sink. `redis` must be its own connection when it follows: it blocks. Two sinks on one folder take turns.
 * Resolves when the signal aborts or, without `follow`, at the end of the stream; false where it never got the folder.
 */
export async function runFilesSink(redis: RedisClient, options: FilesSinkOptions): Promise<boolean> {
  const { out, prefix, follow, signal } = options;
  await mkdir(join(out, 'summaries'), { recursive: true });
  const unlock = await lockFolder(out, options.lockSignal ?? signal);
  if (!unlock) return false;
  try {
    const log = join(out, 'summaries.jsonl');
    const from = await repairLog(log);
    const known = (subject: string) => revisionIn(out, subject);
    for await (const batch of streamBatches(redis, { prefix, from, follow, signal, known })) {
      await writeLatest(out, batch);
      await append(log, batch);
      options.onWritten?.(batch.length);
    }
    return true;
  } finally {
    await unlock();
  }
}

function pathOf(out: string, subject: string): string {
  return join(out, 'summaries', `${subject}.json`);
}

async function revisionIn(out: string, subject: string): Promise<number> {
  try {
    const summary = JSON.parse(await readFile(pathOf(out, subject), 'utf8')) as Summary;
    return summary.revision;
  } catch {
    return 0;
  }
}

/** Before the log: a revision whose line is missing is written again, one whose line is there never. */
async function writeLatest(out: string, batch: readonly StreamedEvent[]): Promise<void> {
  const latest = new Map(batch.map(({ event }) => [event.subject, event.data]));
  for (const [subject, summary] of latest) {
    const path = pathOf(out, subject);
    await mkdir(dirname(path), { recursive: true });
    const draft = `${path}.${process.pid}.tmp`;
    await writeFile(draft, `${JSON.stringify(summary, null, 2)}\n`);
    await rename(draft, path);
  }
}

async function append(log: string, batch: readonly StreamedEvent[]): Promise<void> {
  const lines = batch.map(({ id, event }) => `${JSON.stringify({ ...event, streamid: id })}\n`);
  const file = await open(log, 'a');
  try {
    await file.appendFile(lines.join(''));
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** Cuts off a line that a crash left half written, and answers the stream id of the last whole one. */
async function repairLog(log: string): Promise<string> {
  const file = await open(log, 'a+');
  try {
    const { size } = await file.stat();
    let tail = Buffer.alloc(0);
    for (let at = size; at > 0; ) {
      const start = Math.max(0, at - TAIL_BYTES);
      const piece = Buffer.alloc(at - start);
      await file.read(piece, 0, piece.length, start);
      tail = Buffer.concat([piece, tail]);
      at = start;
      const end = tail.lastIndexOf('\n');
      if (end === -1) continue;
      const begin = tail.lastIndexOf('\n', end - 1);
      if (begin === -1 && at > 0) continue;
      if (at + end + 1 < size) await file.truncate(at + end + 1);
      return streamIdOf(tail.subarray(begin + 1, end).toString('utf8'));
    }
    if (size > 0) await file.truncate(0);
    return '0';
  } finally {
    await file.close();
  }
}

function streamIdOf(line: string): string {
  const { streamid } = JSON.parse(line) as { streamid?: unknown };
  return typeof streamid === 'string' && compareIds(streamid, '0') > 0 ? streamid : '0';
}
