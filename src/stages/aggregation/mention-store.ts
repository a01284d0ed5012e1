/**
 * The port by which aggregation remembers. Two kinds of records, each changed only by joining sets: articles (which
 * cells they touch, which articles they repeat or replace) and cells (the facts of a day and governorate); beside
 * them the summaries that were published and the list of cells that wait to be summarised.
 */
import type { ArticleLink, NovelArticle } from '../../model/article.ts';
import type { Summary } from '../../model/summary.ts';
import type { CellFacts, CellId, Member } from './cell-facts.ts';

export interface ArticleRecord {
  /** Null while only other articles have spoken of it. */
  readonly member: Member | null;
  readonly links: readonly ArticleLink[];
  readonly cells: readonly CellId[];
}

/** A published summary with what the next revision is compared with. */
export interface StoredSummary {
  readonly summary: Summary;
  /** Per article that counts: its part in the content, for telling what changed because of which article. */
  readonly basis: Readonly<Record<string, string>>;
  /** When its content last changed, milliseconds. */
  readonly changedAt: number;
}

/** A cell taken in hand. `token` tells whether it was touched again in the meantime. */
export interface Claim {
  readonly cell: CellId;
  readonly token: string;
}

export interface SummaryRange {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly governorate?: string | undefined;
}

export interface MentionStore {
  /** Keeps an article as dedup let it through, so that it can be read again when the rules change. */
  keep(article: NovelArticle): Promise<void>;
  /** Kept articles published in a range of days, by day. */
  kept(range?: SummaryRange): AsyncIterable<NovelArticle>;
  /** Joins what is new of one article into its record, atomically, and answers the record as it then is. */
  register(article: string, addition: ArticleRecord): Promise<ArticleRecord>;
  /** Joins facts into one cell, atomically. */
  add(cell: CellId, facts: CellFacts): Promise<void>;
  read(cell: CellId): Promise<CellFacts>;
  /** Notes that cells may have changed. A cell is due at once, or one interval after its last publication. */
  touch(cells: readonly CellId[], now: number): Promise<void>;
  /** Takes cells that are due (or all that wait, with `all`), for the time of a lease; nobody else gets them meanwhile. */
  claim(now: number, limit: number, all?: boolean): Promise<readonly Claim[]>;
  /**
   * Puts a cell back: forgotten when nothing touched it since the claim, else due again after the interval.
   * `settleAt` asks for it once more at that time if nothing happens before; null when it need not settle.
   */
  release(claim: Claim, now: number, settleAt: number | null): Promise<void>;
  latest(cell: CellId): Promise<StoredSummary | null>;
  /**
   * Stores a revision and appends its event to the stream, if `stored.summary.revision` follows the one that is
   * stored. Answers false (and changes nothing) when somebody was faster. Each revision gets to the stream once. The
   * next one is due an interval and `rest` milliseconds later.
   */
  publish(cell: CellId, stored: StoredSummary, now: number, rest?: number): Promise<boolean>;
  /** The latest summaries, by day and then governorate. */
  summaries(range?: SummaryRange): AsyncIterable<Summary>;
  /** How many cells wait or are in hand. */
  pending(): Promise<number>;
  /** Milliseconds until something is due, or null when nothing waits. */
  nextDue(now: number): Promise<number | null>;
}
