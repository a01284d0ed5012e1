/** The pack's words for casualties, compiled once for each pack. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { type CasualtyLexicon, compileCasualtyLexicon } from './casualty-lexicon.ts';

const casualties = new WeakMap<Knowledge, CasualtyLexicon>();

export function casualtyLexiconOf(knowledge: Knowledge): CasualtyLexicon {
  const known = casualties.get(knowledge);
  if (known) return known;
  const compiled = compileCasualtyLexicon(knowledge);
  casualties.set(knowledge, compiled);
  return compiled;
}
