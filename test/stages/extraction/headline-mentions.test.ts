import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/stages/extraction/extract.ts';
import { articleOf, knowledge } from './read-section.ts';

const HEADLINE = 'مقتل ثلاثة مدنيين بغارات على درعا';
const STORY = 'شن الطيران الحربي غارات على بلدة نوى بريف درعا.';

/** Headline and story as two stretches of news, as where page furniture stands between them. */
function mentionsOf(headline: string, story: string) {
  const text = `${headline}\n${story}`;
  const article = articleOf(text);
  const [section] = article.news;
  if (section === undefined) throw new Error('an article has a section');
  const news = [
    { ...section, id: 'headline', end: headline.length },
    { ...section, id: 'story', start: headline.length + 1 },
  ];
  return extract({ ...article, news }, knowledge).mentions;
}

/** … and with what parts them removed as page furniture. */
function partedMentions(headline: string, furniture: string, story: string, published = '2016-03-11') {
  const text = `${headline}\n${furniture}\n${story}`;
  const article = articleOf(text, { published });
  const [section] = article.news;
  if (section === undefined) throw new Error('an article has a section');
  const start = headline.length + 1;
  const news = [
    { ...section, id: 'headline', end: headline.length },
    { ...section, id: 'story', start: start + furniture.length + 1 },
  ];
  const removed = [{ rule: 'furniture', start, end: start + furniture.length }];
  return extract({ ...article, news, removed }, knowledge).mentions;
}

const BY = 'نشر في الصحيفة | شارك';

describe('a headline that page furniture parts from its story', () => {
  it('is one news with it: one event, with the place, the day and the toll of the story', () => {
    const told = partedMentions(
      'مسيرة تستهدف سيارة بريف القامشلي وتوقع قتيلا وجريحين',
      BY,
      'قتل قيادي وأصيب عنصران مساء أمس، بعدما قصفت طائرة مسيرة سيارتهم. وقال مصدر محلي إن الاستهداف جرى قرب قرية هيمو غرب القامشلي.',
    );
    expect(
      told.map(({ place, date, killed, injured }) => [place?.name, date, killed?.best, injured?.best]),
    ).toEqual([['هيمو', '2016-03-10', 1, 2]]);
  });

  it('dates nothing by itself: the day with which the story opens holds', () => {
    const told = partedMentions(
      'الفصائل تسيطر على بلدة العيس.. وقصف على الغوطة',
      BY,
      'سيطرت الفصائل أمس على بلدة العيس.\n\nوفي ريف حمص، قصفت المدفعية مدينة تلبيسة.',
    );
    expect(told.map(({ place, date }) => `${place?.name} ${date}`)).toContain('تلبيسة 2016-03-10');
  });

  it('leaves each mention in the section that it begins in', () => {
    const told = partedMentions(
      'قصف على مدينة دوما',
      BY,
      'انفجرت سيارة مفخخة في مدينة اعزاز وقتل خمسة مدنيين.',
    );
    expect(told.map(({ section, place }) => `${section} ${place?.name}`)).toEqual([
      'headline دوما',
      'story اعزاز',
    ]);
  });
});

describe('a headline apart from its story', () => {
  it('goes where the story tells the place, and passes its toll on', () => {
    expect(mentionsOf(HEADLINE, STORY).map(({ place, killed }) => [place?.name, killed?.best])).toEqual([
      ['نوى', 3],
    ]);
  });

  it('stays where the story tells of another governorate', () => {
    const told = mentionsOf(HEADLINE, 'شن الطيران الحربي غارات على بلدة سرمين بريف إدلب.');
    expect(told.map(({ governorate }) => governorate)).toEqual(['SY12', 'SY07']);
  });

  it('stays where the story tells of another number of dead', () => {
    const story = 'قتل سبعة مدنيين في غارات للطيران الحربي على بلدة نوى بريف درعا.';
    expect(mentionsOf(HEADLINE, story).map(({ killed }) => killed?.best)).toEqual([3, 7]);
  });
});
