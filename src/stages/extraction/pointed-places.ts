/** Places that a segment only points at: «المدينة», «البلدتين», «ذات المواقع» take up what was told before. */
import { fitting, telling } from '../../arabic/word-memory.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import { SOUGHT } from './mark.ts';
import { NOWHERE } from './place-lists.ts';
import type { SectionText, SegmentText } from './section-text.ts';

/** A pointing word reaches back over so many places. */
const REACH = 30;
const SETTLEMENTS = new Set(['adm1', 'adm2', 'adm3', 'adm4']);
/** What kind of place a pointing word takes up, by its stem; any other takes up every kind. */
const POINTERS: readonly (readonly [RegExp, (level: string) => boolean])[] = [
  [/مدين|بلد|قري|قرى/, (level) => SETTLEMENTS.has(level)],
  [/مخيم/, (level) => level === 'camp'],
  [/مطار/, (level) => level === 'airport' || level === 'base'],
  [/جبل/, (level) => level === 'mountain'],
  [/عاصم/, (level) => SETTLEMENTS.has(level)],
  [/حي/, (level) => level === 'neighbourhood' || level === 'camp' || SETTLEMENTS.has(level)],
];

/** «الحي» takes up no city while a quarter was told. */
function isCity({ place }: PlaceFound): boolean {
  return place !== null && (place.capital === true || /^adm[1-3]$/.test(place.level));
}
const isQuarter = fitting(/^[وبل]?الحي$/);

/** The place that «المدينة، البلدة، الحي …» in a segment takes up, from the places told before, latest last. */
export function pointedPlace(
  text: SectionText,
  segment: SegmentText,
  before: readonly PlaceFound[],
): PlaceFound | null {
  if ((segment.sought & SOUGHT.anaphor) === 0) return null;
  for (let at = segment.first; at <= segment.last; at++) {
    if ((text.mark(at).sought & SOUGHT.anaphor) === 0) continue;
    const { norm } = text.token(at);
    const region = isRegion(text.token(at).word) ? calledRegion(text, segment, before) : null;
    if (region !== null) return region;
    const [stem, fits] = POINTERS.find(([kind]) => kind.test(norm)) ?? [null, () => true];
    let nearest: PlaceFound | null = null;
    let onlyCity = false;
    const paragraph = text.segments[text.paragraphStart(segment)]?.first ?? segment.first;
    for (let i = before.length - 1; i >= 0 && i >= before.length - REACH; i--) {
      const place = before[i] as PlaceFound;
      const countryside = place.place?.level === 'adm1' && place.geoPrecision > 1;
      if (stem?.test('عاصمه') && place.place?.capital !== true) continue;
      const wide = place.place !== null && place.geoPrecision === 3;
      if (countryside || wide || isBeyond(text, place, before[i - 1]) || !fits(place.place?.level ?? 'site'))
        continue;
      if (isCompared(text, place) || isCalledOtherwise(text, place, norm)) continue;
      const city = isQuarter(text.token(at).word) && isCity(place);
      // What was named in this paragraph is meant, before anything of that kind further back.
      if (nearest !== null && !onlyCity && place.first < paragraph) break;
      // «مدينة تلبيسة … من قرية المشرفة … المدينة»: the one that was called so.
      if (stem === null || (!city && isCalled(text, place, norm))) return place;
      if (nearest === null || (onlyCity && !city)) {
        nearest = place;
        onlyCity = city;
      }
    }
    if (nearest !== null) return nearest;
  }
  return null;
}

const isRegion = fitting(/^[وبل]?المنطقه$/);
const isRegionCue = fitting(/^[وبل]?منطقه$/);

/** «منطقة السيدة زينب … مدينة منبج. … عند مدخل المنطقة»: the one that was called so, where this paragraph told none before. */
function calledRegion(
  text: SectionText,
  segment: SegmentText,
  before: readonly PlaceFound[],
): PlaceFound | null {
  const paragraph = text.segments[text.paragraphStart(segment)]?.first ?? segment.first;
  for (let i = before.length - 1; i >= 0 && i >= before.length - REACH; i--) {
    const place = before[i] as PlaceFound;
    if (place.first >= paragraph) return null;
    if (place.first > text.from && isRegionCue(text.token(place.first - 1).word)) return place;
  }
  return null;
}

/** «ثاني مركز محافظة يخرج عن سيطرة النظام بعد الرقة»: named for comparison. */
function isCompared(text: SectionText, { first }: PlaceFound): boolean {
  return first > text.from && /^(?:بعد|مثل|غرار|خلاف|عكس)$/.test(text.token(first - 1).norm);
}

/** «بلدتي الفوعة وكفريا» are no «مدينة». */
function isCalledOtherwise(text: SectionText, { first, list }: PlaceFound, pointer: string): boolean {
  if (!/مدين/.test(pointer)) return false;
  for (const back of list === null ? [1] : [1, 3])
    if (first - back >= text.from && /بلدت|قريت|^[بلو]?قري/.test(text.token(first - back).norm)) return true;
  return false;
}

/** «مدينة أريحا جنوب إدلب»: the second only says where the first lies. */
function isBeyond(text: SectionText, place: PlaceFound, before: PlaceFound | undefined): boolean {
  if (place.geoPrecision !== 2 || before === undefined || before.geoPrecision !== 1) return false;
  if (place.first - before.last !== 2 || place.governorate !== before.governorate) return false;
  return /^(?:شمال|جنوب|شرق|غرب|وسط)ي?$/.test(text.token(place.first - 1).norm);
}

const isBoth = fitting(/^(?:اللتين|اللتان|اللذين|اللذان)$/);
const DUAL = /^[بل]?ال(?:بلدتين|قريتين|مدينتين|حيين)$/;
const PLURAL = /^[بل]?ال(?:مواقع|مناطق|قري|بلدات|احياء|مدن|نقاط)$/;
const isDual = fitting(DUAL);
const isPlural = fitting(PLURAL);
const isSeveral = telling((norm) => DUAL.test(norm) || PLURAL.test(norm));
const isSameWord = fitting(/^[وبل]?(?:ذات|نفس|تلك|هذه)$/);

/** «استهداف البلدتين», «قصف ذات المواقع»: the two told last, or all places of the event before. */
export function pointedSeveral(
  text: SectionText,
  segment: SegmentText,
  told: readonly PlaceFound[],
  last: readonly PlaceFound[],
): readonly PlaceFound[] {
  if (told.length < 2 && last.length < 2) return NOWHERE;
  // «قريتي (أ) و(ب) | اللتين تعرضتا للقصف»
  if (isBoth(text.token(segment.first).word)) {
    const [one, other] = told.slice(-2);
    if (one?.list != null && one.list === other?.list && (other?.last ?? 0) < segment.first)
      return told.slice(-2);
  }
  for (let at = segment.first; at <= segment.last; at++) {
    const { word } = text.token(at);
    if (!isSeveral(word)) continue;
    if (isDual(word) && told.length > 1) return told.slice(-2);
    if (isPlural(word) && last.length > 1 && isSameWord((text.reading.tokens[at - 1] ?? text.token(at)).word))
      return last;
  }
  return NOWHERE;
}

/** The place was introduced by the pointing word's own kind: «مدينة» for «المدينة». */
function isCalled(text: SectionText, place: PlaceFound, pointer: string): boolean {
  const kind = /مدين|بلد|قري|مخيم|مطار|جبل|حي/.exec(pointer)?.[0];
  if (kind === undefined) return true;
  return [0, 1].some((back) => text.reading.tokens[place.first - back]?.norm.includes(kind) ?? false);
}
