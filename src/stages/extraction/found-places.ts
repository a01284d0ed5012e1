/**
 * What the event grammar and the rest of the article know better about places found: a word of the grammar that stands
 * without a cue is no village of that name, a name that is resolved once means the same place throughout, and a place
 * that no gazetteer knows lies where the place lies that is told right after it.
 */
import { isAt } from '../../arabic/phrases.ts';
import type { Token } from '../../arabic/token.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { EventGrammar } from '../../knowledge/events/grammar.ts';
import { LARGE } from '../../knowledge/places/accept.ts';
import { PREPOSITIONS } from '../../knowledge/places/cues.ts';
import type { Place, PlaceFound } from '../../knowledge/types.ts';
import { isWithinTown } from './containing-places.ts';

/** The place that tells where an unknown one lies stands at most so many tokens after it. */
const CONTAINER_REACH = 5;
const INSIDE = /^(?:ب|في$|من$|شمال|جنوب|شرق|غرب|قرب|بالقرب$|ضمن$)/;

/** The pack's country: its code, and the stem of its name as texts use it («سوري»). */
export interface Home {
  readonly id: string;
  readonly stem: string;
}

export function settlePlaces(
  found: readonly PlaceFound[],
  tokens: readonly Token[],
  grammar: EventGrammar,
  home: Home,
): readonly PlaceFound[] {
  const read = found.filter((place, at) => !isOtherWord(place, found[at - 1], tokens, grammar));
  const named = besideForeign(abroad(read, tokens, home), tokens, home);
  if (named.every((place) => place.place !== null && !mayBeElsewhere(place, tokens))) return named;
  const known = new Map<string, PlaceFound>();
  for (const place of named) {
    const key = keyOf(place);
    if (place.place !== null && !known.has(key)) known.set(key, place);
  }
  const inGovernorate = new Map<string | null, number>();
  for (const { governorate } of named)
    inGovernorate.set(governorate, (inGovernorate.get(governorate) ?? 0) + 1);
  return named.map((place, index) => {
    if (place.place !== null) {
      const elsewhere =
        elsewhereOf(place, named[index + 1], tokens) ?? besideOthers(place, named[index - 1], inGovernorate);
      return elsewhere === null ? place : { ...place, place: null, governorate: elsewhere.governorate };
    }
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

/**
 * A text of another country names neither this one nor its governorates, and more of the other's places: namesakes of
 * this country's villages lie there.
 */
function abroad(found: readonly PlaceFound[], tokens: readonly Token[], home: Home): readonly PlaceFound[] {
  const foreign = new Set(
    found.filter((place) => place.country !== home.id && place.place?.level !== 'country').map(keyOf),
  );
  if (foreign.size === 0) return found;
  const own = found.filter((place) => place.country === home.id);
  if (own.some(({ place }) => place?.level === 'country' || place?.level === 'adm1')) return found;
  if (new Set(own.filter(({ place }) => place !== null).map(keyOf)).size >= foreign.size) return found;
  if (tokens.some(({ norm }) => norm.includes(home.stem))) return found;
  const country = found.find((place) => place.country !== home.id)?.country ?? home.id;
  return found.map((place) =>
    place.country === home.id ? { ...place, country, governorate: null, place: null } : place,
  );
}

const isPairOfTowns = fitting(/^[وبل]?(?:بلدتي|بلدتا|قريتي|قريتا|مدينتي|مدينتا|بلدات|قري)$/);

/** «بلدتي عرسال والطيبة»: the second of two towns told in one breath lies in the country of the first. */
function besideForeign(
  found: readonly PlaceFound[],
  tokens: readonly Token[],
  home: Home,
): readonly PlaceFound[] {
  let changed: PlaceFound[] | null = null;
  for (let at = 1; at < found.length; at++) {
    const [before, place] = [found[at - 1] as PlaceFound, found[at] as PlaceFound];
    if (before.country === home.id || place.country !== home.id || before.list !== place.list) continue;
    if (before.list === null || place.first !== before.last + 1 || before.place?.level === 'country')
      continue;
    if (!isAt(tokens, before.first, isPairOfTowns) && !isAt(tokens, before.first - 1, isPairOfTowns))
      continue;
    changed ??= [...found];
    changed[at] = { ...place, country: before.country, governorate: null, place: null };
  }
  return changed ?? found;
}

/** Anything but words with single spaces between. */
const WRITTEN_OTHERWISE = /[^\S ]|["«»“”]| {2}|^ | $/;

function keyOf(place: PlaceFound): string {
  const { surface } = place;
  return WRITTEN_OTHERWISE.test(surface) ? surface.replace(/[\s"«»“”]+/g, ' ').trim() : surface;
}

/** A word of the grammar without a cue, or «المطلة على», «المشرفة على»: no village of that name. */
function isOtherWord(
  place: PlaceFound,
  previous: PlaceFound | undefined,
  tokens: readonly Token[],
  grammar: EventGrammar,
): boolean {
  if (place.first !== place.last)
    return place.place === null && (tokens[place.last] as Token).norm.startsWith('لل');
  const token = tokens[place.first] as Token;
  if (/^ال(?:مطل|مشرف)ه$/.test(token.norm) && tokens[place.first + 1]?.norm === 'علي') return true;
  const words = grammar.lexicon.read(token.norm);
  if (words.length === 0 || words.some(({ lemma }) => isPlaceWord(lemma, grammar))) return false;
  // «في عدة مدن لإسقاط النظام»: what for.
  if (words.some(({ kind, preposition }) => kind === 'noun' && preposition === 'ل') && place.place?.needsCue)
    return true;
  // «مدينة "القريتين"»
  const quoted = /^["«“]$/.test(tokens[place.first - 1]?.norm ?? '');
  const before = tokens[place.first - (quoted ? 2 : 1)];
  if (before === undefined) return true;
  // «في تدمر», «السخنة وتدمر»: no verb stands there.
  const verbal = words.every(({ kind }) => kind === 'past' || kind === 'present');
  const listed = previous?.last === place.first - 1 && previous.list === place.list;
  // «مدينتي تدمر والقريتين»
  const beside = listed && place.place?.level === 'adm4' && previous.governorate === place.governorate;
  if (beside && place.place?.ar.startsWith('ال')) return false;
  const known = place.place !== null && !place.place.needsCue;
  if (known && verbal && (listed || isPreposition(before.norm) || place.start > token.start + 1))
    return false;
  // «سيطر التنظيم على الميادين», «بالقريتين»: towns larger than what else the word may mean is likely to be told of.
  const large = (place.place?.population ?? 0) >= LARGE;
  if (known && large && (isPreposition(before.norm) || /^[وف]?ب/.test(token.norm))) return false;
  // «الجيش يستعيد تدمر»: what that verb takes.
  const readBefore = grammar.lexicon.read(before.norm);
  if (known && verbal && readBefore.some(({ lemma, kind }) => kind !== 'noun' && TAKES.has(lemma)))
    return false;
  return !readBefore.some(({ lemma }) => isPlaceWord(lemma, grammar));
}

/** «في», «وفي», «ففي» */
function isPreposition(norm: string): boolean {
  return PREPOSITIONS.has(norm) || (/^[وف]/.test(norm) && PREPOSITIONS.has(norm.slice(1)));
}

/** Verbs whose object is a place. */
const TAKES: ReadonlySet<string> = new Set(['استعاد', 'دخل', 'حرر', 'اقتحم', 'خسر', 'سقط', 'قصف', 'استهدف']);

function isPlaceWord(lemma: string, grammar: EventGrammar): boolean {
  const uses = grammar.usesOf(lemma);
  return uses.includes('place') || uses.includes('anaphor');
}

/** What many towns have one of, under the same name. */
const SITES: ReadonlySet<string> = new Set(['site', 'base', 'neighbourhood']);

function isSite(place: Place): boolean {
  return SITES.has(place.level) || isWithinTown(place);
}

const isTownWord = fitting(/^ب?(?:حي|مدينه|بلده|قريه)$/);

const isQuarterWord = fitting(/^[وبل]?حي$/);

/** A site, or a village that the text calls a quarter. */
function mayBeElsewhere({ place, first }: PlaceFound, tokens: readonly Token[]): boolean {
  if (place === null || isSite(place)) return place !== null;
  return place.level === 'adm4' && isAt(tokens, first - 1, isQuarterWord);
}

/** «كلية الهندسة في حي البرامكة»: a site of that quarter, and not the one that is known in another governorate. */
function elsewhereOf(
  place: PlaceFound,
  next: PlaceFound | undefined,
  tokens: readonly Token[],
): PlaceFound | null {
  if (!mayBeElsewhere(place, tokens) || place.governorate === null) return null;
  const container = containerOf(place, next, tokens);
  if (container === null || container.place === null) return null;
  if (container.governorate === place.governorate) return isOfOtherTown(place, container) ? container : null;
  // «حي المحمودية بعفرين»: a quarter of that town, and no village of another governorate.
  if (!(place.place && isSite(place.place)) && container.first === place.last + 1) return container;
  // «دير مار تقلا في معلولا»
  const inside = tokens[place.last + 1]?.norm === 'في' && container.first === place.last + 2;
  return inside || isAt(tokens, container.first - 1, isTownWord) || isAt(tokens, container.first, isTownWord)
    ? container
    : null;
}

/** «ساحة الجامعة ومبنى المحافظة»: listed with places of another governorate, of a name that is nobody's own. */
function besideOthers(
  place: PlaceFound,
  before: PlaceFound | undefined,
  inGovernorate: ReadonlyMap<string | null, number>,
): PlaceFound | null {
  if (place.place?.needsCue !== true || !isSite(place.place) || place.list === null) return null;
  if (before?.list !== place.list || before.governorate === null || before.governorate === place.governorate)
    return null;
  return (inGovernorate.get(place.governorate) ?? 0) > 1 ? null : before;
}

/** «البساتين في مدينة القريتين»: a quarter of that town, and not the one of its name in another. */
function isOfOtherTown({ place }: PlaceFound, { place: town }: PlaceFound): boolean {
  if (place?.level !== 'neighbourhood' || place.parent === null) return false;
  return town?.level === 'adm4' && town.id !== place.parent;
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
