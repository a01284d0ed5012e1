/** Totals over several events, days or the country: kept as tolls of the article, no event and in no sum. */

import { dayNumber, dayOf, dayString } from '../../arabic/calendar.ts';
import { isAt } from '../../arabic/phrases.ts';
import type { DateSpan } from '../../arabic/token.ts';
import { among, fitting, remembering } from '../../arabic/word-memory.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import type { Toll } from '../../model/mention.ts';
import type { CasualtyDetail } from './casualties.ts';
import type { Reading } from './findings.ts';
import { isSuperlative } from './look-backs.ts';
import { sentenceOfClause, spansWithin } from './spans-within.ts';

/** A stretch of more days than this is a period, not an event that goes on. */
const LONGEST_EVENT = 2;
/** How far around a figure the words of its period or its country are looked for, in tokens. */
const CONTEXT = 60;
/** How near its figure the words of a period stand. */
const NEAR = 14;

/** Clauses looked at on either side; a sentence of more is no sentence. */
const MOST_CLAUSES = 40;

/** The tokens of the sentence that a clause belongs to. */
function sentenceRange(reading: Reading, clause: number): { first: number; last: number } {
  const { clauses } = reading;
  const [from, to] = sentenceOfClause(clauses, clause, MOST_CLAUSES);
  return { first: clauses[from]?.first ?? 0, last: clauses[to]?.last ?? 0 };
}

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
    isPeriodWord(reading, from, to, first, last) ||
    isSumSince(reading, clause, first, last) ||
    isOfCampaign(reading, first, last) ||
    isOfPlaceInAll(reading, first, last) ||
    isDigestLine(reading, first) ||
    isNational(reading, from, to, first) ||
    isProvincial(reading, first, last)
  );
}

/** «هي الأعنف منذ أسابيع»: how it compares. */
function isCompared({ tokens }: Reading, at: number): boolean {
  return [1, 2].some((back) => isAt(tokens, at - back, isSuperlative));
}

/** «مناطق متفرقة من (أ)»: parts of one town. */
function isOfTown({ tokens, entities }: Reading, at: number): boolean {
  if (!/^(?:من|في)$/.test(tokens[at + 1]?.norm ?? '')) return false;
  return spansWithin(entities.places, at + 2, at + 4).some(
    ({ place }) => place?.level === 'adm4' || place?.level === 'neighbourhood',
  );
}

/** «وتشهد المحافظة عمليات اغتيال بشكل شبه يومي … أسفرت عن»: what goes on from day to day. */
function isHabit({ tokens }: Reading, first: number): boolean {
  for (let i = first - 1; i >= Math.max(1, first - CONTEXT); i--) {
    const token = tokens[i];
    if (token === undefined || token.norm === '.' || tokens[i + 1]?.gap === 'paragraph') return false;
    const daily = token.norm === 'يومي' || token.norm === 'يوميه';
    if (daily && /^(?:شبه|بشكل)$/.test(tokens[i - 1]?.norm ?? '')) return true;
  }
  return false;
}

/** «حيث ارتقى 7 شهداء يوم الخميس»: one day of what goes on. */
function hasDay(reading: Reading, from: number, to: number): boolean {
  return spansWithin(reading.dates, from, to).some(({ since, precision }) => since === null && precision < 3);
}

const isNames = fitting(/^[بو]?(?:ال)?اسماء$/);

/** «نشر المركز أسماء 12 من مقاتليه»: a list of names is of many days. */
function isNamedOnly({ tokens }: Reading, first: number): boolean {
  if (tokens[first - 1]?.kind !== 'word') return false;
  return isAt(tokens, first - 1, isNames) || isAt(tokens, first - 2, isNames);
}

const isDivided = fitting(/^[وي]?(?:ي?توزع|موزع)(?:ين|ون|وا|ت)?$/);

/** «أكثر من 50 شهيدا موزعين كالآتي»: the sum of what is then told place by place. */
function isDividedUp({ tokens }: Reading, last: number): boolean {
  for (let i = last + 1; i <= last + 5; i++) {
    if (isAt(tokens, i, isDivided)) return true;
  }
  return false;
}

/** How far after a tally the words for its province may stand. */
const PROVINCE_REACH = 14;

/** «عدد الشهداء الذين قضوا اليوم في محافظة …»: the day's dead of a province. */
function isProvincial({ tokens }: Reading, first: number, last: number): boolean {
  let relative = false;
  for (let i = first; i <= last + PROVINCE_REACH && i < tokens.length; i++) {
    const norm = tokens[i]?.norm ?? '';
    relative ||= norm === 'الذين';
    if (relative && norm === 'في' && /^(?:محافظه|كل)$/.test(tokens[i + 1]?.norm ?? '')) return true;
    const time = norm === 'خلال' && [1, 2, 3].some((on) => /ساع/.test(tokens[i + on]?.norm ?? ''));
    if (relative && /^(?:جراء|اثر|بقصف|خلال|نتيجه)$/.test(norm) && !time) return false;
  }
  return false;
}

/** What follows these tells no longer of the people counted. */
const leadsAway = fitting(
  /^(?:التي|الذي|الذين|حيث|اللذين|تضاف|يضاف|سلسله|المنتشره|ل[يت](?:رتفع|صل|بلغ|صبح)|و?ب(?:ذلك|هذا))$/,
);

/** Whether words tell of the people counted from `first` to `last`: near them, with no relative clause between. */
function belongs(
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

function isPeriod(date: DateSpan): boolean {
  if (date.since === null) return date.precision === 3;
  return dayNumber(date.date) - dayNumber(date.since) >= LONGEST_EVENT;
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

const isMeanwhile = fitting(/^(?:كما|فيما|بينما)$/);
const isScatteredWord = fitting(/^(?:متفرق|منفصل)(?:ه|تين|ات|ين)$/);

const isSeries = fitting(/^ب?(?:عمليات|عمليتي|حوادث)$/);
const isKilling = fitting(/^(?:اغتيال|قتل|استهداف)/);

/** «بقصف على مناطق متفرقة», «في حادثتين متفرقتين»: the people of several events. */
export function isScattered(reading: Reading, clause: number, last: number): boolean {
  const end = Math.min(sentenceRange(reading, clause).last, last + CONTEXT);
  for (let i = last + 1; i <= end; i++) {
    const token = reading.tokens[i];
    if (token === undefined) continue;
    if (leadsAway(token.word) || isMeanwhile(token.word)) return false;
    if (isScatteredWord(token.word)) return true;
    // «جراء عمليات اغتيال نفذها مجهولون»
    if (isSeries(token.word) && isAt(reading.tokens, i + 1, isKilling)) return true;
  }
  return false;
}

const PERIODS = /^(?:شهرا?|اشهر|سنوات|سنه|عاما?|اعوام|اسابيع|ايام|يوما)$/;

const areDays = fitting(/^(?:ال)?(?:يومين|ايام|اسبوعين|اسابيع)$/);

/** «خلال ثمانية أيام», «خلال اليومين الماضيين». */
function isDays(tokens: Reading['tokens'], at: number): boolean {
  return isAt(tokens, at, areDays) || (tokens[at]?.norm !== 'ساعات' && isAt(tokens, at + 1, areDays));
}

/** The words that {@link isPeriodWord} looks at. */
const mayTellPeriod = remembering(
  (norm) =>
    COUNTRYWIDE.has(norm) ||
    /^(?:[وف]?منذ|في|حصيله|متفرقه|الاجمالي|اجمالي|الاجماليه|اجمالا|مجتمعه|المناطق|المدن|خلال)$/.test(norm),
);

const isSince = fitting(/^[وف]?منذ$/);

/** «منذ بداية الحملة», «منذ الثورة», «منذ اندلاعها صباح الأحد»: whether «منذ» at a token names more than an event's time. */
function isEra(reading: Reading, at: number): boolean {
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

/** How far after «وبذلك» its figure is told. */
const THEREBY_REACH = 3;
const isThereby = fitting(/^و?ب(?:ذلك|هذا)$/);
const isTimeWord = fitting(/^(?:ال)?(?:ساعه|ساعات|يوم|يومين|ايام|اسبوع|ساعتين|اقل)$/);

const isStretch = fitting(/^(?:اسبوع|شهر|شهرين|يومين|اسبوعين)$/);
const areActs = fitting(/^(?:ال)?(?:اعتداءات|هجمات|غارات|تفجيرات|ضربات|عمليات)$/);
const isToday = fitting(/^(?:اليوم|امس)$/);

/** «وبذلك يرتفع إلى 9 تعداد القتلى خلال الـ 24 ساعة الأخيرة»: what all of that time adds up to. */
function isSumSince(reading: Reading, clause: number, first: number, last: number): boolean {
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
const areVictims = fitting(/^(?:ضحايا|قتلي|شهداء|شهدا)$/);

/** «ترفع حصيلة ضحايا التصعيد إلى 104»: all of what goes on and on. */
function isOfCampaign({ tokens }: Reading, first: number, last: number): boolean {
  for (let i = first; i < last; i++)
    if (isAt(tokens, i, areVictims) && (LONG.has(tokens[i + 1]?.norm ?? '') || isAt(tokens, i + 1, areDays)))
      return true;
  return false;
}

const isWholePlace = fitting(/^ال(?:ناحيه|مدينه|بلده|قريه|محافظه|منطقه|غوطه)$/);
const isAlone = fitting(/^وحد(?:ها|ه)$/);

/** «ليرتفع عدد قتلى الناحية وحدها إلى 22»: all whom a place has lost. */
function isOfPlaceInAll({ tokens }: Reading, first: number, last: number): boolean {
  for (let i = first; i < last; i++) {
    if (!isAt(tokens, i, areVictims) || !isAt(tokens, i + 1, isWholePlace)) continue;
    if (tokens[i + 1]?.norm === 'المحافظه') return true;
    // «ارتفع عدد قتلى المدينة إلى تسعة»: of one raid on it, where nothing says that it is more.
    if (isAt(tokens, i + 2, isAlone)) return true;
  }
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

/** How many clauses before a count its sentence may open with a period. */
const OPENING_CLAUSES = 4;

/** «ومنذ بداية العدوان بلغ عدد القتلى 940، في حين وثقنا استشهاد 61 مدنيا»: all that the sentence counts. */
function opensWithPeriod(reading: Reading, clause: number): boolean {
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

/** Whether a clause tells a day of its own. */
function tellsDay(reading: Reading, clause: number): boolean {
  const range = reading.clauses[clause];
  return range !== undefined && hasDay(reading, range.first, range.last);
}

/** How many tokens a day after «منذ» takes. */
const SINCE_REACH = 4;

/** The country itself as the place, and no place inside it in the same clause. */
function isNational(reading: Reading, from: number, to: number, first: number): boolean {
  const within = spansWithin(reading.entities.places, from, partsFrom(reading, first, to) - 1);
  if (within.some((place) => place.use !== 'part_of_name' && !isCountry(place))) return false;
  return within.some(
    (place) =>
      place.use === 'location' &&
      isCountry(place) &&
      !isAt(reading.tokens, place.last + 1, isOfOutlet) &&
      Math.abs(place.first - first) <= 20,
  );
}

/** «بحسب سوريا برس»: who tells of it. */
const isOfOutlet = fitting(/^(?:برس|مباشر|نت|لايف|نيوز|تي)$/);

const opensParts = among(new Set(['بينهم', 'وبينهم', 'منهم', 'ومنهم', 'بينها', 'ضمنهم']));

/** «قتل 87 شخصا في سوريا، بينهم 30 في حلب»: where the parts of a count begin, or the end. */
function partsFrom({ tokens }: Reading, first: number, to: number): number {
  for (let i = first; i <= to; i++) if (isAt(tokens, i, opensParts)) return i;
  return to + 1;
}

function isCountry(place: PlaceFound): boolean {
  return place.place?.level === 'country';
}

/** Tolls of the findings that are totals, in text order. `country` is the scope where no governorate is told. */
export function findTolls(reading: Reading, findings: readonly CasualtyDetail[], country: string): Toll[] {
  return findings
    .filter(({ total, killed, injured }) => total && (killed !== null || injured !== null))
    .map((finding) => ({
      start: finding.start,
      end: finding.end,
      scope: scopeOf(reading, finding, country),
      killed: finding.killed,
      injured: finding.injured,
      period: periodOf(reading, finding),
      attribution: attributionOf(reading, finding),
    }));
}

/** The one governorate that the sentence names, else the country. */
function scopeOf(reading: Reading, finding: CasualtyDetail, country: string): string {
  const { first, last } = sentenceRange(reading, finding.clause);
  const named = new Set(
    spansWithin(reading.entities.places, first, last)
      .filter(({ use }) => use !== 'part_of_name')
      .map(({ governorate }) => governorate)
      .filter((governorate) => governorate !== null),
  );
  return named.size === 1 ? ([...named][0] as string) : country;
}

function periodOf(reading: Reading, finding: CasualtyDetail): string | null {
  const { first, last } = sentenceRange(reading, finding.clause);
  const [nearest] = [...spansWithin(reading.dates, first, last)].sort(
    (a, b) => distance(a, finding) - distance(b, finding),
  );
  if (nearest === undefined) return null;
  if (nearest.since !== null) return `${nearest.since}/${nearest.date}`;
  return nearest.precision === 3 ? wholeOf(reading, nearest) : nearest.date;
}

/** «عام 2013», «شهر تموز»: its first and last day. */
function wholeOf({ tokens }: Reading, { first, last, date }: DateSpan): string {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const isYear = tokens[last]?.norm === date.slice(0, 4) && last - first <= 1 && month === 1;
  const end = isYear ? dayOf(year, 12, 31) : dayOf(year, month + 1, 1);
  if (end === null) return date;
  return `${date}/${dayString(isYear ? end : end - 1)}`;
}

function distance(date: DateSpan, finding: CasualtyDetail): number {
  return Math.abs(date.first - finding.first);
}

function attributionOf(reading: Reading, finding: CasualtyDetail): string | null {
  const { first, last } = sentenceRange(reading, finding.clause);
  return spansWithin(reading.entities.attributions, first, last)[0]?.name ?? null;
}
