/**
 * The lines that each source repeats, shared by all workers. A line is a small set of the articles that hold it, so
 * that a retry counts once; the set stops growing a little above what makes a line furniture. One script a source and
 * chunk, all keys of a source in one slot.
 */
import { hashText } from '../arabic/likeness/hash.ts';
import { LEARNT_AFTER, type LineIndex, type LineSighting } from '../stages/dedup/clean/line-index.ts';
import type { RedisClient } from './connection.ts';
import { redisScript } from './redis-script.ts';

export interface RedisLineOptions {
  readonly prefix?: string;
  /** Length of a stretch: a line that no article held in two of them is forgotten. */
  readonly memoryDays?: number;
  /** Milliseconds since 1970; the machine's clock unless a test gives another. */
  readonly now?: () => number;
}

/** Bytes of an article's id that stand for it in the set of a line, and of a line's hash that stand for the line. */
const MARK = 3;
const LINE = 6;
/** Articles kept a line: more than any threshold in use needs. */
const KEPT = LEARNT_AFTER * 2;
const MEMORY_DAYS = 30;

/**
 * KEYS: the source's lines, this stretch's and the last one's. ARGV: seconds to live, bytes of a full set, then twos of
 * line and article mark. Answers how many articles held each line.
 */
const OBSERVE = redisScript(`
local answers = {}
local size, full = ${MARK}, tonumber(ARGV[2])
for i = 3, #ARGV, 2 do
  local line, mark = ARGV[i], ARGV[i + 1]
  local old = redis.call('HGET', KEYS[2], line) or ''
  local value = redis.call('HGET', KEYS[1], line) or old
  local known = false
  for at = 1, #value, size do
    if string.sub(value, at, at + size - 1) == mark then known = true break end
  end
  if not known and #value < full then
    value = value .. mark
    redis.call('HSET', KEYS[1], line, value)
  end
  answers[#answers + 1] = #value / size
end
redis.call('EXPIRE', KEYS[1], ARGV[1])
return answers
`);

export class RedisLineIndex implements LineIndex {
  private readonly redis: RedisClient;
  private readonly prefix: string;
  private readonly memoryDays: number;
  private readonly now: () => number;

  constructor(redis: RedisClient, options: RedisLineOptions = {}) {
    this.redis = redis;
    this.prefix = options.prefix ?? 'nashra';
    this.memoryDays = options.memoryDays ?? MEMORY_DAYS;
    this.now = options.now ?? Date.now;
  }

  async observe(sightings: readonly LineSighting[]): Promise<readonly (readonly number[])[]> {
    const counts = sightings.map(({ lines }) => new Array<number>(lines.length).fill(0));
    const bySource = new Map<string, number[]>();
    sightings.forEach(({ source, lines }, at) => {
      if (lines.length > 0) bySource.set(source, [...(bySource.get(source) ?? []), at]);
    });
    await Promise.all(
      Array.from(bySource, async ([source, places]) => {
        const args = places.flatMap((at) => {
          const { article, lines } = sightings[at] as LineSighting;
          const mark = Buffer.from(article.slice(0, MARK * 2), 'hex');
          return lines.flatMap((line) => [lineField(line), mark]);
        });
        const answers = (await OBSERVE.runBuffer(this.redis, this.keys(source), [
          this.memoryDays * 2 * 86_400,
          KEPT * MARK,
          ...args,
        ])) as number[];
        let next = 0;
        for (const at of places) counts[at] = (counts[at] as number[]).map(() => answers[next++] ?? 0);
      }),
    );
    return counts;
  }

  /** The present stretch of days and the one before it: a line not seen in either is forgotten. */
  private keys(source: string): string[] {
    const stretch = Math.floor(this.now() / 86_400_000 / this.memoryDays);
    const tag = `{${this.prefix}-lines:${source}}`;
    return [`${tag}:${stretch}`, `${tag}:${stretch - 1}`];
  }
}

function lineField(line: string): Buffer {
  const field = Buffer.allocUnsafe(LINE);
  field.writeUInt32LE(hashText(line));
  field.writeUInt16LE(hashText(`${line}+`) & 0xffff, 4);
  return field;
}
