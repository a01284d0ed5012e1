/** A finding while it is put together: the people told of one event, which later words may still add to. */
import type { PlaceFound } from '../../knowledge/types.ts';
import type { Count } from '../../model/mention.ts';
import type { CasualtyGroup } from '../../model/vocabulary.ts';
import type { CasualtyKind } from './casualty-schema.ts';
import type { CasualtyText } from './casualty-text.ts';
import type { Item } from './casualty-told.ts';
import type { Zero } from './casualty-zero.ts';
import { clauseAt } from './spans-within.ts';

export interface Part {
  readonly group: CasualtyGroup;
  readonly kind: CasualtyKind;
  readonly count: Count;
  /** First token of the people. */
  readonly at: number;
}

export interface Draft {
  readonly clause: number;
  readonly sentence: number;
  first: number;
  last: number;
  items: Item[];
  /** Told by «بينهم»: groups that add nothing to the counts. */
  parts: Part[];
  running: boolean;
  zero: Zero | null;
  /** «معظمهم في …»: of several places. */
  spread: boolean;
  /** A bare number of a list by place («و(22) في …»). */
  listed: boolean;
  /** Another source's figure of those told before. */
  again: boolean;
  /** The place of this part of a count told place by place. */
  place: PlaceFound | null;
}

/** A finding that begins at a token and tells nothing yet. */
export function draftAt(text: CasualtyText, clause: number, first: number): Draft {
  return {
    clause,
    sentence: sentenceAt(text, first),
    first,
    last: first,
    items: [],
    parts: [],
    running: false,
    zero: null,
    spread: false,
    listed: false,
    again: false,
    place: null,
  };
}

/** The sentence that a token stands in. */
export function sentenceAt(text: CasualtyText, token: number): number {
  return clauseAt(text.reading.clauses, token)?.sentence ?? 0;
}
