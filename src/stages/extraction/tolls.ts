/** Totals over several events, days or the country: kept as tolls of the article, no event and in no sum. */

import { dayOf, dayString } from '../../arabic/calendar.ts';
import type { DateSpan } from '../../arabic/token.ts';
import type { Toll } from '../../model/mention.ts';
import type { CasualtyDetail } from './casualties.ts';
import type { Reading } from './findings.ts';
import { spansWithin } from './spans-within.ts';
import { sentenceRange } from './totals-near.ts';

/** Tolls of the findings that are totals, in text order. `country` is the scope where no governorate is told. */
export function findTolls(reading: Reading, findings: readonly CasualtyDetail[], country: string): Toll[] {
  return findings
    .filter(({ total, killed, injured }) => total && (killed !== null || injured !== null))
    .map((finding) => ({
      start: finding.start,
      end: finding.end,
      scope: scopeOf(reading, finding, country),
      killed: finding.killed,
      injured: finding.injured,
      period: periodOf(reading, finding),
      attribution: attributionOf(reading, finding),
    }));
}

/** The one governorate that the sentence names, else the country. */
function scopeOf(reading: Reading, finding: CasualtyDetail, country: string): string {
  const { first, last } = sentenceRange(reading, finding.clause);
  const named = new Set(
    spansWithin(reading.entities.places, first, last)
      .filter(({ use }) => use !== 'part_of_name')
      .map(({ governorate }) => governorate)
      .filter((governorate) => governorate !== null),
  );
  return named.size === 1 ? ([...named][0] as string) : country;
}

function periodOf(reading: Reading, finding: CasualtyDetail): string | null {
  const { first, last } = sentenceRange(reading, finding.clause);
  const [nearest] = [...spansWithin(reading.dates, first, last)].sort(
    (a, b) => distance(a, finding) - distance(b, finding),
  );
  if (nearest === undefined) return null;
  if (nearest.since !== null) return `${nearest.since}/${nearest.date}`;
  return nearest.precision === 3 ? wholeOf(reading, nearest) : nearest.date;
}

/** «عام 2013», «شهر تموز»: its first and last day. */
function wholeOf({ tokens }: Reading, { first, last, date }: DateSpan): string {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const isYear = tokens[last]?.norm === date.slice(0, 4) && last - first <= 1 && month === 1;
  const end = isYear ? dayOf(year, 12, 31) : dayOf(year, month + 1, 1);
  if (end === null) return date;
  return `${date}/${dayString(isYear ? end : end - 1)}`;
}

function distance(date: DateSpan, finding: CasualtyDetail): number {
  return Math.abs(date.first - finding.first);
}

function attributionOf(reading: Reading, finding: CasualtyDetail): string | null {
  const { first, last } = sentenceRange(reading, finding.clause);
  return spansWithin(reading.entities.attributions, first, last)[0]?.name ?? null;
}
