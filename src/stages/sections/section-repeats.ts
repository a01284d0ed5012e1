/**
 * Marks the sections that repeat or extend one told before: in an earlier part of the same article, or in another
 * article's section of the same governorate within two days. Input: sectioned articles, `repeat` null everywhere.
 * Output: the same articles with `repeat` filled. Likeness is containment of word 3-grams, decided exactly and in
 * both directions, so a reordered section and a paragraph that retells part of one are found; the figures behind the
 * thresholds stand in docs/decisions/2026-11-24-repeat-thresholds.md.
 */
import { AlikeShelf } from '../../arabic/likeness/alike-shelf.ts';
import { Comparison, changedFacts, type Difference, type Run } from '../../arabic/likeness/difference.ts';
import { shinglesOf } from '../../arabic/likeness/shingles.ts';
import {
  type NamedTokens,
  type PrintedWords,
  printWords,
  type WordPrint,
} from '../../arabic/likeness/word-print.ts';
import type { Token } from '../../arabic/token.ts';
import { tokensBetween } from '../../arabic/token-memory.ts';
import type { Removed, Section, SectionedArticle, SectionRepeat } from '../../model/article.ts';
import { MOST_ALIKE, type SectionEntry, type SectionIndex } from './section-index.ts';

export const SECTION_THRESHOLDS = Object.freeze({
  /** Share of one section's shingles in the other: editions of a day reach 0.5 to 1.0, other days stay under 0.08. */
  containment: 0.5,
  /** Sections shorter than this (words) are of one form day after day: they match within their own day only. */
  shortWords: 30,
  /** Below this a section is a formula («قصف مدفعي على …»); nearly all of it must be the same. */
  formulaWords: 12,
  formulaContainment: 0.9,
  /** A run of this many new words is a clause that tells something. */
  newClauseWords: 8,
  /** A paragraph of ordinary news that retells a section: at least so long, with so large a share of it told before. */
  paragraphWords: 15,
  paragraphTold: 0.6,
  /** A stretch told before that is worth naming. */
  toldWords: 6,
});

/**
 * Words that an article's own sections may be compared with, as a multiple of its words. A bulletin needs some five; a
 * file of thousands of flashes, each told in one long section too, would take square time.
 */
const OWN_WORDS_COMPARED = 64;

/** One section on its way through the comparison. */
interface Draft {
  readonly section: Section;
  readonly entry: SectionEntry;
  readonly tokens: readonly Token[];
  readonly printed: PrintedWords;
}

interface Match {
  readonly kind: SectionRepeat['kind'];
  readonly of: string;
  readonly containment: number;
  readonly words: WordPrint;
}

/** Fills `repeat` in all sections of a chunk of articles; one call to the index for all of them. `findNames` tells places. */
export async function markRepeats(
  articles: readonly SectionedArticle[],
  index: SectionIndex,
  findNames?: (tokens: readonly Token[]) => NamedTokens,
): Promise<SectionedArticle[]> {
  const drafts = articles.map((article) => draftsOf(article, findNames));
  const shared = drafts.flat().filter((draft) => draft.entry.governorates.length > 0);
  const known = await index.register(shared.map((draft) => draft.entry));
  const earlier = new Map(shared.map((draft, at) => [draft.entry.id, known[at] ?? []]));
  return articles.map((article, at) => {
    const repeats = repeatsWithin(drafts[at] as Draft[], earlier);
    const mark = (section: Section): Section => ({ ...section, repeat: repeats.get(section.id) ?? null });
    return {
      ...article,
      bulletins: article.bulletins.map((bulletin) => ({
        ...bulletin,
        sections: bulletin.sections.map(mark),
      })),
      news: article.news.map(mark),
    };
  });
}

/** The article's sections in text order, printed without what was removed as page furniture. */
function draftsOf(article: SectionedArticle, findNames?: (tokens: readonly Token[]) => NamedTokens): Draft[] {
  const dated = [
    ...article.bulletins.flatMap(({ day, sections }) => sections.map((section) => ({ day, section }))),
    ...article.news.map((section) => ({ day: article.published.date, section })),
  ];
  dated.sort((a, b) => a.section.start - b.section.start);
  const removed = [...article.removed].sort((a, b) => a.start - b.start);
  let gone = 0;
  return dated.map(({ day, section }) => {
    while (gone < removed.length && (removed[gone] as Removed).end <= section.start) gone++;
    const tokens = keptTokens(article.text, section, removed, gone);
    const printed = printWords(tokens, findNames?.(tokens));
    const { governorate, alsoGovernorates } = section;
    const governorates = governorate === null ? [] : [governorate, ...alsoGovernorates];
    return {
      section,
      tokens,
      printed,
      entry: { id: section.id, article: article.id, day, governorates, words: printed.words },
    };
  });
}

/** The section's tokens outside the removed stretches, which are in text order and looked at from the `next`. */
function keptTokens(
  text: string,
  section: Section,
  removed: readonly Removed[],
  next: number,
): readonly Token[] {
  const start = section.start + headingLength(text, section);
  const tokens = tokensBetween(text, start, section.end);
  if ((removed[next]?.start ?? section.end) >= section.end) return tokens;
  let at = next;
  return tokens.filter((token) => {
    while (at < removed.length && (removed[at] as Removed).end <= token.start) at++;
    const span = removed[at];
    return span === undefined || token.start < span.start;
  });
}

/** The heading is the same in every edition and says nothing of what the section tells. */
function headingLength(text: string, { start, end, heading }: Section): number {
  if (heading === null || !text.startsWith(heading, start)) return 0;
  return Math.min(heading.length, end - start);
}

/**
 * Decides section by section; what one repeats of an earlier one points at the first that told it. Each is compared
 * with those before it that share most with it, as many words in all as {@link OWN_WORDS_COMPARED} allows.
 */
function repeatsWithin(
  drafts: readonly Draft[],
  known: ReadonlyMap<string, readonly SectionEntry[]>,
): Map<string, SectionRepeat> {
  const repeats = new Map<string, SectionRepeat>();
  const shelf = new AlikeShelf();
  const lengthOf = (at: number): number => (drafts[at] as Draft).printed.words.length;
  let left = OWN_WORDS_COMPARED * drafts.reduce((sum, _, at) => sum + lengthOf(at), 0);
  drafts.forEach((draft, at) => {
    const others = known.get(draft.entry.id) ?? [];
    const shingles = shinglesOf(draft.entry.words);
    const own: SectionEntry[] = [];
    for (const earlier of shelf.likest(shingles, MOST_ALIKE)) {
      const words = lengthOf(earlier) + lengthOf(at);
      if (words > left) continue;
      left -= words;
      own.push((drafts[earlier] as Draft).entry);
    }
    shelf.add(at, shingles);
    const found = findRepeat(draft, [...others, ...own]);
    if (found === null) return;
    const first = repeats.get(found.of);
    const told = { ...found, of: first?.of ?? found.of, also: [...found.also, found.of].sort() };
    repeats.set(draft.entry.id, first?.kind === 'repeat' ? told : found);
  });
  return repeats;
}

function findRepeat(draft: Draft, candidates: readonly SectionEntry[]): SectionRepeat | null {
  if (draft.entry.words.length === 0) return null;
  const comparison = new Comparison(draft.entry.words);
  const matches: Match[] = [];
  for (const candidate of candidates) {
    const match = matchOf(draft, comparison, candidate);
    if (match !== null) matches.push(match);
  }
  const best = matches.find((match) => match.kind === 'repeat') ?? mostTold(matches);
  if (best === null) return null;
  const told = best.kind === 'repeat' ? [] : toldSpans(draft, comparison, matches);
  const also = [...new Set(matches.map(({ of }) => of))].filter((of) => of !== best.of).sort();
  return { kind: best.kind, of: best.of, containment: best.containment, told, also };
}

function mostTold(matches: readonly Match[]): Match | null {
  let best: Match | null = null;
  for (const match of matches) if (best === null || match.containment > best.containment) best = match;
  return best;
}

function matchOf(draft: Draft, comparison: Comparison, older: SectionEntry): Match | null {
  const newer = draft.entry;
  if (older.words.length === 0) return null;
  const difference = comparison.with(older.words);
  const containment = difference.newer.containment;
  const kind = relation(newer, older, difference);
  if (kind !== null) return { kind, of: older.id, containment, words: older.words };
  if (draft.section.heading !== null || !retellsParagraph(draft, comparison.told(older.words))) return null;
  return { kind: 'update', of: older.id, containment, words: older.words };
}

/** Whether a section repeats or extends an earlier one, or neither. */
export function relation(
  newer: Pick<SectionEntry, 'day' | 'words'>,
  older: Pick<SectionEntry, 'day' | 'words'>,
  difference: Difference,
): SectionRepeat['kind'] | null {
  const limits = SECTION_THRESHOLDS;
  const length = Math.min(newer.words.length, older.words.length);
  if (length < limits.shortWords && newer.day !== older.day) return null;
  const likeness = Math.max(difference.newer.containment, difference.older.containment);
  const needed = length < limits.formulaWords ? limits.formulaContainment : limits.containment;
  if (likeness < needed) return null;
  const facts = changedFacts(newer.words, older.words, difference);
  if (facts.swappedIn > 0 && facts.swappedOut > 0 && facts.namesShared === 0) return null;
  // An update too many costs nothing here, so a word that only stands where a place is named counts as one.
  const sameFacts = !facts.numbers && !facts.negation && facts.namesIn + facts.guessedIn === 0;
  const repeats = difference.newer.containment >= needed && sameFacts && !hasNewClause(difference.newer.runs);
  return repeats ? 'repeat' : 'update';
}

function hasNewClause(runs: readonly Run[]): boolean {
  return runs.some(({ from, to }) => to - from >= SECTION_THRESHOLDS.newClauseWords);
}

/** True where a whole paragraph of a news stretch stands, word for word, in the older section. */
function retellsParagraph({ tokens, printed }: Draft, told: Uint8Array): boolean {
  let start = 0;
  for (let i = 1; i <= told.length; i++) {
    if (i < told.length && !breaksBefore(tokens, printed, i)) continue;
    if (i - start >= SECTION_THRESHOLDS.paragraphWords) {
      let count = 0;
      for (let at = start; at < i; at++) count += told[at] as number;
      if (count / (i - start) >= SECTION_THRESHOLDS.paragraphTold) return true;
    }
    start = i;
  }
  return false;
}

/** True where a line ends between a printed word and the one before it. */
function breaksBefore(tokens: readonly Token[], printed: PrintedWords, word: number): boolean {
  for (let i = (printed.last[word - 1] as number) + 1; i <= (printed.first[word] as number); i++) {
    const gap = tokens[i]?.gap;
    if (gap === 'line' || gap === 'paragraph') return true;
  }
  return false;
}

/** Stretches of an update, in the article's offsets, that an earlier section told in the same words. */
function toldSpans({ tokens, printed }: Draft, comparison: Comparison, matches: readonly Match[]) {
  const told = new Uint8Array(printed.words.length);
  for (const { words } of matches) {
    const flags = comparison.told(words);
    for (let i = 0; i < flags.length; i++) told[i] = (told[i] as number) | (flags[i] as number);
  }
  const spans: { start: number; end: number }[] = [];
  for (let i = 0; i < told.length; i++) {
    if (told[i] === 0) continue;
    const from = i;
    while (i < told.length && told[i] === 1) i++;
    if (i - from < SECTION_THRESHOLDS.toldWords) continue;
    const start = tokens[printed.first[from] as number]?.start ?? 0;
    const end = tokens[printed.last[i - 1] as number]?.end ?? start;
    spans.push({ start, end });
  }
  return spans;
}
