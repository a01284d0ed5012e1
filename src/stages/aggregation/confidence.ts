/** How sure an event is, from 0 to 1. docs/summaries.md tells the rule to readers; a test holds both together. */
import type { Count } from '../../model/mention.ts';

export interface Evidence {
  readonly independentSources: number;
  /** Sides of the fight whose own sources tell it. */
  readonly sides: number;
  /** Nobody but a party to the fight says so. */
  readonly claimedOnly: boolean;
  /** 3 where only the governorate is known. */
  readonly geoPrecision: number;
  /** The day is a guess: nobody told a publication date. */
  readonly dayAssumed: boolean;
  readonly killed: Count | null;
}

/** By number of independent sources: one, two, three, more. */
const BY_SOURCES = [0.5, 0.7, 0.8, 0.85];

/** Confidence in steps of 0.05, between 0.05 and 0.95. */
export function confidenceOf(evidence: Evidence): number {
  let score = BY_SOURCES[Math.min(Math.max(evidence.independentSources, 1), BY_SOURCES.length) - 1] as number;
  if (evidence.sides >= 2) score += 0.1;
  if (evidence.claimedOnly) score -= 0.15;
  if (evidence.geoPrecision === 3) score -= 0.1;
  if (evidence.dayAssumed) score -= 0.1;
  if (isContested(evidence.killed)) score -= 0.05;
  return Math.round(Math.min(0.95, Math.max(0.05, score)) * 100) / 100;
}

function isContested(killed: Count | null): boolean {
  return killed !== null && killed.vague === null && killed.low !== null && killed.low !== killed.high;
}
