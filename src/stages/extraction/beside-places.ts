/** Places that are named beside where an event is: where those stand who fire, whose land it is, how another lies. */
import { fitting } from '../../arabic/word-memory.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import { SOUGHT } from './mark.ts';
import { isDeparted } from './places-of-people.ts';
import type { SectionText, SegmentText } from './section-text.ts';

/** «المتمركزة في بلدة الجرنية»: where those stand who fire. */
export function isPosition(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  if ((segment.sought & SOUGHT.qualifier) === 0 || isDeparted(text, segment, place)) return false;
  for (let at = place.first - 1; at >= segment.first && at >= place.first - QUALIFIER_REACH; at--) {
    if (text.mark(at).uses.includes('qualifier'))
      return !isTheirPost(text, segment, at) && !isOfActor(segment, at) && !isLandNear(text, at);
  }
  return false;
}

const FIRES: ReadonlySet<string> = new Set(['قصف', 'استهدف', 'دك', 'أمطر']);
const isTargetWord = fitting(/^(?:قري[هي]?|بلد(?:ه|ات|تي)|مد(?:ينه|ن|ينتي)|حي|احياء)$/);

const isGuns = fitting(/^(?:ال)?(?:مدفعيه|مدافع|راجمات|دبابات|مرابض|حواجز|صواريخ)$/);

/** «قصفت حواجز الجيش في تل كذا بلدة خربة غزالة»: where those stand who fire, before what they hit. */
export function isOfGuns(
  text: SectionText,
  { first, triggers, actors, names }: SegmentText,
  usable: readonly PlaceFound[],
  place: PlaceFound,
): boolean {
  const target = usable.find((one) => one.first > place.last && one.first <= place.last + 2);
  if (target === undefined || !isTargetWord(text.token(place.last + 1).word)) return false;
  // «قصفت مدفعية اللواء 12 بلدة إبطع»
  if (place.first > first && isGuns(text.token(place.first - 1).word)) return true;
  const inside = [place.first - 1, place.first - 2].find((at) => at > first && text.token(at).norm === 'في');
  if (inside === undefined) return false;
  const verb = triggers.find(({ at, lemma, kind }) => at < inside && FIRES.has(lemma) && kind !== 'noun');
  if (verb === undefined) return false;
  return (
    names.has('post') || names.has('ground') || actors.some(({ last }) => last < inside && last > verb.at)
  );
}

const isKind = fitting(
  /^(?:مدين[هت]ي?|بلد(?:ه|ات|تي)|قري[هت]?ي?|حي|احياء|ريف|محيط|اطراف|منطقه|مناطق|مواقع|جهه)$/,
);
/** What leads to a target. */
export const isOnto = fitting(/^(?:علي|باتجاه|صوب|نحو)$/);

/** «سقط صاروخ أطلقه المسلحون من بلدة (أ) على مدينة (ب)»: where it was fired from. */
export function isLaunchSite(
  text: SectionText,
  { first, names }: SegmentText,
  usable: readonly PlaceFound[],
  place: PlaceFound,
): boolean {
  const shot = names.has('قنص') || names.has('رصاص');
  if (!shot && !names.has('shell') && !names.has('قصف') && !names.has('أطلق')) return false;
  const before = wordBefore(text, place, first);
  if (text.token(before).norm !== 'من' && !isItsSource(text, before, first)) return false;
  const target = usable.at(-1);
  return target !== undefined && isAimedAt(text, place.last + 1, target.first);
}

const isSource = fitting(/^مصدر(?:ه|ها|هما)$/);
/** How far before a place «مصدره» stands: «رصاص قنص مصدره مسلحو بلدة (أ)». */
const SOURCE_REACH = 2;

function isItsSource(text: SectionText, at: number, first: number): boolean {
  for (let i = at; i >= first && i >= at - SOURCE_REACH; i--) if (isSource(text.token(i).word)) return true;
  return false;
}

/** «من منطقة (أ) على مواقع القوات في بلدة (ب)»: what was fired at stands between the two. */
function isAimedAt(text: SectionText, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (isOnto(text.token(at).word)) return true;
    if (text.token(at).kind === 'punctuation') return false;
  }
  return false;
}

/** The token before a place and the words that say what kind of place it is. */
export function wordBefore(text: SectionText, place: PlaceFound, from: number): number {
  let at = place.first - 1;
  while (at > from && isKind(text.token(at).word)) at--;
  return Math.max(at, from);
}

const isLand = fitting(
  /^[وبل]?(?:ال)?(?:احراج|احراش|غابات|بساتين|مزارع|اراضي|حقول|تلال|جبال|مرتفعات|جرود|وديان|مناطق|قري|محاور|تخوم)$/,
);
const isBeside = fitting(/^(?:ال)?(?:محيط|مجاور|قريب|متاخم|محاذي|تابع|مطل)ه$/);

/** «في البساتين المحيطة ببلدة سرمين»: the land has no name of its own, and the town says where it was. */
export function isLandNear(text: SectionText, qualifier: number): boolean {
  if (qualifier <= text.from || !isBeside(text.token(qualifier).word)) return false;
  const back = /زراعيه$/.test(text.token(qualifier - 1).norm) ? 2 : 1;
  return qualifier - back >= text.from && isLand(text.token(qualifier - back).word);
}

/** «الطيران التابع للنظام قرى …»: whose aircraft, and not where they are. */
export function isOfActor({ actors }: SegmentText, qualifier: number): boolean {
  return actors.some(({ first, last }) => first <= qualifier + 1 && qualifier <= last);
}

/** «هجوما على مواقع قوات النظام المتمركزة في …»: where those stand who are hit. */
function isTheirPost(text: SectionText, segment: SegmentText, qualifier: number): boolean {
  for (let at = qualifier - 1; at > segment.first && at >= qualifier - POST_REACH; at--)
    if (text.mark(at).uses.includes('post')) return text.token(at - 1).norm === 'علي';
  return false;
}

/** How far before «المتمركزة» the post of the same men may be named. */
const POST_REACH = 4;

const isKindWord = fitting(/^(?:مدينه|بلده|قريه|ناحيه)$/);
/** A mark that ends quoted words. */
export const isClosingQuote = fitting(/^["”»]$/);
const isPartOfTown = fitting(/^(?:ال(?:شمال|جنوب|شرق|غرب)ي?|\))$/);
const isBearingWord = fitting(/^(?:ال)?(?:شمال|جنوب|شرق|غرب)ي?$/);

/** «محيط سد تشرين شرقي حلب»: the second only says where the first lies. */
export function isBearing(text: SectionText, usable: readonly PlaceFound[], place: PlaceFound): boolean {
  let at = place.first;
  // «"الشيخ ناصر" شمال شرق مدينة الباب»
  if (at - 1 > text.from && isKindWord(text.token(at - 1).word)) at--;
  const named = at;
  while (at > text.from && (at === named || isBearingWord(text.token(at).word))) at--;
  if (at === named - 1 && !isBearingWord(text.token(place.first).word)) return false;
  if (at > text.from && isClosingQuote(text.token(at).word)) at--;
  // «في ريف عفرين، شمال حلب»
  const wide = place.geoPrecision > 1 || place.place?.level === 'adm1';
  if (wide && at < place.first - 1 && text.token(at).norm === '،') at--;
  // «بريف عين العرب (كوباني) الغربي، شرقي حلب»
  while (at > text.from && isPartOfTown(text.token(at).word)) at--;
  return usable.some((one) => one !== place && one.last === at);
}

const QUALIFIER_REACH = 3;

/** «المدينة الواقعة في ريف …»: the place only says where that lies which the trigger's word points at. */
export function isQualified(
  text: SectionText,
  segment: SegmentText,
  place: PlaceFound,
  trigger: number,
): boolean {
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

/** «خان شيخون: …», «بلدة كذا وقرية كذا: …»: places and a colon, and nothing that happens. */
export function isLabel(text: SectionText, { first, last, triggers, places }: SegmentText): boolean {
  const end = places.at(-1);
  if (end === undefined || triggers.length > 0 || !text.token(last).norm.startsWith(':')) return false;
  return last - end.last <= 1 && (places[0] as PlaceFound).first - first <= LABEL_LEAD;
}

/** A bullet and a word such as «بلدة» stand before a label's first place at most. */
const LABEL_LEAD = 3;
