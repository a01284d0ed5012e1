/** Passes over what describes a person between two members of a list: rank, name, home, whose people they are. */
import { isVerbLike } from '../../arabic/verbs.ts';
import { fitting } from '../../arabic/word-memory.ts';
import { isKin } from './casualty-kin.ts';
import { NAME_MARKS, WITH } from './casualty-name-marks.ts';
import { peopleAt } from './casualty-people.ts';
import type { People } from './casualty-people-shape.ts';
import type { CasualtyText } from './casualty-text.ts';

/** Longest description between two members. */
const REACH = 12;
/** … and before «مع اثنين من مرافقيه», which may follow whose man he was and his name. */
const COMPANIONS_REACH = 20;
const OPENS = new Set([
  'برتبه',
  'يدعي',
  'تدعي',
  'المدعو',
  'من',
  'وهو',
  'وهي',
  'يعمل',
  'بصفوف',
  'عمره',
  'عمرها',
]);

/**
 * «ضابط برتبة ملازم يدعى "…" من طرطوس | وعنصر آخر», «سامر الحسن | وفادي العلي»: the last token of what describes the
 * person that ends at `people.last`, where «و» and another member may follow; null where nothing describes them.
 */
export function pastDescription(text: CasualtyText, people: People, last: number): number | null {
  if (people.form !== 'one' && people.form !== 'name') return null;
  const start = people.last + 1;
  const end = Math.min(last, people.last + REACH);
  const own = beforeTheirOwn(text, people, start, end, last);
  if (own !== null) return own;
  const companions = beforeCompanions(text, start, Math.min(last, people.last + COMPANIONS_REACH), last);
  if (companions !== null || !begins(text, people, start)) return companions;
  for (let i = start; i <= end; i++) {
    const age = pastAge(text, i);
    if (age !== null) {
      i = age;
      continue;
    }
    const norm = text.norm(i);
    if (norm === '،' || norm === ',' || norm === 'و') return i > start ? i - 1 : null;
    if (WITH.test(norm)) return i > start && bringsCounted(text, i + 1, last) ? i - 1 : null;
    if (NAME_MARKS.has(norm)) continue;
    const describes = text.isWord(i) || text.number(i) !== null;
    const quoted = NAME_MARKS.has(text.norm(i - 1));
    if (!describes || (isEnd(text, i) && !quoted)) return null;
    if (i > start && norm.startsWith('و') && isMember(text, i, people)) return i - 1;
    if (i > start && !OPENS.has(norm) && (isVerbLike(norm) || text.word(i)?.predicates.length)) return null;
  }
  return null;
}

/** What tells how or where they died is no description of who they were. */
const ENDS = /^(?:جراء|اثر|خلال|بعد|نتيجه|علي|عند|قرب|برصاص|بقصف|بانفجار|بنيران|بعبوه|بلغم|اثناء|عندما|حيث)$/;

function isEnd(text: CasualtyText, at: number): boolean {
  return ENDS.test(text.norm(at)) && !text.isAli(at);
}

function begins(text: CasualtyText, people: People, at: number): boolean {
  const norm = text.norm(at);
  if (people.form === 'name') return text.isWord(at) && !isEnd(text, at) && !/^(?:في|ب)/.test(norm);
  if (OPENS.has(norm)) return true;
  // «مقتل المسن فلان الفلاني | والطفلة …»
  if (people.definite && text.isWord(at) && !/^(?:و|في$|ب)/.test(norm)) return isName(text, at);
  // «ونائبه فلان الفلاني وفلان»
  if (isKin(text, people.first) && text.isWord(at) && !/^(?:و|في$|ب|ال)/.test(norm)) return isName(text, at);
  if (norm === 'في') return /^(?:صفوف|ال?قوات|ال?جيش)/.test(text.norm(at + 1));
  const actor = text.actor(at);
  return actor !== null && actor.side !== 'civilians' && !text.isJoined(at);
}

/** «قتل قائد الكتيبة "أبو سالم" | مع ثلاثة من مرافقيه»: the last token of whose and who he is. */
function beforeCompanions(text: CasualtyText, start: number, end: number, last: number): number | null {
  for (let i = start; i <= end; i++) {
    const norm = text.norm(i);
    if (WITH.test(norm)) return i > start && bringsCounted(text, i + 1, last) ? i - 1 : null;
    if (NAME_MARKS.has(norm) || norm === '،' || text.number(i) !== null) continue;
    if (!text.isWord(i) || text.isJoined(i) || isEnd(text, i) || text.word(i)?.predicates.length) return null;
  }
  return null;
}

/** «رئيس المجلس المحلي في بلدة (أ) | وابنه», «الملازم علي سليمان | وأربعة من عناصره»: a pronoun leads back to the person. */
function beforeTheirOwn(
  text: CasualtyText,
  { definite, form }: People,
  start: number,
  end: number,
  last: number,
): number | null {
  // «رجل وشقيقه وسائقه»: the next of the list, and nothing that describes the first.
  if (text.isJoined(start) && isKin(text, start)) return null;
  // «مراسل المنار فلان والمصور فلان»
  const named = definite || form === 'name' || text.norm(start).startsWith('ال');
  for (let i = start; i <= end; i++) {
    const age = pastAge(text, i) ?? pastNation(text, i);
    if (age !== null) {
      i = age;
      continue;
    }
    const norm = text.norm(i);
    if (NAME_MARKS.has(norm)) continue;
    const number = text.number(i);
    if (!text.isWord(i) && number === null) return null;
    if (norm.startsWith('و') && i > start) {
      // «العقيد أحمد خضور | والملازم علي حسن وثلاثة جنود»
      if (isKin(text, i) || (named && isRanked(text, i))) return i - 1;
      // «العقيد أحمد خضور | وسبعة عناصر»
      const fighters = number !== null && text.word(number.last + 1)?.person?.fighter === true;
      if (number !== null && (fighters || isTheirs(text, number.last + 1, last))) return i - 1;
      if (number !== null && named && isOthersToo(text, number.last + 1)) return i - 1;
    }
    if (isEnd(text, i) || text.word(i)?.predicates.length || text.isSplit(i)) return null;
  }
  return null;
}

/** «والملازم …»: one more man of rank, with his name after it. */
function isRanked(text: CasualtyText, at: number): boolean {
  const word = text.word(at);
  if (word?.person == null || word.person.many || !word.definite || !word.prefix.startsWith('و'))
    return false;
  return isName(text, at + 1);
}

const isOfAge = fitting(/^(?:البالغه?|عمره|عمرها|ويبلغ|وتبلغ|يبلغ|تبلغ)$/);
const isYears = fitting(/^(?:عاما?|سنه|سنوات|اعوام)$/);

/** Most tokens of an age between its commas: «، البالغ من العمر ثمانية أعوام،». */
const AGE_REACH = 7;

/** «، 48 عاما،», «، البالغة من العمر ثمانية أعوام،»: the last token of an age put in between commas, or null. */
function pastAge(text: CasualtyText, at: number): number | null {
  if (text.norm(at) !== '،' && text.norm(at) !== ',') return null;
  let years = text.fits(at + 1, isOfAge) ? at + 2 : at + 1;
  while (years < at + AGE_REACH && text.isWord(years) && text.number(years) === null) years++;
  const number = text.number(years);
  if (number === null || (years > at + 1 && !text.fits(at + 1, isOfAge))) return null;
  if (!text.fits(number.last + 1, isYears)) return null;
  const closing = text.norm(number.last + 2);
  if (closing === '،' || closing === ',') return number.last + 2;
  return closing.startsWith('و') ? number.last + 1 : null;
}

const isNationality = fitting(/^(?:ال)?جنسيه$/);

/** «، مصري الجنسية،»: the last token of a nationality put in between commas, or null. */
function pastNation(text: CasualtyText, at: number): number | null {
  if (text.norm(at) !== '،' && text.norm(at) !== ',') return null;
  const closing = text.norm(at + 3);
  return text.fits(at + 2, isNationality) && (closing === '،' || closing === ',') ? at + 3 : null;
}

/** «المصور فلان | وثمانية سوريين»: people counted, of whom no verb of their own tells anything else. */
function isOthersToo(text: CasualtyText, noun: number): boolean {
  const word = text.word(noun);
  if (word?.person == null || word.victim !== null) return false;
  return [noun + 1, noun + 2].every((at) => !text.word(at)?.predicates.some(({ form }) => form === 'verb'));
}

/** «من عناصره», «من مجموعته», «عناصر من مجموعته», «من مرافقيها». */
function isTheirs(text: CasualtyText, at: number, last: number): boolean {
  const from = text.norm(at) === 'من' ? at : at + 1;
  return (
    text.norm(from) === 'من' &&
    from < last &&
    /.{3}(?:ه|ها)$/.test(text.norm(from + 1)) &&
    OWN.test(text.norm(from + 1))
  );
}

const OWN =
  /^(?:عناصر|ضباط|معاوني|زملاي|اصدقاي|جيران|مرافق|مجموعت|رفاق|افراد|مقاتل|جنود|رجال|حراس|اقارب|ابناي|اطفال|عايلت|اسرت|عساكر)/;

/** «قتل سامر الحسن مع ثلاثة من مرافقيه»: a number of companions, and not «مع عائلته» or «مع قوات …». */
function bringsCounted(text: CasualtyText, at: number, last: number): boolean {
  const people = peopleAt(text, at, last);
  if (people?.what !== 'people') return false;
  // «مع مرافقه», and not «مع عائلته».
  return people.form === 'counted' || (people.form === 'one' && isKin(text, at));
}

function isName(text: CasualtyText, at: number): boolean {
  const word = text.word(at);
  return (word === null || word.name) && !isEnd(text, at) && !isVerbLike(text.norm(at));
}

/** «و» before another person, or before another given name where names are listed. */
function isMember(text: CasualtyText, at: number, people: People): boolean {
  // «ضابط برتبة عقيد | وعنصران»
  const pair = text.number(at);
  if (pair?.dual && people.form === 'one' && text.norm(at).startsWith('و'))
    return text.lexicon.noun(pair.noun ?? '')?.person != null;
  const word = text.word(at);
  if (word === null || !word.prefix.startsWith('و')) return false;
  if (people.form === 'name') return word.name;
  const named = word.name && isKin(text, people.first) && text.isWord(at + 1) && isName(text, at + 1);
  return word.person !== null || word.victim !== null || named;
}
