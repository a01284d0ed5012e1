/** The country pack's page furniture (boilerplate.yaml), compiled into patterns over normalised words. */
import { z } from 'zod';
import { normaliseWord } from '../../../arabic/normalise.ts';
import { tokenise } from '../../../arabic/tokens.ts';
import { type Pattern, PatternSet } from './patterns.ts';
import { isWord } from './text-lines.ts';

const Patterns = z.array(z.string().trim().min(1)).default([]);

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
        /** Rules that words cannot tell: lines in Latin letters, lines of hashtags. */
        kind: z.enum(['words', 'latin', 'hashtags']).default('words'),
      }),
    )
    .min(1),
  reports: z.array(z.string().trim().min(1)).min(1),
});
export type BoilerplateFile = z.infer<typeof BoilerplateSchema>;

export interface LineRule {
  readonly id: string;
  readonly maxWords: number;
  readonly where: 'any' | 'head' | 'tail';
  readonly takes: 'line' | 'titles' | 'rest';
}

export interface BoilerplateRules {
  readonly lines: PatternSet<LineRule>;
  readonly starts: PatternSet<LineRule>;
  readonly ends: PatternSet<LineRule>;
  readonly contains: PatternSet<LineRule>;
  readonly inline: PatternSet<LineRule>;
  readonly latin: LineRule | null;
  readonly hashtags: LineRule | null;
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
  return Object.freeze({
    lines: set('lines'),
    starts: set('starts'),
    ends: set('ends'),
    contains: set('contains'),
    inline: set('inline'),
    latin: file.rules.find((rule) => rule.kind === 'latin') ?? null,
    hashtags: file.rules.find((rule) => rule.kind === 'hashtags') ?? null,
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
