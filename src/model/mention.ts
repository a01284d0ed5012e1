/** One report of one event in one article, and the totals that are no event. */
import { z } from 'zod';
import {
  CASUALTY_GROUPS,
  DateBasisSchema,
  DaySchema,
  EventGroupSchema,
  EventTypeSchema,
  GovernorateIdSchema,
  ModalitySchema,
  RoleSchema,
  SideSchema,
  SpanSchema,
  WeaponSchema,
} from './vocabulary.ts';

/** People counted: null bounds are unknown, `vague` keeps the words of an inexact quantity. */
export const CountSchema = z.object({
  low: z.int().nonnegative().nullable(),
  best: z.int().nonnegative().nullable(),
  high: z.int().nonnegative().nullable(),
  vague: z.string().nullable().default(null),
});
export type Count = z.infer<typeof CountSchema>;

export const GroupCountsSchema = z.object({
  killed: CountSchema.nullable().optional(),
  injured: CountSchema.nullable().optional(),
});
export type GroupCounts = z.infer<typeof GroupCountsSchema>;

export const EventPlaceSchema = z.object({
  id: z.string().nullable(),
  name: z.string(),
  nameEn: z.string().nullable(),
  level: z.string(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
});
export type EventPlace = z.infer<typeof EventPlaceSchema>;

export const EventActorSchema = z.object({ id: z.string(), side: SideSchema, role: RoleSchema });
export type EventActor = z.infer<typeof EventActorSchema>;

const Precision = z.union([z.literal(1), z.literal(2), z.literal(3)]);

export const MentionSchema = SpanSchema.extend({
  /** Digest of article, section, span and rule: the same reading always has the same id. */
  id: z.string(),
  section: z.string(),
  /** The rule of the country pack that found it. */
  rule: z.string(),
  type: EventTypeSchema,
  group: EventGroupSchema,
  date: DaySchema,
  datePrecision: Precision,
  dateBasis: DateBasisSchema,
  country: z.string(),
  governorate: GovernorateIdSchema.nullable(),
  statedGovernorate: GovernorateIdSchema.nullable(),
  place: EventPlaceSchema.nullable(),
  geoPrecision: Precision,
  actors: z.array(EventActorSchema),
  weapons: z.array(WeaponSchema),
  killed: CountSchema.nullable(),
  injured: CountSchema.nullable(),
  abducted: CountSchema.nullable().default(null),
  detained: CountSchema.nullable().default(null),
  displaced: CountSchema.nullable().default(null),
  groups: z.partialRecord(z.enum(CASUALTY_GROUPS), GroupCountsSchema).default({}),
  /** True where a toll told for several places together stands on this, the first of them. */
  shared: z.boolean().default(false),
  /** True where the toll replaces an earlier one of the same event («ارتفعت الحصيلة إلى»). */
  running: z.boolean().default(false),
  modality: ModalitySchema,
  attribution: z.string().nullable(),
  quote: z.string(),
});
export type Mention = z.infer<typeof MentionSchema>;

export const TollSchema = SpanSchema.extend({
  /** A governorate's id or the country's code. */
  scope: z.string(),
  killed: CountSchema.nullable(),
  injured: CountSchema.nullable(),
  /** A day, or `start/end` with either side open (ISO 8601 interval). */
  period: z.string().nullable(),
  attribution: z.string().nullable().default(null),
});
export type Toll = z.infer<typeof TollSchema>;
