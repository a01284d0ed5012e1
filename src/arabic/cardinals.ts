/** Reads one cardinal number off the tokens: digits of any script, number words and their compounds. */
import { type NumberWord, numberWords } from './number-words.ts';
import type { Token } from './token.ts';
import { remembering } from './word-memory.ts';

export interface Cardinal {
  readonly first: number;
  readonly last: number;
  readonly value: number;
  /** Clitics on the first word, or '' (digits carry theirs as a token of their own). */
  readonly prefix: string;
  readonly digits: boolean;
}

const CLITICS = [
  '',
  'و',
  'ف',
  'ب',
  'ل',
  'ك',
  'ال',
  'وال',
  'لل',
  'ول',
  'وب',
  'فال',
  'ولل',
  'وبال',
  'كال',
  'لال',
];
/** Words that are a number only in a compound («أحد عشر») or never with an article («الاثنين» is Monday). */
const ONLY_BEFORE_TEN: ReadonlySet<string> = new Set(['احد', 'احدي', 'احدا']);
const MONDAY = 'اثنين';

interface Found {
  readonly word: NumberWord;
  readonly prefix: string;
}

/** The value of digits with separators («1,500», «1.500» where it groups thousands, «14.5»). */
export function digitsValue(norm: string): number {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(norm)) return Number(norm.replaceAll(',', ''));
  if (/^[1-9]\d{0,2}(?:\.\d{3})+$/.test(norm)) return Number(norm.replaceAll('.', ''));
  return Number(norm.replace(',', '.'));
}

/** The cardinal that begins at token `at`, or null. */
export function cardinalAt(tokens: readonly Token[], at: number): Cardinal | null {
  const token = tokens[at];
  if (token === undefined || token.kind === 'punctuation') return null;
  if (token.kind === 'number') return fromDigits(tokens, at);
  const first = wordAt(token);
  if (first === null) return elevenAt(tokens, at) ?? fractionAt(tokens, at);
  if (first.word.rank === 'hundred' && isPercentWord(tokens, at, first.prefix)) return null;
  const sum = new Compound();
  sum.add(first.word, false);
  const last = extend(tokens, at, sum);
  return { first: at, last, value: sum.value, prefix: first.prefix, digits: false };
}

const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['نصف', 2],
  ['ربع', 4],
]);

/** «نصف مليون», «ربع مليون». */
function fractionAt(tokens: readonly Token[], at: number): Cardinal | null {
  const parts = FRACTIONS.get(tokens[at]?.norm ?? '');
  if (parts === undefined) return null;
  const scale = unjoinedWord(tokens, at + 1);
  if (scale?.rank !== 'scale' || scale.value < 1_000_000) return null;
  return { first: at, last: at + 1, value: scale.value / parts, prefix: '', digits: false };
}

/** «بالمئة», «في المئة». */
function isPercentWord(tokens: readonly Token[], at: number, prefix: string): boolean {
  return prefix.endsWith('بال') || (prefix === 'ال' && tokens[at - 1]?.norm === 'في');
}

/** Whether a word can begin a cardinal. */
export function isNumberWord(norm: string): boolean {
  const words = numberWords();
  return CLITICS.some((prefix) => {
    if (!norm.startsWith(prefix)) return false;
    const stem = norm.slice(prefix.length);
    return words.has(stem) || ONLY_BEFORE_TEN.has(stem);
  });
}

function fromDigits(tokens: readonly Token[], at: number): Cardinal | null {
  let value = digitsValue((tokens[at] as Token).norm);
  if (!Number.isFinite(value)) return null;
  let last = at;
  const scale = unjoinedWord(tokens, at + 1);
  if (scale?.rank === 'scale') {
    value *= scale.value;
    last = at + 1;
    const rest = joinedCardinal(tokens, last + 1, scale.value);
    if (rest !== null)
      return { first: at, last: rest.last, value: value + rest.value, prefix: '', digits: true };
  }
  return { first: at, last, value: Math.round(value * 1000) / 1000, prefix: '', digits: true };
}

/** «و500» or «وخمسمئة» after «21 ألفا». */
function joinedCardinal(tokens: readonly Token[], at: number, below: number): Cardinal | null {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word' || !token.norm.startsWith('و')) return null;
  const rest = token.norm === 'و' ? cardinalAt(tokens, at + 1) : cardinalAt(tokens, at);
  return rest !== null && rest.value < below && rest.value >= 1 ? rest : null;
}

/** Takes in the words that go on the compound; returns the index of the last one taken. */
function extend(tokens: readonly Token[], at: number, sum: Compound): number {
  let last = at;
  for (;;) {
    const next = tokens[last + 1];
    if (next === undefined || next.kind === 'punctuation' || isBreak(next)) return last;
    const alone = next.norm === 'و' && next.kind === 'word';
    const token = alone ? tokens[last + 2] : next;
    if (token === undefined) return last;
    if (token.kind === 'number') {
      const value = digitsValue(token.norm);
      if (!alone || !sum.addDigits(value)) return last;
      last += 2;
      continue;
    }
    const found = wordAt(token);
    if (found === null) return last;
    const joined = alone || found.prefix.startsWith('و');
    if (
      !alone &&
      found.prefix !== '' &&
      found.prefix !== 'و' &&
      found.prefix !== 'وال' &&
      found.prefix !== 'ال'
    ) {
      return last;
    }
    if (!sum.add(found.word, joined)) return last;
    last += alone ? 2 : 1;
  }
}

function isBreak(token: Token): boolean {
  return token.gap === 'paragraph';
}

function elevenAt(tokens: readonly Token[], at: number): Cardinal | null {
  const prefix = cliticsOnOne((tokens[at] as Token).word);
  if (prefix === null) return null;
  if (unjoinedWord(tokens, at + 1)?.rank === 'ten')
    return { first: at, last: at + 1, value: 11, prefix, digits: false };
  return compoundWithOne(tokens, at, prefix);
}

/** The clitics on «أحد» and «إحدى»; null for any other word. */
const cliticsOnOne = remembering((norm) => {
  for (const prefix of CLITICS) {
    if (norm.startsWith(prefix) && ONLY_BEFORE_TEN.has(norm.slice(prefix.length))) return prefix;
  }
  return null;
});

/** «إحدى وعشرين». */
function compoundWithOne(tokens: readonly Token[], at: number, prefix: string): Cardinal | null {
  const alone = tokens[at + 1]?.norm === 'و';
  const token = tokens[alone ? at + 2 : at + 1];
  const found = token?.kind === 'word' ? wordAt(token) : null;
  if (found?.word.rank !== 'tens' || !(alone || found.prefix.startsWith('و'))) return null;
  return { first: at, last: alone ? at + 2 : at + 1, value: 1 + found.word.value, prefix, digits: false };
}

function unjoinedWord(tokens: readonly Token[], at: number): NumberWord | null {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word' || isBreak(token)) return null;
  return numberWords().get(token.norm) ?? null;
}

function wordAt({ word }: Token): Found | null {
  return numberOf(word);
}

const numberOf = remembering((norm): Found | null => {
  const words = numberWords();
  for (const prefix of CLITICS) {
    if (!norm.startsWith(prefix)) continue;
    const stem = norm.slice(prefix.length);
    const word = words.get(stem);
    if (word === undefined) continue;
    if (stem === MONDAY && prefix.endsWith('ال')) return null;
    return { word, prefix };
  }
  return null;
});

/** Adds number words up as the language does: hundreds, «و» units, «و» tens, then the scale multiplies. */
class Compound {
  private total = 0;
  private current = 0;
  private started = false;

  get value(): number {
    return this.total + this.current;
  }

  /** Takes the word in and says true, or leaves the sum as it is and says false. */
  add(word: NumberWord, joined: boolean): boolean {
    const opens = !this.started || joined;
    const fits = this.fit(word, joined, opens);
    if (fits) this.started = true;
    return fits;
  }

  addDigits(value: number): boolean {
    if (this.current !== 0 || this.total < 1000 || value >= 1000 || !Number.isInteger(value)) return false;
    this.current = value;
    return true;
  }

  private fit(word: NumberWord, joined: boolean, opens: boolean): boolean {
    const below = this.current % 100;
    switch (word.rank) {
      case 'unit':
        return this.plus(word.value, opens && below === 0);
      case 'ten':
        return this.plus(10, (!joined && below > 0 && below < 10) || (opens && below === 0));
      case 'tens':
        return this.plus(word.value, opens && below < 10);
      case 'hundred':
        if (!joined && this.current >= 3 && this.current <= 9) {
          this.current *= 100;
          return true;
        }
        return this.plus(100, opens && this.current === 0);
      case 'hundreds':
        return this.plus(word.value, opens && this.current === 0);
      case 'scale':
        return this.scale(word.value, joined, opens);
      case 'scales':
        return this.plus(word.value, opens && this.current === 0);
    }
  }

  private plus(value: number, fits: boolean): boolean {
    if (!fits) return false;
    this.current += value;
    return true;
  }

  private scale(value: number, joined: boolean, opens: boolean): boolean {
    if (!joined && this.current > 0 && this.current < 1000) {
      this.total += this.current * value;
      this.current = 0;
      return true;
    }
    if (!opens || this.current > 0) return false;
    this.total += value;
    return true;
  }
}
