/** Finds fixed phrases of normalised words in tokens, the first word with or without clitics. */
import { readings } from './clitics.ts';
import type { Token } from './token.ts';
import { remembering, type Word } from './word-memory.ts';

interface Phrase<T> {
  readonly words: readonly string[];
  readonly value: T;
}

interface Begun<T> extends Phrase<T> {
  readonly prefix: string;
}

/** The phrases that a word may begin, in the order in which they are tried. */
interface Beginning<T> {
  readonly phrases: readonly Begun<T>[];
  /** Second words of all of them; null where one is a single word. «في» begins so many that this is asked first. */
  readonly seconds: ReadonlySet<string> | null;
}

/** What most words begin. */
const NOTHING: Beginning<never> = { phrases: [], seconds: new Set() };

export interface PhraseFound<T> {
  readonly value: T;
  /** Index of the phrase's last token. */
  readonly last: number;
  /** Clitics on its first word. */
  readonly prefix: string;
}

/** A table of phrases; looking at one place costs a few map reads however many phrases there are. */
export class PhraseTable<T> {
  private readonly byHead = new Map<string, Phrase<T>[]>();
  /** Told once for each word. */
  private readonly begunBy = remembering<Beginning<T>>((word) => {
    const begun: Begun<T>[] = [];
    for (const { stem, prefix, suffix } of readings(word)) {
      if (suffix !== '') continue;
      for (const { words, value } of this.byHead.get(stem) ?? []) begun.push({ words, value, prefix });
    }
    if (begun.length === 0) return NOTHING;
    const several = begun.every(({ words }) => words.length > 1);
    return {
      phrases: begun,
      seconds: several ? new Set(begun.map(({ words }) => words[1] as string)) : null,
    };
  }, NOTHING);

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

  /** Whether any phrase begins with the normalised word, clitics aside. */
  mayBegin(norm: string): boolean {
    return readings(norm).some(({ stem, suffix }) => suffix === '' && this.byHead.has(stem));
  }

  /** The longest phrase that begins at token `at`, its first word whole before stripped; or null. */
  at(tokens: readonly Token[], at: number): PhraseFound<T> | null {
    const token = tokens[at];
    if (token === undefined || token.kind !== 'word') return null;
    const { phrases, seconds } = this.begunBy(token.word);
    if (phrases.length === 0 || (seconds !== null && !seconds.has(tokens[at + 1]?.norm ?? ''))) return null;
    for (const { words, value, prefix } of phrases) {
      if (followed(tokens, at, words)) return { value, last: at + words.length - 1, prefix };
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

/** Whether a word of some kind stands at a place, which may lie outside the text. */
export function isAt(tokens: readonly Token[], at: number, is: (word: Word) => boolean): boolean {
  const token = tokens[at];
  return token !== undefined && is(token.word);
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
