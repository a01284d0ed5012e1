/** Reads a predicate («قتل», «إصابة», «سقوط», «اعتقال») with the people it takes. */

import { exactly, shared } from './casualty-counts.ts';
import type { CasualtyKind, CasualtyWord, Predicate } from './casualty-lexicon.ts';
import { type People, peopleAt } from './casualty-people.ts';
import type { CasualtyText } from './casualty-text.ts';
import { type Item, listFrom, type Told } from './casualty-told.ts';

/** How far after a predicate its people may begin. */
const REACH = 16;
/** A bare plural or a definite person counts only this near. */
const NEAR = 2;
/** A lone person counts only this near. */
const LONE_REACH = 8;
/** A word that must follow («مصرعهم») stands within this distance. */
const BEFORE_REACH = 14;
/** People before their verb: «أربعة مدنيين قتلوا». */
const BACK_REACH = 12;
/** A lone person or a short list of them right before its verb. */
const LONE_BACK = 7;
const STOPS = new Set([
  'الذي',
  'التي',
  'الذين',
  'اللذين',
  'حيث',
  'عندما',
  'بعدما',
  'لكن',
  'ولكن',
  'كما',
  'فيما',
  'قبل',
  'لان',
  'انه',
  'بانه',
]);
/** After these stands who did it, not who suffered it. */
const AGENT_CUES = new Set(['يد', 'ايدي', 'قبل', 'برصاص', 'بنيران', 'بقصف', 'باستهداف', 'بايدي', 'باطلاق']);
const PLURAL_PRONOUN = /^(?:هم|هما|هن)$/;
const PLURAL_VERB = /(?:وا|ون|ا|ان|ن)$/;

export function readPredicate(text: CasualtyText, at: number, first: number, last: number): Told | null {
  const word = text.word(at);
  const predicate = word === null ? null : choose(text, word, at, last);
  if (word === null || predicate === null) return null;
  if (text.is(at - 1, 'attempts') || text.is(at - 2, 'attempts')) return { ...nothing(at), last: at };
  const pronoun = pronounVictim(word, predicate, at);
  const joined = text.isJoined(at);
  const lone = predicate.form === 'verb' && !joined ? loneBefore(text, at, first) : [];
  if (lone.length > 0)
    return told(
      (lone[0] as People).first,
      at,
      lone.map((people) => item(predicate.kind, people)),
    );
  const plural = predicate.form === 'verb' && !joined && PLURAL_VERB.test(text.norm(at));
  const behind = plural ? peopleBefore(text, at, first) : [];
  const forward =
    behind.length > 0 && !startsNear(text, at + 1, last) ? null : search(text, at, last, predicate);
  if (forward !== null) return forward;
  const [head] = behind;
  if (head === undefined) return pronoun;
  return told(
    head.first,
    at,
    behind.map((people) => item(predicate.kind, people)),
  );
}

function nothing(at: number): Told {
  return { first: at, last: at, items: [], running: false, predicate: true };
}

function told(first: number, last: number, items: readonly Item[]): Told {
  return { first, last, items, running: false, predicate: true };
}

function item(kind: CasualtyKind, people: People): Item {
  return { kind, people, count: people.count };
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
  if (predicate.next.size > 0) return predicate.next.has(text.norm(at + 1));
  if (predicate.form === 'noun' && (word.definite || PLURAL_PRONOUN.test(word.suffix))) return false;
  if (predicate.before.size === 0) return true;
  return markAfter(text, predicate, at, last) !== null;
}

/** The token of the word that the predicate needs («مصرعهم»). */
function markAfter(text: CasualtyText, predicate: Predicate, at: number, last: number): number | null {
  for (let i = at + 1; i <= Math.min(last, at + BEFORE_REACH); i++)
    if (predicate.before.has(text.norm(i))) return i;
  return null;
}

/** «مقتله», «استشهادها»: one person. */
function pronounVictim(word: CasualtyWord, predicate: Predicate, at: number): Told | null {
  if (
    predicate.form !== 'noun' ||
    predicate.kind !== 'killed' ||
    (word.suffix !== 'ه' && word.suffix !== 'ها')
  )
    return null;
  if (predicate.needs !== null || predicate.before.size > 0) return null;
  const people = { ...name(at), form: 'name' as const };
  return { ...told(at, at, [item(predicate.kind, people)]), weak: true };
}

function name(at: number): People {
  return {
    what: 'people',
    first: at,
    last: at,
    count: exactly(1),
    kind: null,
    group: null,
    actors: [],
    form: 'name',
    others: false,
    mixed: false,
    definite: false,
    corpse: false,
  };
}

/** Whether people begin within two tokens. */
function startsNear(text: CasualtyText, at: number, last: number): boolean {
  for (let i = at; i <= Math.min(last, at + 1); i++) {
    if (isStop(text, i)) return false;
    const found = peopleAt(text, i, last);
    if (found?.what === 'people' && (found.form === 'counted' || found.others)) return true;
  }
  return false;
}

/** The people whose phrase ends right before the verb, with those listed before them: «أربع نساء وثلاثة أطفال قتلوا». */
function peopleBefore(text: CasualtyText, at: number, first: number): readonly People[] {
  for (let i = Math.max(first, at - BACK_REACH); i < at; i++) {
    const found = peopleAt(text, i, at - 1);
    if (found?.what !== 'people' || found.form !== 'counted' || found.definite) continue;
    const list = listFrom(text, found, at - 1);
    const nearest = list.at(-1) as People;
    if (nearest.last >= at - 3) return text.isSplit(i - 1) ? [nearest] : list;
    if (splitEnd(text, nearest.last + 1, at) >= at - 3) return list;
  }
  return [];
}

/** Where the parts end that stand between people and their verb: «خمسة بينهم طفلان قتلوا». */
function splitEnd(text: CasualtyText, at: number, verb: number): number {
  const start = text.norm(at) === '،' ? at + 1 : at;
  const split = text.lexicon.splits.at(text.tokens, start);
  if (split === null || split.last + 1 >= verb) return -1;
  const parts = peopleAt(text, split.last + 1, verb - 1);
  return parts?.what === 'people' ? (listFrom(text, parts, verb - 1).at(-1) as People).last : -1;
}

/** «وطفل استشهد إثر …», «وطفل وسيدة استشهدا», «وطفل من بلدة … استشهد»: lone persons before their verb. */
function loneBefore(text: CasualtyText, at: number, first: number): readonly People[] {
  for (let i = Math.max(first, at - LONE_BACK); i < at; i++) {
    const found = peopleAt(text, i, at - 1);
    if (found?.what !== 'people' || found.definite || text.isCounted(i)) continue;
    if (found.form === 'plural' && found.last === at - 1 && isPair(text, i, at))
      return [{ ...found, count: exactly(2) }];
    if (found.form !== 'one') continue;
    const list = listFrom(text, found, at - 1);
    const end = (list.at(-1) as People).last;
    if (end !== at - 1 && !(text.isJoined(i) && isOrigin(text, end + 1, at))) continue;
    const counted = list.reduce((sum, { count }) => sum + (count.best ?? 0), 0);
    return counted === 1 || PLURAL_VERB.test(text.norm(at)) ? list : [];
  }
  return [];
}

/** «مدنيَين قُتلا»: what may be a plural is a dual where its verb is. */
function isPair(text: CasualtyText, noun: number, verb: number): boolean {
  return /ين$/.test(text.norm(noun)) && /[^و]ا$/.test(text.norm(verb));
}

/** «من بلدة …», «في فصيل …» between a person and the verb. */
function isOrigin(text: CasualtyText, at: number, verb: number): boolean {
  if (text.norm(at) !== 'من' && text.norm(at) !== 'في') return false;
  for (let i = at; i < verb; i++) if (!text.isWord(i)) return false;
  return true;
}

function search(text: CasualtyText, at: number, last: number, predicate: Predicate): Told | null {
  const second = secondPredicate(text, at, last, predicate);
  const start = second === null ? at + 1 : second + 1;
  const end = Math.min(last, start + REACH);
  const people = firstPeople(text, start, end, last, predicate);
  if (people === null) return second === null ? null : nothing(second);
  const list = listFrom(text, people, last);
  const finish = Math.max((list.at(-1) as People).last, markAfter(text, predicate, at, last) ?? 0);
  if (second !== null || people.mixed) return told(at, finish, bothKinds(text, at, people, finish));
  return told(
    at,
    finish,
    list.flatMap((one, i) => itemsOf(text, one, i, predicate)),
  );
}

/** «قتل وجرح», «مقتل وإصابة»: the second predicate's token, where no people stand between. */
function secondPredicate(text: CasualtyText, at: number, last: number, predicate: Predicate): number | null {
  const next = text.norm(at + 1) === 'و' ? at + 2 : at + 1;
  if (next > last || (next === at + 1 && !text.norm(next).startsWith('و'))) return null;
  const kinds = text.word(next)?.predicates ?? [];
  const other = kinds.some(({ kind, needs }) => kind !== predicate.kind && needs === null && isHarm(kind));
  return isHarm(predicate.kind) && other ? next : null;
}

function isHarm(kind: CasualtyKind): boolean {
  return kind === 'killed' || kind === 'injured';
}

function bothKinds(text: CasualtyText, at: number, people: People, last: number): Item[] {
  const count = shared(text.surface(people.form === 'counted' ? Math.min(at, people.first) : at, last));
  return (['killed', 'injured'] as const).map((kind) => ({ kind, people, count }));
}

/** The first of a list has the predicate's kind, unless the predicate needs a noun to say it; later ones their own. */
function itemsOf(text: CasualtyText, people: People, index: number, predicate: Predicate): Item[] {
  if (people.mixed) return bothKinds(text, people.first, people, people.last);
  const kind = index === 0 && predicate.needs !== 'victim' ? predicate.kind : (people.kind ?? predicate.kind);
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
  for (let i = start; i <= end; i++) {
    if (i > start && isStop(text, i)) break;
    if (AGENT_CUES.has(text.norm(i))) agent = i;
    const found = peopleAt(text, i, last);
    if (found === null) continue;
    if (found.what === 'things') {
      i = found.last;
      continue;
    }
    if (agent >= 0 && i - agent <= 3 && found.form !== 'counted') continue;
    if (text.isJoined(i)) break;
    if (!fits(found, i - start, predicate)) continue;
    if (found.form !== 'plural' || predicate.form === 'noun')
      return plural !== null && found.form === 'one' ? plural : found;
    plural ??= found;
    i = Math.max(i, found.last);
  }
  return plural;
}

function isStop(text: CasualtyText, at: number): boolean {
  const norm = text.norm(at);
  if (STOPS.has(norm) || norm === '؛' || norm === ':') return true;
  const word = text.word(at);
  if (word !== null && word.predicates.length > 0 && !word.person && !text.isCounted(at)) return true;
  return text.isSplit(at);
}

function fits(people: People, distance: number, predicate: Predicate): boolean {
  if (predicate.needs === 'victim' && people.kind === null && !people.mixed) return false;
  if (people.corpse && predicate.needs !== 'victim') return false;
  switch (people.form) {
    case 'counted':
      return true;
    case 'bare':
      return predicate.needs === null && people.count.best !== 1;
    case 'one':
      if (people.others) return distance === 0;
      return people.definite ? distance <= NEAR - 1 : distance <= LONE_REACH;
    case 'name':
      return distance <= NEAR && predicate.needs === null;
    case 'plural':
      return people.others ? distance === 0 : distance <= NEAR && !people.definite;
  }
}
