/**
 * One story tells one event two or three times: in its headline, its lead, its detail and its background, and not always
 * by the same word. Gathers what ordinary news tells into events by place, day, sides, dead and kind of act.
 */
import { dayNumber } from '../../arabic/calendar.ts';
import { normaliseWord } from '../../arabic/normalise.ts';
import type { Gazetteer } from '../../knowledge/places/gazetteer.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import type { Count } from '../../model/mention.ts';
import type { EventType } from '../../model/vocabulary.ts';
import { DISPUTE, VAGUE } from './combine.ts';
import { type Draft, haveSameInitiator } from './drafts.ts';
import type { EventDay } from './findings.ts';
import { DAYS_BACK } from './leads.ts';
import { mergeInto, placeKey, type Sited } from './siting.ts';

/** What gathering asks of the section. */
export interface StoryContext {
  dayOf(draft: Draft): EventDay;
  /** The event's own sentence tells its day. */
  isDated(draft: Draft): boolean;
  /** It stands in a headline or in the first sentence. */
  opens(draft: Draft): boolean;
  isWide(place: PlaceFound | null): boolean;
  /** «وكان المرصد تحدث عن …»: its sentence tells of what was before the news. */
  looksBack(draft: Draft): boolean;
  /** It is told by a headline. */
  isTitle(draft: Draft): boolean;
  /** «ووقع الهجوم قرب …», «عند مدخل المدينة»: takes up what was told before. */
  isTakenUp(draft: Draft): boolean;
  /** «كما قصف», «غارة أخرى»: told as one more. */
  isAnother(draft: Draft): boolean;
  readonly gazetteer: Gazetteer;
}

/** How many sentences apart an event may be told again, by how much speaks for its being one. */
const REACH = 8;
/** … and how many events of its governorate are compared: a list may name hundreds of villages. */
const MOST_COMPARED = 40;

/** `sited` of one stretch of news in text order; those that tell one event become one, with the most exact place. */
export function asOneStory(sited: readonly Sited[], context: StoryContext): Sited[] {
  const events: Sited[] = [];
  const byGovernorate = new Map<string, number[]>();
  for (const one of sited) {
    const key = one.place?.governorate ?? '';
    const near = byGovernorate.get(key) ?? [];
    byGovernorate.set(key, near);
    const at = earlierOf(one, near, events, context);
    if (at === null) {
      near.push(events.length);
      events.push(one);
    } else events[at] = joined(events[at] as Sited, one, context);
  }
  return events;
}

function earlierOf(
  one: Sited,
  near: readonly number[],
  events: readonly Sited[],
  context: StoryContext,
): number | null {
  for (let i = near.length - 1; i >= Math.max(0, near.length - MOST_COMPARED); i--) {
    const at = near[i] as number;
    const before = events[at] as Sited;
    if (before.draft.segment.sentence + REACH < one.draft.segment.sentence) break;
    if (isOneEvent(before, one, context)) return at;
  }
  return null;
}

/** Places of one event: the same, one inside the other, or one of them told for the whole governorate. */
type Nearness = 'same' | 'inside' | 'wide';

function isOneEvent(a: Sited, b: Sited, context: StoryContext): boolean {
  if (a.draft === b.draft || a.draft.segment === b.draft.segment) return false;
  const type = typeOfBoth(a.draft, b.draft);
  if (type === null || (a.draft.frame !== 'protest' && oppose(a.draft, b.draft))) return false;
  // «غارات جوية وقصفا مدفعيا على (أ)»: side by side.
  if (a.draft.type !== b.draft.type && a.draft.segment.sentence === b.draft.segment.sentence) return false;
  const alike = a.draft.type === b.draft.type && a.draft.frame === b.draft.frame;
  const takenUp = alike && context.isTakenUp(b.draft) && context.opens(a.draft);
  const near = nearness(a.place, b.place, context) ?? (takenUp ? upTo(a.place, b.place) : null);
  // «غارات على (أ)\nكما قُتل ثلاثة بقصف على (أ)»: no more than its headline said.
  if (near === null || (context.isAnother(b.draft) && !context.isTitle(a.draft))) return false;
  const [dead, again] = [deadOf(a), deadOf(b)];
  if (differ(dead, again) && !isRunning(b.draft) && !(takenUp && areClose(dead, again))) return false;
  const equal = areAsMany(dead, again);
  if (takenUp && near !== 'same' && isToldOfDay(a.draft, b.draft, context)) return true;
  if (!areOfOneDay(a.draft, b.draft, equal, context)) return false;
  // «تسيطر على (أ). … احتدمت المعارك في أكثر من جبهة بريف حماة»: a fight for more than what was taken.
  if (near === 'wide' && a.draft.frame === 'gain' && b.draft.rule.id === 'clash' && !equal) return false;
  if (equal || (takenUp && near !== 'same')) return true;
  if (near === 'same') return a.draft.type !== b.draft.type;
  // «وكان المرصد تحدث عن غارات طالت محافظة (أ)»: what the news has told in particular.
  if (near === 'wide' && context.isWide(b.place) && !context.isWide(a.place) && context.looksBack(b.draft))
    return b.draft.casualties.length === 0;
  // A lead; of what it takes and what lies in it, both are taken.
  if (
    near === 'inside' &&
    (a.draft.frame === 'gain' || a.draft.segment.sentence === b.draft.segment.sentence)
  )
    return false;
  return context.opens(a.draft) && !(dead !== null && goesOn(b.draft));
}

/** A region, a desert or an unknown spot are no other place than the one told before. */
function upTo(a: PlaceFound | null, b: PlaceFound | null): Nearness | null {
  if (a === null || b === null || a.governorate !== b.governorate) return null;
  return isRegion(a) || isRegion(b) || b.place === null ? 'wide' : null;
}

function isRegion({ surface, place }: PlaceFound): boolean {
  return place?.level === 'area' || (place === null && normaliseWord(surface).startsWith('باديه '));
}

function areClose(a: Count | null, b: Count | null): boolean {
  if (a?.low == null || b?.low == null) return true;
  const [low, high] = [Math.min(a.low, b.low), Math.max(a.high ?? a.low, b.high ?? b.low)];
  return high <= low * DISPUTE;
}

/** «حصيلة الكمين ترتفع. … ووقع الهجوم مساء الخميس»: the news tells no day, and its story does. */
function isToldOfDay(a: Draft, b: Draft, { dayOf, isDated }: StoryContext): boolean {
  const apart = dayNumber(dayOf(a).date) - dayNumber(dayOf(b).date);
  return (!isDated(a) || isRunning(a)) && isDated(b) && apart > 0 && apart <= DAYS_BACK;
}

/** «وقصف الطيران …»: a sentence that goes on with what happened next, and counts nobody. */
function goesOn({ segment, casualties }: Draft): boolean {
  return casualties.length === 0 && segment.opener !== 'that' && segment.conjunction;
}

function areOfOneDay(a: Draft, b: Draft, equal: boolean, { dayOf, isDated }: StoryContext): boolean {
  const apart = Math.abs(dayNumber(dayOf(a).date) - dayNumber(dayOf(b).date));
  if (apart === 0) return true;
  return apart === 1 && (equal || !isDated(a) || !isDated(b));
}

/** Each has who did it, and nobody did both. */
function oppose(a: Draft, b: Draft): boolean {
  if (a.initiators.length === 0 || b.initiators.length === 0) return false;
  return !haveSameInitiator(a, b) && !haveSameSide(a, b);
}

function haveSameSide(a: Draft, b: Draft): boolean {
  return b.initiators.some(({ side }) => a.initiators.some((own) => own.side === side));
}

/** The type of the event that two tellings make, or null where they are two events. */
function typeOfBoth(a: Draft, b: Draft): EventType | null {
  if (a.type === b.type) return a.type;
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    switch (one.type) {
      case 'shelling_artillery_missile':
        // «قصف» names no means, «غارات» does; «ضربوا دورياتنا» of an attack is part of it.
        if (one.weapons.size > 0 || one.rule.id !== 'bombardment') break;
        if (other.type === 'air_drone_strike') return other.type;
        if (other.rule.id === 'assault' && other.type === 'armed_clash') return other.type;
        break;
      case 'remote_explosive_ied':
        // «تفجير سيارة … كان يقودها انتحاري»
        if (other.type === 'suicide_bomb') return other.type;
        // «انفجرت سيارة … قصفتها مسيرة»: the fire is what blew up.
        if (one.weapons.size === 0 && other.frame === 'fire') return other.type;
        break;
      case 'attack':
      case 'armed_clash':
        // «هجوم مزدوج ضرب (أ). انفجرت سيارة ملغومة …»: how it was carried out.
        if (one === a && isUnexplained(one) && other.frame === 'blast') return other.type;
        // «سيطرت الفصائل على (أ). … خلفت المعارك داخل (أ) 35 قتيلا»: the fight in which it was taken.
        if (one === b && other.frame === 'gain' && one.rule.id === 'clash') return other.type;
        // «أربعة قتلى بنيران الأمن في (أ). … فتحت القوات النار على محتجين»
        if (one.type === 'attack' && other.type === 'excessive_force_against_protesters') return other.type;
        if (other.type === 'attack' && one.rule.id === 'assault' && other.rule.id === 'assault')
          return one.type;
        break;
      case 'peaceful_protest':
        if (other.type === 'excessive_force_against_protesters') return other.type;
        if (other.type === 'protest_with_intervention') return other.type;
        break;
    }
  }
  return null;
}

/** An attack of which neither who nor with what is told. */
function isUnexplained({ rule, weapons, initiators }: Draft): boolean {
  return rule.id === 'assault' && weapons.size + initiators.length === 0;
}

function nearness(a: PlaceFound | null, b: PlaceFound | null, context: StoryContext): Nearness | null {
  if (a === null || b === null) return null;
  if (placeKey(a) === placeKey(b)) return 'same';
  if (isInside(a, b, context.gazetteer) || isInside(b, a, context.gazetteer)) return 'inside';
  if (isNamedAfter(a, b) || isNamedAfter(b, a)) return 'inside';
  return context.isWide(a) || context.isWide(b) || a.place?.level === 'area' ? 'wide' : null;
}

function isInside({ place }: PlaceFound, outer: PlaceFound, gazetteer: Gazetteer): boolean {
  const around = outer.place?.id;
  if (place === null || around === undefined || place.id === around) return false;
  return gazetteer.lineage(place).some(({ id }) => id === around);
}

/** «بادية السخنة» lies about «السخنة», «طريق القدموس - مصياف» beside «القدموس». */
function isNamedAfter({ surface }: PlaceFound, { surface: name }: PlaceFound): boolean {
  return ` ${normaliseWord(surface)} `.includes(` ${normaliseWord(name)} `) && surface !== name;
}

/** The first count of dead at the place, or null. */
function deadOf({ draft, place }: Sited): Count | null {
  const own = placeKey(place);
  for (const { finding, at } of draft.casualties) {
    const home = finding.place === null ? at : placeKey(finding.place);
    const elsewhere = draft.places.length > 1 && home !== undefined && home !== own;
    if (finding.killed !== null && !elsewhere) return finding.killed;
  }
  return null;
}

/** No number lies in both. */
function differ(a: Count | null, b: Count | null): boolean {
  if (a === null || b === null) return false;
  return isBelow(a, b) || isBelow(b, a);
}

function isBelow({ high }: Count, { low }: Count): boolean {
  return high !== null && low !== null && high < low;
}

/** The same number of two or more, told as a number. */
function areAsMany(a: Count | null, b: Count | null): boolean {
  if (a?.low == null || b?.low == null || a.low < 2 || a.low !== b.low) return false;
  return !(a.high === null && VAGUE.has(a.low)) && !(b.high === null && VAGUE.has(b.low));
}

function isRunning({ casualties }: Draft): boolean {
  return casualties.some(({ finding }) => finding.running);
}

/** The telling that says what it was, at the place that says most exactly where, with the people of both. */
function joined(a: Sited, b: Sited, { isWide, dayOf, isDated }: StoryContext): Sited {
  const type = typeOfBoth(a.draft, b.draft);
  const [kept, gone] = a.draft.type === type ? [a, b] : [b, a];
  const finer = exactness(b.place, isWide) > exactness(a.place, isWide) ? b.place : a.place;
  const at = placeKey(finer);
  const own = placeKey(kept.place);
  if (own !== at) {
    kept.draft.places = kept.draft.places.map((place) =>
      placeKey(place) === own && finer !== null ? finer : place,
    );
    for (const [i, one] of kept.draft.casualties.entries())
      if (one.at === own) kept.draft.casualties[i] = { ...one, at };
  }
  if ((!isDated(kept.draft) || isRunning(kept.draft)) && isDated(gone.draft))
    kept.draft.day = dayOf(gone.draft);
  mergeInto(kept.draft, gone.draft, gone.first, at);
  const { draft, first, casualties, shared } = kept;
  return { draft, place: finer, first, casualties, shared };
}

/** A governorate, its chief town or a region, what lies around a place, a place. */
function exactness(place: PlaceFound | null, isWide: StoryContext['isWide']): number {
  if (place === null || isWide(place) || place.place?.level === 'area') return 0;
  if (place.geoPrecision > 1 || place.place === null) return 1;
  return place.place.level === 'neighbourhood' ? 3 : 2;
}
