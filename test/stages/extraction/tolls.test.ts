import { describe, expect, it } from 'vitest';
import type { Toll } from '../../../src/model/mention.ts';
import { findCasualties } from '../../../src/stages/extraction/casualties.ts';
import { compileCasualtyLexicon } from '../../../src/stages/extraction/casualty-lexicon.ts';
import { findTolls } from '../../../src/stages/extraction/tolls.ts';
import { knowledge, readText } from './read-text.ts';

function tolls(text: string): Toll[] {
  const reading = readText(text);
  return findTolls(reading, findCasualties(reading, compileCasualtyLexicon(knowledge())), 'SY');
}

describe('findTolls', () => {
  it.each<[string, number, string, string | null]>([
    ['قتل 87 شخصا في سوريا أمس', 87, 'SY', '2015-07-03'],
    ['قتل 64 شخصا في عموم سوريا أمس، بينهم 20 في حلب', 64, 'SY02', '2015-07-03'],
    ['قتل نصف مليون شخص منذ 2011', 500_000, 'SY', '2011-01-01/2015-07-04'],
    ['قتل 120 ألف شخص منذ 2011', 120_000, 'SY', '2011-01-01/2015-07-04'],
    ['وثقت الشبكة مقتل 950 مدنيا خلال شهر حزيران الماضي', 950, 'SY', '2015-06-01/2015-06-30'],
    ['وثقت الشبكة مقتل 950 مدنيا في عام 2013', 950, 'SY', '2013-01-01/2013-12-31'],
    ['ارتفع إلى 20 عدد الشهداء الذين قضوا أمس في محافظة درعا', 20, 'SY12', '2015-07-03'],
    ['قتل في معارك الأيام الماضية 13 مقاتلا في الزبداني', 13, 'SY03', '2015-07-01/2015-07-03'],
  ])('%s', (text, killed, scope, period) => {
    expect(tolls(text)).toMatchObject([{ killed: { best: killed }, scope, period }]);
  });

  it('takes all that a sentence counts which opens with a period', () => {
    const told = tolls('ومنذ بداية العدوان بلغ عدد القتلى 940 قتيلا، في حين وثقنا استشهاد 61 مدنيا.');
    expect(told.map(({ killed }) => killed?.best)).toEqual([940, 61]);
    expect(tolls('ومنذ صباح اليوم بلغ عدد القتلى 15 قتيلا، في حين أصيب 17 مدنيا.')).toEqual([]);
  });

  it('slices its words and says who counted', () => {
    const text = 'وقال المرصد السوري لحقوق الإنسان إن 87 شخصا قتلوا في سوريا أمس';
    const [toll] = tolls(text);
    expect(toll && text.slice(toll.start, toll.end)).toBe('87 شخصا قتلوا');
    expect(toll?.attribution).toContain('المرصد');
  });

  it.each(['قتل خمسة أشخاص في قصف على دوما أمس', 'قتل 21 عنصرا منذ الجمعة', 'إصابة طفل منذ مطلع العام'])(
    '%s is none',
    (text) => {
      expect(tolls(text)).toEqual([]);
    },
  );
});
