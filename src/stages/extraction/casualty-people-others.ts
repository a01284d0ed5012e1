/** Reads people told by words that stand for them: «آخر», «آخرين», «ثالث», «أحد المدنيين», «عدد آخر». */
import { fitting, remembering } from '../../arabic/word-memory.ts';
import { exactly, several } from './casualty-counts.ts';
import { blank, type People } from './casualty-people-shape.ts';
import type { CasualtyText } from './casualty-text.ts';

/** «إصابة آخرين», «مقتل آخر», «ومقتل الثاني»: how many; null for several. */
const OTHERS_ALONE: ReadonlyMap<string, number | null> = new Map([
  ['اخرين', null],
  ['اخرون', null],
  ['اخريات', null],
  ['اخران', 2],
  ['اخر', 1],
  ['اخري', 1],
  ['الاخر', 1],
  ['الاول', 1],
  ['الثاني', 1],
]);

/** How many «وآخر», «آخرون» are. */
const othersOf = remembering((norm): { readonly count: number | null } | null => {
  const count = OTHERS_ALONE.get(norm.replace(/^و/, ''));
  return count === undefined ? null : { count };
}, null);

/** «وجرح عدد آخر», «وأعداد أخرى». */
const isNumberNoun = fitting(/^[وفبل]?(?:عددا?|اعدادا?)$/);
const isOther = fitting(/^اخر(?:ي|ين)?$/);

const isThirdOfThem = fitting(/^(?:ثالث|رابع|خامس)(?:هم|هما|هن)$/);
const isThird = fitting(/^(?:ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)ه?$/);
const opensPhrase = fitting(
  /^(?:ب|و|متاثرا?|منهم$|منهن$|قبل$|لاحقا|في$|جراء|اثر$|خلال|نتيجه|علي$|قرب$|كان|كانت|من$|اثناء$)/,
);

const isOne = fitting(/^[وفبل]?(?:احد|احدي)$/);

/** The people for whom the words at the token stand, or null. */
export function othersAt(text: CasualtyText, at: number, last: number): People | null {
  if (text.fits(at, isNumberNoun) && at < last && text.fits(at + 1, isOther))
    return blank(at, at + 1, several(text.surface(at, at + 1)), { others: true });
  // «سبعة في (أ) وآخر في (ب)»
  const token = text.tokens[at];
  const others = token === undefined ? null : othersOf(token.word);
  if (others !== null) return othersAlone(text, at, others.count);
  return isOneMore(text, at) ? othersAlone(text, at, 1) : oneOf(text, at, last);
}

/** «قتل اثنان وأصيب ثالث», «وجرح ثالثهما»: one more, and not the third of something. */
function isOneMore(text: CasualtyText, at: number): boolean {
  if (text.fits(at, isThirdOfThem)) return true;
  return text.fits(at, isThird) && (!text.isWord(at + 1) || text.fits(at + 1, opensPhrase));
}

function othersAlone(text: CasualtyText, at: number, others: number | null): People {
  // «وإصابة آخرين اثنين»
  const counted = others === null ? text.number(at + 1) : null;
  if (counted?.kind === 'count' && counted.last === at + 1 && isTwoMore(text, at + 1))
    return blank(at, at + 1, exactly(2), { others: true });
  const count = others === null ? several(text.surface(at, at)) : exactly(others);
  return blank(at, at, count, { form: others === null ? 'plural' : 'one', others: true });
}

function isTwoMore(text: CasualtyText, at: number): boolean {
  return /^(?:اثنين|اثنان|اثنتين|اثنتان)$/.test(text.norm(at));
}

/** «أحد المدنيين», «إحدى السيدات», «أحد عناصر الحاجز». */
function oneOf(text: CasualtyText, at: number, last: number): People | null {
  if (at >= last || !text.fits(at, isOne)) return null;
  const word = text.word(at + 1);
  if (!word?.person?.many) return null;
  return blank(at, at + 1, exactly(1), { form: 'one', group: word.person.group });
}
