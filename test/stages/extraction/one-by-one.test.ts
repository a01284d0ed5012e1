/** People told by name or taken up by a verb alone, counts that go on, places of other statements. Texts are invented. */
import { describe, expect, it } from 'vitest';
import { told } from './read-section.ts';
import { toldWithTolls, tolls } from './tolls-shown.ts';

const RAID = 'air_drone_strike';
const SHELLS = 'shelling_artillery_missile';

describe('people counted', () => {
  it.each([
    ['a whole family', 'قتل رجل وشقيقه وسائقه في قصف على مدينة بنش.', '3 -'],
    ['parents and a sister', 'وأصيب والده ووالدته وشقيقته بجروح.', '- 3'],
    ['a name before its verb', 'وأضاف المركز أن “سامر علي الحسن” قُتل برصاص مجهولين قرب بلدة تسيل.', '1 -'],
    ['with a byname', 'وقال ناشطون إن "سامر الحسن" الملقب بـ "أبو علي" أصيب بطلق ناري في مدينة نوى.', '- 1'],
    ['who was fired at', 'أطلق مسلحون النار على الشاب سامر في مدينة جاسم، فقتل على الفور.', '1 -'],
    [
      'and those who fired',
      'تعرض الشاب سامر لإطلاق نار من مجهولين في مدينة نوى، فأصيب ونقل إلى المشفى.',
      '- 1',
    ],
    ['two of them', 'أطلق مجهولون النار على الشابين "سامر ومازن" في مدينة نوى، فقتلا مباشرة.', '2 -'],
    ['he and who is his', 'انفجرت عبوة بسيارته، ما أدى لإصابته ومرافقه بجروح.', '- 2'],
    ['an outlet named after the country', 'وسقط في المعارك سبعة قتلى من التنظيم، بحسب سوريا برس.', '7 -'],
    ['the choked', 'واختنق حوالي أربعين شخصا بالغاز.', '- 40'],
    ['parts after «وفيهم»', 'القتلى التسعة، وفيهم ثلاثة أطفال، قضوا في قصف.', '9 -'],
    ['past the raid', 'بلغ عدد قتلى الغارة التي نفذتها الطائرات أمس على مدينة سراقب 29 شخصا.', '29 -'],
    ['the share of a place', 'وصل عدد القتلى إلى 38، منهم 12 مدنيا قضوا بغارات على بلدة غصم.', '(38 -)|12 -'],
    ['in the next clause', 'قُتل 6 من العناصر في دوما، وتسعة مقاتلين في حرستا.', '6 -|9 -'],
    ['in addition', 'قُتل 6 عناصر غرب دمشق، إضافة إلى 9 مقاتلين في حرستا.', '6 -|9 -'],
  ])('%s', (_, text, expected) => {
    expect(tolls(text)).toEqual(expected);
  });
});

describe('who takes ground that nobody is named for', () => {
  it.each([
    [
      'the state, by its agency',
      'وذكرت سانا أن القوات حررت صباح اليوم بلدة تسيل.',
      'government_regains_territory',
    ],
    [
      'the state, by its military',
      'قال مصدر عسكري إن القوات سيطرت على بلدة تسيل.',
      'government_regains_territory',
    ],
    [
      'others, though the state says so',
      'قالت سانا إن الإرهابيين سيطروا على بلدة تسيل.',
      'non_state_actor_overtakes_territory',
    ],
    ['nobody known', 'قال ناشطون إن القوات سيطرت على بلدة تسيل.', 'non_state_actor_overtakes_territory'],
  ])('%s', (_, text, type) => {
    expect(tolls(text)).toBe('');
    expect(told(text)).toEqual([`${type} تسيل`]);
  });
});

describe('whose dead they are', () => {
  it.each([
    [
      'what came of the event just told',
      'أغارت الطائرات على بلدة الغدفة، فقُتل مدني، وجُرح آخرون بغارات مشابهة على بلدة معرشورين.',
      [`${RAID} الغدفة 1 -`, `${RAID} معرشورين - 3+`],
    ],
    [
      'mines that killed before where they lay is told',
      'أودى لغمان قديمان بحياة خمسة مزارعين وأصابا ستة آخرين في بلدة السكرية شرق دير الزور.',
      ['remote_explosive_ied السكرية 5 6'],
    ],
    [
      'what the town suffered, after fire on another',
      'سقطت قذائف هاون على حي القصور في حمص منذ الفجر.\nوأفاد المرصد السوري بمقتل سبعة مدنيين في قصف تعرضت له بلدة داعل.',
      ['shelling_artillery_missile القصور - -', 'shelling_artillery_missile داعل 7 -'],
    ],
    [
      'where those fell of whom the raid was told',
      'قُتل تسعة مدنيين بغارات على ريف إدلب.\nوبيّن المرصد أن الضحايا سقطوا في مدينة سراقب.',
      [`${RAID} سراقب 9 -`],
    ],
    [
      'where others fell',
      'قُتل تسعة مدنيين بغارات على بلدة حاس.\nوبيّن المرصد أن الضحايا سقطوا في مدينة سراقب.',
      [`${RAID} حاس 9 -`],
    ],
    [
      'police and civilians',
      'وأدى انفجار في مدينة الباب إلى مقتل عنصرين من الشرطة ومدنيين اثنين.',
      ['remote_explosive_ied الباب 4 -'],
    ],
    [
      'where they fell, and not where the mortar stands',
      'قضى ثلاثة مدنيين في بلدة كفرلاها شمال حمص جراء سقوط قذائف على البيوت أطلقتها قوات النظام من حاجز قرمص.',
      ['shelling_artillery_missile كفرلاها 3 -'],
    ],
    [
      'a place told with the hurt alone',
      'شن الطيران الحربي غارات خلفت قتيلين وأصابت ثلاثة مدنيين في بنش بريف إدلب.',
      [`${RAID} بنش 2 3`],
    ],
    [
      'an effect that ends in its cause',
      'أصيب طفل إصابة بليغة أفضت إلى بتر ساقه بانفجار لغم في بلدة حيش.',
      ['remote_explosive_ied حيش - 1'],
    ],
    [
      'of the place told last',
      'شن الطيران غارات على مدينة بصرى الشام، وأخرى استهدفت بلدة تسيل، ما أدى إلى مقتل ثلاثة أشخاص.',
      [`${RAID} بصرى الشام - -`, `${RAID} تسيل 3 -`],
    ],
    [
      'a boast beside a raid',
      'لقي 12 مدنيا حتفهم في غارة للتحالف على مدينة الطبقة، فيما زعم تنظيم الدولة أنه قتل 18 من عناصر قسد.',
      [`${RAID} الطبقة 12 -`],
    ],
    [
      'a day of shootings by quarter',
      'سقط 43 شخصا برصاص قوات الأمن أمس الجمعة، أغلبهم في حمص وإدلب.\nوسقط قتيلان في حي برزة، وثلاثة قتلى في بلدة حرستا بريف دمشق.',
      ['attack برزة 2 -', 'attack حرستا 3 -'],
    ],
  ])('%s', (_, text, expected) => {
    expect(toldWithTolls(text)).toEqual(expected);
  });
});

describe('where', () => {
  it.each([
    [
      'a quarter of the town that is named',
      'أصابت قذيفة هاون حي المحطة في مدينة إزرع بدرعا.',
      [`${SHELLS} المحطة`],
    ],
    ['a quarter of the capital', 'دارت اشتباكات في حي جوبر بالعاصمة.', ['armed_clash جوبر']],
    [
      'another statement',
      'بينما قصفت الطائرات أحياء في مدينة حلب، ذكر المرصد أن انفجار عربة مفخخة أودى بعشرة مقاتلين داخل مدينة حمص.',
      [`${RAID} حلب`, 'remote_explosive_ied حمص'],
    ],
    [
      'the region that a sentence opens with',
      'وفي إدلب نفذ ملثمون عملية اغتيال راح ضحيتها ضابط قرب بلدة حيش.',
      ['attack حيش'],
    ],
    ['where a place lies', 'قصفت الطائرات محيط الطريق قرب حرستا (شمال شرقي دمشق).', [`${RAID} حرستا`]],
    [
      'where a rocket was fired from',
      'سقط صاروخ على مخيم أطمة. وقال الدفاع المدني إن المخيم سقط عليه صاروخ أطلقته القوات من بلدة الحاضر جنوبي حلب.',
      [`${SHELLS} مخيم أطمة`],
    ],
    [
      'where a fight came too',
      'بدأت المعارك في بلدة عريقة، ثم اتسعت لتصل إلى بلدتي تعارة والثعلة.',
      ['armed_clash عريقة', 'armed_clash تعارة', 'armed_clash الثعلة'],
    ],
    [
      'the other attack',
      'هاجم تنظيم داعش نقطة عسكرية قرب مدينة السخنة.\nأما الهجوم الآخر، فوقع الأحد قرب بلدة المنصورة بريف الرقة، وقتل فيه جنديان.',
      ['armed_clash السخنة', 'armed_clash المنصورة'],
    ],
    [
      'items of a list',
      'العناوين:\n- ثلاثة أطفال يقتلون في قصف للنظام على تلبيسة بريف حمص\n- مقتل جنديين بنيران مسلحين',
      [`${SHELLS} تلبيسة`],
    ],
    ['live rounds', 'قالت الوكالة إن أصوات رصاص حي سُمعت في مدينة شهبا.', []],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('what it was', () => {
  it.each([
    [
      'men held by a local group',
      'احتجزت مجموعة محلية ضباطا من قوات النظام في بلدة عتيل.',
      ['abduction_forced_disappearance عتيل'],
    ],
    ['chemical arms', 'قصفت طائرات النظام بلدة حيش بالسلاح الكيميائي.', ['chemical_weapon حيش']],
    [
      'a massacre by a rocket',
      'ارتكبت القوات مجزرة في مخيم أطمة بصاروخ محمل بقنابل عنقودية.',
      [`${SHELLS} مخيم أطمة`],
    ],
    ['aircraft that hit', 'قال المرصد إن الطيران أصاب معهدا في بلدة صيدا بمحافظة درعا.', [`${RAID} صيدا`]],
    ['tanks that are hit', 'استهدفت إسرائيل رتلا من الدبابات قرب مدينة إزرع.', [`${RAID} إزرع`]],
    ['civilians shot at', 'استهدف المسلحون بالرصاص شابين مدنيين قرب بلدة تسيل.', ['attack تسيل']],
    [
      'a crowd that answers a killing',
      'يحتج أهالي بلدة الشحيل بعد مقتل راع برصاص قوات سوريا الديمقراطية.',
      ['peaceful_protest الشحيل', 'attack الشحيل'],
    ],
    [
      'arms taken',
      'سقط أربعة قتلى في هجوم على نقطة قرب تادف، واستولت الفصائل على سلاحهم.',
      ['armed_clash تادف'],
    ],
    [
      'aircraft that only fly',
      'قصفت قوات النظام أطراف بلدة بداما، ولم تفارق طائرات الاستطلاع سماء المنطقة.',
      [`${SHELLS} بداما`],
    ],
    [
      'guns and aircraft of one verb',
      'أشار المرصد إلى قصف نفذته مدفعية النظام والطيران الحربي على بلدة حيش.',
      [`${RAID} حيش`, `${SHELLS} حيش`],
    ],
    [
      'aircraft whose owner is guessed',
      'أفاد ناشطون أن طائرات حربية، يرجح أنها روسية، استهدفت بلدة حيش.',
      [`${RAID} حيش`],
    ],
    ['launchers that fire', 'أطلق المسلحون النار من راجمات الصواريخ على بلدة حيش.', [`${SHELLS} حيش`]],
    [
      'missiles of those just told',
      'تصدت الدفاعات الجوية لصواريخ أطلقتها طائرات إسرائيلية باتجاه منطقة الكسوة.\nوقال المرصد إن أربعة صواريخ أصابت مستودعات قرب بلدة جديدة عرطوز.',
      ['disrupted_weapons_use الكسوة', `${RAID} جديدة عرطوز`],
    ],
    [
      'one wave',
      'غادر آلاف المسلحين أحياء السكري والكلاسة في مدينة حلب ضمن ثماني دفعات.',
      ['other_strategic السكري'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    ['a battle by name', 'معركة الرقة: أهداف متناقضة واحتمالات صدام بين المتنافسين.'],
    ['a battle that has not begun', 'قال مسؤول إن المعركة في إدلب لم تبدأ بعد.'],
    ['what will be', 'ولعل قسد ستنفرد بقتال التنظيم داخل مدينة الرقة.'],
    ['bombs of years', 'قاربت حصيلة البراميل التي ألقتها المروحيات على أحياء مدينة حلب 36 ألف برميل.'],
    ['captives set free', 'حررت وزارة الداخلية ثلاثة مختطفين من مدينة شهبا.'],
    ['as things are', 'وتشهد مناطق المعارضة في إدلب وحلب قصفا لا ينقطع من الطيران الحربي.'],
    ['how long it has gone on', 'تعيش المدينة قتالا دخل أسبوعه الرابع بين الجيش الوطني وقسد في منبج.'],
    ['in those days', 'إذ أخلى الجيش آنذاك معظم المناطق في مدينة القامشلي.'],
    ['rulers who attack', 'تواجه الفصائل هجوما عنيفا من دمشق سمح لقواتها بالتقدم.'],
  ])('and nothing: %s', (_, text) => {
    expect(told(text)).toEqual([]);
  });
});
