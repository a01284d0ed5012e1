import fc from 'fast-check';
import { expect, test } from 'vitest';
import { romanise } from '../../src/arabic/romanise.ts';

test.each([
  ['الحمبوشية', 'al-Hambushiya'],
  ['العسالية', 'al-Asaliya'],
  ['البسيط', 'al-Basit'],
  ['عندان', 'Andan'],
  ['تل رفعت', 'Tell Rafaat'],
  ['أبو علي', 'Abu Ali'],
  ['عين عيسى', 'Ein Isa'],
  ['يبرود', 'Yabrud'],
  ['الفوج 826', 'Regiment 826'],
  ['الفوج ٨٢٦', 'Regiment 826'],
  ['مُـوركْ', 'Murk'],
  ['حاجز الزلاقيات', 'al-Zalaqiyat checkpoint'],
  ['Hama', 'Hama'],
  ['', ''],
])('%s is written %s', (name, latin) => {
  expect(romanise(name)).toBe(latin);
});

test('no Arabic letter is left, and only plain ASCII comes of Arabic', () => {
  const letter = fc.integer({ min: 0x0621, max: 0x064a }).map((code) => String.fromCharCode(code));
  fc.assert(
    fc.property(fc.array(fc.oneof(letter, fc.constant(' ')), { maxLength: 30 }), (letters) => {
      expect(romanise(letters.join(''))).toMatch(/^[\x20-\x7e]*$/);
    }),
  );
});
