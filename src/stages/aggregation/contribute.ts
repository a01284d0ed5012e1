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
  cellParts,
  type Entry,
  joinLinks,
  type Link,
  linkBetween,
  linkKey,
  type Member,
  type ToldToll,
} from './cell-facts.ts';
import type { MentionStore } from './mention-store.ts';
import type { SummaryKnowledge } from './summary-knowledge.ts';

/** Adds a contribution and answers the cells that may have changed, the national ones included. */
export async function contribute(
  contribution: Contribution,
  store: MentionStore,
  knowledge: SummaryKnowledge,
): Promise<CellId[]> {
  const { id } = contribution;
  if (contribution.kind === 'article') await store.keep(asLetThrough(contribution));
  const links = linksOf(contribution);
  const entries =
    contribution.kind === 'article' ? entriesOf(contribution, knowledge) : new Map<CellId, Entry>();
  const own = await store.register(id, { member: memberOf(contribution), links, cells: [...entries.keys()] });
  await Promise.all(
    links.map((link) => store.register(link.id, { member: null, links: [{ ...link, id }], cells: [] })),
  );
  const family = await readFamily(id, store);
  if (contribution.kind === 'article') {
    // Cells of an earlier reading that this one no longer touches get an empty entry in the place of the old one.
    const empty = emptyEntry(contribution);
    for (const cell of own.cells) if (!entries.has(cell)) entries.set(cell, empty);
  }
  const cells = [...family.cells].sort();
  await Promise.all(cells.map((cell) => store.add(cell, factsFor(family, entries.get(cell)))));
  const national = cells.map((cell) => `${cellParts(cell).date}/${knowledge.country}`);
  return [...new Set([...cells, ...national])].sort();
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

/** Walks from article to article until no link leads further. */
async function readFamily(start: string, store: MentionStore): Promise<FamilyFacts> {
  const members = new Map<string, Member>();
  const links = new Map<string, Link>();
  const cells = new Set<CellId>();
  const seen = new Set([start]);
  for (let wave = [start]; wave.length > 0; ) {
    const records = await Promise.all(
      wave.map((id) => store.register(id, { member: null, links: [], cells: [] })),
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

/** Greater for a newer reading: what a replay read, or the same article came again later, takes the older one's place. */
function stampOf(article: ExtractedArticle): string {
  const { date, time } = article.published;
  const digest = digestOf([article.mentions, article.tolls]);
  const readAt = new Date(article.replayedAt ?? article.receivedAt).toISOString();
  return [readAt, date, time ?? '', digest].join('|');
}

function emptyEntry(article: ExtractedArticle): Entry {
  const empty = { mentions: [], tolls: [], repeats: [] };
  return { article: article.id, stamp: stampOf(article), digest: digestOf(empty), ...empty };
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
  const entries = new Map<CellId, Entry>();
  for (const cell of new Set([...mentions.keys(), ...tolls.keys()])) {
    const own = mentions.get(cell) ?? [];
    const sections = new Set(own.map(({ section }) => section));
    const body = {
      mentions: own,
      tolls: tolls.get(cell) ?? [],
      repeats: repeats.filter(([section]) => sections.has(section)),
    };
    entries.set(cell, { article: article.id, stamp: stampOf(article), digest: digestOf(body), ...body });
  }
  return entries;
}

function sectionRepeats(article: ExtractedArticle): (readonly [string, string])[] {
  const sections = [...article.bulletins.flatMap(({ sections }) => sections), ...article.news];
  return sections.flatMap(({ id, repeat }) =>
    repeat ? [repeat.of, ...repeat.also].map((of) => [id, of] as const) : [],
  );
}
