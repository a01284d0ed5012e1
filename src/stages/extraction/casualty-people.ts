/**
 * Reads one phrase for people: «خمسة مدنيين», «عددا من عناصر التنظيم», «شهيدين», «طفلة», «أطفالها الأربعة», with its
 * count, its group, and what its noun says befell them. A number of things is told apart, so that it ends a list.
 */

import type { NumberSpan } from '../../arabic/token.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { Count } from '../../model/mention.ts';
import { exactly, several } from './casualty-counts.ts';
import { isKin } from './casualty-kin.ts';
import { type CasualtyWord, SMALL } from './casualty-lexicon.ts';
import { othersAt } from './casualty-people-others.ts';
import { finish, OTHERS, QUOTES } from './casualty-people-rest.ts';
import { blank, isDeadOrHurtPair, type People, retold, type Things } from './casualty-people-shape.ts';
import { type CasualtyText, closesNumber, groupOfActor, opensNumber } from './casualty-text.ts';
import { firstReaching } from './spans-within.ts';

/** «عدد من الطرفين»: people of both. */
const BOTH_SIDES = new Set(['الطرفين', 'الجانبين', 'الطرفان', 'الفريقين']);

/** The phrase that begins at the token and ends by `last`, or null. */
export function peopleAt(text: CasualtyText, at: number, last: number): People | Things | null {
  if (text.fits(at - 1, isStreet) || isModel(text, at) || isParentOf(text, at)) return null;
  if (isMilitary(text, at)) return null;
  const open = opensNumber(text.norm(at)) && text.number(at + 1) !== null ? 1 : 0;
  const number = text.number(at + open);
  if (number !== null && number.kind !== 'ordinal') return counted(text, at, number, last, open);
  if (isStifled(text, at) && at < last) return stifled(text, at, last);
  if (text.word(at) !== null) return uncounted(text, at, last);
  return othersAt(text, at, last);
}

/** «عند مدخل شارع الثلاثين»: a street's name. */
const isStreet = fitting(/^[وبل]?(?:ال)?(?:شارع|ساحه|دوار|مفرق|اوتوستراد|مشروع)$/);

const isMilitaryWord = fitting(/^العسكري(?:ه)?$/);
const isBuilding = fitting(
  /^[وبل]?(?:ال)?(?:مشفي|مستشفي|مطار|حاجز|موقع|مقر|معمل|فرع|امن|معسكر|مجلس|بحث|قضاء)$/,
);

/** «المشفى العسكري»: what kind of hospital, and no soldier. */
function isMilitary(text: CasualtyText, at: number): boolean {
  return text.fits(at, isMilitaryWord) && text.fits(at - 1, isBuilding);
}

const isParent = fitting(/^(?:ام|اب|والده?)$/);

/** «فلانة، أم لثلاثة أولاد»: whose mother she was, and nobody else. */
function isParentOf(text: CasualtyText, at: number): boolean {
  return text.fits(at, isParent) && text.norm(at + 1).startsWith('ل') && text.number(at + 1) !== null;
}

const isMake = fitting(/^(?:سو|سوخوي|ميغ|ميج|توبوليف|تو|اف|مي|كا|ام|تي|ت|بي|t|su|mig|mi)$/i);

/** «طائرتان من طراز سو-25», «دبابة تي 72»: a model's number. */
function isModel(text: CasualtyText, at: number): boolean {
  if (text.tokens[at]?.kind !== 'number') return false;
  return text.fits(text.norm(at - 1) === '-' ? at - 2 : at - 1, isMake);
}

const isCase = fitting(/^[وب]?حال(?:ه|ات)$/);
const isAsphyxia = fitting(/^(?:ال)?(?:اختناق|تسمم)$/);

/** «عشرون حالة اختناق», «حالات اختناق بين المدنيين»: each is a person hurt. */
function isStifled(text: CasualtyText, at: number): boolean {
  return text.fits(at, isCase) && text.fits(at + 1, isAsphyxia);
}

const isAmong = fitting(/^(?:لدي|بين|عند)$/);

/** «حالات اختناق», «حالات اختناق لدى 21 شخصا». */
function stifled(text: CasualtyText, at: number, last: number): People {
  const those = at + 3 <= last && text.fits(at + 2, isAmong) ? peopleAt(text, at + 3, last) : null;
  if (those?.what === 'people' && those.form === 'counted' && those.kind === null)
    return retold(those, { first: at, kind: 'injured' });
  return blank(at, at + 1, several(text.surface(at, at + 1)), { kind: 'injured', form: 'plural' });
}

/** «11 من التنظيم»: people of a body that is not known by name here. */
function isBody(text: CasualtyText, noun: number): boolean {
  return text.norm(noun - 1) === 'من' && text.isWord(noun) && /^ال.{3}/.test(text.norm(noun));
}

const isUnitNoun = fitting(/^(?:ال)?(?:لواء|كتيبه|سريه|فرقه|تنظيم|حركه|جبهه|مجموعه|فصيل|حزب|فوج)$/);

/** «ستة من مجموعته», «ثلاثة من أسرتها» */
const isTheirUnit = fitting(/^(?:مجموعت|كتيبت|سريت|فرقت|فصيل|دوريت|عايلت|اسرت)(?:ه|ها|هم)$/);

/** «سبعة من "كتيبة الريح"»: people of a unit, and no units. */
function isUnit(text: CasualtyText, noun: number): boolean {
  const from = QUOTES.has(text.norm(noun - 1)) ? noun - 2 : noun - 1;
  return text.norm(from) === 'من' && (text.fits(noun, isUnitNoun) || text.fits(noun, isTheirUnit));
}

const isOfThem = fitting(/^من(?:هم|ها|هن)$/);

function counted(
  text: CasualtyText,
  at: number,
  number: NumberSpan,
  last: number,
  open: number,
): People | Things | null {
  if (number.kind !== 'count') return { what: 'things', last: number.last };
  const count: Count = { low: number.low, best: number.best, high: number.high, vague: number.vague };
  // «في قريتي كذا وشيخان»: a village.
  if (number.dual && text.isPlace(at)) return null;
  if (number.dual) return dual(text, at, number, last, count);
  let noun = number.last + 1;
  if (closesNumber(text.norm(noun))) noun++;
  if (text.norm(noun) === 'علي' && text.norm(noun + 1) === 'الاقل') noun += 2;
  if (noun <= last && text.fits(noun, isOfThem)) return finish(text, blank(at, noun, count), last);
  if (text.norm(noun) === 'من' && noun <= last) noun++;
  if (QUOTES.has(text.norm(noun)) && noun < last) noun++;
  // «وجرح اثنان اليوم»
  const inside = noun <= last && !text.isJoined(noun) && !text.isDate(noun);
  const word = inside ? text.word(noun) : null;
  if (isStifled(text, noun) && noun < last)
    return blank(at, noun + 1, withWords(text, at, noun, count), { kind: 'injured' });
  const actor = inside ? text.actor(noun) : null;
  // «31 إصابة جديدة بكورونا»: the sick.
  const sick = word?.victim != null && !word.victim.corpse && noun < last && text.is(noun + 1, SMALL.hits);
  if (sick) return { what: 'things', last: noun };
  if (word?.victim || word?.person) return withNoun(text, at, noun, word, count, last);
  if (noun <= last && OTHERS.has(text.norm(noun))) {
    return finish(text, blank(at, noun, count, { others: true }), last);
  }
  if (noun <= last && BOTH_SIDES.has(text.norm(noun)))
    return blank(at, noun, withWords(text, at, noun, count));
  // «إصابة اثنين بانفجار»: by what, and not what is counted.
  if (word?.thing && actor === null && !/^[بلك]/.test(word.prefix))
    return isUnit(text, noun)
      ? blank(at, noun, withWords(text, at, noun, count))
      : { what: 'things', last: noun };
  if (inside && word === null && actor === null && isBody(text, noun)) {
    return blank(at, noun, withWords(text, at, noun, count));
  }
  if (actor !== null && actor.via === null) {
    return blank(at, actor.last, count, { group: groupOfActor(actor), actors: [actor.id] });
  }
  return finish(text, blank(at, number.last + (open === 1 ? 1 : 0), count, { form: 'bare' }), last);
}

/** An inexact count's words as far as its noun. */
function withWords(text: CasualtyText, first: number, last: number, count: Count): Count {
  const { low, best, high, vague } = count;
  return vague === null ? count : { low, best, high, vague: text.surface(first, last) };
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
  const told = withNoun(text, at, Math.min(last, number.last + twice), word, count, last);
  return word.victim?.corpse ? ofBoth(text, told, last) : told;
}

/** «جثتي رجل وزوجته»: the two, who are named. */
function ofBoth(text: CasualtyText, told: People, last: number): People {
  const one = told.last < last && !text.isJoined(told.last + 1) ? peopleAt(text, told.last + 1, last) : null;
  const end = one?.what === 'people' && one.form === 'one' ? one.last : told.last;
  if (end >= last || !text.isJoined(end + 1)) return told;
  const next = text.norm(end + 1) === 'و' ? end + 2 : end + 1;
  const other = next <= last ? peopleAt(text, next, last) : null;
  return other?.what === 'people' && other.form === 'one' ? retold(told, { last: other.last }) : told;
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
  const end = mixed ? noun + (text.norm(noun + 1) === 'و' ? 2 : 1) : noun;
  const people = blank(first, end, count, {
    kind: word.victim?.kind ?? null,
    group: word.victim === null ? (word.person?.group ?? null) : null,
    corpse: word.victim?.corpse ?? false,
    mixed,
    definite: word.definite && text.fits(first, isSome),
  });
  return finish(text, people, last);
}

/** «جثث بعض القتلى», «بعض الجرحى في حالة خطرة»: some of those told before, and no more of them. */
const isSome = fitting(/^[وبل]?بعض$/);

/** «… القتلى والجرحى», «قتيلا وجريحا» after a number: the number is for both. */
function isOtherVictim(text: CasualtyText, at: number, last: number, word: CasualtyWord): boolean {
  if (!word.victim) return false;
  const alone = text.norm(at) === 'و';
  const next = alone ? at + 1 : at;
  if (next > last || (!alone && !text.norm(at).startsWith('و'))) return false;
  const other = text.word(next);
  if (!other?.victim || !isDeadOrHurtPair(word.victim.kind, other.victim.kind)) return false;
  if (word.victim.many || other.victim.many)
    return word.definite && other.definite && word.victim.many && other.victim.many;
  return /ا$/.test(text.norm(next)) && !/^(?:واحد|اخر)/.test(text.norm(next + 1));
}

/** «إصابات بعضهم بليغة»: how those told before were hurt. */
const isOfSome = fitting(/^(?:بعض|معظم|احد|اغلب|غالبيت)(?:هم|هن|ها|هما)$/);

/** «أب وأطفاله», «أب لثلاثة أطفال»; alone it is August. */
const FATHER = new Set(['اب', 'ابا']);

const BRIGADE = new Set(['لواء']);

/** How far after the number of his children a pronoun leads back to him: «أب وثلاثة من أطفاله». */
const CHILDREN_REACH = 2;

function isFather(text: CasualtyText, at: number): boolean {
  if (text.number(at - 1) !== null) return false;
  const number = text.isJoined(at + 1) ? text.number(at + 1) : null;
  if (number !== null) {
    for (let i = number.last + 1; i <= number.last + CHILDREN_REACH; i++)
      if (text.word(i)?.person != null && text.word(i)?.suffix !== '') return true;
    return false;
  }
  const word = text.word(at + 1);
  if (word?.person == null || word.definite) return false;
  return word.suffix !== '' || /^ل/.test(word.prefix) || isKin(text, at + 1);
}

/** «مطار أبو الظهور»: a name within that of a place. */
function isOfPlace(text: CasualtyText, at: number): boolean {
  const { places } = text.reading.entities;
  const place = places[firstReaching(places, at)];
  return place !== undefined && place.use === 'location' && place.first <= at && place.last > place.first;
}

/** A noun without a number before it. */
function uncounted(text: CasualtyText, at: number, last: number): People | null {
  const word = text.word(at) as CasualtyWord;
  const many = word.victim?.many ?? word.person?.many ?? false;
  if (word.victim?.onlyCounted || word.person?.onlyCounted) return null;
  // «عثر عليه مقتولا وجثته ملقاة في (أ)»: of him who was told.
  if (word.victim?.corpse && /^(?:ه|ها)$/.test(word.suffix) && text.isJoined(at)) return null;
  // «فقتلا أما وجرحا عشرة»: the verb of two.
  if (word.stem === 'جرحا' && text.number(at + 1) !== null) return null;
  if (word.victim === null && word.person === null) {
    if (!word.name || isOfPlace(text, at)) return null;
    return blank(at, at, exactly(1), { form: 'name' });
  }
  // «خسرت المعارضة»: a side, and no woman.
  if (word.definite && word.stem === 'معارضه') return null;
  // «خسر لواء القدس خمسة»: a brigade, and no general.
  if (BRIGADE.has(word.stem) && (text.actor(at)?.last ?? at) > at) return null;
  if (FATHER.has(word.stem) && word.suffix === '' && !isFather(text, at)) return null;
  if (word.victim?.many && at < last && (text.is(at + 1, SMALL.hits) || text.fits(at + 1, isOfSome)))
    return null;
  const after = text.number(at + 1);
  if (after !== null && at + 1 <= last && isDefiniteCount(text, after)) {
    const count: Count = { low: after.low, best: after.best, high: after.high, vague: after.vague };
    return retold(noun(text, at, word, count, last, after.last), {
      form: 'counted',
      definite: word.definite,
    });
  }
  if (word.victim?.corpse && many) {
    const whose = at < last ? peopleAt(text, at + 1, last) : null;
    // «تركت جثث 13 منهم»: of the dead that were counted.
    if (whose?.what === 'people' && text.fits(whose.last, isOfThem)) return null;
    // «جثث أم وأطفالها الثلاثة»
    const several = whose?.what === 'people' && whose.form === 'one' && text.isJoined(whose.last + 1);
    if (whose?.what === 'people' && (whose.form === 'counted' || several) && whose.kind === null) {
      return retold(whose, { first: at, kind: word.victim.kind, definite: false, corpse: true });
    }
  }
  const count = many ? several(text.surface(at, at)) : exactly(1);
  const told = noun(text, at, word, count, last);
  return retold(told, { form: many ? 'plural' : 'one', definite: word.definite });
}

/** `end`: the last token of the noun with its number, «قياديين اثنين | من قوات …». */
function noun(
  text: CasualtyText,
  at: number,
  word: CasualtyWord,
  count: Count,
  last: number,
  end = at,
): People {
  const people = blank(at, end, count, {
    kind: word.victim?.kind ?? null,
    group: word.victim === null ? (word.person?.group ?? null) : null,
    corpse: word.victim?.corpse ?? false,
  });
  return finish(text, people, last);
}

/** «الأربعة», «اثنين», «واحد» after its noun. */
function isDefiniteCount(text: CasualtyText, number: NumberSpan): boolean {
  if (number.kind !== 'count' || number.dual || number.last !== number.first) return false;
  return /^(?:ال.*|اثنين|اثنان|اثنتين|اثنتان|واحد|واحده)$/.test(text.norm(number.first));
}
