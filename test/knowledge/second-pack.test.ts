import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tokenise } from '../../src/arabic/tokens.ts';
import { annotate } from '../../src/knowledge/annotate.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { CASUALTY_GROUPS } from '../../src/model/vocabulary.ts';
import { PACKAGE_ROOT } from '../../src/package-root.ts';

const knowledge = loadKnowledge({ pack: join(PACKAGE_ROOT, 'test', 'packs', 'wadistan') });

function read(text: string, published = '2018-05-01') {
  return annotate(tokenise(text), { sections: [], published, text }, knowledge);
}

describe('an invented country', () => {
  test('its governorates, actors and labels are looked up', () => {
    expect(knowledge.governorate('WD02')?.en).toBe('Marjana');
    expect(knowledge.governorate('SY01')).toBeNull();
    expect(knowledge.actor('red_riders')?.code).toBe('hill_league');
    expect(knowledge.eventLabel('armed_clash')).toEqual({ ar: 'قتال', en: 'fighting' });
    expect(knowledge.eventLabel('arrests')).toEqual({ ar: 'arrests', en: 'arrests' });
  });

  test('its actors are found, finer entries under their code', () => {
    const { actors } = read('اشتبك مقاتلو التلال وفرسان الحمراء مع جيش الملك في نبع الطير');
    expect(actors.map(({ id, entry, side }) => [id, entry, side])).toEqual([
      ['hill_league', 'hill_league', 'opposition'],
      ['hill_league', 'red_riders', 'opposition'],
      ['kings_army', 'kings_army', 'government'],
    ]);
  });

  test('a name changes its bearer with the day', () => {
    expect(read('تقدمت قوات الملك', '2019-12-31').actors[0]?.id).toBe('kings_army');
    expect(read('تقدمت قوات الملك', '2020-01-01').actors[0]?.id).toBe('republic_army');
  });

  test('its places, weapons and sources are found', () => {
    const found = read('قالت الجريدة الملكية إن المنجنيق قصف نبع الطيور بحسب رعاة');
    expect(found.places.map(({ place, governorate, country }) => [place?.id, governorate, country])).toEqual([
      ['V1', 'WD01', 'WD'],
    ]);
    expect(found.weapons.map(({ id }) => id)).toEqual(['mortar']);
    expect(found.attributions.map(({ name, actor }) => [name, actor])).toEqual([
      ['الجريدة الملكية', 'kings_army'],
      ['رعاة', null],
    ]);
  });

  test('nothing Syrian is known there', () => {
    const found = read('قصفت قوات النظام مدينة دوما بالبراميل المتفجرة بحسب المرصد السوري');
    expect(found.actors).toEqual([]);
    expect(found.weapons).toEqual([]);
    expect(found.attributions).toEqual([]);
    expect(found.places.map(({ place }) => place)).toEqual([null]);
  });
});

describe('no Syrian fact lives in code', () => {
  const syria = loadKnowledge();
  /** Groups of casualties and actors share some words of the codebook («medical_aid_workers»). */
  const codebook: readonly string[] = CASUALTY_GROUPS;
  const facts = [
    ...syria.governorates.flatMap(({ id, ar, en }) => [id, `'${ar}'`, `'${en}'`]),
    ...[...syria.actors.records.keys()].filter((id) => id.includes('_') && !codebook.includes(id)),
    'Asia/Damascus',
    "'SY'",
  ];
  const files = readdirSync(join(PACKAGE_ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );

  /** Examples in commands' help; the zone in which intake reads a clock before a pack is known; channels called «… اليوم». */
  const ALLOWED = [/^cli[\\/]/, /^stages[\\/]intake[\\/]dates\.ts$/, /^arabic[\\/]day-words\.ts$/];

  test.each(files.filter((file) => !ALLOWED.some((path) => path.test(file))))('%s', (file) => {
    const code = withoutComments(readFileSync(join(PACKAGE_ROOT, 'src', file), 'utf8'));
    expect(facts.filter((fact) => code.includes(fact))).toEqual([]);
  });
});

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}
