import { describe, expect, it } from 'vitest';
import { mentionsOf, read, told } from './read-section.ts';

const only = (text: string, setting = {}) => {
  const mentions = mentionsOf(text, setting);
  expect(mentions).toHaveLength(1);
  return mentions[0] as (typeof mentions)[number];
};
const roles = (text: string, setting = {}) =>
  Object.fromEntries(only(text, setting).actors.map(({ id, role }) => [id, role]));

describe('what is no event', () => {
  it.each([
    ['a plan', 'تستعد قوات النظام لشن هجوم على بلدة اللطامنة.'],
    ['a threat', 'هدد قائد الفصيل بقصف بلدة الفوعة.'],
    ['an expectation', 'من المتوقع أن تسيطر قوات النظام على بلدة كفرنبل خلال أيام.'],
    ['a demand', 'طالب الأهالي بوقف القصف على مدينة دوما وفك الحصار عن داريا.'],
    ['a truce named', 'بقي وقف إطلاق النار صامدا في مدينة الزبداني.'],
    ['a state of control', 'مدينة منبج التي يسيطر عليها تنظيم الدولة.'],
    ['a negation', 'ولم تشهد مدينة إدلب أي غارات منذ يومين.'],
    ['a purpose', 'وصلت تعزيزات لاقتحام بلدة مضايا.'],
    ['a condition', 'سترد الفصائل إذا قصفت قوات النظام بلدة التمانعة.'],
    ['history', 'وكانت قوات النظام قد سيطرت على بلدة مورك قبل ثلاث سنوات.'],
    ['a name', 'أصدرت هيئة تحرير الشام بيانا عن بلدة سرمدا.'],
    ['a front line', 'زار القائد خطوط الاشتباك قرب بلدة مارع.'],
  ])('%s', (_, text) => {
    expect(told(text, { under: 'SY07' })).toEqual([]);
  });

  it.each([
    ['an arrest campaign that reached people', 'نفذت قوات الأمن حملة مداهمات طالت عشرين شابا.'],
    ['a beating', 'وضربوا ثلاثة من العاملين.'],
    ['a patrol robbed', 'تعرضت دورية للشرطة للسرقة.'],
    ['an inspection', 'استهدفت حملة رقابية محال اللحوم.'],
  ])('finds no fire in %s', (_, text) => {
    expect(told(text, { under: 'SY07' }).filter((one) => one.startsWith('shelling'))).toEqual([]);
  });

  it('takes a captured vehicle for no ground', () => {
    expect(told('واستولى الثوار على دبابة وعربتين في بلدة مورك.', { under: 'SY05' })).toEqual([]);
  });

  it('keeps silent on statements that only speak of the war', () => {
    const text =
      'أعرب مجلس الأمن عن قلقه من التصعيد في إدلب.\nودعا المبعوث الأممي إلى وقف القصف على المدنيين في حلب ومعرة النعمان.';
    expect(told(text)).toEqual([]);
  });
});

describe('where', () => {
  it('gives each village of a list an event, the toll on the first', () => {
    const mentions = mentionsOf('شن الطيران الحربي غارات على بلدتي حاس وكفرنبل ما أدى لمقتل ثلاثة مدنيين.', {
      under: 'SY07',
    });
    expect(mentions.map((one) => [one.place?.name, one.killed?.best ?? null, one.shared])).toEqual([
      ['حاس', 3, true],
      ['كفرنبل', null, false],
    ]);
  });

  it('takes the villages in brackets and not the plain they lie in', () => {
    expect(told('قصفت المدفعية قرى بسهل الغاب ( الزيارة، المشيك، القرقور ).', { under: 'SY05' })).toEqual([
      'shelling_artillery_missile الزيارة',
      'shelling_artillery_missile المشيك',
      'shelling_artillery_missile القرقور',
    ]);
  });

  it('drops a place that only says where another lies', () => {
    expect(told('قصف الطيران الحربي بلدة حيان القريبة من بلدة نبل.', { under: 'SY02' })).toEqual([
      'air_drone_strike حيان',
    ]);
  });

  it('goes back to the place told before', () => {
    const text = 'دارت اشتباكات في مدينة الزبداني، كما ألقت المروحيات براميل متفجرة على المدينة.';
    expect(told(text, { under: 'SY03' })).toEqual(['armed_clash الزبداني', 'air_drone_strike الزبداني']);
  });

  it('falls back to the heading where no place is told', () => {
    const one = only('دارت اشتباكات بين الثوار وقوات النظام.', { under: 'SY12' });
    expect([one.governorate, one.geoPrecision, one.statedGovernorate]).toEqual(['SY12', 3, 'SY12']);
  });

  it("keeps the place's own governorate beside the heading's", () => {
    const one = only('قصفت قوات النظام حي الحجر الأسود بالمدفعية.', { under: 'SY01' });
    expect([one.governorate, one.statedGovernorate]).toEqual(['SY03', 'SY01']);
  });

  it('leaves events of another country out of the governorates', () => {
    const [one] = mentionsOf(
      'سيطرت القوات العراقية على حي في مدينة الموصل بعد معارك مع تنظيم الدولة في العراق أمس.',
    );
    expect([one?.country, one?.governorate]).toEqual(['IQ', null]);
  });
});

describe('who', () => {
  it('reads verb, subject and object', () => {
    expect(roles('قصف الثوار مقرات قوات الأسد في بلدة جورين بالمدفعية.', { under: 'SY05' })).toEqual({
      opposition_rebels: 'initiator',
      syrian_government_forces: 'target',
    });
  });

  it('reads the passive and «من قبل»', () => {
    expect(roles('تعرضت بلدة كفرزيتا لقصف مدفعي من قبل قوات النظام.', { under: 'SY05' })).toEqual({
      syrian_government_forces: 'initiator',
    });
  });

  it('gives both sides of a fight', () => {
    expect(roles('دارت اشتباكات بين الثوار وتنظيم الدولة في بلدة مارع.', { under: 'SY02' })).toEqual({
      opposition_rebels: 'participant',
      islamic_state: 'participant',
    });
  });

  it('takes an unnamed subject from the verb before', () => {
    const mentions = mentionsOf(
      'سيطر الثوار على بلدة حلفايا، كما استهدفوا بقذائف الهاون تجمعات قوات الأسد في بلدة محردة.',
      { under: 'SY05' },
    );
    expect(mentions[1]?.actors).toContainEqual({
      id: 'opposition_rebels',
      side: 'opposition',
      role: 'initiator',
    });
  });

  it('makes civilians the target where homes are hit', () => {
    expect(roles('قصفت مدفعية الأسد منازل المدنيين في بلدة اليادودة.', { under: 'SY12' })).toMatchObject({
      civilians: 'target',
    });
  });
});

describe('what belongs together', () => {
  it('folds shelling into the clash it goes with, never an air strike', () => {
    const text =
      'دارت اشتباكات بين الثوار وقوات الأسد في بلدة عين ترما وسط قصف مدفعي، وشن الطيران الحربي غارات على البلدة.';
    expect(told(text, { under: 'SY03' })).toEqual(['armed_clash عين ترما', 'air_drone_strike عين ترما']);
  });

  it('takes ground by the fight that is told with it', () => {
    expect(told('سيطرت قوات الأسد على قرية الكريم بعد معارك عنيفة مع الثوار.', { under: 'SY05' })).toEqual([
      'government_regains_territory الكريم',
    ]);
  });

  it('codes an attempt on ground as a fight', () => {
    expect(told('حاولت قوات الأسد استعادة السيطرة على بلدة حريتان.', { under: 'SY02' })).toEqual([
      'armed_clash حريتان',
    ]);
  });

  it('tells the same event of a section once', () => {
    const text = 'قصف الطيران الحربي بلدة بنش. وجدد الطيران الحربي غاراته على بلدة بنش.';
    expect(told(text, { under: 'SY07' })).toEqual(['air_drone_strike بنش']);
  });

  it('lets a lead give way to what it leads to', () => {
    const text =
      'قتل خمسة مدنيين أمس في غارات على إدلب.\nوقال ناشطون إن الطائرات الحربية قصفت بلدة كفرنبل أمس.';
    const one = only(text);
    expect([one.place?.name, one.killed?.best]).toEqual(['كفرنبل', 5]);
  });

  it('lists the actors of events and none of politics', () => {
    const ids = read('قصفت قوات النظام بلدة بنش.', { under: 'SY07' }).actors.map(({ id }) => id);
    expect(ids).toEqual(['syrian_government_forces']);
    expect(read('التقى وفد من جيش الإسلام مسؤولين في العاصمة.').actors).toEqual([]);
  });
});

describe('both ends of one sentence', () => {
  it('hears a protest before the seat of the United Nations', () => {
    const text = 'تظاهر المئات من أهالي القامشلي أمام مقر الأمم المتحدة تنديدا بالقصف.';
    expect(told(text)).toEqual(['peaceful_protest القامشلي']);
  });

  it('takes no place that a column came from or a road leads to', () => {
    const text = 'وتصدى الثوار في بلدة خربة غزالة لرتل قادم من إزرع.';
    expect(told(text, { under: 'SY12' })).toEqual(['armed_clash خربة غزالة']);
  });

  it('takes no town that only says where a site lies', () => {
    const text = 'أصيب جنديان بانفجار لغم في محيط سد تشرين شرقي حلب.';
    expect(told(text, { under: 'SY02' })).toEqual(['remote_explosive_ied سد تشرين']);
  });

  it('makes no handover of the withdrawal that let others in', () => {
    const text = 'سيطر الثوار على بلدة مورك بعد انسحاب قوات النظام منها باتجاه صوران.';
    expect(told(text, { under: 'SY05' })).toEqual(['non_state_actor_overtakes_territory مورك']);
  });

  it('puts shells that hurt people where they were hurt', () => {
    const text = 'قصف الطيران بلدة المزيريب، وجرح آخرون في مدينة داعل جراء سقوط قذائف هاون.';
    expect(told(text, { under: 'SY12' })).toEqual([
      'air_drone_strike المزيريب',
      'shelling_artillery_missile داعل',
    ]);
  });
});

describe('who sets upon whom', () => {
  it.each([
    ['هاجم تنظيم الدولة حاجزا لقوات النظام في بلدة السخنة.', 'islamic_state', 'syrian_government_forces'],
    [
      'تصدى الثوار لمحاولة تقدم قوات النظام على محور بلدة السخنة.',
      'syrian_government_forces',
      'opposition_rebels',
    ],
    [
      'قتل خمسة من قوات النظام في هجوم لمقاتلي تنظيم الدولة على بلدة السخنة.',
      'islamic_state',
      'syrian_government_forces',
    ],
  ])('%s', (text, initiator, target) => {
    expect(roles(text, { under: 'SY04' })).toEqual({ [initiator]: 'initiator', [target]: 'target' });
  });

  it('lets both sides of a fight take part', () => {
    expect(roles('دارت اشتباكات بين الثوار وقوات النظام في بلدة السخنة.', { under: 'SY04' })).toEqual({
      opposition_rebels: 'participant',
      syrian_government_forces: 'participant',
    });
  });

  it.each([
    ['قصفت حواجز قوات النظام بلدة مورك.', { syrian_government_forces: 'initiator' }],
    ['تعرضت بلدة مورك لقصف مدفعي من معسكرات قوات النظام.', { syrian_government_forces: 'initiator' }],
    [
      'سيطر الجيش الوطني مدعوما بالجيش التركي على بلدة مورك.',
      { syrian_national_army: 'initiator', turkish_forces: 'initiator' },
    ],
    [
      'أعدم تنظيم الدولة شابين في بلدة مورك بتهمة التعامل مع التحالف.',
      { islamic_state: 'initiator', civilians: 'target' },
    ],
    ['سقط سبعة شهداء بقصف مدفعي على بلدة مورك.', { civilians: 'target' }],
    ['قتل ثلاثة من قوات النظام بانفجار لغم في بلدة مورك.', { syrian_government_forces: 'target' }],
  ])('%s', (text, expected) => {
    expect(roles(text, { under: 'SY05', published: '2018-03-11' })).toEqual(expected);
  });
});

describe('forms of the agencies', () => {
  it('goes on after «إلى ذلك»', () => {
    const text = 'دارت اشتباكات في بلدة مورك.\nإلى ذلك استهدف المسلحون بقذائف الهاون بلدة محردة.';
    expect(told(text, { under: 'SY05' })).toEqual(['armed_clash مورك', 'shelling_artillery_missile محردة']);
  });

  it('reads the operations of a state agency, each place of the list', () => {
    const text =
      'قضت وحدات من الجيش العربي السوري على مجموعات مسلحة خلال عمليات نفذتها أمس في دوما والمليحة.';
    const mentions = mentionsOf(text, { under: 'SY03' });
    expect(mentions.map((one) => [one.type, one.place?.name, one.killed])).toEqual([
      ['armed_clash', 'دوما', null],
      ['armed_clash', 'المليحة', null],
    ]);
  });

  it('counts one of the fighters as one', () => {
    const text = 'هاجم مسلحون مقرا في بلدة البصيرة ما أدى لمقتل أحد عناصر المقر وإصابة آخر.';
    const { killed, injured } = only(text, { under: 'SY09' });
    expect([killed?.best, injured?.best]).toEqual([1, 1]);
  });

  it('moves on with the fire to each place that it hurt', () => {
    const text =
      'تركز القصف الجوي على حي بستان القصر حيث قتل سبعة مدنيين، وفي حي باب النيرب ما أدى لمقتل ثلاثة مدنيين.';
    const mentions = mentionsOf(text, { under: 'SY02' });
    expect(mentions.map((one) => [one.place?.name, one.killed?.best])).toEqual([
      ['بستان القصر', 7],
      ['باب النيرب', 3],
    ]);
  });

  it('makes no event of a tally over many governorates', () => {
    const text = 'ورصد المرصد اغتيال خلايا مسلحة 205 مدنيين في ريف دير الزور وريف الحسكة ومدينة الرقة.';
    expect(told(text)).toEqual([]);
  });

  it('takes no lead day from a sentence that looks back', () => {
    const text =
      'هاجم مسلحون نقطة عسكرية في قرية الزر بريف دير الزور.\nوكان المرصد قد وثق، أمس، مقتل جندي بإطلاق نار في بلدة ذيبان بريف دير الزور.';
    const mentions = mentionsOf(text, { published: '2020-08-20' });
    expect(mentions.map((one) => [one.place?.name, one.date])).toEqual([
      ['الزر', '2020-08-20'],
      ['ذيبان', '2020-08-19'],
    ]);
  });

  it('knows a crowd that was shot at in the next breath', () => {
    const text = 'خرج الأهالي في مظاهرة في بلدة تفتناز، وأطلق حاجز الأمن النار عليهم فأصيب اثنان.';
    expect(told(text, { under: 'SY07' })).toEqual(['excessive_force_against_protesters تفتناز']);
  });

  it('keeps what a party says apart from what the article tells beside it', () => {
    const text = 'أعلن جيش الفتح تحرير بلدة محمبل، وقصف الطيران الحربي بلدة بنش.';
    expect(mentionsOf(text, { under: 'SY07' }).map((one) => one.modality)).toEqual(['claimed', 'reported']);
  });
});

describe('one thing told in several sentences', () => {
  it('takes the dead told by place for those of the fire on the land around', () => {
    const text =
      'ارتقى تسعة مدنيين بقصف قوات النظام على ريفي إدلب وحماة.\nفيما استشهد مدنيان في قرية كفرعين، وشهيد في بلدة حيش.';
    const mentions = mentionsOf(text, { published: '2019-05-20' });
    expect(mentions.map((one) => [one.place?.name, one.killed?.best])).toEqual(
      expect.arrayContaining([['كفرعين', 2]]),
    );
  });

  it('takes all villages that «عليها» stands for', () => {
    const text = 'دخل مقاتلو الجيش الحر قرى مارع وصوران ودابق وسيطروا عليها.';
    expect(told(text, { under: 'SY02' })).toEqual([
      'non_state_actor_overtakes_territory مارع',
      'non_state_actor_overtakes_territory صوران',
      'non_state_actor_overtakes_territory دابق',
    ]);
  });

  it('counts the man at whom an assassination was aimed', () => {
    const text = 'اغتال مجهولون القيادي السابق في الجيش الحر في بلدة تسيل.';
    expect(only(text, { under: 'SY12' }).killed?.best).toBe(1);
  });
});
