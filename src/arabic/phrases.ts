/** Finds fixed phrases of normalised words in tokens, the first word with or without clitics. */
import { readings } from './clitics.ts';
import type { Token } from './token.ts';

export interface PhraseFound<T> {
  readonly value: T;
  /** Index of the phrase's last token. */
  readonly last: number;
  /** Clitics on its first word. */
  readonly prefix: string;
}

/** A table of phrases; looking at one place costs a few map reads however many phrases there are. */
export class PhraseTable<T> {
  private readonly byHead = new Map<string, { words: readonly string[]; value: T }[]>();

  /** Entries are value and phrase, the phrase normalised, its words parted by single spaces. */
  constructor(entries: Iterable<readonly [T, string]>) {
    for (const [value, phrase] of entries) {
      const words = phrase.split(' ');
      const list = this.byHead.get(words[0] as string) ?? [];
      list.push({ words, value });
      list.sort((a, b) => b.words.length - a.words.length);
      this.byHead.set(words[0] as string, list);
    }
  }

  /** The longest phrase that begins at token `at`, its first word whole before stripped; or null. */
  at(tokens: readonly Token[], at: number): PhraseFound<T> | null {
    const token = tokens[at];
    if (token === undefined || token.kind !== 'word') return null;
    for (const reading of readings(token.norm)) {
      if (reading.suffix !== '') continue;
      for (const { words, value } of this.byHead.get(reading.stem) ?? []) {
        if (followed(tokens, at, words))
          return { value, last: at + words.length - 1, prefix: reading.prefix };
      }
    }
    return null;
  }
}

function followed(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  for (let k = 1; k < words.length; k++) {
    const token = tokens[at + k];
    if (token === undefined || token.norm !== words[k] || token.gap === 'paragraph') return false;
  }
  return true;
}

/** The words from one token to another as written, single spaces for white space. */
export function wordsOf(tokens: readonly Token[], first: number, last: number): string {
  let out = '';
  for (let i = first; i <= last; i++) {
    const token = tokens[i] as Token;
    out += i > first && token.gap !== 'none' ? ` ${token.surface}` : token.surface;
  }
  return out;
}
