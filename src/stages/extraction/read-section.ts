/** Reads one section: marks its tokens, cuts it into segments, and gathers which names stand in each of them. */
import type { Token } from '../../arabic/token.ts';
import { firstTokenFrom } from '../../arabic/token-memory.ts';
import { fitting } from '../../arabic/word-memory.ts';
import { asOwnMen, withoutMeans } from '../../knowledge/actors.ts';
import type { EventGrammar } from '../../knowledge/events/grammar.ts';
import type { ActorFound, PlaceFound, WeaponFound } from '../../knowledge/types.ts';
import type { Section } from '../../model/article.ts';
import type { Weapon } from '../../model/vocabulary.ts';
import { isClosingQuote } from './beside-places.ts';
import type { Reading } from './findings.ts';
import { type Mark, UNMARKED } from './mark.ts';
import { markTokens } from './marks.ts';
import { isOpeningQuote } from './places-of-telling.ts';
import { withResumed } from './resumed-places.ts';
import { changed, SectionText, type SegmentText, type Trigger } from './section-text.ts';
import { type Segment, splitSegments } from './segments.ts';
import { firstReaching } from './spans-within.ts';
import { TokenSet } from './token-set.ts';

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

export function readSection(
  section: Section,
  reading: Reading,
  grammar: EventGrammar,
  home: string,
): SectionText {
  const from = firstTokenFrom(reading.tokens, section.start);
  const to = firstTokenFrom(reading.tokens, section.end);
  const marks = markTokens(reading.tokens, from, to, grammar);
  const named = namedTokens(reading, from, to, (at) => {
    const { triggers, more } = marks[at - from] as Mark;
    return triggers.length > 0 ? more : NO_TRIGGER;
  });
  const names = quotedNames(reading, from, to);
  for (const at of names) named.add(at);
  const isTrigger = (at: number) => at < to && (marks[at - from] as Mark).begins && !named.has(at);
  const subjects = new Map<number, number>();
  const inside = new TokenSet(from, to);
  const { actors: parties, places: sites } = reading.entities;
  for (let i = firstReaching(parties, from); i < parties.length; i++) {
    const { first, last, speaker } = parties[i] as ActorFound;
    if (first >= to) break;
    for (let at = first + 1; at <= last; at++) inside.add(at);
    if (!speaker) subjects.set(last, first);
  }
  for (const at of names) inside.add(at);
  addSpans(inside, sites, from, to);
  addSpans(inside, reading.dates, from, to);
  const segments = splitSegments(reading, marks, from, to, isTrigger, {
    actorEndingAt: (at) => subjects.get(at) ?? null,
    isInside: (at) => inside.has(at),
  });
  const places = walker(reading.entities.places);
  const actors = walker(reading.entities.actors);
  const weapons = walker(reading.entities.weapons);
  const texts: SegmentText[] = [];
  for (const segment of segments) {
    const told = actingAmong(actors(segment), marks, from);
    const acting = withOwnMen(told, segment, segments[segment.index - 1], reading);
    texts.push(
      segmentText(segment, places(segment), acting, weapons(segment), marks, from, named, reading.tokens),
    );
  }
  return new SectionText({
    section,
    reading,
    grammar,
    home,
    from,
    to,
    segments: withResumed(
      withSubjects(texts),
      reading.tokens,
      (at) => (marks[at - from] ?? UNMARKED) as Mark,
    ),
    marks,
    named,
  });
}

function segmentText(
  segment: Segment,
  places: readonly PlaceFound[],
  actors: readonly ActorFound[],
  weapons: readonly WeaponFound[],
  marks: readonly Mark[],
  from: number,
  named: TokenSet,
  tokens: readonly Token[],
): SegmentText {
  const { index, first, last, sentence, paragraph, opener, conjunction } = segment;
  const names = new Set<string>();
  let triggers: Trigger[] | null = null;
  let sought = 0;
  for (let at = first; at <= last; at++) {
    const mark = marks[at - from] as Mark;
    sought |= mark.sought;
    if (mark.names.length === 0) continue;
    const isNamed = named.has(at);
    if (!isNamed || isCarrier(actors, at)) for (const name of mark.names) names.add(name);
    if (isNamed || mark.triggers.length === 0) continue;
    const bare = mark.noun && mark.words.every(({ suffix }) => suffix === '');
    const cause = bare && (marks[at - 1 - from]?.uses.includes('cause') ?? false);
    const afterCause = cause && !takesVerb((tokens[at - 1] as Token).word);
    triggers = withTriggers(triggers, mark, at, afterCause);
  }
  addNames(names, actors, weapons);
  return {
    index,
    first,
    last,
    sentence,
    paragraph,
    opener,
    conjunction,
    places,
    actors,
    weapons,
    names,
    sought,
    triggers: triggers ?? NOTHING,
  };
}

/** «بعدما فتح مسلحون النار»: a verb always follows. */
const takesVerb = fitting(/^[وف]?(?:بعدما|عندما|حينما|حين)$/);

/** What flies, and crowds: subjects that decide what their verb tells. */
const SUBJECTS = ['air', 'aircraft', 'crowd', 'مفخخة', 'هجوم'] as const;
/** Nouns of an event that may be such a subject themselves. */
const ACTING: ReadonlySet<string> = new Set(['مظاهرة', 'هجوم']);

/** «أن طائرات مسيرة | ألقت قنابل», «أن مظاهرات | خرجت في …»: the subject of the verb that the next segment opens with. */
function withSubjects(segments: readonly SegmentText[]): readonly SegmentText[] {
  return segments.map((segment, at) => {
    const before = segments[at - 1];
    if (segment.opener !== 'verb' || before === undefined) return segment;
    // «تدخلت المروحيات | وقصفت البلدة بالرشاشات»
    if (segment.conjunction && (before.triggers.length > 0 || segment.actors.length > 0)) return segment;
    if (
      before.sentence !== segment.sentence ||
      before.triggers.some(({ lemma, kind }) => !ACTING.has(lemma) && kind !== 'word')
    )
      return segment;
    const subjects = SUBJECTS.filter((name) => before.names.has(name) && !segment.names.has(name));
    if (subjects.length === 0) return segment;
    return changed(segment, { names: new Set([...segment.names, ...subjects]) });
  });
}

/** Those who do not only speak; «قصف روسي» does not say with what, «قصف جوي روسي» does. */
function actingAmong(
  actors: readonly ActorFound[],
  marks: readonly Mark[],
  from: number,
): readonly ActorFound[] {
  if (actors.length === 0) return NOTHING;
  const acting: ActorFound[] = [];
  for (let at = 0; at < actors.length; at++) {
    const actor = actors[at] as ActorFound;
    if (actor.speaker || isOnlyKind(actor, actors[at + 1])) continue;
    acting.push(isGeneral(marks[actor.first - from], actor) ? withoutMeans(actor) : actor);
  }
  return acting;
}

const isOwnMen = fitting(
  /^(?:طائرات|مقاتلات|قاذفات|مدفعيت|مسيرات|وحدات|قوات|مقاتلي|مقاتلو|عناصر|وحدات|جنود|كتايب|سرايا|مسلحي|مسلحو|فصايل)(?:ها|ه|هم)$/,
);

/** «أعلنت وزارة الدفاع أن قواتها أعادت …»: the men of the party that speaks right before. */
function withOwnMen(
  acting: readonly ActorFound[],
  { opener, first, sentence }: Segment,
  before: Segment | undefined,
  { tokens, entities }: Reading,
): readonly ActorFound[] {
  if (opener !== 'that' || before?.sentence !== sentence) return acting;
  const men = tokens[first + 1];
  if (men === undefined || !isOwnMen(men.word) || acting.some((one) => one.first <= first + 1)) return acting;
  const { actors } = entities;
  let party: ActorFound | null = null;
  for (let i = firstReaching(actors, before.first); i < actors.length; i++) {
    const actor = actors[i] as ActorFound;
    if (actor.first > before.last) break;
    if (actor.side !== 'civilians') party = actor;
  }
  return party === null ? acting : [asOwnMen(party, first + 1, men), ...acting];
}

/** «إرهابيي تنظيم داعش»: the general word says what the men of the named group are. */
function isOnlyKind(actor: ActorFound, next: ActorFound | undefined): boolean {
  const construct = actor.first === actor.last && /[يى]$/.test(actor.surface);
  return actor.anaphor === true && construct && next?.first === actor.last + 1 && !next.anaphor;
}

function isGeneral(mark: Mark | undefined, actor: ActorFound): boolean {
  return actor.via !== null && (mark?.names.includes('قصف') ?? false) && !actor.surface.includes('جوي');
}

const isByname = fitting(
  /^(?:و?ال)?(?:مدعوه?|ملقبه?|معروفه?|مكني|متزعم|شابه?|طفله?|سيده|قيادي|عنصر|مدني|ضابط|ملازم|نقيب|رايد|عقيد|شيخ|طبيب|ناشط|صحفي)$/,
);
/** Longest name between quotation marks, in words. */
const LONGEST_NAME = 5;

/** Tokens of people's names between quotation marks: «القائد "ناصر الحمد"», «المعروف بـ"أبو ليث"», no verb among them. */
function quotedNames({ tokens }: Reading, from: number, to: number): readonly number[] {
  const found: number[] = [];
  for (let at = from + 1; at < to - 1; at++) {
    if (!isOpeningQuote((tokens[at] as Token).word)) continue;
    const before = tokens[at - 1] as Token;
    const head = before.norm === 'بـ' || before.norm === 'ب' ? at - 2 : at - 1;
    if (head < from || !isByname((tokens[head] as Token).word)) continue;
    let end = at + 1;
    while (end < to && end <= at + LONGEST_NAME && (tokens[end] as Token).kind === 'word') end++;
    if (end >= to || !isClosingQuote((tokens[end] as Token).word)) continue;
    for (let i = at + 1; i < end; i++) found.push(i);
    at = end;
  }
  return found;
}

/** Says that no trigger begins at a token. */
const NO_TRIGGER = -1;

/** Tokens that belong to a name or a date: «تحرير» in «هيئة تحرير الشام» and «فجر» in «فجر الخميس» tell nothing. */
function namedTokens(reading: Reading, from: number, to: number, tells: (at: number) => number): TokenSet {
  const named = new TokenSet(from, to);
  const { actors, places, attributions } = reading.entities;
  for (let i = firstReaching(actors, from); i < actors.length; i++) {
    const { first, last, side, via } = actors[i] as ActorFound;
    if (first >= to) break;
    if (side === 'civilians') continue;
    for (let at = first; at <= last; at++) named.add(at);
    // «قصف روسي», «غارات إسرائيلية»: the name of the doer begins with the word for what is done.
    // «الدفاعات الجوية تتصدى»: what is told goes on beyond the name.
    // A name may begin in the stretch before.
    const more = last > first && first >= from ? tells(first) : NO_TRIGGER;
    if ((via !== null && more !== NO_TRIGGER) || more > last - first) named.delete(first);
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
  for (let i = firstReaching(spans, from); i < spans.length; i++) {
    const { first, last } = spans[i] as { first: number; last: number };
    if (first >= to) break;
    for (let at = first; at <= last; at++) tokens.add(at);
  }
}

const NOTHING: readonly never[] = [];

/** Hands out the spans of segments asked for in order. */
function walker<T extends { readonly first: number; readonly last: number }>(
  spans: readonly T[],
): (segment: Segment) => readonly T[] {
  let next = -1;
  return (segment) => {
    if (next < 0) next = firstReaching(spans, segment.first);
    if (next >= spans.length || (spans[next] as T).first > segment.last) return NOTHING;
    while (next < spans.length && (spans[next] as T).first < segment.first) next++;
    const start = next;
    while (next < spans.length && (spans[next] as T).first <= segment.last) next++;
    return start === next ? NOTHING : spans.slice(start, next);
  };
}

/**
 * «بعد دحر الإرهابيين»: after a cause a form that is noun and verb alike is the noun. A list is made with its first
 * entry in it: V8 makes one that grows from nothing with room for seventeen.
 */
function withTriggers(
  before: Trigger[] | null,
  mark: Mark,
  at: number,
  afterCause: boolean,
): Trigger[] | null {
  let triggers = before;
  for (const { lemma, kind, rules } of mark.triggers) {
    if (afterCause && kind === 'past') continue;
    const trigger: Trigger = { at, lemma, kind, rules };
    if (triggers === null) triggers = [trigger];
    else triggers.push(trigger);
  }
  return triggers;
}

/** What its weapons and the means of its actors stand for, and the people who take part. */
function addNames(names: Set<string>, actors: readonly ActorFound[], weapons: readonly WeaponFound[]): void {
  for (const { id } of weapons) addWeaponNames(names, id);
  for (const { via, side, id } of actors) {
    if (via !== null) addWeaponNames(names, via);
    if (side === 'civilians') names.add(id === 'protesters' ? 'crowd' : 'civil');
  }
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
