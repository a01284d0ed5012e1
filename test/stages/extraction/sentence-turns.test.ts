/** Turns of a sentence that decide who is counted, where it was and what was done. Texts are invented. */
import { describe, expect, it } from 'vitest';
import { told } from './read-section.ts';
import { toldWithTolls, tolls } from './tolls-shown.ts';

describe('who is counted', () => {
  it.each([
    ['ambulances bring them', 'نقل الإسعاف خمس جثث وسبعة جرحى إلى المشفى.', '5 7'],
    ['the people count them', 'أحصى الأهالي أربعة شهداء.', '4 -'],
    ['they come to the hospital', 'وصل إلى المشفى أربعة قتلى و13 جريحا.', '4 13'],
    ['after who tells it', 'وبحسب الدفاع المدني قُتل أربعة أشخاص وجُرح 13.', '4 13'],
    ['after the office that tells it', 'وبحسب المكتب الإعلامي قُتل أربعة أشخاص.', '4 -'],
    ['who tells it between verb and people', 'وقُتل وفق مدير المشفى أربعة أشخاص.', '4 -'],
    ['with the article, where nothing told them before', 'ومن بين القتلى الخمسة في القصف طفلان.', '5 -'],
    ['with the article, told before', 'قُتل خمسة أشخاص. وبين القتلى الخمسة طفلان.', '5 -'],
    ['figures after their noun', 'وسقطت القذائف على الحي، والقتلى 25 أكثرهم نساء.', '25 -'],
    ['two nouns with their figures', 'وقال الوزير إن الشهداء 40 والمصابين 120.', '40 120'],
    ['lives paid', 'ودفع 14 عسكريا حياتهم ثمنا للهجوم.', '14 -'],
    ['soldiers lost', 'وفقد الجيش 18 من جنوده في الكمين.', '18 -'],
    ['why a toll has risen', 'وارتفع عدد القتلى إلى 19 بعدما فارق مصاب الحياة.', '19 -'],
    ['nobody of those who passed', 'ولم يصب أي من المارة.', '0 0'],
    ['a group that kills', 'مجموعة إرهابية مسلحة قتلت في المزرعة تسعة من النساء والأطفال.', '9 -'],
    ['an age before the verb', 'طفل في التاسعة من عمره فارق الحياة جراء انفجار.', '1 -'],
    ['a day right after the number', 'قُتل ستة مزارعين وأصيب اثنان اليوم حين انفجر لغم.', '6 2'],
    ['the number of a regiment', 'قنص جنود يتمركزون في الفوج 46 مزارعا قرب كرمه.', '1 -'],
    ['one of the men of a division', 'قتيل من عناصر الفرقة 25 وأربعة مصابين جراء لغم.', '1 4'],
    ['people named, each by a trade', 'استشهد مراسل القناة سامر العلي والمصور خالد حسن برصاص قناص.', '2 -'],
    ['what their mother suffered', 'أربعة إخوة قُتلوا وأصيبت والدتهم حين انفجر صاروخ في بيتهم.', '4 1'],
  ])('%s', (_, text, expected) => {
    expect(tolls(text)).toBe(expected);
  });

  it('gives the dead of whom residents tell to the raid', () => {
    expect(
      toldWithTolls(
        'استهدفت طائرات حربية سوقا في مدينة الأتارب، وأكد الأهالي أن أربعة أشخاص قُتلوا وأصيب 13 آخرون.',
      ),
    ).toEqual(['air_drone_strike الأتارب 4 13']);
  });
});

const TAKEN = 'non_state_actor_overtakes_territory';
const RETAKEN = 'government_regains_territory';

describe('where it was', () => {
  it.each([
    ['a town whose name is an adjective', 'انفجرت عبوة ناسفة في السلمية.', ['remote_explosive_ied السلمية']],
    [
      'a street of such a town',
      'انفجرت عبوة ناسفة في شارع الجلاء بالسلمية.',
      ['remote_explosive_ied السلمية'],
    ],
    ['a crowd without arms is no town', 'انفجرت عبوة في المظاهرة السلمية.', []],
    [
      'a monastery of a town',
      'اختطف مسلحون ثلاث راهبات من دير في بلدة معلولا.',
      ['abduction_forced_disappearance معلولا'],
    ],
    ['taken from a village', 'اعتقلت القوات خمسة أشخاص من بلدة كناكر جنوبي دمشق.', ['arrests كناكر']],
    [
      'driven out of a place within a steppe',
      'طرد الجيش النظامي داعش من تلول الصفا في بادية السويداء.',
      [`${RETAKEN} تلول الصفا`],
    ],
    [
      'buses that leave',
      'انطلقت من عربين في الغوطة الشرقية أولى الحافلات التي تنقل المسلحين.',
      ['other_strategic عربين'],
    ],
    [
      'where a rocket was fired and where it fell',
      'أطلق الجيش صاروخا من قاعدة الناصرية قرب دمشق فسقط بين الحقول قرب بلدة مارع.',
      ['shelling_artillery_missile مارع'],
    ],
    [
      'a rocket fired from elsewhere',
      'مقتل ثلاثة مدنيين في السوق بمدينة بنش بفعل صاروخ أُطلق من ريف اللاذقية.',
      ['shelling_artillery_missile بنش'],
    ],
    [
      'those who fire, and at what',
      'أطلق مسلحون في بلدتي سلمى ودورين صواريخ غراد على مدينة اللاذقية.',
      ['shelling_artillery_missile اللاذقية'],
    ],
    [
      'the police that tell of it',
      'استولى لصوص، وفق قيادة شرطة درعا، على محولات الكهرباء في خربة غزالة.',
      ['looting_property_destruction خربة غزالة'],
    ],
    [
      'two villages told before',
      'تصدت الفصائل لهجوم على قرية الطيرة، ودارت معارك عند بلدة الثعلة، بينما نزحت عائلات من القريتين.',
      ['armed_clash الطيرة', 'armed_clash الثعلة', 'other_strategic الطيرة', 'other_strategic الثعلة'],
    ],
    [
      'of which region a town is the foremost',
      'استعاد الجيش بلدة سلمى، أهم معاقل الفصائل بريف اللاذقية الشمالي، اليوم.',
      [`${RETAKEN} سلمى`],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('what was done', () => {
  it.each([
    [
      'damage told with its cause',
      'تضررت منازل في بلدة تسيل جراء قصف مدفعي.',
      ['shelling_artillery_missile تسيل'],
    ],
    [
      'a hospital put out of service',
      'خرج مشفى بلدة تسيل عن الخدمة جراء قصف جوي.',
      ['air_drone_strike تسيل'],
    ],
    [
      'fear after shells',
      'سادت حالة من الذعر في بلدة تسيل بعد سقوط قذائف هاون.',
      ['shelling_artillery_missile تسيل'],
    ],
    ['a town that awakes', 'استفاقت بلدة تسيل على وقع غارات جوية.', ['air_drone_strike تسيل']],
    ['a town that shakes', 'اهتزت بلدة تسيل على وقع انفجار عبوة ناسفة.', ['remote_explosive_ied تسيل']],
    [
      'where those fled who fear the guns',
      'وصلت عائلات إلى بلدة تسيل هربا من قراها جراء قصف مدفعي.',
      ['other_strategic تسيل'],
    ],
    ['soldiers killed, of no side', 'قتل الثوار عشرة جنود في بلدة تسيل.', ['armed_clash تسيل']],
    ['fighters killed, of no side', 'قتلت قوات النظام عشرة مقاتلين في بلدة تسيل.', ['armed_clash تسيل']],
    ['civilians killed', 'قتلت قوات النظام عشرة مدنيين في بلدة تسيل.', ['attack تسيل']],
    ['soldiers taken, of no side', 'أسر الثوار ثلاثة جنود في بلدة تسيل.', ['armed_clash تسيل']],
    ['both sides shoot', 'تبادل الطرفان إطلاق النار في بلدة تسيل.', ['armed_clash تسيل']],
    ['gunmen at a patrol', 'استهدف مسلحون دورية للجيش في بلدة تسيل.', ['armed_clash تسيل']],
    ['ground lost to factions', 'خسر التنظيم بلدة تسيل لصالح الفصائل.', [`${TAKEN} تسيل`]],
    ['ground lost', 'خسر التنظيم بلدة تسيل.', [`${RETAKEN} تسيل`]],
    ['what a unit is for', 'أعلنت الشرطة إنشاء وحدة متخصصة بالتصدي للمقاتلين العائدين في بلدة تسيل.', []],
    ['a patrol pelted', 'تعرضت دورية للرشق بالحجارة من أهالي بلدة تسيل.', ['violent_demonstration تسيل']],
    [
      'they say that they drove him out',
      'قالت الفصائل إنها طردت قوات النظام من معبر نصيب.',
      [`${TAKEN} معبر نصيب`],
    ],
    [
      'driven out by another verb',
      'وعند الظهر كان مقاتلو الفصائل قد أخرجوا داعش من مدينة جرابلس.',
      [`${TAKEN} جرابلس`],
    ],
    ['back under the state', 'عادت بلدة سلمى، معقل المسلحين، إلى كنف الدولة.', [`${RETAKEN} سلمى`]],
    ['we took it back', 'استعدنا بلدة خان طومان بعد معارك عنيفة.', [`${RETAKEN} خان طومان`]],
    ['two sides agree', 'فصيلان يتفقان على هدنة في بلدة ذيبان.', ['agreement ذيبان']],
    ['guns that throw shells', 'رمت المدفعية قذائف على بلدة حاس.', ['shelling_artillery_missile حاس']],
    ['a bomber who drives', 'قاد انتحاري سيارته نحو حاجز في بلدة الدرباسية.', ['suicide_bomb الدرباسية']],
    [
      'a bomber who rams',
      'صدم انتحاري بشاحنته المفخخة بوابة مقر في مدينة تل أبيض.',
      ['suicide_bomb تل أبيض'],
    ],
    [
      'a rocket with gas',
      'أطلقوا صاروخا يحوي مواد سامة على حي الخالدية في حلب.',
      ['chemical_weapon الخالدية'],
    ],
    [
      'air defence that hits',
      'دمرت منظومة الدفاع الجوي طائرة مسيرة في سماء مدينة جبلة.',
      ['disrupted_weapons_use جبلة'],
    ],
    [
      'students who come out of school',
      'سقطت قذيفتان في مدينة اللاذقية أثناء خروج طلاب الجامعة.',
      ['shelling_artillery_missile اللاذقية'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});
