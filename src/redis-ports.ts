/** The ports of the workers: knowledge in memory, everything that must be remembered in Redis. */
import type { Config } from './config.ts';
import { loadConfigured } from './configured-knowledge.ts';
import type { RedisClient } from './io/connection.ts';
import { RedisLineIndex } from './io/redis-line-index.ts';
import { redisMentionStore } from './io/redis-mention-store.ts';
import { RedisSectionIndex } from './io/redis-section-index.ts';
import { RedisSeenIndex } from './io/redis-seen-index.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { memoryPorts } from './memory-ports.ts';
import type { PipelinePorts } from './pipeline.ts';

export function redisPorts(
  redis: RedisClient,
  config: Config,
  knowledge: Knowledge = loadConfigured(config),
): PipelinePorts {
  const prefix = config.NASHRA_PREFIX;
  const memoryDays = config.NASHRA_MEMORY_DAYS;
  return {
    ...memoryPorts(knowledge),
    seen: new RedisSeenIndex(redis, { prefix, memoryDays }),
    lineIndex: new RedisLineIndex(redis, { prefix, memoryDays }),
    sectionIndex: new RedisSectionIndex(redis, { prefix, memoryDays }),
    mentionStore: redisMentionStore(redis, {
      prefix,
      memoryDays,
      interval: config.NASHRA_COALESCE_MS,
      streamLength: config.NASHRA_STREAM_LENGTH,
    }),
  };
}
