/**
 * The country pack's knowledge of headings (headings.yaml and the governorates' own names), compiled: names that head
 * a section, the words that may stand around them, and how news items open. Compiled once for each pack.
 */
import { z } from 'zod';
import { tokenise } from '../../arabic/tokens.ts';
import { buildTrie, type TokenTrie } from '../../knowledge/trie.ts';
import type { Governorate } from '../../knowledge/types.ts';
import { GovernorateIdSchema } from '../../model/vocabulary.ts';
import { type Phrase, PhraseSet } from './phrases.ts';

const Phrases = z.array(z.string().trim().min(1)).default([]);

export const HeadingsSchema = z.strictObject({
  regions: z
    .array(
      z.strictObject({
        governorates: z.array(GovernorateIdSchema).min(1),
        names: z.array(z.string().trim().min(1)).min(1),
      }),
    )
    .default([]),
  before: Phrases,
  after: Phrases,
  ordinals: Phrases,
  openings: Phrases,
  openingsBeforeMark: Phrases,
  closers: Phrases,
  titles: Phrases,
  weakDatelines: z.array(GovernorateIdSchema).default([]),
  agencies: Phrases,
  articleOpenings: Phrases,
  anaphors: Phrases,
  topicless: Phrases,
});
export type HeadingsFile = z.infer<typeof HeadingsSchema>;

export interface HeadingName {
  /** The section's own governorate first. */
  readonly governorates: readonly string[];
  /** True for a governorate's own name, false for a region or town in it. */
  readonly whole: boolean;
}

export interface HeadingRules {
  readonly names: PhraseSet<HeadingName>;
  /** The same names, found in prose with their clitics. */
  readonly namesInProse: TokenTrie<HeadingName>;
  readonly before: PhraseSet<true>;
  readonly after: PhraseSet<true>;
  readonly ordinals: PhraseSet<true>;
  /** The value says whether a mark has to follow the name. */
  readonly openings: PhraseSet<{ readonly needsMark: boolean }>;
  readonly closers: PhraseSet<true>;
  readonly titles: PhraseSet<true>;
  readonly agencies: PhraseSet<true>;
  readonly weakDatelines: ReadonlySet<string>;
  readonly articleOpenings: ReadonlySet<string>;
  readonly anaphors: ReadonlySet<string>;
  readonly topicless: ReadonlySet<string>;
}

/** Compiles the pack's headings. A name told for two regions keeps the first. */
export function compileHeadings(file: HeadingsFile, governorates: readonly Governorate[]): HeadingRules {
  const names = headingNames(file, governorates);
  return Object.freeze({
    names: new PhraseSet(names),
    namesInProse: buildTrie(names),
    before: phraseSet(file.before),
    after: phraseSet(file.after),
    ordinals: phraseSet(file.ordinals),
    openings: new PhraseSet([
      ...file.openings.map((phrase) => ({ words: wordsOf(phrase), value: { needsMark: false } })),
      ...file.openingsBeforeMark.map((phrase) => ({ words: wordsOf(phrase), value: { needsMark: true } })),
    ]),
    closers: phraseSet(file.closers),
    titles: phraseSet(file.titles),
    agencies: phraseSet(file.agencies),
    weakDatelines: new Set(file.weakDatelines),
    articleOpenings: wordSet(file.articleOpenings),
    anaphors: wordSet(file.anaphors),
    topicless: wordSet(file.topicless),
  });
}

function headingNames(file: HeadingsFile, governorates: readonly Governorate[]): Phrase<HeadingName>[] {
  const entries: Phrase<HeadingName>[] = [];
  for (const { id, ar, forms } of governorates) {
    for (const form of [ar, ...forms]) {
      entries.push({ words: wordsOf(form), value: { governorates: [id], whole: true } });
    }
  }
  for (const { governorates: ids, names } of file.regions) {
    for (const name of names)
      entries.push({ words: wordsOf(name), value: { governorates: ids, whole: false } });
  }
  return entries;
}

function phraseSet(phrases: readonly string[]): PhraseSet<true> {
  return new PhraseSet(phrases.map((phrase) => ({ words: wordsOf(phrase), value: true as const })));
}

function wordSet(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap((word) => wordsOf(word).slice(0, 1)));
}

/** The normalised words of a phrase, as the tokeniser gives them. */
export function wordsOf(phrase: string): string[] {
  return tokenise(phrase)
    .filter((token) => token.kind !== 'punctuation')
    .map((token) => token.norm);
}
