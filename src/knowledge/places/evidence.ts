/**
 * What a text itself says of where things lie: governorates named in it («بريف إدلب الجنوبي», «شرقي دير الزور»),
 * places that can be only one, and the governorate spoken of last. Spots come in text order; look-ups are by sentence.
 */
import { isAt } from '../../arabic/phrases.ts';
import type { Token } from '../../arabic/token.ts';
import { among, fitting, telling } from '../../arabic/word-memory.ts';
import { pushTo } from '../lists-by-key.ts';
import type { AnnotateSection, Place } from '../types.ts';
import { COMPASS, COUNTRYSIDE, TOWARDS } from './cues.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Spot } from './spot.ts';

export interface GovernorateNamed {
  readonly governorate: string;
  /** `region`: the governorate or its countryside is said outright; `city`: its town of the same name is. */
  readonly kind: 'region' | 'city';
  readonly spot: number;
  readonly first: number;
  readonly last: number;
  readonly list: number;
  /** The sentence opens with it: «وفي الحسكة انفجر لغم قرب …». */
  readonly opens: boolean;
}

/** A spot that can be only one governorate's or one foreign country's. */
export interface Anchor {
  readonly governorate: string | null;
  readonly country: string;
  readonly spot: number;
  readonly first: number;
  readonly list: number;
  /** Others bear the name too, but this one is the seat of a district: likely, not sure. */
  readonly soft: boolean;
  /** One end of a road, which may lie far from where the text is. */
  readonly road: boolean;
  /** The place and what it lies in. */
  readonly within: readonly Place[];
}

export interface Evidence {
  namedIn(sentence: number): readonly GovernorateNamed[];
  anchorsIn(sentence: number): readonly Anchor[];
  anchorsOfList(list: number): readonly Anchor[];
  /** The governorate that the text gives right after a list for all of it: «قرى A وB وC بريف حماة». */
  regionOf(list: number): string | null;
  /** The last token between two at which the text turns to something else («…، بينما …»), or `from`. */
  lastTurn(from: number, to: number): number;
  /** The governorate last spoken of before a sentence, in the same section, and how many sentences ago. */
  before(sentence: number, section: AnnotateSection | null): { governorate: string; ago: number } | null;
  /** Whether the text has spoken of the governorate before a sentence. */
  hasSpokenOf(governorate: string, sentence: number): boolean;
}

export function gatherEvidence(
  tokens: readonly Token[],
  spots: readonly Spot[],
  gazetteer: Gazetteer,
  sectionOf: (spot: number) => AnnotateSection | null,
): Evidence {
  const named = new Map<number, GovernorateNamed[]>();
  const anchors = new Map<number, Anchor[]>();
  const byList = new Map<number, Anchor[]>();
  const regions = new Map<number, string>();
  const spoken: { sentence: number; governorate: string; section: AnnotateSection | null }[] = [];
  spots.forEach((spot, index) => {
    const section = sectionOf(index);
    const named1 = spot.borrowed ? null : namedBy(tokens, spot, index, spots[index - 1]);
    if (named1) {
      pushTo(named, spot.sentence, named1);
      const around = countrysideOf(tokens, spot, named1, gazetteer);
      if (around !== null) pushTo(named, spot.sentence, around);
      spoken.push({ sentence: spot.sentence, governorate: named1.governorate, section });
      const before = spots[index - 1];
      if (before && named1.kind === 'region' && closesList(tokens, before, spot, spots[index + 1])) {
        if (!regions.has(before.list)) regions.set(before.list, named1.governorate);
      }
    }
    const told = namedByAdjective(tokens, spot, gazetteer);
    if (told !== null) pushTo(named, spot.sentence, told);
    const anchor = spot.borrowed || named1 ? null : anchorOf(spot, index, gazetteer);
    if (anchor) {
      pushTo(anchors, spot.sentence, anchor);
      pushTo(byList, spot.list, anchor);
      if (anchor.governorate !== null)
        spoken.push({ sentence: spot.sentence, governorate: anchor.governorate, section });
    }
  });
  const firstSpoken = new Map<string, number>();
  for (const { governorate, sentence } of spoken)
    if (!firstSpoken.has(governorate)) firstSpoken.set(governorate, sentence);
  return {
    hasSpokenOf: (governorate, sentence) =>
      (firstSpoken.get(governorate) ?? Number.POSITIVE_INFINITY) < sentence,
    namedIn: (sentence) => named.get(sentence) ?? NONE,
    anchorsIn: (sentence) => anchors.get(sentence) ?? NONE,
    anchorsOfList: (list) => byList.get(list) ?? NONE,
    regionOf: (list) => regions.get(list) ?? null,
    lastTurn(from, to) {
      let at = to - 1;
      while (at > from && !isAt(tokens, at, isTurn)) at--;
      return Math.max(from, at);
    },
    before(sentence, section) {
      const told = spoken[latestBefore(spoken, sentence)];
      if (told === undefined || told.section !== section) return null;
      return { governorate: told.governorate, ago: sentence - told.sentence };
    },
  };
}

const NONE: readonly never[] = [];

/** «بينما», «فيما», «في حين»: what follows happened elsewhere as often as there. */
const isTurn = fitting(/^و?(?:بينما|فيما|حين)$/);

/** Tokens at most between a list and the words that say where it lies. */
const REGION_REACH = 5;

/** «…، C) بريف حماة», and not «… بريفي حماة وإدلب», which leaves open which of them lies where. */
function closesList(tokens: readonly Token[], before: Spot, region: Spot, next: Spot | undefined): boolean {
  const gap = region.first - before.last;
  if (before.sentence !== region.sentence || before.list === region.list || gap > REGION_REACH) return false;
  for (let i = before.last + 1; i < region.first; i++) {
    const { norm } = tokens[i] as Token;
    if (norm.startsWith('و') || norm === '،' || norm === '-') return false;
  }
  const several = next !== undefined && next.first - region.last <= 2 && next.prefix.startsWith('و');
  return !several || next.names.every(({ place }) => place.level !== 'adm1');
}

function latestBefore(spoken: readonly { sentence: number }[], sentence: number): number {
  let low = 0;
  let high = spoken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spoken[middle] as { sentence: number }).sentence < sentence) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** «أحياء القصور والمحمدية بحماة»: whose quarters they are. */
function ownsQuarters(spot: Spot, before: Spot | undefined): boolean {
  return before?.cue?.kind === 'neighbourhood' && before.last === spot.first - 1 && spot.prefix === 'ب';
}

/** The governorate that a spot may name. */
export function unitOf({ names }: Spot): Place | undefined {
  for (const { place, weak } of names) if (place.level === 'adm1' && !weak) return place;
  return undefined;
}

function namedBy(
  tokens: readonly Token[],
  spot: Spot,
  index: number,
  before: Spot | undefined,
): GovernorateNamed | null {
  const unit = unitOf(spot);
  if (!unit || unit.governorate === null || isDestination(tokens, spot) || isOrigin(tokens, spot))
    return null;
  const region = isRegion(tokens, spot) || !hasTown(spot, unit.governorate) || ownsQuarters(spot, before);
  const kind = region ? 'region' : 'city';
  const { first, last, list } = spot;
  const opens = before?.sentence !== spot.sentence && isOpening(tokens, first);
  return { governorate: unit.governorate, kind, spot: index, first, last, list, opens };
}

/** «حي الميدان الدمشقي»: the town's adjective right after one of its quarters says where it lies. */
function namedByAdjective(
  tokens: readonly Token[],
  { cue, last }: Spot,
  gazetteer: Gazetteer,
): GovernorateNamed | null {
  const after = tokens[last + 1];
  if (after === undefined || cue?.kind !== 'neighbourhood') return null;
  const capital =
    isCapital(after.word) || (after.norm === 'في' && isCapital((tokens[last + 2] ?? after).word));
  if (!capital && !isAdjective(after.word)) return null;
  // «حي جوبر بالعاصمة»
  const unit = capital
    ? gazetteer.capital
    : gazetteer.lookup(after.norm.slice(2, -1)).find(({ place }) => place.level === 'adm1')?.place;
  if (!unit?.governorate) return null;
  const at = last + 1;
  return {
    governorate: unit.governorate,
    kind: 'region',
    spot: NO_SPOT,
    first: at,
    last: at,
    list: NO_SPOT,
    opens: false,
  };
}

const isCapital = fitting(/^(?:ب|وسط|داخل)?العاصمه$/);

const isAdjective = fitting(/^ال.{2,}ي$/);
/** Of what no spot of its own names. */
const NO_SPOT = -1;

/** «وفي دمشق وريفها»: where the countryside of a town is a governorate of its own, both are named. */
function countrysideOf(
  tokens: readonly Token[],
  { names, last }: Spot,
  named: GovernorateNamed,
  gazetteer: Gazetteer,
): GovernorateNamed | null {
  if (tokens[last + 1]?.norm !== 'وريفها') return null;
  const town = names.find(({ place }) => place.level === 'adm1')?.place.ar ?? '';
  const governorate = gazetteer.lookup(`ريف ${town}`)[0]?.place.governorate ?? null;
  if (governorate === null || governorate === named.governorate) return null;
  return { ...named, governorate, kind: 'region' };
}

const isTowards = telling((norm) => TOWARDS.has(norm.replace(/^و/, '')));

/** «نزح الأهالي باتجاه ريف حمص»: where they went says nothing of where they left. */
function isDestination(tokens: readonly Token[], { first }: Spot): boolean {
  const at = isAt(tokens, first - 1, isCountryside) ? first - 2 : first - 1;
  return isAt(tokens, at, isTowards);
}

const isComingFrom = fitting(/^(?:ال|و)?(?:قادم|نازح|مهجر|هارب|فار|عائد|وافد|منحدر)(?:ا|ه|ين|ون|ات)?$/);

/** «سيارة قادمة من حمص»: where they come from says nothing of where they are. */
function isOrigin(tokens: readonly Token[], { first }: Spot): boolean {
  const at = isAt(tokens, first - 1, isTownWord) ? first - 2 : first - 1;
  return tokens[at]?.norm === 'من' && isAt(tokens, at - 1, isComingFrom);
}

const isTownWord = fitting(/^(?:مدينه|محافظه|ريف|مناطق|ارياف)$/);
const isIn = fitting(/^[وف]?(?:في|ب)$/);
/** Words that may stand before what a sentence opens with: «أما في مدينة حلب». */
const OPENING_REACH = 3;

/** «وفي الحسكة …», «أما في مدينة حلب فقد …»: nothing but the preposition and what joins stands before the name. */
function isOpening(tokens: readonly Token[], first: number): boolean {
  let at = first - 1;
  if (isAt(tokens, at, isTownWord)) at--;
  if (!isAt(tokens, at, isIn)) return false;
  for (let i = at; i > at - OPENING_REACH; i--) {
    const token = tokens[i];
    if (token === undefined || i === 0 || token.gap === 'paragraph' || token.gap === 'line') return true;
    const before = tokens[i - 1];
    if (before?.kind === 'punctuation') return before.norm === '.' || before.norm === '؛';
  }
  return false;
}

const isCountryside = among(COUNTRYSIDE);
const isBothSides = fitting(/^[وب]?(?:ب?ريفي|محافظتي)$/);
const isCompass = among(COMPASS);

/** «ريف حلب», «محافظة حلب», «شرقي حلب», «الريف الشمالي لحلب». */
export function isRegion(tokens: readonly Token[], spot: Spot): boolean {
  if (spot.ownCue && spot.cue?.kind === 'governorate') return true;
  const before = tokens[spot.first - 1];
  if (!before) return false;
  if (isCountryside(before.word) || isCompass(before.word) || isSecondRegion(tokens, spot)) return true;
  const third = tokens[spot.first - 2];
  if (spot.prefix.endsWith('ل') && third && /^(?:و?ب?ال|لل)ريف$/.test(third.norm)) return true;
  return spot.cue?.kind === 'town' && third !== undefined && COMPASS.has(third.norm);
}

/** «بريفي إدلب وحماة»: the word for countryside stands before the first of the two. */
export function isSecondRegion(tokens: readonly Token[], spot: Spot): boolean {
  if (!spot.prefix.startsWith('و')) return false;
  const dual = tokens[spot.first - 2];
  return dual !== undefined && isBothSides(dual.word);
}

export function hasTown(spot: Spot, governorate: string): boolean {
  return spot.names.some(
    (name) => name.place.governorate === governorate && name.place.level === 'adm4' && !name.weak,
  );
}

function anchorOf(spot: Spot, index: number, gazetteer: Gazetteer): Anchor | null {
  let governorate: string | null = null;
  let country: string | null = null;
  for (const { place, weak } of spot.names) {
    if (weak && !spot.ownCue) return null;
    if (country !== null && (place.country !== country || place.governorate !== governorate)) {
      return seatOf(spot, index, gazetteer);
    }
    country = place.country;
    governorate = place.governorate;
  }
  const [name] = spot.names;
  if (country === null || name === undefined || (governorate === null && country === gazetteer.home))
    return null;
  return anchorAt(name.place, spot, index, gazetteer, false);
}

function anchorAt(place: Place, spot: Spot, index: number, gazetteer: Gazetteer, soft: boolean): Anchor {
  const { governorate, country } = place;
  const { first, list, roadEnd: road } = spot;
  return { governorate, country, spot: index, first, list, soft, road, within: gazetteer.lineage(place) };
}

/** The one seat of a district among the places of a name. */
function seatOf(spot: Spot, index: number, gazetteer: Gazetteer): Anchor | null {
  const units = spot.names.filter(({ place: { level } }) => level === 'adm2' || level === 'adm3');
  const governorates = new Set(units.map(({ place }) => place.governorate));
  if (governorates.size !== 1) return null;
  const seat = spot.names.find(
    ({ place, weak }) => !weak && place.level === 'adm4' && governorates.has(place.governorate),
  );
  return seat ? anchorAt(seat.place, spot, index, gazetteer, true) : null;
}
