/** Which of two places lies in the other: quarters and streets in their town, towns in their governorate. */
import { isAt } from '../../arabic/phrases.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { Place, PlaceFound } from '../../knowledge/types.ts';
import type { SectionText } from './section-text.ts';

export const isRoad = fitting(/^(?:[وبل]|ال)?(?:طريق|[او]?توستراد|اوتستراد)/);

/** «درعا البلد، في مدينة درعا» */
export function isTownOf({ place: town }: PlaceFound, { place: quarter }: PlaceFound): boolean {
  return town !== null && quarter?.parent === town.id;
}

/** A site that no gazetteer knows gives way to the town in which it stands; a village that none knows does not. */
export function isVaguer(text: SectionText, site: PlaceFound | undefined, town: PlaceFound): boolean {
  if (site === undefined || town.place === null || town.geoPrecision === 3) return false;
  // «على محور الكازية في حي المنشية»: an axis that no gazetteer knows.
  const axis = site.place === null && text.reading.tokens[site.first - 1]?.norm === 'محور';
  const street = axis || isStreet(text.token(site.first).word);
  if (site.place !== null && !street && !WITHIN_TOWNS.has(site.place.level)) return false;
  // «على طريق قريتي جدل والشومرة في منطقة اللجاة»
  if (site.place === null && isRoad(text.token(site.first).word) && town.place.level === 'area') return true;
  if (!TOWNS.has(town.place.level)) return false;
  const cue = (at: number) =>
    /(?:قري|بلد|مدين|ناحي|^و?حي|مخيم|مزرع|^و?تل)/.test(text.reading.tokens[at]?.norm ?? '');
  // «أوتستراد دمشق - درعا عند خربة غزالة»
  const road = isRoad(text.token(site.first).word) || site.place?.level === 'road';
  const along = road && isAt(text.reading.tokens, town.first - 1, isBesideWord);
  const named = street || along || cue(town.first) || cue(town.first - 1) || isPartOf(text, town);
  return named && !cue(site.first) && !cue(site.first - 1);
}

const isBesideWord = fitting(/^(?:عند|قرب|بالقرب|لدي|امام)$/);

const isTownPart = fitting(/^[وبل]?ال(?:احياء|اطراف|جهه|منطقه|مداخل)$/);

/** «حاجز البستان في الأحياء الشمالية من تدمر»: the town of which a part is meant. */
function isPartOf(text: SectionText, { first }: PlaceFound): boolean {
  if (first - 3 < text.from || text.token(first - 1).norm !== 'من') return false;
  return isTownPart(text.token(first - 3).word) || isTownPart(text.token(first - 2).word);
}

const TOWNS: ReadonlySet<string> = new Set(['adm1', 'adm2', 'adm3', 'adm4', 'neighbourhood', 'camp']);

const isStreet = fitting(
  /^[بل]?(?:ال)?(?:ساح|دوار|شارع|مفرق|مسجد|جامع|ملعب|مدرس|سوق|كراج|مبن[يى]|بنايه|معمل|مصنع|حديقه|صاله|فندق|مقه[يى]|مطعم|محكمه|كازيه|محطه|فرن|مخبز|عياده|صيدليه|مول)/,
);

/** «أما في داريا … دارت اشتباكات في محيط ساحة شريدي»: the town that the sentence opens with is the place. */
export function isStreetIn(text: SectionText, site: PlaceFound, { place: town }: PlaceFound): boolean {
  if (site.place !== null && !WITHIN_TOWNS.has(site.place.level)) return false;
  return isStreet(text.token(site.first).word) && town?.level === 'adm4' && town.capital !== true;
}

/** Sites that count only through the town they stand in. */
const WITHIN_TOWNS: ReadonlySet<string> = new Set(['hospital', 'square', 'road']);

/** Levels where people live: what stands there counts through them. */
export const SETTLED: ReadonlySet<string> = new Set(['adm4', 'neighbourhood', 'camp']);

/** A hospital, a square or a street; a road from town to town is not. */
export function isWithinTown({ level, ar }: Place): boolean {
  return WITHIN_TOWNS.has(level) && (level !== 'road' || ar.startsWith('شارع'));
}

/** So many people live at least in a governorate's chief town. */
const CITY = 100_000;

/** A governorate, or its chief town, which is named for all of it: «وفي إدلب نفذ مجهولون …». */
export function standsForAll({ place }: PlaceFound): boolean {
  return place?.level === 'adm1' || (place?.population ?? 0) >= CITY;
}

export const COARSE = new Set(['adm1', 'adm2', 'adm3', 'area', 'country', 'river', 'mountain']);

/** The second lies within what the first only tells in general; none is the most general of all. */
export function isCoarser(a: PlaceFound | undefined, b: PlaceFound): boolean {
  if (a === undefined) return true;
  const level = (place: PlaceFound) =>
    place.place !== null && place.geoPrecision === 3 ? 3 : COARSE.has(place.place?.level ?? '') ? 2 : 1;
  return level(a) > level(b) && level(a) > 1;
}

/** «تلبيسة … ريف حمص»: a governorate beside a place of its own is only where it lies. */
export function withoutContainers(list: readonly PlaceFound[]): readonly PlaceFound[] {
  if (list.length < 2) return list;
  if (!list.some(isContainer)) return list;
  const fine = list.filter((place) => !isContainer(place));
  if (fine.length === 0) return list;
  return list.filter(
    (place) => !isContainer(place) || !fine.some((one) => one.governorate === place.governorate),
  );
}

function isContainer({ place, geoPrecision }: PlaceFound): boolean {
  return place !== null && (geoPrecision === 3 || place.level === 'adm1');
}
