import { describe, expect, test } from 'vitest';
import { tokenise } from '../../src/arabic/tokens.ts';
import { annotate } from '../../src/knowledge/annotate.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';

const knowledge = loadKnowledge();

function told(text: string): string[] {
  return annotate(tokenise(text), { sections: [], published: '2018-03-01', text }, knowledge)
    .places.filter(({ use }) => use !== 'part_of_name')
    .map((found) => `${found.surface} ${found.governorate ?? found.country}`);
}

describe('lists with members that nobody knows', () => {
  test.each([
    [
      'دخلت القوات قرى (زعفرونة، خربة أبو دلول، جب الصفوان، ورسم القرنفل) بريف حماة الشرقي',
      ['زعفرونة SY05', 'خربة أبو دلول SY05', 'جب الصفوان SY05', 'رسم القرنفل SY05', 'حماة SY05'],
    ],
    ['سيطرت على قرى "كفر نبودة، زعفرونة، الهبيط"', ['كفر نبودة SY05', 'زعفرونة SY05', 'الهبيط SY07']],
    ['قصفت قرى “زعفرونة” و”جب الصفوان” و”العنكاوي”', ['زعفرونة SY05', 'جب الصفوان SY05', 'العنكاوي SY05']],
    ["قصفت قرى 'زعفرونة'، 'كفر نبودة'، و'العنكاوي'", ['زعفرونة SY05', 'كفر نبودة SY05', 'العنكاوي SY05']],
    [
      'خرجت مظاهرات في مدن كفر نبودة وقرية الهبيط وزعفرونة واللطامنة',
      ['كفر نبودة SY05', 'الهبيط SY07', 'زعفرونة SY05', 'اللطامنة SY05'],
    ],
    [
      'غارات على خان شيخون واللطامنة بريفي إدلب وحماة',
      ['خان شيخون SY07', 'اللطامنة SY05', 'إدلب SY07', 'حماة SY05'],
    ],
    ['انفجار في سوق مدينة الباب', ['الباب SY02']],
    ['قصف الطيران جوبر وزملكا', ['جوبر SY01', 'زملكا SY03']],
    ['وهذه القرى هي: زعفرونة، كفر نبودة', ['زعفرونة SY05', 'كفر نبودة SY05']],
    ['والقرى التي دخلتها هي "زعفرونة وكفر نبودة"', ['زعفرونة SY05', 'كفر نبودة SY05']],
    ['دخلت قرى أبرزها كفر نبودة', ['كفر نبودة SY05']],
    ['اشتباكات على محوري العنكاوي وزعفرونة بريف حماة', ['العنكاوي SY05', 'زعفرونة SY05', 'حماة SY05']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test.each([
    ['قصف على بلدات كفر نبودة والهبيط، مخلفة دمارا، ونزح الأهالي'],
    ['قصف على بلدات كفر نبودة والهبيط، وسط تحليق الطيران'],
    ['قصف على بلدات كفر نبودة والهبيط، حسب ناشطين، منذ الصباح'],
    ['قصف على بلدات كفر نبودة والهبيط، أسعف الجرحى، ثم هدأ'],
  ])('%s: the next clause is no member', (text) => {
    expect(told(text)).toEqual(['كفر نبودة SY05', 'الهبيط SY07']);
  });

  test('what the text says right after a list holds for all of it', () => {
    const found = told(
      'سيطرت على قرى التفاحة وزعفرونة والقناطر شرقي حماة، ثم على قرى الصالحية ومعصران بريف إدلب',
    );
    expect(found).toEqual([
      'التفاحة SY05',
      'زعفرونة SY05',
      'القناطر SY05',
      'حماة SY05',
      'الصالحية SY07',
      'معصران SY07',
      'إدلب SY07',
    ]);
  });
});

describe('neighbours', () => {
  test('near ones decide, across the border of a governorate too', () => {
    expect(told('قصف على كفر نبودة والهبيط')).toEqual(['كفر نبودة SY05', 'الهبيط SY07']);
  });

  test('the seat of a district speaks for its governorate though a hamlet bears its name elsewhere', () => {
    expect(told('اشتباكات في قرية الخالدية غربي عين عيسى')).toEqual(['الخالدية SY11', 'عين عيسى SY11']);
  });
});

describe('names that are no place here', () => {
  test.each([
    ['قتل عناصر من اللواء 52 التابع للفرقة الخامسة', []],
    ['أصيب ضابط في اللواء 12', []],
    ['سيطرت الفصائل على اللواء 52', ['اللواء 52 SY12']],
    ['نقلت الذخيرة بواسطة شاحنة', []],
    ['بعد ساعات من قمة طهران', []],
    ['على قرى متاخمة وعلى أحياء وأجزاء واسعة', []],
    ['دمر مقر عسكري', []],
    ['ملثمون يهاجمون فرع المخابرات الجوية', []],
  ])('%s', (text, expected) => {
    expect(told(text).filter((name) => !name.endsWith('IR'))).toEqual(expected);
  });
});
