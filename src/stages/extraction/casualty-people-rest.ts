/** Reads on after the noun of a phrase for people: adjectives, «آخرين», whose people they are, «بين قتيل وجريح». */
import { isVerbLike } from '../../arabic/verbs.ts';
import type { CasualtyGroup } from '../../model/vocabulary.ts';
import { isDeadOrHurtPair, type People, retold } from './casualty-people-shape.ts';
import { type CasualtyText, groupOfActor } from './casualty-text.ts';

export const QUOTES = new Set(['"', '«', '»', "'"]);

export const OTHERS = new Set([
  'اخرين',
  'اخرون',
  'اخر',
  'اخري',
  'اخريات',
  'غيرهم',
  'الباقون',
  'الباقين',
  'الاخرون',
  'الاخرين',
  'اخران',
  'اخرى',
]);

const ENDS = new Set([
  'في',
  'علي',
  'جراء',
  'اثر',
  'بعد',
  'خلال',
  'نتيجه',
  'بسبب',
  'الي',
  'عن',
  'قرب',
  'داخل',
  'عند',
  'قبل',
  'اثناء',
  'كما',
  'حيث',
  'ان',
  'بان',
  'انه',
]);

/** Takes in what follows the noun: adjectives, «آخرين», whose they are, «بين قتيل وجريح»; keeps an inexact count's words. */
export function finish(text: CasualtyText, people: People, last: number): People {
  const { low, best, high, vague } = people.count;
  if (vague === null || text.number(people.last) !== null) return follow(text, people, last);
  const count = { low, best, high, vague: wordsOf(text, people, vague) };
  return follow(text, retold(people, { count }), last);
}

/** The words of an inexact count with its noun («عدد من الجرحى»), as far as its trailing bound. */
function wordsOf(text: CasualtyText, people: People, vague: string): string {
  const words = text.surface(people.first, people.last);
  return words.length > vague.length ? words : vague;
}

function follow(text: CasualtyText, people: People, last: number): People {
  let found = people;
  for (let i = people.last + 1; i <= Math.min(last, people.last + 8); i++) {
    const norm = text.norm(i);
    if (QUOTES.has(norm) || norm === '(' || norm === ')') {
      if (isListOfThem(text, found, i + 1)) return found;
      continue;
    }
    if (!text.isWord(i) || text.lexicon.splits.at(text.tokens, i) !== null) return found;
    if (norm === 'علي' && text.norm(i + 1) === 'الاقل') {
      i++;
      found = retold(found, { last: Math.min(last, i) });
      continue;
    }
    if (norm === 'بين' && isDeadOrHurt(text, i + 1))
      return retold(found, { mixed: true, last: Math.min(last, i + 2) });
    if (isJoined(text, i) || /^ب(?!ين|صفوف)/.test(norm)) return found;
    if (OTHERS.has(norm)) {
      found = retold(found, { others: true, last: i });
      continue;
    }
    // «قال طبيب أن ثلاثة مدنيين …»: other people.
    if (text.number(i) !== null) return found;
    if (i === people.last + 1 && isGenitive(text, i)) {
      found = retold(found, { last: i });
      continue;
    }
    const owner = ownerAt(text, i, last);
    if (owner !== null) return owned(text, found, owner);
    const word = text.word(i);
    // «سقط عدد من المدنيين جرحى»: what befell them.
    if (
      word?.victim?.many &&
      found.kind === null &&
      found.form === 'counted' &&
      i === found.last + 1 &&
      isCalled(text, i)
    )
      return retold(found, { kind: word.victim.kind, last: i });
    const group = word?.modifier ?? null;
    if (group !== null) {
      found = retold(found, { group: refine(found.group, group), last: i });
      continue;
    }
    if (found.kind !== null && found.group === null && word?.person && !word.definite && word.prefix === '') {
      found = retold(found, { group: word.person.group, last: i });
      continue;
    }
    if (ENDS.has(norm) || word !== null || isVerbLike(norm)) return found;
    if (norm !== 'من' && i > people.last + 3) return found;
  }
  return found;
}

function isCalled(text: CasualtyText, at: number): boolean {
  const word = text.word(at);
  if (word === null || word.definite || word.prefix !== '' || word.suffix !== '') return false;
  return !text.isJoined(at + 1) && text.word(at)?.victim?.onlyCounted === false;
}

/** «ثمانية شهداء «أم وأطفالها»»: who the people counted were. */
function isListOfThem(text: CasualtyText, { count }: People, at: number): boolean {
  return (count.best ?? 0) > 1 && text.word(at)?.person != null && /^و/.test(text.norm(at + 1));
}

/** «عناصر الوحدات»: a noun in the construct and its unknown owner. */
function isGenitive(text: CasualtyText, at: number): boolean {
  const before = text.word(at - 1);
  if (!before?.person?.many || !before.person.fighter || before.definite || !text.norm(at).startsWith('ال'))
    return false;
  return text.word(at) === null && text.actor(at) === null && text.norm(at) !== 'الي';
}

/** «و» before the word, unless it is the word's own letter in a name. */
function isJoined(text: CasualtyText, at: number): boolean {
  const norm = text.norm(at);
  if (!norm.startsWith('و')) return false;
  const actor = text.actor(at);
  return (
    actor === null ||
    actor.first !== at ||
    text.word(at)?.prefix.startsWith('و') === true ||
    norm.startsWith('وال')
  );
}

/** A nationality or side told by an adjective goes before what the noun alone suggests. */
function refine(group: CasualtyGroup | null, told: CasualtyGroup): CasualtyGroup {
  return group === 'children' || group === 'women' ? group : told;
}

/** «قتيل وجريح» after «بين»: dead and hurt of one number; not «بين القتلى والجرحى». */
export function isDeadOrHurt(text: CasualtyText, at: number): boolean {
  const first = text.word(at)?.victim;
  if (text.word(at)?.definite) return false;
  const second = text.word(text.norm(at + 1) === 'و' ? at + 2 : at + 1)?.victim;
  return first != null && second != null && isDeadOrHurtPair(first.kind, second.kind);
}

interface Owner {
  readonly at: number;
}

const FROM = new Set([
  'من',
  'ل',
  'صفوف',
  'بصفوف',
  'عناصر',
  'تابع',
  'تابعا',
  'تابعين',
  'تابعه',
  'التابعين',
  'التابعه',
  'التابع',
  'ينتمون',
  'ينتمي',
]);

/** «من قوات …», «لتنظيم …», «في صفوف …», «تابعين ل…»: where the name or noun of whose people they are stands. */
function ownerAt(text: CasualtyText, at: number, last: number): Owner | null {
  const norm = text.norm(at);
  const actor = text.actor(at);
  if (actor !== null && actor.side !== 'civilians') return { at };
  if (norm === 'في' && /^(?:صفوف|صفوفهم)$/.test(text.norm(at + 1)) && at + 2 <= last) return { at: at + 2 };
  const name = QUOTES.has(text.norm(at + 1)) ? at + 2 : at + 1;
  const member = norm === 'في' && name <= last ? text.actor(name) : null;
  if (member !== null && member.side !== 'civilians' && member.via === null) return { at: name };
  if (norm === 'بين' && text.norm(at + 1) === 'صفوف' && at + 2 <= last) return { at: at + 2 };
  if (!FROM.has(norm) || at + 1 > last) return null;
  if (norm === 'من' && text.norm(at + 1) === 'قبل') return null;
  for (let i = at + 1; i <= Math.min(last, at + 4); i++) {
    if (text.actor(i) !== null) return { at: i };
    const word = text.word(i);
    if (word?.person && !word.person.fighter) return { at: i };
    if (QUOTES.has(text.norm(i)) && i === at + 1) continue;
    if (!text.isWord(i) || ENDS.has(text.norm(i))) return null;
  }
  return null;
}

function owned(text: CasualtyText, people: People, { at }: Owner): People {
  const actor = text.actor(at);
  if (actor === null) {
    const person = text.word(at)?.person ?? null;
    return retold(people, { group: people.group ?? person?.group ?? null, last: at });
  }
  const told = groupOfActor(actor);
  if (told === 'civilians' || actor.side === 'civilians') {
    const person = text.word(at)?.person?.group ?? told;
    return retold(people, { group: people.group ?? person, last: Math.max(at, actor.last) });
  }
  const keep = people.group !== null && people.group !== 'government' && people.group !== 'isis';
  const group = keep ? people.group : (told ?? people.group);
  return retold(people, { group, actors: [actor.id], last: actor.last });
}
