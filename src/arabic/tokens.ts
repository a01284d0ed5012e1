/**
 * Cuts text into words, numbers and punctuation with absolute offsets. Marks and invisible characters inside a word
 * do not split it; digits glued to Arabic letters («ال45», «و15», «15قتيلا») do; «M5» and «F16» are one word.
 * Between tokens there is only white space and what nobody sees: nothing is lost. One pass, linear.
 */

import { classOf, DIGIT, INVISIBLE, LETTER, MARK, NEWLINE, SPACE } from './characters.ts';
import { entityAt } from './entities.ts';
import { normaliseWord } from './normalise.ts';
import { hashedWith, spellingAt, spellingOf } from './spellings.ts';
import type { Gap, Token, TokenKind } from './token.ts';
import { wordOf } from './word-memory.ts';

/** Tokens of `text.slice(from, to)`; offsets count from the start of `text`, indexes from `index`. */
export function tokenise(text: string, from = 0, to = text.length, index = 0): Token[] {
  const tokens: Token[] = [];
  let newlines = 0;
  let spaced = false;
  let i = from;
  while (i < to) {
    const code = text.charCodeAt(i);
    const kind = classOf(code);
    if (kind === SPACE || kind === INVISIBLE || kind === MARK) {
      spaced ||= kind === SPACE;
      i++;
    } else if (kind === NEWLINE) {
      if (code === 0x2029) newlines += 2;
      else if (!(code === 0x0a && i > from && text.charCodeAt(i - 1) === 0x0d)) newlines++;
      i++;
    } else {
      const gap = tokens.length === 0 && newlines === 0 && !spaced ? 'none' : gapOf(newlines, spaced);
      const token = readToken(text, i, to, kind, index + tokens.length, gap);
      if (token.norm === ' ') spaced = true;
      else {
        tokens.push(token);
        newlines = 0;
        spaced = false;
      }
      i = token.end;
    }
  }
  return tokens;
}

function gapOf(newlines: number, spaced: boolean): Gap {
  if (newlines > 1) return 'paragraph';
  if (newlines === 1) return 'line';
  return spaced ? 'space' : 'none';
}

function readToken(text: string, start: number, to: number, kind: number, index: number, gap: Gap): Token {
  if (kind === LETTER) return readWord(text, start, to, index, gap);
  if (kind === DIGIT) return makeToken(text, start, numberEnd(text, start, to), 'number', index, gap);
  const entity = readEntity(text, start, to);
  if (entity !== null) {
    const surface = text.slice(start, entity.end);
    const word = wordOf(entity.norm);
    return { index, start, end: entity.end, surface, norm: entity.norm, word, kind: 'punctuation', gap };
  }
  return makeToken(text, start, punctuationEnd(text, start, to), 'punctuation', index, gap);
}

/** Most words are Arabic letters and marks: their hash is made while their end is looked for. */
function readWord(text: string, start: number, to: number, index: number, gap: Gap): Token {
  let hash = 0;
  let end = start;
  for (; end < to; end++) {
    const code = text.charCodeAt(end);
    const kind = classOf(code);
    if (isLatin(code) ? kind === LETTER || end === start : code === TATWEEL || kind === INVISIBLE)
      return makeToken(text, start, wordEnd(text, start, to), 'word', index, gap);
    if (kind !== LETTER && kind !== MARK) break;
    hash = hashedWith(hash, code);
  }
  const { surface, word } = spellingOf(text, start, end, hash);
  return { index, start, end, surface, norm: word.norm, word, kind: 'word', gap };
}

function makeToken(
  text: string,
  start: number,
  end: number,
  kind: TokenKind,
  index: number,
  gap: Gap,
): Token {
  const { surface, word } = spellingAt(text, start, end);
  return { index, start, end, surface, norm: word.norm, word, kind, gap };
}

function readEntity(text: string, start: number, to: number): { end: number; norm: string } | null {
  const code = text.charCodeAt(start);
  if (code !== 0x26 && code !== 0x23) return null;
  const entity = entityAt(text, start);
  if (entity === null || entity.end > to) return null;
  return { end: entity.end, norm: normaliseWord(entity.value) || ' ' };
}

/** Letters with their marks; invisible characters only where the word goes on after them. */
function wordEnd(text: string, start: number, to: number): number {
  const latin = isLatin(text.charCodeAt(start));
  let end = start;
  for (let i = start; i < to; i++) {
    const code = text.charCodeAt(i);
    const kind = classOf(code);
    if (code === TATWEEL) {
      const after = censoredEnd(text, i, to);
      if (after !== null) {
        i = after - 1;
        continue;
      }
    }
    if (kind === LETTER && isLatin(code) !== latin) break;
    if (kind === INVISIBLE) continue;
    if (kind !== LETTER && kind !== MARK && !(kind === DIGIT && latin)) break;
    end = i + 1;
  }
  return end;
}

const TATWEEL = 0x640;
/** What stands between two tatweels in a word that is broken up to pass a filter: «قُتـ.ـل», «قتـ ـلى». */
const BREAKS = '.*-_ ،,';
const LONGEST_BREAK = 3;

/** Where the word goes on after a break that begins with the tatweel at `at`, or null where it is no break. */
function censoredEnd(text: string, at: number, to: number): number | null {
  for (let i = at + 1; i <= at + 1 + LONGEST_BREAK && i + 1 < to; i++) {
    if (text.charCodeAt(i) === TATWEEL) {
      return i > at + 1 && classOf(text.charCodeAt(i + 1)) === LETTER ? i + 1 : null;
    }
    if (!BREAKS.includes(text[i] as string)) return null;
  }
  return null;
}

function isLatin(code: number): boolean {
  return code < 0x250;
}

/** Digits with at most one kind of separator: «1,500», «14.5», «3٬200٬000»; «15.4.2015» is five tokens. */
function numberEnd(text: string, start: number, to: number): number {
  let end = digitsEnd(text, start, to);
  const first = end;
  let dots =
    start > 1 && isDot(text.charCodeAt(start - 1)) && classOf(text.charCodeAt(start - 2)) === DIGIT ? 1 : 0;
  while (end + 1 < to && isSeparator(text.charCodeAt(end)) && classOf(text.charCodeAt(end + 1)) === DIGIT) {
    if (isDot(text.charCodeAt(end)) && ++dots > 1) return first;
    end = digitsEnd(text, end + 1, to);
  }
  return end;
}

function digitsEnd(text: string, start: number, to: number): number {
  let end = start;
  for (let i = start; i < to; i++) {
    const kind = classOf(text.charCodeAt(i));
    if (kind === DIGIT) end = i + 1;
    else if (kind !== INVISIBLE) break;
  }
  return end;
}

function isDot(code: number): boolean {
  return code === 0x2e || code === 0x066b;
}

function isSeparator(code: number): boolean {
  return isDot(code) || code === 0x2c || code === 0x066c;
}

/** A run of one and the same character («::», «...», «**») is one token; a surrogate pair stays whole. */
function punctuationEnd(text: string, start: number, to: number): number {
  const code = text.charCodeAt(start);
  if (code >= 0xd800 && code <= 0xdbff) return Math.min(start + 2, to);
  let end = start + 1;
  if (code === 0x28 || code === 0x29) return end;
  while (end < to && text.charCodeAt(end) === code) end++;
  return end;
}
