/**
 * The typed consumer: `import { summaries } from 'nashra/consumer'`.
 *
 *     for await (const { summary, ack } of summaries({ url: 'redis://localhost', group: 'map' })) {
 *       await store(summary);
 *       await ack();
 *     }
 */
import { connectRedis } from '../io/connection.ts';
import { type Delivery, type GroupOptions, summaryGroup } from '../io/summary-group.ts';

export type { Delivery } from '../io/summary-group.ts';
export type { Summary } from '../model/summary.ts';
export type { SummaryEvent } from '../model/summary-event.ts';

export interface SummariesOptions extends GroupOptions {
  /** Redis of the workers, as in NASHRA_REDIS_URL. */
  readonly url: string;
}

/**
 * Revisions of summaries, in the order of the stream, until the loop is left or the signal aborts. Each comes until it
 * is acknowledged. The connection is opened with the first delivery and closed with the loop.
 */
export async function* summaries({ url, ...options }: SummariesOptions): AsyncGenerator<Delivery> {
  const redis = connectRedis(url, { patience: 'endless', name: `nashra-consumer-${options.group}` });
  // The client reconnects by itself; without a listener a lost connection would end the process.
  redis.on('error', () => {});
  try {
    yield* summaryGroup(redis, options);
  } finally {
    redis.disconnect();
  }
}
