/**
 * Tells what a number measures from the words beside it: people and things (`count`) or a percentage, money, a
 * distance, a span of time, a calibre, an age, a clock time, a date, a part of a name. Language data and a few rules.
 */
import { monthNames, WEAK_MONTHS } from './calendar-words.ts';
import { bareStems } from './clitics.ts';
import type { NumberKind, Token } from './token.ts';
import { fitting, remembering, telling } from './word-memory.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const CURRENCIES = set(
  'دولار دولارا دولارات ليره ليرات يورو دينار دينارا دنانير ريال ريالا ريالات درهم دراهم جنيه جنيها فرنك روبل سنت استرليني شيكل',
);
const DISTANCES = set(
  'كم كلم كيلو كيلومتر كيلومترا كيلومترات كيلومترين متر مترا امتار ميل ميلا اميال هكتار هكتارا دونم دونما سم سنتيمتر ' +
    'طن طنا اطنان كغ كيلوغرام كيلوغراما غرام غراما لتر لترا ليتر ليترا درجه درجات ميغاواط ميغاوات بوصه',
);
const YEARS = set('سنه سنوات سنين عام عاما اعوام ربيعا');
const DURATIONS = set(
  'ساعه ساعات يوم يوما ايام اسبوع اسبوعا اسابيع شهر شهرا اشهر شهور دقيقه دقايق ثانيه ثوان ثواني ليله ليال ليالي قرن قرون ' +
    'عقد عقود عقدا سنه سنوات سنين عام عاما اعوام',
);
const AGE_CUES = set(
  'عمره عمرها عمر العمر بعمر عمرهما يبلغ تبلغ البالغ البالغه ابن ابنه ذو ذا ذي ذات سن بسن السن',
);
const CALIBRE_UNITS = set('مم ملم ميليمتر مليمتر ملليمتر مليمترا');
const CALIBRE_CUES = set(
  'مدفع مدافع مدفعي عيار العيار عيارات دوشكا الدوشكا تي ميغ الميغ سوخوي السوخوي سو هاون الهاون هاونات رشاش رشاشات الرشاش ' +
    'غراد الغراد ام بي كورنيت سام اس صواريخ صاروخ مضاد رشاشه طراز نوع نموذج شيلكا فوزديكا بيكيسي اف سيخوي سي ان',
);
const LETTER_CUES = set('t tow mig su bmp f m s tos rpg pkc btr pg c bm a v');
const NAME_CUES = set(
  'الفرقه فرقه اللواء لواء الفوج فوج الكتيبه كتيبه كتيبة طريق الطريق اوتوستراد الاوتوستراد حاجز مشروع المشروع نقطه الوحده ' +
    'السرب سرب مرصد تله جبل برج القطاع المنطقه القاعده ' +
    'القناه قناه جنيف استانا رقم القرار قرار بيان العدد الماده الرحله ام حي الحي شارع بلوك المربع القطعه المحطه محطه مجموعه قمه ' +
    'ايدكس كيلو الوية سريه السريه المفرزه البند الفقره الفرع فرع النادي فوجي خط ال+',
);
/** Names of places, papers and streets that a date stands in: «برج 8 آذار». */
const DATED_NAMES = set(
  'برج صحيفه جريده قوي قوى فريق تحالف ساحه جسر شارع مشفي مستشفي مدرسه سد كتايب كتيبه لواء حي ثوره انتفاضه حرب حركه تيار ' +
    'جامعه مساكن معسكر حديقه تجمع احداث هجمات اعتداءات جبهه قناه ميدان سنترال مطبعه نادي ذكري ثوار فوج',
);
const CLOCK_CUES = set('الساعه ساعه');
const YEAR_CUES = set('عام العام سنه السنه لعام بعام للعام اعوام عامي صيف شتاء ربيع خريف منذ');

/** Earliest and latest four-digit number that reads as a year after a cue. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;

/** The kind of the number that spans the tokens `first` to `last`. */
export function kindOf(tokens: readonly Token[], first: number, last: number, value: number): NumberKind {
  const next = tokens[last + 1];
  const after = next === undefined || next.gap === 'paragraph' ? '' : next.norm;
  const before = tokens[first - 1]?.norm ?? '';
  const glued = before === 'ال' || before === 'و' || before === 'ب' || before === 'ل' ? 1 : 0;
  const cued = tokens[first - 1 - glued];
  const cue = cued?.norm ?? '';
  const cues = cued === undefined ? 0 : cuesOf(cued.word);
  if (isPercent(tokens, last, after, before)) return 'percent';
  if (isMoney(tokens, last, after === '' ? undefined : next, before)) return 'money';
  if (isDate(tokens, first, last, after, value, cues)) return (cues & DATED_NAME) !== 0 ? 'name' : 'date';
  if ((cues & CLOCK) !== 0 || isClock(tokens, first, last)) return 'time';
  if (CALIBRE_UNITS.has(after) || isCalibre(tokens, first, last, cue, cues, value)) return 'calibre';
  if (DISTANCES.has(after)) return 'distance';
  if (DURATIONS.has(after)) return isAge(tokens, first, last, cue, value) ? 'age' : 'duration';
  if (isAgeAlone(tokens, first, last, cue)) return 'age';
  if (isName(tokens, first, last, cues, glued === 1 && before === 'ال', after)) return 'name';
  if (isListMark(tokens, first, last)) return 'ordinal';
  return 'count';
}

const DATED_NAME = 1;
const YEAR = 2;
const CLOCK = 4;
const CALIBRE = 8;
const NAMED = 16;

/** What a word before a number says of it, a bit each. */
const cuesOf = remembering((norm) => {
  const stems = bareStems(norm);
  const isAmong = (words: ReadonlySet<string>) => words.has(norm) || stems.some((stem) => words.has(stem));
  return (
    (isAmong(DATED_NAMES) ? DATED_NAME : 0) |
    (isAmong(YEAR_CUES) ? YEAR : 0) |
    (isAmong(CLOCK_CUES) ? CLOCK : 0) |
    (isAmong(CALIBRE_CUES) ? CALIBRE : 0) |
    (isAmong(NAME_CUES) ? NAMED : 0)
  );
});

const isCurrency = telling((norm) => bareStems(norm).some((stem) => CURRENCIES.has(stem)));

function isPercent(tokens: readonly Token[], last: number, after: string, before: string): boolean {
  if (after === '%' || before === '%') return true;
  if (after === 'بالميه' || after === 'بالمايه') return true;
  const then = tokens[last + 2]?.norm;
  return after === 'في' && (then === 'الميه' || then === 'المايه');
}

function isMoney(tokens: readonly Token[], last: number, after: Token | undefined, before: string): boolean {
  if (before === '$' || before === '€') return true;
  if (after === undefined) return false;
  if (after.norm === '$' || after.norm === '€' || isCurrency(after.word)) return true;
  const then = tokens[last + 2];
  return after.norm === 'من' && then !== undefined && isCurrency(then.word);
}

/** Whether a month's name follows («8 آذار»), or the number is a year or a part of «4/7/2015». */
function isDate(
  tokens: readonly Token[],
  first: number,
  last: number,
  after: string,
  value: number,
  cues: number,
): boolean {
  const whole = Number.isInteger(value) && (tokens[first] as Token).kind === 'number';
  if (value >= 1 && value <= 31 && Number.isInteger(value)) {
    if (monthFollows(tokens, after === 'من' ? last + 2 : last + 1)) return true;
  }
  if (!whole) return false;
  if (value >= FIRST_YEAR && value <= LAST_YEAR && first === last) {
    if ((cues & YEAR) !== 0) return true;
    if (endsMonth(tokens, first - 1)) return true;
  }
  return isNumericDatePart(tokens, first);
}

function monthFollows(tokens: readonly Token[], at: number): boolean {
  const names = monthNames().get(tokens[at]?.norm ?? '') ?? [];
  return names.some(
    ({ words, hijri }) =>
      !(
        hijri &&
        words.length === 1 &&
        WEAK_MONTHS.has(words[0] as string) &&
        tokens[at + 1]?.kind !== 'number'
      ) && words.every((word, k) => tokens[at + k]?.norm === word),
  );
}

/** Whether the token closes a month's name: «تموز» or «كانون الثاني». */
function endsMonth(tokens: readonly Token[], at: number): boolean {
  const norm = tokens[at]?.norm ?? '';
  if (norm === ')' || norm === '/') return endsMonth(tokens, at - 1);
  if (
    monthNames()
      .get(norm)
      ?.some(({ words }) => words.length === 1)
  )
    return true;
  const names = monthNames().get(tokens[at - 1]?.norm ?? '') ?? [];
  return names.some(({ words }) => words[1] === norm);
}

/** A number in «4/7/2015», «2015-07-04», «4.7.2015»: three numbers with the same mark between, or «4/7». */
function isNumericDatePart(tokens: readonly Token[], at: number): boolean {
  for (const mark of ['/', '-', '.']) {
    let first = at;
    while (at - first < 6 && isMarkBetweenNumbers(tokens, first - 1, mark)) first -= 2;
    let count = 1;
    while (count < 4 && isMarkBetweenNumbers(tokens, first + count * 2 - 1, mark)) count++;
    if (count === 3 || (count === 2 && mark === '/')) return true;
  }
  return false;
}

/** Whether the token is the mark between two numbers, nothing between them. */
function isMarkBetweenNumbers(tokens: readonly Token[], at: number, mark: string): boolean {
  const token = tokens[at];
  return (
    token?.norm === mark &&
    tokens[at - 1]?.kind === 'number' &&
    tokens[at + 1]?.kind === 'number' &&
    token.gap === 'none' &&
    tokens[at + 1]?.gap === 'none'
  );
}

/** «14:30» */
function isClock(tokens: readonly Token[], first: number, last: number): boolean {
  const colonAfter = tokens[last + 1]?.norm === ':' && tokens[last + 1]?.gap === 'none';
  const colonBefore = tokens[first - 1]?.norm === ':' && tokens[first - 1]?.gap === 'none';
  return (
    (colonAfter && tokens[last + 2]?.kind === 'number' && tokens[last + 2]?.gap === 'none') ||
    (colonBefore && tokens[first - 2]?.kind === 'number' && tokens[first]?.gap === 'none')
  );
}

function isCalibre(
  tokens: readonly Token[],
  first: number,
  last: number,
  cue: string,
  cues: number,
  value: number,
): boolean {
  if (!Number.isInteger(value)) return true;
  if (first !== last || tokens[first]?.kind !== 'number') return false;
  if (LETTER_CUES.has(cue)) return true;
  if ((cues & CALIBRE) === 0) return false;
  // «إن 34 من عناصره», «أن 13 منهم», and no «أنتونوف».
  if (cue.endsWith('ان') && /^من(?:هم|هن)?$/.test(tokens[last + 1]?.norm ?? '')) return false;
  return !isCountedNoun(tokens[last + 1]);
}

/** Whether the word after a number looks like what is counted: accusative singular or a plural without article. */
function isCountedNoun(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'word' || token.gap === 'paragraph') return false;
  return readsCounted(token.word);
}

const readsCounted = fitting(
  /^(?!ال)(?:.{2,}ا|.{2,}ه|.{2,}ات|.{2,}ين|.{2,}ون|قتلي|جرحي|شهداء|اشخاص|اطفال|عناصر|نساء)$/,
);

function isAge(tokens: readonly Token[], first: number, last: number, cue: string, value: number): boolean {
  const unit = tokens[last + 1]?.norm ?? '';
  if (value > 110 || !(YEARS.has(unit) || unit === 'اشهر' || unit === 'شهرا')) return false;
  const parenthesis = tokens[first - 1]?.norm === '(';
  return (
    parenthesis ||
    AGE_CUES.has(cue) ||
    AGE_CUES.has(tokens[first - 2]?.norm ?? '') ||
    followsPerson(tokens, first)
  );
}

const AGED = set('طفل طفله شاب شابه فتاه رجل امراه سيده مسن مسنه رضيع رضيعه فتي صبي مواطن مواطنه شخص');

function followsPerson(tokens: readonly Token[], first: number): boolean {
  return bareStems(tokens[first - 1]?.norm ?? '').some((stem) => AGED.has(stem));
}

/** «البالغ من العمر 35», «(35)» is not taken: it may be a count. */
function isAgeAlone(tokens: readonly Token[], first: number, last: number, cue: string): boolean {
  if (isCountedNoun(tokens[last + 1])) return false;
  return (
    cue === 'العمر' || cue === 'عمره' || cue === 'عمرها' || (cue === 'سن' && tokens[first]?.kind === 'number')
  );
}

function isName(
  tokens: readonly Token[],
  first: number,
  last: number,
  cues: number,
  article: boolean,
  after: string,
): boolean {
  if (first !== last) return false;
  const next = tokens[last + 1];
  if ((cues & NAMED) === 0) {
    return article && tokens[first]?.gap === 'none' && next?.kind !== 'word' && after !== '';
  }
  const digits = tokens[first]?.kind === 'number';
  return digits && (article || !isCountedNoun(next) || next?.norm.endsWith('يه') === true);
}

/** «1-», «2)» at the head of a line. */
function isListMark(tokens: readonly Token[], first: number, last: number): boolean {
  const token = tokens[first] as Token;
  if (token.kind !== 'number' || first !== last || (token.gap !== 'line' && token.gap !== 'paragraph'))
    return false;
  const next = tokens[last + 1];
  return next?.gap === 'none' && (next.norm === '-' || next.norm === ')' || next.norm === '.');
}
