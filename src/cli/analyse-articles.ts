/** Runs articles through the whole line in this process with ports that remember in memory. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { memoryPorts } from '../memory-ports.ts';
import type { RawArticle } from '../model/article.ts';
import type { Summary } from '../model/summary.ts';
import { type Run, runInProcess } from '../pipeline.ts';
import { publishAll } from '../stages/aggregation/publish.ts';

export interface Analysed {
  readonly run: Run;
  /** The last revision of each summary. */
  readonly summaries: readonly Summary[];
}

/** Reads articles in the order given; later ones are compared with earlier ones. */
export async function analyseArticles(
  articles: readonly RawArticle[],
  knowledge: Knowledge,
): Promise<Analysed> {
  const ports = memoryPorts(knowledge);
  const run = await runInProcess(articles, ports);
  await publishAll(ports, Date.now, { settleAfter: null });
  const summaries: Summary[] = [];
  for await (const summary of ports.mentionStore.summaries()) summaries.push(summary);
  return { run, summaries };
}
