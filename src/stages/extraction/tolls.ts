/** Totals over several events, days or the country: kept as tolls of the article, no event and in no sum. */
import type { Toll } from '../../model/mention.ts';
import type { CasualtyDetail } from './casualties.ts';
import type { Reading } from './findings.ts';

/** Tolls of the findings that are totals, in text order. `country` is the scope where no governorate is told. */
export function findTolls(_reading: Reading, _findings: readonly CasualtyDetail[], _country: string): Toll[] {
  return [];
}
