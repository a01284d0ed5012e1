/**
 * Reads one heading where it would have to begin: decoration, ordinal, opening words, the name, what may follow it,
 * and the mark that closes it. Whether what was read is a heading the whole article decides (see decide-headings.ts).
 */
import { monthNames, weekdayNames } from '../../arabic/calendar-words.ts';
import type { Token } from '../../arabic/token.ts';
import type { HeadingRules } from './heading-rules.ts';

/** What closes a heading: «::», a colon, dots, a dash, a comma or semicolon, a dash with an agency's name, nothing. */
export type HeadingMark = 'double' | 'colon' | 'dots' | 'dash' | 'comma' | 'dateline' | 'none';

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

/** Longest heading looked at, in tokens. */
const LONGEST = 24;
const DECORATION =
  /^(?:[#=*•●○◦▪▫■□◆◇►▶▸»«>|_~+·✓✔★☆※↓⬇◾◼◽⬛⬜§¤\-–—[\]"]+|\p{Extended_Pictographic}|[\ud83c-\ud83e].)$/u;
const STRONG_DECORATION =
  /^(?:[#=*•●○◦▪▫■□◆◇►▶▸✓✔★☆※◾◼◽⬛⬜]+|\p{Extended_Pictographic}|[\ud83c-\ud83e].)$/u;
const CLOSING = /^[#=*\]"»«<>|~_]+$/u;
const JOINING = new Set(['/', '-', '+', '&', '\\', '،']);

/** True for a token that begins a line of its own. */
export function beginsLine(token: Token, at: number): boolean {
  return at === 0 || token.gap === 'line' || token.gap === 'paragraph';
}

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
    decorated: lead.decorated || tail.decorated,
    led: opening !== null,
    endsLine: endsLine(tokens, tail.last),
  };
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

interface NameRead {
  readonly last: number;
  readonly governorates: readonly string[];
  readonly whole: boolean;
}

function readName(tokens: readonly Token[], at: number, rules: HeadingRules): NameRead | null {
  let from = at;
  for (let words = 0; words < 3; words++) {
    const name = oneName(tokens, from, '', rules);
    if (name) return withOthers(tokens, name, rules);
    const before = rules.before.at(tokens, from);
    if (!before) return null;
    from = before.last + 1;
    const next = tokens[from];
    if (!next || beginsLine(next, from)) return null;
  }
  return null;
}

function oneName(tokens: readonly Token[], at: number, prefix: string, rules: HeadingRules): NameRead | null {
  const match = rules.names.at(tokens, at, prefix);
  if (!match) return null;
  const { governorates, whole } = match.value;
  return { last: match.last, governorates, whole };
}

/** «درعا والقنيطرة», «حلب/إدلب», «حماة وريف إدلب»: further names of the same heading. */
function withOthers(tokens: readonly Token[], name: NameRead, rules: HeadingRules): NameRead {
  let { last } = name;
  const governorates = [...name.governorates];
  for (let others = 0; others < 5; others++) {
    const at = skipAfter(tokens, last + 1, rules);
    if (!onLine(tokens, at)) break;
    const other = otherName(tokens, at, rules);
    if (!other) break;
    governorates.push(...other.governorates);
    last = other.last;
  }
  return { last, whole: name.whole, governorates };
}

function otherName(tokens: readonly Token[], at: number, rules: HeadingRules): NameRead | null {
  const mark = (tokens[at] as Token).norm;
  if (mark === 'و' || (JOINING.has(mark) && onLine(tokens, at + 1))) {
    return oneName(tokens, at + 1, '', rules) ?? oneName(tokens, at + 1, 'و', rules);
  }
  const before = rules.before.at(tokens, at);
  const named = before && mark.startsWith('و') ? oneName(tokens, before.last + 1, '', rules) : null;
  return named ?? oneName(tokens, at, 'و', rules);
}

/** A heading's own words, normalised and run together. */
function keyOf(tokens: readonly Token[], first: number, last: number): string {
  let key = '';
  for (let i = first; i <= last; i++) if (tokens[i]?.kind === 'word') key += tokens[i]?.norm;
  return key;
}

/** Position after the words that may follow a name («وريفها», «الشمالي»). */
function skipAfter(tokens: readonly Token[], at: number, rules: HeadingRules): number {
  let next = at;
  for (let words = 0; words < 3; words++) {
    const token = tokens[next];
    if (!token || beginsLine(token, next)) break;
    const after = rules.after.at(tokens, next);
    if (!after) break;
    next = after.last + 1;
  }
  return next;
}

interface Tail {
  readonly last: number;
  readonly mark: HeadingMark;
  readonly decorated: boolean;
}

/** From the name's end to the heading's end: following words, a parenthesis, closing decoration, the mark. */
function readTail(tokens: readonly Token[], from: number, rules: HeadingRules): Tail {
  let at = skipParenthesis(tokens, skipAfter(tokens, from, rules));
  let decorated = false;
  while (onLine(tokens, at) && CLOSING.test((tokens[at] as Token).surface)) {
    decorated ||= STRONG_DECORATION.test((tokens[at] as Token).surface);
    at++;
  }
  const dated = dateBeforeColon(tokens, at);
  if (dated !== null) at = dated;
  const mark = markAt(tokens, at);
  if (mark === 'none') return { last: at - 1, mark, decorated };
  if (mark === 'dash') return afterDash(tokens, at, decorated, rules);
  return { last: lastOfMark(tokens, at), mark, decorated };
}

function onLine(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && !beginsLine(token, at);
}

function endsLine(tokens: readonly Token[], last: number): boolean {
  return !onLine(tokens, last + 1);
}

function skipParenthesis(tokens: readonly Token[], at: number): number {
  if (!onLine(tokens, at) || tokens[at]?.norm !== '(') return at;
  for (let i = at + 1; i <= at + 5 && onLine(tokens, i); i++) if (tokens[i]?.norm === ')') return i + 1;
  return at;
}

/** «حلب 3-7-2015:», «حلب السبت:»: the colon's position where only a date stands before it, else null. */
function dateBeforeColon(tokens: readonly Token[], at: number): number | null {
  for (let i = at; i < at + 10 && onLine(tokens, i); i++) {
    const token = tokens[i] as Token;
    if (token.norm.startsWith(':')) return i > at ? i : null;
    if (!isDatePart(token)) return null;
  }
  return null;
}

function isDatePart({ kind, norm }: Token): boolean {
  return (
    kind === 'number' ||
    /^[-/،(),.]+$/.test(norm) ||
    weekdayNames().has(norm) ||
    monthNames().has(norm) ||
    DATE_WORDS.has(norm)
  );
}

const DATE_WORDS = new Set(['اليوم', 'يوم', 'مساء', 'صباح', 'بتاريخ', 'ظهر', 'ليل']);

function markAt(tokens: readonly Token[], at: number): HeadingMark {
  if (!onLine(tokens, at)) return 'none';
  const { norm } = tokens[at] as Token;
  if (norm.startsWith('::') || (norm === ':' && tokens[at + 1]?.norm === ':')) return 'double';
  if (norm === ':' || norm === '：') return 'colon';
  if (norm.startsWith('..') || norm.startsWith('…')) return 'dots';
  if (/^-+$/.test(norm) || norm === '|') return 'dash';
  if (norm === '،' || norm === '؛' || norm === ',' || norm === ';') return 'comma';
  return 'none';
}

/** Takes in the rest of a mark: «:-», «: :», «::=». */
function lastOfMark(tokens: readonly Token[], at: number): number {
  let last = at;
  for (let i = at + 1; i <= at + 3 && onLine(tokens, i); i++) {
    if (!/^(?:[:=*\-–—.…>]+)$/.test((tokens[i] as Token).surface)) break;
    last = i;
  }
  return last;
}

/**
 * «محافظة درعا – الريف الشرقي::» goes on to its colon, «حلب – سانا:» and «دمشق - سالم العمر» are datelines, «حلب – قصف …»
 * ends with the dash.
 */
function afterDash(tokens: readonly Token[], dash: number, decorated: boolean, rules: HeadingRules): Tail {
  const here: Tail = { last: lastOfMark(tokens, dash), mark: 'dash', decorated };
  let agency = false;
  for (let i = here.last + 1; i <= dash + LONGEST; i++) {
    if (!onLine(tokens, i)) {
      const own = !agency && isQualified(tokens, here.last + 1, i, rules);
      return own
        ? { last: i - 1, mark: 'dash', decorated }
        : { ...here, mark: i - dash <= 8 ? 'dateline' : here.mark };
    }
    const { norm } = tokens[i] as Token;
    if (i - dash <= 4) agency ||= rules.agencies.at(tokens, i) !== null;
    if (!norm.startsWith(':')) continue;
    const mark = markAt(tokens, i);
    if (mark === 'double') return { last: lastOfMark(tokens, i), mark, decorated };
    if (agency || !isQualified(tokens, here.last + 1, i, rules))
      return { last: i, mark: 'dateline', decorated };
    return { last: lastOfMark(tokens, i), mark, decorated };
  }
  return dateline(here, agency);
}

/** True where only names, directions and dates stand between two positions: they tell more of the heading's place. */
function isQualified(tokens: readonly Token[], from: number, to: number, rules: HeadingRules): boolean {
  for (let i = from; i < to; ) {
    const match = rules.after.at(tokens, i) ?? rules.before.at(tokens, i) ?? rules.names.at(tokens, i);
    if (!match && !isDatePart(tokens[i] as Token)) return false;
    i = match ? match.last + 1 : i + 1;
  }
  return true;
}

function dateline(here: Tail, agency: boolean): Tail {
  return agency ? { ...here, mark: 'dateline' } : here;
}
