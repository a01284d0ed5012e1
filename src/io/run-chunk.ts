/** Runs one chunk of items through a stage: checks each on the way in, and sorts what came of them. Touches nothing. */
import { BadInputError } from '../errors.ts';
import type { PipelinePorts, QueueName, Step, Travelling } from '../pipeline.ts';
import type { Result } from '../stage.ts';
import { sizeOf } from './queues.ts';

export interface ChunkOutcome {
  /** What each next queue is to get. */
  readonly outgoing: ReadonlyMap<QueueName, readonly unknown[]>;
  /** Items whose way ends here: dropped, or emitted at the end of the line. */
  readonly settled: readonly Travelling[];
  readonly failed: readonly { readonly item: unknown; readonly error: Error }[];
  readonly dropped: readonly { readonly id: string; readonly reason: string }[];
  /** What left the line: the last stage's results. */
  readonly emitted: readonly unknown[];
}

/** The worker is stopping: the chunk goes back to its queue, and whoever takes it begins anew. */
export class HandBackError extends Error {
  override readonly name = 'HandBackError';
}

/**
 * So much text is read in one go, some tenths of a second; between two goes the process sees to its timers and
 * connections, and to whether it should stop. The chunks of a backlog of ordinary articles mostly are one go: the
 * indexes are asked once for all of them (with a quarter of it the section index was read four times as often).
 */
const SLICE_BYTES = 300_000;

/**
 * Rejects only where the stage as a whole throws (a bad item is among `failed`), or with HandBackError where `signal`
 * is aborted before the end.
 */
export async function runChunk(
  step: Step,
  items: readonly unknown[],
  ports: PipelinePorts,
  signal: AbortSignal,
): Promise<ChunkOutcome> {
  const failed: { item: unknown; error: Error }[] = [];
  const checked = checkItems(step, items, failed);
  const results: Result<unknown>[] = [];
  for (const slice of slicesOf(checked)) {
    if (signal.aborted) throw new HandBackError('the worker is stopping');
    results.push(...(await step.stage.run(slice, ports)));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return sortOut(step, checked, results, failed);
}

function slicesOf(items: readonly unknown[]): readonly (readonly unknown[])[] {
  const slices: unknown[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const size = sizeOf(item);
    if (bytes + size > SLICE_BYTES) {
      slices.push([]);
      bytes = 0;
    }
    slices.at(-1)?.push(item);
    bytes += size;
  }
  return slices;
}

function sortOut(
  step: Step,
  items: readonly unknown[],
  results: readonly Result<unknown>[],
  failed: { item: unknown; error: Error }[],
): ChunkOutcome {
  const outgoing = new Map<QueueName, unknown[]>();
  const settled: Travelling[] = [];
  const dropped: { id: string; reason: string }[] = [];
  const emitted: unknown[] = [];
  items.forEach((item, index) => {
    const { id, ticket, arrivedAs } = item as Travelling;
    const result = results[index] ?? {
      kind: 'fail',
      error: new Error(`stage ${step.stage.name} gave no result`),
    };
    if (result.kind === 'fail') {
      failed.push({ item, error: result.error });
      return;
    }
    const passedOn =
      result.kind === 'emit' ? result.items.map((out) => ({ out, queue: step.feeds(out) })) : [];
    if (result.kind === 'drop') dropped.push({ id, reason: result.reason });
    for (const { out, queue } of passedOn) {
      if (queue === null) emitted.push(out);
      else outgoing.set(queue, [...(outgoing.get(queue) ?? []), out]);
    }
    if (!passedOn.some(({ queue }) => queue !== null)) settled.push({ id, ticket, arrivedAs });
  });
  return { outgoing, settled, failed, dropped, emitted };
}

function checkItems(
  step: Step,
  items: readonly unknown[],
  failed: { item: unknown; error: Error }[],
): unknown[] {
  const checked: unknown[] = [];
  for (const item of items) {
    const parsed = step.stage.input.safeParse(item);
    if (parsed.success) {
      checked.push(parsed.data);
      continue;
    }
    const [issue] = parsed.error.issues;
    const where = `article ${String((item as { id?: unknown } | null)?.id ?? 'unknown')}`;
    const message = `field ${issue?.path.join('.') || '(whole)'}: ${issue?.message ?? 'does not fit'}`;
    failed.push({ item, error: new BadInputError(where, message) });
  }
  return checked;
}
