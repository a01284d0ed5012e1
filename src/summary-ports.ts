/** What aggregation needs to know of the country, taken from the country pack. */
import type { Knowledge } from './knowledge/knowledge.ts';
import type { SummaryKnowledge } from './stages/aggregation/summary-knowledge.ts';

export function summaryKnowledgeOf(knowledge: Knowledge): SummaryKnowledge {
  const { pack, governorates } = knowledge;
  return {
    country: pack.country,
    countryName: pack.name,
    governorates,
    actorName: (id) => {
      const actor = knowledge.actor(id);
      return actor ? { ar: actor.ar, en: actor.en } : null;
    },
    parentOf: () => null,
  };
}
