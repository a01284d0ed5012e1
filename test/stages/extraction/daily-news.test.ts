/** Forms of a day's mixed news: two kinds of fire in one clause, what came before, what is only said of a place. Texts are invented. */
import { describe, expect, it } from 'vitest';
import type { Mention } from '../../../src/model/mention.ts';
import { mentionsOf } from './read-section.ts';

const published = '2018-03-11';

/** `type place`, with the day where it is not that of publication. */
function shown({ type, place, date }: Mention): string {
  return [type, place?.name ?? '-', ...(date === published ? [] : [date])].join(' ');
}

function shownIn(text: string): string[] {
  return mentionsOf(text, { published }).map(shown);
}

describe('fire from the air and from the ground', () => {
  it.each([
    [
      'raids that go with shelling of the same villages',
      'شنت الطائرات غارات جوية ترافقت مع قصف مدفعي عنيف على بلدتي حاس وكفرنبل.',
      [
        'air_drone_strike حاس',
        'air_drone_strike كفرنبل',
        'shelling_artillery_missile حاس',
        'shelling_artillery_missile كفرنبل',
      ],
    ],
    [
      'shelling joined to raids on villages told before',
      'تعرضت بلدتا تلبيسة والغنطو لغارات جوية وقصف مدفعي.',
      [
        'air_drone_strike تلبيسة',
        'air_drone_strike الغنطو',
        'shelling_artillery_missile تلبيسة',
        'shelling_artillery_missile الغنطو',
      ],
    ],
    [
      'raids without a place of their own before shelling that has one',
      'شن الطيران غارات جوية وقصفا مدفعيا على مدينة الرستن.',
      ['air_drone_strike الرستن', 'shelling_artillery_missile الرستن'],
    ],
    [
      'one more place after «إضافة»',
      'قصفت الطائرات مدينة دوما إضافة لبلدة عربين.',
      ['air_drone_strike دوما', 'air_drone_strike عربين'],
    ],
  ])('%s', (_, text, expected) => {
    expect(shownIn(text)).toEqual(expected);
  });

  it('leaves the guns to nobody where the aircraft are a foreign state’s', () => {
    const mentions = mentionsOf('نفذت الطائرات الروسية غارات تزامنت مع قصف صاروخي على قرية كنصفرة.', {
      published,
    });
    expect(mentions.map(({ actors, weapons }) => [actors.map(({ id }) => id), weapons])).toEqual([
      [['russian_forces'], ['warplane']],
      [[], ['rocket_launcher']],
    ]);
  });
});

describe('what came before', () => {
  it.each([
    [
      'ground taken, once for all, when it began',
      'سيطرت الفصائل منذ يومين على بلدة تقاد.',
      ['non_state_actor_overtakes_territory تقاد 2018-03-09'],
    ],
    [
      'a fight that goes on',
      'تدور اشتباكات منذ يومين بين الفصائل وقوات النظام في بلدة مورك.',
      ['armed_clash مورك'],
    ],
    [
      'a place held the day before it is left',
      'سيطرت هيئة تحرير الشام على قرية تقاد، وانسحبت من بلدة كفرناها بعد سيطرتها عليها أمس.',
      ['non_state_actor_overtakes_territory تقاد', 'non_violent_transfer_of_territory كفرناها'],
    ],
    [
      'a place taken by others before it is attacked',
      'شنت الفصائل هجوما على بلدة معردس، بعد تقدم القوات الحكومية إليها وسيطرتها عليها منذ يومين.',
      ['armed_clash معردس', 'government_regains_territory معردس 2018-03-09'],
    ],
    ['a sum since a year', 'قتل 40 عنصرا من الجيش في هجمات للتنظيم في بادية السخنة منذ بداية 2018.', []],
    [
      'what a post was used for',
      'سيطر الثوار على الفوج 111 والذي لطالما استخدمته القوات في قصف مدينة حلب.',
      ['non_state_actor_overtakes_territory الفوج 111'],
    ],
  ])('%s', (_, text, expected) => {
    expect(shownIn(text)).toEqual(expected);
  });
});

describe('what is said of a place', () => {
  it.each([
    [
      'how far from a town it was',
      'دمر الجيش آليات لداعش في بادية الشولا إلى الجنوب من مدينة دير الزور بنحو 30 كم.',
      ['armed_clash بادية الشولا'],
    ],
    [
      'what is given to others there',
      'تقدم القوات الأمريكية في منطقة التنف الدعم اللوجستي لفصائل المنطقة.',
      [],
    ],
    [
      'what a campaign is for',
      'بدأت الفصائل حملة عسكرية في ريف حلب لاستعادة السيطرة على بلدة خان طومان.',
      [],
    ],
    [
      'where the land lies that is held',
      'وقال المرصد إن النظام يشن هجوما لمنع التواصل بين المناطق التي سيطروا عليها في ريف القنيطرة.',
      [],
    ],
    [
      'in which city an officer serves',
      'هز انفجار حي كفرسوسة نتج عن استهداف موكب رئيس فرع الأمن في دمشق بعبوة ناسفة.',
      ['remote_explosive_ied كفرسوسة'],
    ],
    [
      'two towns counted before they are named',
      'قتل 20 شخصا في قصف للطيران على مدينتين شمال شرق دمشق. وقتل 12 شخصا في غارة على مدينة دوما، بينما قتل 8 في غارة على سقبا.',
      ['air_drone_strike دوما', 'air_drone_strike سقبا'],
    ],
    [
      'control given up to others',
      'سلمت وحدات حماية الشعب الجيش السوري السيطرة على حيي الأشرفية والهلك.',
      ['non_violent_transfer_of_territory الأشرفية', 'non_violent_transfer_of_territory الهلك'],
    ],
    [
      'arrests in all villages raided',
      'نفذت القوات الإسرائيلية توغلا في بلدتي بريقة وكودنة، حيث اعتقلت شابين.',
      ['arrests بريقة', 'arrests كودنة'],
    ],
  ])('%s', (_, text, expected) => {
    expect(shownIn(text)).toEqual(expected);
  });
});
