/** Weapons: compiles weapons.yaml and finds them in tokens. «قذائف الهاون» is one weapon, told once. */
import type { Token } from '../arabic/token.ts';
import type { Weapon } from '../model/vocabulary.ts';
import { layOut } from './forms.ts';
import type { WeaponsFile } from './pack-schema.ts';
import type { Problems } from './problems.ts';
import type { SurfaceCutter } from './surface.ts';
import { buildTrie, type TokenTrie, type TrieEntry } from './trie.ts';
import type { WeaponFound } from './types.ts';

export interface WeaponIndex {
  readonly ids: readonly Weapon[];
  /** Null is a phrase that holds a weapon's name and is none. */
  readonly trie: TokenTrie<Weapon | null>;
}

export function compileWeapons(file: WeaponsFile, problems: Problems): WeaponIndex {
  const entries: TrieEntry<Weapon | null>[] = [];
  for (const entry of file.weapons) {
    const where = `weapons.yaml › ${entry.id}`;
    for (const group of [{ forms: entry.forms }, ...entry.more]) {
      for (const words of layOut(group, file.heads, where, problems))
        entries.push({ words, value: entry.id });
    }
  }
  for (const words of layOut({ forms: file.none }, {}, 'weapons.yaml › none', problems)) {
    entries.push({ words, value: null });
  }
  return { ids: file.weapons.map(({ id }) => id), trie: buildTrie(entries) };
}

/** Weapons in text order, without overlap. */
export function findWeapons(tokens: readonly Token[], cut: SurfaceCutter, index: WeaponIndex): WeaponFound[] {
  const found: WeaponFound[] = [];
  for (const { first, last, values } of index.trie.scan(tokens)) {
    for (const id of values) {
      if (id === null) continue;
      const { start, end, surface } = cut(first, last);
      found.push({ first, last, start, end, surface, id });
    }
  }
  return found;
}
