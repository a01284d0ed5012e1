/** Tells an invented day to the whole line, article by article, in one process. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { countText } from '../../../src/cli/summary-table.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { memoryPorts } from '../../../src/memory-ports.ts';
import { type Contribution, ContributionSchema, type RawArticle } from '../../../src/model/article.ts';
import type { Count } from '../../../src/model/mention.ts';
import { type Summary, SummarySchema } from '../../../src/model/summary.ts';
import { runInProcess } from '../../../src/pipeline.ts';
import { aggregationStage } from '../../../src/stages/aggregation/aggregation-stage.ts';
import { publishAll } from '../../../src/stages/aggregation/publish.ts';
import { articleId } from '../../../src/stages/intake/read-articles.ts';

const Range = z.union([z.string(), z.number()]).nullable();
const DaySchema = z.strictObject({
  articles: z.array(
    z.strictObject({
      name: z.string(),
      source: z.string(),
      published: z.string(),
      url: z.string().optional(),
      text: z.string(),
    }),
  ),
  expected: z.strictObject({
    events: z.array(
      z.strictObject({
        place: z.string(),
        governorate: z.string(),
        type: z.string(),
        killed: Range,
        injured: Range,
        articles: z.array(z.string()),
        independentSources: z.number(),
      }),
    ),
    revisions: z.record(
      z.string(),
      z.array(z.strictObject({ events: z.number(), killed: Range, reasons: z.array(z.string()) })),
    ),
  }),
});
export type GoldDay = z.infer<typeof DaySchema>;

const FOLDER = import.meta.dirname;

export function goldDays(): readonly (readonly [name: string, day: GoldDay])[] {
  const names = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names.map(({ name }) => [
    name,
    DaySchema.parse(parse(readFileSync(join(FOLDER, name, 'day.yaml'), 'utf8'))),
  ]);
}

export function articlesOf(day: GoldDay): RawArticle[] {
  return day.articles.map(({ source, published, url, text, name }) => {
    const [date = '', time = null] = published.split('T');
    return {
      id: articleId(source, text),
      source,
      file: `${name}.txt`,
      record: 0,
      url: url ?? null,
      title: null,
      text,
      published: { date, time, basis: 'explicit' as const },
      receivedAt: '2026-01-01T00:00:00Z',
      ticket: null,
      diagnostics: [],
    };
  });
}

function told(count: Count | null): string | null {
  return count === null ? null : countText(count);
}

export interface ToldDay {
  readonly events: readonly unknown[];
  readonly revisions: Readonly<Record<string, readonly unknown[]>>;
  /** The contents of all summaries, for comparing bytes. */
  readonly contents: string;
  readonly latest: readonly Summary[];
}

/** Adds the chunks one after the other, publishing after each, and tells the day in the words of its gold. */
export async function tellDay(
  day: GoldDay,
  chunks: readonly (readonly RawArticle[])[],
  knowledge: Knowledge,
): Promise<ToldDay> {
  const ports = memoryPorts(knowledge);
  const names = new Map(day.articles.map(({ name, source, text }) => [articleId(source, text), name]));
  const revisions: Record<string, unknown[]> = {};
  for (const chunk of chunks) {
    const { failed } = await runInProcess(chunk, ports);
    if (failed[0]) throw failed[0].error;
    for (const summary of await publishAll(ports, () => 0, { settleAfter: null })) {
      SummarySchema.parse(summary);
      const cell = `${summary.date}/${summary.governorate.id}`;
      const { counts, killed, changes } = summary;
      revisions[cell] ??= [];
      revisions[cell].push({ events: counts.events, killed: told(killed), reasons: changes.reasons });
    }
  }
  const latest: Summary[] = [];
  for await (const summary of ports.mentionStore.summaries()) latest.push(summary);
  const events = latest
    .flatMap(({ eventDetails }) => eventDetails)
    .map(({ place, governorate, type, killed, injured, articles, independentSources }) => ({
      place: place?.name ?? null,
      governorate,
      type,
      killed: told(killed),
      injured: told(injured),
      articles: articles.map((id) => names.get(id) ?? id).sort(),
      independentSources,
    }));
  const contents = latest.map(({ revision: _r, status: _s, changes: _c, ...content }) => content);
  return { events, revisions, contents: JSON.stringify(contents), latest };
}

/** What aggregation is handed of a day: articles with their mentions, and word of repeats. */
export async function contributionsOf(day: GoldDay, knowledge: Knowledge): Promise<readonly Contribution[]> {
  const run = await runInProcess(articlesOf(day), memoryPorts(knowledge));
  return run.passed.aggregation.map((item) => ContributionSchema.parse(item));
}

/** The contents of all summaries after the chunks, each summary published after each chunk. */
export async function contentsOf(
  chunks: readonly (readonly Contribution[])[],
  knowledge: Knowledge,
): Promise<string> {
  const ports = memoryPorts(knowledge);
  for (const chunk of chunks) {
    await aggregationStage.run(chunk, ports);
    await publishAll(ports, () => 0, { settleAfter: null });
  }
  const contents: unknown[] = [];
  for await (const { revision: _r, status: _s, changes: _c, ...content } of ports.mentionStore.summaries()) {
    contents.push(content);
  }
  return JSON.stringify(contents);
}

/** The gold in the form of what is told. */
export function expectedOf({ expected }: GoldDay): Pick<ToldDay, 'events' | 'revisions'> {
  const text = (value: string | number | null) => (value === null ? null : String(value));
  return {
    events: expected.events.map((event) => ({
      ...event,
      killed: text(event.killed),
      injured: text(event.injured),
      articles: [...event.articles].sort(),
    })),
    revisions: Object.fromEntries(
      Object.entries(expected.revisions).map(([cell, list]) => [
        cell,
        list.map((revision) => ({ ...revision, killed: text(revision.killed) })),
      ]),
    ),
  };
}
