import { describe, expect, it } from 'vitest';
import { eventDays, type SectionDay } from '../../../src/stages/extraction/event-day.ts';
import type { EventDay } from '../../../src/stages/extraction/findings.ts';
import { readText } from './read-text.ts';

/** Ordinary news of a Saturday. */
const news: SectionDay = { day: '2015-07-04', precision: 3, basis: 'publication' };

/** The day that holds at each occurrence of a word. */
function daysAt(text: string, word: string, section: SectionDay = news): EventDay[] {
  const reading = readText(text);
  const days = eventDays(reading, 0, reading.tokens.length, section);
  return reading.tokens
    .filter(({ surface }) => surface.includes(word))
    .map(({ index }) => days(index, index));
}

function dates(text: string, word: string, section: SectionDay = news): string[] {
  return daysAt(text, word, section).map(({ date }) => date);
}

describe('eventDays', () => {
  it('takes the day told in the clause, before the event or after it', () => {
    expect(dates('قصف الطيران البلدة أمس', 'قصف')).toEqual(['2015-07-03']);
    expect(dates('فجر الخميس قصف الطيران البلدة', 'قصف')).toEqual(['2015-07-02']);
  });

  it('carries it on within the paragraph until another is told', () => {
    const text = 'قصف الطيران بلدة أول من أمس، كما قصف أخرى. وقصف أمس ثالثة، وقصف رابعة';
    expect(dates(text, 'قصف')).toEqual(['2015-07-02', '2015-07-02', '2015-07-03', '2015-07-03']);
  });

  it('falls back on publication, and says so', () => {
    expect(daysAt('قصف الطيران البلدة', 'قصف')).toEqual([
      { date: '2015-07-04', precision: 3, basis: 'publication' },
    ]);
  });

  it('holds the day that the news opens with in later paragraphs', () => {
    const text = 'قصف الطيران البلدة أمس الجمعة\n\nواندلعت معارك\n\nوقصف الطيران بلدة أخرى';
    expect(dates(text, 'قصف')).toEqual(['2015-07-03', '2015-07-03']);
  });

  it('does not carry background on', () => {
    const text = 'قصف الطيران البلدة. وكان التنظيم سيطر عليها عام 2014. وقصف الطيران بلدة أخرى';
    expect(dates(text, 'قصف')).toEqual(['2015-07-04', '2015-07-04']);
    expect(dates(text, 'سيطر')).toEqual(['2014-01-01']);
  });

  it('takes «منذ الجمعة» for how long it goes on, and no day to come', () => {
    expect(dates('تستمر المعارك منذ الجمعة', 'المعارك')).toEqual(['2015-07-04']);
    expect(dates('قصف الطيران البلدة قبل هدنة تبدأ الاثنين المقبل', 'قصف')).toEqual(['2015-07-04']);
  });

  it('reads «اليوم» as the bulletin’s own day and holds a told day to the end of the section', () => {
    const bulletin: SectionDay = { day: '2015-07-03', precision: 1, basis: 'relative', headed: true };
    expect(dates('قصف الطيران البلدة خلال هذا اليوم', 'قصف', bulletin)).toEqual(['2015-07-03']);
    expect(dates('قصف الطيران البلدة أمس\nوقصف أخرى', 'قصف', bulletin)).toEqual(['2015-07-02', '2015-07-02']);
  });
});
