/** How much speaks for what a draft tells as an event of the day, and whether a stretch of news only speaks of the war. */
import { dayNumber } from '../../arabic/calendar.ts';
import { isAt } from '../../arabic/phrases.ts';
import type { DateSpan } from '../../arabic/token.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { SectionedArticle } from '../../model/article.ts';
import type { Draft } from './drafts.ts';
import type { EventDay } from './findings.ts';
import type { SectionText, SegmentText } from './section-text.ts';
import { placeKey } from './siting.ts';
import { spansWithin } from './spans-within.ts';

/** Older than this, what is told is background: the codebook's number of days. */
export const BACKGROUND_DAYS = 7;
/** One act reaches no more governorates than two. */
const MANY_GOVERNORATES = 3;
/** Headlines, doubled ones too, and the first sentence after them. */
export const OPENING_SENTENCES = 2;
const ENOUGH_EVIDENCE = 3;
const ENOUGH_IN_STATEMENTS = 5;
/** Evidence that leaves no doubt that something is told as news. */
export const SURE = 5;

const DENIED = ['عار_من_الصحة'] as const;
const ANNIVERSARY = ['مرور_سنوات'] as const;

/** How much speaks for an event; null where it is too little, or where what is told is none whatever speaks for it. */
export function weightOf(
  draft: Draft,
  text: SectionText,
  day: EventDay,
  article: SectionedArticle,
): number | null {
  if (daysBetween(day.date, article.published.date) > BACKGROUND_DAYS) return null;
  if (text.section.heading !== null) return SURE;
  if (draft.places.length === 0) return null;
  // «إن ما بثته القناة عن إصابة جنديين بمسيرة خبر عار من الصحة»
  if (text.sentenceTells(draft.segment, DENIED)) return null;
  // «36 ألف برميل على الأحياء السكنية»: of years.
  if (draft.frame === 'fire' && countsForYears(text, draft)) return null;
  // «إعدام 13 ألف معتقل»: of years.
  if (draft.casualties.some(({ finding }) => (finding.killed?.low ?? 0) >= KILLED_IN_YEARS)) return null;
  // «تمر اليوم خمس سنوات على المجزرة …»: its whole sentence.
  if (draft.frame !== 'protest' && text.sentenceTells(draft.segment, ANNIVERSARY)) return null;
  // «اغتيال 205 مدنيين في ريف دير الزور والحسكة والرقة ومنبج»: a tally over the land, and no event.
  const dated = hasDate(text, draft);
  const many = BEFALLS.has(draft.frame) && governoratesOf(draft).size >= MANY_GOVERNORATES;
  if (many && !(dated && tellsTollAt(draft))) return null;
  if (draft.frame === 'people' && isOfCampaign(draft)) return null;
  if (!dated && looksBack(text) && !isOfTheDay(text, article)) return null;
  let evidence = draft.evidence;
  if (dated) evidence += 1;
  if (draft.casualties.length > 0) evidence += tellsTollAt(draft) ? 2 : 1;
  if (draft.initiators.length > 0 || draft.participants.length > 1) evidence += 1;
  // People gather before the offices of those who make statements.
  const stated = draft.frame !== 'protest' && isStatement(text, draft);
  return evidence >= (stated ? ENOUGH_IN_STATEMENTS : ENOUGH_EVIDENCE) ? evidence : null;
}

/** So many die in no event of a day; the gas on the Ghouta of 2013 killed at most as many as is told of it, 1,729. */
const KILLED_IN_YEARS = 2_000;
/** So many bombs and raids at least are those of months and years. */
const CAMPAIGN_OF_FIRE = 1_000;
const isFired = fitting(
  /^(?:برميلا?|براميل|غاره|غارات|صاروخا?|صواريخ|قذيفه|قذايف|لغما?|الغام|ضربه|ضربات|طلعه|هجوما?|هجمات|قنبله|قنابل)$/,
);

function countsForYears(text: SectionText, draft: Draft): boolean {
  const [first, last] = sentenceOf(text, draft);
  return spansWithin(text.reading.numbers, first, last).some((number) => {
    if (number.kind !== 'count' || (number.low ?? 0) < CAMPAIGN_OF_FIRE) return false;
    return isAt(text.reading.tokens, number.last + 1, isFired);
  });
}

/** So many are driven out in months, and in no wave of a day. */
const CAMPAIGN_DISPLACED = 100_000;

/** «نزوح أكثر من 650 ألف شخص» */
function isOfCampaign({ casualties }: Draft): boolean {
  return casualties.some(({ finding: { displaced } }) => (displaced?.low ?? 0) >= CAMPAIGN_DISPLACED);
}

/** «أسفر القصف عن مقتل خمسة في (أ)، واثنين في (ب)»: people counted at a place of the event. */
function tellsTollAt({ casualties, places }: Draft): boolean {
  return casualties.some(
    ({ finding: { place } }) => place !== null && places.some((one) => placeKey(one) === placeKey(place)),
  );
}

/** What befalls people one at a time: over many governorates it is counted, and not told. */
const BEFALLS: ReadonlySet<Draft['frame']> = new Set(['harm', 'blast']);

function governoratesOf({ places }: Draft): Set<string | null> {
  return new Set(places.map(({ governorate }) => governorate));
}

/** The event's own sentence tells a day. */
export function hasDate(text: SectionText, draft: Draft): boolean {
  if (text.reading.dates.length === 0) return false;
  const [first, last] = sentenceOf(text, draft);
  return spansWithin(text.reading.dates, first, last).some(({ precision }) => precision < 3);
}

/** Whether the event's sentence tells its day, and not only that it was within the last hours. */
export function hasDay(text: SectionText, draft: Draft): boolean {
  if (text.reading.dates.length === 0) return false;
  const [first, last] = sentenceOf(text, draft);
  return spansWithin(text.reading.dates, first, last).some(
    (date) => date.precision < 3 && !isOfHours(text, date.first, date.last),
  );
}

/** «خلال الساعات الماضية»: news of the last day or two, and no day of its own. */
function isOfHours(text: SectionText, first: number, last: number): boolean {
  for (let at = first; at <= last; at++) if (/^(?:ال)?ساع(?:ه|ات)$/.test(text.token(at).norm)) return true;
  return false;
}

/** Ministers, envoys and councils speak of the war more often than they report an event of it. */
function isStatement(text: SectionText, draft: Draft): boolean {
  for (let index = draft.segment.index; index >= 0; index--) {
    const segment = text.segments[index] as SegmentText;
    const before = draft.segment.sentence - segment.sentence;
    if (before > 1 || (before === 1 && !goesOnSpeaking(text, draft))) return false;
    // «مقتل وزير الدفاع في تفجير …»: the office is that of the dead.
    const suffers = before === 0 && index === draft.segment.index && namesDead(draft);
    // «قال اللواء فلان في مؤتمر صحفي إن الطائرات قصفت …»
    if (segment.names.has('politics') && !suffers)
      return !isOfficers(text, segment) && !isOfHealth(text, segment);
  }
  return false;
}

function namesDead({ segment: { names } }: Draft): boolean {
  return ['قتل', 'اغتال'].some((name) => names.has(name)) && !names.has('say');
}

/** Officers and spokesmen of forces report what those did. */
function isOfficers(text: SectionText, { index, sentence }: SegmentText): boolean {
  for (let i = index; text.segments[i]?.sentence === sentence; i--)
    if (text.segments[i]?.names.has('officer')) return true;
  return false;
}

const isHealth = fitting(/^(?:لل|ال)صحه$/);

/** «قال وزير الصحة إن عدد القتلى …»: those who count the dead report what they count. */
function isOfHealth(text: SectionText, { first, last }: SegmentText): boolean {
  for (let at = first; at <= last; at++) if (isHealth(text.token(at).word)) return true;
  return false;
}

/** «وأضاف أن …»: the sentence goes on with what the speaker before it said. */
function goesOnSpeaking(text: SectionText, draft: Draft): boolean {
  const [first] = sentenceOf(text, draft);
  return /^و?(?:اضاف|تابع|استطرد|اردف|مضي|ختم)/.test(text.token(first).norm);
}

/** A look back that comes to what happened today or yesterday is news all the same; a match is none. */
function isOfTheDay(text: SectionText, article: SectionedArticle): boolean {
  if (text.segments.some(({ names }) => names.has('مباراة'))) return false;
  const published = article.published.date;
  return spansWithin(text.reading.dates, text.from, text.to - 1).some(
    ({ date, precision, since }) =>
      precision === 1 && since === null && Math.abs(daysBetween(date, published)) <= 1,
  );
}

/** «في الذكرى …»: the news opens as a look back. */
function looksBack(text: SectionText): boolean {
  const opening = text.segments[0]?.sentence;
  for (const { sentence, names, opener, index } of text.segments) {
    if (sentence !== opening) return false;
    // «الجبل الذي استعاده الجيش مؤخرا» only describes, «بعد عام على سقوطها» says how long it took.
    if (names.has('history') && opener !== 'relative' && !(opener === 'cause' && index > 0)) return true;
  }
  return false;
}

export function sentenceOf(text: SectionText, draft: Draft): [number, number] {
  // Segments stand in text order, those of a sentence together: looking at all for each draft is no linear time.
  const { index, sentence } = draft.segment;
  const first = text.sentenceStart(draft.segment);
  let last = index;
  while (text.segments[last + 1]?.sentence === sentence) last++;
  return [
    text.segments[first]?.first ?? draft.segment.first,
    text.segments[last]?.last ?? draft.segment.last,
  ];
}

/** So many different words of sport, or of the stage, make a text one about a match or a film, which borrows words of war. */
const OF_A_FIELD = 4;
const FIELDS = ['رياضة', 'فن', 'تدقيق'] as const;

/** «قصف "حطين" مرمى ضيفه بأربعة أهداف», «يروي الفيلم قصة قناص …»: nothing of it befell anyone. `died`: whether anyone is told to have died in what was found. */
export function isOfPlay(text: SectionText, died: boolean): boolean {
  // «مقتل لاعب المنتخب بقذيفة سقطت على الملعب»
  const enough = died ? 2 * OF_A_FIELD : OF_A_FIELD;
  return FIELDS.some((field) => wordsOfField(text, field) >= enough);
}

/** So many sentences of long ago, and no day of the last week, make a text one that looks back. */
const OLD_SENTENCES = 2;
/** What lies farther back than this many days is long ago. */
const LONG_AGO = 60;
const LAST_WEEK = 7;
/** So many days of long ago for each of the last week make a chronology. */
const CHRONOLOGY = 8;

/**
 * «قاد المعارك في كانون الثاني 2016 … ثم في آذار …», «في الذكرى السابعة لرحيله»: a text that tells of long ago, and of no day
 * of late, is no news, unless it opens with an event. `opening` is the last sentence that it opens with.
 */
export function isOfOldTimes(
  text: SectionText,
  kept: readonly Draft[],
  opening: number,
  article: SectionedArticle,
): boolean {
  // Of the whole article: headings of years part a chronology.
  const { dates } = text.reading;
  const ago = ({ date }: { readonly date: string }) => daysBetween(date, article.published.date);
  const old = dates.filter((date) => isLongAgo(ago(date), date, article));
  const anniversaries = new Set(
    old.filter(({ since }) => since === null).map(({ date }) => date.slice(MONTH_AND_DAY)),
  );
  const isLate = ({ first, last, date, precision, since }: DateSpan) => {
    if (Math.abs(ago({ date })) > LAST_WEEK || anniversaries.has(date.slice(MONTH_AND_DAY))) return false;
    if (precision > 1 && (since === null || ago({ date: since }) > LAST_WEEK)) return false;
    // «كما هي الحال اليوم»: these times, where it dates no event.
    return !(first === last && text.token(first).norm === 'اليوم' && !datesAny(text, kept, first));
  };
  // A day without its year may be read as one to come.
  const ahead = dates.filter((date) => ago(date) < -LAST_WEEK);
  const apart = old.length + ahead.length;
  // Counted only where they may be few beside those: a file of flashes, each of its own section, dates thousands.
  if (apart < CHRONOLOGY) {
    if (dates.some(isLate)) return false;
  } else {
    const late = dates.filter(isLate).length;
    if (apart >= CHRONOLOGY * Math.max(1, late)) return true;
    if (late > 0) return false;
  }
  const past = new Set<number>();
  for (const { names, sentence } of text.segments) if (names.has('history')) past.add(sentence);
  for (const { first } of old) {
    const segment = text.segments.findLast((one) => one.first <= first);
    if (segment !== undefined) past.add(segment.sentence);
  }
  if (kept.some(({ segment: { sentence } }) => sentence <= opening && !past.has(sentence))) return false;
  return past.size >= OLD_SENTENCES;
}

/** Where the month begins in «2015-07-04». */
const MONTH_AND_DAY = 5;

/** Long ago, or since long ago. */
function isLongAgo(ago: number, { since }: DateSpan, article: SectionedArticle): boolean {
  if (since !== null) return daysBetween(since, article.published.date) > LONG_AGO;
  return ago > LONG_AGO;
}

function datesAny(text: SectionText, kept: readonly Draft[], at: number): boolean {
  return kept.some((draft) => {
    const [first, last] = sentenceOf(text, draft);
    return first <= at && at <= last;
  });
}

/** How many different ones. */
function wordsOfField(text: SectionText, field: string): number {
  const words = new Set<string>();
  for (const { names, first, last } of text.segments) {
    if (!names.has(field)) continue;
    for (let at = first; at <= last; at++)
      if (text.mark(at).names.includes(field)) words.add(text.token(at).norm);
  }
  return words.size;
}

export function sentencesOf({ segments }: SectionText): number {
  const first = segments[0];
  return first === undefined ? 0 : (segments.at(-1) as SegmentText).sentence - first.sentence + 1;
}

/** The last sentence that news opens with: the one after the headline, or after several lines of titles. */
export function lastOfOpening({ segments, reading: { tokens } }: SectionText): number {
  const { sentence } = segments[0] as SegmentText;
  const stop = segments.find(({ last }) => isFullStop(tokens[last]?.norm ?? ''));
  // «حصاد الألغام مستمر.. مقتل ستة»: a headline of two sentences.
  const more = stop?.sentence === sentence && isPause(tokens[stop.last]?.norm ?? '') ? 1 : 0;
  const opening = sentence + OPENING_SENTENCES - 1 + more;
  return Math.max(opening, stop?.sentence ?? opening);
}

function isPause(norm: string): boolean {
  return /^(?:\.\.+|…)$/.test(norm);
}

export function isFullStop(norm: string): boolean {
  return /^[.؟!…]+$/.test(norm);
}

/** Days from one day (YYYY-MM-DD) to another; negative where that is earlier. */
export function daysBetween(from: string, to: string): number {
  if (from === to) return 0;
  return dayNumber(to) - dayNumber(from);
}
