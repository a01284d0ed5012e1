/** Marks of single words: what the event grammar knows of a word by how it stands, kept with the word. */
import type { Token } from '../../arabic/token.ts';
import { remembering, type Word } from '../../arabic/word-memory.ts';
import type { EventGrammar, Phrase, Use } from '../../knowledge/events/grammar.ts';
import type { WordReading } from '../../knowledge/events/lexicon.ts';
import { type Mark, markOf, NO_WORDS, triggersOf } from './mark.ts';

/** What a grammar knows of a word by itself, kept with the word. */
export interface WordMarks {
  /** Marks by how the word stands: see {@link standing}; filled as they are asked for. */
  readonly marks: (Mark | undefined)[];
  /** Phrases that the word may begin. */
  readonly phrases: readonly Phrase[];
  /** Phrases that it may begin after its و or ف. */
  readonly joined: readonly Phrase[];
  /** What follows in all those phrases, asked before any is tried: «في» begins very many. Null where one may be a word alone. */
  readonly seconds: Seconds | null;
  /** Readings of the word. */
  readonly words: readonly WordReading[];
  /** Marks of phrases that began with the word. */
  readonly begun: PhraseBegun[];
  /** Read with a pronoun too, so that it matters whether ta marbuta is written. */
  readonly suffixed: boolean;
}

/** What may stand second in phrases: words as they are, and words of a lemma. */
export interface Seconds {
  readonly words: ReadonlySet<string>;
  readonly lemmas: ReadonlySet<string>;
}

/** A phrase as it stood in a text, with its mark. */
export interface PhraseBegun {
  readonly phrase: Phrase;
  readonly mark: Mark;
}

const NO_PHRASES: readonly Phrase[] = [];

const known = new WeakMap<EventGrammar, (word: Word) => WordMarks>();

/** What is known of words; those that the grammar does not know share it. */
export function marksOfWords(grammar: EventGrammar): (word: Word) => WordMarks {
  const before = known.get(grammar);
  if (before !== undefined) return before;
  const plain = emptyMarks(NO_PHRASES, NO_PHRASES, NO_WORDS);
  const marksOf = remembering((norm): WordMarks => {
    const joins = norm.length >= 3 && (norm.startsWith('و') || norm.startsWith('ف'));
    const phrases = grammar.phrasesAt(norm);
    const joined = joins ? grammar.phrasesAt(norm.slice(1)) : NO_PHRASES;
    const words = grammar.lexicon.read(norm);
    return phrases.length + joined.length + words.length === 0 ? plain : emptyMarks(phrases, joined, words);
  }, plain);
  known.set(grammar, marksOf);
  return marksOf;
}

function emptyMarks(
  phrases: readonly Phrase[],
  joined: readonly Phrase[],
  words: readonly WordReading[],
): WordMarks {
  const suffixed = words.some(({ suffix }) => suffix !== '');
  return {
    marks: new Array(STANDINGS).fill(undefined),
    phrases,
    joined,
    seconds: secondsOf([...phrases, ...joined]),
    words,
    begun: [],
    suffixed,
  };
}

function secondsOf(phrases: readonly Phrase[]): Seconds | null {
  const words = new Set<string>();
  const lemmas = new Set<string>();
  for (const { parts } of phrases) {
    const surely = parts.findIndex((part, at) => at > 0 && !part.optional);
    if (surely < 0) return null;
    for (const part of parts.slice(1, surely + 1)) {
      for (const word of part.words ?? []) words.add(word);
      if (part.lemma !== null) lemmas.add(part.lemma);
    }
  }
  return { words, lemmas };
}

/** After these stands a noun: «مع قصف» is no verb, though it is written like one. */
const GOVERNING = new Set([
  'من',
  'في',
  'عن',
  'علي',
  'الي',
  'مع',
  'خلال',
  'اثر',
  'جراء',
  'نتيجه',
  'بسبب',
  'وسط',
]);

/** Whether a word governs the one after it. */
export const governs = remembering((norm) => GOVERNING.has(norm.replace(/^و(?=.{2})/, '')), false);

const STANDINGS = 6;

/** How a word stands, as an index of {@link WordMarks}, one of {@link STANDINGS}: after a lone و, after a governing word, with ta marbuta. */
function standing(alone: boolean, governed: boolean, marbuta: boolean): number {
  return (alone ? 2 : governed ? 4 : 0) + (marbuta ? 1 : 0);
}

export function wordMark(
  { marks, suffixed }: WordMarks,
  token: Token,
  alone: boolean,
  governed: boolean,
  grammar: EventGrammar,
): Mark {
  const marbuta = suffixed && endsInMarbuta(token.surface);
  const stands = standing(alone, governed, marbuta);
  const before = marks[stands];
  if (before !== undefined) return before;
  const mark = makeMark(token, alone, governed, marbuta, grammar);
  marks[stands] = mark;
  return mark;
}

function makeMark(
  token: Token,
  alone: boolean,
  governed: boolean,
  marbuta: boolean,
  grammar: EventGrammar,
): Mark {
  const readings = token.kind === 'word' ? readingsOf(token.norm, marbuta, grammar) : NO_WORDS;
  const words = governed ? nounsOf(readings) : readings;
  const names: string[] = [];
  const uses: Use[] = [];
  for (const { lemma } of words) {
    names.push(lemma);
    for (const use of grammar.usesOf(lemma)) {
      uses.push(use);
      names.push(use);
    }
  }
  const conjunction = alone || (words[0]?.conjunction ?? false);
  return markOf(words, names, uses, 0, triggersOf(words, grammar), conjunction);
}

/** Whether ta marbuta is at the end of a word as written, vowel marks aside. */
function endsInMarbuta(surface: string): boolean {
  let end = surface.length - 1;
  while (end > 0 && surface.charCodeAt(end) >= 0x64b && surface.charCodeAt(end) <= 0x652) end--;
  return surface.charCodeAt(end) === TA_MARBUTA;
}

const TA_MARBUTA = 0x629;

/** «استعادة» is the noun and never «استعاد» with a pronoun, which only looks the same where ة and ه are one letter. */
function readingsOf(norm: string, marbuta: boolean, grammar: EventGrammar): readonly WordReading[] {
  const words = grammar.lexicon.read(norm);
  return marbuta ? words.filter((word) => word.suffix === '') : words;
}

/** The readings as a noun, where a word has any. */
function nounsOf(readings: readonly WordReading[]): readonly WordReading[] {
  const nouns = readings.filter(({ kind }) => kind === 'noun' || kind === 'word');
  return nouns.length > 0 ? nouns : readings;
}
