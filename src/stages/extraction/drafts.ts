/** An event as it is being read: what one segment tells, filled up by the segments around it. */
import type { EventRule, Frame } from '../../knowledge/events/grammar.ts';
import type { ActorFound, PlaceFound } from '../../knowledge/types.ts';
import type { EventType, Weapon } from '../../model/vocabulary.ts';
import type { CasualtyDetail } from './casualties.ts';
import type { EventDay } from './findings.ts';
import type { Block } from './mark.ts';
import type { SegmentText, Trigger } from './section-text.ts';

/** Where a draft's places come from. */
export type PlaceSource = 'own' | 'pointed' | 'sentence' | 'event' | 'before' | 'heading' | 'none';

/** A finding tied to an event, with the sentence that tells it. */
export interface Attached {
  readonly sentence: number;
  readonly finding: CasualtyDetail;
  /** Key of the place it was told of, where the event has several; see `placeKey`. */
  readonly at: string | undefined;
  /** Told for all of several places together. */
  readonly shared: boolean | undefined;
}

export interface Draft {
  readonly rule: EventRule;
  type: EventType;
  frame: Frame;
  readonly segment: SegmentText;
  readonly trigger: Trigger;
  places: readonly PlaceFound[];
  source: PlaceSource;
  initiators: readonly ActorFound[];
  targets: readonly ActorFound[];
  participants: readonly ActorFound[];
  readonly weapons: Set<Weapon>;
  readonly casualties: Attached[];
  /** Last segment that belongs to it. */
  lastSegment: number;
  readonly block: Block | null;
  civilians: boolean;
  /** Day of the lead that it tells in particular, where its own words tell none. */
  day: EventDay | null;
  /** Told of the quarters of one place; those that its tolls name are its places now. */
  spread: boolean;
  /** How much speaks for a real event, where no bulletin's heading does. */
  evidence: number;
}

/** Whether a party that began the one began the other too. */
export function haveSameInitiator(a: Draft, b: Draft): boolean {
  return b.initiators.some(({ id }) => a.initiators.some((own) => own.id === id));
}

/** The same event once more, of another type or told by another segment of other places; its people are its own. */
export function alike(
  draft: Draft,
  { type, segment, places, block }: Partial<Pick<Draft, 'type' | 'segment' | 'places' | 'block'>>,
): Draft {
  return {
    rule: draft.rule,
    type: type ?? draft.type,
    frame: draft.frame,
    segment: segment ?? draft.segment,
    trigger: draft.trigger,
    places: places ?? draft.places,
    source: places ? 'own' : draft.source,
    initiators: draft.initiators,
    targets: draft.targets,
    participants: draft.participants,
    weapons: new Set(draft.weapons),
    casualties: [],
    lastSegment: segment?.index ?? draft.lastSegment,
    block: block === undefined ? draft.block : block,
    civilians: segment?.names.has('civil') ?? draft.civilians,
    day: segment ? null : draft.day,
    spread: segment ? false : draft.spread,
    evidence: draft.evidence,
  };
}

/** The weapons that a segment names, and the means of its actors. */
export function addWeapons(weapons: Set<Weapon>, segment: SegmentText): void {
  for (const weapon of segment.weapons) weapons.add(weapon.id);
  for (const actor of segment.actors) if (actor.via) weapons.add(actor.via);
}
