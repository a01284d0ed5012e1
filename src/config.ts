/**
 * Configuration: one schema over the NASHRA_* environment variables, read once at the edge. All problems are reported
 * together. Only entry files call {@link readConfig}; everything else is handed what it needs.
 */
import { resolve } from 'node:path';
import { z } from 'zod';
import { SetupError } from './errors.ts';
import { MAX_ARTICLE_LENGTH } from './model/article.ts';
import { PACKAGE_ROOT } from './package-root.ts';

const count = (fallback: number, min: number, max: number) =>
  z.coerce.number().int().min(min).max(max).default(fallback);
const folder = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((path) => resolve(path));

export const EnvironmentSchema = z.object({
  /** Redis server; without it `up` and `process` run one of their own in the state folder. */
  NASHRA_REDIS_URL: z.string().min(1).optional(),
  /** PEM file with the authority that signed the server's certificate. */
  NASHRA_REDIS_CA: z.string().min(1).optional(),
  /** First part of every key, so that several installations can share a server. */
  NASHRA_PREFIX: z
    .string()
    .regex(/^[\w.-]{1,40}$/, 'expected letters, digits, . _ or -')
    .default('nashra'),
  NASHRA_STATE: folder('.nashra'),
  NASHRA_INBOX: folder('inbox'),
  NASHRA_OUT: folder('out'),
  NASHRA_KNOWLEDGE: folder(`${PACKAGE_ROOT}/knowledge/syria`),
  /** A full gazetteer used beside the pack's own places. */
  NASHRA_GAZETTEER: z.string().min(1).optional(),
  NASHRA_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** Days that the memory of repeats reaches back. */
  NASHRA_MEMORY_DAYS: count(30, 1, 3650),
  /** Jobs that one worker has in hand at a time. */
  NASHRA_CONCURRENCY: count(2, 1, 64),
  NASHRA_MAX_FILE_BYTES: count(64 * 1024 * 1024, 1, 2 ** 31),
  NASHRA_MAX_UNPACKED_BYTES: count(256 * 1024 * 1024, 1, 2 ** 31),
  /** Six times the longest bulletin we know of; a job must end well within its lock, at some 8 ms a 1,000 letters. */
  NASHRA_MAX_ARTICLE_LENGTH: count(300_000, 1, MAX_ARTICLE_LENGTH),
  NASHRA_MAX_ARTICLES_PER_FILE: count(100_000, 1, 10_000_000),
  /** Waiting jobs above which no more files are read; reading goes on at half of it. */
  NASHRA_HIGH_WATER_JOBS: count(2_000, 1, 10_000_000),
  /** Bytes on their way from this producer above which no more files are read. */
  NASHRA_HIGH_WATER_BYTES: count(256 * 1024 * 1024, 1, 2 ** 40),
  /** How long a file must stay unchanged before it is taken from the inbox. */
  NASHRA_SETTLE_MS: count(250, 0, 600_000),
  NASHRA_RESCAN_MS: count(2_000, 50, 600_000),
  /** Shortest time between two revisions of one summary. */
  NASHRA_COALESCE_MS: count(200, 0, 600_000),
  /** About how many summary events the stream keeps; who falls further behind gets the latest state. */
  NASHRA_STREAM_LENGTH: count(20_000, 100, 10_000_000),
  /** Hours without a change after which a day counts as settled; 0 never settles. */
  NASHRA_SETTLE_HOURS: z.coerce.number().min(0).max(87_600).default(48),
  /** Address that gets every revision by POST, and the key that signs the requests. */
  NASHRA_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  NASHRA_WEBHOOK_SECRET: z.string().min(16, 'expected at least 16 characters').optional(),
  /** How long a stop may take before the process ends all the same. */
  NASHRA_GRACE_MS: count(4_000, 2_000, 600_000),
});
export type Config = Readonly<z.infer<typeof EnvironmentSchema>>;

/**
 * Reads the configuration; flags of a command may be laid over the environment by the caller. Blank variables count
 * as not set.
 * @throws SetupError naming every variable that is wrong, what came and what was expected; and unknown NASHRA_ ones.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const told = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => name.startsWith('NASHRA_') && value?.trim()),
  );
  const unknown = Object.keys(told).filter(
    (name) => !(name in EnvironmentSchema.shape) && !KNOWN_ELSEWHERE.has(name),
  );
  const parsed = EnvironmentSchema.safeParse(told);
  const problems = [
    ...unknown.map((name) => `${name}: no such setting`),
    ...(parsed.error?.issues ?? []).map((issue) => {
      const name = String(issue.path[0]);
      return `${name}: ${issue.message}, came ${JSON.stringify(told[name])}`;
    }),
  ];
  if (problems.length > 0) throw new SetupError(`configuration: ${problems.join('; ')}`);
  return EnvironmentSchema.parse(told);
}

/** Read by the set-up scripts and the tests, which run before or beside the configuration. */
const KNOWN_ELSEWHERE = new Set(['NASHRA_CMD', 'NASHRA_SKIP_ENSURE', 'NASHRA_NO_INSTALL']);
