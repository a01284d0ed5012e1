/**
 * Makes one event of what is told twice: the same type at the same place in one section, shelling that is part of a
 * clash, a fight that only leads up to ground taken, a headline that says in general what the text says in particular.
 */
import type { PlaceFound } from '../../knowledge/types.ts';
import type { EventType } from '../../model/vocabulary.ts';
import type { Attached, Draft } from './drafts.ts';
import type { EventDay } from './findings.ts';
import { isHeardFirst, isOnlyAimed } from './rumours.ts';

/** A draft at one of its places. */
export interface Sited {
  readonly draft: Draft;
  readonly place: PlaceFound | null;
  readonly first: boolean;
  /** Its people: those told with this place, and on the first of several places those told for all. */
  readonly casualties: readonly Attached[];
  readonly shared: boolean;
}

/** The same for the same place; a governorate's countryside is another than its town of the same name. */
export function placeKey(place: PlaceFound | null): string {
  if (place === null) return '';
  const id = place.place?.id ?? place.surface;
  return place.place !== null && place.geoPrecision === 3 ? `${id}~` : id;
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
    } else if (
      !leadsToGain(draft, kept) &&
      !clearsTheWay(draft, drafts) &&
      !isRetreat(draft, drafts) &&
      !isToldAlready(draft, kept) &&
      !isMeantBy(draft, drafts) &&
      !isRaidForArrests(draft, drafts) &&
      !isExplained(draft, drafts) &&
      !isMadeClear(draft, drafts) &&
      !isTakenAnyway(draft, drafts) &&
      !isOnlyAimed(draft, drafts) &&
      !isHeardFirst(draft, drafts)
    )
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
    // «ثم سقط صاروخ على أطراف البلدة»: what falls by itself is no part of a fight.
    const falls = draft.rule.id === 'shells-fall' && draft.trigger.kind === 'past';
    const goesWith = draft.segment.names.has('occur') || (draft.segment.opener !== 'verb' && !falls);
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

/** «سيطروا على القرية بعد انسحاب … منها»: whoever left made way for those who took it. */
function clearsTheWay(draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.frame !== 'loss' || draft.segment.opener !== 'cause') return false;
  return drafts.some(
    (one) => one.block === null && one.frame === 'gain' && one.segment.sentence === draft.segment.sentence,
  );
}

/** How many sentences after their attack the attackers may be said to leave. */
const RETREAT_REACH = 2;

/** «هاجم التنظيم نقطة … قبيل انسحابه باتجاه البادية»: attackers who go again held nothing that they could give up. */
function isRetreat(draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.frame !== 'loss' || draft.source === 'own') return false;
  return drafts.some(
    (one) =>
      one.block === null &&
      (one.type === 'armed_clash' || one.frame === 'raid' || one.frame === 'seizure') &&
      one.segment.index < draft.segment.index &&
      one.segment.sentence + RETREAT_REACH >= draft.segment.sentence &&
      (one.initiators.some(({ id }) => draft.initiators.some((own) => own.id === id)) ||
        (one.frame !== 'clash' && draft.initiators.length === 0)),
  );
}

/** «بعد اقتحام القرية»: why something happened, at a place whose fight is told already. */
function isToldAlready(draft: Draft, kept: readonly Draft[]): boolean {
  if (draft.segment.opener !== 'cause' || !['clash', 'raid', 'gain'].includes(draft.frame)) return false;
  const keys = new Set(draft.places.map(placeKey));
  return kept.some(
    (one) =>
      (draft.frame === 'gain' ? one.frame === 'gain' : ['clash', 'raid', 'gain'].includes(one.frame)) &&
      one.places.some((place) => keys.has(placeKey(place))),
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

function isAtOnePlace(a: Draft, b: Draft): boolean {
  const keys = new Set(a.places.map(placeKey));
  return b.places.some((place) => keys.has(placeKey(place)));
}

/** «القوات ترتكب مجزرة في …»: the raids or shells told of the same place made it. */
function isMadeClear(draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.rule.id !== 'massacre' || draft.type !== 'attack' || draft.casualties.length > 0) return false;
  return drafts.some(
    (one) =>
      one.block === null && (one.frame === 'fire' || one.frame === 'blast') && isAtOnePlace(draft, one),
  );
}

/** Forces that storm a place, or leave it, where the text tells that it was taken: one change of hands. */
function isTakenAnyway(draft: Draft, drafts: readonly Draft[]): boolean {
  const enters = draft.frame === 'raid' && draft.type === 'other_strategic';
  const leaves =
    draft.frame === 'loss' && draft.rule.id === 'peaceful-handover' && !draft.segment.names.has('peaceful');
  if ((!enters && !leaves) || draft.places.length === 0) return false;
  return drafts.some((one) => one.block === null && one.frame === 'gain' && isAtOnePlace(draft, one));
}

/** «هز انفجاران المدينة جراء سقوط صاروخين»: the fire that follows is what blew up. */
function isExplained(draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.rule.id !== 'blast' || draft.trigger.lemma !== 'انفجر') return false;
  const cause = drafts.find(
    (one) =>
      one.block === null &&
      one.frame === 'fire' &&
      (one.segment.opener === 'cause' || isWhatWasHeard(draft, one)) &&
      one.segment.sentence === draft.segment.sentence &&
      one.segment.index > draft.segment.index,
  );
  cause?.casualties.push(...draft.casualties);
  return cause !== undefined;
}

/** «سمع دوي انفجارين، قالت مصادر إنهما ناجمان عن سقوط صاروخين»: shells, where no charge is told. */
function isWhatWasHeard(blast: Draft, { rule, segment }: Draft): boolean {
  if (blast.weapons.size > 0 || segment.conjunction) return false;
  return rule.id === 'shells-fall' || rule.id === 'by-shells';
}

/** «داهمت البلدة واعتقلت»: the raid is how the arrests were made. */
function isRaidForArrests(draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.frame !== 'raid' || draft.type !== 'other_strategic') return false;
  return drafts.some(
    (one) =>
      one.block === null &&
      (one.type === 'arrests' || one.type === 'abduction_forced_disappearance') &&
      one.segment.sentence === draft.segment.sentence &&
      one.segment.index > draft.segment.index,
  );
}

/** What siting asks of the section. */
export interface SitingContext {
  /** The day that the event's own sentence tells, or null. */
  toldDay(draft: Draft): EventDay | null;
  /** The event stands in a headline or in the first sentence of ordinary news. */
  opens(draft: Draft): boolean;
  /** How many sentences after it its story may tell the day. */
  reach(draft: Draft): number;
  isWide(place: PlaceFound | null): boolean;
}

/**
 * One entry a place; the same type at the same place of the section again is the first one, unless each is told of a day
 * of its own («مساء أمس قصفت … كما قصفتها يوم السبت الماضي»). A headline that tells no day is of the day told next.
 */
export function siteDrafts(drafts: readonly Draft[], context: SitingContext): Sited[] {
  const sited: Sited[] = [];
  const byType = new Map<EventType, Map<string, number>>();
  const toldDay = (draft: Draft) => draft.day ?? context.toldDay(draft);
  for (const draft of drafts) {
    const places: readonly (PlaceFound | null)[] = draft.places.length > 0 ? unique(draft.places) : NOWHERE;
    const known = byType.get(draft.type) ?? new Map<string, number>();
    byType.set(draft.type, known);
    places.forEach((place, index) => {
      const plain = placeKey(place);
      const earlier = sited[known.get(plain) ?? -1]?.draft;
      const day = earlier === undefined ? null : toldDay(draft);
      let other = earlier === undefined || day === null ? null : toldDay(earlier);
      if (
        earlier !== undefined &&
        earlier !== draft &&
        day !== null &&
        other === null &&
        context.opens(earlier) &&
        draft.segment.sentence - earlier.segment.sentence <= context.reach(earlier)
      ) {
        earlier.day = day;
        other = day;
      }
      const key = day !== null && other !== null && day.date !== other.date ? `${plain} ${day.date}` : plain;
      const at = known.get(key);
      const before = at === undefined ? undefined : sited[at];
      if (at !== undefined && before !== undefined && before.draft !== draft) {
        merge(before.draft, draft, index === 0, plain);
        if (context.isWide(before.place) && !context.isWide(place)) sited[at] = namedAt(before, place);
      } else {
        known.set(key, sited.length);
        sited.push({ draft, place, first: index === 0, casualties: [], shared: places.length > 1 });
      }
    });
  }
  return sited;
}

/** «قصف على الرقة … قصف في مدينة الرقة»: the town is meant. */
function namedAt({ draft, place, first, casualties, shared }: Sited, town: PlaceFound | null): Sited {
  if (town !== null) draft.places = draft.places.map((one) => (one === place ? town : one));
  return { draft, place: town, first, casualties, shared };
}

const NOWHERE: readonly null[] = [null];

/** Puts each toll on its place. */
export function withTolls(sited: readonly Sited[]): Sited[] {
  const homes = new Map<Draft, Set<string>>();
  for (const { draft, place } of sited) {
    const known = homes.get(draft);
    if (known) known.add(placeKey(place));
    else homes.set(draft, new Set([placeKey(place)]));
  }
  return sited.map((one) => {
    const { draft, place, first, shared } = one;
    return { draft, place, first, casualties: casualtiesAt(one, homes.get(draft) ?? new Set()), shared };
  });
}

/** `homes` are the keys of all places of the draft. «… على بلدتي أ وب، ما أدى لسقوط جرحى في ب»: the toll stands on the place told with it. */
function casualtiesAt({ draft, place, first }: Sited, homes: ReadonlySet<string>): Attached[] {
  return draft.casualties.filter(({ finding, at }) => {
    // That nobody was hurt holds for each of them.
    if (finding.zero) return true;
    const home = finding.place === null ? at : placeKey(finding.place);
    return home !== undefined && homes.has(home) ? home === placeKey(place) : first;
  });
}

function unique(places: readonly PlaceFound[]): readonly PlaceFound[] {
  if (places.length === 1) return places;
  const seen = new Set<string>();
  return places.filter((place) => {
    const key = placeKey(place);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function merge(into: Draft, again: Draft, withToll: boolean, at: string): void {
  for (const weapon of again.weapons) into.weapons.add(weapon);
  if (withToll) {
    const known = new Set(into.places.map(placeKey));
    for (const { sentence, finding, at: own, shared } of again.casualties)
      into.casualties.push({ sentence, finding, at: own !== undefined && known.has(own) ? own : at, shared });
  }
  into.civilians ||= again.civilians;
  into.evidence = Math.max(into.evidence, again.evidence);
  if (into.initiators.length === 0) into.initiators = again.initiators;
  if (into.targets.length === 0) into.targets = again.targets;
  if (into.participants.length < again.participants.length) into.participants = again.participants;
}

/**
 * In ordinary news a governorate named for an event that the text then tells of a place inside it is its lead: it goes,
 * and its toll passes to the first place told without one. `sited` of one section, in text order.
 */
export function withoutLeads(
  sited: readonly Sited[],
  dayOf: (draft: Draft) => EventDay,
  isDated: (draft: Draft) => boolean,
  isWide: (place: PlaceFound | null) => boolean,
): Sited[] {
  const isLead = new Set(sited.filter(({ draft }) => draft.places.every(isWide)).map(({ draft }) => draft));
  const quarters = sited.filter(({ place }) => place?.place?.parent != null);
  for (const draft of isLead) if (governorates(draft).size > 1) draft.casualties.length = 0;
  return sited.filter((one) => {
    if (!isLead.has(one.draft)) {
      if (sited.some((other) => isToldWithin(one, other, dayOf))) return false;
      return !quarters.some((quarter) => isItsTown(one, quarter, dayOf));
    }
    const finer = sited.find(
      (other) =>
        !isLead.has(other.draft) &&
        (one.draft.segment.index <= other.draft.segment.index || other.draft.segment.paragraph === 0) &&
        isTypeOf(one.draft, other.draft) &&
        (dayOf(one.draft).date === dayOf(other.draft).date || !isDated(other.draft)) &&
        other.place?.governorate === one.place?.governorate,
    );
    if (finer === undefined || tellsOtherToll(one.draft, finer.draft)) return true;
    if (!isDated(finer.draft)) finer.draft.day = dayOf(one.draft);
    if (one.first && finer.draft.casualties.length === 0)
      finer.draft.casualties.push(...one.draft.casualties);
    return false;
  });
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

/** A headline takes up so many segments. */
const OPENING_SEGMENTS = 3;

/** «استهداف سيارة في القامشلي … استهدفت سيارة في قرية هيمو بمدينة القامشلي»: the headline's town is where the village lies. */
function isToldWithin(town: Sited, other: Sited, dayOf: (draft: Draft) => EventDay): boolean {
  const { draft } = other;
  if (draft === town.draft || draft.type !== town.draft.type || town.draft.segment.index > OPENING_SEGMENTS)
    return false;
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

function deadOf(draft: Draft): number | null {
  return draft.casualties.find(({ finding }) => finding.killed)?.finding.killed?.best ?? null;
}

/** Another number of dead is another event, or several. */
function tellsOtherToll(lead: Draft, other: Draft): boolean {
  const [a, b] = [deadOf(lead), deadOf(other)];
  return a !== null && b !== null && a !== b;
}

function governorates(draft: Draft): Set<string | null> {
  return new Set(draft.places.map((place) => place.governorate));
}

/** A lead that names no weapon may call «قصف» what the text then tells as raids. */
function isTypeOf(lead: Draft, other: Draft): boolean {
  if (lead.type === other.type) return true;
  return (
    lead.type === 'shelling_artillery_missile' && lead.weapons.size === 0 && other.type === 'air_drone_strike'
  );
}
