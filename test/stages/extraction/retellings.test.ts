/** What is told twice, told in a headline, or only described: one event each. Texts are invented. */
import { describe, expect, it } from 'vitest';
import { mentionsOf, told } from './read-section.ts';

describe('one event of several tellings', () => {
  it.each([
    [
      'who stormed a village and whom it was left by, where it was taken',
      'سيطر الثوار على بلدة خناصر بعد اقتحامها. وانسحب عناصر النظام من بلدة خناصر نحو السفيرة.',
      ['non_state_actor_overtakes_territory خناصر'],
    ],
    [
      'a massacre of a headline made by the raids that follow',
      'النظام يرتكب مجزرة في مدينة الرقة\nشن الطيران الحربي أربع غارات على مدينة الرقة.',
      ['air_drone_strike الرقة'],
    ],
    [
      'the missiles that were met',
      'أسقطت الدفاعات الجوية صواريخ أطلقت على محيط بلدة الكسوة.',
      ['disrupted_weapons_use الكسوة'],
    ],
    [
      'the shell just told',
      'سقطت قذيفة هاون على حي القيمرية في دمشق. وقال ناشطون إن القذيفة سقطت قرب مدرسة الحي.',
      ['shelling_artillery_missile القيمرية'],
    ],
    [
      'the taking just told',
      'اختطف مجهولون أربعة مدنيين من بلدة الثعلة. وقام بعملية الخطف مسلحون من بلدة المجدل.',
      ['abduction_forced_disappearance الثعلة'],
    ],
    [
      'the storming that shelling went with',
      'قتل تسعة مدنيين في القصف الذي رافق اقتحام قوات النظام لقرية خناصر.',
      ['shelling_artillery_missile خناصر'],
    ],
    [
      'what was meant to be says where the bomb was found',
      'ضبطت الجهات المختصة سيارة مفخخة كانت معدة للتفجير في حي برزة بدمشق.',
      ['disrupted_weapons_use برزة'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('is of the day that the story tells under its headline', () => {
    const text = 'قسد تعتقل شابين في مدينة الشحيل\nاعتقلت قسد مساء أمس شابين في مدينة الشحيل.';
    expect(mentionsOf(text).map(({ date }) => date)).toEqual(['2016-03-10']);
  });

  it('is at the village that the story tells under a headline of its town', () => {
    const text =
      'طائرة مسيرة تركية تستهدف سيارة في مدينة القامشلي\nاستهدفت طائرة مسيرة تركية سيارة في قرية هيمو بمدينة القامشلي.';
    expect(told(text)).toEqual(['air_drone_strike هيمو']);
  });

  it('is of the day before, where it went on for days until then', () => {
    const text = 'خرجت مظاهرات أمس في مدينة تلبيسة. وتعرض حي الوعر لليوم الثامن على التوالي لقصف عنيف.';
    expect(mentionsOf(text).map(({ date }) => date)).toEqual(['2016-03-10', '2016-03-10']);
  });

  it('is at the town that the story tells where the headline may mean its governorate', () => {
    const text =
      'قتلى بغارات على الرقة\nقتل تسعة مدنيين في غارة على مدينة الرقة. وقصف الطيران محيط حي المشلب.';
    expect(told(text)).toEqual(['air_drone_strike الرقة', 'air_drone_strike المشلب']);
  });
});

describe('what goes on', () => {
  it.each([
    [
      'to another place after its effect',
      'قصف الطيران مدينة حريتان ما أدى لمقتل طفل، وبلدة بيانون ما أدى لإصابة امرأتين.',
      ['air_drone_strike حريتان', 'air_drone_strike بيانون'],
    ],
    [
      'with the aircraft of the clause before',
      'قصف الطيران الحربي مدينة حريتان، كما قصف بلدة عندان.',
      ['air_drone_strike حريتان', 'air_drone_strike عندان'],
    ],
    [
      'to the same positions',
      'أغارت الطائرات على قريتي ديوا وجلمة، تلاها قصف مدفعي من الجيش التركي على ذات المواقع.',
      [
        'air_drone_strike ديوا',
        'air_drone_strike جلمة',
        'shelling_artillery_missile ديوا',
        'shelling_artillery_missile جلمة',
      ],
    ],
    [
      'to the two towns just named',
      'صدت اللجان هجوما على بلدتي كفريا والفوعة، كما قتل مدنيون جراء استهداف البلدتين بالقذائف.',
      [
        'armed_clash كفريا',
        'armed_clash الفوعة',
        'shelling_artillery_missile كفريا',
        'shelling_artillery_missile الفوعة',
      ],
    ],
    [
      'at the positions of those who are attacked',
      'شن التنظيم هجوما على مواقع قوات النظام المتمركزة في "الصالحية والجلاء" بريف دير الزور.',
      ['armed_clash الصالحية', 'armed_clash الجلاء'],
    ],
    [
      'through the items of a ticker',
      'مظاهرة في بلدة ذيبان (ناشطون) - 18:58 قوات النظام تقصف قريتي بليون والبارة جنوب إدلب (ناشطون) - 18:44',
      ['peaceful_protest ذيبان', 'shelling_artillery_missile بليون', 'shelling_artillery_missile البارة'],
    ],
    [
      'in the present of headlines',
      'قوات النظام تقتحم مدينة الحراك وتشن حملة اعتقالات وتحرق عشرات المنازل.',
      ['arrests الحراك', 'looting_property_destruction الحراك'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('what did not happen', () => {
  it.each([
    ['a fight for a place takes none', 'دارت معارك ضارية للسيطرة على بلدة الملاح.', ['armed_clash الملاح']],
    [
      'a shell that did not go off',
      'سقطت قذيفة على بلدة التمانعة دون أن تنفجر.',
      ['shelling_artillery_missile التمانعة'],
    ],
    [
      'a battle named after what it is for',
      'أعلنت الكتائب بدء معركة تحرير معسكر وادي الضيف ودمرت دبابتين.',
      [],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('where the text says it', () => {
  it.each([
    [
      'the worst of fights all over a town',
      'اندلعت اشتباكات عنيفة في أنحاء متفرقة من دمشق كان أشدها في حي جوبر وبرزة.',
      ['armed_clash جوبر', 'armed_clash برزة'],
    ],
    [
      'the town that the sentence opens with, for a square of it',
      'وفي داريا قال ناشطون إن اشتباكات دارت بين الثوار والنظام في محيط ساحة شريدي.',
      ['armed_clash داريا'],
    ],
    [
      'a post that the blast just told hit',
      'هز انفجار مدينة حماة. وتشير المعلومات إلى أن الانفجار استهدف حاجزا لقوات النظام.',
      ['remote_explosive_ied حماة'],
    ],
    [
      'what the same men did next',
      'احتجز تنظيم داعش خمس عائلات، وأحرق سياراتهم قرب بلدة الكسرة.',
      ['abduction_forced_disappearance الكسرة'],
    ],
    [
      'the first of two ends of a road',
      'انفجرت عبوة ناسفة بسيارة كانت تقلهم على الطريق بين بلدتي “زمرين - الحارة” بريف درعا.',
      ['remote_explosive_ied زمرين'],
    ],
    [
      'a quarter, and not once more its town',
      'تتعرض مناطق في درعا البلد، في مدينة درعا إلى قصف من قوات النظام.',
      ['shelling_artillery_missile درعا البلد'],
    ],
    [
      'posts of which some were destroyed',
      'تمكن الجيش السوري من تدمير عدد من مقرات جبهة النصرة في بلدتي اليادودة وزمرين.',
      ['armed_clash اليادودة', 'armed_clash زمرين'],
    ],
    [
      'a clause that opens with «وقد»',
      'عطلت صلاة الجمعة خشية القصف، وقد شهدت مدينة سقبا مظاهرات حاشدة.',
      ['peaceful_protest سقبا'],
    ],
    [
      'another demonstration',
      'خرجت مظاهرة في مدينة مارع، ومظاهرة أخرى في مدينة كفر تخاريم.',
      ['peaceful_protest مارع', 'peaceful_protest كفر تخاريم'],
    ],
    [
      'a relative clause that looks back blocks only itself',
      'قتل عناصر من قوات النظام بانفجار ألغام في بلدة أرزة التي سيطر عليها النظام في الآونة الأخيرة.',
      ['remote_explosive_ied أرزة'],
    ],
    [
      'whose aircraft they are says nothing of where',
      'نفذت غارات من الطيران التابع للنظام على قرى الرفة والهلبة في إدلب.',
      ['air_drone_strike الرفة', 'air_drone_strike الهلبة'],
    ],
    [
      'more of the shelling just told',
      'تعرض جبل الأكراد لقصف عنيف من قوات النظام أمس. وكان القصف قد استهدف بلدتي الناجية وبداما وأدى لمقتل مدني.',
      [
        'shelling_artillery_missile جبل الأكراد',
        'shelling_artillery_missile الناجية',
        'shelling_artillery_missile بداما',
      ],
    ],
    [
      'quarters after those hurt in another',
      'سقطت قذائف هاون على حي القابون الذي قتلت فيه طفلة وأصيب ثلاث نساء، وحي الشعلان.',
      ['shelling_artillery_missile القابون', 'shelling_artillery_missile الشعلان'],
    ],
    [
      'what guns were used for',
      'استخدم الجيش سلاح المدفعية لقصف مدينة كفرزيتا وقرية الحويجة.',
      ['shelling_artillery_missile كفرزيتا', 'shelling_artillery_missile الحويجة'],
    ],
    [
      'the ends of a road in a list',
      'استهدف القصف بلدة الناجية والطريق الدولي بين اللاذقية وجسر الشغور وقرية الكندة.',
      ['shelling_artillery_missile الناجية', 'shelling_artillery_missile الكندة'],
    ],
    [
      'posts blown up',
      'نسف الجيش الحر بسيارة مفخخة حاجز السمان في ريف حماة.',
      ['remote_explosive_ied حاجز السمان'],
    ],
    [
      'posts destroyed by rockets',
      'دمر الجيش الحر حاجزا لقوات النظام في قرية السمان بريف حماة بصاروخ غراد.',
      ['shelling_artillery_missile السمان'],
    ],
    [
      'a front named in quotation marks',
      'دارت اشتباكات عنيفة بين الجيش الحر وقسد على جبهة "التويس" بريف حلب.',
      ['armed_clash التويس'],
    ],
    [
      'near which town the village lies',
      'استهدفت الطائرات سيارة للتنظيم في محيط بلدة الهري، قرب مدينة البوكمال.',
      ['air_drone_strike الهري'],
    ],
    [
      'villages taken with fire that only helped',
      'سيطر الجيش الحر، مدعوما بقصف مدفعي تركي، على قريتي دابس والعمارنة.',
      ['non_state_actor_overtakes_territory دابس', 'non_state_actor_overtakes_territory العمارنة'],
    ],
    [
      'fights that ended with ground taken',
      'خاضت وحدات من الجيش السوري اشتباكات انتهت بتحرير قريتي النقير والشيخ مصطفى.',
      ['government_regains_territory النقير', 'government_regains_territory الشيخ مصطفى'],
    ],
    [
      'where a crowd came out, and not for whom',
      'خرج العشرات من أهالي مدينة جرابلس بمظاهرة تضامنا مع أهالي منبج.',
      ['peaceful_protest جرابلس'],
    ],
    [
      'what a speaker points to after the toll of another',
      'أشار المرصد إلى سقوط قذيفة هاون على حي القيمرية في دمشق ومقتل شخصين، مشيرا إلى سقوط قذائف على حي جوبر.',
      ['shelling_artillery_missile القيمرية', 'shelling_artillery_missile جوبر'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});
