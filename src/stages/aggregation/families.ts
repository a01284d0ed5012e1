/**
 * Articles that are one text or editions of one text form a family, and one of them speaks for it: the latest edition
 * of whoever published it first. Decided on the whole set, not by arrival: links have no direction of their own, and
 * what repeats an older article never speaks, though its text may have been read because it came first.
 */
import type { CellFacts, Entry, Member } from './cell-facts.ts';

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

/** Order of publication: date, time (what tells none comes after what does), receipt, id. Dedup has the same order. */
export function compareMembers(one: Member, other: Member): number {
  const rank = (m: Member) => `${m.date}T${m.time ?? 'none'}|${m.receivedAt}|${m.id}`;
  const [a, b] = [rank(one), rank(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What the links of a cell say, each read in the order of publication. */
export interface Kinship {
  /** By article: the one published before it that it repeats; the surest link counts, then the older article. */
  readonly repeated: ReadonlyMap<string, Member>;
  /** By article: the last of those that take its place. */
  readonly replaced: ReadonlyMap<string, Member>;
}

/** Reads the links. A link to an article that has not come yet says nothing. */
export function kinshipOf(facts: CellFacts): Kinship {
  const repeated = new Map<string, { readonly older: Member; readonly weight: number }>();
  const replaced = new Map<string, Member>();
  for (const { a, b, kind, weight } of facts.links.values()) {
    const [one, other] = [facts.members.get(a), facts.members.get(b)];
    if (!one || !other) continue;
    const [older, newer] = inOrder(one, other) ? [one, other] : [other, one];
    if (kind === 'version') {
      const last = replaced.get(older.id);
      if (!last || compareMembers(last, newer) < 0) replaced.set(older.id, newer);
      continue;
    }
    const known = repeated.get(newer.id);
    const better =
      !known || weight > known.weight || (weight === known.weight && compareMembers(older, known.older) < 0);
    if (better) repeated.set(newer.id, { older, weight });
  }
  return { repeated: new Map([...repeated].map(([id, { older }]) => [id, older])), replaced };
}

/** The same article in another file is never the first of the two, whatever day that file bears. */
function inOrder(one: Member, other: Member): boolean {
  if (one.id.startsWith(`${other.id}-copy-`)) return false;
  return other.id.startsWith(`${one.id}-copy-`) || compareMembers(one, other) < 0;
}

/** The families of a cell, in order of their spokesman's publication. Families of which nobody speaks do not appear. */
export function familiesOf(facts: CellFacts): Family[] {
  const kinship = kinshipOf(facts);
  const groups = new Map<string, Member[]>();
  for (const member of facts.members.values()) {
    const { id } = speakerFor(member, kinship);
    const group = groups.get(id);
    if (group) group.push(member);
    else groups.set(id, [member]);
  }
  const families: Family[] = [];
  for (const [speaker, group] of groups) {
    const family = familyOf(speaker, group.sort(compareMembers), facts, kinship);
    if (family) families.push(family);
  }
  families.sort((one, other) => compareMembers(one.member, other.member));
  return families.map((family, order) => ({ ...family, order }));
}

/**
 * Who speaks for an article: for one that was replaced whoever speaks for the last that took its place, for a repeat
 * whoever speaks for what it repeats, else it speaks itself. A page that was put back to an older wording leads round
 * in a circle: there the first to word it so speaks.
 */
function speakerFor(member: Member, kinship: Kinship): Member {
  const next = ({ id }: Member) => kinship.replaced.get(id) ?? kinship.repeated.get(id);
  const passed = new Set<string>();
  let at = member;
  for (let after = next(at); after && !passed.has(at.id); after = next(at)) {
    passed.add(at.id);
    at = after;
  }
  if (!passed.has(at.id)) return at;
  let latest = at;
  for (let on = next(at); on && on.id !== at.id; on = next(on)) {
    if (compareMembers(on, latest) > 0) latest = on;
  }
  return firstToTell(latest, kinship.repeated);
}

/** The end of the chain of repeats; every step leads to an older article, so it ends. */
function firstToTell(member: Member, repeated: Kinship['repeated']): Member {
  let first = member;
  for (let older = repeated.get(first.id); older; older = repeated.get(first.id)) first = older;
  return first;
}

function familyOf(
  speaker: string,
  group: readonly Member[],
  facts: CellFacts,
  { repeated, replaced }: Kinship,
): Family | null {
  // Until the article that is to speak has been read, whoever was read speaks in its place.
  const read = group.filter(({ spoke }) => spoke);
  const member = read.find(({ id }) => id === speaker) ?? read[0];
  if (!member) return null;
  const others = group.filter((m) => m !== member);
  const isOwn = ({ source }: Member) => source === member.source && source !== UNKNOWN_SOURCE;
  const superseded = new Set(others.filter((m) => replaced.has(m.id) || isOwn(m)).map(({ id }) => id));
  const reprinted = new Map<string, readonly Entry[]>();
  for (const other of others) {
    const original = firstToTell(other, repeated);
    if (superseded.has(other.id) || original.id === member.id || !replaced.has(original.id)) continue;
    reprinted.set(other.id, [facts.entries.get(original.id) ?? []].flat());
  }
  return {
    member,
    order: 0,
    entry: facts.entries.get(member.id) ?? null,
    others: others.sort((a, b) => (a.id < b.id ? -1 : 1)),
    superseded,
    reprinted,
  };
}
