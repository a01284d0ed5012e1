/**
 * Intake: bytes of one file to articles. Purpose: find the text, and what is known of its origin and date, whatever
 * the file's format. Input: bytes, the file's name, what is told beside it. Output: articles with deterministic ids,
 * and the places that gave none. Guarantee: pure; a bad record never takes a good one down with it.
 */
import { createHash } from 'node:crypto';
import { BadInputError } from '../../errors.ts';
import type { RawArticle } from '../../model/article.ts';
import { jsonMessage, readRecords } from './formats.ts';
import { htmlToText, type Page } from './html.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { type Meta, mergeMeta, publishedOf, readMeta, shorten } from './metadata.ts';
import type { Problem, TextRecord } from './records.ts';

export interface ReadOptions {
  /** Path in its inbox, or `-`; its extension decides the format (`-` is read as .txt unless `format` says other). */
  readonly file: string;
  /** The extension to read it by, where the name has none. */
  readonly format?: string;
  /** Content of the sidecar file, unchecked. */
  readonly sidecar?: Readonly<Record<string, unknown>>;
  readonly mtime: Date | null;
  /** When it arrived. */
  readonly now: Date;
  /** What the flags say; counts where the file itself does not tell. */
  readonly defaults?: Readonly<Record<string, unknown>>;
  readonly ticket?: string;
  readonly limits?: Limits;
}

export interface ArticlesRead {
  readonly articles: readonly RawArticle[];
  readonly problems: readonly Problem[];
}

/**
 * Reads all articles of a file.
 * @throws BadInputError where the file as a whole cannot be read.
 */
export function readArticles(bytes: Uint8Array, options: ReadOptions): ArticlesRead {
  const limits = options.limits ?? DEFAULT_LIMITS;
  const name = options.format === undefined ? options.file : `${options.file}${options.format}`;
  const { records, problems } = readRecords(bytes, name, limits);
  const beside = mergeMeta(
    readMeta(options.sidecar ?? {}, `${options.file} (its .meta.json)`),
    readMeta(options.defaults ?? {}, 'the flags'),
  );
  const articles: RawArticle[] = [];
  const found: Problem[] = [...problems];
  for (const record of records) {
    try {
      articles.push(articleOf(record, beside, options, limits));
    } catch (error) {
      if (!(error instanceof BadInputError)) throw error;
      found.push({ where: error.where, message: error.message.slice(error.where.length + 2) });
    }
  }
  return { articles, problems: found };
}

function articleOf(record: TextRecord, beside: Meta, options: ReadOptions, limits: Limits): RawArticle {
  const page = record.html ? htmlToText(record.text, { url: record.where }) : null;
  const told = mergeMeta(readMeta(record.fields, record.where), page ? toldByPage(page) : {}, beside);
  const text = page?.text ?? record.text;
  if (text.trim() === '') throw new BadInputError(record.where, 'no text, expected an article');
  if (text.length > limits.articleLength) {
    throw new BadInputError(
      record.where,
      `the article has ${text.length} characters, at most ${limits.articleLength} are read`,
    );
  }
  const source = told.source ?? 'unknown';
  return {
    id: articleId(source, text),
    source,
    file: options.file,
    record: record.index,
    url: told.url ?? null,
    title: told.title ?? null,
    text,
    published: publishedOf(told, options.file, options.mtime, options.now),
    // A millisecond a record: what stands first in a file is first where nothing else tells.
    receivedAt: new Date(options.now.getTime() + record.index).toISOString(),
    ticket: options.ticket ?? null,
    diagnostics: [],
  };
}

/** What a page's head tells, as far as it tells it. */
function toldByPage({ published, source, url, title }: Page): Meta {
  return {
    published: published ?? undefined,
    source: source?.slice(0, 200) ?? undefined,
    url: url ?? undefined,
    title: title ?? undefined,
  };
}

/** The same text of the same source is the same article, whenever and under whatever name it arrives. */
export function articleId(source: string, text: string): string {
  return createHash('sha256').update(`${source}\0${text}`).digest('hex').slice(0, 32);
}

/**
 * Reads a sidecar's JSON.
 * @throws BadInputError where it is no JSON object.
 */
export function readSidecar(bytes: Uint8Array, where: string): Record<string, unknown> {
  let value: unknown;
  let text = '';
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    value = JSON.parse(text);
  } catch (error) {
    const message =
      text === '' ? 'the file is empty or not UTF-8, expected JSON' : jsonMessage(text, error as Error);
    throw new BadInputError(where, message, { cause: error });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new BadInputError(where, `expected an object, came ${shorten(value)}`);
}
