/** How the line stands: for `nashra status` and the dashboard. */
import { PIPELINE } from '../pipeline.ts';
import type { StageName } from '../stage.ts';
import { countWorkers } from './count-workers.ts';
import type { Line } from './line.ts';

export interface StageStatus {
  readonly stage: StageName;
  /** Worker connections that read the stage's queue. */
  readonly workers: number;
  /** Jobs, of up to 50 articles each. */
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  /** Articles a second over the last minute. */
  readonly rate: number;
}

export interface LineStatus {
  readonly stages: readonly StageStatus[];
  readonly failed: number;
  readonly memory: { readonly usedBytes: number; readonly maxBytes: number; readonly policy: string };
  readonly redis: { readonly version: string };
}

export async function readStatus(
  line: Pick<Line, 'queues' | 'rates' | 'failed' | 'redis'>,
): Promise<LineStatus> {
  const [rates, failed, memory, server] = await Promise.all([
    line.rates.lastMinute(),
    line.failed.count(),
    line.redis.info('memory'),
    line.redis.info('server'),
  ]);
  const stages = await Promise.all(
    PIPELINE.map(async ({ stage, queue }): Promise<StageStatus> => {
      const [counts, workers] = await Promise.all([
        line.queues[queue].getJobCounts('waiting', 'active', 'delayed'),
        countWorkers(line.redis, line.queues[queue]),
      ]);
      const { waiting = 0, active = 0, delayed = 0 } = counts;
      return { stage: stage.name, workers, waiting, active, delayed, rate: rates[stage.name] };
    }),
  );
  return {
    stages,
    failed,
    memory: {
      usedBytes: Number(field(memory, 'used_memory')),
      maxBytes: Number(field(memory, 'maxmemory')),
      policy: field(memory, 'maxmemory_policy'),
    },
    redis: { version: field(server, 'redis_version') },
  };
}

function field(info: string, name: string): string {
  const line = info.split('\n').find((candidate) => candidate.startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim() ?? '';
}
