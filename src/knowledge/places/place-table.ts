/** Reads the gazetteer's tables: one CSV row a place, checked, every problem named with its file and line. */
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Problems } from '../problems.ts';
import { PLACE_LEVELS, type Place } from '../types.ts';

const Text = z.string().trim();
const Number_ = (least: number, most: number) =>
  Text.transform((value, context) => {
    if (value === '') return null;
    const number = Number(value);
    if (Number.isFinite(number) && number >= least && number <= most) return number;
    context.addIssue(`expected a number from ${least} to ${most} or nothing, came «${value}»`);
    return z.NEVER;
  });

export const PlaceRowSchema = z.object({
  id: Text.regex(/^[A-Za-z0-9][A-Za-z0-9:_-]*$/, 'expected an id of Latin letters, digits, «-», «_» or «:»'),
  level: z.enum(PLACE_LEVELS, `expected one of ${PLACE_LEVELS.join(', ')}`),
  ar: Text.min(1, 'the Arabic name is missing'),
  variants: Text.default(''),
  en: Text.default(''),
  governorate: Text.default(''),
  country: Text.default(''),
  parent: Text.default(''),
  lat: Number_(-90, 90),
  lon: Number_(-180, 180),
  population: Number_(0, 100_000_000),
  needs_cue: Text.regex(/^[01]?$/, 'expected 1 or nothing').default(''),
  note: Text.default(''),
});
type PlaceRow = z.infer<typeof PlaceRowSchema>;

export interface PlaceTable {
  /** Path inside the pack, named in problems. */
  readonly file: string;
  readonly text: string;
}

/** Places of all tables in the order given. `home` is the country of rows that name a governorate and no country. */
export function readPlaceTables(tables: readonly PlaceTable[], home: string, problems: Problems): Place[] {
  const places: Place[] = [];
  for (const table of tables) {
    for (const { record, line } of rowsOf(table, problems)) {
      const parsed = PlaceRowSchema.safeParse(record);
      if (parsed.success) places.push(placeOf(parsed.data, home));
      else
        for (const issue of parsed.error.issues) {
          problems.add(`${table.file}:${line}`, `${issue.path.join('.')}: ${issue.message}`);
        }
    }
  }
  return places;
}

interface Row {
  readonly record: Readonly<Record<string, string>>;
  readonly line: number;
}

function rowsOf(table: PlaceTable, problems: Problems): Row[] {
  try {
    const rows = parse(table.text, { columns: true, bom: true, info: true, skip_empty_lines: true });
    return (rows as unknown as { record: Record<string, string>; info: { lines: number } }[]).map((row) => ({
      record: row.record,
      line: row.info.lines,
    }));
  } catch (error) {
    problems.add(table.file, `not a table: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}

function placeOf(row: PlaceRow, home: string): Place {
  return {
    id: row.id,
    level: row.level,
    ar: row.ar,
    en: row.en || null,
    variants: row.variants === '' ? [] : row.variants.split('|').map((form) => form.trim()),
    governorate: row.governorate || null,
    country: row.country || home,
    lat: row.lat,
    lon: row.lon,
    parent: row.parent || null,
    population: row.population,
    needsCue: row.needs_cue === '1',
    capital: /\bcapital\b/.test(row.note),
  };
}
