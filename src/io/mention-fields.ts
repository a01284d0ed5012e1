/** How the facts of cells and the records of articles lie in hashes: a field each, joined by the rule that stands with it. */
import type { ArticleLink } from '../model/article.ts';
import {
  type CellFacts,
  type CellId,
  type Entry,
  type Link,
  type LinkKind,
  linkBetween,
  linkKey,
  type Member,
  publicationRank,
} from '../stages/aggregation/cell-facts.ts';
import type { ArticleRecord } from '../stages/aggregation/mention-store.ts';

/** Threes for the script that joins: a `max` value is compared up to its first line break. */
export type Fields = (readonly [rule: 'set' | 'max' | 'min', field: string, value: string])[];

/** A flat answer of the server, two by two. */
export function pairs(answer: unknown): [string, string][] {
  const flat = answer as string[];
  const found: [string, string][] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) found.push([flat[i] as string, flat[i + 1] as string]);
  return found;
}

function memberFields(member: Member): Fields {
  const { id, source, date, time, receivedAt, spoke } = member;
  const fields: Fields = [
    ['max', `m:${id}`, `${publicationRank(member)}\n${JSON.stringify({ source, date, time })}`],
    ['min', `r:${id}`, receivedAt],
  ];
  return spoke ? [...fields, ['set', `s:${id}`, '1']] : fields;
}

export function factFields({ members, links, entries }: CellFacts): Fields {
  return [
    ...[...members.values()].flatMap(memberFields),
    ...[...links.values()].map((link) => ['max', `l:${linkKey(link)}`, weightText(link)] as const),
    ...[...entries.values()].map(
      (entry) => ['max', `e:${entry.article}`, `${entry.stamp}\n${JSON.stringify(entry)}`] as const,
    ),
  ];
}

export function recordFields({ member, links, cells }: ArticleRecord): Fields {
  return [
    ...(member ? memberFields(member) : []),
    ...links.map((link) => ['max', `n:${link.id}|${link.kind}`, weightText(link)] as const),
    ...cells.map((cell) => ['set', `c:${cell}`, '1'] as const),
  ];
}

/** So written that the greater weight is the greater text. */
function weightText({ weight }: Pick<ArticleLink, 'weight'>): string {
  return weight.toFixed(4);
}

function readMember(id: string, fields: ReadonlyMap<string, string>): Member | null {
  const value = fields.get(`m:${id}`);
  const receivedAt = fields.get(`r:${id}`);
  if (value === undefined || receivedAt === undefined) return null;
  const { source, date, time } = JSON.parse(afterRank(value)) as Pick<Member, 'source' | 'date' | 'time'>;
  return { id, source, date, time, receivedAt, spoke: fields.has(`s:${id}`) };
}

function afterRank(value: string): string {
  return value.slice(value.indexOf('\n') + 1);
}

export function recordOf(article: string, entries: readonly [string, string][]): ArticleRecord {
  const fields = new Map(entries);
  const links: ArticleLink[] = [];
  const cells: CellId[] = [];
  for (const [field, value] of fields) {
    const rest = field.slice(2);
    if (field.startsWith('c:')) cells.push(rest);
    if (!field.startsWith('n:')) continue;
    const bar = rest.lastIndexOf('|');
    links.push({ id: rest.slice(0, bar), kind: rest.slice(bar + 1) as LinkKind, weight: Number(value) });
  }
  return { member: readMember(article, fields), links, cells };
}

export function factsOf(pairsOfFields: readonly [string, string][]): CellFacts {
  const fields = new Map(pairsOfFields);
  const members = new Map<string, Member>();
  const links = new Map<string, Link>();
  const entries = new Map<string, Entry>();
  for (const [field, value] of fields) {
    const rest = field.slice(2);
    if (field.startsWith('m:')) {
      const member = readMember(rest, fields);
      if (member) members.set(rest, member);
    } else if (field.startsWith('l:')) {
      const [a, b, kind] = rest.split('|') as [string, string, LinkKind];
      const link = linkBetween(a, b, kind, Number(value));
      links.set(linkKey(link), link);
    } else if (field.startsWith('e:')) {
      entries.set(rest, JSON.parse(afterRank(value)) as Entry);
    }
  }
  return { members, links, entries };
}
