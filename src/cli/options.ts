/** Option parsers and the options that several commands share. */
import { statSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import { type Config, readConfig } from '../config.ts';
import { readPublished } from '../stages/intake/dates.ts';
import type { Limits } from '../stages/intake/limits.ts';

/** A whole number from 1 up. */
export function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('expected a whole number from 1 up.');
  return value;
}

/** A folder that is there: a mistyped name must not become a new folder that nobody ever fills. */
export function existingFolder(path: string): string {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new InvalidArgumentError('expected a folder that exists.');
  return path;
}

/** A day, or a moment of it, in any form that files may tell it in. */
export function publicationDay(text: string): string {
  if (readPublished(text) === null)
    throw new InvalidArgumentError('expected a day such as 2015-07-03 or an ISO 8601 moment.');
  return text;
}

/** The code of a governorate, or of the country: `SY03`, `SY`. */
export function scopeCode(text: string): string {
  if (!/^[A-Z]{2}(?:\d{2})?$/.test(text)) throw new InvalidArgumentError('expected a code such as SY03.');
  return text;
}

/** An address that takes requests. */
export function webAddress(text: string): string {
  if (!/^https?:\/\/[^/]/.test(text) || !URL.canParse(text))
    throw new InvalidArgumentError('expected an http or https address.');
  return text;
}

/** The id of an entry on a Redis stream: `1467309600000-0`. */
export function streamId(text: string): string {
  if (!/^(?:\d+(?:-\d+)?|\$)$/.test(text))
    throw new InvalidArgumentError('expected a stream id such as 1467309600000-0.');
  return text;
}

/** What flags say of origin and date; it counts where the file itself does not tell. */
export interface MetaOptions {
  readonly published?: string;
  readonly source?: string;
}

export function withMetaOptions(command: Command): Command {
  return command
    .option('--published <day>', 'publication date of texts that tell none, YYYY-MM-DD', publicationDay)
    .option('--source <name>', 'publisher of texts that tell none');
}

export function metaOf({ published, source }: MetaOptions): Record<string, unknown> {
  return { published, source };
}

/** Reads the environment with a command's flags laid over it. */
export function configWith(flags: Readonly<Record<string, string | number | undefined>> = {}): Config {
  const over = Object.entries(flags).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return readConfig({ ...process.env, ...Object.fromEntries(over) });
}

/** Milliseconds without a change after which a day is settled; null where days never settle. */
export function settleAfter(config: Config): number | null {
  return config.NASHRA_SETTLE_HOURS === 0 ? null : config.NASHRA_SETTLE_HOURS * 3_600_000;
}

/** The limits that the configuration sets on files. */
export function limitsOf(config: Config): Limits {
  return {
    fileBytes: config.NASHRA_MAX_FILE_BYTES,
    unpackedBytes: config.NASHRA_MAX_UNPACKED_BYTES,
    articleLength: config.NASHRA_MAX_ARTICLE_LENGTH,
    articlesPerFile: config.NASHRA_MAX_ARTICLES_PER_FILE,
  };
}
