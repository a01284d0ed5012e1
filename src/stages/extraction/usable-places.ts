/** Which places of a segment an event may have: not those that only say whose, how far, from where or called what. */
import { fitting } from '../../arabic/word-memory.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import { answerBefore } from './named-acts.ts';
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
  return segment.places.filter(
    (place, at) =>
      (place.use !== 'part_of_name' || followsOn(text, place)) &&
      // «وقالت دمشق إن …»: who speaks.
      place.metonym !== true &&
      !isBareCountry(text, place) &&
      !isRoute(text, segment, place) &&
      !isDistance(text, segment, place) &&
      !isFixture(text, place) &&
      !isRoadEnd(text, segment.places, at) &&
      !isRoadTo(text, segment.places, place) &&
      !isGroupHome(text, segment, place) &&
      !isBirthplace(text, segment, place) &&
      !isLeftBehind(text, segment, place) &&
      !isHomeOfDead(text, segment, place) &&
      !holdsAnother(text, segment, place) &&
      !isSummed(text, segment, place) &&
      !isOffice(text, segment, place) &&
      !isPairOfVillages(text, place) &&
      !isDateline(text, place) &&
      !isUnit(text, segment, place) &&
      !isForeignDateline(text, place) &&
      !isReporters(text, segment, place) &&
      !isGunSite(text, segment, place) &&
      !isFarHospital(segment, place) &&
      !pointsBack(text, place) &&
      !isTitle(text, segment, place) &&
      !isForWhom(text, segment, place) &&
      !isOfReason(text, segment, place),
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
  return !/^(?:و?في|داخل|الي)$/.test(before) && !text.token(place.first).norm.startsWith('ب');
}

const isKilometre = fitting(/^(?:كم|كيلومتر|كيلومترا|كيلو|كلم)$/);

/** How far before a place its distance may be told, and so far over nothing but bearings. */
const DISTANCE_REACH = 3;
const FAR_REACH = 6;
const isBearing = fitting(/^(?:الي|من|عن|مدينه|بلده|قريه|(?:ال)?(?:شمال|جنوب|شرق|غرب)ي?)$/);

/** «(5 كم شمالي تل تمر)», «(25 كم شمال شرق مدينة درعا)»: how far from a place, and not there. */
function isDistance(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  let bearings = true;
  for (let at = place.first; at >= segment.first && at >= place.first - FAR_REACH; at--) {
    const { word } = text.token(at);
    if (isKilometre(word)) return true;
    bearings &&= at === place.first || isBearing(word);
    if (!bearings && at <= place.first - DISTANCE_REACH) break;
  }
  return isCountedFrom(text, segment, place);
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
const isEndOfWay = fitting(/^(?:من|الي|باتجاه|نحو|صوب)$/);

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

/** «مشفى ابن النفيس» that no gazetteer knows counts only through the town that it stands in. */
function isFixture(text: SectionText, place: PlaceFound): boolean {
  return place.place === null && FIXTURE.test(text.token(place.first).norm);
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

const isFolk = fitting(/^(?:شبان|شباب|ابناء|اهالي)$/);
const isGroup = fitting(/^(?:ال)?(?:ثوار|احرار|فصايل|كتايب)$/);

/** «ثوار ريف حمص الشمالي»: whose men they are. */
function isGroupHome(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  // «اشتباكات بين شبان درعا وعناصر الفرقة»: who fights, and not where.
  if (place.first - 2 >= segment.first && text.token(place.first - 2).norm === 'بين')
    if (isFolk(text.token(place.first - 1).word)) return true;
  const before = text.reading.tokens[place.first - 1];
  if (before?.norm !== 'ريف' || place.first - 2 < segment.first) return false;
  return isGroup(text.token(place.first - 2).word);
}

/** How far before a place the word may stand that says where somebody comes from. */
const BIRTH_REACH = 5;
const isBorn = fitting(/^و?(?:ال)?(?:[يت]?نحدر(?:ون|ان)?|منحدر(?:ه|ين|ون)?)$/);

/** «شبان ينحدرون من عشائر منطقة اللجاة»: where they come from. */
function isBirthplace(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  if (!segment.names.has('qualifier')) return false;
  for (let at = place.first - 1; at >= segment.first && at >= place.first - BIRTH_REACH; at--)
    if (isBorn(text.token(at).word)) return true;
  return false;
}

/** «قرب حاجز الجابرية ضمن منطقة المشرفة»: where the place before it lies. */
function holdsAnother(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  const within = [1, 2].some((back) => text.reading.tokens[place.first - back]?.norm === 'ضمن');
  return within && segment.places.some(({ last, use }) => last < place.first && use === 'location');
}

const arePeople = fitting(/^(?:اهالي|ابناء|سكان|مهجري)$/);

/** «قتل ستة من أهالي الفوعة وكفريا بتفجير في حي الراشدين»: where they are from, and another place is told. */
function isHomeOfDead(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  if (segment.names.has('crowd') || (!segment.names.has('people') && !segment.names.has('civil')))
    return false;
  for (let at = place.first - 1; at > segment.first && at >= place.first - BIRTH_REACH; at--) {
    const { kind, norm, word } = text.token(at);
    if (arePeople(word) && text.token(at - 1).norm === 'من') return isToldElsewhere(text, segment, place);
    if (kind === 'punctuation' || norm === 'في') return false;
  }
  return false;
}

/** Another place stands after it, in no list with it, or in the verb that goes on: «بتفجير | استهدف حافلة في …». */
function isToldElsewhere(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  const next = text.segments[segment.index + 1];
  const goesOn = next?.opener === 'verb' && !next.conjunction && next.sentence === segment.sentence;
  const after = goesOn ? [...segment.places, ...next.places] : segment.places;
  return after.some(
    ({ first, use, list }) => first > place.last && use === 'location' && list !== place.list,
  );
}

const isDisplaced = fitting(/^[وبل]?(?:ال)?(?:مهجر|نازح)(?:ي|و|ين|ون)$/);

/** «قوافل مهجري الغوطة وريف حمص دخلت ريف حلب»: where they were driven from, and not where it happens. */
function isLeftBehind(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  if (!segment.names.has('وصل') && !segment.names.has('دخل')) return false;
  for (let at = place.first - 1; at >= segment.first && at >= place.first - BIRTH_REACH; at--) {
    const { kind, norm, word } = text.token(at);
    if (isDisplaced(word)) return segment.places.some(({ first }) => first > place.last);
    if (kind === 'punctuation' || /^(?:الي|نحو|باتجاه|في|صوب)$/.test(norm)) return false;
  }
  return false;
}

/** «مقتل عشرين شخصا معظمهم في دمشق وحمص»: over these a number is summed, and nothing else told. */
function isSummed(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  if (!segment.names.has('sum')) return false;
  for (let at = place.first - 1; at >= segment.first; at--)
    if (text.mark(at).uses.includes('sum')) return true;
  return false;
}

const isOfficer = fitting(/^(?:تنسيقيه|صفحه|شبكه|اذاعه|صحيفه|والي|محافظ|امير|مفتي|نايب|مطران|امام)$/);

/** «والي الرقة لدى التنظيم»: of what he is called the head. */
function isOffice(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  return place.first > segment.first && isOfficer(text.token(place.first - 1).word);
}

/** How far before «القريتين» the two may have been named. */
const PAIR_REACH = 60;

const isPair = fitting(/^[بل]?(?:ال|ل)قريت(?:ين|ان)$/);

/** «قريتي A وB … انسحبوا من القريتين»: the two villages, and not the town of that name. */
function isPairOfVillages(text: SectionText, place: PlaceFound): boolean {
  if (!isPair(text.token(place.first).word)) return false;
  for (let at = place.first - 1; at >= text.from && at >= place.first - PAIR_REACH; at--)
    if (/^[وبل]?قريتي$/.test(text.token(at).norm)) return true;
  return false;
}

/** «دمشق 28 أبريل 2016 (شينخوا) قتل …»: where the news was written. */
function isDateline(text: SectionText, place: PlaceFound): boolean {
  if (!opensLine(text, place)) return false;
  let dated = false;
  for (let at = place.last + 1; at < text.to && at <= place.last + DATELINE_REACH; at++) {
    const { kind, norm } = text.token(at);
    if (kind === 'number') dated = true;
    if (norm === '(') return dated;
  }
  return false;
}

function opensLine(text: SectionText, { first }: PlaceFound): boolean {
  const { gap } = text.token(first);
  return first === text.from || gap === 'paragraph' || gap === 'line';
}

/** How far after a place the dash of its dateline stands: «أربيل (وكالة كذا) -». */
const DATELINE_REACH = 6;

/** «أربيل (وكالة)- قتل …»: where the news was written; within the country it may be where it happened too. */
function isForeignDateline(text: SectionText, place: PlaceFound): boolean {
  if (place.country === text.home || !opensLine(text, place)) return false;
  for (let at = place.last + 1; at < text.to && at <= place.last + DATELINE_REACH; at++)
    if (/^[-–—:]+$/.test(text.token(at).norm)) return true;
  return false;
}

/** How far before a place its reporter may stand, and how many segments back others may have named a place there. */
const REPORTER_REACH = 6;
const TOLD_REACH = 8;

/** «أفاد مراسل كذا في درعا بانسحاب …»: where he reports from, once the text has told a place there. */
function isReporters(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  if (text.reading.tokens[place.first - 1]?.norm !== 'في') return false;
  let told = false;
  for (let at = place.first - 2; at >= segment.first && at >= place.first - REPORTER_REACH && !told; at--)
    told = /^(?:ال)?(?:مراسل|موفد)(?:نا|ه|ها|تنا)?$/.test(text.token(at).norm);
  if (!told) return false;
  return text.segments
    .slice(Math.max(0, segment.index - TOLD_REACH), segment.index)
    .some(({ places }) => places.length > 0);
}

const isStationed = fitting(/^(?:ال)?(?:متمركز|منتشر|متواجد)(?:ه|ين|ون)?$/);

const GUNS: ReadonlySet<string> = new Set(['قصف', 'استهدف', 'دك', 'أمطر', 'سقط', 'تعرض']);

/** «استهدفتها بالهاون من قريتي المشرفة وجبورين», «من حاجزي قرمص ومريمين»: where the guns stand. */
function isGunSite(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  if (!isFiredBefore(segment, place.first)) return false;
  if (isStation(text, segment, place)) return true;
  if (!segment.names.has('ground')) return false;
  let at = place.first - 1;
  while (at > segment.first && at >= place.first - GUN_REACH && !/^من$/.test(text.token(at).norm)) {
    const { kind, norm } = text.token(at);
    const isPart = text.mark(at).uses.includes('place') || norm.startsWith('و') || kind === 'punctuation';
    if (!isPart && !isInPlace(segment, at)) return false;
    at--;
  }
  return (
    text.token(at).norm === 'من' &&
    /^(?:قريتي|بلدتي|حاجزي|قري|حواجز|مواقع|معسكر|جبل|تله|تلال|قمم|ثكنه|مطار|كتيبه)/.test(
      text.token(at + 1).norm,
    )
  );
}

function isFiredBefore({ triggers }: SegmentText, token: number): boolean {
  for (const { at, lemma } of triggers) if (at < token && GUNS.has(lemma)) return true;
  return false;
}

function isInPlace({ places }: SegmentText, at: number): boolean {
  for (const { first, last } of places) if (first <= at && at <= last) return true;
  return false;
}

/** How far before a place «المتمركزة في» may stand; one more place may lie between. */
const STATION_REACH = 5;

/** «قوات النظام المتمركزة في جبل الأكراد باللاذقية»: where they stand who fire. */
function isStation(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  if (!segment.names.has('qualifier')) return false;
  for (let at = place.first - 1; at >= segment.first && at >= place.first - STATION_REACH; at--) {
    if (isStationed(text.token(at).word)) return true;
    const between = isInPlace(segment, at);
    const { kind, norm } = text.token(at);
    if (
      kind === 'punctuation' ||
      (!between &&
        norm !== 'في' &&
        !['place', 'ground', 'base'].some((use) => text.mark(at).names.includes(use)))
    )
      return false;
  }
  return false;
}

/** How far before a place the «من» of a list of gun sites may stand. */
const GUN_REACH = 10;

const isUnitWord = fitting(/^[وبل]?(?:ال|لل)(?:لواء|فرقه|فوج|كتيبه|وحده)$/);

/** «عناصر من اللواء 112»: men of a unit, who need not be at its base. */
function isUnit(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  if (!isUnitWord(text.token(place.first).word)) return false;
  const before = text.reading.tokens[place.first - 1]?.norm ?? '';
  const quoted = before === '"' || before === '«' || before === '“' ? 1 : 0;
  const lead = text.reading.tokens[place.first - 1 - quoted]?.norm ?? '';
  if (lead !== 'من' && lead !== 'في' && !/^(?:ال)?تابع/.test(lead)) return false;
  for (let at = place.first - 2 - quoted; at >= segment.first && at >= place.first - 4 - quoted; at--)
    if (text.mark(at).names.includes('fighter')) return true;
  return false;
}

/** A hospital of that name in another governorate than every place around is another hospital. */
function isFarHospital(segment: SegmentText, place: PlaceFound): boolean {
  if (place.place?.level !== 'hospital') return false;
  return !segment.places.some((one) => one !== place && one.governorate === place.governorate);
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

const isSolidarity = fitting(/^(?:لل)?(?:ال)?(?:تضامن|تضامنا|نصره|تاييدا|مناصره|دعما)$/);

/** «خرجوا بمظاهرة تضامنا مع أهالي منبج»: for whom, and not where. */
function isForWhom(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  // «هتفوا لداريا»
  if (segment.names.has('نظم') && isPrefixed(text, place, 'ل')) return true;
  if (!segment.names.has('crowd')) return false;
  for (let at = place.first - 1; at >= segment.first && at >= place.first - TITLE_REACH; at--)
    if (isSolidarity(text.token(at).word)) return true;
  return false;
}

/** How far before a place «ردا على» may stand. */
const REASON_REACH = 9;

/** «ردا على قصف مدينتي (أ) و(ب)»: where that was which they answer. */
function isOfReason(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  const on = answerBefore(text, segment, place.first, REASON_REACH);
  if (on === null) return false;
  return segment.triggers.every(({ at }) => at <= on + 1 || at >= place.first);
}

function isPrefixed(text: SectionText, { first, start }: PlaceFound, prefix: string): boolean {
  return text.reading.text.slice(text.token(first).start, start).endsWith(prefix);
}

const TITLE_REACH = 4;

const isTribe = fitting(/^(?:عشير|قبيل|عشاير|قبايل)/);
const isTitleWord = fitting(/^(?:و?مقر(?:ه|ها|هم)|اسم|باسم|مسمي|شعار|عنوان|بعنوان)$/);

/** «تحت اسم "الطريق إلى …"»: part of what something is called. */
function isTitle(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  for (let at = place.first - 1; at >= segment.first && at >= place.first - TITLE_REACH; at--) {
    const { word } = text.token(at);
    if ((at === place.first - 1 && isTribe(word)) || isTitleWord(word)) return true;
  }
  return false;
}
