/** Placeholder until the stage lands: takes everything, tells nothing. */
import { type Contribution, ContributionSchema } from '../../model/article.ts';
import { type Summary, SummarySchema } from '../../model/summary.ts';
import { drop, each, type Stage } from '../../stage.ts';

export const aggregationStage: Stage<Contribution, Summary, object> = {
  name: 'aggregation',
  input: ContributionSchema as never,
  output: SummarySchema as never,
  run: (items) => each(items, () => drop<Summary>('placeholder')),
};
