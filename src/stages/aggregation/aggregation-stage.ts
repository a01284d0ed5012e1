/**
 * Purpose: adds what an article tells to the days and governorates it tells of. Input: a contribution, that is an
 * article with its mentions or word of a repeat. Output: the cells that may have changed, which `publishDue` then
 * summarises. Guarantee: joins only; a contribution that comes twice, late or on two workers at once changes nothing.
 */
import { z } from 'zod';
import { type Contribution, ContributionSchema } from '../../model/article.ts';
import { each, emit, type Result, type Stage } from '../../stage.ts';
import { contribute } from './contribute.ts';
import type { PublishPorts } from './publish.ts';

export interface AggregationPorts extends PublishPorts {
  /** Milliseconds since the epoch; only decides when revisions go out, never what they say. */
  readonly now?: () => number;
}

export const TouchedSchema = z.object({
  /** The article that touched them. */
  id: z.string(),
  /** `2015-07-04/SY03`. */
  cells: z.array(z.string()),
});
export type Touched = z.infer<typeof TouchedSchema>;

/** Articles added beside each other: joins may interleave, and on Redis the round trips are what costs. */
const BESIDE = 16;

export const aggregationStage: Stage<Contribution, Touched, AggregationPorts> = {
  name: 'aggregation',
  input: ContributionSchema,
  output: TouchedSchema,
  async run(items, { mentionStore, summaryKnowledge, now = Date.now }) {
    const touched = new Set<string>();
    const add = async (item: Contribution): Promise<Result<Touched>> => {
      const cells = await contribute(item, mentionStore, summaryKnowledge);
      for (const cell of cells) touched.add(cell);
      return emit({ id: item.id, cells });
    };
    const results: Result<Touched>[] = [];
    for (let at = 0; at < items.length; at += BESIDE) {
      const beside = items.slice(at, at + BESIDE).map((item) => each([item], add));
      for (const [result] of await Promise.all(beside)) results.push(result as Result<Touched>);
    }
    // After the facts: a cell is noted as changed only when there is something to read, and a crash before this
    // line brings the whole chunk again.
    await mentionStore.touch([...touched].sort(), now());
    return results;
  },
};
