/** Sends files to the line in order, a few at a time, and gathers what becomes of them. */
import type { FileToRead } from '../io/folder/file-reader.ts';
import { type FileOutcome, type SendOptions, sendFile } from '../io/folder/send-file.ts';

/** Files that are read at the same time. */
const READERS = 8;

/**
 * Sends all files. With `wait: 'done'` it resolves when their last article is through; with `'accepted'` when all are
 * safe in the queue, and then only what could not be read is among the problems.
 */
export async function sendFiles(
  files: readonly FileToRead[],
  options: SendOptions,
  wait: 'accepted' | 'done',
  onFile: (outcome: FileOutcome) => void = () => {},
): Promise<readonly FileOutcome[]> {
  const outcomes: Promise<FileOutcome>[] = [];
  const pending = files.values();
  const reader = async () => {
    for (const file of pending) {
      await options.dispatch.room();
      const sent = await sendFile(file, options);
      const done = sent.done.then((outcome) => {
        onFile(outcome);
        return outcome;
      });
      await sent.accepted;
      if (wait === 'done' || sent.stamp === null) outcomes.push(done);
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return Promise.all(outcomes);
}
