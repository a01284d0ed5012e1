/** How often the verdict on a generated article is the right one, by kind. */
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import type { NovelArticle, RepeatNotice } from '../src/model/article.ts';
import { MemoryLineIndex } from '../src/stages/dedup/clean/line-index.ts';
import { dedupStage } from '../src/stages/dedup/dedup-stage.ts';
import { MemorySeenIndex } from '../src/stages/dedup/memory-seen-index.ts';
import { type GeneratorOptions, KINDS, type Made, type MadeKind, makeArticles } from './generator.ts';

const CHUNK = 50;
const EXAMPLES = 3;
const TARGET = { precision: 0.99, recall: 0.98 };

interface Told {
  readonly made: Made;
  readonly kind: string;
  readonly of: string | null;
}

/** Generates, decides, prints a table; kinds under the target are shown with examples. */
export async function measureQuality(options: GeneratorOptions, knowledge: Knowledge): Promise<void> {
  const told = await decideAll(options, knowledge);
  console.log(`repeats/quality: ${told.length} articles, seed ${options.seed}`);
  for (const kind of Object.keys(KINDS) as MadeKind[]) reportRecall(kind, told);
  for (const verdict of new Set(Object.values(KINDS))) reportPrecision(verdict, told);
}

async function decideAll(options: GeneratorOptions, knowledge: Knowledge): Promise<Told[]> {
  const ports = {
    knowledge,
    seen: new MemorySeenIndex({ memoryDays: 10_000 }),
    lineIndex: new MemoryLineIndex(),
  };
  const told: Told[] = [];
  let chunk: Made[] = [];
  const flush = async (): Promise<void> => {
    const results = await dedupStage.run(
      chunk.map(({ article }) => article),
      ports,
    );
    results.forEach((result, at) => {
      const made = chunk[at] as Made;
      if (result.kind !== 'emit') throw new Error(`article ${made.article.id}: ${result.kind}`);
      const duplicate = (result.items[0] as NovelArticle | RepeatNotice).duplicate;
      told.push({ made, kind: duplicate?.kind ?? 'new', of: duplicate?.of ?? null });
    });
    chunk = [];
  };
  for (const made of makeArticles(options)) {
    chunk.push(made);
    if (chunk.length === CHUNK) await flush();
  }
  await flush();
  return told;
}

function isRight({ made, kind, of }: Told): boolean {
  return kind === KINDS[made.kind] && (kind === 'new' || of === made.of);
}

function reportRecall(kind: MadeKind, told: readonly Told[]): void {
  const all = told.filter(({ made }) => made.kind === kind);
  const wrong = all.filter((one) => !isRight(one));
  const recall = all.length === 0 ? 1 : 1 - wrong.length / all.length;
  const failing = recall < TARGET.recall;
  console.log(
    `  ${kind.padEnd(12)} ${KINDS[kind].padEnd(15)} n ${String(all.length).padStart(6)}  recall ${recall.toFixed(4)}${failing ? '  FAILS' : ''}`,
  );
  if (!failing) return;
  for (const { made, kind: said, of } of wrong.slice(0, EXAMPLES)) {
    console.log(
      `    said ${said} of ${of ?? '-'} (made from ${made.of ?? '-'}): ${made.article.text.slice(0, Number(process.env.LEN ?? 300))}`,
    );
  }
}

function reportPrecision(verdict: string, told: readonly Told[]): void {
  const said = told.filter(({ kind }) => kind === verdict);
  const wrong = said.filter((one) => !isRight(one));
  const precision = said.length === 0 ? 1 : 1 - wrong.length / said.length;
  const failing = precision < TARGET.precision;
  console.log(
    `  ${verdict.padEnd(28)} n ${String(said.length).padStart(6)}  precision ${precision.toFixed(4)}${failing ? '  FAILS' : ''}`,
  );
  if (!failing) return;
  for (const { made, of } of wrong.slice(0, EXAMPLES)) {
    console.log(
      `    was ${made.kind} (made from ${made.of ?? '-'}, said of ${of ?? '-'}): ${made.article.text.slice(0, Number(process.env.LEN ?? 300))}`,
    );
  }
}
