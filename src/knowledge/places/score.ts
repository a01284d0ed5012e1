/**
 * Second step: how well each place of a name fits what the text says. Points are relative; the weights were set by
 * reading bulletins of many outlets, and only their order matters: a governorate named in the phrase, then the
 * heading, then neighbours in the list, the cue, the governorate spoken of before, and last the size of the town.
 */
import type { AnnotateSection, Place } from '../types.ts';
import { type Evidence, unitOf } from './evidence.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Spot } from './spot.ts';

export interface Candidate {
  readonly place: Place;
  readonly weak: boolean;
  readonly guessed: boolean;
  readonly score: number;
  /** The text, the heading or a neighbour speaks for its governorate: more than size decides. */
  readonly supported: boolean;
}

const REGION_RIGHT_AFTER = 120;
const REGION_BEFORE = 90;
const REGION_IN_SENTENCE = 70;
const CITY_IN_SENTENCE = 45;
/** «في حي الأربعين بمدينة حماة», beside being in the sentence. */
const CITY_RIGHT_AFTER = 65;
const HEADING = 60;
const HEADING_ALSO = 35;
/** The governorate that ordinary news opens with: what a later sentence names stands before it. */
const OPENING = 20;
const LIST_NEIGHBOUR = 50;
/** In the same governorate, but farther away. */
const LIST_GOVERNORATE = 35;
const SENTENCE_NEIGHBOUR = 20;
const LIES_IN = 30;
/** What a neighbour is worth that may be another place of its name. */
const SOFT = 0.6;
const SPOKEN_OF = 26;
/** Across the border of the governorate that is spoken of. */
const NEAR = 10;
/** Across the border of the governorate that its sentence names: «وفي محافظة دمشق قصفت بلدة دوما». */
const REGION_NEAR = 24;
const CUE_FITS = 18;
const WEAK = 15;
const GUESSED = 30;
const FOREIGN = 34;
const FOREIGN_COMPANY = 60;

/** Candidates of a spot, the best first. Linear in candidates times what the sentence names. */
export function scoreCandidates(
  spot: Spot,
  index: number,
  section: AnnotateSection | null,
  evidence: Evidence,
  gazetteer: Gazetteer,
): Candidate[] {
  const scored: Candidate[] = [];
  const capital = capitalOf(spot, section);
  for (const { place, weak, guessed } of spot.names) {
    if (isShadowed(place, spot)) continue;
    if (capital !== null && place.governorate !== capital) continue;
    const told = toldFor(place, spot, index, section, evidence, gazetteer);
    const score =
      told +
      ownPoints(place, weak, guessed, spot) +
      foreignPoints(place, spot, index, evidence, gazetteer.home);
    scored.push({ place, weak, guessed, score, supported: told >= SENTENCE_NEIGHBOUR });
  }
  return scored.length > 1 ? scored.sort((a, b) => b.score - a.score) : scored;
}

/**
 * A governorate's own name means the governorate or its town, never a hamlet of that name elsewhere, unless the cue asks
 * for something smaller.
 */
function capitalOf(spot: Spot, section: AnnotateSection | null): string | null {
  const unit = unitOf(spot);
  if (unit === undefined || spot.borrowed) return null;
  const kind = spot.ownCue ? spot.cue?.kind : undefined;
  const smaller = kind === 'neighbourhood' || kind === 'site' || kind === 'camp' || kind === 'town';
  const elsewhere = section?.governorate != null && section.governorate !== unit.governorate;
  return smaller && elsewhere ? null : unit.governorate;
}

/** A unit of administration stands back behind its town of the same name unless the cue asks for it. */
function isShadowed(place: Place, spot: Spot): boolean {
  if (!isUnit(place) || place.governorate === null) return false;
  if (spot.ownCue && spot.cue?.levels.includes(place.level)) return false;
  return spot.names.some((name) => name.place.governorate === place.governorate && !isUnit(name.place));
}

function isUnit({ level }: Place): boolean {
  return level === 'adm1' || level === 'adm2' || level === 'adm3';
}

function toldFor(
  place: Place,
  spot: Spot,
  index: number,
  section: AnnotateSection | null,
  evidence: Evidence,
  gazetteer: Gazetteer,
): number {
  if (place.governorate === null) return 0;
  const governorate = place.governorate;
  let points = namedPoints(governorate, spot, index, evidence);
  if (points === 0 && isNearNamed(place, spot, evidence, gazetteer)) points = REGION_NEAR;
  if (section?.governorate === governorate) points += section.heading === null ? OPENING : HEADING;
  else if (section?.alsoGovernorates.includes(governorate)) points += HEADING_ALSO;
  else if (section?.governorate != null && gazetteer.isNear(place, section.governorate)) points += NEAR;
  points += neighbourPoints(place, spot, index, evidence, gazetteer);
  // Under a heading too: none of the name lies in its governorate, or that would have more.
  if (points === 0) {
    const before = evidence.before(spot.sentence, section);
    if (before?.governorate === governorate) points += Math.max(6, SPOKEN_OF - 4 * (before.ago - 1));
    else if (before && gazetteer.isNear(place, before.governorate)) points += NEAR;
  }
  return points;
}

function isNearNamed(place: Place, spot: Spot, evidence: Evidence, gazetteer: Gazetteer): boolean {
  return evidence
    .namedIn(spot.sentence)
    .some((named) => named.kind === 'region' && gazetteer.isNear(place, named.governorate));
}

function namedPoints(governorate: string, spot: Spot, index: number, evidence: Evidence): number {
  const whole = evidence.regionOf(spot.list);
  if (whole !== null) return whole === governorate ? REGION_RIGHT_AFTER : 0;
  let best = 0;
  for (const named of evidence.namedIn(spot.sentence)) {
    if (named.governorate !== governorate || named.spot === index) continue;
    const after = named.first - spot.last;
    const distance = after > 0 ? after : spot.first - named.last;
    let points: number;
    if (named.kind === 'city') {
      points = named.list === spot.list ? 0 : CITY_IN_SENTENCE - Math.min(37, 3 * distance);
      if (after > 0 && after <= 2) points += named.list === spot.list ? 0 : CITY_RIGHT_AFTER;
      else if (named.opens) points = Math.max(points, REGION_IN_SENTENCE - Math.min(30, distance));
    } else if (after > 0 && after <= 3) points = REGION_RIGHT_AFTER;
    else if (after > 0 && after <= 14) points = REGION_BEFORE - after;
    else if (after < 0 && distance <= 10) points = REGION_BEFORE - distance;
    else points = REGION_IN_SENTENCE - Math.min(30, distance);
    if (points > best) best = points;
  }
  return best;
}

function neighbourPoints(
  place: Place,
  spot: Spot,
  index: number,
  evidence: Evidence,
  gazetteer: Gazetteer,
): number {
  let inList = 0;
  for (const anchor of evidence.anchorsOfList(spot.list)) {
    if (anchor.spot === index) continue;
    const full = anchor.soft ? SOFT : 1;
    if (isClose(place, anchor.within[0])) inList = Math.max(inList, full * LIST_NEIGHBOUR);
    else if (anchor.governorate === place.governorate) inList = Math.max(inList, full * LIST_GOVERNORATE);
  }
  const whole = evidence.regionOf(spot.list);
  if (whole !== null && whole !== place.governorate) return inList;
  let near = 0;
  for (const anchor of evidence.anchorsIn(spot.sentence)) {
    if (anchor.spot === index) continue;
    const close = isClose(place, anchor.within[0]);
    if (!close && anchor.governorate !== place.governorate) continue;
    const full = anchor.soft ? SOFT : 1;
    const inside = close || liesIn(place, anchor.within, gazetteer) ? LIES_IN : 0;
    near = Math.max(near, full * (SENTENCE_NEIGHBOUR + inside));
    if (near === SENTENCE_NEIGHBOUR + LIES_IN) break;
  }
  return inList + near;
}

/** Degrees of latitude and longitude, some 13 km: as far as the next villages lie that one report tells of together. */
const CLOSE_LAT = 0.12;
const CLOSE_LON = 0.145;

function isClose(place: Place, other: Place | undefined): boolean {
  if (
    other === undefined ||
    place.lat === null ||
    place.lon === null ||
    other.lat === null ||
    other.lon === null
  )
    return false;
  if (other.level === 'adm1' || place.inherited || other.inherited) return false;
  return Math.abs(place.lat - other.lat) <= CLOSE_LAT && Math.abs(place.lon - other.lon) <= CLOSE_LON;
}

/** Whether two places share what they lie in, below the district, or one lies in the other. */
function liesIn(place: Place, within: readonly Place[], gazetteer: Gazetteer): boolean {
  for (const up of gazetteer.lineage(place)) {
    if (up.level === 'adm1' || up.level === 'adm2') return false;
    if (within.includes(up)) return true;
  }
  return false;
}

/** The seat of a district or sub-district is meant rather than a village of its name. */
function seatPoints(place: Place, spot: Spot): number {
  let points = 0;
  for (const { place: unit } of spot.names) {
    if (unit.governorate !== place.governorate) continue;
    if (unit.level === 'adm2') points = Math.max(points, 14);
    else if (unit.level === 'adm3') points = Math.max(points, 8);
  }
  return points;
}

/** People of a place whose number nobody gives: a city's quarter has more than most villages. */
function usualSize({ level }: Place): number {
  return level === 'neighbourhood' ? 10_000 : 30;
}

function ownPoints(place: Place, weak: boolean, guessed: boolean, spot: Spot): number {
  let points = Math.min(28, 4 * Math.log10((place.population ?? usualSize(place)) + 1));
  if (place.level === 'adm4') points += seatPoints(place, spot);
  if (weak) points -= guessed ? GUESSED : WEAK;
  const cue = spot.cue;
  if (cue === null || cue.levels.length === 0) {
    if (place.level === 'adm4') points += 4;
    return points;
  }
  if (cue.levels.includes(place.level)) points += CUE_FITS;
  else if (place.level === 'adm4' && cue.kind === 'neighbourhood') points -= 6;
  else if (place.level !== 'country') points -= CUE_FITS;
  return points;
}

function foreignPoints(place: Place, spot: Spot, index: number, evidence: Evidence, home: string): number {
  if (place.country === home || place.level === 'country') return 0;
  let points = -FOREIGN;
  for (const anchor of evidence.anchorsIn(spot.sentence)) {
    if (anchor.spot !== index && anchor.country === place.country) {
      points += FOREIGN_COMPANY;
      break;
    }
  }
  return points;
}
