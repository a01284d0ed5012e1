/** How local media tell killings of one, gatherings, truces and counts; what each text tells in full. Texts are invented. */
import { describe, expect, it } from 'vitest';
import { mentionsOf } from './read-section.ts';
import { shown } from './tolls-shown.ts';

const PUBLISHED = '2019-05-10';

/** «attack تسيل 05-09 1 -»: type, place, day, killed and injured. */
function told(text: string): string[] {
  return mentionsOf(text, { published: PUBLISHED }).map(
    ({ type, place, date, killed, injured }) =>
      `${type} ${place?.name ?? '-'} ${date.slice(5)} ${shown(killed)} ${shown(injured)}`,
  );
}

describe('one person shot', () => {
  it.each([
    [
      'who shot stands between the verb and the shots',
      'أصيب الشاب سامر العلي بعد أن أطلق عليه مجهولون الرصاص في بلدة تسيل غربي درعا.',
      ['attack تسيل 05-10 - 1'],
    ],
    [
      'the cause is a clause of its own',
      'قتل الشاب فادي خليل أمس بعدما أطلق عليه مسلحون مجهولون النار في مدينة إنخل.',
      ['attack إنخل 05-09 1 -'],
    ],
    [
      'the day stands before who was killed',
      'وفي مدينة جاسم، قتل مساء أمس الشاب محمد أحمد الخطيب بطلقات مجهولين.',
      ['attack جاسم 05-09 1 -'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('what is no single event', () => {
  it.each([
    [
      'attacks counted over a week',
      'قال التنظيم إنه نفذ تسع هجمات خلال أسبوع في محافظات دير الزور والرقة وحمص.',
    ],
    [
      'cells that are active',
      'تنشط خلايا التنظيم في ريف الرقة وتكرر هجماتها على مواقع قوات النظام في البادية.',
    ],
    [
      'what is said of all that was since',
      'ومنذ مطلع 2019، قال الدفاع المدني إن فرقه استجابت لـ 200 هجوم على مدينة إدلب، وقتل فيها 90 شخصا.',
    ],
    [
      'what enabled somebody, and what came of it',
      'استفاد التنظيم من القصف الكثيف الذي مكن الوحدات من التقدم والسيطرة على بلدة تل براك.',
    ],
    ['a faction whose name begins like a verb', 'أصدرت كتائب (فجر الأمة) بيانا عن بلدة حيان.'],
    [
      'what a crowd calls for after it stood',
      'وطالبوا بإسقاط النظام وإخراج المعتقلين وطرد الميليشيات الإيرانية من مدينة نوى.',
    ],
    [
      'raids of which there were fewer',
      'واستفاد التنظيم من تراجع غارات التحالف على مواقعه في مدينة رأس العين.',
    ],
    [
      'who speaks, and what was somewhere in the land',
      'وكان الجيش الإسرائيلي قد أغار، أول من أمس، على أهداف عسكرية في سوريا، وقالت دمشق إن القصف أودى بثلاثة عناصر.',
    ],
    ['what a crowd calls for', 'ونادوا بإسقاط النظام وطرد القوات الأجنبية من درعا.'],
  ])('%s', (_, text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('what is told beside the event', () => {
  it.each([
    [
      'what usually happens there',
      'قصفت قوات النظام بلدة التمانعة بالمدفعية، وغالبا ما تتعرض البلدة لقصف مماثل.',
      ['shelling_artillery_missile التمانعة 05-10 - -'],
    ],
    [
      'fights of weeks before, and their dead',
      'قتل خمسة مدنيين بقصف على بلدة سراقب، بعد أسابيع من معارك قتل فيها مئة مقاتل.',
      ['shelling_artillery_missile سراقب 05-10 5 -'],
    ],
    [
      'an earlier day of the same place',
      'قصفت قوات النظام بلدة تلمنس، وأصيب خمسة.\n\nوكان المرصد قد وثق، أول من أمس، مقتل ثلاثة مدنيين بقصف مدفعي على بلدة تلمنس.',
      ['shelling_artillery_missile تلمنس 05-10 - 5', 'shelling_artillery_missile تلمنس 05-08 3 -'],
    ],
    [
      'raids that explain what was heard',
      'وأفاد المرصد بأن ثلاثة انفجارات هزت مواقع للتنظيم في مدينة البوكمال، نتيجة غارات شنتها طائرات مجهولة.',
      ['air_drone_strike البوكمال 05-10 - -'],
    ],
    [
      'a toll that begins anew after another event',
      'استشهد مقاتل من الكتائب في اشتباكات مع القوات الحكومية بحي القابون، وارتفع إلى تسعة شهداء عدد من قضوا بتفجير سيارة مفخخة في مدينة حمص.',
      ['armed_clash القابون 05-10 1 -', 'remote_explosive_ied حمص 05-10 9 -'],
    ],
    [
      'heavy guns turned on a town',
      'كما أطلقت القوات الحكومية نيران رشاشاتها الثقيلة باتجاه مناطق في مدينة نوى.',
      ['shelling_artillery_missile نوى 05-10 - -'],
    ],
    [
      'the town that the text tells, and no surname',
      'شن الطيران غارات على مدينة الرقة، وعرف من الضحايا عبد اللطيف الهنادة وأيهم الهنادة. وفي الليل، أغار طيران التحالف على مواقع للتنظيم عند أطراف المدينة.',
      ['air_drone_strike الرقة 05-10 - -'],
    ],
    [
      'a sheikh, and no village of that name',
      'اغتيل الشيخ أحمد الصالح في مدينة شهبا.',
      ['attack شهبا 05-10 1 -'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    [
      'gunmen who shot, and are no target',
      'قُتل شابان وجُرح ثالث بنيران مسلحين لم تعرف هويتهم في مدينة جاسم.',
      ['attack جاسم 05-10 2 1'],
    ],
    [
      'guns turned on a post',
      'فتحت خلايا تنظيم داعش نيران الرشاشات على حاجز لقوات سوريا الديمقراطية في بلدة ذيبان.',
      ['armed_clash ذيبان 05-10 - -'],
    ],
    [
      'the shell with which a fight began',
      'أطلق مسلحون قذيفة على نقطة للنظام في بلدة المزيريب، فردت النقطة ودارت بين الجانبين اشتباكات.',
      ['armed_clash المزيريب 05-10 - -'],
    ],
    [
      'blasts heard in an attack',
      'تعرض حاجز للجيش في بلدة محجة لهجوم بأسلحة متوسطة أعقبه دوي انفجارات قوية.',
      ['armed_clash محجة 05-10 - -'],
    ],
    [
      'an office that a crowd takes',
      'هاجم الأهالي الفرع الأمني في مدينة نوى وسيطروا على مقر الأمن العسكري.',
      ['mob_violence نوى 05-10 - -'],
    ],
    [
      'forces attacked, and a civilian among the dead',
      'قتلى من قوات النظام ومدني في هجوم لداعش جنوبي الرقة.',
      ['armed_clash الرقة 05-10 4+ -'],
    ],
    [
      'a house and a post in a part of a town',
      'استولى التنظيم على حقل الهيل، وعلى مبنى البادية وحاجز الفيلات في الأحياء الشمالية من تدمر.',
      [
        'non_state_actor_overtakes_territory حقل الهيل 05-10 - -',
        'non_state_actor_overtakes_territory تدمر 05-10 - -',
      ],
    ],
    [
      'fire in a region, at one of its towns',
      'أطلقت قوات النظام نيران رشاشاتها الثقيلة، في محافظة درعا، باتجاه مناطق في مدينة نوى.',
      ['shelling_artillery_missile نوى 05-10 - -'],
    ],
    [
      'a toll far behind its word',
      'بلغت حصيلة الاشتباكات والقصف المتبادل التي يشهدها حي صلاح الدين شرقي مدينة حلب 6 قتلى، إضافة إلى أكثر من 20 جريحا.',
      ['armed_clash صلاح الدين 05-10 6 21+'],
    ],
    [
      'a bomb of the hours before',
      'سيطر التنظيم على قرية حربل بعد اشتباكات، وكان التنظيم قد فجر قبلها سيارة مفخخة داخل مدينة مارع.',
      ['non_state_actor_overtakes_territory حربل 05-10 - -', 'remote_explosive_ied مارع 05-10 - -'],
    ],
    [
      'charges laid elsewhere, for which a raid was flown',
      'أغار الطيران الإسرائيلي أمس على مواقع في بلدة حضر، ردا على عبوات زرعتها خلية في الجولان.',
      ['air_drone_strike حضر 05-09 - -'],
    ],
    [
      'people who stand with what they have written',
      'وقف ناشطون بلافتاتهم قرب المجلس البلدي في بلدة معربة، معلنين التضامن مع مدينة نوى.',
      ['peaceful_protest معربة 05-10 - -'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('takes no verb for a place', () => {
    const text = 'دخلت وحدات من الجيش السوري مدينتي بانياس وجبلة وشرعت في الانتشار داخلهما.';
    const places = mentionsOf(text, { published: '2025-03-08' }).map(
      ({ type, place }) => `${type} ${place?.name}`,
    );
    expect(places).toEqual(['other_strategic بانياس', 'other_strategic جبلة']);
  });
});

describe('where and when', () => {
  it.each([
    [
      'a fight that is heard where it is fought',
      'ما زالت أصوات اشتباكات متقطعة تسمع في حي جوبر وما حوله.',
      ['armed_clash جوبر 05-10 - -'],
    ],
    [
      'the weekday of a night that has ended',
      'سقط قتيلان بعد منتصف ليل أمس الخميس بقصف على مدينة دوما.',
      ['shelling_artillery_missile دوما 05-10 2 -'],
    ],
    [
      'the dead of a strike that a relative clause explains',
      'وارتفع إلى تسعة عدد قتلى الضربة التي نفذتها طائرة حربية على مقر في بلدة سراقب.',
      ['air_drone_strike سراقب 05-10 9 -'],
    ],
    [
      'the word of the agency for a strike, with whose it is',
      'وذكرت الوكالة أن عدوانا إسرائيليا وقع قرب قرية رويحينة.',
      ['air_drone_strike رويحينة 05-10 - -'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});
