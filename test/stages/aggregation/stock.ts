/** One invented day that several tests share. */
import type { Contribution } from '../../../src/model/article.ts';
import { article, exactly, GOVERNMENT, place, REBELS, RUSSIA, repeat, vaguely } from './invented.ts';

/** Five editions of three outlets: everything that may matter to the order is in here. */
export const STOCK: readonly Contribution[] = [
  article({
    name: 'a1',
    source: 'A',
    at: '2015-07-04T09:00',
    tells: [
      { type: 'air_drone_strike', actors: [GOVERNMENT], weapons: ['barrel_bomb'], killed: exactly(3) },
      { type: 'armed_clash', actors: [GOVERNMENT, REBELS], weapons: ['artillery'], place: place('old_town') },
    ],
  }),
  article({
    name: 'a2',
    source: 'A',
    at: '2015-07-04T18:00',
    replaces: ['a1'],
    tells: [{ type: 'air_drone_strike', actors: [GOVERNMENT], weapons: ['barrel_bomb'], killed: exactly(5) }],
  }),
  article({
    name: 'b1',
    source: 'B',
    at: '2015-07-04T12:00',
    repeats: { 'b1-s1': 'a1-s1' },
    tells: [
      { type: 'air_drone_strike', killed: vaguely(3, 'قتلى') },
      {
        type: 'air_drone_strike',
        actors: [RUSSIA],
        weapons: ['warplane'],
        injured: exactly(2),
        section: 'b1-s2',
      },
      { type: 'arrests', governorate: 'SY03', place: null, geoPrecision: 3, section: 'b1-s2' },
    ],
  }),
  article({
    name: 'c1',
    source: 'C',
    at: '2015-07-04',
    tells: [{ type: 'shelling_artillery_missile', weapons: ['mortar'], place: place('old_town') }],
    tolls: [
      { start: 0, end: 5, scope: 'SY', killed: exactly(40), injured: null, period: null, attribution: null },
    ],
  }),
  repeat('c2', 'D', '2015-07-04T13:00', 'a1'),
  repeat('c3', 'E', '2015-07-04T14:00', 'c2'),
];
