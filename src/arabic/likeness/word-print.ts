/**
 * A text's words as numbers: all that is kept of a text to tell its repeats by. A word is 22 bits of a hash of its
 * folded form and two bits that say what kind of word it is, so that a changed toll or a «not» is seen although the
 * words themselves are gone. Numbers hash by value («ثلاثة» is «3»), «و» before a word counts no more than punctuation
 * does («و تمكن», «وتمكن» and «تمكن» print alike). Facts of the language only; which other words are names of places a caller may add.
 */

import { weekdayNames } from '../calendar-words.ts';
import { cardinalAt } from '../cardinals.ts';
import { dualNouns } from '../counted-nouns.ts';
import type { Token } from '../token.ts';
import { knownIn, NAME_CUES, NEGATIONS, NEVER_NAMES, PLURAL_CUES } from './word-kinds.ts';

/** One number a word, in text order: hash << 2 | kind. Below 2^24, so that three bytes hold it. */
export type WordPrint = Uint32Array;

export const PLAIN = 0;
/** A numeral, a number word, or a person in the dual. */
export const NUMBER = 1;
export const NEGATION = 2;
/** A place's name as far as the words before it show one, a weekday, or what the caller says is a name. */
export const NAME = 3;

export interface PrintedWords {
  readonly words: WordPrint;
  /** Index into the tokens of each word's first and last token. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
}

/** The kind of a printed word. */
export function kindOfWord(word: number): number {
  return word & 3;
}

/**
 * Prints tokens. `names` holds the tokens that belong to the name of a place, each with the number of letters before
 * the name («بداعل»: 1); without it only names after a word such as «بلدة» are known. Linear.
 */
export function printWords(tokens: readonly Token[], names?: ReadonlyMap<number, number>): PrintedWords {
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
    const number = numberAt(tokens, i);
    first[count] = i;
    if (number !== null) {
      words[count] = (hashNumber(number.value) << 2) | NUMBER;
      i = number.last;
      cue.stop();
    } else {
      const clitics = names?.get(i);
      const norm = clitics ? token.norm.slice(clitics) : withoutAnd(token.norm);
      const joined = token.norm.startsWith('و') || tokens[i - 1]?.norm === 'و';
      const named = cue.read(norm, joined) || clitics !== undefined;
      words[count] = (hashWord(norm) << 2) | kindOfNorm(norm, named);
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
  return named || weekdayNames().has(norm) ? NAME : PLAIN;
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

/** 22 bits: a hundred thousand different words make a few accidental pairs, and three in a row never. */
function hashWord(norm: string): number {
  return hashText(norm) >>> 10;
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
