/**
 * Makes one event of what is told twice: the same type at the same place in one section, shelling that is part of a
 * clash, a fight that only leads up to ground taken, a headline that says in general what the text says in particular.
 */
import type { PlaceFound } from '../../knowledge/types.ts';
import type { Draft } from './drafts.ts';

/** A draft at one of its places. */
export interface Sited {
  readonly draft: Draft;
  readonly place: PlaceFound | null;
  /** The toll stands on the first of several places told together. */
  readonly first: boolean;
  readonly shared: boolean;
}

export function placeKey(place: PlaceFound | null): string {
  return place === null ? '' : (place.place?.id ?? place.surface);
}

/** Drafts that open events of their own, after folding. `drafts` in text order. */
export function foldDrafts(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    if (draft.block !== null) continue;
    const clash = clashFor(draft, kept);
    if (clash) {
      for (const weapon of draft.weapons) clash.weapons.add(weapon);
      clash.casualties.push(...draft.casualties);
      clash.civilians ||= draft.civilians;
    } else if (!leadsToGain(draft, kept) && !isToldAlready(draft, kept) && !isMeantBy(draft, drafts))
      kept.push(draft);
  }
  return kept;
}

/** The clash that a shelling is part of: the same sentence, no place or toll of its own, or told as going with it. */
function clashFor(draft: Draft, kept: readonly Draft[]): Draft | null {
  if (draft.type !== 'shelling_artillery_missile' || draft.casualties.length > 0) return null;
  for (let i = kept.length - 1; i >= 0; i--) {
    const one = kept[i] as Draft;
    if (one.segment.sentence !== draft.segment.sentence) return null;
    if (one.type !== 'armed_clash' || one.frame !== 'clash' || one.rule.id === 'destroyed') continue;
    const goesWith = draft.segment.names.has('occur') || draft.segment.opener !== 'verb';
    const near = draft.segment.index - one.lastSegment <= 2;
    if (draft.source !== 'own' && near) return one;
    if (
      goesWith &&
      near &&
      draft.places.some((place) => one.places.some((own) => placeKey(own) === placeKey(place)))
    )
      return one;
    return null;
  }
  return null;
}

/** «سيطروا على القرية بعد معارك»: the fight is how the ground was taken. */
function leadsToGain(draft: Draft, kept: readonly Draft[]): boolean {
  if (draft.type !== 'armed_clash' || draft.source === 'own') return false;
  const last = kept.at(-1);
  if (!last || last.segment.sentence !== draft.segment.sentence) return false;
  if (last.frame !== 'gain') return false;
  for (const weapon of draft.weapons) last.weapons.add(weapon);
  if (last.targets.length === 0) {
    last.targets = draft.participants.filter((actor) => !last.initiators.some((own) => own.id === actor.id));
  }
  last.casualties.push(...draft.casualties);
  return true;
}

/** «بعد اقتحام القرية»: why something happened, at a place whose fight is told already. */
function isToldAlready(draft: Draft, kept: readonly Draft[]): boolean {
  if (draft.segment.opener !== 'cause' || !['clash', 'raid', 'gain'].includes(draft.frame)) return false;
  const keys = new Set(draft.places.map(placeKey));
  return kept.some(
    (one) =>
      ['clash', 'raid', 'gain'].includes(one.frame) && one.places.some((place) => keys.has(placeKey(place))),
  );
}

/** «محاولة اغتيال … حيث انفجرت عبوة»: the blast that follows is how it was done. */
function isMeantBy(draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.rule.frame !== 'harm' || draft.source === 'own' || draft.casualties.length > 0) return false;
  return drafts.some(
    (one) =>
      one.block === null &&
      one.frame === 'blast' &&
      one.segment.sentence === draft.segment.sentence &&
      one.segment.index > draft.segment.index,
  );
}

/** One entry a place; the same type at the same place of the section again is the first one. */
export function siteDrafts(drafts: readonly Draft[]): Sited[] {
  const sited: Sited[] = [];
  const known = new Map<string, Draft>();
  for (const draft of drafts) {
    const places: readonly (PlaceFound | null)[] = draft.places.length > 0 ? unique(draft.places) : [null];
    places.forEach((place, index) => {
      const key = `${draft.type} ${placeKey(place)}`;
      const before = known.get(key);
      if (before && before !== draft) merge(before, draft, index === 0);
      else {
        known.set(key, draft);
        sited.push({ draft, place, first: index === 0, shared: places.length > 1 });
      }
    });
  }
  return sited;
}

function unique(places: readonly PlaceFound[]): PlaceFound[] {
  const seen = new Set<string>();
  return places.filter((place) => {
    const key = placeKey(place);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function merge(into: Draft, again: Draft, withToll: boolean): void {
  for (const weapon of again.weapons) into.weapons.add(weapon);
  if (withToll) into.casualties.push(...again.casualties);
  into.civilians ||= again.civilians;
  into.evidence = Math.max(into.evidence, again.evidence);
  if (into.initiators.length === 0) into.initiators = again.initiators;
  if (into.targets.length === 0) into.targets = again.targets;
  if (into.participants.length < again.participants.length) into.participants = again.participants;
}
