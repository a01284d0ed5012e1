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

const NOBODY: readonly string[] = [];
const NOTHING: Partial<People> = {};

/** A phrase of which only the count is known yet, and what `told` says of it. */
export function blank(
  first: number,
  last: number,
  count: Count,
  told: Omit<Partial<People>, 'first' | 'last' | 'count'> = NOTHING,
): People {
  return {
    what: 'people',
    first,
    last,
    count,
    kind: told.kind ?? null,
    group: told.group ?? null,
    actors: told.actors ?? NOBODY,
    form: told.form ?? 'counted',
    others: told.others ?? false,
    mixed: told.mixed ?? false,
    definite: told.definite ?? false,
    corpse: told.corpse ?? false,
  };
}

/** The same people told otherwise. Written out: what is spread gets a hidden class of its own, which is slow to read. */
export function retold(people: People, told: Partial<People>): People {
  return {
    what: 'people',
    first: told.first ?? people.first,
    last: told.last ?? people.last,
    count: told.count ?? people.count,
    kind: told.kind === undefined ? people.kind : told.kind,
    group: told.group === undefined ? people.group : told.group,
    actors: told.actors ?? people.actors,
    form: told.form ?? people.form,
    others: told.others ?? people.others,
    mixed: told.mixed ?? people.mixed,
    definite: told.definite ?? people.definite,
    corpse: told.corpse ?? people.corpse,
  };
}

export function isDeadOrHurtPair(a: CasualtyKind, b: CasualtyKind): boolean {
  return (a === 'killed' && b === 'injured') || (a === 'injured' && b === 'killed');
}
