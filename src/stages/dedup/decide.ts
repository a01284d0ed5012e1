/**
 * The verdict on one article from all earlier ones that may be alike. Pure: the same article with the same earlier
 * ones gets the same verdict in every run and from every worker.
 */
import type { ArticleLink } from '../../model/article.ts';
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
  readonly links: readonly ArticleLink[];
  /** No repeat of anything published before it. */
  readonly read: boolean;
}

export const NEW: Verdict = Object.freeze({
  kind: 'new',
  of: null,
  containment: 0,
  replaces: [],
  links: [],
  read: true,
});
const RANK = { exact: 3, near_duplicate: 2, update: 1 } as const;

/** Compares an article with the earlier ones that may be alike, in the order of their tickets. */
export function weigh(entry: SeenEntry, earlier: readonly SeenEntry[]): Weighed {
  const relater = new Relater(entry);
  const related: Related[] = [];
  const versions: SeenEntry[] = [];
  const links: ArticleLink[] = [];
  let read = true;
  let overtakenBy: Related | null = null;
  for (const older of earlier) {
    const version = isVersion(entry, older, relater);
    const relation = asVersion(relater.to(older), version);
    const inOrder = comparePublished(older, entry) < 0;
    const link = inOrder
      ? linkOf(entry, { entry: older, relation, version })
      : linkOf(older, { entry, relation: asVersion(new Relater(older).to(entry), version), version });
    if (link !== null) links.push({ ...link, id: older.id });
    if (inOrder && link?.kind === 'repeat') read = false;
    if (overtakenBy !== null) continue;
    if (version && older.receivedAt > entry.receivedAt) {
      const containment = relater.likeness(older);
      overtakenBy = {
        entry: older,
        relation: { kind: 'near_duplicate', containment, supersedes: false },
        version,
      };
      continue;
    }
    if (version) versions.push(older);
    if (relation !== null) related.push({ entry: older, relation, version });
  }
  const overtaken = overtakenBy !== null;
  return { entry, related, versions, nearest: overtakenBy ?? bestOf(related), overtaken, links, read };
}

/** What a newer article is to an older one, for aggregation; null where each stands by itself. */
function linkOf(
  newer: SeenEntry,
  older: { readonly entry: SeenEntry; readonly relation: Relation | null; readonly version: boolean },
): Omit<ArticleLink, 'id'> | null {
  const { relation, version } = older;
  const containment = relation?.containment ?? 0;
  if (relation !== null && relation.kind !== 'update') {
    return { kind: 'repeat', weight: rounded(relation.kind === 'exact' ? 1 + containment : containment) };
  }
  const replaces = version || (relation !== null && takesPlaceOf(newer, { ...older, relation }));
  return replaces ? { kind: 'version', weight: rounded(containment) } : null;
}

/** As it is stored: the same weight in every store. */
function rounded(weight: number): number {
  return Math.round(weight * 10_000) / 10_000;
}

/** The verdict, once that on the nearest earlier article is known (null where there is none). */
export function conclude(weighed: Weighed, onNearest: Verdict | null): Verdict {
  const { entry, related, versions, nearest, overtaken, links, read } = weighed;
  if (nearest === null || onNearest === null) return { ...NEW, replaces: ids(versions), links, read };
  const { kind, containment } = nearest.relation;
  if (overtaken) return { ...NEW, kind, of: nearest.entry.id, containment, links, read };
  const of = originalOf(nearest, onNearest);
  const told = asToldOf(of, nearest, related);
  const stale = versions.filter((version) => version.id !== nearest.entry.id && version.id !== of);
  if (told.kind !== 'update' && stale.length === 0) {
    return { kind: told.kind, of, containment: told.containment, replaces: [], links, read };
  }
  const replaced = related.filter((other) => takesPlaceOf(entry, other)).map((other) => other.entry);
  const replaces = ids([...versions, ...replaced]);
  return { kind: 'update', of, containment: told.containment, replaces, links, read: true };
}

/** Order of publication: day, time (none comes last), receipt, id. The same as that of aggregation. */
function comparePublished(one: SeenEntry, other: SeenEntry): number {
  const byTime = one.day - other.day || one.minute - other.minute || one.receivedAt - other.receivedAt;
  return byTime || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

/** What points at the original of a repeat says how it stands to that original: the exact copy of a retouched copy is none. */
function asToldOf(of: string, best: Related, related: readonly Related[]): Relation {
  if (of === best.entry.id || best.relation.kind === 'update') return best.relation;
  const original = related.find((other) => other.entry.id === of && other.relation.kind !== 'update');
  return original?.relation ?? { ...best.relation, kind: 'near_duplicate' };
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
