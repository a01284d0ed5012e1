/** Streets, bombs, aircraft brought down and what parties agree on: what tells an event, and what only speaks of one. */
import { describe, expect, it } from 'vitest';
import { told } from './read-section.ts';

describe('crowds', () => {
  it.each([
    [
      'a square full of people',
      'غصت ساحات مدينة حماة أمس بالمتظاهرين المطالبين برحيل النظام.',
      'peaceful_protest حماة',
    ],
    [
      'people who come together and call out',
      'توافد العشرات إلى ساحة الكرامة في مدينة شهبا مرددين هتافات ضد الغلاء.',
      'peaceful_protest شهبا',
    ],
    ['a march on foot', 'نظم طلاب الجامعة مسيرة صامتة في مدينة إعزاز.', 'peaceful_protest إعزاز'],
    ['a crowd in the streets', 'خرج المئات إلى شوارع مدينة صوران منددين بالقصف.', 'peaceful_protest صوران'],
    [
      'people before their verb',
      'سكان بلدة محجة يقطعون الطريق الدولي احتجاجا على الاعتقالات',
      'peaceful_protest محجة',
    ],
    ['tyres', 'قطع محتجون وأهال الطريق بالإطارات في بلدة أم ولد.', 'violent_demonstration أم ولد'],
    [
      'a road shot free',
      'افترش عشرات المدنيين الطريق في بلدة النيرب، فتعاملت معهم القوات بالرصاص.',
      'excessive_force_against_protesters النيرب',
    ],
    ['a statue', 'حطم المتظاهرون تمثال حافظ الأسد في مدينة الرستن.', 'violent_demonstration الرستن'],
    [
      'those who storm, named before',
      'محتجون غاضبون يقتحمون مبنى البلدية في بلدة صيدا',
      'violent_demonstration صيدا',
    ],
    [
      'dispersal with bullets',
      'قتل شاب وأصيب ثلاثة برصاص الأمن خلال تفريق احتجاجات على رفع أسعار الخبز في مدينة منبج.',
      'excessive_force_against_protesters منبج',
    ],
    [
      'a crowd that is set upon',
      'هاجمت قوات الأمن المتظاهرين بالعصي في مدينة داعل.',
      'protest_with_intervention داعل',
    ],
    ['mourners', 'أطلق قناصة النار على المشيعين في مدينة دوما.', 'excessive_force_against_protesters دوما'],
    ['a clan', 'هاجم أبناء عشيرة منازل في بلدة غرانيج وأحرقوا سيارات.', 'mob_violence غرانيج'],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it.each([
    'مضت عشر سنوات مرت على أول مظاهرة في مدينة بانياس.',
    'أغلقت البلدية شارعا في حي الميدان أمام السيارات.',
    'قطعت السيول الطريق على أهالي بلدة القريتين.',
    'غصت أسواق مدينة حلب بالمتسوقين قبل العيد.',
    'وصلت مسيرة إلى أجواء بلدة سرمين.',
    'دهست سيارة طفلا في مدينة إدلب.',
    'خرج الأهالي إلى شوارع مدينة دوما لشراء حاجياتهم.',
    'اكتظت شوارع حماة بالمتظاهرين في مثل هذا اليوم من عام 2011.',
    'تجمع الأهالي أمام فرن المزة للحصول على الخبز.',
  ])('tells nothing of the day: %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('bombs and aircraft', () => {
  it.each([
    [
      'belts',
      'تفجير مزدوج في ساحة المرجة، والمنفذان فجرا حزاميهما قرب المخفر، ما أدى إلى مقتل ستة.',
      'suicide_bomb ساحة المرجة',
    ],
    [
      'bombers told after their blasts',
      'تفجيرات ضربت مدينة جبلة نفذها انتحاريون بأحزمة ناسفة وسيارات مفخخة.',
      'suicide_bomb جبلة',
    ],
    [
      'the attack that everybody knows',
      'أودى الهجوم الانتحاري الذي طال مطعما في مدينة منبج أمس بحياة ستة أشخاص.',
      'suicide_bomb منبج',
    ],
    [
      'bombers who slip in',
      'تسلل انتحاريون إلى سوق مدينة شهبا وفجروا أنفسهم بين الناس.',
      'suicide_bomb شهبا',
    ],
    [
      'a shell that lay there for years',
      'قتل طفلان بانفجار صاروخ غير منفجر كانا يعبثان به في بلدة حاس.',
      'remote_explosive_ied حاس',
    ],
    [
      'a charge made safe',
      'أبطل خبراء الألغام عبوة مزروعة قرب الفرن في مدينة البصيرة.',
      'disrupted_weapons_use البصيرة',
    ],
    [
      'an aircraft that falls in flames',
      'شوهدت مروحية للنظام تهوي في سماء بلدة النيرب بعد إصابتها بصاروخ.',
      'disrupted_weapons_use النيرب',
    ],
    [
      'an aircraft out of control',
      'خرجت طائرة مروحية عن السيطرة وسقطت في بلدة كفرنبل بعد استهدافها برشاش ثقيل.',
      'disrupted_weapons_use كفرنبل',
    ],
    ['without a pilot', 'اعترضت المضادات طائرة بدون طيار فوق بلدة جاسم.', 'disrupted_weapons_use جاسم'],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it.each([
    'زرع التنظيم ألغاما في قرى ناحية العقيربات.',
    'حذرت فرق الدفاع المدني أهالي خان شيخون من الذخائر غير المنفجرة.',
    'انتحاري تونسي الجنسية كان يقيم في مدينة الطبقة، بحسب أسرته.',
    'أجرت القوات تدريبات بالذخيرة الحية قرب مطار منغ وحاكت فيها صد هجوم بالطائرات المسيرة.',
    'مع اقتراب موعد المعركة وصلت أرتال إلى بلدة إزرع.',
    'طوابير طويلة و«معارك» يومية على الخبز في حي السكري.',
    'أحكمت أزمة الغاز قبضتها على مدينة منبج.',
  ])('tells nothing: %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('what parties agree on, leave and set up', () => {
  it.each([
    [
      'a truce that a place stands in',
      'دخل وقف إطلاق النار في ريف حماة الشمالي حيز التنفيذ اليوم.',
      'agreement حماة',
    ],
    [
      'an exchange of the detained',
      'أنجزت اليوم في مدينة منبج عملية تبادل موقوفين بين الجانبين.',
      'other_strategic منبج',
    ],
    ['a noose', 'أطبقت قوات سوريا الديمقراطية الطوق على مدينة الطبقة.', 'other_strategic الطبقة'],
    ['a cordon lifted', 'رفع الطوق عن بلدة كناكر بعد اتفاق مع الوجهاء.', 'other_strategic كناكر'],
    [
      'soldiers pulled out',
      'سحبت القوات الأمريكية جنودها من قاعدة صرين.',
      'non_violent_transfer_of_territory قاعدة صرين',
    ],
    [
      'checkpoints placed',
      'وضع الدفاع الوطني ثلاثة حواجز داخل مدينة جرمانا.',
      'headquarters_established جرمانا',
    ],
    [
      'a faction that dissolves itself',
      'حلت كتائب محلية نفسها في مدينة بصرى الشام.',
      'change_to_group بصرى الشام',
    ],
    [
      'factions in a headline',
      'ثلاث كتائب من الجيش الحر تتوحد باسم جيش جديد في بلدة كفرزيتا',
      'change_to_group كفرزيتا',
    ],
    ['villages emptied', 'أفرغت قرى بأكملها في ناحية سنجار من سكانها.', 'other_strategic سنجار'],
    ['buses', 'انطلقت حافلات تقل مقاتلي المعارضة من بلدة مضايا بموجب الاتفاق.', 'other_strategic مضايا'],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it.each([
    'وقع الوزير اتفاق تعاون في مجال النقل في حلب.',
    'دعا المبعوث الأممي إلى توقيع هدنة في مدينة دوما.',
    'أفرجت السلطات عن خمسة معتقلين في مدينة نوى مقابل كفالة مالية.',
    'انطلقت حافلات تقل الحجاج من مدينة النبك.',
    'شيد الأهالي نقطة طبية في مدينة دوما.',
    'قوات النظام تفرض طوقا أمنيا حول السفارة في حي المزة.',
    'تقدم وحدات الجيش عرضا عسكريا في مدينة بانياس.',
    'أفرغت السفينة حمولتها في مرفأ بانياس.',
  ])('tells nothing: %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});
