/** What a narrative tells and in which order: the choice is the same in both languages, only the words differ. */
import type { NashraEvent, SummaryContent } from '../../model/summary.ts';
import { EVENT_TYPES, type EventType, type Weapon } from '../../model/vocabulary.ts';
import { placeKey } from './places.ts';

/** Events told in a sentence of their own. */
const LEADING_EVENTS = 3;
const OTHER_PLACES = 5;
const NAMED_TYPES = 3;
const NAMED_WEAPONS = 2;

export interface NarrativePlan {
  readonly leading: readonly NashraEvent[];
  /** Places of the other events, the most told of first. */
  readonly otherPlaces: readonly { readonly name: string; readonly nameEn: string | null }[];
  readonly moreElsewhere: boolean;
  /** The commonest types with their numbers, where several types occur. */
  readonly types: readonly (readonly [EventType, number])[];
}

function weight({ killed, injured }: NashraEvent): readonly number[] {
  return [killed?.best ?? killed?.low ?? 0, injured?.best ?? injured?.low ?? 0];
}

/** By dead, injured, independent sources, then an order that is always the same. */
function byImportance(one: NashraEvent, other: NashraEvent): number {
  const [dead = 0, hurt = 0] = weight(one);
  const [otherDead = 0, otherHurt = 0] = weight(other);
  return (
    otherDead - dead ||
    otherHurt - hurt ||
    other.independentSources - one.independentSources ||
    other.mentions.length - one.mentions.length ||
    (one.id < other.id ? -1 : 1)
  );
}

export function planNarrative(content: SummaryContent, events: readonly NashraEvent[]): NarrativePlan {
  const order = [...events].sort(byImportance);
  const leading = order.slice(0, LEADING_EVENTS);
  const named = new Set(leading.map(({ place }) => placeKey(place)));
  const others = content.places.filter((place) => !named.has(placeKey(place)));
  const types = EVENT_TYPES.flatMap((type) => {
    const n = content.byType[type];
    return n ? [[type, n] as const] : [];
  }).sort(([, a], [, b]) => b - a);
  return {
    leading,
    otherPlaces: others.slice(0, OTHER_PLACES),
    moreElsewhere: others.length > OTHER_PLACES,
    types: types.length > 1 && events.length > 2 ? types.slice(0, NAMED_TYPES) : [],
  };
}

const FROM_THE_AIR = new Set<Weapon>([
  'barrel_bomb',
  'cluster_munition',
  'incendiary',
  'drone',
  'helicopter',
]);

/** Weapons worth a word: what carried a munition, or flew an air strike, goes without saying. */
export function namedWeapons(
  { type, weapons }: NashraEvent,
  known: Readonly<Partial<Record<Weapon, string>>>,
): Weapon[] {
  const fitting =
    type === 'air_drone_strike' ? weapons.filter((weapon) => FROM_THE_AIR.has(weapon)) : weapons;
  const silent = fitting.includes('barrel_bomb') ? 'helicopter' : null;
  return fitting.filter((weapon) => known[weapon] !== undefined && weapon !== silent).slice(0, NAMED_WEAPONS);
}
