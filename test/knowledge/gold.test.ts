import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPack } from '../../src/knowledge/check.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { defaultPackFolder, readFixtures, readPackFiles } from '../../src/knowledge/load.ts';
import { PACKAGE_ROOT } from '../../src/package-root.ts';
import { readKnowledgeFloor } from '../gold/floor.ts';
import { KNOWLEDGE_SLOTS, readKnowledgeGold, scoreKnowledge } from '../gold/knowledge-gold.ts';

const knowledge = loadKnowledge();
const golds = readKnowledgeGold();
const floor = readKnowledgeFloor();

describe('gold of the knowledge core', () => {
  const { slots } = scoreKnowledge(golds, knowledge);

  test.each(KNOWLEDGE_SLOTS)('%s stay above the floor', (slot) => {
    expect(slots[slot].f1).toBeGreaterThanOrEqual(floor[slot] ?? 1);
  });

  test('there is enough of it, a good part of it hard', () => {
    expect(golds.length).toBeGreaterThanOrEqual(40);
    expect(KNOWLEDGE_SLOTS.reduce((sum, slot) => sum + slots[slot].total, 0)).toBeGreaterThanOrEqual(300);
    expect(golds.filter(({ hard }) => hard !== undefined).length).toBeGreaterThanOrEqual(30);
  });
});

describe('the pack of Syria', () => {
  test('knowledge check finds nothing to mend', () => {
    const fixtures = readFixtures(join(PACKAGE_ROOT, 'test', 'gold', 'knowledge'));
    expect(checkPack(readPackFiles(defaultPackFolder()), knowledge, fixtures)).toEqual([]);
  });

  test('150 actors and 900 forms', () => {
    expect(knowledge.actors.records.size).toBeGreaterThanOrEqual(150);
    expect(knowledge.actors.trie.size).toBeGreaterThanOrEqual(900);
  });

  const CODEBOOK = {
    government:
      'syrian_government_forces ndf_militias hezbollah iranian_forces iran_backed_militias palestinian_militias',
    russia: 'russian_forces',
    opposition:
      'opposition_rebels free_syrian_army syrian_national_army jaysh_al_islam ahrar_al_sham faylaq_al_rahman jaysh_al_fateh southern_front other_rebel_group',
    hts: 'jabhat_al_nusra hay_at_tahrir_al_sham al_qaeda',
    isis: 'islamic_state',
    sdf: 'sdf ypg asayish',
    coalition: 'us_led_coalition us_forces',
    turkey: 'turkish_forces',
    israel: 'israeli_forces',
    jordan: 'jordanian_forces',
    lebanon: 'lebanese_army',
    transition: 'transitional_government_forces former_regime_remnants druze_factions tribal_fighters',
    civilians: 'civilians protesters journalists medical_aid_workers',
    unknown: 'unknown_armed_group',
  };

  test('the ids at the top of a line are those of the codebook, with their sides', () => {
    const tops = [...knowledge.actors.records.values()].filter(({ parent }) => parent === null);
    const bySide = Object.fromEntries(Object.keys(CODEBOOK).map((side) => [side, [] as string[]]));
    for (const { id, side } of tops) bySide[side]?.push(id);
    expect(Object.fromEntries(Object.entries(bySide).map(([side, ids]) => [side, ids.join(' ')]))).toEqual(
      CODEBOOK,
    );
  });

  test('labels are neutral: no word of one side', () => {
    const partisan = /عصاب|إرهاب|ارهاب|شبيح|مرتزق|شهيد|كفار|روافض|نصيري|terror|thug|martyr|mercenar|gang/i;
    const exceptions = new Set(['yarmouk_martyrs']);
    for (const { id, ar, en } of knowledge.actors.records.values()) {
      if (!exceptions.has(id)) expect(`${ar} ${en}`).not.toMatch(partisan);
    }
  });

  test('every event type and weapon has a label in both languages', () => {
    expect(knowledge.eventLabel('armed_clash')).toEqual({ ar: 'اشتباك مسلح', en: 'armed clash' });
    for (const id of knowledge.weapons.ids) expect(knowledge.weaponLabel(id).ar).not.toBe(id);
  });
});
