import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExtractedArticleSchema, type SectionedArticle } from '../../../src/model/article.ts';
import { extract } from '../../../src/stages/extraction/extract.ts';
import { extractionStage } from '../../../src/stages/extraction/extraction-stage.ts';
import { articleOf, knowledge, read } from './read-section.ts';

const WORDS =
  'شن قصف الطيران الحربي غارات على مدينة سراقب وبلدة بنش قوات النظام الثوار سيطر سيطرة استعادة اشتباكات بين و ، . في ما أدى لمقتل ثلاثة مدنيين وإصابة أمس اليوم « » ( ) 15 قذائف هاون بعد أن لم قد يتوقع انفجرت عبوة ناسفة اغتال مجهولون دوما حلب ريف إدلب كما حيث التي استهدفت \n'.split(
    ' ',
  );
const arabic = fc.array(fc.constantFrom(...WORDS), { maxLength: 120 }).map((words) => words.join(' '));
const governorate = fc.constantFrom(undefined, 'SY07', 'SY02');
const setting = (under: string | undefined) => (under === undefined ? {} : { under });

/** A text as two stretches of news, the second from an offset on. */
function cutAt(text: string, offset: number): SectionedArticle {
  const article = articleOf(text);
  const halves = article.news.flatMap((news) => [
    { ...news, end: offset },
    { ...news, id: 'section-2', start: offset },
  ]);
  return { ...article, news: halves };
}

describe('extraction', () => {
  it('reads any text, and every span slices its words', () => {
    fc.assert(
      fc.property(
        fc.oneof(arabic, fc.string({ unit: 'grapheme', maxLength: 200 })),
        governorate,
        (text, under) => {
          const article = read(text, setting(under));
          for (const found of [...article.places, ...article.actors, ...article.dates]) {
            expect(text.slice(found.start, found.end)).toBe(found.surface);
          }
          for (const mention of article.mentions) {
            expect(text.slice(mention.start, mention.end)).toBe(mention.quote);
            expect(mention.governorate === null || mention.country === 'SY').toBe(true);
          }
          expect(ExtractedArticleSchema.safeParse(article).success).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('reads a text cut anywhere into two stretches of news', () => {
    fc.assert(
      fc.property(arabic, fc.nat(), (text, at) => {
        const cut = at % (text.length + 1);
        expect(() => extract(cutAt(text, cut), knowledge)).not.toThrow();
      }),
      { numRuns: 300 },
    );
    // A name cut in two.
    expect(() => extract(cutAt('الطيران الحربي', 7), knowledge)).not.toThrow();
    // «بعد» looks for what follows it.
    const text = 'قصفت قوات النظام بلدة بنش بعد اشتباكات';
    const { mentions } = extract(cutAt(text, text.indexOf(' اشتباكات')), knowledge);
    expect(mentions.map(({ type }) => type)).toEqual(['shelling_artillery_missile']);
  });

  it('gives the same mentions with the same ids each time, and no id twice', () => {
    fc.assert(
      fc.property(arabic, governorate, (text, under) => {
        const ids = read(text, setting(under)).mentions.map(({ id }) => id);
        expect(read(text, setting(under)).mentions.map(({ id }) => id)).toEqual(ids);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 150 },
    );
  });

  it.each(['المطلة', 'المحاذية حماة', 'تعرض قذائف يطلق'])('reads a fragment that ends at «%s»', (text) => {
    expect(read(text, {}).mentions).toEqual([]);
  });

  it('tells fire from the air and from the ground at one place apart', () => {
    const { mentions } = read('قصف جوي ومدفعي على مدينة سراقب');
    expect(mentions.map(({ type }) => type)).toEqual(['air_drone_strike', 'shelling_artillery_missile']);
    expect(new Set(mentions.map(({ id }) => id)).size).toBe(2);
  });

  it('answers each item of a chunk in order', async () => {
    const texts = ['قصفت قوات النظام بلدة بنش.', 'لا شيء هنا.', 'دارت اشتباكات في مدينة دوما.'];
    const results = await extractionStage.run(
      texts.map((text) => articleOf(text, { under: 'SY07' })),
      { knowledge },
    );
    expect(results.map((one) => (one.kind === 'emit' ? one.items[0]?.text : one.kind))).toEqual(texts);
  });
});
