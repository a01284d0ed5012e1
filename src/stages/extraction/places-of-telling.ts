/** Places of those who tell and of those who fire: datelines, reporters, where guns stand. */

import type { Token } from '../../arabic/token.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import { isClosingQuote, isLabel, isOnto } from './beside-places.ts';
import type { SectionText, SegmentText } from './section-text.ts';

/** Named for where it is told or fired from, and not where it happens. */
export function isOfTelling(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  return (
    isDateline(text, place) ||
    isForeignDateline(text, place) ||
    isOutletLine(text, place) ||
    isByline(text, place) ||
    isReporters(text, segment, place) ||
    isGunSite(text, segment, place)
  );
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

/** «دمشق: «الشرق الأوسط»»: the paper's own line. */
function isByline(text: SectionText, place: PlaceFound): boolean {
  if (!opensLine(text, place) || place.last + 2 >= text.to) return false;
  if (text.token(place.last + 1).norm !== ':' || !isOpeningQuote(text.token(place.last + 2).word))
    return false;
  for (let at = place.last + 3; at < text.to && at <= place.last + BYLINE_REACH; at++)
    if (isClosingQuote(text.token(at).word))
      return at + 1 >= text.to || /^(?:paragraph|line)$/.test(text.token(at + 1).gap);
  return false;
}

/** Tokens at most from a place to the end of a byline. */
const BYLINE_REACH = 7;
/** A mark that begins quoted words. */
export const isOpeningQuote = fitting(/^["«“]$/);

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

/** A line of place and outlet has no more tokens than this. */
const OUTLET_LINE = 8;
const isDash = fitting(/^[-–—ـ]+$/);

/** «دمشق - الجزيرة نت» on a line of its own: where it was written, and for whom. */
function isOutletLine(text: SectionText, place: PlaceFound): boolean {
  if (!opensLine(text, place) || place.last + 2 >= text.to || !isDash(text.token(place.last + 1).word))
    return false;
  let end = place.last + 2;
  while (
    end + 1 < text.to &&
    end - place.first < OUTLET_LINE &&
    !/^(?:line|paragraph)$/.test(text.token(end + 1).gap)
  )
    end++;
  if (end + 1 >= text.to || end - place.first >= OUTLET_LINE) return false;
  for (let at = place.last + 1; at <= end; at++)
    if (text.mark(at).verb || /^[.:]$/.test(text.token(at).norm)) return false;
  return text.reading.entities.places.every(({ first }) => first <= place.last || first > end);
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
  // «وثق مراسلنا في الغوطة الشرقية سقوط قتلى في بلدة (أ)»: where he reports from, and then the town.
  if (segment.places.some(({ first, use }) => first > place.last && use === 'location')) return true;
  return text.segments
    .slice(Math.max(0, segment.index - TOLD_REACH), segment.index)
    .some(({ places }) => places.length > 0);
}

const isStationed = fitting(
  /^(?:(?:ال)?(?:متمركز|منتشر|متواجد|متحصن|متموضع|منصوب|مرابض)(?:ه|ين|ون)?|[يت](?:نتشر|تمركز|تحصن|تواجد|تموضع)(?:ون)?)$/,
);

const GUNS: ReadonlySet<string> = new Set([
  'قصف',
  'استهدف',
  'دك',
  'أمطر',
  'سقط',
  'تعرض',
  'إطلاق_نار',
  'قذيفة',
  'صاروخ',
]);

/** «استهدفتها بالهاون من قريتي المشرفة وجبورين», «من حاجزي قرمص ومريمين»: where the guns stand. */
function isGunSite(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  if (isFiredAtLabel(text, segment, place)) return true;
  if (isItsSource(text, place) || isFiredFrom(text, segment, place) || isBarracksFired(text, segment, place))
    return true;
  if (!isFiredBefore(segment, place.first) || isTargetAfter(text, segment, place)) return false;
  if (isStation(text, segment, place) || isFromPosts(text, segment, place)) return true;
  if (!segment.names.has('ground')) return false;
  let at = place.first - 1;
  while (at > segment.first && at >= place.first - GUN_REACH && text.token(at).norm !== 'من') {
    const { kind, norm } = text.token(at);
    const isPart = text.mark(at).uses.includes('place') || norm.startsWith('و') || kind === 'punctuation';
    if (!isPart && !isInPlace(segment, at)) return false;
    at--;
  }
  return text.token(at).norm === 'من' && isGunGround(text.token(at + 1).word);
}

/** «درعا البلد: قصف بالدبابات من حي (أ)»: from where, where the label says what was struck. */
function isFiredAtLabel(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  const label = text.segments[segment.index - 1];
  if (label === undefined || label.sentence + 1 < segment.sentence || !isLabel(text, label)) return false;
  if (!isFiredBefore(segment, place.first)) return false;
  const from = [place.first - 1, place.first - 2].find(
    (at) => at > segment.first && text.token(at).norm === 'من',
  );
  if (from === undefined) return false;
  for (let at = segment.first; at <= segment.last; at++) if (isOnto(text.token(at).word)) return false;
  return true;
}

const isBarracks = fitting(/^(?:ال)?(?:لواء|فوج|كتيبه|فرقه|معسكر|مطار|ثكنه)$/);

/** «قصف مدفعي من "اللواء 112" على مدينة (أ)»: from where, right before what was hit. */
function isBarracksFired(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  if (!isFiredBefore(segment, place.first)) return false;
  const quoted = text.token(place.first - 1).kind === 'punctuation';
  const from = quoted ? place.first - 2 : place.first - 1;
  if (from <= segment.first || text.token(from).norm !== 'من') return false;
  if (!isBarracks(text.token(place.first).word)) return false;
  const after = text.token(Math.min(text.to - 1, place.last + 1)).kind === 'punctuation' ? 2 : 1;
  return place.last + after < text.to && isOnto(text.token(place.last + after).word);
}

const isGunGround = fitting(/^(?:قريتي|بلدتي|حاجزي|قري|حواجز|مواقع|معسكر|جبل|تله|تلال|قمم|ثكنه|مطار|كتيبه)/);

const isLaunched = fitting(
  /^(?:[اي]?طلقت?(?:ه|ها|هم|هما|وها)?|[اي]نطلقت?|[يت]طلق(?:ها|ون)?|المطلقه|المنطلقه)$/,
);

/** «قذائف أطلقت من دوما على أحياء …»: where they came from, where a target is told too. */
function isFiredFrom(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  const { first, places } = segment;
  if (place.first - 2 <= first) return false;
  // «من (أ) جنوبي حلب»: where that lies.
  const inner = places.find(({ last }) => last === place.first - 2 || last === place.first - 1);
  if (inner !== undefined && inner !== place && isFiredFrom(text, segment, inner)) return true;
  const from = text.token(place.first - 1).norm === 'من' ? place.first - 1 : place.first - 2;
  if (from <= first || text.token(from).norm !== 'من' || !isLaunchedBefore(text, from)) return false;
  for (let at = place.last + 1; at <= Math.min(text.to - 1, place.last + TARGET_REACH); at++)
    if (isOnto(text.token(at).word)) return true;
  return fellBefore(text, segment, from) || isHitBefore(text, segment);
}

/** «مقتل ثلاثة في السوق بمدينة (أ) | بفعل صاروخ أُطلق من ريف (ب)»: what was hit stands before in the sentence. */
function isHitBefore(text: SectionText, segment: SegmentText): boolean {
  for (let index = segment.index - 1; index >= text.sentenceStart(segment); index--) {
    const { names, places } = text.segments[index] as SegmentText;
    const harmed = names.has('قتل') || names.has('ضحية') || names.has('أصيب');
    if (harmed && places.some(({ use }) => use === 'location')) return true;
  }
  return false;
}

const isOntoIt = fitting(/^(?:علي|ب)(?:ه|ها)$/);
/** How far before «من» what it fell on may be told. */
const ONTO_REACH = 12;

/** «سقوط قذائف على المنازل أطلقتها القوات من حاجز (أ)», «سقط عليه صاروخ | أطلقته القوات من (أ)»: on what is told before. */
function fellBefore(text: SectionText, { first }: SegmentText, from: number): boolean {
  for (let at = from - 1; at >= text.from && at >= from - ONTO_REACH; at--) {
    const { word } = text.token(at);
    if (isOntoIt(word) || (at >= first && isOnto(word))) return true;
  }
  return false;
}

/** «أطلقت من», «أطلقته قوات النظام من»: the launchers at most between the verb and «من». */
const LAUNCHERS = 5;

function isLaunchedBefore(text: SectionText, from: number): boolean {
  if (isLaunched(text.token(from - 1).word)) return true;
  for (let at = from - 2; at >= text.from && at >= from - LAUNCHERS; at--) {
    if (isLaunched(text.token(at).word)) return true;
    const { kind } = text.token(at + 1);
    if (kind === 'punctuation' || text.mark(at + 1).triggers.length > 0) return false;
  }
  return false;
}

/** How far after where it was fired from the target may be told. */
const TARGET_REACH = 4;

const isSource = fitting(/^(?:و?مصدر(?:ها|ه|هما|هم))$/);

/** «قذائف مصدرها الفوج 46»: where they came from. */
function isItsSource(text: SectionText, { first }: PlaceFound): boolean {
  for (let at = first - 1; at >= text.from && at >= first - SOURCE_REACH; at--) {
    if (isSource(text.token(at).word)) return true;
    if (!text.mark(at).uses.includes('place') && !text.mark(at).uses.includes('post')) return false;
  }
  return false;
}

/** Words at most between «مصدرها» and the place: «مصدرها حواجز قرية …». */
const SOURCE_REACH = 3;

const isTownWord = fitting(/^(?:مدين(?:ه|تي)|بلد(?:ه|تي|ات)|قري(?:ه|تي)?|حي|احياء|مخيم)$/);

/** «القوات المتمركزة في (أ) بلدة (ب)»: what they fire at stands right after where they stand. */
function isTargetAfter(text: SectionText, { places }: SegmentText, { first }: PlaceFound): boolean {
  const word = isTownWord((text.reading.tokens[first] as Token).word) ? first : first - 1;
  if (word <= text.from || !isTownWord(text.token(word).word)) return false;
  return places.some(({ last }) => last === word - 1);
}

const isPosts = fitting(
  /^(?:ال)?(?:مواقع|نقاط|نقطه|مرابض|حواجز|حاجز|مقرات|مقار|مراكز|قواعد|قاعده|منصات|ثكنات|معسكرات|تمركزات)(?:ه|ها|هم|هما)?$/,
);

/** «عددا من المواقع قرب (أ)»: what is hit, and no guns. */
const isQuantity = fitting(/^[وبل]?(?:عددا?|العديد|كثيرا?|الكثير|بعض|سلسله|مجموعه|اي)$/);

/** «قصفا من مواقع النظام في سراقب»: where the guns stand, and another place is told. */
function isFromPosts(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  for (let at = place.first - 1; at > segment.first && at >= place.first - GUN_REACH; at--) {
    const { kind, norm, word } = text.token(at);
    if (norm === 'من') {
      if (!isPosts(text.token(at + 1).word) || isQuantity(text.token(at - 1).word)) return false;
      const label = text.segments[segment.index - 1];
      if (label !== undefined && isLabel(text, label)) return true;
      return segment.places.some(({ first, last }) => last < at || first > place.last);
    }
    const told =
      isInPlace(segment, at) || segment.actors.some(({ first, last }) => first <= at && at <= last);
    const { uses } = text.mark(at);
    if (told || isPosts(word) || norm === 'في' || norm === 'و' || uses.includes('place')) continue;
    if (kind === 'punctuation' || text.mark(at).verb || norm === 'علي') return false;
  }
  return false;
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
  for (let at = place.first - 1; at >= segment.first && at >= place.first - STATION_REACH; at--) {
    if (isStationed(text.token(at).word)) return true;
    const between = isInPlace(segment, at);
    const { kind, norm } = text.token(at);
    if (
      kind === 'punctuation' ||
      (!between &&
        norm !== 'في' &&
        norm !== 'علي' &&
        !['place', 'post', 'ground', 'base'].some((use) => text.mark(at).names.includes(use)))
    )
      return false;
  }
  return false;
}

/** How far before a place the «من» of a list of gun sites may stand. */
const GUN_REACH = 10;
