import { describe, expect, it } from 'vitest';
import type { Mention } from '../../../src/model/mention.ts';
import { mentionsOf, type Setting } from './read-section.ts';
import { shown } from './tolls-shown.ts';

/** «SY07 سراقب attack 2 -»: governorate, place, type, killed and hurt. */
function line({ governorate, place, type, killed, injured }: Mention): string {
  return [governorate, place?.name, type, shown(killed), shown(injured)].join(' ');
}

function coded(text: string, setting?: Setting): string[] {
  return mentionsOf(text, setting).map(line);
}

describe('where a sentence says that it happened', () => {
  it.each([
    [
      'the governorate that it opens with, and not the one where people came from',
      'أما في الرقة فقد انفجر لغم بشاحنة تقل عمالا قادمين من دير الزور قرب بلدة الكرامة، ما أدى لمقتل خمسة.',
      ['SY11 الكرامة remote_explosive_ied 5 -'],
    ],
    [
      'the town named right after a quarter',
      'قصف الطيران مدينة نوى بريف درعا. واعتقلت قوات النظام شبانا في حي الأربعين بمدينة حماة.',
      ['SY12 نوى air_drone_strike - -', 'SY05 الأربعين arrests - -'],
    ],
    [
      'the town that people are from, where «المدينة» takes it up',
      'اعتقل ثلاثة من أبناء مدينة جيرود بريف دمشق على حاجز أمني عند مدخل المدينة.',
      ['SY03 جيرود arrests - -'],
    ],
    [
      'the quarter whose people left, and not its town',
      'نزح العشرات من سكان حي القدم بدمشق إلى أحياء مجاورة.',
      ['SY01 القدم other_strategic - -'],
    ],
    [
      'no town where people are from, beside the one told before',
      'قتل ثلاثة أشخاص بانفجار لغم قرب مدينة مورك، هم رجلان من بلدة كفرزيتا وطفل.',
      ['SY05 مورك remote_explosive_ied 3 -'],
    ],
    [
      'all places of the raid that people were taken in',
      'نفذ الأمن حملة مداهمات طالت قريتي الزر والحوايج، واعتقل خلالها أربعة أشخاص.',
      ['SY09 الزر arrests - -', 'SY09 الحوايج arrests - -'],
    ],
    [
      'after a clause put in between',
      'سيطر مقاتلو الجيش الحر، بعد حصار دام شهرا تخللته محاولات اقتحام، على بلدة كفرنبودة.',
      ['SY05 كفرنبودة non_state_actor_overtakes_territory - -'],
    ],
    [
      'after a clause put in between, with the act as a noun in quotation marks',
      'تمكن مقاتلو الجيش الحر، بعد اشتباكات عنيفة، من «تحرير» حاجز السلام في مدينة خان شيخون.',
      ['SY07 حاجز السلام non_state_actor_overtakes_territory - -'],
    ],
    [
      'after the cause put in between',
      'نجحت قوات النظام، إثر معارك مع الفصائل، في السيطرة على قرية عطشان.',
      ['SY05 عطشان government_regains_territory - -'],
    ],
    [
      'the countryside that the sentence moves on to, whose verb may also be a noun',
      'قصف الطيران حي الصاخور بحلب دون إصابات، وفي الريف الشمالي تمكن الثوار من السيطرة على بلدة مارع.',
      ['SY02 الصاخور air_drone_strike 0 0', 'SY02 مارع non_state_actor_overtakes_territory - -'],
    ],
    [
      'the countryside that the sentence moves on to, with a noun and no verb',
      'قصف الطيران حي الصاخور بحلب دون إصابات، وفي الريف الجنوبي قصف مدفعي على بلدة خان طومان.',
      ['SY02 الصاخور air_drone_strike 0 0', 'SY02 خان طومان shelling_artillery_missile - -'],
    ],
    [
      'the countryside that the sentence moves on to, and what came under fire there',
      'قصف الطيران حي الصاخور بحلب دون إصابات، وفي الريف الجنوبي تعرض حي في بلدة خان طومان لقصف مدفعي.',
      ['SY02 الصاخور air_drone_strike 0 0', 'SY02 خان طومان shelling_artillery_missile - -'],
    ],
    [
      'a town and the villages named beside it',
      'سيطرت الفصائل على بلدة مورك وعدة قرى أهمها لطمين والهبيط.',
      [
        'SY05 مورك non_state_actor_overtakes_territory - -',
        'SY05 لطمين non_state_actor_overtakes_territory - -',
        'SY07 الهبيط non_state_actor_overtakes_territory - -',
      ],
    ],
    [
      'where the bomb stood that somebody was killed with',
      'اغتال مجهولون موظفا في البلدية عبر عبوة ناسفة زرعت أسفل سيارته في بلدة داعل.',
      ['SY12 داعل remote_explosive_ied 1 -'],
    ],
    [
      'all places that stand before the verb',
      'ذكر الدفاع المدني أن بلدتي مورك وكفرزيتا وقريتي لطمين ولحايا بريف حماة الشمالي، تعرضت لقصف بالمدفعية.',
      ['مورك', 'كفرزيتا', 'لطمين', 'لحايا'].map((name) => `SY05 ${name} shelling_artillery_missile - -`),
    ],
    [
      'no valley, where «وأدى» reads like one',
      'أسقط الدفاع الجوي صاروخين، وأدى العدوان إلى إصابة عنصرين في الكسوة.',
      ['SY03 الكسوة disrupted_weapons_use - 2'],
    ],
    [
      'the quarter of a site whose namesake is known elsewhere',
      'أصاب صاروخ كلية الهندسة الزراعية في حي المزة.',
      ['SY01 المزة shelling_artillery_missile - -'],
    ],
    [
      'the place of one who was hit by several bullets',
      'قتل تاجر في بلدة داعل بعدما أصيب بأربع رصاصات أطلقها عليه مجهولون أمام متجره.',
      ['SY12 داعل attack 1 -'],
    ],
    [
      'each of two strikes that one speaker tells, with its own dead',
      'أفاد ناشطون أن ستة من القتلى سقطوا في غارة أصابت سوقا في بنش وأن ثمانية آخرين قتلوا في بلدة تفتناز.',
      ['SY07 بنش air_drone_strike 6 -', 'SY07 تفتناز air_drone_strike 8 -'],
    ],
    [
      'a list after a clause put in between',
      'استعاد الجيش السوري، إثر معارك مع التنظيم، بلدات معدان والسبخة في ريف الرقة.',
      ['SY11 معدان government_regains_territory - -', 'SY11 السبخة government_regains_territory - -'],
    ],
    [
      'each place over which something was shared out',
      'ألقى الطيران المروحي 12 برميلا متفجرا توزعت بين داريا وخان الشيح.',
      ['SY03 داريا air_drone_strike - -', 'SY03 خان الشيح air_drone_strike - -'],
    ],
    [
      'where more of the same was',
      'خرجت مظاهرة في بنش أمس الجمعة، ومثلها في أريحا.',
      ['SY07 بنش peaceful_protest - -', 'SY07 أريحا peaceful_protest - -'],
    ],
    [
      'a base that bears the name of a division',
      'قصف الطيران محيط الفرقة 17 بريف الرقة.',
      ['SY11 الفرقة 17 air_drone_strike - -'],
    ],
    [
      'a town in a hashtag after its kind',
      'وفي مدينة #سلمية انفجرت عبوة ناسفة بسيارة للأمن العسكري.',
      ['SY05 سلمية remote_explosive_ied - -'],
    ],
    [
      'where people stand in solidarity',
      'خرجت مظاهرات تضامنية في مدينتي اعزاز والباب.',
      ['SY02 اعزاز peaceful_protest - -', 'SY02 الباب peaceful_protest - -'],
    ],
    [
      'where a body was found, and not where the man was from',
      'عثر الأهالي على جثة شاب من بلدة صيدا مقتولا بطلق ناري قرب بلدة نصيب.',
      ['SY12 نصيب attack 1 -'],
    ],
    [
      'in a round-up of governorates only the towns of each',
      'وتعرضت بلدة زاكية لقصف مدفعي، وفي حلب، ألقى الطيران المروحي براميله على حي الهلك، وفي درعا، قصفت قوات الأسد براجمات الصواريخ بلدة ناحتة.',
      [
        'SY03 زاكية shelling_artillery_missile - -',
        'SY02 الهلك air_drone_strike - -',
        'SY12 ناحتة shelling_artillery_missile - -',
      ],
    ],
    [
      'where it fell, and not where it was fired from',
      'أطلق المسلحون القذائف من منطقة اللطامنة على نقاط الجيش في مدينة محردة.',
      ['SY05 محردة shelling_artillery_missile - -'],
    ],
    [
      'at whom a sniper of another town shot',
      'قتل راع إثر رصاص قنص مصدره مسلحو بلدة مضايا على أهالي بلدة سرغايا.',
      ['SY03 سرغايا attack 1 -'],
    ],
    [
      'a further place of the raids just told',
      'استهدفت غارات إسرائيلية مطار التيفور. وقال المرصد إن الضربات طالت كذلك مستودعا قرب بلدة القريتين.',
      ['SY04 مطار التيفور air_drone_strike - -', 'SY04 القريتين air_drone_strike - -'],
    ],
    [
      'the quarter of the town whose adjective follows it',
      'قصف الطيران أحياء حلب. وخرجت مظاهرات في حي الميدان الدمشقي.',
      ['SY02 حلب air_drone_strike - -', 'SY01 الميدان peaceful_protest - -'],
    ],
    [
      'no council that somebody sits on',
      'مقتل عضو في "مجلس الرقة المدني" برصاص مجهولين في بلدة الكرامة شرق الرقة.',
      ['SY11 الكرامة attack 1 -'],
    ],
    [
      'each crowd at its own place',
      'خرجت مظاهرات في بلدتي طفس وداعل، وأطلق عناصر الأمن الرصاص الحي لتفريق متظاهرين في بلدة إبطع فأصيب شابان.',
      [
        'SY12 طفس peaceful_protest - -',
        'SY12 داعل peaceful_protest - -',
        'SY12 إبطع excessive_force_against_protesters - 2',
      ],
    ],
  ])('is %s', (_, text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});

describe('what a sentence tells beside', () => {
  it.each([
    [
      'what went on at the time of what opens it',
      'بينما صد الثوار هجوما على تل سكيك، كانت الطائرات تلقي قنابل عنقودية على بلدة التمانعة، فأصيب طفلان.',
      ['SY07 تل سكيك armed_clash - -', 'SY07 التمانعة air_drone_strike - 2'],
    ],
    [
      'soldiers set down from helicopters',
      'قتل قيادي في التنظيم خلال إنزال جوي لقوات التحالف في بلدة الباغوز.',
      ['SY09 الباغوز armed_clash 1 -'],
    ],
    [
      'whom they took',
      'نفذت قوات التحالف إنزالا جويا في قرية ذيبان، واعتقلت شخصين.',
      ['SY09 ذيبان arrests - -'],
    ],
    ['aid from the air', 'نفذت طائرات إنزالا جويا لمساعدات غذائية فوق مدينة دير الزور.', []],
    [
      'ground lost by those told before',
      'تراجع الثوار بعد أن خسروا قريتي خلصة والحميرة لصالح الميليشيات الإيرانية.',
      ['SY02 خلصة government_regains_territory - -', 'SY02 الحميرة government_regains_territory - -'],
    ],
    [
      'an assault with tanks',
      'شن التنظيم هجوما واسعا بالدبابات والأسلحة الثقيلة على قرية أبو الظهور.',
      ['SY07 أبو الظهور armed_clash - -'],
    ],
    [
      'an attempt on a man, by hand',
      'ونجا ضابط من محاولة استهداف قرب بلدة صيدا بريف درعا.',
      ['SY12 صيدا attack - -'],
    ],
    [
      'men taken by an authority, whoever they were',
      'ألقت قوى الأمن الداخلي القبض على سبعة من فلول النظام في مدينة جبلة.',
      ['SY06 جبلة arrests - -'],
    ],
    ['men taken by a patrol', 'واعتقلت دورية شابين في بلدة ذيبان.', ['SY09 ذيبان arrests - -']],
    [
      'a massacre by those who fly',
      'ارتكبت القوات الروسية مجزرة في بلدة معرة حرمة راح ضحيتها خمسة مدنيين.',
      ['SY07 معرة حرمة air_drone_strike 5 -'],
    ],
    [
      'a charge, and no bomber, on the same day',
      'وفي اليوم نفسه فجر المقاتلون عبوة ناسفة على آلية في بلدة الطيانة.',
      ['SY09 الطيانة remote_explosive_ied - -'],
    ],
    [
      'shots told with who fired them',
      'أصيب رجلان إثر إطلاق مجهولين النار عليهما في بلدة أبو خشب.',
      ['SY09 أبو خشب attack - 2'],
    ],
    [
      'houses searched, and not shelled',
      'توغلت قوة إسرائيلية في بلدة بريقة ونفذت عمليات تفتيش طالت منازل عدة.',
      ['SY14 بريقة other_strategic - -'],
    ],
    [
      'a tank destroyed by a missile, after raids',
      'شن الطيران غارة على مورك. ودمر مقاتلو الفصائل بصاروخ تاو دبابة على جبهة حلفايا.',
      ['SY05 مورك air_drone_strike - -', 'SY05 حلفايا armed_clash - -'],
    ],
    [
      'nobody counted by the model of an aircraft',
      'أصابت طائرات من طراز سو-25 قافلة قرب بلدة عطشان.',
      ['SY05 عطشان air_drone_strike - -'],
    ],
    ['people shot by gunmen', 'قتلى برصاص مسلحين في مدينة نوى.', ['SY12 نوى attack 3+ -']],
    [
      'men who fought once',
      'مقتل عنصر سابق في الجيش الحر برصاص مجهولين في بلدة تسيل.',
      ['SY12 تسيل attack 1 -'],
    ],
    [
      'dead of several governorates, each counted at its place',
      'قتل اليوم تسعة أشخاص برصاص قوات الأمن، أربعة منهم في حمص وثلاثة في درعا واثنان في إدلب.',
      ['SY04 حمص attack - -', 'SY12 درعا attack - -', 'SY07 إدلب attack - -'],
    ],
  ])('is %s', (_, text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});

describe('dead told apart by what killed them', () => {
  it.each([
    [
      'a toll of a day',
      'ارتفع إلى 11 عدد القتلى في محافظة إدلب، بينهم أربعة مقاتلين من الفصائل قضوا خلال اشتباكات مع قوات النظام في محيط بلدة سكيك، و7 مدنيين بينهم طفل قضوا جراء غارات للطيران الحربي على بلدة حاس.',
      ['SY07 سكيك armed_clash 4 -', 'SY07 حاس air_drone_strike 7 -'],
    ],
    [
      'a sum and its parts',
      'استشهد 6 مواطنين في محافظة درعا بينهم 4 استشهدوا جراء قصف قوات النظام على بلدة طفس، ورجلان استشهدا برصاص قناص في مدينة إنخل.',
      ['SY12 طفس shelling_artillery_missile 4 -', 'SY12 إنخل attack 2 -'],
    ],
    [
      'a number that counts them again',
      'قتل 12 شخصا اليوم برصاص قوات الأمن، سبعة منهم في مدينة نوى وخمسة في مدينة داعل.',
      ['SY12 نوى attack 7 -', 'SY12 داعل attack 5 -'],
    ],
    [
      'bodies by the quarters that they came from',
      'وصلت إلى مشافي حلب 14 جثة، تسع من حي الشعار وخمس من حي المشهد، بعد غارات للطيران الحربي على الحيين.',
      ['SY02 الشعار air_drone_strike 9 -', 'SY02 المشهد air_drone_strike 5 -'],
    ],
    [
      'what an attack cost beside them',
      'قتل عنصران من الأمن العام وأحرقت آليتهما في كمين نصب لهما قرب بلدة القرداحة.',
      ['SY06 القرداحة armed_clash 2 -'],
    ],
    [
      'bodies of men who fell in an attack',
      'وصلت إلى مشفى الميادين سبع جثث لعناصر من الدفاع الوطني قتلوا في هجوم شنه التنظيم أمس قرب بلدة القورية.',
      ['SY09 القورية armed_clash 7 -'],
    ],
    [
      'a toll of several places, told after them',
      'انفجرت عبوات ناسفة في كل من الباب وعفرين، مخلفة ثلاثة قتلى.',
      ['SY02 الباب remote_explosive_ied 3 -', 'SY02 عفرين remote_explosive_ied - -'],
    ],
    [
      'what those had died of who are buried',
      'شيع الآلاف في مدينة حرستا جثامين ثمانية أشخاص قتلوا أمس بقصف مدفعي على المدينة.',
      ['SY03 حرستا shelling_artillery_missile 8 -'],
    ],
    [
      'dead of the town that was struck, and not of the fire told last',
      'شن الطيران الحربي صباح أمس غارتين على سقبا وكفربطنا، بالتزامن مع قصف بالمدفعية طال أطراف حي القابون، ما أسفر عن ارتقاء 5 شهداء في سقبا.',
      [
        'SY03 سقبا air_drone_strike 5 -',
        'SY03 كفربطنا air_drone_strike - -',
        'SY01 القابون shelling_artillery_missile - -',
      ],
    ],
    [
      "nobody counted by a street's name",
      'قتل سائق برصاص قناص في مخيم اليرموك قرب شارع الثلاثين.',
      ['SY01 مخيم اليرموك attack 1 -'],
    ],
    [
      'dead of a strike with no more said of it',
      'وقال ناشطون إن ستة من القتلى سقطوا في ضربة أصابت سوقا في بلدة بنش.',
      ['SY07 بنش air_drone_strike 6 -'],
    ],
    [
      'two others',
      'أدى انفجار عبوة في بلدة الشحيل إلى مقتل عنصر وإصابة آخرين اثنين.',
      ['SY09 الشحيل remote_explosive_ied 1 2'],
    ],
    [
      'a judge and his sons',
      'قتل قاض في هيئة تحرير الشام واثنان من أبنائه بانفجار عبوة في مدينة سلقين.',
      ['SY07 سلقين remote_explosive_ied 3 -'],
    ],
    [
      'a woman and her child before a verb of two',
      'إن سيدة وطفلها قتلا في قصف مدفعي على قرية الزعفرانة بريف حمص.',
      ['SY04 الزعفرانة shelling_artillery_missile 2 -'],
    ],
    [
      'a pair in the construct',
      'لقي راعيا أغنام مصرعهما بانفجار لغم في بلدة السخنة.',
      ['SY04 السخنة remote_explosive_ied 2 -'],
    ],
  ])('is %s', (_, text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});

describe('«قواتنا»', () => {
  it('is whoever the statement names first', () => {
    const text =
      'تعلن فصائل المعارضة أن مقاتلينا حرروا بلدة معرة النعمان بعد معارك مع قوات النظام. كما حررت قواتنا بلدة حاس.';
    expect(coded(text)).toEqual([
      'SY07 معرة النعمان non_state_actor_overtakes_territory - -',
      'SY07 حاس non_state_actor_overtakes_territory - -',
    ]);
  });

  it('makes the text a statement, and what it tells claims', () => {
    const text =
      'وحدات حماية الشعب: صدت قواتنا هجوما على قرية زور مغار. وقصف المرتزقة بالهاون بلدة تل أبيض. وارتقى ثلاثة من مقاتلينا في مدينة عين العرب خلال اشتباكات.';
    expect(mentionsOf(text).map(({ modality }) => modality)).toEqual(['claimed', 'claimed', 'claimed']);
    expect(mentionsOf(text)[1]?.attribution).toBe('وحدات حماية الشعب');
  });

  it('makes none of a report that quotes it once, or that others tell too', () => {
    const once = 'قصف الطيران بلدة حاس. وقال القائد: صدت قواتنا هجوما على بلدة سرمين.';
    expect(mentionsOf(once)[0]?.modality).toBe('reported');
    const told =
      'قال المرصد السوري لحقوق الإنسان إن الطيران قصف بلدة حاس. وصدت قواتنا هجوما على سرمين. وحررت قواتنا بلدة النيرب.';
    expect(mentionsOf(told)[0]?.modality).toBe('reported');
  });
});
