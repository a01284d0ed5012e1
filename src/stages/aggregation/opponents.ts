/** Who stands against whom in an event, for sentences. */
import type { NashraEvent } from '../../model/summary.ts';

export interface Opponents {
  /** Who acts; in a fight one party. */
  readonly one: readonly string[];
  /** The other party of a fight; empty elsewhere. */
  readonly other: readonly string[];
}

/** Sides that bulletins show as allies of the state in fights; everyone else fights on their own account. */
const ALLIES: Readonly<Record<string, string>> = { russia: 'government' };

/** Actors of one party stay together; civilians and the unknown are no party. */
export function opponents({ group, actors }: Pick<NashraEvent, 'group' | 'actors'>): Opponents {
  const armed = actors.filter(({ side }) => side !== 'civilians');
  if (group !== 'battles')
    return { one: armed.filter(({ role }) => role !== 'target').map(({ id }) => id), other: [] };
  const party = (side: string) => ALLIES[side] ?? side;
  const [first] = armed;
  if (!first) return { one: [], other: [] };
  return {
    one: armed.filter(({ side }) => party(side) === party(first.side)).map(({ id }) => id),
    other: armed.filter(({ side }) => party(side) !== party(first.side)).map(({ id }) => id),
  };
}
