/** Who fights whom in a mention, as far as it tells two incidents apart. */
import type { EventActor } from '../../model/mention.ts';
import type { EventType } from '../../model/vocabulary.ts';
import { fits } from './weapon-classes.ts';

export interface Parties {
  /** Sides that act; in a fight both parties. */
  readonly doers: ReadonlySet<string>;
  /** Armed sides that are struck. */
  readonly struck: ReadonlySet<string>;
}

function sidesOf(actors: readonly EventActor[]): ReadonlySet<string> {
  const sides = actors.map(({ side }) => side).filter((side) => side !== 'civilians' && side !== 'unknown');
  return new Set(sides);
}

/** In battles every armed actor is a party; elsewhere initiators and targets are told apart. */
export function partiesOf(type: EventType, actors: readonly EventActor[]): Parties {
  if (type === 'armed_clash' || type.endsWith('_territory'))
    return { doers: sidesOf(actors), struck: new Set() };
  return {
    doers: sidesOf(actors.filter(({ role }) => role !== 'target')),
    struck: sidesOf(actors.filter(({ role }) => role === 'target')),
  };
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const item of one) if (other.has(item)) return true;
  return false;
}

/** True where nothing contradicts that both tell of the same parties. */
export function partiesFit(one: Parties, other: Parties): boolean {
  if (!fits(one.doers, other.doers)) return false;
  return one.struck.size === 0 || other.struck.size === 0 || overlap(one.struck, other.struck);
}
