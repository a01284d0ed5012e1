/** The seen index of one process: `analyze`, the tests and the bench use it. */
import { bucketSightings } from './buckets.ts';
import type { Registration, SeenEntry, SeenIndex, Verdict } from './seen-index.ts';
import { INDEX_LIMITS } from './thresholds.ts';

const DAY = 86_400_000;

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
  /** Last day of arrival that is forgotten; what came until then is on no shelf. */
  private forgotten = Number.NEGATIVE_INFINITY;

  constructor(options: MemorySeenOptions = {}) {
    this.memoryDays = options.memoryDays ?? INDEX_LIMITS.memoryDays;
    this.now = options.now ?? Date.now;
  }

  async register(entries: readonly SeenEntry[]): Promise<readonly Registration[]> {
    const today = Math.floor(this.now() / DAY);
    this.forgetUntil(today - this.memoryDays);
    for (const entry of entries) this.add(entry, today);
    return entries.map((entry) => this.registrationOf(entry));
  }

  async settle(verdicts: readonly { entry: SeenEntry; verdict: Verdict }[]): Promise<void> {
    for (const { entry, verdict } of verdicts) {
      const held = this.held.get(entry.id);
      if (held === undefined || held.verdict !== null) continue;
      held.verdict = verdict;
    }
  }

  /** Takes what arrived on `day` or before off the shelves; its tickets stay, so that it comes back in its old place. */
  private forgetUntil(day: number): void {
    if (day <= this.forgotten) return;
    this.forgotten = day;
    for (const shelves of [this.buckets, this.versions]) {
      for (const [key, ids] of shelves) {
        const kept = ids.filter((id) => this.isRemembered(id));
        if (kept.length > 0) shelves.set(key, kept);
        else shelves.delete(key);
      }
    }
  }

  private isRemembered(id: string): boolean {
    const held = this.held.get(id);
    return held !== undefined && held.arrived > this.forgotten;
  }

  private add(entry: SeenEntry, today: number): void {
    if (this.isRemembered(entry.id)) return;
    const ticket = this.held.get(entry.id)?.ticket ?? ++this.tickets;
    this.held.set(entry.id, { entry, ticket, arrived: today, verdict: null });
    for (const key of entry.keys.own) put(this.buckets, key, entry.id, INDEX_LIMITS.bucketArticles);
    for (const key of versionKeys(entry)) put(this.versions, key, entry.id, Number.POSITIVE_INFINITY);
  }

  private registrationOf(entry: SeenEntry): Registration {
    const own = this.held.get(entry.id) as Held;
    const found = bucketSightings(
      entry.id,
      {
        buckets: shelvesUnder(this.buckets, entry.keys.own),
        asked: shelvesUnder(this.buckets, entry.keys.asked),
        versions: shelvesUnder(this.versions, versionKeys(entry)),
      },
      // Whatever is on a shelf is remembered.
      (id) => this.held.get(id)?.ticket ?? null,
      own.ticket,
    );
    const earlier = found.map((id) => this.held.get(id) as Held);
    return { entry: own.entry, copy: own.entry.file !== entry.file, verdict: own.verdict, earlier };
  }
}

/** Puts an id on a shelf once, unless the shelf is full. A shelf begins with room for one, as most stay. */
function put(shelves: Map<number, string[]>, key: number, id: string, most: number): void {
  const shelf = shelves.get(key);
  if (shelf === undefined) shelves.set(key, [id]);
  else if (shelf.length < most && !shelf.includes(id)) shelf.push(id);
}

/** The ids under each of the keys; a key without a shelf is left out. */
function shelvesUnder(shelves: ReadonlyMap<number, string[]>, keys: ArrayLike<number>): string[][] {
  const found: string[][] = [];
  for (let i = 0; i < keys.length; i++) {
    const shelf = shelves.get(keys[i] as number);
    if (shelf !== undefined) found.push(shelf);
  }
  return found;
}

function versionKeys({ urlKey, pathKey }: SeenEntry): number[] {
  return [urlKey, pathKey].filter((key) => key !== 0);
}
