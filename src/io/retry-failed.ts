/** Puts a parked article back on the queue of the stage that gave it up. */
import { stepOf } from '../pipeline.ts';
import type { FailedArticle, FailedStore } from './failed-store.ts';
import { jobId, type Queues } from './queues.ts';

/** Queued first and taken off the list then, so that a crash between leaves it on the list. */
export async function retryFailed(
  failed: FailedArticle,
  line: { readonly queues: Queues; readonly failed: FailedStore },
): Promise<void> {
  const queue = line.queues[stepOf(failed.stage).queue];
  await queue.add('retry', { items: [failed.item] }, { jobId: jobId(`retry ${failed.at}`, [failed.item]) });
  await line.failed.remove(failed.id);
}
