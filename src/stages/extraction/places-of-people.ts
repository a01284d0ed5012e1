/** Places that only belong to people: where they are from, whom they lead, for whom they act. */
import { isAt } from '../../arabic/phrases.ts';
import { among, fitting } from '../../arabic/word-memory.ts';
import { TOWARDS } from '../../knowledge/places/cues.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import { isTownOf } from './containing-places.ts';
import { answerBefore } from './named-acts.ts';
import type { SectionText, SegmentText } from './section-text.ts';

/** Named for people: where they are from, for whom or why something is done, and not where it happens. */
export function isOfPeople(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  if (isDeparted(text, segment, place)) return false;
  return (
    isGroupHome(text, segment, place) ||
    isBirthplace(text, segment, place) ||
    isWhereFrom(text, segment, place) ||
    isLeftBehind(text, segment, place) ||
    isHomeOfDead(text, segment, place) ||
    isOffice(text, segment, place) ||
    isOfCommand(text, segment, place) ||
    isUnit(text, segment, place) ||
    isTitle(text, segment, place) ||
    isCalled(text, segment, place) ||
    isLoyalty(text, place) ||
    isForWhom(text, segment, place) ||
    isOfReason(text, segment, place) ||
    isHailed(text, segment, place) ||
    isBoundFor(text, segment, place)
  );
}

const isBound = fitting(/^(?:متجه|متوجه|[يت]تجه)(?:ا|ه|ين|ون|ان)?$/);

/** «رتلا كان متجها إلى (أ)»: where it was going. */
function isBoundFor(text: SectionText, { first }: SegmentText, place: PlaceFound): boolean {
  for (let at = place.first - 1; at > first && at >= place.first - BOUND_REACH; at--)
    if (/^(?:الي|نحو|صوب)$/.test(text.token(at).norm)) return isBound(text.token(at - 1).word);
  return false;
}

/** How far before a place «إلى» stands: the word for its kind comes between. */
const BOUND_REACH = 3;

const isHailing = fitting(/^و?[يت]حي[ي]?(?:ي|ان|ون)$/);

/** «مظاهرتان … تحييان حمص»: whom the crowd hails, and not where it stands. */
function isHailed(text: SectionText, segment: SegmentText, { first }: PlaceFound): boolean {
  const before = text.mark(Math.max(segment.first, first - 1)).uses.includes('place') ? first - 2 : first - 1;
  return before >= segment.first && isHailing(text.token(before).word);
}

const isCalling = fitting(/^(?:[يت]دعي|المدعوه?|الملقبه?|[يت]لقب|المكني)$/);
/** How far before a part of a person's name «يدعى» may stand. */
const CALLING_REACH = 4;

/** «قائد مجموعة يدعى "علي جنيد"»: part of the name, and no village; «قرية تدعى (أ)» is one. */
function isCalled(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  for (let at = place.first - 1; at > segment.first && at >= place.first - CALLING_REACH; at--) {
    const { kind, norm, word } = text.token(at);
    if (isCalling(word)) return !text.mark(at - 1).uses.includes('place');
    if (norm === 'في' || norm === '،' || (kind === 'word' && text.mark(at).uses.includes('place')))
      return false;
  }
  return false;
}

const isFolk = fitting(/^(?:شبان|شباب|ابناء|اهالي)$/);
const isGroup = fitting(/^(?:ال)?(?:ثوار|احرار|فصايل|كتايب)$/);

/** «ثوار ريف حمص الشمالي»: whose men they are. */
function isGroupHome(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  // «اشتباكات بين شبان درعا وعناصر الفرقة»: who fights, and not where.
  if (place.first - 2 >= segment.first && text.token(place.first - 2).norm === 'بين')
    if (isFolk(text.token(place.first - 1).word)) return isToldElsewhere(text, segment, place);
  const before = text.reading.tokens[place.first - 1];
  if (before?.norm !== 'ريف' || place.first - 2 < segment.first) return false;
  return isGroup(text.token(place.first - 2).word);
}

/** How far before a place the word may stand that says where somebody comes from. */
const BIRTH_REACH = 5;
const FAMILY_REACH = 8;
const isBorn = fitting(/^و?(?:ال)?(?:[يت]?نحدر(?:ون|ان)?|منحدر(?:ه|ين|ون)?)$/);
const areDisplaced = fitting(/^(?:ال)?(?:نازح|مهجر)(?:ا|ه|ين|ون)?$/);
const haveCome = fitting(/^(?:قدم|جاء|جاو|اتو|قدمو|جاوو|وفدو|وصلو|يتحدر|يتحدرو)(?:وا|ت|ون|ا)?$/);

/** «مسلحين قدموا من (أ)»: where they came from, and another place is told. */
function isWhereFrom(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  const at = place.first - 2;
  if (at < segment.first || text.token(at + 1).norm !== 'من') return false;
  const { word } = text.token(at);
  // «عائلة نازحة من (أ) حتفهم | بعد أن اقتحم مجهولون منزلهم في (ب)»
  if (areDisplaced(word) && isToldInSentence(text, segment)) return true;
  if (!haveCome(word)) return false;
  return segment.places.some(({ first, use }) => first !== place.first && use === 'location');
}

/** A later segment of the sentence tells a place. */
function isToldInSentence(text: SectionText, { index, sentence }: SegmentText): boolean {
  for (let next = index + 1; text.segments[next]?.sentence === sentence; next++)
    if (text.segments[next]?.places.some(({ use }) => use === 'location')) return true;
  return false;
}

/** «شبان ينحدرون من عشائر منطقة اللجاة»: where they come from. */
function isBirthplace(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  if (!segment.names.has('qualifier')) return false;
  // «ينحدر فلان من عائلة نازحة من الجولان»
  for (let at = place.first - 1; at >= segment.first && at >= place.first - FAMILY_REACH; at--) {
    if (isBorn(text.token(at).word)) return true;
    if (text.token(at).kind === 'punctuation' && at < place.first - BIRTH_REACH) return false;
  }
  return false;
}

const arePeople = fitting(/^(?:اهالي|ابناء|سكان|مهجري)$/);

/** «قتل ستة من أهالي الفوعة وكفريا بتفجير في حي الراشدين»: where they are from, and another place is told. */
function isHomeOfDead(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  if (segment.names.has('crowd') || (!segment.names.has('people') && !segment.names.has('civil')))
    return false;
  for (let at = place.first - 1; at > segment.first && at >= place.first - BIRTH_REACH; at--) {
    const { kind, norm, word } = text.token(at);
    // «عمال من محافظة (أ) قرب بلدة (ب)»
    if (segment.places.some(({ last, list }) => last === at && list !== place.list)) return false;
    if (arePeople(word) && text.token(at - 1).norm === 'من')
      return !isAtHome(text, place) && isToldElsewhere(text, segment, place);
    if (norm === 'من' && isPerson(text, at - 1))
      return (
        isToldBefore(segment, place) ||
        isUnderTorture(text, segment) ||
        (isOfVictims(segment) && isToldElsewhere(text, segment, place))
      );
    if (kind === 'punctuation' || norm === 'في') return false;
  }
  return false;
}

const isInside = fitting(/^(?:داخل|في)$/);
const isTheirHome = fitting(/^(?:منازل|بيوت|منزل|بيت|بلدت|قريت|حقول|اراضي)(?:هم|هن|ه|ها)$/);

/** «قتل 31 من أهالي قرية (أ) داخل منازلهم»: where they live is where they died. */
function isAtHome(text: SectionText, { last }: PlaceFound): boolean {
  if (last + 2 >= text.to) return false;
  return isInside(text.token(last + 1).word) && isTheirHome(text.token(last + 2).word);
}

/** Of whom it is told: the dead, the hurt and those taken; not those who moved from one place to another. */
function isOfVictims({ names }: SegmentText): boolean {
  return ['قتل', 'أصيب', 'ضحية', 'جريح', 'جثة', 'خطف', 'اعتقل'].some((name) => names.has(name));
}

const isTorture = fitting(/^التعذيب$/);

/** «استشهد رجل من بلدة (أ) تحت التعذيب»: in some prison. */
function isUnderTorture(text: SectionText, { first, last }: SegmentText): boolean {
  for (let at = first + 1; at <= last; at++)
    if (isTorture(text.token(at).word) && text.token(at - 1).norm === 'تحت') return true;
  return false;
}

const isTwo = fitting(/^(?:اثنين|اثنان|اثنتين|واحد|اخر|اخرين)$/);

/** «رجلان اثنان من بلدة (أ)» */
function isPerson(text: SectionText, at: number): boolean {
  return text.mark(at).uses.includes('civil') || isTwo(text.token(at).word);
}

/** Another place stands before it, in no list with it. */
function isToldBefore({ places }: SegmentText, place: PlaceFound): boolean {
  return places.some((one) => one.last < place.first && one.use === 'location' && one.list !== place.list);
}

const isAndHisBody = fitting(/^وجث(?:ته|تها|ثهم)$/);

/** Another place stands after it, in no list with it, or in the verb that goes on: «بتفجير | استهدف حافلة في …». */
function isToldElsewhere(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  const next = text.segments[segment.index + 1];
  const verbGoesOn = next?.opener === 'verb' && !next.conjunction && next.sentence === segment.sentence;
  const bodyLies = next?.sentence === segment.sentence && isAt(text.reading.tokens, next.first, isAndHisBody);
  const after = verbGoesOn || bodyLies ? [...segment.places, ...(next?.places ?? [])] : segment.places;
  return after.some(
    (one) =>
      one.first > place.last &&
      one.place?.level !== 'country' &&
      one.use === 'location' &&
      one.list !== place.list &&
      !isRegionOf(text, one, place),
  );
}

const tellsWhere = among(new Set([...TOWARDS, 'الي', 'في']));
/** «أهالي (أ) بريف دمشق»: right after a town, where it lies. */
export function isRegionOf(text: SectionText, region: PlaceFound, town: PlaceFound): boolean {
  const wide =
    region.geoPrecision === 3 ||
    region.place?.level === 'adm1' ||
    region.place?.level === 'area' ||
    isAt(text.reading.tokens, region.first, isCountry);
  if (!wide && !isTownOf(region, town)) return false;
  if (region.governorate !== town.governorate || region.first - town.last > 3) return false;
  if (isPrefixed(text, region, 'ب')) return true;
  for (let at = town.last + 1; at <= region.first; at++) if (isRegionWord(text.token(at).word)) return true;
  return false;
}

/** «بريف دمشق الغربي». */
const isCountry = fitting(/^ب?(?:ال)?ريفي?$/);
const isRegionWord = fitting(/^ب?(?:ريف|محافظه)$|^في$|^(?:شمال|جنوب|شرق|غرب)ي?$/);

const LEAVES = ['خرج', 'انطلق'] as const;
const isDriven = fitting(/^[وبل]?(?:ال)?(?:مهجر|نازح|محاصر)(?:ي|و|ين|ون)$/);
/** How far before the place «مهجري» may stand: «المهجرين من حي». */
const DRIVEN_REACH = 3;

/** «خرجت القافلة الثانية من مهجري حي (أ) باتجاه (ب)»: what the buses left. */
export function isDeparted(text: SectionText, segment: SegmentText, { first, last }: PlaceFound): boolean {
  if (!segment.names.has('convoy') || !LEAVES.some((name) => segment.names.has(name))) return false;
  const [next] = segment.places.filter((one) => one.first > last && one.use !== 'part_of_name');
  if (next?.use !== 'direction') return false;
  for (let at = first - 1; at > segment.first && at >= first - DRIVEN_REACH; at--)
    if (isDriven(text.token(at).word)) return true;
  return false;
}

const isDisplaced = fitting(/^[وبل]?(?:ال)?(?:مهجر|نازح)(?:ي|و|ين|ون)$/);

/** «قوافل مهجري الغوطة وريف حمص دخلت ريف حلب»: where they were driven from, and not where it happens. */
function isLeftBehind(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  if (!['وصل', 'دخل', 'crowd', 'مظاهرة'].some((name) => segment.names.has(name))) return false;
  for (let at = place.first - 1; at >= segment.first && at >= place.first - BIRTH_REACH; at--) {
    const { kind, word } = text.token(at);
    if (isDisplaced(word)) return segment.places.some(({ first }) => first > place.last);
    if (kind === 'punctuation' || tellsWhere(word)) return false;
  }
  return false;
}

const isOfficer = fitting(/^(?:تنسيقيه|صفحه|شبكه|اذاعه|صحيفه|والي|محافظ|امير|مفتي|نايب|مطران|امام)$/);

const isAccordingTo = fitting(/^[وف]?(?:ب?حسب|وفقا?|قال(?:ت)?|اعلنت|اكدت|ذكرت|افادت|اوضحت)$/);

/** «وفق قيادة شرطة درعا»: who tells it. */
function isTold(text: SectionText, police: number): boolean {
  return [police - 1, police - 2].some((at) => at >= text.from && isAccordingTo(text.token(at).word));
}

const isCouncil = fitting(/^[وبل]?(?:مجلس|مجلسي)$/);
const isOfCouncil = fitting(/^(?:المدني|العسكري|المحلي|التنفيذي|البلدي)$/);

/** «والي الرقة لدى التنظيم»: of what he is called the head; «عضو في مجلس دير الزور المدني»: of which he is one. */
function isOffice(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  if (place.first <= segment.first) return false;
  const { norm, word } = text.token(place.first - 1);
  if (isOfficer(word) || (norm === 'شرطه' && isTold(text, place.first - 1))) return true;
  if (!isCouncil(word) || place.last >= segment.last) return false;
  return isOfCouncil(text.token(place.last + 1).word) && isToldElsewhere(text, segment, place);
}

const isCommand = fitting(/^(?:قياده|مديريه|فرع|شرطه|قسم|اداره|جهاز)$/);

/** «نفذت قيادة الأمن الداخلي في محافظة حماة عملية في بلدة سلحب»: whose command it is, and another place is told. */
function isOfCommand(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  if (place.place?.level !== 'adm1') return false;
  for (let at = place.first - 1; at >= segment.first && at >= place.first - FAMILY_REACH; at--) {
    if (text.token(at).kind === 'punctuation') return false;
    if (isCommand(text.token(at).word)) return isToldElsewhere(text, segment, place);
  }
  return false;
}

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

const isSolidarity = fitting(/^(?:لل)?(?:ال)?(?:تضامن|تضامنا|تضامنيه|نصره|تاييدا|مناصره|دعما)$/);
const isAgainst = fitting(/^و?(?:تنديدا|استنكارا|احتجاجا|رفضا|منددين|منددا|منددي)$/);

/** «وقفة في طفس تنديدا بالقصف على الغوطة»: what they are against, where the segment has told where they stand. */
function isAgainstWhat(text: SectionText, { first, places }: SegmentText, place: PlaceFound): boolean {
  for (let at = place.first - 1; at >= first && at >= place.first - REASON_REACH; at--)
    if (isAgainst(text.token(at).word)) return places.some((one) => one.last < at);
  return false;
}

/** «خرجوا بمظاهرة تضامنا مع أهالي منبج»: for whom, and not where. */
function isForWhom(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  // «هتفوا لداريا»
  if (segment.names.has('نظم') && isPrefixed(text, place, 'ل')) return true;
  const { names } = segment;
  if (!names.has('crowd') && !names.has('مظاهرة') && !names.has('تظاهر')) return false;
  if (isAgainstWhat(text, segment, place)) return true;
  // «مظاهرات تضامنية في مدينة كذا»: where they stand.
  for (let at = place.first - 1; at >= segment.first && at >= place.first - TITLE_REACH; at--) {
    // «في أحياء التضامن وكفرسوسة»: a quarter of that name.
    const isPlace = segment.places.some(({ first, last }) => first <= at && at <= last);
    if (isSolidarity(text.token(at).word) && !isPlace) return true;
    if (text.token(at).norm === 'في') return false;
  }
  return false;
}

const isLoyal = fitting(/^(?:ال)?(?:موالي?|حليف|مويد|تابع)(?:ا|ه|ين|ون|تين)?$/);

/** «فصيل موال لدمشق», «ميليشيات موالية لطهران»: whose side they are on. */
function isLoyalty(text: SectionText, place: PlaceFound): boolean {
  return place.place?.capital === true && isPrefixed(text, place, 'ل') && isLoyalTo(text, place.first - 1);
}

function isLoyalTo(text: SectionText, at: number): boolean {
  return at >= text.from && isLoyal(text.token(at).word);
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

const isAtDoor = (norm: string) => /^(?:امام|قرب|عند|داخل|محيط|الي|من|علي|في)$/.test(norm);
const isTribe = fitting(/^(?:عشير|قبيل)/);
const isTitleWord = fitting(/^(?:و?مقر(?:ه|ها|هم)|اسم|باسم|مسمي|شعار|عنوان|بعنوان)$/);

/** «تحت اسم "الطريق إلى …"»: part of what something is called. */
function isTitle(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  for (let at = place.first - 1; at >= segment.first && at >= place.first - TITLE_REACH; at--) {
    const { word } = text.token(at);
    if (at === place.first - 1 && isTribe(word)) return true;
    // «شبكة مقرها في (أ)», and not «أمام مقرها ببلدة (أ)».
    if (isTitleWord(word) && !isAtDoor(text.reading.tokens[at - 1]?.norm ?? '')) return true;
  }
  return false;
}
