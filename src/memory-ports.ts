/** The ports of one process that remembers nothing after it ends: for `analyze` and the tests. */
import type { Knowledge } from './knowledge/knowledge.ts';
import type { PipelinePorts } from './pipeline.ts';
import { memoryMentionStore } from './stages/aggregation/memory-mention-store.ts';
import { MemoryLineIndex } from './stages/dedup/clean/line-index.ts';
import { MemorySeenIndex } from './stages/dedup/memory-seen-index.ts';
import { MemorySectionIndex } from './stages/sections/memory-section-index.ts';
import { summaryKnowledgeOf } from './summary-ports.ts';

export function memoryPorts(knowledge: Knowledge): PipelinePorts {
  return {
    knowledge,
    seen: new MemorySeenIndex(),
    lineIndex: new MemoryLineIndex(),
    sectionIndex: new MemorySectionIndex(),
    mentionStore: memoryMentionStore(),
    summaryKnowledge: summaryKnowledgeOf(knowledge),
  };
}
