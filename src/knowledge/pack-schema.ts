/** The shapes of pack.yaml, governorates.yaml, actors.yaml, weapons.yaml and attributions.yaml. */
import { z } from 'zod';
import {
  DaySchema,
  EventTypeSchema,
  GovernorateIdSchema,
  SideSchema,
  WeaponSchema,
} from '../model/vocabulary.ts';

const Form = z.string().trim().min(1);
const Label = z.strictObject({ ar: Form, en: Form });

export const PackSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/),
  name: Label,
  /** IANA name of the zone in which its days begin and end. */
  timezone: Form,
  /** Neutral names of the event types, for narratives. */
  eventTypes: z.partialRecord(EventTypeSchema, Label),
  weapons: z.partialRecord(WeaponSchema, Label).default({}),
});
export type Pack = z.infer<typeof PackSchema>;

export const GovernoratesSchema = z.strictObject({
  governorates: z
    .array(
      z.strictObject({
        id: GovernorateIdSchema,
        ar: Form,
        en: Form,
        forms: z.array(Form).default([]),
        lat: z.number().min(-90).max(90),
        lon: z.number().min(-180).max(180),
        /** How far from its centre its farthest place lies; `knowledge check` doubts what lies farther. */
        reachKm: z.number().positive().optional(),
      }),
    )
    .min(1),
});

const FormFlags = {
  /** First and last day on which the form means this actor, by the day of the article. */
  from: DaySchema.optional(),
  to: DaySchema.optional(),
  /** The actor is known by what it uses: its aircraft, its artillery. */
  via: WeaponSchema.optional(),
  /** Also names a state, an office or a party to talks: counts only where it does something in an event. */
  political: z.boolean().optional(),
  /** Also a country's or a capital's name: political, and no actor after a preposition of place. */
  state: z.boolean().optional(),
  /** A wording of one side that never reaches a label. */
  partisan: z.boolean().optional(),
  /** The owner is the likely one, not told. */
  uncertain: z.boolean().optional(),
  /** Says only of what kind they are: before «من» or «تابعة ل» and a name it belongs to the name («مسلحين من …»). */
  generic: z.boolean().optional(),
};

/** Forms that share flags. With `heads`, each form stands after each word of the named lists («قوات» + «الأسد»). */
export const FormGroupSchema = z.strictObject({
  forms: z.array(Form).min(1),
  heads: z.array(z.string()).optional(),
  ...FormFlags,
});
export type FormGroup = z.infer<typeof FormGroupSchema>;

const ActorId = z.string().regex(/^[a-z][a-z0-9_]*$/);

const ActorEntrySchema = z.strictObject({
  id: ActorId,
  /** An entry without a parent is an id of the codebook; the others stand for the first of their line. */
  parent: ActorId.optional(),
  side: SideSchema.optional(),
  /** ACLED interaction code, 1 state forces to 8 external forces; taken from the parent where left out. */
  interaction: z.int().min(1).max(8).optional(),
  ar: Form,
  en: Form,
  forms: z.array(Form).default([]),
  more: z.array(FormGroupSchema).default([]),
  ...FormFlags,
});
export type ActorEntry = z.infer<typeof ActorEntrySchema>;

/**
 * Words that take up an actor named before («التنظيم»): of the first list of `of` that holds one named before, the one
 * named last; else `otherwise`; else nothing.
 */
const AnaphorSchema = z.strictObject({
  id: ActorId,
  forms: z.array(Form).min(1),
  of: z.array(z.array(ActorId).min(1)).min(1),
  /** Who is meant beside the one named: «الفصائل الموالية لها» after an army is that army's allies. */
  /** The party named first is meant: it speaks of its own men («قواتنا»), and names its enemies later. */
  own: z.boolean().optional(),
  becomes: z.record(ActorId, ActorId).optional(),
  otherwise: ActorId.optional(),
  generic: z.boolean().optional(),
});
export type AnaphorEntry = z.infer<typeof AnaphorSchema>;

export const ActorsSchema = z.strictObject({
  /** Lists of words that stand before a name; `forms` of an entry's `more` refer to them by name. */
  heads: z.record(z.string(), z.array(Form).min(1)).default({}),
  actors: z.array(ActorEntrySchema).min(1),
  anaphors: z.array(AnaphorSchema).default([]),
  /** Phrases that hold an actor's name and are none: persons, offices, slogans, foreign bodies. */
  none: z.array(Form).default([]),
  /** The same, and no place either: operations and bodies called after a place («درع الفرات»). */
  neither: z.array(Form).default([]),
});
export type ActorsFile = z.infer<typeof ActorsSchema>;

export const WeaponsSchema = z.strictObject({
  heads: z.record(z.string(), z.array(Form).min(1)).default({}),
  weapons: z.array(
    z.strictObject({
      id: WeaponSchema,
      forms: z.array(Form).default([]),
      /** Each form stands after each word of the named lists («قذائف» + «هاون»). */
      more: z
        .array(z.strictObject({ forms: z.array(Form).min(1), heads: z.array(z.string()).optional() }))
        .default([]),
    }),
  ),
  none: z.array(Form).default([]),
});
export type WeaponsFile = z.infer<typeof WeaponsSchema>;

const SourceSchema = z.strictObject({
  id: ActorId,
  /** As an editor would name it. */
  name: Form,
  forms: z.array(Form).min(1),
  /** Party to the fight that it speaks for. */
  actor: ActorId.optional(),
  /** True where the words also mean people something happens to: they speak only beside a verb of saying. */
  needsCue: z.boolean().default(false),
});

export const AttributionsSchema = z.strictObject({
  /** Verbs of saying; the source stands after them, or right before. */
  verbs: z.array(Form).min(1),
  /** Verbs by which a party tells what it did itself («أعلن الثوار سيطرتهم»): it speaks and it acts. */
  declarations: z.array(Form).default([]),
  /** Words that bring in a source: «بحسب», «نقلا عن». */
  prepositions: z.array(Form).min(1),
  /** Verbs that pass on what another said: the source stands after «عن». */
  relays: z.array(Form).default([]),
  /** Spokesmen and organs that may stand between the verb and the source: «المتحدث باسم», «مدير». */
  speakers: z.array(Form).default([]),
  sources: z.array(SourceSchema),
});
export type AttributionsFile = z.infer<typeof AttributionsSchema>;
