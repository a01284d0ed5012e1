/**
 * Articles that are one text or editions of one text form a family, and one of them speaks for it: the latest edition
 * of whoever published it first. Decided on the whole set, not by arrival, so that it is the same whichever article
 * the workers saw first and whether dedup called the other a repeat, an update or a new version.
 */
import { type CellFacts, type Entry, type Member, publicationRank } from './cell-facts.ts';
import { DisjointSets } from './disjoint-sets.ts';

export interface Family {
  /** The article that counts. */
  readonly member: Member;
  /** Place among the cell's families in order of publication. */
  readonly order: number;
  /** What it tells in this cell; null where only other articles of the family tell something here. */
  readonly entry: Entry | null;
  /** Everyone else: reprints, repeats and older editions, sorted by id. */
  readonly others: readonly Member[];
  /** Those of the others that are older editions of the one that counts. */
  readonly superseded: ReadonlySet<string>;
  /**
   * What the reprints of older editions tell here: a reprint vouches only for what its own original told. Reprints of
   * the one that counts vouch for all and do not appear.
   */
  readonly reprinted: ReadonlyMap<string, readonly Entry[]>;
}

const UNKNOWN_SOURCE = 'unknown';

/** Order of publication: date, time where told, receipt, id. */
export function compareMembers(one: Member, other: Member): number {
  const rank = (m: Member) => `${publicationRank(m)}|${m.receivedAt}|${m.id}`;
  const [a, b] = [rank(one), rank(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The families of a cell, in order of their spokesman's publication. Families of which nobody speaks do not appear. */
export function familiesOf(facts: CellFacts): Family[] {
  const sets = new DisjointSets();
  const versions = new DisjointSets();
  for (const link of facts.links.values()) {
    sets.unite(link.a, link.b);
    if (link.kind === 'version') versions.unite(link.a, link.b);
  }
  const groups = new Map<string, Member[]>();
  for (const member of facts.members.values()) {
    const root = sets.find(member.id);
    const group = groups.get(root);
    if (group) group.push(member);
    else groups.set(root, [member]);
  }
  const families: Family[] = [];
  for (const group of groups.values()) {
    const family = familyOf(group.sort(compareMembers), facts, versions);
    if (family) families.push(family);
  }
  families.sort((one, other) => compareMembers(one.member, other.member));
  return families.map((family, order) => ({ ...family, order }));
}

function familyOf(group: readonly Member[], facts: CellFacts, versions: DisjointSets): Family | null {
  const origin = group[0] as Member;
  const isEdition = (m: Member) =>
    m.id === origin.id ||
    (m.source === origin.source && m.source !== UNKNOWN_SOURCE) ||
    versions.find(m.id) === versions.find(origin.id);
  const speakers = group.filter(({ spoke }) => spoke);
  const member = speakers.filter(isEdition).at(-1) ?? speakers[0];
  if (!member) return null;
  const others = group.filter((m) => m !== member);
  const superseded = new Set(others.filter((m) => isEdition(m) && isEdition(member)).map((m) => m.id));
  const reprints = others.filter(({ id }) => !superseded.has(id));
  return {
    member,
    order: 0,
    entry: facts.entries.get(member.id) ?? null,
    others: others.sort((a, b) => (a.id < b.id ? -1 : 1)),
    superseded,
    reprinted: reprintsOf(member, reprints, superseded, facts),
  };
}

function reprintsOf(
  member: Member,
  reprints: readonly Member[],
  superseded: ReadonlySet<string>,
  facts: CellFacts,
): Map<string, readonly Entry[]> {
  const links = [...facts.links.values()];
  const reprinted = new Map<string, readonly Entry[]>();
  for (const { id } of reprints) {
    const originals = links.flatMap(({ a, b }) => (a === id ? [b] : b === id ? [a] : []));
    const older = originals.filter((original) => superseded.has(original));
    if (older.length === 0 || originals.includes(member.id)) continue;
    reprinted.set(
      id,
      older.flatMap((original) => facts.entries.get(original) ?? []),
    );
  }
  return reprinted;
}
