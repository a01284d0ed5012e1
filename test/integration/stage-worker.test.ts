import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BadInputError, OutsideError } from '../../src/errors.ts';
import type { Line } from '../../src/io/line.ts';
import { enqueue, jobId } from '../../src/io/queues.ts';
import { retryFailed } from '../../src/io/retry-failed.ts';
import type { StageWorker } from '../../src/io/stage-worker.ts';
import type { RawArticle } from '../../src/model/article.ts';
import type { Step } from '../../src/pipeline.ts';
import { drop, emit, type Result } from '../../src/stage.ts';
import { article, NO_PORTS, openTestLine, passAll, stepWith, testConfig } from './line-on-test-redis.ts';
import { startTestRedis, type TestRedis, until } from './redis-server.ts';

let redis: TestRedis;
let line: Line;
let workers: StageWorker[];
let serial = 0;

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());
beforeEach(async () => {
  line = await openTestLine(redis, testConfig(`t${serial++}`));
  workers = [];
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.close(5_000)));
  await line.close();
});

const start = async (step: Step) => {
  const worker = line.work(step, NO_PORTS);
  workers.push(worker);
  await worker.ready();
};
const waitingIn = async (queue: 'articles' | 'sections') => {
  const jobs = await line.queues[queue].getJobs(['waiting', 'delayed', 'active']);
  return jobs.flatMap((job) => job.data.items as RawArticle[]).map(({ id }) => id);
};
const ids = (...numbers: number[]) => numbers.map((number) => article(number).id).sort();

test('what a stage emits goes to the next queue, in chunks', async () => {
  await enqueue(
    line.queues.articles,
    Array.from({ length: 120 }, (_, n) => article(n)),
    'test',
  );
  expect(await line.queues.articles.getWaitingCount()).toBe(3);
  await start(stepWith(passAll, { feeds: 'sections' }));
  await until('all are passed on', async () => (await waitingIn('sections')).length === 120);
  expect(new Set(await waitingIn('sections')).size).toBe(120);
});

test('the same chunk twice does not double what follows', async () => {
  await start(stepWith(passAll, { feeds: 'sections' }));
  for (let round = 0; round < 3; round++) {
    await enqueue(line.queues.articles, [article(1), article(2)], `round ${round}`);
    await until('the queue is empty', async () => (await waitingIn('articles')).length === 0);
  }
  expect((await waitingIn('sections')).sort()).toEqual(ids(1, 2));
});

describe('a bad article among good ones', () => {
  const failing = (error: () => Error, bad = 2) => {
    const seen: number[] = [];
    const run = (item: RawArticle): Result<unknown> => {
      const number = Number.parseInt(item.id, 16);
      seen.push(number);
      return number === bad ? { kind: 'fail', error: error() } : emit(item);
    };
    return { seen, step: stepWith(run, { feeds: 'sections' }) };
  };

  test('bad input is parked at once, and its neighbours go on', async () => {
    const { seen, step } = failing(() => new BadInputError('article 2', 'no good'));
    await start(step);
    await enqueue(line.queues.articles, [article(1), article(2), article(3)], 'test');
    await until('it is parked', async () => (await line.failed.count()) === 1);
    expect((await waitingIn('sections')).sort()).toEqual(ids(1, 3));
    expect(seen.filter((number) => number === 2)).toHaveLength(1);
    expect(await line.failed.list()).toMatchObject([
      { id: `dedup-${article(2).id}`, stage: 'dedup', file: '2.txt', error: { name: 'BadInputError' } },
    ]);
  });

  test('a fault is tried again by itself, and then parked', async () => {
    const { seen, step } = failing(() => new TypeError('a fault'));
    await start(step);
    await enqueue(line.queues.articles, [article(1), article(2), article(3)], 'test');
    await until('it is parked', async () => (await line.failed.count()) === 1);
    expect((await waitingIn('sections')).sort()).toEqual(ids(1, 3));
    expect(seen.filter((number) => number === 1)).toHaveLength(1);
    expect(seen.filter((number) => number === 2)).toHaveLength(4);
  });

  test('trouble outside passes, and nothing is parked', async () => {
    let attempts = 0;
    const run = (item: RawArticle): Result<unknown> => {
      if (item.id === article(2).id && ++attempts < 3)
        return { kind: 'fail', error: new OutsideError('gone') };
      return emit(item);
    };
    await start(stepWith(run, { feeds: 'sections' }));
    await enqueue(line.queues.articles, [article(1), article(2)], 'test');
    await until('both are through', async () => (await waitingIn('sections')).length === 2);
    expect(await line.failed.count()).toBe(0);
  });

  test('a stage that throws as a whole loses nobody', async () => {
    let calls = 0;
    const step = stepWith(passAll, { feeds: 'sections' });
    const run: Step['stage']['run'] = async (items) => {
      calls++;
      if (items.length > 1) throw new Error('cannot take more than one');
      return items.map((item) => emit(item));
    };
    await start({ ...step, stage: { ...step.stage, run } });
    await enqueue(line.queues.articles, [article(1), article(2), article(3)], 'test');
    await until('all are through', async () => (await waitingIn('sections')).length === 3);
    expect(calls).toBe(4);
  });

  test('an item that does not fit the schema is parked with the field that is wrong', async () => {
    await start(stepWith(passAll, { feeds: 'sections' }));
    await enqueue(line.queues.articles, [article(1), { ...article(2), text: 7 }], 'test');
    await until('it is parked', async () => (await line.failed.count()) === 1);
    const [parked] = await line.failed.list();
    expect(parked?.error.message).toContain('field text: ');
    expect(await waitingIn('sections')).toEqual(ids(1));
  });

  test('a parked article that is retried goes through', async () => {
    let mended = false;
    const run = (item: RawArticle): Result<unknown> =>
      mended ? emit(item) : { kind: 'fail', error: new BadInputError('article', 'no good') };
    await start(stepWith(run, { feeds: 'sections' }));
    await enqueue(line.queues.articles, [article(1)], 'test');
    await until('it is parked', async () => (await line.failed.count()) === 1);
    mended = true;
    const [parked] = await line.failed.list();
    if (parked) await retryFailed(parked, line);
    await until('it is through', async () => (await waitingIn('sections')).length === 1);
    expect(await line.failed.count()).toBe(0);
  });
});

test('a worker that is stopped hands back what it has not begun, and another takes it', async () => {
  // Two fit into a chunk, one into what is read in one go.
  const big = 'ن'.repeat(90_000);
  const all = [1, 2].map((number) => article(number, { text: big }));
  let begun: () => void = () => {};
  const first = new Promise<void>((resolve) => {
    begun = resolve;
  });
  let goOn: () => void = () => {};
  const gate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const seen: string[] = [];
  const slow = line.work(
    stepWith(async (item) => {
      seen.push(item.id);
      begun();
      await gate;
      return emit(item);
    }),
    NO_PORTS,
  );
  await enqueue(line.queues.articles, all, 'test');
  await first;
  const closed = slow.close(10_000);
  goOn();
  await closed;
  expect(seen).toHaveLength(1);
  expect(await line.queues.articles.getActiveCount()).toBe(0);
  await start(stepWith(passAll, { feeds: 'sections' }));
  await until('all are through', async () => (await waitingIn('sections')).length === 2);
});

describe('file tickets', () => {
  test('a file is done when its last article is through, dropped or failed', async () => {
    const run = (item: RawArticle): Result<unknown> => {
      if (item.id === article(1).id) return drop('a repeat');
      if (item.id === article(2).id)
        return { kind: 'fail', error: new BadInputError('article 2', 'no good') };
      return emit(item);
    };
    await start(stepWith(run));
    const dispatch = line.dispatch();
    const ticket = dispatch.newTicket();
    const { done } = dispatch.send(
      ticket,
      [1, 2, 3].map((number) => article(number, { ticket })),
    );
    expect(await done).toEqual({
      articles: 3,
      lost: false,
      failures: [{ article: article(2).id, stage: 'dedup', message: 'article 2: no good' }],
    });
    await dispatch.close();
    expect(await redis.connect().keys(`*files-${dispatch.producer}*:pending:*`)).toEqual([]);
  });

  test('many small files share jobs', async () => {
    const dispatch = line.dispatch();
    const sent = Array.from({ length: 100 }, (_, number) => {
      const ticket = dispatch.newTicket();
      return dispatch.send(ticket, [article(number, { ticket })]);
    });
    await Promise.all(sent.map(({ accepted }) => accepted));
    expect(await line.queues.articles.getWaitingCount()).toBeLessThan(10);
    await start(stepWith(passAll));
    await Promise.all(sent.map(({ done }) => done));
    await dispatch.close();
  });

  test('above the high-water mark nothing more is taken in', async () => {
    const config = testConfig(`t${serial++}`, { NASHRA_HIGH_WATER_JOBS: '4' });
    const narrow = await openTestLine(redis, config);
    const dispatch = narrow.dispatch();
    for (let number = 0; number < 6; number++)
      await enqueue(narrow.queues.articles, [article(number)], 'test');
    let room = false;
    const asked = dispatch.room().then(() => {
      room = true;
    });
    await until('the backlog is seen', async () => (await narrow.queues.articles.getWaitingCount()) === 6);
    expect(room).toBe(false);
    const worker = narrow.work(stepWith(passAll), NO_PORTS);
    await asked;
    expect(await narrow.queues.articles.getWaitingCount()).toBeLessThanOrEqual(2);
    await worker.close(5_000);
    await dispatch.close();
    await narrow.close();
  });
});

test('a job that BullMQ gave up on is parked, not lost', async () => {
  const queue = line.queues.articles;
  await queue.add('chunk', { items: [article(1)] }, { attempts: 1, jobId: jobId('test', [article(1)]) });
  const { Worker } = await import('bullmq');
  const dying = new Worker(
    queue.name,
    () => Promise.reject(new Error('job stalled more than allowable limit')),
    {
      connection: redis.connect(),
      prefix: queue.opts.prefix ?? '',
    },
  );
  await until('it has failed', async () => (await queue.getFailedCount()) === 1);
  await dying.close();
  await start(stepWith(passAll));
  await until('it is parked', async () => (await line.failed.count()) === 1);
  await until('the queue has let go of it', async () => (await queue.getFailedCount()) === 0);
});
