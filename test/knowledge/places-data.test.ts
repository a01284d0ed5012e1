import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { defaultPackFolder, readPackFiles } from '../../src/knowledge/load.ts';
import { readPlaceTables } from '../../src/knowledge/places/place-table.ts';
import { Problems } from '../../src/knowledge/problems.ts';
import type { Place } from '../../src/knowledge/types.ts';

const knowledge = loadKnowledge();
const { gazetteer } = knowledge;
const files = readPackFiles(defaultPackFolder());
const tables = [...files.tables].filter(([file]) => file.startsWith('places/') || file === 'foreign.csv');
const home = gazetteer.places.filter((place) => place.country === 'SY');

/** South, north, west, east of each governorate with a margin of a quarter of a degree around its towns. */
function boxes(): Map<string, [number, number, number, number]> {
  const found = new Map<string, [number, number, number, number]>();
  for (const { level, governorate, lat, lon } of home) {
    if (level !== 'adm3' || governorate === null || lat === null || lon === null) continue;
    const [south, north, west, east] = found.get(governorate) ?? [90, -90, 180, -180];
    found.set(governorate, [
      Math.min(south, lat),
      Math.max(north, lat),
      Math.min(west, lon),
      Math.max(east, lon),
    ]);
  }
  return found;
}

describe('the tables', () => {
  test.each(tables)('%s is sorted by id, each once, and fits the schema', (file, text) => {
    const problems = new Problems();
    const ids = readPlaceTables([{ file, text }], 'SY', problems).map(({ id }) => id);
    expect(problems.list).toEqual([]);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  test('hold enough: home, abroad, and every governorate', () => {
    expect(home.length).toBeGreaterThan(5000);
    expect(gazetteer.places.length - home.length).toBeGreaterThan(300);
    for (const { id } of knowledge.governorates) {
      expect(home.filter((place) => place.governorate === id).length, id).toBeGreaterThan(150);
    }
    expect(home.filter(({ level }) => level === 'adm2')).toHaveLength(62);
    expect(home.filter(({ level }) => level === 'adm3')).toHaveLength(272);
  });

  test('name no governorate but those of the pack, and its file', () => {
    for (const [file, text] of tables) {
      const named = /^places\/(SY\d\d)\.csv$/.exec(file)?.[1];
      if (!named) continue;
      const places = readPlaceTables([{ file, text }], 'SY', new Problems());
      expect(places.filter(({ governorate }) => governorate !== named).map(({ id }) => id)).toEqual([]);
    }
  });
});

describe('the entries', () => {
  test('lie in a governorate of their own line', () => {
    const wrong = home.filter((place) =>
      gazetteer.lineage(place).some((up) => up.governorate !== null && up.governorate !== place.governorate),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('have their point near the towns of their governorate', () => {
    const box = boxes();
    const margin = 0.35;
    const outside = (place: Place): boolean => {
      const [south, north, west, east] = box.get(place.governorate ?? '') ?? [-90, 90, -180, 180];
      const { lat, lon } = place;
      if (lat === null || lon === null || place.level === 'adm1') return false;
      return lat < south - margin || lat > north + margin || lon < west - margin || lon > east + margin;
    };
    expect(home.filter(outside).map(({ id, ar }) => `${id} ${ar}`)).toEqual([]);
  });

  test('with towns known by their codes', () => {
    const towns = home.filter(({ level }) => level === 'adm4');
    expect(towns.filter(({ id }) => /^C\d{4}$/.test(id)).length / towns.length).toBeGreaterThan(0.6);
  });
});

describe('a table that is wrong', () => {
  test.each([
    ['X1,adm9,اسم,,,SY01,,,,,,', 'bad.csv:2: level: expected one of'],
    ['X1,adm4,,,,SY01,,,,,,', 'bad.csv:2: ar: the Arabic name is missing'],
    [
      'X1,adm4,اسم,,,SY01,,north,,,,',
      'bad.csv:2: lat: expected a number from -90 to 90 or nothing, came «north»',
    ],
    ['X1,adm4,اسم,,,SY01,,,,,yes,', 'bad.csv:2: needs_cue: expected 1 or nothing'],
    ['X 1,adm4,اسم,,,SY01,,,,,,', 'bad.csv:2: id: expected an id'],
  ])('%s is told with its line', (row, message) => {
    const problems = new Problems();
    const text = `id,level,ar,variants,en,governorate,parent,lat,lon,population,needs_cue,note\n${row}\n`;
    expect(readPlaceTables([{ file: 'bad.csv', text }], 'SY', problems)).toEqual([]);
    expect(problems.list.join()).toContain(message);
  });
});
