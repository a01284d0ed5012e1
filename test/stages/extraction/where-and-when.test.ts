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
