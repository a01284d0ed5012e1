/** Places as far as they decide whether two mentions can tell of one event. */
import type { EventPlace, Mention } from '../../model/mention.ts';
import type { SummaryKnowledge } from './summary-knowledge.ts';

/** So broad that «in it» says little: such a place takes in a village's event only where the tolls agree. */
const BROAD_LEVELS = new Set(['country', 'adm1', 'adm2', 'area', 'river', 'mountain', 'road']);
const MAX_DEPTH = 8;

export interface Spot {
  /** The same for the same place; the governorate itself where no place is told. */
  readonly key: string;
  /** The places it lies in, nearest first. */
  readonly within: readonly string[];
  readonly broad: boolean;
}

/** Where a mention is, for comparison. A place without an id is known by its name. */
export function spotOf(mention: Pick<Mention, 'place' | 'geoPrecision'>, knowledge: SummaryKnowledge): Spot {
  const { place } = mention;
  if (!place) return { key: '', within: [], broad: true };
  if (place.id === null) return { key: `name:${place.name}`, within: [], broad: false };
  const within: string[] = [];
  let up = knowledge.parentOf(place.id);
  while (up !== null && within.length < MAX_DEPTH && !within.includes(up)) {
    within.push(up);
    up = knowledge.parentOf(up);
  }
  return { key: place.id, within, broad: BROAD_LEVELS.has(place.level) || mention.geoPrecision === 3 };
}

/** True where the first place lies in the second. An untold place takes in the whole governorate. */
export function liesIn(inner: Spot, outer: Spot): boolean {
  return inner.key !== outer.key && (outer.key === '' || inner.within.includes(outer.key));
}

/** The place as it is shown: of several mentions of one place, all have the same. */
export function placeKey(place: EventPlace | null): string {
  return place ? (place.id ?? `name:${place.name}`) : '';
}
