/**
 * Speed of extraction, knowledge matching included, on 4 KB articles: articles a second of one core's time. Runs the
 * build, made first where a source is newer: tsx wraps every function to keep its name, which no worker pays for.
 */
import type { SectionedArticle } from '../src/model/article.ts';

const SENTENCES = [
  'شن الطيران الحربي غارات جوية على مدينة سراقب وبلدتي حاس وكفرنبل، ما أدى لمقتل خمسة مدنيين بينهم طفلان وإصابة 12 آخرين، ',
  'كما قصفت قوات النظام بالمدفعية الثقيلة قرى الشيخ مصطفى ومعرزيتا دون تسجيل إصابات، ',
  'ودارت اشتباكات عنيفة بين فصائل المعارضة وقوات النظام على محور بلدة الكبينة تمكنت خلالها الفصائل من تدمير دبابة، ',
  'وقال وزير الخارجية إن بلاده تدعو إلى وقف إطلاق النار في إدلب واستئناف المفاوضات بين الأطراف.\n',
  'وفي ريف دير الزور انفجرت عبوة ناسفة بسيارة عسكرية قرب بلدة الشحيل، وقتل عنصران وأصيب ثالث بجروح.\n',
];
/** Rounds through all articles before all that extraction runs is compiled, and rounds that are timed. */
const WARM_UP = 300;
const ROUNDS = 100;
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

/** Texts that differ, so that no memory of words answers alone for the speed; as they come off a queue, out of JSON. */
function articles(): SectionedArticle[] {
  return Array.from({ length: 50 }, (_, shift) => {
    let text = '';
    for (let i = shift; Buffer.byteLength(text) < ARTICLE; i++) text += SENTENCES[i % SENTENCES.length];
    return JSON.parse(JSON.stringify(article(text))) as SectionedArticle;
  });
}

/** How many a second of processor time: the best of many rounds, since other programs only ever slow one down. */
function rate(work: (article: SectionedArticle) => unknown): number {
  const all = articles();
  let best = 0;
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const before = process.cpuUsage();
    for (const one of all) work(one);
    const { user, system } = process.cpuUsage(before);
    if (round >= WARM_UP) best = Math.max(best, all.length / ((user + system) / 1e6));
  }
  return best;
}

/** A module of the build. */
function built<Module>(path: string): Promise<Module> {
  return import(new URL(`../dist/src/${path}.js`, import.meta.url).href) as Promise<Module>;
}

/** Prints and returns articles a second, for the whole and for what it is made of. */
export async function run(): Promise<Record<string, number>> {
  const { buildIfStale } = (await import(new URL('../scripts/build.js', import.meta.url).href)) as {
    buildIfStale(): void;
  };
  buildIfStale();
  const { tokenise } = await built<typeof import('../src/arabic/tokens.ts')>('arabic/tokens');
  const { findNumbers } = await built<typeof import('../src/arabic/numbers.ts')>('arabic/numbers');
  const { findDates } = await built<typeof import('../src/arabic/dates.ts')>('arabic/dates');
  const { splitClauses } = await built<typeof import('../src/arabic/clauses.ts')>('arabic/clauses');
  const { annotate } = await built<typeof import('../src/knowledge/annotate.ts')>('knowledge/annotate');
  const { loadKnowledge } =
    await built<typeof import('../src/knowledge/knowledge.ts')>('knowledge/knowledge');
  const { extract } =
    await built<typeof import('../src/stages/extraction/extract.ts')>('stages/extraction/extract');
  const knowledge = loadKnowledge();
  const published = '2019-05-22';
  const rates = {
    extraction: rate((one) => extract(one, knowledge)),
    tokens: rate(({ text }) => tokenise(text)),
    'numbers, dates, clauses': rate(({ text }) => {
      const tokens = tokenise(text);
      return [findNumbers(tokens), findDates(tokens, { published }), splitClauses(tokens)];
    }),
    names: rate(({ text }) => annotate(tokenise(text), { sections: [], published, text }, knowledge)),
  };
  for (const [part, speed] of Object.entries(rates)) {
    console.log(`${part.padEnd(24)} ${Math.round(speed).toLocaleString('en')} articles/s`);
  }
  return rates;
}
