/** All known places, looked up by id, by name, or along a text. Built once from checked rows, then frozen. */
import { internalised } from '../../arabic/word-memory.ts';
import { formWords } from '../form-words.ts';
import { pushTo } from '../lists-by-key.ts';
import type { Problems } from '../problems.ts';
import { buildTrie, type TokenTrie, type TrieEntry } from '../trie.ts';
import type { Place } from '../types.ts';
import { nameForms } from './name-forms.ts';

/** What a name in the trie stands for. */
export interface PlaceName {
  readonly place: Place;
  /** Counts only after a cue or among other places. */
  readonly weak: boolean;
  /** The article was put on it or taken off: only a cue of its own or its list makes it a place. */
  readonly guessed: boolean;
}

export interface Gazetteer {
  /** ISO 3166-1 alpha-2 of the country that has the governorates. */
  readonly home: string;
  readonly places: readonly Place[];
  /** The seat of the home country's government; null where the rows name none. */
  readonly capital: Place | null;
  readonly trie: TokenTrie<PlaceName>;
  place(id: string): Place | null;
  children(id: string): readonly Place[];
  /** The place itself and what it lies in, from the inside out. */
  lineage(place: Place): readonly Place[];
  /** Whether a place lies in a governorate or not far from its border, as far as its sub-districts tell. */
  isNear(place: Place, governorate: string): boolean;
  /** What goes by this name, the surest first. */
  lookup(name: string): readonly PlaceName[];
}

/** Builds the gazetteer; of two places with one id the first stays, an unknown parent is a problem. */
export function buildGazetteer(rows: readonly Place[], home: string, problems: Problems): Gazetteer {
  const byId = new Map<string, Place>();
  for (const place of rows) {
    if (byId.has(place.id)) problems.add(`places › ${place.id}`, `the id stands twice («${place.ar}»)`);
    else byId.set(place.id, place);
  }
  const children = new Map<string, Place[]>();
  const entries: TrieEntry<PlaceName>[] = [];
  for (const [id, row] of byId) {
    const place = Object.freeze(located(row, byId));
    byId.set(id, place);
    if (place.parent !== null) {
      if (!byId.has(place.parent)) problems.add(`places › ${id}`, `unknown parent «${place.parent}»`);
      pushTo(children, place.parent, place);
    }
    const strong: PlaceName = { place, weak: false, guessed: false };
    const weak: PlaceName = { place, weak: true, guessed: false };
    const guess: PlaceName = { place, weak: true, guessed: true };
    for (const form of nameForms(place)) {
      entries.push({ words: form.words, value: form.guessed ? guess : form.weak ? weak : strong });
    }
  }
  entries.sort((a, b) => rank(b.value) - rank(a.value));
  const trie = buildTrie(entries);
  const places = Object.freeze([...byId.values()]);
  const isSeat = ({ capital, country, governorate }: Place) =>
    capital === true && country === home && governorate !== null;
  return Object.freeze({
    home: internalised(home),
    places,
    capital: places.find(isSeat) ?? null,
    trie,
    place: (id: string) => byId.get(id) ?? null,
    children: (id: string) => children.get(id) ?? [],
    lineage: remembered((place) => lineageOf(place, byId)),
    isNear: nearness(byId.values()),
    lookup: (name: string) => trie.get(formWords(name)),
  });
}

/** A place of which no source knows the point takes that of the town it stands in, and says so. */
function located(place: Place, byId: ReadonlyMap<string, Place>): Place {
  const { lat, lon } = place;
  if (lat !== null || place.parent === null) return placeAt(place, lat, lon, place.inherited);
  const parent = byId.get(place.parent);
  if (parent === undefined || parent.level.startsWith('adm1') || parent.lat === null)
    return placeAt(place, lat, lon, place.inherited);
  return placeAt(place, parent.lat, parent.lon, true);
}

/** All of one shape, wherever the row came from: places are looked at more often than anything else. */
function placeAt(row: Place, lat: number | null, lon: number | null, inherited: boolean | undefined): Place {
  return {
    id: row.id,
    level: internalised(row.level),
    ar: row.ar,
    en: row.en,
    variants: row.variants,
    governorate: row.governorate === null ? null : internalised(row.governorate),
    country: internalised(row.country),
    lat,
    lon,
    parent: row.parent,
    population: row.population,
    needsCue: row.needsCue,
    capital: row.capital,
    inherited,
  };
}

/** Degrees, some 13 km, around the box of a governorate's sub-district centres. */
const MARGIN = 0.12;

function nearness(places: Iterable<Place>): Gazetteer['isNear'] {
  const boxes = new Map<string, { south: number; north: number; west: number; east: number }>();
  for (const { level, governorate, lat, lon } of places) {
    if (level !== 'adm3' || governorate === null || lat === null || lon === null) continue;
    const box = boxes.get(governorate) ?? { south: lat, north: lat, west: lon, east: lon };
    boxes.set(governorate, {
      south: Math.min(box.south, lat),
      north: Math.max(box.north, lat),
      west: Math.min(box.west, lon),
      east: Math.max(box.east, lon),
    });
  }
  return ({ lat, lon }, governorate) => {
    const box = boxes.get(governorate);
    if (!box || lat === null || lon === null) return false;
    const inside = lat >= box.south - MARGIN && lat <= box.north + MARGIN;
    return inside && lon >= box.west - MARGIN && lon <= box.east + MARGIN;
  };
}

function remembered<T>(find: (place: Place) => T): (place: Place) => T {
  const known = new Map<Place, T>();
  return (place) => {
    let found = known.get(place);
    if (found === undefined) {
      found = find(place);
      known.set(place, found);
    }
    return found;
  };
}

function lineageOf(place: Place, byId: ReadonlyMap<string, Place>): Place[] {
  const line = [place];
  for (let up = place; up.parent !== null && line.length < 8; ) {
    const parent = byId.get(up.parent);
    if (parent === undefined || line.includes(parent)) break;
    line.push(parent);
    up = parent;
  }
  return line;
}

/** Surest first: strong names, towns before units of administration, then by population. */
function rank(name: PlaceName): number {
  const size = Math.log10((name.place.population ?? 0) + 1);
  const unit = name.place.level === 'adm2' || name.place.level === 'adm3' ? -10 : 0;
  return (name.weak ? (name.guessed ? -50 : 0) : 100) + unit + size;
}
