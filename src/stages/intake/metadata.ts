/**
 * What is known of an article beside its text: published, source, url, title. Told, in order of trust, by the record
 * itself (JSON fields, CSV columns, front matter, the page's head), the sidecar file, and the flags; the date then
 * falls back on the file's name, the address and the file's time, and the basis says so.
 */
import { z } from 'zod';
import { BadInputError } from '../../errors.ts';
import type { Published } from '../../model/article.ts';
import { dayInName, dayInUrl, inDamascus, readPublished } from './dates.ts';

/** The names that feeds give the four fields, in order of preference. */
const NAMES = {
  published: [
    'published',
    'date',
    'published_at',
    'publishedAt',
    'datePublished',
    'pubDate',
    'pub_date',
    'datetime',
  ],
  source: ['source', 'publisher', 'site', 'agency', 'feed'],
  url: ['url', 'link', 'permalink', 'uri'],
  title: ['title', 'headline'],
} as const;

const Told = z.string().trim().max(2_000);
const MetaSchema = z.object({
  published: z
    .union([z.string(), z.number(), z.date()])
    .transform((value, context) => {
      const read = readPublished(value);
      if (read) return read;
      context.addIssue({
        code: 'custom',
        message: 'expected a day such as 2015-07-03 or an ISO 8601 moment',
      });
      return z.NEVER;
    })
    .optional(),
  source: Told.min(1).max(200).optional(),
  url: Told.optional(),
  title: Told.optional(),
});
export type Meta = z.infer<typeof MetaSchema>;

/**
 * Checks the metadata fields of a record; other fields are ignored, null and blank ones count as not told.
 * @throws BadInputError naming the field, what came and what was expected.
 */
export function readMeta(fields: Readonly<Record<string, unknown>>, where: string): Meta {
  const found: Record<string, unknown> = {};
  const calledIn: Record<string, string> = {};
  for (const [field, names] of Object.entries(NAMES)) {
    const name = names.find((candidate) => isTold(fields[candidate]));
    if (name === undefined) continue;
    found[field] = fields[name];
    calledIn[field] = name;
  }
  const parsed = MetaSchema.safeParse(found);
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map((issue) => {
    const field = String(issue.path[0]);
    return `field "${calledIn[field]}": ${issue.message}, came ${shorten(found[field])}`;
  });
  throw new BadInputError(where, reasons.join('; '));
}

function isTold(value: unknown): boolean {
  return value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '');
}

/** A value for an error message: quoted, and short. */
export function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Lays what is told nearer to the text over what is told further off. */
export function mergeMeta(...nearestFirst: readonly Meta[]): Meta {
  return Object.assign({}, ...nearestFirst.toReversed().map(withoutUndefined));
}

function withoutUndefined(meta: Meta): Meta {
  return Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== undefined));
}

/** When an article was published, and how that is known. `now` counts only where nothing else tells. */
export function publishedOf(meta: Meta, file: string, mtime: Date | null, now: Date): Published {
  if (meta.published) return { ...meta.published, basis: 'explicit' };
  const name = file.split('/').at(-1) ?? file;
  const byName = dayInName(name) ?? dayInName(file);
  if (byName) return { date: byName, time: null, basis: 'file_name' };
  const byUrl = meta.url === undefined ? null : dayInUrl(meta.url);
  if (byUrl) return { date: byUrl, time: null, basis: 'url' };
  if (mtime) return { date: inDamascus(mtime).date, time: null, basis: 'file_time' };
  return { date: inDamascus(now).date, time: null, basis: 'assumed' };
}
