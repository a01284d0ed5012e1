import { describe, expect, it, vi } from 'vitest';
import { Comparison } from '../../../src/arabic/likeness/difference.ts';
import type { Section, SectionedArticle, SectionRepeat } from '../../../src/model/article.ts';
import { MemorySectionIndex } from '../../../src/stages/sections/memory-section-index.ts';
import { MOST_ALIKE } from '../../../src/stages/sections/section-index.ts';
import { markRepeats } from '../../../src/stages/sections/section-repeats.ts';
import { rawArticle } from '../dedup/entries.ts';

interface Part {
  readonly heading: string | null;
  readonly governorate: string | null;
  readonly text: string;
}

/** An article of one bulletin (parts with a heading) and ordinary news (parts without). */
function article(id: string, parts: readonly Part[], day = '2014-03-02'): SectionedArticle {
  let text = '';
  const sections: Section[] = parts.map((part, at) => {
    const start = text.length;
    text += `${part.heading === null ? '' : `${part.heading}\n`}${part.text}\n`;
    const { heading, governorate } = part;
    return {
      id: `${id}${at}`,
      heading,
      governorate,
      alsoGovernorates: [],
      start,
      end: text.length - 1,
      repeat: null,
    };
  });
  return {
    ...rawArticle(text),
    id,
    language: 'ar',
    removed: [],
    duplicate: null,
    replaces: [],
    bulletins: [{ day, dayBasis: 'explicit', sections: sections.filter(({ heading }) => heading !== null) }],
    news: sections.filter(({ heading }) => heading === null),
  };
}

async function repeatsOf(...articles: SectionedArticle[]): Promise<Record<string, SectionRepeat>> {
  const index = new MemorySectionIndex();
  const found: Record<string, SectionRepeat> = {};
  for (const one of articles) {
    const [marked] = (await markRepeats([one], index)) as [SectionedArticle];
    for (const { id, repeat } of [...marked.bulletins.flatMap(({ sections }) => sections), ...marked.news]) {
      if (repeat !== null) found[id] = repeat;
    }
  }
  return found;
}

const A =
  'تجددت المعارك على أطراف قرية الصفصاف بعد هجوم شنته مجموعات قدمت من جهة السد وانتهت بانسحابها قبيل الظهر';
const B =
  'وقصفت راجمات الصواريخ بلدة النواعير بأكثر من ثلاثين صاروخا سقط معظمها في الأراضي الزراعية المحيطة بالبلدة';
const C =
  'كما قتل 6 أشخاص وأصيب 14 آخرون في انفجار سيارة مركونة وسط سوق المدينة القديمة خلال ساعة الازدحام صباحا';
const D = 'في حين دخلت قافلة تحمل مواد غذائية إلى مخيم الوافدين بعد توقف دام شهرين بسبب الخلاف على خط سيرها';
const hama = (...clauses: string[]): Part => ({
  heading: 'حماة::',
  governorate: 'SY05',
  text: `${clauses.join('، ')}.`,
});
const news = (text: string, governorate: string | null = null): Part => ({
  heading: null,
  governorate,
  text,
});

describe('sections of two articles', () => {
  it.each<[string, Part, Part, SectionRepeat['kind'] | null]>([
    ['the same', hama(A, B, C), hama(A, B, C), 'repeat'],
    ['clauses in another order', hama(A, B, C), hama(C, A, B), 'repeat'],
    ['a part of it', hama(A, B, C), hama(A, C), 'repeat'],
    ['a clause more', hama(A, B), hama(A, B, D), 'update'],
    ['another toll', hama(A, C), hama(A, C.replace('قتل 6', 'قتل 8')), 'update'],
    ['most of it and another clause', hama(A, B, C), hama(B, C, D), 'update'],
    ['other clauses', hama(A, B), hama(C, D), null],
    ['another governorate', hama(A, B), { ...hama(A, B), governorate: 'SY04', heading: 'حمص::' }, null],
  ])('%s', async (_, old, later, kind) => {
    const found = await repeatsOf(article('a', [old]), article('b', [later]));
    expect(found.b0?.kind ?? null).toBe(kind);
    expect(found.b0?.of ?? 'a0').toBe('a0');
  });

  it.each([
    ['2014-03-04', 'a0'],
    ['2014-03-05', undefined],
  ])('looks two days back: %s', async (day, of) => {
    const found = await repeatsOf(article('a', [hama(A, B, C)]), article('b', [hama(A, B, C)], day));
    expect(found.b0?.of).toBe(of);
  });

  it('takes the same short words on another day for another event', async () => {
    const short = hama('قصف مدفعي على بلدة النواعير وقرية الصفصاف دون إصابات');
    const found = await repeatsOf(
      article('a', [short]),
      article('b', [short]),
      article('c', [short], '2014-03-03'),
    );
    expect(Object.keys(found)).toEqual(['b0']);
  });

  it('tells which words of an update were told before, and cuts them exactly', async () => {
    const later = article('b', [hama(A, D, B)]);
    const { b0 } = await repeatsOf(article('a', [hama(A, B)]), later);
    const told = b0?.told.map(({ start, end }) => later.text.slice(start, end)) ?? [];
    expect(told).toEqual([A, B]);
  });

  it('points at the first that told it', async () => {
    const found = await repeatsOf(...['a', 'b', 'c'].map((id) => article(id, [hama(A, B, C)])));
    expect([found.b0?.of, found.c0?.of]).toEqual(['a0', 'a0']);
  });
});

describe('sections of one article', () => {
  it('finds a bulletin that comes again', async () => {
    const found = await repeatsOf(article('a', [hama(A, B, C), hama(A, C)]));
    expect(found).toMatchObject({ a1: { kind: 'repeat', of: 'a0' } });
  });

  it('finds a paragraph of ordinary news that retells a section', async () => {
    const retold = `${D}\n${B}، ${C}\n${D.split(' ').reverse().join(' ')}`;
    const found = await repeatsOf(article('a', [hama(A, B, C), news(retold)]));
    expect(found).toMatchObject({ a1: { kind: 'update', of: 'a0' } });
    expect(found.a1?.told).toHaveLength(1);
  });

  it('keeps what is only told there', async () => {
    expect(await repeatsOf(article('a', [hama(A, B), news(D)]))).toEqual({});
  });

  it('compares each of many alike sections with a few of those before it', async () => {
    const compared = vi.spyOn(Comparison.prototype, 'with');
    const count = 600;
    const found = await repeatsOf(
      article(
        'a',
        Array.from({ length: count }, () => hama(A, B)),
      ),
    );
    expect(compared.mock.calls.length).toBeLessThanOrEqual(count * MOST_ALIKE);
    compared.mockRestore();
    expect(Object.values(found).map(({ of }) => of)).toEqual(Array(count - 1).fill('a0'));
  });

  it('finds the one that repeats among hundreds of one form', async () => {
    const told = (at: number): Part =>
      news(`قصفت الطائرات بلدة رقم${at} بصواريخ عدة وسقط قتلى وجرحى من سكان البلدة`);
    const parts = Array.from({ length: 400 }, (_, at) => told(at));
    const found = await repeatsOf(article('a', [...parts, told(333)]));
    expect(found.a400).toMatchObject({ kind: 'repeat', of: 'a333' });
  });
});
