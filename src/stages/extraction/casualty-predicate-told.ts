/** What a predicate tells, put together from the people it takes. */
import { shared } from './casualty-counts.ts';
import type { People } from './casualty-people-shape.ts';
import type { CasualtyKind } from './casualty-schema.ts';
import type { CasualtyText } from './casualty-text.ts';
import type { Item, Told } from './casualty-told.ts';

export function nothing(at: number): Told {
  return told(at, at, []);
}

export function told(first: number, last: number, items: readonly Item[], weak = false): Told {
  return { first, last, items, running: false, predicate: true, weak };
}

export function item(kind: CasualtyKind, people: People): Item {
  return { kind, people, count: people.count };
}

export function isHarm(kind: CasualtyKind): boolean {
  return kind === 'killed' || kind === 'injured';
}

export function bothKinds(text: CasualtyText, at: number, people: People, last: number): Item[] {
  const words = text.surface(people.form === 'counted' ? Math.min(at, people.first) : at, last);
  // «مقتل أو إصابة نحو خمسة»: perhaps nobody of one kind.
  const count = text.norm(at + 1) === 'او' ? { low: 0, best: null, high: null, vague: words } : shared(words);
  return (['killed', 'injured'] as const).map((kind) => ({ kind, people, count }));
}
