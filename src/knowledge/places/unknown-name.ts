/** A place's name that no gazetteer knows, taken from the words after a cue: «قرية كذا», «حاجز أم كذا», one or two words. */
import type { Token } from '../../arabic/token.ts';
import { isVerbLike } from '../../arabic/verbs.ts';
import { remembering } from '../../arabic/word-memory.ts';
import { AROUND, COMPOUND_HEAD, type Cue, cliticsOn, cueOf, NEVER_A_NAME, PREPOSITIONS } from './cues.ts';
import type { Gazetteer } from './gazetteer.ts';
import { ownName } from './list-members.ts';
import { nameEnd } from './lists.ts';

export interface UnknownName {
  readonly first: number;
  readonly last: number;
  readonly prefix: string;
}

/** The name after the cue at `at`, the cue included where it belongs to the name; null where none reads like one. */
export function unknownName(
  tokens: readonly Token[],
  at: number,
  cue: Cue,
  gazetteer: Gazetteer,
  isTaken: (token: number) => number,
): UnknownName | null {
  let head = at + 1;
  // «على جبهة "التويس"»: only where the name is marked as one.
  if (cue.kind === 'district' && !isQuote(tokens[head])) return null;
  if (isQuote(tokens[head])) head++;
  const first = tokens[head];
  if (!canBeName(first) || isTaken(head) >= head || isVerb(tokens[at] as Token)) return null;
  // Two words without anything between them: what stood there was cut out of the page.
  if (head === at + 1 && first.gap === 'none') return null;
  // «حواجز تبتز المارة»: what they do.
  if (cue.plural && first.norm.startsWith('ت') && isVerbLike(first.norm)) return null;
  // «30 قرية وبلدة وواصلت …»: villages that are counted are not named.
  if (isCounted(tokens, at)) return null;
  if (ownName(tokens, head, gazetteer)) return null;
  if (cueOf(first.norm) && !COMPOUND_HEAD.has(first.norm)) return null;
  let last = head;
  const second = tokens[head + 1];
  if (COMPOUND_HEAD.has(first.norm)) {
    if (!canFollow(second) || isTaken(head + 1) > head) return null;
    last = head + 1;
  }
  last = nameEnd(tokens, last);
  return { first: cue.inName ? at : head, last, prefix: cue.inName ? cliticsOn(tokens[at] as Token) : '' };
}

/** «وأدى» reads like «وادي» once the hamza is gone. */
export function isVerb({ norm, surface }: Token): boolean {
  return surface.includes('أ') && isVerbLike(norm);
}

function isCounted(tokens: readonly Token[], at: number): boolean {
  const cue = (token: Token | undefined) => token !== undefined && cueOf(token.norm) !== null;
  const from = cue(tokens[at - 1]) ? at - 2 : at - 1;
  return tokens[from]?.kind === 'number';
}

const FATHATAN = '\u064b';

function isQuote(token: Token | undefined): boolean {
  return token !== undefined && /^["'«“”]$/.test(token.norm);
}

function canBeName(token: Token | undefined): token is Token {
  if (token === undefined || token.kind !== 'word' || token.gap === 'paragraph' || token.gap === 'line')
    return false;
  // A noun in the indefinite accusative («قرية وتجمعاً») is counted or described, never a name.
  if (token.surface.includes(FATHATAN)) return false;
  return readsLikeName(token.word);
}

const readsLikeName = remembering((norm) => {
  if (norm.length < 3 && !COMPOUND_HEAD.has(norm)) return false;
  if (NEVER_A_NAME.has(norm) || PREPOSITIONS.has(norm) || norm.startsWith('لل')) return false;
  // «عدة حواجز كالسلام والنمر»: such as those.
  if (/^كال./.test(norm)) return false;
  // «قضى مزارع برصاص قناص»
  if (/^ب(?:رصاص|قصف|غار|انفجار|تفجير|لغم|عبو|قذيف|قذاي|صاروخ|نيران|طلق|هجوم|شظاي|اطلاق)/.test(norm))
    return false;
  // «بينهم مزارع واثنتان من بناته»
  if (/^و(?:احد|اثنان|اثنتان|اثنين|اثنتين|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع|عشر)[هي]?$/.test(norm)) return false;
  // «في مزرعة يعملون فيها»
  if (/^ي.{2,}ون$/.test(norm)) return false;
  // «أصاب مزرعة يقيم فيها», «على مسجد احتمت به عائلات»
  if (/^ي/.test(norm) && isVerbLike(norm)) return false;
  if (/^ا(?!ل).{2,}[^ا]ت$/.test(norm)) return false;
  // «أقامت حواجز وفتشت المارة»
  if (norm.startsWith('و') && isVerbLike(norm)) return false;
  // «على مدرسة ليقتل ثلاثة»
  if (/^لي/.test(norm) && isVerbLike(norm.slice(1))) return false;
  return !AROUND.has(norm) && /^[\u0621-\u064a]+$/.test(norm);
});

function canFollow(token: Token | undefined): token is Token {
  if (token === undefined || token.gap === 'paragraph' || token.gap === 'line') return false;
  return token.kind === 'number' || (token.kind === 'word' && !NEVER_A_NAME.has(token.norm));
}
