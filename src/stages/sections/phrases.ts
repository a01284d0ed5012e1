/** Fixed phrases looked up exactly as written: one map read for a token that begins none. */
import type { Token } from '../../arabic/token.ts';

export interface Phrase<V> {
  /** Normalised words. */
  readonly words: readonly string[];
  readonly value: V;
}

export interface PhraseMatch<V> {
  /** Position of the phrase's last token. */
  readonly last: number;
  readonly value: V;
}

export class PhraseSet<V> {
  private readonly byFirst = new Map<string, Phrase<V>[]>();

  constructor(phrases: readonly Phrase<V>[]) {
    for (const phrase of phrases) {
      const first = phrase.words[0];
      if (first === undefined) continue;
      const list = this.byFirst.get(first) ?? [];
      list.push(phrase);
      list.sort((a, b) => b.words.length - a.words.length);
      this.byFirst.set(first, list);
    }
  }

  /** The longest phrase at a position, on one line; with `prefix`, only where its first word carries that clitic. */
  at(tokens: readonly Token[], at: number, prefix = ''): PhraseMatch<V> | null {
    const norm = tokens[at]?.norm ?? '';
    if (prefix !== '' && !norm.startsWith(prefix)) return null;
    const list = this.byFirst.get(prefix === '' ? norm : norm.slice(prefix.length));
    if (!list) return null;
    for (const { words, value } of list) {
      if (isFollowed(tokens, at, words)) return { last: at + words.length - 1, value };
    }
    return null;
  }
}

function isFollowed(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  for (let i = 1; i < words.length; i++) {
    const token = tokens[at + i];
    if (!token || token.norm !== words[i] || token.gap === 'line' || token.gap === 'paragraph') return false;
  }
  return true;
}
