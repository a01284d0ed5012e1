/** The ports of one process that remembers nothing after it ends: for `analyze` and the tests. */
import type { Knowledge } from './knowledge/knowledge.ts';
import type { PipelinePorts } from './pipeline.ts';
import { memoryMentionStore } from './stages/aggregation/memory-mention-store.ts';
import { summaryKnowledgeOf } from './summary-ports.ts';

export function memoryPorts(knowledge: Knowledge): PipelinePorts {
  return {
    mentionStore: memoryMentionStore(),
    summaryKnowledge: summaryKnowledgeOf(knowledge),
  };
}
