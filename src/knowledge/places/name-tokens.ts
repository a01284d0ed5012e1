/**
 * Which tokens belong to the name of a place, as far as the gazetteer knows without reading the context. Quick and
 * rough: it serves to tell whether two texts of one form speak of different places, not to say where anything was.
 */
import type { Token } from '../../arabic/token.ts';
import type { Gazetteer } from './gazetteer.ts';

/** Token index → how many letters of it are clitics before the name. Names that are everyday words are left out. */
export function placeNameTokens(tokens: readonly Token[], gazetteer: Gazetteer): Map<number, number> {
  const names = new Map<number, number>();
  for (const { first, last, prefix, values } of gazetteer.trie.scan(tokens)) {
    if (values.every((name) => name.weak)) continue;
    for (let i = first; i <= last; i++) names.set(i, i === first ? prefix.length : 0);
  }
  return names;
}
