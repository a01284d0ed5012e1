import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BadInputError } from '../../src/errors.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { importGazetteer, readGazetteer } from '../../src/knowledge/places/import.ts';
import { importToFile } from '../../src/knowledge/places/import-file.ts';
import { lookupPlace } from '../../src/knowledge/places/lookup.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nashra-gazetteer-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const REFERENCE = `source,id,level,name_ar,name_en,alt_names,adm1_pcode,adm2_pcode,adm3_pcode,lat,lon,population,gn_id,ar_from,note
x,C9001,adm4,وادي السناجب,Wadi Sanajib,وادي السنجاب|Squirrels,SY05,SY0501,SY050100,35.1,36.8,120,,,
x,C9002,adm4,,No Arabic,,SY05,SY0501,SY050100,35.1,36.8,,,,
x,C9003,adm4,مدن,Mudun,,SY05,SY0501,SY050100,35.1,36.8,,,,
`;

const OCHA = `ADM1_EN,ADM1_AR,ADM1_PCODE,ADM2_PCODE,ADM3_PCODE,ADM4_EN,ADM4_AR,ADM4_PCODE,Latitude_y,Longitude_x
Hama,حماة,SY05,SY0501,SY050100,Wadi Sanajib,وادي السناجب,C9001,35.1,36.8
`;

const GEONAMES = [
  '9001\tWadi Sanajib\tWadi Sanajib\tSquirrels,وادي السناجب\t35.13\t36.75\tP\tPPL\tSY\t\t10\t\t\t\t120\t\t300\tAsia/Damascus\t2020-01-01',
  '9002\tHill\tHill\tتلة\t35.1\t36.8\tT\tHLL\tSY\t\t10\t\t\t\t0\t\t300\tAsia/Damascus\t2020-01-01',
].join('\n');

/** A workbook with one sheet of shared strings, numbers and one inline text. */
function workbook(): Uint8Array {
  const strings = [
    'ADM1_PCODE',
    'ADM1_AR',
    'ADM4_PCODE',
    'ADM4_AR',
    'ADM4_EN',
    'LATITUDE',
    'SY05',
    'حماة',
    'C9001',
    'وادي السناجب',
  ];
  const cell = (ref: string, index: number): string => `<c r="${ref}" t="s"><v>${index}</v></c>`;
  const header = ['A', 'B', 'C', 'D', 'E', 'F'].map((column, i) => cell(`${column}1`, i)).join('');
  const row = `${cell('A2', 6)}${cell('B2', 7)}${cell('C2', 8)}${cell('D2', 9)}<c r="E2" t="inlineStr"><is><t>Wadi &amp; Sanajib</t></is></c><c r="F2"><v>35.1</v></c>`;
  return zipSync({
    'xl/sharedStrings.xml': strToU8(
      `<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet><sheetData><row r="1">${header}</row><row r="2">${row}</row></sheetData></worksheet>`,
    ),
    'xl/styles.xml': strToU8('<styleSheet/>'),
  });
}

describe('a gazetteer as published', () => {
  test('a reference list: codes, names, parents; rows without an Arabic name are counted', () => {
    const { places, unnamed } = readGazetteer(file('reference.csv', REFERENCE));
    expect(unnamed).toBe(1);
    expect(places[0]).toEqual({
      id: 'C9001',
      level: 'adm4',
      ar: 'وادي السناجب',
      en: 'Wadi Sanajib',
      variants: ['وادي السنجاب'],
      governorate: 'SY05',
      country: '',
      lat: 35.1,
      lon: 36.8,
      parent: 'SY050100',
      population: 120,
      needsCue: false,
    });
    expect(places[1]?.needsCue).toBe(true);
  });

  test.each([
    ['ocha.csv', OCHA],
    ['ocha.xlsx', workbook()],
  ])('OCHA tables: %s', (name, content) => {
    const [place, ...others] = importGazetteer(file(name, content));
    expect(others).toEqual([]);
    expect(place).toMatchObject({
      id: 'C9001',
      level: 'adm4',
      ar: 'وادي السناجب',
      governorate: 'SY05',
      lat: 35.1,
    });
  });

  test('entities and inline texts of a workbook are read', () => {
    expect(importGazetteer(file('inline.xlsx', workbook()))[0]?.en).toBe('Wadi & Sanajib');
  });

  test('GeoNames dumps: towns only, the Arabic name among the others', () => {
    const { places, unnamed } = readGazetteer(file('dump.txt', GEONAMES));
    expect(places).toMatchObject([{ id: 'gn-9001', ar: 'وادي السناجب', governorate: null, country: 'SY' }]);
    expect(unnamed).toBe(1);
  });

  test.each([
    ['words.csv', 'a,b\n1,2\n', 'not a gazetteer'],
    ['broken.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0]), 'not an Excel workbook'],
    ['empty.csv', '', 'the table is empty'],
  ])('%s is refused', (name, content, message) => {
    const path = file(name, content);
    expect(() => importGazetteer(path)).toThrow(BadInputError);
    expect(() => importGazetteer(path)).toThrow(message);
  });
});

describe('beside the pack', () => {
  test('what import writes is read back alike', () => {
    const out = join(folder, 'local', 'gazetteer.csv');
    const source = file('again.csv', REFERENCE);
    expect(importToFile(source, out)).toEqual({ places: 2, unnamed: 1 });
    expect(readFileSync(out, 'utf8')).toContain('وادي السناجب');
    expect(importGazetteer(out).map(({ id, ar, needsCue }) => [id, ar, needsCue])).toEqual(
      importGazetteer(source).map(({ id, ar, needsCue }) => [id, ar, needsCue]),
    );
  });

  test('an imported place is found, one without a governorate takes its nearest town’s', () => {
    const gazetteer = file('beside.txt', GEONAMES);
    const [found] = loadKnowledge({ gazetteer }).gazetteer.lookup('وادي السناجب');
    expect(found?.place).toMatchObject({ id: 'gn-9001', governorate: 'SY05', country: 'SY' });
  });

  test('the pack’s own entries win', () => {
    const own = loadKnowledge().gazetteer;
    const text = REFERENCE.replace('وادي السناجب', 'كفر زيتا').replace('وادي السنجاب|', '');
    const { gazetteer } = loadKnowledge({ gazetteer: file('own.csv', text) });
    expect(gazetteer.lookup('كفر زيتا')).toHaveLength(own.lookup('كفر زيتا').length);
    expect(gazetteer.place('C9001')).toBeNull();
  });
});

describe('looking a name up', () => {
  const knowledge = loadKnowledge();

  test('tells every place and why', () => {
    const lines = lookupPlace('القاهرة', knowledge);
    expect(lines[0]).toMatch(/^«القاهرة»: \d+ places$/);
    expect(lines.join('\n')).toContain('Hama');
    expect(lines.join('\n')).toContain('everyday word');
    expect(lines.join('\n')).toContain('EG');
  });

  test('tells what is unknown', () => {
    expect(lookupPlace('زعفرونة', knowledge)).toEqual([expect.stringContaining('no place of that name')]);
  });
});
