/**
 * Publishes summaries that are due, for as long as it runs. Any number of publishers may run beside each other; every
 * process that hosts the aggregation stage has one.
 */
import type { Logger } from '../logger.ts';
import type { Summary } from '../model/summary.ts';
import { type PublishPorts, publishDue } from '../stages/aggregation/publish.ts';
import { Pause } from './pause.ts';

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

/** Even under load nothing that is due waits longer than this and a round. */
const MAX_PAUSE_MS = 2_000;
/** How often to look for what other processes made due. */
const LOOK_MS = 200;
/**
 * While articles keep coming, a round is followed by a pause of so many times its own length: summaries then take a
 * third of the time at most, and more changes go into one revision.
 */
const PAUSE_UNDER_LOAD = 2;

export function startPublisher({ ports, logger, settleAfter, onRevisions }: PublisherOptions): Publisher {
  let stopped = false;
  let nudged = false;
  /** True while it waits with nothing due: a nudge then ends the wait. */
  let idle = false;
  const pause = new Pause();
  const loop = async () => {
    while (!stopped) {
      nudged = false;
      let wait = LOOK_MS;
      const began = Date.now();
      try {
        const revisions = await publishDue(ports, Date.now(), { settleAfter });
        if (revisions.length > 0) onRevisions?.(revisions);
        const due = await ports.mentionStore.nextDue(Date.now());
        wait = Math.min(LOOK_MS, due ?? LOOK_MS);
      } catch (err) {
        if (!stopped) logger.warn({ stage: 'aggregation', err }, 'summaries not published; trying again');
      }
      if (stopped) return;
      if (nudged) wait = Math.min(PAUSE_UNDER_LOAD * (Date.now() - began), MAX_PAUSE_MS);
      idle = !nudged;
      await pause.wait(Math.max(1, wait));
    }
  };
  const running = loop();
  return {
    nudge() {
      if (!nudged && idle) pause.cutShort();
      nudged = true;
    },
    async close() {
      stopped = true;
      pause.cutShort();
      await running;
    },
  };
}
