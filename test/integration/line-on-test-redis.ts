/** A line on a test's Redis, with settings that suit a test. */
import { type Config, readConfig } from '../../src/config.ts';
import { type Line, openLine } from '../../src/io/line.ts';
import { createLogger } from '../../src/logger.ts';
import { type RawArticle, RawArticleSchema } from '../../src/model/article.ts';
import type { PipelinePorts, QueueName, Step } from '../../src/pipeline.ts';
import { emit, type Result, type Stage, type StageName } from '../../src/stage.ts';
import type { TestRedis } from './redis-server.ts';

export const silent = createLogger('silent');

/** Configuration for tests: quick looks, and a prefix of the test's own. */
export function testConfig(prefix: string, more: Readonly<Record<string, string>> = {}): Config {
  return readConfig({ NASHRA_PREFIX: prefix, NASHRA_SETTLE_MS: '30', NASHRA_RESCAN_MS: '100', ...more });
}

export function openTestLine(redis: TestRedis, config: Config): Promise<Line> {
  return openLine(redis.url, { config, logger: silent, patience: 'endless' });
}

export const NO_PORTS = {} as PipelinePorts;

/** A step of the line whose stage is the test's own. */
export function stepWith(
  run: (article: RawArticle) => Promise<Result<unknown>> | Result<unknown>,
  options: { name?: StageName; queue?: QueueName; feeds?: QueueName | null } = {},
): Step {
  const stage: Stage<unknown, unknown, PipelinePorts> = {
    name: options.name ?? 'dedup',
    input: RawArticleSchema as never,
    output: RawArticleSchema as never,
    run: (items) => Promise.all(items.map((item) => run(item as RawArticle))),
  };
  return { queue: options.queue ?? 'articles', stage, feeds: () => options.feeds ?? null };
}

/** A stage that passes everything on. */
export const passAll = (article: RawArticle) => emit(article);

export function article(number: number, more: Partial<RawArticle> = {}): RawArticle {
  return {
    id: number.toString(16).padStart(16, '0'),
    source: 'وكالة',
    file: `${number}.txt`,
    record: 0,
    url: null,
    title: null,
    text: `نص ${number}`,
    published: { date: '2015-07-03', time: null, basis: 'explicit' },
    receivedAt: '2015-07-03T10:00:00Z',
    ticket: null,
    diagnostics: [],
    ...more,
  };
}
