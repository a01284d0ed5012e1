/** Single sentences of ordinary news, of the forms that reporters use for each kind of event. Texts are invented. */
import { describe, expect, it } from 'vitest';
import { told } from './read-section.ts';
import { toldWithTolls, tolls } from './tolls-shown.ts';

describe('who was killed', () => {
  it.each([
    ['a raid that took a life', 'أودت غارة على بلدة حيش بحياة رضيعة.', '1 -'],
    ['the raid as who kills', 'قتلت الغارة فتاة وجرحت والدتها.', '1 1'],
    ['gunmen as who kill', 'قتل مسلحون 17 قرويا في هجوم على بلدة المبعوجة.', '17 -'],
    ['gunmen, told by somebody', 'قال مصدر إن مسلحين قتلوا ستة مدنيين في بلدة المبعوجة.', '6 -'],
    ['each side with its own', 'قتل في الاشتباكات ثلاثة جنود روس وعسكريان تركيان.', '5 -'],
    ['one of them', 'أطلق مجهولون النار على شابين في بلدة تسيل فقتل أحدهما.', '1 -'],
    ['until he died', 'انهالوا بالضرب على سائق في بلدة تسيل حتى فارق الحياة.', '1 -'],
    ['their wounds', 'انفجرت قنبلة في بلدة تسيل بين ثلاثة أطفال ما أدى إلى إصابتهم.', '- 3'],
  ])('%s', (_, text, expected) => {
    expect(tolls(text)).toBe(expected);
  });

  it.each([
    [
      'killed by others meanwhile',
      'قتل رجلان جراء لغم قرب بلدة كباجب، بينما قتل ثالث برصاص مجهولين في بلدة البصيرة.',
      ['remote_explosive_ied كباجب 2 -', 'attack البصيرة 1 -'],
    ],
    [
      'others in another town by another cause',
      'قتل خمسة مدنيين في بلدة تسيل جراء غارة جوية، وثلاثة آخرون في بلدة نمر جراء قصف مدفعي.',
      ['air_drone_strike تسيل 5 -', 'shelling_artillery_missile نمر 3 -'],
    ],
    [
      'another by a mine, with no pause before it',
      'قتل رجل في بلدة تسيل إثر انفجار لغم وآخر في بلدة محجة جراء قصف مدفعي.',
      ['remote_explosive_ied تسيل 1 -', 'shelling_artillery_missile محجة 1 -'],
    ],
    [
      'a woman shot elsewhere',
      'قتل فتى في بلدة تسيل جراء قصف مدفعي، وامرأة في بلدة محجة برصاص قناص.',
      ['shelling_artillery_missile تسيل 1 -', 'attack محجة 1 -'],
    ],
    [
      'a life lost to bullets',
      'فقد صاحب متجر حياته برصاص ملثمين في بلدة الغارية الشرقية.',
      ['attack الغارية الشرقية 1 -'],
    ],
  ])('%s', (_, text, expected) => {
    expect(toldWithTolls(text)).toEqual(expected);
  });
});

describe('what gunmen did', () => {
  it.each([
    ['to people, not to fighters', 'هاجم مسلحون منازل مدنيين في قرية عكش وقتلوا أربعة منهم.', ['attack عكش']],
    ['to a post', 'هاجم مسلحون حاجزا للجيش في بلدة محجة واشتبكوا مع عناصره.', ['armed_clash محجة']],
    [
      'before a place was lost',
      'سيطر التنظيم على بلدة الشولا بعد انسحاب القوات منها.',
      ['non_state_actor_overtakes_territory الشولا'],
    ],
    [
      'to what they took by force',
      'نهب مسلحون مستودعات الحبوب في بلدة الدانا.',
      ['looting_property_destruction الدانا'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('what crowds did', () => {
  it.each([
    ['demand', 'طالب متظاهرون اليوم في بلدة معرة مصرين بخفض أسعار الخبز.', ['peaceful_protest معرة مصرين']],
    [
      'sit in before an office',
      'نفذ عشرات المعلمين اعتصاما أمام مديرية التربية في مدينة القامشلي للمطالبة برواتبهم.',
      ['peaceful_protest القامشلي'],
    ],
    [
      'mark a day',
      'احتشد الآلاف اليوم في ساحة مدينة إدلب في الذكرى الخامسة للثورة.',
      ['peaceful_protest إدلب'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('what does not keep an event from being told', () => {
  it.each([
    [
      'how a place was held before',
      'قصف الطيران الحربي مواقع في منطقة كان التنظيم يسيطر عليها قرب بلدة الشولا.',
      ['air_drone_strike الشولا'],
    ],
    [
      'how many came before it',
      'انفجرت عبوة بحافلة في مدينة الباب في ثالث تفجير من نوعه منذ مطلع الشهر.',
      ['remote_explosive_ied الباب'],
    ],
    [
      'why somebody asks',
      'ناشد الأهالي المنظمات إرسال خيام بعدما قصفت المدفعية مخيما قرب بلدة قاح.',
      ['shelling_artillery_missile قاح'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('a place told later in its sentence', () => {
  it.each([
    [
      'of a charge thrown',
      'انفجرت قنبلة يدوية رماها شاب وسط شجار في مدينة الرقة فأصيب اثنان.',
      ['grenade الرقة'],
    ],
    [
      'not of the next event',
      'انفجرت قنبلة يدوية رماها شاب، ثم قصفت المدفعية بلدة الهيشة.',
      ['shelling_artillery_missile الهيشة'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});
