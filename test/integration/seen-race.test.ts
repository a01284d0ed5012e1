/** Workers at the same moment, and workers that die: of all articles that tell the same, one is the original. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Chance } from '../../bench/random.ts';
import { RedisSeenIndex } from '../../src/io/redis-seen-index.ts';
import type { SeenEntry, SeenIndex, Verdict } from '../../src/stages/dedup/seen-index.ts';
import { type Settled, settleAll } from '../../src/stages/dedup/settle-all.ts';
import { entry } from '../stages/dedup/entries.ts';
import { bulletin, unevenly } from './racing.ts';
import { startTestRedis, type TestRedis } from './redis-server.ts';

const CLIENTS = 4;
const ROUNDS = 500;
/** Rounds that run beside each other; they share no words. */
const AT_ONCE = 10;

let server: TestRedis;
let clients: SeenIndex[];

beforeAll(async () => {
  server = await startTestRedis();
  clients = Array.from({ length: CLIENTS }, (_, at) => new RedisSeenIndex(unevenly(server.connect(), at)));
});
afterAll(() => server.stop());

/** The same bulletin as four outlets print it: word for word, or with a word more at either end. */
function versions(round: number): SeenEntry[] {
  const text = bulletin(round);
  const prints = [text, `${text} خاص`, `عاجل ${text}`, round % 2 === 0 ? text : `خبر ${text} متابعة`];
  return prints.map((print, at) => entry(print, { source: `outlet ${at}`, file: `${round}-${at}.txt` }));
}

function originals(settled: readonly Settled[]): number {
  return settled.filter(({ verdict }) => verdict.kind === 'new').length;
}

/** An index whose worker dies at a point of its work. */
class Dying implements SeenIndex {
  private readonly inner: SeenIndex;
  private readonly at: 'registered' | 'decided';

  constructor(inner: SeenIndex, at: 'registered' | 'decided') {
    this.inner = inner;
    this.at = at;
  }

  async register(entries: readonly SeenEntry[]) {
    const answer = await this.inner.register(entries);
    if (this.at === 'registered') throw new Error('killed');
    return answer;
  }

  async settle(): Promise<void> {
    throw new Error('killed');
  }
}

describe('race', () => {
  it(`leaves one original in each of ${ROUNDS} rounds of ${CLIENTS} clients`, async () => {
    const wrong: number[] = [];
    const race = async (round: number): Promise<void> => {
      const settled = await Promise.all(
        versions(round).map((one, at) => settleAll([one], clients[at] as SeenIndex)),
      );
      const all = settled.flat();
      const original = versions(round)[all.findIndex(({ verdict }) => verdict.kind === 'new')];
      const point = all.every(({ verdict }) => verdict.kind === 'new' || verdict.of === original?.id);
      if (originals(all) !== 1 || !point) wrong.push(round);
    };
    for (let round = 0; round < ROUNDS; round += AT_ONCE) {
      await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => race(round + at)));
    }
    expect(wrong).toEqual([]);
  }, 240_000);

  it('leaves one original when chunks overlap', async () => {
    const chance = new Chance(3);
    const verdicts = new Map<string, Verdict>();
    const rounds = Array.from({ length: 40 }, (_, at) => versions(10_000 + at));
    await Promise.all(
      clients.map(async (client) => {
        const chunk = chance.shuffled(rounds.flat());
        for (let at = 0; at < chunk.length; at += 10) {
          const part = chunk.slice(at, at + 10);
          const settled = await settleAll(part, client);
          part.forEach((one, of) => {
            const { verdict } = settled[of] as Settled;
            expect(verdicts.get(one.id) ?? verdict).toEqual(verdict);
            verdicts.set(one.id, verdict);
          });
        }
      }),
    );
    for (const round of rounds) {
      const ids = new Set(round.map(({ id }) => id));
      const kinds = [...ids].map((id) => verdicts.get(id)?.kind);
      expect(kinds.filter((kind) => kind === 'new')).toHaveLength(1);
    }
  });
});

describe('kill', () => {
  it.each(['registered', 'decided'] as const)('loses nothing when a worker dies after it %s', async (at) => {
    const base = at === 'registered' ? 20_000 : 30_000;
    for (let round = base; round < base + 50; round++) {
      const [first, second, third] = versions(round) as [SeenEntry, SeenEntry, SeenEntry];
      await expect(settleAll([first], new Dying(clients[0] as SeenIndex, at))).rejects.toThrow('killed');
      const others = await Promise.all([
        settleAll([second], clients[1] as SeenIndex),
        settleAll([third], clients[2] as SeenIndex),
      ]);
      const retried = await settleAll([first], clients[3] as SeenIndex);
      expect(retried[0]?.verdict.kind).toBe('new');
      for (const [other] of others) expect(other?.verdict.of).toBe(first.id);
    }
  });

  it('decides as before when the whole chunk is done again', async () => {
    const chunk = Array.from({ length: 10 }, (_, at) => versions(40_000 + at)).flat();
    const once = await settleAll(chunk, clients[0] as SeenIndex);
    const again = await settleAll(chunk, clients[1] as SeenIndex);
    expect(again).toEqual(once);
  });
});
