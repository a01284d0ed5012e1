import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, dayOfHijri, dayString } from '../../src/arabic/calendar.ts';
import { findDates, fridayEvidence } from '../../src/arabic/dates.ts';
import type { DateSpan } from '../../src/arabic/token.ts';
import { tokenise } from '../../src/arabic/tokens.ts';
import { anyText } from './texts.ts';

/** A Saturday. */
const published = '2015-07-04';

function dates(text: string): DateSpan[] {
  return findDates(tokenise(text), { published });
}

describe('one day', () => {
  it.each([
    ['اليوم', '2015-07-04'],
    ['فجر اليوم', '2015-07-04'],
    ['هذا الصباح', '2015-07-04'],
    ['أمس', '2015-07-03'],
    ['يوم أمس', '2015-07-03'],
    ['مساء أمس', '2015-07-03'],
    ['بالأمس', '2015-07-03'],
    ['الليلة الماضية', '2015-07-03'],
    ['أمس الجمعة', '2015-07-03'],
    ['اليوم (السبت)', '2015-07-04'],
    ['أول من أمس', '2015-07-02'],
    ['أول أمس', '2015-07-02'],
    ['أمس الأول', '2015-07-02'],
    ['بعد منتصف ليل أمس', '2015-07-04'],
    ['فجر الخميس', '2015-07-02'],
    ['(الخميس)', '2015-07-02'],
    ['السبت', '2015-07-04'],
    ['السبت الماضي', '2015-06-27'],
    ['الخميس المقبل', '2015-07-09'],
    ['ليل الجمعة - السبت', '2015-07-03'],
    ['ليلة الجمعة على السبت', '2015-07-03'],
    ['بعد منتصف ليل الخميس', '2015-07-03'],
    ['قبل ثلاثة أيام', '2015-07-01'],
    ['قبل يومين', '2015-07-02'],
    ['قبل ساعات', '2015-07-04'],
    ['في 27 من الشهر الماضي', '2015-06-27'],
    ['في 3 من الشهر الجاري', '2015-07-03'],
    ['لليوم الثالث على التوالي', '2015-07-04'],
    ['22 تموز 2012', '2012-07-22'],
    ['3 يوليو/تموز', '2015-07-03'],
    ['3 تموز (يوليو) 2015', '2015-07-03'],
    ['الثاني والعشرين من يونيو/حزيران الماضي', '2015-06-22'],
    ['13 كانون الأول', '2014-12-13'],
    ['5 تشرين الثاني/نوفمبر 2014', '2014-11-05'],
    ['١٥ آذار ٢٠١١', '2011-03-15'],
    ['العاشر من الشهر الماضي', '2015-06-10'],
    ['2 أوت 2014', '2014-08-02'],
    ['2015-06-30', '2015-06-30'],
    ['30/6/2015', '2015-06-30'],
    ['30.6.2015', '2015-06-30'],
    ['الخميس 2/7', '2015-07-02'],
    ['يوم الخميس 2 تموز', '2015-07-02'],
    ['17 رمضان 1436 هـ', '2015-07-04'],
  ])('%s', (text, date) => {
    expect(dates(`قصف ${text} على البلدة`)).toMatchObject([{ date, precision: 1, since: null }]);
  });

  it('takes the words that say which part of the day into the span', () => {
    const text = 'هز انفجار فجر الخميس المدينة';
    const [span] = dates(text);
    expect(text.slice(span?.start, span?.end)).toBe('فجر الخميس');
  });
});

describe('coarser times', () => {
  it.each<[string, string, number, string | null]>([
    ['منذ الجمعة', '2015-07-04', 2, '2015-07-03'],
    ['منذ الأمس', '2015-07-04', 2, '2015-07-03'],
    ['منذ يوم الخميس', '2015-07-04', 2, '2015-07-02'],
    ['منذ ثلاثة أيام', '2015-07-04', 2, '2015-07-01'],
    ['الأسبوع الماضي', '2015-06-27', 2, '2015-06-27'],
    ['مطلع الشهر', '2015-07-01', 2, null],
    ['قبل أسبوعين', '2015-06-20', 2, null],
    ['الأيام القليلة الماضية', '2015-07-03', 2, '2015-07-01'],
    ['تموز 2013', '2013-07-01', 3, null],
    ['عام 2013', '2013-01-01', 3, null],
    ['سنة 1106', '1106-01-01', 3, null],
    ['مطلع 2014', '2014-01-01', 3, null],
    ['خريف 2015', '2015-01-01', 3, null],
    ['العام الماضي', '2014-01-01', 3, null],
  ])('%s', (text, date, precision, since) => {
    expect(dates(`قصف ${text} على البلدة`)).toMatchObject([{ date, precision, since }]);
  });
});

describe('a day of a time told before', () => {
  it.each([
    ['مجزرة سنة 1982. وفي الخامس من آذار من ذلك العام', ['1982-01-01', '1982-03-05']],
    ['أعلنت الهدنة في 12 تشرين الأول 2014. وفي 17 من الشهر نفسه', ['2014-10-12', '2014-10-17']],
  ])('%s', (text, expected) => {
    expect(dates(text).map(({ date }) => date)).toEqual(expected);
  });

  it('counts no days from what is not today', () => {
    expect(dates('قتلوا قبل يومين من إعلان الهدنة')).toEqual([]);
  });
});

describe('no date', () => {
  it.each([
    'صحيفة اليوم',
    'روسيا اليوم',
    'قناة حلب اليوم',
    'حتى اليوم',
    'اليوم التالي',
    'صلاة الجمعة',
    'كتيبة الخميس',
    'سوق الجمعة',
    'الجمعة العظيمة',
    'جمعة أطفال الحرية',
    'برج 8 آذار',
    'أب لثلاثة أطفال',
    'الدوري 4/2',
  ])('%s', (text) => {
    expect(dates(text)).toEqual([]);
  });
});

describe('fridayEvidence', () => {
  it.each(['أثناء صلاة الجمعة', 'توجه المصلين إلى المساجد', 'جمعة "أسرى الحرية"'])('%s', (text) => {
    expect(fridayEvidence(tokenise(text))).toHaveLength(1);
  });

  it('sees none in a plain weekday', () => {
    expect(fridayEvidence(tokenise('قصف يوم الجمعة'))).toEqual([]);
  });
});

describe('Hijri calendar', () => {
  it.each([
    [1436, 9, 1, '2015-06-18'],
    [1433, 1, 1, '2011-11-26'],
    [1446, 9, 1, '2025-03-01'],
  ])('%i-%i-%i', (year, month, date, gregorian) => {
    expect(dayString(dayOfHijri(year, month, date) as number)).toBe(gregorian);
  });
});

describe('findDates', () => {
  it('gives real days in spans that slice the text, in order, for any publication day', () => {
    const day = fc.integer({ min: dayNumber('2011-01-01'), max: dayNumber('2026-12-31') });
    fc.assert(
      fc.property(anyText, day, (text, today) => {
        const tokens = tokenise(text);
        let next = 0;
        for (const span of findDates(tokens, { published: dayString(today) })) {
          expect(span.first).toBeGreaterThanOrEqual(next);
          expect(tokens[span.first]?.start).toBe(span.start);
          expect(tokens[span.last]?.end).toBe(span.end);
          expect(dayString(dayNumber(span.date))).toBe(span.date);
          next = span.last + 1;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('finds the latest such weekday, never one after publication', () => {
    const day = fc.integer({ min: dayNumber('2011-01-01'), max: dayNumber('2026-12-31') });
    fc.assert(
      fc.property(day, (today) => {
        const [span] = findDates(tokenise('مساء الخميس'), { published: dayString(today) });
        const found = dayNumber(span?.date as string);
        expect(today - found).toBeGreaterThanOrEqual(0);
        expect(today - found).toBeLessThan(7);
        expect(new Date(`${span?.date}T00:00:00Z`).getUTCDay()).toBe(4);
      }),
    );
  });
});
