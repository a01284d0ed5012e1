/**
 * The closed vocabularies of the output: event types, sides, roles, weapons, groups, bases.
 * Event types and precision codes follow the ACLED codebook; low, best and high counts follow UCDP GED.
 */
import { z } from 'zod';

/** The ACLED sub-events by group; the group of a type is derived, never stored apart from it. */
export const EVENT_TYPES_BY_GROUP = {
  battles: ['armed_clash', 'government_regains_territory', 'non_state_actor_overtakes_territory'],
  explosions: [
    'chemical_weapon',
    'air_drone_strike',
    'suicide_bomb',
    'shelling_artillery_missile',
    'remote_explosive_ied',
    'grenade',
  ],
  violence_against_civilians: ['sexual_violence', 'attack', 'abduction_forced_disappearance'],
  protests: ['peaceful_protest', 'protest_with_intervention', 'excessive_force_against_protesters'],
  riots: ['violent_demonstration', 'mob_violence'],
  strategic: [
    'agreement',
    'arrests',
    'change_to_group',
    'disrupted_weapons_use',
    'headquarters_established',
    'looting_property_destruction',
    'non_violent_transfer_of_territory',
    'other_strategic',
  ],
} as const;

export type EventGroup = keyof typeof EVENT_TYPES_BY_GROUP;
export type EventType = (typeof EVENT_TYPES_BY_GROUP)[EventGroup][number];

export const EVENT_GROUPS = Object.keys(EVENT_TYPES_BY_GROUP) as EventGroup[];
export const EVENT_TYPES = Object.values(EVENT_TYPES_BY_GROUP).flat() as EventType[];

const GROUP_OF = new Map<EventType, EventGroup>(
  EVENT_GROUPS.flatMap((group) => EVENT_TYPES_BY_GROUP[group].map((type) => [type, group] as const)),
);

/** The ACLED event group that a type belongs to. */
export function groupOf(type: EventType): EventGroup {
  const group = GROUP_OF.get(type);
  if (!group) throw new Error(`no event group holds the type ${type}`);
  return group;
}

export const SIDES = [
  'government',
  'russia',
  'opposition',
  'hts',
  'isis',
  'sdf',
  'coalition',
  'turkey',
  'israel',
  'jordan',
  'lebanon',
  'transition',
  'civilians',
  'unknown',
] as const;

export const WEAPONS = [
  'barrel_bomb',
  'air_strike_munition',
  'cluster_munition',
  'incendiary',
  'chemical_agent',
  'drone',
  'helicopter',
  'warplane',
  'mortar',
  'artillery',
  'rocket_launcher',
  'surface_to_surface_missile',
  'tank',
  'anti_tank_missile',
  'heavy_machine_gun',
  'small_arms',
  'sniper',
  'ied',
  'car_bomb',
  'suicide_belt',
  'landmine',
  'naval_mine',
  'grenade',
] as const;

export const CASUALTY_GROUPS = [
  'civilians',
  'children',
  'women',
  'government',
  'opposition',
  'isis',
  'hts',
  'sdf',
  'other_fighters',
  'medical_aid_workers',
  'journalists',
] as const;

export const ROLES = ['initiator', 'target', 'participant'] as const;
export const MODALITIES = ['reported', 'claimed', 'denied'] as const;
export const DATE_BASES = ['explicit', 'relative', 'publication', 'assumed'] as const;
/** `inferred`: read from evidence in the bulletin, such as «صلاة الجمعة» for a Friday. */
export const BULLETIN_DAY_BASES = ['explicit', 'relative', 'inferred', 'publication', 'assumed'] as const;
/** Where an article's publication date comes from; the last two say that nobody told it. */
export const PUBLISHED_BASES = ['explicit', 'text', 'file_name', 'url', 'file_time', 'assumed'] as const;

export const EventTypeSchema = z.enum(EVENT_TYPES as [EventType, ...EventType[]]);
export const EventGroupSchema = z.enum(EVENT_GROUPS as [EventGroup, ...EventGroup[]]);
export const SideSchema = z.enum(SIDES);
export const WeaponSchema = z.enum(WEAPONS);
export const CasualtyGroupSchema = z.enum(CASUALTY_GROUPS);
export const RoleSchema = z.enum(ROLES);
export const ModalitySchema = z.enum(MODALITIES);
export const DateBasisSchema = z.enum(DATE_BASES);
export const BulletinDayBasisSchema = z.enum(BULLETIN_DAY_BASES);
export const PublishedBasisSchema = z.enum(PUBLISHED_BASES);

export type Side = z.infer<typeof SideSchema>;
export type Weapon = z.infer<typeof WeaponSchema>;
export type CasualtyGroup = z.infer<typeof CasualtyGroupSchema>;
export type Role = z.infer<typeof RoleSchema>;
export type Modality = z.infer<typeof ModalitySchema>;
export type DateBasis = z.infer<typeof DateBasisSchema>;
export type BulletinDayBasis = z.infer<typeof BulletinDayBasisSchema>;
export type PublishedBasis = z.infer<typeof PublishedBasisSchema>;

/** A calendar day in Asia/Damascus, `YYYY-MM-DD`. */
export const DaySchema = z.iso.date();
/** A governorate's OCHA p-code in the country pack (`SY03`), or another pack's code of the same form. */
export const GovernorateIdSchema = z.string().regex(/^[A-Z]{2}\d{2}$/);

/** A stretch of an article's own text: UTF-16 offsets, `end` exclusive; slicing gives the words exactly. */
export const SpanSchema = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
export type Span = z.infer<typeof SpanSchema>;
