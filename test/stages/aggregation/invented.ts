/** Invented articles, mentions and a small invented country, for the tests of aggregation. */
import { createHash } from 'node:crypto';
import type { Contribution, ExtractedArticle, RepeatNotice } from '../../../src/model/article.ts';
import type { Count, EventActor, EventPlace, Mention } from '../../../src/model/mention.ts';
import { type EventType, groupOf } from '../../../src/model/vocabulary.ts';
import type { SummaryKnowledge } from '../../../src/stages/aggregation/summary-knowledge.ts';

const PARENTS: Readonly<Record<string, string>> = {
  old_town: 'tell',
  north_quarter: 'tell',
  tell: 'tell_district',
};
const ACTORS: Readonly<Record<string, { ar: string; en: string }>> = {
  syrian_government_forces: { ar: 'القوات الحكومية', en: 'government forces' },
  opposition_rebels: { ar: 'فصائل المعارضة', en: 'opposition factions' },
  russian_forces: { ar: 'القوات الروسية', en: 'Russian forces' },
  civilians: { ar: 'مدنيون', en: 'civilians' },
};

export const KNOWLEDGE: SummaryKnowledge = {
  country: 'SY',
  countryName: { ar: 'سوريا', en: 'Syria' },
  governorates: [
    { id: 'SY02', ar: 'حلب', en: 'Aleppo' },
    { id: 'SY03', ar: 'ريف دمشق', en: 'Rural Damascus' },
  ],
  actorName: (id) => ACTORS[id] ?? null,
  parentOf: (id) => PARENTS[id] ?? null,
};

export function place(id: string, level = 'adm4'): EventPlace {
  return { id, name: `تل ${id}`, nameEn: `Tell ${id}`, level, lat: 36.1, lon: 37.1 };
}

export const exactly = (n: number): Count => ({ low: n, best: n, high: n, vague: null });
export const vaguely = (low: number, vague: string): Count => ({ low, best: low, high: null, vague });

export const GOVERNMENT: EventActor = {
  id: 'syrian_government_forces',
  side: 'government',
  role: 'initiator',
};
export const RUSSIA: EventActor = { id: 'russian_forces', side: 'russia', role: 'initiator' };
export const REBELS: EventActor = { id: 'opposition_rebels', side: 'opposition', role: 'target' };

function hex(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

export type Telling = Partial<Mention> & { readonly type: EventType };

/** A mention with what matters told and the rest filled in. */
export function mention(article: string, start: number, telling: Telling): Mention {
  const section = telling.section ?? `${article}-s1`;
  return {
    id: hex(`${article}|${section}|${start}|${telling.type}`),
    section,
    rule: 'invented',
    group: groupOf(telling.type),
    date: '2015-07-04',
    datePrecision: 1,
    dateBasis: 'relative',
    country: 'SY',
    governorate: 'SY02',
    statedGovernorate: 'SY02',
    place: place('tell'),
    geoPrecision: 1,
    actors: [],
    weapons: [],
    killed: null,
    injured: null,
    abducted: null,
    detained: null,
    displaced: null,
    groups: {},
    shared: false,
    running: false,
    modality: 'reported',
    attribution: null,
    start,
    end: start + 20,
    quote: 'كلمات مخترعة',
    ...telling,
  };
}

export interface Told {
  readonly name: string;
  readonly source: string;
  /** `2015-07-04` or `2015-07-04T10:00`. */
  readonly at: string;
  readonly tells?: readonly Telling[];
  readonly replaces?: readonly string[];
  /** Sections of this article that repeat another's: own section → other section. */
  readonly repeats?: Readonly<Record<string, string>>;
  readonly tolls?: ExtractedArticle['tolls'];
}

/** The id that an article of this name gets. */
export function articleId(name: string): string {
  return hex(`article ${name}`);
}

function published(at: string) {
  const [date = at, time] = at.split('T');
  return { date, time: time ?? null, basis: 'explicit' as const };
}

export function article({
  name,
  source,
  at,
  tells = [],
  replaces = [],
  repeats = {},
  tolls = [],
}: Told): ExtractedArticle {
  const id = articleId(name);
  const mentions = tells.map((telling, index) => mention(name, index * 100, telling));
  const sections = [...new Set(mentions.map(({ section }) => section))].map((section) => ({
    id: section,
    heading: null,
    governorate: null,
    alsoGovernorates: [],
    start: 0,
    end: 1000,
    repeat: repeats[section]
      ? { kind: 'repeat' as const, of: repeats[section], containment: 1, told: [], also: [] }
      : null,
  }));
  return {
    kind: 'article',
    id,
    source,
    file: `${name}.txt`,
    record: 0,
    url: null,
    title: null,
    text: '',
    published: published(at),
    receivedAt: '2026-01-01T00:00:00Z',
    ticket: null,
    diagnostics: [],
    language: 'ar',
    removed: [],
    duplicate: null,
    replaces: replaces.map(articleId),
    bulletins: [],
    news: sections,
    places: [],
    dates: [],
    actors: [],
    mentions,
    tolls,
  };
}

/** Word that an article repeats another. */
export function repeat(name: string, source: string, at: string, of: string): RepeatNotice {
  return {
    kind: 'repeat',
    id: articleId(name),
    source,
    file: `${name}.txt`,
    url: null,
    published: published(at),
    receivedAt: '2026-01-01T00:00:00Z',
    ticket: null,
    duplicate: { kind: 'near_duplicate', of: articleId(of), containment: 0.95 },
  };
}

export type { Contribution };
