/** Fire told by what was fired, and from where: headlines without a verb, guns and their sites. Texts are invented. */
import { describe, expect, it } from 'vitest';
import { toldWithTolls } from './tolls-shown.ts';

function fire(text: string): string[] {
  return toldWithTolls(text, { published: '2017-04-07' });
}

const SHELLS = 'shelling_artillery_missile';
const RAID = 'air_drone_strike';

describe('what was fired, with no verb of firing', () => {
  it.each([
    ['a shell and where it fell', 'قذيفة صاروخية على مدرسة في بلدة محجة.', [`${SHELLS} محجة - -`]],
    ['counted in words', 'أربعة براميل على بلدة داعل.', [`${RAID} داعل - -`]],
    ['a munition of aircraft', 'صاروخ فراغي على بلدة حمورية.', [`${RAID} حمورية - -`]],
    [
      'a missile that hits, in a headline',
      'صاروخ إسرائيلي يصيب مبنى في حي كفرسوسة، خمسة قتلى بينهم عسكري.',
      [`${RAID} كفرسوسة 5 -`],
    ],
    ['a shell that hits a home', 'أصابت قذيفة منزلا في بلدة محجة.', [`${SHELLS} محجة - -`]],
    ['people killed by a drone', 'مقتل شخصين بمسيرة تركية قرب بلدة تل رفعت.', [`${RAID} تل رفعت 2 -`]],
    [
      '… and where it struck told after',
      'قضى جنديان بطائرة مسيرة أصابت نقطتهم قرب بلدة محجة.',
      [`${RAID} محجة 2 -`],
    ],
    [
      'a march, and no drone',
      'خرج الأهالي بمسيرة في بلدة محجة تنديدا بمقتل شاب.',
      ['peaceful_protest محجة - -'],
    ],
    [
      'barrels whose gas people breathe in',
      'ألقت مروحية برميلين على بلدة سرمين فأصيب ستة أطفال بضيق تنفس نتيجة استنشاق غاز الكلور.',
      ['chemical_weapon سرمين - 6'],
    ],
    [
      'cylinders dropped, and no aircraft shot down',
      'أسقطت مروحيات أسطوانات على بلدة محجة.',
      [`${RAID} محجة - -`],
    ],
    ['a drone that kills', 'طائرة مسيرة تقتل شخصين قرب بلدة تل رفعت.', [`${RAID} تل رفعت 2 -`]],
    [
      'what aircraft that were named before launched',
      'قال سكان إن مروحية حامت فوق بلدة حيان ثم أطلقت ثلاثة صواريخ على الفرن، فقتل ستة منهم.',
      [`${RAID} حيان 6 -`],
    ],
    [
      'guns that pour out what they have',
      'صبت طائرات حربية حممها على بلدة حاس، ثم نزل الهاون على بلدة الهبيط.',
      [`${RAID} حاس - -`, `${SHELLS} الهبيط - -`],
    ],
    ['aircraft that go after a car', 'لاحقت مسيرة دراجة نارية قرب بلدة قسطون.', [`${RAID} قسطون - -`]],
    [
      'a drone that goes off',
      'انفجرت مسيرة انتحارية فوق سيارة مدنية في بلدة النيرب.',
      [`${RAID} النيرب - -`],
    ],
    ['a drone that assassinates', 'مسيرة تركية اغتالت قياديا في بلدة عامودا.', [`${RAID} عامودا 1 -`]],
    [
      'a guided missile on people of a place',
      'استشهد مزارع بعد استهداف جراره بصاروخ موجه قرب بلدة قسطون.',
      [`${SHELLS} قسطون 1 -`],
    ],
    [
      'gas in what was fired',
      'صواريخ محلية الصنع محملة بالكلور سقطت غربي مدينة دوما.',
      ['chemical_weapon دوما - -'],
    ],
    [
      'raids that are compared with earlier ones',
      'غارات ليلية هي الأعنف منذ سنوات على مستودعات في مدينة الميادين.',
      [`${RAID} الميادين - -`],
    ],
    [
      'the missile of a relative clause',
      'الصاروخ الذي سقط على بلدة تل رفعت قبل يومين قتل تسعة أشخاص.',
      [`${SHELLS} تل رفعت 9 -`],
    ],
    ['who is blamed for gas', 'تقرير أممي: النظام مسؤول عن هجوم كيماوي على دوما.', []],
    ['a patrol that goes after people', 'لاحقت دورية للأمن مطلوبين في بلدة محجة.', []],
    ['people who come down', 'نزل الأهالي إلى الملاجئ في بلدة حاس.', []],
    ['a drone that only flies over', 'مسيرة تركية تحلق على ارتفاع منخفض فوق مدينة القامشلي.', []],
    ['a shell that was found', 'عثر الأهالي على صاروخ لم ينفجر على أطراف بلدة سرمين.', []],
    ['what aircraft had ruined once', 'يرمم الأهالي في مدينة أريحا ما هدمته الطائرات.', []],
  ])('%s', (_, text, expected) => {
    expect(fire(text)).toEqual(expected);
  });
});

describe('what one side accuses the other of', () => {
  it.each([
    [
      'with its dead',
      'اتهمت دمشق مسلحي النصرة باستهداف مشفى في حي المحافظة بحلب بقذيفة أدت إلى مقتل ثلاث نساء.',
      [`${SHELLS} حلب 3 -`],
    ],
    ['with its day', 'اتهمت دمشق إسرائيل بقصف مواقع في بلدة الديماس أمس.', [`${RAID} الديماس - -`]],
    ['without either', 'اتهمت المعارضة روسيا بقصف المدنيين في إدلب.', []],
  ])('%s', (_, text, expected) => {
    expect(fire(text)).toEqual(expected);
  });
});

describe('where the guns stand', () => {
  it.each([
    [
      'before the town that they hit',
      'استهدفت مدفعية النظام المتمركزة في معسكر جورين بلدة السرمانية.',
      [`${SHELLS} السرمانية - -`],
    ],
    [
      'after the towns that they hit',
      'شهدت مدينة أريحا وبلدة كفريا قصفا مدفعيا من مواقع النظام في سراقب.',
      [`${SHELLS} أريحا - -`, `${SHELLS} كفريا - -`],
    ],
    ['named as the source', 'سقطت قذائف مدفعية مصدرها الفوج 46 على بلدة الأبزمو.', [`${SHELLS} الأبزمو - -`]],
    [
      'where they launch from',
      'أطلقت قوات النظام من معسكر جورين صواريخ على بلدة الزيارة.',
      [`${SHELLS} الزيارة - -`],
    ],
    [
      'a post that is hit stays the place',
      'استهدفت طائرة مسيرة عناصر من حاجز للنظام في بلدة معردبسة.',
      [`${RAID} معردبسة - -`],
    ],
  ])('%s', (_, text, expected) => {
    expect(fire(text)).toEqual(expected);
  });
});

describe('the dead before what killed them', () => {
  it.each([
    [
      'told after «حيث»',
      'خمسة شهداء وثلاثة جرحى في بلدة محجة، حيث سقطت قذائف مدفعية على مدرسة.',
      [`${SHELLS} محجة 5 3`],
    ],
    ['told after «إذ»', 'استشهد مدنيان في بلدة محجة، إذ قصفت المدفعية سوقها.', [`${SHELLS} محجة 2 -`]],
  ])('%s', (_, text, expected) => {
    expect(fire(text)).toEqual(expected);
  });
});
