/** What a revision changed, and because of which article: told by comparing two contents, not by remembering causes. */
import {
  CHANGE_REASONS,
  type NashraEvent,
  type SummaryChanges,
  type SummaryContent,
} from '../../model/summary.ts';

export interface Version {
  readonly content: SummaryContent;
  readonly events: readonly NashraEvent[];
  readonly basis: Readonly<Record<string, string>>;
}

type Reason = SummaryChanges['reasons'][number];

/** A change of state without a change of content. */
export function onlyStatus(reason: 'settled'): SummaryChanges {
  return { reasons: [reason], articles: [], addedEvents: [], removedEvents: [], changedEvents: [] };
}

/** The difference between two versions; `previous` null for the first. National summaries carry ids only. */
export function changesBetween(previous: Version | null, next: Version, reopened: boolean): SummaryChanges {
  const before = new Map((previous?.events ?? []).map((event) => [event.id, JSON.stringify(event)]));
  const oldIds = new Set(previous?.content.events ?? []);
  const newIds = new Set(next.content.events);
  const reasons = new Set<Reason>(reopened ? ['reopened'] : []);
  const articles = changedArticles(previous?.basis ?? {}, next.basis, reasons);
  const removedEvents = [...oldIds].filter((id) => !newIds.has(id)).sort();
  if (removedEvents.length > 0 && reasons.has('new_edition')) reasons.add('withdrawn');
  return {
    reasons: CHANGE_REASONS.filter((reason) => reasons.has(reason)),
    articles,
    addedEvents: [...newIds].filter((id) => !oldIds.has(id)).sort(),
    removedEvents,
    changedEvents: next.events
      .filter((event) => before.has(event.id) && before.get(event.id) !== JSON.stringify(event))
      .map(({ id }) => id)
      .sort(),
  };
}

function changedArticles(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
  reasons: Set<Reason>,
): string[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const changed = ids.filter((id) => before[id] !== after[id]);
  for (const id of changed) reasons.add(reasonFor(before[id], after[id]));
  return changed;
}

/** Speaking is `live:` or `edition:` with what is said. */
function speaks(part: string | undefined): boolean {
  return part?.includes(':') === true;
}

function reasonFor(before: string | undefined, after: string | undefined): Reason {
  if (after === undefined) return 'withdrawn';
  if (after === 'repeat') return 'corroborated';
  if (after === 'superseded') return speaks(before) ? 'new_edition' : 'corroborated';
  if (speaks(before)) return contentOf(before) === contentOf(after) ? 'corroborated' : 'rules_changed';
  return after.startsWith('edition:') ? 'new_edition' : 'new_article';
}

function contentOf(part: string | undefined): string | undefined {
  return part?.slice(part.indexOf(':'));
}
