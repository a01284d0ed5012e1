/** How names stand together: lists by «و» and commas, cues that govern across brackets, gaps in a list. */
import type { Token } from '../../arabic/token.ts';
import { AROUND, COMPASS, COMPOUND_HEAD, COUNTRYSIDE, cueOf, NEVER_A_NAME } from './cues.ts';
import type { Gazetteer } from './gazetteer.ts';

/** Marks that go on with a list. */
const MARKS = new Set(['،', ',', '-', '/', '(', ')', '"', '«', '»', ':', '+', 'و', 'او']);
/** «في X وعلى Y». */
const JOINING = new Set(['وفي', 'وعلي', 'والي', 'ومن', 'وباتجاه', 'وكذلك', 'وايضا']);
/** At most so many tokens between two members; more where a plural cue says that a list is told. */
const GAP = 5;
const LONG_GAP = 7;

/** Whether nothing but list marks, cues and (under a plural cue) names nobody knows stands between two names. */
export function continues(tokens: readonly Token[], lastEnd: number, at: number, plural: boolean): boolean {
  if (at - lastEnd > (plural ? LONG_GAP : GAP) + 1) return false;
  const token = tokens[at] as Token;
  if (breaks(token)) return false;
  let joined = token.norm.startsWith('و');
  for (let i = lastEnd + 1; i < at; i++) {
    const between = tokens[i] as Token;
    if (breaks(between)) return false;
    if (MARKS.has(between.norm) || JOINING.has(between.norm)) joined = true;
    else if (cueOf(between.norm) || AROUND.has(between.norm)) joined ||= between.norm.startsWith('و');
    else if (!plural || !isGapWord(tokens, i, lastEnd)) return false;
  }
  return joined;
}

function breaks(token: Token): boolean {
  return token.gap === 'paragraph' || token.gap === 'line';
}

/** A word of a list that may be a name: «والميسر», or the second word of «وجب الهب». */
function isGapWord(tokens: readonly Token[], at: number, lastEnd: number): boolean {
  const token = tokens[at] as Token;
  if (token.kind !== 'word' || NEVER_A_NAME.has(token.norm)) return false;
  if (opensGap(tokens, at)) return token.norm.length > 3;
  const before = tokens[at - 1] as Token;
  return at - 1 > lastEnd && opensGap(tokens, at - 1) && COMPOUND_HEAD.has(before.norm.replace(/^و/, ''));
}

function opensGap(tokens: readonly Token[], at: number): boolean {
  const { norm } = tokens[at] as Token;
  return norm.startsWith('و') || /^[،,]$/.test(tokens[at - 1]?.norm ?? '');
}

/** The unknown names between two members of a list. */
export function gapNames(
  tokens: readonly Token[],
  lastEnd: number,
  at: number,
): { first: number; last: number; prefix: string }[] {
  const names: { first: number; last: number; prefix: string }[] = [];
  for (let i = lastEnd + 1; i < at; i++) {
    const token = tokens[i] as Token;
    if (
      token.kind !== 'word' ||
      MARKS.has(token.norm) ||
      cueOf(token.norm) ||
      AROUND.has(token.norm) ||
      JOINING.has(token.norm)
    )
      continue;
    const known = names[names.length - 1];
    if (!opensGap(tokens, i) && known) names[names.length - 1] = { ...known, last: i };
    else names.push({ first: i, last: i, prefix: token.norm.startsWith('و') ? 'و' : '' });
  }
  return names;
}

/** «وY» after the last known member, where «بريف …» or «في ريف …» follows; null where it is anything else. */
export function lastUnknown(
  tokens: readonly Token[],
  known: number,
  gazetteer: Gazetteer,
): { first: number; last: number; prefix: string } | null {
  const token = tokens[known + 1];
  if (token === undefined || token.kind !== 'word' || !/^و.{4}/.test(token.norm) || breaks(token))
    return null;
  if (NEVER_A_NAME.has(token.norm) || cueOf(token.norm) || AROUND.has(token.norm)) return null;
  if (gazetteer.trie.longest(tokens, known + 1)) return null;
  const follows = tokens[known + 2]?.norm ?? '';
  const where = follows === 'في' ? (tokens[known + 3]?.norm ?? '') : follows;
  return COUNTRYSIDE.has(where) && (where !== follows || where.startsWith('ب'))
    ? { first: known + 1, last: known + 1, prefix: 'و' }
    : null;
}

/** «قرى بسهل الغاب ( قبر فضة، …», «محيط مدينة», «أحياء شرق حلب»: a cue governs across brackets and compass words. */
export function cueReaches(tokens: readonly Token[], cueAt: number, at: number): boolean {
  if (cueAt < 0 || at - cueAt > 4) return false;
  for (let i = cueAt + 1; i < at; i++) {
    const between = tokens[i] as Token;
    if (between.gap === 'paragraph') return false;
    if (/^["(«:]$/.test(between.norm)) continue;
    if (!COMPASS.has(between.norm) && !AROUND.has(between.norm)) return false;
  }
  return true;
}
