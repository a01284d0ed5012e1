/** Tells the lead of an article, which sums up what the text then tells place by place, from a toll of its own. */
import { isAt } from '../../arabic/phrases.ts';
import type { Clause } from '../../arabic/token.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import type { Count } from '../../model/mention.ts';
import type { CasualtyDetail } from './casualties.ts';
import { isSumOfFirst, isSumOfNext } from './casualty-sums.ts';
import { standsForAll } from './containing-places.ts';
import type { Reading } from './findings.ts';
import { spansWithin } from './spans-within.ts';

/** An article opens in its first sentences (headline and lead), and its lead is no bulletin's section. */
const LEAD_SENTENCES = 2;

const LONGEST_LEAD = 50;

/** The headline and the lead tell the sum at most so often. */
const LEAD_FINDINGS = 3;

/** Clauses of a lead's sentence that are looked at. */
const LEAD_CLAUSES = 6;

/** A vague count is no part of a sum: so large, it makes none come out. */
const INEXACT = 1e6;

/**
 * Whether people told in the opening of an article are the sum of those told after them place by place: the first of all
 * findings of any that follow, a second lead («ما خلف عشرة شهداء») of those right after it.
 */
export function sumsUp(reading: Reading, findings: readonly CasualtyDetail[], index: number): boolean {
  const lead = findings[index];
  const clause = lead === undefined ? undefined : reading.clauses[lead.clause];
  if (index >= LEAD_FINDINGS || lead === undefined || clause === undefined) return false;
  if (clause.sentence > LEAD_SENTENCES || clause.last - clause.first > LONGEST_LEAD) return false;
  if (index > 0 && isBesideLead(reading, lead)) return false;
  if (isWide(reading, lead) && hasParts(findings, index)) return true;
  if (isToldByPlace(findings, index)) return true;
  if (index > 0 ? tellsTown(reading, lead) : tellsOneTown(reading, lead)) return false;
  const kind = lead.killed === null ? 'injured' : 'killed';
  const whole = lead[kind]?.low ?? 0;
  const rest = findings.slice(index + 1).map((one) => (one.total || one.recalled ? null : partOf(one[kind])));
  // «ارتفعت الحصيلة إلى 11 بعدما توفيت شابة. … وقتل حينها عشرة»: one event, whose toll has risen.
  if (lead.running) return false;
  return whole > 2 && (index === 0 ? isSumOfFirst(whole, rest) : isSumOfNext(whole, rest));
}

/** «ارتفع العدد إلى 11 جراء قصف مدينة (أ). … خمسة في (أ)، واثنان في (ب)، وأربعة في (ج)»: one sentence tells it by place. */
function isToldByPlace(findings: readonly CasualtyDetail[], index: number): boolean {
  const lead = findings[index];
  const kind = lead?.killed == null ? 'injured' : 'killed';
  const whole = lead?.[kind]?.low ?? 0;
  for (let at = index + 1; at < findings.length && at <= index + LEAD_FINDINGS; at++) {
    const clause = findings[at]?.clause;
    if (clause === lead?.clause) continue;
    const parts = findings.slice(at).filter((one) => one.clause === clause && one.place !== null);
    const sites = new Set(parts.map(({ place }) => place?.place?.id ?? place?.surface));
    const sum = parts.reduce((all, one) => all + (one[kind]?.high ?? Number.NaN), 0);
    if (sites.size === parts.length && parts.length > 1 && sum === whole) return true;
  }
  return false;
}

/** Findings after a headline among which the total may be that it announces. */
const ANNOUNCED_WITHIN = 4;
/** Fewer may be as many as others by chance. */
const LEAST_TOTAL = 5;
/** «أكثر من 430» of a headline are the 438 of its story. */
const ROUNDED = 1.05;

/** «أكثر من 430 مدنيا قتلوا في معركة (أ). … إن 438 مدنيا قتلوا منذ …»: a headline tells the total that its story tells. */
export function announcesTotal(
  { clauses }: Reading,
  findings: readonly CasualtyDetail[],
  index: number,
): boolean {
  const lead = findings[index];
  const low = lead?.killed?.low ?? 0;
  if (lead === undefined || lead.total || low < LEAST_TOTAL || clauses[lead.clause]?.sentence !== 0)
    return false;
  return findings.slice(index + 1, index + 1 + ANNOUNCED_WITHIN).some(({ total, killed }) => {
    const whole = killed?.low ?? 0;
    return total && whole >= low && whole <= low * ROUNDED;
  });
}

/** The lead tells again the sum that its headline told. */
export function repeatsTotal(
  { clauses }: Reading,
  [headline, ...rest]: readonly CasualtyDetail[],
  index: number,
): boolean {
  const lead = rest[index - 1];
  if (index === 0 || index >= LEAD_FINDINGS || lead === undefined || headline?.total !== true) return false;
  if ((clauses[lead.clause]?.sentence ?? 0) > LEAD_SENTENCES) return false;
  const same = (kind: 'killed' | 'injured') => (lead[kind]?.low ?? null) === (headline[kind]?.low ?? null);
  return (lead.killed?.low ?? 0) > 2 && same('killed') && (headline.injured === null || same('injured'));
}

const areTwoActs = fitting(/^ال(?:انفجارين|تفجيرين|هجومين|غارتين|حادثتين|ضربتين|قصفين|عمليتين)$/);

/** «… عشرة بتفجير في (أ). وانفجرت سيارة في (ب)، ما رفع حصيلة قتلى الانفجارين إلى 17»: those of both, of which one was told. */
export function sumsTwoActs(
  { tokens }: Reading,
  findings: readonly CasualtyDetail[],
  index: number,
): boolean {
  const last = findings[index];
  if (last?.running !== true) return false;
  let both = false;
  for (let at = last.first; at <= last.last && !both; at++) both = isAt(tokens, at, areTwoActs);
  const whole = last.killed?.low ?? 0;
  return (
    both &&
    findings.slice(0, index).some(({ total, killed }) => {
      const dead = killed?.low ?? 0;
      return !total && dead > 0 && dead < whole;
    })
  );
}

/** «… استشهد أربعة … ارتقى طفل … وبذلك ترتفع الحصيلة إلى خمسة»: the last toll adds up all that were told before it. */
export function isSumOfAll(findings: readonly CasualtyDetail[], index: number): boolean {
  const last = findings[index];
  if (last?.running !== true || index < 2) return false;
  const kind = last.killed === null ? 'injured' : 'killed';
  const whole = last[kind]?.high ?? 0;
  // «وفاة اثنين من المصابين ليصبح عدد القتلى عشرة»: of the same event.
  if (isOfLastWords(findings, index)) return false;
  const parts = findings
    .slice(0, index)
    .filter((one) => !one.total && !one.recalled && (one[kind]?.low ?? 0) > 0);
  const sum = parts.reduce((all, one) => all + (one[kind]?.high ?? Number.NaN), 0);
  return parts.length > 1 && whole > 2 && sum === whole;
}

/** How near before it those may be told of whom the last toll counts some more. */
const NEAR_TOKENS = 12;

function isOfLastWords(findings: readonly CasualtyDetail[], index: number): boolean {
  const [before, last] = [findings[index - 1], findings[index]];
  if (before === undefined || last === undefined || before.total) return false;
  return before.clause === last.clause && last.first - before.last <= NEAR_TOKENS;
}

const isContrast = fitting(/^(?:و?فيما|بينما|كما|حين)$/);

/** «…، فيما قتل 32 مدنيا بقصف على مناطق عدة»: what goes on beside the lead is none. */
function isBesideLead({ tokens }: Reading, { first }: CasualtyDetail): boolean {
  return isAt(tokens, first - 1, isContrast) || isAt(tokens, first - 2, isContrast);
}

/** «على مناطق عدة», «على مدن وبلدات ريف إدلب»: a lead speaks of many places without their names. */
function isWide(reading: Reading, { clause, last }: CasualtyDetail): boolean {
  const { tokens } = reading;
  const end = sentenceEdge(reading, clause, 1)?.last ?? last;
  for (let i = last + 1; i < end; i++) {
    if (isAt(tokens, i, arePlaces) && isAt(tokens, i + 1, areMany)) return true;
    if (isAt(tokens, i, areMany) && isAt(tokens, i + 1, arePlaces)) return true;
  }
  return false;
}

/** The first or the last clause of a lead's sentence, by the step towards it, some clauses off at most. */
function sentenceEdge({ clauses }: Reading, clause: number, step: -1 | 1): Clause | undefined {
  const sentence = clauses[clause]?.sentence;
  let edge = clause;
  while (Math.abs(edge - clause) < LEAD_CLAUSES && clauses[edge + step]?.sentence === sentence) edge += step;
  return clauses[edge];
}

const arePlaces = fitting(/^[بل]?(?:مدن|مناطق|بلدات|قري|احياء|نقاط|مواقع)$/);
const areMany = fitting(/^(?:عده|متفرقه|مختلفه|وبلدات|وقري|ومناطق|عديده)$/);

/** Whether at least two findings after the lead tell less of the same, as the places of it would. */
function hasParts(findings: readonly CasualtyDetail[], index: number): boolean {
  const lead = findings[index];
  const kind = lead?.killed == null ? 'injured' : 'killed';
  const whole = lead?.[kind]?.low ?? 0;
  const parts = findings.slice(index + 1).filter((one) => {
    const low = one.total ? 0 : (one[kind]?.low ?? 0);
    return low > 0 && low < whole;
  });
  return whole > 2 && parts.length > 1;
}

function partOf(count: Count | null): number | null {
  if (count === null) return null;
  return count.vague === null ? count.best : (count.best ?? 0) * INEXACT;
}

/** Whether a place inside a governorate is named in or before the clause: no lead of several places. */
function tellsTown(reading: Reading, { clause, last }: CasualtyDetail): boolean {
  const own = reading.clauses[clause];
  const before = reading.clauses[clause - 1];
  const from = (before?.sentence === own?.sentence && !isBylined(reading, clause - 1) ? before : own)?.first;
  const end = Math.max(last, own?.last ?? last);
  return townsWithin(reading, from ?? 0, end).some(({ place }) => place !== null);
}

const isTown = fitting(/^(?:ب|ل)?(?:مدينه|بلده|قريه|حي|مخيم)$/);
const isReporter = fitting(/^(?:ال)?مراسل(?:نا|ها)?$/);

/**
 * «استشهد تسعة إثر غارتين على بلدة (أ)», «غارات على بلدة (أ) أسفرت عن مقتل تسعة»: the town nearest to a lead's people,
 * first after them, then before, is named as one and in no list, or is the only one and bears no governorate's name.
 */
function tellsOneTown(reading: Reading, { clause, first, last }: CasualtyDetail): boolean {
  const end = sentenceEdge(reading, clause, 1)?.last ?? last;
  const start = sentenceEdge(reading, clause, -1)?.first ?? first;
  const after = townsWithin(reading, first + 1, end);
  const towns = after.length > 0 ? after : townsWithin(reading, start, first - 1).reverse();
  const [town, another] = towns;
  if (town === undefined || another?.list === town.list) return false;
  if (isAt(reading.tokens, town.first - 1, isTown) || isAt(reading.tokens, town.first, isTown)) return true;
  return another === undefined && town.place?.level === 'adm4' && !standsForAll(town);
}

/** Places named in a stretch that are no governorates, and no part of a name. */
function townsWithin({ entities }: Reading, from: number, to: number): PlaceFound[] {
  return spansWithin(entities.places, from, to).filter(
    ({ use, place, geoPrecision }) => use !== 'part_of_name' && place?.level !== 'adm1' && geoPrecision < 3,
  );
}

/** «قال مراسلنا في إدلب»: where the reporter is. */
function isBylined({ clauses, tokens }: Reading, clause: number): boolean {
  const { first, last } = clauses[clause] ?? { first: 0, last: -1 };
  for (let i = first; i <= last; i++) if (isAt(tokens, i, isReporter)) return true;
  return false;
}
