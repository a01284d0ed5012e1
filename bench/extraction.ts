/** Speed of extraction, knowledge matching included, on 4 KB articles: articles a second on one core. */
import { splitClauses } from '../src/arabic/clauses.ts';
import { findDates } from '../src/arabic/dates.ts';
import { findNumbers } from '../src/arabic/numbers.ts';
import { tokenise } from '../src/arabic/tokens.ts';
import { annotate } from '../src/knowledge/annotate.ts';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import type { SectionedArticle } from '../src/model/article.ts';
import { extract } from '../src/stages/extraction/extract.ts';

const SENTENCES = [
  'شن الطيران الحربي غارات جوية على مدينة سراقب وبلدتي حاس وكفرنبل، ما أدى لمقتل خمسة مدنيين بينهم طفلان وإصابة 12 آخرين، ',
  'كما قصفت قوات النظام بالمدفعية الثقيلة قرى الشيخ مصطفى ومعرزيتا دون تسجيل إصابات، ',
  'ودارت اشتباكات عنيفة بين فصائل المعارضة وقوات النظام على محور بلدة الكبينة تمكنت خلالها الفصائل من تدمير دبابة، ',
  'وقال وزير الخارجية إن بلاده تدعو إلى وقف إطلاق النار في إدلب واستئناف المفاوضات بين الأطراف.\n',
  'وفي ريف دير الزور انفجرت عبوة ناسفة بسيارة عسكرية قرب بلدة الشحيل، وقتل عنصران وأصيب ثالث بجروح.\n',
];
const SECONDS = 2;
/** UTF-8 bytes of an article. */
const ARTICLE = 4096;

function article(text: string): SectionedArticle {
  return {
    id: '0123456789abcdef',
    source: 'bench',
    file: '-',
    record: 0,
    url: null,
    title: null,
    text,
    published: { date: '2019-05-22', time: null, basis: 'explicit' },
    receivedAt: '2019-05-22T12:00:00+03:00',
    ticket: null,
    diagnostics: [],
    language: 'ar',
    removed: [],
    duplicate: null,
    replaces: [],
    bulletins: [],
    news: [
      {
        id: 'n1',
        start: 0,
        end: text.length,
        heading: null,
        governorate: null,
        alsoGovernorates: [],
        repeat: null,
      },
    ],
  };
}

/** Texts that differ, so that no memory of words answers alone for the speed. */
function texts(): string[] {
  return Array.from({ length: 50 }, (_, shift) => {
    let text = '';
    for (let i = shift; Buffer.byteLength(text) < ARTICLE; i++) text += SENTENCES[i % SENTENCES.length];
    return text;
  });
}

function rate(work: (text: string) => unknown): number {
  const all = texts();
  for (const text of all) work(text);
  let rounds = 0;
  const start = performance.now();
  while (performance.now() - start < SECONDS * 1000) {
    work(all[rounds % all.length] as string);
    rounds++;
  }
  return rounds / ((performance.now() - start) / 1000);
}

/** Prints and returns articles a second, for the whole and for what it is made of. */
export function run(): Record<string, number> {
  const knowledge = loadKnowledge();
  const published = '2019-05-22';
  const rates = {
    tokens: rate((text) => tokenise(text)),
    'numbers, dates, clauses': rate((text) => {
      const tokens = tokenise(text);
      return [findNumbers(tokens), findDates(tokens, { published }), splitClauses(tokens)];
    }),
    names: rate((text) => annotate(tokenise(text), { sections: [], published, text }, knowledge)),
    extraction: rate((text) => extract(article(text), knowledge)),
  };
  for (const [part, speed] of Object.entries(rates)) {
    console.log(`${part.padEnd(24)} ${Math.round(speed).toLocaleString('en')} articles/s`);
  }
  return rates;
}
