/** Reads on after the noun of a phrase for people: adjectives, «آخرين», whose people they are, «بين قتيل وجريح». */
import { isVerbLike } from '../../arabic/verbs.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { CasualtyGroup } from '../../model/vocabulary.ts';
import { isOwnMen, meantBefore, owned, ownerAt } from './casualty-people-owner.ts';
import { isDeadOrHurtPair, type People, retold } from './casualty-people-shape.ts';
import type { CasualtyText } from './casualty-text.ts';

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

export const ENDS = new Set([
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

const isRank = fitting(/^(?:سابق|بارز|ميداني|محلي|عسكري|كبير)(?:ه|ين|ون)?$/);

/** Takes in what follows the noun: adjectives, «آخرين», whose they are, «بين قتيل وجريح»; keeps an inexact count's words. */
export function finish(text: CasualtyText, told: People, last: number): People {
  const people = ofSpeaker(text, told);
  const { low, best, high, vague } = people.count;
  if (vague === null || text.number(people.last) !== null) return follow(text, people, last);
  const count = { low, best, high, vague: wordsOf(text, people, vague) };
  return follow(text, retold(people, { count }), last);
}

/** «مقتل خمسة من مقاتليها»: the pronoun tells whose. */
function ofSpeaker(text: CasualtyText, people: People): People {
  const at = people.last;
  if (people.actors.length > 0 || !text.fits(at, isOwnMen)) return people;
  const meant = meantBefore(text, people.first);
  return meant === null ? people : owned(text, people, { at, meant });
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
    // «12 شخصا بين مدنيين ومقاتلين»: who they were.
    if (norm === 'بين' && i + 2 <= last && text.word(i + 1)?.person && isJoinedPerson(text, i + 2))
      return retold(found, { last: i + 2 });
    if (opensWithAnd(text, i)) return found;
    // «قيادي سابق بالجيش الحر»: in the group, as «في».
    if (/^ب(?!ين|صفوف)/.test(norm) && text.actor(i)?.via !== null) return found;
    if (i === found.last + 1 && text.fits(i, isRank)) {
      found = retold(found, { last: i });
      continue;
    }
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
    if (owner !== null) return divided(text, owned(text, found, owner), last);
    const word = text.word(i);
    if (i === found.last + 1 && isOldOrYoung(text, i, found)) {
      found = retold(found, { group: found.group ?? word?.person?.group ?? null, last: i });
      continue;
    }
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

/** «العشرات من مقاتلي التنظيم بين قتيل وجريح»: dead and hurt of one number, said after whose they are. */
function divided(text: CasualtyText, people: People, last: number): People {
  const at = people.last + 1;
  if (text.norm(at) !== 'بين' || !isDeadOrHurt(text, at + 1)) return people;
  return retold(people, { mixed: true, last: Math.min(last, at + 2) });
}

function isJoinedPerson(text: CasualtyText, at: number): boolean {
  return text.isJoined(at) && text.word(at)?.person != null;
}

/** «رجل مسن», «طفل رضيع»: a second noun that says more of the one person. */
function isOldOrYoung(text: CasualtyText, at: number, { kind, form }: People): boolean {
  const [person, word] = [text.word(at - 1)?.person, text.word(at)];
  if (kind !== null || form === 'name' || person == null || person.many) return false;
  // «مجموعة إرهابية مسلحة»
  if (text.word(at - 2)?.thing) return false;
  return (
    word?.person != null &&
    !word.person.many &&
    word.prefix === '' &&
    word.suffix === '' &&
    !text.isCounted(at)
  );
}

const isVerbOfTwo = fitting(/^(?:قتلا|جرحا)$/);

function isCalled(text: CasualtyText, at: number): boolean {
  const word = text.word(at);
  // «امرأة وطفلها قتلا»: the verb of the two, which is written like a misspelt «قتلى».
  const person = text.word(at - 1)?.person;
  if (text.fits(at, isVerbOfTwo) && person != null && !person.many) return false;
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
function opensWithAnd(text: CasualtyText, at: number): boolean {
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
