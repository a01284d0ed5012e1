/** Every figure that decides about repeats of articles; how each was measured: docs/decisions/2026-11-24-repeat-thresholds.md. */
export const REPEAT_THRESHOLDS = Object.freeze({
  /** Below this share of shingles, in both directions, two articles are unrelated: other days' bulletins stay under 0.08, forms of one outlet under 0.45. */
  related: 0.5,
  /** A repeat holds at least so much of its body in the original: 3 % of words replaced leave 0.91. */
  near: 0.8,
  /** A run of so many new words is a clause that tells something; longer than any retouched phrase. */
  newClauseWords: 8,
  /** Texts with fewer words are of one form («قصف مدفعي على بلدة …»): only exact and nearly exact ones are repeats. */
  shortWords: 30,
  /** Words that a short repeat may have before or after the original's («عاجل»). */
  shortAddedWords: 3,
  /** Below this length another place or another weekday makes it another event, not an edit. */
  oneEventWords: 150,
  /** Longer texts tell another event when fewer than this share of the names are shared. */
  sharedNames: 0.5,
  /** The same words or form, published so many days apart, report another day's event when the text is short. */
  shortDaysApart: 1,
  /** A first line of at most so many words is a title, a last line of at most so many a footer: other ones make no news. */
  titleWords: 20,
  footerWords: 12,
  /** Share of the older text that a new file of the same name must hold to be its new version; a URL needs none. */
  versionContainment: 0.1,
});

export type RepeatThresholds = typeof REPEAT_THRESHOLDS;

/** What the index does; measured with the same bench. */
export const INDEX_LIMITS = Object.freeze({
  /** Articles in a bucket beyond which it is boilerplate, or one story printed everywhere. */
  bucketArticles: 64,
  /** Of a full bucket the oldest few still count, so that the 65th reprint finds its original. */
  fullBucketOldest: 3,
  /** A bucket that an article only looks into counts while it holds fewer: it grows, and a retry must see no less. */
  askedArticles: 16,
  /** Candidates that are compared exactly, those with most buckets in common first. */
  candidates: 8,
  /** Newest versions of one page or file that a new one is compared with. */
  versions: 8,
  /** Days that an article is remembered (`NASHRA_MEMORY_DAYS`). */
  memoryDays: 30,
});
