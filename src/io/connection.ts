/** Connections to Redis: one server, Cluster, Sentinel or a unix socket. */
import { readFileSync } from 'node:fs';
import { OutsideError, SetupError } from '../errors.ts';
import { Cluster, type ClusterOptions, Redis, type RedisOptions } from './ioredis.ts';
import { parseRedisUrl, withoutPassword } from './redis-address.ts';

export type RedisClient = Redis | Cluster;

export interface ConnectOptions {
  /** Shown by CLIENT LIST. */
  readonly name?: string;
  /** PEM file of the authority that signed the server's certificate. */
  readonly ca?: string | undefined;
  /** Wait for a lost server for ever (workers) or give up after a few tries (commands that somebody waits for). */
  readonly patience: 'endless' | 'short';
}

/**
 * Measured: with the library's own growing delays, work resumed 18 s after a server was back. A cap of one second
 * costs nothing and resumes at once.
 */
const MAX_RETRY_MS = 1_000;
const SHORT_TRIES = 3;

/** Opens a connection; it is usable at once, commands wait until it is ready. */
export function connectRedis(url: string, options: ConnectOptions): RedisClient {
  const address = parseRedisUrl(url);
  const tls = address.tls ? { tls: options.ca === undefined ? {} : { ca: readCa(options.ca) } } : {};
  const retryStrategy = (times: number) =>
    options.patience === 'short' && times > SHORT_TRIES ? null : Math.min(times * 100, MAX_RETRY_MS);
  const common: RedisOptions = {
    maxRetriesPerRequest: options.patience === 'endless' ? null : SHORT_TRIES,
    ...(options.name === undefined ? {} : { connectionName: options.name }),
    ...address.login,
    ...tls,
  };
  switch (address.kind) {
    case 'socket':
      return new Redis({ ...common, path: address.path, retryStrategy });
    case 'server':
      return new Redis({ ...common, ...address.node, retryStrategy });
    case 'sentinel':
      return new Redis({
        ...common,
        sentinels: [...address.nodes],
        name: address.group,
        retryStrategy,
        sentinelRetryStrategy: retryStrategy,
        enableTLSForSentinelMode: address.tls,
      });
    case 'cluster': {
      const cluster: ClusterOptions = { redisOptions: common, clusterRetryStrategy: retryStrategy };
      return new Cluster([...address.nodes], cluster);
    }
  }
}

function readCa(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new SetupError(`NASHRA_REDIS_CA: cannot read ${path} (${(error as Error).message})`, {
      cause: error,
    });
  }
}

/**
 * Waits until the server answers.
 * @throws OutsideError naming the address and the reason.
 */
export async function checkRedis(redis: RedisClient, url: string): Promise<void> {
  let reason: Error | null = null;
  const note = (error: Error) => {
    reason = error;
  };
  redis.on('error', note);
  try {
    await redis.ping();
  } catch (error) {
    const told = (reason ?? error) as Error;
    redis.disconnect();
    throw new OutsideError(
      `Redis at ${withoutPassword(url)} does not answer: ${told.message || String(told)}`,
      { cause: told },
    );
  } finally {
    redis.off('error', note);
  }
}

/** Ends a connection within `ms`, whether or not the server still answers. */
export async function closeRedis(redis: RedisClient, ms = 500): Promise<void> {
  if (redis.status === 'end') return;
  const deadline = setTimeout(() => redis.disconnect(), ms);
  try {
    await redis.quit();
  } catch {
    redis.disconnect();
  } finally {
    clearTimeout(deadline);
  }
}
