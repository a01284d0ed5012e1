/** What summaries need to know of the country: names for people to read, and which place lies in which. */
export interface Label {
  readonly ar: string;
  readonly en: string;
}

export interface SummaryKnowledge {
  /** ISO 3166-1 code of the pack's country; the scope of its national summary. */
  readonly country: string;
  readonly countryName: Label;
  readonly governorates: readonly { readonly id: string; readonly ar: string; readonly en: string }[];
  /** Neutral name of an actor; null for an id that the pack does not know. */
  actorName(id: string): Label | null;
  /** The place that a place lies in by the gazetteer; null at the top or for an unknown place. */
  parentOf(placeId: string): string | null;
  /** The gazetteer's Arabic name of a place, whatever spelling a text used; null for an unknown place. */
  placeName?(placeId: string): string | null;
  /** Side of the fight that a named source speaks for («سانا» for the state); null for agencies and unknown names. */
  sideOf?(attribution: string): string | null;
  /** Id of the actor that a named source speaks for; null for agencies and unknown names. */
  speaksFor?(attribution: string): string | null;
}

/** A scope's name: a governorate's, or the country's. */
export function scopeName(scope: string, knowledge: SummaryKnowledge): Label {
  if (scope === knowledge.country) return knowledge.countryName;
  const governorate = knowledge.governorates.find(({ id }) => id === scope);
  return governorate ? { ar: governorate.ar, en: governorate.en } : { ar: scope, en: scope };
}
