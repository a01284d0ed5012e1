/** CSV with a header line; one record an article. */
import { type CsvError, parse } from 'csv-parse/sync';
import { BadInputError } from '../../errors.ts';
import {
  type Problem,
  type Records,
  recordOf,
  sortRecords,
  TEXT_FIELDS,
  type TextRecord,
} from './records.ts';

interface WithInfo {
  readonly record: Record<string, unknown>;
  readonly info: { readonly lines: number };
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * Reads a CSV file: comma, semicolon, tab or bar, whichever the header holds most of. Lines that do not fit the
 * header are listed; the others go through.
 * @throws BadInputError where the header names no text column.
 */
export function readCsv(text: string, file: string): Records {
  const header = text.slice(0, firstLineEnd(text));
  const delimiter = DELIMITERS.toSorted((a, b) => header.split(b).length - header.split(a).length)[0] ?? ',';
  const found: (TextRecord | Problem)[] = [];
  const refuse = (error: CsvError | Error) => {
    const line = 'lines' in error ? ` line ${String(error.lines)}` : '';
    found.push({ where: `${file}${line}`, message: `invalid CSV: ${error.message}` });
  };
  try {
    parse(text, {
      columns: (names: string[]) => checkHeader(names, file),
      delimiter,
      info: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      max_record_size: text.length,
      on_skip: (error) => {
        if (error) refuse(error);
        return undefined;
      },
      on_record: (row) => {
        const { record, info } = row as unknown as WithInfo;
        found.push(recordOf(record, `${file} line ${info.lines}`, found.length));
        return null;
      },
    });
  } catch (error) {
    if (error instanceof BadInputError) throw error;
    refuse(error as Error);
  }
  return sortRecords(found);
}

function firstLineEnd(text: string): number {
  const end = text.indexOf('\n');
  return end < 0 ? text.length : end;
}

function checkHeader(names: readonly string[], file: string): string[] {
  const trimmed = names.map((name) => name.trim());
  if (!trimmed.some((name) => (TEXT_FIELDS as readonly string[]).includes(name) || name === 'html')) {
    throw new BadInputError(
      file,
      `no text column: expected one of ${TEXT_FIELDS.join(', ')} or html, came ${trimmed.slice(0, 8).join(', ')}`,
    );
  }
  return trimmed;
}
