/** `nashra export`: events, summaries or mentions as a table, lines of JSON, a map or a workbook. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { DaySchema } from '../../model/vocabulary.ts';
import type { SummaryRange } from '../../stages/aggregation/mention-store.ts';
import {
  EVENT_COLUMNS,
  type EventRow,
  eventRows,
  MENTION_COLUMNS,
  SUMMARY_COLUMNS,
  type SummaryRow,
  summaryRows,
} from '../export-tables.ts';
import { scopeCode } from '../options.ts';
import { openSource, type SummarySource, type ToldMention } from '../summary-source.ts';
import { EXPORT_FORMATS, type ExportFormat, tablePieces } from '../write-table.ts';

const WHAT = ['events', 'summaries', 'mentions'] as const;
type What = (typeof WHAT)[number];

interface ExportOptions {
  readonly from?: string;
  readonly to?: string;
  readonly governorate?: string;
  readonly format: ExportFormat;
  readonly output?: string;
  readonly in?: string;
  readonly bom?: boolean;
  readonly hxl?: boolean;
}

/** A day as commander parses it. */
export function day(text: string): string {
  if (!DaySchema.safeParse(text).success) throw new InvalidArgumentError('expected a day, YYYY-MM-DD.');
  return text;
}

export type Pieces = AsyncGenerator<string | Uint8Array>;

/** The file's pieces for a kind of export. */
export function exportPieces(what: What, source: SummarySource, options: ExportOptions): Pieces {
  const { format, bom = false, hxl = false } = options;
  const range: SummaryRange = { from: options.from, to: options.to, governorate: options.governorate };
  const shared = { format, bom, hxl, name: what };
  if (what === 'events') {
    return tablePieces<EventRow>(flat(source.summaries(range), eventRows), {
      ...shared,
      columns: EVENT_COLUMNS,
      record: ({ event }) => event,
      place: ({ event }) => event.place,
    });
  }
  if (what === 'mentions') {
    return tablePieces<ToldMention>(source.mentions(range), {
      ...shared,
      columns: MENTION_COLUMNS,
      record: ({ mention, ...article }) => ({ ...mention, ...article }),
      place: ({ mention }) => mention.place,
    });
  }
  if (format === 'jsonl') return jsonl(source.summaries(range));
  return tablePieces<SummaryRow>(flat(source.summaries(range), summaryRows), {
    ...shared,
    columns: SUMMARY_COLUMNS,
    record: ({ summary }) => summary,
    place: ({ events }) => events.find(({ place }) => place?.lat != null)?.place ?? null,
  });
}

async function* jsonl(rows: AsyncIterable<unknown>): Pieces {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}

async function* flat<In, Out>(items: AsyncIterable<In>, rows: (item: In) => Out[]): AsyncGenerator<Out> {
  for await (const item of items) yield* rows(item);
}

async function run(what: What, options: ExportOptions): Promise<void> {
  const source = await openSource(options.in);
  try {
    const pieces = Readable.from(exportPieces(what, source, options), { objectMode: true });
    if (options.output === undefined) await pipeline(pieces, process.stdout, { end: false });
    else await pipeline(pieces, createWriteStream(options.output));
  } finally {
    await source.close();
  }
}

export function exportCommand(): Command {
  return new Command('export')
    .description('write events, summaries or mentions as CSV, JSON lines, GeoJSON or a workbook')
    .addArgument(new Argument('<what>', 'what to write').choices(WHAT))
    .option('--from <day>', 'first day, YYYY-MM-DD', day)
    .option('--to <day>', 'last day, YYYY-MM-DD', day)
    .option('--governorate <code>', 'one governorate, such as SY03', scopeCode)
    .addOption(new Option('--format <form>', 'form of the file').choices(EXPORT_FORMATS).default('csv'))
    .option('--output <file>', 'write to a file in place of standard output')
    .option('--in <dir>', 'read a folder that nashra wrote (its --out) in place of Redis')
    .option('--bom', 'begin CSV with a byte order mark, for spreadsheets that need it')
    .option('--hxl', 'add a row of HXL tags under the column names')
    .addHelpText(
      'after',
      `
Columns bear the names of HDX HAPI (admin1_code, event_type, events, fatalities, reference_period_start …) and of
ACLED (sub_event_type, actor1, geo_precision …). Text that a spreadsheet would run as a formula is made harmless.

Examples:
  $ nashra export events --from 2015-07-01 --to 2015-07-31 --bom > july.csv
  $ nashra export summaries --governorate SY03 --format xlsx --output rural-damascus.xlsx
  $ nashra export events --in out/ --format geojson > map.geojson`,
    )
    .action(run);
}
