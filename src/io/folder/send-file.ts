/** One file from disk to the first queue, and word of what became of it. Moves nothing. */
import { BadInputError } from '../../errors.ts';
import type { Limits } from '../../stages/intake/limits.ts';
import type { Problem } from '../../stages/intake/records.ts';
import type { Dispatch } from '../dispatch.ts';
import { type FileToRead, readFileArticles } from './file-reader.ts';

export interface SendOptions {
  readonly dispatch: Dispatch;
  readonly limits: Limits;
  /** What the flags say of origin and date. */
  readonly defaults: Readonly<Record<string, unknown>>;
}

/** What became of a file: how many articles went through, and where and why others did not. */
export interface FileOutcome {
  readonly name: string;
  readonly articles: number;
  readonly problems: readonly Problem[];
}

export interface FileSent {
  /** Size and time when it was read; null where it could not be. */
  readonly stamp: string | null;
  /** What was read of it: the articles that were sent, and the records that are none. */
  readonly read: FileOutcome;
  /** Resolves when its articles are safe in the queue. */
  readonly accepted: Promise<void>;
  readonly done: Promise<FileOutcome>;
}

/**
 * Reads a file and sends what it holds. A file that cannot be read is an outcome, not an exception.
 * @throws OutsideError where the disk fails.
 */
export async function sendFile(file: FileToRead, options: SendOptions): Promise<FileSent> {
  const ticket = options.dispatch.newTicket();
  const { name } = file;
  try {
    const { articles, problems, stamp } = await readFileArticles(file, { ...options, ticket });
    if (articles.length === 0) {
      const none = problems.length > 0 ? problems : [{ where: name, message: 'no articles in it' }];
      return nothingSent(stamp, { name, articles: 0, problems: none });
    }
    const { accepted, done } = options.dispatch.send(ticket, articles);
    const outcome = done.then(async ({ failures, lost }) => {
      if (lost) return (await sendFile(file, options)).done;
      return {
        name,
        articles: articles.length - failures.length,
        problems: [
          ...problems,
          ...failures.map(({ article, stage, message }) => ({
            where: `article ${article}`,
            message: `${stage}: ${message}`,
          })),
        ],
      };
    });
    return { stamp, read: { name, articles: articles.length, problems }, accepted, done: outcome };
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    const problems = [{ where: error.where, message: error.message.slice(error.where.length + 2) }];
    return nothingSent(null, { name, articles: 0, problems });
  }
}

function nothingSent(stamp: string | null, outcome: FileOutcome): FileSent {
  return { stamp, read: outcome, accepted: Promise.resolve(), done: Promise.resolve(outcome) };
}
