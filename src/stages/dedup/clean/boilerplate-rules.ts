/** The country pack's page furniture (boilerplate.yaml), compiled into patterns over normalised words. */
import { z } from 'zod';
import { normaliseWord } from '../../../arabic/normalise.ts';
import { tokenise } from '../../../arabic/tokens.ts';
import { type Pattern, PatternSet } from './patterns.ts';
import { isWord } from './text-lines.ts';

const PatternText = z
  .string()
  .trim()
  .min(1)
  .refine((text) => /[\p{L}\p{N}©]/u.test(text.replace(/\{(?:n|num|w)\}/g, '')), {
    message: 'a pattern needs a word of its own, or every line fits it',
  });
const Patterns = z.array(PatternText).default([]);

export const BoilerplateSchema = z.strictObject({
  rules: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z-]*$/),
        comment: z.string().min(1),
        lines: Patterns,
        starts: Patterns,
        ends: Patterns,
        contains: Patterns,
        inline: Patterns,
        maxWords: z.int().positive().max(80).default(20),
        where: z.enum(['any', 'head', 'tail']).default('any'),
        takes: z.enum(['line', 'titles', 'rest']).default('line'),
        /** What patterns cannot tell: lines in Latin letters, of hashtags, names, labels or a number alone; sums. */
        kind: z
          .enum(['words', 'latin', 'hashtags', 'names', 'number', 'sum', 'labels', 'ticker'])
          .default('words'),
      }),
    )
    .min(1),
  dangling: Patterns,
  labels: Patterns,
  reports: z.array(z.string().trim().min(1)).min(1),
});
export type BoilerplateFile = z.infer<typeof BoilerplateSchema>;

export interface LineRule {
  readonly id: string;
  readonly maxWords: number;
  readonly where: 'any' | 'head' | 'tail';
  readonly takes: 'line' | 'titles' | 'rest';
  readonly kind: 'words' | 'latin' | 'hashtags' | 'names' | 'number' | 'sum' | 'labels' | 'ticker';
}

export interface BoilerplateRules {
  readonly lines: PatternSet<LineRule>;
  readonly starts: PatternSet<LineRule>;
  readonly ends: PatternSet<LineRule>;
  readonly contains: PatternSet<LineRule>;
  readonly inline: PatternSet<LineRule>;
  readonly latin: LineRule | null;
  readonly hashtags: LineRule | null;
  readonly names: LineRule | null;
  readonly number: LineRule | null;
  readonly sum: LineRule | null;
  readonly ticker: LineRule | null;
  readonly labels: { readonly rule: LineRule | null; readonly words: ReadonlySet<string> };
  readonly dangling: ReadonlySet<string>;
  readonly reports: ReadonlySet<string>;
  /** Words of the governorates' names: short lines that hold one may be a heading and are never learnt. */
  readonly headingWords: ReadonlySet<string>;
  /** Longest line that any line rule looks at, in words. */
  readonly longest: number;
}

/** Compiles the rules once for a pack; `names` are the governorates' names and forms. */
export function compileBoilerplate(file: BoilerplateFile, names: readonly string[] = []): BoilerplateRules {
  const set = (part: 'lines' | 'starts' | 'ends' | 'contains' | 'inline'): PatternSet<LineRule> =>
    new PatternSet(file.rules.flatMap((rule) => rule[part].map((text) => patternOf(text, rule))));
  const ofKind = (kind: LineRule['kind']): LineRule | null =>
    file.rules.find((rule) => rule.kind === kind) ?? null;
  return Object.freeze({
    lines: set('lines'),
    starts: set('starts'),
    ends: set('ends'),
    contains: set('contains'),
    inline: set('inline'),
    latin: ofKind('latin'),
    hashtags: ofKind('hashtags'),
    names: ofKind('names'),
    number: ofKind('number'),
    sum: ofKind('sum'),
    ticker: ofKind('ticker'),
    labels: {
      rule: ofKind('labels'),
      words: new Set(file.labels.flatMap((label) => tokenise(label).map((token) => token.norm))),
    },
    dangling: new Set(file.dangling.map(normaliseWord)),
    reports: new Set(file.reports.map(normaliseWord)),
    headingWords: new Set(names.flatMap((name) => tokenise(name).map((token) => token.norm))),
    longest: Math.max(...file.rules.map((rule) => rule.maxWords)),
  });
}

const CLASS = /\{(n|num|w)\}/;

/** The words of a pattern as the matcher sees a line; classes stand as `{n}`, `{num}`, `{w}`. */
function patternOf(text: string, value: LineRule): Pattern<LineRule> {
  const words = text.split(/(\{(?:n|num|w)\})/).flatMap((part) =>
    CLASS.test(part)
      ? [part]
      : tokenise(part)
          .filter(isWord)
          .map((token) => token.norm),
  );
  return { words, value };
}
