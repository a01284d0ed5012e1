import { describe, expect, it } from 'vitest';
import { mentionsOf, told } from './read-section.ts';

describe('where', () => {
  it.each([
    [
      'not where the guns stand',
      'فتحت قوات النظام نيرانها على بلدة الغنطو واستهدفتها بالهاون من قريتي المشرفة وجبورين.',
      ['shelling_artillery_missile الغنطو'],
    ],
    [
      'the town that was called so',
      'تعرضت مدينة تلبيسة لقصف من قوات النظام في قرية المشرفة، كما تم استهداف المدينة من قبل الدبابات.',
      ['shelling_artillery_missile تلبيسة'],
    ],
    [
      'no village in a word for overlooking',
      'دارت اشتباكات على تلة الثلاجة، المطلة على بلدة فليطة.',
      ['armed_clash تلة الثلاجة'],
    ],
    [
      'no charge where shells were heard',
      'سمع دوي انفجارين في مدينة حمص، قالت مصادر إنهما ناجمان عن سقوط صاروخين على حي الزهراء.',
      ['shelling_artillery_missile الزهراء'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text, { under: 'SY04' })).toEqual(expected);
  });

  it.each([
    [
      'where a rocket came down, and not where it was fired from',
      'سقط صاروخ أطلقه مسلحون من بلدة كفرحمرة على حي جمعية الزهراء بحلب دون إصابات.',
      ['shelling_artillery_missile جمعية الزهراء'],
    ],
    [
      'a fight beside shelling of its quarter, and an assault after a blast',
      'اشتباكات متقطعة على أطراف حي صلاح الدين تزامنت مع قصف الحي بقذائف الهاون. وشن التنظيم هجوما على مواقع الفصائل في بلدة مارع سبقه تفجير عربة مفخخة.',
      ['armed_clash صلاح الدين', 'armed_clash مارع', 'remote_explosive_ied مارع'],
    ],
    [
      'a town beside two roads',
      'سيطرت الفصائل على عقدة الطريقين M4 وM5 قرب مدينة سراقب.',
      ['non_state_actor_overtakes_territory سراقب'],
    ],
    [
      'guns of a base, and whom they fire at',
      'قصفت مدفعية اللواء 12 بلدة مارع.',
      ['shelling_artillery_missile مارع'],
    ],
    [
      'all that a label names, wherever the guns are',
      'وفي التفاصيل:\n• حيان وبيانون: قصف بالصواريخ من معسكرات النظام في ريف حماة دون إصابات.',
      ['shelling_artillery_missile حيان', 'shelling_artillery_missile بيانون'],
    ],
    [
      'a similar case elsewhere',
      'قتل شاب بانفجار لغم في قرية ميدانكي. وكان شخصان قتلا أمس في حادثة مشابهة في قرية قسطل جندو.',
      ['remote_explosive_ied ميدانكي', 'remote_explosive_ied قسطل جندو'],
    ],
    [
      'people set upon, told as operations',
      'وتحدث ناشطون عن عمليات تصفية طالت عائلات في بلدة تادف.',
      ['attack تادف'],
    ],
    [
      'whom people stand with, and what they are against',
      'نظم معلمون في مدينة مارع وقفة تضامنية مع أهالي مضايا. وشهدت بلدة تادف وقفة تنديدا بالقصف على الغوطة.',
      ['peaceful_protest مارع', 'peaceful_protest تادف'],
    ],
    [
      'the post that was to be reached',
      'أحبطت القوات محاولة تسلل مجموعة من التنظيم باتجاه حاجز أبو شيلم بريف حلب الشرقي.',
      ['armed_clash حاجز أبو شيلم'],
    ],
    [
      'villages entered without resistance worth telling',
      'دخلت قوات تركية قريتي ميدانكي وكفرجنة دون مقاومة تذكر.',
      ['non_violent_transfer_of_territory ميدانكي', 'non_violent_transfer_of_territory كفرجنة'],
    ],
    [
      'two who drove what blew up',
      'بدأ الهجوم بتفجير عربتين مفخختين يقودهما استشهاديان في تجمع للقوات على أطراف حي الراشدين.',
      ['suicide_bomb الراشدين'],
    ],
    [
      'fights of thrust and parry, and nobody who flees',
      'دارت معارك كر وفر بين الفصائل والتنظيم على أطراف قريتي تلالين وحربل.',
      ['armed_clash تلالين', 'armed_clash حربل'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text, { under: 'SY02', published: '2018-02-01' })).toEqual(expected);
  });

  it('leaves the hurt where they were taken', () => {
    const text =
      'دارت اشتباكات قرب بلدة الثعلة بريف السويداء.\nوتعرضت قوات الأمن لهجوم من الفصائل، ما أسفر عن إصابة خمسة عناصر نقلوا إلى مستشفى في ريف درعا.';
    expect(told(text, { published: '2025-08-03' })).toEqual(['armed_clash الثعلة']);
  });

  it('takes flares for no fire, and shells after a raid for shells', () => {
    expect(told('أطلقت قوات الاحتلال قنابل مضيئة في سماء بلدة جباتا الخشب.', { under: 'SY14' })).toEqual([]);
    const text = 'قصفت الطائرات قرية برج قاعي، كذلك تعرضت مدينة تلبيسة لقصف من قوات النظام.';
    expect(told(text, { under: 'SY04' })).toEqual([
      'air_drone_strike برج قاعي',
      'shelling_artillery_missile تلبيسة',
    ]);
  });
});

describe('when', () => {
  it('goes on with today once the news has come to it', () => {
    const text =
      'قتل سبعة مدنيين بغارات على مدينة تلبيسة مساء أمس.\nوعاودت الطائرات ظهر اليوم قصف بلدة الحولة.\nكما قصفت قوات النظام بلدة الزعفرانة.';
    expect(mentionsOf(text).map(({ place, date }) => [place?.name, date])).toEqual([
      ['تلبيسة', '2016-03-10'],
      ['الحولة', '2016-03-11'],
      ['الزعفرانة', '2016-03-11'],
    ]);
  });

  it.each([
    'ومنذ سقوط نظام الأسد، تشن إسرائيل عمليات توغل في أرياف القنيطرة ودرعا.',
    'وخلال الأيام الماضية نفذت القوات حملات اعتقال في بلدة عابدين.',
  ])('hears no act of the day in «%s»', (text) => {
    const news = `توغلت قوات الاحتلال الإسرائيلي اليوم الجمعة في قرية العجرف.\n${text}`;
    expect(told(news, { published: '2025-08-22' })).toEqual(['other_strategic العجرف']);
  });

  it('hears the news of a day under a title that looks back', () => {
    const text =
      'في ذكرى الثورة درعا تزف الشهداء\nشنت الطائرات الإسرائيلية ليلة أمس غارات على محيط مدينة إزرع.';
    expect(told(text, { published: '2025-03-18' })).toEqual(['air_drone_strike إزرع']);
  });
});
