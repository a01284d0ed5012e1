/** Reads who of the hurt died of it: «أصيب ستة، استشهد اثنان منهم لاحقا», «توفي أحدهما». */
import { fitting } from '../../arabic/word-memory.ts';
import { exactly } from './casualty-counts.ts';
import type { Draft } from './casualty-draft.ts';
import { blank, retold } from './casualty-people-shape.ts';
import { countOf } from './casualty-sums.ts';
import type { CasualtyText } from './casualty-text.ts';

/** How far after the hurt those may be told who died. */
const REACH = 25;

const isOneOfThem = fitting(/^(?:احد|احدي)(?:هم|هما|هن)$/);
const isOne = fitting(/^(?:احد|احدي)$/);
const isOfThem = fitting(/^من(?:هم|هما|هن)$/);

interface Died {
  readonly people: number;
  readonly last: number;
}

const isLone = fitting(/^[وف]?(?:توفي|فارق|استشهد|قضي|مات)ت?$/);
const isThen = fitting(/^(?:ثم|ان|لبث)$/);
const isAfterwards = fitting(/^(?:متاثرا?ه?|لاحقا|بعد|بعدها|فور)$/);
const isWhere = fitting(/^(?:(?:ال)?(?:مشفي|مستشفي)|وقت|طريق|الطريق|اليوم|الفور)$/);
/** How far after their death others may be named who died. */
const OTHERS = 4;

/** «أصيب شاب برصاصة وتوفي متأثرا بها», «ثم فارق الحياة»: the one just told hurt, where no other person follows. */
function diedAlone(text: CasualtyText, hurt: number, at: number): Died | null {
  if (hurt !== 1 || !text.fits(at, isLone)) return null;
  if (!/^[وف]/.test(text.tokens[at]?.norm ?? '') && !text.fits(at - 1, isThen)) return null;
  const last = text.tokens[at + 1]?.norm === 'الحياه' ? at + 1 : at;
  const ends = (text.tokens[last + 1]?.kind ?? 'punctuation') === 'punctuation';
  if (!(ends && last > at) && !text.fits(last + 1, isAfterwards) && !text.fits(last + 2, isWhere))
    return null;
  for (let next = last + 1; next <= last + OTHERS; next++) if (text.word(next)?.person) return null;
  return { people: 1, last };
}

/** How many of those hurt the predicate at the token tells to have died; null where it tells of others. */
function diedOfThem(text: CasualtyText, at: number): Died | null {
  const killed = text.word(at)?.predicates.some(({ kind, form }) => kind === 'killed' && form === 'verb');
  if (killed !== true) return null;
  if (text.fits(at + 1, isOneOfThem)) return { people: 1, last: at + 1 };
  // «قبل أن يفارق أحد المصابين الحياة»
  if (text.fits(at + 1, isOne) && areTheHurt(text, at + 2)) return { people: 1, last: at + 2 };
  const number = text.number(at + 1);
  if (number === null || number.kind !== 'count' || number.best === null || number.vague !== null)
    return null;
  if (text.fits(number.last + 1, isOfThem)) return { people: number.best, last: number.last + 1 };
  const ofTheHurt = text.norm(number.last + 1) === 'من' && areTheHurt(text, number.last + 2);
  return ofTheHurt ? { people: number.best, last: number.last + 2 } : null;
}

/** «المصابين», «الجرحى»: those told hurt before. */
function areTheHurt(text: CasualtyText, at: number): boolean {
  const word = text.word(at);
  return word?.definite === true && word.victim?.kind === 'injured' && word.victim.many;
}

/** Counts those who died no longer among the hurt of the finding; returns the last token, or null. */
export function turnedDead(text: CasualtyText, draft: Draft | undefined, at: number): number | null {
  if (draft === undefined || at - draft.last > REACH || at <= draft.last) return null;
  const hurt = draft.items.at(-1);
  const died = diedOfThem(text, at) ?? diedAlone(text, hurt?.count.best ?? 0, at);
  if (died === null || hurt?.kind !== 'injured' || hurt.count.high === null || hurt.count.vague !== null)
    return null;
  const left = (hurt.count.best ?? 0) - died.people;
  if (left < 0 || countOf(draft, 'injured')?.best === null) return null;
  const people = blank(at, died.last, exactly(died.people), { group: hurt.people.group });
  const rest = {
    kind: hurt.kind,
    people: retold(hurt.people, { count: exactly(left) }),
    count: exactly(left),
  };
  draft.items.pop();
  if (left > 0) draft.items.push(rest);
  draft.items.push({ kind: 'killed', people, count: people.count });
  draft.last = died.last;
  return died.last;
}
