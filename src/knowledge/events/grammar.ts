/**
 * The event grammar of a country pack: words, phrases and rules as an analyst writes them, checked and compiled once.
 * What does not fit is a SetupError that names file and entry; so is a rule that speaks of a word nobody lists.
 */
import { z } from 'zod';
import { normaliseWord } from '../../arabic/normalise.ts';
import { SetupError } from '../../errors.ts';
import { EventTypeSchema, SideSchema, WeaponSchema } from '../../model/vocabulary.ts';
import { pushTo } from '../lists-by-key.ts';
import { buildLexicon, type Lexicon } from './lexicon.ts';

/** What a word or phrase does in a sentence, beside naming an event. */
export const USES = [
  'accuse',
  'affirm',
  'air',
  'aircraft',
  'anaphor',
  'attempt',
  'background',
  'base',
  'by',
  'byverb',
  'capable',
  'car',
  'cause',
  'civil',
  'column',
  'condition',
  'connective',
  'convoy',
  'crowd',
  'demand',
  'deny',
  'device',
  'effect',
  'extends',
  'fail',
  'fighter',
  'gas',
  'grip',
  'ground',
  'habit',
  'hand',
  'history',
  'light',
  'negate',
  'noise',
  'none',
  'occur',
  'officer',
  'parked',
  'peaceful',
  'people',
  'place',
  'plan',
  'politics',
  'post',
  'property',
  'qualifier',
  'relative',
  'release',
  'sapper',
  'say',
  'self',
  'shell',
  'shots',
  'since',
  'still',
  'stop',
  'sum',
  'suffer',
  'suicide',
  'talk',
  'that',
  'unit',
  'vehicle',
  'was',
] as const; // prettier-ignore
export type Use = (typeof USES)[number];

export const FRAMES = [
  'fire',
  'clash',
  'gain',
  'loss',
  'blast',
  'harm',
  'seizure',
  'protest',
  'raid',
  'people',
  'property',
  'strategic',
] as const; // prettier-ignore
export type Frame = (typeof FRAMES)[number];

const Word = z.string().regex(/^\S+$/, 'one word, without spaces');
const Words = z.record(
  Word,
  z.strictObject({
    past: z.array(Word).optional(),
    present: z.array(Word).optional(),
    noun: z.array(Word).optional(),
    word: z.array(Word).optional(),
    verb: z.array(Word).optional(),
    plural: z.array(Word).optional(),
    not: z.array(Word).optional(),
    is: z.array(z.enum(USES)).default([]),
  }),
);

const Phrases = z.array(
  z.strictObject({
    say: z.array(z.string().min(1)).min(1),
    as: Word.optional(),
    is: z.enum(USES).optional(),
  }),
);

const Names = z.array(Word).min(1);
const plainCondition = {
  weapons: z.array(WeaponSchema).min(1).optional(),
  near: Names.optional(),
  noneNear: Names.optional(),
  sentence: Names.optional(),
  after: Names.optional(),
  before: Names.optional(),
  by: z
    .array(z.enum([...SideSchema.options, 'none']))
    .min(1)
    .optional(),
  actors: Names.optional(),
  target: z
    .array(z.enum(['fighters', 'parties', 'civilians']))
    .min(1)
    .optional(),
  lemma: Names.optional(),
  kind: z
    .array(z.enum(['past', 'present', 'noun', 'word']))
    .min(1)
    .optional(),
  governed: z.boolean().optional(),
  /** Who did it came in aircraft, also where an earlier verb names them. */
  flown: z.boolean().optional(),
  /** The verb is a plural: «فجروا». */
  plural: z.boolean().optional(),
  place: z.boolean().optional(),
  /** The clause itself says where. */
  placed: z.boolean().optional(),
  named: z.boolean().optional(),
  /** What the verb has for its subject: «أصابت قذيفة», «صاروخ أصاب», and not «أصيب بقذيفة». */
  agent: Names.optional(),
  /** «على» follows, and what it comes down on: «قذيفة على مدرسة». */
  onto: z.boolean().optional(),
  head: z.boolean().optional(),
  /** A party stands right before the verb that opens a statement, as in headlines: «الجيش الحر يسيطر على». */
  subject: z.boolean().optional(),
  /** A statement opens with places and has nothing else before the trigger: «القريتين في يد التنظيم». */
  topic: z.boolean().optional(),
  /** Ids of actors one of which says so in the same sentence before the trigger: «ذكرت سانا أن القوات حررت …». */
  saidBy: Names.optional(),
};
export const PlainConditionSchema = z.strictObject(plainCondition);
export const ConditionSchema = z.strictObject({
  ...plainCondition,
  any: z.array(PlainConditionSchema).optional(),
});
export type Condition = z.infer<typeof ConditionSchema>;

const Rules = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z][a-z-]*$/),
    comment: z.string().min(1),
    triggers: Names,
    frame: z.enum(FRAMES),
    type: EventTypeSchema,
    needs: ConditionSchema.optional(),
    not: ConditionSchema.optional(),
    cases: z
      .array(
        z.strictObject({ when: ConditionSchema, type: EventTypeSchema, frame: z.enum(FRAMES).optional() }),
      )
      .default([]),
    /** Without a place of its own it belongs to the event before it. */
    dependent: z.boolean().default(false),
    /** Told with means of both the air and the ground, it is an event of each. */
    split: z.boolean().default(false),
    /**
     * How a fight's parties stand: `both` take part alike («اشتباكات بين»), `one` sets upon the other («هجوم على»),
     * or the first named `repelled` what the other began («تصدى … لمحاولة»).
     */
    sides: z.enum(['both', 'one', 'repelled']).default('one'),
    /** More of the fire told before: its type and doer are those of that event. */
    inherits: z.boolean().default(false),
  }),
);

export const EventWordsSchema = z.strictObject({ words: Words });
export const EventPhrasesSchema = z.strictObject({ phrases: Phrases });
export const EventRulesSchema = z.strictObject({ rules: Rules });
export const EventGrammarSchema = z.strictObject({ words: Words, phrases: Phrases, rules: Rules });
export type EventRule = z.infer<typeof Rules>[number] & { readonly order: number };

export interface PhrasePart {
  readonly words: ReadonlySet<string> | null;
  readonly lemma: string | null;
  readonly optional: boolean;
}

export interface Phrase {
  readonly parts: readonly PhrasePart[];
  readonly lemma: string | null;
  readonly use: Use | null;
}

export interface EventGrammar {
  readonly lexicon: Lexicon;
  /** Uses of a lemma; the lemma itself is not among them. */
  usesOf(lemma: string): readonly Use[];
  /** Phrases by a word that may begin them, longest first; those that begin with a lemma are under `<lemma>`. */
  phrasesAt(word: string): readonly Phrase[];
  /** Rules that a lemma in this form may set off, in order. */
  rulesFor(lemma: string, kind: string): readonly EventRule[];
  readonly rules: readonly EventRule[];
}

/** Checks and compiles the grammar of a pack. Throws SetupError naming what is wrong. */
export function compileEventGrammar(data: unknown): EventGrammar {
  const parsed = EventGrammarSchema.safeParse(data);
  if (!parsed.success) throw new SetupError(`event grammar: ${z.prettifyError(parsed.error)}`);
  const { words, phrases, rules } = parsed.data;
  checkNames(words, phrases, rules);
  const byTrigger = new Map<string, EventRule[]>();
  const ordered = rules.map(compileRule);
  for (const rule of ordered) for (const trigger of rule.triggers) pushTo(byTrigger, trigger, rule);
  const byStart = indexPhrases(phrases.map(compilePhrase));
  const none: readonly never[] = [];
  const forms = new Map<string, readonly EventRule[]>();
  return {
    lexicon: buildLexicon(words),
    usesOf: (lemma) => words[lemma]?.is ?? none,
    phrasesAt: (word) => byStart.get(word) ?? none,
    rulesFor(lemma, kind) {
      const key = `${lemma}.${kind}`;
      let found = forms.get(key);
      if (found === undefined) {
        found = [...(byTrigger.get(lemma) ?? none), ...(byTrigger.get(key) ?? none)].sort(
          (a, b) => a.order - b.order,
        );
        forms.set(key, found);
      }
      return found;
    },
    rules: ordered,
  };
}

type Parsed = z.infer<typeof EventGrammarSchema>;

function checkNames(words: Parsed['words'], phrases: Parsed['phrases'], rules: Parsed['rules']): void {
  const problems: string[] = [];
  const known = (name: string) => name in words || (USES as readonly string[]).includes(name);
  for (const { say, as } of phrases) {
    if (as !== undefined && !(as in words)) problems.push(`phrase «${say.join(' ')}»: no word ${as}`);
  }
  const ids = new Set<string>();
  for (const rule of rules) {
    if (ids.has(rule.id)) problems.push(`rule ${rule.id} stands twice`);
    ids.add(rule.id);
    for (const trigger of rule.triggers) {
      if (!(trigger.replace(/\.\w+$/, '') in words)) problems.push(`rule ${rule.id}: no word ${trigger}`);
    }
    const conditions: Condition[] = [];
    for (const one of [rule.needs, rule.not, ...rule.cases.map(({ when }) => when)] as (
      | Condition
      | undefined
    )[]) {
      if (one) conditions.push(one, ...(one.any ?? []));
    }
    for (const one of conditions) {
      for (const name of [one.near, one.noneNear, one.sentence, one.after, one.before, one.lemma].flat()) {
        if (name !== undefined && !known(name))
          problems.push(`rule ${rule.id}: neither word nor use ${name}`);
      }
    }
  }
  if (problems.length > 0) throw new SetupError(`event grammar:\n  ${problems.join('\n  ')}`);
}

/** Written out, not spread: rules are asked in the hottest loop, and all of one shape they are read quickly. */
function compileRule(rule: Parsed['rules'][number], order: number): EventRule {
  return {
    id: rule.id,
    comment: rule.comment,
    triggers: rule.triggers,
    frame: rule.frame,
    type: rule.type,
    needs: rule.needs && compileCondition(rule.needs),
    not: rule.not && compileCondition(rule.not),
    cases: rule.cases.map(({ when, type, frame }) => ({ when: compileCondition(when), type, frame })),
    dependent: rule.dependent,
    split: rule.split,
    sides: rule.sides,
    inherits: rule.inherits,
    order,
  };
}

function compileCondition(condition: Condition): Condition {
  return {
    weapons: condition.weapons,
    near: condition.near,
    noneNear: condition.noneNear,
    sentence: condition.sentence,
    after: condition.after,
    before: condition.before,
    by: condition.by,
    actors: condition.actors,
    target: condition.target,
    lemma: condition.lemma,
    kind: condition.kind,
    governed: condition.governed,
    flown: condition.flown,
    plural: condition.plural,
    place: condition.place,
    placed: condition.placed,
    named: condition.named,
    onto: condition.onto,
    agent: condition.agent,
    head: condition.head,
    subject: condition.subject,
    topic: condition.topic,
    saidBy: condition.saidBy,
    any: condition.any?.map(compileCondition),
  };
}

function compilePhrase({ say, as, is }: Parsed['phrases'][number]): Phrase {
  const parts = say.map((part): PhrasePart => {
    const optional = part.startsWith('?');
    const text = optional ? part.slice(1) : part;
    const lemma = /^<(.+)>$/.exec(text)?.[1] ?? null;
    return { optional, lemma, words: lemma ? null : new Set(text.split('|').map(normaliseWord)) };
  });
  return { parts, lemma: as ?? null, use: is ?? null };
}

function indexPhrases(phrases: readonly Phrase[]): Map<string, Phrase[]> {
  const index = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const head = phrase.parts[0] as PhrasePart;
    if (head.lemma) pushTo(index, `<${head.lemma}>`, phrase);
    for (const word of head.words ?? []) pushTo(index, word, phrase);
  }
  for (const list of index.values()) list.sort((a, b) => b.parts.length - a.parts.length);
  return index;
}
