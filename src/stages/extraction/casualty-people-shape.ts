/** The shape of one phrase for people, and what its parts share. */
import type { Count } from '../../model/mention.ts';
import type { CasualtyGroup } from '../../model/vocabulary.ts';
import type { CasualtyKind } from './casualty-schema.ts';

export interface People {
  readonly what: 'people';
  readonly first: number;
  readonly last: number;
  readonly count: Count;
  /** What a noun such as «قتلى» says; null for «أشخاص». */
  readonly kind: CasualtyKind | null;
  readonly group: CasualtyGroup | null;
  /** Codebook ids of the actors whose people they are. */
  readonly actors: readonly string[];
  /** How it is told. `bare`: a number without a noun; `plural`: a noun without a number. */
  readonly form: 'counted' | 'bare' | 'one' | 'plural' | 'name';
  /** «12 آخرين»: more of the people told before. */
  readonly others: boolean;
  /** One number for dead and hurt together: «عشرات القتلى والجرحى», «بين قتيل وجريح». */
  readonly mixed: boolean;
  readonly definite: boolean;
  readonly corpse: boolean;
}

export interface Things {
  readonly what: 'things';
  readonly last: number;
}

/** A phrase of which only the count is known yet. */
export function blank(first: number, last: number, count: Count): People {
  return {
    what: 'people',
    first,
    last,
    count,
    kind: null,
    group: null,
    actors: [],
    form: 'counted',
    others: false,
    mixed: false,
    definite: false,
    corpse: false,
  };
}

export function isDeadOrHurtPair(a: CasualtyKind, b: CasualtyKind): boolean {
  return (a === 'killed' && b === 'injured') || (a === 'injured' && b === 'killed');
}
