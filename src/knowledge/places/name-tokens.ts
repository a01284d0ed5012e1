/**
 * Which tokens are the name of a place, as far as the gazetteer knows without reading the context. Quick and rough: it
 * serves to tell whether two texts of one form speak of different places, not to say where anything was.
 */
import type { NamedTokens } from '../../arabic/likeness/word-print.ts';
import type { Token } from '../../arabic/token.ts';
import type { Gazetteer } from './gazetteer.ts';

/** First token of each name → the name. Spellings of one place are one name; everyday words are left out. */
export function placeNameTokens(tokens: readonly Token[], gazetteer: Gazetteer): NamedTokens {
  const names = new Map<number, { last: number; name: string }>();
  for (const { first, last, values } of gazetteer.trie.scan(tokens)) {
    const sure = values.find((name) => !name.weak);
    if (sure !== undefined) names.set(first, { last, name: sure.place.id });
  }
  return names;
}
