/**
 * What is known of one cell (a day and a governorate): a set that only ever grows by joining, which is commutative,
 * associative and idempotent. Arrival order, redelivery and parallel workers therefore cannot change it.
 */
import type { Mention } from '../../model/mention.ts';

/** `2015-07-04/SY03`, or `2015-07-04/SY` for the whole country. */
export type CellId = string;

export interface Member {
  readonly id: string;
  readonly source: string;
  readonly date: string;
  readonly time: string | null;
  /** When it was first seen; orders the editions of one source that bear the same date and time. */
  readonly receivedAt: string;
  /** True once the article itself came with its mentions, false while only word of a repeat came. */
  readonly spoke: boolean;
}

/** `version`: the later one takes the other's place · `repeat`: the later one tells the same. */
export type LinkKind = 'version' | 'repeat';
export interface Link {
  readonly a: string;
  readonly b: string;
  readonly kind: LinkKind;
  /** How sure; of several articles that one repeats the surest counts. */
  readonly weight: number;
}

export interface ToldToll {
  readonly scope: string;
  readonly killed: Mention['killed'];
  readonly injured: Mention['injured'];
  readonly period: string | null;
}

/** One article's contribution to one cell. The greatest stamp wins, so that a newer reading takes the older's place. */
export interface Entry {
  readonly article: string;
  readonly stamp: string;
  /** Of what stands below: tells a reading that changed from one that came again. */
  readonly digest: string;
  readonly mentions: readonly Mention[];
  readonly tolls: readonly ToldToll[];
  /** Sections that tell again what another section told: their id and that of the other. */
  readonly repeats: readonly (readonly [section: string, of: string])[];
}

export interface CellFacts {
  readonly members: ReadonlyMap<string, Member>;
  /** Keyed by `linkKey`. */
  readonly links: ReadonlyMap<string, Link>;
  readonly entries: ReadonlyMap<string, Entry>;
}

export const NO_FACTS: CellFacts = { members: new Map(), links: new Map(), entries: new Map() };

export function linkBetween(one: string, other: string, kind: LinkKind, weight: number): Link {
  return one < other ? { a: one, b: other, kind, weight } : { a: other, b: one, kind, weight };
}

export function joinLinks(one: Link, other: Link): Link {
  return one.weight >= other.weight ? one : other;
}

export function linkKey(link: Link): string {
  return `${link.a}|${link.b}|${link.kind}`;
}

/** The same article met twice: the later publication counts, and the earlier receipt. */
export function joinMembers(one: Member, other: Member): Member {
  const { date, time } = publicationRank(one) >= publicationRank(other) ? one : other;
  const [first] = [one.receivedAt, other.receivedAt].sort();
  return {
    id: one.id,
    source: one.source,
    date,
    time,
    receivedAt: first as string,
    spoke: one.spoke || other.spoke,
  };
}

export function publicationRank({ date, time }: Pick<Member, 'date' | 'time'>): string {
  return `${date}T${time ?? ''}`;
}

export function joinEntries(one: Entry, other: Entry): Entry {
  return one.stamp >= other.stamp ? one : other;
}

/** Facts that grow in place, for a store in memory. */
export interface GrowingFacts extends CellFacts {
  readonly members: Map<string, Member>;
  readonly links: Map<string, Link>;
  readonly entries: Map<string, Entry>;
}

/** Joins more facts into those that grow; costs what is new, not what is there. */
export function joinInto(facts: GrowingFacts, more: CellFacts): void {
  for (const [id, member] of more.members) {
    const known = facts.members.get(id);
    facts.members.set(id, known ? joinMembers(known, member) : member);
  }
  for (const [key, link] of more.links) {
    const known = facts.links.get(key);
    facts.links.set(key, known ? joinLinks(known, link) : link);
  }
  for (const [id, entry] of more.entries) {
    const known = facts.entries.get(id);
    facts.entries.set(id, known ? joinEntries(known, entry) : entry);
  }
}

/**
 * The facts of several cells of one day side by side, for the country: what one article tells in several of them stands
 * in one entry, in the order of the cells given.
 */
export function uniteCells(cells: readonly CellFacts[]): CellFacts {
  const entries = new Map<string, Entry>();
  for (const entry of cells.flatMap((facts) => [...facts.entries.values()])) {
    const known = entries.get(entry.article);
    entries.set(entry.article, known ? uniteEntries(known, entry) : entry);
  }
  const united: GrowingFacts = { members: new Map(), links: new Map(), entries };
  for (const facts of cells) joinInto(united, { ...facts, entries: NO_FACTS.entries });
  return united;
}

function uniteEntries(one: Entry, other: Entry): Entry {
  return {
    article: one.article,
    stamp: [one.stamp, other.stamp].sort()[1] as string,
    digest: `${one.digest}+${other.digest}`,
    mentions: [...one.mentions, ...other.mentions],
    tolls: [...one.tolls, ...other.tolls],
    repeats: [...one.repeats, ...other.repeats],
  };
}

/** Splits a cell's id into its day and its scope. */
export function cellParts(cell: CellId): { readonly date: string; readonly scope: string } {
  const slash = cell.indexOf('/');
  return { date: cell.slice(0, slash), scope: cell.slice(slash + 1) };
}
