/**
 * First step of finding places: the names that stand in the text, each with the cue that governs it and the list it
 * belongs to. Nothing is decided yet. One pass over the tokens.
 */
import type { Token } from '../../arabic/token.ts';
import type { TrieMatch } from '../trie.ts';
import { AROUND, COMPASS, type Cue, cueOf, NEVER_A_NAME } from './cues.ts';
import type { Gazetteer, PlaceName } from './gazetteer.ts';
import { unknownName } from './unknown-name.ts';

export interface Spot {
  readonly first: number;
  readonly last: number;
  /** Clitics on the first token that are no part of the name. */
  readonly prefix: string;
  /** Everything that goes by the name; empty where only the cue tells that it is a place. */
  readonly names: readonly PlaceName[];
  /** The nearest cue that governs it, its own or that of its list. */
  readonly cue: Cue | null;
  /** The cue stands right before it. */
  readonly ownCue: boolean;
  /** Token of the cue, or that of the name. */
  readonly from: number;
  readonly list: number;
  readonly sentence: number;
  /** A street, road or fixture that bears another place's name: it is not that place. */
  readonly borrowed: boolean;
}

/** Marks that go on with a list. */
const LISTING = new Set(['،', ',', '-', '–', '—', '/', '(', ')', '"', '«', '»', ':', '+', 'و', 'او']);
/** «في X وعلى Y». */
const JOINING = new Set(['وفي', 'وعلي', 'والي', 'ومن', 'وباتجاه', 'وكذلك', 'وايضا']);
const SENTENCE_END = new Set(['.', '؟', '!', '?', '...', '…', '؛', ';', '::']);
/** At most so many tokens between the members of a list. */
const LIST_GAP = 3;

export function spotPlaces(
  tokens: readonly Token[],
  gazetteer: Gazetteer,
  isTaken: (token: number) => number,
): Spot[] {
  const spots: Spot[] = [];
  let sentence = 0;
  let list = 0;
  let cue: Cue | null = null;
  let cueAt = -1;
  let lastEnd = -1;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (i > 0 && (token.gap === 'paragraph' || token.gap === 'line')) {
      sentence++;
      cue = null;
    }
    if (token.kind === 'punctuation') {
      if (SENTENCE_END.has(token.norm)) {
        sentence++;
        cue = null;
      }
      continue;
    }
    const takenTo = isTaken(i);
    if (takenTo >= i && !outgrows(tokens, i, takenTo, gazetteer)) {
      i = takenTo;
      continue;
    }
    if (lastEnd >= 0 && !continues(tokens, lastEnd, i)) cue = cueAt > lastEnd ? cue : null;
    const match =
      takenTo >= i ? gazetteer.trie.longest(tokens, i) : longestFree(tokens, i, gazetteer, isTaken);
    const ownCue = cueOf(token.norm);
    if (ownCue && (!match || match.last === i)) {
      const isName = match?.values.some((name) => !name.weak) && !ownCue.opens;
      if (!isName) {
        const borrowedAt = ownCue.inName ? borrowedName(tokens, i, ownCue, gazetteer, isTaken) : null;
        if (borrowedAt) {
          list = nextList(tokens, lastEnd, i, list);
          spots.push({ ...borrowedAt, list, sentence });
          lastEnd = borrowedAt.last;
          cue = null;
          i = borrowedAt.last;
          continue;
        }
        const unknown = ownCue.opens ? unknownName(tokens, i, ownCue, gazetteer, isTaken) : null;
        if (unknown) {
          list = nextList(tokens, lastEnd, i, list);
          spots.push({
            ...unknown,
            names: [],
            cue: ownCue,
            ownCue: true,
            from: i,
            list,
            sentence,
            borrowed: false,
          });
          lastEnd = unknown.last;
          cue = ownCue.inName ? null : ownCue;
          cueAt = i;
          i = unknown.last;
          continue;
        }
        cue = ownCue;
        cueAt = i;
        continue;
      }
    }
    if (!match || match.prefix.includes('ك')) continue;
    const near = cue !== null && cueAt === i - 1;
    const inList = lastEnd >= 0 && continues(tokens, lastEnd, i);
    list = inList ? list : list + 1;
    spots.push({
      first: i,
      last: match.last,
      prefix: match.prefix,
      names: match.values,
      cue: near || inList || cueReaches(tokens, cueAt, i) ? cue : null,
      ownCue: near || cueReaches(tokens, cueAt, i),
      from: near ? cueAt : i,
      list,
      sentence,
      borrowed: false,
    });
    lastEnd = match.last;
    i = match.last;
  }
  return spots;
}

/** A place's name that starts with an actor's and goes on after it («الفرقة 17» the base). */
function outgrows(tokens: readonly Token[], at: number, takenTo: number, gazetteer: Gazetteer): boolean {
  const match = gazetteer.trie.longest(tokens, at);
  return match !== null && match.last > takenTo && match.values.some((name) => !name.weak);
}

function longestFree(
  tokens: readonly Token[],
  at: number,
  gazetteer: Gazetteer,
  isTaken: (token: number) => number,
): TrieMatch<PlaceName> | null {
  const match = gazetteer.trie.longest(tokens, at);
  if (!match || match.last === at) return match;
  for (let i = at + 1; i <= match.last; i++) {
    if (isTaken(i) >= i) return gazetteer.trie.all(tokens, at).find((other) => other.last < i) ?? null;
  }
  return match;
}

/** «شارع بغداد», «طريق غازي عنتاب - اعزاز», «مدرسة القاهرة»: the cue takes the name along, as far as the name goes. */
function borrowedName(
  tokens: readonly Token[],
  at: number,
  cue: Cue,
  gazetteer: Gazetteer,
  isTaken: (token: number) => number,
): Omit<Spot, 'list' | 'sentence'> | null {
  if (cue.kind !== 'fixture' && cue.kind !== 'road') return null;
  if (cue.kind === 'road' && tokens[at - 1]?.norm === 'عن') return null;
  const open = tokens[at + 1]?.kind === 'punctuation' && /^["«“(]$/.test(tokens[at + 1]?.norm ?? '') ? 1 : 0;
  const next = tokens[at + 1 + open];
  if (!next || next.kind === 'punctuation' || next.gap === 'paragraph') return null;
  const match = longestFree(tokens, at + 1 + open, gazetteer, isTaken);
  if (match?.prefix !== '') return null;
  let last = match.last;
  const names = [...match.values];
  for (let hop = 0; cue.kind === 'road' && hop < 2; hop++) {
    const after = tokens[last + 1];
    if (!after) break;
    const dash = after.kind === 'punctuation' && /^[-–—/]+$/.test(after.norm);
    const further = longestFree(tokens, dash ? last + 2 : last + 1, gazetteer, isTaken);
    if (!further || (further.prefix !== '' && further.prefix !== 'و' && further.prefix !== 'ب')) break;
    if (!dash && further.prefix === '' && !further.values.some((name) => !name.weak)) break;
    if (further.prefix === 'ب') break;
    last = further.last;
    names.push(...further.values);
  }
  const prefix = clitics(tokens[at] as Token);
  return { first: at, last, prefix, names, cue, ownCue: true, from: at, borrowed: true };
}

function clitics(token: Token): string {
  for (const prefix of ['وب', 'ول', 'و', 'ف', 'ب', 'ل']) {
    if (token.norm.startsWith(prefix) && cueOf(token.norm.slice(prefix.length))) return prefix;
  }
  return '';
}

/** Whether nothing but list marks and cues stands between two names. */
function continues(tokens: readonly Token[], lastEnd: number, at: number): boolean {
  if (at - lastEnd > LIST_GAP + 1) return false;
  const token = tokens[at] as Token;
  let joined = token.norm.startsWith('و');
  for (let i = lastEnd + 1; i < at; i++) {
    const between = tokens[i] as Token;
    if (between.gap === 'paragraph' || between.gap === 'line') return false;
    if (LISTING.has(between.norm) || JOINING.has(between.norm)) joined = true;
    else if (cueOf(between.norm) || AROUND.has(between.norm)) joined ||= between.norm.startsWith('و');
    else return false;
  }
  return joined && token.gap !== 'paragraph' && token.gap !== 'line';
}

/** «قرى بسهل الغاب ( قبر فضة، …», «محيط مدينة», «أحياء شرق حلب»: a cue governs across brackets and compass words. */
function cueReaches(tokens: readonly Token[], cueAt: number, at: number): boolean {
  if (cueAt < 0 || at - cueAt > 4) return false;
  for (let i = cueAt + 1; i < at; i++) {
    const between = tokens[i] as Token;
    if (between.gap === 'paragraph') return false;
    if (between.norm === '(' || between.norm === '"' || between.norm === '«' || between.norm === ':')
      continue;
    if (!COMPASS.has(between.norm) && !AROUND.has(between.norm)) return false;
  }
  return true;
}

function nextList(tokens: readonly Token[], lastEnd: number, at: number, list: number): number {
  return lastEnd >= 0 && continues(tokens, lastEnd, at) ? list : list + 1;
}

/** Guards against a cue that is itself the name's first word and no cue here. */
export function isFunctionWord(norm: string): boolean {
  return NEVER_A_NAME.has(norm);
}
