/** Where `export` and `report` read from: the Redis that runs, or a folder that the files sink wrote. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BadInputError } from '../errors.ts';
import { closeRedis, connectRedis, type RedisClient } from '../io/connection.ts';
import { redisMentionStore, storedEvents } from '../io/redis-mention-store.ts';
import type { Mention } from '../model/mention.ts';
import { type Summary, SummarySchema } from '../model/summary.ts';
import { familiesOf } from '../stages/aggregation/families.ts';
import { inRange } from '../stages/aggregation/memory-mention-store.ts';
import type { SummaryRange } from '../stages/aggregation/mention-store.ts';
import { configWith } from './options.ts';
import { redisThatRuns } from './redis-server.ts';

export interface ToldMention {
  readonly mention: Mention;
  readonly article: string;
  readonly source: string;
  readonly published: string;
}

export interface SummarySource {
  /** Latest summaries by day and then scope. */
  summaries(range: SummaryRange): AsyncIterable<Summary>;
  /** The mentions that count, by day, governorate, publication. */
  mentions(range: SummaryRange): AsyncIterable<ToldMention>;
  close(): Promise<void>;
}

/** Opens a folder where one is named, else the Redis that runs. */
export async function openSource(folder: string | undefined): Promise<SummarySource> {
  if (folder !== undefined) return folderSource(folder);
  const config = configWith();
  const url = await redisThatRuns(config);
  const redis = connectRedis(url, { patience: 'short', ca: config.NASHRA_REDIS_CA });
  redis.on('error', () => {});
  return redisSource(redis, config.NASHRA_PREFIX);
}

export function redisSource(redis: RedisClient, prefix: string): SummarySource {
  const store = redisMentionStore(redis, { prefix });
  async function* summaries(range: SummaryRange): AsyncGenerator<Summary> {
    for await (const event of storedEvents(redis, range, prefix)) yield event.data;
  }
  return {
    summaries,
    async *mentions(range) {
      for await (const { date, governorate } of summaries(range)) {
        const facts = await store.read(`${date}/${governorate.id}`);
        for (const { member, entry } of familiesOf(facts)) {
          for (const mention of entry?.mentions ?? []) {
            const published = member.time === null ? member.date : `${member.date}T${member.time}`;
            yield { mention, article: member.id, source: member.source, published };
          }
        }
      }
    },
    close: () => closeRedis(redis),
  };
}

const DayFolder = z.iso.date();

export function folderSource(folder: string): SummarySource {
  const root = join(folder, 'summaries');
  return {
    async *summaries(range) {
      const days = (await list(root)).filter((day) => DayFolder.safeParse(day).success);
      for (const day of days) {
        const files = (await list(join(root, day))).filter((file) => file.endsWith('.json'));
        for (const file of files) {
          if (!inRange(`${day}/${file.slice(0, -5)}`, range)) continue;
          yield await readSummary(join(root, day, file));
        }
      }
    },
    mentions() {
      throw new BadInputError(
        folder,
        'a folder holds events and summaries; mentions are read from Redis (leave --in out)',
      );
    },
    async close() {},
  };
}

async function list(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    throw new BadInputError(folder, `no summaries here (${(error as Error).message})`, { cause: error });
  }
}

async function readSummary(path: string): Promise<Summary> {
  try {
    return SummarySchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw new BadInputError(path, `not a summary: ${(error as Error).message.split('\n')[0]}`, {
      cause: error,
    });
  }
}
