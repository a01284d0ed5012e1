import { describe, expect, test } from 'vitest';
import { tokenise } from '../../src/arabic/tokens.ts';
import { annotate } from '../../src/knowledge/annotate.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import type { PlaceFound } from '../../src/knowledge/types.ts';

const knowledge = loadKnowledge();

/** Places of a text; a first line that ends in «::» is a section's heading. */
function places(text: string, governorate: string | null = null): readonly PlaceFound[] {
  const heading = governorate === null ? null : (text.split('\n')[0] ?? '');
  const section = { start: 0, end: text.length, governorate, alsoGovernorates: [], heading };
  const sections = governorate === null ? [] : [section];
  return annotate(tokenise(text), { sections, published: '2016-03-01', text }, knowledge).places;
}

function told(text: string, governorate: string | null = null): string[] {
  const heading = governorate === null ? 0 : text.indexOf('\n');
  return places(text, governorate)
    .filter(({ start, use }) => start >= heading && use !== 'part_of_name')
    .map((found) => `${found.surface} ${found.governorate ?? found.country}`);
}

describe('a village no gazetteer knows', () => {
  test.each([
    ['قصفت القوات قرية أم شلبون بريف إدلب، وجرح رجل', ['أم شلبون SY07', 'إدلب SY07']],
    [
      'إدلب::\nقصفت القوات قرى إبلين وشلبون. وفي شلبون قتل رجل، ثم قصفت شلبون',
      ['إبلين SY07', 'شلبون SY07', 'شلبون SY07'],
    ],
    ['إدلب::\nوفي شلبون قتل رجل', []],
  ] as const)('%s', (text, expected) => {
    expect(told(text, text.startsWith('إدلب::') ? 'SY07' : null)).toEqual(expected);
  });
});

describe('which place of a name', () => {
  test.each([
    ['حلب::\nألقى الطيران برميلا على حي الأشرفية', 'SY02', ['الأشرفية SY02']],
    ['حماة::\nدخلت القوات قرية الأشرفية صباحا', 'SY05', ['الأشرفية SY05']],
    ['حماة::\nاستهدفت المدفعية قريتي القاهرة والكريم', 'SY05', ['القاهرة SY05', 'الكريم SY05']],
    ['الحسكة::\nسقطت قذيفة على حي الزهور', 'SY08', ['الزهور SY08']],
    ['دمشق::\nقصف عنيف على حي الحجر الأسود', 'SY01', ['الحجر الأسود SY03']],
    ['اللاذقية::\nغارات على محيط بلدة الربيعة', 'SY06', ['الربيعة SY06']],
  ] as const)('%s: the heading decides', (text, heading, expected) => {
    expect(told(text, heading)).toEqual(expected);
  });

  test.each([
    ['دمشق::\nالقدم : اقتحام الحي فجرا', 'SY01', ['القدم SY01']],
    ['حلب::\nصلاح الدين : قصف عنيف\n- الفردوس : مظاهرة', 'SY02', ['صلاح الدين SY02', 'الفردوس SY02']],
    ['حلب::\nعاجل : قصف عنيف', 'SY02', []],
    ['حلب::\nزار صلاح الدين المدينة', 'SY02', []],
  ] as const)('%s: a word that labels a line is a place of the heading', (text, heading, expected) => {
    expect(told(text, heading)).toEqual(expected);
  });

  test.each([
    ['انفجرت عبوة في بلدة الطيبة بريف درعا الشرقي', ['الطيبة SY12', 'درعا SY12']],
    ['انفجرت عبوة في بلدة الطيبة بريف دمشق', ['الطيبة SY03', 'ريف دمشق SY03']],
    ['قتل رجل في قرية البويضة بريف حماة الشمالي', ['البويضة SY05', 'حماة SY05']],
    ['قتل رجل في قرية البويضة بريف حمص', ['البويضة SY04', 'حمص SY04']],
    ['غارة على الصالحية شرقي دير الزور', ['الصالحية SY09', 'دير الزور SY09']],
    ['في حي القصور بمدينة بانياس', ['القصور SY10', 'بانياس SY10']],
    ['في أحياء القصور وبابا عمرو بحمص', ['القصور SY04', 'بابا عمرو SY04', 'حمص SY04']],
  ])('%s: the governorate named in the phrase decides', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test('a governorate named in the phrase decides over the heading', () => {
    expect(told('حلب::\nكما قصفت بلدة الطيبة بريف درعا', 'SY02')).toEqual(['الطيبة SY12', 'درعا SY12']);
  });

  test.each(['بينما', 'فيما', 'في حين'])('a region told before «%s» decides nothing after it', (turn) => {
    const text = `سيطر مسلحون على تل المال في ريف القنيطرة، ${turn} قصفت المدفعية أحياء حلب القديمة`;
    expect(told(text).at(-1)).toBe('حلب القديمة SY02');
  });

  test('neighbours in the list decide', () => {
    expect(told('قصف على بلدات سقبا وحمورية والمحمدية')).toEqual([
      'سقبا SY03',
      'حمورية SY03',
      'المحمدية SY03',
    ]);
  });

  test('the governorate spoken of before holds on', () => {
    expect(told('اشتباكات في ريف إدلب. وسقطت قذائف على بلدة الحمامة.').at(-1)).toBe('الحمامة SY07');
  });

  test('nothing but size decides: the place is given, and the doubt with it', () => {
    const text = 'قتل رجل في قرية البويضة';
    const { places: found, diagnostics } = annotate(
      tokenise(text),
      { sections: [], published: '2016-03-01', text },
      knowledge,
    );
    expect(found).toHaveLength(1);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['ambiguous-place']);
    expect(diagnostics[0]?.message).toMatch(/SY04|SY05/);
  });
});

describe('what is no place', () => {
  test.each([
    ['استهدف جيش الإسلام مواقع القوات'],
    ['أعلنت غرفة درع الفرات وحركة أحرار الشام بدء المعركة'],
    ['قال البغدادي إن الحلبي والحمصي غادرا'],
    ['نظرا لحماية المدنيين زرعت الفرقة بين الناس'],
    ['خرجت نساء يطالبن بالحرية والكرامة والسلام'],
    ['فتح باب الحوار وطرق كل باب'],
    ['بعد عودة الوفد وزيارة جديدة للقرية الصغيرة'],
    ['أضاف المتحدث عن طريق وسيط أن المدينة محاصرة'],
    ['قال الشاب محمد سويدان إنه بخير'],
  ])('%s', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('names as they are written', () => {
  test.each([
    ['في كفر زيتا', 'SY05'],
    ['في كفرزيتا', 'SY05'],
    ['بكفرزيتا', 'SY05'],
    ['وتل رفعت', 'SY02'],
    ['لتلرفعت', 'SY02'],
    ['في مدينة كوباني', 'SY02'],
    ['في قامشلو', 'SY08'],
    ['بسري كانيه', 'SY08'],
    ['في ديرالزور', 'SY09'],
    ['في البو كمال', 'SY09'],
    ['وعزاز', 'SY02'],
    ['بإعزاز', 'SY02'],
    ['في مدينة المعرة', 'SY07'],
    ['في بصرالحرير', 'SY12'],
    ['في مطار التي فور', 'SY04'],
    ['بمعرتمصرين', 'SY07'],
    ['في حي البرزة', 'SY01'],
    ['في بلدة قرفة', 'SY12'],
    ['في الغُوطَة الشرقيّة', 'SY03'],
  ])('%s', (text, governorate) => {
    expect(places(text).map((found) => [found.governorate, found.place === null])).toEqual([
      [governorate, false],
    ]);
  });

  test('clitics are no part of the surface, marks on them included', () => {
    const text = 'قصف لجوبر وبدوما وللغوطة الشرقية وَحلب';
    expect(places(text).map(({ surface }) => surface)).toEqual(['جوبر', 'دوما', 'غوطة الشرقية', 'حلب']);
    for (const { start, end, surface } of places(text)) expect(text.slice(start, end)).toBe(surface);
  });
});

describe('how a place is meant', () => {
  test.each([
    ['في مدينة دوما', 1],
    ['في محيط مدينة دوما', 2],
    ['بالقرب من بلدة دوما', 2],
    ['في ريف جسر الشغور', 2],
    ['في ريف حلب الشمالي', 3],
    ['في محافظة حلب', 3],
    ['في ريف دمشق', 3],
  ])('%s: precision %i', (text, precision) => {
    expect(places(text).map(({ geoPrecision }) => geoPrecision)).toEqual([precision]);
  });

  test.each([
    ['تقدمت القوات باتجاه بلدة دوما', 'direction'],
    ['رتل قادم من مدينة دوما', 'location'],
    ['قصف مصدره من جهة دوما', 'origin'],
    ['أقلعت طائرات من مطار حميميم', 'origin'],
    ['قصف على دوما', 'location'],
  ])('%s: %s', (text, use) => {
    expect(places(text).map((found) => found.use)).toEqual([use]);
  });

  test('a capital that speaks is its state', () => {
    expect(places('أعلنت دمشق رفضها').map(({ metonym }) => metonym)).toEqual([true]);
    expect(places('انفجار في دمشق').map(({ metonym }) => metonym)).toEqual([undefined]);
  });

  test('places in one list share a number', () => {
    const lists = places('قصف على سقبا، حمورية (وعربين) ثم اشتباك في دوما').map(({ list }) => list);
    expect(new Set(lists.slice(0, 3)).size).toBe(1);
    expect(lists[3]).not.toBe(lists[0]);
  });
});

describe('streets, roads and names nobody knows', () => {
  test.each([
    ['دمشق::\nقذيفة في شارع بغداد', 'SY01', ['شارع بغداد SY01']],
    ['حلب::\nلغم على طريق غازي عنتاب - اعزاز', 'SY02', ['طريق غازي عنتاب - اعزاز SY02']],
    ['حماة::\nهجوم على حاجز السرو', 'SY05', ['حاجز السرو SY05']],
    ['إدلب::\nغارة على قرية زعفرونة وبلدة بنش', 'SY07', ['زعفرونة SY07', 'بنش SY07']],
    ['إدلب::\nغارات على بلدات بنش وزعفرونة وسرمين', 'SY07', ['بنش SY07', 'زعفرونة SY07', 'سرمين SY07']],
  ])('%s', (text, heading, expected) => {
    const found = places(text, heading).filter(
      ({ start, use }) => start > text.indexOf('\n') && use === 'location',
    );
    expect(found.map((one) => `${one.surface} ${one.governorate}`)).toEqual(expected);
  });

  test('an unknown village is told with a diagnostic', () => {
    const text = 'إدلب::\nغارة على قرية زعفرونة';
    const section = {
      start: 0,
      end: text.length,
      governorate: 'SY07',
      alsoGovernorates: [],
      heading: 'إدلب::',
    };
    const read = annotate(tokenise(text), { sections: [section], published: '2016-03-01', text }, knowledge);
    expect(read.places.at(-1)).toMatchObject({ place: null, governorate: 'SY07', surface: 'زعفرونة' });
    expect(read.diagnostics.map(({ rule }) => rule)).toEqual(['unknown-place']);
  });
});

describe('everyday names', () => {
  test.each([
    ['ريف دمشق::\nسقطت قذيفة على الضمير', 'SY03', ['الضمير SY03']],
    [
      'دمشق::\nوصل نازحون من القدم والعسالي إلى الميدان',
      'SY01',
      ['القدم SY01', 'العسالي SY01', 'الميدان SY01'],
    ],
    ['حلب::\nانتهى الحراك الشعبي في القاعة', 'SY02', []],
    ['درعا::\nانتهى العمل في الحراك الشعبي', 'SY12', []],
    ['درعا::\nانتهى العمل في الحراك', 'SY12', ['الحراك SY12']],
  ] as const)('%s', (text, heading, expected) => {
    expect(told(text, heading)).toEqual(expected);
  });

  test('a definite plural opens a list', () => {
    expect(told('القرى هي: الكريم والأشرفية والحويز بريف حماة')).toEqual([
      'الكريم SY05',
      'الأشرفية SY05',
      'الحويز SY05',
      'حماة SY05',
    ]);
  });

  test('a verb after a comma is no member of the list', () => {
    expect(told('قصف على حرستا، ودمر عربة')).toEqual(['حرستا SY03']);
  });

  test('the last member of a list may be one that nobody knows', () => {
    expect(told('غارات على بلدتي كفر نبودة وزعفرونة بريف حماة')).toEqual([
      'كفر نبودة SY05',
      'زعفرونة SY05',
      'حماة SY05',
    ]);
  });

  test('a list of villages may hold several that nobody knows, with the words that tell two of one name apart', () => {
    expect(told('سيطرت الفصائل على قرى مروانة الفوقاني ومروانة التحتاني وقلكي وهلكجة في ريف عفرين')).toEqual([
      'مروانة الفوقاني SY02',
      'مروانة التحتاني SY02',
      'قلكي SY02',
      'هلكجة SY02',
      'عفرين SY02',
    ]);
  });

  test('a verb joined by «و» ends a list of villages', () => {
    expect(told('قصف على قرى كفر نبودة وزعفرونة وأصيب ثلاثة بريف حماة')).toEqual([
      'كفر نبودة SY05',
      'زعفرونة SY05',
      'حماة SY05',
    ]);
  });

  test('a river takes the governorate of the text', () => {
    expect(told('دير الزور::\nغرق رجل في نهر الفرات', 'SY09')).toEqual(['نهر الفرات SY09']);
    expect(told('الرقة::\nغرق رجل في نهر الفرات', 'SY11')).toEqual(['نهر الفرات SY11']);
  });
});

describe('abroad', () => {
  test.each([
    ['وصل إلى الموصل وبغداد', ['الموصل IQ', 'بغداد IQ']],
    ['في بلدة عرسال اللبنانية', ['عرسال LB']],
    ['من غازي عنتاب إلى كيليس', ['غازي عنتاب TR', 'كيليس TR']],
    ['في العاصمة الأردنية عمان', ['العاصمة الأردنية عمان JO']],
    ['في مدينة طرابلس شمالي لبنان', ['طرابلس LB', 'لبنان LB']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});
