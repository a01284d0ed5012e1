/** `nashra analyze --format table`: one line an event mention, then one a summary, for a terminal. */
import Table from 'cli-table3';
import type { Count } from '../model/mention.ts';
import type { Analysis } from './analysis.ts';

/** A count in few characters: `7`, `3+` (at least), `3–9`, `?` (told, but no number), or nothing. */
export function shortCount(count: Count | null): string {
  if (!count) return '';
  const { low, high } = count;
  if (low === null) return high === null ? '?' : `≤${high}`;
  if (high === null) return `${low}+`;
  return low === high ? `${low}` : `${low}–${high}`;
}

function plainTable(head: string[]): Table.Table {
  return new Table({ head, style: { head: [], border: [], compact: true } });
}

export function analysisTable(analysis: Analysis): string {
  const mentions = plainTable([
    'file',
    'day',
    'governorate',
    'place',
    'type',
    'killed',
    'injured',
    'actors',
    'certainty',
  ]);
  for (const article of analysis.articles) {
    const file = article.file.split('/').at(-1) ?? article.file;
    if (article.duplicate) {
      mentions.push([
        file,
        '',
        '',
        '',
        `${article.duplicate.kind} of ${article.duplicate.of.slice(0, 8)}`,
        '',
        '',
        '',
        '',
      ]);
    }
    for (const mention of article.mentions) {
      mentions.push([
        file,
        mention.date,
        mention.governorate ?? mention.country,
        mention.place?.name ?? '',
        mention.type,
        shortCount(mention.killed),
        shortCount(mention.injured),
        mention.actors.map(({ id, role }) => `${role[0]}:${id}`).join(' '),
        mention.modality,
      ]);
    }
  }
  const summaries = plainTable([
    'day',
    'governorate',
    'events',
    'mentions',
    'killed',
    'injured',
    'articles',
    'repeats',
  ]);
  for (const { date, governorate, counts, killed, injured } of analysis.summaries) {
    summaries.push([
      date,
      `${governorate.id} ${governorate.en}`,
      counts.events,
      counts.mentions,
      shortCount(killed),
      shortCount(injured),
      counts.articles,
      counts.repeatsSuppressed,
    ]);
  }
  return `${mentions.toString()}\n\n${summaries.toString()}\n`;
}
