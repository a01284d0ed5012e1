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

/** Places that the trigger at `at` governs, those after it before those that stand before it. */
export function placesAround(text: SectionText, segment: SegmentText, at: number): readonly PlaceFound[] {
  const usable = segment.places.filter(isUsable);
  if (usable.length === 0) return usable;
  const after = usable.filter((place) => place.first > at);
  const before = usable.filter((place) => place.first < at);
  const told = listFrom(text, after);
  return told.length > 0 ? told : listFrom(text, before);
}

function isUsable(place: PlaceFound): boolean {
  return place.use !== 'part_of_name' && !(place.country === 'SY' && place.place?.level === 'country');
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
