/** The seen index of one process: `analyze`, the tests and the bench use it. */
import { bucketSightings } from './buckets.ts';
import type { Registration, SeenEntry, SeenIndex, Verdict } from './seen-index.ts';
import { INDEX_LIMITS } from './thresholds.ts';

interface Held {
  readonly entry: SeenEntry;
  readonly ticket: number;
  /** Day of arrival, counted from 1970-01-01. */
  readonly arrived: number;
  verdict: Verdict | null;
}

export interface MemorySeenOptions {
  readonly memoryDays?: number;
  /** Milliseconds since 1970; the machine's clock unless a test gives another. */
  readonly now?: () => number;
}

export class MemorySeenIndex implements SeenIndex {
  private readonly held = new Map<string, Held>();
  private readonly buckets = new Map<number, string[]>();
  private readonly versions = new Map<number, string[]>();
  private readonly memoryDays: number;
  private readonly now: () => number;
  private tickets = 0;

  constructor(options: MemorySeenOptions = {}) {
    this.memoryDays = options.memoryDays ?? INDEX_LIMITS.memoryDays;
    this.now = options.now ?? Date.now;
  }

  async register(entries: readonly SeenEntry[]): Promise<readonly Registration[]> {
    for (const entry of entries) this.add(entry);
    return entries.map((entry) => this.registrationOf(entry));
  }

  async settle(verdicts: readonly { entry: SeenEntry; verdict: Verdict }[]): Promise<void> {
    for (const { entry, verdict } of verdicts) {
      const held = this.held.get(entry.id);
      if (held === undefined || held.verdict !== null) continue;
      held.verdict = verdict;
    }
  }

  private today(): number {
    return Math.floor(this.now() / 86_400_000);
  }

  private lookUp(id: string): Held | null {
    const held = this.held.get(id);
    if (held === undefined) return null;
    return held.arrived > this.today() - this.memoryDays ? held : null;
  }

  private add(entry: SeenEntry): void {
    if (this.lookUp(entry.id) !== null) return;
    const ticket = this.held.get(entry.id)?.ticket ?? ++this.tickets;
    this.held.set(entry.id, { entry, ticket, arrived: this.today(), verdict: null });
    for (const key of entry.keys.own) {
      const bucket = this.shelf(this.buckets, key);
      if (bucket.length < INDEX_LIMITS.bucketArticles && !bucket.includes(entry.id)) bucket.push(entry.id);
    }
    for (const key of versionKeys(entry)) this.shelf(this.versions, key).push(entry.id);
  }

  private shelf(shelves: Map<number, string[]>, key: number): string[] {
    const shelf = shelves.get(key) ?? [];
    if (shelf.length === 0) shelves.set(key, shelf);
    return shelf;
  }

  private remembered(shelves: Map<number, string[]>, key: number): string[] {
    return (shelves.get(key) ?? []).filter((id) => this.lookUp(id) !== null);
  }

  private registrationOf(entry: SeenEntry): Registration {
    const own = this.held.get(entry.id) as Held;
    const found = bucketSightings(
      entry.id,
      {
        buckets: Array.from(entry.keys.own, (key) => this.remembered(this.buckets, key)),
        asked: Array.from(entry.keys.asked, (key) => this.remembered(this.buckets, key)),
        versions: versionKeys(entry).map((key) => this.remembered(this.versions, key)),
      },
      (id) => this.lookUp(id)?.ticket ?? null,
      own.ticket,
    );
    const earlier = found.map((id) => this.held.get(id) as Held);
    return { entry: own.entry, copy: own.entry.file !== entry.file, verdict: own.verdict, earlier };
  }
}

function versionKeys({ urlKey, pathKey }: SeenEntry): number[] {
  return [urlKey, pathKey].filter((key) => key !== 0);
}
