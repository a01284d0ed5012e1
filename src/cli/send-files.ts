/** Sends files to the line in the order given, and gathers what becomes of them. */
import type { FileToRead } from '../io/folder/file-reader.ts';
import { type FileOutcome, type SendOptions, sendFile } from '../io/folder/send-file.ts';

/**
 * Sends all files. With `wait: 'done'` it resolves when their last article is through, with `'accepted'` when all are
 * safe in the queue; the outcomes then tell what was read. One file after the other: of two that say the same, the
 * first named is the original.
 */
export async function sendFiles(
  files: readonly FileToRead[],
  options: SendOptions,
  wait: 'accepted' | 'done',
): Promise<readonly FileOutcome[]> {
  const outcomes: Promise<FileOutcome>[] = [];
  for (const file of files) {
    await options.dispatch.room();
    const sent = await sendFile(file, options);
    const outcome = sent.accepted.then(() => (wait === 'done' ? sent.done : sent.read));
    // Told by the last line; without this a failure before it would end the process.
    outcome.catch(() => {});
    outcomes.push(outcome);
  }
  return Promise.all(outcomes);
}
