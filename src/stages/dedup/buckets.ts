/** Which of the articles that share buckets with a new one are compared with it. The same for every kind of index. */
import { INDEX_LIMITS } from './thresholds.ts';

/** What the index holds under an article's keys: ids, oldest first. */
export interface Shelves {
  readonly buckets: readonly (readonly string[])[];
  /** Under keys that it looks into and does not stand in. */
  readonly asked: readonly (readonly string[])[];
  /** Under its URL and its path: the other versions of it. */
  readonly versions: readonly (readonly string[])[];
}

/** More than an article has buckets: a version of it is compared before anything that is merely alike. */
const VERSION_WEIGHT = 1_000;

/**
 * Picks candidates for article `own`, whose ticket is `ownTicket`. A bucket that filled up before `own` came does not
 * hold it and counts with its oldest members only. Answers those with earlier tickets that share most buckets, in the
 * order of their tickets: the same in every run.
 */
export function bucketSightings(
  own: string,
  { buckets, asked, versions }: Shelves,
  ticketOf: (id: string) => number | null,
  ownTicket: number,
): string[] {
  const shared = new Map<string, number>();
  const count = (id: string, weight: number): void => {
    if (id !== own) shared.set(id, (shared.get(id) ?? 0) + weight);
  };
  for (const bucket of buckets) {
    const counted = bucket.includes(own) ? bucket.length : INDEX_LIMITS.fullBucketOldest;
    for (let i = 0; i < bucket.length && i < counted; i++) count(bucket[i] as string, 1);
  }
  for (const bucket of asked) {
    if (bucket.length < INDEX_LIMITS.askedArticles) for (const id of bucket) count(id, 1);
  }
  for (const bucket of versions) {
    for (const id of bucket.slice(-INDEX_LIMITS.versions)) count(id, VERSION_WEIGHT);
  }
  const earlier: { id: string; ticket: number; count: number }[] = [];
  for (const [id, count] of shared) {
    const ticket = ticketOf(id);
    if (ticket !== null && ticket < ownTicket) earlier.push({ id, ticket, count });
  }
  earlier.sort((a, b) => b.count - a.count || a.ticket - b.ticket);
  return earlier
    .slice(0, INDEX_LIMITS.candidates)
    .sort((a, b) => a.ticket - b.ticket)
    .map(({ id }) => id);
}
