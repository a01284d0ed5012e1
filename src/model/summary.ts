/** What consumers read: merged events, and the summary of one governorate on one day. */
import { z } from 'zod';
import { CountSchema, EventActorSchema, EventPlaceSchema, GroupCountsSchema } from './mention.ts';
import {
  CASUALTY_GROUPS,
  DaySchema,
  EventGroupSchema,
  EventTypeSchema,
  GovernorateIdSchema,
  ModalitySchema,
  SpanSchema,
  WeaponSchema,
} from './vocabulary.ts';

export const EventSchema = z.object({
  id: z.string(),
  date: DaySchema,
  governorate: GovernorateIdSchema,
  type: EventTypeSchema,
  group: EventGroupSchema,
  place: EventPlaceSchema.nullable(),
  geoPrecision: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  actors: z.array(EventActorSchema),
  weapons: z.array(WeaponSchema),
  killed: CountSchema.nullable(),
  injured: CountSchema.nullable(),
  abducted: CountSchema.nullable().default(null),
  detained: CountSchema.nullable().default(null),
  displaced: CountSchema.nullable().default(null),
  groups: z.partialRecord(z.enum(CASUALTY_GROUPS), GroupCountsSchema),
  modality: ModalitySchema,
  /** Who is named as saying so («المرصد السوري»), sorted. */
  attributions: z.array(z.string()).default([]),
  /** Ids of the mentions that tell it, sorted. */
  mentions: z.array(z.string()),
  /** Ids of the articles that tell it, repeats included, sorted. */
  articles: z.array(z.string()),
  /** Names of the sources that tell it, sorted. */
  sources: z.array(z.string()),
  /** Sources that tell it in words of their own: reprints and repeats do not count. */
  independentSources: z.int().nonnegative(),
  /** From 0 to 1; the rule stands in docs/summaries.md. */
  confidence: z.number().min(0).max(1),
  quotes: z.array(SpanSchema.extend({ article: z.string(), quote: z.string() })),
});
export type NashraEvent = z.infer<typeof EventSchema>;

/** A governorate's id (`SY03`), or the country's code for the national summary (`SY`). */
export const SummaryScopeSchema = z.string().regex(/^[A-Z]{2}(\d{2})?$/);

/** Why a summary gets a revision, in the order in which they are told. */
export const CHANGE_REASONS = [
  'new_article',
  'new_edition',
  'withdrawn',
  'corroborated',
  'rules_changed',
  'settled',
  'reopened',
] as const;

export const SummarySchema = z.object({
  date: DaySchema,
  governorate: z.object({ id: SummaryScopeSchema, ar: z.string(), en: z.string() }),
  revision: z.int().positive(),
  status: z.enum(['open', 'settled']),
  counts: z.object({
    events: z.int().nonnegative(),
    mentions: z.int().nonnegative(),
    /** Articles that tell of this day and place, repeats and older editions included. */
    articles: z.int().nonnegative(),
    /** Articles and sections that told again what was counted already. */
    repeatsSuppressed: z.int().nonnegative(),
  }),
  byType: z.partialRecord(EventTypeSchema, z.int().positive()),
  byActor: z.record(z.string(), z.int().positive()),
  byWeapon: z.partialRecord(WeaponSchema, z.int().positive()),
  killed: CountSchema.nullable(),
  injured: CountSchema.nullable(),
  groups: z.partialRecord(z.enum(CASUALTY_GROUPS), GroupCountsSchema),
  actors: z.array(z.string()),
  weapons: z.array(WeaponSchema),
  places: z.array(EventPlaceSchema.extend({ events: z.int().positive() })),
  events: z.array(z.string()),
  /** The events in full. Empty in the national summary, whose events stand in the governorates' summaries. */
  eventDetails: z.array(EventSchema),
  /** In the national summary: each governorate's share, in the order of their ids. Empty elsewhere. */
  byGovernorate: z
    .array(
      z.object({
        id: GovernorateIdSchema,
        events: z.int().positive(),
        killed: CountSchema.nullable(),
        injured: CountSchema.nullable(),
      }),
    )
    .default([]),
  tolls: z.array(
    z.object({
      article: z.string(),
      scope: z.string(),
      killed: CountSchema.nullable(),
      injured: CountSchema.nullable(),
      period: z.string().nullable(),
    }),
  ),
  narrative: z.object({ ar: z.string(), en: z.string() }),
  changes: z.object({
    /** Why this revision exists. */
    reasons: z.array(z.enum(CHANGE_REASONS)),
    /** The articles whose arrival or withdrawal changed the content, sorted. */
    articles: z.array(z.string()),
    addedEvents: z.array(z.string()),
    removedEvents: z.array(z.string()),
    changedEvents: z.array(z.string()),
  }),
});
export type Summary = z.infer<typeof SummarySchema>;

/** What a summary says, apart from its history: a pure function of the mentions of its day and place. */
export type SummaryContent = Omit<Summary, 'revision' | 'status' | 'changes'>;
export type SummaryChanges = Summary['changes'];
