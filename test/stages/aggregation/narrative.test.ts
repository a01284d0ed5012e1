import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Summary } from '../../../src/model/summary.ts';
import { EVENT_TYPES } from '../../../src/model/vocabulary.ts';
import { TYPE_WORDS } from '../../../src/stages/aggregation/narrative-words-ar.ts';
import { article, exactly, GOVERNMENT, place, REBELS, repeat, type Telling, vaguely } from './invented.ts';
import { line } from './run-days.ts';

async function told(...tells: readonly Telling[]): Promise<Summary['narrative']> {
  const day = line();
  await day.add([article({ name: 'n', source: 'S', at: '2015-07-04', tells })]);
  const summary = await day.latest('2015-07-04/SY02');
  if (!summary) throw new Error('no summary');
  return summary.narrative;
}

const sides = [GOVERNMENT, REBELS].map((actor) => ({ ...actor, role: 'participant' as const }));

describe('the narrative', () => {
  it.each<[string, Telling[], string, string]>([
    [
      'one event with its toll',
      [
        {
          type: 'air_drone_strike',
          actors: [GOVERNMENT],
          weapons: ['barrel_bomb', 'helicopter'],
          killed: exactly(2),
          injured: exactly(11),
          groups: { children: { killed: exactly(1) } },
        },
      ],
      'سُجّل حدث واحد في محافظة حلب يوم السبت 4 تموز/يوليو 2015. والحصيلة المعلنة قتيلان و11 جريحاً، بين القتلى طفل واحد. ففي تل tell أسفرت غارات جوية بالبراميل المتفجرة نُسبت إلى القوات الحكومية عن مقتل شخصين وإصابة 11 شخصاً، بين القتلى طفل واحد.',
      'One event is recorded in Aleppo governorate on Saturday 4 July 2015. The reported toll is 2 killed and 11 injured, with 1 child among the dead. In Tell tell, air strikes with barrel bombs attributed to government forces left 2 people dead and 11 people injured, with 1 child among the dead.',
    ],
    [
      'a fight without a toll',
      [{ type: 'armed_clash', actors: sides, weapons: ['tank'], geoPrecision: 2 }],
      'سُجّل حدث واحد في محافظة حلب يوم السبت 4 تموز/يوليو 2015. ففي محيط تل tell سُجّلت اشتباكات بين القوات الحكومية وفصائل المعارضة استُخدمت فيها الدبابات.',
      'One event is recorded in Aleppo governorate on Saturday 4 July 2015. Clashes between government forces and opposition factions with tanks are reported near Tell tell.',
    ],
    [
      'ground taken, claimed by somebody',
      [
        {
          type: 'government_regains_territory',
          actors: [GOVERNMENT, REBELS],
          modality: 'claimed',
          attribution: 'وكالة مثال',
          killed: exactly(3),
        },
      ],
      'سُجّل حدث واحد في محافظة حلب يوم السبت 4 تموز/يوليو 2015. والحصيلة المعلنة 3 قتلى. ففي تل tell انتهى القتال بسيطرة القوات الحكومية، وأسفر عن مقتل 3 أشخاص، بحسب وكالة مثال.',
      'One event is recorded in Aleppo governorate on Saturday 4 July 2015. The reported toll is 3 killed. In Tell tell, the fighting ended with government forces in control, and left 3 people dead, according to a party to the fighting.',
    ],
    [
      'a toll that is only hinted at, in words that never reach the page',
      [
        {
          type: 'shelling_artillery_missile',
          weapons: ['mortar'],
          killed: vaguely(3, 'شهداء'),
          injured: vaguely(10, 'عشرات'),
        },
      ],
      'سُجّل حدث واحد في محافظة حلب يوم السبت 4 تموز/يوليو 2015. والحصيلة المعلنة 3 قتلى على الأقل و10 جرحى على الأقل. ففي تل tell أسفر قصف بقذائف الهاون عن مقتل عدد غير محدد من الأشخاص وإصابة العشرات.',
      'One event is recorded in Aleppo governorate on Saturday 4 July 2015. The reported toll is at least 3 killed and at least 10 injured. In Tell tell, shelling with mortars left an unknown number dead and dozens injured.',
    ],
    [
      'nobody hurt',
      [{ type: 'remote_explosive_ied', weapons: ['car_bomb'], killed: exactly(0), injured: exactly(0) }],
      'سُجّل حدث واحد في محافظة حلب يوم السبت 4 تموز/يوليو 2015. ففي تل tell سُجّل انفجار بسيارة مفخخة، ولم تُسجّل إصابات.',
      'One event is recorded in Aleppo governorate on Saturday 4 July 2015. An explosion with a car bomb is reported in Tell tell, without casualties.',
    ],
  ])('%s', async (_what, tells, ar, en) => {
    expect(await told(...tells)).toEqual({ ar, en });
  });

  it('says a range as a range, and how many sources there are', async () => {
    const day = line();
    await day.add([
      article({ name: 'a', source: 'A', at: '2015-07-04', tells: [{ type: 'arrests', killed: exactly(3) }] }),
      article({
        name: 'b',
        source: 'B',
        at: '2015-07-04',
        tells: [{ type: 'arrests', killed: exactly(12) }],
      }),
      repeat('c', 'C', '2015-07-04', 'a'),
    ]);
    const { ar, en } = (await day.latest('2015-07-04/SY02'))?.narrative ?? { ar: '', en: '' };
    expect(ar).toContain('عن مقتل ما بين 3 و12 شخصاً، وفق مصدرين مستقلين.');
    expect(en).toContain('left between 3 and 12 people dead, according to 2 independent sources.');
  });

  it('tells the three gravest events and names the other places', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const tells = names.map(
      (id, n): Telling => ({ type: 'air_drone_strike', place: place(id), killed: exactly(n) }),
    );
    const { ar } = await told(...tells);
    expect(ar.match(/أسفرت/g)).toHaveLength(3);
    expect(ar).toContain('ففي تل e');
    expect(ar.endsWith('وشملت الأحداث الأخرى تل a وتل b.')).toBe(true);
  });

  it('says that nothing is left of a day that was taken back', async () => {
    const day = line();
    await day.add([article({ name: 'v1', source: 'A', at: '2015-07-04', tells: [{ type: 'arrests' }] })]);
    await day.add([article({ name: 'v2', source: 'A', at: '2015-07-05', replaces: ['v1'] })]);
    expect((await day.latest('2015-07-04/SY02'))?.narrative).toEqual({
      ar: 'لا أحداث مسجلة في محافظة حلب يوم السبت 4 تموز/يوليو 2015.',
      en: 'No events are recorded in Aleppo governorate on Saturday 4 July 2015.',
    });
  });

  it('has no hole, no id and no word of one side, whatever it tells', async () => {
    const count = fc.option(fc.oneof(fc.nat(200).map(exactly), fc.constant(vaguely(3, 'شهداء'))));
    const telling = fc.record({
      type: fc.constantFrom(...EVENT_TYPES),
      killed: count,
      injured: count,
      place: fc.constantFrom(place('tell'), place('old_town'), null),
      actors: fc.subarray([GOVERNMENT, REBELS]),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(telling, { minLength: 1, maxLength: 8 }), async (tells) => {
        const { ar, en } = await told(
          ...tells.map((one) => ({ ...one, geoPrecision: one.place ? 1 : 3 }) as Telling),
        );
        for (const text of [ar, en]) {
          expect(text).not.toMatch(/undefined|null|NaN| {2}|_forces|_rebels|\.\.|شهداء/);
          expect(text.endsWith('.')).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('has words for every type of event', () => {
    expect(Object.keys(TYPE_WORDS).sort()).toEqual([...EVENT_TYPES].sort());
  });
});
