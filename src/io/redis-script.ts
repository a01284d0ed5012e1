/** Lua scripts by their digest: sent in full once a server, by name afterwards. */
import { createHash } from 'node:crypto';
import type { RedisClient } from './connection.ts';

export type ScriptArgument = string | number | Buffer;

export interface RedisScript {
  /** All keys must share one hash tag, so that the script runs on a Cluster. */
  run(redis: RedisClient, keys: readonly string[], args: readonly ScriptArgument[]): Promise<unknown>;
  /** The same where the answer is not text: strings come as buffers. */
  runBuffer(
    redis: RedisClient,
    keys: readonly (string | Buffer)[],
    args: readonly ScriptArgument[],
  ): Promise<unknown>;
}

export function redisScript(lua: string): RedisScript {
  const sha = createHash('sha1').update(lua).digest('hex');
  return {
    async run(redis, keys, args) {
      try {
        return await redis.evalsha(sha, keys.length, ...keys, ...args);
      } catch (error) {
        if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
        return redis.eval(lua, keys.length, ...keys, ...args);
      }
    },
    async runBuffer(redis, keys, args) {
      try {
        return await redis.callBuffer('evalsha', sha, keys.length, ...keys, ...args);
      } catch (error) {
        if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
        return redis.callBuffer('eval', lua, keys.length, ...keys, ...args);
      }
    },
  };
}
