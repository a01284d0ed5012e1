/**
 * A text's words as numbers: all that is kept of a text to tell its repeats by. A word is 21 bits of a hash of its
 * folded form and three bits that say what kind of word it is, so that a changed toll or a «not» is seen although the
 * words themselves are gone. Numbers hash by value («ثلاثة» is «3»), «و» before a word counts no more than punctuation
 * does («و تمكن», «وتمكن» and «تمكن» print alike). Facts of the language only; names of places a caller may add.
 */
import { cardinalAt } from '../cardinals.ts';
import type { Token } from '../token.ts';
import { factsOf, GUESSED_NAME, hashOfNorm, NAME, NUMBER, PLAIN, type Role } from './word-facts.ts';

const KIND_BITS = 3;
const KIND_MASK = 7;

/** One number a word, in text order: hash << 3 | kind. Below 2^24, so that three bytes hold it. */
export type WordPrint = Uint32Array;

export interface PrintedWords {
  readonly words: WordPrint;
  /** Index into the tokens of each word's first and last token. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
}

/** First token of a name → its last token, and what all spellings of it have in common. */
export type NamedTokens = ReadonlyMap<number, { readonly last: number; readonly name: string }>;

/** The kind of a printed word: PLAIN, NUMBER, NEGATION, NAME or GUESSED_NAME. */
export function kindOfWord(word: number): number {
  return word & KIND_MASK;
}

/** The word itself, whatever its kind: the same word after «بلدة» and elsewhere. */
export function hashOfWord(word: number): number {
  return word >>> KIND_BITS;
}

/**
 * Prints tokens. A name that `names` holds is one word, hashed by what it names («كفر نبل» is «كفرنبل»); without it
 * only the word after a word such as «بلدة» is known for a name. Linear.
 */
export function printWords(tokens: readonly Token[], names?: NamedTokens): PrintedWords {
  const words = new Uint32Array(tokens.length);
  const first = new Uint32Array(tokens.length);
  const last = new Uint32Array(tokens.length);
  const cue = new CueReader();
  let count = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'punctuation') {
      if (!OPENING.has(token.norm)) cue.stop();
      continue;
    }
    if (token.norm === 'و') continue;
    const known = names?.get(i);
    const number = known ? null : numberAt(tokens, i);
    first[count] = i;
    if (known) {
      words[count] = (hashOfNorm(`@${known.name}`) << KIND_BITS) | NAME;
      i = known.last;
      cue.named();
    } else if (number !== null) {
      words[count] = (hashOfNorm(`#${number.value}`) << KIND_BITS) | NUMBER;
      i = number.last;
      cue.stop();
    } else {
      const { hash, kind, role } = factsOf(token.word);
      const joined = token.norm.charCodeAt(0) === WAW || (i > 0 && (tokens[i - 1] as Token).norm === 'و');
      const named = cue.read(role, joined);
      words[count] = (hash << KIND_BITS) | (named && kind === PLAIN ? GUESSED_NAME : kind);
    }
    last[count] = i;
    count++;
  }
  return { words: words.slice(0, count), first: first.slice(0, count), last: last.slice(0, count) };
}

const WAW = 0x648;

/** Marks that may stand between «بلدة» and the name. */
const OPENING: ReadonlySet<string> = new Set(['(', '"', '«']);

function numberAt(tokens: readonly Token[], at: number): { value: number; last: number } | null {
  const { kind, word } = tokens[at] as Token;
  if (kind !== 'number' && !factsOf(word).opensNumber) return null;
  return cardinalAt(tokens, at);
}

/** Says of each word in turn whether a cue before it («بلدة», «قريتي … و…») makes it a place's name. */
class CueReader {
  /** `more`: after a name in a list, a word joined by «و» is one too. */
  private expects: 'nothing' | 'name' | 'names' | 'more' = 'nothing';

  read(role: Role, joined: boolean): boolean {
    if (role === 'names' || role === 'name') this.expects = role;
    else if (role === 'no name' || (this.expects === 'more' && !joined)) this.expects = 'nothing';
    else if (this.expects !== 'nothing') {
      this.expects = this.expects === 'name' ? 'nothing' : 'more';
      return true;
    }
    return false;
  }

  /** A name known without a cue takes the place of the one that a cue announced. */
  named(): void {
    this.expects = this.expects === 'names' || this.expects === 'more' ? 'more' : 'nothing';
  }

  stop(): void {
    this.expects = 'nothing';
  }
}
