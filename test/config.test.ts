import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import { SetupError } from '../src/errors.ts';

test('without any setting', () => {
  const config = readConfig({ PATH: '/bin', HOME: '/root' });
  expect(config).toMatchObject({
    NASHRA_PREFIX: 'nashra',
    NASHRA_STATE: resolve('.nashra'),
    NASHRA_LOG_LEVEL: 'info',
  });
  expect(config.NASHRA_REDIS_URL).toBeUndefined();
});

test('settings are read, and blank ones count as not set', () => {
  const config = readConfig({
    NASHRA_CONCURRENCY: '4',
    NASHRA_INBOX: '/data/in',
    NASHRA_REDIS_URL: '',
    NASHRA_PREFIX: ' ',
  });
  expect(config).toMatchObject({ NASHRA_CONCURRENCY: 4, NASHRA_INBOX: '/data/in', NASHRA_PREFIX: 'nashra' });
  expect(config.NASHRA_REDIS_URL).toBeUndefined();
});

test('all problems are told together, each with what came', () => {
  const wrong = {
    NASHRA_CONCURRENCY: 'many',
    NASHRA_LOG_LEVEL: 'loud',
    NASHRA_PREFIX: 'a:b',
    NASHRA_REDIS: 'x',
  };
  expect(() => readConfig(wrong)).toThrow(SetupError);
  let message = '';
  try {
    readConfig(wrong);
  } catch (error) {
    message = (error as Error).message;
  }
  for (const told of [
    'NASHRA_CONCURRENCY: ',
    '"many"',
    'NASHRA_LOG_LEVEL: ',
    '"loud"',
    'NASHRA_PREFIX: expected letters',
    'NASHRA_REDIS: no such setting',
  ]) {
    expect(message).toContain(told);
  }
});
