/**
 * `nashra analyze --format html`: the text with its entities and mentions marked, and the coding beside it, for reading
 * and for reports of wrong readings. One page without scripts or outside resources.
 */

import type { RawArticle, Section } from '../model/article.ts';
import type { Count, Mention } from '../model/mention.ts';
import type { AnalysedArticle, Analysis } from './analysis.ts';

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly title: string;
}

/** Text made safe for HTML. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function told(count: Count | null): string {
  if (!count) return '';
  const { low, best, high, vague } = count;
  const range = low === best && best === high ? `${low}` : `${low ?? '?'} – ${best ?? '?'} – ${high ?? '?'}`;
  return vague ? `${range} («${vague}»)` : range;
}

function marksOf(article: AnalysedArticle): Mark[] {
  const { removed, places, actors, dates, tolls, diagnostics } = article;
  return [
    ...removed.map(({ start, end, rule }) => ({ start, end, kind: 'removed', title: `removed: ${rule}` })),
    ...places.map(({ start, end, id, governorate, country }) => ({
      start,
      end,
      kind: 'place',
      title: `place ${id ?? 'unknown'} ${governorate ?? country}`,
    })),
    ...actors.map(({ start, end, id }) => ({ start, end, kind: 'actor', title: `actor ${id}` })),
    ...dates.map(({ start, end, date }) => ({ start, end, kind: 'date', title: `date ${date}` })),
    ...tolls.map(({ start, end, scope }) => ({ start, end, kind: 'toll', title: `toll of ${scope}` })),
    ...diagnostics.map(({ start, end, rule, message }) => ({
      start,
      end,
      kind: 'doubt',
      title: `${rule}: ${message}`,
    })),
  ];
}

/** Cuts the stretch at every border of a mark or a mention, so that overlapping ones need no nesting. */
function rendered(text: string, from: number, to: number, article: AnalysedArticle): string {
  const marks = marksOf(article).filter(({ start, end }) => start < to && end > from && end > start);
  const mentions = article.mentions.filter(({ start, end }) => start < to && end > from);
  const borders = new Set([from, to]);
  for (const { start, end } of [...marks, ...mentions]) {
    borders.add(Math.max(start, from));
    borders.add(Math.min(end, to));
  }
  const cuts = [...borders].sort((a, b) => a - b);
  return cuts
    .slice(0, -1)
    .map((start, index) => {
      const end = cuts[index + 1] as number;
      const here = marks.filter((mark) => mark.start <= start && mark.end >= end);
      const events = mentions.filter((mention) => mention.start <= start && mention.end >= end);
      const words = escapeHtml(text.slice(start, end));
      if (here.length + events.length === 0) return words;
      const kinds = [...new Set([...here.map(({ kind }) => kind), ...(events.length > 0 ? ['event'] : [])])];
      const titles = [
        ...here.map(({ title }) => title),
        ...events.map(({ type, rule }) => `event ${type} [${rule}]`),
      ];
      return `<span class="${kinds.join(' ')}" title="${escapeHtml(titles.join('\n'))}">${words}</span>`;
    })
    .join('');
}

function row(mention: Mention): string {
  const actors = mention.actors.map(({ id, role }) => `${role}: ${id}`).join('<br>');
  const toll = [
    mention.killed && `killed ${told(mention.killed)}`,
    mention.injured && `injured ${told(mention.injured)}`,
    mention.displaced && `displaced ${told(mention.displaced)}`,
    mention.detained && `detained ${told(mention.detained)}`,
    mention.abducted && `abducted ${told(mention.abducted)}`,
  ].filter(Boolean);
  const cells = [
    mention.type,
    `${mention.governorate ?? mention.country}`,
    `<bdi>${escapeHtml(mention.place?.name ?? '—')}</bdi> (${mention.geoPrecision})`,
    `${mention.date} (${mention.dateBasis} ${mention.datePrecision})`,
    actors,
    mention.weapons.join('<br>'),
    escapeHtml(toll.join('; ')),
    `${mention.modality}${mention.attribution ? ` — <bdi>${escapeHtml(mention.attribution)}</bdi>` : ''}`,
    mention.rule,
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function stretch(section: Section, day: string | null, text: string, article: AnalysedArticle): string {
  const mentions = article.mentions.filter((mention) => mention.section === section.id);
  const heading = section.heading ?? 'news';
  const repeat = section.repeat ? ` · ${section.repeat.kind} of ${section.repeat.of}` : '';
  const table =
    mentions.length === 0
      ? '<p class="none">no event</p>'
      : `<table><tr><th>type<th>governorate<th>place<th>day<th>actors<th>weapons<th>toll<th>certainty<th>rule</tr>${mentions.map(row).join('')}</table>`;
  return `<section><h3><bdi>${escapeHtml(heading)}</bdi> ${section.governorate ?? ''} ${day ?? ''}${repeat}</h3>
<div class="pair"><div class="text" dir="rtl" lang="ar">${rendered(text, section.start, section.end, article)}</div><div>${table}</div></div></section>`;
}

function articlePage(article: AnalysedArticle, text: string): string {
  const stretches = [
    ...article.bulletins.flatMap(({ day, sections }) => sections.map((section) => ({ section, day }))),
    ...article.news.map((section) => ({ section, day: null })),
  ].sort((a, b) => a.section.start - b.section.start);
  const duplicate = article.duplicate ? ` · ${article.duplicate.kind} of ${article.duplicate.of}` : '';
  return `<article><h2 dir="auto">${escapeHtml(article.title ?? article.file)}</h2>
<p>${escapeHtml(article.source)} · ${article.published.date} (${article.published.basis}) · ${article.id}${duplicate}</p>
${stretches.map(({ section, day }) => stretch(section, day, text, article)).join('\n')}</article>`;
}

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;margin:1.5rem;color:#222}
.pair{display:grid;grid-template-columns:1fr 1.4fr;gap:1rem;align-items:start}.text{white-space:pre-wrap;font-size:1.1rem;line-height:2}
.event{border-bottom:2px solid #b33}.place{background:#d8ecd8}.actor{background:#dde4f5}.date{background:#f5eccc}
.toll{background:#f3d9e6}.removed{color:#999;text-decoration:line-through}.doubt{outline:1px dotted #c60}
table{border-collapse:collapse;font-size:.8rem}td,th{border:1px solid #ddd;padding:.2rem .4rem;vertical-align:top;text-align:start}
h3{margin:1.2rem 0 .4rem;border-top:1px solid #ddd;padding-top:.6rem}.none{color:#888}@media(max-width:60rem){.pair{display:block}}`;

/** The whole page; `articles` give the texts that the analysis' offsets mean. */
export function analysisHtml(analysis: Analysis, articles: readonly RawArticle[]): string {
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  return `<!doctype html><html><head><meta charset="utf-8"><title>nashra analyze</title><style>${STYLE}</style></head><body>
<p><span class="event">event</span> <span class="place">place</span> <span class="actor">actor</span> <span class="date">date</span> <span class="toll">toll</span> <span class="removed">removed</span> <span class="doubt">doubt</span></p>
${analysis.articles.map((article) => articlePage(article, texts.get(article.id) ?? '')).join('\n')}
</body></html>
`;
}
