/** Sections that tell the same, registered at the same moment: exactly one of each race is the original. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Chance } from '../../bench/random.ts';
import { RedisSectionIndex } from '../../src/io/redis-section-index.ts';
import type { SectionEntry, SectionIndex } from '../../src/stages/sections/section-index.ts';
import { sectionEntry } from '../stages/sections/section-index-suite.ts';
import { bulletin, unevenly } from './racing.ts';
import { startTestRedis, type TestRedis } from './redis-server.ts';

const CLIENTS = 4;
const ROUNDS = 500;
/** Rounds that run beside each other. */
const AT_ONCE = 10;
/** Rounds lie so many days apart that none is compared with another. */
const DAYS_APART = 5;
const DAY = 86_400_000;

let server: TestRedis;
let clients: SectionIndex[];

beforeAll(async () => {
  server = await startTestRedis();
  clients = Array.from({ length: CLIENTS }, (_, at) => new RedisSectionIndex(unevenly(server.connect(), at)));
});
afterAll(() => server.stop());

/** The same section as four articles print it: word for word, or with a word more at either end. */
function versions(round: number): SectionEntry[] {
  const text = bulletin(round);
  const prints = [text, `${text} خاص`, `عاجل ${text}`, round % 2 === 0 ? text : `خبر ${text} متابعة`];
  const day = new Date(Date.parse('2012-01-01') + round * DAYS_APART * DAY).toISOString().slice(0, 10);
  return prints.map((print, at) => sectionEntry(`${round}-${at}`, print, { day }));
}

/** What each version was told of, by its id: ids of those before it, earliest first. */
async function race(round: number): Promise<Map<string, string[]>> {
  const told = await Promise.all(
    versions(round).map(async (one, at) => {
      const [before = []] = await (clients[at] as SectionIndex).register([one]);
      return [one.id, before.map(({ id }) => id)] as const;
    }),
  );
  return new Map(told);
}

/** Each saw just those that stand before it in one order of all: one of them saw nobody, and all others saw it first. */
function isOneOrder(told: ReadonlyMap<string, readonly string[]>): boolean {
  const order = [...told].sort(([, a], [, b]) => a.length - b.length);
  return order.every(
    ([, before], at) =>
      before.join() ===
      order
        .slice(0, at)
        .map(([id]) => id)
        .join(),
  );
}

describe('race of sections', () => {
  it(`leaves one original in each of ${ROUNDS} rounds of ${CLIENTS} clients`, async () => {
    const wrong: string[] = [];
    for (let round = 0; round < ROUNDS; round += AT_ONCE) {
      const rounds = Array.from({ length: AT_ONCE }, (_, at) => round + at);
      const told = await Promise.all(rounds.map(race));
      for (const one of told) if (!isOneOrder(one)) wrong.push(JSON.stringify([...one]));
    }
    expect(wrong).toEqual([]);
  }, 240_000);

  it('answers the same when chunks overlap and are done again', async () => {
    const chance = new Chance(5);
    const answers = new Map<string, string>();
    const rounds = Array.from({ length: 30 }, (_, at) => versions(1_000 + at));
    await Promise.all(
      clients.map(async (client) => {
        const all = chance.shuffled(rounds.flat());
        for (let at = 0; at < all.length; at += 7) {
          const chunk = all.slice(at, at + 7);
          const told = await client.register(chunk);
          chunk.forEach(({ id }, of) => {
            const before = (told[of] ?? []).map((one) => one.id).join();
            expect(answers.get(id) ?? before).toBe(before);
            answers.set(id, before);
          });
        }
      }),
    );
    for (const round of rounds)
      expect(
        isOneOrder(new Map(round.map(({ id }) => [id, (answers.get(id) ?? '').split(',').filter(Boolean)]))),
      ).toBe(true);
  });
});
