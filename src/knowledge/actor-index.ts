/** Compiles actors.yaml into a matcher: entries by id, their line up to the codebook's id, and the trie of forms. */
import type { Side, Weapon } from '../model/vocabulary.ts';
import { layOut } from './forms.ts';
import type { ActorEntry, ActorsFile, AnaphorEntry, FormGroup } from './pack-schema.ts';
import type { Problems } from './problems.ts';
import { buildTrie, type TokenTrie, type TrieEntry } from './trie.ts';
import type { Actor } from './types.ts';

const FILE = 'actors.yaml';

/** An entry of the pack with everything inherited from its line. */
export interface ActorRecord extends Actor {
  /** The codebook's id: the first of its line. */
  readonly code: string;
}

/** What a form of a name says. */
export type ActorForm =
  | {
      readonly kind: 'actor';
      readonly actor: ActorRecord;
      readonly via: Weapon | null;
      readonly from: string;
      readonly to: string;
      readonly political: boolean;
      readonly state: boolean;
      readonly partisan: boolean;
      readonly uncertain: boolean;
      readonly generic: boolean;
    }
  | {
      readonly kind: 'anaphor';
      readonly anaphor: AnaphorEntry;
      /** By the id of the one named: who is meant instead. */
      readonly becomes: ReadonlyMap<string, ActorRecord> | null;
      readonly otherwise: ActorRecord | null;
      readonly generic: boolean;
    }
  | { readonly kind: 'none'; readonly alsoNoPlace: boolean };

export interface ActorIndex {
  readonly records: ReadonlyMap<string, ActorRecord>;
  /** Entries that have a form of their own; the others are only what finer entries count as. */
  readonly named: ReadonlySet<string>;
  readonly trie: TokenTrie<ActorForm>;
}

/** Compiles the file; unknown parents, circles and missing sides are problems. */
export function compileActors(file: ActorsFile, problems: Problems): ActorIndex {
  const entries = new Map<string, ActorEntry>();
  for (const entry of file.actors) {
    if (entries.has(entry.id))
      problems.add(`${FILE} › ${entry.id}`, 'the id stands twice; ids must be unique');
    entries.set(entry.id, entry);
  }
  const records = new Map<string, ActorRecord>();
  for (const entry of file.actors) {
    const record = recordOf(entry, entries, problems);
    if (record) records.set(entry.id, record);
  }
  const forms: TrieEntry<ActorForm>[] = [];
  for (const entry of finestFirst(file.actors, records)) {
    const record = records.get(entry.id);
    if (record) addForms(forms, entry, record, file, problems);
  }
  for (const anaphor of file.anaphors) addAnaphor(forms, anaphor, records, problems);
  for (const list of ['none', 'neither'] as const) {
    const value: ActorForm = Object.freeze({ kind: 'none', alsoNoPlace: list === 'neither' });
    for (const words of layOut({ forms: file[list] }, {}, `${FILE} › ${list}`, problems)) {
      forms.push({ words, value });
    }
  }
  const named = new Set(forms.flatMap(({ value }) => (value.kind === 'actor' ? [value.actor.id] : [])));
  return { records, named, trie: buildTrie(forms) };
}

function recordOf(
  entry: ActorEntry,
  entries: ReadonlyMap<string, ActorEntry>,
  problems: Problems,
): ActorRecord | null {
  const line: ActorEntry[] = [entry];
  for (let up = entry; up.parent !== undefined; ) {
    const parent = entries.get(up.parent);
    if (!parent) {
      problems.add(`${FILE} › ${up.id}`, `unknown parent «${up.parent}»`);
      return null;
    }
    if (line.includes(parent)) {
      problems.add(`${FILE} › ${entry.id}`, `its parents run in a circle through «${parent.id}»`);
      return null;
    }
    line.push(parent);
    up = parent;
  }
  const side = line.find((ancestor) => ancestor.side !== undefined)?.side;
  const interaction = line.find((ancestor) => ancestor.interaction !== undefined)?.interaction;
  if (side === undefined || interaction === undefined) {
    problems.add(`${FILE} › ${entry.id}`, 'neither the entry nor its parents tell side and interaction');
    return null;
  }
  const { id, ar, en } = entry;
  const code = (line.at(-1) as ActorEntry).id;
  return Object.freeze({ id, side: side as Side, ar, en, interaction, parent: entry.parent ?? null, code });
}

/** Of entries that bear one name, one that stands below another is the more exact: its forms come first. */
function finestFirst(
  entries: readonly ActorEntry[],
  records: ReadonlyMap<string, ActorRecord>,
): readonly ActorEntry[] {
  const depth = (entry: ActorEntry): number => lineOf(entry.id, records).length;
  return [...entries].sort((a, b) => depth(b) - depth(a));
}

/** The ids of an entry and everything it stands under, from the inside out. */
export function lineOf(id: string, records: ReadonlyMap<string, ActorRecord>): readonly string[] {
  const line: string[] = [];
  for (let up = records.get(id); up; up = up.parent === null ? undefined : records.get(up.parent))
    line.push(up.id);
  return line;
}

function addForms(
  into: TrieEntry<ActorForm>[],
  entry: ActorEntry,
  actor: ActorRecord,
  file: ActorsFile,
  problems: Problems,
): void {
  const { from, to, via, political, state, partisan, uncertain, generic } = entry;
  const own = Object.fromEntries(
    Object.entries({ from, to, via, political, state, partisan, uncertain, generic }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const groups: FormGroup[] = entry.more.map((group) => ({ ...own, ...group }));
  if (entry.forms.length > 0) groups.unshift({ ...own, forms: entry.forms });
  for (const group of groups) {
    const value: ActorForm = Object.freeze({
      kind: 'actor',
      actor,
      via: group.via ?? null,
      from: group.from ?? '0000-00-00',
      to: group.to ?? '9999-99-99',
      political: group.political ?? group.state ?? false,
      state: group.state ?? false,
      partisan: group.partisan ?? false,
      uncertain: group.uncertain ?? false,
      generic: group.generic ?? false,
    });
    for (const words of layOut(group, file.heads, `${FILE} › ${entry.id}`, problems))
      into.push({ words, value });
  }
}

function addAnaphor(
  into: TrieEntry<ActorForm>[],
  anaphor: AnaphorEntry,
  records: ReadonlyMap<string, ActorRecord>,
  problems: Problems,
): void {
  const where = `${FILE} › anaphors › ${anaphor.id}`;
  for (const id of [
    ...anaphor.of.flat(),
    ...Object.values(anaphor.becomes ?? {}),
    ...(anaphor.otherwise === undefined ? [] : [anaphor.otherwise]),
  ]) {
    if (!records.has(id)) problems.add(where, `unknown actor «${id}»`);
  }
  const value: ActorForm = Object.freeze({
    kind: 'anaphor',
    anaphor,
    generic: anaphor.generic ?? false,
    becomes: anaphor.becomes ? becomesOf(anaphor.becomes, records) : null,
    otherwise: (anaphor.otherwise !== undefined && records.get(anaphor.otherwise)) || null,
  });
  for (const words of layOut(anaphor, {}, where, problems)) into.push({ words, value });
}

function becomesOf(
  ids: Readonly<Record<string, string>>,
  records: ReadonlyMap<string, ActorRecord>,
): ReadonlyMap<string, ActorRecord> {
  const becomes = new Map<string, ActorRecord>();
  for (const [named, meant] of Object.entries(ids)) {
    const record = records.get(meant);
    if (record) becomes.set(named, record);
  }
  return becomes;
}
