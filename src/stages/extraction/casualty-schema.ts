/** The shape of casualties.yaml: words that tell of people killed, hurt, taken or driven out. */
import { z } from 'zod';
import { CasualtyGroupSchema } from '../../model/vocabulary.ts';

export const CASUALTY_KINDS = ['killed', 'injured', 'abducted', 'detained', 'displaced'] as const;

export type CasualtyKind = (typeof CASUALTY_KINDS)[number];

const Words = z.array(z.string().trim().min(1));

/** Many words, parted by white space. */
const WordRun = z.string().transform((run) => run.split(/\s+/).filter((word) => word !== ''));

const Kind = z.enum(CASUALTY_KINDS);

export const CasualtiesSchema = z.strictObject({
  predicates: z.array(
    z.strictObject({
      kind: Kind,
      verbs: Words.default([]),
      nouns: Words.default([]),
      needs: z.enum(['victim', 'person', 'fighter', 'counted']).optional(),
      before: Words.default([]),
      next: Words.default([]),
      one: z.boolean().default(false),
    }),
  ),
  victims: z.array(
    z.strictObject({
      kind: Kind,
      one: Words,
      many: Words,
      onlyCounted: z.boolean().default(false),
      corpse: z.boolean().default(false),
      general: z.boolean().default(false),
    }),
  ),
  people: z.array(
    z.strictObject({
      group: CasualtyGroupSchema.nullable(),
      one: Words,
      many: Words,
      fighter: z.boolean().default(false),
      onlyCounted: z.boolean().default(false),
    }),
  ),
  modifiers: z.partialRecord(CasualtyGroupSchema, Words),
  things: WordRun,
  splits: Words,
  whole: Words,
  most: Words,
  tally: Words,
  rising: Words,
  reaching: Words,
  risingNouns: Words,
  negations: Words,
  unknown: WordRun,
  harmless: Words,
  humanLosses: Words,
  restricting: Words,
  only: Words,
  hits: Words,
  materialOnly: Words,
  attempts: Words,
  means: WordRun,
  notNews: WordRun,
  governors: WordRun,
  names: WordRun,
});

export type CasualtiesFile = z.infer<typeof CasualtiesSchema>;
