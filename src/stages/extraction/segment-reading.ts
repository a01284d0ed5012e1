/** The rule that a segment sets off, with what it needs to become an event. */
import type { EventRule } from '../../knowledge/events/grammar.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import type { Circumstances } from './conditions.ts';
import type { Block } from './mark.ts';
import type { Parties } from './parties.ts';
import type { Trigger } from './section-text.ts';

export interface SegmentReading {
  readonly rule: EventRule;
  readonly trigger: Trigger;
  readonly parties: Parties;
  readonly places: readonly PlaceFound[];
  readonly now: Circumstances;
  readonly block: Block | null;
}
