/** Placeholder until the stage lands: every article is new. */
import {
  type NovelArticle,
  NovelArticleSchema,
  type RawArticle,
  RawArticleSchema,
  type RepeatNotice,
  RepeatNoticeSchema,
} from '../../model/article.ts';
import { each, emit, type Stage } from '../../stage.ts';

export const dedupStage: Stage<RawArticle, NovelArticle | RepeatNotice, object> = {
  name: 'dedup',
  input: RawArticleSchema as never,
  output: NovelArticleSchema.or(RepeatNoticeSchema) as never,
  run: (items) =>
    each(items, (item) =>
      emit<NovelArticle | RepeatNotice>({
        ...item,
        language: 'ar',
        removed: [],
        duplicate: null,
        replaces: [],
      }),
    ),
};
