/** Sets of articles in other orders: those of an invented day, and made ones that repeat and correct each other. */
import { regionsOf } from '../../../bench/dedup.ts';
import { makeArticles } from '../../../bench/generator.ts';
import { Chance } from '../../../bench/random.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { memoryPorts } from '../../../src/memory-ports.ts';
import type { RawArticle } from '../../../src/model/article.ts';
import { type PipelinePorts, runInProcess } from '../../../src/pipeline.ts';
import { publishAll } from '../../../src/stages/aggregation/publish.ts';
import { articleId } from '../../../src/stages/intake/read-articles.ts';

export function* permutations<T>(items: readonly T[]): Generator<T[]> {
  if (items.length < 2) yield [...items];
  for (const [at, item] of items.entries()) {
    if (items.length < 2) return;
    for (const rest of permutations([...items.slice(0, at), ...items.slice(at + 1)])) yield [item, ...rest];
  }
}

export function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}

/**
 * The contents of all summaries that tell something. One that was emptied again stays as a revision: whether there was
 * one on the way depends on the order, and nothing is left in it.
 */
export async function contentsOf(ports: PipelinePorts): Promise<string> {
  await publishAll(ports, Date.now, { settleAfter: null });
  const contents: unknown[] = [];
  for await (const { revision: _r, status: _s, changes: _c, ...content } of ports.mentionStore.summaries()) {
    if (content.counts.mentions > 0 || content.tolls.length > 0) contents.push(content);
  }
  return JSON.stringify(contents);
}

/** Runs chunks through the whole line. */
export async function tell(chunks: readonly (readonly RawArticle[])[], ports: PipelinePorts): Promise<void> {
  for (const chunk of chunks) {
    const { failed } = await runInProcess(chunk, ports);
    if (failed[0]) throw failed[0].error;
  }
}

/** The contents in one process that remembers nothing before. */
export async function contentsAfter(
  chunks: readonly (readonly RawArticle[])[],
  knowledge: Knowledge,
): Promise<string> {
  const ports = memoryPorts(knowledge);
  await tell(chunks, ports);
  return contentsOf(ports);
}

const MOST = 5;

/**
 * One made text and what was made of it (reprints, cuts, corrections, longer editions, the next day's), as four outlets
 * print it at times of their own or none.
 */
export function madeFamily(seed: number, knowledge: Knowledge): RawArticle[] {
  const chance = new Chance(seed);
  const made = [...makeArticles({ count: 300, seed, repeats: 0.85, regions: regionsOf(knowledge) })];
  const families = new Map<string, RawArticle[]>();
  for (const { article, of } of made) {
    const family = families.get(of ?? article.id);
    if (family) family.push(article);
    else families.set(of ?? article.id, [article]);
  }
  const family = chance.pick([...families.values()].filter(({ length }) => length >= MOST));
  const printed = family.slice(0, MOST).map((article) => {
    const source = `outlet ${chance.between(1, 4)}`;
    const hour = String(chance.between(6, 20)).padStart(2, '0');
    const time = chance.next() < 0.5 ? null : `${hour}:00`;
    const published = { ...article.published, time };
    return { ...article, source, id: articleId(source, article.text), published };
  });
  return [...new Map(printed.map((article) => [article.id, article])).values()];
}
