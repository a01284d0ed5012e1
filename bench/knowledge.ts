/** Speed of the knowledge core on 4 KB articles of made-up prose: articles a second through annotate, one core. */
import { tokenise } from '../src/arabic/tokens.ts';
import { findActors } from '../src/knowledge/actors.ts';
import { annotate } from '../src/knowledge/annotate.ts';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import { surfaceCutter } from '../src/knowledge/surface.ts';
import { findWeapons } from '../src/knowledge/weapons.ts';

const SENTENCES = [
  'دارت اشتباكات عنيفة بين الثوار وقوات النظام المدعومة بعناصر حزب الله على محور بلدة عين ترما، ',
  'وقصفت المدفعية الثقيلة وراجمات الصواريخ أحياء مدينة دوما وأطراف حرستا بأكثر من عشرين قذيفة هاون، ',
  'كما شن الطيران الحربي غارات على قرى ( اللطامنة، كفرزيتا، مورك ) ما أدى لمقتل خمسة مدنيين بينهم طفلان، ',
  'وأفاد ناشطون بأن تنظيم الدولة فجر سيارة مفخخة قرب الشدادي، وردت وحدات حماية الشعب بقصف مواقعه.\n',
];
const SECONDS = 1;
/** UTF-8 bytes of an article. */
const ARTICLE = 4096;

function makeArticle(): string {
  let text = '';
  for (let i = 0; Buffer.byteLength(text) < ARTICLE; i++) text += SENTENCES[i % SENTENCES.length];
  return text;
}

function rate(work: () => unknown): number {
  for (let i = 0; i < 20; i++) work();
  let rounds = 0;
  const start = performance.now();
  do {
    work();
    rounds++;
  } while (performance.now() - start < SECONDS * 1000);
  return rounds / ((performance.now() - start) / 1000);
}

/**
 * Prints start-up and rates; where a `[gazetteer]` is told, once without it, once with it, and what it costs. Returns
 * articles/s by part, of the last. The first of two in one process runs colder: so the cost is told by a second round.
 */
export function run(args: readonly string[] = []): Record<string, number> {
  const own = measure(undefined);
  const [gazetteer] = args;
  if (gazetteer === undefined) return own.rates;
  const full = measure(gazetteer);
  const times = rate(own.annotate) / rate(full.annotate);
  console.log(`knowledge/cost of the full gazetteer ${times.toFixed(2)} times that of the own (target 2)`);
  return full.rates;
}

interface Measured {
  readonly rates: Record<string, number>;
  readonly annotate: () => unknown;
}

function measure(gazetteer: string | undefined): Measured {
  const start = performance.now();
  const knowledge = loadKnowledge({ gazetteer });
  console.log(
    `knowledge/start-up   ${(performance.now() - start).toFixed(0).padStart(7)} ms, ` +
      `${knowledge.gazetteer.places.length} places, ${knowledge.actors.trie.size} forms of actors`,
  );
  const text = makeArticle();
  const tokens = tokenise(text);
  const cut = surfaceCutter(tokens, text);
  const context = { sections: [], published: '2015-07-04', text };
  const annotateIt = () => annotate(tokens, context, knowledge);
  const rates: Record<string, number> = {
    actors: rate(() => findActors(tokens, cut, context.published, knowledge.actors)),
    weapons: rate(() => findWeapons(tokens, cut, knowledge.weapons)),
    annotate: rate(annotateIt),
  };
  for (const [name, figure] of Object.entries(rates)) {
    console.log(`knowledge/${name.padEnd(10)} ${figure.toFixed(0).padStart(7)} articles/s`);
  }
  return { rates, annotate: annotateIt };
}
