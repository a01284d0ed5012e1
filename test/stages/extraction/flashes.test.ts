/** Flashes of one sentence: who did it to whom where the doer stands before the verb. Texts are invented. */
import { describe, expect, it } from 'vitest';
import { mentionsOf } from './read-section.ts';

/** «type place initiators>targets modality» of each mention; civilians are left out. */
function flash(text: string, published: string): string[] {
  return mentionsOf(text, { published }).map(({ type, place, actors, modality }) => {
    const those = (role: string) =>
      actors.filter((actor) => actor.role === role && actor.id !== 'civilians').map(({ id }) => id);
    return `${type} ${place?.name} ${those('initiator').join('+')}>${those('target').join('+')} ${modality}`;
  });
}

describe('a post or a vehicle before its verb', () => {
  it.each([
    [
      'a patrol',
      'دورية لقوات سوريا الديمقراطية تعتقل شابين في بلدة الشحيل.',
      ['arrests الشحيل sdf> reported'],
    ],
    [
      'patrols, in the past',
      'دوريات تابعة لقوات سوريا الديمقراطية اعتقلت سبعة أشخاص في بلدة الشحيل.',
      ['arrests الشحيل sdf> reported'],
    ],
    [
      'a checkpoint',
      'حاجز لقوات النظام يعتقل طالبا في بلدة الصنمين.',
      ['arrests الصنمين syrian_government_forces> reported'],
    ],
    [
      'an aircraft',
      'طائرة لقوات النظام تقصف بلدة كفرزيتا.',
      ['air_drone_strike كفرزيتا syrian_government_forces> reported'],
    ],
    [
      'a patrol that the verb points back to',
      'دورية لقوات النظام استهدفها مجهولون في بلدة الصنمين.',
      ['armed_clash الصنمين unknown_armed_group>syrian_government_forces reported'],
    ],
    [
      'a patrol that was struck with a bomb',
      'دورية لقوات النظام استهدفت بعبوة ناسفة في بلدة الصنمين.',
      ['remote_explosive_ied الصنمين >syrian_government_forces reported'],
    ],
    [
      'a bomb that strikes a patrol',
      'عبوة ناسفة تستهدف دورية لقوات النظام في بلدة الصنمين.',
      ['remote_explosive_ied الصنمين >syrian_government_forces reported'],
    ],
    [
      'a bomb that strikes a vehicle',
      'عبوة ناسفة تستهدف سيارة لقوات النظام في بلدة الصنمين.',
      ['remote_explosive_ied الصنمين >syrian_government_forces reported'],
    ],
    [
      'a tank destroyed',
      'دبابة لقوات النظام دمرت بصاروخ موجه في محيط مورك.',
      ['armed_clash مورك >syrian_government_forces reported'],
    ],
    ['bombs at large', 'العبوات الناسفة تستهدف المدنيين في مدينة عفرين وسط غياب الحلول.', []],
  ])('%s', (_, text, expected) => {
    expect(flash(text, '2019-03-14')).toEqual(expected);
  });
});

describe('whose the fire is, by its nation', () => {
  it.each([
    [
      'guns',
      'قصف مدفعي إسرائيلي على بلدة كويا بريف درعا.',
      ['shelling_artillery_missile كويا israeli_forces> reported'],
    ],
    [
      'from the ground',
      'قصف بري إسرائيلي على بلدة كويا.',
      ['shelling_artillery_missile كويا israeli_forces> reported'],
    ],
    [
      'missiles',
      'قصف صاروخي روسي على بلدة كفرنبل.',
      ['shelling_artillery_missile كفرنبل russian_forces> reported'],
    ],
    [
      'guns and missiles',
      'قصف مدفعي وصاروخي تركي على ريف تل تمر.',
      ['shelling_artillery_missile تل تمر turkish_forces> reported'],
    ],
    [
      'two raids',
      'غارتان روسيتان على أطراف قرية البارة.',
      ['air_drone_strike البارة russian_forces> reported'],
    ],
    [
      'troops landed',
      'إنزال جوي إسرائيلي في منطقة الكسوة بريف دمشق.',
      ['armed_clash الكسوة israeli_forces> reported'],
    ],
    [
      'an incursion',
      'توغل بري إسرائيلي في بلدة صيدا الجولان.',
      ['other_strategic صيدا الجولان israeli_forces> reported'],
    ],
    [
      'what was left behind',
      'إصابة طفل بانفجار لغم من مخلفات تنظيم الدولة في قرية الشحيل.',
      ['remote_explosive_ied الشحيل islamic_state> reported'],
    ],
  ])('%s', (_, text, expected) => {
    expect(flash(text, '2025-07-14')).toEqual(expected);
  });
});

describe('a party before its verb of saying', () => {
  it.each([
    [
      'men gathered, and nobody who gathers',
      'الفصائل تعلن استهداف تجمع لقوات النظام بقذائف الهاون على محور الكركات.',
      ['shelling_artillery_missile الكركات opposition_rebels>syrian_government_forces claimed'],
    ],
    [
      'ground',
      'قوات سوريا الديمقراطية أعلنت السيطرة على قرية السوسة.',
      ['non_state_actor_overtakes_territory السوسة sdf> claimed'],
    ],
    [
      'posts of the other side',
      'الجيش الإسرائيلي يعلن قصف مواقع للنظام في الكسوة.',
      ['air_drone_strike الكسوة israeli_forces>syrian_government_forces claimed'],
    ],
  ])('%s', (_, text, expected) => {
    expect(flash(text, '2019-03-14')).toEqual(expected);
  });

  it('is not who fired on its own men', () => {
    const [mention] = flash('قسد تعلن مقتل أربعة من مقاتليها في قصف تركي على عين عيسى.', '2019-03-14');
    expect(mention).toMatch(/عين عيسى turkish_forces>.* claimed$/);
  });
});

describe('a party that tells of its own dead', () => {
  it.each([
    [
      'in an attack',
      'أعلنت قوات سوريا الديمقراطية مقتل أربعة من مقاتليها في هجوم لتنظيم داعش قرب بلدة هجين.',
      ['armed_clash هجين islamic_state>sdf claimed'],
    ],
    [
      'after «أن»',
      'أعلنت قسد أن أربعة من مقاتليها قتلوا في كمين لداعش قرب بلدة هجين.',
      ['armed_clash هجين islamic_state>sdf claimed'],
    ],
    [
      'by a bomb nobody left',
      'قسد: استشهاد اثنين من عناصرنا بانفجار لغم في بلدة الشحيل.',
      ['remote_explosive_ied الشحيل >sdf claimed'],
    ],
    [
      'who act themselves',
      'قصفت قوات النظام بلدة سرمين بعد مقتل أربعة من عناصرها في اشتباكات بقرية النيرب.',
      [
        'shelling_artillery_missile سرمين syrian_government_forces> reported',
        'armed_clash النيرب >syrian_government_forces reported',
      ],
    ],
  ])('%s', (_what, text, expected) => {
    expect(flash(text, '2019-08-10')).toEqual(expected);
  });

  it('is who was hit where the news names no other side', () => {
    expect(flash('اعترف حزب الله بمقتل أربعة من عناصره في معارك بلدة القصير.', '2014-04-03')).toEqual([
      'armed_clash القصير >hezbollah claimed',
    ]);
  });

  it('fights where the news tells of a fight', () => {
    const [mention] = mentionsOf(
      'نعى جيش الإسلام ثلاثة من عناصره قتلوا في اشتباكات مع قوات النظام في بلدة الشيفونية.',
      {
        published: '2017-04-03',
      },
    );
    expect(mention?.actors.map(({ id, role }) => `${id} ${role}`)).toEqual([
      'syrian_government_forces participant',
      'jaysh_al_islam participant',
    ]);
  });

  it('is shot at where the verb stands after its men', () => {
    expect(
      flash(
        'قالت وزارة الداخلية إن اثنين من عناصر الأمن الداخلي قتلا بإطلاق نار من مجهولين في مدينة الصنمين.',
        '2025-05-03',
      ),
    ).toEqual(['attack الصنمين unknown_armed_group>transitional_government_forces claimed']);
  });
});

describe('who has no aircraft', () => {
  it('did not raid, whoever acts before', () => {
    expect(
      flash('استهدف الثوار مواقع النظام في مدينة الزبداني، كما شن خمس غارات على المدينة.', '2015-08-10'),
    ).toEqual([
      'shelling_artillery_missile الزبداني opposition_rebels>syrian_government_forces reported',
      'air_drone_strike الزبداني > reported',
    ]);
  });
});

describe('parties of statements', () => {
  it.each([
    [
      'whose ranks the dead fell from',
      'أفاد مصدر عسكري بأن وحدة من الجيش أوقعت عشرة قتلى بين صفوف الإرهابيين في بلدة عتمان.',
      '2014-02-25',
      ['armed_clash عتمان syrian_government_forces>opposition_rebels claimed'],
    ],
    [
      'a comma between the party and its verb',
      'أفاد مصدر عسكري بأن وحدة من الجيش، دمرت عربتين لجبهة النصرة في بلدة تلبيسة.',
      '2016-07-02',
      ['armed_clash تلبيسة syrian_government_forces>jabhat_al_nusra claimed'],
    ],
    [
      'other units',
      'دمرت وحدات من الجيش مقرا للإرهابيين في بلدة عتمان. كما قامت وحدات أخرى بتدمير عربة في بلدة دير العدس.',
      '2014-02-25',
      [
        'armed_clash عتمان syrian_government_forces>opposition_rebels reported',
        'armed_clash دير العدس syrian_government_forces> reported',
      ],
    ],
    [
      'men of two parties',
      'أطلق عناصر الأسد وعناصر حزب الله النار على بلدة مضايا.',
      '2016-10-17',
      ['armed_clash مضايا syrian_government_forces+hezbollah> reported'],
    ],
    [
      'the occupation that was named',
      'قصفت قوات الاحتلال التركي قرية بينه. ثم استهدف جيش الاحتلال قرية زور مغار بالمدفعية.',
      '2024-01-16',
      [
        'shelling_artillery_missile بينه turkish_forces> reported',
        'shelling_artillery_missile زور مغار turkish_forces> reported',
      ],
    ],
    [
      'an incursion and its checkpoint',
      'توغلت قوة إسرائيلية في بلدة رويحينة بريف القنيطرة وأقامت حاجزا مؤقتا.',
      '2025-08-09',
      ['other_strategic رويحينة israeli_forces> reported'],
    ],
  ])('%s', (_what, text, published, expected) => {
    expect(flash(text, published)).toEqual(expected);
  });
});
