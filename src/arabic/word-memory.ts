/**
 * News repeats its words. A normalised word is one object for all tokens that read so, and what a function says of it
 * is kept with it: to look an answer up is to read an array. A map for each function took a third of the time that
 * extraction needs, for hashing apart: with the words of many articles in it, nearly every look-up misses the cache.
 */

/** Words remembered at most; then the memory starts afresh, and the old ones go with the last tokens that hold them. */
const MOST_WORDS = 30_000;
/** Longer words are seldom met again, and would fill the memory. In UTF-16 code units. */
const LONGEST = 40;

/** Functions whose answers are kept; each has a number. */
let functions = 0;

/** Functions that say the same of most words have a bit each in every word, as far as the bits of a small integer go. */
const MOST_BITS = 31;
let bits = 0;

/** Yes or no is told in two bits: whether it was asked, and the answer. So many questions go into a small integer. */
const QUESTIONS_IN_ONE = 15;
let questions = 0;

/** A normalised word and what is known of it. */
export class Word {
  readonly norm: string;
  /** The functions, by their bits, that say of it what they say of most words. */
  ordinary = 0;
  /** What was asked of it that is yes or no: a few bytes, where an answer of its own each would fill the cache. */
  readonly facts: number[] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  /** Answers, by the number of the function that gave them. */
  readonly answers: unknown[] = [];

  constructor(norm: string) {
    internalise(norm);
    this.norm = norm;
  }
}

const NOTHING: Readonly<Record<string, never>> = Object.freeze({});

/** Has V8 keep a string as it keeps the literals in code, by looking it up as a key: the two compare by address then. */
function internalise(text: string): void {
  Object.hasOwn(NOTHING, text);
}

/** The same string as V8 keeps it: for what came out of a table and is compared with what stands in code. */
export function internalised<Text extends string>(text: Text): Text {
  return (Object.keys({ [text]: true })[0] ?? text) as Text;
}

const words = new Map<string, Word>();

/** The word that all tokens share which read so. */
export function wordOf(norm: string): Word {
  const known = words.get(norm);
  if (known !== undefined) return known;
  const word = new Word(norm);
  if (norm.length > LONGEST) return word;
  if (words.size >= MOST_WORDS) words.clear();
  words.set(norm, word);
  return word;
}

/** Whether a word fits a pattern. */
export function fitting(pattern: RegExp): (word: Word) => boolean {
  return telling((norm) => pattern.test(norm));
}

/** Whether a word is one of a few. */
export function among(few: ReadonlySet<string>): (word: Word) => boolean {
  return telling((norm) => few.has(norm));
}

/** The same yes or no, kept with the words. It must be pure. */
export function telling(tell: (norm: string) => boolean): (word: Word) => boolean {
  const number = questions++;
  const place = Math.floor(number / QUESTIONS_IN_ONE);
  const asked = 1 << (2 * (number % QUESTIONS_IN_ONE));
  const yes = asked << 1;
  return (word) => {
    const known = word.facts[place];
    if (known !== undefined && (known & asked) !== 0) return (known & yes) !== 0;
    const told = tell(word.norm);
    // A word older than the question has no room for it yet.
    while (word.facts.length <= place) word.facts.push(0);
    // Read again: to tell it may have asked other questions.
    word.facts[place] = (word.facts[place] as number) | asked | (told ? yes : 0);
    return told;
  };
}

/**
 * The same function, its answers kept with the words. It must be pure and never answer undefined. Where it is asked of
 * every token and says `mostly` of most, that answer is one bit: reading it touches no more memory than the word itself.
 */
export function remembering<T extends string | number | boolean | object | null>(
  tell: (norm: string) => T,
  mostly?: T,
): (word: Word) => T {
  const number = functions++;
  const bit = mostly === undefined || bits === MOST_BITS ? 0 : 1 << bits++;
  return (word) => {
    if ((word.ordinary & bit) !== 0) return mostly as T;
    const known = word.answers[number];
    if (known !== undefined) return known as T;
    const told = tell(word.norm);
    if (bit !== 0 && told === mostly) word.ordinary |= bit;
    else word.answers[number] = told;
    return told;
  };
}
