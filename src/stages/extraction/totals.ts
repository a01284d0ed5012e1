/** Which counts of dead and hurt are totals: of several events, of a period, of a whole province or the country. */

import { isAt } from '../../arabic/phrases.ts';
import { fitting, remembering } from '../../arabic/word-memory.ts';
import type { Reading } from './findings.ts';
import { spansWithin } from './spans-within.ts';
import { belongs, CONTEXT } from './totals-near.ts';
import { areVictims, isNational, isOfPlaceInAll, isOfTown, isProvincial } from './totals-place.ts';
import {
  areDays,
  hasDay,
  isCompared,
  isDays,
  isEra,
  isHabit,
  isOfCountedActs,
  isPeriod,
  isSince,
  isSumSince,
  opensWithPeriod,
} from './totals-time.ts';

/** Whether the people told in a clause are a total: over a period, or over the whole country. */
export function isTotal(reading: Reading, clause: number, first: number, last: number): boolean {
  const range = reading.clauses[clause];
  if (range === undefined) return false;
  const from = Math.max(range.first, first - CONTEXT);
  const to = Math.min(Math.max(range.last, last), last + CONTEXT);
  if (
    spansWithin(reading.dates, from, to).some(
      (date) => isPeriod(date) && belongs(reading, date, first, last) && !isCompared(reading, date.first),
    )
  )
    return true;
  return (
    (isHabit(reading, first) && !hasDay(reading, from, to)) ||
    isDividedUp(reading, last) ||
    isNamedOnly(reading, first) ||
    opensWithPeriod(reading, clause) ||
    isOfCountedActs(reading, clause, first) ||
    isPeriodWord(reading, from, to, first, last) ||
    isSumSince(reading, clause, first, last) ||
    isOfCampaign(reading, first, last) ||
    isOfPlaceInAll(reading, first, last) ||
    isDigestLine(reading, first) ||
    isNational(reading, from, to, first) ||
    isProvincial(reading, first, last)
  );
}

const isNames = fitting(/^[بو]?(?:ال)?اسماء$/);

/** «نشر المركز أسماء 12 من مقاتليه»: a list of names is of many days. */
function isNamedOnly({ tokens }: Reading, first: number): boolean {
  if (tokens[first - 1]?.kind !== 'word') return false;
  return isAt(tokens, first - 1, isNames) || isAt(tokens, first - 2, isNames);
}

const isHospital = fitting(/^(?:ال)?(?:مشاف|مشافي|مشفي|مستشفي|مستشفيات|نقاط)$/);
const isDivided = fitting(/^[وي]?(?:ي?توزع|موزع)(?:ين|ون|وا|ت)?$/);

/** «أكثر من 50 شهيدا موزعين كالآتي»: the sum of what is then told place by place. */
function isDividedUp({ tokens }: Reading, last: number): boolean {
  for (let i = last + 1; i <= last + 5; i++) {
    // «59 جريحا توزعوا على مشافي المدينة»
    if (isAt(tokens, i, isDivided)) return ![1, 2, 3].some((on) => isAt(tokens, i + on, isHospital));
  }
  return false;
}

const COUNTRYWIDE = new Set(['المحافظات', 'البلاد', 'محافظات']);

const SPREAD = new Set([
  'عموم',
  'انحاء',
  'مختلف',
  'كافه',
  'مجمل',
  'عدد',
  'عده',
  'بقيه',
  'جميع',
  'بانحاء',
  'متفرقه',
]);

const PERIODS = /^(?:شهرا?|اشهر|سنوات|سنه|عاما?|اعوام|اسابيع|ايام|يوما)$/;

/** The words that {@link isPeriodWord} looks at. */
const mayTellPeriod = remembering(
  (norm) =>
    COUNTRYWIDE.has(norm) ||
    /^(?:[وف]?منذ|في|حصيله|متفرقه|الاجمالي|اجمالي|الاجماليه|اجمالا|مجتمعه|المناطق|المدن|خلال)$/.test(norm),
);

/** «منذ بداية الحملة», «منذ اندلاع الثورة», «خلال شهر تموز». */
function isPeriodWord(reading: Reading, from: number, to: number, first: number, last: number): boolean {
  const { tokens } = reading;
  for (let i = from; i <= to; i++) {
    const token = tokens[i];
    if (token === undefined || !mayTellPeriod(token.word)) continue;
    if (!belongs(reading, { first: i, last: i }, first, last)) continue;
    if (isSince(token.word) && isEra(reading, i)) return true;
    const { norm } = token;
    const next = tokens[i + 1]?.norm ?? '';
    // «ارتفع إلى 184 عدد الذين قضوا في كل من … و…», and not «انفجرت عبوات في كل من … و…، مخلفة ثلاثة قتلى»
    if (i > last && norm === 'في' && next === 'كل' && tokens[i + 2]?.norm === 'من') return true;
    // «حصيلة 32 شهرا من القصف»
    if (norm === 'حصيله' && i < first && PERIODS.test(tokens[i + 2]?.norm ?? '')) return true;
    if (norm === 'متفرقه' && isOfTown(reading, i)) continue;
    if (norm === 'متفرقه' || norm === 'الاجمالي' || norm === 'اجمالي' || norm === 'الاجماليه') return true;
    if (norm === 'اجمالا' || norm === 'مجتمعه') return true;
    if (COUNTRYWIDE.has(norm) && [1, 2, 3].some((back) => SPREAD.has(tokens[i - back]?.norm ?? '')))
      return true;
    if (/^ال(?:مناطق|مدن)$/.test(norm) && SPREAD.has(tokens[i - 1]?.norm ?? '')) return true;
    if (norm === 'خلال' && isDays(tokens, i + 1)) return true;
    if (norm === 'خلال' && /^(?:شهر|عام|الشهر|العام|سنوات|اشهر|الاسبوع|اسبوع)$/.test(next)) return true;
  }
  return false;
}

const LONG: ReadonlySet<string> = new Set([
  'التصعيد',
  'الحمله',
  'الحرب',
  'الثوره',
  'النزاع',
  'الصراع',
  'الازمه',
  'الالغام',
]);

/** «ترفع حصيلة ضحايا التصعيد إلى 104»: all of what goes on and on. */
function isOfCampaign({ tokens }: Reading, first: number, last: number): boolean {
  for (let i = first; i < last; i++)
    if (isAt(tokens, i, areVictims) && (LONG.has(tokens[i + 1]?.norm ?? '') || isAt(tokens, i + 1, areDays)))
      return true;
  return false;
}

const isDigestWord = fitting(/^(?:ال)?(?:حصيله|شهداء|شهدا|ضحايا|قتلي|محصله)$/);

const isDayOrPeriod = fitting(
  /^(?:اليوم|يوم|امس|الاسبوع|الشهر|الكامله|النهاييه|الاجماليه|الكليه|الاسبوعيه|اليوميه)$/,
);

/** How far before its figure a line may begin that sums up. */
const DIGEST_REACH = 14;

/** «حصيلة اليوم الثامن من الحملة: 41 شهيدا»: a line that opens with the sum of a day or a period, and a colon before the figure. */
function isDigestLine({ tokens }: Reading, first: number): boolean {
  let colon = false;
  for (let i = first - 1; i >= 0 && i >= first - DIGEST_REACH; i--) {
    const token = tokens[i];
    if (token === undefined || token.norm === '.') return false;
    colon ||= token.norm === ':' || token.norm === '::';
    const opens = i === 0 || token.gap === 'line' || token.gap === 'paragraph' || tokens[i - 1]?.norm === '.';
    if (opens) return colon && isAt(tokens, i, isDigestWord) && isAt(tokens, i + 1, isDayOrPeriod);
  }
  return false;
}
