/** Counts of a stretch of time: a period, an operation since it began, what goes on from day to day. */

import { dayNumber } from '../../arabic/calendar.ts';
import { isAt } from '../../arabic/phrases.ts';
import type { DateSpan } from '../../arabic/token.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { Reading } from './findings.ts';
import { isSuperlative } from './look-backs.ts';
import { isThereby } from './segments.ts';
import { spansWithin } from './spans-within.ts';
import { CONTEXT, NEAR, sentenceRange } from './totals-near.ts';

/** A stretch of more days than this is a period, not an event that goes on. */
const LONGEST_EVENT = 2;

/** Whether a date names a stretch of days, a month or a year, and not the day of one event. */
export function isPeriod(date: DateSpan): boolean {
  if (date.since === null) return date.precision === 3;
  return dayNumber(date.date) - dayNumber(date.since) >= LONGEST_EVENT;
}

/** «هي الأعنف منذ أسابيع»: how it compares. */
export function isCompared({ tokens }: Reading, at: number): boolean {
  return [1, 2].some((back) => isAt(tokens, at - back, isSuperlative));
}

/** «حيث ارتقى 7 شهداء يوم الخميس»: one day of what goes on. */
export function hasDay(reading: Reading, from: number, to: number): boolean {
  return spansWithin(reading.dates, from, to).some(({ since, precision }) => since === null && precision < 3);
}

const BEGINNINGS = new Set(['بدايه', 'اندلاع', 'انطلاق', 'مطلع', 'انطلاقه', 'بدء', 'سقوط']);

const ERAS = new Set([
  'العدوان',
  'الغزو',
  'الاجتياح',
  'التدخل',
  'الثوره',
  'الحرب',
  'الازمه',
  'النزاع',
  'الصراع',
  'العام',
  'الشهر',
  'الاحداث',
  'الحمله',
  'الانتفاضه',
  'رمضان',
  'السنه',
  'الاحتجاجات',
  'التصعيد',
  'الهدنه',
  'الحراك',
  'الاسبوع',
  'حمله',
  'العمليه',
  'عمليه',
  'حملتها',
  'حملته',
  'النظام',
  'نظام',
  'الحصار',
  'المعركه',
]);

export const isSince = fitting(/^[وف]?منذ$/);

/** «منذ بداية الحملة», «منذ الثورة», «منذ اندلاعها صباح الأحد»: whether «منذ» at a token names more than an event's time. */
export function isEra(reading: Reading, at: number): boolean {
  const { tokens } = reading;
  const next = tokens[at + 1]?.norm ?? '';
  if (ERAS.has(next) || (BEGINNINGS.has(next) && ERAS.has(tokens[at + 2]?.norm ?? ''))) return true;
  if (isOfOperation(tokens, at)) return true;
  const begun = dayOfBeginning(reading, at);
  return (
    begun !== null && dayNumber(reading.published) - dayNumber(begun.since ?? begun.date) >= LONGEST_EVENT
  );
}

const isBegun = fitting(/^(?:بدا|بدات|بدء|بدايه|اطلقت|اطلق|انطلاق|اعلان|شنت)$/);
const isOperation = fitting(/^(?:حملت|عمليت|معركت)(?:ه|ها|هم)$/);

/** How far after «منذ بدأت» the operation is named: who began it comes between. */
const OPERATION_REACH = 10;

/** «منذ بدأت قوات سوريا الديمقراطية حملتها لانتزاع المدينة». */
function isOfOperation(tokens: Reading['tokens'], at: number): boolean {
  if (!isAt(tokens, at + 1, isBegun)) return false;
  // «منذ إعلان "غضب الفرات"»
  if (/^["«“]$/.test(tokens[at + 2]?.norm ?? '')) return true;
  for (let i = at + 2; i <= at + OPERATION_REACH; i++) if (isAt(tokens, i, isOperation)) return true;
  return false;
}

/** How far after «منذ» the day of what began then is told. */
const BEGUN_REACH = 10;

/** «منذ بدء معركة فك الحصار يوم الأحد الماضي»: the day that closes the words, or null. */
function dayOfBeginning(reading: Reading, at: number): DateSpan | null {
  const [told] = spansWithin(reading.dates, at + 2, at + BEGUN_REACH);
  if (told === undefined) return null;
  for (let i = at + 1; i < told.first; i++) if (reading.tokens[i]?.kind !== 'word') return null;
  return told;
}

/** «وتشهد المحافظة عمليات اغتيال بشكل شبه يومي … أسفرت عن»: what goes on from day to day. */
export function isHabit({ tokens }: Reading, first: number): boolean {
  for (let i = first - 1; i >= Math.max(1, first - CONTEXT); i--) {
    const token = tokens[i];
    if (token === undefined || token.norm === '.' || tokens[i + 1]?.gap === 'paragraph') return false;
    const daily = token.norm === 'يومي' || token.norm === 'يوميه';
    if (daily && /^(?:شبه|بشكل)$/.test(tokens[i - 1]?.norm ?? '')) return true;
  }
  return false;
}

export const areDays = fitting(/^(?:ال)?(?:يومين|ايام|اسبوعين|اسابيع)$/);

/** «خلال ثمانية أيام», «خلال اليومين الماضيين». */
export function isDays(tokens: Reading['tokens'], at: number): boolean {
  return isAt(tokens, at, areDays) || (tokens[at]?.norm !== 'ساعات' && isAt(tokens, at + 1, areDays));
}

/** How far after «وبذلك» its figure is told. */
const THEREBY_REACH = 3;
const isTimeWord = fitting(/^(?:ال)?(?:ساعه|ساعات|يوم|يومين|ايام|اسبوع|ساعتين|اقل)$/);
const isStretch = fitting(/^(?:اسبوع|شهر|شهرين|يومين|اسبوعين)$/);
const areActs = fitting(/^(?:ال)?(?:اعتداءات|هجمات|غارات|تفجيرات|ضربات|عمليات)$/);
const isToday = fitting(/^(?:اليوم|امس)$/);

/** «وبذلك يرتفع إلى 9 تعداد القتلى خلال الـ 24 ساعة الأخيرة»: what all of that time adds up to. */
export function isSumSince(reading: Reading, clause: number, first: number, last: number): boolean {
  const { tokens } = reading;
  const range = sentenceRange(reading, clause);
  if (!isAt(tokens, range.first, isThereby) || first - range.first > THEREBY_REACH) return false;
  for (let i = range.first; i <= Math.min(range.last, last + NEAR); i++) {
    if (isAt(tokens, i, isSince)) return true;
    const time = [1, 2, 3, 4].some((on) => isAt(tokens, i + on, isTimeWord));
    if (time && tokens[i]?.norm === 'خلال') return true;
    // «وبهذا يكون 125 مدنيا قد قضوا في أسبوع واحد»
    if (tokens[i]?.norm === 'في' && isAt(tokens, i + 1, isStretch)) return true;
    // «وبذلك ترتفع حصيلة اعتداءات اليوم إلى خمسة»
    if (isAt(tokens, i, areActs) && isAt(tokens, i + 1, isToday)) return true;
  }
  return false;
}

/** How many clauses before a count its sentence may open with a period. */
const OPENING_CLAUSES = 4;

/** «ومنذ بداية العدوان بلغ عدد القتلى 940، في حين وثقنا استشهاد 61 مدنيا»: all that the sentence counts. */
export function opensWithPeriod(reading: Reading, clause: number): boolean {
  const { clauses, tokens, dates } = reading;
  let index = clause;
  const sentence = clauses[clause]?.sentence;
  while (index > 0 && clauses[index - 1]?.sentence === sentence) {
    index--;
    if (clause - index > OPENING_CLAUSES) return false;
  }
  const opening = clauses[index]?.first ?? 0;
  // «ودفع الهجوم منذ كانون الأول نحو 700 ألف إلى النزوح، وتسبب بمقتل 350»
  const at = [0, 1, 2, 3].map((on) => opening + on).find((one) => isAt(tokens, one, isSince));
  if (at === undefined || (at > opening && tellsDay(reading, clause))) return false;
  return isEra(reading, at) || spansWithin(dates, at, at + SINCE_REACH).some(isPeriod);
}

const areCountedActs = fitting(
  /^(?:ال)?(?:عمليات|عمليه|هجمات|هجوما|استهدافات|استهدافا|اغتيالات|حوادث|حادثه|غارات|غاره|تفجيرات|تفجيرا|انتهاكات|جريمه|جرايم)$/,
);
const cameOfThem = fitting(/^[وف]?(?:فيها|خلالها|بها|جراءها|خلفت|اسفرت|ادت|اوقعت|حصدت|تسببت|اودت|راح)$/);
/** How far after the count's first word «فيها» may stand, and how far before it «منذ» and the acts. */
const CAME_REACH = 3;
const COUNTED_ACTS_BACK = 16;

/** «… 107 حصيلة العمليات التي أحصاها المرصد منذ بداية العام، قضى فيها 70 شخصا»: who fell in all of them. */
export function isOfCountedActs(reading: Reading, clause: number, first: number): boolean {
  const { clauses, tokens, dates } = reading;
  let came = false;
  for (let at = first; at <= first + CAME_REACH; at++) came ||= isAt(tokens, at, cameOfThem);
  if (!came) return false;
  const from = Math.max(clauses[clause]?.first ?? first, first - COUNTED_ACTS_BACK);
  let [acts, since] = [false, false];
  for (let at = from; at < first; at++) {
    acts ||= isAt(tokens, at, areCountedActs);
    since ||=
      isAt(tokens, at, isSince) &&
      (isEra(reading, at) || spansWithin(dates, at, at + SINCE_REACH).some(isPeriod));
  }
  return acts && since;
}

/** Whether a clause tells a day of its own. */
function tellsDay(reading: Reading, clause: number): boolean {
  const range = reading.clauses[clause];
  return range !== undefined && hasDay(reading, range.first, range.last);
}

/** How many tokens a day after «منذ» takes. */
const SINCE_REACH = 4;
