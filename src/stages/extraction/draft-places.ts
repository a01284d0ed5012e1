/** Where an event happens whose segment may not say so itself: what its words point at, what was told before. */
import { fitting } from '../../arabic/word-memory.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import { isClosingQuote, isLabel, isPosition } from './beside-places.ts';
import { isStreetIn } from './containing-places.ts';
import type { Draft } from './drafts.ts';
import { placesAround } from './event-places.ts';
import { SOUGHT } from './mark.ts';
import type { Memory } from './memory.ts';
import { isAndPeople } from './moving-on.ts';
import { pointedPlace, pointedSeveral } from './pointed-places.ts';
import type { SectionText, SegmentText, Trigger } from './section-text.ts';
import { usablePlaces } from './usable-places.ts';

function hurts({ names }: SegmentText): boolean {
  return names.has('قتل') || names.has('أصيب') || names.has('ضحية') || names.has('جريح');
}

/** «كتيبة الهندسة التي تمكنوا من تحريرها»: the place that a relative clause tells of. */
function placeBefore(text: SectionText, segment: SegmentText): PlaceFound | null {
  const before = text.segments[segment.index - 1];
  if (before === undefined || before.sentence !== segment.sentence) return null;
  const end = isClosingQuote(text.token(before.last).word) ? before.last - 1 : before.last;
  return before.places.findLast(({ last }) => last === end) ?? null;
}

const isOfIt = fitting(/^علي(?:ها|ه)$/);

/** «بلدة (أ) التي سيطر التنظيم عليها … قبل هجومه نحو (ب)»: the pronoun says what was taken, whatever else is named. */
function takenBefore(text: SectionText, segment: SegmentText, trigger: Trigger): PlaceFound | null {
  if (segment.opener !== 'relative' || trigger.lemma !== 'سيطر') return null;
  for (let at = trigger.at + 1; at <= trigger.at + 2 && at <= segment.last; at++)
    if (isOfIt(text.token(at).word)) return placeBefore(text, segment);
  return null;
}

/** «قرب المنطقة ذاتها»: where the event before was. */
function samePlace(text: SectionText, segment: SegmentText): boolean {
  if ((segment.sought & SOUGHT.anaphor) === 0) return false;
  for (let at = segment.first; at < segment.last; at++)
    if ((text.mark(at).sought & SOUGHT.anaphor) !== 0 && isSelf(text.token(at + 1).word)) return true;
  return false;
}

const isSelf = fitting(/^(?:ذات|نفس)(?:ها|ه)$/);

/** Whether a list ends with the place told last, or that only says where it lies: «في مدينة (أ) بريف (ب)». */
function reaches(text: SectionText, list: readonly PlaceFound[], latest: PlaceFound): boolean {
  const end = list.at(-1);
  if (end === undefined || list.includes(latest)) return end !== undefined;
  for (let at = end.last + 1; at <= latest.first; at++)
    if (/^(?:و|،)/.test(text.token(at).norm)) return false;
  return end.first < latest.first;
}

/** «استهدفت مركز المدينة وبلدتي (أ) و(ب)»: the town just told and the villages joined to it. */
function withPointed(
  text: SectionText,
  segment: SegmentText,
  own: readonly PlaceFound[],
  told: readonly PlaceFound[],
): readonly PlaceFound[] {
  const first = own[0] as PlaceFound;
  const joint = first.first - 1;
  if (joint <= segment.first || !/^و(?:قري|بلد|مدين)/.test(text.token(joint).norm)) return own;
  if ((text.mark(joint - 1).sought & SOUGHT.anaphor) === 0) return own;
  const pointed = pointedPlace(text, segment, told);
  return pointed === null || own.some((place) => place.place?.id === pointed.place?.id)
    ? own
    : [pointed, ...own];
}

const isCapital = fitting(/^[وبل]?العاصمه$/);

function namesCapital(text: SectionText, segment: SegmentText): boolean {
  if ((segment.sought & SOUGHT.anaphor) === 0) return false;
  for (let at = segment.first; at <= segment.last; at++) if (isCapital(text.token(at).word)) return true;
  return false;
}

function isMoreFire(text: SectionText, segment: SegmentText, trigger: Trigger, last: Draft): boolean {
  if (last.frame !== 'fire' || last.segment.sentence !== segment.sentence) return false;
  if (last.lastSegment !== segment.index - 1 || !segment.conjunction || trigger.at !== segment.first)
    return false;
  if (!segment.names.has('ground') && !segment.names.has('air')) return false;
  return text.mark(trigger.at).words.some(({ kind, definite }) => kind === 'noun' && !definite);
}

/** How far before the first of two towns the road stands that joins them. */
const ROAD_REACH = 6;

const isRoad = fitting(/^[وبل]?(?:ال)?طريق$/);
const joins = fitting(/^(?:[يت]صل|[يت]ربط|واصل|رابط|الواصل|الرابط|بين)$/);

/** «على الطريق الذي يصل بلدتي طفس والمزيريب»: one place, told by its ends. */
function isRoadBetween(text: SectionText, [one, other, third]: readonly PlaceFound[]): boolean {
  if (one === undefined || other === undefined || third !== undefined || one.list !== other.list)
    return false;
  let joined = false;
  for (let at = one.first - 1; at >= text.from && at >= one.first - ROAD_REACH; at--) {
    const { word } = text.token(at);
    if (joins(word)) joined = true;
    else if (isRoad(word)) return joined;
  }
  return false;
}

/** Of what changes hands by itself, as the grammar names it. */
const CHANGES_HANDS: ReadonlySet<string> = new Set(['صار', 'محرر', 'خال', 'عاد', 'سقط']);

/** A verb that nothing joins to what stands before it, and that tells of the places there. */
function isOfAll({ opener, conjunction }: SegmentText, { lemma, rules }: Trigger): boolean {
  return opener === 'verb' && !conjunction && CHANGES_HANDS.has(lemma) && rules[0]?.frame === 'gain';
}

/** «إن بلدتي (أ) و(ب) وقرى (ج) و(د)، | تعرضت لقصف»: what came under fire stands before the verb, and nothing else does. */
function suffersIt(text: SectionText, { opener, conjunction, first, index, sentence }: SegmentText): boolean {
  if (opener !== 'verb' || conjunction || !text.mark(first).uses.includes('suffer')) return false;
  const subject = text.segments[index - 1];
  return subject?.sentence === sentence && subject.triggers.length === 0;
}

/** «معرة حرمة وترملا والنقير: قصف مدفعي»: what a sentence begins with is true of all of them. */
function isLabelled(text: SectionText, segment: SegmentText): boolean {
  const label = text.segments[text.sentenceStart(segment)];
  return label !== undefined && label.index < segment.index && isLabel(text, label);
}

const isThroughIt = fitting(/^[وف]?(?:خلالها|اثناءها|فيهما)$/);

/** «مداهمات طالت قريتي (أ) و(ب)، واعتقلت خلالها ستة»: in all of them. */
function isMeanwhileThere(text: SectionText, { first, last }: SegmentText): boolean {
  for (let at = first; at <= last; at++) if (isThroughIt(text.token(at).word)) return true;
  return false;
}

/** The places of a draft, and where they come from: its own segment, what that points at, or what was told before. */
export function placesFor(
  text: SectionText,
  segment: SegmentText,
  trigger: Trigger,
  own: readonly PlaceFound[],
  memory: Memory,
): [readonly PlaceFound[], Draft['source']] {
  const same = samePlace(text, segment);
  if (same && memory.last !== null && memory.last.places.length > 0)
    return [memory.last.places.slice(0, 1), 'pointed'];
  const taken = takenBefore(text, segment, trigger);
  if (taken !== null) return [[taken], 'pointed'];
  const several = pointedSeveral(text, segment, memory.told, memory.last?.places ?? []);
  if (several.length > 0 && own.every((place) => isPosition(text, segment, place)))
    return [several, 'pointed'];
  const town = memory.sentencePlaces[0];
  if (town !== undefined && own.length > 0 && own.every((place) => isStreetIn(text, place, town)))
    return [[town], 'own'];
  if (isRoadBetween(text, own)) return [own.slice(0, 1), 'own'];
  if (own.length > 0) return [withPointed(text, segment, own, memory.told), 'own'];
  const antecedent = segment.opener === 'relative' ? placeBefore(text, segment) : null;
  if (antecedent !== null) return [[antecedent], 'pointed'];
  // «دخلوا قرى … وسيطروا عليها»: all of them.
  const takes = /^(?:علي|من)(?:ها|هما|هم)$/.test(text.reading.tokens[trigger.at + 1]?.norm ?? '');
  if (takes && memory.lastPlaces.length > 0) return [memory.lastPlaces, 'pointed'];
  const pointed = pointedPlace(text, segment, memory.told);
  if (pointed !== null) return [[pointed], 'pointed'];
  // «وفي مناطق من العاصمة», which the text has not named: nowhere else.
  if (namesCapital(text, segment)) return [[], 'none'];
  // «جرح آخرون في داعل جراء سقوط قذائف»: where they were hurt is where it fell.
  const before = text.segments[segment.index - 1];
  if (
    segment.opener === 'cause' &&
    before?.sentence === segment.sentence &&
    (hurts(before) || isOfOthers(text, before))
  ) {
    const hit = usablePlaces(text, before).filter((place) => place.use === 'location');
    const latest = hit.at(-1);
    const list = latest === undefined ? [] : placesAround(text, before, before.first - 1);
    if (latest !== undefined) return [reaches(text, list, latest) ? list : [latest], 'sentence'];
  }
  const last = memory.last;
  // «لغارات على (أ) و(ب) | وقصف مدفعي»: on all of them.
  if (last !== null && isMoreFire(text, segment, trigger, last)) return [last.places, 'event'];
  // «(أ) و(ب) | باتت محررة»: the subject of the verb is all of them.
  if ((isOfAll(segment, trigger) || suffersIt(text, segment)) && memory.sentencePlaces.length > 0)
    return [memory.sentencePlaces, 'sentence'];
  if (memory.sentencePlaces.length > 0) {
    const whole = isLabelled(text, segment) || isMeanwhileThere(text, segment);
    const all = whole ? memory.sentencePlaces : memory.sentencePlaces.slice(0, 1);
    return [all, 'sentence'];
  }
  // «وكان الجيش قد أغار، الأسبوع الماضي، على أهداف في البلاد»: not where the news was.
  const aside = text.segments[text.sentenceStart(segment)]?.opener === 'background';
  if (aside && text.section.heading === null && last?.segment.sentence !== segment.sentence)
    return [[], 'none'];
  if (last !== null && last.places.length > 0) {
    const near = last.segment.sentence === segment.sentence;
    return [last.places.slice(0, 1), near ? 'event' : 'before'];
  }
  if (memory.lastPlaces.length > 0) return [memory.lastPlaces.slice(0, 1), 'before'];
  return [[], 'none'];
}

/** «…، وثلاثة آخرون في (ب) | جراء قصف»: see `countsOthersElsewhere` of the segments. */
function isOfOthers(text: SectionText, { first, opener, index, sentence }: SegmentText): boolean {
  if (opener !== 'start' || !isAndPeople(text.token(first).word)) return false;
  const cause = text.segments[index - 1];
  return cause?.opener === 'cause' && cause.sentence === sentence;
}
