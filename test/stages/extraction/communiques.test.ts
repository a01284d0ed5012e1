/** The language of ministries, agencies and armies' statements. Texts are invented. */
import { describe, expect, it } from 'vitest';
import { mentionsOf, read, told } from './read-section.ts';

describe('what communiqués tell', () => {
  it.each([
    [
      'no ground where none changed hands',
      'دارت مواجهات بين الثوار وقوات النظام في محيط قرية حاس دون تغيير في خارطة السيطرة.',
      ['armed_clash حاس'],
    ],
    [
      'a barrel that comes down on something',
      'قامت مروحية للنظام بإلقاء برميل متفجر على بلدة نوى ليسقط على مدرسة وسط البلدة.',
      ['air_drone_strike نوى'],
    ],
    [
      'several who set off a car, which none of them drives',
      'قال مصدر في الشرطة إن إرهابيين فجروا سيارة مفخخة في مدينة صافيتا ما أدى إلى استشهاد ثلاثة مواطنين.',
      ['remote_explosive_ied صافيتا'],
    ],
    [
      'a fire put out',
      'انفجرت عبوة ناسفة في بلدة صحنايا ونشب حريق قام فوج الإطفاء بالسيطرة عليه.',
      ['remote_explosive_ied صحنايا'],
    ],
    [
      'what aircraft named before destroyed',
      'وأوضح أن طائرات روسية وجهت ضربات دقيقة ودمرت في محيط الميادين معسكرا لتنظيم داعش.',
      ['air_drone_strike الميادين'],
    ],
    [
      'munitions that blow up in a raid',
      'قصفت الطائرات الروسية مستودعا في بلدة الشيخ مسكين ما أدى إلى انفجار الذخائر وتدمير المستودع.',
      ['air_drone_strike الشيخ مسكين'],
    ],
    [
      'an operation towards towns, with cover from the air',
      'تنفذ القوات المسلحة عملية نوعية باتجاه مورك _ كفر زيتا في ريف حماة الشمالي بتغطية من سلاح الجو.',
      ['armed_clash مورك', 'armed_clash كفر زيتا'],
    ],
    [
      'a grip that is the same party’s',
      'وواصلت وحدات من الجيش تقدمها في ريف حماة الشمالي وأحكمت سيطرتها على قرية معان.',
      ['government_regains_territory معان'],
    ],
    [
      'fighters killed and their vehicles destroyed',
      'وقال مصدر عسكري إن عددا من الإرهابيين قتلوا ودمرت آلياتهم في بلدتي زمار وجزرايا.',
      ['armed_clash زمار', 'armed_clash جزرايا'],
    ],
    [
      'land around a town',
      'لاحقت قوات الأمن مسلحين في البساتين المحيطة ببلدة سرمين في جبل الزاوية واشتبكت معهم.',
      ['armed_clash سرمين'],
    ],
    [
      'a square of a town, which has the name of another’s',
      'انفجرت سيارة مفخخة في ساحة الباسل بمدينة جبلة.',
      ['remote_explosive_ied جبلة'],
    ],
    [
      'a blast told again of the square that it hit',
      'قضى عشرة أشخاص حين انفجرت شاحنة مفخخة على مشارف دمشق.\nوقالت الوكالة إن التفجير استهدف ساحة الرئيس في مدينة جرمانا.',
      ['remote_explosive_ied جرمانا'],
    ],
    [
      'the outskirts of the capital and the town where it was',
      'قتل 12 مواطنا بتفجير سيارة مفخخة في مدينة قدسيا بريف دمشق.\nوبحسب سانا قضى 12 شخصا حين انفجرت السيارة على مشارف دمشق.',
      ['remote_explosive_ied قدسيا'],
    ],
    [
      'a town that is tried while it is struck',
      'تعرضت مدينة الشدادي لقصف جوي من طيران التحالف، بالتزامن مع محاولة قوات سوريا الديمقراطية اقتحام المدينة.',
      ['air_drone_strike الشدادي', 'armed_clash الشدادي'],
    ],
    [
      'no attack that only gave the reason',
      'اعتقل عناصر الأمن شابين من بلدة الكرك على خلفية هجوم استهدف حاجزا.',
      ['arrests الكرك'],
    ],
    [
      'no advance beside what it took',
      'واصلت وحدات من الجيش تقدمها في الريف الشمالي لمدينة حماة وأحكمت سيطرتها على قرية معان.',
      ['government_regains_territory معان'],
    ],
    [
      'no place of worship as a village',
      'ألقت المروحيات البراميل على المدارس ودور العبادة والمنازل في بلدة نوى.',
      ['air_drone_strike نوى'],
    ],
    [
      'no quarter called «in it»',
      'حاول مسلحون التسلل إلى مدينة السلمية ليلا فتصدت لهم حامية المدينة، ولم يدخلوا أي حي فيها.',
      ['armed_clash السلمية'],
    ],
    [
      'posts destroyed by the fire of guns',
      'دمر الجيش بنيران مدفعيته مستودع ذخيرة للمسلحين في بلدة حاس.',
      ['shelling_artillery_missile حاس'],
    ],
    [
      'a headline of posts destroyed, and the guns that did it',
      'الجيش يدمي «النصرة» بتدمير مواقع له في سهل الروج\nقال مصدر إن وحدات الجيش دكت بالمدفعية مواقع النصرة في سهل الروج.',
      ['shelling_artillery_missile سهل الروج'],
    ],
    ['no attacks that grow in number', 'تصاعد الهجمات التركية على عين عيسى وتل تمر', []],
    [
      'massacres with their doer after them',
      'مجزرتان نفذهما طيران النظام في كل من مدينة دوما بريف دمشق، وبلدة نصيب بريف درعا.',
      ['air_drone_strike دوما', 'air_drone_strike نصيب'],
    ],
    [
      'the front before a town',
      'استهدفت المدفعية تحركات المسلحين على اتجاه بلدة مورك وقرية الصياد.',
      ['shelling_artillery_missile مورك', 'shelling_artillery_missile الصياد'],
    ],
    [
      'how people were taken, and not why',
      'خطف شابان قرب بلدة عرى حيث داهمهم مسلحون مجهولون في مزرعة، ردا على خطف شاب آخر.',
      ['abduction_forced_disappearance عرى'],
    ],
    [
      'somebody held by a family',
      'احتجزت عائلة شابا في بلدة القريا.',
      ['abduction_forced_disappearance القريا'],
    ],
    [
      'what an officer reports to the press',
      'وكشف اللواء فلان الناطق باسم وزارة الدفاع الروسية في مؤتمر صحفي أن الغارات الروسية طالت ريفي حماة وإدلب.',
      ['air_drone_strike حماة', 'air_drone_strike إدلب'],
    ],
    [
      'nothing that a minister says to the press',
      'قال وزير الخارجية في مؤتمر صحفي إن النظام قصف مدينة دوما.',
      [],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('counts nobody whose death was only the reason', () => {
    const [protest] = mentionsOf('خرجت مظاهرة في بلدة الشحيل على خلفية مقتل شاب.');
    expect([protest?.type, protest?.killed]).toEqual(['peaceful_protest', null]);
  });

  it.each([
    [
      'men with unknown faces',
      'قام مسلح مجهول الهوية بإطلاق النار على شاب في مدينة طفس.',
      ['civilians', 'unknown_armed_group'],
    ],
    [
      'nobody where captives were taken',
      'اعتقلت هيئة تحرير الشام مدنيين في مدينة سرمدا واقتادتهم إلى جهة مجهولة.',
      ['civilians', 'hay_at_tahrir_al_sham'],
    ],
    [
      'no civilians who are only spoken of',
      'قصفت المدفعية التركية قرية مرعناز. ويخشى السكان من تجدد القصف.',
      ['turkish_forces'],
    ],
    ['a state’s aircraft', 'ألقت طائرة حكومية برميلا على بلدة نوى.', ['syrian_government_forces']],
  ])('names %s', (_, text, expected) => {
    const ids = read(text, { published: '2018-03-02' }).actors.map(({ id }) => id);
    expect([...new Set(ids)].sort()).toEqual(expected);
  });

  it('dates by the day told under titles', () => {
    const text =
      'سورية\n\nالجيش يرد على الخروقات\n\nدمشق – فلان\n\nصد الجيش أمس هجوما في بلدة حاس.\n\nودكت وحداته بالمدفعية مواقع المسلحين في بلدة كنصفرة.';
    expect(mentionsOf(text).map(({ date }) => date)).toEqual(['2016-03-10', '2016-03-10']);
  });

  it('puts those killed on the fight that also cost their vehicles', () => {
    const [fight] = mentionsOf('وقال إن سبعة إرهابيين قتلوا ودمرت آلياتهم في بلدة زمار بريف حلب.');
    expect(fight?.killed?.best).toBe(7);
  });
});
