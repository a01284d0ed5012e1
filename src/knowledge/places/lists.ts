/** How names stand together: lists by «و» and commas, cues that govern across brackets, gaps in a list. */
import type { Token } from '../../arabic/token.ts';
import { isVerbLike } from '../../arabic/verbs.ts';
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

/** Members at most that nobody knows in one list. */
const LONGEST_TAIL = 12;
/** Second words that tell two villages of one name apart. */
const PART = /^(?:(?:ال)?(?:فوقان|تحتان)(?:ي|يه)|ال(?:شرقي|غربي|شمالي|جنوبي|كبير|صغير|وسطي)ه?)$/;
/** What may follow a list of names: another member, a mark, or where they lie. */
const AFTER_LIST = /^(?:[،,.؛):"»]|و.+|في|ضمن|خلال|بعد|اثر|عقب|قرب|شمال.*|جنوب.*|شرق.*|غرب.*|بريف.*|بمحيط)$/;

/** The end of a village's name: «مروانة الفوقاني». */
export function nameEnd(tokens: readonly Token[], at: number): number {
  const next = tokens[at + 1];
  return next !== undefined && next.kind === 'word' && !breaks(next) && PART.test(next.norm) ? at + 1 : at;
}

/** Names that nobody knows after a list's last member, each joined by «و»: no verb, no word of the language's own. */
export function tailNames(
  tokens: readonly Token[],
  known: number,
  gazetteer: Gazetteer,
  isTaken: (token: number) => number,
): { first: number; last: number; prefix: string }[] {
  const names: { first: number; last: number; prefix: string }[] = [];
  let at = known + 1;
  while (names.length < LONGEST_TAIL) {
    const token = tokens[at];
    if (token === undefined || token.kind !== 'word' || breaks(token) || !/^و.{3}/.test(token.norm)) break;
    const bare = token.norm.slice(1);
    if (NEVER_A_NAME.has(token.norm) || NEVER_A_NAME.has(bare) || isVerbLike(token.norm)) break;
    if (cueOf(token.norm) || AROUND.has(token.norm) || isTaken(at) >= at) break;
    if (gazetteer.trie.longest(tokens, at) || token.surface.endsWith(FATHATAN_ALEF)) break;
    const head = COMPOUND_HEAD.has(bare) && tokens[at + 1]?.kind === 'word' ? at + 1 : at;
    const last = nameEnd(tokens, head);
    const next = tokens[last + 1];
    if (next !== undefined && !breaks(next) && !AFTER_LIST.test(next.norm)) break;
    names.push({ first: at, last, prefix: 'و' });
    at = last + 1;
  }
  return names;
}

const FATHATAN_ALEF = '\u064bا';

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
