/**
 * The spellings met in texts, each kept once with the word that it is. A token's letters are looked up where they stand
 * in the text: to cut them out first, only for a map to hash them, took twice as long as the look-up.
 */
import { normaliseWord } from './normalise.ts';
import { type Word, wordOf } from './word-memory.ts';

export interface Spelling {
  readonly surface: string;
  readonly word: Word;
}

/** Places for spellings, a power of two; when half of them are taken, the memory starts afresh. */
const PLACES = 1 << 16;
/** Places tried for a spelling: a text written to collide costs no more than this. */
const MOST_TRIES = 8;
/** Longer spellings are seldom met again. In UTF-16 code units. */
const LONGEST = 40;

const places: (Spelling | null)[] = new Array<Spelling | null>(PLACES).fill(null);
let taken = 0;

/** The spelling that `text.slice(start, end)` is. */
export function spellingAt(text: string, start: number, end: number): Spelling {
  let hash = 0;
  for (let i = start; i < end; i++) hash = hashedWith(hash, text.charCodeAt(i));
  return spellingOf(text, start, end, hash);
}

/** The hash of letters with one more after them: whoever reads a word to its end makes its hash on the way. */
export function hashedWith(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** {@link spellingAt}, where `hash` is that of the letters from `start` to `end`. */
export function spellingOf(text: string, start: number, end: number, hash: number): Spelling {
  const length = end - start;
  if (length > LONGEST) return spell(text.slice(start, end));
  const home = (hash ^ (hash >>> 15)) & (PLACES - 1);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const place = (home + tries) & (PLACES - 1);
    const known = places[place] as Spelling | null;
    if (known === null) return keep(place, spell(text.slice(start, end)));
    if (known.surface.length === length && standsAt(known.surface, text, start)) return known;
  }
  return spell(text.slice(start, end));
}

function standsAt(surface: string, text: string, start: number): boolean {
  for (let i = 0; i < surface.length; i++)
    if (surface.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}

function keep(place: number, spelling: Spelling): Spelling {
  if (++taken > PLACES / 2) {
    places.fill(null);
    taken = 1;
  }
  places[place] = spelling;
  return spelling;
}

/** What breaks a word up to pass a filter: «قُتـ.ـل». */
const BREAK = /ـ[.*\-_ ،,]{1,3}ـ/g;

function spell(surface: string): Spelling {
  // A mark that stands by itself («ﱞ») folds to a space: it is told as it is written.
  return { surface, word: wordOf(normaliseWord(surface.replace(BREAK, '')).trim() || surface) };
}
