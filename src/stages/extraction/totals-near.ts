/** Which words around a count tell of the people counted. */

import { isAt } from '../../arabic/phrases.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { Reading } from './findings.ts';
import { sentenceOfClause } from './spans-within.ts';

/** How far around a figure the words of its period or its country are looked for, in tokens. */
export const CONTEXT = 60;

/** Clauses looked at on either side; a sentence of more is no sentence. */
const MOST_CLAUSES = 40;

/** The tokens of the sentence that a clause belongs to. */
export function sentenceRange(reading: Reading, clause: number): { first: number; last: number } {
  const { clauses } = reading;
  const [from, to] = sentenceOfClause(clauses, clause, MOST_CLAUSES);
  return { first: clauses[from]?.first ?? 0, last: clauses[to]?.last ?? 0 };
}

/** How near its figure the words of a period stand. */
export const NEAR = 14;

/** What follows these tells no longer of the people counted. */
export const leadsAway = fitting(
  /^(?:التي|الذي|الذين|حيث|اللذين|تضاف|يضاف|سلسله|المنتشره|ل[يت](?:رتفع|صل|بلغ|صبح)|و?ب(?:ذلك|هذا))$/,
);

/** Whether words tell of the people counted from `first` to `last`: near them, with no relative clause between. */
export function belongs(
  { tokens }: Reading,
  words: { readonly first: number; readonly last: number },
  first: number,
  last: number,
): boolean {
  if (words.first <= last && words.last >= first) return true;
  const [from, to] = words.first > last ? [last + 1, words.first - 1] : [words.last + 1, first - 1];
  if (to - from >= NEAR) return false;
  for (let i = from; i <= to; i++) {
    const token = tokens[i];
    if (token !== undefined && leadsAway(token.word)) return false;
  }
  if (words.first > last) return true;
  // «مواجهات شهدتها في تموز الماضي راح ضحيتها ألف»: told in the same breath.
  let breath = false;
  for (let i = from; i <= to && !breath; i++) breath = isAt(tokens, i, isBreath);
  return !breath || !isInRelative(tokens, words.first);
}

/** How far before words the relative that they end may begin. */
const RELATIVE_REACH = 10;
const opensRelative = fitting(/^(?:التي|الذي|الذين|اللذين|اللتين)$/);
const isBreath = fitting(/^[،,.؛:؟!]$/);

/** «المدينة التي سيطرت عليها الفصائل الشهر الماضي، ما أدى إلى مقتل 13»: of the town, and not of the dead. */
function isInRelative(tokens: Reading['tokens'], at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - RELATIVE_REACH; i--) {
    if (isAt(tokens, i, isBreath)) return false;
    if (isAt(tokens, i, opensRelative)) return true;
  }
  return false;
}
