/** Reads NASHRA_REDIS_URL: one server, a Cluster, a Sentinel group or a unix socket, with or without TLS. Pure. */
import { SetupError } from '../errors.ts';

export interface Login {
  readonly username?: string;
  readonly password?: string;
  readonly db?: number;
}
export interface HostPort {
  readonly host: string;
  readonly port: number;
}

export type RedisAddress =
  | { readonly kind: 'socket'; readonly path: string; readonly login: Login; readonly tls: false }
  | { readonly kind: 'server'; readonly node: HostPort; readonly login: Login; readonly tls: boolean }
  | {
      readonly kind: 'cluster';
      readonly nodes: readonly HostPort[];
      readonly login: Login;
      readonly tls: boolean;
    }
  | {
      readonly kind: 'sentinel';
      readonly nodes: readonly HostPort[];
      readonly group: string;
      readonly login: Login;
      readonly tls: boolean;
    };

const FORM =
  /^(redis|rediss|valkey|valkeys)(\+cluster|\+sentinel)?:\/\/(?:([^@/]*)@)?([^/?]+)(\/[^?]*)?(?:\?(.*))?$/;
const FORMS =
  'redis://[user:password@]host:6379/0, rediss:// for TLS, redis+cluster://host1:6379,host2:6379, ' +
  'redis+sentinel://host1:26379,host2:26379/GROUP/0 or unix:///path/to/redis.sock';

/**
 * Parses an address.
 * @throws SetupError naming the forms that are understood; the message never repeats a password.
 */
export function parseRedisUrl(url: string): RedisAddress {
  const socket = /^(?:(?:redis\+)?unix:\/\/)?(\/[^?]+)(?:\?(.*))?$/.exec(url);
  if (socket?.[1])
    return { kind: 'socket', path: socket[1], login: loginOf(undefined, socket[2]), tls: false };
  const match = FORM.exec(url);
  if (!match) throw new SetupError(`NASHRA_REDIS_URL: expected ${FORMS}, came ${withoutPassword(url)}`);
  const [, scheme, kind, credentials, hosts = '', path = '', query] = match;
  const tls = scheme === 'rediss' || scheme === 'valkeys';
  const nodes = hosts.split(',').map((host) => hostPort(host, kind === '+sentinel' ? 26_379 : 6_379, url));
  const parts = path.split('/').filter(Boolean);
  if (kind === '+cluster') return { kind: 'cluster', nodes, login: loginOf(credentials, query), tls };
  if (kind === '+sentinel') {
    const [group = 'mymaster', db] = parts;
    return { kind: 'sentinel', nodes, group, login: loginOf(credentials, query, db), tls };
  }
  const [node] = nodes;
  if (!node || nodes.length > 1) {
    throw new SetupError(
      `NASHRA_REDIS_URL: several hosts need redis+cluster:// or redis+sentinel://, came ${withoutPassword(url)}`,
    );
  }
  return { kind: 'server', node, login: loginOf(credentials, query, parts[0]), tls };
}

function hostPort(text: string, port: number, url: string): HostPort {
  const match = /^(\[[^\]]+\]|[^:[\]]+)(?::(\d{1,5}))?$/.exec(text);
  if (!match?.[1]) throw new SetupError(`NASHRA_REDIS_URL: expected ${FORMS}, came ${withoutPassword(url)}`);
  return { host: match[1].replace(/^\[|\]$/g, ''), port: match[2] === undefined ? port : Number(match[2]) };
}

function loginOf(credentials: string | undefined, query: string | undefined, path?: string): Login {
  const [user = '', ...rest] = (credentials ?? '').split(':');
  const password = rest.join(':');
  const db = new URLSearchParams(query ?? '').get('db') ?? path;
  return {
    ...(user ? { username: decodeURIComponent(user) } : {}),
    ...(password ? { password: decodeURIComponent(password) } : {}),
    ...(db && /^\d+$/.test(db) ? { db: Number(db) } : {}),
  };
}

/** An address that may stand in a message or a log. */
export function withoutPassword(url: string): string {
  return url.replace(/:\/\/[^@/]*@/, '://***@');
}
