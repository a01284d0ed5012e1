/** What is wrong in a coding, one record a fault: where, what, and which rule told it. */
import type { Mention } from '../../src/model/mention.ts';
import type { GoldEvent } from './coding-gold.ts';

export const SLOTS = [
  'governorate+type',
  'events',
  'day',
  'killed',
  'injured',
  'roles',
  'weapons',
  'modality',
  'places',
  'place governorate',
  'actors',
  'silence',
] as const;
export type Slot = (typeof SLOTS)[number];

/** A `miss` was not told, an `extra` is not in the gold, and `wrong` is a slot of an event that was told rightly. */
export type FaultKind = 'miss' | 'extra' | 'wrong';

export interface Fault {
  readonly slot: Slot;
  readonly kind: FaultKind;
  /** Name of the gold text. */
  readonly text: string;
  readonly what: string;
  /** The rule that told it; null where nothing was told, and for places and actors. */
  readonly rule: string | null;
  /** The words that were read so; '' of a miss. */
  readonly quote: string;
  /** Of a miss: the event that was not told. */
  readonly event: GoldEvent | null;
}

/** An event of the gold that a rule told. */
export interface Hit {
  readonly event: GoldEvent;
  readonly rule: string;
}

/** Where a fault is and who is to blame for it. */
export type Blame = Omit<Fault, 'slot' | 'what'>;

/** A slot read wrongly, by the rule of the mention where one told it. */
export function blame(text: string, mention: Mention | null): Blame {
  return { kind: 'wrong', text, rule: mention?.rule ?? null, quote: mention?.quote ?? '', event: null };
}

export function missOf(text: string, event: GoldEvent): Fault {
  const what = nameOf(event.gov ?? event.country, event.type, event.place);
  return { ...blame(text, null), kind: 'miss', slot: 'events', what, event };
}

export function extraOf(text: string, mention: Mention): Fault {
  const { governorate, country, type, place } = mention;
  const what = nameOf(governorate ?? country, type, place?.name ?? null);
  return { ...blame(text, mention), kind: 'extra', slot: 'events', what };
}

function nameOf(where: string, type: string, place: string | null): string {
  return `${where} ${type} ${place ?? ''}`.trim();
}

/** A fault in one line. */
export function faultLine({ slot, kind, text, what, rule, quote }: Fault): string {
  if (kind === 'miss') return `miss  ${text} ${what}`;
  if (kind === 'extra') return `extra ${text} ${what} [${rule}] ${quote.slice(0, 80)}`;
  return `${slot} ${text} ${what}`;
}
