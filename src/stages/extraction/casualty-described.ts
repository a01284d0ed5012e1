/** Passes over what describes a person between two members of a list: rank, name, home, whose people they are. */
import { isVerbLike } from '../../arabic/verbs.ts';
import { NAME_MARKS, WITH } from './casualty-name-marks.ts';
import { peopleAt } from './casualty-people.ts';
import type { People } from './casualty-people-shape.ts';
import type { CasualtyText } from './casualty-text.ts';

/** Longest description between two members. */
const REACH = 12;
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
  if (!begins(text, people, start)) return beforeCompanions(text, start, end);
  for (let i = start; i <= end; i++) {
    const norm = text.norm(i);
    if (norm === '،' || norm === ',' || norm === 'و') return i > start ? i - 1 : null;
    if (WITH.test(norm)) return i > start && bringsCounted(text, i + 1, last) ? i - 1 : null;
    if (NAME_MARKS.has(norm)) continue;
    const describes = text.isWord(i) || text.number(i) !== null;
    const quoted = NAME_MARKS.has(text.norm(i - 1));
    if (!describes || (ENDS.test(norm) && !quoted)) return null;
    if (i > start && norm.startsWith('و') && isMember(text, i, people)) return i - 1;
    if (i > start && !OPENS.has(norm) && (isVerbLike(norm) || text.word(i)?.predicates.length)) return null;
  }
  return null;
}

/** What tells how or where they died is no description of who they were. */
const ENDS = /^(?:جراء|اثر|خلال|بعد|نتيجه|علي|عند|قرب|برصاص|بقصف|بانفجار|بنيران|بعبوه|بلغم|اثناء|عندما|حيث)$/;

function begins(text: CasualtyText, people: People, at: number): boolean {
  const norm = text.norm(at);
  if (people.form === 'name') return text.isWord(at) && !ENDS.test(norm) && !/^(?:في|ب)/.test(norm);
  if (OPENS.has(norm)) return true;
  // «مقتل المسن فلان الفلاني | والطفلة …»
  if (people.definite && text.isWord(at) && !/^(?:و|في$|ب)/.test(norm)) return isName(text, at);
  if (norm === 'في') return /^(?:صفوف|ال?قوات|ال?جيش)/.test(text.norm(at + 1));
  const actor = text.actor(at);
  return actor !== null && actor.side !== 'civilians' && !text.isJoined(at);
}

/** «قتل قائد الكتيبة "أبو سالم" | مع ثلاثة من مرافقيه»: the last token of whose and who he is. */
function beforeCompanions(text: CasualtyText, start: number, end: number): number | null {
  for (let i = start; i <= end; i++) {
    const norm = text.norm(i);
    if (WITH.test(norm)) return i > start && bringsCounted(text, i + 1, end) ? i - 1 : null;
    if (NAME_MARKS.has(norm)) continue;
    if (!text.isWord(i) || ENDS.test(norm) || text.word(i)?.predicates.length) return null;
  }
  return null;
}

/** «قتل سامر الحسن مع ثلاثة من مرافقيه»: a number of companions, and not «مع عائلته» or «مع قوات …». */
function bringsCounted(text: CasualtyText, at: number, last: number): boolean {
  const people = peopleAt(text, at, last);
  return people?.what === 'people' && people.form === 'counted';
}

function isName(text: CasualtyText, at: number): boolean {
  const word = text.word(at);
  return (word === null || word.name) && !ENDS.test(text.norm(at)) && !isVerbLike(text.norm(at));
}

/** «و» before another person, or before another given name where names are listed. */
function isMember(text: CasualtyText, at: number, people: People): boolean {
  const word = text.word(at);
  if (word === null || !word.prefix.startsWith('و')) return false;
  return people.form === 'name' ? word.name : word.person !== null || word.victim !== null;
}
