/** Where it happens: the places that a segment's trigger governs, first of those after it, then of those before it. */
import { among } from '../../arabic/word-memory.ts';
import { TOWARDS } from '../../knowledge/places/cues.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import { isBearing, isLaunchSite, isOfGuns, isPosition, isQualified, wordBefore } from './beside-places.ts';
import { isRoad } from './containing-places.ts';
import { listFrom, NOWHERE } from './place-lists.ts';
import { isRegionOf } from './places-of-people.ts';
import type { SectionText, SegmentText } from './section-text.ts';
import { usablePlaces } from './usable-places.ts';

/** Places that the trigger at `at` governs: those after it, or else those that stand before it. */
export function placesAround(text: SectionText, segment: SegmentText, at: number): readonly PlaceFound[] {
  const usable = usablePlaces(text, segment);
  if (usable.length === 0) return usable;
  if (usable.length === 1) {
    const { first } = usable[0] as PlaceFound;
    return first === at || isQualified(text, segment, usable[0] as PlaceFound, at) ? NOWHERE : usable;
  }
  const after = standingAfter(aimedAt(text, segment, usable), at);
  const aim = shotAt(text, after, at);
  if (aim.length > 0) return listFrom(text, segment, aim, at);
  const first = listFrom(text, segment, withoutTheirRegions(text, usable, locatedAmong(text, after, at)), at);
  const before = standingBefore(usable, at);
  const locatedBefore = locatedAmong(text, before, at);
  if (first.length > 0 && !isOnlyRegion(first, locatedBefore)) return first;
  if (first.length > 0) return locatedBefore.slice(-1);
  for (const pool of [
    afterVerb(text, locatedBefore, at),
    withinFrame(text, locatedBefore),
    locatedBefore,
    after,
    before,
  ]) {
    const list = listFrom(text, segment, pool, at);
    if (list.length > 0) return list;
  }
  return NOWHERE;
}

/** «طرد داعش من (أ) في بادية (ب)», «انطلقت من (أ) في الغوطة الشرقية»: without where those lie that are no location. */
function withoutTheirRegions(
  text: SectionText,
  usable: readonly PlaceFound[],
  located: readonly PlaceFound[],
): readonly PlaceFound[] {
  return located.filter((place) => {
    const town = usable[usable.indexOf(place) - 1];
    return town === undefined || located.includes(town) || !isRegionOf(text, place, town);
  });
}

/** «تشهد مدينة سراقب اشتباكات في ريف إدلب الشرقي»: what stands after only says where the place before it lies. */
function isOnlyRegion([region, another]: readonly PlaceFound[], before: readonly PlaceFound[]): boolean {
  const place = before.at(-1);
  if (region === undefined || another !== undefined || place === undefined) return false;
  const finer = place.geoPrecision === 1 && place.place !== null && place.place.level !== 'adm1';
  return finer && region.geoPrecision === 3 && region.governorate === place.governorate;
}

/** Those that begin after a token; places stand in text order. */
function standingAfter(places: readonly PlaceFound[], at: number): readonly PlaceFound[] {
  let first = 0;
  while (first < places.length && (places[first] as PlaceFound).first <= at) first++;
  return first === 0 ? places : places.slice(first);
}

/** Those that begin before a token. */
function standingBefore(places: readonly PlaceFound[], at: number): readonly PlaceFound[] {
  let end = places.length;
  while (end > 0 && (places[end - 1] as PlaceFound).first >= at) end--;
  return end === places.length ? places : places.slice(0, end);
}

/** Those that tell where something is, or where the trigger moves on to. */
function locatedAmong(text: SectionText, places: readonly PlaceFound[], at: number): readonly PlaceFound[] {
  const located: PlaceFound[] = [];
  for (const place of places)
    if (
      place.use === 'location' ||
      (place.use === 'direction' && (movesOn(text, at) || namesRoad(text, place)))
    )
      located.push(place);
  return located;
}

/** «على طريق بلدة (أ) في ريف (ب)»: the one town that names the road is where it was. */
function namesRoad(text: SectionText, { first }: PlaceFound): boolean {
  return first > text.from && isRoad(text.token(first - 1).word);
}

/** Without where those stand who fire, and what only says where another lies. Told once. */
function aimedAt(
  text: SectionText,
  segment: SegmentText,
  usable: readonly PlaceFound[],
): readonly PlaceFound[] {
  const before = text.aimed[segment.index];
  if (before !== undefined) return before;
  const aimed = usable.filter(
    (place) =>
      !isPosition(text, segment, place) &&
      !isBearing(text, usable, place) &&
      !isOfGuns(text, segment, usable, place) &&
      !isLaunchSite(text, segment, usable, place),
  );
  const own = aimed.length === usable.length ? aimed : withoutRegions(text, usable, new Set(aimed));
  const told = own.length > 0 ? own : usable;
  text.aimed[segment.index] = told;
  return told;
}

/** «من أبناء مدينة التل بريف دمشق»: without where the town lies that was left out. */
function withoutRegions(
  text: SectionText,
  usable: readonly PlaceFound[],
  aimed: ReadonlySet<PlaceFound>,
): readonly PlaceFound[] {
  return usable.filter((place, at) => {
    const town = usable[at - 1];
    return aimed.has(place) && (town === undefined || aimed.has(town) || !isRegionOf(text, place, town));
  });
}

/** «حاولت التقدم باتجاه بلدة …»: where one fights one's way to is where the fight is. */
const MOVES_ON: ReadonlySet<string> = new Set([
  'تقدم',
  'تسلل',
  'هجوم',
  'عدوان',
  'عملية',
  'اقتحم',
  'أعاد',
  'استعاد',
  'دخل',
  'وصل',
  'أحبط',
  'تصدى',
  'صد',
]);
const SHOOTS: ReadonlySet<string> = new Set(['أطلق', 'إطلاق_نار']);

/** «أطلقت نيران رشاشاتها، في محافظة درعا، باتجاه مدينة …»: at what they shoot is where it fell. */
function shotAt(text: SectionText, after: readonly PlaceFound[], at: number): readonly PlaceFound[] {
  if (at < text.from || !text.mark(at).words.some(({ lemma }) => SHOOTS.has(lemma))) return NOWHERE;
  const [region, ...others] = after;
  const aimed = after.findIndex((place) => text.token(wordBefore(text, place, at)).norm === 'علي');
  // «أطلق مسلحون في بلدتي (أ) و(ب) صواريخ على مدينة (ج)»
  if (aimed > 0) return after.slice(aimed);
  if (
    region === undefined ||
    others.length === 0 ||
    (region.geoPrecision < 3 && region.place?.level !== 'adm1')
  )
    return NOWHERE;
  for (let to = region.last + 1; to < (others[0] as PlaceFound).first; to++)
    if (isAim(text.token(to).word)) return others;
  return NOWHERE;
}

const isAim = among(new Set([...TOWARDS, 'علي']));

function movesOn(text: SectionText, at: number): boolean {
  return at >= text.from && text.mark(at).words.some(({ lemma }) => MOVES_ON.has(lemma));
}

/** «وفي ريف دمشق، مجزرة في داريا بقصف جوي»: the place in the governorate that is told before it. */
function withinFrame(text: SectionText, [frame, ...others]: readonly PlaceFound[]): readonly PlaceFound[] {
  const isFrame = frame !== undefined && (frame.geoPrecision > 1 || frame.place?.level === 'adm1');
  if (frame === undefined || !isFrame) return NOWHERE;
  const [next] = others;
  for (let at = frame.last + 1; at <= (next?.first ?? 0); at++)
    if (/^و/.test(text.token(at).norm)) return NOWHERE;
  const inside = ({ governorate, geoPrecision }: PlaceFound) =>
    governorate === frame.governorate && geoPrecision === 1;
  return others.every(inside) ? others : NOWHERE;
}

/** «وفي جسر الشغور استهدفت الطائرات قرية الكستن بغارات»: what the verb hits, and not the frame before the verb. */
function afterVerb(text: SectionText, before: readonly PlaceFound[], at: number): readonly PlaceFound[] {
  const frame = before[0];
  if (frame === undefined || before.length < 2) return [];
  for (let verb = at - 1; verb > frame.last; verb--)
    if (!text.mark(verb).spent && text.mark(verb).verb) return before.filter((place) => place.first > verb);
  return [];
}
