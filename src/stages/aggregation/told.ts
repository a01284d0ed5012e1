/** A mention with the family of articles that tells it, and the order in which mentions are weighed. */
import type { Mention } from '../../model/mention.ts';
import type { Family } from './families.ts';

export interface Told {
  readonly mention: Mention;
  readonly family: Family;
}

/** Publication, then place in the text, then id: a total order that does not depend on arrival. */
export function compareTold(one: Told, other: Told): number {
  const byArticle = one.family.order - other.family.order;
  if (byArticle !== 0) return byArticle;
  const [a, b] = [one.mention, other.mention];
  if (a.start !== b.start) return a.start - b.start;
  if (a.end !== b.end) return a.end - b.end;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
