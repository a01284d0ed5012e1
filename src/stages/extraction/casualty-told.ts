/** What one predicate or noun tells, before findings are put together. */
import { fitting, remembering } from '../../arabic/word-memory.ts';
import type { Count } from '../../model/mention.ts';
import { pastDescription } from './casualty-described.ts';
import { isElsewhere } from './casualty-elsewhere.ts';
import { peopleAt } from './casualty-people.ts';
import type { People } from './casualty-people-shape.ts';
import type { CasualtyKind } from './casualty-schema.ts';
import type { CasualtyText } from './casualty-text.ts';

export interface Item {
  readonly kind: CasualtyKind;
  readonly people: People;
  readonly count: Count;
}

export interface Told {
  readonly first: number;
  readonly last: number;
  readonly items: readonly Item[];
  readonly running: boolean;
  /** A predicate told it, not a noun by itself. */
  readonly predicate: boolean;
  /** Perhaps told already: counts only where the sentence told no such people before («مقتله»). */
  readonly weak?: boolean;
  /** More of what was told before, at another place: a finding of its own. */
  readonly apart?: boolean;
}

/** Longest list of people read after one word. */
const LONGEST_LIST = 20;
/** Phrases that join one more to the people told: first word, and how many words follow it. */
const JOINERS: ReadonlyMap<string, number> = new Map([
  ['اضافه', 1],
  ['بالاضافه', 1],
  ['فضلا', 1],
  ['علاوه', 1],
  ['الي', 1],
  ['مع', 0],
  ['برفقه', 0],
  ['رفقه', 0],
  ['ومعه', 0],
  // «قتل 11 جنديا مقابل أربعة من المهاجمين»
  ['مقابل', 0],
]);

const NO_JOINER = -1;
const wordsOfJoiner = remembering(
  (norm) => JOINERS.get(norm) ?? JOINERS.get(norm.replace(/^و/, '')) ?? NO_JOINER,
  NO_JOINER,
);

const SECOND_OF_JOINER = new Set(['الي', 'عن', 'علي', 'جانب']);

/** Where the next member of a list may begin after `end`: past «،», «و», «بالإضافة إلى»; null where the list ends. */
export function nextMember(text: CasualtyText, end: number, last: number): number | null {
  // «19 من عناصر «النصرة» و13 …»
  let i = /^["»]$/.test(text.norm(end + 1)) ? end + 2 : end + 1;
  let joined = false;
  if (text.norm(i) === '،' || text.norm(i) === ',') {
    i++;
    joined = true;
  }
  if (text.norm(i) === 'و') {
    i++;
    joined = true;
  }
  const token = text.tokens[i];
  const words = token === undefined ? NO_JOINER : wordsOfJoiner(token.word);
  if (words === 0) return i + 1 <= last ? i + 1 : null;
  if (words === 1) {
    if (!SECOND_OF_JOINER.has(text.norm(i + 1))) return null;
    return i + 2 <= last ? i + 2 : null;
  }
  if (text.isWord(i) && text.norm(i).startsWith('و')) joined = true;
  return joined && i <= last ? i : null;
}

/** Whether only a comma joins the member to the one before: «خمسة قتلى، عشرة جرحى». */
function isLoose(text: CasualtyText, end: number, at: number): boolean {
  return (text.norm(end + 1) === '،' || text.norm(end + 1) === ',') && at === end + 2 && !text.isJoined(at);
}

/** «280 مدنياً وعسكرياً»: the number counts both. */
function isSameCount(text: CasualtyText, first: People, next: People): boolean {
  const many = (first.count.low ?? 0) > 10 && first.form === 'counted';
  // «مقتل 11 مدنيا وصحفي»: one more.
  const counts = many && next.form === 'one' && /ا$/.test(text.norm(next.first));
  return counts && next.group !== 'children' && next.group !== 'women' && !next.others;
}

/** «90 عنصرا من قوات النظام والدفاع الوطني وحراس الحقل»: more of those of whom the number counts some. */
function areOwners(text: CasualtyText, first: People, next: People): boolean {
  if (first.form !== 'counted' || first.actors.length === 0 || next.form !== 'plural' || next.others)
    return false;
  return next.kind === null && (text.word(next.first)?.person?.fighter ?? false);
}

/** Past the second of two owners, «من قوات (أ) وقوى (ب)», to where the list may go on. */
function pastOwner(text: CasualtyText, end: number): number {
  const next = text.norm(end + 1) === 'و' ? end + 2 : end + 1;
  // «ثلاثة جنود روس وجنديان تركيان»: more people.
  if (text.number(next) !== null) return end;
  const actor = text.actor(next);
  const joined = next > end + 1 || text.norm(next).startsWith('و');
  return actor !== null && actor.first === next && actor.side !== 'civilians' && joined ? actor.last : end;
}

const isOfNation = fitting(
  /^(?:تركي|روسي|اميركي|امريكي|ايراني|لبناني|عراقي|سوري|اسراييلي|محلي)(?:ا|ان|ين|ون)$|^(?:اتراك|روس)$/,
);

/** «جنديان تركيان وأربعة من …»: past what they were, where more follow. */
function pastNationality(text: CasualtyText, end: number): number {
  const joined = text.isJoined(end + 2) || text.norm(end + 2) === 'و';
  return joined && text.fits(end + 1, isOfNation) ? end + 1 : end;
}

const isAndOneOf = fitting(/^واحد[اي]?$/);

/** «ثلاثة من عناصر الحاجز وأحد المهاجمين»: past the post whose people were counted, where one more follows. */
function pastPost(text: CasualtyText, end: number, last: number): number {
  const word = text.word(end + 1);
  const people = word?.person != null || word?.victim != null || (word?.predicates.length ?? 0) > 0;
  const post = text.isWord(end + 1) && /^ال.{2}/.test(text.norm(end + 1)) && !people;
  if (!post || !text.fits(end + 2, isAndOneOf)) return end;
  const next = peopleAt(text, end + 2, last);
  return next?.what === 'people' && next.count.high === 1 ? end + 1 : end;
}

/** The people listed after `people`, each with a noun of its own or «آخرين»; things or a new predicate end the list. */
export function listFrom(text: CasualtyText, people: People, last: number): People[] {
  const list = [people];
  let end = people.last;
  while (list.length < LONGEST_LIST) {
    end = pastPost(text, pastOwner(text, pastNationality(text, end)), last);
    const described = pastDescription(text, list.at(-1) as People, last);
    const at = nextMember(text, described ?? end, last);
    if (at === null) break;
    const word = text.word(at);
    if (word !== null && word.predicates.length > 0 && !word.person && !word.victim) break;
    if (text.lexicon.splits.at(text.tokens, at) !== null) break;
    const next = peopleAt(text, at, last);
    if (next === null || next.what === 'things' || next.form === 'bare') break;
    if (next.definite && next.form === 'plural') break;
    if (next.others && next.form === 'counted' && isElsewhere(text, end, next.last)) break;
    if (next.form === 'name' && people.form !== 'name') break;
    // Far from the one before, a plural begins something else: «قتل شاب من بلدة … ومسلحون …».
    if (described !== null && next.form === 'plural') break;
    if (isLoose(text, end, at) && next.kind === null) break;
    // «وليد الأحمد، مدير المدرسة»: who he was.
    if (described !== null && isLoose(text, described, at)) break;
    if (isSameCount(text, people, next) || areOwners(text, people, next)) {
      end = next.last;
      continue;
    }
    list.push(next);
    end = next.last;
  }
  return list;
}
