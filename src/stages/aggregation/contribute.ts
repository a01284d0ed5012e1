/**
 * One contribution → the facts of the cells it touches. Every step is a join, so doing it twice, in part, or beside
 * another worker ends in the same facts. First the article's own record is written, then the records of the articles
 * it is linked with, and only then are all of them read: of two workers at the same family the later reads what the
 * earlier wrote, and puts the whole family into all its cells.
 */
import { createHash } from 'node:crypto';
import type { ArticleLink, Contribution, ExtractedArticle, NovelArticle } from '../../model/article.ts';
import type { Mention } from '../../model/mention.ts';
import {
  type CellFacts,
  type CellId,
  type Entry,
  joinLinks,
  type Link,
  linkBetween,
  linkKey,
  type Member,
  type ToldToll,
} from './cell-facts.ts';
import type { ArticleRecord, MentionStore } from './mention-store.ts';
import type { SummaryKnowledge } from './summary-knowledge.ts';

/**
 * Registers a contribution and answers what is to be joined into each of its cells. The caller joins it, together with
 * what others of its chunk say of the same cells.
 */
export async function contribute(
  contribution: Contribution,
  store: MentionStore,
  knowledge: SummaryKnowledge,
): Promise<ReadonlyMap<CellId, CellFacts>> {
  const { id } = contribution;
  if (contribution.kind === 'article') await store.keep(asLetThrough(contribution));
  const links = linksOf(contribution);
  const entries =
    contribution.kind === 'article' ? entriesOf(contribution, knowledge) : new Map<CellId, Entry>();
  const own = await store.register(id, { member: memberOf(contribution), links, cells: [...entries.keys()] });
  await Promise.all(
    links.map((link) => store.register(link.id, { member: null, links: [{ ...link, id }], cells: [] })),
  );
  const family = await readFamily(id, store, links.length > 0 ? null : own);
  if (contribution.kind === 'article') {
    // Cells of an earlier reading that this one no longer touches get an empty entry in the place of the old one.
    const dropped = own.cells.filter((cell) => !entries.has(cell));
    const empty = dropped.length > 0 ? emptyEntry(contribution, entries) : null;
    for (const cell of dropped) entries.set(cell, empty as Entry);
  }
  return new Map([...family.cells].map((cell) => [cell, factsFor(family, entries.get(cell))]));
}

/** The article without what later stages found in it. */
function asLetThrough(article: ExtractedArticle): NovelArticle {
  const {
    kind: _kind,
    bulletins: _bulletins,
    news: _news,
    places: _places,
    dates: _dates,
    ...rest
  } = article;
  const { actors: _actors, mentions: _mentions, tolls: _tolls, ...novel } = rest;
  return novel;
}

interface FamilyFacts {
  readonly members: ReadonlyMap<string, Member>;
  readonly links: ReadonlyMap<string, Link>;
  readonly cells: ReadonlySet<CellId>;
}

function factsFor(family: FamilyFacts, entry: Entry | undefined): CellFacts {
  return {
    members: family.members,
    links: family.links,
    entries: entry ? new Map([[entry.article, entry]]) : new Map(),
  };
}

function memberOf({ kind, id, source, published, receivedAt }: Contribution): Member {
  const { date, time } = published;
  return { id, source, date, time, receivedAt, spoke: kind === 'article' };
}

/** What the article is to others. */
function linksOf(contribution: Contribution): readonly ArticleLink[] {
  if (contribution.links) return contribution.links;
  const links: ArticleLink[] = [];
  if (contribution.kind === 'article') {
    for (const id of contribution.replaces) links.push({ id, kind: 'version', weight: 1 });
  }
  const { duplicate } = contribution;
  if (duplicate && duplicate.kind !== 'update') links.push({ id: duplicate.of, kind: 'repeat', weight: 1 });
  return links.filter(({ id }) => id !== contribution.id);
}

/**
 * Walks from article to article until no link leads further. `own` is the first one's record where it was read when the
 * last of this contribution's links was written, null where it must be read again: what others wrote into it meanwhile
 * may be the only word of them.
 */
async function readFamily(
  start: string,
  store: MentionStore,
  own: ArticleRecord | null,
): Promise<FamilyFacts> {
  const members = new Map<string, Member>();
  const links = new Map<string, Link>();
  const cells = new Set<CellId>();
  const seen = new Set([start]);
  for (let wave = [start]; wave.length > 0; ) {
    const records = await Promise.all(
      wave.map((id) =>
        id === start && own ? own : store.register(id, { member: null, links: [], cells: [] }),
      ),
    );
    const next = new Set<string>();
    records.forEach((record, index) => {
      const id = wave[index] as string;
      if (record.member) members.set(id, record.member);
      for (const cell of record.cells) cells.add(cell);
      for (const other of record.links) {
        const link = linkBetween(id, other.id, other.kind, other.weight);
        const known = links.get(linkKey(link));
        links.set(linkKey(link), known ? joinLinks(known, link) : link);
        if (!seen.has(other.id)) next.add(other.id);
      }
    });
    wave = [...next];
    for (const id of wave) seen.add(id);
  }
  return { members, links, cells };
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}

/**
 * Greater for a newer reading: what a replay read, or the same article came again later, takes the older one's place.
 * `digests`: of what it tells each cell, so that of two readings of one moment all cells take the same.
 */
function stampOf(article: ExtractedArticle, digests: Iterable<readonly [CellId, string]>): string {
  const { date, time } = article.published;
  const readAt = new Date(article.replayedAt ?? article.receivedAt).toISOString();
  return [readAt, date, time ?? '', digestOf([...digests].sort())].join('|');
}

function emptyEntry(article: ExtractedArticle, entries: ReadonlyMap<CellId, Entry>): Entry {
  const empty = { mentions: [], tolls: [], repeats: [] };
  const [any] = entries.values();
  const stamp = any?.stamp ?? stampOf(article, []);
  return { article: article.id, stamp, digest: digestOf(empty), ...empty };
}

/** The cell that a mention counts in; null for what happened abroad, is denied, or lies nobody knows where. */
export function cellOf(mention: Mention, knowledge: SummaryKnowledge): CellId | null {
  if (
    mention.country !== knowledge.country ||
    mention.governorate === null ||
    mention.modality === 'denied'
  ) {
    return null;
  }
  return `${mention.date}/${mention.governorate}`;
}

function entriesOf(article: ExtractedArticle, knowledge: SummaryKnowledge): Map<CellId, Entry> {
  const mentions = new Map<CellId, Mention[]>();
  const tolls = new Map<CellId, ToldToll[]>();
  const push = <V>(map: Map<CellId, V[]>, cell: CellId, value: V) => {
    const known = map.get(cell);
    if (known) known.push(value);
    else map.set(cell, [value]);
  };
  for (const mention of article.mentions) {
    const cell = cellOf(mention, knowledge);
    if (cell) push(mentions, cell, mention);
  }
  const scopes = new Set([knowledge.country, ...knowledge.governorates.map(({ id }) => id)]);
  for (const { scope, killed, injured, period } of article.tolls) {
    if (!scopes.has(scope)) continue;
    const day = period !== null && /^\d{4}-\d\d-\d\d$/.test(period) ? period : article.published.date;
    push(tolls, `${day}/${scope}`, { scope, killed, injured, period });
  }
  const repeats = sectionRepeats(article);
  const told = new Map<CellId, Omit<Entry, 'stamp'>>();
  for (const cell of new Set([...mentions.keys(), ...tolls.keys()])) {
    const own = mentions.get(cell) ?? [];
    const sections = new Set(own.map(({ section }) => section));
    const body = {
      mentions: own,
      tolls: tolls.get(cell) ?? [],
      repeats: repeats.filter(([section]) => sections.has(section)),
    };
    told.set(cell, { article: article.id, digest: digestOf(body), ...body });
  }
  const stamp = stampOf(
    article,
    [...told].map(([cell, { digest }]) => [cell, digest] as const),
  );
  return new Map([...told].map(([cell, entry]) => [cell, { ...entry, stamp }]));
}

function sectionRepeats(article: ExtractedArticle): (readonly [string, string])[] {
  const sections = [...article.bulletins.flatMap(({ sections }) => sections), ...article.news];
  return sections.flatMap(({ id, repeat }) =>
    repeat ? [repeat.of, ...repeat.also].map((of) => [id, of] as const) : [],
  );
}
