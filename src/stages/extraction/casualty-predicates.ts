/** Reads a predicate («قتل», «إصابة», «سقوط», «اعتقال») with the people it takes. */

import { fitting } from '../../arabic/word-memory.ts';
import { exactly } from './casualty-counts.ts';
import { isKin } from './casualty-kin.ts';
import { type CasualtyWord, type Predicate, SMALL } from './casualty-lexicon.ts';
import { WITH } from './casualty-name-marks.ts';
import { namesAt } from './casualty-names.ts';
import { peopleAt } from './casualty-people.ts';
import { loneBefore, namedBefore, PLURAL_VERB, peopleBefore } from './casualty-people-before.ts';
import { ENDS } from './casualty-people-rest.ts';
import { blank, type People, retold } from './casualty-people-shape.ts';
import { bothKinds, isHarm, item, nothing, told } from './casualty-predicate-told.ts';
import {
  effectOnThem,
  isEffect,
  isNextPredicate,
  isWounding,
  oneOfThem,
  pronounVictim,
  subject,
  twoOfThem,
} from './casualty-pronouns.ts';
import type { CasualtyText } from './casualty-text.ts';
import { type Item, listFrom, type Told } from './casualty-told.ts';
import { isKilledObject } from './killed-object.ts';

/** How far after a predicate its people may begin. */
const REACH = 16;

/** A bare plural or a definite person counts only this near. */
const NEAR = 2;

/** A lone person counts only this near. */
const LONE_REACH = 8;

/** A word that must follow («مصرعهم») stands within so many words, what is in brackets aside. */
const BEFORE_REACH = 14;
/** … and within so many tokens in all. */
const BEFORE_REACH_IN_ALL = 30;

/** After these stands who did it or who tells it, not who suffered it. */
const AGENT_CUES = new Set(
  'مصدره مصدرها يد ايدي قبل برصاص بنيران بقصف باستهداف بايدي باطلاق وفق وفقا بحسب حسب'.split(' '),
);

const isArmedAct = fitting(/^[وب]?(?:ال)?(?:سطو|سلب|هجوم|كمين|نزاع|صراع|شجار|اقتتال)$/);

const PLURAL_PRONOUN = /^(?:هم|هن)$/;

export function readPredicate(text: CasualtyText, at: number, first: number, last: number): Told | null {
  const word = text.word(at);
  const done = word === null ? null : (doneToThem(text, word, at, first) ?? effectOnThem(text, word, at));
  if (done !== null) return done;
  const predicate = word === null ? null : choose(text, word, at, last);
  if (word === null || predicate === null) return null;
  // «متأثرا بجراح أصيب بها أمس»: of what the dead man died.
  if (predicate.kind === 'injured' && text.norm(at + 1) === 'بها' && text.fits(at - 1, isWound))
    return nothing(at);
  // «فقتل أحدهم وأصيب ثلاثة»: one of those told before.
  if (
    isHarm(predicate.kind) &&
    (predicate.form === 'noun' || /^[وف]/.test(text.norm(at))) &&
    text.fits(at + 1, isOneOfThem)
  )
    return told(at, at + 1, [item(predicate.kind, blank(at + 1, at + 1, exactly(1), { form: 'one' }))]);
  // «بجريمة قتل», «القضاء على آخر بؤر الإرهابيين»: nobody is counted.
  if (text.fits(at - 1, isCrime) || isOfNests(text, word, at)) return nothing(at);
  if (text.is(at - 1, SMALL.attempts) || text.is(at - 2, SMALL.attempts) || isHabitual(text, at, last))
    return nothing(at);
  let pronoun = pronounVictim(text, word, predicate, at);
  if (pronoun !== null && isNextPredicate(text, at + 1)) return pronoun;
  if (pronoun !== null) {
    // «إصابته مع ستة آخرين من عائلته»
    const others = theirOwn(text, at, last) ?? companions(text, at, last);
    const end = others.at(-1)?.last;
    if (
      end === undefined &&
      predicate.kind !== 'killed' &&
      !isEffect(text, word, at) &&
      !isWounding(text, at)
    )
      pronoun = null;
    else if (end !== undefined)
      return told(at, end, [...pronoun.items, ...others.map((one) => item(predicate.kind, one))]);
  }
  const object = objectBefore(text, word, predicate, at, first);
  if (object !== null) return object;
  // «قتلا وجرح ثالث»
  const two = isNextPredicate(text, at + 1) ? twoOfThem(text, at, first, predicate) : null;
  if (two !== null && peopleBefore(text, at, first).length === 0) return two;
  const joined = text.isJoined(at);
  const crew = predicate.form === 'verb' && !joined ? crewBefore(text, at, first) : null;
  if (crew !== null) return toldBefore(text, at, last, predicate, [crew]);
  // «وكان المحافظ قال إن الهجوم أوقع 26 قتيلا»: whoever stands before it did it, or tells of it.
  const befell = predicate.form === 'verb' && predicate.needs !== 'counted';
  const lone = befell && !joined ? loneBefore(text, at, first) : [];
  // «جثة عنصر اختطفه مسلحون»: he was found dead.
  if (lone[0]?.corpse && predicate.kind !== 'killed') return null;
  if (lone.length > 0) return toldBefore(text, at, last, predicate, lone);
  const name =
    predicate.form === 'verb' && predicate.needs === null && isHarm(predicate.kind)
      ? namedBefore(text, at)
      : null;
  if (name !== null) return toldBefore(text, at, last, predicate, [name]);
  const then = oneOfThem(text, at, predicate);
  if (then !== null) return then;
  const plural = predicate.form === 'verb' && !joined && PLURAL_VERB.test(text.norm(at));
  const behind = plural ? peopleBefore(text, at, first) : [];
  const forward =
    behind.length > 0 && !startsNear(text, at + 1, last) ? null : search(text, at, last, predicate);
  if (forward !== null) return forward;
  if (behind.length === 0)
    return pronoun ?? subject(text, at, first, predicate) ?? twoOfThem(text, at, first, predicate);
  return toldBefore(text, at, last, predicate, behind);
}

const isCrime = fitting(/^[بو]?(?:ال)?(?:جريمه|جرايم|تهمه|حكم)$/);
const isNest = fitting(
  /^(?:اخر|بور|بوره|تجمع|تجمعات|فلول|معاقل|معقل|اوكار|وكر|وجود|جيوب|جيب|خلايا|خليه|مجموعات|مجموعه)$/,
);

function isOfNests(text: CasualtyText, { stem }: CasualtyWord, at: number): boolean {
  return (
    /^قض/.test(stem) &&
    text.norm(at + 1) === 'علي' &&
    text.fits(at + 2, isNest) &&
    text.number(at + 2) === null
  );
}

const isWound = fitting(/^(?:ب|ل)?(?:ال)?(?:جراح|جروح|اصابه|اصابات)(?:ه|ها|هم)?$/);
const isOneOfThem = fitting(/^(?:احد|احدي|احدا)(?:هم|هن|هما)$/);
const isCarriedOut = fitting(/^[وف]?(?:جري|تم|يتم)$/);

/** «أربعة من المسلحين جرى تحييدهم», «ثلاثة شبان تم إعدامهم»: the pronoun takes up the people before. */
function doneToThem(
  text: CasualtyText,
  { suffix, predicates }: CasualtyWord,
  at: number,
  first: number,
): Told | null {
  if (!/^(?:هم|هما|هن)$/.test(suffix) || !text.fits(at - 1, isCarriedOut)) return null;
  const predicate = predicates.find(({ form, kind, needs, before, next }) => {
    const plain = needs !== 'victim' && before.size === 0 && next.size === 0;
    return form === 'noun' && kind === 'killed' && plain;
  });
  const people = predicate === undefined ? [] : peopleBefore(text, at - 1, first);
  return people.length === 0
    ? null
    : told(
        (people[0] as People).first,
        at,
        people.map((one) => item('killed', one)),
      );
}

/** Words at most in «ثلاثة أشخاص» between «المؤلف من» and its verb. */
const CREW_REACH = 4;
const isMadeUp = fitting(/^ال(?:مولف|مكون)ه?$/);

/** «طاقمها المؤلف من ثلاثة أشخاص قُتل»: those who make it up, before a verb in the singular. */
function crewBefore(text: CasualtyText, at: number, first: number): People | null {
  for (let i = at - 1; i >= Math.max(first + 2, at - CREW_REACH); i--) {
    if (text.norm(i - 1) !== 'من' || !text.fits(i - 2, isMadeUp)) continue;
    const people = peopleAt(text, i, at - 1);
    return people?.what === 'people' && people.form === 'counted' && people.last === at - 1 ? people : null;
  }
  return null;
}

/** «سبعة متطوعين قتلهم مجهولون»: the pronoun of the verb takes up the people before, and whoever follows did it. */
function objectBefore(
  text: CasualtyText,
  { suffix }: CasualtyWord,
  predicate: Predicate,
  at: number,
  first: number,
): Told | null {
  if (predicate.form !== 'verb' || predicate.needs !== null || !isHarm(predicate.kind)) return null;
  if (!/^(?:هم|هما|هن)$/.test(suffix) || text.isJoined(at)) return null;
  const people = peopleBefore(text, at, first);
  return people.length === 0
    ? null
    : told(
        (people[0] as People).first,
        at,
        people.map((one) => item(predicate.kind, one)),
      );
}

/** «تسعة عناصر قتلوا», and «قتلوا وأصيبوا» for dead and hurt together. */
function toldBefore(
  text: CasualtyText,
  at: number,
  last: number,
  predicate: Predicate,
  people: readonly People[],
): Told {
  const head = people[0] as People;
  const second = secondPredicate(text, at, last, predicate);
  if (second !== null && PLURAL_VERB.test(text.norm(second)) && !startsNear(text, second + 1, last))
    return told(head.first, second, bothKinds(text, head.first, head, second));
  const others = predicate.needs === null ? companions(text, at, last) : [];
  return told(
    head.first,
    others.at(-1)?.last ?? at,
    // «ثلاثة جرحى سقطوا»: the verb leaves it to the noun.
    [...people, ...others].map((one) =>
      item((predicate.needs === 'victim' ? one.kind : null) ?? predicate.kind, one),
    ),
  );
}

const isSeries = fitting(/^[وبل]?(?:ال)?(?:عمليات|جرايم|حوادث|حالات|محاولات)$/);

/** «عمليات اغتيال وخطف»: what happens again and again, nobody in particular. */
function isHabitual(text: CasualtyText, at: number, last: number): boolean {
  if (!text.fits(at - 1, isSeries)) return false;
  return at >= last || peopleAt(text, at + 1, last)?.what !== 'people';
}

/** The predicate that the word is here, its conditions met. */
function choose(text: CasualtyText, word: CasualtyWord, at: number, last: number): Predicate | null {
  return word.predicates.find((predicate) => isMet(text, predicate, word, at, last)) ?? null;
}

function isMet(
  text: CasualtyText,
  predicate: Predicate,
  word: CasualtyWord,
  at: number,
  last: number,
): boolean {
  if (predicate.next.size > 0) {
    // «مجزرة مروعة بحق …»: past an adjective.
    const described = predicate.form === 'noun' && text.norm(at + 1).endsWith('ه') ? 2 : 1;
    return predicate.next.has(text.norm(at + 1)) || predicate.next.has(text.norm(at + described));
  }
  if (predicate.form === 'noun' && (word.definite || PLURAL_PRONOUN.test(word.suffix))) return false;
  if (predicate.before.size === 0) return true;
  return markAfter(text, predicate, at, last) !== null;
}

/** The token of the word that the predicate needs: «لقي ستة من "لواء كذا" (أحد فصائل كذا) مصرعهم». */
function markAfter(text: CasualtyText, predicate: Predicate, at: number, last: number): number | null {
  let words = 0;
  let inBrackets = false;
  for (let i = at + 1; i <= Math.min(last, at + BEFORE_REACH_IN_ALL) && words <= BEFORE_REACH; i++) {
    const norm = text.norm(i);
    if (predicate.before.has(norm)) return i;
    if (norm === '(' || norm === ')') inBrackets = norm === '(';
    else if (!inBrackets && text.isWord(i)) words++;
  }
  return null;
}

/** Whether people begin within two tokens. */
function startsNear(text: CasualtyText, at: number, last: number): boolean {
  for (let i = at; i <= Math.min(last, at + 1); i++) {
    // «استشهدوا (3 منهم في …)»: the same people, place by place.
    if (text.stopsPeople(i) || text.norm(i) === '(') return false;
    // «قتلوا، ستة منهم أطفال»
    if (/^منه(?:م|ن|ما)$/.test(text.norm((text.number(i)?.last ?? i) + 1))) return false;
    const found = peopleAt(text, i, last);
    if (found?.what === 'people' && (found.form === 'counted' || found.others)) return true;
  }
  return false;
}

function search(text: CasualtyText, at: number, last: number, predicate: Predicate): Told | null {
  const second = secondPredicate(text, at, last, predicate);
  const start = second === null ? at + 1 : second + 1;
  const end = Math.min(last, start + REACH);
  const people = firstPeople(text, start, end, last, predicate);
  if (people === null) return second === null ? null : nothing(second);
  const list = listFrom(text, people, last);
  const mark = markAfter(text, predicate, at, last);
  // «لقي راعيا أغنام مصرعهما»: a pair in the construct is written like one.
  if (mark !== null && text.fits(mark, isOfTwo) && list.length === 1 && people.form === 'one')
    list[0] = retold(people, { count: exactly(2) });
  if (mark !== null) list.push(...companions(text, mark, last));
  else if (isWithOthers(text, at, predicate)) list.unshift(blank(at, at, exactly(1), { form: 'one' }));
  const finish = Math.max((list.at(-1) as People).last, mark ?? 0);
  if (second !== null || people.mixed) return told(at, finish, bothKinds(text, at, people, finish));
  const items: Item[] = [];
  list.forEach((one, i) => {
    items.push(...itemsOf(text, one, i, predicate));
  });
  return told(at, finish, items);
}

const isOfTwo = fitting(/هما$/);

/** «لقي القيادي مصرعه مع اثنين من مرافقيه»: those who died with them. */
function companions(text: CasualtyText, mark: number, last: number): readonly People[] {
  const at = text.norm(mark + 1) === '،' && text.norm(mark + 2) === 'مقابل' ? mark + 2 : mark + 1;
  if (!(WITH.test(text.norm(at)) || text.norm(at) === 'مقابل') || at + 1 > last) return [];
  const people = peopleAt(text, at + 1, last);
  return people?.what === 'people' && people.form !== 'plural' ? listFrom(text, people, last) : [];
}

/** «… بسيارة قيادي، فقتل مع مرافقه»: the one told before, whom the verb leaves out, and those with him. */
function isWithOthers(text: CasualtyText, at: number, { form, needs, kind }: Predicate): boolean {
  if (form !== 'verb' || needs !== null || !isHarm(kind) || !/^[وف]/.test(text.norm(at))) return false;
  if (PLURAL_VERB.test(text.norm(at)) || text.norm(at + 1) !== 'مع') return false;
  return (
    text.word(text.number(at + 2) === null ? at + 2 : at + 3)?.person != null || text.norm(at + 3) === 'من'
  );
}

/** «لإصابته ومرافقه بجروح»: and who is his. */
function theirOwn(text: CasualtyText, at: number, last: number): readonly People[] | null {
  if (at >= last || !text.isJoined(at + 1) || !isKin(text, at + 1)) return null;
  const people = peopleAt(text, at + 1, last);
  return people?.what === 'people' && people.form === 'one' ? listFrom(text, people, last) : null;
}

/** «قتل وجرح», «مقتل وإصابة»: the second predicate's token, where no people stand between. */
function secondPredicate(text: CasualtyText, at: number, last: number, predicate: Predicate): number | null {
  const next = /^(?:و|او)$/.test(text.norm(at + 1)) ? at + 2 : at + 1;
  if (next > last || (next === at + 1 && !text.norm(next).startsWith('و'))) return null;
  const kinds = text.word(next)?.predicates ?? [];
  const other = kinds.some(({ kind, needs }) => kind !== predicate.kind && needs === null && isHarm(kind));
  return isHarm(predicate.kind) && other ? next : null;
}

/** The first of a list has the predicate's kind, unless the predicate needs a noun to say it; later ones their own. */
function itemsOf(text: CasualtyText, people: People, index: number, predicate: Predicate): Item[] {
  if (people.mixed) return bothKinds(text, people.first, people, people.last);
  // «أصابت الغارات حيا، موقعة خمسة قتلى»: no dead are hurt.
  const dead = predicate.kind === 'injured' && people.kind === 'killed';
  const own = index > 0 || predicate.needs === 'victim' || dead;
  const kind = own ? (people.kind ?? predicate.kind) : predicate.kind;
  return [item(kind, people)];
}

function firstPeople(
  text: CasualtyText,
  start: number,
  end: number,
  last: number,
  predicate: Predicate,
): People | null {
  let agent = -1;
  let plural: People | null = null;
  /** Words that name a party or a day, and keep nobody away from the predicate. */
  let passed = 0;
  const named = predicate.needs === 'victim' ? null : namesNear(text, start, last);
  if (named !== null) return named;
  for (let i = start; i <= end; i++) {
    // «نفذ حكم الإعدام بحق ثلاثة»: the word that the predicate needs ends nothing.
    if (i > start && text.stopsPeople(i) && !predicate.before.has(text.norm(i))) break;
    // «سقوط قذيفتين دون إصابات»: what is denied befell nobody.
    if (i > start && predicate.needs === 'victim' && text.is(i, SMALL.negations)) break;
    // «بُترت يد ابنه»: no «على يد».
    const isLimb = text.norm(i) === 'يد' && text.norm(i - 1) !== 'علي';
    if (AGENT_CUES.has(text.norm(i)) && !isLimb) agent = i;
    if (text.isDate(i) || (text.actor(i) !== null && text.actor(i)?.side !== 'civilians')) passed++;
    // «مجموعة إرهابية», «مجموعات مسلحة»: the word after a thing only describes it.
    const described =
      text.norm(i + 1).endsWith('ه') && !text.isJoined(i + 1) && text.word(i + 1)?.person?.fighter;
    if (text.word(i)?.thing && text.number(i) === null && described) {
      i++;
      continue;
    }
    // «حافلة مبيت عسكرية»: what stands before it is military, and nobody is told.
    if (i > start && text.fits(i, isDescribing)) continue;
    // «قتل حشد من سكان القرية لصا»: the crowd did it.
    if (text.norm(i - 1) === 'من' && text.fits(i - 2, isCrowd)) continue;
    // «مسلحون بلباس عسكري»: what they wear.
    if (i > start && text.fits(i - 1, isDress)) continue;
    // «أصابته في (أ)، وبذلك ترتفع حصيلة القصف إلى ثلاثة»: a toll that begins anew.
    if (i > start && text.is(i, SMALL.rising) && text.is(i + 1, SMALL.tally)) break;
    // «سطو مسلح»: how, not who.
    if (text.norm(i) === 'مسلح' && text.fits(i - 1, isArmedAct)) continue;
    const found = peopleAt(text, i, last);
    if (found === null) continue;
    if (found.what === 'things') {
      i = found.last;
      continue;
    }
    if (agent >= 0 && i - agent <= 3 && found.form !== 'counted') continue;
    if (text.isJoined(i)) break;
    const near = i === start || (i === start + 1 && text.fits(start, isInIt));
    const died =
      near && found.form === 'bare' && (isDeathOf(text, found, predicate) || isHurtToo(text, start, found));
    if (!died && !fits(found, i - start - passed, predicate)) continue;
    if (predicate.needs === 'fighter' && !isOfFighters(text, found)) continue;
    if (predicate.needs === 'counted' && (found.form !== 'counted' || found.kind !== null)) continue;
    const object = plural === null ? objectOf(text, found, last, predicate) : null;
    if (object !== null) return object;
    if (found.form !== 'plural' || predicate.form === 'noun') {
      return plural === null || isObject(text, plural, i) ? found : plural;
    }
    if (/ون$/.test(text.norm(i)) && predicate.kind !== 'killed' && predicate.kind !== 'injured') continue;
    plural ??= found;
    i = Math.max(i, found.last);
  }
  return plural;
}

/** How many words of who did it may stand before the names: «قتل مسلحون مجهولون كلا من فلان وفلان». */
const NAMES_REACH = 2;

function namesNear(text: CasualtyText, start: number, last: number): People | null {
  for (let at = start; at <= Math.min(last, start + NAMES_REACH); at++) {
    const named = namesAt(text, at, last);
    if (named !== null) return named;
    const actor = text.actor(at);
    if (actor === null || actor.side === 'civilians') return null;
  }
  return null;
}

const isHospital = fitting(/^(?:ال)?(?:مشفي|مستشفي|مشافي|مستشفيات|طريق)$/);
const isOfWounds = fitting(/^متاثر(?:ين|ا)$/);
const isAlsoHurting = fitting(/^[وف]?اصاب(?:ت|وا|ا)?$/);
/** How far before «وأصاب أربعة» the dead of the same act may be told. */
const HURT_TOO_REACH = 16;

/** «فقتل اثنين منهم وأصاب أربعة»: a bare number of people, after those whom the same act killed. */
function isHurtToo(text: CasualtyText, start: number, { last }: People): boolean {
  if (!text.fits(start - 1, isAlsoHurting) || !text.isJoined(start - 1)) return false;
  const next = text.tokens[last + 1];
  if (next?.kind === 'word' && !text.fits(last + 1, isAfterHurt)) return false;
  for (let at = start - 2; at >= Math.max(0, start - HURT_TOO_REACH); at--)
    if (text.word(at)?.predicates.some(({ kind }) => kind === 'killed')) return true;
  return false;
}

const isAfterHurt = fitting(/^(?:بجروح|بجراح|اخرين|منهم|بينهم|في|على|علي|بحسب|وفق|حسب)$/);

const isInIt = fitting(/^(?:فيها|فيه|خلالها|خلاله)$/);
const isCause = fitting(/^(?:جراء|اثر|نتيجه|بسبب|برصاص|بنيران)$/);

/** «قضى أربعة بقصف», «توفي أربعة، هم أفراد …»: people, and no days spent somewhere. */
function isDeathOf(text: CasualtyText, { last }: People, { form, needs, kind }: Predicate): boolean {
  if (form !== 'verb' || needs !== 'person' || kind !== 'killed') return false;
  const next = last + 1;
  if (text.norm(next) === '،') return /^(?:هم|وهم|بينهم|من|منهم)$/.test(text.norm(next + 1));
  if (text.fits(next, isCause)) return true;
  // «وتوفي اثنان في المشفى», «وتوفي ثلاثة متأثرين بجراحهم»
  if (text.norm(next) === 'في' && text.fits(next + 1, isHospital)) return true;
  if (text.fits(next, isOfWounds)) return true;
  // «فارتقى ثمانية وأصيب 18»
  if (isNextPredicate(text, next)) return true;
  const means = /^(?:في|ب)$/.test(text.norm(next)) ? next + 1 : next;
  return text.is(means, SMALL.means) && (means > next || text.norm(next).startsWith('ب'));
}

/** How far after those who killed the person they killed may stand. */
const OBJECT_REACH = 7;

/** Counted people who fight, or others beside them. */
function isOfFighters(text: CasualtyText, { first, last, form, kind, group, others }: People): boolean {
  if (form !== 'counted' || kind !== null || isCivil.has(group)) return false;
  if (others || group !== null) return true;
  for (let i = first; i <= last; i++)
    if (text.word(i)?.person?.fighter || text.fits(i, isComrade)) return true;
  return false;
}

/** Those that a party, or a family, lost of its own. */
const isComrade = fitting(/^(?:رفاق(?:ه|ها|هم|نا)?|افراد(?:ه|ها|هم)|ابنا[ءيو](?:ه|ها|هم))$/);

const isCivil = new Set<string | null>([
  'civilians',
  'children',
  'women',
  'journalists',
  'medical_aid_workers',
]);

/** «قتل جنديان تركيان | شابا سوريا»: after men of arms a civilian in the accusative is who suffered it. */
function objectOf(text: CasualtyText, agents: People, last: number, predicate: Predicate): People | null {
  if (predicate.form !== 'verb' || predicate.needs !== null || agents.kind !== null) return null;
  if (agents.form === 'name' || isCivil.has(agents.group)) return null;
  for (let i = agents.last + 1; i <= Math.min(last, agents.last + OBJECT_REACH); i++) {
    // «قتل مسلحون 24 مدنيا»: counted, and not one.
    if (text.number(i)?.dual === false) return null;
    if (text.stopsPeople(i) || text.isJoined(i) || text.norm(i) === '،' || ENDS.has(text.norm(i)))
      return null;
    if (!text.fits(i, isKilledObject)) continue;
    const found = peopleAt(text, i, last);
    return found?.what === 'people' && found.form === 'one' ? found : null;
  }
  return null;
}

const isCrowd = fitting(/^(?:حشد|حشود|جمع|جموع)$/);
const isDress = fitting(/^[بو]?(?:ال)?(?:لباس|زي|زيهم|ملابس|بزات|بزه)$/);

const isDescribing = fitting(/^(?:عسكري|مسلح|ارهابي|جهادي|متشدد|متطرف|تكفيري|ميليشياوي)ه$/);

/** After «اغتال مسلحون» a person in the accusative or construct is who suffered it. */
function isObject(text: CasualtyText, agents: People, at: number): boolean {
  // «وأصيب آخرون بهجوم انتحاري»: those others are no agents.
  if (agents.others) return false;
  // «نحر عناصر الحركة فتى»: those who fight are no children and women.
  const young = /^(?:children|women)$/.test(text.word(at)?.person?.group ?? '');
  if (young && text.word(agents.first)?.person?.fighter) return true;
  return /ا$/.test(text.norm(at)) || /ون$/.test(text.norm(agents.first)) || text.number(at) !== null;
}

function fits(people: People, distance: number, predicate: Predicate): boolean {
  // «سقط طفل برصاص قناص», but no town that falls.
  const victim = predicate.needs === 'victim' && predicate.before.size === 0;
  if (victim && people.kind === null && !people.mixed && people.form !== 'counted') return false;
  if (people.corpse && predicate.needs !== 'victim') return false;
  switch (people.form) {
    case 'counted':
      return true;
    case 'bare':
      return predicate.needs === null && people.count.best !== 1;
    case 'one':
      if (people.others) return distance === 0;
      return people.definite && !predicate.one ? distance <= NEAR - 1 : distance <= LONE_REACH;
    case 'name':
      return distance <= NEAR && predicate.needs === null;
    case 'plural':
      return people.others ? distance === 0 : distance <= NEAR && !people.definite;
  }
}
