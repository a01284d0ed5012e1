import { describe, expect, it } from 'vitest';
import { mentionsOf } from './read-section.ts';

/** Words of war that tell no event of the day: each beside one that is told with the same words. */
const SILENT: readonly (readonly [silent: string, told: string])[] = [
  [
    'القصف بالصواريخ قد يهدم مدينة مثل سراقب لكنه لا يكسر أهلها.',
    'القصف بالصواريخ هدم منازل في مدينة سراقب اليوم.',
  ],
  [
    'ربط مختصون ارتفاع الأسعار بتراجع الإنتاج وإلى تراجع التوريدات من حقول رميلان التي تديرها قسد.',
    'تراجع مقاتلو قسد اليوم من حقول رميلان بعد هجوم لتنظيم الدولة.',
  ],
  ['ضرب منخفض جوي مخيمات ناحية بلبل بريف عفرين.', 'ضرب صاروخ مخيما في ناحية بلبل بريف عفرين.'],
  ['وزعت المنظمة 700 طرد غذائي على سكان مدينة دوما.', 'طردت الفصائل قوات النظام من مدينة دوما.'],
  ['افتتح الأهالي فرنا جديدا في بلدة كفرتخاريم.', 'فرّ مئات المدنيين من بلدة كفرتخاريم جراء القصف.'],
  [
    'وكان الجيش نفذ منذ عام 2013 عدة حملات في الشمال، تمكن خلالها من السيطرة على خناصر.',
    'وكان الجيش نفذ حملة في الشمال، وتمكن اليوم من السيطرة على خناصر.',
  ],
  [
    'وقتل 52 مدنيا على يد جهات أخرى، أغلبهم بألغام في درعا وحلب والرقة.',
    'وقتل 5 مدنيين بانفجار لغم في درعا.',
  ],
];

describe('what tells no event', () => {
  it.each(SILENT)('%s', (silent, told) => {
    expect(mentionsOf(silent).map(({ rule }) => rule)).toEqual([]);
    expect(mentionsOf(told)).not.toEqual([]);
  });

  it('takes news joined to how things have stood for long', () => {
    const text = 'يسيطر التنظيم على المدينة منذ عام 2014، وقصف الطيران اليوم بلدة مارع.';
    expect(mentionsOf(text).map(({ place }) => place?.name)).toEqual(['مارع']);
  });
});
