/**
 * Purpose: adds what an article tells to the days and governorates it tells of. Input: a contribution, that is an
 * article with its mentions or word of a repeat. Output: the cells that may have changed, which `publishDue` then
 * summarises. Guarantee: joins only; a contribution that comes twice, late or on two workers at once changes nothing.
 */
import { z } from 'zod';
import { type Contribution, ContributionSchema } from '../../model/article.ts';
import { each, emit, type Result, type Stage } from '../../stage.ts';
import { type CellId, cellParts, type GrowingFacts, joinInto } from './cell-facts.ts';
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

/** Articles registered beside each other, a chunk of the line: on Redis the round trips are what costs. */
const BESIDE = 50;

export const aggregationStage: Stage<Contribution, Touched, AggregationPorts> = {
  name: 'aggregation',
  input: ContributionSchema,
  output: TouchedSchema,
  async run(items, { mentionStore, summaryKnowledge, now = Date.now }) {
    const { country } = summaryKnowledge;
    const told = new Map<CellId, GrowingFacts>();
    const register = async (item: Contribution): Promise<Result<Touched>> => {
      const facts = await contribute(item, mentionStore, summaryKnowledge);
      for (const [cell, more] of facts) joinInto(growing(told, cell), more);
      return emit({ id: item.id, cells: withCountry(facts.keys(), country) });
    };
    const results: Result<Touched>[] = [];
    for (let at = 0; at < items.length; at += BESIDE) {
      const beside = items.slice(at, at + BESIDE).map((item) => each([item], register));
      for (const [result] of await Promise.all(beside)) results.push(result as Result<Touched>);
    }
    // Articles of a chunk mostly tell of the same days: once a cell and not once an article.
    await Promise.all([...told].map(([cell, facts]) => mentionStore.add(cell, facts)));
    // After the facts: a cell is noted as changed only when there is something to read, and a crash before this
    // line brings the whole chunk again.
    await mentionStore.touch(withCountry(told.keys(), country), now());
    return results;
  },
};

function growing(told: Map<CellId, GrowingFacts>, cell: CellId): GrowingFacts {
  const known = told.get(cell) ?? { members: new Map(), links: new Map(), entries: new Map() };
  told.set(cell, known);
  return known;
}

/** Cells with the national ones of their days, sorted. */
function withCountry(cells: Iterable<CellId>, country: string): CellId[] {
  const all = [...cells];
  const national = all.map((cell) => `${cellParts(cell).date}/${country}`);
  return [...new Set([...all, ...national])].sort();
}
