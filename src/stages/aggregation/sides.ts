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

/**
 * True where nothing contradicts that both tell of the same parties. Two reports of a fight that each name another
 * party alone can tell of one fight: it takes two.
 */
export function partiesFit(type: EventType, one: Parties, other: Parties): boolean {
  const isFight = type === 'armed_clash';
  const halves = isFight && one.doers.size === 1 && other.doers.size === 1;
  if (!halves && !fits(one.doers, other.doers)) return false;
  return one.struck.size === 0 || other.struck.size === 0 || overlap(one.struck, other.struck);
}
