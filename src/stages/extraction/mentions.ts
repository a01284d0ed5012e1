/** Writes a draft at one of its places as a mention of the model. */
import { hash } from 'node:crypto';
import { normaliseWord } from '../../arabic/normalise.ts';
import { isAt } from '../../arabic/phrases.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { ActorFound, Place, PlaceFound } from '../../knowledge/types.ts';
import type { Section } from '../../model/article.ts';
import type { Count, EventActor, EventPlace, Mention } from '../../model/mention.ts';
import { groupOf, type Role } from '../../model/vocabulary.ts';
import { certaintyOf } from './certainty.ts';
import { combineCasualties, type Sentenced } from './combine.ts';
import { isWithinTown, SETTLED } from './containing-places.ts';
import type { Attached, Draft } from './drafts.ts';
import type { Certainty, EventDay, Reading } from './findings.ts';
import type { SectionText } from './section-text.ts';
import { placeKey, type Sited } from './siting.ts';
import { sentenceOfClause } from './spans-within.ts';

export interface MentionContext {
  readonly article: string;
  /** The sections that the text runs over, in text order. */
  readonly parts: readonly Section[];
  readonly knowledge: Knowledge;
  readonly text: SectionText;
  readonly day: EventDay;
  readonly certainty: Certainty;
}

export function mentionOf(sited: Sited, context: MentionContext): Mention {
  const { draft, place } = sited;
  const { text, knowledge, day, certainty } = context;
  const [start, end] = spanOf(draft, text);
  const where = locate(draft, place, text, knowledge);
  const toll = combineCasualties(spoken(text, sited.casualties));
  const section = (context.parts.find((part) => start < part.end) ?? text.section).id;
  return {
    id: idOf(context.article, section, start, end, draft.rule.id, placeKey(place)),
    section,
    start,
    end,
    rule: draft.rule.id,
    type: draft.type,
    group: groupOf(draft.type),
    date: day.date,
    datePrecision: day.precision,
    dateBasis: day.basis,
    country: where.country,
    governorate: where.governorate,
    place: where.place,
    geoPrecision: where.geoPrecision,
    statedGovernorate: text.section.heading === null ? null : text.section.governorate,
    actors: actorsOf(draft, knowledge, toll.injured, toll.killed, toll.groups),
    weapons: [...draft.weapons].sort(),
    killed: toll.killed,
    injured: toll.injured,
    abducted: toll.abducted,
    detained: toll.detained,
    displaced: toll.displaced,
    groups: toll.groups,
    running: toll.running,
    shared: sited.shared && sited.first && (toll.killed !== null || toll.injured !== null),
    modality: certainty.modality,
    attribution: certainty.attribution,
    quote: text.reading.text.slice(start, end),
  };
}

/** Those who report for the article itself. */
const OWN_REPORTERS: ReadonlySet<string> = new Set(['مراسلنا', 'مراسلون']);

/** Who gives another figure of the same dead, where his name is not known. */
const ANOTHER = 'another';

/** Whether two sentences tell different numbers of dead. */
function differ(casualties: readonly Attached[]): boolean {
  let told: Attached | null = null;
  for (const one of casualties) {
    const { killed } = one.finding;
    if (killed === null) continue;
    if (told === null) told = one;
    else if ((one.sentence !== told.sentence || one.finding.again) && killed.low !== told.finding.killed?.low)
      return true;
  }
  return false;
}

/** Each with who tells it, where sentences differ. */
function spoken({ reading }: SectionText, casualties: readonly Attached[]): readonly Sentenced[] {
  if (!differ(casualties)) return casualties;
  let before: string | null | undefined;
  return casualties.map((one) => {
    const [from, to] = sentenceOfClause(reading.clauses, one.finding.clause);
    const start = reading.clauses[from]?.first ?? one.finding.first;
    const { attribution } = certaintyOf(
      reading,
      start,
      reading.clauses[to]?.last ?? start,
      one.finding.first,
    );
    const contrasted =
      isOnlySoMany(reading, one.finding) ||
      opensWithContrast(reading, reading.clauses[one.finding.clause]?.first ?? start);
    const told = attribution !== null && OWN_REPORTERS.has(attribution) ? null : attribution;
    // «قال المرصد إن 37 قتلوا، بينما قدر الدفاع المدني عددهم بـ45»: another, though he is not known as one who tells.
    const speaker = one.finding.again && told === before ? ANOTHER : told;
    before = told;
    return { ...one, contrasted, speaker };
  });
}

const isOnHisPart = fitting(/^و?من$/);
const isHisPart = fitting(/^(?:جانب|جهت|ناحيت)(?:ه|ها|هم)$/);
const isAgainst = fitting(/^و?(?:اما|لكن|بينما|بدوره|بدورها)$/);

const isOnly = fitting(/^فقط$/);

/** «إن اثنين فقط من عناصرها قتلا»: against those who told of more. */
function isOnlySoMany({ tokens }: Reading, { first, last }: Attached['finding']): boolean {
  for (let at = first; at <= last + 1; at++) if (isAt(tokens, at, isOnly)) return true;
  return false;
}

/** «من جانبه زعم …», «غير أن التلفزيون تحدث …», «أما المرصد …»: one figure set against another. */
function opensWithContrast({ tokens }: Reading, first: number): boolean {
  const [one, two] = [first, first + 1];
  if (isAt(tokens, one, isAgainst)) return true;
  if (isAt(tokens, one, isOnHisPart) && isAt(tokens, two, isHisPart)) return true;
  return tokens[one]?.norm === 'غير' && tokens[two]?.norm === 'ان';
}

function spanOf(draft: Draft, text: SectionText): [number, number] {
  const last = text.segments[draft.lastSegment] ?? draft.segment;
  return [text.token(draft.segment.first).start, text.token(last.last).end];
}

function idOf(
  article: string,
  section: string,
  start: number,
  end: number,
  rule: string,
  place: string,
): string {
  return hash('sha256', `${article}\n${section}\n${start}\n${end}\n${rule}\n${place}`, 'hex').slice(0, 24);
}

/** «قصف جوي ومدفعي على البلدة»: two events of one clause, one rule and one place, told apart by their types. */
export function toldApart(mentions: readonly Mention[]): Mention[] {
  const ids = new Set<string>();
  return mentions.map((mention) => {
    const id = ids.has(mention.id)
      ? hash('sha256', `${mention.id}\n${mention.type}`, 'hex').slice(0, 24)
      : mention.id;
    ids.add(id);
    return id === mention.id ? mention : { ...mention, id };
  });
}

type Where = Pick<Mention, 'country' | 'governorate' | 'place' | 'geoPrecision'>;

function locate(draft: Draft, found: PlaceFound | null, text: SectionText, knowledge: Knowledge): Where {
  if (found === null) {
    const governorate = text.section.governorate;
    return {
      country: knowledge.pack.country,
      governorate,
      place: governorate === null ? null : governoratePlace(governorate, knowledge),
      geoPrecision: 3,
    };
  }
  if (found.country !== knowledge.pack.country) {
    return {
      country: found.country,
      governorate: null,
      place: placeOf(found, knowledge),
      geoPrecision: found.geoPrecision,
    };
  }
  const governorate = found.governorate ?? text.section.governorate;
  const exact = draft.source !== 'before';
  const precision = exact || found.geoPrecision > 1 ? found.geoPrecision : 2;
  return { country: found.country, governorate, place: placeOf(found, knowledge), geoPrecision: precision };
}

/** The text's own spelling of a place's name, so that a reader finds it there; words before the name («حي») left out. */
function toldName({ surface: written, place }: PlaceFound): string {
  if (place?.ar === written) return written;
  // «#حمادة_عمر»
  const surface = written.replaceAll('_', ' ');
  return place && normaliseWord(surface).endsWith(` ${normaliseWord(place.ar)}`) ? place.ar : surface;
}

function placeOf(found: PlaceFound, knowledge: Knowledge): EventPlace {
  const { place } = found;
  const town = place === null ? null : countsThrough(place, knowledge);
  if (town !== null) {
    const { id, ar, en, level, lat, lon } = town;
    return { id, name: ar, nameEn: en, level, lat, lon };
  }
  return {
    id: place?.id ?? null,
    name: toldName(found),
    nameEn: place?.en ?? null,
    level: place?.level ?? 'site',
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
  };
}

/**
 * The town, quarter or camp that a street, a square or a hospital stands in; null for a place that counts itself, as
 * those of the capital do, which is too large to say where.
 */
function countsThrough(place: Place, { gazetteer }: Knowledge): Place | null {
  if (place.parent === null || !isWithinTown(place)) return null;
  const town = gazetteer.place(place.parent);
  return town !== null && SETTLED.has(town.level) && town.capital !== true ? town : null;
}

function governoratePlace(id: string, knowledge: Knowledge): EventPlace | null {
  const governorate = knowledge.governorate(id);
  if (governorate === null) return null;
  const { ar, en, lat, lon } = governorate;
  return { id, name: ar, nameEn: en, level: 'adm1', lat, lon };
}

function actorsOf(
  draft: Draft,
  knowledge: Knowledge,
  injured: Count | null,
  killed: Count | null,
  groups: Mention['groups'],
): EventActor[] {
  const actors = new Map<string, EventActor>();
  const add = (found: readonly ActorFound[], role: Role) => {
    for (const { id, side } of found) if (!actors.has(id)) actors.set(id, { id, side, role });
  };
  add(draft.participants, draft.frame === 'clash' ? 'participant' : 'initiator');
  const role = draft.frame === 'clash' && draft.participants.length > 0 ? 'participant' : null;
  add(draft.initiators, role ?? 'initiator');
  add(draft.targets, role ?? 'target');
  addVictims(draft, knowledge, role ?? 'target', actors);
  const hurt = groups.civilians ?? groups.children ?? groups.women;
  if (
    (hurt && (killed !== null || injured !== null)) ||
    (draft.civilians && STRIKES_PEOPLE.has(draft.frame)) ||
    (draft.targets.length === 0 && strikesUnnamed(draft))
  ) {
    if (draft.frame === 'protest') actors.set('protesters', protesters(draft));
    else if (!actors.has('civilians'))
      actors.set('civilians', { id: 'civilians', side: 'civilians', role: 'target' });
  } else if (draft.frame === 'protest') {
    actors.set('protesters', protesters(draft));
  }
  return [...actors.values()];
}

/** «قتل ثلاثة من عناصر قسد بانفجار لغم»: those whose people died are who was hit, or fought. */
function addVictims(draft: Draft, knowledge: Knowledge, role: Role, actors: Map<string, EventActor>): void {
  for (const { finding } of draft.casualties) {
    for (const id of finding.victims) {
      const side = knowledge.actor(id)?.side ?? null;
      if (side !== null && !actors.has(id)) actors.set(id, { id, side, role });
    }
  }
}

const STRIKES_PEOPLE: ReadonlySet<string> = new Set([
  'fire',
  'blast',
  'harm',
  'seizure',
  'property',
  'raid',
  'protest',
]);
const FIGHTERS = ['government', 'opposition', 'isis', 'hts', 'sdf', 'other_fighters'] as const;

/** «سبعة شهداء» of whom nothing more is told, under fire that no armed target is told of, are people of the place. */
function strikesUnnamed({ frame, type, casualties, segment }: Draft): boolean {
  if (type === 'armed_clash' || segment.names.has('fighter')) return false;
  if (frame === 'seizure' || type === 'attack') return true;
  if (frame !== 'fire' && frame !== 'blast') return false;
  return casualties.some(
    ({ finding }) =>
      !finding.zero &&
      (finding.killed !== null || finding.injured !== null) &&
      finding.victims.length === 0 &&
      FIGHTERS.every((group) => finding.groups[group] === undefined),
  );
}

/** Those who are shot at are the target; else they act. */
function protesters(draft: Draft): EventActor {
  const role = draft.type === 'excessive_force_against_protesters' ? 'target' : 'initiator';
  return { id: 'protesters', side: 'civilians', role };
}
