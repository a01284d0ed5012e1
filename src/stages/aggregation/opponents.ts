/** Who stands against whom in an event, for sentences and tables. */
import type { NashraEvent } from '../../model/summary.ts';

export interface Opponents {
  /** Who acts; in a fight one party. */
  readonly one: readonly string[];
  /** The other party of a fight; empty elsewhere, and where three sides fight and nobody says who with whom. */
  readonly other: readonly string[];
}

/** Civilians are no party. In a fight roles decide, and where all take part, two sides are the two parties. */
export function opponents({ group, actors }: Pick<NashraEvent, 'group' | 'actors'>): Opponents {
  const armed = actors.filter(({ side }) => side !== 'civilians');
  const targets = armed.filter(({ role }) => role === 'target');
  const doers = armed.filter(({ role }) => role !== 'target');
  const ids = (some: typeof armed) => some.map(({ id }) => id);
  if (group !== 'battles') return { one: ids(doers), other: [] };
  if (targets.length > 0 && doers.length > 0) return { one: ids(doers), other: ids(targets) };
  const sides = [...new Set(armed.map(({ side }) => side))];
  if (sides.length !== 2) return { one: ids(armed), other: [] };
  return {
    one: ids(armed.filter(({ side }) => side === sides[0])),
    other: ids(armed.filter(({ side }) => side === sides[1])),
  };
}
