/**
 * Dedup: strips page furniture, then tells of each article whether it is new, repeats one seen before or extends it.
 * Input: raw articles. Output: a novel article (new or an update, with what was removed and whose place it takes), or
 * word of a repeat, which goes to the original as corroboration. Guarantee: of all articles that are the same, one is
 * original, whatever the order, the number of workers and the retries; a retry decides as the first run did. A repeat
 * that was published before all that came before it goes on too: whatever the order, the first to tell is read, and
 * aggregation, which is told of all links, lets it speak (docs/decisions/2026-11-27-order-of-publication-decides.md).
 */

import { hashText } from '../../arabic/likeness/hash.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { placeNameTokens } from '../../knowledge/places/name-tokens.ts';
import {
  type ArticleLink,
  type NovelArticle,
  NovelArticleSchema,
  type RawArticle,
  RawArticleSchema,
  type Removed,
  type RepeatNotice,
  RepeatNoticeSchema,
} from '../../model/article.ts';
import { emit, type Result, type Stage } from '../../stage.ts';
import type { Cleaned as Furniture } from './clean/clean.ts';
import { cleanChunk } from './clean/clean-chunk.ts';
import type { LineIndex } from './clean/line-index.ts';
import { type NameFinder, seenEntryOf } from './seen-entry.ts';
import type { SeenEntry, SeenIndex } from './seen-index.ts';
import { type Settled, settleAll } from './settle-all.ts';

export interface DedupPorts {
  readonly knowledge: Knowledge;
  readonly seen: SeenIndex;
  readonly lineIndex: LineIndex;
}

type Out = NovelArticle | RepeatNotice;

interface Cleaned {
  readonly article: RawArticle;
  readonly language: string;
  readonly removed: readonly Removed[];
  readonly entry: SeenEntry;
}

export const dedupStage: Stage<RawArticle, Out, DedupPorts> = Object.freeze({
  name: 'dedup',
  input: RawArticleSchema as never,
  output: NovelArticleSchema.or(RepeatNoticeSchema) as never,
  async run(items: readonly RawArticle[], ports: DedupPorts): Promise<Result<Out>[]> {
    const furniture = await cleanChunk(items, ports.knowledge, ports.lineIndex);
    const findNames: NameFinder = (tokens) => placeNameTokens(tokens, ports.knowledge.gazetteer);
    const cleaned = items.map((item, index) =>
      cleanOne(item, furniture[index] as Furniture | Error, findNames),
    );
    const good = cleaned.filter((one): one is Cleaned => !(one instanceof Error));
    const settled = await settleAll(
      good.map((one) => one.entry),
      ports.seen,
    );
    let next = 0;
    return cleaned.map((one) =>
      one instanceof Error ? { kind: 'fail', error: one } : emit(output(one, settled[next++] as Settled)),
    );
  },
});

/** One bad article never fails its chunk. */
function cleanOne(raw: RawArticle, furniture: Furniture | Error, findNames: NameFinder): Cleaned | Error {
  if (furniture instanceof Error) return furniture;
  const { removed, title, language, diagnostics } = furniture;
  try {
    const article = { ...raw, title, diagnostics: [...raw.diagnostics, ...diagnostics] };
    return { article, language, removed, entry: seenEntryOf(article, removed, findNames) };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function output({ article, language, removed }: Cleaned, { verdict, copy }: Settled): Out {
  const { kind, containment } = verdict;
  if (copy) {
    const itself: ArticleLink = { id: article.id, kind: 'repeat', weight: 2 };
    return notice(article, { kind: 'exact', of: article.id, containment: 1 }, [itself]);
  }
  const duplicate = kind === 'new' ? null : { kind, of: verdict.of ?? '', containment };
  const links = [...verdict.links];
  if (duplicate !== null && !verdict.read) return notice(article, duplicate, links);
  return {
    ...article,
    language,
    removed: [...removed],
    duplicate,
    replaces: [...verdict.replaces],
    links,
  };
}

/** A copy of one article under another file name has the article's own id; its notice must not stand in for it. */
function notice(
  article: RawArticle,
  duplicate: RepeatNotice['duplicate'],
  links: readonly ArticleLink[],
): RepeatNotice {
  const { id, source, file, record, url, published, receivedAt, ticket } = article;
  const own = `${id}-copy-${hashText(`${file}\n${record}`).toString(16)}`;
  return {
    kind: 'repeat',
    ...(duplicate.of === id ? { id: own, arrivedAs: id } : { id }),
    source,
    file,
    url,
    published,
    receivedAt,
    ticket,
    duplicate,
    links: [...links],
  };
}
