/**
 * The whole line: time from a dropped file to its summary event with `nashra up` idle. Runs the build; the first file of
 * each way warms it up. `npm run bench latency -- [--drops 20]`.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connectRedis } from '../src/io/connection.ts';
import { runningRedis } from '../src/io/embedded-redis.ts';
import { summaryKeys } from '../src/io/redis-mention-store.ts';
import { ended, nashra, printed, withBuild } from './built-program.ts';

export async function run(args: readonly string[] = []): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { drops: { type: 'string', default: '20' } } });
  await withBuild((home) => measureLatency(home, Number(values.drops)));
}

/** A report of its own for each drop, so that none repeats another. */
function report(number: number): string {
  const words = Array.from({ length: 40 }, (_, at) => `كلمة${number}و${at}`).join(' ');
  return `حمص::\nقصفت قوات الأسد مدينة تلبيسة بقذائف المدفعية ما أدى لاستشهاد ${number + 3} مدنيين.\n${words}\n`;
}

async function measureLatency(home: string, drops: number): Promise<void> {
  mkdirSync(join(home, '.nashra'), { recursive: true });
  writeFileSync(join(home, '.nashra', 'first-run'), '');
  const up = nashra(['up'], home);
  await printed(up, /Ctrl-C stops/);
  const server = await runningRedis(join(home, '.nashra'));
  if (!server) throw new Error('nashra up runs without a server');
  const redis = connectRedis(server.url, { patience: 'endless' });
  const { stream } = summaryKeys();
  const ways: Readonly<Record<string, (name: string, text: string) => void>> = {
    written: (name, text) => writeFileSync(join(home, 'inbox', name), text),
    renamed: (name, text) => {
      writeFileSync(join(home, name), text);
      renameSync(join(home, name), join(home, 'inbox', name));
    },
  };
  let number = 0;
  for (const [way, drop] of Object.entries(ways)) {
    const times: number[] = [];
    for (let turn = 0; turn <= drops; turn++) {
      const last = (await redis.xrevrange(stream, '+', '-', 'COUNT', 1))[0]?.[0] ?? '0';
      const day = new Date(Date.UTC(2015, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);
      const start = performance.now();
      drop(`${day}.txt`, report(number++));
      await redis.xread('COUNT', 1, 'BLOCK', 30_000, 'STREAMS', stream, last);
      // The first warms the code up.
      if (turn > 0) times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 700));
    }
    console.log(`drop to summary event, file ${way}: ${quantiles(times)}`);
  }
  redis.disconnect();
  await ended(up);
}

function quantiles(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, slowest ${at(1)} ms of ${times.length}`;
}
