/**
 * Purpose: the answer for one governorate and day. Input: the facts of a cell, a set. Output: its events and the
 * content of its summary. Guarantee: a pure function of the set: no order, repetition or clock shows in the result.
 */
import type { EventPlace } from '../../model/mention.ts';
import type { NashraEvent, SummaryContent } from '../../model/summary.ts';
import { CASUALTY_GROUPS, EVENT_TYPES, WEAPONS } from '../../model/vocabulary.ts';
import { buildEvents } from './build-event.ts';
import { type CellFacts, type CellId, cellParts } from './cell-facts.ts';
import { type Family, familiesOf } from './families.ts';
import { mergeMentions } from './merge-events.ts';
import { narrate } from './narrative.ts';
import { placeKey } from './places.ts';
import { sumCounts } from './reconcile-casualties.ts';
import { type SummaryKnowledge, scopeName } from './summary-knowledge.ts';
import type { Told } from './told.ts';
import { sectionSets } from './voices.ts';

export interface Summarised {
  readonly events: readonly NashraEvent[];
  readonly content: SummaryContent;
  /** Per article that counts, its part in the content: what the next revision is compared with. */
  readonly basis: Readonly<Record<string, string>>;
}

/**
 * Summarises a cell. For the national cell, hand over the united facts of all the day's governorates and its own:
 * the events stay apart by governorate, and the summary names them by id only.
 */
export function summarise(cell: CellId, facts: CellFacts, knowledge: SummaryKnowledge): Summarised {
  const { date, scope } = cellParts(cell);
  const national = scope === knowledge.country;
  const all = familiesOf(facts);
  const families = all.filter((family) => telling(family, date, scope, national));
  const events = mergeByGovernorate(families, date, scope, national, facts, knowledge);
  const content: SummaryContent = {
    date,
    governorate: { id: scope, ...scopeName(scope, knowledge) },
    counts: {
      events: events.length,
      mentions: new Set(events.flatMap(({ mentions }) => mentions)).size,
      articles: families.reduce((count, family) => count + 1 + family.others.length, 0),
      repeatsSuppressed:
        families.reduce((count, { others }) => count + others.length, 0) + repeatedSections(facts, families),
    },
    ...tallies(events),
    killed: sumCounts(events.map(({ killed }) => killed)),
    injured: sumCounts(events.map(({ injured }) => injured)),
    groups: sumGroups(events),
    places: placesOf(events),
    events: events.map(({ id }) => id),
    eventDetails: national ? [] : [...events],
    byGovernorate: national ? shares(events, knowledge) : [],
    tolls: tollsOf(families, scope),
    narrative: { ar: '', en: '' },
  };
  return {
    events,
    content: { ...content, narrative: narrate(content, events, knowledge) },
    basis: basisOf(all),
  };
}

function mentionsOf(family: Family, date: string, scope: string, national: boolean) {
  return (family.entry?.mentions ?? []).filter(
    (m) => m.date === date && (national || m.governorate === scope),
  );
}

function telling(family: Family, date: string, scope: string, national: boolean): boolean {
  return (
    mentionsOf(family, date, scope, national).length > 0 ||
    (family.entry?.tolls ?? []).some((t) => t.scope === scope)
  );
}

function mergeByGovernorate(
  families: readonly Family[],
  date: string,
  scope: string,
  national: boolean,
  facts: CellFacts,
  knowledge: SummaryKnowledge,
): NashraEvent[] {
  const told = new Map<string, Told[]>();
  for (const family of families) {
    for (const mention of mentionsOf(family, date, scope, national)) {
      const known = told.get(mention.governorate as string);
      if (known) known.push({ mention, family });
      else told.set(mention.governorate as string, [{ mention, family }]);
    }
  }
  const sections = sectionSets(facts);
  return [...told.keys()]
    .sort()
    .flatMap((id) => buildEvents(mergeMentions(told.get(id) as Told[], knowledge), sections, knowledge));
}

/** Sections beyond the first of each set that tell the same, among those that speak here. */
function repeatedSections(facts: CellFacts, families: readonly Family[]): number {
  const sets = sectionSets(facts);
  const present = new Set(
    families.flatMap(({ entry }) => (entry?.mentions ?? []).map(({ section }) => section)),
  );
  const roots = new Set([...present].map((section) => sets.find(section)));
  return present.size - roots.size;
}

function tallies(events: readonly NashraEvent[]) {
  const count = <K extends string>(keys: readonly K[], of: (event: NashraEvent) => readonly string[]) => {
    const tally: Partial<Record<K, number>> = {};
    for (const key of keys) {
      const n = events.filter((event) => of(event).includes(key)).length;
      if (n > 0) tally[key] = n;
    }
    return tally;
  };
  const actors = [...new Set(events.flatMap((event) => event.actors.map(({ id }) => id)))].sort();
  const byWeapon = count(WEAPONS, ({ weapons }) => weapons);
  return {
    byType: count(EVENT_TYPES, ({ type }) => [type]),
    byActor: count(actors, (event) => event.actors.map(({ id }) => id)) as Record<string, number>,
    byWeapon,
    actors,
    weapons: WEAPONS.filter((weapon) => weapon in byWeapon),
  };
}

function sumGroups(events: readonly NashraEvent[]): SummaryContent['groups'] {
  const groups: SummaryContent['groups'] = {};
  for (const group of CASUALTY_GROUPS) {
    const killed = sumCounts(events.map((event) => event.groups[group]?.killed));
    const injured = sumCounts(events.map((event) => event.groups[group]?.injured));
    if (killed || injured) groups[group] = { ...(killed && { killed }), ...(injured && { injured }) };
  }
  return groups;
}

/** Places with their number of events, the most told of first. */
function placesOf(events: readonly NashraEvent[]): SummaryContent['places'] {
  const places = new Map<string, { place: EventPlace; events: number }>();
  for (const { place } of events) {
    if (!place) continue;
    const known = places.get(placeKey(place));
    if (known) known.events += 1;
    else places.set(placeKey(place), { place, events: 1 });
  }
  return [...places.entries()]
    .sort(([a, one], [b, other]) => other.events - one.events || (a < b ? -1 : 1))
    .map(([, { place, events: count }]) => ({ ...place, events: count }));
}

function shares(
  events: readonly NashraEvent[],
  knowledge: SummaryKnowledge,
): SummaryContent['byGovernorate'] {
  return knowledge.governorates
    .map(({ id }) => ({ id, own: events.filter(({ governorate }) => governorate === id) }))
    .filter(({ own }) => own.length > 0)
    .map(({ id, own }) => ({
      id,
      events: own.length,
      killed: sumCounts(own.map(({ killed }) => killed)),
      injured: sumCounts(own.map(({ injured }) => injured)),
    }));
}

function tollsOf(families: readonly Family[], scope: string): SummaryContent['tolls'] {
  return families.flatMap(({ member, entry }) =>
    (entry?.tolls ?? [])
      .filter((toll) => toll.scope === scope)
      .map((toll) => ({ article: member.id, ...toll })),
  );
}

/**
 * `live:DIGEST` for an article that speaks (`edition:` where it takes the place of older ones), `repeat` or
 * `superseded` for the others. A family that took back all it told here stays in, so that the withdrawal can be laid
 * at its door.
 */
function basisOf(families: readonly Family[]): Record<string, string> {
  const parts = families.flatMap(({ member, entry, others, superseded }) => [
    [member.id, `${superseded.size > 0 ? 'edition' : 'live'}:${entry?.digest ?? 'nothing'}`] as const,
    ...others.map(({ id }) => [id, superseded.has(id) ? 'superseded' : 'repeat'] as const),
  ]);
  return Object.fromEntries(parts.sort(([a], [b]) => (a < b ? -1 : 1)));
}
