/** What a worker does about an error: the one place where the project's errors meet the queue's. */
import { BadInputError, OutsideError, SetupError } from '../errors.ts';
import { MAX_ATTEMPTS } from './queues.ts';

export type Consequence = 'retry' | 'park';

/** A fault in the code may come of an odd moment; three attempts tell. */
const ATTEMPTS_FOR_A_FAULT = 3;

/** Names of the Redis client's errors that say the server, not the article, is the trouble. */
const OUTSIDE_NAMES = new Set([
  'ReplyError',
  'MaxRetriesPerRequestError',
  'AbortError',
  'ClusterAllFailedError',
]);
const OUTSIDE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'NR_CLOSED',
]);

/** True where something outside failed and the same article may well pass later. */
export function isOutside(error: Error): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return (
    error instanceof OutsideError ||
    // A pack that was changed under a running worker: no article's fault, and another worker may have a good one.
    error instanceof SetupError ||
    OUTSIDE_NAMES.has(error.name) ||
    (code !== undefined && OUTSIDE_CODES.has(code)) ||
    error.message === 'Connection is closed.'
  );
}

/** Decides after the attempt numbered `attempt` (from 1) failed. */
export function consequenceOf(error: Error, attempt: number): Consequence {
  if (error instanceof BadInputError) return 'park';
  return attempt < (isOutside(error) ? MAX_ATTEMPTS : ATTEMPTS_FOR_A_FAULT) ? 'retry' : 'park';
}
