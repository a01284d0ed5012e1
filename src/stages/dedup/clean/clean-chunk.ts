/** Cleaning as dedup calls it: one call for a chunk of articles, with what each source is known to repeat. */
import { tokensOf } from '../../../arabic/token-memory.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { RawArticle } from '../../../model/article.ts';
import { type BoilerplateRules, BoilerplateSchema, compileBoilerplate } from './boilerplate-rules.ts';
import { type Cleaned, clean } from './clean.ts';
import { LEARNT_AFTER, type LineIndex } from './line-index.ts';
import { isLearnable, lineHash, textLines } from './text-lines.ts';

const compiled = new WeakMap<Knowledge, BoilerplateRules>();

/** The page furniture of a pack, compiled once. Throws a SetupError where boilerplate.yaml is missing or unfit. */
export function boilerplateRules(knowledge: Knowledge): BoilerplateRules {
  const known = compiled.get(knowledge);
  if (known) return known;
  const names = knowledge.governorates.flatMap(({ ar, forms }) => [ar, ...forms]);
  const rules = compileBoilerplate(knowledge.part('boilerplate', BoilerplateSchema), names);
  compiled.set(knowledge, rules);
  return rules;
}

/** Hashes of the lines that may be learnt as their source's furniture, each once. */
export function learnableLines(text: string, rules: BoilerplateRules): string[] {
  const lines = textLines(tokensOf(text)).filter((line) => isLearnable(line, rules.headingWords));
  return [...new Set(lines.map(lineHash))];
}

/**
 * Cleans a chunk, one answer an article and in order; what goes wrong with one is its own Error. The index is asked
 * once; an article of an unknown source teaches nothing and learns nothing.
 */
export async function cleanChunk(
  articles: readonly RawArticle[],
  knowledge: Knowledge,
  index: LineIndex,
  learntAfter: number = LEARNT_AFTER,
): Promise<(Cleaned | Error)[]> {
  const rules = boilerplateRules(knowledge);
  const known = articles.filter(({ source }) => source !== 'unknown');
  const sightings = known.map(({ id, source, text }) => ({
    source,
    article: id,
    lines: learnableLines(text, rules),
  }));
  const counts = sightings.length > 0 ? await index.observe(sightings) : [];
  const learned = new Map(
    sightings.map(({ article, lines }, at) => [
      article,
      new Set(lines.filter((_, line) => (counts[at]?.[line] ?? 0) >= learntAfter)),
    ]),
  );
  return articles.map(({ id, source, title, text }) => {
    try {
      return clean(text, { source, title, learned: learned.get(id) ?? new Set() }, rules);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  });
}
