/**
 * A country pack, compiled: what is known of one country, as matchers and look-ups. Loaded once, then frozen; stages
 * are handed it as a port and read no file. Everything wrong in the pack is told in one SetupError.
 */
import type { z } from 'zod';
import { SetupError } from '../errors.ts';
import type { EventType, Weapon } from '../model/vocabulary.ts';
import { type ActorIndex, type ActorRecord, compileActors } from './actor-index.ts';
import { type AttributionIndex, compileAttributions } from './attributions.ts';
import { defaultPackFolder, type PackFiles, readPackFiles } from './load.ts';
import {
  ActorsSchema,
  AttributionsSchema,
  GovernoratesSchema,
  type Pack,
  PackSchema,
  WeaponsSchema,
} from './pack-schema.ts';
import type { Gazetteer } from './places/gazetteer.ts';
import { importGazetteer } from './places/import.ts';
import { compilePlaces } from './places/load-places.ts';
import { Problems, parsePart } from './problems.ts';
import type { Governorate, Place } from './types.ts';
import { compileWeapons, type WeaponIndex } from './weapons.ts';

export interface Knowledge {
  readonly pack: Pack;
  readonly governorates: readonly Governorate[];
  readonly actors: ActorIndex;
  readonly weapons: WeaponIndex;
  readonly attributions: AttributionIndex;
  readonly gazetteer: Gazetteer;
  governorate(id: string): Governorate | null;
  /** An entry of actors.yaml, of the codebook or finer. */
  actor(id: string): ActorRecord | null;
  /** The neutral name of an event type; its id where the pack names none. */
  eventLabel(type: EventType): Label;
  weaponLabel(weapon: Weapon): Label;
  /**
   * Another module's part of the pack: `name.yaml`, parsed with that module's schema. Throws a SetupError that names
   * file and entry. Parsed once for each schema.
   */
  part<T>(name: string, schema: z.ZodType<T>): T;
}

export interface Label {
  readonly ar: string;
  readonly en: string;
}

export interface LoadOptions {
  /** Folder of the pack; `knowledge/syria` of the package where left out. */
  readonly pack?: string | undefined;
  /** A gazetteer file used beside the pack's own places. */
  readonly gazetteer?: string | undefined;
}

/** Reads, checks and compiles a pack. Throws a SetupError that tells every problem at once. */
export function loadKnowledge(options: LoadOptions = {}): Knowledge {
  const files = readPackFiles(options.pack ?? defaultPackFolder());
  const problems = new Problems();
  const imported = options.gazetteer === undefined ? [] : importGazetteer(options.gazetteer);
  const knowledge = compileKnowledge(files, problems, imported);
  problems.throwIfAny();
  if (!knowledge) throw new SetupError(`the country pack ${files.folder} is incomplete`);
  return knowledge;
}

/** Compiles what was read; problems are gathered, and the answer is null where a file is missing or unfit. */
export function compileKnowledge(
  files: PackFiles,
  problems: Problems,
  imported: readonly Place[] = [],
): Knowledge | null {
  const pack = partOf(files, 'pack', PackSchema, problems);
  const governorates = partOf(files, 'governorates', GovernoratesSchema, problems)?.governorates;
  const actorsFile = partOf(files, 'actors', ActorsSchema, problems);
  const weaponsFile = partOf(files, 'weapons', WeaponsSchema, problems);
  const attributionsFile = partOf(files, 'attributions', AttributionsSchema, problems);
  if (!pack || !governorates || !actorsFile || !weaponsFile || !attributionsFile) return null;

  const actors = compileActors(actorsFile, problems);
  const weapons = compileWeapons(weaponsFile, problems);
  const attributions = compileAttributions(attributionsFile, (id) => actors.records.has(id), problems);
  const byId = new Map<string, Governorate>();
  for (const governorate of governorates) {
    if (byId.has(governorate.id))
      problems.add(`governorates.yaml › ${governorate.id}`, 'the id stands twice');
    byId.set(governorate.id, Object.freeze(governorate));
  }
  return Object.freeze({
    pack: Object.freeze(pack),
    governorates: Object.freeze(governorates),
    actors,
    weapons,
    attributions,
    gazetteer: compilePlaces(files.tables, pack.country, problems, imported),
    governorate: (id: string) => byId.get(id) ?? null,
    actor: (id: string) => actors.records.get(id) ?? null,
    eventLabel: (type: EventType) => pack.eventTypes[type] ?? { ar: type, en: type },
    weaponLabel: (weapon: Weapon) => pack.weapons[weapon] ?? { ar: weapon, en: weapon },
    part: partReader(files),
  });
}

function partOf<T>(files: PackFiles, name: string, schema: z.ZodType<T>, problems: Problems): T | null {
  const document = files.documents.get(name);
  if (document) return parsePart(document.file, document.data, schema, problems);
  problems.add(`${name}.yaml`, `missing in ${files.folder}`);
  return null;
}

function partReader(files: PackFiles): Knowledge['part'] {
  const parsed = new WeakMap<object, Map<string, unknown>>();
  return <T>(name: string, schema: z.ZodType<T>): T => {
    const known = parsed.get(schema) ?? new Map<string, unknown>();
    parsed.set(schema, known);
    if (known.has(name)) return known.get(name) as T;
    const problems = new Problems();
    const part = partOf(files, name, schema, problems);
    problems.throwIfAny();
    known.set(name, part);
    return part as T;
  };
}
