/** What the press tells aside: routes, reasons, names that look like verbs, crowds shot at another day. Texts are invented. */
import { describe, expect, it } from 'vitest';
import { mentionsOf } from './read-section.ts';

const PUBLISHED = '2016-03-11';

/** «attack تيرمعلة 03-11» */
function told(text: string): string[] {
  return mentionsOf(text, { published: PUBLISHED }).map(
    ({ type, place, date }) => `${type} ${place?.name ?? '-'} ${date.slice(5)}`,
  );
}

describe('the prose of the press', () => {
  it.each([
    [
      'forces that somebody leads, and no driver of a bomb',
      'جددت قوات "الفرقة الرابعة"، التي يقودها ضابط مقرب، مساء أمس، استهداف أحياء درعا البلد.',
      ['shelling_artillery_missile درعا البلد 03-10'],
    ],
    [
      'patrols targeted in an attack on the ground',
      'هاجمت مجموعات من الثوار نقاط النظام واستهدفت العديد من دورياته في منطقة بانياس، مما أدى إلى سقوط قتلى.',
      ['armed_clash بانياس 03-11'],
    ],
    [
      'a siege that they were on the way to lift',
      'وفي حماة قتل سبعة من مقاتلي المعارضة في كمين لقوات النظام أثناء توجههم لفك الحصار عن مدينة حمص.',
      ['armed_clash حماة 03-11'],
    ],
    [
      'gas that shells carried',
      'قتل 40 شخصا بحالات اختناق في بلدة اللطامنة بريف حماة إثر قصفهم بقذائف تحمل غازا ساما أطلقتها طائرات النظام.',
      ['chemical_weapon اللطامنة 03-11'],
    ],
    [
      'a headline of a whole region, and the towns of it',
      'قوات النظام تسيطر على أجزاء من الغوطة الشرقية\nسيطرت قوات النظام على بلدتي النشابية وأوتايا بعد معارك عنيفة.',
      ['government_regains_territory النشابية 03-11', 'government_regains_territory أوتايا 03-11'],
    ],
    [
      'guns of aircraft',
      'فتح الطيران المروحي نيران رشاشاته الثقيلة على أطراف بلدة تادف.',
      ['air_drone_strike تادف 03-11'],
    ],
    [
      'whom a force in quotation marks took',
      'وألقى "الأمن العام" القبض على ضابط سابق في المخابرات الجوية في مدينة جبلة.',
      ['arrests جبلة 03-11'],
    ],
    ['a crowd of years ago', 'وتعيش حمص القديمة، التي خرجت منها أولى المظاهرات ربيع 2011، حصارا خانقا.', []],
    [
      'allies beside the subject of a headline',
      'الجيش السوري وحلفاؤه يسيطرون على بلدة مورك بعد معارك عنيفة',
      ['government_regains_territory مورك 03-11'],
    ],
    [
      'where charges that were made safe had been laid',
      'وفي إدلب فككت وحدات الهندسة أربع عبوات ناسفة زرعتها مجموعة مسلحة قرب قرية محمبل.',
      ['disrupted_weapons_use محمبل 03-11'],
    ],
    [
      'weather, and no aircraft',
      'نفذ المسلحون هجوما على مواقع الجيش في مورك مستغلين سوء الأحوال الجوية.',
      ['armed_clash مورك 03-11'],
    ],
    [
      'a depot destroyed by guns, and a gun destroyed',
      'دمرت وحدة من الجيش برمايات مدفعية مستودع ذخيرة للمسلحين في قرية مسحرة. ودمر الثوار مدفعا على تل كروم.',
      ['shelling_artillery_missile مسحرة 03-11', 'armed_clash تل كروم 03-11'],
    ],
    [
      'a building blown up with those who held it',
      'نسفت وحدات الهندسة في الجيش الحر مبنى تتحصن فيه قوات النظام في حي صلاح الدين عبر نفق.',
      ['remote_explosive_ied صلاح الدين 03-11'],
    ],
    [
      'a drone that carries a charge',
      'استهدفت طائرة مسيرة مفخخة سيارة عند أطراف بلدة سرمين.',
      ['air_drone_strike سرمين 03-11'],
    ],
    [
      'whose command it was, and what the men are held for',
      'نفذت قيادة الشرطة في محافظة حماة عملية في بلدة سلحب أسفرت عن إلقاء القبض على ستة أشخاص من المتورطين في جرائم بقرية القبير عام 2012.',
      ['arrests سلحب 03-11'],
    ],
    [
      'the day and the shots of what a crowd is against',
      'قطع محتجون في بلدة العزبة الطريق العام بالإطارات المشتعلة احتجاجا على مقتل شاب يوم الأحد الماضي برصاص دورية.',
      ['violent_demonstration العزبة 03-11'],
    ],
    [
      'a byname, and no village',
      'نجا القيادي "أبو الليث خشام" من محاولة اغتيال بعبوة ناسفة قرب مدينة البصيرة.',
      ['remote_explosive_ied البصيرة 03-11'],
    ],
    [
      'where a family comes from',
      'وخطف مجهولون شابا من منزله في مدينة جاسم، وينحدر المخطوف من عائلة نازحة من الجولان.',
      ['abduction_forced_disappearance جاسم 03-11'],
    ],
    [
      'a missile that an aircraft fired, and no pilot hurt',
      'قتل قياديان حين أصاب صاروخ أطلقته طائرة بلا طيار سيارة قرب بلدة سلقين شمال إدلب.',
      ['air_drone_strike سلقين 03-11'],
    ],
    [
      'rockets from the shoulder, shot at a checkpoint',
      'هاجم ملثمون ليلا حاجزا للأمن العسكري في بلدة المسيفرة بالرشاشات وقذائف آر بي جي، فقتل عنصر.',
      ['armed_clash المسيفرة 03-11'],
    ],
    [
      'shots in the air at a crowd',
      'اعتصم طلاب في مدينة جرمانا، وفرقت الشرطة التجمع بإطلاق الرصاص في الهواء.',
      ['protest_with_intervention جرمانا 03-11'],
    ],
    [
      'a place near by that has no name',
      'قصفت مروحيات الجيش قرية بيت عانا ووادي قريب منها.',
      ['air_drone_strike بيت عانا 03-11'],
    ],
    [
      'a farmer, and no farms',
      'قتل خمسة مدنيين، بينهم مزارع وثلاث من بناته، بقصف مدفعي على قرية بيت تيما.',
      ['shelling_artillery_missile بيت تيما 03-11'],
    ],
    [
      'how long a fight went on',
      'وصلت تعزيزات إلى مدينة جبلة بعد يومين من المواجهات مع مسلحين في القرداحة.',
      [],
    ],
    [
      'the city, and neither of two villages nor what it is compared with',
      'سيطرت الفصائل على مدينة إدلب، وقصفت بلدتي الفوعة وكفريا. وبات ذلك ثاني مركز محافظة تخسره بعد الرقة. وقصف الطيران أحياء المدينة.',
      [
        'non_state_actor_overtakes_territory إدلب 03-11',
        'shelling_artillery_missile الفوعة 03-11',
        'shelling_artillery_missile كفريا 03-11',
        'air_drone_strike إدلب 03-11',
      ],
    ],
    [
      'power that falls back, and no party',
      'خفضت قوات النظام حصة المياه، وبالتالي تراجع توليد الكهرباء من سد الفرات إلى النصف.',
      [],
    ],
    [
      'a crowd of today, and the shots of another day',
      'خرجت في مدينة شهبا -اليوم الجمعة- مظاهرة هي الأكبر منذ أسابيع، رغم إطلاق النار على المحتجين قبل يومين.',
      ['peaceful_protest شهبا 03-11', 'excessive_force_against_protesters شهبا 03-09'],
    ],
    [
      'what a crowd stormed',
      'شهدت مدينة نوى، الجمعة، احتجاجات واسعة، نتج عنها قتيل بنيران قوات النظام واقتحام مبنى البلدية.',
      ['excessive_force_against_protesters نوى 03-11'],
    ],
    [
      'forces that fire at the crowd just told of',
      'شهدت مدينة نوى، الجمعة، احتجاجات واسعة.\nوقتل مدني وأصيب أربعة، بعد إطلاق عناصر النظام نيرانهم على المتظاهرين.',
      ['excessive_force_against_protesters نوى 03-11'],
    ],
    [
      'the reason for tension',
      'أغلق الأهالي طريق دمشق اليوم على خلفية اشتباكات بلدة الصورة الكبرى التي راح ضحيتها مئات القتلى.',
      [],
    ],
    [
      'air defence in a headline',
      'الدفاعات الجوية السورية تتصدى لهجوم إسرائيلي على محيط حمص',
      ['disrupted_weapons_use حمص 03-11'],
    ],
    [
      'where a bus was going, and the same place again',
      'اختطف مسلحون ستة أشخاص من حافلة متجهة من محافظة حمص إلى محافظة حماة قرب بلدة تيرمعلة. وكانت سيارة مدنية تعرضت فجر اليوم لإطلاق نار نفذه مجهولون قرب المنطقة ذاتها، ما أدى إلى إصابة مدنيين.',
      ['abduction_forced_disappearance تيرمعلة 03-11', 'attack تيرمعلة 03-11'],
    ],
    [
      'whose tribe it is',
      'أفاد موقع محلي بأن مسلحا من عشائر السويداء اختطف حافلة في منطقة كحيل شرقي درعا.',
      ['abduction_forced_disappearance كحيل 03-11'],
    ],
    [
      'a surname that looks like a demand',
      'وأفاد الناشط بدر طالب، لوكالة محلية، أن الطيران المروحي ألقى براميل متفجرة على حي المعادي في مدينة حلب.',
      ['air_drone_strike المعادي 03-11'],
    ],
    [
      'fields counted first and named after',
      'سيطر مقاتلو تنظيم الدولة أمس على حقلين للنفط قرب مدينة الشدادي. وقال المرصد إن التنظيم تمكن من السيطرة على حقلي الجبسة والهول.',
      ['non_state_actor_overtakes_territory الجبسة 03-10', 'non_state_actor_overtakes_territory الهول 03-10'],
    ],
    [
      'the day of a relative clause',
      'قال المرصد أمس: تمكن مقاتلو التنظيم من السيطرة على حقل الهيل قرب بلدة السخنة التي سيطر عليها التنظيم الأربعاء.',
      [
        'non_state_actor_overtakes_territory حقل الهيل 03-10',
        'non_state_actor_overtakes_territory السخنة 03-09',
      ],
    ],
    [
      'a town taken on the way to another',
      'قال المرصد أمس: «وصل مقاتلو التنظيم إلى أطراف بلدة السخنة» التي سيطر التنظيم عليها الأربعاء قبل بدء هجومه نحو تدمر.',
      ['non_state_actor_overtakes_territory السخنة 03-09'],
    ],
    [
      'the town just told and the villages joined to it',
      'قصفت المدفعية مدينة سراقب أمس. واستهدفت قوات النظام بقصف جوي اليوم مركز المدينة وبلدتي النيرب وسرمين.',
      [
        'shelling_artillery_missile سراقب 03-10',
        'air_drone_strike سراقب 03-11',
        'air_drone_strike النيرب 03-11',
        'air_drone_strike سرمين 03-11',
      ],
    ],
    [
      'a headline of today of what was last night',
      'تجدد القصف على درعا\nجددت قوات النظام، مساء أمس، قصفها المدفعي على أحياء درعا البلد بريف درعا.',
      ['shelling_artillery_missile درعا البلد 03-10'],
    ],
    [
      'fights that broke out, between men of a town',
      'وأشارت إلى أن القصف تزامن مع اندلاع اشتباكات بين شبان الحارة وعناصر الفرقة الرابعة في بلدة جاسم.',
      ['armed_clash جاسم 03-11'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});
