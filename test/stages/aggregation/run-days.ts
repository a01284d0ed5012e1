/** Runs contributions through the aggregation stage and publishes everything that waits. */
import type { Contribution } from '../../../src/model/article.ts';
import type { Summary, SummaryContent } from '../../../src/model/summary.ts';
import { aggregationStage } from '../../../src/stages/aggregation/aggregation-stage.ts';
import { memoryMentionStore } from '../../../src/stages/aggregation/memory-mention-store.ts';
import type { MentionStore } from '../../../src/stages/aggregation/mention-store.ts';
import { publishAll } from '../../../src/stages/aggregation/publish.ts';
import { KNOWLEDGE } from './invented.ts';

export interface Line {
  readonly mentionStore: MentionStore;
  /** Adds chunks one after the other and publishes after each. Answers the revisions. */
  add(...chunks: readonly (readonly Contribution[])[]): Promise<Summary[]>;
  latest(cell: string): Promise<Summary | undefined>;
  contents(): Promise<string>;
}

export function line(mentionStore: MentionStore = memoryMentionStore()): Line {
  const ports = { mentionStore, summaryKnowledge: KNOWLEDGE, now: () => 1_000 };
  return {
    mentionStore,
    async add(...chunks) {
      const revisions: Summary[] = [];
      for (const chunk of chunks) {
        for (const result of await aggregationStage.run(chunk, ports)) {
          if (result.kind === 'fail') throw result.error;
        }
        revisions.push(...(await publishAll(ports, () => 1_000, { settleAfter: null })));
      }
      return revisions;
    },
    async latest(cell) {
      return (await mentionStore.latest(cell))?.summary;
    },
    async contents() {
      const all: SummaryContent[] = [];
      for await (const { revision: _r, status: _s, changes: _c, ...content } of mentionStore.summaries()) {
        all.push(content);
      }
      return JSON.stringify(all);
    },
  };
}
