/**
 * Cuts an article into bulletins of governorate sections and stretches of ordinary news, and dates each bulletin.
 * Pure: the same article always gives the same sections with the same ids. Sections hold neither headings nor what
 * dedup removed, never overlap, and together with those they hold every word of the text.
 */
import type { Token } from '../../arabic/token.ts';
import { tokensOf } from '../../arabic/token-memory.ts';
import { tokenise } from '../../arabic/tokens.ts';
import type { Bulletin, Diagnostic, NovelArticle, Removed, Section } from '../../model/article.ts';
import { bulletinDay } from './bulletin-day.ts';
import { type BulletinRun, groupBulletins } from './bulletin-runs.ts';
import { decideHeadings, isProse } from './decide-headings.ts';
import { findHeadings, type HeadingForm } from './find-headings.ts';
import type { HeadingRules } from './heading-rules.ts';
import { isTitleLike, type Line, linesOf, namesBulletin } from './lines.ts';
import { newsItems } from './news-items.ts';
import { openingGovernorate } from './opening-governorate.ts';

export interface Split {
  readonly bulletins: Bulletin[];
  readonly news: Section[];
  readonly diagnostics: Diagnostic[];
}

type Input = Pick<NovelArticle, 'id' | 'text' | 'title' | 'published' | 'removed'>;

/** Lines at the head of an article, or above a bulletin's first heading, that may be its title. */
const TITLE_LINES = 4;
/** Lines above its first heading among which a bulletin may say what it counts: its table of the dead lies between. */
const INTRO_LINES = 14;
/** Tokens. */
const LONGEST_TITLE = 40;

/** Splits an article. Linear in its length; never throws. */
export function splitArticle(article: Input, rules: HeadingRules): Split {
  const tokens = keptTokens(article);
  const forms = findHeadings(tokens, rules);
  const title = article.title ? tokenise(article.title) : [];
  const headings = decideHeadings(forms, isTitled(tokens, title, forms, rules));
  const { runs, news } = groupBulletins(tokens, headings, rules);
  const writer = new SectionWriter(article, tokens);
  const bulletins: Bulletin[] = [];
  const newsByEnd = new Map(news.map((range) => [range.last, range]));
  runs.forEach((run, index) => {
    const titles = titleLines(tokens, run, newsByEnd, index === 0 ? title : []);
    const day = bulletinDay(
      tokens,
      titles,
      introLines(tokens, run, newsByEnd),
      run.sections.map(({ body }) => body),
      article.published,
    );
    const sections = run.sections.flatMap(({ heading, body }) => writer.section(body, heading));
    if (sections.length > 0) bulletins.push({ ...day, sections });
  });
  const stretches = news.flatMap((range) =>
    newsItems(tokens, linesOf(tokens, range.first, range.last + 1), rules).flatMap((item) =>
      writer.news(item, openingGovernorate(tokens, item.first, item.last, rules)),
    ),
  );
  return { bulletins, news: stretches, diagnostics: doubts(tokens, forms, headings) };
}

/** All tokens outside the removed stretches; a token that follows one keeps its own gap. */
function keptTokens({ text, removed }: Input): readonly Token[] {
  const tokens = tokensOf(text);
  if (removed.length === 0) return tokens;
  const spans = [...removed].sort((a, b) => a.start - b.start);
  const kept: Token[] = [];
  let next = 0;
  let { start, end } = spans[0] as Removed;
  let broken = false;
  for (const token of tokens) {
    while (end <= token.start) {
      next++;
      start = spans[next]?.start ?? Number.POSITIVE_INFINITY;
      end = spans[next]?.end ?? Number.POSITIVE_INFINITY;
    }
    const inside = token.start >= start;
    if (!inside && !broken) {
      kept.push(token);
      continue;
    }
    const breaks = token.gap === 'line' || token.gap === 'paragraph';
    if (!inside) kept.push(breaks ? token : { ...token, gap: 'line' });
    broken = inside && (broken || breaks);
  }
  return kept;
}

function isTitled(
  tokens: readonly Token[],
  title: readonly Token[],
  forms: readonly HeadingForm[],
  rules: HeadingRules,
): boolean {
  if (title.length > 0 && namesBulletin(title, { first: 0, last: title.length - 1 }, rules)) return true;
  const before = forms[0]?.first ?? Math.min(tokens.length, 200);
  return linesOf(tokens, 0, Math.min(before, 400))
    .slice(-TITLE_LINES)
    .some((line) => namesBulletin(tokens, line, rules));
}

/**
 * The titles right above a bulletin's first heading, nearest first, then the article's title; a bulletin in prose is
 * headed by its opening paragraph.
 */
function titleLines(
  tokens: readonly Token[],
  run: BulletinRun,
  newsByEnd: ReadonlyMap<number, Line>,
  title: readonly Token[],
): (readonly Token[])[] {
  const first = run.sections[0]?.heading.first ?? 0;
  const above = newsByEnd.get(first - 1);
  const lines = above
    ? linesOf(tokens, above.first, above.last + 1)
        .slice(-TITLE_LINES)
        .reverse()
    : [];
  const intro = run.sections[0] !== undefined && isProse(run.sections[0].heading);
  const short = lines.filter(
    (line) => line.last - line.first < LONGEST_TITLE && (intro || isTitleLike(tokens, line)),
  );
  const headings = run.sections
    .filter(({ heading }) => heading.last - heading.words > 2)
    .map(({ heading }) => tokens.slice(heading.first, heading.last + 1));
  return [...short.map((line) => tokens.slice(line.first, line.last + 1)), title, ...headings];
}

/** The lines right above a bulletin's first heading, in text order. */
function introLines(
  tokens: readonly Token[],
  run: BulletinRun,
  newsByEnd: ReadonlyMap<number, Line>,
): (readonly Token[])[] {
  const above = newsByEnd.get((run.sections[0]?.heading.first ?? 0) - 1);
  if (above === undefined) return [];
  return linesOf(tokens, above.first, above.last + 1)
    .slice(-INTRO_LINES)
    .map((line) => tokens.slice(line.first, line.last + 1));
}

/** Writes sections with offsets, cutting out what was removed inside them. */
class SectionWriter {
  private readonly article: Input;
  private readonly tokens: readonly Token[];
  constructor(article: Input, tokens: readonly Token[]) {
    this.article = article;
    this.tokens = tokens;
  }

  section(body: Line, heading: HeadingForm): Section[] {
    const [governorate = null, ...others] = [...new Set(heading.governorates)];
    const first = this.tokens[heading.first] as Token;
    const last = this.tokens[heading.last] as Token;
    return this.pieces(body).map(({ start, end }, index) => ({
      start,
      end,
      id: this.id(start),
      heading: index === 0 ? this.article.text.slice(first.start, last.end) : null,
      governorate,
      alsoGovernorates: others,
      repeat: null,
    }));
  }

  news(item: Line, governorate: string | null): Section[] {
    return this.pieces(item).map(({ start, end }) => ({
      start,
      end,
      id: this.id(start),
      heading: null,
      governorate,
      alsoGovernorates: [],
      repeat: null,
    }));
  }

  /** The article and the place: nothing else decides it, so a retry gives the same. */
  private id(start: number): string {
    return `${this.article.id.slice(0, 24)}-${start}`;
  }

  /** Runs of kept tokens with a word in them: where something removed lies between two tokens, the stretch breaks. */
  private pieces({ first, last }: Line): { start: number; end: number }[] {
    if (this.article.removed.length === 0) return this.whole(first, last);
    const pieces: { start: number; end: number }[] = [];
    let from = first;
    let words = 0;
    for (let at = first; at <= last; at++) {
      const token = this.tokens[at] as Token;
      if (token.kind !== 'punctuation') words++;
      const next = this.tokens[at + 1];
      if (at < last && next?.index === token.index + 1) continue;
      if (words > 0) pieces.push({ start: (this.tokens[from] as Token).start, end: token.end });
      from = at + 1;
      words = 0;
    }
    return pieces;
  }

  private whole(first: number, last: number): { start: number; end: number }[] {
    for (let at = first; at <= last; at++) {
      if ((this.tokens[at] as Token).kind === 'punctuation') continue;
      return [{ start: (this.tokens[first] as Token).start, end: (this.tokens[last] as Token).end }];
    }
    return [];
  }
}

/** Marked names that the article as a whole does not bear out as headings. */
function doubts(
  tokens: readonly Token[],
  forms: readonly HeadingForm[],
  headings: readonly HeadingForm[],
): Diagnostic[] {
  const taken = new Set(headings);
  return forms
    .filter((form) => !taken.has(form) && (form.mark === 'colon' || form.mark === 'dots' || form.decorated))
    .map((form) => ({
      rule: 'heading-not-taken',
      message: 'has the form of a heading, but stands alone in the article',
      start: (tokens[form.first] as Token).start,
      end: (tokens[form.last] as Token).end,
    }));
}
