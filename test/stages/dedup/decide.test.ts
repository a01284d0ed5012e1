import { describe, expect, it } from 'vitest';
import type { RawArticle } from '../../../src/model/article.ts';
import { MemorySeenIndex } from '../../../src/stages/dedup/memory-seen-index.ts';
import type { Verdict } from '../../../src/stages/dedup/seen-index.ts';
import { type Settled, settleAll } from '../../../src/stages/dedup/settle-all.ts';
import { BULLETIN, entry, OTHER } from './entries.ts';

interface Given {
  readonly text: string;
  readonly told?: Partial<RawArticle>;
}

/** Verdicts on articles that arrive one after the other, `of` and `replaces` as places in the list. */
async function verdicts(
  ...given: Given[]
): Promise<{ kind: Verdict['kind']; of: number; replaces: number[] }[]> {
  const index = new MemorySeenIndex();
  const entries = given.map(({ text, told }) => entry(text, told));
  const place = (id: string | null): number => entries.findIndex((one) => one.id === id);
  const answers = [];
  for (const one of entries) {
    const [settled] = (await settleAll([one], index)) as [Settled];
    const { kind, of, replaces } = settled.verdict;
    answers.push({ kind, of: place(of), replaces: replaces.map(place) });
  }
  return answers;
}

const same = (text: string) => text;
const [first, second, third, fourth, fifth] = BULLETIN.split('\n') as [
  string,
  string,
  string,
  string,
  string,
];
const CLAUSE = 'وفي سياق متصل أعلنت مصادر محلية عن وصول قافلة من سبع شاحنات إلى المعبر الحدودي';

describe('two articles of other publishers', () => {
  it.each<[string, (text: string) => string, Verdict['kind']]>([
    ['the same words', same, 'exact'],
    [
      'other harakat, hamzas, digits and punctuation',
      (text) => text.replaceAll('أ', 'ا').replace('12', '١٢').replace(/\n/g, ' ، '),
      'exact',
    ],
    ['a number as a word', (text) => text.replace('مقتل 5', 'مقتل خمسة'), 'exact'],
    [
      'another title and footer',
      (text) => `يوم دام جديد في الريف\n${text}\nنقلا عن صفحات محلية`,
      'near_duplicate',
    ],
    ['a cut ending', (text) => text.slice(0, Math.floor(text.length * 0.65)), 'near_duplicate'],
    ['paragraphs in another order', () => [fourth, fifth, first, third, second].join('\n'), 'near_duplicate'],
    ['words for words', (text) => text.replace('متقطعة', 'متفرقة').replace('خوفا', 'خشية'), 'near_duplicate'],
    ['fifteen words more', (text) => `${text} ${CLAUSE}`, 'update'],
    [
      'a paragraph more in the middle',
      () => [first, second, CLAUSE, third, fourth, fifth].join('\n'),
      'update',
    ],
    ['another toll', (text) => text.replace('مقتل 5', 'مقتل 7'), 'update'],
    ['a lower toll', (text) => text.replace('مقتل 5 مدنيين', 'مقتل مدنيين اثنين'), 'update'],
    [
      'tolls that changed places',
      (text) => text.replace('5 مدنيين', '12 مدنيين').replace('12 آخرين', '5 آخرين'),
      'update',
    ],
    ['a negation more', (text) => text.replace('وأسفر القصف عن', 'ولم يسفر القصف عن'), 'update'],
    ['another story', () => OTHER, 'new'],
    ['a third of it and another story', () => `${first} ${OTHER}`, 'new'],
  ])('%s: %s', async (_, change, kind) => {
    const [, later] = await verdicts(
      { text: BULLETIN, told: { source: 'a' } },
      { text: change(BULLETIN), told: { source: 'b' } },
    );
    expect(later).toEqual({ kind, of: kind === 'new' ? -1 : 0, replaces: [] });
  });

  it('tells the loss of a negation', async () => {
    const text = BULLETIN.replace('وأسفر القصف عن مقتل', 'ولم يسفر القصف عن مقتل');
    const [, later] = await verdicts(
      { text },
      { text: text.replace('ولم يسفر', 'وأسفر'), told: { source: 'b' } },
    );
    expect(later?.kind).toBe('update');
  });
});

describe('flashes', () => {
  const flash = 'قصف مدفعي على بلدة كفرنبل يوقع 3 قتلى و7 جرحى بين المدنيين';
  it.each<[string, string, Partial<RawArticle>, Verdict['kind']]>([
    ['the same', flash, { source: 'b' }, 'exact'],
    ['with a word before', `عاجل ${flash}`, { source: 'b' }, 'near_duplicate'],
    ['with a word before and after', `عاجل ${flash} خاص`, { source: 'b' }, 'near_duplicate'],
    ['another place', flash.replace('كفرنبل', 'معرتحرمة'), { source: 'b' }, 'new'],
    ['another means', flash.replace('قصف مدفعي', 'انفجار سيارة'), { source: 'b' }, 'new'],
    ['another toll', flash.replace('3 قتلى', '4 قتلى'), {}, 'update'],
    [
      'another toll on another day',
      flash.replace('3 قتلى', '4 قتلى'),
      { published: { date: '2014-03-09', time: null, basis: 'explicit' } },
      'new',
    ],
    [
      'the same a week later',
      flash,
      { source: 'b', published: { date: '2014-03-09', time: null, basis: 'explicit' } },
      'new',
    ],
    ['grown into a report', `${flash}، ${OTHER}`, { source: 'b' }, 'update'],
  ])('%s', async (_, text, told, kind) => {
    const [, later] = await verdicts({ text: flash }, { text, told });
    expect(later?.kind).toBe(kind);
  });
});

describe('one form, two events', () => {
  const report = (place: string, killed: string, day: string) =>
    `قتل ${killed} مدنيين وأصيب 9 آخرون يوم ${day} جراء غارة جوية استهدفت منازل سكنية في بلدة ${place} وفق ما أفادت به مصادر محلية، ` +
    'وقال مصدر من الإنقاذ إن فرقه انتشلت الضحايا من تحت الأنقاض ونقلت المصابين إلى المشافي القريبة فيما شهدت أجواء المنطقة تحليقا كثيفا.';

  it.each<[string, string, string, string, Verdict['kind']]>([
    ['another place', 'خربة الشمال', '4', 'الخميس', 'new'],
    ['another weekday', 'تلة الجنوب', '4', 'الأحد', 'new'],
    ['a correction', 'تلة الجنوب', '6', 'الخميس', 'update'],
  ])('%s', async (_, place, killed, day, kind) => {
    const [, later] = await verdicts(
      { text: report('تلة الجنوب', '4', 'الخميس') },
      { text: report(place, killed, day) },
    );
    expect(later?.kind).toBe(kind);
  });
});

describe('chains', () => {
  it('points repeats of repeats at the one that was let through', async () => {
    const answers = await verdicts(
      { text: BULLETIN, told: { source: 'a' } },
      { text: `عاجل\n${BULLETIN}`, told: { source: 'b' } },
      { text: `عاجل\n${BULLETIN}\nخاص`, told: { source: 'c' } },
      { text: `عاجل\n${BULLETIN}`, told: { source: 'd' } },
    );
    expect(answers.map(({ kind, of }) => [kind, of])).toEqual([
      ['new', -1],
      ['near_duplicate', 0],
      ['near_duplicate', 0],
      ['near_duplicate', 0],
    ]);
  });

  it('points updates at the first edition, and a reprint of an edition at that edition', async () => {
    const noon = `${BULLETIN}\n${CLAUSE}`;
    const evening = `${noon}\nكما وصلت إلى المشفى دفعة جديدة من الأدوية أرسلتها منظمة إغاثية دولية مساء اليوم`;
    const answers = await verdicts(
      { text: BULLETIN },
      { text: noon },
      { text: evening },
      { text: evening, told: { source: 'paper' } },
    );
    expect(answers).toEqual([
      { kind: 'new', of: -1, replaces: [] },
      { kind: 'update', of: 0, replaces: [0] },
      { kind: 'update', of: 0, replaces: expect.arrayContaining([0, 1]) },
      { kind: 'exact', of: 2, replaces: [] },
    ]);
  });
});

describe('versions', () => {
  const url = 'https://example.org/story';
  const corrected = BULLETIN.replace('مقتل 5', 'مقتل 3');
  const at = (hour: number) => `2014-03-02T${hour}:00:00Z`;

  it('replaces what the same publisher corrects', async () => {
    const [, later] = await verdicts({ text: BULLETIN }, { text: corrected });
    expect(later).toEqual({ kind: 'update', of: 0, replaces: [0] });
  });

  it('replaces nothing of another publisher or of an unknown one', async () => {
    const [, other] = await verdicts({ text: BULLETIN }, { text: corrected, told: { source: 'b' } });
    const [, unknown] = await verdicts(
      { text: BULLETIN, told: { source: 'unknown' } },
      { text: corrected, told: { source: 'unknown' } },
    );
    expect([other?.replaces, unknown?.replaces]).toEqual([[], []]);
  });

  it('replaces whatever stood at the URL', async () => {
    const [, later] = await verdicts({ text: BULLETIN, told: { url } }, { text: OTHER, told: { url } });
    expect(later).toEqual({ kind: 'new', of: -1, replaces: [0] });
  });

  it('lets a new version leave something out, where a reprint would repeat', async () => {
    const shorter = [first, second, third].join('\n');
    const [, version] = await verdicts({ text: BULLETIN, told: { url } }, { text: shorter, told: { url } });
    const [, reprint] = await verdicts({ text: BULLETIN }, { text: shorter });
    expect(version).toEqual({ kind: 'update', of: 0, replaces: [0] });
    expect(reprint?.kind).toBe('near_duplicate');
  });

  it('takes a file of the same name for a version only where it has words in common', async () => {
    const file = 'today.txt';
    const [, corrects] = await verdicts(
      { text: BULLETIN, told: { file } },
      { text: corrected, told: { file } },
    );
    const [, reused] = await verdicts({ text: BULLETIN, told: { file } }, { text: OTHER, told: { file } });
    expect(corrects?.replaces).toEqual([0]);
    expect(reused).toEqual({ kind: 'new', of: -1, replaces: [] });
  });

  it('lets nothing of a version stand that arrives after a newer one', async () => {
    const [, late] = await verdicts(
      { text: corrected, told: { url, receivedAt: at(12) } },
      { text: BULLETIN, told: { url, receivedAt: at(10) } },
    );
    expect(late).toMatchObject({ kind: 'near_duplicate', of: 0 });
  });

  it('still withdraws the old version where the new one repeats another article', async () => {
    const [, , later] = await verdicts(
      { text: OTHER, told: { url } },
      { text: BULLETIN, told: { source: 'b' } },
      { text: BULLETIN, told: { url } },
    );
    expect(later).toEqual({ kind: 'update', of: 1, replaces: [0] });
  });
});
