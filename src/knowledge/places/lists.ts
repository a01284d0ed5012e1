/** How names stand together: lists by «و» and commas, cues that govern across brackets. */
import type { Token } from '../../arabic/token.ts';
import { AROUND, COMPASS, cueOf, LIST_OPENERS } from './cues.ts';

/** Marks that go on with a list. */
const MARKS = new Set(['،', ',', '-', '/', '(', ')', '"', '«', '»', '“', '”', "'", ':', '+', 'و', 'او']);
/** «في X وعلى Y», «نوى وجارتها جاسم». */
const JOINING = new Set([
  'وفي',
  'وعلي',
  'والي',
  'ومن',
  'وباتجاه',
  'وكذلك',
  'وايضا',
  'وجارتها',
  'وجارته',
  'وجاراتها',
  'وشقيقتها',
]);
/** At most so many tokens between two members; more where a plural cue says that a list is told. */
const GAP = 5;
const LONG_GAP = 7;

/** Whether nothing but list marks and cues stands between two names. */
export function continues(tokens: readonly Token[], lastEnd: number, at: number, plural: boolean): boolean {
  if (at - lastEnd > (plural ? LONG_GAP : GAP) + 1) return false;
  const token = tokens[at] as Token;
  if (breaks(token)) return false;
  let joined = token.norm.startsWith('و');
  for (let i = lastEnd + 1; i < at; i++) {
    const between = tokens[i] as Token;
    if (breaks(between) || tellsWhere(tokens, i)) return false;
    if (MARKS.has(between.norm) || JOINING.has(between.norm)) joined = true;
    else if (cueOf(between.norm) || AROUND.has(between.norm)) joined ||= between.norm.startsWith('و');
    else return false;
  }
  return joined;
}

/** «قرى (A، B) بريف حماة», «A وB شرقي حلب»: what follows is no member of the list, it says where the list lies. */
function tellsWhere(tokens: readonly Token[], at: number): boolean {
  const { norm } = tokens[at] as Token;
  if (!AROUND.has(norm)) return false;
  if (norm.startsWith('ب') && AROUND.has(norm.slice(1))) return true;
  return COMPASS.has(norm) && !norm.startsWith('و') && !/^(?:[،,]|و)$/.test(tokens[at - 1]?.norm ?? '');
}

function breaks(token: Token): boolean {
  return token.gap === 'paragraph' || token.gap === 'line';
}

/** Second words that tell two villages of one name apart. */
const PART = /^(?:(?:ال)?(?:فوقان|تحتان)(?:ي|يه)|ال(?:شرقي|غربي|شمالي|جنوبي|كبير|صغير|وسطي)ه?)$/;

/** The end of a village's name: «مروانة الفوقاني». */
export function nameEnd(tokens: readonly Token[], at: number): number {
  const next = tokens[at + 1];
  return next !== undefined && next.kind === 'word' && !breaks(next) && PART.test(next.norm) ? at + 1 : at;
}

/** «قرى بسهل الغاب ( قبر فضة، …», «محيط مدينة», «أحياء شرق حلب»: a cue governs across brackets and compass words. */
export function cueReaches(tokens: readonly Token[], cueAt: number, at: number): boolean {
  if (cueAt < 0 || at - cueAt > 4) return false;
  for (let i = cueAt + 1; i < at; i++) {
    const between = tokens[i] as Token;
    if (between.gap === 'paragraph') return false;
    if (/^["'“(«:#]$/.test(between.norm) || LIST_OPENERS.has(between.norm)) continue;
    if (!COMPASS.has(between.norm) && !AROUND.has(between.norm)) return false;
  }
  return true;
}
