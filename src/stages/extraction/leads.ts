/** Headlines and first sentences that say in general, or of a town, what the story says of a place in particular. */
import { dayNumber } from '../../arabic/calendar.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import { areAlike } from './combine.ts';
import { type Draft, haveSameInitiator } from './drafts.ts';
import type { EventDay } from './findings.ts';
import { addsUp, deadOf, governorates, isArea, sumsUp } from './lead-sums.ts';
import { passOn } from './pass-on.ts';
import { placeKey, type Sited, withTolls } from './siting.ts';

/**
 * In ordinary news a governorate named for an event that the text then tells of a place inside it is its lead: it goes,
 * and its toll passes to the first place told without one. `sited` of one section, in text order.
 */
export function withoutLeads(
  sited: readonly Sited[],
  dayOf: (draft: Draft) => EventDay,
  isDated: (draft: Draft) => boolean,
  isWide: (place: PlaceFound | null) => boolean,
  isSum: (draft: Draft) => boolean,
  looksBack: (draft: Draft) => boolean,
): Sited[] {
  const isGeneral =
    ({ segment }: Draft) =>
    (place: PlaceFound) =>
      isWide(place) || (segment.index <= OPENING_SEGMENTS && isArea(place));
  const isLead = new Set(
    sited.filter(({ draft }) => draft.places.every(isGeneral(draft))).map(({ draft }) => draft),
  );
  const quarters = sited.filter(({ place }) => place?.place?.parent != null);
  for (const draft of isLead) if (governorates(draft).size > 1) draft.casualties.length = 0;
  const tolled = withTolls(sited);
  const sums = new Set(
    [...new Set(sited.map(({ draft }) => draft))].filter(
      (draft) => sumsUp(draft, sited, dayOf, isLead.has(draft)) || addsUp(draft, tolled, dayOf),
    ),
  );
  return sited.filter((one) => {
    if (sums.has(one.draft)) return false;
    if (isSum(one.draft)) {
      const named = sited.find((other) => namesVillages(one, other, dayOf, isSum));
      if (named !== undefined) {
        if (one.first && isOnlyToll(one.draft, sited)) named.draft.casualties.push(...one.draft.casualties);
        return false;
      }
    }
    if (isCountedOnly(one) && sited.some((other) => tellsNames(one, other, dayOf))) return false;
    if (!isLead.has(one.draft)) {
      const bomber = one.draft.segment.names.has('مفخخة')
        ? sited.find((other) => isOfBombers(one, other, dayOf))
        : undefined;
      if (bomber !== undefined) {
        if (one.first && bomber.draft.casualties.length === 0)
          bomber.draft.casualties.push(...one.draft.casualties);
        return false;
      }
      // Asked of headlines only: of all events it would not be linear.
      const opens = one.draft.segment.index <= OPENING_SEGMENTS;
      const again = opens
        ? (sited.find((other) => isToldWithin(one, other, dayOf)) ??
          sited.find((other) => isToldWithMeans(one, other, dayOf)) ??
          sited.find((other) => isToldWithToll(one, other)))
        : undefined;
      if (again !== undefined) {
        if (one.first) passOn(one.draft, again.draft);
        return false;
      }
      const dated =
        opens && !isDated(one.draft)
          ? sited.find((other) => !looksBack(other.draft) && isToldOfDay(one, other, isDated, dayOf))
          : undefined;
      if (dated !== undefined) {
        if (one.first && dated.draft.casualties.length === 0)
          dated.draft.casualties.push(...one.draft.casualties);
        return false;
      }
      return !quarters.some((quarter) => isItsTown(one, quarter, dayOf));
    }
    const finer = sited.find(
      (other) =>
        !isLead.has(other.draft) &&
        goesBefore(one.draft, other.draft) &&
        isTypeOf(one.draft, other.draft) &&
        (dayOf(one.draft).date === dayOf(other.draft).date ||
          !isDated(other.draft) ||
          (!isDated(one.draft) && isDayBefore(dayOf(other.draft), dayOf(one.draft)))) &&
        (other.place?.governorate === one.place?.governorate || isOnItsEdge(one, other)),
    );
    if (finer === undefined)
      return !(isOfMany(one.draft) && sited.some((other) => tellsPartOf(one.draft, other, dayOf)));
    if (tellsOtherToll(one.draft, finer.draft)) return !isLargerThanTwo(one, sited);
    if (!isDated(finer.draft)) finer.draft.day = dayOf(one.draft);
    const untold = finer.draft.casualties.length === 0 || isOnlyDead(one.draft, finer.draft, sited);
    if (one.first && untold) finer.draft.casualties.push(...one.draft.casualties);
    // «خمسة قتلى و12 جريحا في ريف (أ) … خمسة قتلى في (ب)»: the hurt too are of the place.
    else if (one.first && deadOf(one.draft) !== null && deadOf(one.draft) === deadOf(finer.draft))
      passOn(one.draft, finer.draft);
    return false;
  });
}

/** A lead over so many governorates sums up. */
const MANY_GOVERNORATES = 3;

function isOfMany(lead: Draft): boolean {
  return lead.frame !== 'protest' && governorates(lead).size >= MANY_GOVERNORATES;
}

/** «قصف طال أرياف دمشق وإدلب ودرعا. … غارات على (أ) في ريف إدلب»: one of the governorates of a lead, told in particular. */
function tellsPartOf(lead: Draft, { draft, place }: Sited, dayOf: (draft: Draft) => EventDay): boolean {
  if (draft === lead || draft.segment.sentence <= lead.segment.sentence || place?.geoPrecision === 3)
    return false;
  const inside = lead.places.some(({ governorate }) => governorate === place?.governorate);
  return inside && isTypeOf(lead, draft) && dayOf(draft).date === dayOf(lead).date;
}

/** The lead alone tells how many died: «قتل ثلاثة بانفجار في حمص … قرب حاجز الجابرية … لوجود جرحى بحالة خطرة». */
function isOnlyDead(lead: Draft, finer: Draft, sited: readonly Sited[]): boolean {
  if (deadOf(lead) === null || deadOf(finer) !== null) return false;
  return sited.every(({ draft }) => draft === lead || !isTypeOf(lead, draft) || deadOf(draft) === null);
}

/**
 * Under a heading a governorate is a place as good as another, unless the next sentence takes its event up and names
 * where: «أغار الطيران على قرى جنوبي إدلب. وطال القصف بلدات حيش والتح».
 */
export function withoutTakenUp(
  sited: readonly Sited[],
  isTakingUp: (draft: Draft) => boolean,
  isWide: (place: PlaceFound | null) => boolean,
): Sited[] {
  return sited.filter(({ draft, first }, at) => {
    if (!draft.places.every(isWide)) return true;
    const next = sited
      .slice(at + 1, at + 1 + draft.places.length)
      .find((other) => other.draft !== draft)?.draft;
    if (next === undefined || !isTypeOf(draft, next) || next.places.some(isWide)) return true;
    if (next.segment.sentence !== draft.segment.sentence + 1 || !isTakingUp(next)) return true;
    if (tellsOtherToll(draft, next)) return true;
    if (first && next.casualties.length === 0) next.casualties.push(...draft.casualties);
    return false;
  });
}

/** An undated headline of today is of what the story tells of the evening before. */
function isDayBefore(told: EventDay, headline: EventDay): boolean {
  return dayNumber(headline.date) - dayNumber(told.date) === 1;
}

/** A lead stands before what it sums up, but for a headline, which stands before all. */
function goesBefore({ segment }: Draft, { segment: other }: Draft): boolean {
  if (segment.index <= other.index) return true;
  return other.paragraph === 0 && (segment.paragraph > 0 || segment.sentence <= other.sentence + 1);
}

/** How many sentences after the town its quarter may be named for the same event. */
const QUARTER_REACH = 6;

/** «قتل شخص بغارة في مدينة إدلب. … وسط حي القصور في إدلب»: one event, told of the town and then of its quarter. */
function isItsTown(town: Sited, quarter: Sited, dayOf: (draft: Draft) => EventDay): boolean {
  if (town.draft === quarter.draft || town.place?.place == null || town.draft.type !== quarter.draft.type)
    return false;
  if (quarter.place?.place?.parent !== town.place.place.id) return false;
  const apart = quarter.draft.segment.sentence - town.draft.segment.sentence;
  if (apart < 1 || apart > QUARTER_REACH || dayOf(town.draft).date !== dayOf(quarter.draft).date)
    return false;
  const [a, b] = [deadOf(town.draft), deadOf(quarter.draft)];
  return a !== null && a === b;
}

/** «بانفجار سيارة على مشارف العاصمة دمشق … في مدينة جرمانا»: what lies around a town may be another governorate's. */
function isOnItsEdge(town: Sited, { draft }: Sited): boolean {
  if (town.place?.geoPrecision !== 2) return false;
  const dead = deadOf(town.draft);
  return dead !== null && dead > 1 && dead === deadOf(draft);
}

const COUNTED: ReadonlySet<string> = new Set(['gain', 'fire']);

/** «سيطر على حقلين قرب مدينة (أ)», «قصف مدينتين شرق (أ)»: places counted and not named. */
function isCountedOnly({ draft, place }: Sited): boolean {
  if (!COUNTED.has(draft.frame) || draft.places.length > 1 || place?.geoPrecision !== 2) return false;
  return draft.segment.names.has('قريتين');
}

/** What was only counted is named later by the same side. */
function tellsNames(one: Sited, { draft, place }: Sited, dayOf: (draft: Draft) => EventDay): boolean {
  const apart = draft.segment.sentence - one.draft.segment.sentence;
  if (draft.frame !== one.draft.frame || apart < 1 || apart > QUARTER_REACH || place?.geoPrecision !== 1)
    return false;
  // What lies around a town may be another governorate's.
  const edge = draft.frame === 'fire' && draft.type === one.draft.type;
  const [day, own] = [dayOf(draft), dayOf(one.draft)];
  const undated = own.basis === 'publication' && dayNumber(own.date) - dayNumber(day.date) <= DAYS_BACK;
  if ((place.governorate !== one.place?.governorate && !edge) || (day.date !== own.date && !undated))
    return false;
  if (edge) return true;
  return haveSameInitiator(one.draft, draft);
}

/** How many days back those villages may have been hit that a sum of some days counts. */
const SUM_DAYS = 2;

/** «قصفت 12 قرية في ريف منبج. وقصفت اليوم قريتي (أ) و(ب)»: of those counted, some are named. */
function namesVillages(
  { draft: sum, place: where }: Sited,
  { draft, place }: Sited,
  dayOf: (draft: Draft) => EventDay,
  isSum: (draft: Draft) => boolean,
): boolean {
  const apart = draft.segment.sentence - sum.segment.sentence;
  if (draft.type !== sum.type || apart < 1 || apart > QUARTER_REACH || isSum(draft)) return false;
  if (place?.geoPrecision !== 1 || place.governorate !== where?.governorate) return false;
  const days = dayNumber(dayOf(sum).date) - dayNumber(dayOf(draft).date);
  return days >= 0 && days <= SUM_DAYS;
}

/** No other event of the kind tells whom it hurt. */
function isOnlyToll(sum: Draft, sited: readonly Sited[]): boolean {
  return sited.every(
    ({ draft }) => draft === sum || draft.type !== sum.type || draft.casualties.length === 0,
  );
}

/** A headline takes up so many segments. */
const OPENING_SEGMENTS = 3;

/** «استهداف سيارة في القامشلي … استهدفت سيارة في قرية هيمو بمدينة القامشلي»: the headline's town is where the village lies. */
function isToldWithin(town: Sited, other: Sited, dayOf: (draft: Draft) => EventDay): boolean {
  const { draft } = other;
  if (draft === town.draft || draft.type !== town.draft.type) return false;
  if (town.place?.place == null || town.draft.places.length > 1) return false;
  const apart = draft.segment.sentence - town.draft.segment.sentence;
  if (apart < 1 || apart > QUARTER_REACH || dayOf(draft).date !== dayOf(town.draft).date) return false;
  const key = placeKey(town.place);
  if (draft.places.some((place) => placeKey(place) === key)) return false;
  if (tellsOtherToll(town.draft, draft)) return false;
  return draft.segment.places.some(
    (place) => placeKey(place) === key && place.first > (other.place?.last ?? 0),
  );
}

/** «فجر التنظيم سيارتين مفخختين داخل مدينة (أ). … فجر انتحاري سيارة في حي (ب)»: the town's bombs, and who drove them. */
function isOfBombers(bombs: Sited, { draft, place }: Sited, dayOf: (draft: Draft) => EventDay): boolean {
  if (bombs.draft.type !== 'remote_explosive_ied' || draft.type !== 'suicide_bomb') return false;
  const apart = draft.segment.sentence - bombs.draft.segment.sentence;
  if (apart < 1 || apart > BOMBS_REACH || dayOf(draft).date !== dayOf(bombs.draft).date) return false;
  return bombs.place?.place != null && place?.place?.parent === bombs.place.place.id;
}

/** How many sentences after the bombs of a town each may be told. */
const BOMBS_REACH = 3;

/** «ضحايا بقصف على حي تشرين … بقصف جوي على حي تشرين»: the headline does not say with what. */
function isToldWithMeans(vague: Sited, other: Sited, dayOf: (draft: Draft) => EventDay): boolean {
  const { draft } = other;
  if (draft.type === vague.draft.type || !isTypeOf(vague.draft, draft)) return false;
  if (draft.segment.sentence <= vague.draft.segment.sentence) return false;
  if (placeKey(other.place) !== placeKey(vague.place)) return false;
  return dayOf(draft).date === dayOf(vague.draft).date && !tellsOtherToll(vague.draft, draft);
}

/** «قتيل وجريحان برصاص الأمن أمام صالة … قتل متظاهر وأصيب اثنان حين فتح الأمن النار»: the same dead and hurt at the same place. */
function isToldWithToll(headline: Sited, { draft, place }: Sited): boolean {
  const lead = headline.draft;
  const apart = draft.segment.sentence - lead.segment.sentence;
  if (lead === draft || apart < 1 || apart > DAY_REACH || !headline.first) return false;
  if (lead.places.length > 1 || placeKey(place) !== placeKey(headline.place)) return false;
  const [told, again] = [lead.casualties[0]?.finding, draft.casualties[0]?.finding];
  if (told?.killed == null || told.injured == null) return false;
  return areAlike(told.killed, again?.killed) && areAlike(told.injured, again?.injured);
}

/** How many sentences after a headline the story tells the day. */
const DAY_REACH = 3;
/** … and where it tells as many dead. */
const FAR_DAY_REACH = 12;
/** How many days back the event of a headline may lie. */
export const DAYS_BACK = 7;

/** «حصيلة قصف (أ) ترتفع إلى أربعة … القصف الذي تعرضت له (أ) يوم الاثنين»: a headline tells no day, and its story does. */
function isToldOfDay(
  headline: Sited,
  other: Sited,
  isDated: (draft: Draft) => boolean,
  dayOf: (draft: Draft) => EventDay,
): boolean {
  const { draft } = other;
  const apart = draft.segment.sentence - headline.draft.segment.sentence;
  const dead = deadOf(draft);
  const reach = dead !== null && dead > 1 && dead === deadOf(headline.draft) ? FAR_DAY_REACH : DAY_REACH;
  if (apart < 1 || apart > reach || !isTypeOf(headline.draft, draft) || !isDated(draft)) return false;
  if (headline.place === null || placeKey(other.place) !== placeKey(headline.place)) return false;
  const days = dayNumber(dayOf(headline.draft).date) - dayNumber(dayOf(draft).date);
  return days > 0 && days <= DAYS_BACK && !tellsOtherToll(headline.draft, draft);
}

/** «أربعة قتلى في هجومين بريف (أ)»: fewer of them at each of two or more places of it, told later. */
function isLargerThanTwo({ draft: lead, place: where }: Sited, sited: readonly Sited[]): boolean {
  const dead = deadOf(lead) ?? 0;
  const parts = new Set<Draft>();
  for (const { draft, place } of sited) {
    const died = draft !== lead && isTypeOf(lead, draft) ? deadOf(draft) : null;
    if (died !== null && died <= dead && place?.governorate === where?.governorate) parts.add(draft);
  }
  return parts.size > 1;
}

/** Another number of dead is another event, or several. */
function tellsOtherToll(lead: Draft, other: Draft): boolean {
  const [a, b] = [deadOf(lead), deadOf(other)];
  return a !== null && b !== null && a !== b;
}

/** A lead that names no weapon may call «قصف» what the text then tells as raids. */
function isTypeOf(lead: Draft, other: Draft): boolean {
  if (lead.type === other.type) return true;
  // «تواصل الفصائل تقدمها في ريف حلب … سيطرت على قرية كذا»: told by what was taken.
  if (lead.type === 'armed_clash' && lead.rule.id === 'advance' && other.frame === 'gain') return true;
  return (
    lead.type === 'shelling_artillery_missile' && lead.weapons.size === 0 && other.type === 'air_drone_strike'
  );
}
