/**
 * Where it happens: the places that a segment's trigger governs. Places that follow each other with nothing but و,
 * commas and words like «بلدة» are a list and one event each; a place that only says where another lies is dropped.
 */
import type { PlaceFound } from '../../knowledge/types.ts';
import type { SectionText, SegmentText } from './section-text.ts';

const PREPOSITIONS = new Set([
  'في',
  'من',
  'ضمن',
  'داخل',
  'الي',
  'عند',
  'وفي',
  'ب',
  'علي',
  'قرب',
  'بين',
  'نحو',
]);

/** Places that the trigger at `at` governs: those after it, or else those that stand before it. */
export function placesAround(text: SectionText, segment: SegmentText, at: number): readonly PlaceFound[] {
  const usable = usablePlaces(text, segment);
  if (usable.length === 0) return usable;
  const told = listFrom(
    text,
    usable.filter((place) => place.first > at),
  );
  if (told.length > 0) return told;
  return listFrom(
    text,
    usable.filter((place) => place.first < at),
  );
}

/** Places of a segment that an event may have; «المدينة» only points at one, and the country is none. */
export function usablePlaces(text: SectionText, segment: SegmentText): readonly PlaceFound[] {
  return segment.places.filter(
    (place) =>
      place.use !== 'part_of_name' &&
      !(place.country === text.home && place.place?.level === 'country') &&
      !(place.place === null && pointsBack(text, place)),
  );
}

function pointsBack(text: SectionText, place: PlaceFound): boolean {
  for (let at = place.first; at <= place.last; at++) {
    if (!text.mark(at).uses.some((use) => use === 'anaphor' || use === 'place')) return false;
  }
  return true;
}

/** A pointing word reaches back over so many places. */
const REACH = 30;
const SETTLEMENTS = new Set(['adm1', 'adm2', 'adm3', 'adm4']);
/** What kind of place a pointing word takes up, by its stem; any other takes up every kind. */
const POINTERS: readonly (readonly [RegExp, (level: string) => boolean])[] = [
  [/مدين|بلد|قري|قرى/, (level) => SETTLEMENTS.has(level)],
  [/مخيم/, (level) => level === 'camp'],
  [/مطار/, (level) => level === 'airport' || level === 'base'],
  [/جبل/, (level) => level === 'mountain'],
  [/حي/, (level) => level === 'neighbourhood' || level === 'camp' || SETTLEMENTS.has(level)],
];

/** The place that «المدينة، البلدة، الحي …» in a segment takes up, from the places told before, latest last. */
export function pointedPlace(
  text: SectionText,
  segment: SegmentText,
  before: readonly PlaceFound[],
): PlaceFound | null {
  for (let at = segment.first; at <= segment.last; at++) {
    if (!text.mark(at).uses.includes('anaphor')) continue;
    const { norm } = text.token(at);
    const fits = POINTERS.find(([stem]) => stem.test(norm))?.[1] ?? (() => true);
    for (let i = before.length - 1; i >= 0 && i >= before.length - REACH; i--) {
      const place = before[i] as PlaceFound;
      if (fits(place.place?.level ?? 'site')) return place;
    }
  }
  return null;
}

type Joint = 'list' | 'within' | 'far' | 'far-list';

function listFrom(text: SectionText, places: readonly PlaceFound[]): readonly PlaceFound[] {
  const located = places.filter((place) => place.use === 'location');
  const pool = located.length > 0 ? located : places;
  const list: PlaceFound[] = [];
  let anchor: PlaceFound | null = null;
  for (const place of pool) {
    const joint = anchor === null ? 'list' : jointOf(text, anchor, place);
    if (joint === 'list' || joint === 'far-list') list.push(place);
    else if (joint === 'within' && isCoarser(list.at(-1), place)) list[list.length - 1] = place;
    anchor = place;
  }
  return withoutContainers(list);
}

/** How a place stands to the one before it. */
function jointOf(text: SectionText, before: PlaceFound, place: PlaceFound): Joint {
  let comma = false;
  let bracket = false;
  let far = false;
  let within = false;
  const prefix = text.reading.text.slice(text.token(place.first).start, place.start);
  let conjunction = /[وف]/.test(prefix);
  for (let at = before.last + 1; at < place.first; at++) {
    const { kind, norm } = text.token(at);
    const mark = text.mark(at);
    if (norm === '(' || norm === ':') bracket = true;
    else if (kind === 'punctuation') comma ||= /[،,\-–]/.test(norm);
    else if (norm === 'و') conjunction = true;
    else if (mark.uses.includes('qualifier')) within = true;
    else if (PREPOSITIONS.has(norm)) within ||= !conjunction && !comma;
    else if (mark.uses.includes('place') || mark.uses.includes('anaphor')) {
      const word = mark.words[0];
      if (word?.conjunction) conjunction = true;
      else if (word?.preposition && !conjunction && !comma) within = true;
    } else far = true;
  }
  if (prefix !== '' && !/[وف]/.test(prefix) && !comma && !conjunction) within = true;
  if (bracket && !within) return 'list';
  if (within) return 'within';
  if (far) return conjunction ? 'far-list' : 'far';
  return conjunction || comma || bracket ? 'list' : 'within';
}

const COARSE = new Set(['adm1', 'adm2', 'adm3', 'area', 'country', 'river', 'mountain']);

function isCoarser(a: PlaceFound | undefined, b: PlaceFound): boolean {
  if (a === undefined) return true;
  const level = (place: PlaceFound) =>
    place.geoPrecision === 3 ? 3 : COARSE.has(place.place?.level ?? '') ? 2 : 1;
  return level(a) > level(b) && level(a) > 1;
}

/** «تلبيسة … ريف حمص»: a governorate beside a place of its own is only where it lies. */
function withoutContainers(list: readonly PlaceFound[]): readonly PlaceFound[] {
  if (list.length < 2) return list;
  const coarse = (place: PlaceFound) => place.geoPrecision === 3 || place.place?.level === 'adm1';
  const fine = list.filter((place) => !coarse(place));
  if (fine.length === 0) return list;
  return list.filter((place) => !coarse(place) || !fine.some((one) => one.governorate === place.governorate));
}
