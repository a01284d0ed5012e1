/** What two runs of the line are compared by. */
import type { RedisClient } from '../../src/io/connection.ts';
import { backlog, openQueues } from '../../src/io/queues.ts';
import type { Summary } from '../../src/model/summary.ts';

/** The content of summaries by day and governorate: all but the revision, which tells how they came about. */
export function publishedContent(summaries: readonly Summary[]): ReadonlyMap<string, unknown> {
  return new Map(
    summaries.map(({ revision: _revision, changes: _changes, status: _status, ...content }) => [
      `${content.date}/${content.governorate.id}`,
      content,
    ]),
  );
}

/** Jobs on their way, and days and governorates that wait to be published. */
export async function backlogOf(redis: RedisClient, prefix = 'nashra'): Promise<number> {
  const jobs = await backlog(openQueues(redis, prefix));
  const waiting = await Promise.all(
    ['due', 'leased'].map((name) => redis.zcard(`{${prefix}-changed}:${name}`)),
  );
  return jobs + waiting.reduce((sum, cells) => sum + cells, 0);
}
