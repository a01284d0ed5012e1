/**
 * Members of a list of places that no gazetteer knows. After a plural cue («قرى», «بلدات», «أحياء») whatever stands
 * between the marks of the list is a place, as long as the list is sure to go on or to end there: a known place follows,
 * the bracket closes, or the text says where all of them lie. Without that, only what «و» joins or quotation marks hold
 * is taken, because a comma may as well open the next clause.
 */
import { isAt } from '../../arabic/phrases.ts';
import type { Token } from '../../arabic/token.ts';
import { isVerbLike } from '../../arabic/verbs.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { TrieMatch } from '../trie.ts';
import { AROUND, COMPOUND_HEAD, COUNTRYSIDE, cueOf, NEVER_A_NAME, PREPOSITIONS } from './cues.ts';
import type { Gazetteer, PlaceName } from './gazetteer.ts';
import { nameEnd } from './lists.ts';

export interface Member {
  readonly first: number;
  readonly last: number;
  readonly prefix: string;
}

interface Head {
  readonly first: number;
  readonly prefix: string;
  /** A comma stands before it. */
  readonly marked: boolean;
  /** «و» joins it and nothing else. */
  readonly joined: boolean;
  /** The token of the quotation mark that opens it, or -1. */
  readonly quote: number;
}

interface Run {
  readonly members: (Member & { readonly sure: boolean })[];
  /** The list goes on or ends where a list may: everything before is a member. */
  readonly closed: boolean;
}

/** Members at most that nobody knows in one list. */
const LONGEST_RUN = 40;
/** Words at most in a name; one more after a first word that only opens a name («خربة أم رجوم»). */
const LONGEST_NAME = 2;

const isComma = fitting(/^[،,]$/);
const isQuote = fitting(/^["«»“”']$/);
const FATHATAN = '\u064b';
/** What may follow a list of names: another member, a mark, or where they lie. */
const AFTER_LIST =
  /^(?:[،,.؛):"'”»\]]|و.+|في|ضمن|خلال|بعد|اثر|عقب|قرب|شمال.*|جنوب.*|شرق.*|غرب.*|بريف.*|بارياف|بمحيط|ال(?:تابع|واقع|قريب|محيط|مجاور)(?:ه|تين|تان))$/;

/** The unknown names after the list's last member (or its opening) at `known`. */
export function unknownMembers(
  tokens: readonly Token[],
  known: number,
  gazetteer: Gazetteer,
  isTaken: (token: number) => number,
  opening = false,
  quoted = false,
): readonly Member[] {
  const { members, closed } = readRun(tokens, known, gazetteer, isTaken, opening, quoted);
  if (closed || closesWithAnd(tokens, known, members)) return members;
  const unsure = members.findIndex(({ sure }) => !sure);
  return unsure < 0 ? members : members.slice(0, unsure);
}

function readRun(
  tokens: readonly Token[],
  known: number,
  gazetteer: Gazetteer,
  isTaken: (token: number) => number,
  opening: boolean,
  quoted: boolean,
): Run {
  const members: Run['members'] = [];
  let at = known + 1;
  while (members.length < LONGEST_RUN) {
    const head = headOf(tokens, at, opening && members.length === 0);
    if (head === null) return { members, closed: members.length > 0 && isWhereTheyLie(tokens, at) };
    if (ownName(tokens, head.first, gazetteer)) return { members, closed: true };
    if (!mayOpen(tokens[head.first] as Token, head)) {
      return { members, closed: members.length > 0 && isWhereTheyLie(tokens, at) };
    }
    const last =
      head.quote >= 0
        ? quotedEnd(tokens, head.first)
        : plainEnd(tokens, quoted ? { ...head, marked: true } : head, gazetteer, isTaken);
    if (last < 0 || isTaken(head.first) >= head.first) return { members, closed: false };
    const sure = head.quote >= 0 || head.joined;
    members.push({ first: head.first, last, prefix: head.prefix, sure });
    at = last + 1;
  }
  return { members, closed: false };
}

/** How far before the list's known member the comma before it may stand. */
const COMMA_REACH = 4;

/** «قرى A، B، C، D وE.»: a list of commas ends with «و». */
function closesWithAnd(tokens: readonly Token[], known: number, members: Run['members']): boolean {
  const last = members.at(-1);
  if (last === undefined || !last.sure) return false;
  // «…، مخلفين قتلى وجرحى»: a participle is no name.
  if (members.some(({ first }) => /^م.+(?:ين|ون|ه)$/.test((tokens[first] as Token).norm))) return false;
  const next = tokens[last.last + 1];
  if (next !== undefined && !breaks(next) && !/^[.؛:]$/.test(next.norm)) return false;
  const before = tokens.slice(Math.max(0, known - COMMA_REACH), known);
  return before.some(({ word }) => isComma(word));
}

/** Tokens at most between the marks of a list in quotation marks. */
const LONGEST_QUOTED = 24;

/** «عند "A وB وC"»: whether quotation marks that open right before a name hold a list joined by «و», and no more. */
export function opensQuotedList(tokens: readonly Token[], first: number, last: number): boolean {
  if (!isAt(tokens, first - 1, isQuote) || !(tokens[last + 1]?.norm ?? '').startsWith('و')) return false;
  for (let at = last + 1; at < tokens.length && at <= last + LONGEST_QUOTED; at++) {
    const token = tokens[at] as Token;
    if (isQuote(token.word)) return true;
    if (breaks(token) || token.kind !== 'word' || isVerbLike(token.norm)) return false;
  }
  return false;
}

/** The known name at a token, unless it is only the first word of a longer one («خربة» of «خربة أبو عنية»). */
export function ownName(
  tokens: readonly Token[],
  at: number,
  gazetteer: Gazetteer,
): TrieMatch<PlaceName> | null {
  const match = gazetteer.trie.longest(tokens, at);
  if (match === null || match.last > at) return match;
  const bare = (tokens[at] as Token).norm.slice(match.prefix.length);
  const next = tokens[at + 1];
  const opensMore =
    COMPOUND_HEAD.has(bare) && next?.kind === 'word' && next.gap === 'space' && !AFTER_LIST.test(next.norm);
  return opensMore ? null : match;
}

/** Where the next member starts; null where the list does not go on. */
function headOf(tokens: readonly Token[], from: number, opening: boolean): Head | null {
  let at = from;
  let marked = opening;
  let joined = opening;
  let prefix = '';
  let quote = -1;
  for (; at < tokens.length && at - from < 6; at++) {
    const token = tokens[at] as Token;
    if (breaks(token)) return null;
    if (isComma(token.word) && quote < 0) {
      marked = true;
      joined = true;
    } else if (token.norm === 'و') joined = true;
    else if (isQuote(token.word)) quote = joined ? at : -1;
    else if (!opening || !/^[(:]$/.test(token.norm)) break;
  }
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word' || breaks(token)) return null;
  if (quote < 0 && (/^و.{3}/.test(token.norm) || COMPOUND_HEAD.has(token.norm.slice(1)))) {
    prefix = 'و';
    joined = true;
  } else if (!joined) return null;
  const isQuoted = quote >= 0 && quote === at - 1 && quotedEnd(tokens, at) >= 0;
  return { first: at, prefix, marked, joined: !marked && !opening, quote: isQuoted ? quote : -1 };
}

function mayOpen(token: Token, { prefix, quote }: Head): boolean {
  const bare = token.norm.slice(prefix.length);
  if (!isNameWord(token, bare) || (quote < 0 && isVerbLike(token.norm))) return false;
  if (AROUND.has(token.norm) || token.surface.endsWith('اً')) return false;
  const cue = cueOf(token.norm);
  return cue === null || COMPOUND_HEAD.has(bare) || (cue.inName && cue.opens && !cue.plural);
}

function isNameWord(token: Token, bare = token.norm): boolean {
  if (!/^[\u0621-\u064a]+$/.test(token.norm) || token.surface.includes(FATHATAN)) return false;
  return !NEVER_A_NAME.has(token.norm) && !NEVER_A_NAME.has(bare) && !PREPOSITIONS.has(token.norm);
}

/** The end of a name that is all that its quotation marks hold; -1 where they hold more. */
function quotedEnd(tokens: readonly Token[], first: number): number {
  for (let i = first; i <= first + LONGEST_NAME + 1; i++) {
    const token = tokens[i];
    if (token === undefined) return -1;
    if (i > first && isQuote(token.word)) return i - 1;
    if (token.kind === 'punctuation' || (i > first && breaks(token)) || !isNameWord(token)) return -1;
    // «"أ وب"»: the marks hold a list.
    if (i > first && /^و.{3}/.test(token.norm)) return -1;
  }
  return -1;
}

function plainEnd(
  tokens: readonly Token[],
  head: Head,
  gazetteer: Gazetteer,
  isTaken: (token: number) => number,
): number {
  const { first } = head;
  const bare = (tokens[first] as Token).norm.slice(head.prefix.length);
  const opensName = COMPOUND_HEAD.has(bare) || COMPOUND_HEAD.has((tokens[first] as Token).norm);
  let last = first;
  if (opensName) {
    if (!continuesName(tokens, first + 1, isTaken)) return -1;
    last = first + 1;
    if (COMPOUND_HEAD.has((tokens[last] as Token).norm) && continuesName(tokens, last + 1, isTaken)) last++;
  } else if (head.marked && !endsHere(tokens, first + 1) && continuesName(tokens, first + 1, isTaken)) {
    // «مستهدفة كفرنبل»: a participle before a place is no half of a name.
    const isPlace = gazetteer.trie.longest(tokens, first + 1)?.values.some((name) => !name.weak);
    if (isPlace && /^م.+ه$/.test(bare)) return -1;
    last = first + 1;
  }
  last = nameEnd(tokens, last);
  return endsHere(tokens, last + 1) ? last : -1;
}

function continuesName(tokens: readonly Token[], at: number, isTaken: (token: number) => number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word' || token.gap !== 'space' || isTaken(at) >= at)
    return false;
  return isNameWord(token) && !AROUND.has(token.norm);
}

function endsHere(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  return next === undefined || breaks(next) || AFTER_LIST.test(next.norm);
}

/** «) بريف إدلب», «في ريف حماة», «شرقي حلب», or just the closing bracket. */
function isWhereTheyLie(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < from + 4; at++) {
    const token = tokens[at];
    if (token === undefined || breaks(token)) return false;
    if (token.norm === ')') return true;
    if (AROUND.has(token.norm)) return true;
    const next = tokens[at + 1]?.norm ?? '';
    if (token.norm === 'في') return COUNTRYSIDE.has(next) || cueOf(next) !== null;
    if (at === from && isQuote(token.word)) return true;
    if (!isQuote(token.word) && !isComma(token.word)) return false;
  }
  return false;
}

function breaks(token: Token): boolean {
  return token.gap === 'paragraph' || token.gap === 'line';
}
