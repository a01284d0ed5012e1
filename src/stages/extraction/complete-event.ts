/** Segments that tell no event and say where the one before them was: lists that go on, places told after their event. */
import { isAt } from '../../arabic/phrases.ts';
import { fitting } from '../../arabic/word-memory.ts';
import { standsForAll } from './containing-places.ts';
import { addWeapons, type Draft } from './drafts.ts';
import { placesAround } from './event-places.ts';
import type { SectionText, SegmentText } from './section-text.ts';
import { usablePlaces } from './usable-places.ts';

/** «… وهي: البوغاز، كاوكلي», «إضافة إلى قرى كفرسجنة وكفر عويد»: a segment that is nothing but more places of the event. */
export function addsPlaces(text: SectionText, segment: SegmentText, last: Draft | null): boolean {
  if (last === null || last.block !== null || last.lastSegment !== segment.index - 1) return false;
  if (segment.triggers.length > 0 || segment.places.length === 0 || last.source !== 'own') return false;
  if (tellsSomething(text, segment)) return false;
  const listed = announcesList(text, segment);
  if (!listed && !isAddition(text, segment)) return false;
  if (listed && segment.paragraph !== last.segment.paragraph) return false;
  const places = placesAround(text, segment, segment.first - 1);
  if (places.length === 0) return false;
  last.places = listed ? places : [...last.places, ...places];
  last.lastSegment = segment.index;
  return true;
}

/** «قرى مقاطعة منبج، وهي:» right before the segment. */
function announcesList(text: SectionText, segment: SegmentText): boolean {
  const colon = text.reading.tokens[segment.first - 1]?.norm;
  const word = text.reading.tokens[segment.first - 2]?.norm ?? '';
  return colon === ':' && /^(?:و?هي|و?هم|التاليه|الاتيه|التالي|الاتي|كالتالي)$/.test(word);
}

/** «إضافة إلى», «بالإضافة إلى», «فضلا عن», «وكذلك». */
function isAddition(text: SectionText, segment: SegmentText): boolean {
  return (
    segment.opener === 'connective' &&
    segment.sentence === text.segments[segment.index - 1]?.sentence &&
    /^و?(?:(?:ب?ال)?اضافه|فضلا|كذلك|ايضا)$/.test(text.token(segment.first).norm)
  );
}

const isCharged = fitting(/^ال(?:متورط|مطلوب|متهم|ضالع)(?:ين|ه)?$/);

/** A segment without an event may still say where the last one was: «انفجار … وقع في بلدة …». */
export function completes(text: SectionText, segment: SegmentText, last: Draft | null): void {
  if (segment.opener === 'relative' && isCharged(text.token(segment.first).word)) return;
  if (last === null) return;
  if (fellThere(text, segment, last)) {
    const places = usablePlaces(text, segment).filter(({ geoPrecision }) => geoPrecision < 3);
    if (places.length === 0) return;
    last.places = places.slice(0, 1);
    last.evidence += isUnplaced(last) ? 2 : 1;
    last.source = 'sentence';
    return;
  }
  if (last.segment.sentence !== segment.sentence) return;
  if (explainsBlast(segment, last)) {
    last.lastSegment = segment.index;
    addWeapons(last.weapons, segment);
  }
  // «هز انفجار سيارة (أ)، وقالت مصادر إن انتحاريا كان وراءه»
  if (last.type === 'remote_explosive_ied' && segment.opener === 'that' && segment.names.has('suicide'))
    last.type = 'suicide_bomb';
  if (namesWorst(text, segment, last)) return;
  const alsoHurt = hurtsMore(segment, last);
  const tellsWhere = segment.opener === 'effect' && isOnlyRegion(last);
  if (last.source === 'own' && !(alsoHurt && opensWithRegion(last)) && !tellsWhere) return;
  const tollThere = goesOnHurting(text, segment, last);
  const goesOn =
    tollThere ||
    goesOnWithToll(text, segment, last) ||
    actsOnThere(segment, last) ||
    isOfTopic(text, segment, last);
  if (segment.conjunction && !alsoHurt && !goesOn) return;
  if (segment.opener === 'effect' && !isUnplaced(last)) {
    if (!isOfOtherStatement(segment, last) && !tellsWhere) return;
  }
  if (segment.opener === 'connective' && tellsSomething(text, segment)) return;
  if (namesHospital(text, segment) || namesCharges(text, segment, last)) return;
  const usable = usablePlaces(text, segment);
  const located = usable.filter((place) => place.use === 'location');
  const places = located.length > 0 ? located : usable;
  if (places.length === 0) return;
  // «خلال عمليات نفذتها في دوما والمليحة وعين ترما»: each of them.
  const list = placesAround(text, segment, segment.first - 1).filter((place) => places.includes(place));
  const each = segment.opener !== 'connective';
  last.places = each && list.length > 0 ? list : places.slice(0, 1);
  // «قصف تعرضت له بلدة الحراك»: its own place, though one told before had been taken for it.
  if (last.source !== 'sentence' && last.places.some((place) => place.geoPrecision < 3))
    last.evidence += last.source === 'none' || segment.names.has('suffer') || tollThere ? 2 : 1;
  last.source = 'sentence';
}

/** «وفي درعا نفذ ملثمون عملية اغتيال | قضى فيها ضابط قرب بلدة تسيل»: the region that the sentence opens with. */
function isOnlyRegion({ source, places, trigger }: Draft): boolean {
  if (source !== 'sentence' && source !== 'own') return false;
  return places.every((place) => standsForAll(place) && place.last < trigger.at);
}

/** «قصف أحياء حلب، وذكر أن انفجار عربة | أودى بعشرة داخل أحياء حمص»: the place was that of another statement. */
function isOfOtherStatement(
  { index }: SegmentText,
  { segment, source, places, lastSegment }: Draft,
): boolean {
  if ((source !== 'sentence' && source !== 'event') || segment.opener !== 'that' || lastSegment !== index - 1)
    return false;
  return places.every(({ last }) => last < segment.first);
}

const isTopic = fitting(/^و?اما$/);
const isThereupon = fitting(/^ف(?:وقع|حدث|جري|حصل|كان|استهدف|طال)ت?$/);

/** «أما الهجوم الآخر، | فوقع في بادية …»: where what is spoken of was. */
function isOfTopic(text: SectionText, { first, index }: SegmentText, { segment }: Draft): boolean {
  return (
    segment.index === index - 1 &&
    isTopic(text.token(segment.first).word) &&
    isThereupon(text.token(first).word)
  );
}

const isWorst = fitting(/^(?:اشد|اعنف|ابرز|اكثر)ها$/);

/** «اشتباكات في أنحاء من دمشق | كان أشدها في حي جوبر وبرزة»: the places told are where it was. */
function namesWorst(text: SectionText, segment: SegmentText, last: Draft): boolean {
  let at = segment.first;
  while (at < segment.last && !isWorst(text.token(at).word)) at++;
  if (at === segment.last || last.lastSegment !== segment.index - 1) return false;
  const places = placesAround(text, segment, at);
  if (places.length === 0) return false;
  last.places = places;
  last.source = 'own';
  last.lastSegment = segment.index;
  return true;
}

/** «نُقلوا إلى مستشفى في ريف درعا»: where the hurt were taken. */
function namesHospital(text: SectionText, segment: SegmentText): boolean {
  for (let at = segment.first; at <= segment.last; at++)
    if (/^[بل]?(?:ال)?(?:مشفي|مستشفي|مشافي|مستشفيات)$/.test(text.token(at).norm)) return true;
  return false;
}

const isPlanting = fitting(/^زرع(?:ت|وا)?(?:ها|ه|هم)$/);

/** «أغار على أهداف ردا على عبوات | زرعتها خلية عند …»: where charges were laid, and no raid was flown. */
export function namesCharges(text: SectionText, segment: SegmentText, { frame }: Draft): boolean {
  if (frame === 'blast') return false;
  for (let at = segment.first; at <= segment.last; at++) if (isPlanting(text.token(at).word)) return true;
  return false;
}

/** «احتجز التنظيم عائلات، | وأحرق سياراتهم قرب بلدة …»: the same men at the same place. */
function actsOnThere(segment: SegmentText, last: Draft): boolean {
  if (segment.opener !== 'verb' || last.lastSegment !== segment.index - 1 || last.initiators.length === 0)
    return false;
  if (!isUnplaced(last)) return false;
  return segment.actors.every(({ side }) => side === 'civilians') && !segment.names.has('say');
}

/** «هجوم … ما أسفر عن سقوط قتلى | وجرحى في محافظتي …»: the toll of an event without a place says where it was. */
function goesOnWithToll(text: SectionText, segment: SegmentText, last: Draft): boolean {
  const before = text.segments[segment.index - 1];
  if (segment.opener !== 'noun' || before?.opener !== 'effect' || last.source !== 'none') return false;
  return last.lastSegment === before.index - 1 && (segment.names.has('جريح') || segment.names.has('ضحية'));
}

const isTheDead = fitting(/^ال(?:قتلي|ضحايا|شهداء|شهدا)$/);
const isFell = fitting(/^(?:سقطوا|قضوا|قتلوا|استشهدوا)$/);

/** «قتل ستة بغارات على ريف إدلب. وذكر المرصد أن القتلى | سقطوا في بلدة (أ)»: where the fire was of which they died. */
function fellThere(text: SectionText, segment: SegmentText, last: Draft): boolean {
  const before = text.segments[segment.index - 1];
  if (last.segment.sentence !== segment.sentence - 1 || before?.sentence !== segment.sentence) return false;
  if (last.frame !== 'fire' && last.frame !== 'blast') return false;
  if (!isUnplaced(last) && last.places.some(({ geoPrecision }) => geoPrecision < 3)) return false;
  if (segment.opener !== 'verb' || before.opener !== 'that' || !isFell(text.token(segment.first).word))
    return false;
  return isAt(text.reading.tokens, before.first + 1, isTheDead);
}

function isUnplaced({ source }: Draft): boolean {
  return source === 'none' || source === 'before';
}

/** «شنت غارات | أودت بحياة شخصين | وأصابت آخرين في …»: who else was hurt, and where all of it was. */
function goesOnHurting(text: SectionText, segment: SegmentText, last: Draft): boolean {
  if (!isUnplaced(last)) return false;
  if (segment.opener !== 'verb' || !segment.names.has('أصيب')) return false;
  const before = text.segments[segment.index - 1] as SegmentText;
  if (last.lastSegment === before.index) return true;
  return before.opener === 'effect' && last.lastSegment === before.index - 1;
}

/** «قضت على عدد منهم | وأصابت آخرين في بلدات …», «قتلى منهم | وتدمير أسلحة في …»: the second's places are those of both. */
function hurtsMore(segment: SegmentText, last: Draft): boolean {
  const kills = last.frame === 'clash' || last.rule.id === 'killed-by-forces';
  if (last.lastSegment !== segment.index - 1 || !kills) return false;
  if (segment.opener === 'noun') return segment.names.has('دمر') && last.source !== 'own';
  return segment.conjunction && segment.opener === 'verb' && segment.names.has('أصيب');
}

/** «هز انفجار المدينة | جراء عبوة ناسفة», «انفجار | نجم عن سيارة مفخخة»: with what. */
function explainsBlast(segment: SegmentText, last: Draft): boolean {
  const explains = segment.opener === 'cause' || segment.opener === 'effect';
  if (last.frame !== 'blast' || !explains || last.lastSegment !== segment.index - 1) return false;
  return ['device', 'مفخخة', 'car'].some((name) => segment.names.has(name));
}

/** «وفي ريف حمص قضت الوحدات على …»: the region that a sentence opens with leaves the place to be told. */
function opensWithRegion({ places, trigger }: Draft): boolean {
  return places.every(({ geoPrecision, last }) => geoPrecision === 3 && last < trigger.at);
}

function tellsSomething(text: SectionText, segment: SegmentText): boolean {
  if (segment.triggers.length > 0) return true;
  for (let at = segment.first; at <= segment.last; at++)
    if (text.mark(at).verb && !text.isNamed(at)) return true;
  return false;
}
