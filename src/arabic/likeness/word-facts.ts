/**
 * What a word is by itself: its hash, its kind, what it announces. Read once a word and kept, since a day's news uses
 * some ten thousand different words: printing an article takes a third of the time.
 */
import { weekdayNames } from '../calendar-words.ts';
import { dualNouns } from '../counted-nouns.ts';
import { numberWords } from '../number-words.ts';
import { remembering } from '../word-memory.ts';
import { hashText } from './hash.ts';
import { knownIn, NAME_CUES, NEGATIONS, NEVER_NAMES, PLURAL_CUES } from './word-kinds.ts';

export const PLAIN = 0;
/** A numeral, a number word, or a person in the dual. */
export const NUMBER = 1;
export const NEGATION = 2;
/** What the caller says is a place's name, or a weekday. */
export const NAME = 3;
/** A word that stands where a place is named («بلدة …»). */
export const GUESSED_NAME = 4;

/** `name` and `names`: one or several names follow; `no name`: it is none itself, whatever stands before it. */
export type Role = 'name' | 'names' | 'no name' | 'any';

export interface WordFacts {
  /** 21 bits: a hundred thousand different words make a few accidental pairs, and three in a row never. */
  readonly hash: number;
  readonly kind: number;
  readonly role: Role;
  /** A number may begin with it. */
  readonly opensNumber: boolean;
}

const HASH_SHIFT = 11;
const LONGEST_PREFIX = 4;
/** «أحد عشر»: a number only before a ten. */
const ELEVENS: ReadonlySet<string> = new Set(['احد', 'احدي', 'احدا']);

/** The facts of a normalised word, kept with it. */
export const factsOf = remembering(readFacts);

export function hashOfNorm(norm: string): number {
  return hashText(norm) >>> HASH_SHIFT;
}

function readFacts(norm: string): WordFacts {
  const word = withoutAnd(norm);
  return { hash: hashOfNorm(word), kind: kindOf(word), role: roleOf(word), opensNumber: opensNumber(norm) };
}

/** «وتمكن» and «تمكن» are one word here, and «وزارة» loses its first letter everywhere alike. */
function withoutAnd(norm: string): string {
  return norm.length > 3 && norm.startsWith('و') ? norm.slice(1) : norm;
}

/** Duals of people only: «شهيدان» is a toll, «بلدتي» is grammar. */
const people = { has: (word: string): boolean => dualNouns().get(word)?.class === 'person' };

function kindOf(word: string): number {
  if (knownIn(NEGATIONS, word)) return NEGATION;
  if (knownIn(people, word)) return NUMBER;
  return weekdayNames().has(word) ? NAME : PLAIN;
}

function roleOf(word: string): Role {
  if (knownIn(PLURAL_CUES, word)) return 'names';
  if (knownIn(NAME_CUES, word)) return 'name';
  return NEVER_NAMES.has(word) ? 'no name' : 'any';
}

function opensNumber(norm: string): boolean {
  const words = numberWords();
  for (let prefix = 0; prefix <= LONGEST_PREFIX && prefix < norm.length; prefix++) {
    const stem = norm.slice(prefix);
    if (words.has(stem) || ELEVENS.has(stem)) return true;
  }
  return false;
}
