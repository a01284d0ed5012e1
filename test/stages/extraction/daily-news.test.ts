/** Forms of a day's mixed news: two kinds of fire in one clause, what came before, what is only said of a place. Texts are invented. */
import { describe, expect, it } from 'vitest';
import type { Mention } from '../../../src/model/mention.ts';
import { mentionsOf } from './read-section.ts';

const published = '2018-03-11';

/** `type place`, with the day where it is not that of publication. */
function shown({ type, place, date }: Mention): string {
  return [type, place?.name ?? '-', ...(date === published ? [] : [date])].join(' ');
}

function shownIn(text: string): string[] {
  return mentionsOf(text, { published }).map(shown);
}

describe('fire from the air and from the ground', () => {
  it.each([
    [
      'raids that go with shelling of the same villages',
      'شنت الطائرات غارات جوية ترافقت مع قصف مدفعي عنيف على بلدتي حاس وكفرنبل.',
      [
        'air_drone_strike حاس',
        'air_drone_strike كفرنبل',
        'shelling_artillery_missile حاس',
        'shelling_artillery_missile كفرنبل',
      ],
    ],
    [
      'shelling joined to raids on villages told before',
      'تعرضت بلدتا تلبيسة والغنطو لغارات جوية وقصف مدفعي.',
      [
        'air_drone_strike تلبيسة',
        'air_drone_strike الغنطو',
        'shelling_artillery_missile تلبيسة',
        'shelling_artillery_missile الغنطو',
      ],
    ],
    [
      'raids without a place of their own before shelling that has one',
      'شن الطيران غارات جوية وقصفا مدفعيا على مدينة الرستن.',
      ['air_drone_strike الرستن', 'shelling_artillery_missile الرستن'],
    ],
    [
      'one more place after «إضافة»',
      'قصفت الطائرات مدينة دوما إضافة لبلدة عربين.',
      ['air_drone_strike دوما', 'air_drone_strike عربين'],
    ],
  ])('%s', (_, text, expected) => {
    expect(shownIn(text)).toEqual(expected);
  });

  it('leaves the guns to nobody where the aircraft are a foreign state’s', () => {
    const mentions = mentionsOf('نفذت الطائرات الروسية غارات تزامنت مع قصف صاروخي على قرية كنصفرة.', {
      published,
    });
    expect(mentions.map(({ actors, weapons }) => [actors.map(({ id }) => id), weapons])).toEqual([
      [['russian_forces'], ['warplane']],
      [[], ['rocket_launcher']],
    ]);
  });
});

describe('what came before', () => {
  it.each([
    [
      'ground taken, once for all, when it began',
      'سيطرت الفصائل منذ يومين على بلدة تقاد.',
      ['non_state_actor_overtakes_territory تقاد 2018-03-09'],
    ],
    [
      'a fight that goes on',
      'تدور اشتباكات منذ يومين بين الفصائل وقوات النظام في بلدة مورك.',
      ['armed_clash مورك'],
    ],
    [
      'a place held the day before it is left',
      'دخلت الفصائل قرية حربل بعد معارك، وانسحبت من بلدة مارع بعد سيطرتها عليها أمس.',
      ['non_state_actor_overtakes_territory حربل', 'non_violent_transfer_of_territory مارع'],
    ],
    [
      'a place taken by others before it is attacked',
      'شنت الفصائل هجوما على بلدة معردس، بعد تقدم القوات الحكومية إليها وسيطرتها عليها منذ يومين.',
      ['armed_clash معردس', 'government_regains_territory معردس 2018-03-09'],
    ],
    ['a sum since a year', 'قتل 40 عنصرا من الجيش في هجمات للتنظيم في بادية السخنة منذ بداية 2018.', []],
    [
      'what a post was used for',
      'استولت الفصائل على تلة الحمرية التي لطالما أطلقت منها القوات قذائفها على قرية جباتا الخشب.',
      ['non_state_actor_overtakes_territory تلة الحمرية'],
    ],
  ])('%s', (_, text, expected) => {
    expect(shownIn(text)).toEqual(expected);
  });
});

describe('what is said of a place', () => {
  it.each([
    [
      'how far from a town it was',
      'استهدفت غارة مقرا لداعش في بادية الشولا إلى الجنوب من مدينة دير الزور بنحو 30 كم.',
      ['air_drone_strike بادية الشولا'],
    ],
    ['what is given to others there', 'تقدم القوات التركية قرب بلدة الراعي الدعم لفصائل محلية.', []],
    [
      'what a campaign is for',
      'بدأت الفصائل حملة عسكرية في ريف حلب لاستعادة السيطرة على بلدة خان طومان.',
      [],
    ],
    [
      'where the land lies that is held',
      'وذكر ناشطون أن الجيش يشن هجوما لقطع الطريق بين القرى التي سيطر عليها التنظيم في ريف الحسكة.',
      [],
    ],
    [
      'in which city an officer serves',
      'وقع انفجار في حي كفرسوسة نجم عن استهداف سيارة ضابط في شرطة دمشق بعبوة لاصقة.',
      ['remote_explosive_ied كفرسوسة'],
    ],
    [
      'two towns counted before they are named',
      'قتل 20 شخصا في قصف للطيران على مدينتين شمال شرق دمشق. وقتل 12 شخصا في غارة على مدينة دوما، بينما قتل 8 في غارة على سقبا.',
      ['air_drone_strike دوما', 'air_drone_strike سقبا'],
    ],
    [
      'control given up to others',
      'تسلم الجيش السوري من قسد السيطرة على بلدتي عين عيسى وتل تمر.',
      ['non_violent_transfer_of_territory عين عيسى', 'non_violent_transfer_of_territory تل تمر'],
    ],
    [
      'arrests in all villages raided',
      'نفذت القوات الإسرائيلية توغلا في بلدتي بريقة وكودنة، حيث اعتقلت شابين.',
      ['arrests بريقة', 'arrests كودنة'],
    ],
  ])('%s', (_, text, expected) => {
    expect(shownIn(text)).toEqual(expected);
  });
});

describe('bombers', () => {
  it.each([
    [
      'who drive what strikes',
      'قال الشهود إن الشاحنة الأولى كان يقودها انتحاري من التنظيم، واستهدفت حاجزا شرق مدينة اعزاز.',
      ['suicide_bomb اعزاز'],
    ],
    [
      'named before the verb',
      'وأوضح المصدر أن جرارا مفخخا يقوده انتحاري ضرب نقطة للجيش في بلدة الشدادي.',
      ['suicide_bomb الشدادي'],
    ],
    ['who try to get in', 'حاول انتحاري بسيارة مفخخة دخول مقر للأسايش في مدينة المالكية.', []],
    [
      'whose blast is told once more',
      'تفجير انتحاري قرب مقر في مدينة عامودا. وسمع انفجار عنيف هز مدينة عامودا ظهر اليوم.',
      ['suicide_bomb عامودا'],
    ],
    [
      'two of them told after the bombs',
      'فجر داعش سيارتين مفخختين في مدينة الحسكة. وفجر انتحاري الأولى في حي المفتي، كما فجر انتحاري آخر نفسه في حي غويران.',
      ['suicide_bomb المفتي', 'suicide_bomb غويران'],
    ],
  ])('%s', (_, text, expected) => {
    expect(shownIn(text)).toEqual(expected);
  });
});

describe('what else a day’s news tells', () => {
  it.each([
    [
      'arrests, and not what those arrested are held for',
      'وتمكنت الشرطة من إلقاء القبض على ثلاثة متورطين في الهجمات في مدينة بانياس.',
      ['arrests بانياس'],
    ],
    [
      'a bearing in brackets',
      'انفجر لغم قرب قرية الهول (40 كم إلى الشرق من مدينة الحسكة).',
      ['remote_explosive_ied الهول'],
    ],
    [
      'villages that a sum counted',
      'قصفت المدفعية التركية 12 قرية في ريف منبج. وقصفت اليوم قريتي الجات وعرب حسن.',
      ['shelling_artillery_missile الجات', 'shelling_artillery_missile عرب حسن'],
    ],
    [
      'the area of a road that nobody knows',
      'قتل جندي بعبوة ناسفة على طريق قريتي جدل - الشومرة في منطقة اللجاة.',
      ['remote_explosive_ied اللجاة'],
    ],
    [
      'the woods of a village in a list',
      'استهدف القصف بلدة الناجية وأحراش قرية بداما في ناحية جسر الشغور.',
      ['shelling_artillery_missile الناجية', 'shelling_artillery_missile بداما'],
    ],
    [
      'a bus that carries soldiers, hit by people unknown',
      'استهدف مجهولون حافلة مبيت للجيش قرب بلدة خربة غزالة، ما أدى لمقتل خمسة عناصر.',
      ['armed_clash خربة غزالة'],
    ],
    [
      'no fight in the face of which people meet',
      'اجتمع وجهاء بلدة سلمية دعما للجيش في مواجهة هجمات التنظيم على قرى المنطقة.',
      [],
    ],
    [
      'fighters «neutralised», and no town that is kept out of it',
      'تمكنت قوى الأمن من تحييد ثلاثة مسلحين في بلدة صوران. وطالب الأهالي بتحييد بلدة ببيلا عن القتال.',
      ['armed_clash صوران'],
    ],
    [
      'what guns hit, and not where they stand',
      'قصفت حواجز الجيش في تل الشيخ حسين بلدة خربة غزالة بالمدفعية.',
      ['shelling_artillery_missile خربة غزالة'],
    ],
    [
      'a fight with the shelling joined to it',
      'اشتباكات متقطعة وقصف متبادل على محوري مورك وحلفايا.',
      ['armed_clash مورك', 'armed_clash حلفايا'],
    ],
    [
      'the one town that a road is named by',
      'استهدفت طائرة مسيرة سيارة على طريق بلدة كفردريان.',
      ['air_drone_strike كفردريان'],
    ],
    [
      'a road by both its ends',
      'استهدف مجهولون سيارة على طريق إبطع - داعل.',
      ['armed_clash طريق إبطع - داعل'],
    ],
    [
      'soldiers in a bus',
      'قتل سبعة عسكريين وجرح خمسة في هجوم لداعش على حافلة مبيت قرب مدينة السخنة.',
      ['armed_clash السخنة'],
    ],
    [
      'two killings of two days at one place',
      'وأمس اغتال مجهولون رجلا في بلدة الكرك.\nوفي اليوم ذاته عثر سكان قرية رخم على جثة رجل.\nويوم الخميس الماضي، قتل مجهولون شقيقين في قرية رخم برصاص مباشر.',
      ['attack الكرك 2018-03-10', 'attack رخم 2018-03-10', 'attack رخم 2018-03-08'],
    ],
  ])('%s', (_, text, expected) => {
    expect(shownIn(text)).toEqual(expected);
  });

  it.each([
    ['the two whose bodies are found', 'عثر على جثتي رجل وزوجته مقتولين بالرصاص في بلدة تسيل.', 2, 2],
    ['one of those who passed', 'قتل أحد المارة برصاص مجهولين في مدينة طفس.', 1, 1],
    [
      'no fewer than a headline tells',
      'مقتل 6 أشخاص بغارة على بلدة كفريا.\nقتل 6 مدنيين على الأقل في غارة على بلدة كفريا صباح اليوم.',
      6,
      null,
    ],
  ])('%s', (_, text, low, high) => {
    const [mention] = mentionsOf(text, { published });
    expect([mention?.killed?.low, mention?.killed?.high]).toEqual([low, high]);
  });
});

describe('why something was done', () => {
  it.each([
    [
      'fire that answers fire',
      'رد الثوار على قصف مدينة سرمين باستهداف مواقع القوات في بلدة الفوعة بصواريخ الغراد.',
      ['shelling_artillery_missile الفوعة'],
    ],
    [
      'fire in return for massacres',
      'استهدفت الفصائل مطار أبو الظهور بالمدفعية ردا على المجازر في مدينة بنش.',
      ['shelling_artillery_missile مطار أبو الظهور'],
    ],
    [
      'in return for fire, told first',
      'ردا على قصف المدنيين في حي الوعر، دك الثوار حاجز قرية المشرفة بقذائف الهاون.',
      ['shelling_artillery_missile المشرفة'],
    ],
    [
      'an attack that was answered is told all the same',
      'ردت القوات على هجوم شنه التنظيم على نقطة في قرية الجنينة.',
      ['armed_clash الجنينة'],
    ],
  ])('%s', (_, text, expected) => {
    expect(shownIn(text)).toEqual(expected);
  });

  it.each([
    ['those for whom a crowd comes out', 'خرجت مظاهرة في بلدة الشحيل احتجاجا على مقتل ثلاثة شبان.', null],
    ['those who are avenged', 'قصفت الفصائل مدينة محردة انتقاما لمقتل خمسة مدنيين في قرية البارة.', null],
    [
      'those who died the day before',
      'قتل عنصران بانفجار لغم في قرية أبو خشب، وذلك بعد يوم من مقتل أربعة مدنيين.',
      2,
    ],
  ])('does not count %s', (_, text, killed) => {
    expect(mentionsOf(text, { published }).map((mention) => mention.killed?.best ?? null)).toEqual([killed]);
  });
});

describe('the capital', () => {
  it('is no place told before that is none', () => {
    expect(
      shownIn('أسقط الجيش الحر مروحية قرب بلدة كفرنبل، في حين استمرت الاشتباكات في مناطق من العاصمة.'),
    ).toEqual(['disrupted_weapons_use كفرنبل']);
  });

  it('has a countryside of its own', () => {
    expect(shownIn('قصف الطيران بلدات في ريف العاصمة دمشق.')).toEqual(['air_drone_strike ريف العاصمة دمشق']);
  });
});

describe('figures that two speakers tell of the same dead', () => {
  it.each([
    [
      'the lowest as best where each is somebody’s',
      'قتل 12 جنديا في هجوم لداعش قرب مدينة السخنة، بحسب المرصد السوري.\nوكانت وكالة سانا أعلنت مقتل 10 عسكريين.',
      [10, 10, 12],
    ],
    [
      'the article’s own as best',
      'قتل 12 جنديا في هجوم لداعش قرب مدينة السخنة. وقال المرصد إن 14 جنديا قتلوا.',
      [12, 12, 14],
    ],
    [
      'but not where one tells some of them',
      'قتل 6 مدنيين بغارة على بلدة كفرومة. وقال المرصد إن 5 أطفال قتلوا في الغارة.',
      [6, 6, 6],
    ],
    [
      'nor where the toll has risen',
      'قتل 12 مدنيا بغارة على بلدة كفرومة. وقال ناشطون إن الحصيلة ارتفعت إلى 14.',
      [14, 14, 14],
    ],
  ])('%s', (_, text, expected) => {
    const [mention] = mentionsOf(text, { published });
    expect([mention?.killed?.low, mention?.killed?.best, mention?.killed?.high]).toEqual(expected);
  });
});

it('tells arrests where the raid was that led to them', () => {
  expect(
    shownIn('قال المصدر إن قوة من الأمن داهمت وكرا في حي الرمل الجنوبي، وتمكنت من إلقاء القبض على اثنين.'),
  ).toEqual(['arrests الرمل الجنوبي']);
});
