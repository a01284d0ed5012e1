/** Totals over several events, days or governorates: told, kept, and no event's. */
import type { Toll } from '../../model/mention.ts';
import type { Reading } from './findings.ts';

/** Tolls of an article, in text order. */
export function findTolls(_reading: Reading, _country: string): Toll[] {
  return [];
}
