/** Parts of the people told: «بينهم ثلاثة أطفال», and counts that are broken down by place. */

import { fitting } from '../../arabic/word-memory.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import type { Breakdown, PlacePart } from './casualty-breakdown.ts';
import { within } from './casualty-counts.ts';
import { type Draft, draftAt, sentenceAt } from './casualty-draft.ts';
import { NEAR } from './casualty-joining.ts';
import { peopleAt } from './casualty-people.ts';
import { type People, retold } from './casualty-people-shape.ts';
import { placeOf } from './casualty-place.ts';
import { countOf } from './casualty-sums.ts';
import type { CasualtyText } from './casualty-text.ts';
import { type Item, listFrom } from './casualty-told.ts';
import { spansWithin } from './spans-within.ts';

/** A part farther than this from the one before is something else. */
const PART_REACH = 8;

/** How far after «معظمهم في» a place may stand. */
const WHERE_REACH = 4;

/** Reads the people after «بينهم» as parts of the finding before; returns the token to go on from. */
export function split(
  text: CasualtyText,
  draft: Draft | undefined,
  kind: 'part' | 'whole' | 'most',
  start: number,
  last: number,
): number {
  const at = text.norm(start) === ':' ? start + 1 : start;
  if (kind === 'most' && draft && at - draft.last <= NEAR && isSomewhere(text, at)) draft.spread = true;
  const first = peopleAt(text, at, last);
  if (first === null || first.what === 'things') return at;
  const list = untilElsewhere(text, listFrom(text, first, last));
  const end = list.at(-1)?.last ?? at;
  const latest = draft?.items.at(-1);
  if (!draft || !latest || at - draft.last > NEAR || draft.sentence !== sentenceAt(text, at)) return end + 1;
  draft.last = end;
  if (kind === 'most' || latest.people.mixed || latest.count.best === null) return end + 1;
  const whole = countOf(draft, latest.kind);
  for (const [index, people] of list.entries()) {
    // «22 جنديا بينهم ضابط، و17 من عناصر التنظيم»: the other side's.
    const isOther = areOfOtherSide(people, latest.people) || areOfTheFactions(text, people, latest.people);
    if (index > 0 && isOther) {
      draft.items.push({ kind: latest.kind, people, count: people.count });
      continue;
    }
    // «42 قتيلا بينهم 11 طفلا، فضلا عن 61 جريحا»: others, and no part of the dead.
    if (people.kind !== null && people.kind !== latest.kind) {
      draft.items.push({ kind: people.kind, people, count: people.count });
      continue;
    }
    if (people.group === null || whole === null) continue;
    const count = kind === 'whole' && people.form === 'plural' ? whole : within(people.count, whole);
    draft.parts.push({ group: people.group, kind: latest.kind, count, at: people.first });
  }
  return end + 1;
}

const SIDES: ReadonlySet<string | null> = new Set(['government', 'opposition', 'isis', 'hts', 'sdf']);

function areOfOtherSide(some: People, whole: People): boolean {
  if (some.form !== 'counted' || some.kind !== null || some.group === whole.group) return false;
  return SIDES.has(some.group) && SIDES.has(whole.group);
}

/** «و17 من مقاتلي الفصائل» beside soldiers: fighters of somebody the knowledge does not name. */
function areOfTheFactions(text: CasualtyText, some: People, whole: People): boolean {
  if (some.form !== 'counted' || some.kind !== null || some.group !== null) return false;
  if (!SIDES.has(whole.group) || text.norm(some.first + 1) !== 'من') return false;
  const noun = text.word(some.first + 2)?.person;
  return noun?.fighter === true && noun.many && text.norm(some.first + 3).startsWith('ال');
}

export const isCauseOfDeath = fitting(
  /^(?:اثر|جراء|برصاص|بنيران|بانفجار|ب(?:ال)?قصف|ب(?:ال)?غار(?:ه|ات)|بضرب(?:ه|ات)|بصاروخ|بصواريخ|ببرميل|ببراميل|بقذايف|بقذيفه|بتفجير|بطلق(?:ه|ات)?|ب(?:ال)?رصاصه|بلغم|بعبوه|بشظايا|بقنص)$/,
);

/** How far after a share of the people what killed them may be told. */
const SHARE_REACH = 8;

const COUNTED: ReadonlySet<string> = new Set(['counted', 'bare']);
export const isDying = fitting(/^(?:قضوا|قضي|قتلوا|قتل|استشهدوا|استشهد|سقطوا|سقط|ارتقوا)$/);
const isAmongThem = fitting(/^(?:و?(?:من)?بينهم|و?منهم|هم)$/);
const isOfThem = fitting(/^من(?!بينهم$)/);
const isProvince = fitting(/^[وبف]?(?:محافظه|ريف|مدينه)$/);
/** How far before the count of a province its name may stand. */
const PROVINCE_REACH = 8;

/**
 * «قتل عشرون مواطنا منهم خمسة مواطنين إثر القصف على (أ)»: the number of a region, and how many of them one event killed.
 * They are called what all are called; «بينهم طفلان» are no share. Of a province counted first, «بينهم 7 قضوا في غارات على
 * (أ)» and «هم 4 إثر سقوط صاروخ على (ب)» are shares too.
 */
export function shareOf(
  text: CasualtyText,
  draft: Draft | undefined,
  start: number,
  last: number,
): Item | null {
  const whole = draft?.items.at(-1);
  if (draft === undefined || whole === undefined || !COUNTED.has(whole.people.form)) return null;
  // «منهم 5 سقطوا ببرميل على (أ)», of a province, is told as «بينهم» is.
  const ofProvince = text.fits(start - 1, isAmongThem) && isOfProvince(text, draft, whole.people);
  if (!ofProvince && !text.fits(start - 1, isOfThem)) return null;
  const people = peopleAt(text, start, last);
  if (people?.what !== 'people' || people.kind !== null) return null;
  if (people.form !== 'counted' && !(ofProvince && people.form === 'bare')) return null;
  const all = whole.count.best;
  const some = people.count.best;
  if (all === null || some === null || some >= all) return null;
  const unnamed = whole.people.group === null || (ofProvince && people.group === null);
  if (!unnamed && people.group !== whole.people.group) return null;
  const told = (ofProvince && text.fits(people.last + 1, isDying)) || hasCause(text, people.last, last);
  return told ? { kind: whole.kind, people, count: people.count } : null;
}

function hasCause(text: CasualtyText, people: number, last: number): boolean {
  for (let at = people + 1; at <= Math.min(last + 1, people + SHARE_REACH); at++)
    if (text.fits(at, isCauseOfDeath)) return true;
  return false;
}

/** «محافظة حلب استشهد 12 مواطنا», «استشهد في محافظة حمص 5»: all who fell in a province that day. */
function isOfProvince(text: CasualtyText, { first, sentence }: Draft, people: People): boolean {
  const { places } = text.reading.entities;
  return spansWithin(places, first - PROVINCE_REACH, people.first - 1).some(
    (place) =>
      sentenceAt(text, place.first) === sentence &&
      (place.place?.level === 'adm1' || place.geoPrecision > 1) &&
      (text.fits(place.first - 1, isProvince) || text.fits(place.first, isProvince)),
  );
}

/** «بينهم ثلاثة أطفال، | ومدنيين اثنين في (ب)»: after a breath the people of another place are no part of those before. */
function untilElsewhere(text: CasualtyText, list: readonly People[]): readonly People[] {
  const other = list.findIndex((people, index) => index > 0 && isElsewhere(text, people));
  return other < 0 ? list : list.slice(0, other);
}

function isElsewhere(text: CasualtyText, { first, last }: People): boolean {
  return /^[،,]$/.test(text.norm(first - 1)) && placeOf(text, first, last) !== null;
}

/** «معظمهم في ريف حلب», and not «معظمهم في حالة خطرة». */
function isSomewhere(text: CasualtyText, at: number): boolean {
  if (text.norm(at) !== 'في') return false;
  return spansWithin(text.reading.entities.places, at + 1, at + WHERE_REACH).length > 0;
}

/** «هم 52 من … و11 من …»: one more part, where the list of parts was broken by other words. */
export function splitOn(
  text: CasualtyText,
  draft: Draft | undefined,
  clause: number,
  at: number,
  last: number,
): number | null {
  const part = draft?.parts.at(-1);
  if (!draft || !part || draft.clause !== clause || part.at >= at || part.at < draft.first) return null;
  if (at - draft.last > PART_REACH || !text.isJoined(at)) return null;
  for (let i = draft.last + 1; i < at; i++) if (text.norm(i) === 'في') return null;
  const people = peopleAt(text, at, last);
  if (people?.what !== 'people' || people.form !== 'counted' || isElsewhere(text, people)) return null;
  return people.group === null || people.kind !== null ? null : split(text, draft, 'part', at, last);
}

/** «14 شخصا في بنش: تسعة أطفال وخمس نساء»: who the people of the finding were, where they add up to it. */
export function listed(
  text: CasualtyText,
  draft: Draft | undefined,
  people: readonly People[],
): number | null {
  const kind = draft?.items.at(-1)?.kind;
  const first = people[0]?.first ?? 0;
  if (draft === undefined || kind === undefined || first - draft.last > NEAR) return null;
  if (draft.sentence !== sentenceAt(text, first)) return null;
  const sum = people.reduce((all, { count }) => all + (count.best ?? Number.NaN), 0);
  const whole = countOf(draft, kind);
  if (whole?.best !== sum || people.length < 2) return null;
  for (const { group, count, first: at } of people)
    if (group !== null) draft.parts.push({ group, kind, count, at });
  draft.last = people.at(-1)?.last ?? draft.last;
  return draft.last;
}

/** «قتل 45 شخصا بقصف على الغوطة الشرقية، بينهم 12 في (أ) و9 في (ب)»: all of a region, where no one town is named. */
function isOfRegion(text: CasualtyText, { first, sentence }: Draft, parts: readonly PlacePart[]): boolean {
  const end = ((parts[0] as PlacePart).people[0] as People).first - 1;
  const before = spansWithin(text.reading.entities.places, Math.max(0, first - REGION_REACH), end).filter(
    (place) => place.use === 'location' && sentenceAt(text, place.first) === sentence,
  );
  return before.length > 0 && before.every(isRegion);
}

/** «12 في (أ)», «ثمانية مدنيين في (ب)», and not «طفلان في (أ)» or «7 قضوا في غارات على (ب)». */
function isCounted({ people: [people], last }: PlacePart): boolean {
  if (people === undefined || people.last !== last) return false;
  return (
    people.form === 'bare' ||
    (people.form === 'counted' && people.group !== 'children' && people.group !== 'women')
  );
}

/** How far before the people their region may stand. */
const REGION_REACH = 16;

function isRegion({ place, geoPrecision }: PlaceFound): boolean {
  return (
    geoPrecision === 3 || place?.level === 'area' || place?.level === 'adm1' || place?.level === 'country'
  );
}

/**
 * Findings of the people of each place, which come in the stead of the count that the finding before tells for all of
 * them; null where they do not add up to it.
 */
export function brokenDown(
  text: CasualtyText,
  draft: Draft | undefined,
  clause: number,
  { parts, told }: Breakdown,
): Draft[] | null {
  const last = draft?.items.at(-1)?.kind;
  if (draft === undefined || last === undefined) return null;
  const sum = parts
    .flatMap(({ people }) => people)
    .reduce((all, { count }) => all + (count.best ?? Number.NaN), 0);
  // «ارتقى خمسة وجرح آخرون …، منهم ثلاثة في (أ) وشاب في (ب) وآخر في (ج)»: of the dead, who are as many.
  const kind = (['killed', 'injured'] as const).find((one) => countOf(draft, one)?.best === sum) ?? last;
  const whole = countOf(draft, kind)?.best ?? null;
  const some = whole !== null && sum < whole && parts.every(isCounted) && isOfRegion(text, draft, parts);
  if (whole === null || (parts.length < 2 && !some)) return null;
  if (whole !== sum && !some && !(told && sum < whole)) return null;
  const whose = draft.items.find((item) => item.kind === kind)?.people.group ?? null;
  if (some) draft.spread = true;
  else draft.items = draft.items.filter((item) => item.kind !== kind);
  return parts.map(({ people, last, place }) => {
    const part = draftAt(text, clause, people[0]?.first ?? last);
    part.items = people.map((one) => ({
      kind,
      people: retold(one, { group: one.group ?? whose }),
      count: one.count,
    }));
    part.last = last;
    part.place = place;
    return part;
  });
}
