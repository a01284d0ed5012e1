/** Remembers, by the hash of their contents, the files of a folder that is only read and never changed (`--keep`). */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { RedisClient } from '../connection.ts';

export interface KeptFiles {
  /** The hash of a file's contents, or null where it is known already. */
  unknown(path: string): Promise<string | null>;
  remember(hash: string): Promise<void>;
}

export function createKeptFiles(redis: RedisClient, prefix: string): KeptFiles {
  const key = `{${prefix}-kept}`;
  return {
    async unknown(path) {
      const hash = createHash('sha256')
        .update(await readFile(path))
        .digest('base64url');
      return (await redis.sismember(key, hash)) === 1 ? null : hash;
    },
    async remember(hash) {
      await redis.sadd(key, hash);
    },
  };
}
