/** What aggregation needs to know of the country, taken from the country pack. */
import type { Knowledge } from './knowledge/knowledge.ts';
import { AttributionsSchema } from './knowledge/pack-schema.ts';
import type { SummaryKnowledge } from './stages/aggregation/summary-knowledge.ts';

export function summaryKnowledgeOf(knowledge: Knowledge): SummaryKnowledge {
  const { pack, governorates } = knowledge;
  const { sources } = knowledge.part('attributions', AttributionsSchema);
  const speakers = new Map(
    sources.flatMap(({ name, actor }) => (actor === undefined ? [] : [[name, actor] as const])),
  );
  const sides = new Map(
    sources.flatMap(({ name, actor }) => {
      const side = actor === undefined ? undefined : knowledge.actor(actor)?.side;
      return side === undefined ? [] : [[name, side] as const];
    }),
  );
  return {
    country: pack.country,
    countryName: pack.name,
    governorates,
    actorName: (id) => {
      const actor = knowledge.actor(id);
      return actor ? { ar: actor.ar, en: actor.en } : null;
    },
    parentOf: (id) => knowledge.gazetteer.place(id)?.parent ?? null,
    placeName: (id) => knowledge.gazetteer.place(id)?.ar ?? knowledge.governorate(id)?.ar ?? null,
    speaksFor: (attribution) => speakers.get(attribution) ?? null,
    sideOf: (attribution) => sides.get(attribution) ?? null,
  };
}
