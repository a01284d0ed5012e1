/** How sure a statement is and who says so. */
import type { Certainty, Reading } from './findings.ts';

/** Certainty of what stands in the tokens from `first` to `last` of a sentence that begins at `sentenceFirst`. */
export function certaintyOf(reading: Reading, sentenceFirst: number, sentenceLast: number): Certainty {
  for (const one of reading.entities.attributions) {
    if (one.first > sentenceLast) break;
    if (one.last < sentenceFirst) continue;
    return { modality: one.actor === null ? 'reported' : 'claimed', attribution: one.name };
  }
  return { modality: 'reported', attribution: null };
}
