import { describe, expect, it } from 'vitest';
import { mentionsOf } from './read-section.ts';

const only = (text: string, setting = {}) => {
  const mentions = mentionsOf(text, setting);
  expect(mentions).toHaveLength(1);
  return mentions[0] as (typeof mentions)[number];
};

describe('whose dead they are', () => {
  it('strikes each quarter that a toll names', () => {
    const text = 'قصف الطيران أحياء مدينة حلب، حيث قتل سبعة مدنيين في حي الشعار وأربعة في حي السكري.';
    const mentions = mentionsOf(text, { under: 'SY02' });
    expect(mentions.map((one) => [one.place?.name, one.killed?.best])).toEqual([
      ['الشعار', 7],
      ['السكري', 4],
    ]);
  });

  it('puts a toll on the event of the place told with it', () => {
    const text = 'شن الطيران غارات على عربين وغارتين على عين ترما، واستشهد طفلان في عربين.';
    const mentions = mentionsOf(text, { under: 'SY03' });
    expect(mentions.map((one) => [one.place?.name, one.killed?.best ?? null])).toEqual([
      ['عربين', 2],
      ['عين ترما', null],
    ]);
  });

  it('gives a second toll with means of its own to its own event', () => {
    const text =
      'استهدف الثوار حاجزا في مورك بسيارة مفخخة وقتل عشرون جنديا، وسقط جريحان بقصف مدفعي على حلفايا.';
    const mentions = mentionsOf(text, { under: 'SY05' });
    expect(
      mentions.map((one) => [one.place?.name, one.killed?.best ?? null, one.injured?.best ?? null]),
    ).toEqual([
      ['مورك', 20, null],
      ['حلفايا', null, 2],
    ]);
  });

  it('ties the dead to the cause that follows them', () => {
    const one = only('استشهد طفلان وأصيب ثلاثة مدنيين جراء قصف مدفعي على مدينة دوما.', { under: 'SY03' });
    expect([one.killed?.best, one.injured?.best]).toEqual([2, 3]);
  });

  it.each([
    ['of the next paragraph', '\n', 40],
    ['two paragraphs on', '\nوعبر أهالي عن قلقهم.\n', null],
  ])('ties a toll without a place to the clash before it: %s', (_, between, killed) => {
    const clash = 'دارت اشتباكات عنيفة في مدينة حرستا بين الفصائل المسلحة والقوات الحكومية.';
    const one = only(`${clash}${between}وتضاربت الأنباء عن عدد القتلى، ويتحدث الجيش عن 40 قتيلا.`);
    expect(one.killed?.best ?? null).toBe(killed);
  });

  it('ties a toll whose sentence also tells what might have been', () => {
    const text =
      'دارت اشتباكات في مدينة حرستا بين الفصائل المسلحة والقوات الحكومية.\nوقال قائد إنه لو نجح التسلل لأصبح المسلحون في العاصمة، ويتحدث الجيش عن 40 قتيلا.';
    expect(only(text).killed?.best).toBe(40);
  });

  it('sees no farmer in a place called after farms', () => {
    const one = only('وطالت غارة أخرى منطقة المزارع دون أنباء عن خسائر.', { under: 'SY11' });
    expect([one.place?.name, one.killed]).toEqual(['المزارع', null]);
  });
});

describe('a toll and its cause', () => {
  const rows = (text: string) =>
    mentionsOf(text, { under: 'SY07' }).map((one) => [
      one.place?.name,
      one.killed?.best ?? null,
      one.injured?.best ?? null,
    ]);

  it('gives each place of one raid the toll that its own cause tells', () => {
    const text =
      'أصيب ستة مدنيين جراء قصف الطائرات الحربية على مدينة سراقب، فيما أصيب ثمانية أصيبوا جراء غارات استهدفت منازل في بلدة خان السبل.';
    expect(rows(text)).toEqual([
      ['سراقب', null, 6],
      ['خان السبل', null, 8],
    ]);
  });

  it('takes the means told after what stands between', () => {
    const text =
      'شنت الطائرات غارات على كفرنبل، ما تسبب باستشهاد خمسة مدنيين، كما استشهد شاب فضلا عن فقدان عائلته بقصف جوي على حزارين.';
    expect(rows(text)).toEqual([
      ['كفرنبل', 5, null],
      ['حزارين', 1, null],
    ]);
  });

  it('knows the cause that only points back, and the cause that is new', () => {
    const fire = 'سقطت قذائف على حي الميدان في حلب.';
    const back = 'وقال الطبيب إن حصيلة الشهداء جراء القصف بلغت 13 شهيدا.';
    const other = 'وقضى أمس 6 مدنيين وأصيب 50 جراء اعتداء على حي آخر.';
    const killed = (text: string) => mentionsOf(text, { under: 'SY02' })[0]?.killed?.best;
    expect(killed(`${fire} ${back}`)).toBe(13);
    expect(killed(`${fire} وقتل تسعة. ${other}`)).toBe(9);
  });

  it('ties a toll of one of several places to the raids told first', () => {
    const text =
      'شنت مقاتلات النظام غارات على مدينتي إدلب وأريحا. وأسفرت الغارات عن مقتل تسعة مدنيين في إدلب، وإصابة سبعة في أريحا.';
    expect(rows(text)).toEqual([
      ['إدلب', 9, null],
      ['أريحا', null, 7],
    ]);
  });

  it('leaves what is long past, and what begins with its own day', () => {
    const blast = 'انفجرت سيارة مفخخة في مدينة سرمين، ما أدى لمقتل ستة مدنيين.';
    expect(rows(`${blast} وكان قد استشهد تسعة بانفجار سيارة في المدينة في شهر آب الماضي.`)).toEqual([
      ['سرمين', 6, null],
    ]);
    expect(rows(`${blast} وأمس، قُتل عنصر وأُصيب ثلاثة آخرون.`)).toEqual([['سرمين', 6, null]]);
  });

  it('goes on past what was only planned', () => {
    const text =
      'دارت اشتباكات عنيفة في مدينة حرستا بين الفصائل المسلحة والجيش.\nوقال قائد إنه لو نجح الهجوم على دمشق لتغير الأمر، بينما تضاربت الأنباء عن القتلى، ويتحدث الجيش عن 30 قتيلا.';
    expect(mentionsOf(text).map((one) => one.killed?.best)).toEqual([30]);
  });

  it('hands on the toll of an attack whose place comes after', () => {
    const text =
      'تعرضت قوات النظام لهجوم من قبل خلايا تنظيم داعش، مما أسفر عن مقتل 8 من أفرادهم. ووقع الهجوم في محيط بلدة سرمين أمس.';
    expect(mentionsOf(text).map((one) => [one.place?.name, one.killed?.best])).toEqual([['سرمين', 8]]);
  });

  it('adds the dead of another side that a later sentence tells, and not the same again', () => {
    const strike = 'قُتل قيادي في «قسد» بقصف طائرة مسيرة تركية على مدينة القامشلي.';
    const killed = (text: string) => mentionsOf(text).map((one) => one.killed?.best);
    expect(killed(`${strike} وفقد طفلان حياتهما في القصف.`)).toEqual([3]);
    expect(killed(`${strike} وقال مصدر إن القيادي قُتل في القصف.`)).toEqual([1]);
  });

  it('keeps the place where they were shot, and starts anew at a heading', () => {
    const shot = 'قتل شاب في حي البياضة الواقع في مدينة حمص إثر إطلاق رصاص من حاجز أمني.';
    expect(mentionsOf(shot).map((one) => [one.place?.name, one.killed?.best])).toEqual([['البياضة', 1]]);
    const text =
      'قصفت الطائرات حي البياضة في حمص، ما أدى لمقتل تسعة.\n6 قتلى لـ"حزب الله"\nنعى الحزب عناصره.';
    expect(mentionsOf(text).map((one) => one.killed?.best)).toEqual([9]);
  });

  it('lets the toll of a place go before one told for several places', () => {
    const text =
      'استشهد 6 مدنيين جراء قصف مدفعي على مدينة سرمين وبلدة النيرب. وقال مصدر إن 6 مدنيين استشهدوا (4 منهم في سرمين، ومدنيان في النيرب) جراء القصف المدفعي على سرمين والنيرب.';
    expect(rows(text)).toEqual([
      ['سرمين', 4, null],
      ['النيرب', 2, null],
    ]);
  });

  it('keeps two days at one place apart', () => {
    const text =
      'ومساء أمس الأحد، قصفت قوات الأسد مدينة سرمين، ما أدى إلى إصابة 8 مدنيين. كما قصفت قوات الأسد سرمين يوم السبت الماضي، ما أدى إلى إصابة 15 مدنيا.';
    expect(mentionsOf(text, { published: '2024-01-01' }).map((one) => [one.date, one.injured?.best])).toEqual(
      [
        ['2023-12-31', 8],
        ['2023-12-30', 15],
      ],
    );
  });
});
