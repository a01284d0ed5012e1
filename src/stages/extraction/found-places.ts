/**
 * What the event grammar and the rest of the article know better about places found: a word of the grammar that stands
 * without a cue is no village of that name, a name that is resolved once means the same place throughout, and a place
 * that no gazetteer knows lies where the place lies that is told right after it.
 */
import type { Token } from '../../arabic/token.ts';
import type { EventGrammar } from '../../knowledge/events/grammar.ts';
import type { PlaceFound } from '../../knowledge/types.ts';

/** The place that tells where an unknown one lies stands at most so many tokens after it. */
const CONTAINER_REACH = 5;
const INSIDE = /^(?:ب|في$|من$|شمال|جنوب|شرق|غرب|قرب|بالقرب$|ضمن$)/;

export function settlePlaces(
  found: readonly PlaceFound[],
  tokens: readonly Token[],
  grammar: EventGrammar,
  home: string,
): PlaceFound[] {
  const named = abroad(
    found.filter((place) => !isOtherWord(place, tokens, grammar)),
    home,
  );
  const known = new Map<string, PlaceFound>();
  for (const place of named) {
    const key = keyOf(place);
    if (place.place !== null && !known.has(key)) known.set(key, place);
  }
  return named.map((place, index) => {
    if (place.place !== null) return place;
    const same = known.get(keyOf(place));
    if (same)
      return {
        ...place,
        place: same.place,
        governorate: same.governorate,
        country: same.country,
        geoPrecision: 1,
      };
    const container = containerOf(place, named[index + 1], tokens);
    return container ? { ...place, governorate: container.governorate } : place;
  });
}

/** A text of another country names neither this one nor any of its governorates: its villages' namesakes lie there. */
function abroad(found: readonly PlaceFound[], home: string): readonly PlaceFound[] {
  const isHome = (place: PlaceFound) =>
    place.country === home && (place.place?.level === 'country' || place.place?.level === 'adm1');
  const foreign = found.filter((place) => place.country !== home && place.place?.level !== 'country');
  if (foreign.length === 0 || found.some(isHome)) return found;
  const country = foreign[0]?.country ?? home;
  return found.map((place) =>
    place.country === home ? { ...place, country, governorate: null, place: null } : place,
  );
}

function keyOf(place: PlaceFound): string {
  return place.surface.replace(/[\s"«»“”]+/g, ' ').trim();
}

function isOtherWord(place: PlaceFound, tokens: readonly Token[], grammar: EventGrammar): boolean {
  if (place.first !== place.last)
    return place.place === null && (tokens[place.last] as Token).norm.startsWith('لل');
  const token = tokens[place.first] as Token;
  const words = grammar.lexicon.read(token.norm);
  if (words.length === 0 || words.some(({ lemma }) => isPlaceWord(lemma, grammar))) return false;
  const before = tokens[place.first - 1];
  if (before === undefined) return true;
  return !grammar.lexicon.read(before.norm).some(({ lemma }) => isPlaceWord(lemma, grammar));
}

function isPlaceWord(lemma: string, grammar: EventGrammar): boolean {
  const uses = grammar.usesOf(lemma);
  return uses.includes('place') || uses.includes('anaphor');
}

function containerOf(
  place: PlaceFound,
  next: PlaceFound | undefined,
  tokens: readonly Token[],
): PlaceFound | null {
  if (next === undefined || next.governorate === null || next.first - place.last > CONTAINER_REACH)
    return null;
  for (let at = place.last + 1; at <= next.first; at++) {
    const { norm, kind } = tokens[at] as Token;
    if (kind === 'punctuation' && /[.،,؛:]/.test(norm)) return null;
    if (norm === 'و' || norm.startsWith('و')) return null;
    if (INSIDE.test(norm)) return next;
  }
  return null;
}
