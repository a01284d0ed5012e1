/**
 * Reads one heading where it would have to begin: decoration, ordinal, opening words, the name, what may follow it,
 * and the mark that closes it. Whether what was read is a heading the whole article decides (see decide-headings.ts).
 */
import type { Token } from '../../arabic/token.ts';
import { keyOf, readName } from './heading-name.ts';
import type { HeadingRules } from './heading-rules.ts';
import {
  beginsLine,
  endsLine,
  type HeadingMark,
  readTail,
  STRONG_DECORATION,
  skipAfter,
} from './heading-tail.ts';

export interface HeadingRead {
  /** Positions in the token list, both ends inclusive, decoration and mark counted in. */
  readonly first: number;
  readonly last: number;
  /** First token after the decoration: the heading's own words begin here. */
  readonly words: number;
  /** Empty for a heading that only ends a section («سياسياً:»). */
  readonly governorates: readonly string[];
  /** False where the name is a region's or town's and not a governorate's. */
  readonly whole: boolean;
  /** Its words without decoration, opening and mark, normalised: a key that comes again starts a new bulletin. */
  readonly key: string;
  readonly mark: HeadingMark;
  readonly decorated: boolean;
  /** Opening words stand before the name («وفي», «أما في»). */
  readonly led: boolean;
  /** Nothing else stands on its line after it. */
  readonly endsLine: boolean;
}

const DECORATION = /^(?:\p{S}|[#*•·§\-–—[\]"»«_(])+$/u;

/** The heading that begins at position `at`, or null. Bounded work. */
export function headingAt(tokens: readonly Token[], at: number, rules: HeadingRules): HeadingRead | null {
  const lead = skipDecoration(tokens, at, rules);
  const words = lead.next;
  const opening = rules.openings.at(tokens, words);
  const afterOpening = opening ? opening.last + 1 : words;
  const name = readName(tokens, afterOpening, rules);
  if (!name) return opening ? null : closerAt(tokens, at, lead, rules);
  const tail = readTail(tokens, name.last + 1, rules);
  if (opening?.value.needsMark && tail.mark === 'none') return null;
  return {
    first: at,
    last: tail.last,
    words,
    governorates: [...new Set(name.governorates)],
    whole: name.whole,
    key: keyOf(tokens, afterOpening, skipAfter(tokens, name.last + 1, rules) - 1),
    mark: tail.mark,
    decorated: lead.decorated || tail.decorated || isBracketed(tokens, at, name.last + 1),
    led: opening !== null,
    endsLine: endsLine(tokens, tail.last),
  };
}

/** Opening words lead to the name and the sentence goes on after it. */
export function leadsSentence({ led, endsLine, mark }: HeadingRead): boolean {
  return led && !endsLine && (mark === 'none' || mark === 'comma' || mark === 'semicolon');
}

/** «(حلب) …», «[درعا] …». */
function isBracketed(tokens: readonly Token[], first: number, after: number): boolean {
  const open = tokens[first]?.surface;
  const close = tokens[after]?.surface;
  return (open === '(' && close === ')') || (open === '[' && close === ']');
}

function closerAt(
  tokens: readonly Token[],
  at: number,
  lead: { next: number; decorated: boolean },
  rules: HeadingRules,
): HeadingRead | null {
  const closer = rules.closers.at(tokens, lead.next);
  if (!closer) return null;
  const tail = readTail(tokens, closer.last + 1, rules);
  const ends = endsLine(tokens, tail.last);
  if (!ends && tail.mark !== 'double' && tail.mark !== 'colon') return null;
  return {
    first: at,
    last: tail.last,
    words: lead.next,
    governorates: [],
    whole: true,
    key: tokens[lead.next]?.norm ?? '',
    mark: tail.mark,
    decorated: lead.decorated,
    led: false,
    endsLine: ends,
  };
}

function skipDecoration(
  tokens: readonly Token[],
  at: number,
  rules: HeadingRules,
): { next: number; decorated: boolean } {
  let next = at;
  let decorated = false;
  for (let skipped = 0; skipped < 8; skipped++) {
    const token = tokens[next];
    if (!token || (next > at && beginsLine(token, next))) break;
    const ordinal = token.kind === 'word' ? rules.ordinals.at(tokens, next) : null;
    if (ordinal) {
      decorated = true;
      next = ordinal.last + 1;
    } else if (token.kind === 'punctuation' && DECORATION.test(token.surface)) {
      decorated ||= STRONG_DECORATION.test(token.surface);
      next++;
    } else if (isListNumber(tokens, next)) {
      decorated = true;
      next += 2;
    } else if (next > at && [':', '،', '-', '.', ')'].includes(token.norm)) next++;
    else break;
  }
  return { next, decorated };
}

/** «1-», «٢)», «3.» at the head of a list. */
function isListNumber(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const mark = tokens[at + 1];
  return (
    token?.kind === 'number' && token.norm.length <= 2 && mark !== undefined && /^[-.)/:]$/.test(mark.norm)
  );
}
