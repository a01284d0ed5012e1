/**
 * Reads one phrase for people: «خمسة مدنيين», «عددا من عناصر التنظيم», «شهيدين», «طفلة», «أطفالها الأربعة», with its
 * count, its group, and what its noun says befell them. A number of things is told apart, so that it ends a list.
 */

import type { NumberSpan } from '../../arabic/token.ts';
import { isVerbLike } from '../../arabic/verbs.ts';
import type { Count } from '../../model/mention.ts';
import type { CasualtyGroup } from '../../model/vocabulary.ts';
import { exactly, several } from './casualty-counts.ts';
import type { CasualtyKind, CasualtyWord } from './casualty-lexicon.ts';
import { type CasualtyText, groupOfActor } from './casualty-text.ts';

export interface People {
  readonly what: 'people';
  readonly first: number;
  readonly last: number;
  readonly count: Count;
  /** What a noun such as «قتلى» says; null for «أشخاص». */
  readonly kind: CasualtyKind | null;
  readonly group: CasualtyGroup | null;
  /** Codebook ids of the actors whose people they are. */
  readonly actors: readonly string[];
  /** How it is told. `bare`: a number without a noun; `plural`: a noun without a number. */
  readonly form: 'counted' | 'bare' | 'one' | 'plural' | 'name';
  /** «12 آخرين»: more of the people told before. */
  readonly others: boolean;
  /** One number for dead and hurt together: «عشرات القتلى والجرحى», «بين قتيل وجريح». */
  readonly mixed: boolean;
  readonly definite: boolean;
  readonly corpse: boolean;
}

export interface Things {
  readonly what: 'things';
  readonly last: number;
}

const QUOTES = new Set(['"', '«', '»', "'"]);
const OTHERS = new Set(['اخرين', 'اخرون', 'اخر', 'اخري', 'اخريات', 'غيرهم', 'الاخرين', 'اخران', 'اخرى']);
/** «إصابة آخرين», «مقتل آخر»: whether more than one. */
const OTHERS_ALONE: ReadonlyMap<string, boolean> = new Map([
  ['اخرين', true],
  ['اخرون', true],
  ['اخريات', true],
  ['اخر', false],
  ['اخري', false],
]);
/** «عدد من الطرفين»: people of both. */
const BOTH_SIDES = new Set(['الطرفين', 'الجانبين', 'الطرفان', 'الفريقين']);
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
]);

/** The phrase that begins at the token and ends by `last`, or null. */
export function peopleAt(text: CasualtyText, at: number, last: number): People | Things | null {
  const open = text.norm(at) === '(' && text.number(at + 1) !== null ? 1 : 0;
  const number = text.number(at + open);
  if (number !== null) return counted(text, at, number, last, open);
  if (text.word(at) !== null) return uncounted(text, at, last);
  const others = OTHERS_ALONE.get(text.norm(at));
  if (others === undefined) return null;
  const count = others ? several(text.surface(at, at)) : exactly(1);
  return { ...blank(at, at, count), form: others ? 'plural' : 'one', others: true };
}

function counted(
  text: CasualtyText,
  at: number,
  number: NumberSpan,
  last: number,
  open: number,
): People | Things | null {
  if (number.kind !== 'count') return { what: 'things', last: number.last };
  const count: Count = { low: number.low, best: number.best, high: number.high, vague: number.vague };
  if (number.dual) return dual(text, at, number, last, count);
  let noun = number.last + 1;
  if (text.norm(noun) === ')') noun++;
  if (text.norm(noun) === 'علي' && text.norm(noun + 1) === 'الاقل') noun += 2;
  if (/^من(?:هم|ها|هن)$/.test(text.norm(noun)) && noun <= last)
    return { ...blank(at, noun, count), form: 'counted' };
  if (text.norm(noun) === 'من' && noun <= last) noun++;
  if (QUOTES.has(text.norm(noun)) && noun < last) noun++;
  const word = noun <= last ? text.word(noun) : null;
  const actor = noun <= last ? text.actor(noun) : null;
  if (word?.victim || word?.person) return withNoun(text, at, noun, word, count, last);
  if (noun <= last && OTHERS.has(text.norm(noun))) {
    return finish(text, { ...blank(at, noun, count), form: 'counted', others: true }, last);
  }
  if (noun <= last && BOTH_SIDES.has(text.norm(noun)))
    return { ...blank(at, noun, withWords(text, at, noun, count)), form: 'counted' };
  if (word?.thing) return { what: 'things', last: noun };
  if (actor !== null && actor.via === null) {
    return {
      ...blank(at, actor.last, count),
      form: 'counted',
      group: groupOfActor(actor),
      actors: [actor.id],
    };
  }
  return finish(text, { ...blank(at, number.last + (open === 1 ? 1 : 0), count), form: 'bare' }, last);
}

/** An inexact count's words as far as its noun. */
function withWords(text: CasualtyText, first: number, last: number, count: Count): Count {
  return count.vague === null ? count : { ...count, vague: text.surface(first, last) };
}

function blank(first: number, last: number, count: Count): People {
  return {
    what: 'people',
    first,
    last,
    count,
    kind: null,
    group: null,
    actors: [],
    form: 'counted',
    others: false,
    mixed: false,
    definite: false,
    corpse: false,
  };
}

function dual(
  text: CasualtyText,
  at: number,
  number: NumberSpan,
  last: number,
  count: Count,
): People | Things {
  const word = text.lexicon.noun(number.noun ?? '');
  if (!word?.victim && !word?.person) return { what: 'things', last: number.last };
  const twice = /^(?:اثنين|اثنان|اثنتين|اثنتان)$/.test(text.norm(number.last + 1)) ? 1 : 0;
  return withNoun(text, at, Math.min(last, number.last + twice), word, count, last);
}

function withNoun(
  text: CasualtyText,
  first: number,
  noun: number,
  word: CasualtyWord,
  count: Count,
  last: number,
): People {
  const mixed = word.victim !== null && isOtherVictim(text, noun + 1, last, word);
  const people: People = {
    ...blank(first, mixed ? noun + (text.norm(noun + 1) === 'و' ? 2 : 1) : noun, count),
    kind: word.victim?.kind ?? null,
    group: word.victim === null ? (word.person?.group ?? null) : null,
    corpse: word.victim?.corpse ?? false,
    mixed,
  };
  return finish(text, people, last);
}

/** «… القتلى والجرحى» after a number: the number is for both. */
function isOtherVictim(text: CasualtyText, at: number, last: number, word: CasualtyWord): boolean {
  if (!word.definite || !word.victim?.many) return false;
  const alone = text.norm(at) === 'و';
  const next = alone ? at + 1 : at;
  if (next > last || (!alone && !text.norm(at).startsWith('و'))) return false;
  const other = text.word(next);
  if (!other?.victim?.many || !other.definite) return false;
  return isDeadOrHurtPair(word.victim.kind, other.victim.kind);
}

function isDeadOrHurtPair(a: CasualtyKind, b: CasualtyKind): boolean {
  return (a === 'killed' && b === 'injured') || (a === 'injured' && b === 'killed');
}

/** A noun without a number before it. */
function uncounted(text: CasualtyText, at: number, last: number): People | null {
  const word = text.word(at) as CasualtyWord;
  const many = word.victim?.many ?? word.person?.many ?? false;
  if (word.victim?.onlyCounted || word.person?.onlyCounted) return null;
  if (word.victim === null && word.person === null) {
    if (!word.name) return null;
    return { ...blank(at, at, exactly(1)), form: 'name' };
  }
  if (word.victim?.many && at < last && text.is(at + 1, 'hits')) return null;
  const after = text.number(at + 1);
  if (after !== null && at + 1 <= last && isDefiniteCount(text, after)) {
    const count: Count = { low: after.low, best: after.best, high: after.high, vague: after.vague };
    return {
      ...noun(text, at, word, count, last),
      last: after.last,
      form: 'counted',
      definite: word.definite,
    };
  }
  const count = many ? several(text.surface(at, at)) : exactly(1);
  return { ...noun(text, at, word, count, last), form: many ? 'plural' : 'one', definite: word.definite };
}

function noun(text: CasualtyText, at: number, word: CasualtyWord, count: Count, last: number): People {
  return finish(
    text,
    {
      ...blank(at, at, count),
      kind: word.victim?.kind ?? null,
      group: word.victim === null ? (word.person?.group ?? null) : null,
      corpse: word.victim?.corpse ?? false,
    },
    last,
  );
}

/** «الأربعة», «اثنين», «واحد» after its noun. */
function isDefiniteCount(text: CasualtyText, number: NumberSpan): boolean {
  if (number.kind !== 'count' || number.dual || number.last !== number.first) return false;
  return /^(?:ال.*|اثنين|اثنان|اثنتين|اثنتان|واحد|واحده)$/.test(text.norm(number.first));
}

/** Takes in what follows the noun: adjectives, «آخرين», whose they are, «بين قتيل وجريح»; keeps an inexact count's words. */
function finish(text: CasualtyText, people: People, last: number): People {
  const { vague } = people.count;
  const words = vague === null || text.number(people.last) !== null ? vague : wordsOf(text, people, vague);
  return follow(text, { ...people, count: { ...people.count, vague: words } }, last);
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
    if (QUOTES.has(norm) || norm === '(' || norm === ')') continue;
    if (!text.isWord(i) || text.lexicon.splits.at(text.tokens, i) !== null) return found;
    if (norm === 'علي' && text.norm(i + 1) === 'الاقل') {
      i++;
      found = { ...found, last: Math.min(last, i) };
      continue;
    }
    if (norm === 'بين' && isDeadOrHurt(text, i + 1))
      return { ...found, mixed: true, last: Math.min(last, i + 2) };
    if (isJoined(text, i) || /^ب(?!ين|صفوف)/.test(norm)) return found;
    if (OTHERS.has(norm)) {
      found = { ...found, others: true, last: i };
      continue;
    }
    const owner = ownerAt(text, i, last);
    if (owner !== null) return owned(text, found, owner);
    const word = text.word(i);
    const group = word?.modifier ?? null;
    if (group !== null) {
      found = { ...found, group: refine(found.group, group), last: i };
      continue;
    }
    if (found.kind !== null && found.group === null && word?.person && !word.definite && word.prefix === '') {
      found = { ...found, group: word.person.group, last: i };
      continue;
    }
    if (ENDS.has(norm) || word !== null || isVerbLike(norm)) return found;
    if (norm !== 'من' && i > people.last + 3) return found;
  }
  return found;
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

function isDeadOrHurt(text: CasualtyText, at: number): boolean {
  const first = text.word(at)?.victim;
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
  const member = norm === 'في' && at + 1 <= last ? text.actor(at + 1) : null;
  if (member !== null && member.side !== 'civilians' && member.via === null) return { at: at + 1 };
  if (norm === 'بين' && text.norm(at + 1) === 'صفوف' && at + 2 <= last) return { at: at + 2 };
  if (!FROM.has(norm) || at + 1 > last) return null;
  if (norm === 'من' && text.norm(at + 1) === 'قبل') return null;
  for (let i = at + 1; i <= Math.min(last, at + 4); i++) {
    if (text.actor(i) !== null) return { at: i };
    const word = text.word(i);
    if (word?.person && !word.person.fighter) return { at: i };
    if (!text.isWord(i) || ENDS.has(text.norm(i))) return null;
  }
  return null;
}

function owned(text: CasualtyText, people: People, { at }: Owner): People {
  const actor = text.actor(at);
  if (actor === null) {
    const person = text.word(at)?.person ?? null;
    return { ...people, group: people.group ?? person?.group ?? null, last: at };
  }
  const told = groupOfActor(actor);
  if (told === 'civilians' || actor.side === 'civilians') {
    const person = text.word(at)?.person?.group ?? told;
    return { ...people, group: people.group ?? person, last: Math.max(at, actor.last) };
  }
  const keep = people.group !== null && people.group !== 'government' && people.group !== 'isis';
  return {
    ...people,
    group: keep ? people.group : (told ?? people.group),
    actors: [actor.id],
    last: actor.last,
  };
}
