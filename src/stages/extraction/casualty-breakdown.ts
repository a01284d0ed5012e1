/**
 * Reads a count told again part by part: by place, «ستة مدنيين (3 منهم في سرمين، ومدنيان في النيرب، وامرأة في بنش)»,
 * «22 شخصا، بينهم 13 في قصف قرى كذا، و4 في …، و5 في …», or by who they were, «14 شخصا: تسعة أطفال وخمس نساء».
 */
import { fitting } from '../../arabic/word-memory.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import { peopleAt } from './casualty-people.ts';
import { blank, type People } from './casualty-people-shape.ts';
import type { CasualtyText } from './casualty-text.ts';
import { listFrom } from './casualty-told.ts';
import { isOrdinalPlace, turnOf } from './ordinal-places.ts';
import { spansWithin } from './spans-within.ts';

/** The people of one place, and the last token that tells them. */
export interface PlacePart {
  readonly people: readonly People[];
  readonly last: number;
  /** The place told after them. */
  readonly place: PlaceFound;
}

export interface Breakdown {
  readonly parts: readonly PlacePart[];
  /** The last token of the breakdown. */
  readonly last: number;
  /** Each part has a verb of its own; those with no place («تحت التعذيب») may be left out. */
  readonly told: boolean;
}

/** Longest breakdown, in tokens: monitors tell a province's dead of a day in one sentence. */
const LONGEST = 160;

/** How far after the people their place may stand. */
const PLACE_REACH = 5;
/** … and where what killed them is told between. */
const CAUSE_REACH = 9;

/** The breakdown that the bracket, the colon or «بينهم» at the token opens; null where a part has no place. */
export function readBreakdown(text: CasualtyText, at: number, last: number): Breakdown | null {
  if (text.norm(at) === '(') return inBrackets(text, at);
  const start = startOf(text, at);
  return start === null ? null : inTheOpen(text, start, Math.min(last, start + LONGEST));
}

/** Where the first part stands: after «:» or «بينهم», or at a number that counts them again. */
function startOf(text: CasualtyText, at: number): number | null {
  if (text.norm(at) === ':') return at + 1;
  if (isCountAgain(text, at)) return at;
  const split = text.lexicon.splits.at(text.tokens, at);
  return split === null ? null : split.last + 1;
}

const isOfThem = fitting(/^منه(?:م|ن)$/);

/** «12 شخصا، سبعة منهم في (أ) وثلاثة في (ب)», «14 جثة، تسع من حي (أ) وخمس من حي (ب)»: a number that counts them again. */
function isCountAgain(text: CasualtyText, at: number): boolean {
  const number = text.number(at);
  if (number?.kind !== 'count') return false;
  // «التي أوضحت أن 13 منهم قتلوا في (أ) وثمانية في (ب)»
  if (text.norm(at - 1) === 'ان') return text.fits(number.last + 1, isOfThem);
  if (text.norm(at - 1) !== '،') return false;
  const next = text.norm(number.last + 1);
  return text.fits(number.last + 1, isOfThem) || next === 'من' || next === 'في';
}

function inBrackets(text: CasualtyText, at: number): Breakdown | null {
  let end = at + 1;
  while (end < at + LONGEST && text.norm(end) !== ')') end++;
  if (text.norm(end) !== ')') return null;
  const parts: PlacePart[] = [];
  for (let i = at + 1; i < end; i++) {
    if (text.isSplit(i)) {
      i = pastPart(text, i, end);
      continue;
    }
    const people = peopleAt(text, i, end - 1);
    if (people?.what !== 'people' || (people.form !== 'counted' && people.form !== 'one')) continue;
    const part = partOf(text, people, end, PLACE_REACH);
    if (part === null) return null;
    parts.push(part);
    i = part.place.last;
  }
  return parts.length > 1 ? { parts, last: end, told: false } : null;
}

/** «أربعة في قصف على (أ)، وثلاثة في غارة على (ب)»: the first at once, each other one joined to the part before. */
function inTheOpen(text: CasualtyText, start: number, last: number): Breakdown | null {
  const parts: PlacePart[] = [];
  let at: number | null = start;
  while (at !== null) {
    const people = cameFrom(text, at) ?? peopleAt(text, at, last);
    if (people?.what !== 'people' || people.form === 'plural' || people.form === 'name') break;
    const part = partOf(text, people, last + 1, CAUSE_REACH);
    if (part === null) break;
    parts.push(part);
    at = nextPart(text, part.place.last + 1, last);
  }
  const end = parts.at(-1);
  const told = parts.every(({ people, last: to }) => to > (people.at(-1) as People).last);
  return end === undefined ? null : { parts, last: end.last, told };
}

/** «تسع من حي (أ)»: the number alone, whose people are of the place. */
function cameFrom(text: CasualtyText, at: number): People | null {
  const number = text.number(at);
  if (number?.kind !== 'count' || text.norm(number.last + 1) !== 'من') return null;
  const [place] = spansWithin(text.reading.entities.places, number.last + 2, number.last + 1 + FROM_REACH);
  if (place === undefined) return null;
  const { low, best, high, vague } = number;
  return blank(at, number.last, { low, best, high, vague }, { form: 'bare' });
}

const isAnother = fitting(/^و?(?:اخر|اخري|ثالث|ثالثه)$/);

/** Where the next part begins: a number or a person after «و», past more places of the part before. */
function nextPart(text: CasualtyText, from: number, last: number): number | null {
  for (let i = from; i <= last; i++) {
    const norm = text.norm(i);
    if (norm === 'و' || norm === '،' || norm === ',') continue;
    const joined = text.isJoined(i) || text.norm(i - 1) === '،';
    const number = text.number(i);
    if (joined && (number?.kind === 'count' || text.word(i)?.person != null || text.fits(i, isAnother)))
      return i;
    if (text.isSplit(i)) {
      i = pastPart(text, i, last);
      continue;
    }
    if (text.word(i)?.predicates.length || !text.isWord(i)) return null;
  }
  return null;
}

/** The people with the place that follows them, before `end`. */
function partOf(text: CasualtyText, people: People, end: number, reach: number): PlacePart | null {
  const list = listFrom(text, people, end - 1);
  const last = (list.at(-1) as People).last;
  const died = diedAt(text, last + 1, end - 1);
  const cause = died === null ? pastSome(text, last + 1, end - 1) : died + 1;
  const from = died === null && text.norm(cause) === 'من';
  if (!from && !(died === null ? /^(?:في|ب)/ : CAUSE).test(text.norm(cause))) return null;
  const limit = Math.min(end, cause - 1 + (from ? FROM_REACH : died === null ? reach : TOLD_REACH));
  const place =
    spansWithin(text.reading.entities.places, cause, limit).find(({ use }) => use === 'location') ??
    capitalIn(text, cause, limit) ??
    ordinalIn(text, cause, limit);
  return place === undefined ? null : { people: list, last: died ?? last, place };
}

/** «وخمسة بينهم طفلان في غارة على (أ)»: past who some of them were. */
function pastSome(text: CasualtyText, at: number, last: number): number {
  const split = text.lexicon.splits.at(text.tokens, at);
  if (split === null || split.last >= last) return at;
  const some = peopleAt(text, split.last + 1, last);
  return some?.what === 'people' ? (listFrom(text, some, last).at(-1) as People).last + 1 : at;
}

/** «على بلدتي (أ) و(ب) … عشرة، ستة في الأولى وأربعة في الثانية»: one of the places listed before. */
function ordinalIn(text: CasualtyText, from: number, to: number): PlaceFound | undefined {
  const at = from + 1;
  if (at > to || !text.fits(at, isOrdinalPlace)) return undefined;
  const before = spansWithin(text.reading.entities.places, Math.max(0, at - CAPITAL_REACH), at - 1);
  const list = before.findLast((place) => place.list !== null && place.use === 'location')?.list;
  const listed = list === undefined ? [] : before.filter((place) => place.list === list);
  const place = listed.at(turnOf(text.norm(at)));
  return place === undefined ? undefined : { ...place, first: at, last: at };
}

const isCapital = fitting(/^[بل]?العاصمه$/);

/** «24 في قصف على دوما، وتسعة بقذائف سقطت على العاصمة»: told of by name before. */
function capitalIn(text: CasualtyText, from: number, to: number): PlaceFound | undefined {
  for (let at = from; at <= to; at++) {
    if (!text.fits(at, isCapital)) continue;
    const told = spansWithin(text.reading.entities.places, Math.max(0, at - CAPITAL_REACH), at - 1);
    return told.findLast(({ place }) => place?.capital === true);
  }
  return undefined;
}

/** How far before «العاصمة» its name may stand. */
const CAPITAL_REACH = 60;

/** What killed them after «استشهدوا»: «خلال اشتباكات», «جراء غارات», «متأثرين بجراح», «برصاص». */
const CAUSE = /^(?:في|خلال|جراء|اثر|نتيجه|بعد|علي|متاثر(?:ا|ين)|ب.{3,})$/;
/** «تسع من حي (أ)»: the place stands so near after «من». */
const FROM_REACH = 3;
/** How far after «استشهدوا» the place may stand. */
const TOLD_REACH = 18;

/** «9 مواطنين، بينهم طفلتان، استشهدوا جراء …»: the verb that tells their death, past whose men and of what kind they were. */
function diedAt(text: CasualtyText, from: number, last: number): number | null {
  let at = from;
  const owner = text.norm(at) === 'من' ? text.actor(at + 1) : null;
  if (owner !== null) at = owner.last + 1;
  const split = text.lexicon.splits.at(text.tokens, at);
  if (split !== null && split.last < last) {
    const some = peopleAt(text, split.last + 1, last);
    if (some?.what !== 'people') return null;
    at = (listFrom(text, some, last).at(-1) as People).last + 1;
  }
  if (text.norm(at) === '،') at++;
  const dies = text.word(at)?.predicates.some(({ kind, form }) => kind === 'killed' && form === 'verb');
  return at <= last && dies && !text.isJoined(at) ? at : null;
}

/** «… بينهم طفل رضيع،»: a part of the part. */
function pastPart(text: CasualtyText, at: number, end: number): number {
  let i = at;
  while (i < end && text.norm(i) !== '،' && text.norm(i) !== ',') i++;
  return i;
}

/** «14 شخصا: تسعة أطفال وثلاث سيدات ورجلان»: who they were, after a colon; null where it is no list of people. */
export function readListOfThem(text: CasualtyText, at: number, last: number): readonly People[] | null {
  if (text.norm(at) !== ':') return null;
  const people = peopleAt(text, at + 1, last);
  if (people?.what !== 'people' || people.kind !== null) return null;
  return listFrom(text, people, last);
}
