/** Who fell where of those counted together, who tells another figure, what fire is named by. Texts are invented. */
import { describe, expect, it } from 'vitest';
import { mentionsOf } from './read-section.ts';
import { toldWithTolls as tolls } from './tolls-shown.ts';

const RAID = 'air_drone_strike';
const SHELLS = 'shelling_artillery_missile';
const CLASH = 'armed_clash';
const BLAST = 'remote_explosive_ied';
const KILLING = 'attack';
const CROWD = 'peaceful_protest';
const OTHER = 'other_strategic';
const DEFENCE = 'disrupted_weapons_use';

describe('of those whom a province counts', () => {
  it.each([
    [
      'each with what killed them',
      'وفي محافظة إدلب استشهد 9 مواطنين، بينهم 6 قضوا في غارات للطيران الحربي على بلدة بنش، وشاب برصاص قناص في مدينة أريحا.',
      [`${RAID} بنش 6 -`, `${KILLING} أريحا 1 -`],
    ],
    [
      'a family under a rocket',
      'وفي محافظة حماة قضى 6 مواطنين، هم 4 من أسرة واحدة جراء سقوط صاروخ على بلدة كفرنبودة، ورجلان تحت التعذيب.',
      [`${SHELLS} كفرنبودة 4 -`],
    ],
    [
      'under a bomb, by a sniper, under torture',
      'واستشهد في محافظة حلب 11 شخصا، منهم 5 سقطوا ببرميل متفجر على حي بستان القصر، وطفلة بطلق ناري من قناص في حي سيف الدولة، وآخران تحت التعذيب.',
      [`${RAID} بستان القصر 5 -`, `${KILLING} سيف الدولة 1 -`],
    ],
    [
      'some towns of a region',
      'قتل 45 شخصا بقصف جوي على الغوطة الشرقية، بينهم 12 في مسرابا و9 في حمورية.',
      [`${RAID} حمورية 9 -`, `${RAID} مسرابا 12 -`],
    ],
    [
      'some towns of a countryside, counted again',
      'قتل 34 مدنيا في غارات على ريف إدلب الجنوبي، 11 منهم في بلدة حاس و6 في بلدة بنش.',
      [`${RAID} حاس 11 -`, `${RAID} بنش 6 -`],
    ],
    [
      'one town of a province',
      'قتل 34 مدنيا في غارات استهدفت محافظة إدلب، بينهم 11 في سوق مدينة أريحا.',
      [`${RAID} أريحا 11 -`],
    ],
    [
      'a quarter of one town, and no region',
      'قتل ستة مدنيين بقصف مدفعي على مدينة أريحا، بينهم طفلان.',
      [`${SHELLS} أريحا 6 -`],
    ],
    [
      'towns listed, by their order',
      'قصف الطيران بلدتي سرمين والنيرب فقتل تسعة أشخاص، خمسة في الأولى وأربعة في الثانية.',
      [`${RAID} سرمين 5 -`, `${RAID} النيرب 4 -`],
    ],
    [
      'the place between the verb and its people',
      'شنت الطائرات غارات على سرمين والنيرب، خلفت في النيرب ثلاثة شهداء.',
      [`${RAID} سرمين - -`, `${RAID} النيرب 3 -`],
    ],
    [
      'hurt of both towns, with the first',
      'قتل ثلاثة مدنيين في بلدة سرمين وطفلان في بلدة النيرب بقصف مدفعي، وأصيب نحو عشرين آخرين.',
      [`${SHELLS} سرمين 3 20`, `${SHELLS} النيرب 2 -`],
    ],
    [
      'the same way elsewhere',
      'وقال ناشطون إن 11 رجلا قتلوا أمس بإطلاق النار عليهم في حي القدم، فيما عثر على ستة آخرين قضوا بالطريقة ذاتها في حي برزة.',
      [`${KILLING} القدم 11 -`, `${KILLING} برزة 6 -`],
    ],
    [
      'what stands after them before what stands ahead',
      'قصفت قوات النظام بالصواريخ بلدتي سرمين والنيرب، ما أضر بمسجد في الأولى وأصاب ثلاثة أطفال في الثانية.',
      [`${SHELLS} سرمين - -`, `${SHELLS} النيرب - 3`],
    ],
  ])('%s', (_, text, expected) => {
    expect(tolls(text)).toEqual(expected);
  });
});

describe('figures of one event', () => {
  it.each([
    [
      'from what to what it rose',
      'قتل سبعة مدنيين بانفجار سيارة مفخخة في مدينة الراعي. وقال المجلس المحلي إن الحصيلة صعدت من سبعة إلى تسعة قتلى.',
      [`${BLAST} الراعي 9 -`],
    ],
    [
      'where it came to rest',
      'قتل 20 شخصا بغارة على سوق مدينة أريحا. واستقرت حصيلة المجزرة في أريحا عند 26 قتيلا و40 جريحا توزعوا على مشافي المدينة.',
      [`${RAID} أريحا 26 40`],
    ],
    [
      'another teller, sentences later, who names the act',
      'قتل 21 شخصا بانفجار سيارة مفخخة في مدينة جرمانا، بحسب المرصد السوري. وشوهدت سيارات محترقة. وهرع الأهالي إلى المكان. وأغلقت المحال أبوابها. في المقابل نقلت سانا أن التفجير أدى إلى استشهاد 18 مواطنا.',
      [`${BLAST} جرمانا 18-21 -`],
    ],
    [
      '«only» so many',
      'قتل أربعة من قسد بهجوم على حاجز في بلدة العزبة، وفق شبكة فرات بوست. وقالت قسد إن اثنين فقط من عناصرها قتلا في الهجوم.',
      [`${CLASH} العزبة 2-4 -`],
    ],
    [
      'what the night had counted',
      'قتل 15 شخصا بتفجير سيارة مفخخة في بلدة عامودا. وقال مصدر طبي إن أكثر من سبعين جريحا أدخلوا المشافي، بعدما كانت حصيلة الليل تقف عند تسعة قتلى.',
      [`${BLAST} عامودا 15 71+`],
    ],
    [
      'the hurt that a hospital took in',
      'أصيب 21 شخصا بقذائف على حي الشعلان. وقال مدير مشفى المجتهد إن المشفى استقبل 18 مصابا.',
      [`${SHELLS} الشعلان - 21`],
    ],
    [
      'acts counted since a beginning',
      'قتل عنصران من قسد بهجوم على حاجز في بلدة الحوايج. وترتفع بذلك إلى 95 حصيلة العمليات التي أحصاها المرصد منذ بداية العام، قضى فيها 70 شخصا.',
      [`${CLASH} الحوايج 2 -`],
    ],
    [
      'of a sentence long past',
      'تعرضت بلدة محمبل لقصف مدفعي دون وقوع إصابات. وكان سوق أريحا شهد مجزرة في آذار من العام الماضي قتل فيها أكثر من ثلاثين مدنيا.',
      [`${SHELLS} محمبل 0 0`],
    ],
    [
      'nobody of the place told next',
      'قضى مزارع برصاص قناص قرب بلدة تير معلة، وطال قصف مدفعي قرية الغنطو، واقتصرت الأضرار على الماديات.',
      [`${KILLING} تير معلة 1 -`, `${SHELLS} الغنطو 0 0`],
    ],
    [
      'dead of whom no word came',
      'طال القصف أطراف بلدة سرمين من دون أن يبلغ عن ضحايا.',
      [`${SHELLS} سرمين - -`],
    ],
    [
      'companions, after whose man he was and his name',
      'لقي قائد كتيبة في حركة أحرار الشام "أبو خالد" مصرعه مع اثنين من مرافقيه جراء انفجار عبوة ناسفة في بلدة حاس.',
      [`${BLAST} حاس 3 -`],
    ],
    [
      'men of somebody of another nation',
      'أصيب شرعي في هيئة تحرير الشام، تونسي الجنسية، وثلاثة من عناصرها بانفجار عبوة ناسفة في مدينة سلقين.',
      [`${BLAST} سلقين - 4`],
    ],
    [
      'a dead man handed over',
      'تمت اليوم عملية تبادل أسرى قرب بلدة دارة عزة، خرجت بموجبها امرأتان لقاء تسليم أسير وجثة مقاتل.',
      [`${OTHER} دارة عزة - -`],
    ],
  ])('%s', (_, text, expected) => {
    expect(tolls(text, { published: '2016-08-02' })).toEqual(expected);
  });
});

describe('what fire is named by', () => {
  it.each([
    ['where fire came from', 'ردت المدفعية على مصادر النيران في بلدة حيان.', [`${SHELLS} حيان - -`]],
    [
      'a quarter’s share',
      'كان لحي الهلك نصيبه من البراميل، فقضى رجل وابنه تحت سقف بيتهما.',
      [`${RAID} الهلك 2 -`],
    ],
    ['a shell that goes off', 'انفجرت قذيفة قرب مدرسة في حي الشعلان وقتل طفل.', [`${SHELLS} الشعلان 1 -`]],
    [
      'a shell that nobody had fired that day',
      'انفجرت قذيفة من مخلفات القصف بأطفال في بلدة سرمين.',
      [`${BLAST} سرمين - -`],
    ],
    ['gas', 'قصف الطيران بلدة اللطامنة بالكلور.', ['chemical_weapon اللطامنة - -']],
    [
      'the make of aircraft',
      'وقال إن مقاتلتين من طراز "سو-24" دمرتا مستودعا للوقود قرب مورك.',
      [`${RAID} مورك - -`],
    ],
    ['strikes that hit', 'وأصابت ضربتان قرب البوكمال مصنعا للمفخخات.', [`${RAID} البوكمال - -`]],
    [
      'an operation is no fire',
      'عملية أمنية استهدفت خلية في بلدة ذيبان أسفرت عن القبض على ثلاثة.',
      ['arrests ذيبان - -'],
    ],
    [
      'missiles met over what was raided',
      'شنت إسرائيل غارات على نقاط قرب الكسوة، وقد أسقطت وسائط دفاعنا الجوي معظمها.',
      [`${RAID} الكسوة - -`, `${DEFENCE} الكسوة - -`],
    ],
    [
      'a bomber in a raid on his house',
      'فجر أحد المطلوبين نفسه بحزام ناسف لدى مداهمة منزله في مدينة الضمير، ما أدى إلى مقتل عنصر.',
      ['suicide_bomb الضمير 1 -'],
    ],
    [
      'both towns that a relative tells of',
      'تفقدت الفرق بلدتي سرمين والنيرب اللتين تعرضتا للقصف نفسه.',
      [`${SHELLS} سرمين - -`, `${SHELLS} النيرب - -`],
    ],
    [
      'snipers in the clause before',
      'تمركز قناصة على الأسطح فاستهدفوا سيارة مدنية في بلدة صحنايا وقتلوا سائقها.',
      [`${KILLING} صحنايا 1 -`],
    ],
    ['heads cut off', 'قطع التنظيم صباح اليوم رأس رجل مسن في مدينة الميادين.', [`${KILLING} الميادين 1 -`]],
    [
      'olives',
      'قطع مسلحون أشجار زيتون قرب بلدة راجو، واستولوا على معصرة.',
      ['looting_property_destruction راجو - -'],
    ],
    ['banners', 'خرج العشرات في مدينة بنش حاملين لافتات تضامن مع الغوطة.', [`${CROWD} بنش - -`]],
    ['buses of the displaced', 'خرجت دفعة جديدة من مهجري حي الوعر باتجاه إدلب.', [`${OTHER} الوعر - -`]],
    [
      'what a fight brings back to mind',
      'قتل جنديان باشتباكات في بلدة تسيل. وأعاد ذلك إلى الأذهان استهداف ثكنة في مدينة نوى خلف عشرات القتلى.',
      [`${CLASH} تسيل 2 -`],
    ],
    [
      'an exhibition of long ago',
      'نظمت مدرسة في بلدة سرمين معرضا للرسوم بعد عشرة أعوام على المجزرة التي شهدتها البلدة.',
      [],
    ],
  ])('%s', (_, text, expected) => {
    expect(tolls(text, { published: '2017-06-10' })).toEqual(expected);
  });
});

describe('the day of what went before', () => {
  it('is no day of what followed', () => {
    const told = mentionsOf(
      'قتل خمسة من قوات النظام خلال صد محاولة تقدم على محور بلدة حاس، بعد أن سيطرت أمس على قرية كفروما.',
      { published: '2019-12-21' },
    );
    expect(told.filter(({ place }) => place?.name === 'حاس').map(({ date }) => date)).toEqual(['2019-12-21']);
  });
});

describe('the day of the wounds', () => {
  it('is no day of those who fell before the comma', () => {
    const told = mentionsOf(
      'قضى أمس 15 مقاتلا خلال اشتباكات مع قوات النظام في بلدة كفرناسج، وطفل متأثرا بجراح أصيب بها أول أمس جراء قصف على بلدة الحارة.',
      { published: '2014-12-19' },
    );
    expect(told.map(({ place, date }) => `${place?.name} ${date}`)).toEqual([
      'كفرناسج 2014-12-18',
      'الحارة 2014-12-17',
    ]);
  });
});

describe('a body', () => {
  it('was found where it lay, and not where its man was from', () => {
    expect(
      tolls('عثر على رجل من بلدة نصيب مقتولا، وجثته مرمية قرب بلدة طفس.', {
        published: '2018-05-19',
      }),
    ).toEqual([`${KILLING} طفس 1 -`]);
  });
});

describe('tribal fighters', () => {
  it('are no state', () => {
    expect(tolls('مقاتلو العشائر يطردون قسد من حواجز في بلدة ذيبان.', { published: '2025-09-01' })).toEqual([
      'non_state_actor_overtakes_territory ذيبان - -',
    ]);
  });
});

describe('who loses', () => {
  it.each([
    ['men', 'خسر الجيش التركي تسعة جنود في ضربة جوية على بلدة بليون.', ['turkish_forces target']],
    [
      'by the fire of others',
      'تكبدت قوات النظام خسائر بقصف الثوار لمواقعها في بلدة جورين.',
      ['opposition_rebels initiator', 'syrian_government_forces target'],
    ],
  ])('%s', (_, text, expected) => {
    const [told] = mentionsOf(text, { published: '2016-08-02' });
    expect(told?.actors.map(({ id, role }) => `${id} ${role}`).sort()).toEqual(expected);
  });
});

describe('who says of himself', () => {
  it('that he took a town is whoever was told of before', () => {
    const told = mentionsOf('سيطر الجيش الوطني على بلدة تادف، وأعلن سيطرته على مدينة الباب.', {
      published: '2024-11-30',
    });
    expect(told.map(({ place, actors }) => `${place?.name} ${actors.map(({ id }) => id).join()}`)).toEqual([
      'تادف syrian_national_army',
      'الباب syrian_national_army',
    ]);
  });
});
