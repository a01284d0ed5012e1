/** A compiled country pack as summaries see it. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { SummaryKnowledge } from './summary-knowledge.ts';

/** `parentOf` answers the place that a place lies in by the gazetteer. */
export function summaryKnowledgeOf(
  knowledge: Knowledge,
  parentOf: (placeId: string) => string | null,
): SummaryKnowledge {
  const { country, name } = knowledge.pack;
  return {
    country,
    countryName: name,
    governorates: knowledge.governorates,
    actorName: (id) => knowledge.actor(id),
    parentOf,
  };
}
