/**
 * Cells that changed → revisions on the stream. A cell is taken in hand, summarised, and published only if its content
 * differs from the latest revision; then it is put back. Safe with any number of publishers, and at any crash: a cell
 * that was taken and not put back comes up again when its lease runs out.
 */
import type { Summary, SummaryContent } from '../../model/summary.ts';
import { type CellFacts, type CellId, cellParts, uniteCells } from './cell-facts.ts';
import { changesBetween, onlyStatus, type Version } from './changes.ts';
import type { Claim, MentionStore, StoredSummary } from './mention-store.ts';
import { summarise } from './summarise.ts';
import type { SummaryKnowledge } from './summary-knowledge.ts';

export interface PublishPorts {
  readonly mentionStore: MentionStore;
  readonly summaryKnowledge: SummaryKnowledge;
}

export interface PublishOptions {
  /** Milliseconds without a change after which a day is settled; null never settles. */
  readonly settleAfter: number | null;
  /** Takes everything that waits, whether its interval has passed or not: for batches and shutdown. */
  readonly all?: boolean;
  /** Cells taken in hand at a time. */
  readonly limit?: number;
}

/** Publishes what is due at `now` and answers the revisions that came of it, in the order of publication. */
export async function publishDue(
  ports: PublishPorts,
  now: number,
  options: PublishOptions,
): Promise<Summary[]> {
  const published: Summary[] = [];
  const claims = await ports.mentionStore.claim(now, options.limit ?? 32, options.all ?? false);
  // Governorates before the country, so that a batch's national summary is written once, last.
  for (const claim of [...claims].sort(byScope)) {
    const summary = await publishCell(claim, ports, now, options.settleAfter);
    if (summary) published.push(summary);
  }
  return published;
}

/** How often to look whether another publisher has finished what it has in hand. */
const LOOK_MS = 5;

/** Publishes until nothing waits and nobody has anything in hand. Answers its own revisions in order. */
export async function publishAll(
  ports: PublishPorts,
  clock: () => number,
  options: Omit<PublishOptions, 'all'>,
): Promise<Summary[]> {
  const published: Summary[] = [];
  for (;;) {
    const claims = await ports.mentionStore.claim(clock(), options.limit ?? 32, true);
    if (claims.length === 0) {
      if ((await ports.mentionStore.pending()) === 0) return published;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    for (const claim of [...claims].sort(byScope)) {
      const summary = await publishCell(claim, ports, clock(), options.settleAfter);
      if (summary) published.push(summary);
    }
  }
}

function byScope(one: Claim, other: Claim): number {
  const rank = ({ cell }: Claim) => `${cellParts(cell).scope.length > 2 ? 0 : 1}${cell}`;
  return rank(one) < rank(other) ? -1 : 1;
}

/** The facts that a cell's summary is made from: its own, and for the country those of all its governorates. */
export async function factsOf(
  cell: CellId,
  { mentionStore, summaryKnowledge }: PublishPorts,
): Promise<CellFacts> {
  const { date, scope } = cellParts(cell);
  if (scope !== summaryKnowledge.country) return mentionStore.read(cell);
  const cells = [cell, ...summaryKnowledge.governorates.map(({ id }) => `${date}/${id}`)];
  return uniteCells(await Promise.all(cells.map((each) => mentionStore.read(each))));
}

async function publishCell(
  claim: Claim,
  ports: PublishPorts,
  now: number,
  settleAfter: number | null,
): Promise<Summary | null> {
  const { mentionStore, summaryKnowledge } = ports;
  const began = performance.now();
  const latest = await mentionStore.latest(claim.cell);
  const next = summarise(claim.cell, await factsOf(claim.cell, ports), summaryKnowledge);
  const stored = nextRevision(latest, next, now, settleAfter);
  const done =
    stored === null ||
    (await mentionStore.publish(claim.cell, stored, now, restAfter(performance.now() - began)));
  if (!done) {
    // Another publisher was faster with a newer state; this cell comes up again and is compared with that.
    await mentionStore.touch([claim.cell], now);
    await mentionStore.release(claim, now, null);
    return null;
  }
  const current = stored ?? latest;
  const open = current !== null && current.summary.status === 'open' && settleAfter !== null;
  await mentionStore.release(claim, now, open ? current.changedAt + settleAfter : null);
  return stored?.summary ?? null;
}

/** A summary whose making takes longer than this is made less often: at most a fifth of the time goes into it. */
const QUICK_MS = 50;

function restAfter(spent: number): number {
  return spent > QUICK_MS ? Math.round(4 * spent) : 0;
}

function contentOf(summary: Summary): SummaryContent {
  const { revision: _revision, status: _status, changes: _changes, ...content } = summary;
  return content;
}

/** The revision that follows, or null where nothing changed: neither the content nor, after a quiet time, the status. */
export function nextRevision(
  latest: StoredSummary | null,
  next: Version,
  now: number,
  settleAfter: number | null,
): StoredSummary | null {
  const { content, basis } = next;
  const isEmpty = content.counts.mentions === 0 && content.tolls.length === 0;
  if (!latest && isEmpty) return null;
  const revision = (latest?.summary.revision ?? 0) + 1;
  const previous = latest && versionOf(latest);
  if (!previous || !sameContent(previous.content, content)) {
    const changes = changesBetween(previous, next, latest?.summary.status === 'settled');
    return { summary: { ...content, revision, status: 'open', changes }, basis, changedAt: now };
  }
  const quiet = settleAfter !== null && latest !== null && now >= latest.changedAt + settleAfter;
  if (!quiet || latest.summary.status === 'settled') return null;
  const changes = onlyStatus('settled');
  return {
    summary: { ...content, revision, status: 'settled', changes },
    basis,
    changedAt: latest.changedAt,
  };
}

function versionOf({ summary, basis }: StoredSummary): Version {
  const content = contentOf(summary);
  return { content, events: content.eventDetails, basis };
}

/** Contents are written by one function with one order of keys, so equal contents are equal bytes. */
function sameContent(one: SummaryContent, other: SummaryContent): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
