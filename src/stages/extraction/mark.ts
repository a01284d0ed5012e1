/** What the event grammar knows of one token, and what is asked of it again and again, told once. */
import type { EventGrammar, EventRule, Use } from '../../knowledge/events/grammar.ts';
import type { FormKind } from '../../knowledge/events/inflect.ts';
import type { WordReading } from '../../knowledge/events/lexicon.ts';

export interface MarkTrigger {
  readonly lemma: string;
  readonly kind: FormKind;
  readonly rules: readonly EventRule[];
}

export interface Mark {
  /** Readings of the word, or the one word that a phrase stands for. */
  readonly words: readonly WordReading[];
  /** Everything that a condition may ask for: lemmas and uses. */
  readonly names: readonly string[];
  readonly uses: readonly Use[];
  /** How many tokens after the first the phrase covers; 0 for a word. */
  readonly more: number;
  /** Rules that the word may set off, an entry for each reading that has one. */
  readonly triggers: readonly MarkTrigger[];
  /** و or ف stands before it, attached or alone. */
  readonly conjunction: boolean;
  /** Inside a phrase that begins earlier. */
  readonly spent: boolean;
  /** It can be a finite verb; a form that is noun and verb alike is both. */
  readonly verb: boolean;
  readonly noun: boolean;
  /** How it opens a segment, or null. */
  readonly opener: Opener | null;
  /** What it blocks for the rest of its statement, or null. */
  readonly blocks: LastingBlock | null;
  /** It may set off a rule and begin a statement: «غارات بالصواريخ», a munition, only tells of one. */
  readonly begins: boolean;
  /** A verb with س: what is still to come. */
  readonly future: boolean;
  /** Those of its uses that whole segments are searched for: bits of {@link SOUGHT}. */
  readonly sought: number;
}

/** Uses looked for token by token, a bit each: a segment that has none of a use is not searched for it. */
export const SOUGHT = {
  anaphor: 1,
  qualifier: 2,
  attempt: 4,
  negate: 8,
  capable: 16,
  extends: 32,
  say: 64,
  occur: 128,
  light: 256,
  grip: 512,
  effect: 1024,
  suffer: 2048,
  habit: 4096,
  by: 8192,
  byverb: 16384,
  shots: 32768,
  post: 65536,
  vehicle: 131072,
  property: 262144,
  fighter: 524288,
} as const satisfies Partial<Record<Use, number>>;

function soughtAmong(uses: readonly Use[]): number {
  const bits: Partial<Record<Use, number>> = SOUGHT;
  let sought = 0;
  for (const use of uses) sought |= bits[use] ?? 0;
  return sought;
}

/** What opens a segment by its use. */
export const OPENERS = [
  'connective',
  'effect',
  'cause',
  'relative',
  'that',
  'background',
] as const satisfies readonly Use[];
export type Opener = (typeof OPENERS)[number];

/** What keeps a statement from telling an event. */
export const LASTING_BLOCKS = [
  'plan',
  'demand',
  'talk',
  'accuse',
  'deny',
  'condition',
] as const satisfies readonly Use[];
export type LastingBlock = (typeof LASTING_BLOCKS)[number];
/** What keeps a trigger from telling one. */
export type Block = LastingBlock | 'history' | 'background' | 'habit' | 'negate';

/** What an event is made with: «غارات بالصواريخ», «نفذه انتحاري بعبوة». */
const MEANS = ['shell', 'air', 'device', 'car', 'suicide'] as const satisfies readonly Use[];

export const NO_WORDS: readonly WordReading[] = [];
export const NO_TRIGGERS: readonly MarkTrigger[] = [];

/** Of tokens inside a phrase. */
export const SPENT = emptyMark(true);
/** Of tokens outside the section. */
export const UNMARKED = emptyMark(false);

function emptyMark(spent: boolean): Mark {
  return {
    words: NO_WORDS,
    names: [],
    uses: [],
    more: 0,
    triggers: NO_TRIGGERS,
    conjunction: false,
    spent,
    verb: false,
    noun: false,
    opener: null,
    blocks: null,
    begins: false,
    future: false,
    sought: 0,
  };
}

export function markOf(
  words: readonly WordReading[],
  names: readonly string[],
  uses: readonly Use[],
  more: number,
  triggers: readonly MarkTrigger[],
  conjunction: boolean,
): Mark {
  return {
    words,
    names,
    uses,
    more,
    triggers,
    conjunction,
    spent: false,
    verb: words.some(
      ({ kind, preposition }) => (kind === 'past' || kind === 'present') && preposition === '',
    ),
    noun: words.some(({ kind }) => kind === 'noun'),
    opener: OPENERS.find((use) => uses.includes(use)) ?? null,
    blocks: LASTING_BLOCKS.find((use) => uses.includes(use)) ?? null,
    begins: triggers.length > 0 && !MEANS.some((use) => uses.includes(use)),
    future: words[0]?.future ?? false,
    sought: soughtAmong(uses),
  };
}

export function triggersOf(words: readonly WordReading[], grammar: EventGrammar): readonly MarkTrigger[] {
  const triggers = words
    .map(({ lemma, kind }) => ({ lemma, kind, rules: grammar.rulesFor(lemma, kind) }))
    .filter(({ rules }) => rules.length > 0);
  return triggers.length > 0 ? triggers : NO_TRIGGERS;
}
