/**
 * Throughput of cleaning and splitting on plain text, beside a bare pass of the tokeniser over the same text. Target:
 * at least a third of the tokeniser's rate, as cleaning and splitting tokenise once each.
 */
import { tokenise } from '../src/arabic/tokens.ts';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import { clean } from '../src/stages/dedup/clean/clean.ts';
import { boilerplateRules } from '../src/stages/dedup/clean/clean-chunk.ts';
import { headingRules } from '../src/stages/sections/sections-stage.ts';
import { splitArticle } from '../src/stages/sections/split-article.ts';
import { regionsOf } from './dedup.ts';
import { makeArticles } from './generator.ts';

const ARTICLES = 2_000;
const ROUNDS = 5;
const PUBLISHED = { date: '2016-03-12', time: null, basis: 'explicit' } as const;

/** Prints MB/s (of UTF-8) for each pass, best of some rounds. */
export function run(): void {
  const knowledge = loadKnowledge();
  const boilerplate = boilerplateRules(knowledge);
  const headings = headingRules(knowledge);
  const made = makeArticles({ count: ARTICLES, seed: 7, regions: regionsOf(knowledge) });
  const texts = [...made].map(({ article }) => article.text);
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  const [bare, cleaned, both] = best(texts, [
    (text) => tokenise(text).length,
    (text) => clean(text, { source: 'bench' }, boilerplate).removed.length,
    (text) => {
      const { removed, title } = clean(text, { source: 'bench' }, boilerplate);
      const article = { id: 'b'.repeat(16), text, title, published: PUBLISHED, removed };
      return splitArticle(article, headings).news.length;
    },
  ]);
  const rate = (ms: number): string => `${((megabytes / ms) * 1000).toFixed(1)} MB/s`;
  console.log(`${texts.length} articles, ${megabytes.toFixed(1)} MB`);
  console.log(`tokenise        ${rate(bare)}`);
  console.log(`clean           ${rate(cleaned)}`);
  console.log(`clean + split   ${rate(both)}  (${(bare / both).toFixed(2)} of the tokeniser)`);
}

type Work = (text: string) => number;

/** Milliseconds of the fastest round of each; the rounds take turns, so that a busy machine slows all alike. */
function best(texts: readonly string[], works: readonly [Work, Work, Work]): [number, number, number] {
  const fastest: [number, number, number] = [Infinity, Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round++) {
    works.forEach((work, index) => {
      const start = performance.now();
      for (const text of texts) work(text);
      fastest[index] = Math.min(fastest[index] as number, performance.now() - start);
    });
  }
  return fastest;
}
