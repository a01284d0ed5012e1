/**
 * Groups headings into bulletins and tells their text from ordinary news: a heading that comes again starts a new
 * bulletin, a bulletin's title line too; after the last section of a bulletin its own shape says where news begins.
 */
import type { Token } from '../../arabic/token.ts';
import { isProse } from './decide-headings.ts';
import type { HeadingForm } from './find-headings.ts';
import type { HeadingRules } from './heading-rules.ts';
import { isTitleLike, type Line, linesOf, namesBulletin, wordCount } from './lines.ts';
import { isDateLine, opensItem } from './news-items.ts';

export interface SectionRun {
  readonly heading: HeadingForm;
  readonly body: Line;
}

export interface BulletinRun {
  readonly sections: readonly SectionRun[];
}

export interface Grouped {
  readonly runs: readonly BulletinRun[];
  /** Stretches outside the bulletins, in text order. */
  readonly news: readonly Line[];
}

/** Groups in one pass over the lines. */
export function groupBulletins(
  tokens: readonly Token[],
  headings: readonly HeadingForm[],
  rules: HeadingRules,
): Grouped {
  const runs: BulletinRun[] = [];
  const news: Line[] = [];
  const addNews = (first: number, last: number): void => {
    if (first <= last) news.push({ first, last });
  };
  addNews(0, (headings[0]?.first ?? tokens.length) - 1);
  let open: SectionRun[] = [];
  const seen = new Set<string>();
  const close = (): void => {
    if (open.length > 0) runs.push({ sections: open });
    open = [];
    seen.clear();
  };
  headings.forEach((heading, index) => {
    const next = headings[index + 1];
    const end = (next?.first ?? tokens.length) - 1;
    if (heading.governorates.length === 0) {
      addNews(heading.body, end);
      return;
    }
    if (isRepeat(heading, seen)) close();
    seen.add(heading.key);
    const ends = next === undefined || (next.governorates.length > 0 && isRepeat(next, seen));
    const lines = linesOf(tokens, heading.body, end + 1);
    const kept = keptLines(tokens, lines, ends ? open : null, rules);
    const last = lines[kept - 1]?.last ?? heading.body - 1;
    if (last >= heading.body) open.push({ heading, body: { first: heading.body, last } });
    addNews(last + 1, end);
    if (kept < lines.length && (ends || holdsTitle(tokens, lines.slice(kept), rules))) close();
  });
  close();
  return { runs, news };
}

/** Prose comes back to a place («وفي حلب أيضاً») without beginning anew. */
function isRepeat(heading: HeadingForm, seen: ReadonlySet<string>): boolean {
  return !isProse(heading) && seen.has(heading.key);
}

function holdsTitle(tokens: readonly Token[], lines: readonly Line[], rules: HeadingRules): boolean {
  return lines.some((line) => isBulletinTitle(tokens, line, rules));
}

function isBulletinTitle(tokens: readonly Token[], line: Line, rules: HeadingRules): boolean {
  return isTitleLike(tokens, line) && (namesBulletin(tokens, line, rules) || isDateLine(tokens, line));
}

/**
 * How many of a section's lines are its own. `before` holds the sections before it where it is the last of its
 * bulletin, else null: then only a new bulletin's title ends it.
 */
function keptLines(
  tokens: readonly Token[],
  lines: readonly Line[],
  before: readonly SectionRun[] | null,
  rules: HeadingRules,
): number {
  const title = lines.findIndex((line, index) => index > 0 && isBulletinTitle(tokens, line, rules));
  const most = title < 0 ? lines.length : title;
  if (before === null) return most;
  const counts = before.map(({ body }) => linesOf(tokens, body.first, body.last + 1).length);
  const usual = counts.length > 0 ? Math.max(...counts) : 1;
  if (counts.length >= 3 && usual === 1) return Math.min(1, most);
  for (let index = 1; index < most; index++) {
    const line = lines[index] as Line;
    if (index >= usual && opensItem(tokens, line, rules) && wordCount(tokens, line) > 8) return index;
  }
  return most;
}
