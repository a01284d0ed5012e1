/** Which places of a segment an event may have: not those that only say whose, how far, from where or called what. */
import { isAt } from '../../arabic/phrases.ts';
import { among, fitting, telling, wordOf } from '../../arabic/word-memory.ts';
import { TOWARDS } from '../../knowledge/places/cues.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import { isWithinTown, SETTLED, standsForAll } from './containing-places.ts';
import { isOfPeople, isRegionOf } from './places-of-people.ts';
import { isOfTelling } from './places-of-telling.ts';
import type { SectionText, SegmentText } from './section-text.ts';

/** Places of a segment that an event may have; «المدينة» only points at one, and the country is none. Told once. */
export function usablePlaces(text: SectionText, segment: SegmentText): readonly PlaceFound[] {
  if (segment.places.length === 0) return segment.places;
  const before = text.usable[segment.index];
  if (before !== undefined) return before;
  const usable = findUsable(text, segment);
  text.usable[segment.index] = usable;
  return usable;
}

function findUsable(text: SectionText, segment: SegmentText): readonly PlaceFound[] {
  const usable = placesApart(text, segment);
  if (usable.length === segment.places.length) return usable;
  const apart = usable.filter((place) => !isRegionOfHome(text, segment, place, usable));
  // «اعتقلت خمسة أشخاص من بلدة (أ) شمالي (ب)»: where the sentence tells no other place, they were taken from it.
  if (apart.length > 0 || !TAKEN.some((name) => segment.names.has(name))) return apart;
  const opening = text.segments.slice(text.sentenceStart(segment), segment.index);
  if (opening.some((earlier) => usablePlaces(text, earlier).length > 0)) return apart;
  const home = segment.places.filter((place) => place.use === 'location' && isOfPeople(text, segment, place));
  return home.slice(0, 1);
}

const TAKEN = ['اعتقل', 'قبض', 'خطف'] as const;

/** Towns and bases; a square, a street or a hospital is told at its town. */
function hasRegion({ place }: PlaceFound): boolean {
  return place === null || /^(?:adm[34]|area|base)$/.test(place.level);
}

const isSide = fitting(/^(?:شمال|جنوب|شرق|غرب)ي?$/);

/** «شبان من أبناء مدينة التل بريف دمشق على حاجز …»: where the town lies that the people are from. */
function isRegionOfHome(
  text: SectionText,
  segment: SegmentText,
  region: PlaceFound,
  usable: readonly PlaceFound[],
): boolean {
  const town = segment.places[segment.places.indexOf(region) - 1];
  if (town === undefined || usable.includes(town) || !hasRegion(town)) return false;
  // «من بلدة كناكر جنوبي دمشق»
  const between = region.first === town.last + 2 ? text.token(town.last + 1) : null;
  // «من قاعدة (أ) قرب دمشق»
  const near = between?.norm === 'قرب' && town.place?.level !== 'adm4';
  const bearing = between !== null && (near || isSide(between.word));
  return bearing || isRegionOf(text, region, town);
}

function placesApart(text: SectionText, segment: SegmentText): readonly PlaceFound[] {
  return segment.places.filter(
    (place, at) =>
      !(isLedUp(text, segment, place) && isSetApart(text, segment, place)) &&
      (place.use !== 'part_of_name' || followsOn(text, place)) &&
      // «وقالت دمشق إن …»: who speaks.
      place.metonym !== true &&
      !isBareCountry(text, place) &&
      !isOfPact(text, place) &&
      !isCrossed(text, place) &&
      !isCountedFrom(text, segment, place) &&
      !isBearingAside(text, segment, place) &&
      !isFixture(text, segment, place) &&
      !isRoadEnd(text, segment.places, at) &&
      !isRoadTo(text, segment.places, place) &&
      !isOfPeople(text, segment, place) &&
      !isOfTelling(text, segment, place) &&
      !holdsAnother(text, segment, place) &&
      !isSummed(text, segment, place) &&
      !isPairOfVillages(text, place) &&
      !isDivided(text, segment, place) &&
      !isFarHospital(segment, place) &&
      !isWithinAnother(text, segment, place) &&
      !isOfRulers(text, segment, place) &&
      !isWhereMost(text, segment, place) &&
      !isBesideArea(text, segment, place) &&
      !pointsBack(text, place),
  );
}

/** How far before a place stands what sets it apart: the furthest reach of the three below. */
const LEAD_REACH = 9;
const setsApart = telling((norm) => {
  const word = wordOf(norm);
  return isComing(word) || isDirection(word) || isKilometre(word) || isForemost(word);
});

/** Whether any word that {@link isSetApart} asks for stands before a place; few places have one. */
function isLedUp(text: SectionText, { first }: SegmentText, place: PlaceFound): boolean {
  for (let at = place.first; at >= first && at >= place.first - LEAD_REACH; at--)
    if (setsApart(text.token(at).word)) return true;
  return false;
}

function isSetApart(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  return (
    isRoute(text, segment, place) || isDistance(text, segment, place) || isOfApposition(text, segment, place)
  );
}

/** «على تلبيسة» looks like a man's name where ى and ي are one letter. */
function followsOn(text: SectionText, place: PlaceFound): boolean {
  return text.reading.tokens[place.first - 1]?.surface === 'على';
}

/** A state is where something happens only after «في»; else it acts or is spoken of. */
function isBareCountry(text: SectionText, place: PlaceFound): boolean {
  const capital = place.place?.capital === true && place.country !== text.home;
  if (place.place?.level !== 'country' && !capital) return false;
  if (place.country === text.home) return true;
  const before = text.reading.tokens[place.first - 1]?.norm ?? '';
  return !/^(?:و?في|داخل|الي|نحو|صوب|باتجاه)$/.test(before) && !text.token(place.first).norm.startsWith('ب');
}

const isForemost = fitting(/^(?:كبري|اكبر|اهم|ابرز|اخر|اول|ثاني|ثالث|احد|احدي|معقل|عاصمه|بوابه|مسقط)$/);
/** How far after its comma the region of an apposition may stand. */
const APPOSITION_REACH = 6;

/** «سلمى، أهم معاقل المسلحين بريف اللاذقية، …»: of which region the place before the comma is the foremost. */
function isOfApposition(text: SectionText, segment: SegmentText, { first }: PlaceFound): boolean {
  for (let at = first - 1; at > segment.first && at >= first - APPOSITION_REACH; at--) {
    if (text.token(at).norm !== '،') continue;
    if (!isForemost(text.token(at + 1).word)) return false;
    return segment.places.some((place) => place.last === at - 1 && place.use !== 'part_of_name');
  }
  return false;
}

const isMost = fitting(/^(?:اكثر|اغلب|معظم|غالبيت|جل)(?:هم|هن|ها)$/);
/** How far before a governorate «أكثرهم من» may stand: another governorate may stand between. */
const MOST_REACH = 5;

/** «استشهاد 64 شخصا، أكثرهم من حماة وإدلب»: where most were of those counted in the land. */
function isWhereMost(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  if (!standsForAll(place)) return false;
  const { first } = place;
  for (let at = first - 1; at >= segment.first && at >= first - MOST_REACH; at--)
    if (isMost(text.token(at).word)) return true;
  return false;
}

/** How far before «من دمشق» the attack may be named: «هجوما واسعا من دمشق». */
const RULERS_REACH = 4;
const isOnslaught = fitting(/^(?:ال)?(?:هجوما?|حمله|تصعيدا?|ضغطا?|ضغوط|عمليه)$/);

/** «تواجه المناطق هجوما واسعا من دمشق»: those who rule there. */
function isOfRulers(text: SectionText, segment: SegmentText, { place, first }: PlaceFound): boolean {
  if (place?.capital !== true || text.reading.tokens[first - 1]?.norm !== 'من') return false;
  for (let at = first - 2; at >= segment.first && at >= first - RULERS_REACH; at--)
    if (isOnslaught(text.token(at).word)) return true;
  return false;
}

const isPact = fitting(
  /^[وبل]?(?:ال)?(?:اتفاق|اتفاقي?ه|اتفاقات|تفاهم|تفاهمات|مسار|موتمر|محادثات|مفاوضات|قمه|مباحثات)$/,
);

/** «اتفاق سوتشي», «مسار أستانا»: where abroad it was signed. */
function isOfPact(text: SectionText, { country, first }: PlaceFound): boolean {
  return country !== text.home && isAt(text.reading.tokens, first - 1, isPact);
}

const crosses = fitting(/^[وف]?(?:(?:[يت]?ج|اج)تاز|[يت]?عبر|اجتياز|عبور|بعبور)(?:ت|وا|ها|هم|ه)?$/);

/** «دخلت المدينة بعد أن اجتازت نهر الفرات»: what was crossed on the way. */
function isCrossed(text: SectionText, { first }: PlaceFound): boolean {
  return isAt(text.reading.tokens, first - 1, crosses);
}

const isKilometre = fitting(/^(?:كم|كيلومتر|كيلومترا|كيلو|كلم)$/);

/** How far before a place its distance may be told, and so far over nothing but bearings. */
const DISTANCE_REACH = 3;
const FAR_REACH = 6;
const isBearing = fitting(
  /^(?:الي|من|عن|مدينه|بلده|قريه|ناحيه|منطقه|محافظه|ريف|(?:ال)?(?:شمال|جنوب|شرق|غرب)ي?)$/,
);

/** «(5 كم شمالي تل تمر)», «(25 كم شمال شرق مدينة درعا)»: how far from a place, and not there. */
function isDistance(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  let bearings = true;
  for (let at = place.first; at >= segment.first && at >= place.first - FAR_REACH; at--) {
    const { word } = text.token(at);
    if (isKilometre(word)) return true;
    bearings &&= at === place.first || isBearing(word);
    if (!bearings && at <= place.first - DISTANCE_REACH) break;
  }
  return false;
}

/** «قرب حرستا (شمال شرقي دمشق)», «الكسوة (ريف دمشق)», «كفرسجنة (ناحية حيش)»: where the place before it lies. */
function isBearingAside(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  const { first, last, geoPrecision } = place;
  if (last + 1 >= text.to || text.token(last + 1).norm !== ')') return false;
  let at = first - 1;
  while (at > segment.first && isBearing(text.token(at).word)) at--;
  if (at < text.from || text.token(at).norm !== '(') return false;
  const isRegion = geoPrecision > 1 || place.place?.level === 'adm1';
  const region = isRegion && segment.places.some((one) => one.last === at - 1);
  return at < first - 1 || region;
}

const isFarBy = fitting(/^(?:بنحو|بحوالي|بمسافه|بقرابه|ب)$/);

/** «إلى الجنوب من مدينة الرقة بنحو 40 كم» */
function isCountedFrom(text: SectionText, segment: SegmentText, { first, last }: PlaceFound): boolean {
  if (last + 3 > segment.last || !isFarBy(text.token(last + 1).word)) return false;
  if (text.token(last + 2).kind !== 'number' || !isKilometre(text.token(last + 3).word)) return false;
  return [first - 1, first - 2].some((at) => at > segment.first && text.token(at).norm === 'من');
}

const isComing = fitting(/^(?:ال)?(?:قادم|متجه|متوجه|ات[يٍ])(?:ا|ه|ين|ون|تين)?$/);
const isDirection = fitting(/^(?:اتجاه|اتجاهي|اتجاهات|جهه|فوق|ابواب|اجواء|سماء|الاراضي|اراضي)$/);

/** «من اتجاه رياق»، «من فوق الجولان»، «قادم من إزرع»، «المتجه إلى حلب»: where what strikes or is hit came from or went. */
function isRoute(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  for (let at = place.first - 1; at > segment.first && at >= place.first - 3; at--) {
    if (isComing(text.token(at).word)) return true;
  }
  if (isGoal(text, segment, place)) return true;
  for (let at = place.first - 1; at > segment.first && at >= place.first - 3; at--) {
    if (!isDirection(text.token(at).word)) continue;
    const { norm } = text.token(at - 1);
    return norm === 'من' || (norm === 'علي' && text.token(at).norm !== 'اتجاه');
  }
  return false;
}

/** How far before a place «متجهة من (أ) إلى» may stand. */
const JOURNEY_REACH = 9;
const isThere = fitting(/^و?(?:قرب|بالقرب|في|عند|داخل|وسط|ضمن)$/);
const isEndOfWay = among(new Set([...TOWARDS, 'من', 'الي']));

/** «حافلة متجهة من محافظة (أ) إلى محافظة (ب)»: where it was going. */
function isGoal(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  for (let at = place.first - 1; at > segment.first && at >= place.first - JOURNEY_REACH; at--) {
    if (isComing(text.token(at).word)) return true;
    if (isThere(text.token(at).word)) return false;
    const inName = segment.places.some(({ first, last }) => first <= at && at <= last);
    if (!inName && !isEndOfWay(text.token(at).word) && !text.mark(at).uses.includes('place')) return false;
  }
  return false;
}

const FIXTURE = /^[وبل]?(?:ال)?(?:مشفي|مستشفي|مدرسه|جامع|مسجد|حديقه|سوق|فرن|كنيسه|شارع|شوارع|ملعب|فندق)$/;
const isSpot = fitting(
  /^[وبل]?(?:ال)?(?:ساحه|ساحات|دوار|مستودع|مستودعات|مبني|مقهي|مطعم|كراج|محكمه|جامعه|سجن|مقبره)$/,
);

/**
 * «مشفى ابن النفيس» that no gazetteer knows counts only through the town that it stands in, «ساحة الحاويات بمرفأ (أ)»
 * through what is told beside it.
 */
function isFixture(text: SectionText, { places }: SegmentText, place: PlaceFound): boolean {
  if (place.place !== null) return false;
  const { norm, word } = text.token(place.first);
  if (FIXTURE.test(norm)) return true;
  return isSpot(word) && places.some((one) => one !== place && one.place !== null && one.use === 'location');
}

/** Tokens at most in the name of a road. */
const ROAD_WORDS = 12;

/** «أوتوستراد حمص - حماة»: the road is where it was, and its ends are not. Places stand in text order. */
function isRoadEnd(text: SectionText, places: readonly PlaceFound[], at: number): boolean {
  const { first, last } = places[at] as PlaceFound;
  for (let i = at - 1; i >= 0 && (places[i] as PlaceFound).first >= first - ROAD_WORDS; i--)
    if (isNamedBy(text, places, places[i] as PlaceFound, first, last)) return true;
  for (let i = at + 1; i < places.length && (places[i] as PlaceFound).first === first; i++)
    if (isNamedBy(text, places, places[i] as PlaceFound, first, last)) return true;
  return false;
}

/** A road that the town at these tokens names, and that is a place of its own. */
function isNamedBy(
  text: SectionText,
  places: readonly PlaceFound[],
  road: PlaceFound,
  first: number,
  last: number,
): boolean {
  return covers(road, first, last) && !isRoadTo(text, places, road);
}

const isRoadWord = fitting(/^[وبل]?(?:ال)?(?:طريق|اوتوستراد|اتوستراد)$/);

/** «على طريق بلدة كفردريان», a road that no gazetteer knows: the one town that names it is where it was. */
function isRoadTo(text: SectionText, places: readonly PlaceFound[], road: PlaceFound): boolean {
  if (road.place !== null || !isRoadWord(text.token(road.first).word)) return false;
  const [town, other] = places.filter((one) => one !== road && covers(road, one.first, one.last));
  return town?.place != null && other === undefined && town.last === road.last;
}

function covers(road: PlaceFound, first: number, last: number): boolean {
  return road.first <= first && last <= road.last && road.last > road.first;
}

/** «قرب حاجز الجابرية ضمن منطقة المشرفة»: where the place before it lies. */
function holdsAnother(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  const within = [1, 2].some((back) => text.reading.tokens[place.first - back]?.norm === 'ضمن');
  return within && segment.places.some(({ last, use }) => last < place.first && use === 'location');
}

/** «مقتل عشرين شخصا معظمهم في دمشق وحمص»: over these a number is summed, and nothing else told. */
function isSummed(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  if (!segment.names.has('sum')) return false;
  for (let at = place.first - 1; at >= segment.first; at--)
    if (text.mark(at).uses.includes('sum')) return true;
  return false;
}

/** How far before «القريتين» the two may have been named. */
const PAIR_REACH = 60;

const isPair = fitting(/^[بل]?(?:ال|ل)قريت(?:ين|ان)$/);

/** «قريتي A وB … انسحبوا من القريتين»: the two villages, and not the town of that name. */
function isPairOfVillages(text: SectionText, place: PlaceFound): boolean {
  if (!isPair(text.token(place.first).word)) return false;
  let named = 0;
  for (let at = place.first - 1; at >= text.from && at >= place.first - PAIR_REACH; at--) {
    const { norm, word } = text.token(at);
    if (/^[وبل]?قريتي$/.test(norm)) return true;
    if (isVillage(word)) named++;
  }
  // «هجوم على قرية (أ)، ومعارك عند بلدة (ب)، ونزحت عائلات من القريتين»
  const near = text.reading.entities.places.filter(
    ({ first, last }) => last < place.first && first >= place.first - PAIR_REACH,
  );
  return named > 1 && near.length > 1 && near.every(({ governorate }) => governorate !== place.governorate);
}

const isVillage = fitting(/^[وبل]?(?:قريه|بلده)$/);

const areHalves = fitting(/^(?:شطري|شقي|قسمي|نصفي|ضفتي)$/);

/** «العبور بين شطري حلب من معبر (أ)»: the whole town, beside the spot in it. */
function isDivided(text: SectionText, { first, places }: SegmentText, place: PlaceFound): boolean {
  if (place.first <= first || !areHalves(text.token(place.first - 1).word)) return false;
  return places.some((one) => one.first > place.last && one.governorate === place.governorate);
}

/** A hospital of that name in another governorate than every place around is another hospital. */
function isFarHospital(segment: SegmentText, place: PlaceFound): boolean {
  if (place.place?.level !== 'hospital') return false;
  return !segment.places.some((one) => one !== place && one.governorate === place.governorate);
}

/** Words at most between a region and the town near which it lies: «المحاصرة قرب». */
const BESIDE_REACH = 3;
const isBeside = fitting(/^(?:قرب|بالقرب|(?:شرق|غرب|شمال|جنوب)ي?)$/);

/** «الغوطة الشرقية المحاصرة قرب دمشق»: where the region lies that is told. */
function isBesideArea(text: SectionText, { places }: SegmentText, { first, list }: PlaceFound): boolean {
  const area = places.find(({ last }) => last < first && last >= first - BESIDE_REACH - 1);
  if (area?.place?.level !== 'area' || area.list === list || area.use !== 'location') return false;
  for (let at = area.last + 1; at < first; at++) {
    const { kind, norm, word } = text.token(at);
    if (isBeside(word)) return true;
    if (kind === 'punctuation' || norm.startsWith('و')) return false;
  }
  return false;
}

/** How far after a hospital the town that it stands in may be named. */
const TOWN_REACH = 4;

/** «محيط مشفى الشامي في مدينة (أ)», «في حي (أ) قرب دوار (ب)»: it counts through the town or the quarter. */
function isWithinAnother(text: SectionText, { places }: SegmentText, site: PlaceFound): boolean {
  if (site.place === null || !isWithinTown(site.place)) return false;
  const hospital = site.place.level === 'hospital';
  return places.some((one) => {
    if (one.use !== 'location' || one.list === site.list || !isSettled(one)) return false;
    if (hospital) return one.first > site.last && one.first <= site.last + TOWN_REACH;
    return one.governorate === site.governorate && isUnjoined(text, one, site);
  });
}

function isSettled({ place }: PlaceFound): boolean {
  return place !== null && SETTLED.has(place.level);
}

/** No «و» between two places makes two of them. */
function isUnjoined({ reading }: SectionText, one: PlaceFound, site: PlaceFound): boolean {
  const [before, after] = one.first < site.first ? [one, site] : [site, one];
  return !reading.tokens.slice(before.last + 1, after.first + 1).some(({ norm }) => norm.startsWith('و'));
}

function pointsBack(text: SectionText, place: PlaceFound): boolean {
  let points = place.place === null;
  for (let at = place.first; at <= place.last; at++) {
    const { uses } = text.mark(at);
    if (uses.includes('anaphor')) points = true;
    else if (!uses.includes('place')) return false;
  }
  return points;
}
