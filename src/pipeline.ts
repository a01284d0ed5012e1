/**
 * Read this first: the stages in order, the queue that each one reads, and what feeds what.
 *
 *   intake ─▶ [articles] dedup ─▶ [sections] sections ─▶ [extraction] extraction ─▶ [aggregation] aggregation ─▶ summaries
 *                          └── word of a repeat ──────────────────────────────────────────▲
 *
 * The workers, the command line and the tests are all built from PIPELINE. A new stage is a folder under stages/ and
 * a line here.
 */
import type { NovelArticle, RawArticle, RepeatNotice } from './model/article.ts';
import type { Result, Stage, StageName } from './stage.ts';
import { aggregationStage } from './stages/aggregation/aggregation-stage.ts';
import { dedupStage } from './stages/dedup/dedup-stage.ts';
import { extractionStage } from './stages/extraction/extraction-stage.ts';
import { sectionsStage } from './stages/sections/sections-stage.ts';

export const QUEUE_NAMES = ['articles', 'sections', 'extraction', 'aggregation'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

type PortsOf<S> = S extends Stage<infer _In, infer _Out, infer Ports> ? Ports : never;

/** What the stages together ask of the world: each declares its own share beside its code. */
export type PipelinePorts = PortsOf<typeof dedupStage> &
  PortsOf<typeof sectionsStage> &
  PortsOf<typeof extractionStage> &
  PortsOf<typeof aggregationStage>;

/** What every item that travels the queues carries: its article, and the file ticket to report to when it is done. */
export interface Travelling {
  readonly id: string;
  readonly ticket: string | null;
  /** The id under which its file waits for it, where it bears another one by now. */
  readonly arrivedAs?: string | undefined;
}

export interface Step {
  readonly queue: QueueName;
  readonly stage: Stage<unknown, unknown, PipelinePorts>;
  /** The queue that takes an item this stage emits; null where the line ends. */
  readonly feeds: (item: unknown) => QueueName | null;
}

function step<In, Out>(
  queue: QueueName,
  stage: Stage<In, Out, PipelinePorts>,
  feeds: (item: Out) => QueueName | null,
): Step {
  return { queue, stage: stage as Stage<unknown, unknown, PipelinePorts>, feeds: feeds as Step['feeds'] };
}

function isRepeat(item: NovelArticle | RepeatNotice): boolean {
  return 'kind' in item && item.kind === 'repeat';
}

export const PIPELINE: readonly Step[] = Object.freeze([
  step('articles', dedupStage, (item) => (isRepeat(item) ? 'aggregation' : 'sections')),
  step('sections', sectionsStage, () => 'extraction'),
  step('extraction', extractionStage, () => 'aggregation'),
  step('aggregation', aggregationStage, () => null),
]);

/** The step that a stage's name stands for. */
export function stepOf(name: StageName): Step {
  const found = PIPELINE.find((candidate) => candidate.stage.name === name);
  if (!found) throw new Error(`the pipeline has no stage ${name}`);
  return found;
}

/** What became of a run in one process, in the order of the line. */
export interface Run {
  /** What each queue carried: `passed.aggregation` holds the articles with their mentions and the repeats. */
  readonly passed: Readonly<Record<QueueName, readonly unknown[]>>;
  /** What the last stage emitted. */
  readonly emitted: readonly unknown[];
  readonly dropped: readonly { readonly id: string; readonly stage: StageName; readonly reason: string }[];
  readonly failed: readonly { readonly id: string; readonly stage: StageName; readonly error: Error }[];
}

/**
 * Runs articles through all stages in this process, without a queue: `analyze` and the tests use it. Articles meet
 * the stages in the order given, so later ones are compared with earlier ones.
 */
export async function runInProcess(articles: readonly RawArticle[], ports: PipelinePorts): Promise<Run> {
  const passed: Record<QueueName, unknown[]> = {
    articles: [...articles],
    sections: [],
    extraction: [],
    aggregation: [],
  };
  const emitted: unknown[] = [];
  const dropped: Run['dropped'][number][] = [];
  const failed: Run['failed'][number][] = [];
  const handOver = (out: unknown, queue: QueueName | null) =>
    queue === null ? emitted.push(out) : passed[queue].push(out);
  for (const { queue, stage, feeds } of PIPELINE) {
    const items = passed[queue];
    const results = await stage.run(items, ports);
    items.forEach((item, index) => {
      const result = results[index] as Result<unknown>;
      const { id } = item as Travelling;
      if (result.kind === 'drop') dropped.push({ id, stage: stage.name, reason: result.reason });
      else if (result.kind === 'fail') failed.push({ id, stage: stage.name, error: result.error });
      else for (const out of result.items) handOver(out, feeds(out));
    });
  }
  return { passed, emitted, dropped, failed };
}
