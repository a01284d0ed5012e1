/** Which Redis a command uses: the configured one, or the one that nashra runs in the state folder. */
import type { Config } from '../config.ts';
import { OutsideError } from '../errors.ts';
import { runningRedis, startEmbeddedRedis } from '../io/embedded-redis.ts';

export interface RedisInUse {
  readonly url: string;
  /** Leaves it; stops the server where it is our own and nobody else uses it. */
  release(): Promise<void>;
}

/** The configured server, or one of our own, started where it does not run yet. */
export async function redisOrOwn(config: Config): Promise<RedisInUse> {
  const url = config.NASHRA_REDIS_URL;
  return url === undefined ? startEmbeddedRedis(config.NASHRA_STATE) : { url, release: async () => {} };
}

/**
 * The server that runs already.
 * @throws OutsideError where there is none.
 */
export async function redisThatRuns(config: Config): Promise<string> {
  const url = config.NASHRA_REDIS_URL ?? (await runningRedis(config.NASHRA_STATE))?.url;
  if (url === undefined) {
    throw new OutsideError(
      `no Redis: set NASHRA_REDIS_URL, or start "nashra up" (its server would run in ${config.NASHRA_STATE})`,
    );
  }
  return url;
}
