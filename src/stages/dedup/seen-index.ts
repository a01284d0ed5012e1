/**
 * The port by which articles find those that came before. Registering is idempotent by article id and tells each
 * entry the earlier ones that may be alike; of two that race, whichever took its ticket first is earlier for both, and
 * only the later one is told of the other. A retry keeps its ticket, so it is told the same and decides the same.
 */
import type { WordPrint } from '../../arabic/likeness/word-print.ts';
import type { ArticleLink, DUPLICATE_KINDS } from '../../model/article.ts';
import type { BucketKeys } from './signature.ts';

/** What is remembered of an article: enough to decide about it again, and nothing that could be read. */
export interface SeenEntry {
  readonly id: string;
  readonly words: WordPrint;
  /** Words in its title line and in its footer line, 0 where it has none. */
  readonly titleWords: number;
  readonly footerWords: number;
  /** Hash of all its words, page furniture included. */
  readonly wholeText: number;
  /** Hash of the publisher's name; 0 for an unknown one, which is the same as no other. */
  readonly source: number;
  /** Days from 1970-01-01 to its publication, and whether its source told that day. */
  readonly day: number;
  readonly dayTold: boolean;
  /** Minutes from midnight to its publication; where no time is told, those of the whole day. */
  readonly minute: number;
  /** When intake saw it, in milliseconds; orders the versions of one article. */
  readonly receivedAt: number;
  /** Hash of its file and place in it: the same article from another file is a copy, from the same file a retry. */
  readonly file: number;
  /** Hash of publisher and URL, and of publisher, file and record; 0 for none. */
  readonly urlKey: number;
  readonly pathKey: number;
  /** The buckets it is put into, and those that it only looks into. */
  readonly keys: BucketKeys;
}

export interface Verdict {
  readonly kind: 'new' | (typeof DUPLICATE_KINDS)[number];
  /** The original's id; null for `new`. */
  readonly of: string | null;
  /** Share of its shingles that the original holds. */
  readonly containment: number;
  /** Older versions that it takes the place of. */
  readonly replaces: readonly string[];
  /** What it is to each earlier one: the same whichever of the two came first. */
  readonly links: readonly ArticleLink[];
  /** Its text goes on: nothing published before it that came before it tells the same. */
  readonly read: boolean;
}

/** An earlier article that may be alike. */
export interface Sighting {
  readonly entry: SeenEntry;
  /** Null while it is in another worker's hands, or its worker died. */
  readonly verdict: Verdict | null;
}

export interface Registration {
  /** The article as it was first registered: a retry may clean it otherwise, and must not decide otherwise. */
  readonly entry: SeenEntry;
  /** The same article was registered from another file before. */
  readonly copy: boolean;
  /** What was decided about it in an earlier run, or null. */
  readonly verdict: Verdict | null;
  /** Earliest first; the same in every run. */
  readonly earlier: readonly Sighting[];
}

export interface SeenIndex {
  /** Registers the entries in order and answers one registration each, in order. */
  register(entries: readonly SeenEntry[]): Promise<readonly Registration[]>;
  /** Keeps the verdicts for those that come later. The first verdict on an article stands. */
  settle(verdicts: readonly { readonly entry: SeenEntry; readonly verdict: Verdict }[]): Promise<void>;
}
