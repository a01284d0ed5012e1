/**
 * An aggregation worker that adds the invented day's articles in an order of its own, again and again, and publishes as
 * it goes, until it is killed. Arguments: Redis URL, prefix, seed.
 */
import { connectRedis } from '../../src/io/connection.ts';
import { redisMentionStore } from '../../src/io/redis-mention-store.ts';
import { aggregationStage } from '../../src/stages/aggregation/aggregation-stage.ts';
import { publishDue } from '../../src/stages/aggregation/publish.ts';
import { KNOWLEDGE } from '../stages/aggregation/invented.ts';
import { STOCK } from '../stages/aggregation/stock.ts';

const [url, prefix, seed] = process.argv.slice(2) as [string, string, string];
const redis = connectRedis(url, { patience: 'endless' });
const ports = {
  mentionStore: redisMentionStore(redis, { prefix, interval: 0, lease: 300 }),
  summaryKnowledge: KNOWLEDGE,
};
for (let turn = Number(seed); ; turn += 7) {
  const item = STOCK[turn % STOCK.length];
  if (item) await aggregationStage.run([item], ports);
  await publishDue(ports, Date.now(), { settleAfter: null });
}
