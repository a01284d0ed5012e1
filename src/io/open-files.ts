/**
 * The files of this producer whose articles are on their way, and the watch over them. Workers tell of finished files
 * by a message; because a message, or with a crashed server even a job, can be lost, the sets are asked as well.
 */
import type { ArticleFailure, Progress, TicketState } from './progress.ts';
import { backlog, type Queues } from './queues.ts';

/** What became of a file's articles. */
export interface Delivery {
  readonly articles: number;
  /** The server forgot them, as it may forget its last second in a crash: they must be sent again. */
  readonly lost: boolean;
  readonly failures: readonly ArticleFailure[];
}

export interface OpenFiles {
  /** Notes a file before its articles are queued. Resolves (later) with what became of them. */
  add(ticket: string, articles: number, bytes: number): Promise<Delivery>;
  /** Bytes of all files on their way. */
  bytes(): number;
  /** Looks which files are done. To be called again and again. */
  look(): Promise<void>;
}

/** How often the sets themselves are asked, and of how many files at a time. */
const TRUTH_MS = 3_000;
const TRUTH_TICKETS = 1_000;

interface Open {
  readonly articles: number;
  readonly bytes: number;
  readonly at: number;
  readonly finish: (delivery: Delivery) => void;
}

export function createOpenFiles(producer: string, progress: Progress, queues: Queues): OpenFiles {
  const open = new Map<string, Open>();
  let quietBefore: ReadonlySet<string> = new Set();
  let askedAt = Date.now();
  let bytesOut = 0;

  const finish = async (ticket: string, lost: boolean) => {
    const entry = open.get(ticket);
    if (!entry) return;
    open.delete(ticket);
    bytesOut -= entry.bytes;
    const failures = await progress.failuresOf(ticket);
    await progress.forget(ticket);
    entry.finish({ articles: entry.articles, lost, failures });
  };
  const finishAll = (tickets: readonly string[], lost = false) =>
    Promise.all(tickets.map((ticket) => finish(ticket, lost)));

  const askTruth = async () => {
    const old = [...open].filter(([, { at }]) => askedAt - at > TRUTH_MS).map(([ticket]) => ticket);
    const asked = old.slice(0, TRUTH_TICKETS);
    const states = await progress.stateOf(asked);
    const inState = (state: TicketState) => asked.filter((_, index) => states[index] === state);
    await finishAll(inState('done'));
    await finishAll(inState('unknown'), true);
    await findStranded(inState('pending'));
  };

  /** Articles that are pending while nothing is on its way, twice in a row, are in no queue: the server lost the job. */
  const findStranded = async (pending: readonly string[]) => {
    const quiet = pending.length > 0 && (await backlog(queues)) === 0;
    await finishAll(quiet ? pending.filter((ticket) => quietBefore.has(ticket)) : [], true);
    quietBefore = new Set(quiet ? pending : []);
  };

  return {
    add(ticket, articles, bytes) {
      bytesOut += bytes;
      return new Promise((finished) => {
        open.set(ticket, { articles, bytes, at: Date.now(), finish: finished });
      });
    },
    bytes: () => bytesOut,
    async look() {
      if (open.size === 0) return;
      await finishAll(await progress.takeDone(producer));
      if (Date.now() - askedAt < TRUTH_MS) return;
      askedAt = Date.now();
      await askTruth();
    },
  };
}
