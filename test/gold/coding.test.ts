/** Event coding on the gold texts must not sink below the committed floor, nor the gold below what the floor was made of. */
import { beforeAll, describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '../../src/model/vocabulary.ts';
import { type GoldText, readCodingGold } from './coding-gold.ts';
import { SLOTS } from './faults.ts';
import { readFloor } from './floor.ts';
import { readGold } from './run-coding.ts';
import { type Score, score } from './scorer.ts';
import { Tally } from './tally.ts';

const floor = readFloor();
const texts: readonly GoldText[] = readCodingGold();
let found: Score;

beforeAll(async () => {
  found = score(await readGold(texts));
});

describe('event coding on the gold texts', () => {
  it('is scored on no fewer texts than the floor was', () => {
    expect(texts.length).toBeGreaterThanOrEqual(floor.texts);
    expect(floor.texts).toBeGreaterThan(100);
  });

  it.each(SLOTS)('keeps %s at its floor', (slot) => {
    const { f1, total } = found.slots[slot];
    expect(total).toBeGreaterThan(0);
    expect(f1).toBeGreaterThanOrEqual(floor.f1[slot] ?? 1);
  });

  it('has a text for every event type', () => {
    const types = new Set(texts.flatMap(({ events }) => events.map(({ type }) => type)));
    expect(types.size).toBe(EVENT_TYPES.length);
  });
});

describe('the score', () => {
  it('counts hits, misses and false alarms', () => {
    const tally = new Tally();
    tally.add(new Set(['a', 'b']), new Set(['b', 'c', 'd']), new Set(['d']));
    expect([tally.hits, tally.misses, tally.falseAlarms]).toEqual([1, 1, 1]);
    expect(tally.f1).toBe(0.5);
  });

  it('is full where nothing is to be found and nothing is', () => {
    expect(new Tally().f1).toBe(1);
  });

  it('falls when a coding is wrong', async () => {
    const [pair] = await readGold(texts.slice(0, 1));
    const [gold, article] = pair as NonNullable<typeof pair>;
    const silent = score([[gold, { ...article, mentions: [] }]]);
    expect(silent.slots.events.recall).toBe(0);
    expect(silent.slots.events.misses).toBe(gold.events.length);
  });
});
