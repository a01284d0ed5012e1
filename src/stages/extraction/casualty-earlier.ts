/** Tells what a toll is to those of the same event: one told earlier and since overtaken, or one more on top of them. */
import { fitting } from '../../arabic/word-memory.ts';
import type { Draft } from './casualty-draft.ts';
import type { CasualtyText } from './casualty-text.ts';
import { clauseAt, sentenceOfClause, spansWithin } from './spans-within.ts';

const isWas = fitting(/^و?كانت?$/);
/** «كان المرصد أفاد», «كانت الوزارة قد تحدثت»: telling, as said of the past. */
const isTelling = fitting(
  /^(?:قد)?(?:قال|ذكر|اعلن|افاد|اكد|وثق|تحدث|احصي|سجل|نشر|اشار|قدر|اورد|ابلغ|اعترف|اقر)(?:ت|وا|تا)?(?:ها|ه)?$/,
);
const isToll = fitting(/^(?:ال)?(?:حصيله|عدد|احصاييه|تقديرات)$/);
const isStop = fitting(/^[.؛:]$/);
const isFormer = fitting(/^(?:ال)?(?:اوليه?|اولي|سابقه?|الاولي)$/);
const isTimeBefore = fitting(/^(?:سابقا?|سابقه|قبل|قبيل|بدايه|البدايه|بدايتا|اولا|صباحا|عقب)$/);
const isAfter = fitting(/^(?:بعدما|ان|ما)$/);
/** How far after «وكان» its verb of telling stands: who tells it comes between. */
const TELLING_REACH = 9;
/** How far before the figure «بعد أن كانت» stands. */
const FORMER_REACH = 6;
/** How far before the figure «كانت الحصيلة الأولية» stands within its sentence. */
const ASIDE_REACH = 14;
const isFirst = fitting(/^(?:الاولي|السابقه)$/);
/** Clauses looked at before the toll's own. */
const MOST_CLAUSES = 12;

/** «بعد أن كانت ستة», «بعدما كانت الحصيلة تقف عند تسعة»: whether the figure at a token is what it was before. */
export function isWhatWas(text: CasualtyText, first: number): boolean {
  for (let at = first; at >= first - FORMER_REACH; at--)
    if (text.fits(at, isWas) && text.fits(at - 1, isAfter)) return true;
  return false;
}

/**
 * «وكان المرصد أفاد أمس عن مقتل 43 شخصا، ثم عن 48», «بعد أن كانت الحصيلة الأولية 23»: a figure that the news only recalls.
 * Whether another took its place is told by the event's other tolls.
 */
export function isRecalled(text: CasualtyText, { clause, first, last }: Draft): boolean {
  if (isWhatWas(text, first)) return true;
  for (let at = first - 1; at >= first - ASIDE_REACH && at > 0; at--) {
    if (text.fits(at, isStop)) break;
    // «…، وكانت الحصيلة الأولية تشير إلى 14 شهيدا، ثم إلى 19»
    if (text.fits(at, isWas) && text.fits(at + 1, isToll) && text.fits(at + 2, isFormer)) return true;
    // «…، وكنا قد وثقنا في الحصيلة الأولى 21 شهيدا»
    if (text.fits(at, isToll) && text.fits(at + 1, isFirst)) return true;
  }
  const [from] = sentenceOfClause(text.reading.clauses, clause, MOST_CLAUSES);
  const start = text.reading.clauses[from]?.first ?? first;
  const opening = text.norm(start) === 'و' ? start + 1 : start;
  if (!text.fits(opening, isWas)) return false;
  for (let at = opening + 1; at <= opening + TELLING_REACH; at++) {
    if (text.fits(at, isToll) && text.fits(at + 1, isFormer)) return true;
    // «وكانت الوكالة أعلنت مقتل عشرة»: without a time only another figure.
    if (at < first && text.fits(at, isTelling))
      return tellsTime(text, opening, first) && !hasOwnDay(text, clause, last);
  }
  return false;
}

/** How far after the people a day of their own may be told. */
const OWN_DAY_REACH = 12;

/** «وكان الفريق أكد أمس … وأن 36 استشهدوا في غارات مماثلة أول أمس»: of another day, and no earlier figure of this one. */
function hasOwnDay({ reading }: CasualtyText, clause: number, last: number): boolean {
  const sentence = reading.clauses[clause]?.sentence;
  return spansWithin(reading.dates, last + 1, last + OWN_DAY_REACH).some(
    ({ first, since }) =>
      since === null &&
      clauseAt(reading.clauses, first)?.sentence === sentence &&
      !reading.tokens.slice(last + 1, first).some(({ kind }) => kind === 'punctuation'),
  );
}

/** «أفاد أمس», «تحدث قبل ساعات»: whether the words tell when it was told. */
function tellsTime(text: CasualtyText, from: number, to: number): boolean {
  if (spansWithin(text.reading.dates, from, to).length > 0) return true;
  for (let at = from + 1; at < to; at++) if (text.fits(at, isTimeBefore)) return true;
  return false;
}

const RANKS = ['ثالث', 'رابع', 'خامس', 'سادس', 'سابع', 'ثامن', 'تاسع', 'عاشر'] as const;
/** What «ثالث» counts up to. */
const FIRST_RANK = 3;

/** «وتوفي رابع متأثرا بجراحه», «جثة عاشرة»: the how many-th of the dead the one told is; null where no rank is told. */
export function rankOf(text: CasualtyText, { items }: Draft): number | null {
  const [item, more] = items;
  if (item === undefined || more !== undefined || item.kind !== 'killed' || item.count.high !== 1)
    return null;
  for (let at = item.people.first; at <= item.people.last + 1; at++) {
    const index = RANKS.indexOf(text.norm(at).replace(/ه$/, '') as (typeof RANKS)[number]);
    if (index >= 0) return index + FIRST_RANK;
  }
  return null;
}
