/** Forms in which news tells where, by whom and with what; what each of them tells in full. Texts are invented. */
import { describe, expect, it } from 'vitest';
import type { Mention } from '../../../src/model/mention.ts';
import { mentionsOf, read, told } from './read-section.ts';

/** `type place killed`, killed left out where nothing is told. */
function withDead({ type, place, killed }: Mention): string {
  return [type, place?.name ?? '-', ...(killed ? [killed.low] : [])].join(' ');
}

describe('tolls that name the places of a region', () => {
  it.each([
    [
      'after the total of a natural region',
      'سقط 15 شهيدا في قصف على الغوطة: 7 في دوما و5 في حرستا و3 في عربين.',
      [
        'shelling_artillery_missile دوما 7',
        'shelling_artillery_missile حرستا 5',
        'shelling_artillery_missile عربين 3',
      ],
    ],
    [
      'after raids on a countryside',
      'غارات على ريف إدلب خلفت 9 قتلى: 6 في سراقب و3 في بنش.',
      ['air_drone_strike سراقب 6', 'air_drone_strike بنش 3'],
    ],
  ])('%s', (_, text, expected) => {
    expect(mentionsOf(text, { published: '2014-05-05' }).map(withDead)).toEqual(expected);
  });
});

describe('whose act it is', () => {
  const doers = (text: string, published = '2022-06-10') =>
    mentionsOf(text, { published }).map(({ type, actors }) => [
      type,
      ...actors.filter(({ role }) => role === 'initiator').map(({ id }) => id),
    ]);

  it.each([
    [
      'the fire that a place comes under names who fires',
      'تعرض مطار دمشق الدولي لقصف إسرائيلي.',
      [['air_drone_strike', 'israeli_forces']],
    ],
    [
      'with the kind of fire between',
      'تعرضت بلدة مرعناز لقصف مدفعي تركي.',
      [['shelling_artillery_missile', 'turkish_forces']],
    ],
    [
      'a kind of fire that flies, in the name itself',
      'أصيب حارسان بعد قصف جوي تركي على محطة قرب مدينة عامودا.',
      [['air_drone_strike', 'turkish_forces']],
    ],
    [
      'not those whose dress is worn',
      'تسلل عناصر من تنظيم داعش بزي الجيش الحر إلى مدينة عين العرب وقتلوا عشرة مدنيين.',
      [['attack', 'islamic_state']],
    ],
  ])('%s', (_, text, expected) => {
    expect(doers(text)).toEqual(expected);
  });
});

describe('what an event is told by', () => {
  it.each([
    [
      'a blast that its bomb explains, and what the blast hit',
      'دوى انفجار ضخم نجم عن سيارة مفخخة استهدف سوقا في مدينة منبج.',
      ['remote_explosive_ied منبج'],
    ],
    [
      'people hurt, and the cause alone tells where',
      'وقال الأهالي إن ضحايا قضوا جراء القصف المدفعي على بلدة الجيزة.',
      ['shelling_artillery_missile الجيزة'],
    ],
    [
      'a minister among the dead of a blast',
      'مقتل وزير الدفاع داوود العلي في تفجير مبنى حكومي في مدينة دمشق.',
      ['remote_explosive_ied دمشق'],
    ],
    ['a minister who speaks', 'قال وزير الخارجية إن خمسة قتلوا في قصف على دوما.', []],
    [
      'forces that enter after a fight',
      'دخلت قوات النظام مدينة يبرود بعد معارك عنيفة مع جبهة النصرة.',
      ['government_regains_territory يبرود'],
    ],
    [
      'gatherers attacked by a group that kills',
      'قتل تسعة من جامعي الكمأة بهجوم لتنظيم داعش قرب السخنة.',
      ['attack السخنة'],
    ],
    ['a rifle of a machine gun’s name', 'استهدف ملثمون بائعا في مدينة جاسم برشاش كلاشنكوف.', ['attack جاسم']],
    [
      'a convoy of people driven from elsewhere',
      'دخلت قوافل مهجري القلمون مدينة اعزاز.',
      ['other_strategic اعزاز'],
    ],
    ['a convoy of aid', 'دخلت قافلة مساعدات إلى مدينة دوما.', []],
    [
      'a fight that came to the taking of a place, with its dead',
      'قتل عشرة عناصر في اشتباكات انتهت بسيطرة الثوار على بلدة مورك.',
      ['non_state_actor_overtakes_territory مورك'],
    ],
    [
      'an attack that won two of its three villages',
      'شنت الفصائل هجوما على قوات النظام في قرى عطشان وسكيك ومعان.\nوحررت الفصائل قريتي عطشان وسكيك.',
      [
        'armed_clash معان',
        'non_state_actor_overtakes_territory عطشان',
        'non_state_actor_overtakes_territory سكيك',
      ],
    ],
    [
      'raids that help take ground',
      'سيطرت قوات النظام مدعومة بغارات روسية على بلدة مورك.',
      ['government_regains_territory مورك', 'air_drone_strike مورك'],
    ],
    [
      'what stood in a clause about the car',
      'قتل ممرض جراء استهداف السيارة التي كان يقودها بعبوة ناسفة في بلدة تل شهاب.',
      ['remote_explosive_ied تل شهاب'],
    ],
    [
      'a headline without means that the story tells with them',
      'ضحايا بقصف على حي الكلاسة\nقتل سبعة أشخاص بقصف جوي روسي على حي الكلاسة في حلب.',
      ['air_drone_strike الكلاسة'],
    ],
    [
      'a massacre whose dead a raid made',
      'ارتفع عدد ضحايا مجزرة أرمناز إلى 36 قتيلا بعد غارات استهدفت البلدة.',
      ['air_drone_strike أرمناز'],
    ],
    [
      'tanks destroyed in an ambush',
      'تمكن الجيش الحر من تدمير ثلاث دبابات في كمين نصبوه لرتل قرب معرشورين.',
      ['armed_clash معرشورين'],
    ],
    [
      'a crowd on a square of a town',
      'خرجت مظاهرات في ساحة الكرامة بالسويداء.',
      ['peaceful_protest السويداء'],
    ],
    ['how long somebody was held', 'عاد معلم إلى مدينة إنخل بعد اعتقال دام عامين.', []],
    [
      'somebody shot by a sniper, in the cause',
      'توفي راع جراء قنصه من قبل قوات النظام قرب بلدة عين ذكر.',
      ['attack عين ذكر'],
    ],
    [
      'a market that a town calls after itself',
      'استهدفت طائرات النظام سوق سرمين الشعبي مخلفة تسعة قتلى.',
      ['air_drone_strike سرمين'],
    ],
    [
      'where the dead are from, and where they died',
      'مقتل أكثر من خمسين من أهالي محجة وإزرع بتفجير استهدف حافلات في حي الكاشف بدرعا.',
      ['remote_explosive_ied الكاشف'],
    ],
    [
      'a bomb that went off under those just told dead',
      'مات خمسة رعاة بلغم من مخلفات الحرب انفجر بهم في قرية الكوم.',
      ['remote_explosive_ied الكوم'],
    ],
    [
      'what a town was for the guns',
      'كانت بلدة اللطامنة هدفا لقذائف المدفعية، ما أدى إلى مقتل طفل. ولم تسلم بلدة كفرزيتا من القصف الصاروخي.',
      ['shelling_artillery_missile اللطامنة', 'shelling_artillery_missile كفرزيتا'],
    ],
    [
      'losses suffered at somebody’s hands',
      'تكبدت قوات النظام خسائر كبيرة على يد الفصائل في بلدة عطشان.',
      ['armed_clash عطشان'],
    ],
    [
      'what forces left, and not where they went',
      'شهدت بلدة رنكوس انسحابا لقوات النظام بعتادها نحو بلدة تلفيتا.',
      ['non_violent_transfer_of_territory رنكوس'],
    ],
    ['an attack on a post', 'طال الهجوم نقطة لقوات النظام في بلدة الشولا.', ['armed_clash الشولا']],
    ['fire from the air', 'قصفت قوات النظام من الجو بلدة حيش.', ['air_drone_strike حيش']],
    ['a funeral', 'شيع أهالي بلدة معربة جثامين أربعة من أبنائها قضوا في قصف على البلدة.', []],
    ['a committee of a faction', 'شكلت الفصائل لجنة للتحقيق في مقتل محام في بلدة كللي.', []],
    ['a slogan', 'رفع شبان في مدينة بصرى لافتة "لا قتال في سبيل الحكام".', []],
    [
      'ninety, which is written like «you strive»',
      'تسعون غارة على بلدة عندان اليوم.',
      ['air_drone_strike عندان'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text, { published: '2015-06-10' })).toEqual(expected);
  });
});

describe('where a place lies', () => {
  const places = (text: string, published = '2016-03-11') =>
    read(text, { published }).places.map(({ surface, governorate }) => `${surface} ${governorate}`);

  it.each([
    [
      'not where people fled to',
      'خلت قريتا "زعيترة" و"خنشورة" في ريف حماة من سكانهما الذين نزحوا باتجاه ريف حمص.',
      ['زعيترة SY05', 'خنشورة SY05', 'حماة SY05', 'حمص SY04'],
    ],
    [
      'in the countryside that is named with its town',
      'وطال القصف في دمشق وريفها بلدة بالا.',
      ['دمشق SY01', 'بالا SY03'],
    ],
    [
      'a long name stands against another governorate of its sentence',
      'استهدفت ضربات مركز البحوث العلمية في برزة ومستودعا غرب حمص.',
      ['مركز البحوث العلمية في برزة SY01', 'حمص SY04'],
    ],
    [
      'a road by its ends',
      'انفجرت عبوة على الطريق العام حماة - السلمية.',
      ['الطريق العام حماة - السلمية SY05', 'حماة SY05', 'السلمية SY05'],
    ],
    [
      'a town written like a verb, where no verb can stand',
      'انفجار لغم في تدمر، والقوات تدمر آليات على طريق السخنة وتدمر.',
      ['تدمر SY04', 'طريق السخنة SY04', 'السخنة SY04', 'تدمر SY04'],
    ],
    [
      'the steppe of a governorate, whatever the text names before',
      'وصلت تعزيزات من حمص إلى دير الزور. وانفجر لغم بشاحنة في بادية حماة.',
      ['حمص SY04', 'دير الزور SY09', 'بادية حماة SY05'],
    ],
    ['not places that are only an example', 'قرب عدة حواجز كالسلام والنمر.', []],
  ])('%s', (_, text, expected) => {
    expect(places(text)).toEqual(expected);
  });
});
