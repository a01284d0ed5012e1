/**
 * Gold texts for event coding: one YAML file a text in test/gold/coding/, all invented. The form is made for writing
 * by hand; README.md in this folder tells it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Count } from '../../src/model/mention.ts';
import {
  DaySchema,
  EventTypeSchema,
  GovernorateIdSchema,
  ModalitySchema,
  WeaponSchema,
} from '../../src/model/vocabulary.ts';
import { PACKAGE_ROOT } from '../../src/package-root.ts';

export const CODING_GOLD = join(PACKAGE_ROOT, 'test/gold/coding');

/** 7 counted · `3+` vague, at least 3 · `20~` about 20, told with «نحو» · `1?` «مقتل وإصابة العشرات» · `<9` under 10. */
const GoldCount = z
  .union([z.int().nonnegative(), z.string().regex(/^(\d+[+~?]|<\d+)$/)])
  .transform((told): Count => {
    if (typeof told === 'number') return { low: told, best: told, high: told, vague: null };
    const n = Number(told.replace(/\D/g, ''));
    if (told.endsWith('~')) return { low: n, best: n, high: n, vague: told };
    if (told.endsWith('?')) return { low: n, best: null, high: null, vague: told };
    if (told.startsWith('<')) return { low: null, best: null, high: n, vague: told };
    return { low: n, best: n, high: null, vague: told };
  });

const Names = z.array(z.string());
const GoldEventSchema = z.strictObject({
  gov: GovernorateIdSchema.nullable(),
  place: z.string().nullable().default(null),
  placeOk: Names.default([]),
  type: EventTypeSchema,
  typeOk: z.array(EventTypeSchema).default([]),
  /** Days from publication (0, -1 …) or the day itself. */
  day: z.union([z.int().nonpositive(), DaySchema]).default(0),
  dayOk: z.array(z.union([z.int().nonpositive(), DaySchema])).default([]),
  killed: GoldCount.nullable().default(null),
  injured: GoldCount.nullable().default(null),
  initiator: Names.default([]),
  target: Names.default([]),
  participant: Names.default([]),
  /** Actors that may or may not be told, in any role. */
  actorsOk: Names.default([]),
  weapons: z.array(WeaponSchema).default([]),
  weaponsOk: z.array(WeaponSchema).default([]),
  modality: ModalitySchema.default('reported'),
  country: z.string().default('SY'),
});

const GoldTextSchema = z.strictObject({
  /** Made from an analysis and not yet read by anybody: in no score. */
  draft: z.boolean().default(false),
  published: DaySchema,
  source: z.string().default('مصدر مختلق'),
  title: z.string().optional(),
  comment: z.string().optional(),
  /** Written after the rules, and scored once before any change of them. */
  late: z.boolean().default(false),
  text: z.string().min(1),
  events: z.array(GoldEventSchema).default([]),
  /** May be told or not: neither a miss nor a false alarm. */
  optional: z.array(GoldEventSchema).default([]),
  places: z.record(z.string(), Names).default({}),
  placesOk: Names.default([]),
  actors: Names.default([]),
  actorsOk: Names.default([]),
});
export type GoldEvent = z.infer<typeof GoldEventSchema>;
export type GoldText = z.infer<typeof GoldTextSchema> & { readonly name: string };

/** Parses one gold file; a fault names the file and the field. */
export function readGoldText(file: string): GoldText {
  const parsed = GoldTextSchema.safeParse(parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  return { ...parsed.data, name: basename(file, '.yaml') };
}

/** All gold texts of a folder that somebody has read, by name. */
export function readCodingGold(folder: string = CODING_GOLD): GoldText[] {
  return readAllGold(folder).filter(({ draft }) => !draft);
}

/** All gold texts of a folder by name, drafts among them. */
export function readAllGold(folder: string = CODING_GOLD): GoldText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readGoldText(join(folder, name)));
}

/** The day that a gold event's `day` means, for a text published on `published`. */
export function goldDay(day: number | string, published: string): string {
  if (typeof day === 'string') return day;
  const date = new Date(`${published}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + day);
  return date.toISOString().slice(0, 10);
}
