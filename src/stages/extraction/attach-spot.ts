/** Where the people of a finding were, by its own words, its sentence's opening, or its event's. */
import { isAt } from '../../arabic/phrases.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import { HARM } from './attach-owner.ts';
import type { CasualtyDetail } from './casualties.ts';
import type { Draft } from './drafts.ts';
import { isOrdinalPlace, turnOf } from './ordinal-places.ts';
import type { SectionText, SegmentText } from './section-text.ts';
import { placeKey } from './siting.ts';
import { usablePlaces } from './usable-places.ts';

/** «وفي بليون، | استشهد طفلان | وأصيب رجل»: the place with which the sentence opens, and nothing but dead and hurt after it. */
export function placed(text: SectionText, finding: CasualtyDetail, segment: SegmentText): CasualtyDetail {
  if (finding.place !== null || finding.zero || finding.total || segment.opener === 'connective')
    return finding;
  const opening = text.segments[text.sentenceStart(segment)] as SegmentText;
  if (opening.index >= segment.index || opening.triggers.length > 0 || opening.actors.length > 0)
    return finding;
  if (!isAt(text.reading.tokens, opening.first, isInWord)) return finding;
  for (let index = opening.index + 1; index <= segment.index; index++) {
    const one = text.segments[index] as SegmentText;
    if (one.triggers.some(({ lemma }) => !HARM.has(lemma)) || one.opener === 'connective') return finding;
    if (one.places.length > 0) return finding;
  }
  const [place, second] = usablePlaces(text, opening).filter(({ use }) => use === 'location');
  return place === undefined || second !== undefined || place.geoPrecision > 1
    ? finding
    : { ...finding, place };
}

const isInWord = fitting(/^[وف]?في$/);

/** Where the people of a finding were: the place told with them, or the only one told in their segment after them. */
export function spotOf(text: SectionText, segment: SegmentText, finding: CasualtyDetail): PlaceFound | null {
  if (finding.place !== null) return finding.place;
  const after = usablePlaces(text, segment).filter(
    (place) => place.use === 'location' && place.first > finding.last,
  );
  const [first, second] = after;
  if (first === undefined || second === undefined) return first ?? null;
  return after.length === 2 && liesIn(text, first, second) ? first : null;
}

/** «في حي البياضة الواقع في مدينة حمص»: the second says where the first lies. */
function liesIn(text: SectionText, first: PlaceFound, second: PlaceFound): boolean {
  if (first.place === null || first.governorate !== second.governorate || first.geoPrecision === 3)
    return false;
  if (first.place.parent !== second.place?.id && first.place.level !== 'neighbourhood') return false;
  for (let i = first.last + 1; i <= second.first; i++)
    if (/^(?:و|،)/.test(text.reading.tokens[i]?.norm ?? '')) return false;
  return true;
}

/** «أصيب أربعة | جراء غارات | استهدفت … في بلدة …»: of the event's several places, the one that their own cause tells. */
export function spotAhead(text: SectionText, segment: SegmentText, draft: Draft): PlaceFound | null {
  if (draft.places.length < 2 || draft.lastSegment <= segment.index) return null;
  const keys = new Set(draft.places.map(placeKey));
  for (let index = segment.index + 1; index <= draft.lastSegment; index++) {
    const next = text.segments[index] as SegmentText;
    if (next.sentence !== segment.sentence || next.opener === 'connective') return null;
    const told = usablePlaces(text, next).filter((place) => keys.has(placeKey(place)));
    if (told.length > 0) return told.length === 1 ? (told[0] ?? null) : null;
  }
  return null;
}

const isAnother = fitting(/^و?(?:اخري?|ثاني?ه?|الثاني?ه?)$/);

/** «غارات على (أ)، وأخرى | استهدفت (ب)، | ما أدى إلى مقتل ثلاثة»: of the place told last. */
export function ofAnother(text: SectionText, segment: SegmentText, draft: Draft): PlaceFound | null {
  if (draft.places.length < 2 || segment.opener !== 'effect' || draft.lastSegment !== segment.index - 1)
    return null;
  const told = text.segments[draft.lastSegment];
  if (told === undefined || told === draft.segment || !isAnother(text.token(told.first - 1).word))
    return null;
  const keys = new Set(draft.places.map(placeKey));
  const [only, second] = usablePlaces(text, told).filter((place) => keys.has(placeKey(place)));
  return second === undefined ? (only ?? null) : null;
}

/** How far around the people «في الأخيرة» stands. */
const ORDINAL_REACH = 3;

/** «على (أ) وستة براميل على (ب)، وسقط في الأخيرة شهيدان»: which of an event's places the words mean. */
export function ofOrdinal(
  text: SectionText,
  { first, last }: CasualtyDetail,
  { places }: Draft,
): PlaceFound | null {
  if (places.length < 2) return null;
  // «أضرارا في الأولى وأصاب طفلين في الثانية»: what stands after them goes before what stands ahead.
  const ordinal =
    ordinalAmong(text, last + 1, last + ORDINAL_REACH) ?? ordinalAmong(text, first - ORDINAL_REACH, last);
  return ordinal === null ? null : (places.at(ordinal) ?? null);
}

const isSite = fitting(/^(?:الموقع|المكان|المنطقه|البلده|القريه|المدينه|الحي)$/);

/** Which place «في الأولى», «في الموقع الثاني» means, as {@link turnOf} counts. */
function ordinalAmong(text: SectionText, from: number, to: number): number | null {
  for (let at = Math.max(text.from + 1, from); at <= to && at < text.to; at++) {
    const { word, norm } = text.token(at);
    if (!isOrdinalPlace(word)) continue;
    const lead = at - 2 >= text.from && isSite(text.token(at - 1).word) ? at - 2 : at - 1;
    if (text.token(lead).norm === 'في') return turnOf(norm);
  }
  return null;
}

/** Whether a draft is told of the place with that key. */
export function isAtPlace({ places }: Draft, key: string): boolean {
  return places.some((one) => placeKey(one) === key);
}
