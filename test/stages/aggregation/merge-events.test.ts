import { describe, expect, it } from 'vitest';
import type { NashraEvent } from '../../../src/model/summary.ts';
import { article, exactly, GOVERNMENT, place, REBELS, RUSSIA, type Telling } from './invented.ts';
import { line } from './run-days.ts';

const raid = (more: Partial<Telling> = {}): Telling => ({
  type: 'air_drone_strike',
  actors: [GOVERNMENT],
  weapons: ['warplane'],
  ...more,
});
const clash = (more: Partial<Telling> = {}): Telling => ({
  type: 'armed_clash',
  actors: [GOVERNMENT, REBELS].map((actor) => ({ ...actor, role: 'participant' as const })),
  ...more,
});
const isis = { id: 'islamic_state', side: 'isis', role: 'participant' } as const;

/** The events of a day in which each telling comes from an outlet of its own. */
async function eventsOf(...tellings: readonly Telling[]): Promise<readonly NashraEvent[]> {
  const day = line();
  const outlets = tellings.map((telling, n) =>
    article({ name: `n${n}`, source: `S${n}`, at: `2015-07-04T1${n}:00`, tells: [telling] }),
  );
  await day.add(outlets);
  return (await day.latest('2015-07-04/SY02'))?.eventDetails ?? [];
}

const shapes = (events: readonly NashraEvent[]) => events.map(({ mentions }) => mentions.length).sort();

describe('mergeMentions', () => {
  it.each<[string, number[], Telling[]]>([
    ['the same raid told twice', [2], [raid(), raid()]],
    ['a raid told in full and barely', [2], [raid(), { type: 'air_drone_strike' }]],
    ['raids by different air forces', [1, 1], [raid(), raid({ actors: [RUSSIA] })]],
    ['raids by helicopter and by jet', [1, 1], [raid(), raid({ weapons: ['barrel_bomb'] })]],
    ['a munition that either may carry', [2], [raid(), raid({ weapons: ['cluster_munition'] })]],
    [
      'mortar and artillery of one shelling',
      [2],
      [
        { type: 'shelling_artillery_missile', weapons: ['mortar'] },
        { type: 'shelling_artillery_missile', weapons: ['artillery'] },
      ],
    ],
    [
      'shelling by guns and by missiles',
      [1, 1],
      [
        { type: 'shelling_artillery_missile', weapons: ['mortar'] },
        { type: 'shelling_artillery_missile', weapons: ['surface_to_surface_missile'] },
      ],
    ],
    ['different places', [1, 1], [raid(), raid({ place: place('elsewhere') })]],
    ['a town and a quarter of it', [2], [raid(), raid({ place: place('old_town', 'neighbourhood') })]],
    [
      'a town and two quarters of it',
      [1, 1, 1],
      [
        raid(),
        raid({ place: place('old_town', 'neighbourhood') }),
        raid({ place: place('north_quarter', 'neighbourhood') }),
      ],
    ],
    [
      'a town and two quarters, one with its toll',
      [1, 2],
      [
        raid({ killed: exactly(4) }),
        raid({ place: place('old_town', 'neighbourhood'), killed: exactly(4) }),
        raid({ place: place('north_quarter', 'neighbourhood') }),
      ],
    ],
    [
      'a town and a quarter with another toll',
      [1, 1],
      [raid({ killed: exactly(9) }), raid({ place: place('old_town', 'neighbourhood'), killed: exactly(2) })],
    ],
    ['the governorate alone says too little', [1, 1], [raid(), raid({ place: null, geoPrecision: 3 })]],
    [
      'the governorate alone, with the same toll',
      [2],
      [raid({ killed: exactly(7) }), raid({ place: null, geoPrecision: 3, killed: exactly(7) })],
    ],
    [
      'fights of other parties',
      [1, 1],
      [clash(), clash({ actors: [{ ...GOVERNMENT, role: 'participant' }, isis] })],
    ],
    [
      'a fight of which each names one party',
      [2],
      [
        clash({ actors: [{ ...GOVERNMENT, role: 'participant' }] }),
        clash({ actors: [{ ...REBELS, role: 'participant' }] }),
      ],
    ],
    [
      'shelling that a clash tells as its weapon',
      [2],
      [
        clash({ weapons: ['artillery'] }),
        { type: 'shelling_artillery_missile', weapons: ['mortar'], actors: [GOVERNMENT] },
      ],
    ],
    [
      'shelling with a toll of its own',
      [1, 1],
      [
        clash({ weapons: ['artillery'] }),
        { type: 'shelling_artillery_missile', weapons: ['mortar'], actors: [GOVERNMENT], killed: exactly(2) },
      ],
    ],
    [
      'shelling of which the clash knows nothing',
      [1, 1],
      [clash(), { type: 'shelling_artillery_missile', weapons: ['mortar'], actors: [GOVERNMENT] }],
    ],
    ['a clash and the ground it won', [1, 1], [clash(), clash({ type: 'government_regains_territory' })]],
  ])('%s', async (_what, expected, tellings) => {
    expect(shapes(await eventsOf(...tellings))).toEqual(expected);
    expect(shapes(await eventsOf(...[...tellings].reverse()))).toEqual(expected);
  });

  it('keeps apart a town and its quarter where one section tells both', async () => {
    const day = line();
    const tells = [raid(), raid({ place: place('old_town', 'neighbourhood') })];
    await day.add([article({ name: 'n', source: 'S', at: '2015-07-04', tells })]);
    expect((await day.latest('2015-07-04/SY02'))?.counts.events).toBe(2);
  });

  it('keeps the id of the raid that was told first when another comes to the same place', async () => {
    const [alone] = await eventsOf(raid());
    const both = await eventsOf(raid(), raid({ actors: [RUSSIA] }));
    expect(both.map(({ id }) => id)).toContain(alone?.id);
    expect(new Set(both.map(({ id }) => id)).size).toBe(2);
  });
});
