/** Reads a gazetteer as published and writes it in nashra's own columns, for `--gazetteer`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { Place } from '../types.ts';
import { readGazetteer } from './import.ts';

export interface Imported {
  readonly places: number;
  /** Rows without an Arabic name: nothing in a text could find them. */
  readonly unnamed: number;
}

/** Throws BadInputError where the file has no known form. */
export function importToFile(file: string, out: string): Imported {
  const { places, unnamed } = readGazetteer(file);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, stringify(places.map(rowOf), { header: true }));
  return { places: places.length, unnamed };
}

function rowOf(place: Place): Record<string, string | number | null> {
  return {
    id: place.id,
    level: place.level,
    ar: place.ar,
    variants: place.variants.join('|'),
    en: place.en,
    governorate: place.governorate,
    country: place.country,
    parent: place.parent,
    lat: place.lat,
    lon: place.lon,
    population: place.population,
    needs_cue: place.needsCue ? '1' : '',
    note: '',
  };
}
