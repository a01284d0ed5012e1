import { describe, expect, it } from 'vitest';
import type { Count } from '../../../src/model/mention.ts';
import { sumCounts } from '../../../src/stages/aggregation/reconcile-casualties.ts';
import { article, exactly, type Telling, vaguely } from './invented.ts';
import { line } from './run-days.ts';

type Report = Partial<Telling> & {
  readonly source: string;
  readonly at: string;
  readonly repeats?: Record<string, string>;
};

/** The toll of one event told by the reports, in any order. */
async function tollOf(...reports: readonly Report[]): Promise<Count | null | undefined> {
  const day = line();
  const articles = reports.map(({ source, at, repeats, ...telling }, n) =>
    article({
      name: `n${n}`,
      source,
      at: `2015-07-04T${at}`,
      ...(repeats ? { repeats } : {}),
      tells: [{ type: 'air_drone_strike', ...telling }],
    }),
  );
  await day.add(articles);
  const events = (await day.latest('2015-07-04/SY02'))?.eventDetails ?? [];
  expect(events).toHaveLength(1);
  return events[0]?.killed;
}

const between = (low: number, best: number, high: number | null): Count => ({ low, best, high, vague: null });

describe('reconcile', () => {
  it.each<[string, Report[], Count | null]>([
    ['nothing told', [{ source: 'A', at: '09:00' }], null],
    ['one figure', [{ source: 'A', at: '09:00', killed: exactly(3) }], exactly(3)],
    [
      'two outlets that agree',
      [
        { source: 'A', at: '09:00', killed: exactly(3) },
        { source: 'B', at: '10:00', killed: exactly(3) },
      ],
      exactly(3),
    ],
    [
      'two outlets that differ: low, high, and the lowest as best',
      [
        { source: 'A', at: '09:00', killed: exactly(5) },
        { source: 'B', at: '10:00', killed: exactly(3) },
      ],
      between(3, 3, 5),
    ],
    [
      "an outlet's own figure is best before somebody's",
      [
        { source: 'A', at: '09:00', killed: exactly(5) },
        { source: 'B', at: '10:00', killed: exactly(3), attribution: 'X' },
      ],
      between(3, 5, 5),
    ],
    [
      'the later word of one outlet stands',
      [
        { source: 'A', at: '09:00', killed: exactly(3) },
        { source: 'A', at: '12:00', killed: exactly(5) },
      ],
      exactly(5),
    ],
    [
      'a running toll takes the place of all before it',
      [
        { source: 'A', at: '09:00', killed: exactly(3) },
        { source: 'B', at: '10:00', killed: exactly(4) },
        { source: 'A', at: '12:00', killed: exactly(9), running: true },
      ],
      exactly(9),
    ],
    [
      'and is never added to',
      [
        { source: 'A', at: '09:00', killed: exactly(9), running: true },
        { source: 'A', at: '12:00', killed: exactly(11), running: true },
      ],
      exactly(11),
    ],
    [
      'what comes after a running toll may differ from it',
      [
        { source: 'A', at: '09:00', killed: exactly(9), running: true },
        { source: 'B', at: '12:00', killed: exactly(10) },
      ],
      between(9, 9, 10),
    ],
    [
      'an exact figure before a vague one',
      [
        { source: 'A', at: '09:00', killed: vaguely(3, 'قتلى') },
        { source: 'B', at: '10:00', killed: exactly(6) },
      ],
      exactly(6),
    ],
    [
      'a vague one that goes beyond it leaves the end open',
      [
        { source: 'A', at: '09:00', killed: vaguely(10, 'عشرات') },
        { source: 'B', at: '10:00', killed: exactly(6) },
      ],
      between(6, 6, null),
    ],
    [
      'two vague ones: the lowest, with its words',
      [
        { source: 'A', at: '09:00', killed: vaguely(10, 'عشرات') },
        { source: 'B', at: '10:00', killed: vaguely(3, 'قتلى') },
      ],
      vaguely(3, 'قتلى'),
    ],
    [
      'zero against some',
      [
        { source: 'A', at: '09:00', killed: exactly(0) },
        { source: 'B', at: '10:00', killed: exactly(2) },
      ],
      between(0, 0, 2),
    ],
    [
      'one authority told by two outlets is one voice',
      [
        { source: 'A', at: '09:00', killed: exactly(5), attribution: 'المرصد' },
        { source: 'B', at: '10:00', killed: exactly(7), attribution: 'المرصد' },
      ],
      exactly(5),
    ],
    [
      'a reprint of the older figure does not hold back a newer one',
      [
        { source: 'A', at: '09:00', killed: exactly(12), section: 'a-old' },
        { source: 'A', at: '11:00', killed: exactly(9), section: 'a-new' },
        { source: 'B', at: '12:00', killed: exactly(12), section: 'b', repeats: { b: 'a-old' } },
      ],
      exactly(9),
    ],
  ])('%s', async (_what, reports, expected) => {
    expect(await tollOf(...reports)).toEqual(expected);
    expect(await tollOf(...[...reports].reverse())).toEqual(expected);
  });

  it('takes the fullest exact figure of one article, not their sum', async () => {
    const day = line();
    const tells = [vaguely(3, 'قتلى'), exactly(4), exactly(6)].map(
      (killed) => ({ type: 'arrests', killed }) as const,
    );
    await day.add([article({ name: 'n', source: 'S', at: '2015-07-04', tells })]);
    expect((await day.latest('2015-07-04/SY02'))?.killed).toEqual(exactly(6));
  });
});

describe('sumCounts', () => {
  it.each<[(Count | null)[], Count | null]>([
    [[], null],
    [[null, null], null],
    [[null, exactly(0)], exactly(0)],
    [[exactly(2), exactly(3), null], exactly(5)],
    [[exactly(2), vaguely(3, 'قتلى')], between(5, 5, null)],
    [[between(2, 2, 4), exactly(1)], between(3, 3, 5)],
    [[{ low: 1, best: null, high: null, vague: 'العشرات' }], between(1, 1, null)],
  ])('%j', (counts, expected) => {
    expect(sumCounts(counts)).toEqual(expected);
  });
});
