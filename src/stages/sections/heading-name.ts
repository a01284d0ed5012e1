/** The names in a heading: one governorate or region, or several joined, with the words that may stand around them. */
import type { Token } from '../../arabic/token.ts';
import type { HeadingRules } from './heading-rules.ts';
import { beginsLine, onLine, skipAfter } from './heading-tail.ts';

const JOINING = new Set(['/', '-', '+', '&', '\\', '،']);

export interface NameRead {
  readonly last: number;
  readonly governorates: readonly string[];
  readonly whole: boolean;
}

/** The name at a position, after at most two words such as «محافظة» or «ريف»; or null. */
export function readName(tokens: readonly Token[], at: number, rules: HeadingRules): NameRead | null {
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
export function keyOf(tokens: readonly Token[], first: number, last: number): string {
  let key = '';
  for (let i = first; i <= last; i++) if (tokens[i]?.kind === 'word') key += tokens[i]?.norm;
  return key;
}
