/** Reads what a predicate goes on to tell of another place: «مقتل تسعة مدنيين في (أ) وأربعة مدنيين في (ب)». */
import { isVerbLike } from '../../arabic/verbs.ts';
import { fitting } from '../../arabic/word-memory.ts';
import { sentenceAt } from './casualty-draft.ts';
import { isElsewhere } from './casualty-elsewhere.ts';
import { isCauseOfDeath } from './casualty-parts.ts';
import { peopleAt } from './casualty-people.ts';
import type { People } from './casualty-people-shape.ts';
import { placeOf } from './casualty-place.ts';
import type { CasualtyKind } from './casualty-schema.ts';
import type { CasualtyText } from './casualty-text.ts';
import { listFrom, type Told } from './casualty-told.ts';
import { spansWithin } from './spans-within.ts';

/** What was told last in a clause, and where it ended. */
export interface Latest {
  readonly kind: CasualtyKind;
  readonly last: number;
  /** Where the people themselves ended: before «بينهم طفل», and all else that is told of them. */
  readonly people: number;
}

/** Farthest that the next place's people stand from those before. */
const REACH = 14;

export function readContinuation(
  text: CasualtyText,
  at: number,
  last: number,
  latest: Latest | null,
): Told | null {
  if (latest === null || at - latest.last > REACH || at <= latest.last) return null;
  if (sentenceAt(text, at) !== sentenceAt(text, latest.last)) return null;
  const start = text.norm(at) === 'و' ? at + 1 : isAdding(text, at) ? at + 2 : at;
  if (start === at && !text.norm(at).startsWith('و')) return null;
  const people = peopleAt(text, start, last);
  if (people === null || people.what === 'things') return null;
  const list = listFrom(text, people, last);
  const byMeans = isByMeans(text, at, list);
  if (!byMeans && !isCount(text, people, last) && !isLonePlaced(text, list)) return null;
  const elsewhere = people.others && isElsewhere(text, latest.last, people.last);
  if (!byMeans && !elsewhere && (at - latest.people < 2 || !placeThenNothing(text, latest.people + 1, at)))
    return null;
  const items = list.map((one) => ({ kind: one.kind ?? latest.kind, people: one, count: one.count }));
  return {
    first: at,
    last: (list.at(-1) as People).last,
    items,
    running: false,
    predicate: true,
    apart: true,
  };
}

/** «7 قضوا في غارات على (أ)، ورجل برصاص قناص في (ب)»: people after a breath, whom something else killed. */
function isByMeans(text: CasualtyText, at: number, list: readonly People[]): boolean {
  const [head, end] = [list[0] as People, list.at(-1) as People];
  if (head.kind !== null || head.definite || text.norm(at - 1) !== '،') return false;
  // «ورجلان تحت التعذيب»
  if (text.norm(end.last + 1) === 'تحت') return text.norm(end.last + 2).endsWith('تعذيب');
  return text.fits(end.last + 1, isCauseOfDeath);
}

/** «إضافة», «فضلا»: the word before «إلى» or «عن». */
export const isAddition = fitting(/^و?(?:ب?(?:ال)?اضافه|فضلا|علاوه)$/);

/** «6 جنود غرب دمشق، إضافة إلى 9 مقاتلين في (ب)» */
function isAdding(text: CasualtyText, at: number): boolean {
  return text.fits(at, isAddition) && /^(?:الي|عن|علي)$/.test(text.norm(at + 1));
}

/** Counted people, or a bare number with its place right after it: «و(22) في …». */
function isCount(text: CasualtyText, people: People, last: number): boolean {
  if (people.form === 'counted') return true;
  const after = text.norm(people.last + 1);
  // «سبعة في (أ) وآخر في (ب)»
  if (people.form === 'one' && people.others && people.first === people.last)
    return people.last < last && after === 'في';
  return people.form === 'bare' && people.last < last && (after === 'في' || after.startsWith('ب'));
}

/** «ثلاثة في (أ)، وسيدة في (ب)، ورجل وزوجته في (ج)»: people told one by one, with their place right after them. */
function isLonePlaced(text: CasualtyText, list: readonly People[]): boolean {
  const [head, end] = [list[0] as People, list.at(-1) as People];
  if (head.form !== 'one' || head.definite || head.kind !== null || text.norm(end.last + 1) !== 'في')
    return false;
  return placeOf(text, head.first, end.last) !== null;
}

/** Whether the tokens between tell a place and no other act. */
function placeThenNothing(text: CasualtyText, from: number, to: number): boolean {
  let place = text.norm(from) === 'في';
  const places = spansWithin(text.reading.entities.places, from, to - 1);
  for (let i = from; i < to; i++) {
    if (places.some(({ first, last }) => first <= i && last >= i)) place = true;
    else if (/^[وف]/.test(text.norm(i)) && isVerbLike(text.norm(i).slice(1))) return false;
  }
  return place;
}
