/** `nashra tail`: follows the summary events on the stream. */
import { Command, Option } from 'commander';
import { openLine } from '../../io/line.ts';
import { readStream } from '../../io/read-stream.ts';
import { summaryKeys } from '../../io/redis-mention-store.ts';
import { createLogger } from '../../logger.ts';
import { type SummaryEvent, SummaryEventSchema } from '../../model/summary-event.ts';
import { counted } from '../counted.ts';
import { configWith, streamId } from '../options.ts';
import { redisThatRuns } from '../redis-server.ts';
import { stopSignal } from '../stop-signal.ts';
import { countText } from '../summary-table.ts';

interface TailOptions {
  readonly from?: string;
  readonly all?: boolean;
  readonly follow: boolean;
  readonly format: 'json' | 'text';
}

async function tail(options: TailOptions): Promise<void> {
  const config = configWith();
  const url = await redisThatRuns(config);
  const line = await openLine(url, { config, logger: createLogger('silent'), patience: 'short' });
  const blocking = line.connect();
  let asked = false;
  if (options.follow) {
    stopSignal().then(() => {
      asked = true;
      blocking.disconnect();
    });
  }
  const from = options.from ?? (options.all ? '0' : '$');
  try {
    const events = readStream(blocking, summaryKeys(config.NASHRA_PREFIX).stream, from, options.follow);
    for await (const { id, fields } of events) {
      const event = SummaryEventSchema.parse(JSON.parse(fields.event ?? '{}'));
      process.stdout.write(`${options.format === 'json' ? asJson(id, event) : asText(event)}\n`);
    }
  } catch (error) {
    if (!asked) throw error;
  } finally {
    blocking.disconnect();
    await line.close();
  }
}

/** `streamid` is where `--from` goes on. */
function asJson(id: string, event: SummaryEvent): string {
  return JSON.stringify({ ...event, streamid: id });
}

function asText({ time, data }: SummaryEvent): string {
  const { date, governorate, revision, counts, killed, injured } = data;
  const told = `${counted(counts.events, 'event')}, killed ${countText(killed)}, injured ${countText(injured)}`;
  const from = `${counted(counts.articles, 'article')}, ${counted(counts.repeatsSuppressed, 'repeat')}`;
  return `${time}  ${date}  ${governorate.id} ${governorate.en}  revision ${revision}: ${told}, from ${from}`;
}

export function tailCommand(): Command {
  return new Command('tail')
    .description('follow summary events: each revision of each summary, in order')
    .addOption(
      new Option('--from <id>', 'start after the event with this stream id')
        .argParser(streamId)
        .conflicts('all'),
    )
    .option('--all', 'start with the oldest event that is kept')
    .option('--no-follow', 'end where the stream ends')
    .addOption(new Option('--format <form>', 'how to print').choices(['json', 'text']).default('json'))
    .addHelpText(
      'after',
      `
Examples:
  $ nashra tail
  $ nashra tail --all --format text
  $ nashra tail --all --no-follow | jq .data.counts`,
    )
    .action(tail);
}
