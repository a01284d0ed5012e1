/**
 * Looks over a country pack as a careful colleague would: what the schemas cannot say. Forms that two actors share on
 * one day, places that lie outside their governorate, twins in the gazetteer, entries that no fixture exercises.
 */
import { tokenise } from '../arabic/tokens.ts';
import { type ActorForm, lineOf } from './actor-index.ts';
import { annotate } from './annotate.ts';
import { layOut } from './forms.ts';
import type { Knowledge } from './knowledge.ts';
import type { PackFiles } from './load.ts';
import { ActorsSchema, GovernoratesSchema, WeaponsSchema } from './pack-schema.ts';
import { Problems, parsePart } from './problems.ts';
import type { Place } from './types.ts';

/** A fixture: a text that uses entries of the pack, and the day it was published. */
export interface Fixture {
  readonly text: string;
  readonly published: string;
}

/** Everything found, one line each, in the order of the pack's files; empty where all is well. */
export function checkPack(files: PackFiles, knowledge: Knowledge, fixtures: readonly Fixture[]): string[] {
  const problems = new Problems();
  checkActorForms(files, knowledge, problems);
  checkWeaponForms(files, problems);
  checkCoordinates(files, knowledge, problems);
  checkTwins(knowledge, problems);
  if (fixtures.length > 0) checkFixtures(knowledge, fixtures, problems);
  return problems.list;
}

type NamedForm = Extract<ActorForm, { kind: 'actor' }>;

/** Two entries that bear one name on one day: the first would win, and nobody would know. */
function checkActorForms(files: PackFiles, knowledge: Knowledge, problems: Problems): void {
  const file = read(files, 'actors', ActorsSchema);
  const told = new Set<string>();
  for (const entry of file?.actors ?? []) {
    for (const group of [{ forms: entry.forms }, ...entry.more]) {
      for (const words of layOut(group, file?.heads ?? {}, entry.id, problems)) {
        const name = words.join(' ');
        if (told.has(name)) continue;
        told.add(name);
        const bearers = knowledge.actors.trie.get(words).filter((form) => form.kind === 'actor');
        const clash = firstClash(bearers, knowledge);
        if (clash) {
          const [a, b] = clash;
          problems.add(
            `actors.yaml › ${a.actor.id}`,
            `«${name}» is also a form of ${b.actor.id} on the same days`,
          );
        }
      }
    }
  }
}

function firstClash(forms: readonly NamedForm[], { actors }: Knowledge): [NamedForm, NamedForm] | null {
  const inLine = (a: NamedForm, b: NamedForm): boolean =>
    lineOf(a.actor.id, actors.records).includes(b.actor.id);
  for (const [i, one] of forms.entries()) {
    for (const other of forms.slice(i + 1)) {
      if (inLine(one, other) || inLine(other, one)) continue;
      if (one.from <= other.to && other.from <= one.to) return [one, other];
    }
  }
  return null;
}

function checkWeaponForms(files: PackFiles, problems: Problems): void {
  const file = read(files, 'weapons', WeaponsSchema);
  const bearer = new Map<string, string>();
  for (const entry of file?.weapons ?? []) {
    for (const group of [{ forms: entry.forms }, ...entry.more]) {
      for (const words of layOut(group, file?.heads ?? {}, entry.id, problems)) {
        const name = words.join(' ');
        const known = bearer.get(name);
        if (known !== undefined && known !== entry.id) {
          problems.add(`weapons.yaml › ${entry.id}`, `«${name}» is also a form of ${known}`);
        }
        bearer.set(name, entry.id);
      }
    }
  }
}

const EARTH_RADIUS_KM = 6371;

/** A place farther from its governorate's centre than the governorate reaches is a slip of the pen or of the code. */
function checkCoordinates(files: PackFiles, knowledge: Knowledge, problems: Problems): void {
  const file = read(files, 'governorates', GovernoratesSchema);
  const centres = new Map(file?.governorates.map((governorate) => [governorate.id, governorate]));
  for (const place of knowledge.gazetteer.places) {
    if (place.governorate === null) continue;
    const centre = centres.get(place.governorate);
    if (!centre) {
      problems.add(
        `places › ${place.id}`,
        `«${place.ar}» lies in the unknown governorate ${place.governorate}`,
      );
      continue;
    }
    if (place.lat === null || place.lon === null || centre.reachKm === undefined) continue;
    const away = distanceKm(centre.lat, centre.lon, place.lat, place.lon);
    if (away > centre.reachKm) {
      const told = `${place.lat}, ${place.lon} is ${Math.round(away)} km from the centre of ${centre.en}`;
      problems.add(`places › ${place.id}`, `«${place.ar}»: ${told}, which reaches ${centre.reachKm} km`);
    }
  }
}

/** Great-circle distance in kilometres (haversine). */
export function distanceKm(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const rad = Math.PI / 180;
  const dLat = ((lat2 - lat1) * rad) / 2;
  const dLon = ((lon2 - lon1) * rad) / 2;
  const h = Math.sin(dLat) ** 2 + Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(dLon) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(h));
}

/** Two places of one name, level and parent cannot be told apart by anybody. */
function checkTwins(knowledge: Knowledge, problems: Problems): void {
  const first = new Map<string, Place>();
  for (const place of knowledge.gazetteer.places) {
    const key = [place.ar, place.level, place.governorate ?? place.country, place.parent].join('|');
    const twin = first.get(key);
    if (twin)
      problems.add(`places › ${place.id}`, `«${place.ar}» has the same name, level and parent as ${twin.id}`);
    else first.set(key, place);
  }
}

/** Actors and weapons that no fixture's text leads to. */
function checkFixtures(knowledge: Knowledge, fixtures: readonly Fixture[], problems: Problems): void {
  const seen = new Set<string>();
  for (const { text, published } of fixtures) {
    const found = annotate(tokenise(text), { sections: [], published, text }, knowledge);
    for (const actor of found.actors) seen.add(actor.entry);
    for (const weapon of found.weapons) seen.add(weapon.id);
  }
  for (const [id, record] of knowledge.actors.records) {
    const isBare = knowledge.actors.named.has(id);
    if (isBare && !seen.has(record.id)) problems.add(`actors.yaml › ${id}`, 'no fixture names it');
  }
  for (const id of knowledge.weapons.ids) {
    if (!seen.has(id)) problems.add(`weapons.yaml › ${id}`, 'no fixture names it');
  }
}

function read<T>(files: PackFiles, name: string, schema: Parameters<typeof parsePart<T>>[2]): T | null {
  const document = files.documents.get(name);
  return document ? parsePart(document.file, document.data, schema, new Problems()) : null;
}
