import { describe, expect, test } from 'vitest';
import { SetupError } from '../../src/errors.ts';
import { parseRedisUrl, withoutPassword } from '../../src/io/redis-address.ts';

describe('parseRedisUrl', () => {
  test.each([
    ['redis://cache', { kind: 'server', node: { host: 'cache', port: 6379 }, login: {}, tls: false }],
    [
      'rediss://me:p%40ss@cache.example:6380/3',
      {
        kind: 'server',
        node: { host: 'cache.example', port: 6380 },
        login: { username: 'me', password: 'p@ss', db: 3 },
        tls: true,
      },
    ],
    [
      'valkey://:pw@[::1]:7000?db=2',
      { kind: 'server', node: { host: '::1', port: 7000 }, login: { password: 'pw', db: 2 }, tls: false },
    ],
    ['/run/redis.sock', { kind: 'socket', path: '/run/redis.sock', login: {}, tls: false }],
    [
      'unix:///run/redis.sock?db=1',
      { kind: 'socket', path: '/run/redis.sock', login: { db: 1 }, tls: false },
    ],
    [
      'redis+cluster://a:7000,b',
      {
        kind: 'cluster',
        nodes: [
          { host: 'a', port: 7000 },
          { host: 'b', port: 6379 },
        ],
        login: {},
        tls: false,
      },
    ],
    [
      'rediss+sentinel://:pw@s1,s2:26380/main/4',
      {
        kind: 'sentinel',
        nodes: [
          { host: 's1', port: 26379 },
          { host: 's2', port: 26380 },
        ],
        group: 'main',
        login: { password: 'pw', db: 4 },
        tls: true,
      },
    ],
  ])('%s', (url, address) => {
    expect(parseRedisUrl(url)).toEqual(address);
  });

  test.each(['http://cache', 'redis://', 'cache:6379', 'redis://a,b', 'redis://a:port'])(
    'refuses %s',
    (url) => {
      expect(() => parseRedisUrl(url)).toThrow(SetupError);
    },
  );

  test('never repeats a password', () => {
    expect(() => parseRedisUrl('redis://me:secret@a,b')).toThrow(/came redis:\/\/\*\*\*@a,b/);
    expect(withoutPassword('rediss+cluster://me:secret@a:1,b:2')).toBe('rediss+cluster://***@a:1,b:2');
  });
});
