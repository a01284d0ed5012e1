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
