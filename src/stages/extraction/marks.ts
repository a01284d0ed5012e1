/**
 * Marks each token with what the event grammar knows of it. Phrases win over words, longer phrases over shorter; the
 * words inside a phrase are spent and mean nothing by themselves. Linear: a phrase is looked for over its own length.
 */
import type { Token } from '../../arabic/token.ts';
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
}

const NO_WORDS: readonly WordReading[] = [];
const NO_NAMES: readonly string[] = [];
const NO_USES: readonly Use[] = [];
/** Marks that may stand inside a phrase: quotation marks and brackets. */
const STEPPED_OVER = new Set(['"', '«', '»', '(', ')', "'", '“', '”']);

const NO_TRIGGERS: readonly MarkTrigger[] = [];
const SPENT: Mark = Object.freeze({
  words: NO_WORDS,
  names: NO_NAMES,
  uses: NO_USES,
  more: 0,
  triggers: NO_TRIGGERS,
  conjunction: false,
  spent: true,
});
/** Marks of words remembered for each grammar; past this many the memory starts afresh. */
const MEMORY = 40_000;
const memories = new WeakMap<EventGrammar, Map<string, Mark>>();

/** One mark per token of `tokens.slice(from, to)`, in order. */
export function markTokens(
  tokens: readonly Token[],
  from: number,
  to: number,
  grammar: EventGrammar,
): Mark[] {
  const memory = memoryOf(grammar);
  const marks: Mark[] = [];
  for (let i = from; i < to; ) {
    const token = tokens[i] as Token;
    const alone = i > from && tokens[i - 1]?.norm === 'و';
    const phrase = token.kind === 'punctuation' ? null : phraseAt(tokens, i, to, grammar);
    if (phrase === null) {
      const governed = i > from && token.gap !== 'paragraph' && GOVERNING.has(tokens[i - 1]?.norm ?? '');
      marks.push(wordMark(token, alone, governed, grammar, memory));
      i++;
      continue;
    }
    marks.push(phraseMark(token, i, phrase, alone, grammar));
    for (i++; i <= phrase.last; i++) marks.push(SPENT);
  }
  return marks;
}

function memoryOf(grammar: EventGrammar): Map<string, Mark> {
  const known = memories.get(grammar);
  if (known !== undefined && known.size < MEMORY) return known;
  const memory = new Map<string, Mark>();
  memories.set(grammar, memory);
  return memory;
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

function wordMark(
  token: Token,
  alone: boolean,
  governed: boolean,
  grammar: EventGrammar,
  memory: Map<string, Mark>,
): Mark {
  const marbuta = MARBUTA.test(token.surface);
  const key = `${alone ? 'و ' : governed ? 'من ' : ''}${token.norm}`;
  const known = memory.get(marbuta ? `${key}ة` : key);
  if (known !== undefined) return known;
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
  const mark = {
    words,
    names,
    uses,
    more: 0,
    triggers: triggersOf(words, grammar),
    conjunction,
    spent: false,
  };
  memory.set(marbuta ? `${key}ة` : key, mark);
  return mark;
}

function triggersOf(words: readonly WordReading[], grammar: EventGrammar): readonly MarkTrigger[] {
  const triggers = words
    .map(({ lemma, kind }) => ({ lemma, kind, rules: grammar.rulesFor(lemma, kind) }))
    .filter(({ rules }) => rules.length > 0);
  return triggers.length > 0 ? triggers : NO_TRIGGERS;
}

/** Ta marbuta at the end of a word as written, vowel marks aside. */
const MARBUTA = /ة[\u064b-\u0652]*$/;

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
  if (phrase.lemma === null)
    return { words: NO_WORDS, names, uses, more, triggers: NO_TRIGGERS, conjunction, spent: false };
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
  return {
    words: [word],
    names,
    uses,
    more,
    triggers: triggersOf([word], grammar),
    conjunction,
    spent: false,
  };
}

function phraseAt(
  tokens: readonly Token[],
  at: number,
  to: number,
  grammar: EventGrammar,
): PhraseFound | null {
  const { norm } = tokens[at] as Token;
  const whole = firstFit(grammar.phrasesAt(norm), tokens, at, to, grammar);
  if (whole) return { phrase: whole.phrase, last: whole.last, conjunction: false };
  const first = norm[0];
  if ((first !== 'و' && first !== 'ف') || norm.length < 3) return null;
  const rest = firstFit(grammar.phrasesAt(norm.slice(1)), tokens, at, to, grammar);
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
    while (next < to && STEPPED_OVER.has((tokens[next] as Token).norm)) next++;
    const token = next < to ? (tokens[next] as Token) : null;
    const one = parts[p] as PhrasePart;
    if (token !== null && token.gap !== 'paragraph' && fits(one, token, grammar)) last = next++;
    else if (!one.optional) return null;
  }
  return last;
}

function fits(part: PhrasePart, token: Token, grammar: EventGrammar): boolean {
  if (part.words) return part.words.has(token.norm);
  return grammar.lexicon.read(token.norm).some((word) => word.lemma === part.lemma);
}
