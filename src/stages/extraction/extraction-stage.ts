/** Placeholder until the stage lands: no mentions. */
import {
  type ExtractedArticle,
  ExtractedArticleSchema,
  type SectionedArticle,
  SectionedArticleSchema,
} from '../../model/article.ts';
import { each, emit, type Stage } from '../../stage.ts';

export const extractionStage: Stage<SectionedArticle, ExtractedArticle, object> = {
  name: 'extraction',
  input: SectionedArticleSchema as never,
  output: ExtractedArticleSchema as never,
  run: (items) =>
    each(items, (item) =>
      emit<ExtractedArticle>({
        ...item,
        kind: 'article',
        places: [],
        dates: [],
        actors: [],
        mentions: [],
        tolls: [],
      }),
    ),
};
