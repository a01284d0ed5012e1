/** How many articles each stage took in lately, for `nashra status`: counts by ten seconds, kept for ten minutes. */
import { STAGE_NAMES, type StageName } from '../stage.ts';
import type { RedisClient } from './connection.ts';

export interface Rates {
  note(stage: StageName, articles: number): Promise<void>;
  /** Articles a second over the last whole minute, by stage. */
  lastMinute(now?: number): Promise<Readonly<Record<StageName, number>>>;
}

const SPAN_MS = 10_000;
const KEPT_SECONDS = 600;

export function createRates(redis: RedisClient, prefix: string): Rates {
  const key = (stage: StageName, span: number) => `{${prefix}-rate-${stage}}:${span}`;
  return {
    async note(stage, articles) {
      if (articles <= 0) return;
      const name = key(stage, Math.floor(Date.now() / SPAN_MS));
      await redis.multi().incrby(name, articles).expire(name, KEPT_SECONDS).exec();
    },
    async lastMinute(now = Date.now()) {
      const last = Math.floor(now / SPAN_MS) - 1;
      const rate = async (stage: StageName) => {
        const spans = Array.from({ length: 6 }, (_, back) => redis.get(key(stage, last - back)));
        const counts = await Promise.all(spans);
        return counts.reduce((sum, count) => sum + Number(count ?? 0), 0) / 60;
      };
      const rates = await Promise.all(STAGE_NAMES.map(async (stage) => [stage, await rate(stage)] as const));
      return Object.fromEntries(rates) as Record<StageName, number>;
    },
  };
}
