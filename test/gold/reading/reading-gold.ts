/**
 * The gold of reading: one folder a text, `source.txt` or `source.html` as it arrives, `meta.json` with what is told
 * beside it, `expected.json` with what a careful reader makes of it. All texts are invented.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Knowledge, loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import type { Removed, Section } from '../../../src/model/article.ts';
import { DaySchema, PublishedBasisSchema } from '../../../src/model/vocabulary.ts';
import { clean } from '../../../src/stages/dedup/clean/clean.ts';
import { boilerplateRules } from '../../../src/stages/dedup/clean/clean-chunk.ts';
import { htmlToText } from '../../../src/stages/intake/html.ts';
import { headingRules } from '../../../src/stages/sections/sections-stage.ts';
import { splitArticle } from '../../../src/stages/sections/split-article.ts';

export const GOLD_FOLDER = dirname(fileURLToPath(import.meta.url));

const MetaSchema = z.strictObject({
  source: z.string(),
  published: DaySchema,
  basis: PublishedBasisSchema.default('explicit'),
  title: z.string().nullable(),
});

export interface GoldText {
  readonly name: string;
  readonly source: string;
  readonly html: boolean;
  readonly meta: z.infer<typeof MetaSchema>;
}

/** What reading makes of a text, in the form of expected.json: long stretches by their first and last words. */
export interface Reading {
  readonly language: string;
  readonly title: string | null;
  readonly removed: readonly { rule: string; text: string }[];
  readonly bulletins: readonly { day: string; dayBasis: string; sections: readonly SectionReading[] }[];
  readonly news: readonly { governorate: string | null; words: string }[];
  readonly diagnostics: readonly string[];
  readonly page?: { published: string | null; source: string | null; url: string | null };
}

interface SectionReading {
  readonly heading: string | null;
  readonly governorates: string;
  readonly words: string;
}

export function goldNames(): string[] {
  return readdirSync(GOLD_FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

export function goldText(name: string): GoldText {
  const folder = join(GOLD_FOLDER, name);
  const html = existsSync(join(folder, 'source.html'));
  return {
    name,
    html,
    source: readFileSync(join(folder, html ? 'source.html' : 'source.txt'), 'utf8'),
    meta: MetaSchema.parse(JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8'))),
  };
}

export function expectedReading(name: string): unknown {
  const file = join(GOLD_FOLDER, name, 'expected.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

let loaded: Knowledge | null = null;

function knowledge(): Knowledge {
  loaded ??= loadKnowledge();
  return loaded;
}

/** Reads a gold text the way intake, dedup and sections do. */
export function read({ source, html, meta }: GoldText): Reading {
  const page = html ? htmlToText(source) : null;
  const text = page?.text ?? source;
  const title = meta.title ?? page?.title ?? null;
  const cleaned = clean(text, { source: meta.source, title }, boilerplateRules(knowledge()));
  const published = page?.published ?? { date: meta.published, time: null };
  const split = splitArticle(
    {
      id: '0123456789abcdef',
      text,
      title: cleaned.title,
      published: { ...published, basis: meta.basis },
      removed: cleaned.removed,
    },
    headingRules(knowledge()),
  );
  return {
    language: cleaned.language,
    title: cleaned.title,
    removed: cleaned.removed.map((span) => ({ rule: span.rule, text: brief(text, span) })),
    bulletins: split.bulletins.map(({ day, dayBasis, sections }) => ({
      day,
      dayBasis,
      sections: sections.map((section) => ({
        heading: section.heading,
        governorates: governorates(section),
        words: brief(text, section),
      })),
    })),
    news: split.news.map((section) => ({ governorate: section.governorate, words: brief(text, section) })),
    diagnostics: [...cleaned.diagnostics, ...split.diagnostics].map(
      (one) => `${one.rule}: ${text.slice(one.start, one.end).slice(0, 40)}`,
    ),
    ...(page && {
      page: { published: page.published?.date ?? null, source: page.source, url: page.url },
    }),
  };
}

function governorates({ governorate, alsoGovernorates }: Section): string {
  return [governorate ?? '-', ...alsoGovernorates].join(' ');
}

/** A stretch by its first and last words, so that expected.json stays readable. */
function brief(text: string, { start, end }: Pick<Removed, 'start' | 'end'>): string {
  const words = text.slice(start, end);
  return words.length <= 70 ? words : `${words.slice(0, 35)} … ${words.slice(-25)}`;
}
