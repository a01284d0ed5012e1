/** Builds the gazetteer of a country pack from its tables: `places.csv`, `places/*.csv` and `foreign.csv`. */
import { normaliseWord } from '../../arabic/normalise.ts';
import type { Problems } from '../problems.ts';
import type { Place } from '../types.ts';
import { buildGazetteer, type Gazetteer } from './gazetteer.ts';
import { readPlaceTables } from './place-table.ts';

const IS_PLACES = /^(?:places(?:\/[^/]+)?|foreign)\.csv$/;

/**
 * `home` is the pack's country; `imported` are places of a gazetteer beside the pack's own, which win where an id or a
 * name at the same spot is known already. What is wrong in the tables is added to `problems`.
 */
export function compilePlaces(
  tables: ReadonlyMap<string, string>,
  home: string,
  problems: Problems,
  imported: readonly Place[] = [],
): Gazetteer {
  const files = [...tables].filter(([file]) => IS_PLACES.test(file)).map(([file, text]) => ({ file, text }));
  const own = readPlaceTables(files, home, problems);
  return buildGazetteer([...own, ...beside(own, imported, home)], home, problems);
}

/**
 * Imported places that the pack does not have: neither the id nor a place of that name in the same governorate. One
 * without a governorate takes that of the nearest place the pack knows.
 */
function beside(own: readonly Place[], imported: readonly Place[], home: string): Place[] {
  if (imported.length === 0) return [];
  const ids = new Set(own.map((place) => place.id));
  const names = new Set<string>();
  const everyday = new Set<string>();
  for (const place of own) {
    const name = normaliseWord(place.ar);
    if (place.level !== 'adm1' && place.level !== 'adm2' && place.level !== 'adm3')
      for (const form of [place.ar, ...place.variants])
        names.add(`${place.governorate} ${normaliseWord(form)}`);
    if (place.needsCue) everyday.add(name);
  }
  const nearest = nearestGovernorate(own);
  const added: Place[] = [];
  for (const place of imported) {
    const country = place.country || home;
    const governorate = place.governorate ?? (country === home ? nearest(place) : null);
    const name = normaliseWord(place.ar);
    if (ids.has(place.id) || names.has(`${governorate} ${name}`)) continue;
    ids.add(place.id);
    added.push({ ...place, country, governorate, needsCue: place.needsCue || everyday.has(name) });
  }
  return added.map((place) =>
    place.parent !== null && !ids.has(place.parent) ? { ...place, parent: null } : place,
  );
}

/** Finds the governorate of the nearest known town by a grid of tenths of a degree, some 10 km. */
function nearestGovernorate(own: readonly Place[]): (place: Place) => string | null {
  const grid = new Map<string, Place[]>();
  for (const place of own) {
    if (place.lat === null || place.lon === null || place.governorate === null) continue;
    const key = `${Math.floor(place.lat * 10)} ${Math.floor(place.lon * 10)}`;
    const cell = grid.get(key);
    if (cell) cell.push(place);
    else grid.set(key, [place]);
  }
  return ({ lat, lon }) => {
    if (lat === null || lon === null) return null;
    let best: string | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (let down = -2; down <= 2; down++) {
      for (let right = -2; right <= 2; right++) {
        const key = `${Math.floor(lat * 10) + down} ${Math.floor(lon * 10) + right}`;
        for (const place of grid.get(key) ?? []) {
          const distance = ((place.lat as number) - lat) ** 2 + ((place.lon as number) - lon) ** 2;
          if (distance >= least) continue;
          least = distance;
          best = place.governorate;
        }
      }
    }
    return best;
  };
}
