/** Who is counted by whom, parts of which whole, in a whole story. Texts are invented. */
import { describe, expect, it } from 'vitest';
import { mentionsOf, read } from './read-section.ts';
import { toldWithTolls as tolls } from './tolls-shown.ts';

const RAID = 'air_drone_strike';
const SHELLS = 'shelling_artillery_missile';
const CLASH = 'armed_clash';
const BLAST = 'remote_explosive_ied';

describe('tolls of stories', () => {
  it.each([
    [
      'two named sources make a range',
      'انفجرت سيارة مفخخة في مدينة الباب. وقالت سانا إن تسعة أشخاص قتلوا. وقال المرصد السوري إن حصيلة التفجير بلغت 11 قتيلا.',
      [`${BLAST} الباب 9-11 -`],
    ],
    [
      'a figure of one source is replaced by its own later one',
      'قتل تسعة أشخاص بانفجار سيارة مفخخة في مدينة الباب. وارتفعت حصيلة التفجير لاحقا إلى 11 قتيلا.',
      [`${BLAST} الباب 11 -`],
    ],
    [
      'a toll only rises: what was reached before is lower',
      'ارتفع عدد قتلى القصف على مدينة بنش إلى 15. وكان الدفاع المدني تحدث عن مقتل خمسة، قبل أن تصل الحصيلة إلى تسعة.',
      [`${SHELLS} بنش 15 -`],
    ],
    [
      'a first toll that the news has gone past',
      'قتل 14 مدنيا في غارات على مدينة بنش. وكانت حصيلة أولية أشارت إلى مقتل تسعة وجرح 50.',
      [`${RAID} بنش 14 -`],
    ],
    [
      'what adds up since a day is no toll of the event',
      'قتل خمسة جنود في هجوم على حاجز في بلدة خشام. وبذلك يرتفع إلى 19 عدد قتلى الجيش خلال الساعات الـ48 الأخيرة.',
      [`${CLASH} خشام 5 -`],
    ],
    [
      'why a toll has risen is no cause of its own',
      'قتل أربعة مدنيين بقصف على بلدة سرمين. وقال ناشطون إن عدد القتلى ارتفع إلى ستة بعد وفاة جريحين.',
      [`${SHELLS} سرمين 6 -`],
    ],
    [
      'who raises the toll',
      'قصفت المدفعية بلدة سرمين ما أدى إلى مقتل أربعة مدنيين، ما يرفع عدد القتلى إلى ستة.',
      [`${SHELLS} سرمين 6 -`],
    ],
    [
      'the other side counted after «بينهم»',
      'أسفرت الاشتباكات في بلدة العيس عن مقتل 18 عنصرا من قوات النظام، بينهم ضابط، و11 من عناصر التنظيم.',
      [`${CLASH} العيس 29 -`],
    ],
    [
      'fighters the knowledge does not name, after «بينهم»',
      'أسفرت الاشتباكات في بلدة العيس عن مقتل 18 جنديا بينهم ضابط برتبة رائد، و11 من مقاتلي الكتائب.',
      [`${CLASH} العيس 29 -`],
    ],
    [
      'a part of the other side told after a second count',
      'قتل تسعة جنود، مقابل سبعة من الفصائل، بينهم ثلاثة من هيئة تحرير الشام، في اشتباكات في بلدة العيس.',
      [`${CLASH} العيس 16 -`],
    ],
    [
      'how some of those just counted were hurt',
      'أصيب ستة تلاميذ بجروح، إصابة ثلاثة منهم خطرة، بانفجار لغم في بلدة سرمين.',
      [`${BLAST} سرمين - 6`],
    ],
    ['what killed those just told', 'استشهد شابان في بلدة سرمين أصابهما رصاص القناصة.', ['attack سرمين 2 -']],
    [
      'people by their names, and who one of them was',
      'وقتل مجهولون كلا من سامر الحسن، شقيق رئيس البلدية، وصديقه ليث العلي في بلدة نصيب.',
      ['attack نصيب 2 -'],
    ],
    [
      'given names that begin with «و»',
      'قتل كل من سامر الأحمد ووليد الحسن وليث العلي برصاص مسلحين في بلدة طفس.',
      ['attack طفس 3 -'],
    ],
    [
      'a father and his children',
      'قتل أب وأربعة من أطفاله وأصيبت زوجته بقذيفة على بلدة سرمين.',
      [`${SHELLS} سرمين 5 1`],
    ],
    [
      'officers, each with his name',
      'قتل العميد سامر الحسن والرائد فادي العلي وأربعة جنود في هجوم على حاجز في بلدة خشام.',
      [`${CLASH} خشام 6 -`],
    ],
    [
      'the dead of massacres, place by place',
      'مجازر في الساحل السوري راح ضحيتها 60 مدنيا\n\nقتل 60 مدنيا أمس في مجازر شهدتها المنطقة. وفي التفاصيل، قتل 35 في قرية الشير بريف اللاذقية و25 في بلدة المختارية بريف اللاذقية.',
      ['attack الشير 35 -', 'attack المختارية 25 -'],
    ],
    [
      'a lead that its places add up to',
      'قتل سبعة مدنيين بقصف على قرى جبل الزاوية. وقال ناشطون إن القصف طال قرى إبلين وبليون. ففي إبلين، قتل أربعة أشخاص. وفي بليون، قتل ثلاثة.',
      [`${SHELLS} إبلين 4 -`, `${SHELLS} بليون 3 -`],
    ],
    [
      'the dead of both places of a fight, apart',
      'قتل 12 عنصرا من الفصائل في اشتباكات دارت اليوم في قريتي معلق وصيدا بريف عين عيسى. وقال البيان: في صيدا قتل سبعة من المهاجمين، فيما قتل خمسة آخرون عند معلق.',
      [`${CLASH} معلق 5 -`, `${CLASH} صيدا 7 -`],
    ],
    [
      'what goes on elsewhere is no place of the raid',
      'ألقى الطيران المروحي براميل متفجرة على مدينة إنخل، ما أدى إلى مقتل ثلاثة وسقوط جرحى، في وقت تواصل فيه القوات هجوما بدأ قبل أيام في ريف القنيطرة.',
      [`${RAID} إنخل 3 3+`],
    ],
    [
      'one survived, and others died',
      'وقع انفجار أمام مقر الوزارة في حي كفرسوسة وسقط فيه تسعة قتلى و20 جريحا. ونجا المحافظ من غير أن يصاب بأذى.',
      [`${BLAST} كفرسوسة 9 20`],
    ],
  ])('%s', (_, text, expected) => {
    expect(tolls(text, { published: '2020-06-12' })).toEqual(expected);
  });

  it.each([
    [
      'the attack of a headline, with its place and its day',
      'حصيلة هجوم التنظيم على حافلة ترتفع إلى 15 قتيلا\n\nارتفع عدد قتلى الهجوم على حافلة عسكرية في بادية الميادين إلى 15 جنديا. ووقع الهجوم مساء الأربعاء قرب بلدة خشام.',
      ['خشام 2020-06-10'],
    ],
    [
      'a region that is named again',
      'قتل جندي في كمين على أطراف مدينة بانياس. ووقع الكمين مع استمرار التوتر في منطقة الساحل.',
      ['بانياس 2020-06-12'],
    ],
    [
      'fights told with the article take nothing up',
      'استهدفت قوات النظام بالقناصات بلدة مضايا وأصيب مدني.\n\nوعلى صعيد الاشتباكات دارت معارك بين الفصائل وحزب الله في بلدة فليطة.',
      ['مضايا 2020-06-12', 'فليطة 2020-06-12'],
    ],
    [
      'the day of what is told, and not when it was said',
      'قال المرصد السوري، اليوم الجمعة، إن طائرات قتلت أمس الخميس خمسة مدنيين في مدينة بنش.\n\nوقتل ثلاثة بقصف على بلدة سرمين.',
      ['بنش 2020-06-11', 'سرمين 2020-06-11'],
    ],
    [
      'a line with the day of publication is no day of the news',
      'قتلى بقصف على ريف إدلب\n\n12 حزيران 2020\n\nقتل ثلاثة مدنيين أمس بغارات على مدينة بنش.\n\nوقتل رجل بقصف على بلدة سرمين.',
      ['بنش 2020-06-11', 'سرمين 2020-06-11'],
    ],
    [
      'what a look back dates holds for it alone',
      'قتل ثلاثة أمس في غارات على مدينة بنش. وكان المرصد قد وثق مقتل مئة شخص يوم الأربعاء في عموم سوريا.\n\nوقتل رجل بقصف على بلدة سرمين.',
      ['بنش 2020-06-11', 'سرمين 2020-06-11'],
    ],
  ])('%s', (_, text, expected) => {
    const told = mentionsOf(text, { published: '2020-06-12' }).map(
      ({ place, date }) => `${place?.name} ${date}`,
    );
    expect(told).toEqual(expected);
  });

  it.each([
    ['an accident with gas', 'قتل شخصان بانفجار أسطوانة غاز في مدينة سرمين.'],
    ['the dead of years', 'أعدم النظام 13 ألف معتقل في سجن صيدنايا.'],
    [
      'what was in the years of the war',
      'رمم الأهالي سوق حمص القديمة الذي دمره القصف في سنوات الحرب الأولى.',
    ],
    [
      'a day of a year told before',
      'تمر ذكرى مجزرة حماة سنة 1982. وفي الخامس من آذار من ذلك العام قصفت المدفعية أحياء مدينة حماة.',
    ],
  ])('is silent on %s', (_, text) => {
    expect(mentionsOf(text, { published: '2021-02-02' })).toEqual([]);
  });

  it.each([
    ['قتل رجل برصاص قناص في مدينة الكسوة (ريف دمشق).', ['attack الكسوة 1 -']],
    ['غارات على أطراف بلدة كفرسجنة (ناحية حيش) أدت إلى مقتل رجل.', [`${RAID} كفرسجنة 1 -`]],
    [
      'أشار المرصد إلى غارات جوية على أطراف مدينة داريا، وإلى اشتباكات في بلدة العبادة قتل خلالها أربعة مقاتلين.',
      [`${RAID} داريا - -`, `${CLASH} العبادة 4 -`],
    ],
    ['قتل خمسة مدنيين بقصف دبابات إسرائيلية على بلدة كويا.', [`${SHELLS} كويا 5 -`]],
    [
      'قتل جنديان في هجومين إسرائيليين على مدينة طرطوس ومدينة حماة.',
      [`${RAID} طرطوس 2 -`, `${RAID} حماة - -`],
    ],
  ])('tells where and with what: %s', (text, expected) => {
    expect(tolls(text, { published: '2020-06-12' })).toEqual(expected);
  });

  it.each(['لمقتل ثلاثة اغتال', 'استشهد رجل أصيب', 'دوما )'])('reads what breaks off: %s', (text) => {
    expect(() => tolls(text)).not.toThrow();
  });

  it('takes shelling told within a fight as part of it', () => {
    expect(tolls('اشتباكات على أطراف مدينة داريا مع قصف براجمات الصواريخ.')).toEqual([`${CLASH} داريا - -`]);
  });

  it('keeps what adds up since a day as a toll of the article', () => {
    const text = 'قتل خمسة جنود في هجوم على بلدة خشام. وبذلك يتجاوز عدد القتلى منذ يوم الثلاثاء 90.';
    expect(read(text, { published: '2020-06-12' }).tolls.map(({ killed }) => killed?.low)).toEqual([91]);
  });
});
