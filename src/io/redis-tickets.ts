/**
 * Tickets: the order of everything that is registered in an index spread over a Cluster. Who registers writes first,
 * then takes a ticket, then reads. So of two, the one with the later ticket reads after the other has written, and
 * sees it; it ignores whatever has a later ticket or none. A ticket once taken is kept, so a retry has the same place.
 */
import type { RedisClient } from './connection.ts';
import { redisScript } from './redis-script.ts';

/** KEYS: counter, then the maps by generation, the present one first. ARGV: seconds to live, '1' to give out new ones, ids. */
const TICKETS = redisScript(`
local answers = {}
local count = #ARGV - 2
for first = 1, count, 1000 do
  local last = math.min(first + 999, count)
  local ids = {}
  for i = first, last do ids[#ids + 1] = ARGV[i + 2] end
  for at = 2, #KEYS do
    local held = redis.call('HMGET', KEYS[at], unpack(ids))
    for i = 1, #ids do answers[first + i - 1] = answers[first + i - 1] or held[i] end
  end
end
if ARGV[2] == '1' then
  for i = 1, count do
    if not answers[i] then
      local again = redis.call('HGET', KEYS[2], ARGV[i + 2])
      answers[i] = again or redis.call('INCR', KEYS[1])
      if not again then redis.call('HSET', KEYS[2], ARGV[i + 2], answers[i]) end
    end
  end
  redis.call('EXPIRE', KEYS[2], ARGV[1])
end
return answers
`);

export class RedisTickets {
  private readonly redis: RedisClient;
  private readonly tag: string;
  private readonly seconds: number;

  /** `tag`: a hash tag with its braces; all tickets of one index lie in its slot. */
  constructor(redis: RedisClient, tag: string, seconds: number) {
    this.redis = redis;
    this.tag = tag;
    this.seconds = seconds;
  }

  /** A ticket for each id, in order; those who have one keep it. Generations: newest first. */
  async take(ids: readonly Buffer[], generations: readonly number[]): Promise<number[]> {
    return (await this.ask(ids, generations, '1')).map(Number);
  }

  /** The tickets of ids, null for those who have none yet. */
  async read(ids: readonly Buffer[], generations: readonly number[]): Promise<(number | null)[]> {
    if (ids.length === 0) return [];
    const answers = await this.ask(ids, generations, '0');
    return ids.map((_, at) => (answers[at] == null ? null : Number(answers[at])));
  }

  private async ask(
    ids: readonly Buffer[],
    generations: readonly number[],
    give: string,
  ): Promise<unknown[]> {
    const keys = [`${this.tag}:count`, ...generations.map((generation) => `${this.tag}:${generation}`)];
    return (await TICKETS.runBuffer(this.redis, keys, [this.seconds, give, ...ids])) as unknown[];
  }
}
