/**
 * An article on its way through the stages. Each stage adds its own findings and changes nothing that came before:
 * RawArticle (intake) → NovelArticle (dedup) → SectionedArticle (sections) → ExtractedArticle (extraction).
 * All offsets are UTF-16 code units into `text`, which is never rewritten.
 */
import { z } from 'zod';
import { MentionSchema, TollSchema } from './mention.ts';
import {
  BulletinDayBasisSchema,
  DaySchema,
  GovernorateIdSchema,
  PublishedBasisSchema,
  SpanSchema,
} from './vocabulary.ts';

export const PublishedSchema = z.object({
  date: DaySchema,
  /** Local time of day `HH:MM` where the source tells it. */
  time: z
    .string()
    .regex(/^\d\d:\d\d$/)
    .nullable()
    .default(null),
  basis: PublishedBasisSchema,
});
export type Published = z.infer<typeof PublishedSchema>;

/** A doubtful reading: the rule that doubts, what it saw, and where. */
export const DiagnosticSchema = SpanSchema.extend({ rule: z.string(), message: z.string() });
export type Diagnostic = z.infer<typeof DiagnosticSchema>;

/** A stretch that is page furniture, with the rule that says so. */
export const RemovedSchema = SpanSchema.extend({ rule: z.string() });
export type Removed = z.infer<typeof RemovedSchema>;

/** Largest article text that any stage accepts, in UTF-16 code units. */
export const MAX_ARTICLE_LENGTH = 2_000_000;

export const RawArticleSchema = z.object({
  /** Hex digest of source and content: the same text of the same source is the same article. */
  id: z.string().regex(/^[0-9a-f]{16,64}$/),
  /** Publisher or feed; `unknown` where nobody told it. */
  source: z.string().min(1),
  /** Path of the file in its inbox, or `-` for standard input. */
  file: z.string(),
  /** Zero-based place of the article in a file that holds many. */
  record: z.int().nonnegative().default(0),
  url: z.string().nullable().default(null),
  title: z.string().nullable().default(null),
  text: z.string().max(MAX_ARTICLE_LENGTH),
  published: PublishedSchema,
  /** When intake saw it; orders the versions of one article. ISO 8601. */
  receivedAt: z.iso.datetime({ offset: true }),
  /** The claimed file's ticket, by which intake learns that all its articles are done. */
  ticket: z.string().nullable().default(null),
  diagnostics: z.array(DiagnosticSchema).default([]),
  /** When a replay read it again with newer knowledge; the newest reading takes the place of the others. */
  replayedAt: z.iso.datetime({ offset: true }).optional(),
});
export type RawArticle = z.infer<typeof RawArticleSchema>;

export const DUPLICATE_KINDS = ['exact', 'near_duplicate', 'update'] as const;
export const DuplicateSchema = z.object({
  kind: z.enum(DUPLICATE_KINDS),
  /** Id of the original article. */
  of: z.string(),
  /** Share of this article's word 3-grams that the original holds, 0 to 1. */
  containment: z.number().min(0).max(1),
});
export type Duplicate = z.infer<typeof DuplicateSchema>;

/**
 * What an article is to another, told without direction: of the two the one published later repeats the other
 * (`repeat`) or takes its place (`version`).
 */
export const ArticleLinkSchema = z.object({
  id: z.string(),
  kind: z.enum(['repeat', 'version']),
  /** How sure: the share of the later one's word 3-grams that the other holds, and 1 more where all words are the same. */
  weight: z.number().min(0).max(2),
});
export type ArticleLink = z.infer<typeof ArticleLinkSchema>;

export const NovelArticleSchema = RawArticleSchema.extend({
  language: z.string(),
  removed: z.array(RemovedSchema),
  duplicate: DuplicateSchema.nullable(),
  /** Ids of older versions that this article takes the place of: their mentions are withdrawn. */
  replaces: z.array(z.string()).default([]),
  /** All that it is to articles that came before it; without it, `duplicate` and `replaces` stand for it. */
  links: z.array(ArticleLinkSchema).optional(),
});
export type NovelArticle = z.infer<typeof NovelArticleSchema>;

/** A repeat goes no further than dedup; this note carries it to the original as corroboration. */
export const RepeatNoticeSchema = z.object({
  kind: z.literal('repeat'),
  id: z.string(),
  /** The article's own id, where `id` is that of a copy under another file name. */
  arrivedAs: z.string().optional(),
  source: z.string(),
  file: z.string(),
  url: z.string().nullable(),
  published: PublishedSchema,
  receivedAt: z.iso.datetime({ offset: true }),
  ticket: z.string().nullable(),
  duplicate: DuplicateSchema,
  links: z.array(ArticleLinkSchema).optional(),
});
export type RepeatNotice = z.infer<typeof RepeatNoticeSchema>;

export const SectionRepeatSchema = z.object({
  kind: z.enum(['repeat', 'update']),
  /** Id of the section that told it first. */
  of: z.string(),
  containment: z.number().min(0).max(1),
  /** Stretches of an update that earlier sections told in the same words; what lies outside them is new. */
  told: z.array(SpanSchema).default([]),
  /** Ids of the other sections that it repeats or extends, sorted. */
  also: z.array(z.string()).default([]),
});

export type SectionRepeat = z.infer<typeof SectionRepeatSchema>;

export const SectionSchema = SpanSchema.extend({
  id: z.string(),
  /** The heading as written, or null for a stretch of ordinary news. */
  heading: z.string().nullable(),
  /** The heading's governorate, or the one that the stretch's dateline names; null where neither does. */
  governorate: GovernorateIdSchema.nullable(),
  /** The other governorates of a heading that names several («دمشق وريفها»). */
  alsoGovernorates: z.array(GovernorateIdSchema).default([]),
  repeat: SectionRepeatSchema.nullable(),
});
export type Section = z.infer<typeof SectionSchema>;

export const BulletinSchema = z.object({
  day: DaySchema,
  dayBasis: BulletinDayBasisSchema,
  sections: z.array(SectionSchema),
});
export type Bulletin = z.infer<typeof BulletinSchema>;

export const SectionedArticleSchema = NovelArticleSchema.extend({
  bulletins: z.array(BulletinSchema),
  /** Stretches of ordinary news outside the bulletins, in text order, heading null. */
  news: z.array(SectionSchema),
});
export type SectionedArticle = z.infer<typeof SectionedArticleSchema>;

export const PlaceMentionSchema = SpanSchema.extend({
  surface: z.string(),
  /** Gazetteer id (p-code where OCHA gives one), null for a place told of but unknown. */
  id: z.string().nullable(),
  governorate: GovernorateIdSchema.nullable(),
  /** ISO 3166-1 alpha-2; `SY` for the pack's own country. */
  country: z.string(),
});
export type PlaceMention = z.infer<typeof PlaceMentionSchema>;

export const DateMentionSchema = SpanSchema.extend({
  surface: z.string(),
  date: DaySchema,
  precision: z.union([z.literal(1), z.literal(2), z.literal(3)]),
});
export type DateMention = z.infer<typeof DateMentionSchema>;

export const ActorMentionSchema = SpanSchema.extend({ surface: z.string(), id: z.string() });
export type ActorMention = z.infer<typeof ActorMentionSchema>;

export const ExtractedArticleSchema = SectionedArticleSchema.extend({
  kind: z.literal('article'),
  places: z.array(PlaceMentionSchema),
  dates: z.array(DateMentionSchema),
  actors: z.array(ActorMentionSchema),
  mentions: z.array(MentionSchema),
  tolls: z.array(TollSchema),
});
export type ExtractedArticle = z.infer<typeof ExtractedArticleSchema>;

/** What aggregation takes in: an article with its mentions, or word of a repeat. */
export const ContributionSchema = z.discriminatedUnion('kind', [ExtractedArticleSchema, RepeatNoticeSchema]);
export type Contribution = z.infer<typeof ContributionSchema>;
