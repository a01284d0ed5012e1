/**
 * Finds everything in an article that has the form of a heading, in text order and without overlap, with where it
 * stands: at the head of a line, of a sentence, or glued into prose as scrapers leave it.
 */
import type { Token } from '../../arabic/token.ts';
import { type HeadingRead, headingAt, leadsSentence } from './heading-at.ts';
import type { HeadingRules } from './heading-rules.ts';
import { beginsLine } from './heading-tail.ts';

export interface HeadingForm extends HeadingRead {
  readonly stands: 'line' | 'sentence' | 'prose';
  /** Token position where its text begins: after the heading, or at its own words where they belong to a sentence. */
  readonly body: number;
}

/** How far back from a colon a heading's first token may lie. */
const LOOK_BACK = 7;
const SENTENCE_END = /^[.!؟?؛…]+$/;
/** Before a name these make it part of the sentence: «في حلب:» in the middle of a line says who speaks or where. */
const TIED = new Set(
  'في من الي علي عن مدينه محافظه ريف ريفي بريف منطقه بلده قريه حي جنوب شمال شرق غرب جنوبي شمالي شرقي غربي قرب وسط بين نحو باتجاه داخل مطار طريق محيط لمدينه بمدينه ومدينه اهالي مجلس اخبار قائد محافظ'.split(
    ' ',
  ),
);

/** All forms of a heading; each place is looked at over a bounded distance, so the work is linear. */
export function findHeadings(tokens: readonly Token[], rules: HeadingRules): HeadingForm[] {
  const found: HeadingForm[] = [];
  let free = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (at < free) continue;
    const form = formAt(tokens, at, free, rules);
    if (!form) continue;
    found.push(form);
    free = form.last + 1;
  }
  return found;
}

function formAt(tokens: readonly Token[], at: number, free: number, rules: HeadingRules): HeadingForm | null {
  const token = tokens[at] as Token;
  if (beginsLine(token, at)) return withPlace(tokens, headingAt(tokens, at, rules), 'line');
  const previous = tokens[at - 1] as Token;
  if (previous.kind === 'punctuation' && SENTENCE_END.test(previous.surface)) {
    const read = headingAt(tokens, at, rules);
    const loose = read?.decorated && read.mark === 'none' && !enclosed(tokens, read);
    if (read && read.governorates.length > 0 && !loose) return withPlace(tokens, read, 'sentence');
  }
  if (token.kind !== 'punctuation') return null;
  if (token.norm.startsWith(':')) return beforeColon(tokens, at, free, rules);
  if (token.surface === '=' || token.surface.startsWith('**') || token.surface.startsWith('==')) {
    const read = headingAt(tokens, at, rules);
    return read?.decorated && enclosed(tokens, read) ? withPlace(tokens, read, 'prose') : null;
  }
  return null;
}

/** «= حلب =» and «** حلب **» inside a line. */
function enclosed(tokens: readonly Token[], read: HeadingRead): boolean {
  return tokens[read.first]?.norm === tokens[read.last]?.norm && read.last > read.first;
}

function beforeColon(
  tokens: readonly Token[],
  colon: number,
  free: number,
  rules: HeadingRules,
): HeadingForm | null {
  for (let from = Math.max(free, colon - LOOK_BACK); from < colon; from++) {
    const read = headingAt(tokens, from, rules);
    if (!read || read.led || read.last < colon || read.governorates.length === 0) continue;
    if (read.mark !== 'colon' && read.mark !== 'double') continue;
    const before = tokens[from - 1];
    if (read.mark === 'colon' && before && TIED.has(before.norm)) return null;
    // «درعا: بصرى الشام : …»: the rest of a longer name.
    if (read.mark === 'colon' && !read.whole && before?.kind === 'word') return null;
    return withPlace(tokens, read, 'prose');
  }
  return null;
}

function withPlace(
  tokens: readonly Token[],
  read: HeadingRead | null,
  stands: HeadingForm['stands'],
): HeadingForm | null {
  if (!read || isTally(tokens, read.last + 1)) return null;
  const body = leadsSentence(read) ? read.words : Math.min(read.last + 1, tokens.length);
  return Object.assign(read, { stands, body });
}

/** «حلب: 22، إدلب: 14»: a count by governorate and no section. */
function isTally(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.kind !== 'number') return false;
  const next = tokens[at + 1];
  return !next || beginsLine(next, at + 1) || (next.kind === 'punctuation' && next.norm !== '-');
}
