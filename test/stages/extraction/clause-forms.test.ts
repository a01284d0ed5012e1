/** Forms of the clause that decide which place, doer or act an event has. Texts are invented. */
import { describe, expect, it } from 'vitest';
import { mentionsOf, told } from './read-section.ts';

describe('where it happens', () => {
  it.each([
    [
      'a place and a verb after a comma open another clause',
      'أغار الطيران الحربي على مدينة سرمين، وفي بنش، ألقى الطيران المروحي براميل متفجرة على الأحياء.',
      ['air_drone_strike سرمين', 'air_drone_strike بنش'],
    ],
    [
      'a relative clause tells of the place before it',
      'أغارت الطائرات على مدينة سرمين وكتيبة الهندسة التي تمكن الثوار من تحريرها أمس.',
      [
        'air_drone_strike سرمين',
        'air_drone_strike كتيبة الهندسة',
        'non_state_actor_overtakes_territory كتيبة الهندسة',
      ],
    ],
    [
      'where somebody was born is not where he died',
      'أعدم تنظيم الدولة شابا من أبناء بلدة العشارة في مدينة الميادين.',
      ['attack الميادين'],
    ],
    [
      'the region that opens the sentence gives way to the places after the second verb',
      'وفي ريف درعا قضت وحدات من الجيش على عدد من الإرهابيين وأصابت آخرين في بلدتي عتمان واليادودة.',
      ['armed_clash عتمان', 'armed_clash اليادودة'],
    ],
    [
      'raids told before go with the shelling of other towns',
      'أغارت الطائرات على مدينة دوما، وترافقت الغارات مع قصف مدفعي طال مدينة زملكا.',
      ['air_drone_strike دوما', 'shelling_artillery_missile زملكا'],
    ],
    [
      'a list after «وهي:» names the villages of the event before it',
      'قصف الجيش التركي قرى في منطقة منبج وهي: البوغاز، كاوكلي، الجات.',
      [
        'shelling_artillery_missile البوغاز',
        'shelling_artillery_missile كاوكلي',
        'shelling_artillery_missile الجات',
      ],
    ],
    [
      'more places after «إضافة إلى» are places of the same event',
      'طال قصف مدفعي قرية بكسريا، بالإضافة إلى بلدتي كفرسجنة والنقير في ريف إدلب الجنوبي.',
      [
        'shelling_artillery_missile بكسريا',
        'shelling_artillery_missile كفرسجنة',
        'shelling_artillery_missile النقير',
      ],
    ],
    [
      'where the guns stand is no target',
      'قصفت قوات النظام المتمركزة في جبل الأكراد باللاذقية بالصواريخ بلدة الناجية.',
      ['shelling_artillery_missile الناجية'],
    ],
    [
      'where men come from is not where they were taken',
      'داهمت قوات الأمن مزرعة في محيط مدينة طفس، واعتقلت شابين ينحدران من عشائر منطقة اللجاة.',
      ['arrests طفس'],
    ],
    [
      'a dateline with a date and an agency says where the news was written',
      'دمشق 28 نيسان 2016 (وكالة) سقطت قذائف على حي الميدان في مدينة حلب.',
      ['shelling_artillery_missile الميدان'],
    ],
    [
      'another name in brackets is no second place',
      'استهدفت مسيرة تركية نقطة عسكرية في قرية زور مغار بريف عين العرب (كوباني) الغربي، شرقي حلب.',
      ['air_drone_strike زور مغار'],
    ],
    [
      'a crowd named before its verb goes out in each of the towns',
      'وقالت اللجان أن مظاهرات حاشدة خرجت بعد صلاة الجمعة في (جاسم ونوى وإنخل).',
      ['peaceful_protest جاسم', 'peaceful_protest نوى', 'peaceful_protest إنخل'],
    ],
    [
      'since this morning is of the day',
      'شن الطيران الروسي منذ الصباح غارات على بلدة حربنفسه.',
      ['air_drone_strike حربنفسه'],
    ],
    [
      'families that leave a town',
      'خرجت 140 عائلة من مدينة حرستا باتجاه مناطق أخرى.',
      ['other_strategic حرستا'],
    ],
    [
      'a gathering of families is sited by the town of its sentence',
      'وفي مدينة جرابلس قُتل شخص وجُرح آخرون في اشتباكات بين عائلتين قرب كراج المدينة.',
      ['armed_clash جرابلس'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('who does it', () => {
  const actorsOf = (text: string) =>
    mentionsOf(text).flatMap(({ actors }) => actors.map(({ id, role }) => `${id} ${role}`));

  it.each([
    [
      'the owner of the guns',
      'تتعرض بلدة عين عيسى لقصف من المدفعية التابعة للجيش التركي.',
      ['turkish_forces initiator'],
    ],
    [
      'the named group and not the general word before it',
      'قتل ثلاثة ضباط في هجوم لإرهابيي تنظيم داعش على نقطة للجيش قرب السخنة.',
      ['islamic_state initiator', 'syrian_government_forces target'],
    ],
    [
      'whom the state agency killed',
      'وحدات من الجيش توقع إرهابيين قتلى ومصابين في بلدة عتمان.',
      ['syrian_government_forces initiator', 'opposition_rebels target'],
    ],
  ])('%s', (_, text, expected) => {
    expect(actorsOf(text)).toEqual(expected);
  });

  it('takes what flies from the subject before the verb', () => {
    expect(told('قالت مصادر إن طائرات مسيرة تابعة للتنظيم ألقت قنابل على حاجز في بلدة الشحيل.')).toEqual([
      'air_drone_strike الشحيل',
    ]);
  });
});
