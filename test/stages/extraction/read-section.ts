/** Extracts one text as a bulletin's section (with a heading) or as ordinary news. */
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import type { ExtractedArticle, SectionedArticle } from '../../../src/model/article.ts';
import type { Mention } from '../../../src/model/mention.ts';
import { extract } from '../../../src/stages/extraction/extract.ts';

export const knowledge = loadKnowledge();

export interface Setting {
  /** Governorate of the heading; ordinary news where left out. */
  readonly under?: string;
  readonly published?: string;
  /** Title line before the text. */
  readonly title?: string;
}

export function articleOf(text: string, { under, published = '2016-03-11' }: Setting = {}): SectionedArticle {
  const section = {
    id: 'section-1',
    start: 0,
    end: text.length,
    heading: under === undefined ? null : 'heading',
    governorate: under ?? null,
    alsoGovernorates: [],
    repeat: null,
  };
  return {
    id: '0123456789abcdef',
    source: 'test',
    file: 'test.txt',
    record: 0,
    url: null,
    title: null,
    text,
    published: { date: published, time: null, basis: 'explicit' },
    receivedAt: '2016-03-11T20:00:00+02:00',
    ticket: null,
    diagnostics: [],
    language: 'ar',
    removed: [],
    duplicate: null,
    replaces: [],
    bulletins:
      under === undefined ? [] : [{ day: published, dayBasis: 'publication' as const, sections: [section] }],
    news: under === undefined ? [section] : [],
  };
}

export function read(text: string, setting: Setting = {}): ExtractedArticle {
  return extract(articleOf(text, setting), knowledge);
}

export function mentionsOf(text: string, setting: Setting = {}): readonly Mention[] {
  return read(text, setting).mentions;
}

/** Mentions as `type place`, in text order. */
export function told(text: string, setting: Setting = {}): string[] {
  return mentionsOf(text, setting).map((mention) => `${mention.type} ${mention.place?.name ?? '-'}`);
}
