/**
 * Finds the people killed, hurt, taken or driven out that a text tells of: from an article read once to counts with
 * their bounds and groups. A predicate («قتل», «مقتل») takes the people that follow it, or those right before a verb
 * in the plural; nouns such as «قتلى» tell by themselves. Sums and splits are done; zero asserted, unknown and untold
 * stay apart. Linear: each place is looked at over a bounded distance.
 */

import { fitting, telling, wordOf } from '../../arabic/word-memory.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import { readBreakdown, readListOfThem } from './casualty-breakdown.ts';
import { isAddition, type Latest, readContinuation } from './casualty-continuation.ts';
import { Findings } from './casualty-findings.ts';
import type { CasualtyLexicon } from './casualty-lexicon.ts';
import { peopleAt } from './casualty-people.ts';
import { readPredicate } from './casualty-predicates.ts';
import { isReason } from './casualty-reason.ts';
import { readStandalone, readWhole } from './casualty-standalone.ts';
import { readTallies } from './casualty-tally.ts';
import { CasualtyText } from './casualty-text.ts';
import { zeroAt } from './casualty-zero.ts';
import type { CasualtyFinding, Reading } from './findings.ts';

export interface CasualtyDetail extends CasualtyFinding {
  /** Index in `reading.clauses` of the clause that tells it. */
  readonly clause: number;
  /** Actors (codebook ids) whose people died or were hurt, where told. */
  readonly victims: readonly string[];
  /** The place told right after the people, which the toll belongs to. */
  readonly place: PlaceFound | null;
  /** «لم تسجل إصابات»: an asserted zero. */
  readonly zero: boolean;
  /** «شخصا في كل من قرى (أ) و(ب)»: as many at each of the places that follow. */
  readonly each: boolean;
}

/** All findings in token order, without overlap. */
export function findCasualties(reading: Reading, lexicon: CasualtyLexicon): CasualtyDetail[] {
  const text = new CasualtyText(reading, lexicon);
  const findings = new Findings(text);
  reading.clauses.forEach((clause, index) => {
    let i = clause.first;
    while (i <= clause.last) i = readAt(text, findings, index, i, clause.first, clause.last);
  });
  return findings.done();
}

/** «قتل ستة في (أ)، | وتسعة مقاتلين في (ب)»: where in its clause a count may stand that goes on with the one before. */
const OPENS_WITHIN = 1;

/** «أن بين القتلى تسعة في غارات على (أ)، وخمسة في غارة على (ب)»: of those counted sentences before. */
const isBetween = fitting(/^(?:من|بين)$/);
const areTheDead = fitting(/^(?:بين|القتلي|الضحايا|الشهداء|الشهدا)$/);

const isOfThem = fitting(/^منه(?:م|ن)$/);

/** «التي أوضحت أن 13 منهم قتلوا في (أ) وثمانية في (ب)» */
function countsThem(text: CasualtyText, at: number): boolean {
  if (text.norm(at - 1) !== 'ان') return false;
  const number = text.number(at);
  return number?.kind === 'count' && text.fits(number.last + 1, isOfThem);
}

/** How far after a count the breakdown of it may begin. */
const BREAKDOWN_REACH = 24;

/** What tells nobody by itself, but may go on with those just told, or deny them: «و», «إضافة إلى», «من غير أن». */
const isConnecting = telling((norm) => /^[و:]$|^غير$/.test(norm) || isAddition(wordOf(norm)));

/** Reads what begins at the token; returns the token to go on from. */
function readAt(
  text: CasualtyText,
  findings: Findings,
  clause: number,
  at: number,
  first: number,
  last: number,
): number {
  if (!text.matters(at) && !text.fits(at, isConnecting)) return at + 1;
  const zero = zeroAt(text, at, last);
  if (zero !== null) {
    if (zero.killed || zero.injured) findings.addZero(clause, at, zero);
    return zero.last + 1;
  }
  const tally = readTallies(text, at, first, last);
  if (tally !== null) {
    findings.add(clause, tally);
    return tally.last + 1;
  }
  const latest = findings.latest(clause);
  const told = findings.lastIn(clause, first);
  const near = told !== null && at - told <= BREAKDOWN_REACH;
  const ofTheDead =
    !near && ((text.fits(at, isBetween) && text.fits(at + 1, areTheDead)) || countsThem(text, at));
  const parts = near || ofTheDead ? readBreakdown(text, at, last) : null;
  if (parts !== null && findings.breakDown(clause, parts, ofTheDead)) return parts.last + 1;
  const list = near ? readListOfThem(text, at, last) : null;
  const listEnd = list === null ? null : findings.listed(list);
  if (listEnd !== null) return listEnd + 1;
  const split = text.lexicon.splits.at(text.tokens, at);
  const again = split === null || latest === null ? null : text.word(split.last + 1);
  // «أحدهم قتل برصاص …»: of those told.
  if (again?.predicates.some(({ kind, form }) => kind === latest?.kind && form === 'verb'))
    return pastTheOthers(text, split === null ? at : split.last + 1, last);
  const whole = split === null ? null : readWhole(text, split.last, last);
  if (whole !== null && !findings.knows(whole.items)) {
    findings.add(clause, whole);
    return whole.last + 1;
  }
  if (split !== null && split.last <= last && !isPartitive(text, at))
    return findings.split(split.value, split.last + 1, last);
  const died = findings.turnedDead(at);
  if (died !== null) return died + 1;
  const part = findings.splitOn(clause, at, last);
  if (part !== null) return part;
  const people =
    readPredicate(text, at, first, last) ??
    (isApposition(text, at, latest) ? null : readStandalone(text, at, first, last)) ??
    readContinuation(
      text,
      at,
      last,
      latest ?? (at - first <= OPENS_WITHIN ? findings.latest(clause - 1) : null),
    );
  if (people === null) return at + 1;
  if (people.items.length > 0 && !isReason(text, at)) findings.add(clause, people);
  return people.last + 1;
}

/** How far after one of them the others may be told. */
const OTHERS_REACH = 12;

/** «أحدهم قتل برصاص … واثنان بعبوة ناسفة»: past the number of the others, who were counted too. */
function pastTheOthers(text: CasualtyText, verb: number, last: number): number {
  for (let i = verb + 1; i <= Math.min(last, verb + OTHERS_REACH); i++) {
    const number = text.number(i);
    if (number?.kind !== 'count' || !text.isJoined(i)) continue;
    const people = peopleAt(text, i, last);
    return people?.what === 'people' && people.form === 'bare' ? number.last + 1 : verb + 1;
  }
  return verb + 1;
}

/** «وأوقع عشرين منهم قتلى»: a number of them, and no part of what was told before. */
function isPartitive(text: CasualtyText, at: number): boolean {
  return /^من/.test(text.norm(at)) && text.isCounted(at);
}

/** «ارتقى خمسة من رفاقنا شهداء»: the noun says again what the predicate said. */
function isApposition(text: CasualtyText, at: number, latest: Latest | null): boolean {
  const number = text.number(at);
  // «ارتقى مدنيان شهيدين»
  return latest?.last === at - 1 && (number === null || number.dual) && !text.isJoined(at);
}
