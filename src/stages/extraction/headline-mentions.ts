/**
 * A page's furniture may part a headline from its story, which then are two sections. What the headline tells of a whole
 * governorate is told again by the story of a place in it: the headline's mention goes, and its toll passes on.
 */
import { dayNumber } from '../../arabic/calendar.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Section } from '../../model/article.ts';
import type { Mention } from '../../model/mention.ts';
import { DAYS_BACK } from './leads.ts';

/** An opening stretch of news longer than this is a story of its own, in characters. */
const LONGEST_OPENING = 1_000;

/** `mentions` of all sections in text order, without those of a headline that the story tells in particular. */
export function withoutHeadlines(
  sections: readonly Section[],
  mentions: Mention[],
  knowledge: Knowledge,
): Mention[] {
  const opening = openingOf(sections);
  const story = mentions.filter(({ section }) => !opening.has(section));
  if (story.length === 0 || story.length === mentions.length) return mentions;
  const tolls = new Map<Mention, Mention>();
  const kept = mentions.filter((mention) => {
    if (!opening.has(mention.section)) return true;
    const wide = isWide(mention, knowledge);
    const finer = story.find((one) => (wide ? tellsInParticular(one, mention) : tellsAgain(one, mention)));
    if (finer === undefined) return true;
    if (finer.killed === null && finer.injured === null && !tolls.has(finer)) tolls.set(finer, mention);
    return false;
  });
  return kept.map((mention) => {
    const headline = tolls.get(mention);
    if (headline === undefined) return mention;
    const { killed, injured, groups } = headline;
    return Object.assign({}, mention, { killed, injured, groups });
  });
}

/** Ids of what an article opens with: all news before its first heading, or its first stretch; none where that is long. */
function openingOf(sections: readonly Section[]): ReadonlySet<string> {
  const headed = sections.findIndex(({ heading }) => heading !== null);
  const opening = sections.slice(0, headed === -1 ? 1 : headed);
  const length = opening.reduce((all, { start, end }) => all + end - start, 0);
  return new Set(sections.length > 1 && length <= LONGEST_OPENING ? opening.map(({ id }) => id) : []);
}

/** A governorate, or its town of the same name, which headlines name for all that lies around it. */
function isWide({ place, geoPrecision, governorate }: Mention, knowledge: Knowledge): boolean {
  if (geoPrecision === 3 || place === null || place.level === 'adm1') return true;
  const own = governorate === null ? undefined : knowledge.governorate(governorate)?.ar;
  // «ديرالزور» is written in one word too.
  return own?.replaceAll(' ', '') === place.name.replaceAll(' ', '');
}

/** «مقتل 5 بتفجيرين في عفرين والباب … قتل خمسة، الثلاثاء، في تفجيرين استهدفا عفرين والباب»: a headline has no day of its own. */
function tellsAgain(one: Mention, headline: Mention): boolean {
  if (one.type !== headline.type || headline.dateBasis !== 'publication') return false;
  if (
    one.place === null ||
    one.place.name !== headline.place?.name ||
    one.governorate !== headline.governorate
  )
    return false;
  return dayNumber(headline.date) - dayNumber(one.date) <= DAYS_BACK && areOfOneToll(one, headline);
}

function areOfOneToll({ killed }: Mention, headline: Mention): boolean {
  const [a, b] = [killed?.best ?? null, headline.killed?.best ?? null];
  return a === null || b === null || a === b;
}

function tellsInParticular(one: Mention, headline: Mention): boolean {
  if (one.type !== headline.type || one.governorate !== headline.governorate) return false;
  const days = dayNumber(headline.date) - dayNumber(one.date);
  const undated = headline.dateBasis === 'publication' && days > 0 && days <= DAYS_BACK;
  return (days === 0 || undated) && areOfOneToll(one, headline);
}
