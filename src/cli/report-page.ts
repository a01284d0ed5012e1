/** The day as a page that a person reads: a small document, then Markdown or HTML from it. */
import type { Count } from '../model/mention.ts';
import type { NashraEvent, Summary } from '../model/summary.ts';
import type { EventType, Weapon } from '../model/vocabulary.ts';
import { arabicDate } from '../stages/aggregation/narrative-ar.ts';
import { englishDate, englishName } from '../stages/aggregation/narrative-en.ts';
import { escapeMarkup } from './markup.ts';

export type Language = 'ar' | 'en';
type Label = Readonly<Record<Language, string>>;

/** Names that the country pack gives. */
export interface ReportNames {
  actor(id: string): Label;
  eventType(type: EventType): Label;
  weapon(weapon: Weapon): Label;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'quote'; readonly text: string; readonly from: string };

const WORDS = {
  title: { ar: 'حصيلة يوم', en: 'Summary for' },
  governorate: { ar: 'المحافظة', en: 'Governorate' },
  events: { ar: 'الأحداث', en: 'Events' },
  killed: { ar: 'القتلى', en: 'Killed' },
  injured: { ar: 'الجرحى', en: 'Injured' },
  articles: { ar: 'المواد', en: 'Articles' },
  repeats: { ar: 'المكرر', en: 'Repeats' },
  place: { ar: 'المكان', en: 'Place' },
  type: { ar: 'النوع', en: 'Type' },
  actors: { ar: 'الأطراف', en: 'Actors' },
  weapons: { ar: 'السلاح', en: 'Weapons' },
  sources: { ar: 'المصادر', en: 'Sources' },
  confidence: { ar: 'الثقة', en: 'Confidence' },
  quotes: { ar: 'كما ورد في المصادر', en: 'In the words of the sources' },
  revision: { ar: 'المراجعة', en: 'Revision' },
  open: { ar: 'مفتوحة', en: 'open' },
  settled: { ar: 'مستقرة', en: 'settled' },
} as const satisfies Record<string, Label>;

const QUOTES_AN_EVENT = 2;

/** `5`, `3–5`, `3+`, `–` for nothing told. Isolated, so that a range reads the same in both directions. */
export function range(count: Count | null): string {
  if (!count) return '–';
  const { low, best, high } = count;
  if (low !== null && low === high) return String(low);
  if (low !== null && high !== null) return `${low}–${high}`;
  if (low !== null) return `${low}+`;
  return best === null ? (high === null ? '?' : `≤${high}`) : String(best);
}

/** The page of a day: the country first where it is among the summaries, then the governorates. */
export function reportBlocks(
  summaries: readonly Summary[],
  date: string,
  lang: Language,
  names: ReportNames,
): Block[] {
  const word = (key: keyof typeof WORDS) => WORDS[key][lang];
  const when = lang === 'ar' ? arabicDate(date) : englishDate(date);
  const blocks: Block[] = [{ kind: 'heading', level: 1, text: `${word('title')} ${when}` }];
  const national = summaries.find(({ governorate }) => governorate.id.length === 2);
  const regional = summaries.filter((summary) => summary !== national);
  if (national) blocks.push({ kind: 'paragraph', text: national.narrative[lang] });
  if (regional.length > 1) blocks.push(overview(regional, lang));
  for (const summary of regional) blocks.push(...governorateBlocks(summary, lang, names));
  return blocks;
}

function overview(summaries: readonly Summary[], lang: Language): Block {
  const keys = ['governorate', 'events', 'killed', 'injured', 'articles', 'repeats'] as const;
  return {
    kind: 'table',
    head: keys.map((key) => WORDS[key][lang]),
    rows: summaries.map(({ governorate, counts, killed, injured }) => [
      governorate[lang],
      String(counts.events),
      range(killed),
      range(injured),
      String(counts.articles),
      String(counts.repeatsSuppressed),
    ]),
  };
}

function governorateBlocks(summary: Summary, lang: Language, names: ReportNames): Block[] {
  const { governorate, narrative, eventDetails, revision, status } = summary;
  const keys = ['place', 'type', 'actors', 'weapons', 'killed', 'injured', 'sources', 'confidence'] as const;
  const blocks: Block[] = [
    { kind: 'heading', level: 2, text: governorate[lang] },
    { kind: 'paragraph', text: narrative[lang] },
  ];
  if (eventDetails.length > 0) {
    blocks.push({
      kind: 'table',
      head: keys.map((key) => WORDS[key][lang]),
      rows: eventDetails.map((event) => eventRow(event, lang, names)),
    });
    blocks.push({ kind: 'heading', level: 3, text: WORDS.quotes[lang] });
    blocks.push(...eventDetails.flatMap((event) => quotes(event, lang, names)));
  }
  blocks.push({ kind: 'paragraph', text: `${WORDS.revision[lang]} ${revision} (${WORDS[status][lang]})` });
  return blocks;
}

function eventRow(event: NashraEvent, lang: Language, names: ReportNames): string[] {
  return [
    placeName(event, lang),
    names.eventType(event.type)[lang],
    event.actors.map(({ id }) => names.actor(id)[lang]).join(lang === 'ar' ? '، ' : ', ') || '–',
    event.weapons.map((weapon) => names.weapon(weapon)[lang]).join(lang === 'ar' ? '، ' : ', ') || '–',
    range(event.killed),
    range(event.injured),
    event.sources.join(lang === 'ar' ? '، ' : ', '),
    `${Math.round(event.confidence * 100)}%`,
  ];
}

function placeName({ place }: NashraEvent, lang: Language): string {
  if (!place) return '–';
  if (lang === 'ar') return place.name;
  // A romanised name is a guess: the Arabic one beside it can be looked up.
  return place.nameEn ?? `${englishName(place)} (${place.name})`;
}

function quotes(event: NashraEvent, lang: Language, names: ReportNames): Block[] {
  const comma = lang === 'ar' ? '،' : ',';
  const from = `${placeName(event, lang)}${comma} ${names.eventType(event.type)[lang]}`;
  return event.quotes.slice(0, QUOTES_AN_EVENT).map(({ quote, article }) => ({
    kind: 'quote' as const,
    text: quote.replaceAll(/\s+/g, ' ').trim(),
    from: `${from} (${article.slice(0, 8)})`,
  }));
}

/** Text in Markdown: what would be markup is escaped. */
function markdownText(text: string): string {
  return text.replaceAll(/([\\`*_[\]<>|#])/g, '\\$1');
}

export function asMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(markdownBlock).join('\n\n')}\n`;
}

function markdownBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${markdownText(block.text)}`;
    case 'paragraph':
      return markdownText(block.text);
    case 'quote':
      return `> ${markdownText(block.text)}\n>\n> — ${markdownText(block.from)}`;
    case 'table': {
      const row = (cells: readonly string[]) => `| ${cells.map(markdownText).join(' | ')} |`;
      return [
        row(block.head),
        row(block.head.map(() => '---')).replaceAll('\\', ''),
        ...block.rows.map(row),
      ].join('\n');
    }
  }
}

const STYLE = `body{font:16px/1.7 "Noto Naskh Arabic","Amiri",Georgia,serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
h1,h2,h3{line-height:1.3}h2{border-bottom:1px solid #ccc;margin-top:2.5rem}
table{border-collapse:collapse;width:100%;font-size:.9em}th,td{border:1px solid #ddd;padding:.3rem .5rem;text-align:start;vertical-align:top}
th{background:#f4f4f4}blockquote{border-inline-start:3px solid #ccc;margin:1rem 0;padding:0 1rem;color:#444}cite{font-size:.85em;color:#777}
@media(prefers-color-scheme:dark){body{background:#181818;color:#ddd}th{background:#262626}th,td{border-color:#444}blockquote{color:#bbb}}`;

export function asHtml(blocks: readonly Block[], lang: Language): string {
  const title = blocks.find((block) => block.kind === 'heading')?.text ?? '';
  const body = blocks.map(htmlBlock).join('\n');
  return `<!doctype html>
<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title><style>${STYLE}</style></head>
<body>
${body}
</body>
</html>
`;
}

function htmlBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escapeMarkup(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${escapeMarkup(block.text)}</p>`;
    case 'quote':
      return `<blockquote dir="auto">${escapeMarkup(block.text)}<br><cite dir="auto">${escapeMarkup(block.from)}</cite></blockquote>`;
    case 'table': {
      const row = (cells: readonly string[], tag: string) =>
        `<tr>${cells.map((cell) => `<${tag}><bdi>${escapeMarkup(cell)}</bdi></${tag}>`).join('')}</tr>`;
      const rows = block.rows.map((cells) => row(cells, 'td')).join('\n');
      return `<table><thead>${row(block.head, 'th')}</thead><tbody>\n${rows}\n</tbody></table>`;
    }
  }
}
