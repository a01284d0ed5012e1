/** What a country pack knows and what finding it in text gives. No fact about any country stands in code. */
import type { TokenRange } from '../arabic/token.ts';
import type { Diagnostic } from '../model/article.ts';
import type { Side, Span, Weapon } from '../model/vocabulary.ts';

export interface Governorate {
  readonly id: string;
  readonly ar: string;
  readonly en: string;
  /** Other forms that headings and texts use («ادلب», «ديرالزور»). */
  readonly forms: readonly string[];
  readonly lat: number;
  readonly lon: number;
}

export const PLACE_LEVELS = [
  'country',
  'adm1',
  'adm2',
  'adm3',
  'adm4',
  'neighbourhood',
  'camp',
  'area',
  'airport',
  'base',
  'crossing',
  'dam',
  'field',
  'mountain',
  'river',
  'road',
  'checkpoint',
  'hospital',
  'square',
  'site',
] as const;
export type PlaceLevel = (typeof PLACE_LEVELS)[number];

export interface Place {
  readonly id: string;
  readonly level: PlaceLevel;
  readonly ar: string;
  readonly en: string | null;
  readonly variants: readonly string[];
  /** Null for foreign places. */
  readonly governorate: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly parent: string | null;
  readonly population: number | null;
  /** The name is also an everyday word or a person's name: it counts only after a cue («قرية», «بلدة») or under a heading. */
  readonly needsCue: boolean;
  /** A state's capital: its name also stands for that state («أعلنت دمشق»). */
  readonly capital?: boolean | undefined;
  /** No source knows its point: `lat` and `lon` are those of the place it lies in. */
  readonly inherited?: boolean | undefined;
}

export interface Actor {
  readonly id: string;
  readonly side: Side;
  readonly ar: string;
  readonly en: string;
  /** ACLED interaction code, 1 to 8. */
  readonly interaction: number;
  readonly parent: string | null;
}

export interface PlaceFound extends TokenRange {
  readonly surface: string;
  /** The one right place, or null where the name is known to be a place's but nothing decides which. */
  readonly place: Place | null;
  readonly governorate: string | null;
  readonly country: string;
  /** 1 the place itself · 2 its surroundings, outskirts, axis or countryside · 3 a governorate only. */
  readonly geoPrecision: 1 | 2 | 3;
  /** Places in one list or coordination share a number, so that one verb can govern all of them. */
  readonly list: number | null;
  /**
   * The use: `location` of something; `direction` moved or aimed towards («باتجاه», «نحو»); `origin` («من جهة»);
   * `part_of_name` where it belongs to an actor's or a person's name and is no place of an event.
   */
  readonly use: 'location' | 'direction' | 'origin' | 'part_of_name';
  /** The capital stands for its state («أعلنت دمشق»، «تنسيق مع موسكو»): named, but nothing happens there. */
  readonly metonym?: boolean | undefined;
}

export interface ActorFound extends TokenRange {
  readonly surface: string;
  /** The codebook's id for the day of the article. */
  readonly id: string;
  /** The pack's own, finer entry (a brigade, an operations room) that the id stands for. */
  readonly entry: string;
  readonly side: Side;
  /** ACLED interaction code, 1 for state forces to 8 for external forces. */
  readonly interaction?: number;
  /** Aircraft, checkpoint, artillery …: the actor is known by what it uses. */
  readonly via: Weapon | null;
  /** The words also name a state or a party to talks («النظام»، «روسيا»): they count only where they do or suffer something in an event. */
  readonly political?: boolean | undefined;
  /** The owner is the likely one and is not told («الطيران الحربي» after 2015-09-30). */
  readonly uncertain?: boolean | undefined;
  /** The words take up an actor named before («التنظيم»). */
  readonly anaphor?: boolean | undefined;
  /** It only speaks here («قال المتحدث باسم …»): a source, and no party to what it tells of. */
  readonly speaker?: boolean | undefined;
}

export interface WeaponFound extends TokenRange {
  readonly surface: string;
  readonly id: Weapon;
}

export interface AttributionFound extends TokenRange {
  /** Who says so, as an editor would name it («المرصد السوري», «سانا», «ناشطون»). */
  readonly name: string;
  /** Party to the fight that speaks, where the source is one: what it says is `claimed`. */
  readonly actor: string | null;
  /** The party tells what it did itself («أعلن الثوار سيطرتهم»): a claim, and its own act. */
  readonly ofItself?: boolean | undefined;
}

/** What is known of an article before its words are read. */
export interface AnnotateContext {
  /** Sections in text order, not overlapping: offsets, the heading's governorate (null in ordinary news), the others it names. */
  readonly sections: readonly AnnotateSection[];
  /** Day of publication, `YYYY-MM-DD`: actors' names are valid in time. */
  readonly published: string;
  /** The article's text, for surfaces cut exactly; without it they are put together from tokens and single spaces. */
  readonly text?: string;
}

export interface AnnotateSection extends Span {
  readonly governorate: string | null;
  readonly alsoGovernorates: readonly string[];
  readonly heading: string | null;
}

export interface Entities {
  readonly places: readonly PlaceFound[];
  readonly actors: readonly ActorFound[];
  readonly weapons: readonly WeaponFound[];
  readonly attributions: readonly AttributionFound[];
  readonly diagnostics: readonly Diagnostic[];
}
