/** Articles that a stage gave up on. `nashra failed` lists, shows and retries them; nothing else reads them. */
import { z } from 'zod';
import { STAGE_NAMES } from '../stage.ts';
import type { RedisClient } from './connection.ts';

export const FailedArticleSchema = z.object({
  /** `stage-article`. */
  id: z.string(),
  stage: z.enum(STAGE_NAMES),
  article: z.string(),
  file: z.string(),
  /** ISO 8601. */
  at: z.string(),
  error: z.object({ name: z.string(), message: z.string(), stack: z.string().nullable() }),
  /** The item as it came from the queue. */
  item: z.unknown(),
});
export type FailedArticle = z.infer<typeof FailedArticleSchema>;

export interface FailedStore {
  park(failed: FailedArticle): Promise<void>;
  /** Newest first. */
  list(limit?: number): Promise<readonly FailedArticle[]>;
  get(id: string): Promise<FailedArticle | null>;
  count(): Promise<number>;
  remove(id: string): Promise<void>;
}

export function createFailedStore(redis: RedisClient, prefix: string): FailedStore {
  const items = `{${prefix}-failed}:items`;
  const times = `{${prefix}-failed}:times`;
  return {
    async park(failed) {
      await redis
        .multi()
        .hset(items, failed.id, JSON.stringify(failed))
        .zadd(times, Date.parse(failed.at), failed.id)
        .exec();
    },
    async list(limit = 100) {
      const ids = await redis.zrevrange(times, 0, limit - 1);
      if (ids.length === 0) return [];
      const found = await redis.hmget(items, ...ids);
      return found.flatMap((text) => (text === null ? [] : [FailedArticleSchema.parse(JSON.parse(text))]));
    },
    async get(id) {
      const text = await redis.hget(items, id);
      return text === null ? null : FailedArticleSchema.parse(JSON.parse(text));
    },
    count: () => redis.zcard(times),
    async remove(id) {
      await redis.multi().hdel(items, id).zrem(times, id).exec();
    },
  };
}

/** Makes the record of an article that failed. */
export function failedArticle(stage: FailedArticle['stage'], item: unknown, error: Error): FailedArticle {
  const { id, file } = (item ?? {}) as { id?: unknown; file?: unknown };
  const article = typeof id === 'string' ? id : 'unknown';
  return {
    id: `${stage}-${article}`,
    stage,
    article,
    file: typeof file === 'string' ? file : '',
    at: new Date().toISOString(),
    error: { name: error.name, message: error.message, stack: error.stack ?? null },
    item,
  };
}
