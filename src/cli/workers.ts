/** Starts stages in this process: `worker`, `process` and `up` host them alike. */

import type { Line } from '../io/line.ts';
import { type Publisher, startPublisher } from '../io/publisher.ts';
import type { StageWorker } from '../io/stage-worker.ts';
import type { Logger } from '../logger.ts';
import type { Summary } from '../model/summary.ts';
import { type PipelinePorts, stepOf } from '../pipeline.ts';
import type { StageName } from '../stage.ts';

export interface Workers {
  /** Hands back or finishes what is in hand within `ms`. */
  close(ms: number): Promise<void>;
}

export interface WorkersOptions {
  readonly line: Line;
  readonly stages: readonly StageName[];
  readonly ports: PipelinePorts;
  readonly logger: Logger;
  /** Milliseconds without a change after which a day is settled; null never settles. */
  readonly settleAfter: number | null;
  /** Told of the days and governorates that articles touched. */
  readonly onEmitted?: (items: readonly unknown[]) => void;
  readonly onRevisions?: (revisions: readonly Summary[]) => void;
}

/** Resolves when all stages take jobs. */
export async function startWorkers(options: WorkersOptions): Promise<Workers> {
  const { line, stages, ports, logger } = options;
  const publisher: Publisher | null = stages.includes('aggregation')
    ? startPublisher({
        ports,
        logger,
        settleAfter: options.settleAfter,
        ...(options.onRevisions ? { onRevisions: options.onRevisions } : {}),
      })
    : null;
  const emitted = (items: readonly unknown[]) => {
    publisher?.nudge();
    options.onEmitted?.(items);
  };
  const workers: StageWorker[] = stages.map((stage) => line.work(stepOf(stage), ports, emitted));
  await Promise.all(workers.map((worker) => worker.ready()));
  return {
    async close(ms) {
      await Promise.all(workers.map((worker) => worker.close(ms)));
      await publisher?.close();
    },
  };
}
