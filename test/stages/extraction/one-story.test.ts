/** One event told two or three times by its story, not always by the same word. Texts are invented. */
import { describe, expect, it } from 'vitest';
import { mentionsOf, told } from './read-section.ts';
import { toldWithTolls as tolls } from './tolls-shown.ts';

const RAID = 'air_drone_strike';
const SHELLS = 'shelling_artillery_missile';

describe('one story', () => {
  it.each([
    [
      'a car blown up, and who drove it',
      'قتل أربعة مدنيين وجرح تسعة بتفجير سيارة في مدينة الباب.\nوقال شهود إن انتحاريا فجر سيارته أمام فرن في مدينة الباب، ما أدى إلى مقتل أربعة وجرح تسعة.',
      ['suicide_bomb الباب 4 9'],
    ],
    [
      'a blast of which the same sentence says who stood behind it',
      'هز انفجار سيارة مفخخة مدينة اعزاز مساء الأحد، وقالت مصادر طبية إن انتحاريا كان وراءه.',
      ['suicide_bomb اعزاز - -'],
    ],
    [
      'raids of a headline, and bombs that name no means',
      'قتلى بغارات على مدينة حاس\n\nسقط خمسة قتلى جراء قصف طال مدينة حاس ظهر اليوم.',
      [`${RAID} حاس 5 -`],
    ],
    [
      'two towns of a headline, each with its own dead',
      'ضحايا بغارات للنظام على حاس وكفرنبل\n\nقتل سبعة مدنيين في غارات لطيران النظام على كفرنبل، كما قتل ثلاثة في قصف على حاس.',
      [`${RAID} حاس 3 -`, `${RAID} كفرنبل 7 -`],
    ],
    [
      'a car that went off, and the drone that hit it',
      'انفجرت سيارة مساء الخميس في مدينة عامودا.\nوقالت مصادر محلية إن مسيرة تركية قصفت السيارة، ما أدى إلى مقتل اثنين.',
      [`${RAID} عامودا 2 -`],
    ],
    [
      'an attack, and how it was carried out',
      'قتل ثلاثون شخصا إثر هجوم مزدوج ضرب مدينة القامشلي. وأصيب ستون آخرون.\nوانفجرت أولا سيارة ملغومة ثم انفجرت دراجة نارية.',
      ['remote_explosive_ied القامشلي 30 60'],
    ],
    [
      'a claim, and the attack on the land around the town',
      'تبنى تنظيم داعش هجوما على حافلة جنود في مدينة السخنة.\nوقال المرصد إن عناصر التنظيم نفذوا هجوما على حافلة للجنود في بادية السخنة شرقي حمص.',
      ['armed_clash السخنة - -'],
    ],
    [
      'the fight in which a town was taken',
      'سيطرت فصائل المعارضة على مدينة أريحا بريف إدلب صباح اليوم.\nوأفادت مصادر بأن المعارك داخل أريحا خلفت 20 قتيلا من قوات النظام.',
      ['non_state_actor_overtakes_territory أريحا 20 -'],
    ],
    [
      'a crowd, and the shots fired at it',
      'شهدت مدينة نوى احتجاجات واسعة.\nوقتل مدني حين فتحت قوات النظام النار على المتظاهرين في المدينة.',
      ['excessive_force_against_protesters نوى 1 -'],
    ],
    [
      'blows of those who attack, told beside their attack',
      'هاجم مسلحون من فلول النظام حواجز أمنية في منطقة الحفة بريف اللاذقية.\nونقلت الوكالة عن مسؤول أن مجموعات من الفلول نفذت هجوما على الحواجز، وضربت كثيرا من الدوريات في منطقة الحفة.',
      ['armed_clash الحفة - -'],
    ],
    [
      'a town struck, and then one of its quarters',
      'قتل تسعة مدنيين بغارات على مدينة حلب.\nوقال الدفاع المدني إن الطائرات قصفت حي الفردوس وقتلت تسعة.',
      [`${RAID} الفردوس 9 -`],
    ],
    [
      'an ambush near a town, on the road that is named after it',
      'قتيلان من الأمن بكمين قرب القدموس\nقتل عنصران من الأمن العام وجرح خمسة بعد وقوع رتلهم في كمين على طريق القدموس - مصياف.',
      ['armed_clash القدموس 2 5'],
    ],
    [
      'a lead over many governorates',
      'خلف قصف على أرياف إدلب وحماة ودرعا والقنيطرة أمس عشرات الضحايا.\nوتعرضت مدينة الحارة بريف درعا لغارة قتل فيها اثنان.',
      [`${RAID} الحارة 2 -`],
    ],
    [
      'a look back over the whole governorate',
      'شنت الطائرات غارات على بلدة أورم الكبرى بريف حلب.\nوكان المرصد تحدث ليل أمس عن غارات طالت محافظة حلب.',
      [`${RAID} أورم الكبرى - -`],
    ],
  ])('%s', (_, text, expected) => {
    expect(tolls(text)).toEqual(expected);
  });

  it.each([
    [
      'raids and shelling side by side',
      'شن الطيران غارات جوية وقصفا مدفعيا على مدينة الرستن.',
      [`${RAID} الرستن`, `${SHELLS} الرستن`],
    ],
    [
      'one more shelling',
      'شن الطيران غارات على مدينة حاس.\nكما قصفت قوات النظام مدينة حاس.',
      [`${RAID} حاس`, `${SHELLS} حاس`],
    ],
    [
      'two bombs, the second by its driver',
      'انفجرت عبوة ناسفة بسيارة في بلدة صحنايا.\nوأضاف البيان أن انتحاريا فجر نفسه بالثانية في بلدة صحنايا.',
      ['remote_explosive_ied صحنايا', 'suicide_bomb صحنايا'],
    ],
    [
      'checkpoints taken in a fight that goes on',
      'تتواصل المعارك في مدينة الزبداني بين قوات النظام وفصائل المعارضة.\nوتمكنت الفصائل من السيطرة على خمسة حواجز في الزبداني.',
      ['armed_clash الزبداني', 'non_state_actor_overtakes_territory الزبداني'],
    ],
    [
      'another quarter, of which nobody is counted',
      'قتلى بغارات على الرقة\nقتل تسعة مدنيين في غارة على مدينة الرقة. وقصف الطيران محيط حي المشلب.',
      [`${RAID} الرقة`, `${RAID} المشلب`],
    ],
    [
      'an attack by those who are named, and a bomb they set off elsewhere',
      'شنت فصائل المعارضة هجوما على مطار كويرس بريف حلب.\nوفجرت الفصائل عربة مفخخة في بلدة رتيان.',
      ['armed_clash مطار كويرس', 'remote_explosive_ied رتيان'],
    ],
    [
      'crowds of many governorates',
      'خرجت مظاهرات في درعا وحمص وحلب وإدلب.\nوخرجت مظاهرة في مدينة بنش بريف إدلب.',
      ['peaceful_protest درعا', 'peaceful_protest حمص', 'peaceful_protest حلب', 'peaceful_protest بنش'],
    ],
  ])('and two events: %s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('is of the day that a sentence tells, not of vague days of another', () => {
    const text =
      'قتل خمسة مدنيين أمس في غارة على بلدة حاس، ليتأكد ما تناقلته مواقع قبل أيام.\nوقصفت المدفعية بلدة كفرومة.';
    expect(mentionsOf(text).map(({ date }) => date.slice(5))).toEqual(['03-10', '03-10']);
  });
});
