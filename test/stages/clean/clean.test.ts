import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import type { RawArticle } from '../../../src/model/article.ts';
import { BoilerplateSchema, compileBoilerplate } from '../../../src/stages/dedup/clean/boilerplate-rules.ts';
import { clean } from '../../../src/stages/dedup/clean/clean.ts';
import { boilerplateRules, cleanChunk } from '../../../src/stages/dedup/clean/clean-chunk.ts';
import { detectLanguage } from '../../../src/stages/dedup/clean/language.ts';
import { LEARNT_AFTER, MemoryLineIndex } from '../../../src/stages/dedup/clean/line-index.ts';

const knowledge = loadKnowledge();
const rules = boilerplateRules(knowledge);

function removedLines(text: string): string[] {
  return clean(text, { source: 'تجربة' }, rules).removed.map(({ start, end }) => text.slice(start, end));
}

const PARAGRAPH =
  'أغارت طائرات حربية فجر السبت على بلدة كفرناها غرب حلب فأصيب ثلاثة مدنيين بجروح ونقل المصابون إلى نقطة طبية قريبة كما قال مسعف لمراسلنا.';

describe('text that reports events', () => {
  it.each([
    'شارك مئات المدنيين في مظاهرة وسط البلدة طالبت بإطلاق المعتقلين',
    'تحرير قرية المنصورة بعد اشتباكات دامت يومين',
    'تحديث: ارتفاع حصيلة القصف على بنش إلى تسعة قتلى',
    'المصدر العسكري أكد مقتل ستة عناصر في كمين',
    'طباعة المناهج توقفت بعد قصف المطبعة في الباب',
    'بواسطة عبوة ناسفة اغتال مجهولون قياديا في جاسم',
    'للمزيد من الضغط قصفت المدفعية أطراف البلدة',
    'ادعم طيران التحالف تقدم المقاتلين بغارات على الشدادي',
  ])('stays: %s', (line) => {
    expect(removedLines(`${PARAGRAPH}\n${line}\n${PARAGRAPH}`)).toEqual([]);
    expect(removedLines(`${PARAGRAPH}\n${line}`)).toEqual([]);
  });

  it.each([
    ['شارك هذا الموضوع:', 'شارك هذا الموضوع:'],
    ['بواسطة: سالم العمر', 'بواسطة: سالم العمر'],
    ['للمزيد اضغط هنا', 'للمزيد اضغط هنا'],
    ['المصدر: وكالة تجربة', 'المصدر: وكالة تجربة'],
    ['12 × 3 =', '12 × 3 ='],
    ['أحد عشر + أربعة =', 'أحد عشر + أربعة ='],
  ])('while furniture of the same opening goes: %s', (line, removed) => {
    expect(removedLines(`${PARAGRAPH}\n${line}`)).toEqual([removed]);
  });
});

describe('lines that a source repeats', () => {
  const article = (number: number, source = 'شبكة تجربة'): RawArticle => ({
    id: `${number}`.padStart(16, '0'),
    source,
    file: `${number}.txt`,
    record: 0,
    url: null,
    title: null,
    text: `خبر ${'أ'.repeat(number + 1)} عن حادث\n${PARAGRAPH} ${number}\nحلب:\nكل ما تريد معرفته في مكان واحد\nقصف مدفعي على أطراف بلدة حيان`,
    published: { date: '2016-03-12', time: null, basis: 'explicit' },
    receivedAt: '2016-03-12T10:00:00Z',
    ticket: null,
    diagnostics: [],
  });
  const removed = async (articles: RawArticle[], index = new MemoryLineIndex()) =>
    (await cleanChunk(articles, knowledge, index)).map((one) =>
      one instanceof Error ? ['failed'] : one.removed.map(({ rule }) => rule),
    );

  it('are learnt once enough articles hold them, and only they', async () => {
    const chunk = Array.from({ length: LEARNT_AFTER }, (_, number) => article(number));
    const answers = await removed(chunk);
    expect(answers.slice(0, -1)).toEqual(Array(LEARNT_AFTER - 1).fill([]));
    expect(answers.at(-1)).toEqual(['repeated-line']);
  });

  it('are not learnt from one article that comes again, nor from an unknown source', async () => {
    const again = Array.from({ length: LEARNT_AFTER * 2 }, () => article(1));
    expect((await removed(again)).flat()).toEqual([]);
    const unknown = Array.from({ length: LEARNT_AFTER * 2 }, (_, number) => article(number, 'unknown'));
    expect((await removed(unknown)).flat()).toEqual([]);
  });
});

describe('language', () => {
  it.each([
    ['قصف مدفعي على بلدة حيان بريف حلب', 'ar'],
    ['Warplanes struck the town of Binnish on Saturday', 'en'],
    ['این شهر برای مردم که از آن می گذرند پناه شده است و چند گاه بود', 'fa'],
    ['هێزەکانی سووریای دیموکرات لە باکووری ڕۆژھەڵات', 'ku'],
    ['12:30 — 2016', 'und'],
  ])('%s → %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });
});

describe('any text', () => {
  const line = fc.oneof(
    fc.constantFrom('اترك تعليقا', 'حلب::', '0', 'اقرأ أيضا', 'واحد × أربعة =', PARAGRAPH, '#حلب #سوريا', ''),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );

  it('gives removed stretches in order, apart from each other, inside the text', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n');
        let end = 0;
        for (const span of clean(text, { source: 'x' }, rules).removed) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the pack', () => {
  it('refuses a pattern without a word of its own, which every line would fit', () => {
    const file = { rules: [{ id: 'x', comment: 'x', starts: ['©®'] }], reports: ['قصف'] };
    expect(() => compileBoilerplate(BoilerplateSchema.parse(file))).not.toThrow();
    const loose = { rules: [{ id: 'x', comment: 'x', starts: ['{n} •'] }], reports: ['قصف'] };
    expect(() => BoilerplateSchema.parse(loose)).toThrow(/word of its own/);
  });

  it('has every pattern of its own exercised: each whole line falls under its rule', () => {
    const file = knowledge.part('boilerplate', BoilerplateSchema);
    const wrong = file.rules.flatMap((rule) =>
      rule.lines
        .map((pattern) => pattern.replace(/\{n\}|\{num\}/g, '3').replace(/\{w\}/g, 'كلمة'))
        .filter((pattern) => !removedLines(`${PARAGRAPH}\n${PARAGRAPH}\n${pattern}`).includes(pattern)),
    );
    expect(wrong).toEqual([]);
  });
});
