/**
 * Extraction: reads each section of an article into event mentions.
 * Input: an article cut into bulletins, sections and news. Output: the same article with the places, days, actors,
 * mentions and tolls found in it, all offsets into its own text. Pure in text and knowledge: the same article gives the
 * same mentions with the same ids, however often and wherever it runs.
 */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import {
  type ExtractedArticle,
  ExtractedArticleSchema,
  type SectionedArticle,
  SectionedArticleSchema,
} from '../../model/article.ts';
import { each, emit, type Stage } from '../../stage.ts';
import { extract } from './extract.ts';

export const extractionStage: Stage<SectionedArticle, ExtractedArticle, { knowledge: Knowledge }> = {
  name: 'extraction',
  input: SectionedArticleSchema,
  output: ExtractedArticleSchema,
  run: (items, { knowledge }) => each(items, (article) => emit(extract(article, knowledge))),
};
