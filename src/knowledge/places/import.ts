/**
 * Reads a full gazetteer that an analyst brings: OCHA COD-AB tables (CSV or XLSX, as published), GeoNames dumps (tab
 * separated), a reference list, or what `nashra knowledge import` wrote. Answers places as the pack has them. Names
 * of one word need a cue, as nobody has looked at them.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { BadInputError } from '../../errors.ts';
import { Problems } from '../problems.ts';
import type { Place } from '../types.ts';
import { geonamesPlaces, ochaPlaces, type Row, referencePlaces } from './import-forms.ts';
import { readPlaceTables } from './place-table.ts';
import { readWorkbook } from './workbook.ts';

export interface Gazette {
  readonly places: readonly Place[];
  /** Rows without an Arabic name: nothing in a text could find them. */
  readonly unnamed: number;
}

/** Places of a file. Throws BadInputError where it has no known form; rows without an Arabic name are left out. */
export function importGazetteer(file: string): Place[] {
  return [...readGazetteer(file).places];
}

export function readGazetteer(file: string): Gazette {
  const bytes = bytesOf(file);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const sheets = readWorkbook(file, bytes);
    return mergeSheets(
      file,
      sheets.map((rows) => placesOf(file, rows)),
    );
  }
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  const head = text.slice(0, text.indexOf('\n') + 1 || text.length);
  if (/^\d+\t[^\n]*\t/.test(head)) return geonamesPlaces(text);
  if (/(?:^|,)ar(?:,|\r?\n)/.test(head) && /(?:^|,)level,/.test(head)) return ownPlaces(file, text);
  return orRefuse(file, placesOf(file, rowsOf(file, text, head.includes('\t') ? '\t' : ',')));
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new BadInputError(file, code === 'ENOENT' ? 'no such file' : `cannot be read: ${message}`);
  }
}

function ownPlaces(file: string, text: string): Gazette {
  const problems = new Problems();
  const places = readPlaceTables([{ file, text }], '', problems);
  problems.throwIfAny();
  return { places, unnamed: 0 };
}

function rowsOf(file: string, text: string, delimiter: string): Row[] {
  try {
    return parse(text, { columns: true, skip_empty_lines: true, relax_column_count: true, delimiter });
  } catch (error) {
    throw new BadInputError(file, `not a table: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function placesOf(file: string, rows: readonly Row[]): Gazette | null {
  const columns = Object.keys(rows[0] ?? {}).map((column) => column.toLowerCase());
  if (columns.includes('name_ar') && columns.includes('id')) return referencePlaces(rows);
  if (columns.some((column) => /^adm\d_?pcode$/.test(column))) return ochaPlaces(rows);
  if (rows.length === 0) throw new BadInputError(file, 'the table is empty');
  return null;
}

function mergeSheets(file: string, sheets: readonly (Gazette | null)[]): Gazette {
  const known = sheets.filter((sheet) => sheet !== null);
  return orRefuse(
    file,
    known.length === 0
      ? null
      : {
          places: known.flatMap((sheet) => sheet.places),
          unnamed: known.reduce((sum, sheet) => sum + sheet.unnamed, 0),
        },
  );
}

function orRefuse(file: string, gazette: Gazette | null): Gazette {
  if (gazette) return gazette;
  throw new BadInputError(
    file,
    'not a gazetteer: expected the columns of OCHA COD-AB (ADM1_PCODE, ADM1_AR …), of a reference list (id, name_ar …), ' +
      'of nashra (id, level, ar …), or a GeoNames dump without a header',
  );
}
