/**
 * The JSON document that `nashra analyze` prints: what each article holds, the merged events and the summaries.
 * Purpose: one place for the contract of docs/analyze.md. Input: a run of the pipeline in this process.
 * Guarantee: articles stand in the order they were given, and repeats stand among them.
 */
import type { ExtractedArticle, RawArticle, RepeatNotice } from '../model/article.ts';
import type { NashraEvent, Summary } from '../model/summary.ts';
import type { Run } from '../pipeline.ts';

export const ANALYSIS_SCHEMA_VERSION = 1;

/** One article of the analysis, as docs/analyze.md tells it. */
export type AnalysedArticle = Pick<
  ExtractedArticle,
  | 'id'
  | 'file'
  | 'record'
  | 'source'
  | 'url'
  | 'title'
  | 'language'
  | 'published'
  | 'duplicate'
  | 'removed'
  | 'bulletins'
  | 'news'
  | 'places'
  | 'dates'
  | 'actors'
  | 'mentions'
  | 'tolls'
  | 'diagnostics'
>;

export interface Analysis {
  readonly schemaVersion: typeof ANALYSIS_SCHEMA_VERSION;
  readonly articles: readonly AnalysedArticle[];
  readonly events: readonly NashraEvent[];
  readonly summaries: readonly Summary[];
}

/** The repeat's own entry: known as a repeat, and read no further. */
function repeated(article: RawArticle, notice: Pick<RepeatNotice, 'duplicate'>): AnalysedArticle {
  const { id, file, record, source, url, title, published, diagnostics } = article;
  return {
    id,
    file,
    record,
    source,
    url,
    title,
    language: 'ar',
    published,
    duplicate: notice.duplicate,
    removed: [],
    bulletins: [],
    news: [],
    places: [],
    dates: [],
    actors: [],
    mentions: [],
    tolls: [],
    diagnostics,
  };
}

function analysed(article: ExtractedArticle): AnalysedArticle {
  const { text, receivedAt, ticket, replaces, links, kind, ...told } = article;
  return told;
}

/** What a text repeats that was given before under another name, or twice. */
function itself({ id }: RawArticle): Pick<RepeatNotice, 'duplicate'> {
  return { duplicate: { kind: 'exact', of: id, containment: 1 } };
}

/**
 * Puts the analysis together.
 * @param articles the articles as given, in order
 * @param run what became of them
 * @param summaries the last revision of each summary
 */
export function analysisOf(
  articles: readonly RawArticle[],
  run: Run,
  summaries: readonly Summary[],
): Analysis {
  const contributions = run.passed.aggregation as readonly (ExtractedArticle | RepeatNotice)[];
  const byId = new Map<string, ExtractedArticle | RepeatNotice>();
  for (const contribution of contributions) {
    // An article that is given twice is first itself and then its own repeat: the reading counts.
    if (byId.get(contribution.id)?.kind !== 'article') byId.set(contribution.id, contribution);
  }
  const told = new Set<string>();
  const entries = articles.flatMap((article) => {
    const found = byId.get(article.id);
    if (!found) return [];
    if (found.kind === 'article' && told.has(article.id)) return [repeated(article, itself(article))];
    told.add(article.id);
    return [found.kind === 'article' ? analysed(found) : repeated(article, found)];
  });
  const ordered = [...summaries].sort(
    (a, b) => a.date.localeCompare(b.date) || a.governorate.id.localeCompare(b.governorate.id),
  );
  return {
    schemaVersion: ANALYSIS_SCHEMA_VERSION,
    articles: entries,
    events: ordered
      .filter(({ governorate }) => governorate.id.length > 2)
      .flatMap(({ eventDetails }) => eventDetails),
    summaries: ordered,
  };
}
