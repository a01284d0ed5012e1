/** The mentions of one section: interpreted, tolls tied, folded, weighed, dated. */
import { firstTokenFrom } from '../../arabic/token-memory.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { EventGrammar } from '../../knowledge/events/grammar.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import type { Section, SectionedArticle } from '../../model/article.ts';
import type { Mention } from '../../model/mention.ts';
import { attachCasualties } from './attach.ts';
import type { CasualtyDetail } from './casualties.ts';
import { certaintyOf, statementBy } from './certainty.ts';
import type { Draft } from './drafts.ts';
import { eventDays, type SectionDay } from './event-day.ts';
import {
  hasDate,
  hasDay,
  isFullStop,
  isOfOldTimes,
  isOfPlay,
  lastOfOpening,
  OPENING_SENTENCES,
  SURE,
  sentenceOf,
  sentencesOf,
  weightOf,
} from './event-weight.ts';
import type { EventDay, Reading } from './findings.ts';
import { foldDrafts } from './fold.ts';
import { interpretSection } from './interpret.ts';
import { handedOn } from './lead-parts.ts';
import { withoutLeads, withoutTakenUp } from './leads.ts';
import { mentionOf, toldApart } from './mentions.ts';
import { passBack, takeOver, tellHow } from './pass-on.ts';
import { readSection } from './read-section.ts';
import type { SectionText, SegmentText } from './section-text.ts';
import { siteDrafts, withTolls } from './siting.ts';
import { spansWithin } from './spans-within.ts';
import { asOneStory } from './story.ts';

export interface SectionContext {
  readonly article: SectionedArticle;
  readonly section: Section;
  /** The sections that `section` runs over: itself, or those that a page's furniture parts. */
  readonly parts: readonly Section[];
  readonly day: SectionDay;
  readonly reading: Reading;
  readonly grammar: EventGrammar;
  readonly knowledge: Knowledge;
  /** Casualties of the whole article, in text order. */
  readonly casualties: readonly CasualtyDetail[];
}

/** How many sentences after a headline, and after a first sentence, their day may be told. */
const HEADLINE_REACH = 6;
const LEAD_REACH = 2;
/** News of so many sentences that opens with no event, tells none for sure and few at all only speaks of the war. */
const LONG_TALK = 5;
const SEVERAL = 5;

export function sectionMentions(context: SectionContext): Mention[] {
  const { section, reading, grammar, knowledge } = context;
  const text = readSection(section, reading, grammar, knowledge.pack.country);
  if (text.from >= text.to) return [];
  const drafts = interpretSection(text);
  const news = section.heading === null;
  const days = eventDays(reading, text.from, text.to, context.day, storyOf(context));
  const dayOf = (draft: Draft): EventDay =>
    draft.day ?? days(draft.segment.first, lastToken(text, draft), isSudden(draft));
  for (const draft of drafts) {
    if (!news || hasDate(text, draft)) liftBackground(draft, dayOf(draft));
    liftAccusation(draft, text, context.casualties);
    liftFuneral(draft, text);
    if (draft.day === null && !hasDay(text, draft)) draft.day = dayTakenUp(draft, text, days);
  }
  attachCasualties(text, drafts, spansWithin(context.casualties, text.from, text.to - 1), context.day.day);
  const kept: Draft[] = [];
  let dropped: Draft | null = null;
  const opening = text.segments.length > 0 ? lastOfOpening(text) : 0;
  let sure = !news || sentencesOf(text) < LONG_TALK;
  for (const draft of foldDrafts(drafts, news)) {
    takeOver(draft, dropped);
    // What goes with an event of the same sentence is more likely one too.
    if (kept.at(-1)?.segment.sentence === draft.segment.sentence) draft.evidence += 1;
    if (followsCrowd(draft, kept.at(-1))) draft.evidence += 1;
    const weight = weightOf(draft, text, dayOf(draft), context.article);
    if (weight !== null) {
      kept.push(draft);
      sure ||=
        weight >= SURE ||
        draft.segment.sentence <= opening ||
        (draft.casualties.length > 0 && hasDate(text, draft));
    } else {
      passBack(draft, kept, (one) => dayOf(one).date);
      tellHow(draft, kept);
      dropped = draft;
    }
  }
  const died = kept.some(({ casualties }) => casualties.some(({ finding }) => finding.killed !== null));
  if (kept.length > 0 && isOfPlay(text, died)) return [];
  if (news && kept.length > 0 && isOfOldTimes(text, kept, opening, context.article)) return [];
  if (!sure && new Set(kept.map(({ segment }) => segment.sentence)).size < SEVERAL) return [];
  const wide = (place: PlaceFound | null) => isWide(text, place, knowledge);
  const looksBack = (draft: Draft) =>
    text.segments[text.sentenceStart(draft.segment)]?.opener === 'background';
  const opens = (draft: Draft) =>
    news && draft.segment.paragraph <= 1 && draft.segment.sentence <= OPENING_SENTENCES;
  const all = siteDrafts(kept, {
    toldDay: (draft) => (hasDate(text, draft) ? dayOf(draft) : null),
    dayOf,
    opens,
    reach: (draft) => (isHeadline(text, draft) ? HEADLINE_REACH : LEAD_REACH),
    isWide: wide,
    looksBack,
  });
  const sited = news
    ? asOneStory(
        withoutLeads(
          handedOn(all),
          dayOf,
          (draft) => hasDay(text, draft),
          wide,
          (draft) => countsVillages(text, draft),
          looksBack,
        ),
        {
          dayOf,
          isDated: (draft) => hasDay(text, draft),
          opens: (draft) => opens(draft) && draft.segment.sentence <= opening,
          isWide: wide,
          looksBack,
          isTitle: (draft) => opens(draft) && isHeadline(text, draft),
          isTakenUp: (draft) =>
            (isDefinite(text, draft) && !GO_ON.has(draft.trigger.lemma)) || namesItsTown(text, draft),
          isAnother: (draft) => isToldAsAnother(text, draft),
          gazetteer: knowledge.gazetteer,
        },
      )
    : withoutTakenUp(all, (draft) => isDefinite(text, draft), wide);
  const party = statementBy(reading);
  const claim =
    party === null
      ? null
      : { modality: 'claimed' as const, attribution: knowledge.actor(party.entry)?.ar ?? party.surface };
  const mentions = withTolls(sited).map((one) => {
    const { draft } = one;
    const [first, last] = sentenceOf(text, draft);
    const told = certaintyOf(reading, first, last, draft.segment.first);
    const certainty = told.attribution === null ? (claim ?? told) : told;
    return mentionOf(one, {
      article: context.article.id,
      parts: context.parts,
      knowledge,
      text,
      day: dayOf(draft),
      certainty,
    });
  });
  return toldApart(mentions);
}

/** How many sentences after an event «وكان الانفجار قد وقع …» may tell its day. */
const TAKEN_UP_WITHIN = 2;

/** «ارتفع عدد قتلى الانفجار في (أ) إلى أربعة. وكان الانفجار قد وقع مساء أمس»: the day that the look back tells of it. */
function dayTakenUp(
  { segment, trigger, block }: Draft,
  text: SectionText,
  days: (first: number, last: number) => EventDay,
): EventDay | null {
  if (block !== null || trigger.kind !== 'noun') return null;
  for (let index = segment.index + 1; index < text.segments.length; index++) {
    const next = text.segments[index] as SegmentText;
    if (next.sentence > segment.sentence + TAKEN_UP_WITHIN) return null;
    if (next.sentence === segment.sentence || next.opener !== 'background') continue;
    const { words } = text.mark(Math.min(next.last, next.first + 1));
    if (!words.some(({ lemma, definite }) => lemma === trigger.lemma && definite)) continue;
    if (!spansWithin(text.reading.dates, next.first, next.last).some(({ precision }) => precision === 1))
      continue;
    return days(next.first, next.last);
  }
  return null;
}

/** A title, a byline or a date that a page's furniture parts from the news has no more tokens than this. */
const TITLE_TOKENS = 60;

/** The first token of the news itself: of the first part that is no title. */
function storyOf({ parts, reading: { tokens } }: SectionContext): number {
  const starts = parts.map(({ start }) => firstTokenFrom(tokens, start));
  const isTitle = (part: number) => {
    const [first, next] = [starts[part] as number, starts[part + 1] as number];
    return next - first <= TITLE_TOKENS && !isFullStop(tokens[next - 1]?.norm ?? '');
  };
  let part = 0;
  while (part + 1 < starts.length && isTitle(part)) part++;
  return starts[part] ?? 0;
}

const isAlso = fitting(
  /^و?(?:كما|كذلك|ايضا|بدوره|بدورها|[ب]?(?:ال)?(?:ثاني?|ثانيه|ثالثه?)|مماثله?|مشابهه?|(?:ال)?اخري?|جدد|عاود|عاودت)$/,
);
/** How far after its word an event is said to be one more. */
const ALSO_REACH = 3;

/** «كما قصفت …», «في غارة أخرى على …»: told as one more. */
function isToldAsAnother(text: SectionText, { segment, trigger }: Draft): boolean {
  const end = Math.min(segment.last, trigger.at + ALSO_REACH);
  for (let at = segment.first; at <= end; at++) if (isAlso(text.token(at).word)) return true;
  return false;
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

/** «وعلى صعيد الاشتباكات …»: fights are told with the article wherever they are. */
const GO_ON: ReadonlySet<string> = new Set(['اشتباك', 'معركة', 'مواجهة', 'قتال']);

const isOfTown = fitting(/^(?:لل|ال|بال)(?:مدينه|بلده|قريه)$/);

/** «انفجرت عند المدخل الجنوبي للمدينة»: the town that was told of, without its name. */
function namesItsTown(text: SectionText, { segment }: Draft): boolean {
  for (let at = segment.first + 1; at <= segment.last; at++) {
    const alone = at === segment.last || text.token(at + 1).kind === 'punctuation';
    if (alone && isOfTown(text.token(at).word)) return true;
  }
  return false;
}

/** «القصف استهدف …»: what was told before. */
function isDefinite(text: SectionText, { trigger }: Draft): boolean {
  return (
    trigger.kind === 'noun' &&
    text.mark(trigger.at).words.some(({ lemma, definite }) => lemma === trigger.lemma && definite)
  );
}

/** A line without a full stop at its end; what trails off («...») does not stop. */
function isHeadline(text: SectionText, draft: Draft): boolean {
  const [, last] = sentenceOf(text, draft);
  const { norm } = text.token(last);
  return !isFullStop(norm) || /^(?:\.{2,}|…)$/.test(norm);
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
  const told = draft.source === 'own' || draft.source === 'pointed';
  const exact = told && FIRED.has(draft.frame) && (counted || hasDate(text, draft));
  if (exact || witnesses.some(({ actor }) => actor === null))
    (draft as { block: Draft['block'] }).block = null;
}

/** «شيع الآلاف في حرستا جثامين ثمانية قتلوا أمس بقصف …»: what they died of is an event where its day is told. */
function liftFuneral(draft: Draft, text: SectionText): void {
  if (draft.block !== 'talk' || draft.trigger.lemma === 'شيع') return;
  const [first, last] = sentenceOf(text, draft);
  let carried = false;
  let died: number | null = null;
  for (let at = first; at <= draft.trigger.at; at++) {
    const { words } = text.mark(at);
    carried ||= words.some(({ lemma }) => lemma === 'شيع');
    if (carried && words.some(({ lemma, kind }) => lemma === 'قتل' && kind === 'past')) died = at;
    // «تشييع قتلى التفجير الذي ضرب (أ) الأربعاء»
    if (carried && at > first && at === draft.trigger.at && areTheDead(text.token(at - 1).word)) died = at;
  }
  if (died === null) return;
  const told = spansWithin(text.reading.dates, died, last).some(({ precision }) => precision < 3);
  if (told) (draft as { block: Draft['block'] }).block = null;
}

const areTheDead = fitting(/^(?:قتلي|ضحايا|شهداء|شهدا)$/);

const FIRED: ReadonlySet<string> = new Set(['fire', 'blast', 'harm']);

/** A governorate, or its chief town named without «مدينة»: what leads name for all that lies in it. */
function isWide(text: SectionText, place: PlaceFound | null, knowledge: Knowledge): boolean {
  if (place === null) return true;
  if (place.place === null) return false;
  if (place.geoPrecision === 3 || place.place.level === 'adm1') return true;
  if (knowledge.governorate(place.governorate ?? '')?.ar !== place.place.ar) return false;
  const cue = [0, 1, 2].map((back) => text.reading.tokens[place.first - back]?.norm ?? '');
  return !cue.some((norm) => norm.includes('مدين'));
}
