/**
 * The verdict on one article from all earlier ones that may be alike. Pure: the same article with the same earlier
 * ones gets the same verdict in every run and from every worker.
 */
import { Relater, type Relation } from './relate.ts';
import type { SeenEntry, Verdict } from './seen-index.ts';
import { REPEAT_THRESHOLDS } from './thresholds.ts';

/** An earlier article that the one in hand repeats, extends or corrects. */
interface Related {
  readonly entry: SeenEntry;
  readonly relation: Relation;
  /** It is an older version of the same page or file. */
  readonly version: boolean;
}

/** What the earlier articles are to the one in hand; what follows depends on the verdict on the nearest of them. */
export interface Weighed {
  readonly entry: SeenEntry;
  readonly related: readonly Related[];
  readonly versions: readonly SeenEntry[];
  /** The one it stands nearest to; null where it is new. */
  readonly nearest: Related | null;
  /** A newer version of it came before it: nothing of it stands. */
  readonly overtaken: boolean;
}

export const NEW: Verdict = Object.freeze({
  kind: 'new',
  of: null,
  containment: 0,
  replaces: [],
  publishedFirst: false,
});
const RANK = { exact: 3, near_duplicate: 2, update: 1 } as const;

/** Compares an article with the earlier ones that may be alike, in the order of their tickets. */
export function weigh(entry: SeenEntry, earlier: readonly SeenEntry[]): Weighed {
  const relater = new Relater(entry);
  const related: Related[] = [];
  const versions: SeenEntry[] = [];
  for (const older of earlier) {
    const version = isVersion(entry, older, relater);
    if (version && older.receivedAt > entry.receivedAt) {
      const containment = relater.likeness(older);
      const relation: Relation = { kind: 'near_duplicate', containment, supersedes: false };
      return { entry, related, versions, nearest: { entry: older, relation, version }, overtaken: true };
    }
    const relation = asVersion(relater.to(older), version);
    if (version) versions.push(older);
    if (relation !== null) related.push({ entry: older, relation, version });
  }
  return { entry, related, versions, nearest: bestOf(related), overtaken: false };
}

/** The verdict, once that on the nearest earlier article is known (null where there is none). */
export function conclude(
  { entry, related, versions, nearest, overtaken }: Weighed,
  onNearest: Verdict | null,
): Verdict {
  if (nearest === null || onNearest === null) return { ...NEW, replaces: ids(versions) };
  const { kind, containment } = nearest.relation;
  if (overtaken) return { ...NEW, kind, of: nearest.entry.id, containment };
  const of = originalOf(nearest, onNearest);
  const told = asToldOf(of, nearest, related);
  const stale = versions.filter((version) => version.id !== nearest.entry.id && version.id !== of);
  if (told.kind !== 'update' && stale.length === 0) {
    const original = related.find((other) => other.entry.id === of) ?? nearest;
    const publishedFirst = isEarlier(entry, original.entry);
    return { kind: told.kind, of, containment: told.containment, replaces: [], publishedFirst };
  }
  const replaced = related.filter((other) => takesPlaceOf(entry, other)).map((other) => other.entry);
  const replaces = ids([...versions, ...replaced]);
  return { kind: 'update', of, containment: told.containment, replaces, publishedFirst: false };
}

/** What points at the original of a repeat says how it stands to that original: the exact copy of a retouched copy is none. */
function asToldOf(of: string, best: Related, related: readonly Related[]): Relation {
  if (of === best.entry.id || best.relation.kind === 'update') return best.relation;
  const original = related.find((other) => other.entry.id === of && other.relation.kind !== 'update');
  return original?.relation ?? { ...best.relation, kind: 'near_duplicate' };
}

function isEarlier(entry: SeenEntry, original: SeenEntry): boolean {
  return entry.dayTold && original.dayTold && entry.day < original.day;
}

/** An update by the same publisher takes the place of what it supersedes; another publisher's words stand by themselves. */
function takesPlaceOf(entry: SeenEntry, { entry: older, relation, version }: Related): boolean {
  if (version) return true;
  return relation.supersedes && entry.source !== 0 && entry.source === older.source;
}

/** A repeat of a repeat points at the article that was let through, an update at the first edition of the story. */
function originalOf({ entry, relation }: Related, verdict: Verdict): string {
  if (verdict.of === null) return entry.id;
  if (verdict.kind !== 'update') return verdict.of;
  return relation.kind === 'update' ? verdict.of : entry.id;
}

function bestOf(related: readonly Related[]): Related | null {
  let best: Related | null = null;
  for (const candidate of related) if (best === null || isBetter(candidate, best)) best = candidate;
  return best;
}

function isBetter(candidate: Related, best: Related): boolean {
  const byKind = RANK[candidate.relation.kind] - RANK[best.relation.kind];
  if (byKind !== 0) return byKind > 0;
  return candidate.relation.containment > best.relation.containment;
}

/** A URL names an article; a file's name is used again for other texts, so it needs words in common. */
function isVersion(entry: SeenEntry, older: SeenEntry, relater: Relater): boolean {
  if (entry.urlKey !== 0 && entry.urlKey === older.urlKey) return true;
  if (entry.pathKey === 0 || entry.pathKey !== older.pathKey) return false;
  return relater.likeness(older) >= REPEAT_THRESHOLDS.versionContainment;
}

/** A new version that only leaves something out says so on purpose: it updates, where a reprint would repeat. */
function asVersion(relation: Relation | null, version: boolean): Relation | null {
  if (relation === null || !version || relation.kind !== 'near_duplicate' || relation.supersedes)
    return relation;
  return { ...relation, kind: 'update' };
}

function ids(entries: readonly SeenEntry[]): string[] {
  return [...new Set(entries.map((entry) => entry.id))].sort();
}
