import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../src/arabic/numbers.ts';
import type { NumberSpan } from '../../src/arabic/token.ts';
import { tokenise } from '../../src/arabic/tokens.ts';
import { anyText } from './texts.ts';

function numbers(text: string): NumberSpan[] {
  return findNumbers(tokenise(text));
}

describe('exact numbers', () => {
  it.each([
    ['خمسة وعشرين شخصا', 25],
    ['خمسة و عشرون شخصا', 25],
    ['بخمسة صواريخ', 5],
    ['ثمانية قتلى', 8],
    ['ثماني نساء', 8],
    ['أحد عشر قتيلا', 11],
    ['اثنتي عشرة امرأة', 12],
    ['إحدى وعشرين امرأة', 21],
    ['مئتين وثلاثين عنصرا', 230],
    ['مائة وخمسة وعشرين شخصا', 125],
    ['ثلاثمئة قتيل', 300],
    ['ثلاث مائة وستة', 306],
    ['ألف ومئتي شخص', 1200],
    ['ألفي نازح', 2000],
    ['ثلاثة آلاف نازح', 3000],
    ['21 ألفا نازح', 21000],
    ['21 ألفا و500 نازح', 21500],
    ['مليوني لاجئ', 2_000_000],
    ['نصف مليون نازح', 500_000],
    ['ربع مليون شخص', 250_000],
    ['٣٠ قتيلا', 30],
    ['۱۲ شهيدا', 12],
    ['1,500 نازح', 1500],
    ['1٬500 نازح', 1500],
    ['1.500 نازح', 1500],
    ['و15 قتيلا', 15],
    ['العشرة الآخرين', 10],
  ])('%s', (text, value) => {
    expect(numbers(text)).toMatchObject([
      { kind: 'count', low: value, best: value, high: value, vague: null },
    ]);
  });

  it('reads two numbers apart where «و» only lists them', () => {
    expect(numbers('خمسة قتلى وعشرة جرحى').map(({ best }) => best)).toEqual([5, 10]);
    expect(numbers('خمسة وأربعة').map(({ best }) => best)).toEqual([5, 4]);
  });
});

describe('inexact numbers', () => {
  it.each<[string, number | null, number | null, number | null]>([
    ['عدد من الجرحى', 3, 3, null],
    ['عددا كبيرا من الجرحى', 3, 3, null],
    ['عدة جرحى', 3, 3, null],
    ['العديد من الجرحى', 3, 3, null],
    ['بعض الجرحى', 3, 3, null],
    ['بضعة جرحى', 3, 3, 9],
    ['عشرات الجرحى', 10, 10, null],
    ['مئات الجرحى', 100, 100, null],
    ['آلاف النازحين', 1000, 1000, null],
    ['عشرات الآلاف من النازحين', 10000, 10000, null],
    ['أكثر من 100 عائلة', 101, 101, null],
    ['ما لا يقل عن 30 عنصرا', 30, 30, null],
    ['42 قتيلا على الأقل', 42, 42, null],
    ['ما يزيد عن عشرين عنصرا', 21, 21, null],
    ['نحو 12 شخصا', 12, 12, 12],
    ['ما يقارب الـ 70 برميلا', 70, 70, 70],
    ['أقل من 10 أشخاص', null, null, 9],
    ['بين 10 و15 قتيلا', 10, 10, 15],
    ['من 3 إلى 5 قتلى', 3, 3, 5],
    ['10-15 قتيلا', 10, 10, 15],
    ['خمسة أو ستة قتلى', 5, 5, 6],
  ])('%s', (text, low, best, high) => {
    const [found] = numbers(text);
    expect(found).toMatchObject({ kind: 'count', low, best, high });
    expect(found?.vague).toBeTruthy();
  });

  it('keeps the words, as far as the trailing bound', () => {
    expect(numbers('سقط 30 عنصراً على الأقل وعشرات الجرحى')[1]?.vague).toBe('وعشرات');
    expect(numbers('سقط 30 عنصراً على الأقل')[0]?.vague).toBe('30 عنصراً على الأقل');
  });

  it('does not take «عدد القتلى» for a quantity', () => {
    expect(numbers('ارتفع عدد القتلى')).toEqual([]);
  });
});

describe('duals', () => {
  it.each(['شهيدين', 'شهيدان', 'وقريتين', 'امرأتان', 'طفلتين', 'وطفليها', 'بلدتي', 'مدنيان', 'غارتين'])(
    '%s',
    (word) => {
      expect(numbers(word)).toMatchObject([{ kind: 'count', best: 2, dual: true }]);
    },
  );

  it.each(['لبنان', 'مدنيين', 'بين', 'مقاتلين', 'سكان', 'عمان', 'الفرقة', 'البستان'])(
    '%s is none',
    (word) => {
      expect(numbers(word)).toEqual([]);
    },
  );
});

describe('what a number measures', () => {
  it.each([
    ['50 بالمئة من السكان', 'percent'],
    ['50% من السكان', 'percent'],
    ['خمسة في المئة', 'percent'],
    ['64 مليون دولار', 'money'],
    ['7 كيلومترات', 'distance'],
    ['مهلة 48 ساعة', 'duration'],
    ['يومين', 'duration'],
    ['مدفع 23', 'calibre'],
    ['هاون عيار 120', 'calibre'],
    ['دوشكا 14.5', 'calibre'],
    ['دبابة تي 72', 'calibre'],
    ['الطفل سامر (12 عاماً)', 'age'],
    ['البالغ من العمر 35 عاما', 'age'],
    ['الساعة 12', 'time'],
    ['برج 8 آذار', 'name'],
    ['جبل ال٤٥', 'name'],
    ['مرصد ال 45', 'name'],
    ['الفرقة 17', 'name'],
    ['اللواء 93', 'name'],
    ['اللواء الثاني', 'ordinal'],
    ['4 تموز', 'date'],
    ['عام 2013', 'date'],
  ])('%s: %s', (text, kind) => {
    expect(numbers(text).map((span) => span.kind)).toContain(kind);
    expect(numbers(text).filter((span) => span.kind === 'count')).toEqual([]);
  });

  it.each(['عيار 120 وثلاثة قتلى', 'قذائف هاون 5 قتلى'])('%s still counts the people', (text) => {
    expect(numbers(text).at(-1)).toMatchObject({ kind: 'count' });
  });
});

describe('findNumbers', () => {
  it('gives spans that slice the text, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = tokenise(text);
        let next = 0;
        for (const span of findNumbers(tokens)) {
          expect(span.first).toBeGreaterThanOrEqual(next);
          expect(tokens[span.first]?.start).toBe(span.start);
          expect(tokens[span.last]?.end).toBe(span.end);
          next = span.last + 1;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads a hundred thousand number words', () => {
    expect(findNumbers(tokenise('خمسة وعشرين '.repeat(50_000))).length).toBe(50_000);
    expect(findNumbers(tokenise('1/'.repeat(50_000))).length).toBe(50_000);
    expect(findNumbers(tokenise('أقل من '.repeat(50_000)))).toEqual([]);
  });
});
