/**
 * `nashra analyze --format html`: the text with its entities and mentions marked, and the coding beside it, for reading
 * and for reports of wrong readings. One page without scripts or outside resources.
 */
import type { RawArticle, Section } from '../model/article.ts';
import type { Count, Mention } from '../model/mention.ts';
import type { AnalysedArticle, Analysis } from './analysis.ts';
import { escapeMarkup } from './markup.ts';

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly title: string;
}

/** An id that may break after its underscores, so that tables stay narrow. */
function breakable(id: string): string {
  return escapeMarkup(id).replaceAll('_', '_<wbr>');
}

/** A title or heading without the marks of Markdown. */
function plain(heading: string): string {
  return escapeMarkup(heading.replace(/^#+\s+/, ''));
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
      const words = escapeMarkup(text.slice(start, end));
      if (here.length + events.length === 0) return words;
      const kinds = [...new Set([...here.map(({ kind }) => kind), ...(events.length > 0 ? ['event'] : [])])];
      const titles = [
        ...here.map(({ title }) => title),
        ...events.map(({ type, rule }) => `event ${type} [${rule}]`),
      ];
      return `<span class="${kinds.join(' ')}" title="${escapeMarkup(titles.join('\n'))}">${words}</span>`;
    })
    .join('');
}

function row(mention: Mention): string {
  const actors = mention.actors.map(({ id, role }) => `${role}: ${breakable(id)}`).join('<br>');
  const toll = [
    mention.killed && `killed ${told(mention.killed)}`,
    mention.injured && `injured ${told(mention.injured)}`,
    mention.displaced && `displaced ${told(mention.displaced)}`,
    mention.detained && `detained ${told(mention.detained)}`,
    mention.abducted && `abducted ${told(mention.abducted)}`,
  ].filter(Boolean);
  const cells = [
    breakable(mention.type),
    `${mention.governorate ?? mention.country}`,
    `<bdi>${escapeMarkup(mention.place?.name ?? '—')}</bdi> (${mention.geoPrecision})`,
    `<span class="day">${mention.date}</span> (${mention.dateBasis} ${mention.datePrecision})`,
    actors,
    mention.weapons.map(breakable).join('<br>'),
    escapeMarkup(toll.join('; ')),
    `${mention.modality}${mention.attribution ? ` — <bdi>${escapeMarkup(mention.attribution)}</bdi>` : ''}`,
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
  return `<section><h3><bdi>${plain(heading)}</bdi> ${section.governorate ?? ''} ${day ?? ''}${repeat}</h3>
<div class="pair"><div class="text" dir="rtl" lang="ar">${rendered(text, section.start, section.end, article)}</div><div class="coding">${table}</div></div></section>`;
}

function articlePage(article: AnalysedArticle, text: string): string {
  const stretches = [
    ...article.bulletins.flatMap(({ day, sections }) => sections.map((section) => ({ section, day }))),
    ...article.news.map((section) => ({ section, day: null })),
  ].sort((a, b) => a.section.start - b.section.start);
  const duplicate = article.duplicate ? ` · ${article.duplicate.kind} of ${article.duplicate.of}` : '';
  return `<article><h2 dir="auto">${plain(article.title ?? article.file)}</h2>
<p class="source"><bdi>${escapeMarkup(article.source)}</bdi> · ${article.published.date} (${article.published.basis}) · ${article.id}${duplicate}</p>
${stretches.map(({ section, day }) => stretch(section, day, text, article)).join('\n')}</article>`;
}

/** Colours by name, light and dark; on paper always light. */
const STYLE = `:root{color-scheme:light dark;--page:#fff;--ink:#222;--faint:#777;--line:#ddd;--event:#b33;--place:#d8ecd8;--actor:#dde4f5;
--date:#f5eccc;--toll:#f3d9e6;--doubt:#c60}
@media screen and (prefers-color-scheme:dark){:root{--page:#161616;--ink:#ddd;--faint:#999;--line:#444;--event:#f77;--place:#24452a;
--actor:#2b3a63;--date:#54461a;--toll:#5a2a45;--doubt:#f93}}
body{font:15px/1.5 system-ui,sans-serif;margin:1.5rem;color:var(--ink);background:var(--page)}
.pair{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.8fr);gap:1rem;align-items:start}.coding{overflow-x:auto}
.text{white-space:pre-wrap;overflow-wrap:break-word;font-size:1.1rem;line-height:2}.source{overflow-wrap:anywhere;color:var(--faint)}
.event{border-bottom:2px solid var(--event)}.place{background:var(--place)}.actor{background:var(--actor)}.date{background:var(--date)}
.toll{background:var(--toll)}.removed{color:var(--faint);text-decoration:line-through}.doubt{outline:1px dotted var(--doubt)}
.legend{position:sticky;top:0;background:var(--page);padding:.4rem 0;margin:0;border-bottom:1px solid var(--line)}
.legend span{margin-inline-end:.6rem;padding:0 .2rem}
table{border-collapse:collapse;font-size:.8rem}td,th{border:1px solid var(--line);padding:.2rem .4rem;vertical-align:top;text-align:start}
h3{margin:1.2rem 0 .4rem;border-top:1px solid var(--line);padding-top:.6rem}.none{color:var(--faint)}.day{white-space:nowrap}
@media(max-width:60rem){body{margin:.8rem}.pair{display:block}}
@media print{body{margin:0;font-size:9pt}.pair{display:block}.coding{overflow:visible}table{font-size:7pt;margin-top:.4rem}
tr,h3{break-inside:avoid}h3{break-after:avoid}.legend{position:static}
span{print-color-adjust:exact;-webkit-print-color-adjust:exact}}`;

/** The whole page; `articles` give the texts that the analysis' offsets mean. */
export function analysisHtml(analysis: Analysis, articles: readonly RawArticle[]): string {
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>nashra analyze</title><style>${STYLE}</style></head><body>
<p class="legend"><span class="event">event</span> <span class="place">place</span> <span class="actor">actor</span> <span class="date">date</span> <span class="toll">toll</span> <span class="removed">removed</span> <span class="doubt">doubt</span></p>
${analysis.articles.map((article) => articlePage(article, texts.get(article.id) ?? '')).join('\n')}
</body></html>
`;
}
