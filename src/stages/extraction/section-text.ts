/** One section read: its tokens' marks, its segments, and which names stand in each of them. */
import type { Token } from '../../arabic/token.ts';
import { withoutMeans } from '../../knowledge/actors.ts';
import type { EventGrammar, EventRule } from '../../knowledge/events/grammar.ts';
import type { ActorFound, PlaceFound, WeaponFound } from '../../knowledge/types.ts';
import type { Section } from '../../model/article.ts';
import type { Weapon } from '../../model/vocabulary.ts';
import type { Reading } from './findings.ts';
import type { Mark } from './mark.ts';
import { markTokens } from './marks.ts';
import { type Segment, splitSegments } from './segments.ts';

export interface SegmentText extends Segment {
  readonly places: readonly PlaceFound[];
  readonly actors: readonly ActorFound[];
  readonly weapons: readonly WeaponFound[];
  /** Lemmas and uses of its words, and what its weapons and aircraft stand for. */
  readonly names: ReadonlySet<string>;
  /** What its tokens are searched for, those inside names too: bits of `SOUGHT`. */
  readonly sought: number;
  readonly triggers: readonly Trigger[];
}

export interface Trigger {
  readonly at: number;
  readonly lemma: string;
  readonly kind: string;
  readonly rules: readonly EventRule[];
}

export interface SectionText {
  readonly section: Section;
  readonly reading: Reading;
  readonly grammar: EventGrammar;
  /** The pack's own country. */
  readonly home: string;
  readonly from: number;
  readonly to: number;
  readonly segments: readonly SegmentText[];
  /** By segment, the places that an event may have, as far as they were asked for: see `usablePlaces`. */
  readonly usable: (readonly PlaceFound[] | undefined)[];
  /** By segment, those of them that its event may be aimed at: see `placesAround`. */
  readonly aimed: (readonly PlaceFound[] | undefined)[];
  /** Index of the first segment of a segment's sentence, and of its paragraph. */
  sentenceStart(segment: Segment): number;
  paragraphStart(segment: Segment): number;
  /** Inside a party's, a place's or a source's name, or a date: its words tell nothing by themselves. */
  isNamed(at: number): boolean;
  mark(at: number): Mark;
  token(at: number): Token;
}

/** What a weapon's id says to conditions that ask for words. */
const WEAPON_NAMES: ReadonlyMap<Weapon, readonly string[]> = new Map(
  Object.entries({
    barrel_bomb: ['air', 'برميل'],
    air_strike_munition: ['air'],
    warplane: ['air'],
    helicopter: ['air'],
    drone: ['air'],
    mortar: ['ground', 'shell'],
    artillery: ['ground'],
    rocket_launcher: ['ground'],
    surface_to_surface_missile: ['ground', 'shell'],
    tank: [],
    car_bomb: ['مفخخة'],
    ied: ['device'],
    landmine: ['device'],
    suicide_belt: ['suicide'],
    sniper: ['قنص'],
    small_arms: ['رصاص'],
    chemical_agent: ['gas'],
    grenade: ['قنبلة_يدوية'],
  }) as [Weapon, readonly string[]][],
);

/** Some of the tokens of a stretch; tokens outside it are never among them. */
class TokenSet {
  readonly #from: number;
  /** An array: to make a typed one of some hundred bytes takes longer than to fill it. */
  readonly #flags: number[];

  constructor(from: number, to: number) {
    this.#from = from;
    this.#flags = new Array<number>(Math.max(0, to - from)).fill(0);
  }

  has(at: number): boolean {
    return this.#flags[at - this.#from] === 1;
  }

  add(at: number): void {
    this.#flags[at - this.#from] = 1;
  }

  delete(at: number): void {
    this.#flags[at - this.#from] = 0;
  }
}

export function readSection(
  section: Section,
  reading: Reading,
  grammar: EventGrammar,
  home: string,
): SectionText {
  const from = firstTokenAt(reading.tokens, section.start);
  const to = firstTokenAt(reading.tokens, section.end);
  const marks = markTokens(reading.tokens, from, to, grammar);
  const named = namedTokens(reading, from, to, (at) => (marks[at - from] as Mark).triggers.length > 0);
  const isTrigger = (at: number) => (marks[at - from] as Mark).begins && !named.has(at);
  const subjects = new Map<number, number>();
  const inside = new TokenSet(from, to);
  const { actors: parties, places: sites } = reading.entities;
  for (let i = firstSpanFrom(parties, from); i < parties.length; i++) {
    const { first, last, speaker } = parties[i] as ActorFound;
    if (first >= to) break;
    for (let at = first + 1; at <= last; at++) inside.add(at);
    if (!speaker) subjects.set(last, first);
  }
  addSpans(inside, sites, from, to);
  addSpans(inside, reading.dates, from, to);
  const segments = splitSegments(reading, marks, from, to, isTrigger, {
    actorEndingAt: (at) => subjects.get(at) ?? null,
    isInside: (at) => inside.has(at),
  });
  const places = walker(reading.entities.places);
  const actors = walker(reading.entities.actors);
  const weapons = walker(reading.entities.weapons);
  return {
    section,
    reading,
    grammar,
    home,
    from,
    to,
    sentenceStart: startOf(segments, 'sentence'),
    paragraphStart: startOf(segments, 'paragraph'),
    isNamed: (at) => named.has(at),
    mark: (at) => marks[at - from] as Mark,
    token: (at) => reading.tokens[at] as Token,
    usable: new Array(segments.length).fill(undefined),
    aimed: new Array(segments.length).fill(undefined),
    segments: withSubjects(
      segments.map((segment) => {
        const own = {
          places: places(segment),
          actors: actingAmong(actors(segment), (actor) => marks[actor.first - from]),
          weapons: weapons(segment),
        };
        const { index, first, last, sentence, paragraph, opener, conjunction } = segment;
        return {
          index,
          first,
          last,
          sentence,
          paragraph,
          opener,
          conjunction,
          places: own.places,
          actors: own.actors,
          weapons: own.weapons,
          names: namesIn(segment, marks, from, named, own),
          sought: soughtIn(segment, marks, from),
          triggers: triggersIn(segment, marks, from, named),
        };
      }),
    ),
  };
}

/** For each segment, the first of those in one sentence or paragraph with it: one pass, told when it is first asked. */
function startOf(segments: readonly Segment[], run: 'sentence' | 'paragraph'): (segment: Segment) => number {
  let starts: number[] | null = null;
  return ({ index }) => {
    if (starts === null) {
      starts = [0];
      for (let at = 1; at < segments.length; at++)
        starts.push(segments[at]?.[run] === segments[at - 1]?.[run] ? (starts[at - 1] as number) : at);
    }
    return starts[index] as number;
  };
}

/** What flies, and crowds: subjects that decide what their verb tells. */
const SUBJECTS = ['air', 'aircraft', 'crowd'] as const;

/** «أن طائرات مسيرة | ألقت قنابل», «أن مظاهرات | خرجت في …»: the subject of the verb that the next segment opens with. */
function withSubjects(segments: readonly SegmentText[]): readonly SegmentText[] {
  return segments.map((segment, at) => {
    const before = segments[at - 1];
    if (segment.opener !== 'verb' || segment.conjunction || before === undefined) return segment;
    if (before.sentence !== segment.sentence || before.triggers.some(({ lemma }) => lemma !== 'مظاهرة'))
      return segment;
    const subjects = SUBJECTS.filter((name) => before.names.has(name) && !segment.names.has(name));
    if (subjects.length === 0) return segment;
    return withNames(segment, new Set([...segment.names, ...subjects]));
  });
}

/** Written out, not spread: V8 gives what is spread a hidden class of its own, and all that reads segments grows slow. */
function withNames(segment: SegmentText, names: ReadonlySet<string>): SegmentText {
  return {
    index: segment.index,
    first: segment.first,
    last: segment.last,
    sentence: segment.sentence,
    paragraph: segment.paragraph,
    opener: segment.opener,
    conjunction: segment.conjunction,
    places: segment.places,
    actors: segment.actors,
    weapons: segment.weapons,
    names,
    sought: segment.sought,
    triggers: segment.triggers,
  };
}

/** Those who do not only speak; «قصف روسي» does not say with what. */
function actingAmong(
  actors: readonly ActorFound[],
  markOf: (actor: ActorFound) => Mark | undefined,
): readonly ActorFound[] {
  if (actors.length === 0) return NOTHING;
  return actors
    .filter((actor, at) => !actor.speaker && !isOnlyKind(actor, actors[at + 1]))
    .map((actor) => (isGeneral(markOf(actor), actor) ? withoutMeans(actor) : actor));
}

/** «إرهابيي تنظيم داعش»: the general word says what the men of the named group are. */
function isOnlyKind(actor: ActorFound, next: ActorFound | undefined): boolean {
  const construct = actor.first === actor.last && /[يى]$/.test(actor.surface);
  return actor.anaphor === true && construct && next?.first === actor.last + 1 && !next.anaphor;
}

function isGeneral(mark: Mark | undefined, actor: ActorFound): boolean {
  return actor.via !== null && (mark?.names.includes('قصف') ?? false);
}

/** Index of the first token that begins at or after an offset. */
function firstTokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Tokens that belong to a name or a date: «تحرير» in «هيئة تحرير الشام» and «فجر» in «فجر الخميس» tell nothing. */
function namedTokens(reading: Reading, from: number, to: number, tells: (at: number) => boolean): TokenSet {
  const named = new TokenSet(from, to);
  const { actors, places, attributions } = reading.entities;
  for (let i = firstSpanFrom(actors, from); i < actors.length; i++) {
    const { first, last, side, via } = actors[i] as ActorFound;
    if (first >= to) break;
    if (side === 'civilians') continue;
    for (let at = first; at <= last; at++) named.add(at);
    // «قصف روسي», «غارات إسرائيلية»: the name of the doer begins with the word for what is done.
    if (via !== null && last > first && tells(first)) named.delete(first);
  }
  addSpans(named, places, from, to);
  addSpans(named, attributions, from, to);
  addSpans(named, reading.dates, from, to);
  return named;
}

/** Adds the tokens of all spans that begin in a stretch; spans stand in text order. */
function addSpans(
  tokens: TokenSet,
  spans: readonly { readonly first: number; readonly last: number }[],
  from: number,
  to: number,
): void {
  for (let i = firstSpanFrom(spans, from); i < spans.length; i++) {
    const { first, last } = spans[i] as { first: number; last: number };
    if (first >= to) break;
    for (let at = first; at <= last; at++) tokens.add(at);
  }
}

function firstSpanFrom(spans: readonly { readonly last: number }[], token: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.last ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

const NOTHING: readonly never[] = [];

/** Hands out the spans of segments asked for in order. */
function walker<T extends { readonly first: number; readonly last: number }>(
  spans: readonly T[],
): (segment: Segment) => readonly T[] {
  let next = -1;
  return (segment) => {
    if (next < 0) next = firstSpanFrom(spans, segment.first);
    if (next >= spans.length || (spans[next] as T).first > segment.last) return NOTHING;
    const found: T[] = [];
    while (next < spans.length && (spans[next] as T).first <= segment.last) {
      if ((spans[next] as T).first >= segment.first) found.push(spans[next] as T);
      next++;
    }
    return found;
  };
}

function namesIn(
  segment: Segment,
  marks: readonly Mark[],
  from: number,
  named: TokenSet,
  own: { readonly actors: readonly ActorFound[]; readonly weapons: readonly WeaponFound[] },
): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = segment.first; at <= segment.last; at++) {
    const told = (marks[at - from] as Mark).names;
    if (told.length === 0 || (named.has(at) && !isCarrier(own.actors, at))) continue;
    for (let i = 0; i < told.length; i++) names.add(told[i] as string);
  }
  for (const { id } of own.weapons) addWeaponNames(names, id);
  for (const { via, side, id } of own.actors) {
    if (via !== null) addWeaponNames(names, via);
    if (side === 'civilians') names.add(id === 'protesters' ? 'crowd' : 'civil');
  }
  return names;
}

function soughtIn({ first, last }: Segment, marks: readonly Mark[], from: number): number {
  let sought = 0;
  for (let at = first; at <= last; at++) sought |= (marks[at - from] as Mark).sought;
  return sought;
}

/** The word of an actor's name that says what it is or does: its first, and all of «القصف المدفعي للنظام». */
function isCarrier(actors: readonly ActorFound[], at: number): boolean {
  for (const { first, last, via } of actors)
    if (first === at || (via !== null && first <= at && at <= last)) return true;
  return false;
}

function addWeaponNames(names: Set<string>, weapon: Weapon): void {
  const told = WEAPON_NAMES.get(weapon);
  if (told !== undefined) for (const name of told) names.add(name);
}

function triggersIn(
  segment: Segment,
  marks: readonly Mark[],
  from: number,
  named: TokenSet,
): readonly Trigger[] {
  let triggers: Trigger[] | null = null;
  for (let at = segment.first; at <= segment.last; at++) {
    const found = (marks[at - from] as Mark).triggers;
    if (found.length === 0 || named.has(at)) continue;
    triggers ??= [];
    for (const { lemma, kind, rules } of found) triggers.push({ at, lemma, kind, rules });
  }
  return triggers ?? NOTHING;
}
