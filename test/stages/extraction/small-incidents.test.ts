import { describe, expect, it } from 'vitest';
import { mentionsOf, told } from './read-section.ts';

/** `initiators > targets` of the only mention. */
function sides(text: string, under: string): string {
  const mentions = mentionsOf(text, { under });
  expect(mentions).toHaveLength(1);
  const named = (wanted: string) =>
    (mentions[0]?.actors ?? [])
      .filter(({ role }) => role === wanted)
      .map(({ id }) => id)
      .join(' ');
  return `${named('initiator')} > ${named('target')}`;
}

describe('shootings', () => {
  it.each([
    ['a civilian', 'جرى استهداف مدني من أبناء بلدة الحراك بالرصاص من قبل مسلحين مجهولين.', 'attack الحراك'],
    [
      'a man told of before',
      'قتل شاب مدني في مدينة إنخل جراء استهدافه بالرصاص، اليوم، من قبل مسلحين مجهولين.',
      'attack إنخل',
    ],
    ['a former fighter', 'أطلق مجهولون، مساء أمس، النار على عنصر سابق في مدينة داعل.', 'attack داعل'],
    [
      'a car of a branch',
      'أطلق مجهولون، مساء أمس، الرصاص على سيارة تابعة للمخابرات الجوية في مدينة داعل.',
      'armed_clash داعل',
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text, { under: 'SY12' })).toEqual([expected]);
  });

  it('knows whose bullets killed those who died', () => {
    const text = 'أربعة عناصر من قوات النظام قتلوا، أمس، برصاص مجهولين في بلدة سحم الجولان.';
    expect(sides(text, 'SY12')).toBe('unknown_armed_group > syrian_government_forces');
  });

  it('takes a unit for no place', () => {
    const text = 'قتل ثلاثة عناصر من "اللواء 52" برصاص مجهولين في بلدة علما.';
    expect(told(text, { under: 'SY12' })).toEqual(['armed_clash علما']);
  });
});

describe('violence against people', () => {
  it.each([
    ['the guards who shoot', 'عناصر الجندرما يطلقون الرصاص على رعاة قرب بلدة دركوش.', ['attack دركوش']],
    ['the men who kill now', 'عناصر التنظيم يقتلون شابا في بلدة حارم.', ['attack حارم']],
    ['a man killed with a knife', 'قتل شاب بسكين في شجار ببلدة حارم.', ['attack حارم']],
    ['at the hands of kin', 'مقتل سيدة على يد زوجها في مدينة حارم.', ['attack حارم']],
    [
      'a man taken to nobody knows where',
      'اعترض مسلحون سيارة معلم قرب بلدة حارم وأخذوه إلى جهة مجهولة.',
      ['abduction_forced_disappearance حارم'],
    ],
    [
      'a raid of which no arrest is told',
      'داهمت دوريات أمنية منازل في مدينة حارم من غير أن يسجل أي اعتقال.',
      ['other_strategic حارم'],
    ],
    ['a house stormed', 'اقتحم مجهولون منزل محام في مدينة حارم.', ['other_strategic حارم']],
    ['somebody detained now', 'إدارة الأمن العام توقف المدعو بسام العلي في مدينة حارم.', ['arrests حارم']],
    ['a suicide', 'أقدم شاب على الانتحار شنقا في مدينة حارم.', []],
    ['sheep of a feast', 'ذبح أضاحي العيد في مدينة حارم.', []],
    ['a quarrel of words', 'مشاجرة كلامية بين بائعين في مدينة حارم.', []],
    ['who sells wheat', 'يسوق المزارعون محصول القمح في مدينة حارم.', []],
    ['police that stop working', 'توقف الشرطة عن العمل في مدينة حارم.', []],
    ['thefts on the rise', 'تشهد مدينة حارم ارتفاعا في جرائم السرقة وسلب السيارات.', []],
    ['what people suffer from', 'يعاني أهالي مدينة حارم من تكرار الاعتقالات على الحواجز.', []],
    ['a man of the place, dead in prison', 'استشهد تحت التعذيب في سجون النظام شاب من أبناء مدينة حارم.', []],
    ['what somebody remembers', 'روى سجين كيف كان التنظيم ينفذ الإعدامات في مدينة حارم.', []],
  ])('%s', (_, text, expected) => {
    expect(told(text, { under: 'SY07' })).toEqual(expected);
  });
});

describe('what keeps happening', () => {
  it.each([
    'وتشهد محافظة درعا عمليات اغتيال وخطف بين الحين والآخر.',
    'وتشهد المحافظة بشكل شبه يومي عمليات خطف وتفجير عبوات ناسفة في مدينة طفس.',
    'وتعيش مدينة جاسم فلتانا أمنيا من عمليات قتل وتفجيرات وخطف مقابل الفدية.',
    'وتشهد المنطقة حالات خطف واعتقالات متكررة في مدينة نوى.',
    'وتأتي تلك الانتهاكات من اعتقال وخطف المواطنين في بلدة صيدا.',
    'تصاعد عمليات الخطف من قبل الفصائل في مدينة داعل.',
    'وراجت عمليات خطف في مدينة إنخل في الأشهر الماضية، واستهدفت مدنيين من الأهالي.',
    'وتشهد البادية تصعيدا لافتا في هجمات التنظيم على مدينة السخنة منذ مطلع الشهر.',
  ])('is no event: %s', (text) => {
    expect(told(text, { under: 'SY12' })).toEqual([]);
  });
});

describe('one thing announced and told', () => {
  it('sees the raid as how people were taken', () => {
    const text = 'داهمت مجموعة مسلحة منازل في بلدة راجو واختطفت عددا من المدنيين.';
    expect(told(text, { under: 'SY02' })).toEqual(['abduction_forced_disappearance راجو']);
  });

  it('hears a siege that somebody managed to lay', () => {
    const text = 'تمكنت قوات سوريا الديمقراطية من حصار مدينة الطبقة.';
    expect(told(text, { under: 'SY11', published: '2017-03-30' })).toEqual(['other_strategic الطبقة']);
  });

  it('takes no second place from the bearing after a comma', () => {
    const text = 'اعتقل فصيل مسلح شابا في بلدة راجو بريف عفرين، شمال حلب.';
    expect(told(text, { published: '2022-02-15' })).toEqual(['arrests راجو']);
  });

  it('hears a blast before its charge is told', () => {
    const text =
      'هز انفجار عنيف أرجاء مدينة درعا، ليتبين أنه ناتج عن انفجار عبوة ناسفة زرعها مسلحون قرب حي القصور.';
    expect(told(text, { under: 'SY12' })).toEqual(['remote_explosive_ied القصور']);
  });

  it('lets a headline without means give way to how it was done', () => {
    const text =
      'استهداف عناصر للنظام في داعل\nأطلق مجهولون النار على سيارة للمخابرات الجوية في مدينة داعل، ما أسفر عن إصابة خمسة عناصر.';
    expect(told(text, { under: 'SY12' })).toEqual(['armed_clash داعل']);
  });

  it('keeps a headline of other fire', () => {
    const text =
      'استهداف مدينة داعل بقذائف الهاون\nأطلق مجهولون النار على سيارة للمخابرات الجوية في مدينة داعل.';
    expect(told(text, { under: 'SY12' })).toEqual(['shelling_artillery_missile داعل', 'armed_clash داعل']);
  });
});

describe('where and by whom', () => {
  it('takes the village and not the district before it', () => {
    const text = 'وفي جسر الشغور استهدفت الطائرات الحربية قرية الكستن بغارات جوية.';
    expect(told(text, { under: 'SY07' })).toEqual(['air_drone_strike الكستن']);
  });

  it('leaves the truce that is broken out of it', () => {
    const text =
      'شنت مقاتلات النظام غارات على مدينة أريحا في خرق واضح للهدنة بين النظام وفصائل المعارضة في إدلب وسهل الزبداني.';
    expect(told(text)).toEqual(['air_drone_strike أريحا']);
    expect(sides(text, 'SY07')).toBe('syrian_government_forces > ');
  });

  it.each([
    'تعرضت بلدة بداما لقصف صاروخي من قبل حواجز قوات النظام في محيطها.',
    'تزامن ذلك مع قصف مدفعي من معسكر جورين التابع لقوات النظام على بلدة بداما.',
  ])('finds who fires from a post: %s', (text) => {
    expect(sides(text, 'SY07')).toBe('syrian_government_forces > ');
  });

  it('hears what a correspondent tells in the pluperfect', () => {
    const text = 'وأفاد مراسلنا بأن الطيران الحربي الروسي كان قد شن غارات على قرية الكستن.';
    expect(told(text, { under: 'SY07' })).toEqual(['air_drone_strike الكستن']);
  });

  it('sees no handover where attackers leave again', () => {
    const text =
      'هاجم عناصر من تنظيم الدولة نقطة لقوات النظام في مدينة السخنة، قبيل انسحاب التنظيم باتجاه عمق البادية.';
    expect(told(text, { under: 'SY04' })).toEqual(['armed_clash السخنة']);
  });

  it('goes on with the raid just told where a target names no means', () => {
    const text = 'أصيب مدنيان بقصف جوي على أطراف بلدة حاس، كما تعرضت سيارة إسعاف في الموقع لاستهداف مباشر.';
    expect(told(text, { under: 'SY07' })).toEqual(['air_drone_strike حاس']);
  });
});
