/**
 * The seen index that all workers share. Buckets, records and verdicts are spread over eight shards, each a hash tag,
 * so that they spread over a Cluster and no script touches two tags; one script a shard and chunk does all of a step.
 * Registering writes, takes a ticket, then reads (see {@link RedisTickets}). Buckets are kept by generation, a third of
 * the memory long, so that they expire as a whole; a record expires by itself.
 */

import { bucketSightings } from '../stages/dedup/buckets.ts';
import { NEW } from '../stages/dedup/decide.ts';
import type { Registration, SeenEntry, SeenIndex, Sighting, Verdict } from '../stages/dedup/seen-index.ts';
import { INDEX_LIMITS } from '../stages/dedup/thresholds.ts';
import type { RedisClient } from './connection.ts';
import { RedisTickets } from './redis-tickets.ts';
import {
  decodeRecord,
  decodeVerdict,
  encodeRecord,
  encodeVerdict,
  IS_NEW,
  OPEN,
  type SeenRecord,
} from './seen-record.ts';
import { ENTER, LOOK, SETTLE } from './seen-scripts.ts';
import {
  DAY_SECONDS,
  eachLoad,
  Generations,
  HANDLE_BYTES,
  handleOf,
  loadsOf,
  packFields,
  SeenKeys,
  type ShardLoad,
  shardOfHandle,
  unpackHandles,
  versionFields,
} from './seen-shards.ts';

export interface RedisSeenOptions {
  readonly prefix?: string;
  readonly memoryDays?: number;
  /** Milliseconds since 1970; the machine's clock unless a test gives another. */
  readonly now?: () => number;
}

/** Entries in one round of scripts: above this a script would hold the server for more than some milliseconds. */
const MAX_ROUND = 200;

/** Who stands in the buckets of each entry of a round. */
interface Shelf {
  readonly buckets: string[][];
  readonly asked: string[][];
  readonly versions: string[][];
}

export class RedisSeenIndex implements SeenIndex {
  private readonly redis: RedisClient;
  private readonly keys: SeenKeys;
  private readonly generations: Generations;
  private readonly tickets: RedisTickets;

  constructor(redis: RedisClient, options: RedisSeenOptions = {}) {
    this.redis = redis;
    this.keys = new SeenKeys(options.prefix ?? 'nashra');
    this.generations = new Generations(
      options.memoryDays ?? INDEX_LIMITS.memoryDays,
      options.now ?? Date.now,
    );
    this.tickets = new RedisTickets(redis, this.keys.order, this.generations.seconds());
  }

  async register(entries: readonly SeenEntry[]): Promise<readonly Registration[]> {
    const registrations: Registration[] = [];
    for (let from = 0; from < entries.length; from += MAX_ROUND) {
      registrations.push(...(await this.registerRound(entries.slice(from, from + MAX_ROUND))));
    }
    return registrations;
  }

  async settle(verdicts: readonly { entry: SeenEntry; verdict: Verdict }[]): Promise<void> {
    const shards = new Map<number, { keys: string[]; args: string[] }>();
    for (const { entry, verdict } of verdicts) {
      const handle = handleOf(entry.id);
      const shard = shardOfHandle(handle);
      const load = shards.get(shard) ?? { keys: [], args: [] };
      shards.set(shard, load);
      load.keys.push(this.keys.record(handle), this.keys.verdict(handle));
      const plain = verdict.kind === 'new' && verdict.links.length === 0;
      load.args.push(entry.id, plain ? '' : encodeVerdict(verdict));
    }
    await Promise.all(
      Array.from(shards.values(), ({ keys, args }) =>
        SETTLE.run(this.redis, keys, [this.generations.memoryDays * DAY_SECONDS, ...args]),
      ),
    );
  }

  private async registerRound(entries: readonly SeenEntry[]): Promise<Registration[]> {
    const loads = loadsOf(entries);
    const before = await this.enter(loads);
    const handles = entries.map((entry) => handleOf(entry.id));
    const tickets = await this.tickets.take(handles, this.generations.all().reverse());
    const shelves = await this.look(entries, loads);
    const ticketOf = await this.ticketsOn(shelves);
    const picked = entries.map((entry, at) =>
      bucketSightings(hexHandle(entry.id), shelves[at] as Shelf, ticketOf, tickets[at] as number),
    );
    const records = await this.fetch(new Set(picked.flat()));
    const own = await this.verdictsOn(before);
    const open = new Set(
      [...before.values()].filter(({ state }) => state === OPEN).map((one) => hexHandle(one.entry.id)),
    );
    const stored = await this.fetch(open);
    return entries.map((entry, at) => {
      const known = before.get(entry.id);
      const earlier = (picked[at] as string[])
        .map((handle) => records.get(handle))
        .filter((sighting): sighting is Sighting => sighting !== undefined);
      return {
        entry: stored.get(hexHandle(entry.id))?.entry ?? entry,
        copy: known !== undefined && known.entry.file !== entry.file,
        verdict: own.get(entry.id) ?? null,
        earlier,
      };
    });
  }

  /** Writes the round; answers the records that were there before, by article id. */
  private async enter(loads: readonly ShardLoad[]): Promise<Map<string, SeenRecord>> {
    const today = this.generations.today();
    const found = new Map<string, SeenRecord>();
    await eachLoad(loads, async (load, shard) => {
      const keys = [
        this.keys.buckets(shard, this.generations.present()),
        this.keys.versions(shard, this.generations.present()),
        ...load.records.map((entry) => this.keys.record(handleOf(entry.id))),
      ];
      const answers = await ENTER.runBuffer(this.redis, keys, [
        this.generations.seconds(),
        this.generations.memoryDays * DAY_SECONDS,
        INDEX_LIMITS.bucketArticles * HANDLE_BYTES,
        this.generations.forgotten(),
        packFields(load.fields),
        Buffer.concat(load.handles),
        packFields(load.versionFields),
        Buffer.concat(load.versionHandles),
        ...load.records.map((entry) => encodeRecord(entry, today)),
      ]);
      (answers as (Buffer | null)[]).forEach((bytes, at) => {
        const record = bytes === null ? null : decodeRecord(bytes);
        const { id } = load.records[at] as SeenEntry;
        if (record !== null && record.entry.id === id) found.set(id, record);
      });
    });
    return found;
  }

  /** Reads the buckets of every entry, those of all generations together. */
  private async look(entries: readonly SeenEntry[], loads: readonly ShardLoad[]): Promise<Shelf[]> {
    const byField = new Map<number, string[]>();
    const byVersion = new Map<number, string[]>();
    const generations = this.generations.all();
    await eachLoad(loads, async (load, shard) => {
      const fields = [...new Set([...load.fields, ...load.asked])];
      const versions = [...new Set(load.versionFields)];
      if (fields.length + versions.length === 0) return;
      const keys = generations.flatMap((generation) => [
        this.keys.buckets(shard, generation),
        this.keys.versions(shard, generation),
      ]);
      const answers = (await LOOK.runBuffer(this.redis, keys, [
        packFields(fields),
        packFields(versions),
      ])) as Buffer[];
      for (const [at, field] of fields.entries()) byField.set(field, unpackHandles(answers[at] as Buffer));
      for (const [at, field] of versions.entries()) {
        byVersion.set(field, unpackHandles(answers[fields.length + at] as Buffer));
      }
    });
    return entries.map((entry) => ({
      buckets: Array.from(entry.keys.own, (key) => byField.get(key) ?? []),
      asked: Array.from(entry.keys.asked, (key) => byField.get(key) ?? []),
      versions: versionFields(entry).map((key) => byVersion.get(key) ?? []),
    }));
  }

  private async ticketsOn(shelves: readonly Shelf[]): Promise<(handle: string) => number | null> {
    const handles = new Set(
      shelves.flatMap(({ buckets, asked, versions }) => [...buckets, ...asked, ...versions].flat()),
    );
    const list = [...handles];
    const tickets = await this.tickets.read(
      list.map((handle) => Buffer.from(handle, 'hex')),
      this.generations.all().reverse(),
    );
    const known = new Map(list.map((handle, at) => [handle, tickets[at] ?? null]));
    return (handle) => known.get(handle) ?? null;
  }

  /** The records of handles with their verdicts; what has expired is left out. */
  private async fetch(handles: ReadonlySet<string>): Promise<Map<string, Sighting>> {
    const records = new Map<string, SeenRecord>();
    await this.eachShard([...handles], async (part) => {
      const answers = await this.redis.mgetBuffer(
        part.map((handle) => this.keys.record(Buffer.from(handle, 'hex'))),
      );
      part.forEach((handle, at) => {
        const bytes = answers[at];
        const record = bytes == null ? null : decodeRecord(bytes);
        if (record !== null && record.arrived > this.generations.forgotten()) records.set(handle, record);
      });
    });
    const verdicts = await this.verdictsOn(new Map([...records.values()].map((one) => [one.entry.id, one])));
    const sightings = new Map<string, Sighting>();
    for (const [handle, { entry }] of records) {
      sightings.set(handle, { entry, verdict: verdicts.get(entry.id) ?? null });
    }
    return sightings;
  }

  private async verdictsOn(records: ReadonlyMap<string, SeenRecord>): Promise<Map<string, Verdict>> {
    const verdicts = new Map<string, Verdict>();
    const told: string[] = [];
    const ids = new Map<string, string>();
    for (const [id, { state }] of records) {
      if (state === IS_NEW) verdicts.set(id, NEW);
      else if (state !== OPEN) {
        const handle = hexHandle(id);
        ids.set(handle, id);
        told.push(handle);
      }
    }
    await this.eachShard(told, async (part) => {
      const answers = await this.redis.mget(
        part.map((handle) => this.keys.verdict(Buffer.from(handle, 'hex'))),
      );
      part.forEach((handle, at) => {
        const text = answers[at];
        if (text != null) verdicts.set(ids.get(handle) as string, decodeVerdict(text));
      });
    });
    return verdicts;
  }

  private async eachShard(handles: readonly string[], run: (part: string[]) => Promise<void>): Promise<void> {
    const parts = new Map<number, string[]>();
    for (const handle of handles) {
      const shard = shardOfHandle(Buffer.from(handle, 'hex'));
      const part = parts.get(shard);
      if (part) part.push(handle);
      else parts.set(shard, [handle]);
    }
    await Promise.all(Array.from(parts.values(), run));
  }
}

function hexHandle(id: string): string {
  return handleOf(id).toString('hex');
}
