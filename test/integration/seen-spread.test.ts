/** The indexes on a Cluster: every command and every script stays within one hash slot, and the slots differ. */
import type { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RedisSectionIndex } from '../../src/io/redis-section-index.ts';
import { RedisSeenIndex } from '../../src/io/redis-seen-index.ts';
import { settleAll } from '../../src/stages/dedup/settle-all.ts';
import { BULLETIN, entry } from '../stages/dedup/entries.ts';
import { sectionEntry } from '../stages/sections/section-index-suite.ts';
import { startTestRedis, type TestRedis } from './redis-server.ts';

let server: TestRedis;
beforeAll(async () => {
  server = await startTestRedis();
});
afterAll(() => server.stop());

const tagOf = (key: string): string => /\{([^}]+)\}/.exec(key)?.[1] ?? key;

/** Runs something and answers the hash tags of each command that reached the server. */
async function tagsOfCommands(run: (redis: Redis) => Promise<unknown>): Promise<Set<string>[]> {
  const redis = server.connect() as Redis;
  const commands: Set<string>[] = [];
  const send = redis.sendCommand.bind(redis);
  redis.sendCommand = (command, ...rest) => {
    const keys = (command as unknown as { getKeys(): (string | Buffer)[] }).getKeys().map(String);
    if (keys.length > 0) commands.push(new Set(keys.map(tagOf)));
    return send(command, ...rest);
  };
  await run(redis);
  return commands;
}

describe('on a Cluster', () => {
  it.each<[string, number, (redis: Redis) => Promise<unknown>]>([
    [
      'the seen index',
      9,
      async (redis) => {
        const index = new RedisSeenIndex(redis, { prefix: 'spread' });
        const prints = Array.from({ length: 20 }, (_, at) =>
          entry(`${BULLETIN} ${at % 2 ? 'خاص' : ''}`, { source: `outlet ${at}` }),
        );
        await settleAll(prints, index);
        await settleAll(prints, index);
      },
    ],
    [
      'the section index',
      15,
      async (redis) => {
        const index = new RedisSectionIndex(redis, { prefix: 'spread' });
        const days = ['2014-03-02', '2014-03-09', '2014-03-16'];
        await index.register(days.map((day) => sectionEntry(day, BULLETIN, { day })));
        await index.register(days.map((day) => sectionEntry(`${day} again`, BULLETIN, { day })));
      },
    ],
  ])('%s keeps each command in one slot and uses many', async (_, fewest, run) => {
    const commands = await tagsOfCommands(run);
    expect(commands.filter((tags) => tags.size > 1)).toEqual([]);
    expect(new Set(commands.flatMap((tags) => [...tags])).size).toBeGreaterThanOrEqual(fewest);
  });
});
