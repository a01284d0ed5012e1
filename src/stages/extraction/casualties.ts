/**
 * Finds the people killed, hurt, taken or driven out that a text tells of: from an article read once to counts with
 * their bounds and groups. Sums and splits are done; zero asserted, unknown and untold stay apart.
 */
import type { CasualtyLexicon } from './casualty-lexicon.ts';
import type { CasualtyFinding, Reading } from './findings.ts';

export interface CasualtyDetail extends CasualtyFinding {
  /** Index in `reading.clauses` of the clause that tells it. */
  readonly clause: number;
  /** Actors (codebook ids) whose people died or were hurt, where told. */
  readonly victims: readonly string[];
  /** «لم تسجل إصابات»: both counts are an asserted zero. */
  readonly zero: boolean;
}

/** All findings in token order, without overlap. */
export function findCasualties(_reading: Reading, _lexicon: CasualtyLexicon): CasualtyDetail[] {
  return [];
}
