import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenise } from '../../src/arabic/tokens.ts';
import { annotate } from '../../src/knowledge/annotate.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';

const knowledge = loadKnowledge();

function read(text: string, published = '2016-06-01') {
  return annotate(tokenise(text), { sections: [], published, text }, knowledge);
}
function actors(text: string, published?: string): string[] {
  return read(text, published).actors.map(({ id }) => id);
}

describe('names valid in time', () => {
  test.each([
    ['الجيش السوري', '2024-12-07', 'syrian_government_forces'],
    ['الجيش السوري', '2024-12-08', 'transitional_government_forces'],
    ['وزارة الدفاع', '2024-12-07', 'syrian_government_forces'],
    ['قوات وزارة الدفاع', '2024-12-08', 'transitional_government_forces'],
    ['قوى الأمن الداخلي', '2013-01-01', 'syrian_government_forces'],
    ['قوى الأمن الداخلي', '2020-01-01', 'asayish'],
    ['قوى الأمن الداخلي', '2025-01-01', 'transitional_government_forces'],
    ['قوى الأمن الداخلي في شمال وشرق سوريا', '2025-01-01', 'asayish'],
    ['جبهة النصرة', '2014-01-01', 'jabhat_al_nusra'],
    ['جبهة فتح الشام', '2016-08-01', 'jabhat_al_nusra'],
    ['هيئة تحرير الشام', '2017-01-28', 'hay_at_tahrir_al_sham'],
    ['الجيش الوطني السوري', '2017-12-30', 'syrian_national_army'],
    ['قوات الأسد', '2025-03-01', 'syrian_government_forces'],
    ['مسلحون', '2014-01-01', 'opposition_rebels'],
    ['مسلحون', '2022-01-01', 'unknown_armed_group'],
    ['إدارة العمليات العسكرية', '2024-12-01', 'hay_at_tahrir_al_sham'],
    ['إدارة العمليات العسكرية', '2024-12-20', 'transitional_government_forces'],
  ])('%s on %s', (name, day, id) => {
    expect(actors(`شن ${name} هجوما`, day)).toEqual([id]);
  });

  test('a name nobody bears that day is nobody, and no shorter name in it', () => {
    expect(actors('شن الجيش الوطني السوري هجوما', '2015-01-01')).toEqual([]);
    expect(actors('وصلت هيئة تحرير الشام', '2016-01-01')).toEqual([]);
  });

  test('aircraft without an owner are surely the state’s only before October 2015', () => {
    expect(read('أغار الطيران الحربي', '2015-09-29').actors[0]?.uncertain).toBeUndefined();
    expect(read('أغار الطيران الحربي', '2015-09-30').actors[0]?.uncertain).toBe(true);
    expect(actors('أغار الطيران الحربي', '2025-02-01')).toEqual([]);
    expect(read('أغار الطيران الحربي', '2014-01-01').actors[0]?.via).toBe('warplane');
  });
});

describe('owners of aircraft', () => {
  test.each([
    ['طيران التحالف الدولي', 'us_led_coalition', 'warplane'],
    ['الطائرات الحربية الروسية', 'russian_forces', 'warplane'],
    ['طيران الاحتلال الإسرائيلي', 'israeli_forces', 'warplane'],
    ['طائرة مسيرة تركية', 'turkish_forces', 'drone'],
    ['مروحيات الأسد', 'syrian_government_forces', 'helicopter'],
    ['سلاح الجو الأردني', 'jordanian_forces', null],
    ['طيران مجهول', 'unknown_armed_group', 'warplane'],
  ])('%s', (name, id, via) => {
    const found = read(`نفذت ${name} غارة`).actors;
    expect(found.map((actor) => [actor.id, actor.via])).toEqual([[id, via]]);
  });
});

describe('aircraft told with their owner after them', () => {
  test.each([
    ['شن الطيران الحربي التابع للاحتلال الروسي', '2019-06-01', 'russian_forces', 'warplane'],
    ['أغارت طائرات حربية تابعة للتحالف', '2015-06-01', 'us_led_coalition', 'warplane'],
    ['قصفت المروحيات التابعة للنظام السوري', '2016-06-01', 'syrian_government_forces', 'helicopter'],
    ['قصف الطيران الحربي التابع لروسيا', '2018-06-01', 'russian_forces', 'warplane'],
  ])('%s: one actor, the owner', (text, published, id, via) => {
    expect(read(text, published).actors.map((actor) => [actor.id, actor.via])).toEqual([[id, via]]);
  });
});

describe('who is one and who is two', () => {
  test.each([
    ['قوات الأسد والميليشيات التابعة لها', ['syrian_government_forces', 'ndf_militias']],
    ['قوات النظام وميليشياته', ['syrian_government_forces', 'ndf_militias']],
    ['قوات النظام وروسيا', ['syrian_government_forces', 'russian_forces']],
    ['قوات سوريا الديمقراطية: أحبطت قواتنا محاولة تسلل', ['sdf', 'sdf']],
    ['تصدت قواتنا للمجموعات', ['syrian_government_forces']],
    ['هجوم على قوات دمشق', ['syrian_government_forces']],
    ['المجالس العسكرية التابعة لقوات سوريا الديمقراطية', ['sdf']],
    ['كمين للنظام وحزب الله', ['syrian_government_forces', 'hezbollah']],
    ['قوات الأسد المدعومة بعناصر حزب الله', ['syrian_government_forces', 'hezbollah']],
    ['مسلحين من جبهة النصرة', ['jabhat_al_nusra']],
    ['عناصر "الجيش السوري الحر"', ['free_syrian_army']],
    ['قوات النظام الإيراني', []],
    ['مواقع ي.ب.ك', ['ypg']],
    ['مجموعات إرهابية تتبع لتنظيم جبهة النصرة', ['jabhat_al_nusra']],
    ['المسلحين، من جبهة النصرة جاؤوا', ['opposition_rebels', 'jabhat_al_nusra']],
    ['داعش. وقتل مقاتلو التنظيم', ['islamic_state', 'islamic_state']],
    ['جبهة النصرة، وانسحب عناصر التنظيم', ['jabhat_al_nusra', 'jabhat_al_nusra']],
    ['حزب العمال الكردستاني ومقاتلي الحزب', ['ypg', 'ypg']],
    ['قوات الاحتلال', ['israeli_forces']],
    ['الجيش التركي وقوات الاحتلال', ['turkish_forces', 'turkish_forces']],
    ['القوات التركية والفصائل الموالية لها', ['turkish_forces', 'syrian_national_army']],
    ['قوات النظام والفصائل الموالية لها', ['syrian_government_forces', 'ndf_militias']],
  ])('%s', (text, ids) => {
    expect(actors(text)).toEqual(ids);
  });
});

describe('no actor', () => {
  test.each([
    'الرئيس بشار الأسد',
    'رئيس النظام السوري',
    'سقوط نظام الأسد',
    'قلعة الأسد',
    'وزير الدفاع',
    'الجيش العراقي',
    'القوات اللبنانية',
    'عاد إلى تركيا',
    'المتاخمة لإسرائيل',
    'مجلس الأمن',
    'الطيران المدني',
    'مؤتمر صحفي',
    'عدد السكان',
    'وبايع الناس',
  ])('%s', (text) => {
    expect(actors(`في حديث عن ${text} اليوم`)).toEqual([]);
  });
});

describe('sources', () => {
  const sources = (text: string) => read(text).attributions.map(({ name, actor }) => [name, actor]);

  test.each([
    ['أفاد ناشطون بسقوط قذائف', [['ناشطون', null]]],
    ['اعتقلت الدورية ناشطين', []],
    ['بحسب المرصد السوري لحقوق الإنسان', [['المرصد السوري لحقوق الإنسان', null]]],
    [
      'نقلت سانا عن مصدر عسكري قوله',
      [
        ['سانا', 'syrian_government_forces'],
        ['مصدر عسكري', 'syrian_government_forces'],
      ],
    ],
    ['قالت وكالة أعماق إن', [['وكالة أعماق', 'islamic_state']]],
    ['أعلن المتحدث باسم جيش الإسلام', [['جيش الإسلام', 'jaysh_al_islam']]],
    ['وقال مصدر في وحدات حماية الشعب', [['وحدات حماية الشعب', 'ypg']]],
    ['قتل قيادي في جبهة النصرة', []],
    ['دارت اشتباكات بين الثوار وقوات الأسد', []],
  ])('%s', (text, expected) => {
    expect(sources(text)).toEqual(expected);
  });

  test('an actor that only speaks is marked', () => {
    const found = read('أعلنت جبهة النصرة أن قوات النظام انسحبت').actors;
    expect(found.map(({ id, speaker }) => [id, speaker ?? false])).toEqual([
      ['jabhat_al_nusra', true],
      ['syrian_government_forces', false],
    ]);
  });

  test('a party that tells what it did itself speaks and acts', () => {
    const found = read('أعلنت جبهة النصرة سيطرتها على الحاجز');
    expect(found.attributions.map(({ actor, ofItself }) => [actor, ofItself])).toEqual([
      ['jabhat_al_nusra', true],
    ]);
    expect(found.actors[0]?.speaker).toBeUndefined();
  });

  test.each([
    ['قالت جبهة النصرة إنها سيطرت على الحاجز', true],
    ['قالت كتائب الفاروق التابعة لجبهة تحرير سوريا إنها اعتقلت ضابطا', true],
    ['قالت جبهة النصرة إن الحاجز سقط', false],
    ['أعلن الجيش الإسرائيلي أن صاروخا سقط', false],
    ['أعلن الجيش الإسرائيلي أنه قصف موقعا', true],
  ])('%s', (text, acts) => {
    expect(read(text).actors[0]?.speaker ?? false).toBe(!acts);
  });
});

describe('spans', () => {
  const piece = fc.constantFrom(
    'قوات الأسد',
    'والثوار',
    'للثوار',
    '«جيش الإسلام»',
    'تنظيم "الدولة',
    'الإسلامية"',
    'بصواريخ',
    'أرض - أرض',
    'في داريا',
    'أفاد ناشطون',
    '،',
    '.',
    '\n',
    '\n\n',
    '  ',
    'درع الفرات',
    'حلب',
    'روسيا',
    'الـ',
    'حزب',
    'الله',
    '(داعش)',
    'المرصد',
    'هاون',
  ); // prettier-ignore

  test('every surface is the slice of its span; actors and places do not overlap', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join(' ');
        const found = read(text);
        for (const { start, end, surface } of [...found.actors, ...found.weapons]) {
          expect(text.slice(start, end)).toBe(surface);
        }
        const named = found.actors.filter(({ political }) => !political);
        for (const place of found.places) {
          for (const actor of named) expect(place.last < actor.first || actor.last < place.first).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('without the text, surfaces are put together from tokens', () => {
    const tokens = tokenise('دخلت  قوات\nالنظام البلدة');
    const found = annotate(tokens, { sections: [], published: '2016-01-01' }, knowledge);
    expect(found.actors[0]?.surface).toBe('قوات النظام');
  });
});
