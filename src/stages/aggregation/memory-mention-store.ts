/** The mention store of one process: `analyze`, tests, and the measure for the Redis store. Forgets at exit. */
import type { ArticleLink, NovelArticle } from '../../model/article.ts';
import type { Summary } from '../../model/summary.ts';
import { type SummaryEvent, summaryEvent } from '../../model/summary-event.ts';
import { type CellId, cellParts, type GrowingFacts, joinInto, joinMembers, NO_FACTS } from './cell-facts.ts';
import type { ArticleRecord, Claim, MentionStore, StoredSummary, SummaryRange } from './mention-store.ts';

export interface MemoryMentionStoreOptions {
  /** At most one revision of a summary in this time, milliseconds. */
  readonly interval?: number;
  /** Every revision as it is appended to the stream. */
  readonly onEvent?: (event: SummaryEvent) => void;
}

interface Waiting {
  due: number;
  touches: number;
  leased: boolean;
}

function joinRecords(one: ArticleRecord, other: ArticleRecord): ArticleRecord {
  const links = new Map<string, ArticleLink>();
  for (const link of [...one.links, ...other.links]) {
    const key = `${link.id}|${link.kind}`;
    if (link.weight > (links.get(key)?.weight ?? -1)) links.set(key, link);
  }
  return {
    member: one.member && other.member ? joinMembers(one.member, other.member) : (one.member ?? other.member),
    links: [...links.values()],
    cells: [...new Set([...one.cells, ...other.cells])],
  };
}

/** True where a summary lies in a range of days (inclusive) and of one governorate. */
export function inRange(cell: CellId, range: SummaryRange): boolean {
  const { date, scope } = cellParts(cell);
  return (
    (range.from === undefined || date >= range.from) &&
    (range.to === undefined || date <= range.to) &&
    (range.governorate === undefined || scope === range.governorate)
  );
}

export function memoryMentionStore(options: MemoryMentionStoreOptions = {}): MentionStore {
  const interval = options.interval ?? 0;
  const articles = new Map<string, ArticleRecord>();
  const texts = new Map<string, NovelArticle>();
  const cells = new Map<CellId, GrowingFacts>();
  const published = new Map<CellId, StoredSummary>();
  const publishedAt = new Map<CellId, number>();
  const waiting = new Map<CellId, Waiting>();
  const settling = new Map<CellId, number>();

  function take(now: number, limit: number, all: boolean): Claim[] {
    for (const [cell, at] of settling) {
      if (at > now || waiting.has(cell)) continue;
      settling.delete(cell);
      waiting.set(cell, { due: now, touches: 0, leased: false });
    }
    const due = [...waiting].filter(([, w]) => !w.leased && (all || w.due <= now));
    return due.slice(0, limit).map(([cell, w]) => {
      w.leased = true;
      return { cell, token: String(w.touches) };
    });
  }

  return {
    async keep(article) {
      texts.set(article.id, article);
    },
    async *kept(range = {}) {
      const all = [...texts.values()].sort((a, b) => (a.published.date < b.published.date ? -1 : 1));
      for (const article of all) {
        if (inRange(`${article.published.date}/`, { ...range, governorate: undefined })) yield article;
      }
    },
    async register(article, addition) {
      const known = articles.get(article);
      const record = known ? joinRecords(known, addition) : addition;
      articles.set(article, record);
      return record;
    },
    async add(cell, facts) {
      const known = cells.get(cell) ?? { members: new Map(), links: new Map(), entries: new Map() };
      cells.set(cell, known);
      joinInto(known, facts);
    },
    async read(cell) {
      return cells.get(cell) ?? NO_FACTS;
    },
    async touch(touched, now) {
      for (const cell of touched) {
        settling.delete(cell);
        const known = waiting.get(cell);
        if (known) known.touches += 1;
        else {
          const due = Math.max(now, (publishedAt.get(cell) ?? Number.NEGATIVE_INFINITY) + interval);
          waiting.set(cell, { due, touches: 1, leased: false });
        }
      }
    },
    async claim(now, limit, all = false) {
      return take(now, limit, all);
    },
    async release(claim, now, settleAt) {
      const known = waiting.get(claim.cell);
      if (!known) return;
      if (String(known.touches) === claim.token) {
        waiting.delete(claim.cell);
        if (settleAt !== null) settling.set(claim.cell, settleAt);
      } else {
        known.leased = false;
        known.due = Math.max(now, publishedAt.get(claim.cell) ?? now) + interval;
      }
    },
    async latest(cell) {
      return published.get(cell) ?? null;
    },
    async publish(cell, stored, now, rest = 0) {
      const previous = published.get(cell)?.summary.revision ?? 0;
      if (stored.summary.revision !== previous + 1) return false;
      published.set(cell, stored);
      publishedAt.set(cell, now + rest);
      options.onEvent?.(summaryEvent(stored.summary, new Date(now).toISOString()));
      return true;
    },
    async *summaries(range = {}): AsyncIterable<Summary> {
      for (const cell of [...published.keys()].sort()) {
        const stored = published.get(cell);
        if (stored && inRange(cell, range)) yield stored.summary;
      }
    },
    async pending() {
      return waiting.size;
    },
    async nextDue(now) {
      const times = [...[...waiting.values()].map((w) => w.due), ...settling.values()];
      return times.length === 0 ? null : Math.max(0, Math.min(...times) - now);
    },
  };
}
