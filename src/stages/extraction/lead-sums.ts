/** Whether what opens a news text only sums up: the dead of a region, that the story then tells place by place. */
import { dayNumber } from '../../arabic/calendar.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import { combineCasualties } from './combine.ts';
import type { Draft } from './drafts.ts';
import type { EventDay } from './findings.ts';
import { placeKey, type Sited } from './siting.ts';

/** A sum stands in the first sentences, its headline among them. */
const SUM_SENTENCES = 2;

/** How many died by what stands there; null for what is told later. */
function openingDead(lead: Draft, sited: readonly Sited[]): number | null {
  const opening = sited[0]?.draft.segment.sentence ?? 0;
  return lead.segment.sentence <= SUM_SENTENCES + opening ? deadOf(lead) : null;
}

/** «ستة شهداء بقذائف على دمشق وريفها. … قذيفتان … اثنين، … ثلاثة، … طالبة»: as many as the events that follow tell in all. */
export function sumsUp(
  lead: Draft,
  sited: readonly Sited[],
  dayOf: (draft: Draft) => EventDay,
  wide: boolean,
): boolean {
  const dead = openingDead(lead, sited);
  if (dead === null || dead < 2) return false;
  const parts = new Set<Draft>();
  let sum = 0;
  for (const { draft } of sited) {
    const later = draft.segment.sentence > lead.segment.sentence && !parts.has(draft);
    // What a whole province counts may be of any kind.
    const alike = wide || draft.type === lead.type;
    if (!later || !alike || dayOf(draft).date > dayOf(lead).date) continue;
    if (!wide && dayOf(draft).date !== dayOf(lead).date) continue;
    const died = deadOf(draft);
    if (died === null || died === 0 || died >= dead) continue;
    // «ستة في (أ) … ثلاثة في (ب)، وثلاثة في (ج)»: other places, that happen to add up.
    if (!isWithin(lead, draft)) return false;
    parts.add(draft);
    sum += died;
  }
  return parts.size > 1 && sum === dead;
}

/** A region or what lies around a town: seven dead of a village and four and three of two others only happen to add up. */
function isSpread(place: PlaceFound): boolean {
  if (place.place === null) return false;
  return place.geoPrecision > 1 || isArea(place) || place.place.level === 'adm1';
}

/** Fewer dead may be as many as some others by chance. */
const LEAST_SUM = 4;

/**
 * «ثمانية شهداء بقصف على جبل الزاوية. … خمسة في (أ)، … طفلان في (ب)، … طفل في (ج)»: all that the story tells of the lead's
 * governorate on its day, place by place, adds up to its dead. `sited` with the toll of each place.
 */
export function addsUp(lead: Draft, sited: readonly Sited[], dayOf: (draft: Draft) => EventDay): boolean {
  const dead = openingDead(lead, sited);
  if (dead === null || dead < LEAST_SUM || !lead.places.every(isSpread)) return false;
  const inside = governorates(lead);
  let parts = 0;
  let sum = 0;
  for (const { draft, place, casualties } of sited) {
    if (draft === lead || draft.segment.sentence <= lead.segment.sentence) continue;
    if (place?.governorate == null || !inside.has(place.governorate)) continue;
    if (Math.abs(dayNumber(dayOf(draft).date) - dayNumber(dayOf(lead).date)) > 1) continue;
    const { killed } = combineCasualties(casualties);
    if (killed === null || killed.best === 0) continue;
    if (killed.best === null || killed.low !== killed.high || killed.best >= dead) return false;
    parts++;
    sum += killed.best;
  }
  return parts > 1 && sum === dead;
}

/** Whether a later event lies in a place of the lead: in its province or region, its quarter, or beside its name. */
function isWithin({ places }: Draft, { places: inner, segment }: Draft): boolean {
  return places.some((outer) => {
    const wide = outer.place === null || outer.place.level === 'adm1' || outer.place.level === 'area';
    return inner.every(
      ({ place, governorate }) =>
        (wide && governorate === outer.governorate) ||
        (place !== null && (place.parent === outer.place?.id || place.id === outer.place?.id)) ||
        segment.places.some((one) => placeKey(one) === placeKey(outer)),
    );
  });
}

/** «النظام يسيطر على ثلث الغوطة الشرقية»: what headlines name for the towns in it. */
export function isArea({ place }: PlaceFound): boolean {
  return place?.level === 'area';
}

/** How many died, where that is told exactly: «قتلى» of a headline may be any number. */
export function deadOf(draft: Draft): number | null {
  for (const { finding } of draft.casualties) {
    const { killed } = finding;
    if (killed !== null && killed.low === killed.high) return killed.best;
  }
  return null;
}

export function governorates(draft: Draft): Set<string | null> {
  return new Set(draft.places.map((place) => place.governorate));
}
