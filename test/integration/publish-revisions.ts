/** Puts invented revisions on a test server's stream, through the store that the workers use. */
import type { RedisClient } from '../../src/io/connection.ts';
import { redisMentionStore } from '../../src/io/redis-mention-store.ts';
import { NO_FACTS } from '../../src/stages/aggregation/cell-facts.ts';
import { nextRevision } from '../../src/stages/aggregation/publish.ts';
import { summarise } from '../../src/stages/aggregation/summarise.ts';
import { KNOWLEDGE } from '../stages/aggregation/invented.ts';

export interface Revisions {
  /** Publishes the next revision of a cell, which differs from the last by a number. */
  next(cell: string): Promise<string>;
}

/** `streamLength`: about how many entries the stream keeps. */
export function revisionsOn(redis: RedisClient, prefix: string, streamLength?: number): Revisions {
  const store = redisMentionStore(redis, { prefix, ...(streamLength === undefined ? {} : { streamLength }) });
  return {
    async next(cell) {
      const latest = await store.latest(cell);
      const { content, events, basis } = summarise(cell, NO_FACTS, KNOWLEDGE);
      const n = (latest?.summary.counts.mentions ?? 0) + 1;
      const changed = { ...content, counts: { ...content.counts, mentions: n } };
      const stored = nextRevision(latest, { content: changed, events, basis }, 0, null);
      if (!stored || !(await store.publish(cell, stored, Date.now())))
        throw new Error(`no new revision of ${cell}`);
      return `${cell}/${stored.summary.revision}`;
    },
  };
}
