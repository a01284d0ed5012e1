/**
 * The one contract every stage has. A stage takes a chunk of items and answers one result per item, in order;
 * it neither logs nor measures nor knows a queue. One bad item answers `fail` and its neighbours go on.
 */
import type { z } from 'zod';

export type Result<Out> =
  | { readonly kind: 'emit'; readonly items: readonly Out[] }
  | { readonly kind: 'drop'; readonly reason: string }
  | { readonly kind: 'fail'; readonly error: Error };

export interface Stage<In, Out, Ports> {
  readonly name: StageName;
  /** Parses and checks one item as it comes from the queue. */
  readonly input: z.ZodType<In>;
  readonly output: z.ZodType<Out>;
  run(items: readonly In[], ports: Ports): Promise<readonly Result<Out>[]>;
}

export const STAGE_NAMES = ['dedup', 'sections', 'extraction', 'aggregation'] as const;
export type StageName = (typeof STAGE_NAMES)[number];

export function emit<Out>(...items: readonly Out[]): Result<Out> {
  return { kind: 'emit', items };
}

export function drop<Out>(reason: string): Result<Out> {
  return { kind: 'drop', reason };
}

/** Runs a function over each item of a chunk; what it throws becomes that item's `fail`. */
export async function each<In, Out>(
  items: readonly In[],
  run: (item: In) => Promise<Result<Out>> | Result<Out>,
): Promise<Result<Out>[]> {
  const results: Result<Out>[] = [];
  for (const item of items) {
    try {
      results.push(await run(item));
    } catch (error) {
      results.push({ kind: 'fail', error: error instanceof Error ? error : new Error(String(error)) });
    }
  }
  return results;
}
