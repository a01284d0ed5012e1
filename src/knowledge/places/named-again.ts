/**
 * A village that no gazetteer knows is known by its cue («قرية بلشون», «قرى إبلين وبليون وبلشون»); what the article then
 * tells «في بلشون» is of the same. One pass over the tokens; nothing for an article that names no such village.
 */
import { normaliseWord } from '../../arabic/normalise.ts';
import { isAt } from '../../arabic/phrases.ts';
import type { Token } from '../../arabic/token.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { PlaceFound } from '../types.ts';

/** Shorter names are met as parts of other words. */
const SHORTEST = 4;
const isBeforePlace = fitting(/^[وف]?(?:في|علي|قرب|الي|من|نحو|محيط|اطراف|بين|باتجاه|داخل|عند)$/);

/** `places` in text order; the same with the later tellings of their unknown villages among them. */
export function withNamedAgain(
  tokens: readonly Token[],
  places: readonly PlaceFound[],
  text: string | undefined,
): PlaceFound[] {
  const known = new Map<string, PlaceFound>();
  for (const found of places) {
    const name = found.first === found.last ? normaliseWord(found.surface) : '';
    const isOwn = found.place === null && found.governorate !== null && found.use === 'location';
    if (isOwn && name.length >= SHORTEST && !name.startsWith('و') && !known.has(name)) known.set(name, found);
  }
  if (known.size === 0) return [...places];
  const all: PlaceFound[] = [];
  let next = 0;
  for (let at = 0; at < tokens.length; at++) {
    while (next < places.length && (places[next] as PlaceFound).last < at)
      all.push(places[next++] as PlaceFound);
    if ((places[next]?.first ?? Number.POSITIVE_INFINITY) <= at) continue;
    const token = tokens[at] as Token;
    const first = known.get(token.norm);
    if (first === undefined || first.first >= at || !isAt(tokens, at - 1, isBeforePlace)) continue;
    const { start, end } = token;
    const surface = text?.slice(start, end) ?? token.surface;
    all.push({ ...first, first: at, last: at, start, end, surface, geoPrecision: 1, list: null });
  }
  all.push(...places.slice(next));
  return all;
}
