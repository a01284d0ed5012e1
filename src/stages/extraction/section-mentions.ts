/** The mentions of one section: interpreted, tolls tied, folded, weighed, dated. */
import { dayNumber } from '../../arabic/calendar.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { EventGrammar } from '../../knowledge/events/grammar.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import type { Section, SectionedArticle } from '../../model/article.ts';
import type { Mention } from '../../model/mention.ts';
import { attachCasualties } from './attach.ts';
import type { CasualtyDetail } from './casualties.ts';
import { certaintyOf } from './certainty.ts';
import type { Draft } from './drafts.ts';
import { eventDays, type SectionDay } from './event-day.ts';
import type { EventDay, Reading } from './findings.ts';
import { foldDrafts } from './fold.ts';
import { interpretSection } from './interpret.ts';
import { withoutLeads, withoutTakenUp } from './leads.ts';
import { mentionOf, toldApart } from './mentions.ts';
import { passBack, takeOver } from './pass-on.ts';
import { readSection } from './read-section.ts';
import type { SectionText, SegmentText } from './section-text.ts';
import { placeKey, siteDrafts, withTolls } from './siting.ts';
import { spansWithin } from './spans-within.ts';

export interface SectionContext {
  readonly article: SectionedArticle;
  readonly section: Section;
  readonly day: SectionDay;
  readonly reading: Reading;
  readonly grammar: EventGrammar;
  readonly knowledge: Knowledge;
  /** Casualties of the whole article, in text order. */
  readonly casualties: readonly CasualtyDetail[];
}

/** Older than this, what is told is background. */
const BACKGROUND_DAYS = 7;
/** One act reaches no more governorates than two. */
const MANY_GOVERNORATES = 3;
/** Headlines, doubled ones too, and the first sentence after them. */
const OPENING_SENTENCES = 2;
/** How many sentences after a headline, and after a first sentence, their day may be told. */
const HEADLINE_REACH = 6;
const LEAD_REACH = 2;
const ENOUGH_EVIDENCE = 3;
const ENOUGH_IN_STATEMENTS = 5;
/** Evidence that leaves no doubt that something is told as news. */
const SURE = 5;
/** News of so many sentences that opens with no event, tells none for sure and few at all only speaks of the war. */
const LONG_TALK = 5;
const SEVERAL = 3;

export function sectionMentions(context: SectionContext): Mention[] {
  const { section, reading, grammar, knowledge } = context;
  const text = readSection(section, reading, grammar, knowledge.pack.country);
  if (text.from >= text.to) return [];
  const drafts = interpretSection(text);
  const news = section.heading === null;
  const days = eventDays(reading, text.from, text.to, context.day);
  const dayOf = (draft: Draft): EventDay =>
    draft.day ?? days(draft.segment.first, lastToken(text, draft), isSudden(draft));
  for (const draft of drafts) {
    if (!news || hasDate(text, draft)) liftBackground(draft, dayOf(draft));
    liftAccusation(draft, text, context.casualties);
  }
  attachCasualties(text, drafts, spansWithin(context.casualties, text.from, text.to - 1));
  const kept: Draft[] = [];
  let dropped: Draft | null = null;
  const opening = text.segments.length > 0 ? lastOfOpening(text) : 0;
  let sure = !news || sentencesOf(text) < LONG_TALK;
  for (const draft of foldDrafts(drafts, news)) {
    takeOver(draft, dropped);
    // What goes with an event of the same sentence is more likely one too.
    if (kept.at(-1)?.segment.sentence === draft.segment.sentence) draft.evidence += 1;
    if (followsCrowd(draft, kept.at(-1))) draft.evidence += 1;
    const weight = weightOf(draft, text, dayOf(draft), context);
    if (weight !== null) {
      kept.push(draft);
      sure ||=
        weight >= SURE ||
        draft.segment.sentence <= opening ||
        (draft.casualties.length > 0 && hasDate(text, draft));
    } else {
      passBack(draft, kept, (one) => dayOf(one).date);
      dropped = draft;
    }
  }
  if (kept.length > 0 && isOfSport(text)) return [];
  if (!sure && new Set(kept.map(({ segment }) => segment.sentence)).size < SEVERAL) return [];
  const wide = (place: PlaceFound | null) => isWide(text, place, knowledge);
  const all = siteDrafts(kept, {
    toldDay: (draft) => (hasDate(text, draft) ? dayOf(draft) : null),
    dayOf,
    opens: (draft) => news && draft.segment.paragraph <= 1 && draft.segment.sentence <= OPENING_SENTENCES,
    reach: (draft) => (isHeadline(text, draft) ? HEADLINE_REACH : LEAD_REACH),
    isWide: wide,
    looksBack: (draft) => text.segments[text.sentenceStart(draft.segment)]?.opener === 'background',
  });
  const sited = news
    ? withoutLeads(
        all,
        dayOf,
        (draft) => hasDate(text, draft),
        wide,
        (draft) => countsVillages(text, draft),
      )
    : withoutTakenUp(all, (draft) => isDefinite(text, draft), wide);
  const mentions = withTolls(sited).map((one) => {
    const { draft } = one;
    const [first, last] = sentenceOf(text, draft);
    const certainty = certaintyOf(reading, first, last, draft.segment.first);
    return mentionOf(one, { article: context.article.id, knowledge, text, day: dayOf(draft), certainty });
  });
  return toldApart(mentions);
}

/** How many sentences after a crowd it may be told that it was shot at. */
const CROWD_REACH = 2;

/** «شهدت نوى احتجاجات. وقتل مدني جراء إطلاق النار على المتظاهرين»: the crowd just told of, at its place. */
function followsCrowd({ frame, source, segment }: Draft, before: Draft | undefined): boolean {
  if (frame !== 'protest' || before?.frame !== 'protest' || source !== 'before') return false;
  return before.source === 'own' && before.segment.sentence + CROWD_REACH >= segment.sentence;
}

/** Ground changes hands on one day, and people are taken, shot or blown up at once; fights and sieges go on. */
function isSudden({ frame, trigger }: Draft): boolean {
  if (AT_ONCE.has(frame)) return trigger.kind === 'past';
  return (frame === 'gain' || frame === 'loss') && trigger.kind !== 'present';
}

const AT_ONCE: ReadonlySet<Draft['frame']> = new Set(['seizure', 'harm', 'blast']);

const isVillage = fitting(/^(?:قريه|بلده|منطقه|موقعا|مدينه|قري|بلدات|مناطق|مواقع)$/);

/** «قصفت 12 قرية وبلدة في ريف منبج» */
function countsVillages(text: SectionText, { frame, segment, trigger }: Draft): boolean {
  if (frame !== 'fire') return false;
  for (let at = trigger.at + 1; at < segment.last; at++)
    if (text.token(at).kind === 'number' && isVillage(text.token(at + 1).word)) return true;
  return false;
}

/** «القصف استهدف …»: what was told before. */
function isDefinite(text: SectionText, { trigger }: Draft): boolean {
  return (
    trigger.kind === 'noun' &&
    text.mark(trigger.at).words.some(({ lemma, definite }) => lemma === trigger.lemma && definite)
  );
}

/** A line without a full stop at its end. */
function isHeadline(text: SectionText, draft: Draft): boolean {
  const [, last] = sentenceOf(text, draft);
  return !isFullStop(text.token(last).norm);
}

function isFullStop(norm: string): boolean {
  return /^[.؟!…]+$/.test(norm);
}

function lastToken(text: SectionText, draft: Draft): number {
  return (text.segments[draft.lastSegment] ?? draft.segment).last;
}

/** «وكانت … قد قصفت أمس»: what is told aside is an event where its day is told. */
function liftBackground(draft: Draft, day: EventDay): void {
  if (draft.block === 'background' && day.basis !== 'publication' && day.precision === 1) {
    (draft as { block: Draft['block'] }).block = null;
  }
}

/** What witnesses accuse somebody of at a place is their report; so is what anybody tells with its dead or its day. */
function liftAccusation(draft: Draft, text: SectionText, casualties: readonly CasualtyDetail[]): void {
  if (draft.block !== 'accuse' || draft.places.length === 0) return;
  const [first, last] = sentenceOf(text, draft);
  const witnesses = spansWithin(text.reading.entities.attributions, first, last);
  const counted = spansWithin(casualties, first, last).some(({ killed, injured }) => killed ?? injured);
  const exact = draft.source === 'own' && FIRED.has(draft.frame) && (counted || hasDate(text, draft));
  if (exact || witnesses.some(({ actor }) => actor === null))
    (draft as { block: Draft['block'] }).block = null;
}

const FIRED: ReadonlySet<string> = new Set(['fire', 'blast', 'harm']);

function sentenceOf(text: SectionText, draft: Draft): [number, number] {
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

/** So many different words of sport make a text one about a match, which borrows words of war. */
const OF_SPORT = 4;

/** «قصف "حطين" مرمى ضيفه بأربعة أهداف» */
function isOfSport(text: SectionText): boolean {
  const words = new Set<string>();
  for (const { names, first, last } of text.segments) {
    if (!names.has('رياضة')) continue;
    for (let at = first; at <= last; at++)
      if (text.mark(at).names.includes('رياضة')) words.add(text.token(at).norm);
  }
  return words.size >= OF_SPORT;
}

function sentencesOf({ segments }: SectionText): number {
  const first = segments[0];
  return first === undefined ? 0 : (segments.at(-1) as SegmentText).sentence - first.sentence + 1;
}

/** The last sentence that news opens with: the one after the headline, or after several lines of titles. */
function lastOfOpening({ segments, reading: { tokens } }: SectionText): number {
  const opening = (segments[0] as SegmentText).sentence + OPENING_SENTENCES - 1;
  const stop = segments.find(({ last }) => isFullStop(tokens[last]?.norm ?? ''));
  return Math.max(opening, stop?.sentence ?? opening);
}

/** How much speaks for an event; null where it is too little, or where what is told is none whatever speaks for it. */
function weightOf(draft: Draft, text: SectionText, day: EventDay, context: SectionContext): number | null {
  if (daysBetween(day.date, context.article.published.date) > BACKGROUND_DAYS) return null;
  if (text.section.heading !== null) return SURE;
  if (draft.places.length === 0) return null;
  // «إن ما بثته القناة عن إصابة جنديين بمسيرة خبر عار من الصحة»
  if (text.sentenceNames(draft.segment).has('عار_من_الصحة')) return null;
  // «اغتيال 205 مدنيين في ريف دير الزور والحسكة والرقة ومنبج»: a tally over the land, and no event.
  const dated = hasDate(text, draft);
  const many = BEFALLS.has(draft.frame) && governoratesOf(draft).size >= MANY_GOVERNORATES;
  if (many && !(dated && tellsTollAt(draft))) return null;
  if (draft.frame === 'people' && isOfCampaign(draft)) return null;
  if (!dated && looksBack(text) && !isOfTheDay(text, context)) return null;
  let evidence = draft.evidence;
  if (dated) evidence += 1;
  if (draft.casualties.length > 0) evidence += tellsTollAt(draft) ? 2 : 1;
  if (draft.initiators.length > 0 || draft.participants.length > 1) evidence += 1;
  // People gather before the offices of those who make statements.
  const stated = draft.frame !== 'protest' && isStatement(text, draft);
  return evidence >= (stated ? ENOUGH_IN_STATEMENTS : ENOUGH_EVIDENCE) ? evidence : null;
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
function hasDate(text: SectionText, draft: Draft): boolean {
  if (text.reading.dates.length === 0) return false;
  const [first, last] = sentenceOf(text, draft);
  return spansWithin(text.reading.dates, first, last).some(({ precision }) => precision < 3);
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
    if (segment.names.has('politics') && !suffers) return !isOfficers(text, segment);
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

/** «وأضاف أن …»: the sentence goes on with what the speaker before it said. */
function goesOnSpeaking(text: SectionText, draft: Draft): boolean {
  const [first] = sentenceOf(text, draft);
  return /^و?(?:اضاف|تابع|استطرد|اردف|مضي|ختم)/.test(text.token(first).norm);
}

/** A look back that comes to what happened today or yesterday is news all the same; a match is none. */
function isOfTheDay(text: SectionText, { article }: SectionContext): boolean {
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

/** A governorate, or its chief town named without «مدينة»: what leads name for all that lies in it. */
function isWide(text: SectionText, place: PlaceFound | null, knowledge: Knowledge): boolean {
  if (place === null) return true;
  if (place.place === null) return false;
  if (place.geoPrecision === 3 || place.place.level === 'adm1') return true;
  if (knowledge.governorate(place.governorate ?? '')?.ar !== place.place.ar) return false;
  const cue = [0, 1, 2].map((back) => text.reading.tokens[place.first - back]?.norm ?? '');
  return !cue.some((norm) => norm.includes('مدين'));
}

function daysBetween(from: string, to: string): number {
  if (from === to) return 0;
  return dayNumber(to) - dayNumber(from);
}
