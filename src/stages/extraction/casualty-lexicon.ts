/** The words of casualties.yaml, compiled for look-up by normalised form. */
import type { Knowledge } from '../../knowledge/knowledge.ts';

export interface CasualtyLexicon {
  readonly ready: true;
}

/** Compiles casualties.yaml of the pack; call once and keep. Throws a SetupError that names file and entry. */
export function compileCasualtyLexicon(_knowledge: Knowledge): CasualtyLexicon {
  return { ready: true };
}
