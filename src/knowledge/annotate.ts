/**
 * Finds places, actors, weapons and sources in an article's tokens. The longest name wins across kinds: a place inside
 * an actor's name («جيش الإسلام», «درع الفرات») is no place, and an actor inside a place's name is no actor. Pure and
 * linear in the number of tokens.
 */
import type { Token, TokenRange } from '../arabic/token.ts';
import { asSpeaker, findActors } from './actors.ts';
import { findAttributions } from './attributions.ts';
import type { Knowledge } from './knowledge.ts';
import { resolvePlaces } from './places/resolve.ts';
import { surfaceCutter } from './surface.ts';
import type { ActorFound, AnnotateContext, AttributionFound, Entities, WeaponFound } from './types.ts';
import { findWeapons } from './weapons.ts';

export function annotate(tokens: readonly Token[], context: AnnotateContext, knowledge: Knowledge): Entities {
  const cut = surfaceCutter(tokens, context.text);
  const { actors, names } = findActors(tokens, cut, context.published, knowledge.actors);
  const attributions = findAttributions(tokens, actors, cut, knowledge.attributions);
  const taken = [...names, ...attributions].sort((a, b) => a.first - b.first);
  const { places, diagnostics } = resolvePlaces(tokens, context, knowledge.gazetteer, taken);
  return {
    places,
    actors: markSpeakers(outside(actors, places), attributions),
    weapons: notIn(findWeapons(tokens, cut, knowledge.weapons), attributions),
    attributions,
    diagnostics,
  };
}

/** Weapons whose word belongs to a source's name are none («المراسل الحربي»). */
function notIn(
  weapons: readonly WeaponFound[],
  attributions: readonly AttributionFound[],
): readonly WeaponFound[] {
  let next = 0;
  return weapons.filter((weapon) => {
    while ((attributions[next]?.last ?? Number.POSITIVE_INFINITY) < weapon.first) next++;
    const source = attributions[next];
    return source === undefined || source.ofItself !== undefined || source.first > weapon.last;
  });
}

/** Actors that are no part of a longer place's name. */
function outside(actors: readonly ActorFound[], places: readonly TokenRange[]): ActorFound[] {
  let next = 0;
  return actors.filter((actor) => {
    while ((places[next]?.last ?? Number.POSITIVE_INFINITY) < actor.first) next++;
    const place = places[next];
    if (place === undefined || place.first > actor.last) return true;
    return place.last - place.first <= actor.last - actor.first;
  });
}

/** An actor inside a source's words only speaks; one that speaks for no party («الدفاع المدني») is no actor there. */
function markSpeakers(
  actors: readonly ActorFound[],
  attributions: readonly AttributionFound[],
): ActorFound[] {
  const marked: ActorFound[] = [];
  let next = 0;
  for (const actor of actors) {
    while ((attributions[next]?.last ?? Number.POSITIVE_INFINITY) < actor.first) next++;
    const source = attributions[next];
    const speaks = source !== undefined && source.first <= actor.last && !source.ofItself;
    marked.push(speaks ? asSpeaker(actor) : actor);
  }
  return marked;
}
