/**
 * Mentions → events. Mentions of one governorate and type tell one event where the place, the parties and the weapons
 * fit. The most specific mention comes first and the barest last, so that «raids on Duma» joins the raid that is told
 * in full and two raids by different aircraft stay two. All orders are total: the input's order does not show.
 */
import type { EventType } from '../../model/vocabulary.ts';
import { liesIn, type Spot, spotOf } from './places.ts';
import { type Parties, partiesFit, partiesOf } from './sides.ts';
import type { SummaryKnowledge } from './summary-knowledge.ts';
import { compareTold, type Told } from './told.ts';
import { fits, weaponClasses } from './weapon-classes.ts';

export interface Cluster {
  readonly type: EventType;
  readonly spot: Spot;
  readonly told: readonly Told[];
  readonly parties: Parties;
  readonly weapons: ReadonlySet<string>;
}

/** Merges the mentions of one governorate and day. Mentions with the same id count once. */
export function mergeMentions(told: readonly Told[], knowledge: SummaryKnowledge): Cluster[] {
  const single = [...new Map(told.map((t) => [t.mention.id, t])).values()];
  const seeds = single.map((t) => seedOf(t, knowledge)).sort(bySpecificity);
  const byType = new Map<EventType, Cluster[]>();
  for (const seed of seeds) {
    const clusters = byType.get(seed.type) ?? [];
    byType.set(seed.type, clusters);
    joinSamePlace(seed, clusters);
  }
  for (const [type, clusters] of byType) byType.set(type, joinContained(clusters));
  foldShelling(byType);
  const firsts = new Map([...byType.values()].flat().map((cluster) => [cluster, earliest(cluster)]));
  return [...firsts.keys()].sort((a, b) => compareTold(firsts.get(a) as Told, firsts.get(b) as Told));
}

function earliest({ told }: Cluster): Told {
  return told.reduce((first, other) => (compareTold(other, first) < 0 ? other : first));
}

function seedOf(told: Told, knowledge: SummaryKnowledge): Cluster {
  const { mention } = told;
  return {
    type: mention.type,
    spot: spotOf(mention, knowledge),
    told: [told],
    parties: partiesOf(mention.type, mention.actors),
    weapons: weaponsThatDecide(mention.type, weaponClasses(mention.weapons)),
  };
}

/** In a fight every weapon may speak; what was thrown in is no second battle. */
function weaponsThatDecide(type: EventType, classes: ReadonlySet<string>): ReadonlySet<string> {
  return type.endsWith('_territory') ? new Set() : classes;
}

function bySpecificity(one: Cluster, other: Cluster): number {
  const weigh = ({ spot, parties, weapons, told }: Cluster) =>
    spot.within.length + parties.doers.size + weapons.size + (told[0]?.mention.killed ? 1 : 0);
  return weigh(other) - weigh(one) || compareTold(one.told[0] as Told, other.told[0] as Told);
}

function compatible(one: Cluster, other: Cluster): boolean {
  const isFight = one.type === 'armed_clash';
  return (isFight || fits(one.weapons, other.weapons)) && partiesFit(one.type, one.parties, other.parties);
}

function union(one: Cluster, other: Cluster): Cluster {
  return {
    type: one.type,
    spot: one.spot,
    told: [...one.told, ...other.told],
    parties: {
      doers: new Set([...one.parties.doers, ...other.parties.doers]),
      struck: new Set([...one.parties.struck, ...other.parties.struck]),
    },
    weapons: new Set([...one.weapons, ...other.weapons]),
  };
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const item of one) if (other.has(item)) count += 1;
  return count;
}

function joinSamePlace(seed: Cluster, clusters: Cluster[]): void {
  let best = -1;
  let bestScore = -1;
  clusters.forEach((cluster, index) => {
    if (cluster.spot.key !== seed.spot.key || !compatible(cluster, seed)) return;
    const score =
      2 * shared(cluster.parties.doers, seed.parties.doers) +
      2 * shared(cluster.weapons, seed.weapons) +
      (sameToll(cluster, seed) ? 1 : 0);
    if (score > bestScore) [best, bestScore] = [index, score];
  });
  const found = clusters[best];
  if (found) clusters[best] = union(found, seed);
  else clusters.push(seed);
}

function exactKilled(cluster: Cluster): ReadonlySet<string> {
  const counts = cluster.told.flatMap(({ mention: { killed } }) =>
    killed && killed.best !== null && killed.low === killed.high ? [String(killed.best)] : [],
  );
  return new Set(counts);
}

function sameToll(one: Cluster, other: Cluster): boolean {
  const mine = exactKilled(one);
  return [...exactKilled(other)].some((count) => count !== '0' && mine.has(count));
}

/** Exact tolls that differ, none of them a running one, tell of two events unless the place itself is the same. */
function tollsContradict(one: Cluster, other: Cluster): boolean {
  const running = [...one.told, ...other.told].some(({ mention }) => mention.running);
  if (running || sameToll(one, other)) return false;
  return exactKilled(one).size > 0 && exactKilled(other).size > 0;
}

/** A section that names a town and a village of it apart tells of two events itself. */
function shareSection(one: Cluster, other: Cluster): boolean {
  const sections = new Set(one.told.map(({ mention }) => mention.section));
  return other.told.some(({ mention }) => sections.has(mention.section));
}

/** Mentions of the town join the one event in a village or quarter of it that they fit. */
function joinContained(clusters: readonly Cluster[]): Cluster[] {
  const order = [...clusters].sort((a, b) => b.spot.within.length - a.spot.within.length);
  let kept: Cluster[] = [];
  for (const outer of order) {
    const inner = kept.filter(
      (c) =>
        liesIn(c.spot, outer.spot) &&
        compatible(c, outer) &&
        !tollsContradict(c, outer) &&
        !shareSection(c, outer),
    );
    const agreeing = inner.filter((c) => sameToll(c, outer));
    const chosen =
      agreeing.length === 1 ? agreeing[0] : !outer.spot.broad && inner.length === 1 ? inner[0] : undefined;
    if (chosen) kept = kept.map((c) => (c === chosen ? union(c, outer) : c));
    else kept.push(outer);
  }
  return kept;
}

/** Shelling without a toll, of which a clash at the same place tells as its weapon, is that clash. */
function foldShelling(byType: Map<EventType, Cluster[]>): void {
  let clashes = byType.get('armed_clash') ?? [];
  const left: Cluster[] = [];
  for (const shelling of byType.get('shelling_artillery_missile') ?? []) {
    const hasToll = shelling.told.some(({ mention }) => mention.killed || mention.injured);
    const clash = clashes.find(
      (c) =>
        !hasToll &&
        c.spot.key === shelling.spot.key &&
        shelling.weapons.size > 0 &&
        shared(c.weapons, shelling.weapons) === shelling.weapons.size &&
        shared(c.parties.doers, shelling.parties.doers) === shelling.parties.doers.size &&
        !shareSection(c, shelling),
    );
    if (clash) clashes = clashes.map((c) => (c === clash ? union(c, shelling) : c));
    else left.push(shelling);
  }
  byType.set('armed_clash', clashes);
  byType.set('shelling_artillery_missile', left);
}
