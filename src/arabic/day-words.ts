/** Reads days told relative to publication: «اليوم», «أول من أمس», «فجر الخميس», «قبل ثلاثة أيام», «الأسبوع الماضي». */
import { dayOf, latestWeekday, monthOf, weekdayOf, yearOf } from './calendar.ts';
import { weekdayNames } from './calendar-words.ts';
import { cardinalAt } from './cardinals.ts';
import { bareStems } from './clitics.ts';
import { dualNouns } from './counted-nouns.ts';
import { type DayFound, dayLike } from './day-found.ts';
import type { Token } from './token.ts';
import { remembering, telling } from './word-memory.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that lead a day and say which part of it. */
const LEADS = set(
  'يوم اليوم نهار فجر صباح صبيحه ظهر ظهيره عصر مساء ليل ليله مغرب ضحي عشيه منتصف صباحا غروب فترة سحر وقت',
);
const NIGHT = set('ليل ليله');
const PAST = set('الماضي الماضيه الفايت الفائت الفايته المنصرم المنصرمه السابق الاخير الاخيره');
const COMING = set('المقبل المقبله القادم القادمه الاتي');
/** Before «اليوم»: part of a newspaper's or channel's name, or «until today». */
const NO_TODAY_AFTER = set(
  'صحيفه جريده قناه موقع وكاله شبكه مجله روسيا المصري اخبار حتي الي لغايه حتى برنامج فضاييه تلفزيون منذ ذلك نفس ذات طوال طيله',
);
const NO_TODAY_BEFORE = set(
  'التالي السابق الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الاخير الذي التي نفسه ذاته العالمي الدولي الوطني ' +
    'الواحد الموعود المشهود المفتوح الدراسي المقبل القادم',
);
/** Before a weekday: prayers, markets, brigades, every such day. */
const NO_WEEKDAY_AFTER = set(
  'صلاه خطبه كتيبه سوق جامع مسجد قريه لواء بازار كل ايام جمعه الصلاه مصلي كنيسه حركه',
);
const NO_WEEKDAY_BEFORE = set('العظيمه الحزينه البيضاء الاسود الدامي المقدس');

/** The day told at the token, with the words that lead it, or null. `published` is a day number. */
export function dayWordAt(tokens: readonly Token[], at: number, published: number): DayFound | null {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word') return null;
  const lead = leadAt(tokens, at);
  for (let start = lead.core; start >= at; start--) {
    const found = coreAt(tokens, start, published, start > at);
    if (found === null) continue;
    return dayLike(night(tokens, at, found, start, published), { first: at });
  }
  return durationAt(tokens, at, published) ?? periodAt(tokens, at, published);
}

const HEADS = set(
  'اليوم هذا هذه امس الامس البارحه اول اولي الليله قبل منذ الاسبوع الشهر العام السنه الايام اليومين الساعات يوم',
);

/** Whether a word, clitics cut off, can begin what {@link dayWordAt} reads. */
export function beginsDayWord(stem: string): boolean {
  return LEADS.has(stem) || HEADS.has(stem) || MONTH_PARTS.has(stem) || weekdayNames().has(stem);
}

const leads = telling((norm) => bareStems(norm).some((stem) => LEADS.has(stem)));
const stemsOf = remembering(bareStems);

/** Passes over lead words: «مساء يوم», «منتصف ليل». */
function leadAt(tokens: readonly Token[], at: number): { core: number } {
  let core = at;
  while (core < at + 4) {
    const token = tokens[core];
    if (token?.kind !== 'word' || !leads(token.word)) break;
    core++;
  }
  return { core };
}

/** After midnight it is the next day already, if that is not after publication; «ليل الجمعة - السبت» is one night. */
function night(
  tokens: readonly Token[],
  at: number,
  found: DayFound,
  core: number,
  published: number,
): DayFound {
  const lead = tokens[core - 1]?.norm ?? '';
  if (core === at || !bareStems(lead).some((stem) => NIGHT.has(stem))) return found;
  const afterMidnight =
    tokens[core - 2]?.norm === 'منتصف' && bareStems(tokens[core - 3]?.norm ?? '').includes('بعد');
  if (afterMidnight) {
    // «بعد منتصف ليل أمس الأربعاء»: the weekday only names the day that ended.
    const named = weekdayNames().get(tokens[found.last + 1]?.norm ?? '') === weekdayOf(found.day);
    const last = named ? found.last + 1 : found.last;
    return dayLike(found, { day: Math.min(found.day + 1, Math.max(published, found.day)), last });
  }
  return found.weekday ? nightPair(tokens, found, published) : found;
}

/** «ليل الجمعة - السبت», «ليلة الجمعة على السبت», «ليل الجمعة السبت»: the night belongs to its first day. */
function nightPair(tokens: readonly Token[], found: DayFound, published: number): DayFound {
  const joint = tokens[found.last + 1]?.norm ?? '';
  const skip = ['-', '/', 'علي', 'الي'].includes(joint) ? 2 : 1;
  const second = weekdayNames().get(tokens[found.last + skip]?.norm ?? '');
  if (second === undefined || second !== (weekdayOf(found.day) + 1) % 7) return found;
  const end = latestWeekday(second, published);
  return dayLike(found, { day: end - 1, last: found.last + skip });
}

function make(first: number, last: number, day: number, precision: 1 | 2 | 3 = 1): DayFound {
  return { first, last, day, precision, basis: 'relative', since: null, weekday: false };
}

function coreAt(tokens: readonly Token[], at: number, published: number, led: boolean): DayFound | null {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word') return null;
  for (const stem of stemsOf(token.word)) {
    const found = todayOrBefore(tokens, at, stem, published) ?? weekdayAt(tokens, at, stem, published, led);
    if (found !== null) return found;
  }
  return null;
}

function todayOrBefore(
  tokens: readonly Token[],
  at: number,
  stem: string,
  published: number,
): DayFound | null {
  const next = tokens[at + 1]?.norm ?? '';
  switch (stem) {
    case 'اليوم':
      return isToday(tokens, at) ? make(at, at, published) : null;
    case 'هذا':
    case 'هذه':
      if (next === 'اليوم' || next === 'الصباح' || next === 'المساء') return make(at, at + 1, published);
      return next === 'الليله' ? make(at, at + 1, published) : null;
    case 'امس':
    case 'الامس':
    case 'البارحه':
      return next === 'الاول' ? make(at, at + 1, published - 2) : make(at, at, published - 1);
    case 'اول':
    case 'اولي':
      if (next === 'امس' || next === 'البارحه') return make(at, at + 1, published - 2);
      return next === 'من' && /^(?:ال)?امس$/.test(tokens[at + 2]?.norm ?? '')
        ? make(at, at + 2, published - 2)
        : null;
    case 'الليله':
      return PAST.has(next) ? make(at, at + 1, published - 1) : null;
    default:
      return null;
  }
}

function isToday(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before !== undefined && bareStems(before.norm).some((stem) => NO_TODAY_AFTER.has(stem))) return false;
  if (before?.norm === 'حلب' || before?.norm === 'سوريا') return !isOutlet(tokens, at - 1);
  return !NO_TODAY_BEFORE.has(tokens[at + 1]?.norm ?? '');
}

/** «قناة حلب اليوم», «"حلب اليوم"»: a channel. */
function isOutlet(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return false;
  return (
    /^["«(]$/.test(before.norm) ||
    bareStems(before.norm).some((stem) => NO_TODAY_AFTER.has(stem) || stem === 'مراسل')
  );
}

function weekdayAt(
  tokens: readonly Token[],
  at: number,
  stem: string,
  published: number,
  led: boolean,
): DayFound | null {
  const weekday = weekdayNames().get(stem);
  if (weekday === undefined) return null;
  const before = tokens[at - 1]?.norm ?? '';
  if (!led && bareStems(before).some((word) => NO_WEEKDAY_AFTER.has(word))) return null;
  const next = tokens[at + 1]?.norm ?? '';
  if (NO_WEEKDAY_BEFORE.has(next)) return null;
  const latest = latestWeekday(weekday, published);
  if (COMING.has(next)) return dayLike(make(at, at + 1, latest + 7), { weekday: true });
  if (PAST.has(next))
    return dayLike(make(at, at + 1, latest === published ? latest - 7 : latest), { weekday: true });
  return dayLike(make(at, at, latest), { weekday: true });
}

interface Unit {
  readonly days: number;
  readonly precision: 1 | 2 | 3;
}
const UNITS: ReadonlyMap<string, Unit> = new Map(
  (
    [
      ['ساعه ساعات دقيقه دقايق', 0, 1],
      ['يوم ايام يوما', 1, 1],
      ['اسبوع اسابيع اسبوعا', 7, 2],
      ['شهر اشهر شهور شهرا', 30, 3],
      ['سنه سنوات سنين عام عاما اعوام', 365, 3],
    ] as const
  ).flatMap(([words, days, precision]) =>
    words.split(' ').map((word): [string, Unit] => [word, { days, precision }]),
  ),
);

/** «قبل ثلاثة أيام», «منذ أسبوعين», «قبل ساعات»: how long before publication. */
function durationAt(tokens: readonly Token[], at: number, published: number): DayFound | null {
  const lead = (tokens[at] as Token).norm.replace(/^[و](?=قبل|منذ)/, '');
  if (lead !== 'قبل' && lead !== 'منذ') return null;
  // «منذ الصباح الباكر»: of today.
  if (lead === 'منذ' && /^ال(?:صباح|فجر|ظهر|ظهيره)$/.test(tokens[at + 1]?.norm ?? '')) {
    const last = /^ال(?:باكر|اولي?)$/.test(tokens[at + 2]?.norm ?? '') ? at + 2 : at + 1;
    return dayLike(make(at, last, published, 1), { since: published });
  }
  const length = lengthAt(tokens, at + 1);
  if (length === null || isYearNumber(tokens[length.last + 1])) return null;
  // «قبل يومين من إعلان الهدنة»: counted from something else.
  const other = tokens[length.last + 1]?.norm === 'من' && tokens[length.last + 2]?.norm !== 'الان';
  if (lead === 'قبل' && other) return null;
  const start = published - length.days;
  if (lead === 'قبل') return make(at, length.last, start, length.precision);
  return dayLike(make(at, length.last, published, length.days === 0 ? 1 : 2), { since: start });
}

/** «منذ عام 2016» names the year and counts none. */
function isYearNumber(token: Token | undefined): boolean {
  return token !== undefined && /^(?:19|20)\d\d$/.test(token.norm);
}

function lengthAt(tokens: readonly Token[], at: number): (Unit & { last: number }) | null {
  const word = tokens[at]?.norm ?? '';
  const dual = dualNouns().get(word);
  const dualUnit = dual === undefined ? undefined : UNITS.get(dual.noun);
  if (dualUnit !== undefined) return { days: dualUnit.days * 2, precision: dualUnit.precision, last: at };
  const single = UNITS.get(word);
  // «منذ يوم الخميس»: the day, and not how long.
  if (word === 'يوم' && weekdayNames().has(tokens[at + 1]?.norm ?? '')) return null;
  if (single !== undefined) return vagueLength(word, single, at);
  if (/^(?:نحو|حوالي|عده|بضعه|اكثر)$/.test(word)) {
    const inner = lengthAt(tokens, tokens[at + 1]?.norm === 'من' ? at + 2 : at + 1);
    if (inner === null) return null;
    return { days: inner.days, precision: inner.precision === 1 ? 2 : inner.precision, last: inner.last };
  }
  const cardinal = cardinalAt(tokens, at);
  const unit = cardinal === null ? undefined : UNITS.get(tokens[cardinal.last + 1]?.norm ?? '');
  if (cardinal === null || unit === undefined || cardinal.value > 10_000) return null;
  const days = Math.round(unit.days * cardinal.value);
  return { days, precision: unit.precision, last: cardinal.last + 1 };
}

/** A bare plural of time is a few of them: «قبل أيام» reads as two days, «قبل أسابيع» as three weeks. */
function vagueLength(word: string, unit: Unit, at: number): Unit & { last: number } {
  if (word === 'ايام') return { days: 2, precision: 2, last: at };
  if (/^(?:اسابيع|اشهر|شهور|سنوات|سنين|اعوام)$/.test(word))
    return { days: unit.days * 3, precision: 3, last: at };
  return { days: unit.days, precision: unit.precision, last: at };
}

/** «الأسبوع الماضي», «مطلع الشهر الجاري», «خلال الـ24 ساعة الماضية», «لليوم الثالث على التوالي». */
function periodAt(tokens: readonly Token[], at: number, published: number): DayFound | null {
  const token = tokens[at] as Token;
  const stems = stemsOf(token.word);
  const next = tokens[at + 1]?.norm ?? '';
  if (stems.includes('الاسبوع') && PAST.has(next)) {
    return dayLike(make(at, at + 1, published - 7, 2), { since: published - 7 });
  }
  if (stems.includes('الشهر') && PAST.has(next)) return monthPeriod(at, at + 1, published, -1, 1, 3);
  if ((stems.includes('العام') || stems.includes('السنه')) && PAST.has(next)) {
    return make(at, at + 1, dayOf(yearOf(published) - 1, 1, 1) ?? published - 365, 3);
  }
  if (stems.includes('الايام') || stems.includes('اليومين')) return pastDays(tokens, at, published, stems);
  const part = stems.map((stem) => MONTH_PARTS.get(stem)).find((date) => date !== undefined);
  if (part !== undefined && /^(?:ال)?شهر$|^هذا$/.test(next)) return partOfMonth(tokens, at, published, part);
  if (isDayInARow(tokens, at, stems)) return make(at, at + 3, published);
  return hoursAt(tokens, at, published);
}

/** «لليوم الثالث على التوالي»: it goes on today. */
function isDayInARow(tokens: readonly Token[], at: number, stems: readonly string[]): boolean {
  if (!stems.includes('اليوم') && !stems.includes('يوم')) return false;
  return tokens[at + 2]?.norm === 'علي' && tokens[at + 3]?.norm === 'التوالي';
}

const MONTH_PARTS: ReadonlyMap<string, number> = new Map([
  ['مطلع', 1],
  ['بدايه', 1],
  ['اوايل', 3],
  ['منتصف', 15],
  ['اواخر', 26],
  ['نهايه', 28],
]);

function partOfMonth(tokens: readonly Token[], at: number, published: number, date: number): DayFound | null {
  const then = tokens[at + 2]?.norm ?? '';
  const last = PAST.has(then) || /^(?:الجاري|الحالي|الشهر)$/.test(then) ? at + 2 : at + 1;
  return monthPeriod(at, last, published, PAST.has(then) ? -1 : 0, date, 2);
}

function monthPeriod(
  first: number,
  last: number,
  published: number,
  offset: number,
  date: number,
  precision: 2 | 3,
): DayFound | null {
  const day = dayOf(yearOf(published), monthOf(published) + offset, date);
  return day === null ? null : make(first, last, Math.min(day, published), precision);
}

/** «الأيام الماضية», «الأيام القليلة الماضية», «اليومين الماضيين»: a stretch that ends at publication. */
function pastDays(
  tokens: readonly Token[],
  at: number,
  published: number,
  stems: readonly string[],
): DayFound | null {
  const offset = tokens[at + 1]?.norm === 'القليله' || cardinalAt(tokens, at + 1) !== null ? 2 : 1;
  const word = tokens[at + offset]?.norm ?? '';
  if (!PAST.has(word) && word !== 'الماضيين' && word !== 'الاخيرين') return null;
  const days = stems.includes('اليومين') ? 2 : (cardinalAt(tokens, at + 1)?.value ?? 3);
  return dayLike(make(at, at + offset, published - 1, 2), { since: published - Math.min(days, 3650) });
}

/** «24 ساعة الماضية», «الساعات الـ48 الماضية». */
function hoursAt(tokens: readonly Token[], at: number, published: number): DayFound | null {
  const token = tokens[at] as Token;
  if (token.norm === 'الساعات') {
    const offset = tokens[at + 1]?.norm === 'القليله' ? 2 : tokens[at + 1]?.norm === 'ال' ? 3 : 1;
    return PAST.has(tokens[at + offset]?.norm ?? '') ? make(at, at + offset, published, 2) : null;
  }
  return null;
}
