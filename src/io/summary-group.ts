/**
 * A consumer group over the summary stream: deliveries with acknowledgement, resumption of what was not acknowledged,
 * takeover of a dead consumer's entries, and each revision offered until it is acknowledged, never after.
 */

import type { Summary } from '../model/summary.ts';
import type { SummaryEvent } from '../model/summary-event.ts';
import type { RedisClient } from './connection.ts';
import { createGroup, type Entry, fellBehind, pendingOf, readNew, takeOver } from './group-reads.ts';
import { storedEvents, summaryKey, summaryKeys } from './redis-mention-store.ts';
import { redisScript } from './redis-script.ts';
import { eventOf } from './stream-batches.ts';

export interface GroupOptions {
  /** Group of consumers that share the stream; every group gets all revisions. */
  readonly group: string;
  /** This consumer's own name: keep it over restarts, so that it resumes what it had in hand. */
  readonly consumer?: string;
  /** First part of the keys, as the workers have it. */
  readonly prefix?: string;
  /** Stops the iteration; what was not acknowledged comes again. */
  readonly signal?: AbortSignal;
  /**
   * The revision that you have already stored for a subject (`2015-07-04/SY03`), 0 for none. With it each revision is
   * applied once even if you died between storing and acknowledging. Without it the group's own record is asked,
   * which knows only what was acknowledged.
   */
  readonly known?: (subject: string) => number | Promise<number>;
  /** Milliseconds after which the entries of a consumer that does not answer are taken over. */
  readonly takeoverAfter?: number;
  /** Ends at the end of the stream in place of waiting for more. */
  readonly untilEnd?: boolean;
}

export interface Delivery {
  /** `2015-07-04/SY03`. */
  readonly subject: string;
  readonly revision: number;
  readonly summary: Summary;
  /** The CloudEvents envelope. */
  readonly event: SummaryEvent;
  /** True where the stream had been cut and this is the latest stored state, after revisions that you never saw. */
  readonly resynchronised: boolean;
  /** Tells that it is applied. Without it the delivery comes again. */
  ack(): Promise<void>;
}

const TAKEOVER_AFTER_MS = 60_000;

/** KEYS: stream, revisions applied by the group. ARGV: group, entry or '', subject, revision. */
const ACKNOWLEDGE = redisScript(`
if ARGV[2] ~= '' then redis.call('XACK', KEYS[1], ARGV[1], ARGV[2]) end
local known = tonumber(redis.call('HGET', KEYS[2], ARGV[3]) or '0')
if tonumber(ARGV[4]) > known then redis.call('HSET', KEYS[2], ARGV[3], ARGV[4]) end
return 1
`);

/**
 * `redis` must be this group's own connection: it blocks. Who acknowledges while the next delivery is being asked for
 * hands over a second one for that, or the acknowledgement waits for the block to end.
 */
export async function* summaryGroup(
  redis: RedisClient,
  options: GroupOptions,
  commands: RedisClient = redis,
): AsyncGenerator<Delivery> {
  const { group, consumer = 'default', prefix = 'nashra', signal } = options;
  const { stream } = summaryKeys(prefix);
  const applied = `{${prefix}-summaries}:applied:${group}`;
  const takeover = options.takeoverAfter ?? TAKEOVER_AFTER_MS;
  const known = options.known ?? (async (subject) => Number((await redis.hget(applied, subject)) ?? 0));
  const acknowledge = async (entry: string, subject: string, revision: number) => {
    await ACKNOWLEDGE.run(commands, [stream, applied], [group, entry, subject, revision]);
  };
  async function* offer(
    entry: string,
    event: SummaryEvent,
    resynchronised: boolean,
  ): AsyncGenerator<Delivery> {
    const { subject, data: summary } = event;
    const { revision } = summary;
    const ack = () => acknowledge(entry, subject, revision);
    if (revision <= (await known(subject))) await ack();
    else yield { subject, revision, summary, event, resynchronised, ack };
  }
  async function* offerAll(entries: readonly Entry[]): AsyncGenerator<Delivery> {
    for (const [id, fields] of entries) {
      if (signal?.aborted) return;
      if (fields) yield* offer(id, eventOf(fields), false);
      // Trimmed away while it was in hand: its summary's latest state is made up below.
      else await redis.xack(stream, group, id);
    }
  }
  async function* makeUp(): AsyncGenerator<Delivery> {
    for await (const event of storedEvents(redis, {}, prefix)) {
      if (signal?.aborted) return;
      yield* offer('', event, true);
    }
  }

  await createGroup(redis, stream, group);
  const cut = await fellBehind(redis, stream, group);
  const pending = await pendingOf(redis, stream, group, consumer);
  yield* offerAll(pending);
  if (cut || pending.some(([, fields]) => fields === null)) yield* makeUp();
  let nextTakeover = 0;
  while (!signal?.aborted) {
    if (Date.now() >= nextTakeover) {
      const taken = await takeOver(redis, stream, group, consumer, takeover);
      yield* offerAll(taken);
      nextTakeover = Date.now() + takeover / 4;
    }
    const entries = await readNew(redis, stream, group, consumer, options.untilEnd ?? false);
    if (entries.length === 0 && options.untilEnd) return;
    yield* offerAll(entries);
  }
}

/** The latest stored state of one subject, or null. */
export async function storedSummary(
  redis: RedisClient,
  subject: string,
  prefix = 'nashra',
): Promise<Summary | null> {
  const text = await redis.hget(summaryKey(subject, prefix), 'event');
  return text === null ? null : (JSON.parse(text) as SummaryEvent).data;
}
