/** The Arabic number words in all cases, genders and hamza spellings, as normalised forms. Facts of the language. */

export interface NumberWord {
  readonly value: number;
  /** What it can combine as. */
  readonly rank: 'unit' | 'ten' | 'tens' | 'hundred' | 'hundreds' | 'scale' | 'scales';
}

const UNITS: readonly (readonly [number, string])[] = [
  [1, 'واحد واحده واحدا'],
  [2, 'اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي ثنتان ثنتين اتنين'],
  [3, 'ثلاث ثلاثه تلاته'],
  [4, 'اربع اربعه'],
  [5, 'خمس خمسه'],
  [6, 'ست سته'],
  [7, 'سبع سبعه'],
  [8, 'ثمان ثماني ثمانيه ثمانه تمانيه'],
  [9, 'تسع تسعه'],
];
const TENS: readonly (readonly [number, string])[] = [
  [20, 'عشر'],
  [30, 'ثلاث'],
  [40, 'اربع'],
  [50, 'خمس'],
  [60, 'ست'],
  [70, 'سبع'],
  [80, 'ثمان'],
  [90, 'تسع'],
];
const HUNDRED_STEMS: readonly (readonly [number, string])[] = [
  [300, 'ثلاث'],
  [400, 'اربع'],
  [500, 'خمس'],
  [600, 'ست'],
  [700, 'سبع'],
  [800, 'ثمان'],
  [800, 'ثماني'],
  [900, 'تسع'],
];
const ONE_HUNDRED = ['ميه', 'مايه', 'مءه', 'ماءه'];
const TWO_HUNDRED = 'ميتان ميتين ميتا ميتي مايتان مايتين مايتا مايتي';
const SCALES: readonly (readonly [number, string, string])[] = [
  [1_000, 'الف الفا الاف', 'الفان الفين الفي'],
  [1_000_000, 'مليون مليونا ملايين', 'مليونان مليونين مليوني'],
  [1_000_000_000, 'مليار مليارا مليارات', 'مليارين ملياران ملياري'],
];

/** Forms that are plural and count only after a number; alone they are vague («آلاف»). */
export const PLURAL_SCALES: ReadonlySet<string> = new Set(['الاف', 'ملايين', 'مليارات']);

let words: ReadonlyMap<string, NumberWord> | null = null;

/** Normalised number word → value and rank. */
export function numberWords(): ReadonlyMap<string, NumberWord> {
  words ??= buildWords();
  return words;
}

function buildWords(): ReadonlyMap<string, NumberWord> {
  const map = new Map<string, NumberWord>();
  const add = (forms: string, value: number, rank: NumberWord['rank']): void => {
    for (const form of forms.split(' ')) map.set(form, { value, rank });
  };
  for (const [value, forms] of UNITS) add(forms, value, 'unit');
  add('عشر عشره عشرا', 10, 'ten');
  for (const [value, stem] of TENS) add(`${stem}ون ${stem}ين`, value, 'tens');
  for (const hundred of ONE_HUNDRED) {
    add(hundred, 100, 'hundred');
    for (const [value, stem] of HUNDRED_STEMS) add(stem + hundred, value, 'hundreds');
  }
  add(TWO_HUNDRED, 200, 'hundreds');
  for (const [value, single, dual] of SCALES) {
    add(single, value, 'scale');
    add(dual, value * 2, 'scales');
  }
  return map;
}

const ORDINALS: ReadonlyMap<string, number> = new Map([
  ['اول', 1],
  ['اولي', 1],
  ['ثاني', 2],
  ['ثانيه', 2],
  ['ثالث', 3],
  ['ثالثه', 3],
  ['رابع', 4],
  ['رابعه', 4],
  ['خامس', 5],
  ['خامسه', 5],
  ['سادس', 6],
  ['سادسه', 6],
  ['سابع', 7],
  ['سابعه', 7],
  ['ثامن', 8],
  ['ثامنه', 8],
  ['تاسع', 9],
  ['تاسعه', 9],
  ['عاشر', 10],
  ['عاشره', 10],
  ['حادي', 1],
  ['حاديه', 1],
]);

/** The value of a definite ordinal («الثانية» 2), without what may follow («الثانية عشرة»), or null. */
export function ordinalValue(norm: string): number | null {
  const stem = /^(?:[وفبك]?ال|[وف]?لل)(.+)$/.exec(norm)?.[1];
  return stem === undefined ? null : (ORDINALS.get(stem) ?? null);
}

/** An inexact quantity that is a word of its own. Lows follow ACLED's practice: several 3, tens 10, hundreds 100. */
export interface VagueWord {
  readonly low: number;
  readonly high: number | null;
}

export const VAGUE_WORDS: ReadonlyMap<string, VagueWord> = new Map([
  ['عده', { low: 3, high: null }],
  ['بعض', { low: 3, high: null }],
  ['عديد', { low: 3, high: null }],
  ['كثير', { low: 3, high: null }],
  ['بضعه', { low: 3, high: 9 }],
  ['بضع', { low: 3, high: 9 }],
  ['عشرات', { low: 10, high: null }],
  ['ميات', { low: 100, high: null }],
  ['مءات', { low: 100, high: null }],
  ['مايات', { low: 100, high: null }],
  ['الاف', { low: 1_000, high: null }],
  ['الوف', { low: 1_000, high: null }],
  ['ملايين', { low: 1_000_000, high: null }],
]);

/** «عدد من»: the noun of number, and what may stand between it and «من». */
export const NUMBER_NOUNS: ReadonlySet<string> = new Set(['عدد', 'عددا', 'اعداد', 'اعدادا']);
export const NUMBER_NOUN_FILLERS: ReadonlySet<string> = new Set(
  (
    'كبير كبيرا كبيره محدود محدودا قليل قليلا هايل هايله اخر اخري اكبر اضافي غير معروف محدد معلوم لم يحدد يعرف يعلم ' +
    'بعد لا باس به ليس بقليل بالقليل من ضخم ضخمه جديد مماثل معين'
  ).split(' '),
);

/** Words around a number that make it inexact. `more`: at least one more; `least`, `about`, `less`, `most`: as they say. */
export type Bound = 'more' | 'least' | 'about' | 'less' | 'most';

export const BOUND_PHRASES: readonly (readonly [Bound, string])[] = [
  ['least', 'ما لا يقل عن'],
  ['least', 'ما لا تقل عن'],
  ['least', 'مالا يقل عن'],
  ['least', 'لا يقل عن'],
  ['least', 'لا تقل عن'],
  ['least', 'لايقل عن'],
  ['least', 'علي الاقل'],
  ['most', 'ما لا يزيد عن'],
  ['most', 'لا يزيد عن'],
  ['most', 'لا يزيد علي'],
  ['most', 'لا تزيد عن'],
  ['most', 'لا يتجاوز'],
  ['most', 'لا تتجاوز'],
  ['most', 'لم يتجاوز'],
  ['most', 'لا يتعدي'],
  ['more', 'اكثر من'],
  ['more', 'ازيد من'],
  ['more', 'ما يزيد عن'],
  ['more', 'ما يزيد علي'],
  ['more', 'مايزيد عن'],
  ['more', 'مايزيد علي'],
  ['more', 'يزيد عن'],
  ['more', 'يزيد علي'],
  ['more', 'تزيد عن'],
  ['more', 'تزيد علي'],
  ['more', 'ما يربو عن'],
  ['more', 'ما يربو علي'],
  ['more', 'ما يفوق'],
  ['more', 'يفوق'],
  ['more', 'تفوق'],
  ['more', 'يتجاوز'],
  ['more', 'تتجاوز'],
  ['more', 'تجاوز'],
  ['more', 'تجاوزت'],
  ['more', 'تجاوزوا'],
  ['more', 'زاد عن'],
  ['more', 'زاد علي'],
  ['more', 'زادت عن'],
  ['more', 'زادت علي'],
  ['more', 'فاق'],
  ['more', 'فاقت'],
  ['more', 'فاقوا'],
  ['more', 'تخطي'],
  ['more', 'تخطت'],
  ['more', 'يتخطي'],
  ['more', 'تتخطي'],
  ['more', 'تعدت'],
  ['more', 'يتعدي'],
  ['more', 'يربو علي'],
  ['more', 'تربو علي'],
  ['less', 'اقل من'],
  ['less', 'ما دون'],
  ['about', 'ما يقارب من'],
  ['about', 'ما يقارب عن'],
  ['about', 'ما يقارب'],
  ['about', 'مايقارب'],
  ['about', 'ما يقرب من'],
  ['about', 'يقرب من'],
  ['about', 'يقارب'],
  ['about', 'تقارب'],
  ['about', 'ما يناهز'],
  ['about', 'يناهز'],
  ['about', 'تناهز'],
  ['about', 'نحو'],
  ['about', 'حوالي'],
  ['about', 'قرابه'],
  ['about', 'زهاء'],
  ['about', 'بحدود'],
  ['about', 'في حدود'],
  ['about', 'تقريبا'],
];

/** The same after the counted noun: «42 قتيلا على الأقل». */
export const TRAILING_BOUNDS: readonly (readonly [Bound, string])[] = [
  ['least', 'علي الاقل'],
  ['least', 'علي اقل تقدير'],
  ['least', 'كحد ادني'],
  ['least', 'او اكثر'],
  ['most', 'علي الاكثر'],
  ['most', 'كحد اقصي'],
  ['about', 'تقريبا'],
];
