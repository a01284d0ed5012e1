/**
 * Finds the places of an article and decides, for each, which of the places of that name is meant. Input: tokens, the
 * sections with their headings' governorates, and the token ranges that belong to actors' names. Output: places in text
 * order, and diagnostics for names no gazetteer knows and names nothing decides. Pure; linear in the text.
 */
import type { Token, TokenRange } from '../../arabic/token.ts';
import type { Diagnostic } from '../../model/article.ts';
import type { AnnotateContext, AnnotateSection, Place, PlaceFound, PlaceLevel } from '../types.ts';
import { isAccepted } from './accept.ts';
import { type Evidence, gatherEvidence, unitOf } from './evidence.ts';
import type { Gazetteer } from './gazetteer.ts';
import { isMetonym, isPersonName, precisionOf, surfaceOf, useOf } from './manner.ts';
import { withNamedAgain } from './named-again.ts';
import { type Candidate, scoreCandidates } from './score.ts';
import { type Spot, spotPlaces } from './spot.ts';

export interface PlacesResolved {
  readonly places: readonly PlaceFound[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Two governorates closer than this with nothing that speaks for either: the name is ambiguous. */
const CLOSE = 12;

export function resolvePlaces(
  tokens: readonly Token[],
  context: AnnotateContext,
  gazetteer: Gazetteer,
  taken: readonly TokenRange[] = [],
): PlacesResolved {
  const spots = spotPlaces(tokens, gazetteer, takenIndex(tokens.length, taken));
  const sections = sectionIndex(tokens, spots, context.sections);
  const evidence = gatherEvidence(tokens, spots, gazetteer, sections);
  const places: PlaceFound[] = [];
  const diagnostics: Diagnostic[] = [];
  const accepted = { places: new Set<string>(), spots: new Set<number>() };
  let namedTo = 0;
  spots.forEach((spot, index) => {
    const section = sections(index);
    const candidates = scoreCandidates(spot, index, section, evidence, gazetteer);
    if (spot.names.length > 0 && !isAccepted(tokens, spots, index, candidates, section, evidence, accepted))
      return;
    const chosen = choose(spot, candidates, section, evidence, gazetteer);
    if (spot.cue?.kind !== 'town' && isNowhere(chosen, gazetteer.home)) return;
    const found = foundAt(tokens, context.text, spot, chosen, section, namedTo);
    namedTo = Math.max(namedTo, found.end);
    places.push(found);
    accepted.spots.add(index);
    if (found.place) accepted.places.add(found.place.id);
    const diagnostic = diagnose(found, candidates, chosen);
    if (diagnostic) diagnostics.push(diagnostic);
  });
  return { places: withNamedAgain(tokens, places, context.text), diagnostics };
}

/** A street or a school somewhere in the world: nothing in the text says that it lies in the pack's country. */
function isNowhere({ place, governorate, country }: Choice, home: string): boolean {
  return place === null && governorate === null && country === home;
}

interface Choice {
  readonly place: Place | null;
  readonly governorate: string | null;
  readonly country: string;
  /** Nothing but size decided between governorates. */
  readonly open: boolean;
}

function choose(
  spot: Spot,
  candidates: readonly Candidate[],
  section: AnnotateSection | null,
  evidence: Evidence,
  gazetteer: Gazetteer,
): Choice {
  const best = candidates[0];
  const told = toldGovernorate(spot, section, evidence);
  if (best === undefined || spot.borrowed) return named(spot, best, told, gazetteer.home);
  const { place } = best;
  const { home } = gazetteer;
  if (place.governorate === null && place.country === home && place.level !== 'country') {
    return { place, governorate: told, country: home, open: false };
  }
  const contradicted = told !== null && place.governorate !== told && !best.supported;
  if (contradicted && isMinor(spot, best, told, section, evidence, gazetteer)) {
    return { place: null, governorate: told, country: home, open: false };
  }
  const rival = candidates.find((other) => other.place.governorate !== place.governorate);
  const open = rival !== undefined && !best.supported && best.score - rival.score < CLOSE;
  return { place, governorate: place.governorate, country: place.country, open };
}

/** A name that is no known place's: a road or a street called after one, or a site only its cue tells. */
function named(spot: Spot, best: Candidate | undefined, told: string | null, home: string): Choice {
  const abroad = best !== undefined && spot.names.every((name) => name.place.governorate === null);
  if (abroad && spot.cue?.kind === 'road') {
    return { place: null, governorate: null, country: best.place.country, open: false };
  }
  const lends = best !== undefined && (best.supported || (!best.weak && spot.cue?.kind !== 'fixture'));
  const own = lends ? best.place.governorate : null;
  // «تلتي الشيخ يوسف وشلف وبلدة كنسبا»: a hill lies where those named with it lie.
  // «بادية حماة» lies in Hama, whatever else is named.
  const ofUnit = best?.place.governorate != null && unitOf(spot) !== undefined;
  const elsewhere = spot.cue?.kind === 'site' && told !== null && !best?.supported && !ofUnit;
  return { place: null, governorate: elsewhere ? told : (own ?? told), country: home, open: false };
}

/** The governorate that holds where the name itself gives none. */
function toldGovernorate(spot: Spot, section: AnnotateSection | null, evidence: Evidence): string | null {
  const whole = evidence.regionOf(spot.list);
  if (whole !== null) return whole;
  const company = companyOf(spot, evidence);
  if (company !== null) return company;
  let nearest: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const named of evidence.namedIn(spot.sentence)) {
    const distance = Math.abs(named.first - spot.first) + (named.kind === 'region' || named.opens ? 0 : 12);
    if (distance < least && named.list !== spot.list) {
      least = distance;
      nearest = named.governorate;
    }
  }
  const headed = section?.heading != null && section.governorate;
  if (headed) return nearest !== null && least <= 4 ? nearest : headed;
  if (nearest !== null) return nearest;
  for (const anchor of evidence.anchorsIn(spot.sentence)) {
    if (anchor.road && section?.governorate != null) continue;
    if (anchor.governorate !== null && anchor.first !== spot.first) return anchor.governorate;
  }
  return evidence.before(spot.sentence, section)?.governorate ?? section?.governorate ?? null;
}

/** Members that can be only in one governorate, from so many on, tell where the rest of their list lies. */
const COMPANY = 2;

function companyOf(spot: Spot, evidence: Evidence): string | null {
  let company: string | null = null;
  let members = 0;
  for (const { governorate, first, soft } of evidence.anchorsOfList(spot.list)) {
    if (governorate === null || first === spot.first || soft) continue;
    if (company !== null && company !== governorate) return null;
    company = governorate;
    members++;
  }
  return members >= COMPANY ? company : null;
}

/** Up to so many tokens away a governorate's town says where a name lies; its countryside does in the whole sentence. */
const CITY_REACH = 6;
/** So many tokens after a name its governorate's countryside says where it lies. */
const LOCATED_WITHIN = 10;
/** Inhabitants below which a name is too little known to stand against the text. */
const HAMLET = 1_500;
const SMALL_TOWN = 10_000;
/** Words of a name from which on it stands for one place only. */
const LONG_NAME = 4;
/** Kinds of which every governorate has some of one name: «حاجز السرو», «مشفى الحكمة». */
const COMMON_SITES: ReadonlySet<PlaceLevel> = new Set([
  'checkpoint',
  'hospital',
  'square',
  'site',
  'mountain',
]);

function isStreet(name: string): boolean {
  return /^(?:ساحة|دوار|شارع|سوق|حديقة|ملعب) /.test(name);
}

/**
 * Known too little to stand against what the heading or the sentence says: an everyday word, a city's quarter, and under
 * a heading a hamlet far from the governorate that the heading names.
 */
function isMinor(
  spot: Spot,
  { place, weak }: Candidate,
  told: string,
  section: AnnotateSection | null,
  evidence: Evidence,
  gazetteer: Gazetteer,
): boolean {
  if (place.governorate === null || place.level === 'adm1' || spot.roadEnd) return false;
  const headed = section?.heading != null && section.governorate !== null;
  const inSentence = evidence.namedIn(spot.sentence);
  // «سيطروا على (أ) في ريف القنيطرة، بينما خرجوا من أحياء حمص القديمة»: said of another place.
  const turn = evidence.lastTurn((inSentence[0]?.first ?? spot.first) - 1, spot.first);
  const named = inSentence.filter(
    ({ kind, first }) => first > turn && (kind === 'region' || Math.abs(first - spot.first) <= CITY_REACH),
  );
  const neighbours = evidence
    .anchorsIn(spot.sentence)
    .some(({ governorate, first }) => governorate === told && Math.abs(first - spot.first) <= CITY_REACH);
  // «دخلت الرقة من جنوبها … وسيطرت على سوق الهال»: every town has its own.
  if (isStreet(place.ar) || (neighbours && place.level === 'hospital')) return true;
  if (!headed && named.length === 0 && !(weak && neighbours)) return false;
  // A quarter at a governorate's border is told under both: «جوبر» under «ريف دمشق».
  if (place.level === 'neighbourhood') return !gazetteer.isNear(place, told);
  if (weak && (place.population ?? 0) < SMALL_TOWN) return true;
  if (!headed && named.every(({ kind }) => kind !== 'region')) return false;
  // «مركز البحوث العلمية في برزة»: nobody gives such a name twice.
  if (COMMON_SITES.has(place.level)) return spot.last - spot.first + 1 < LONG_NAME;
  if (place.level !== 'adm4' || gazetteer.isNear(place, told)) return false;
  // «قرية التوامة بريف دير الزور الشرقي»: the text says where it lies, and it is not the one that the gazetteer knows.
  const located =
    evidence.regionOf(spot.list) === told ||
    (spot.cue?.plural === true && companyOf(spot, evidence) === told) ||
    named.some(
      ({ kind, governorate, first }) =>
        kind === 'region' && governorate === told && first > spot.last && first - spot.last <= LOCATED_WITHIN,
    );
  return (headed && (place.population ?? 0) < HAMLET) || (located && (place.population ?? 0) < SMALL_TOWN);
}

/** `namedTo` is how far the places before reach: a road farther than its first end. */
function foundAt(
  tokens: readonly Token[],
  text: string | undefined,
  spot: Spot,
  chosen: Choice,
  section: AnnotateSection | null,
  namedTo: number,
): PlaceFound {
  const { first, last, start, end, surface } = surfaceOf(tokens, text, spot);
  const { place, governorate, country } = chosen;
  const heading = section?.heading != null && start < section.start + section.heading.length;
  // «دوما: سقطت قذائف على أحياء المدينة»: a town that heads a section is no governorate.
  const isTown = place?.level === 'adm4' && unitOf(spot) === undefined;
  const inPart = isTown || place?.level === 'neighbourhood' || place?.level === 'camp';
  const geoPrecision = precisionOf(tokens, spot, place, heading && !inPart);
  const told = isPersonName(tokens, spot) ? 'part_of_name' : useOf(tokens, spot);
  // Whatever stands inside a road's name is where the road leads, however it is called.
  const use = start < namedTo && told !== 'origin' ? 'direction' : told;
  const { list } = spot;
  const metonym = (place?.capital && !heading && isMetonym(tokens, spot)) || undefined;
  return {
    first,
    last,
    start,
    end,
    surface,
    place,
    governorate,
    country,
    geoPrecision,
    list,
    use,
    metonym,
  };
}

function diagnose(found: PlaceFound, candidates: readonly Candidate[], chosen: Choice): Diagnostic | null {
  const { start, end, surface } = found;
  if (candidates.length === 0) {
    const message = `no gazetteer knows «${surface}»; told of in ${chosen.governorate ?? 'no governorate'}`;
    return { rule: 'unknown-place', message, start, end };
  }
  if (!chosen.open) return null;
  const shown = candidates
    .slice(0, 5)
    .map(({ place, score }) => `${place.id} ${place.governorate ?? place.country} ${Math.round(score)}`);
  return { rule: 'ambiguous-place', message: `«${surface}» could be: ${shown.join(' · ')}`, start, end };
}

function takenIndex(length: number, ranges: readonly TokenRange[]): (token: number) => number {
  if (ranges.length === 0) return () => -1;
  // One past the last token, so that 0 is none.
  const ends = new Array<number>(length).fill(0);
  for (const range of ranges) {
    for (let i = range.first; i <= range.last && i < length; i++) {
      if ((ends[i] as number) <= range.last) ends[i] = range.last + 1;
    }
  }
  return (token) => (ends[token] ?? 0) - 1;
}

function sectionIndex(
  tokens: readonly Token[],
  spots: readonly Spot[],
  sections: readonly AnnotateSection[],
): (spot: number) => AnnotateSection | null {
  const found: (AnnotateSection | null)[] = [];
  let next = 0;
  for (const spot of spots) {
    const start = (tokens[spot.first] as Token).start;
    while (next < sections.length && (sections[next] as AnnotateSection).end <= start) next++;
    const section = sections[next];
    found.push(section && section.start <= start ? section : null);
  }
  return (spot) => found[spot] ?? null;
}
