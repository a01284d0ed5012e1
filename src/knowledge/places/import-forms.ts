/** The three published shapes of a gazetteer, each turned into places. Columns are told apart without regard to case. */
import { normaliseWord } from '../../arabic/normalise.ts';
import { PLACE_LEVELS, type Place, type PlaceLevel } from '../types.ts';
import type { Gazette } from './import.ts';
import { EVERYDAY } from './name-forms.ts';

export type Row = Readonly<Record<string, string>>;

const ARABIC = /[\u0621-\u064a]/;
const GEONAMES = { id: 0, name: 1, others: 3, lat: 4, lon: 5, kind: 6, country: 8, population: 14 } as const;

/** Columns id, level, name_ar, name_en, alt_names, adm1_pcode …, lat, lon, population. */
export function referencePlaces(rows: readonly Row[]): Gazette {
  return gather(rows, (row) => {
    const { id = '', name_ar: ar = '' } = row;
    if (ar === '' || id === '') return null;
    return made({
      id: idOf(id),
      level: levelOf(row.level),
      ar,
      en: row.name_en || null,
      variants: arabicNames(row.alt_names ?? '', '|', ar),
      governorate: row.adm1_pcode || null,
      lat: numberOf(row.lat),
      lon: numberOf(row.lon),
      parent: parentOf(id, [row.adm3_pcode, row.adm2_pcode, row.adm1_pcode]),
      population: numberOf(row.population),
    });
  });
}

/** ADMn_PCODE with ADMn_AR and ADMn_EN (or admN_name and admN_name1); a row is the deepest level it names. */
export function ochaPlaces(rows: readonly Row[]): Gazette {
  return gather(rows, (written) => {
    const row = lowerCased(written);
    for (const level of [4, 3, 2, 1]) {
      const id = row[`adm${level}_pcode`];
      if (!id) continue;
      const names = [
        `adm${level}_ar`,
        `adm${level}_name_ar`,
        `adm${level}_name1`,
        `adm${level}_name`,
        'name_ar',
      ];
      const ar = names.map((column) => row[column]).find((name) => name !== undefined && ARABIC.test(name));
      if (!ar) return null;
      const latin = [`adm${level}_en`, `adm${level}_name`, `adm${level}_name_en`].map(
        (column) => row[column],
      );
      return made({
        id,
        level: levelOf(`adm${level}`),
        ar,
        en: latin.find((name) => name && !ARABIC.test(name)) ?? null,
        variants: [],
        governorate: row.adm1_pcode || null,
        lat: numberOf(row.latitude_y ?? row.latitude ?? row.lat ?? row.center_lat),
        lon: numberOf(row.longitude_x ?? row.longitude ?? row.lon ?? row.center_lon),
        parent: parentOf(
          id,
          [3, 2, 1].filter((up) => up < level).map((up) => row[`adm${up}_pcode`]),
        ),
        population: numberOf(row.population),
      });
    }
    return null;
  });
}

/** A dump without a header: 19 columns by tabs; Arabic names stand among the alternate ones. Populated places only. */
export function geonamesPlaces(text: string): Gazette {
  const rows = text.split(/\r?\n/).filter((line) => line !== '');
  return gather(rows, (line) => {
    const cells = line.split('\t');
    const cell = (column: keyof typeof GEONAMES): string => cells[GEONAMES[column]] ?? '';
    const [ar] = cell('others')
      .split(',')
      .filter((name) => ARABIC.test(name));
    if (ar === undefined || cell('kind') !== 'P') return null;
    return made({
      id: `gn-${cell('id')}`,
      level: 'adm4',
      ar,
      en: cell('name') || null,
      variants: arabicNames(cell('others'), ',', ar),
      governorate: null,
      country: cell('country'),
      lat: numberOf(cell('lat')),
      lon: numberOf(cell('lon')),
      parent: null,
      population: numberOf(cell('population')),
    });
  });
}

function gather<R>(rows: readonly R[], read: (row: R) => Place | null): Gazette {
  const places: Place[] = [];
  for (const row of rows) {
    const place = read(row);
    if (place) places.push(place);
  }
  return { places, unnamed: rows.length - places.length };
}

/**
 * A name of one word needs a cue, a list or a heading, as nobody has looked at it: among some 13,000 published names
 * of one country stand «زيادة», «كبير», «خالد» and «اللواء», and without a cue they cost a fifth of the precision.
 */
function made(place: Omit<Place, 'needsCue' | 'country'> & { readonly country?: string }): Place {
  const isOneWord = (name: string): boolean => !normaliseWord(name).trim().includes(' ');
  const variants = place.variants.map((name) => (isOneWord(name) ? name + EVERYDAY : name));
  return { country: '', ...place, variants, needsCue: isOneWord(place.ar) };
}

function idOf(id: string): string {
  return id.replace(/[^A-Za-z0-9:_-]/g, '-');
}

function parentOf(id: string, codes: readonly (string | undefined)[]): string | null {
  return codes.find((code) => code && code !== id) ?? null;
}

function arabicNames(list: string, separator: string, known: string): string[] {
  const seen = new Set([normaliseWord(known)]);
  return list.split(separator).filter((name) => {
    const norm = normaliseWord(name.trim());
    if (!ARABIC.test(name) || seen.has(norm)) return false;
    seen.add(norm);
    return true;
  });
}

function lowerCased(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column.toLowerCase().trim(), value]),
  );
}

function levelOf(level: string | undefined): PlaceLevel {
  return (PLACE_LEVELS as readonly (string | undefined)[]).includes(level) ? (level as PlaceLevel) : 'site';
}

function numberOf(value: string | undefined): number | null {
  const number = Number(value);
  return value === undefined || value === '' || !Number.isFinite(number) ? null : number;
}
