/**
 * The columns of exports. Names are those of HDX HAPI where it has the column and of ACLED where that has it; the HXL
 * tags stand beside them.
 */
import type { Count } from '../model/mention.ts';
import type { NashraEvent, Summary } from '../model/summary.ts';
import type { EventGroup, EventType } from '../model/vocabulary.ts';
import { groupOf } from '../model/vocabulary.ts';
import { opponents } from '../stages/aggregation/opponents.ts';
import { sumCounts } from '../stages/aggregation/reconcile-casualties.ts';
import type { Cell } from './spreadsheet.ts';
import type { ToldMention } from './summary-source.ts';

export interface Column<Row> {
  readonly name: string;
  readonly hxl: string;
  readonly value: (row: Row) => Cell;
}

/** ACLED's names of its event types. */
const ACLED_TYPES: Readonly<Record<EventGroup, string>> = {
  battles: 'Battles',
  explosions: 'Explosions/Remote violence',
  violence_against_civilians: 'Violence against civilians',
  protests: 'Protests',
  riots: 'Riots',
  strategic: 'Strategic developments',
};

function list(items: readonly string[]): Cell {
  return items.length === 0 ? null : items.join('; ');
}

/** Three columns of a count, in the names of UCDP's low, best and high. */
function countColumns<Row>(name: string, tag: string, of: (row: Row) => Count | null): Column<Row>[] {
  return [
    { name, hxl: tag, value: (row) => of(row)?.best ?? null },
    { name: `${name}_low`, hxl: `${tag}+min`, value: (row) => of(row)?.low ?? null },
    { name: `${name}_high`, hxl: `${tag}+max`, value: (row) => of(row)?.high ?? null },
  ];
}

export interface EventRow {
  readonly event: NashraEvent;
  readonly governorate: Summary['governorate'];
}

export const EVENT_COLUMNS: readonly Column<EventRow>[] = [
  { name: 'event_id', hxl: '#event+id', value: ({ event }) => event.id },
  { name: 'event_date', hxl: '#date+occurred', value: ({ event }) => event.date },
  { name: 'year', hxl: '#date+year', value: ({ event }) => Number(event.date.slice(0, 4)) },
  { name: 'event_type', hxl: '#event+type', value: ({ event }) => ACLED_TYPES[event.group] },
  { name: 'sub_event_type', hxl: '#event+type+sub', value: ({ event }) => event.type },
  { name: 'actor1', hxl: '#group+name+first', value: ({ event }) => list(sides(event)[0]) },
  { name: 'actor2', hxl: '#group+name+second', value: ({ event }) => list(sides(event)[1]) },
  { name: 'country', hxl: '#country+code', value: ({ governorate }) => governorate.id.slice(0, 2) },
  { name: 'admin1_code', hxl: '#adm1+code', value: ({ event }) => event.governorate },
  { name: 'admin1_name', hxl: '#adm1+name+i_en', value: ({ governorate }) => governorate.en },
  { name: 'admin1_name_ar', hxl: '#adm1+name+i_ar', value: ({ governorate }) => governorate.ar },
  { name: 'location', hxl: '#loc+name+i_en', value: ({ event }) => event.place?.nameEn ?? null },
  { name: 'location_ar', hxl: '#loc+name+i_ar', value: ({ event }) => event.place?.name ?? null },
  { name: 'location_code', hxl: '#loc+code', value: ({ event }) => event.place?.id ?? null },
  { name: 'latitude', hxl: '#geo+lat', value: ({ event }) => event.place?.lat ?? null },
  { name: 'longitude', hxl: '#geo+lon', value: ({ event }) => event.place?.lon ?? null },
  { name: 'geo_precision', hxl: '#geo+precision', value: ({ event }) => event.geoPrecision },
  ...countColumns<EventRow>('fatalities', '#affected+killed', ({ event }) => event.killed),
  ...countColumns<EventRow>('injured', '#affected+injured', ({ event }) => event.injured),
  { name: 'weapons', hxl: '#meta+weapons', value: ({ event }) => list(event.weapons) },
  { name: 'modality', hxl: '#meta+modality', value: ({ event }) => event.modality },
  { name: 'confidence', hxl: '#meta+confidence', value: ({ event }) => event.confidence },
  { name: 'source', hxl: '#meta+source', value: ({ event }) => list(event.sources) },
  { name: 'independent_sources', hxl: '#meta+source+count', value: ({ event }) => event.independentSources },
  { name: 'notes', hxl: '#description', value: ({ event }) => list(event.quotes.map(({ quote }) => quote)) },
  { name: 'reference_period_start', hxl: '#date+start', value: ({ event }) => event.date },
  { name: 'reference_period_end', hxl: '#date+end', value: ({ event }) => event.date },
];

/** Who acts, or one party of a fight; and who is acted on, or the other party. */
function sides(event: NashraEvent): readonly [readonly string[], readonly string[]] {
  const { one, other } = opponents(event);
  const targets = event.actors.filter(({ role }) => role === 'target').map(({ id }) => id);
  return [one, other.length > 0 ? other : targets.filter((id) => !one.includes(id))];
}

export function eventRows(summary: Summary): EventRow[] {
  return summary.eventDetails.map((event) => ({ event, governorate: summary.governorate }));
}

/** One type of event of one governorate on one day. */
export interface SummaryRow {
  readonly summary: Summary;
  readonly type: EventType;
  readonly events: readonly NashraEvent[];
}

export const SUMMARY_COLUMNS: readonly Column<SummaryRow>[] = [
  { name: 'country', hxl: '#country+code', value: ({ summary }) => summary.governorate.id.slice(0, 2) },
  { name: 'admin1_code', hxl: '#adm1+code', value: ({ summary }) => summary.governorate.id },
  { name: 'admin1_name', hxl: '#adm1+name+i_en', value: ({ summary }) => summary.governorate.en },
  { name: 'admin1_name_ar', hxl: '#adm1+name+i_ar', value: ({ summary }) => summary.governorate.ar },
  { name: 'event_type', hxl: '#event+type', value: ({ type }) => ACLED_TYPES[groupOf(type)] },
  { name: 'sub_event_type', hxl: '#event+type+sub', value: ({ type }) => type },
  { name: 'events', hxl: '#event+num', value: ({ events }) => events.length },
  ...countColumns<SummaryRow>('fatalities', '#affected+killed', ({ events }) =>
    sumCounts(events.map(({ killed }) => killed)),
  ),
  ...countColumns<SummaryRow>('injured', '#affected+injured', ({ events }) =>
    sumCounts(events.map(({ injured }) => injured)),
  ),
  { name: 'reference_period_start', hxl: '#date+start', value: ({ summary }) => summary.date },
  { name: 'reference_period_end', hxl: '#date+end', value: ({ summary }) => summary.date },
  { name: 'revision', hxl: '#meta+revision', value: ({ summary }) => summary.revision },
  { name: 'status', hxl: '#status', value: ({ summary }) => summary.status },
];

/** The rows of a governorate's summary; the country's own would count its events twice and gives none. */
export function summaryRows(summary: Summary): SummaryRow[] {
  const types = [...new Set(summary.eventDetails.map(({ type }) => type))];
  return types.map((type) => ({
    summary,
    type,
    events: summary.eventDetails.filter((event) => event.type === type),
  }));
}

export const MENTION_COLUMNS: readonly Column<ToldMention>[] = [
  { name: 'mention_id', hxl: '#meta+id', value: ({ mention }) => mention.id },
  { name: 'article_id', hxl: '#meta+article', value: ({ article }) => article },
  { name: 'source', hxl: '#meta+source', value: ({ source }) => source },
  { name: 'published', hxl: '#date+reported', value: ({ published }) => published },
  { name: 'event_date', hxl: '#date+occurred', value: ({ mention }) => mention.date },
  { name: 'time_precision', hxl: '#date+precision', value: ({ mention }) => mention.datePrecision },
  { name: 'event_type', hxl: '#event+type', value: ({ mention }) => ACLED_TYPES[mention.group] },
  { name: 'sub_event_type', hxl: '#event+type+sub', value: ({ mention }) => mention.type },
  { name: 'admin1_code', hxl: '#adm1+code', value: ({ mention }) => mention.governorate },
  { name: 'stated_admin1_code', hxl: '#adm1+code+stated', value: ({ mention }) => mention.statedGovernorate },
  { name: 'location_ar', hxl: '#loc+name+i_ar', value: ({ mention }) => mention.place?.name ?? null },
  { name: 'location_code', hxl: '#loc+code', value: ({ mention }) => mention.place?.id ?? null },
  { name: 'latitude', hxl: '#geo+lat', value: ({ mention }) => mention.place?.lat ?? null },
  { name: 'longitude', hxl: '#geo+lon', value: ({ mention }) => mention.place?.lon ?? null },
  { name: 'geo_precision', hxl: '#geo+precision', value: ({ mention }) => mention.geoPrecision },
  {
    name: 'actors',
    hxl: '#group+name',
    value: ({ mention }) => list(mention.actors.map(({ id, role }) => `${id} (${role})`)),
  },
  { name: 'weapons', hxl: '#meta+weapons', value: ({ mention }) => list(mention.weapons) },
  ...countColumns<ToldMention>('fatalities', '#affected+killed', ({ mention }) => mention.killed),
  ...countColumns<ToldMention>('injured', '#affected+injured', ({ mention }) => mention.injured),
  { name: 'modality', hxl: '#meta+modality', value: ({ mention }) => mention.modality },
  { name: 'attribution', hxl: '#meta+attribution', value: ({ mention }) => mention.attribution },
  { name: 'start', hxl: '#meta+start', value: ({ mention }) => mention.start },
  { name: 'end', hxl: '#meta+end', value: ({ mention }) => mention.end },
  { name: 'quote', hxl: '#description', value: ({ mention }) => mention.quote },
];
