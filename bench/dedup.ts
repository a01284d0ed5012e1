/**
 * Repeats: precision and recall on generated articles by kind, CPU an article, Redis memory an article, and cost with
 * a full index. `npm run bench dedup -- [--articles 20000] [--seed 7] [--index 1000000] [--only quality|cost|redis|growth]`.
 */
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import { measureCost, measureGrowth, measureRedis } from './dedup-cost.ts';
import { measureQuality } from './dedup-quality.ts';
import type { Region } from './generator.ts';

export async function run(args: readonly string[] = []): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      articles: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '7' },
      index: { type: 'string', default: '1000000' },
      only: { type: 'string' },
    },
  });
  const knowledge = loadKnowledge();
  const options = {
    count: Number(values.articles),
    seed: Number(values.seed),
    regions: regionsOf(knowledge),
  };
  const parts: Readonly<Record<string, () => Promise<void>>> = {
    quality: () => measureQuality(options, knowledge),
    cost: () => measureCost(options, knowledge),
    redis: () => measureRedis(options, knowledge),
    growth: () => measureGrowth(Number(values.index)),
  };
  for (const [name, part] of Object.entries(parts)) {
    if (values.only === undefined || values.only === name) await part();
  }
}

const LEVELS: ReadonlySet<string> = new Set(['adm3', 'adm4', 'neighbourhood']);
const FEWEST_PLACES = 20;

/** The names of the gazetteer's towns and villages, by governorate. */
export function regionsOf({ governorates, gazetteer }: ReturnType<typeof loadKnowledge>): Region[] {
  const told = gazetteer.places.filter(({ level, needsCue }) => LEVELS.has(level) && !needsCue);
  const regions = governorates.map(({ id, ar }) => ({
    governorate: ar,
    places: told.filter((place) => place.governorate === id && place.ar !== ar).map((place) => place.ar),
  }));
  return regions.filter(({ places }) => places.length >= FEWEST_PLACES);
}
