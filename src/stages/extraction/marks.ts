/**
 * Marks each token with what the event grammar knows of it. Phrases win over words, longer phrases over shorter; the
 * words inside a phrase are spent and mean nothing by themselves. Linear: a phrase is looked for over its own length.
 */
import type { Token } from '../../arabic/token.ts';
import { remembering, type Word } from '../../arabic/word-memory.ts';
import type { EventGrammar, EventRule, Phrase, PhrasePart, Use } from '../../knowledge/events/grammar.ts';
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
  /** What keeps happening. */
  readonly habit: boolean;
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

const NO_WORDS: readonly WordReading[] = [];
const NO_NAMES: readonly string[] = [];
const NO_USES: readonly Use[] = [];
/** Marks that may stand inside a phrase: quotation marks and brackets. */
const STEPPED_OVER = new Set(['"', '«', '»', '(', ')', "'", '“', '”']);

const NO_TRIGGERS: readonly MarkTrigger[] = [];
const NO_PHRASES: readonly Phrase[] = [];
const SPENT: Mark = {
  words: NO_WORDS,
  names: NO_NAMES,
  uses: NO_USES,
  more: 0,
  triggers: NO_TRIGGERS,
  conjunction: false,
  spent: true,
  verb: false,
  noun: false,
  opener: null,
  blocks: null,
  begins: false,
  future: false,
  habit: false,
};
/** What a grammar knows of a word by itself, kept with the word. */
interface WordMarks {
  /** Marks by how the word stands: see {@link standing}; filled as they are asked for. */
  readonly marks: (Mark | undefined)[];
  /** Phrases that the word may begin. */
  readonly phrases: readonly Phrase[];
  /** Phrases that it may begin after its و or ف. */
  readonly joined: readonly Phrase[];
  /** Read with a pronoun too, so that it matters whether ta marbuta is written. */
  readonly suffixed: boolean;
}

const known = new WeakMap<EventGrammar, (word: Word) => WordMarks>();

/** One mark per token of `tokens.slice(from, to)`, in order. */
export function markTokens(
  tokens: readonly Token[],
  from: number,
  to: number,
  grammar: EventGrammar,
): Mark[] {
  const marksOf = marksOfWords(grammar);
  const marks: Mark[] = [];
  for (let i = from; i < to; ) {
    const token = tokens[i] as Token;
    const before = i > from ? (tokens[i - 1] as Token) : null;
    const alone = before?.norm === 'و';
    const own = marksOf(token.word);
    const phrase = token.kind === 'punctuation' ? null : phraseAt(own, tokens, i, to, grammar);
    if (phrase === null) {
      const governed = before !== null && token.gap !== 'paragraph' && governs(before.word);
      marks.push(wordMark(own, token, alone, governed, grammar));
      i++;
      continue;
    }
    marks.push(phraseMark(token, i, phrase, alone, grammar));
    for (i++; i <= phrase.last; i++) marks.push(SPENT);
  }
  return marks;
}

function emptyMarks(
  phrases: readonly Phrase[],
  joined: readonly Phrase[],
  words: readonly WordReading[],
): WordMarks {
  const suffixed = words.some(({ suffix }) => suffix !== '');
  return { marks: new Array(STANDINGS).fill(undefined), phrases, joined, suffixed };
}

/** Words that the grammar does not know share what is known of them. */
function marksOfWords(grammar: EventGrammar): (word: Word) => WordMarks {
  const before = known.get(grammar);
  if (before !== undefined) return before;
  const plain = emptyMarks(NO_PHRASES, NO_PHRASES, NO_WORDS);
  const marksOf = remembering((norm): WordMarks => {
    const joins = norm.length >= 3 && (norm.startsWith('و') || norm.startsWith('ف'));
    const phrases = grammar.phrasesAt(norm);
    const joined = joins ? grammar.phrasesAt(norm.slice(1)) : NO_PHRASES;
    const words = grammar.lexicon.read(norm);
    return phrases.length + joined.length + words.length === 0 ? plain : emptyMarks(phrases, joined, words);
  }, plain);
  known.set(grammar, marksOf);
  return marksOf;
}

/** After these stands a noun: «مع قصف» is no verb, though it is written like one. */
const GOVERNING = new Set([
  'من',
  'في',
  'عن',
  'علي',
  'الي',
  'مع',
  'خلال',
  'اثر',
  'جراء',
  'نتيجه',
  'بسبب',
  'وسط',
]);

const governs = remembering((norm) => GOVERNING.has(norm), false);

const STANDINGS = 6;

/** How a word stands, as an index of {@link WordMarks}, one of {@link STANDINGS}: after a lone و, after a governing word, with ta marbuta. */
function standing(alone: boolean, governed: boolean, marbuta: boolean): number {
  return (alone ? 2 : governed ? 4 : 0) + (marbuta ? 1 : 0);
}

function wordMark(
  { marks, suffixed }: WordMarks,
  token: Token,
  alone: boolean,
  governed: boolean,
  grammar: EventGrammar,
): Mark {
  const marbuta = suffixed && endsInMarbuta(token.surface);
  const stands = standing(alone, governed, marbuta);
  const before = marks[stands];
  if (before !== undefined) return before;
  const mark = makeMark(token, alone, governed, marbuta, grammar);
  marks[stands] = mark;
  return mark;
}

function makeMark(
  token: Token,
  alone: boolean,
  governed: boolean,
  marbuta: boolean,
  grammar: EventGrammar,
): Mark {
  const readings = token.kind === 'word' ? readingsOf(token.norm, marbuta, grammar) : NO_WORDS;
  const words = governed ? nounsOf(readings) : readings;
  const names: string[] = [];
  const uses: Use[] = [];
  for (const { lemma } of words) {
    names.push(lemma);
    for (const use of grammar.usesOf(lemma)) {
      uses.push(use);
      names.push(use);
    }
  }
  const conjunction = alone || (words[0]?.conjunction ?? false);
  return finished(words, names, uses, 0, triggersOf(words, grammar), conjunction);
}

/** Adds what is asked of every mark again and again, told once. */
function finished(
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
    begins: triggers.length > 0 && !uses.includes('shell') && !uses.includes('air'),
    future: words[0]?.future ?? false,
    habit: uses.includes('habit'),
  };
}

function triggersOf(words: readonly WordReading[], grammar: EventGrammar): readonly MarkTrigger[] {
  const triggers = words
    .map(({ lemma, kind }) => ({ lemma, kind, rules: grammar.rulesFor(lemma, kind) }))
    .filter(({ rules }) => rules.length > 0);
  return triggers.length > 0 ? triggers : NO_TRIGGERS;
}

/** Whether ta marbuta is at the end of a word as written, vowel marks aside. */
function endsInMarbuta(surface: string): boolean {
  let end = surface.length - 1;
  while (end > 0 && surface.charCodeAt(end) >= 0x64b && surface.charCodeAt(end) <= 0x652) end--;
  return surface.charCodeAt(end) === TA_MARBUTA;
}

const TA_MARBUTA = 0x629;

/** «استعادة» is the noun and never «استعاد» with a pronoun, which only looks the same where ة and ه are one letter. */
function readingsOf(norm: string, marbuta: boolean, grammar: EventGrammar): readonly WordReading[] {
  const words = grammar.lexicon.read(norm);
  return marbuta ? words.filter((word) => word.suffix === '') : words;
}

/** The readings as a noun, where a word has any. */
function nounsOf(readings: readonly WordReading[]): readonly WordReading[] {
  const nouns = readings.filter(({ kind }) => kind === 'noun' || kind === 'word');
  return nouns.length > 0 ? nouns : readings;
}

interface PhraseFound {
  readonly phrase: Phrase;
  readonly last: number;
  readonly conjunction: boolean;
}

function phraseMark(
  token: Token,
  at: number,
  found: PhraseFound,
  alone: boolean,
  grammar: EventGrammar,
): Mark {
  const { phrase } = found;
  const more = found.last - at;
  const uses: Use[] = phrase.use ? [phrase.use] : [];
  const names: string[] = [...uses];
  const conjunction = alone || found.conjunction;
  if (phrase.lemma === null) return finished(NO_WORDS, names, uses, more, NO_TRIGGERS, conjunction);
  names.push(phrase.lemma);
  for (const use of grammar.usesOf(phrase.lemma)) {
    uses.push(use);
    names.push(use);
  }
  const readings = grammar.lexicon.read(token.norm);
  const own = readings.find(({ kind }) => kind === 'noun') ?? readings[0];
  const word: WordReading = {
    lemma: phrase.lemma,
    kind: own?.kind === 'word' ? 'noun' : ((own?.kind ?? 'noun') as FormKind),
    future: own?.future ?? false,
    plural: own?.plural ?? false,
    feminine: own?.feminine ?? false,
    suffix: '',
    conjunction,
    preposition: own?.preposition ?? '',
    definite: own?.definite ?? false,
  };
  return finished([word], names, uses, more, triggersOf([word], grammar), conjunction);
}

function phraseAt(
  { phrases, joined }: WordMarks,
  tokens: readonly Token[],
  at: number,
  to: number,
  grammar: EventGrammar,
): PhraseFound | null {
  if (phrases.length + joined.length === 0) return null;
  const whole = firstFit(phrases, tokens, at, to, grammar);
  if (whole) return { phrase: whole.phrase, last: whole.last, conjunction: false };
  const rest = firstFit(joined, tokens, at, to, grammar);
  return rest ? { phrase: rest.phrase, last: rest.last, conjunction: true } : null;
}

function firstFit(
  phrases: readonly Phrase[],
  tokens: readonly Token[],
  at: number,
  to: number,
  grammar: EventGrammar,
): { phrase: Phrase; last: number } | null {
  for (const phrase of phrases) {
    const last = endOf(phrase.parts, 1, tokens, at, to, grammar);
    if (last !== null) return { phrase, last };
  }
  return null;
}

/** Last token of a phrase whose part before `part` stands at `at`; a missing optional part is passed over. */
function endOf(
  parts: readonly PhrasePart[],
  part: number,
  tokens: readonly Token[],
  at: number,
  to: number,
  grammar: EventGrammar,
): number | null {
  let last = at;
  let next = at + 1;
  for (let p = part; p < parts.length; p++) {
    while (next < to && isSteppedOver(tokens[next] as Token)) next++;
    const token = next < to ? (tokens[next] as Token) : null;
    const one = parts[p] as PhrasePart;
    if (token !== null && token.gap !== 'paragraph' && fits(one, token, grammar)) last = next++;
    else if (!one.optional) return null;
  }
  return last;
}

function isSteppedOver({ kind, norm }: Token): boolean {
  return kind === 'punctuation' && STEPPED_OVER.has(norm);
}

function fits(part: PhrasePart, token: Token, grammar: EventGrammar): boolean {
  if (part.words) return part.words.has(token.norm);
  return grammar.lexicon.read(token.norm).some((word) => word.lemma === part.lemma);
}
