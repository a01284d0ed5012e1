import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { SetupError } from '../../src/errors.ts';
import { checkPack } from '../../src/knowledge/check.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { readPackFiles } from '../../src/knowledge/load.ts';
import { PACKAGE_ROOT } from '../../src/package-root.ts';

let folder: string;
let pack: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nashra-pack-'));
  pack = join(folder, 'pack');
  cpSync(join(PACKAGE_ROOT, 'test', 'packs', 'wadistan'), pack, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function change(file: string, from: string, to: string): void {
  const path = join(pack, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

function message(): string {
  try {
    loadKnowledge({ pack });
  } catch (error) {
    expect(error).toBeInstanceOf(SetupError);
    return (error as Error).message;
  }
  return 'loaded';
}

describe('a pack with a fault refuses to load and says where', () => {
  test.each([
    [
      'a side nobody knows',
      'actors.yaml',
      'side: opposition',
      'side: rebels',
      /actors › hill_league › side: .*"rebels"/,
    ],
    [
      'an unknown parent',
      'actors.yaml',
      'parent: hill_league',
      'parent: hill_leage',
      /red_riders: unknown parent «hill_leage»/,
    ],
    [
      'parents in a circle',
      'actors.yaml',
      'parent: hill_league',
      'parent: red_riders',
      /red_riders: its parents run in a circle/,
    ],
    ['a key nobody reads', 'actors.yaml', 'interaction: 2', 'interacton: 2', /hill_league.*interacton/],
    [
      'an unknown list of heads',
      'actors.yaml',
      'heads: [men]',
      'heads: [women]',
      /hill_league: unknown list of heads «women»/,
    ],
    [
      'half a bracket',
      'actors.yaml',
      '(جيش|قوات) الملك',
      '(جيش|قوات الملك',
      /«\(جيش\|قوات الملك» has a bracket/,
    ],
    [
      'an id that stands twice',
      'actors.yaml',
      'id: red_riders',
      'id: kings_army',
      /kings_army: the id stands twice/,
    ],
    [
      'an anaphor of nobody',
      'actors.yaml',
      'of: [[hill_league]]',
      'of: [[valley_league]]',
      /the_league: unknown actor «valley_league»/,
    ],
    ['a weapon of no codebook', 'weapons.yaml', 'id: mortar', 'id: catapult', /weapons › .*catapult/],
    [
      'a source of an unknown party',
      'attributions.yaml',
      'actor: kings_army',
      'actor: king',
      /gazette: speaks for the unknown actor «king»/,
    ],
    [
      'a governorate out of form',
      'governorates.yaml',
      'id: WD02',
      'id: Marjana',
      /governorates › Marjana › id/,
    ],
    ['a latitude off the globe', 'governorates.yaml', 'lat: 12.5', 'lat: 125', /WD02 › lat.*125/],
    ['broken YAML', 'pack.yaml', 'id: wadistan', 'id: [wadistan', /pack\.yaml: not valid YAML/],
    ['a place of no level', 'places.csv', 'V1,adm4', 'V1,hamlet', /places\.csv:4.*level/],
  ])('%s', (_, file, from, to, expected) => {
    change(file, from, to);
    expect(message()).toMatch(expected);
  });

  test('all problems are told together', () => {
    change('actors.yaml', 'parent: hill_league', 'parent: nobody');
    change('attributions.yaml', 'actor: kings_army', 'actor: king');
    const told = message();
    expect(told).toMatch(/2 problems/);
    expect(told).toContain('nobody');
    expect(told).toContain('king');
  });

  test('a missing file and a missing folder', () => {
    rmSync(join(pack, 'weapons.yaml'));
    expect(message()).toMatch(/weapons\.yaml: missing in /);
    rmSync(pack, { recursive: true });
    expect(message()).toMatch(/cannot be read/);
  });
});

describe('parts of other modules', () => {
  const Schema = z.strictObject({ words: z.array(z.string()) });

  test('a part is parsed by its owner, once', () => {
    writeFileSync(join(pack, 'extra.yaml'), 'words: [a, b]');
    const knowledge = loadKnowledge({ pack });
    expect(knowledge.part('extra', Schema)).toEqual({ words: ['a', 'b'] });
    expect(knowledge.part('extra', Schema)).toBe(knowledge.part('extra', Schema));
  });

  test('a wrong or missing part is a SetupError that names it', () => {
    writeFileSync(join(pack, 'extra.yaml'), 'words: [1]');
    const knowledge = loadKnowledge({ pack });
    expect(() => knowledge.part('extra', Schema)).toThrow(/extra\.yaml › words › 0: .*\(came: 1\)/);
    expect(() => knowledge.part('nothing', Schema)).toThrow(SetupError);
  });
});

describe('knowledge check', () => {
  const fixtures = [
    { text: 'جيش الملك ورابطة التلال وفرسان الحمراء ومنجنيق ونورلاند', published: '2018-01-01' },
    { text: 'جيش الملك', published: '2020-01-01' },
  ];
  const check = (): string[] => checkPack(readPackFiles(pack), loadKnowledge({ pack }), fixtures);

  test('finds nothing in a sound pack', () => {
    expect(check()).toEqual([]);
  });

  test.each([
    [
      'two bearers of one name',
      'actors.yaml',
      "from: '2020-01-01'",
      "from: '2019-06-01'",
      /«جيش الملك» is also a form of/,
    ],
    [
      'a place far from its governorate',
      'places.csv',
      '10.4,20.6',
      '14.4,20.6',
      /V1: «نبع الطير».*434 km from the centre of Zahran/,
    ],
    [
      'twins',
      'places.csv',
      'V3,adm4,شقراوية,,Shaqrawiya,WD02,,WD02',
      'V3,adm4,شقراوية,,Shaqrawiya,WD01,,WD01',
      /V3: «شقراوية» has the same name.* V2/,
    ],
    [
      'an entry nobody exercises',
      'actors.yaml',
      'forms: [فرسان الحمراء]',
      'forms: [فرسان الزرقاء]',
      /red_riders: no fixture names it/,
    ],
  ])('%s', (_, file, from, to, expected) => {
    change(file, from, to);
    expect(check().join('\n')).toMatch(expected);
  });
});
