import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDay, dayInName, dayInUrl, readPublished } from '../../../src/stages/intake/dates.ts';

describe('dayInName', () => {
  test.each([
    ['2015-07-03.txt', '2015-07-03'],
    ['bulletin-2015_07_03-evening.txt', '2015-07-03'],
    ['20150703.txt', '2015-07-03'],
    ['news_201507031830.txt', '2015-07-03'],
    ['3-7-2015.txt', '2015-07-03'],
    ['حصاد 03.07.2015 مساء.txt', '2015-07-03'],
    ['٢٠١٥-٠٧-٠٣.txt', '2015-07-03'],
    ['7-25-2015.txt', '2015-07-25'],
    ['2015/07/03/a.txt', '2015-07-03'],
    ['2015-13-45.txt', null],
    ['31-2-2015.txt', null],
    ['report-120150703.txt', null],
    ['brigade-17.txt', null],
    ['002_d8d0e892a836cb53.txt', null],
  ])('%s', (name, day) => {
    expect(dayInName(name)).toBe(day);
  });
});

describe('dayInUrl', () => {
  test.each([
    ['https://agency.example/2015/07/03/raid', '2015-07-03'],
    ['https://agency.example/news/2015-7-3/', '2015-07-03'],
    ['https://agency.example/a?d=20150703', '2015-07-03'],
    ['https://2015-07-03.example/raid', null],
    ['https://agency.example/1234567', null],
  ])('%s', (url, day) => {
    expect(dayInUrl(url)).toBe(day);
  });
});

describe('readPublished', () => {
  test.each<[string | number | Date, string | null, string | null]>([
    ['2015-07-03', '2015-07-03', null],
    ['2015-07-03 21:30', '2015-07-03', '21:30'],
    ['2015-07-03T21:30:00', '2015-07-03', '21:30'],
    ['2015-07-03T21:30:00Z', '2015-07-04', '00:30'],
    ['2015-07-03T23:30:00+0300', '2015-07-03', '23:30'],
    ['3/7/2015', '2015-07-03', null],
    ['2015/7/3 08:05', '2015-07-03', '08:05'],
    ['Fri, 03 Jul 2015 18:00:00 GMT', '2015-07-03', '21:00'],
    ['1435946400', '2015-07-03', '21:00'],
    [1435946400000, '2015-07-03', '21:00'],
    [new Date('2015-07-03T00:00:00Z'), '2015-07-03', null],
    ['٢٠١٥-٠٧-٠٣', '2015-07-03', null],
    ['2015-02-30', null, null],
    ['yesterday', null, null],
    ['', null, null],
    [12, null, null],
  ])('%s', (value, date, time) => {
    expect(readPublished(value)).toEqual(date === null ? null : { date, time });
  });
});

test('every day is found again in the names that carry it', () => {
  const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (instant) => {
      const day = instant.toISOString().slice(0, 10);
      const [year = '', month = '', dayOfMonth = ''] = day.split('-');
      for (const name of [
        day,
        `${year}${month}${dayOfMonth}`,
        `${Number(dayOfMonth)}-${Number(month)}-${year}`,
      ]) {
        expect(dayInName(`x ${name}.txt`)).toBe(day);
      }
      expect(calendarDay(Number(year), Number(month), Number(dayOfMonth))).toBe(day);
    }),
  );
});
