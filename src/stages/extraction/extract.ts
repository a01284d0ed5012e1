/**
 * Turns a sectioned article into event mentions. Pure: the same article and knowledge give the same answer. Reads the
 * article's words once, runs the pack's event grammar over each section, ties casualties, days and certainty to what
 * it tells, and keeps what the codebook counts as an event.
 */
import { splitClauses } from '../../arabic/clauses.ts';
import { findDates } from '../../arabic/dates.ts';
import { normaliseWord } from '../../arabic/normalise.ts';
import { findNumbers } from '../../arabic/numbers.ts';
import type { Token } from '../../arabic/token.ts';
import { firstTokenFrom } from '../../arabic/token-memory.ts';
import { tokenise } from '../../arabic/tokens.ts';
import { isWrapped, withoutWrapping } from '../../arabic/wrapped-lines.ts';
import { annotate } from '../../knowledge/annotate.ts';
import { eventGrammarOf } from '../../knowledge/events/load-grammar.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Bulletin, ExtractedArticle, Section, SectionedArticle } from '../../model/article.ts';
import type { Mention } from '../../model/mention.ts';
import type { DateBasis } from '../../model/vocabulary.ts';
import { findCasualties } from './casualties.ts';
import { actorMentions, dateMentions, placeMentions } from './entity-mentions.ts';
import { leadDay, type SectionDay } from './event-day.ts';
import type { Reading } from './findings.ts';
import { type Home, settlePlaces } from './found-places.ts';
import { withoutHeadlines } from './headline-mentions.ts';
import { casualtyLexiconOf } from './lexicons.ts';
import { sectionMentions } from './section-mentions.ts';
import { findTolls } from './tolls.ts';

/** Reads an article. Offsets of everything found are into `article.text`. */
export function extract(article: SectionedArticle, knowledge: Knowledge): ExtractedArticle {
  const sections = sectionsOf(article).map((one) => withTown(one, article.text, knowledge));
  const reading = readArticle(article, sections, knowledge);
  const grammar = eventGrammarOf(knowledge);
  const casualties = findCasualties(reading, casualtyLexiconOf(knowledge));
  const told: Mention[] = [];
  for (const { parts, section, day } of withLeadDay(asStretches(sections, article), reading)) {
    told.push(...sectionMentions({ article, section, parts, day, reading, grammar, knowledge, casualties }));
  }
  const mentions = withoutHeadlines(
    sections.map(({ section }) => section),
    told,
    knowledge,
  );
  // Assigned, not spread: V8 spreads an object with so many fields ten times as slowly.
  return Object.assign({}, article, {
    kind: 'article' as const,
    places: placeMentions(reading, knowledge.pack.country),
    dates: dateMentions(reading),
    actors: actorMentions(reading, mentions, casualties),
    mentions,
    tolls: findTolls(reading, casualties, knowledge.pack.country),
    diagnostics: [...article.diagnostics, ...reading.entities.diagnostics],
  });
}

interface DatedSection {
  readonly section: Section;
  readonly day: SectionDay;
}

/** Bulletin sections and stretches of news in text order, each with its day. */
export function sectionsOf(article: SectionedArticle): DatedSection[] {
  const { published } = article;
  const basis: DateBasis = published.basis === 'assumed' ? 'assumed' : 'publication';
  const news: DatedSection[] = article.news.map((section) => ({
    section,
    day: { day: published.date, precision: 3, basis },
  }));
  const told = article.bulletins.flatMap((bulletin) =>
    bulletin.sections.map((section) => ({ section, day: { ...dayOf(bulletin), headed: true } })),
  );
  return [...news, ...told].sort((a, b) => a.section.start - b.section.start);
}

/** What stands around a section's name in its heading. */
const AROUND_NAME = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu;
/** Between a heading and its section stand at most so many characters. */
const AFTER_HEADING = 4;

/** «دوما: سقطت قذائف على أحياء المدينة»: a town that heads a section is read with it, as the place that it tells of. */
function withTown(one: DatedSection, text: string, { gazetteer }: Knowledge): DatedSection {
  const { heading, governorate, start } = one.section;
  if (heading === null || governorate === null) return one;
  const at = text.lastIndexOf(heading, start - heading.length);
  if (at < 0 || start - at - heading.length > AFTER_HEADING) return one;
  const named = gazetteer.lookup(heading.replace(AROUND_NAME, ''));
  const isTown = named.some(({ place }) => place.level === 'adm4' && place.governorate === governorate);
  if (!isTown || named.some(({ place }) => place.level === 'adm1')) return one;
  return { ...one, section: { ...one.section, start: at } };
}

/** A bulletin's section, or a stretch of news with what a page's furniture parts it into. */
interface Stretch extends DatedSection {
  readonly parts: readonly Section[];
}

/** News that a page's furniture parts (a title from its story) is read as one. */
function asStretches(sections: readonly DatedSection[], { removed }: SectionedArticle): Stretch[] {
  const stretches: Stretch[] = [];
  let next = 0;
  for (const one of sections) {
    const before = stretches.at(-1);
    while (next < removed.length && (removed[next]?.end ?? 0) <= (before?.section.end ?? 0)) next++;
    const parted = (removed[next]?.start ?? Number.POSITIVE_INFINITY) < one.section.start;
    if (before !== undefined && parted && isOneNews(before.section, one.section)) {
      const section = { ...before.section, end: one.section.end };
      stretches[stretches.length - 1] = { ...before, section, parts: [...before.parts, one.section] };
    } else stretches.push({ ...one, parts: [one.section] });
  }
  return stretches;
}

function isOneNews(a: Section, b: Section): boolean {
  return a.heading === null && b.heading === null && a.governorate === b.governorate;
}

const UNTOLD: ReadonlySet<DateBasis> = new Set(['publication', 'assumed']);

/** Between «… أمس في ريف اللاذقية.» and «وفي دمشق، …» stand at most so many characters. */
const GAP = 4;

/** News that goes on governorate by governorate in its own prose, «وفي دمشق، …»: the day with which it opened holds on. */
function withLeadDay(sections: readonly Stretch[], reading: Reading): readonly Stretch[] {
  let before: DatedSection | null = null;
  let lead: SectionDay | null = null;
  return sections.map((one) => {
    const { section, day } = one;
    const follows = before !== null && section.start - before.section.end <= GAP;
    const prose = section.heading !== null && /^[وف]?في\s/.test(section.heading);
    if (before === null || !follows || !prose || !UNTOLD.has(day.basis)) lead = null;
    else if (before.section.heading === null) lead = leadOf(before, reading);
    before = one;
    return lead === null ? one : { ...one, day: { ...lead, headed: true, led: true } };
  });
}

function leadOf({ section, day }: DatedSection, reading: Reading): SectionDay | null {
  const from = firstTokenFrom(reading.tokens, section.start);
  const to = firstTokenFrom(reading.tokens, section.end);
  const told = from < to ? leadDay(reading, from, to, day) : null;
  return told === null ? null : { day: told.date, precision: told.precision, basis: told.basis };
}

function dayOf({ day, dayBasis }: Bulletin): SectionDay {
  if (dayBasis === 'inferred') return { day, precision: 1, basis: 'relative' };
  // «أمس» of the lead gave the day, and «أمس» in a section is the same.
  if (dayBasis === 'relative') return { day, precision: 1, basis: dayBasis, led: true };
  if (dayBasis === 'explicit') return { day, precision: 1, basis: dayBasis };
  return { day, precision: 3, basis: dayBasis };
}

/** Tokens outside what was removed as page furniture, and what stands in them. */
export function readArticle(
  article: SectionedArticle,
  sections: readonly DatedSection[],
  knowledge: Knowledge,
): Reading {
  const { text, published } = article;
  const cut = tokensIn(article, sections);
  const tokens = isWrapped(text) ? withoutWrapping(text, cut) : cut;
  const context = { sections: sections.map(({ section }) => section), published: published.date, text };
  const entities = annotate(tokens, context, knowledge);
  return {
    text,
    published: published.date,
    tokens,
    numbers: findNumbers(tokens),
    dates: findDates(tokens, { published: published.date }),
    clauses: splitClauses(tokens),
    entities: {
      places: settlePlaces(entities.places, tokens, eventGrammarOf(knowledge), homeOf(knowledge)),
      actors: entities.actors,
      weapons: entities.weapons,
      attributions: entities.attributions,
      diagnostics: entities.diagnostics,
    },
  };
}

/** The tokens of all sections in text order, counted through. */
function tokensIn({ text, removed }: SectionedArticle, sections: readonly DatedSection[]): Token[] {
  let tokens: Token[] = [];
  for (const { section } of sections) {
    for (const [from, to] of withoutRemoved(section, removed)) {
      const more = tokenise(text, from, to, tokens.length);
      const before = tokens.at(-1);
      if (before === undefined) {
        tokens = more;
        continue;
      }
      for (const token of more) tokens.push(token);
      const first = more[0];
      if (first !== undefined && first.gap === 'none' && text.slice(before.end, first.start).includes('\n'))
        tokens[first.index] = { ...first, gap: 'paragraph' };
    }
  }
  return tokens;
}

/** «سوريا» without its ending also stands in «سورية، السوري، السوريين». */
function homeOf(knowledge: Knowledge): Home {
  const name = normaliseWord(knowledge.pack.name.ar);
  return { id: knowledge.pack.country, stem: name.length > 4 ? name.slice(0, -1) : name };
}

function withoutRemoved(
  section: Section,
  removed: readonly { readonly start: number; readonly end: number }[],
): [number, number][] {
  const parts: [number, number][] = [];
  let from = section.start;
  for (const { start, end } of removed) {
    if (end <= from || start >= section.end) continue;
    if (start > from) parts.push([from, start]);
    from = Math.max(from, end);
  }
  if (from < section.end) parts.push([from, section.end]);
  return parts;
}
