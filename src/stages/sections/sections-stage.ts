/**
 * Sections: cuts an article into bulletins and sections, dates each bulletin, and marks the sections that repeat or
 * extend one told before. Input: a novel article. Output: the same article with `bulletins` and `news`, whose spans
 * with the headings and the removed stretches hold every word. Guarantee: pure but for the section index; ids are
 * deterministic, so a retried chunk decides as it did the first time.
 */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { placeNameTokens } from '../../knowledge/places/name-tokens.ts';
import {
  type NovelArticle,
  NovelArticleSchema,
  type SectionedArticle,
  SectionedArticleSchema,
} from '../../model/article.ts';
import { each, emit, type Result, type Stage } from '../../stage.ts';
import { compileHeadings, type HeadingRules, HeadingsSchema } from './heading-rules.ts';
import type { SectionIndex } from './section-index.ts';
import { markRepeats } from './section-repeats.ts';
import { splitArticle } from './split-article.ts';

export interface SectionsPorts {
  readonly knowledge: Knowledge;
  readonly sectionIndex: SectionIndex;
}

const compiled = new WeakMap<Knowledge, HeadingRules>();

/** The headings of a pack, compiled once. Throws a SetupError where headings.yaml is missing or unfit. */
export function headingRules(knowledge: Knowledge): HeadingRules {
  const known = compiled.get(knowledge);
  if (known) return known;
  const rules = compileHeadings(knowledge.part('headings', HeadingsSchema), knowledge.governorates);
  compiled.set(knowledge, rules);
  return rules;
}

export const sectionsStage: Stage<NovelArticle, SectionedArticle, SectionsPorts> = {
  name: 'sections',
  input: NovelArticleSchema as never,
  output: SectionedArticleSchema as never,
  async run(items, ports) {
    const rules = headingRules(ports.knowledge);
    const split = await each(items, (article) => emit(sectioned(article, rules)));
    const marked = await markRepeats(split.flatMap(itemsOf), ports.sectionIndex, (tokens) =>
      placeNameTokens(tokens, ports.knowledge.gazetteer),
    );
    const byId = new Map(marked.map((article) => [article.id, article]));
    return split.map((result) =>
      result.kind === 'emit' ? emit(...result.items.map((item) => byId.get(item.id) ?? item)) : result,
    );
  },
};

function itemsOf(result: Result<SectionedArticle>): readonly SectionedArticle[] {
  return result.kind === 'emit' ? result.items : [];
}

function sectioned(article: NovelArticle, rules: HeadingRules): SectionedArticle {
  const { bulletins, news, diagnostics } = splitArticle(article, rules);
  return { ...article, bulletins, news, diagnostics: [...article.diagnostics, ...diagnostics] };
}
