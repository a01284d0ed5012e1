/**
 * Where it happens: the places that a segment's trigger governs. Places that follow each other with nothing but و,
 * commas and words like «بلدة» are a list and one event each; a place that only says where another lies is dropped.
 */
import { fitting, telling } from '../../arabic/word-memory.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import { isBearing, isLandNear, isOfActor, isOfGuns, isPosition, QUALIFIER_REACH } from './beside-places.ts';
import { SOUGHT } from './mark.ts';
import type { SectionText, SegmentText } from './section-text.ts';
import { spansWithin } from './spans-within.ts';
import { usablePlaces } from './usable-places.ts';

const PREPOSITIONS = new Set([
  'في',
  'من',
  'ضمن',
  'داخل',
  'الي',
  'عند',
  'ب',
  'علي',
  'قرب',
  'بين',
  'نحو',
  'وسط',
]);

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
  const first = listFrom(text, segment, locatedAmong(text, after, at), at);
  const before = standingBefore(usable, at);
  const locatedBefore = locatedAmong(text, before, at);
  if (first.length > 0 && !isOnlyRegion(first, locatedBefore)) return first;
  if (first.length > 0) return locatedBefore.slice(-1);
  for (const pool of [afterVerb(text, locatedBefore, at), locatedBefore, after, before]) {
    const list = listFrom(text, segment, pool, at);
    if (list.length > 0) return list;
  }
  return NOWHERE;
}

/** «تشهد مدينة سراقب اشتباكات في ريف إدلب الشرقي»: what stands after only says where the place before it lies. */
function isOnlyRegion([region, another]: readonly PlaceFound[], before: readonly PlaceFound[]): boolean {
  const place = before.at(-1);
  if (region === undefined || another !== undefined || place === undefined) return false;
  const finer = place.geoPrecision === 1 && place.place !== null && place.place.level !== 'adm1';
  return finer && region.geoPrecision === 3 && region.governorate === place.governorate;
}

const NOWHERE: readonly PlaceFound[] = [];

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
    if (place.use === 'location' || (place.use === 'direction' && movesOn(text, at))) located.push(place);
  return located;
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
      !isOfGuns(text, segment, usable, place),
  );
  const told = aimed.length > 0 ? aimed : usable;
  text.aimed[segment.index] = told;
  return told;
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
]);
const SHOOTS: ReadonlySet<string> = new Set(['أطلق', 'إطلاق_نار']);

/** «أطلقت نيران رشاشاتها، في محافظة درعا، باتجاه مدينة …»: at what they shoot is where it fell. */
function shotAt(text: SectionText, after: readonly PlaceFound[], at: number): readonly PlaceFound[] {
  if (at < text.from || !text.mark(at).words.some(({ lemma }) => SHOOTS.has(lemma))) return NOWHERE;
  const [region, ...others] = after;
  if (
    region === undefined ||
    others.length === 0 ||
    (region.geoPrecision < 3 && region.place?.level !== 'adm1')
  )
    return NOWHERE;
  for (let to = region.last + 1; to < (others[0] as PlaceFound).first; to++)
    if (isToward(text.token(to).word)) return others;
  return NOWHERE;
}

const isToward = fitting(/^(?:باتجاه|صوب|نحو|علي)$/);

function movesOn(text: SectionText, at: number): boolean {
  return at >= text.from && text.mark(at).words.some(({ lemma }) => MOVES_ON.has(lemma));
}

/** «وفي جسر الشغور استهدفت الطائرات قرية الكستن بغارات»: what the verb hits, and not the frame before the verb. */
function afterVerb(text: SectionText, before: readonly PlaceFound[], at: number): readonly PlaceFound[] {
  const frame = before[0];
  if (frame === undefined || before.length < 2) return [];
  for (let verb = at - 1; verb > frame.last; verb--)
    if (!text.mark(verb).spent && text.mark(verb).verb) return before.filter((place) => place.first > verb);
  return [];
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
  [/عاصم/, (level) => SETTLEMENTS.has(level)],
  [/حي/, (level) => level === 'neighbourhood' || level === 'camp' || SETTLEMENTS.has(level)],
];

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
    const [stem, fits] = POINTERS.find(([kind]) => kind.test(norm)) ?? [null, () => true];
    let nearest: PlaceFound | null = null;
    const paragraph = text.segments[text.paragraphStart(segment)]?.first ?? segment.first;
    for (let i = before.length - 1; i >= 0 && i >= before.length - REACH; i--) {
      const place = before[i] as PlaceFound;
      const countryside = place.place?.level === 'adm1' && place.geoPrecision > 1;
      if (stem?.test('عاصمه') && place.place?.capital !== true) continue;
      const wide = place.place !== null && place.geoPrecision === 3;
      if (countryside || wide || isBeyond(text, place, before[i - 1]) || !fits(place.place?.level ?? 'site'))
        continue;
      // What was named in this paragraph is meant, before anything of that kind further back.
      if (nearest !== null && place.first < paragraph) break;
      // «مدينة تلبيسة … من قرية المشرفة … المدينة»: the one that was called so.
      if (stem === null || isCalled(text, place, norm)) return place;
      nearest ??= place;
    }
    if (nearest !== null) return nearest;
  }
  return null;
}

/** «مدينة أريحا جنوب إدلب»: the second only says where the first lies. */
function isBeyond(text: SectionText, place: PlaceFound, before: PlaceFound | undefined): boolean {
  if (place.geoPrecision !== 2 || before === undefined || before.geoPrecision !== 1) return false;
  if (place.first - before.last !== 2 || place.governorate !== before.governorate) return false;
  return /^(?:شمال|جنوب|شرق|غرب|وسط)ي?$/.test(text.token(place.first - 1).norm);
}

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

function isQualified(text: SectionText, segment: SegmentText, place: PlaceFound, trigger: number): boolean {
  if ((segment.sought & SOUGHT.qualifier) === 0) return false;
  let qualified = false;
  for (let at = place.first; at > trigger && at >= segment.first; at--) {
    const { uses } = text.mark(at);
    if (!uses.includes('qualifier') || place.first - at > QUALIFIER_REACH || isOfActor(segment, at)) {
      if (qualified && uses.includes('anaphor')) return true;
    } else if (isLandNear(text, at)) return false;
    else qualified = true;
  }
  return false;
}

/** «الطريق بين صرين وسد تشرين» is one place, named by its first end. */
function isBetween(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  for (let at = place.first - 1; at >= segment.first && at >= place.first - 3; at--) {
    if (text.token(at).norm === 'بين') return true;
    if (text.token(at).kind === 'punctuation') continue;
    if (!text.mark(at).uses.includes('place')) return false;
  }
  return false;
}

type Joint = 'list' | 'closer' | 'bracket' | 'within' | 'far' | 'far-list';

function listFrom(
  text: SectionText,
  segment: SegmentText,
  pool: readonly PlaceFound[],
  at: number,
): readonly PlaceFound[] {
  const first = pool[0];
  if (first === undefined) return NOWHERE;
  const list: PlaceFound[] = [];
  let anchor: PlaceFound | null = null;
  // «المدينة الواقعة في ريف …»: where the place lies that the word points at.
  if (isQualified(text, segment, first, at)) return NOWHERE;
  if (pool.length === 1) return pool;
  if (isBetween(text, segment, first)) return [first];
  let skip = false;
  for (const place of pool) {
    if (skip) {
      skip = false;
      anchor = place;
      continue;
    }
    if (anchor !== null && isOtherEnd(text, anchor, place)) continue;
    // «… والطريق بين أ وب وقرى ج»: the ends of a road.
    if (list.length > 0 && isBetween(text, segment, place)) {
      skip = true;
      anchor = place;
      continue;
    }
    const joint = anchor === null ? 'list' : jointOf(text, anchor, place, at);
    // «بريف عين العرب (كوباني)»: another name for where the first lies.
    if (joint === 'bracket' && anchor !== null && !list.includes(anchor)) {
      anchor = place;
      continue;
    }
    // «قرى بسهل الغاب ( قبر فضة، الشريعة )»: the villages are meant, and not the plain.
    if (joint === 'closer') list.splice(0, list.length, place);
    else if (joint === 'bracket' && list.length === 1 && COARSE.has(list[0]?.place?.level ?? ''))
      list[0] = place;
    else if (joint === 'list' || joint === 'bracket' || joint === 'far-list') list.push(place);
    else if (
      joint === 'within' &&
      (isCoarser(list.at(-1), place) ||
        (isVaguer(text, list.at(-1), place) && !isBetween(text, segment, place)))
    ) {
      list[list.length - 1] = place;
    }
    // «الواقع بين نافعة وعين ذكر»: the second end is no target either.
    if (joint === 'within' && anchor !== null && isBetween(text, segment, place)) skip = true;
    anchor = place;
  }
  return withoutContainers(list);
}

const isRoad = fitting(/^(?:[وبل]|ال)?(?:طريق|[او]?توستراد|اوتستراد)/);

/** «طريق خربة غزالة – داعل»: the second end of a road that is named by its first. */
function isOtherEnd(text: SectionText, road: PlaceFound, place: PlaceFound): boolean {
  if (!isRoad(text.token(road.first).word)) return false;
  if (place.first - road.last !== 2) return false;
  return /^[-–—]+$/.test(text.token(road.last + 1).norm);
}

/** How far after «منها» the places it names begin. */
const NAMED_WITHIN = 4;
const isNaming = fitting(/^(?:و?هي|و?منها|ابرزها|اهمها|و?بينها)$/);

/** How a place stands to the one before it. */
function jointOf(text: SectionText, before: PlaceFound, place: PlaceFound, trigger: number): Joint {
  // «مورك _ كفر زيتا»: what no token stands for.
  let comma = text.reading.text.slice(before.end, place.start) === ' _ ';
  let bracket = false;
  let far = false;
  let repeats = false;
  let within = false;
  let colon = false;
  let closer = false;
  const told = trigger >= text.from ? text.mark(trigger).words : [];
  const prefix = text.reading.text.slice(text.token(place.first).start, place.start);
  const prefixed = prefix !== '' && /[وف]/.test(prefix);
  let conjunction = prefixed;
  for (let at = before.last + 1; at < place.first; at++) {
    const { kind, norm } = text.token(at);
    const mark = text.mark(at);
    // «قرى في منطقة منبج وهي: A، B»: the villages, and not the district.
    // «عشر قرى في جبل الأكراد، منها: A وB»
    if (isNaming(text.token(at).word) && place.first - at <= NAMED_WITHIN) closer = true;
    else if (norm === '(' || norm === ':') {
      bracket = true;
      colon = norm === ':';
    } else if (kind === 'punctuation') comma ||= /[،,\-–]/.test(norm);
    else if (norm === 'و' || (norm.startsWith('و') && PREPOSITIONS.has(norm.slice(1)))) {
      conjunction = true;
      within = false;
    } else if (mark.uses.includes('qualifier')) within = true;
    // «سيطرت في ناحية جنديرس على قرى مروانة وقلكي»: the villages are what is taken, the district only where they lie.
    else if (
      !conjunction &&
      !comma &&
      norm === 'علي' &&
      /^قر(?:ي|يتي)$|^بلدات$|^بلدتي$/.test(text.token(at + 1).norm)
    )
      closer = true;
    // «قرب المسجد، في حي …»: a site that no gazetteer knows is told again by its town.
    else if (PREPOSITIONS.has(norm))
      within ||=
        !conjunction &&
        (!comma ||
          (norm === 'قرب' && at <= before.last + 2) ||
          before.place === null ||
          isTownOf(place, before));
    else if (mark.uses.includes('place') || mark.uses.includes('anaphor')) {
      const word = mark.words[0];
      if (word?.conjunction) {
        conjunction = true;
        within = false;
      } else if (word?.preposition && !conjunction && !comma) within = true;
    } else if (told.some((word) => mark.words.some(({ lemma }) => lemma === word.lemma))) repeats = true;
    else {
      if (mark.conjunction || isJoinedCount(text, at)) {
        conjunction = true;
        within = false;
      }
      far = true;
    }
  }
  if (prefix !== '' && !prefixed && !comma && !conjunction) within = true;
  // «دمشق : التضامن :»: the second is where in the first.
  if ((colon && !within && place.first - before.last === 2) || closer) return 'closer';
  if (bracket && !within) return 'bracket';
  if (within) return 'within';
  // «ست ضربات حول الحسكة، أربع ضربات قرب حلب»: the word that tells the event comes again.
  if (repeats) return 'far-list';
  if (far) return conjunction ? 'far-list' : 'far';
  return conjunction || comma || bracket ? 'list' : 'within';
}

/** «ثلاثة في سراقب، وأربعة في حاس» */
function isJoinedCount(text: SectionText, at: number): boolean {
  return text.token(at).norm.startsWith('و') && spansWithin(text.reading.numbers, at, at).length > 0;
}

/** «درعا البلد، في مدينة درعا» */
function isTownOf({ place: town }: PlaceFound, { place: quarter }: PlaceFound): boolean {
  return town !== null && quarter?.parent === town.id;
}

/** A site that no gazetteer knows gives way to the town in which it stands; a village that none knows does not. */
function isVaguer(text: SectionText, site: PlaceFound | undefined, town: PlaceFound): boolean {
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
  const named = street || cue(town.first) || cue(town.first - 1) || isPartOf(text, town);
  return named && !cue(site.first) && !cue(site.first - 1);
}

const isTownPart = fitting(/^[وبل]?ال(?:احياء|اطراف|جهه|منطقه|مداخل)$/);

/** «حاجز البستان في الأحياء الشمالية من تدمر»: the town of which a part is meant. */
function isPartOf(text: SectionText, { first }: PlaceFound): boolean {
  if (first - 3 < text.from || text.token(first - 1).norm !== 'من') return false;
  return isTownPart(text.token(first - 3).word) || isTownPart(text.token(first - 2).word);
}

const TOWNS: ReadonlySet<string> = new Set(['adm1', 'adm2', 'adm3', 'adm4', 'neighbourhood', 'camp']);

const isStreet = fitting(/^[بل]?(?:ال)?(?:ساح|دوار|شارع|مفرق|مسجد|جامع|ملعب|مدرس|سوق|كراج)/);

/** «أما في داريا … دارت اشتباكات في محيط ساحة شريدي»: the town that the sentence opens with is the place. */
export function isStreetIn(text: SectionText, site: PlaceFound, { place: town }: PlaceFound): boolean {
  if (site.place !== null && !WITHIN_TOWNS.has(site.place.level)) return false;
  return isStreet(text.token(site.first).word) && town?.level === 'adm4' && town.capital !== true;
}

/** Sites that count only through the town they stand in. */
const WITHIN_TOWNS: ReadonlySet<string> = new Set(['hospital', 'square', 'road']);
const COARSE = new Set(['adm1', 'adm2', 'adm3', 'area', 'country', 'river', 'mountain']);

function isCoarser(a: PlaceFound | undefined, b: PlaceFound): boolean {
  if (a === undefined) return true;
  const level = (place: PlaceFound) =>
    place.place !== null && place.geoPrecision === 3 ? 3 : COARSE.has(place.place?.level ?? '') ? 2 : 1;
  return level(a) > level(b) && level(a) > 1;
}

/** «تلبيسة … ريف حمص»: a governorate beside a place of its own is only where it lies. */
function withoutContainers(list: readonly PlaceFound[]): readonly PlaceFound[] {
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
