/**
 * A text's words as numbers: all that is kept of a text to tell its repeats by. A word is 21 bits of a hash of its
 * folded form and three bits that say what kind of word it is, so that a changed toll or a «not» is seen although the
 * words themselves are gone. Numbers hash by value («ثلاثة» is «3»), «و» before a word counts no more than punctuation
 * does («و تمكن», «وتمكن» and «تمكن» print alike). Facts of the language only; which other words are names of places a caller may add.
 */

import { weekdayNames } from '../calendar-words.ts';
import { cardinalAt } from '../cardinals.ts';
import { dualNouns } from '../counted-nouns.ts';
import type { Token } from '../token.ts';
import { knownIn, NAME_CUES, NEGATIONS, NEVER_NAMES, PLURAL_CUES } from './word-kinds.ts';

const KIND_BITS = 3;
const KIND_MASK = 7;

/** One number a word, in text order: hash << 3 | kind. Below 2^24, so that three bytes hold it. */
export type WordPrint = Uint32Array;

export const PLAIN = 0;
/** A numeral, a number word, or a person in the dual. */
export const NUMBER = 1;
export const NEGATION = 2;
/** What the caller says is a place's name, or a weekday. */
export const NAME = 3;
/** A word that stands where a place is named («بلدة …»). */
export const GUESSED_NAME = 4;

export interface PrintedWords {
  readonly words: WordPrint;
  /** Index into the tokens of each word's first and last token. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
}

/** The kind of a printed word. */
export function kindOfWord(word: number): number {
  return word & KIND_MASK;
}

/** The word itself, whatever its kind: the same word after «بلدة» and elsewhere. */
export function hashOfWord(word: number): number {
  return word >>> KIND_BITS;
}

/** First token of a name → its last token, and what all spellings of it have in common. */
export type NamedTokens = ReadonlyMap<number, { readonly last: number; readonly name: string }>;

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
      if (token.norm !== '(' && token.norm !== '"' && token.norm !== '«') cue.stop();
      continue;
    }
    if (token.norm === 'و') continue;
    const known = names?.get(i);
    const number = known ? null : numberAt(tokens, i);
    first[count] = i;
    if (known) {
      words[count] = (hashWord(`@${known.name}`) << KIND_BITS) | NAME;
      i = known.last;
      cue.named();
    } else if (number !== null) {
      words[count] = (hashNumber(number.value) << KIND_BITS) | NUMBER;
      i = number.last;
      cue.stop();
    } else {
      const norm = withoutAnd(token.norm);
      const joined = norm !== token.norm || tokens[i - 1]?.norm === 'و';
      words[count] = (hashWord(norm) << KIND_BITS) | kindOfNorm(norm, cue.read(norm, joined));
    }
    last[count] = i;
    count++;
  }
  return { words: words.slice(0, count), first: first.slice(0, count), last: last.slice(0, count) };
}

/** «وتمكن» and «تمكن» are one word here, and «وزارة» loses its first letter everywhere alike. */
function withoutAnd(norm: string): string {
  return norm.length > 3 && norm.startsWith('و') ? norm.slice(1) : norm;
}

function numberAt(tokens: readonly Token[], at: number): { value: number; last: number } | null {
  const token = tokens[at] as Token;
  if (token.kind === 'number' || token.norm.length <= 12) {
    const cardinal = cardinalAt(tokens, at);
    if (cardinal !== null) return { value: cardinal.value, last: cardinal.last };
  }
  return null;
}

/** Duals of people only: «شهيدان» is a toll, «بلدتي» is grammar. */
const people = { has: (word: string): boolean => dualNouns().get(word)?.class === 'person' };

function kindOfNorm(norm: string, named: boolean): number {
  if (knownIn(NEGATIONS, norm)) return NEGATION;
  if (knownIn(people, norm)) return NUMBER;
  if (weekdayNames().has(norm)) return NAME;
  return named ? GUESSED_NAME : PLAIN;
}

/** Says of each word in turn whether a cue before it («بلدة», «قريتي … و…») makes it a place's name. */
class CueReader {
  /** `more`: after a name in a list, a word joined by «و» is one too. */
  private expects: 'nothing' | 'name' | 'names' | 'more' = 'nothing';

  read(norm: string, joined: boolean): boolean {
    if (knownIn(PLURAL_CUES, norm)) this.expects = 'names';
    else if (knownIn(NAME_CUES, norm)) this.expects = 'name';
    else if (NEVER_NAMES.has(norm) || (this.expects === 'more' && !joined)) this.expects = 'nothing';
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

/** FNV-1a over UTF-16 units, finished so that every bit depends on all of them. 32 bits. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix32(hash);
}

/** 21 bits: a hundred thousand different words make a few accidental pairs, and three in a row never. */
function hashWord(norm: string): number {
  return hashText(norm) >>> 11;
}

function hashNumber(value: number): number {
  return hashWord(`#${value}`);
}

/** The finaliser of MurmurHash3: every bit of the input changes every bit of the output. */
export function mix32(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
