/**
 * Weapons as far as they tell two incidents apart. Two outlets call the same gun mortar and artillery, but nobody
 * takes a helicopter for a jet; a munition alone («cluster») fits whatever can carry it.
 */
import type { Weapon } from '../../model/vocabulary.ts';

const CLASS_OF: Readonly<Partial<Record<Weapon, string>>> = {
  barrel_bomb: 'helicopter',
  helicopter: 'helicopter',
  naval_mine: 'helicopter',
  warplane: 'warplane',
  drone: 'drone',
  mortar: 'gun',
  artillery: 'gun',
  tank: 'gun',
  rocket_launcher: 'rocket',
  surface_to_surface_missile: 'missile',
  car_bomb: 'car_bomb',
  landmine: 'landmine',
  suicide_belt: 'suicide_belt',
  chemical_agent: 'chemical_agent',
};

export function weaponClasses(weapons: readonly Weapon[]): ReadonlySet<string> {
  return new Set(weapons.flatMap((weapon) => CLASS_OF[weapon] ?? []));
}

/** True where one set holds the other; the empty set, where nothing is told, fits all. */
export function fits(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  for (const item of small) if (!large.has(item)) return false;
  return true;
}
