/**
 * Publishes summaries that are due, for as long as it runs. Any number of publishers may run beside each other; every
 * process that hosts the aggregation stage has one.
 */
import type { Logger } from '../logger.ts';
import type { Summary } from '../model/summary.ts';
import { type PublishPorts, publishDue } from '../stages/aggregation/publish.ts';

export interface Publisher {
  /** Something may have become due: look at once. */
  nudge(): void;
  close(): Promise<void>;
}

export interface PublisherOptions {
  readonly ports: PublishPorts;
  readonly logger: Logger;
  /** Milliseconds without a change after which a day is settled; null never settles. */
  readonly settleAfter: number | null;
  readonly onRevisions?: (revisions: readonly Summary[]) => void;
}

/** How often to look for what other processes made due. */
const LOOK_MS = 200;

export function startPublisher({ ports, logger, settleAfter, onRevisions }: PublisherOptions): Publisher {
  let stopped = false;
  let nudged = false;
  let wake: () => void = () => {};
  const loop = async () => {
    while (!stopped) {
      nudged = false;
      let wait = LOOK_MS;
      try {
        const revisions = await publishDue(ports, Date.now(), { settleAfter });
        if (revisions.length > 0) onRevisions?.(revisions);
        const due = await ports.mentionStore.nextDue(Date.now());
        wait = Math.min(LOOK_MS, due ?? LOOK_MS);
      } catch (err) {
        if (!stopped) logger.warn({ stage: 'aggregation', err }, 'summaries not published; trying again');
      }
      if (stopped || nudged) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.max(5, wait));
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const running = loop();
  return {
    nudge() {
      nudged = true;
      wake();
    },
    async close() {
      stopped = true;
      wake();
      await running;
    },
  };
}
