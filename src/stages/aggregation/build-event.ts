/** A cluster of mentions → the event that consumers read. */
import { createHash } from 'node:crypto';
import type { EventActor, EventPlace, Mention } from '../../model/mention.ts';
import type { NashraEvent } from '../../model/summary.ts';
import { groupOf, ROLES, SIDES, WEAPONS } from '../../model/vocabulary.ts';
import type { Member } from './cell-facts.ts';
import { confidenceOf } from './confidence.ts';
import type { DisjointSets } from './disjoint-sets.ts';
import type { Cluster } from './merge-events.ts';
import { placeKey } from './places.ts';
import { reconcile, reconcileGroups, type Testimony } from './reconcile-casualties.ts';
import type { SummaryKnowledge } from './summary-knowledge.ts';
import { compareTold, type Told } from './told.ts';
import { voicesOf } from './voices.ts';

/**
 * The events of clusters that share a day and governorate, in the clusters' order. The id of an event comes from day,
 * governorate, type and place; where several events share those, the one told first keeps the plain id and the others
 * add their parties and weapons, so that a later raid does not rename an earlier one.
 */
export function buildEvents(
  clusters: readonly Cluster[],
  sections: DisjointSets,
  knowledge: SummaryKnowledge,
): NashraEvent[] {
  const taken = new Set<string>();
  return clusters.map((cluster) => {
    const event = buildEvent(cluster, sections, knowledge);
    const base = [event.date, event.governorate, event.type, placeKey(event.place)].join('|');
    const marks = [...cluster.parties.doers]
      .sort()
      .concat([...cluster.weapons].sort())
      .join(',');
    let id = digest(base);
    for (let n = 0; taken.has(id); n += 1) id = digest(`${base}|${marks}|${n}`);
    taken.add(id);
    return { ...event, id };
  });
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function sorted(values: Iterable<string>): string[] {
  return [...new Set(values)].sort();
}

function buildEvent(cluster: Cluster, sections: DisjointSets, knowledge: SummaryKnowledge): NashraEvent {
  const told = [...cluster.told].sort(compareTold);
  const mentions = told.map(({ mention }) => mention);
  const lead = mentions[0] as Told['mention'];
  const testimony: Testimony = { told, voices: voicesOf(told, sections) };
  const independentSources = new Set(testimony.voices).size;
  const { place, geoPrecision } = finestPlace(told, cluster, knowledge);
  const killed = reconcile(testimony, (m) => m.killed);
  const attributions = sorted(mentions.flatMap((m) => m.attribution ?? []));
  const claimedOnly = mentions.every(({ modality }) => modality === 'claimed');
  return {
    id: '',
    date: lead.date,
    governorate: lead.governorate as string,
    type: cluster.type,
    group: groupOf(cluster.type),
    place,
    geoPrecision,
    actors: unionActors(mentions.flatMap(({ actors }) => actors)),
    weapons: WEAPONS.filter((weapon) => mentions.some(({ weapons }) => weapons.includes(weapon))),
    killed,
    injured: reconcile(testimony, (m) => m.injured),
    abducted: reconcile(testimony, (m) => m.abducted),
    detained: reconcile(testimony, (m) => m.detained),
    displaced: reconcile(testimony, (m) => m.displaced),
    groups: reconcileGroups(testimony),
    modality: claimedOnly ? 'claimed' : 'reported',
    attributions,
    mentions: sorted(mentions.map(({ id }) => id)),
    articles: sorted(told.flatMap(tellers).map(({ id }) => id)),
    sources: sorted(told.flatMap(tellers).map(({ source }) => source)),
    independentSources,
    confidence: confidenceOf({
      independentSources,
      sides: new Set(attributions.flatMap((name) => knowledge.sideOf?.(name) ?? [])).size,
      claimedOnly,
      geoPrecision,
      dayAssumed: mentions.every(({ dateBasis }) => dateBasis === 'assumed'),
      killed,
    }),
    quotes: told.map(({ mention, family }) => ({
      article: family.member.id,
      start: mention.start,
      end: mention.end,
      quote: mention.quote,
    })),
  };
}

/** Who vouches for a telling: the article, and the reprints whose original told it too; older editions need not. */
function tellers({ mention, family }: Told): Member[] {
  const reprints = family.others.filter(({ id }) => {
    if (family.superseded.has(id)) return false;
    const originals = family.reprinted.get(id);
    return originals?.some((entry) => entry.mentions.some((other) => tellsOf(other, mention))) ?? true;
  });
  return [family.member, ...reprints];
}

function tellsOf(other: Mention, mention: Mention): boolean {
  return other.type === mention.type && placeKey(other.place) === placeKey(mention.place);
}

/** The place of the mention that is at the cluster's own spot, told most exactly, under its gazetteer name. */
function finestPlace(
  told: readonly Told[],
  cluster: Cluster,
  knowledge: SummaryKnowledge,
): { place: EventPlace | null; geoPrecision: 1 | 2 | 3 } {
  const here = told.filter(({ mention }) => placeKey(mention.place) === cluster.spot.key);
  const finest = here.reduce((best, t) => (t.mention.geoPrecision < best.mention.geoPrecision ? t : best));
  const { place, geoPrecision } = finest.mention;
  const name = place?.id ? knowledge.placeName?.(place.id) : null;
  return { place: place && name ? { ...place, name } : place, geoPrecision };
}

/** Each actor once; who acts in one telling and is acted on in another takes part. */
function unionActors(actors: readonly EventActor[]): EventActor[] {
  const byId = new Map<string, EventActor>();
  for (const actor of actors) {
    const known = byId.get(actor.id);
    const role = known && known.role !== actor.role ? 'participant' : actor.role;
    byId.set(actor.id, { ...(known ?? actor), role });
  }
  return [...byId.values()].sort(
    (a, b) =>
      ROLES.indexOf(a.role) - ROLES.indexOf(b.role) ||
      SIDES.indexOf(a.side) - SIDES.indexOf(b.side) ||
      (a.id < b.id ? -1 : 1),
  );
}
