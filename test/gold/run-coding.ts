/** Runs gold texts through the line as `analyze` does, each alone, and pairs gold with what came out. */
import { createHash } from 'node:crypto';
import { analyseArticles } from '../../src/cli/analyse-articles.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import type { ExtractedArticle, RawArticle } from '../../src/model/article.ts';
import type { GoldText } from './coding-gold.ts';

/** A gold text as intake would hand it on. */
export function articleOfGold(gold: GoldText): RawArticle {
  return {
    id: createHash('sha256').update(gold.name).digest('hex').slice(0, 32),
    source: gold.source,
    file: `${gold.name}.yaml`,
    record: 0,
    url: null,
    title: gold.title ?? null,
    text: gold.text,
    published: { date: gold.published, time: null, basis: 'explicit' },
    receivedAt: `${gold.published}T12:00:00+03:00`,
    ticket: null,
    diagnostics: [],
  };
}

/** Each text in a line of its own, so that no text is a repeat of another. */
export async function readGold(
  texts: readonly GoldText[],
): Promise<(readonly [GoldText, ExtractedArticle])[]> {
  const knowledge = loadKnowledge();
  const pairs: (readonly [GoldText, ExtractedArticle])[] = [];
  for (const gold of texts) {
    const { run } = await analyseArticles([articleOfGold(gold)], knowledge);
    const [article] = run.passed.aggregation as ExtractedArticle[];
    if (!article) throw new Error(`${gold.name}: ${run.failed[0]?.error.message ?? 'nothing came out'}`);
    pairs.push([gold, article]);
  }
  return pairs;
}
