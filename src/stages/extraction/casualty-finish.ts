/** Turns findings into what the stage hands on: counts, groups, victims, place, and whether they are a total. */
import { fitting } from '../../arabic/word-memory.ts';
import type { CasualtyDetail } from './casualties.ts';
import { exactly } from './casualty-counts.ts';
import { type Draft, sentenceAt } from './casualty-draft.ts';
import { isRecalled, rankOf } from './casualty-earlier.ts';
import { isDigest, isOfHabit, isOfSameTime } from './casualty-habit.ts';
import { announcesTotal, isSumOfAll, repeatsTotal, sumsTwoActs, sumsUp } from './casualty-lead.ts';
import { SMALL } from './casualty-lexicon.ts';
import { placeOf } from './casualty-place.ts';
import type { CasualtyKind } from './casualty-schema.ts';
import { countOf, groupsOf, settled } from './casualty-sums.ts';
import type { CasualtyText } from './casualty-text.ts';
import { spansWithin } from './spans-within.ts';
import { isTotal } from './totals.ts';
import { isScattered } from './totals-place.ts';

const NOBODY: readonly string[] = [];

/** The findings that tell anything, in order; one that sums up those after it is a total. */
export function finished(text: CasualtyText, drafts: readonly Draft[]): CasualtyDetail[] {
  const listed = new Map<number, number>();
  let opening: Draft | null = null;
  for (const draft of drafts) {
    if (opening?.sentence !== draft.sentence) opening = draft;
    if (draft.listed && !isOfOneTown(text, draft) && !isOfOneFire(text, opening ?? draft))
      listed.set(draft.sentence, (listed.get(draft.sentence) ?? 0) + 1);
  }
  const found = drafts
    .filter(({ items, zero }) => items.length > 0 || zero !== null)
    .map((draft) => finish(text, draft, (listed.get(draft.sentence) ?? 0) > 1));
  const sums = found.map(
    (_, index) =>
      sumsUp(text.reading, found, index) ||
      isSumOfAll(found, index) ||
      sumsTwoActs(text.reading, found, index),
  );
  sums.forEach((isSum, index) => {
    if (isSum || isOfDay(text, found[index] as CasualtyDetail))
      (found[index] as { total: boolean }).total = true;
  });
  found.forEach((_, index) => {
    if (sums[0] === true && repeatsTotal(text.reading, found, index))
      (found[index] as { total: boolean }).total = true;
    if (announcesTotal(text.reading, found, index)) (found[index] as { total: boolean }).total = true;
  });
  return found;
}

const isDayWord = fitting(/^(?:امس|اليوم)$/);

/** «لجان التنسيق: 38 قتيلا أمس»: all that a source counted on a day. */
function isOfDay(text: CasualtyText, { first, last }: CasualtyDetail): boolean {
  if (!text.norm(first - 1).startsWith(':') || !text.fits(last + 1, isDayWord)) return false;
  const end = text.tokens[last + 2];
  return end === undefined || end.kind === 'punctuation' || end.gap === 'line' || end.gap === 'paragraph';
}

/** «14 في حي …، وتسعة في حي …»: the dead of one event by quarter, and no list of the country's dead. */
function isOfOneTown(text: CasualtyText, draft: Draft): boolean {
  const level = placeOf(text, draft.first, draft.last)?.place?.level;
  return level === 'neighbourhood' || level === 'camp';
}

/** How far before the people the word for what killed them may stand. */
const MEANS_REACH = 5;

/** How far after them: «قضى خمسة في قصف على (أ)». */
const MEANS_AFTER = 3;

/** «القصف أسفر عن مقتل خمسة في (أ)، واثنين في (ب)»: the dead of one fire by place. */
function isOfOneFire(text: CasualtyText, { first, last, sentence }: Draft): boolean {
  for (let at = last + 1; at <= last + MEANS_AFTER && sentenceAt(text, at) === sentence; at++)
    if (text.is(at, SMALL.means)) return true;
  for (let at = first - 1; at >= 0 && at >= first - MEANS_REACH; at--) {
    if (sentenceAt(text, at) !== sentence) return false;
    if (text.is(at, SMALL.means)) return true;
  }
  return false;
}

function finish(text: CasualtyText, draft: Draft, listed: boolean): CasualtyDetail {
  const { tokens } = text;
  const { zero } = draft;
  const counts = {
    killed: countOf(draft, 'killed'),
    injured: countOf(draft, 'injured'),
  };
  const exact = settled(draft, counts);
  const each = isInEach(text, draft.last + 1);
  return {
    first: draft.first,
    last: draft.last,
    start: tokens[draft.first]?.start ?? 0,
    end: tokens[draft.last]?.end ?? 0,
    killed: exact.killed ?? (zero?.killed ? exactly(0) : counts.killed),
    injured: exact.injured ?? (zero?.injured ? exactly(0) : counts.injured),
    abducted: countOf(draft, 'abducted'),
    detained: countOf(draft, 'detained'),
    displaced: countOf(draft, 'displaced'),
    groups: groupsOf(draft),
    running: draft.running,
    again: draft.again,
    recalled: isRecalled(text, draft),
    rank: rankOf(text, draft),
    total: isTotalOfMany(text, draft, listed),
    clause: draft.clause,
    place: draft.place ?? (each ? null : placeOf(text, draft.first, draft.last)),
    victims: victimsOf(draft),
    zero: zero !== null,
    each,
  };
}

/** «في كل من …», «بكل من …», and not «بين كل من» or the names after «كلا من». */
function isInEach(text: CasualtyText, at: number): boolean {
  const all = text.norm(at) === 'في' ? at + 1 : at;
  return (
    /^ب?كل$/.test(text.norm(all)) && (all > at || text.norm(all) === 'بكل') && text.norm(all + 1) === 'من'
  );
}

/** `listed`: the sentence tells a day's totals by place, «(36) في … و(22) في … و(21) في …». */
function isTotalOfMany(text: CasualtyText, draft: Draft, listed: boolean): boolean {
  const { reading } = text;
  if (draft.zero !== null) return false;
  if (isOfWholeWar(text, draft)) return true;
  if (isDigest(reading, draft)) return true;
  if (isMany(draft)) {
    if (listed || draft.spread || isOfHabit(text, draft.first) || isOfSameTime(text, draft.last, draft.first))
      return true;
    if (isTotal(reading, draft.clause, draft.first, draft.last)) return true;
  }
  return isMany(draft, 2) && isScattered(reading, draft.clause, draft.last);
}

/** No single act is told of here that killed so many, but for one that is named with its place or its day. */
const WHOLE_WAR = 500;

/** «وتقول دمشق إن مسلحين قتلوا 1100 من قوات الجيش»: of the whole war, with neither a place nor a day. */
function isOfWholeWar({ reading }: CasualtyText, draft: Draft): boolean {
  if ((countOf(draft, 'killed')?.low ?? 0) < WHOLE_WAR) return false;
  const { first, last } = reading.clauses[draft.clause] ?? draft;
  return (
    spansWithin(reading.entities.places, first, last).length === 0 &&
    spansWithin(reading.dates, first, last).length === 0
  );
}

/** One or two people are no total, whatever period the sentence speaks of. */
function isMany(draft: Draft, least = 3): boolean {
  const low = (kind: CasualtyKind): number => {
    const count = countOf(draft, kind);
    // «العديد من القتلى والجرحى»: one at least of each, and many in all.
    return count !== null && count.best === null ? least : (count?.low ?? 0);
  };
  return draft.listed || draft.running || Math.max(low('killed'), low('injured')) >= least;
}

/** Ids of the actors whose people they are, sorted. */
function victimsOf({ items }: Draft): readonly string[] {
  if (items.every(({ people }) => people.actors.length === 0)) return NOBODY;
  return [...new Set(items.flatMap(({ people }) => people.actors))].sort();
}
