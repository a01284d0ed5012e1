/** Names of months and weekdays in all calendars that Arabic news uses, as normalised forms. Facts of the language. */

const MONTHS: readonly (readonly [number, string])[] = [
  [1, 'يناير|كانون الثاني|كانون ثاني|كانون2|جانفي'],
  [2, 'فبراير|شباط|فيفري|اشباط'],
  [3, 'مارس|اذار|ادار'],
  [4, 'ابريل|نيسان|افريل'],
  [5, 'مايو|ايار|ماي'],
  [6, 'يونيو|حزيران|جوان|يونيه'],
  [7, 'يوليو|تموز|جويليه|يوليه|يوليوز'],
  [8, 'اغسطس|اب|اوت|غشت'],
  [9, 'سبتمبر|ايلول|شتنبر'],
  [10, 'اكتوبر|تشرين الاول|تشرين اول'],
  [11, 'نوفمبر|تشرين الثاني|تشرين ثاني|نونبر'],
  [12, 'ديسمبر|كانون الاول|كانون اول|دجنبر'],
];

const HIJRI_MONTHS: readonly (readonly [number, string])[] = [
  [1, 'محرم|المحرم'],
  [2, 'صفر'],
  [3, 'ربيع الاول|ربيع اول'],
  [4, 'ربيع الثاني|ربيع الاخر|ربيع ثاني'],
  [5, 'جمادي الاولي|جمادي الاول'],
  [6, 'جمادي الثانيه|جمادي الاخره|جمادي الثاني'],
  [7, 'رجب'],
  [8, 'شعبان'],
  [9, 'رمضان'],
  [10, 'شوال'],
  [11, 'ذو القعده|ذي القعده|ذوالقعده'],
  [12, 'ذو الحجه|ذي الحجه|ذوالحجه'],
];

/** Sunday 0 to Saturday 6, as JavaScript counts them. */
const WEEKDAYS: readonly (readonly [number, string])[] = [
  [0, 'الاحد'],
  [1, 'الاثنين|الاتنين|الثنين'],
  [2, 'الثلاثاء|الثلاثا|الثلثاء|التلاتاء'],
  [3, 'الاربعاء|الاربعا'],
  [4, 'الخميس'],
  [5, 'الجمعه'],
  [6, 'السبت'],
];

export interface MonthName {
  readonly words: readonly string[];
  readonly month: number;
  readonly hijri: boolean;
}

let months: ReadonlyMap<string, readonly MonthName[]> | null = null;
let weekdays: ReadonlyMap<string, number> | null = null;

/** First word of a month's name → the names that begin with it, longest first. */
export function monthNames(): ReadonlyMap<string, readonly MonthName[]> {
  months ??= buildMonths();
  return months;
}

function buildMonths(): ReadonlyMap<string, readonly MonthName[]> {
  const map = new Map<string, MonthName[]>();
  const add = (list: readonly (readonly [number, string])[], hijri: boolean): void => {
    for (const [month, names] of list) {
      for (const name of names.split('|')) {
        const words = name.split(' ');
        const known = map.get(words[0] as string) ?? [];
        known.push({ words, month, hijri });
        known.sort((a, b) => b.words.length - a.words.length);
        map.set(words[0] as string, known);
      }
    }
  };
  add(MONTHS, false);
  add(HIJRI_MONTHS, true);
  return map;
}

/** Weekday with its article → 0 (Sunday) to 6. */
export function weekdayNames(): ReadonlyMap<string, number> {
  weekdays ??= new Map(
    WEEKDAYS.flatMap(([day, names]) => names.split('|').map((name) => [name, day] as const)),
  );
  return weekdays;
}

/** Names of months that are everyday words too (father, water, May): believed only beside a number. */
export const WEAK_MONTHS: ReadonlySet<string> = new Set([
  'اب',
  'ماي',
  'جوان',
  'صفر',
  'رجب',
  'شعبان',
  'اوت',
  'محرم',
  'المحرم',
]);
