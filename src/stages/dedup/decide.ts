/**
 * The verdict on one article from all earlier ones that may be alike. Pure: the same article with the same earlier
 * ones gets the same verdict in every run and from every worker.
 */
import { Relater, type Relation } from './relate.ts';
import type { SeenEntry, Verdict } from './seen-index.ts';
import { REPEAT_THRESHOLDS } from './thresholds.ts';

/** An earlier article with the verdict on it. */
export interface Judged {
  readonly entry: SeenEntry;
  readonly verdict: Verdict;
}

interface Related extends Judged {
  readonly relation: Relation;
  /** It is an older version of the same page or file. */
  readonly version: boolean;
}

export const NEW: Verdict = Object.freeze({
  kind: 'new',
  of: null,
  containment: 0,
  replaces: [],
  publishedFirst: false,
});
const RANK = { exact: 3, near_duplicate: 2, update: 1 } as const;

/** `earlier`: in the order of their tickets. */
export function decide(entry: SeenEntry, earlier: readonly Judged[]): Verdict {
  const relater = new Relater(entry);
  const related: Related[] = [];
  const versions: SeenEntry[] = [];
  for (const judged of earlier) {
    const version = isVersion(entry, judged.entry, relater);
    if (version && judged.entry.receivedAt > entry.receivedAt) return overtaken(relater, judged);
    const relation = asVersion(relater.to(judged.entry), version);
    if (version) versions.push(judged.entry);
    if (relation !== null) related.push({ ...judged, relation, version });
  }
  const best = bestOf(related);
  if (best === null) return versions.length === 0 ? NEW : { ...NEW, replaces: ids(versions) };
  return conclude(entry, best, related, versions);
}

function conclude(
  entry: SeenEntry,
  best: Related,
  related: readonly Related[],
  versions: readonly SeenEntry[],
): Verdict {
  const of = originalOf(best);
  const { kind, containment } = asToldOf(of, best, related);
  const stale = versions.filter((version) => version.id !== best.entry.id && version.id !== of);
  if (kind !== 'update' && stale.length === 0) {
    const original = related.find((other) => other.entry.id === of) ?? best;
    return { kind, of, containment, replaces: [], publishedFirst: isEarlier(entry, original.entry) };
  }
  const replaced = related.filter((other) => takesPlaceOf(entry, other)).map((other) => other.entry);
  return {
    kind: 'update',
    of,
    containment,
    replaces: ids([...versions, ...replaced]),
    publishedFirst: false,
  };
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
function originalOf({ entry, verdict, relation }: Related): string {
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

/** It arrives after a newer version of itself: nothing of it stands. */
function overtaken(relater: Relater, { entry }: Judged): Verdict {
  const containment = relater.likeness(entry);
  return { kind: 'near_duplicate', of: entry.id, containment, replaces: [], publishedFirst: false };
}

function ids(entries: readonly SeenEntry[]): string[] {
  return [...new Set(entries.map((entry) => entry.id))].sort();
}
