/** Refuses to start with a country pack that a stage cannot use, instead of failing every article with it. */
import { SetupError } from '../errors.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { memoryPorts } from '../memory-ports.ts';
import type { RawArticle } from '../model/article.ts';
import { runInProcess } from '../pipeline.ts';

/** Stages compile their share of the pack when they first need it; this text makes each of them need it. */
const PROBE: RawArticle = {
  id: '0'.repeat(32),
  source: 'probe',
  file: '-',
  record: 0,
  url: null,
  title: null,
  text: 'نص قصير للتجربة.',
  published: { date: '2015-01-01', time: null, basis: 'assumed' },
  receivedAt: '2015-01-01T00:00:00Z',
  ticket: null,
  diagnostics: [],
};

/**
 * Runs a short text through all stages in memory.
 * @throws SetupError where a stage cannot use the pack.
 */
export async function checkPack(knowledge: Knowledge): Promise<void> {
  const { failed } = await runInProcess([PROBE], memoryPorts(knowledge));
  const unfit = failed.find(({ error }) => error instanceof SetupError);
  if (unfit) throw unfit.error;
}
