/** Rows → a file of one of the export forms, piece by piece where the form allows. */
import type { EventPlace } from '../model/mention.ts';
import type { Column } from './export-tables.ts';
import { csvLine, xlsx } from './spreadsheet.ts';

export const EXPORT_FORMATS = ['csv', 'jsonl', 'geojson', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface TableOptions<Row> {
  readonly format: ExportFormat;
  readonly columns: readonly Column<Row>[];
  /** Name of the sheet. */
  readonly name: string;
  /** Byte order mark, by which some spreadsheets know UTF-8. */
  readonly bom: boolean;
  /** A second row with HXL tags. */
  readonly hxl: boolean;
  /** What a line of JSONL holds. */
  readonly record: (row: Row) => unknown;
  /** Where the row lies on a map; null leaves it out of GeoJSON. */
  readonly place: (row: Row) => Pick<EventPlace, 'lat' | 'lon'> | null;
}

/** The pieces of the file in order. Only a workbook is held in memory whole. */
export async function* tablePieces<Row>(
  rows: AsyncIterable<Row>,
  options: TableOptions<Row>,
): AsyncGenerator<string | Uint8Array> {
  if (options.format === 'jsonl') {
    for await (const row of rows) yield `${JSON.stringify(options.record(row))}\n`;
  } else if (options.format === 'geojson') {
    yield* geojson(rows, options);
  } else if (options.format === 'csv') {
    if (options.bom) yield '\uFEFF';
    for (const head of heads(options)) yield csvLine(head);
    for await (const row of rows) yield csvLine(options.columns.map(({ value }) => value(row)));
  } else {
    const all = [];
    for await (const row of rows) all.push(options.columns.map(({ value }) => value(row)));
    yield xlsx(options.name, [...heads(options), ...all]);
  }
}

function heads<Row>({ columns, hxl }: TableOptions<Row>): string[][] {
  const names = columns.map(({ name }) => name);
  return hxl ? [names, columns.map((column) => column.hxl)] : [names];
}

async function* geojson<Row>(rows: AsyncIterable<Row>, options: TableOptions<Row>): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":[';
  let first = true;
  for await (const row of rows) {
    const place = options.place(row);
    if (!place || place.lat === null || place.lon === null) continue;
    const properties = Object.fromEntries(options.columns.map(({ name, value }) => [name, value(row)]));
    const geometry = { type: 'Point', coordinates: [place.lon, place.lat] };
    yield `${first ? '\n' : ',\n'}${JSON.stringify({ type: 'Feature', geometry, properties })}`;
    first = false;
  }
  yield '\n]}\n';
}
