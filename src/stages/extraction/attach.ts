/**
 * Ties the dead and hurt to their event: in the event's own segment, in an effect after it («مما أدى إلى»), or before
 * it where the cause follows («قتل ثلاثة إثر غارة»). What no event takes stays untied.
 */
import { fitting } from '../../arabic/word-memory.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import { isBoast, isOfUntold } from './attach-cause.ts';
import { nearestEvent, ownIn } from './attach-event.ts';
import { eventMeant } from './attach-meant.ts';
import { countUpTo, HARM, type OpenDrafts } from './attach-owner.ts';
import {
  blockedSentences,
  countsThoseAfter,
  isOfBlocked,
  isOfTheDead,
  isPartOf,
  isSuperseded,
} from './attach-part.ts';
import { firedUpon, isShooting, isShotElsewhere, joinsStruck, shotThere, summedUp } from './attach-place.ts';
import { isBesideDead, isHere, isOfSeveral, refine } from './attach-refine.ts';
import { isAtPlace, ofAnother, ofOrdinal, placed, spotAhead, spotOf } from './attach-spot.ts';
import type { CasualtyDetail } from './casualties.ts';
import { standsForAll } from './containing-places.ts';
import type { Draft } from './drafts.ts';
import type { SectionText, SegmentText } from './section-text.ts';
import { placeKey } from './siting.ts';
import { spansWithin } from './spans-within.ts';

/** Puts the findings of a section of that day (YYYY-MM-DD) on its drafts; returns those that no event takes. */
export function attachCasualties(
  text: SectionText,
  drafts: Draft[],
  findings: readonly CasualtyDetail[],
  day: string,
): CasualtyDetail[] {
  const open = drafts.filter((draft) => draft.block === null);
  const bySegment = draftsBySegment(text, open);
  const drafted: OpenDrafts = { all: open, bySegment, blocked: blockedSentences(text, drafts, day) };
  const blocked = new Set(drafts.filter(({ block }) => block !== null).map(({ segment }) => segment.index));
  const untied: CasualtyDetail[] = [];
  let at = 0;
  let shooting: Draft | null = null;
  for (const [index, untold] of findings.entries()) {
    const before = findings[index - 1];
    while (at < text.segments.length && (text.segments[at]?.last ?? 0) < untold.first) at++;
    const opening = text.segments[at];
    if (opening === undefined) break;
    if (untold.total) setBack(text, opening, untold, drafts);
    const finding = placed(text, untold, opening);
    const segment = deniedIn(text, opening, finding) ?? opening;
    if (finding.recalled && ownIn(segment, bySegment)?.source !== 'own' && isOvertaken(finding, open))
      continue;
    if (isIntake(text, finding) && open.some(({ casualties }) => casualties.length > 0)) continue;
    const spot = spotOf(text, segment, finding);
    const owner =
      finding.total ||
      (ownIn(segment, bySegment)?.rule.id === 'exchange' && finding.killed !== null) ||
      countsThoseAfter(text, finding, findings[index + 1], segment, bySegment) ||
      isOfBlocked(text, segment, finding, blocked, bySegment)
        ? null
        : nearestEvent(text, segment, finding, spot, drafted);
    const chosen =
      owner === null ||
      COUNTS_NOBODY.has(owner.type) ||
      (EXCHANGES.has(owner.rule.id) && finding.killed !== null) ||
      isOfUntold(text, segment, owner) ||
      isBoast(text, segment, owner)
        ? null
        : eventMeant(text, owner, segment, finding, open);
    const draft = chosen !== null && shooting !== null && isShotElsewhere(chosen, finding) ? null : chosen;
    if (draft !== null && before !== undefined && isSuperseded(text, segment, finding, before, draft)) {
      // Tolls go on from toll to toll, though this one counts nobody.
      const nobody = { ...finding, killed: null, injured: null, groups: {} };
      draft.casualties.push({
        sentence: segment.sentence,
        finding: nobody,
        at: undefined,
        shared: undefined,
      });
      continue;
    }
    if (draft === null) shooting ??= summedUp(segment, finding, drafts);
    if (draft && before !== undefined && isPartOf(text, before, finding) && countsFinding(draft, before))
      continue;
    if (draft && isOfTheDead(text, finding, draft)) continue;
    if (draft) {
      refine(text, segment, draft, finding);
      // «قتل ثلاثة في (أ)، وأربعة في (ب) | جراء غارات»: each of them was struck.
      if (spot !== null && isHere(spot, draft, segment))
        draft.places = draft.casualties.some(({ at }) => at !== undefined) ? [...draft.places, spot] : [spot];
      const listed = before?.clause === finding.clause || isToldBeside(segment, draft);
      if (listed && DEADLY.has(draft.frame) && isBesideDead(draft, finding))
        addPlace(draft, finding.place as PlaceFound);
      const where =
        ofOrdinal(text, finding, draft) ??
        spot ??
        spotAhead(text, segment, draft) ??
        ofAnother(text, segment, draft);
      const shared = where === null ? isOfSeveral(draft) : undefined;
      const at = where === null ? undefined : placeKey(where);
      draft.casualties.push({ sentence: segment.sentence, finding, at, shared });
      if (before !== undefined && before.clause === finding.clause) addPlaceBefore(draft, before);
      if (isShooting(draft)) shooting ??= draft;
    } else {
      const told = finding.total ? null : firedUpon(segment, finding, open, before);
      const struck = told === null ? shotThere(text, segment, finding, shooting) : [told];
      if (struck.length > 0) {
        insert(drafts, struck, segment);
        insert(open, struck, segment);
      } else if (finding.total || !joinsStruck(text, segment, finding, open)) untied.push(finding);
    }
  }
  return untied;
}

/** «غارات على ريف (أ)، 11 منهم في (ب) و6 في (ج)»: the event was in the place of the first part too. */
function addPlaceBefore(draft: Draft, before: CasualtyDetail): void {
  if (before.place === null || !DEADLY.has(draft.frame) || !isBesideDead(draft, before)) return;
  const key = placeKey(before.place);
  if (draft.casualties.some(({ at }) => at === key)) addPlace(draft, before.place);
}

/** Adds a place to those of an event, which stand in text order. */
function addPlace(draft: Draft, place: PlaceFound): void {
  draft.places = [...draft.places, place].sort((a, b) => a.first - b.first);
}

const isHospital = fitting(/^[وبلف]?(?:ال)?(?:مشفي|مشافي|مستشفي|مستشفيات)$/);
const receives = fitting(/^[وف]?(?:[يت]?استقبل(?:ت)?|تستقبل|يستقبل)$/);
/** How far before the hurt «المشفى استقبل» stands. */
const INTAKE_REACH = 4;

/** «أن المشفى استقبل 18 مصابا»: some of those whom the news has counted where they were hurt. */
function isIntake(text: SectionText, { first, killed }: CasualtyDetail): boolean {
  if (killed !== null) return false;
  for (let at = first - 1; at > text.from && at >= first - INTAKE_REACH; at--) {
    if (!receives(text.token(at).word)) continue;
    return [at - 1, at + 1, at + 2].some((near) => near < text.to && isHospital(text.token(near).word));
  }
  return false;
}

/**
 * «وبلغ عدد القتلى في المعارك منذ بدء الحملة 940», «وقتل التنظيم وحده 611 خلال العام»: what only names whom a total counts is
 * no event of the day; one that is told at a place of its own may be.
 */
function setBack(
  text: SectionText,
  segment: SegmentText,
  { first, last }: CasualtyDetail,
  drafts: readonly Draft[],
): void {
  // «أحصت شبكتنا مقتل 83 عنصرا خلال الأسبوع الماضي في المعارك حول (أ)»: all of that week.
  const start = (text.segments[text.sentenceStart(segment)] ?? segment).first;
  let counted = false;
  for (let at = start; at <= start + COUNTING_REACH && at < first; at++)
    counted ||= isCounting(text.token(at).word);

  const upTo = countUpTo(drafts, segment);
  for (let i = upTo - 1; i >= 0 && (drafts[i] as Draft).segment.index >= segment.index; i--) {
    const draft = drafts[i] as Draft;
    const { at } = draft.trigger;
    const wide = draft.places.every((place) => place.geoPrecision === 3 || standsForAll(place));
    const counts = at >= first - COUNTED_BEFORE && at <= last && (draft.source !== 'own' || wide);
    if (counts || (counted && !tellsDay(text, draft.segment))) block(draft);
  }
  for (let i = upTo; counted && i < drafts.length; i++) {
    const draft = drafts[i] as Draft;
    if (draft.segment.sentence !== segment.sentence) return;
    if (!tellsDay(text, draft.segment)) block(draft);
  }
}

function block(draft: Draft): void {
  if (draft.block === null) (draft as { block: Draft['block'] }).block = 'history';
}

/** Whether the segment tells a day, and no stretch of time. */
function tellsDay({ reading }: SectionText, { first, last }: SegmentText): boolean {
  return spansWithin(reading.dates, first, last).some(
    ({ since, precision }) => since === null && precision === 1,
  );
}

/** How far into its sentence the verb of counting stands. */
const COUNTING_REACH = 2;
const isCounting = fitting(/^[وف]?(?:احصي|احصت|وثق|سجل)(?:ت|نا|وا)?$/);
/** How far before a total the act may stand whose people it counts. */
const COUNTED_BEFORE = 3;

/** The draft that each segment is of: its own before one that goes on into it, and that before one whose cause it is. */
function draftsBySegment(text: SectionText, open: readonly Draft[]): Map<number, Draft> {
  const bySegment = new Map<number, Draft>();
  for (const draft of open) {
    // «جراء القصف بكافة الأسلحة الجوية والمدفعية»: of two events of one word, the one whose place is told.
    const known = bySegment.get(draft.segment.index);
    if (known === undefined || (known.source !== 'own' && draft.source === 'own'))
      bySegment.set(draft.segment.index, draft);
  }
  for (const draft of open) {
    for (let index = draft.segment.index; index <= draft.lastSegment; index++) {
      if (!bySegment.has(index)) bySegment.set(index, draft);
    }
  }
  for (const draft of open) {
    const cause = causeOf(text, draft);
    if (cause !== null && !bySegment.has(cause.index)) bySegment.set(cause.index, draft);
  }
  return bySegment;
}

/** What is signed or set up kills nobody. */
const COUNTS_NOBODY: ReadonlySet<string> = new Set(['agreement', 'headquarters_established']);

/** «… 27 مدنيا. وكانت الحصيلة التي أعلنها أمس 17 قتيلا»: an event of its place counts more, of whom these are. */
function isOvertaken({ killed: recalled, place }: CasualtyDetail, open: readonly Draft[]): boolean {
  const dead = recalled?.high ?? Number.POSITIVE_INFINITY;
  return open.some(
    (draft) =>
      (place === null || isAtPlace(draft, placeKey(place))) &&
      draft.casualties.some(({ finding: { total, killed } }) => !total && (killed?.low ?? 0) > dead),
  );
}

/** «لقاء تسليم أسيرين وجثة مقاتل»: who is handed over died elsewhere. */
const EXCHANGES: ReadonlySet<string> = new Set(['exchange', 'prisoners-handed']);

const DEADLY: ReadonlySet<Draft['frame']> = new Set(['fire', 'harm', 'protest']);

/** «14 قضوا في حي (أ) حين استهدفت غارة طابورا، فيما قتل تسعة في (ب)»: of the same fire, told aside. */
function isToldBeside({ opener, sentence, triggers }: SegmentText, draft: Draft): boolean {
  const alone = triggers.every(({ lemma }) => HARM.has(lemma) || lemma === 'عثر');
  return opener === 'connective' && sentence === draft.segment.sentence && alone;
}

/** Puts drafts of a segment among others in text order. */
function insert(drafts: Draft[], more: readonly Draft[], segment: SegmentText): void {
  drafts.splice(countUpTo(drafts, segment), 0, ...more);
}

function countsFinding({ casualties }: Draft, finding: CasualtyDetail): boolean {
  return casualties.some((one) => one.finding === finding);
}

/** «ولم | يسفر سقوط صاروخ على تسيل عن إصابات»: the denial belongs to what its verb governs, in the next segment. */
function deniedIn(text: SectionText, opening: SegmentText, finding: CasualtyDetail): SegmentText | null {
  if (!finding.zero || opening.triggers.length > 0) return null;
  let denied: SegmentText | null = null;
  // «ولم | تسفر قذيفتان | سقطتا قرب (أ) عن أي إصابات»
  for (let index = opening.index + 1; index <= opening.index + 2; index++) {
    const next = text.segments[index];
    if (next === undefined || next.first > finding.last || next.sentence !== opening.sentence) break;
    if (denied !== null && next.conjunction) break;
    denied = next;
  }
  return denied;
}

/** «أصيبت شقيقتها | جراء قنبلة يدوية | ألقاها مجهولون على منزل»: the cause whose verb tells the event. */
function causeOf(text: SectionText, { segment, frame }: Draft): SegmentText | null {
  if ((frame !== 'fire' && frame !== 'blast') || segment.opener !== 'verb' || segment.conjunction)
    return null;
  const cause = text.segments[segment.index - 1];
  return cause?.opener === 'cause' && cause.sentence === segment.sentence ? cause : null;
}
