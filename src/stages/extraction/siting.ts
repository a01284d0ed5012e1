/** One entry a place: the same type at the same place of a section is one event, with each toll on its place. */
import type { PlaceFound } from '../../knowledge/types.ts';
import type { EventType } from '../../model/vocabulary.ts';
import { isWithinTown, SETTLED } from './containing-places.ts';
import type { Attached, Draft } from './drafts.ts';
import type { EventDay } from './findings.ts';

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

/** What siting asks of the section. */
export interface SitingContext {
  /** The day that the event's own sentence tells, or null. */
  toldDay(draft: Draft): EventDay | null;
  dayOf(draft: Draft): EventDay;
  /** The event stands in a headline or in the first sentence of ordinary news. */
  opens(draft: Draft): boolean;
  /** How many sentences after it its story may tell the day. */
  reach(draft: Draft): number;
  isWide(place: PlaceFound | null): boolean;
  /** «وكان المرصد قد وثق، أول من أمس، …»: its sentence tells of what was before the news. */
  looksBack(draft: Draft): boolean;
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
    const named: readonly (PlaceFound | null)[] =
      draft.places.length > 0 ? unique(withoutSites(draft.places)) : NOWHERE;
    // «غادر آلاف الأهالي أحياء (أ) و(ب)»: one wave.
    const places = draft.rule.id === 'convoy' ? named.slice(0, 1) : named;
    const known = byType.get(draft.type) ?? new Map<string, number>();
    byType.set(draft.type, known);
    places.forEach((place, index) => {
      const plain = placeKey(place);
      const earlier = sited[known.get(plain) ?? -1]?.draft;
      const day = earlier === undefined ? null : toldDay(draft);
      let other = earlier === undefined || day === null ? null : toldDay(earlier);
      // What was before is no second telling of the news that gives no day.
      const apart =
        earlier !== undefined &&
        (isAnotherToll(earlier, draft) ||
          (context.looksBack(draft) &&
            (!context.opens(earlier) ||
              context.dayOf(earlier).basis !== 'publication' ||
              tellsOthers(earlier, draft))));
      if (apart && day !== null && other === null) other = context.dayOf(earlier);
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
      const told = before !== undefined && !isOfManyProvinces(before, place, context);
      if (at !== undefined && before !== undefined && before.draft !== draft && told) {
        mergeInto(before.draft, draft, index === 0, plain);
        if (context.isWide(before.place) && !context.isWide(place)) sited[at] = namedAt(before, place);
      } else {
        known.set(key, sited.length);
        sited.push({ draft, place, first: index === 0, casualties: [], shared: places.length > 1 });
      }
    });
  }
  return sited;
}

/** «غارات على إدلب وحلب. … غارة شرق مدينة إدلب»: the lead names provinces, and the town in one of them is no second telling. */
function isOfManyProvinces(
  { draft: { places }, place: wide }: Sited,
  place: PlaceFound | null,
  { isWide }: SitingContext,
): boolean {
  if (places.length < 2 || !isWide(wide) || isWide(place) || !places.every(isWide)) return false;
  return new Set(places.map(({ governorate }) => governorate)).size > 1;
}

/** Of two killings at one place each tells its dead exactly, and otherwise. */
function isAnotherToll(earlier: Draft, draft: Draft): boolean {
  if (earlier === draft || earlier.frame !== 'harm' || draft.frame !== 'harm') return false;
  const [a, b] = [deadOf(earlier), deadOf(draft)];
  return a !== null && b !== null && a !== b;
}

function deadOf({ casualties }: Draft): number | null {
  const [told, another] = casualties.filter(({ finding }) => finding.killed !== null);
  if (told === undefined || another !== undefined || told.finding.running) return null;
  const { low, high } = told.finding.killed ?? { low: null, high: null };
  return low === high ? low : null;
}

/** Each has its own dead or hurt, and they are not as many. */
function tellsOthers(a: Draft, b: Draft): boolean {
  const [one, other] = [a.casualties[0]?.finding, b.casualties[0]?.finding];
  return one !== undefined && other !== undefined && one.killed?.best !== other.killed?.best;
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
    // That nobody was hurt, or one in each, holds for each of them.
    if (finding.zero || finding.each) return true;
    const home = finding.place === null ? at : placeKey(finding.place);
    return home !== undefined && homes.has(home) ? home === placeKey(place) : first;
  });
}

/** «مستشفى القدس في حي السكري»: a hospital or a square counts through the quarter told with it. */
function withoutSites(places: readonly PlaceFound[]): readonly PlaceFound[] {
  if (places.length < 2) return places;
  const settled = places.filter(
    ({ place, geoPrecision }) => place !== null && geoPrecision < 3 && SETTLED.has(place.level),
  );
  if (settled.length === 0) return places;
  return places.filter(
    (one) =>
      one.place === null ||
      !isWithinTown(one.place) ||
      !settled.some(
        ({ governorate, list, first }) =>
          governorate === one.governorate && first > one.last && (list === null || list !== one.list),
      ),
  );
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

export function mergeInto(into: Draft, again: Draft, withToll: boolean, at: string): void {
  for (const weapon of again.weapons) into.weapons.add(weapon);
  const known = new Set(into.places.map(placeKey));
  const places = again.places.length > 1 ? new Set(again.places.map(placeKey)) : null;
  for (const { sentence, finding, at: own, shared } of again.casualties) {
    // «خمسة في (أ)، واثنين في (ب)»: the dead of each place stay with it.
    const key = finding.place === null ? null : placeKey(finding.place);
    const isOfOne = places !== null && key !== null && places.has(key);
    if (isOfOne ? key !== at : !withToll) continue;
    into.casualties.push({ sentence, finding, at: own !== undefined && known.has(own) ? own : at, shared });
  }
  into.civilians ||= again.civilians;
  into.evidence = Math.max(into.evidence, again.evidence);
  if (into.initiators.length === 0) into.initiators = again.initiators;
  if (into.targets.length === 0) into.targets = again.targets;
  if (into.participants.length < again.participants.length) into.participants = again.participants;
}
