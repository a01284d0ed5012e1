/** Placeholder until the stage lands: one section an article. */
import {
  type NovelArticle,
  NovelArticleSchema,
  type SectionedArticle,
  SectionedArticleSchema,
} from '../../model/article.ts';
import { each, emit, type Stage } from '../../stage.ts';

export const sectionsStage: Stage<NovelArticle, SectionedArticle, object> = {
  name: 'sections',
  input: NovelArticleSchema as never,
  output: SectionedArticleSchema as never,
  run: (items) => each(items, (item) => emit<SectionedArticle>({ ...item, bulletins: [], news: [] })),
};
