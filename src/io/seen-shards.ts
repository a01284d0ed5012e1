/** How the seen index spreads over hash tags and generations, and what a round of articles puts into each shard. */
import type { SeenEntry } from '../stages/dedup/seen-index.ts';

export const SHARDS = 8;
export const HANDLE_BYTES = 6;
export const DAY_SECONDS = 86_400;

/** The first twelve hex digits of an article's id, as bytes: one id in 10^14 shares them with another. */
export function handleOf(id: string): Buffer {
  return Buffer.from(id.slice(0, HANDLE_BYTES * 2), 'hex');
}

/**
 * Where each shard's share of the 32-bit keys ends. The shares grow by the eighth root of two: a Redis hash moves to a
 * table of twice the size whenever it is full, and every access pays until all is moved (1.8 times the time of an
 * article where all eight moved at once, at 1,000,000 articles). Of shares like these at most two move at a time.
 */
const SHARE_ENDS: readonly number[] = (() => {
  const weights = Array.from({ length: SHARDS }, (_, shard) => 2 ** (shard / SHARDS));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let end = 0;
  return weights.map((weight) => {
    end += (weight / whole) * 2 ** 32;
    return Math.round(end);
  });
})();

/** The shard of a bucket's or a version's key. */
export function shardOfKey(key: number): number {
  let shard = 0;
  while (shard < SHARDS - 1 && key >= (SHARE_ENDS[shard] as number)) shard++;
  return shard;
}

export function shardOfHandle(handle: Buffer): number {
  return (handle[0] as number) % SHARDS;
}

/** Key names; those of one shard share a hash tag. */
export class SeenKeys {
  private readonly prefix: string;
  constructor(prefix: string) {
    this.prefix = prefix;
  }

  /** The tag of the tickets, which lie in a slot of their own. */
  get order(): string {
    return `{${this.prefix}-seen-order}`;
  }

  buckets(shard: number, generation: number): string {
    return `${this.tag(shard)}:b:${generation}`;
  }

  versions(shard: number, generation: number): string {
    return `${this.tag(shard)}:u:${generation}`;
  }

  record(handle: Buffer): string {
    return `${this.tag(shardOfHandle(handle))}:a:${handle.toString('hex')}`;
  }

  verdict(handle: Buffer): string {
    return `${this.tag(shardOfHandle(handle))}:v:${handle.toString('hex')}`;
  }

  private tag(shard: number): string {
    return `{${this.prefix}-seen:${shard}}`;
  }
}

/**
 * Days are gathered into generations, a third of the memory long, so that what belongs to one expires as a whole.
 * All figures in days since 1970-01-01.
 */
export class Generations {
  readonly memoryDays: number;
  private readonly span: number;
  private readonly now: () => number;

  constructor(memoryDays: number, now: () => number) {
    this.memoryDays = memoryDays;
    this.span = Math.max(1, Math.ceil(memoryDays / 3));
    this.now = now;
  }

  today(): number {
    return Math.floor(this.now() / (DAY_SECONDS * 1000));
  }

  /** What arrived on this day or before is forgotten. */
  forgotten(): number {
    return this.today() - this.memoryDays;
  }

  present(): number {
    return Math.floor(this.today() / this.span);
  }

  /** All that can hold something remembered, oldest first; one ahead, since the clocks of workers differ. */
  all(): number[] {
    const first = Math.floor(this.forgotten() / this.span);
    return Array.from({ length: this.present() + 2 - first }, (_, at) => first + at);
  }

  /** Seconds that a generation's keys live after they were last written to. */
  seconds(): number {
    return (this.memoryDays + this.span + 1) * DAY_SECONDS;
  }
}

/** One shard's share of a round: fields with the handles that go into them, and the records whose home it is. */
export class ShardLoad {
  readonly fields: number[] = [];
  readonly handles: Buffer[] = [];
  /** Fields that are only read. */
  readonly asked: number[] = [];
  readonly versionFields: number[] = [];
  readonly versionHandles: Buffer[] = [];
  readonly records: SeenEntry[] = [];
}

/** Shares a round of articles out. */
export function loadsOf(entries: readonly SeenEntry[]): ShardLoad[] {
  const loads = Array.from({ length: SHARDS }, () => new ShardLoad());
  for (const entry of entries) {
    const handle = handleOf(entry.id);
    for (const key of entry.keys.asked) (loads[shardOfKey(key)] as ShardLoad).asked.push(key);
    for (const key of entry.keys.own) {
      const load = loads[shardOfKey(key)] as ShardLoad;
      load.fields.push(key);
      load.handles.push(handle);
    }
    for (const key of versionFields(entry)) {
      const load = loads[shardOfKey(key)] as ShardLoad;
      load.versionFields.push(key);
      load.versionHandles.push(handle);
    }
    (loads[shardOfHandle(handle)] as ShardLoad).records.push(entry);
  }
  return loads;
}

/** Runs something for each shard that has a share, all at once. */
export async function eachLoad(
  loads: readonly ShardLoad[],
  run: (load: ShardLoad, shard: number) => Promise<void>,
): Promise<void> {
  await Promise.all(
    loads.map((load, shard) => {
      const empty =
        load.fields.length + load.asked.length + load.versionFields.length + load.records.length === 0;
      return empty ? Promise.resolve() : run(load, shard);
    }),
  );
}

/** The fields of an article's URL and path. */
export function versionFields({ urlKey, pathKey }: SeenEntry): number[] {
  return [urlKey, pathKey].filter((key) => key !== 0);
}

/** Fields as the scripts read them, four bytes each. */
export function packFields(fields: readonly number[]): Buffer {
  const bytes = Buffer.allocUnsafe(fields.length * 4);
  for (let at = 0; at < fields.length; at++) bytes.writeUInt32LE(fields[at] as number, at * 4);
  return bytes;
}

/** Packed handles as hex strings. */
export function unpackHandles(bytes: Buffer): string[] {
  const handles: string[] = [];
  for (let at = 0; at < bytes.length; at += HANDLE_BYTES)
    handles.push(bytes.toString('hex', at, at + HANDLE_BYTES));
  return handles;
}
