/**
 * Folds spellings that mean the same word into one form for comparison: alef and hamza carriers, alef maqsura, ta
 * marbuta, presentation forms, Persian letters, digits of three scripts; harakat, tatweel and invisible marks go.
 * The original is never rewritten: {@link normalise} carries a map back to it. Folding twice is folding once.
 */
import { folds } from './characters.ts';
import { entityBefore } from './entities.ts';

const SEMICOLON = 0x3b;

/** Folds a word or phrase (no entities, no offsets). Linear, idempotent; spaces inside are kept one for one. */
export function normaliseWord(word: string): string {
  const { single, expansions } = folds();
  let out = '';
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    const to = single[code] as number;
    if (to !== 0) out += String.fromCharCode(to);
    else out += expansions.get(code) ?? '';
  }
  return out;
}

export interface Normalised {
  readonly text: string;
  /** Offset in the original of the character that gave the one at `pos`; the original's length at the end. */
  toOriginal(pos: number): number;
  /** The stretch of the original that a stretch of the normalised text stands for, trailing marks included. */
  spanToOriginal(start: number, end: number): { readonly start: number; readonly end: number };
}

/** Folds a whole text, HTML entities resolved, with the way back to the original (UTF-16 offsets). Linear. */
export function normalise(text: string): Normalised {
  const folded = new Folding();
  for (let i = 0; i < text.length; i++) folded.push(text.charCodeAt(i), i, i + 1);
  const { starts, ends } = folded;
  return {
    text: folded.toString(),
    toOriginal: (pos) => starts[pos] ?? text.length,
    spanToOriginal(start, end) {
      const from = starts[start] ?? text.length;
      return { start: from, end: end > start ? (ends[end - 1] ?? text.length) : from };
    },
  };
}

/** The growing result. Entities are looked for in what was written, so that one which folding completes is found. */
class Folding {
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  private readonly codes: number[] = [];
  private readonly table = folds();
  private readonly at = (index: number): number => this.codes[index] as number;

  push(code: number, start: number, end: number): void {
    const to = this.table.single[code] as number;
    if (to !== 0) {
      this.write(to, start, end);
      return;
    }
    const expansion = this.table.expansions.get(code);
    if (expansion !== undefined) {
      for (let i = 0; i < expansion.length; i++) this.write(expansion.charCodeAt(i), start, end);
    } else if (this.ends.length > 0 && this.ends[this.ends.length - 1] === start) {
      this.ends[this.ends.length - 1] = end;
    }
  }

  private write(code: number, start: number, end: number): void {
    this.codes.push(code);
    this.starts.push(start);
    this.ends.push(end);
    if (code !== SEMICOLON) return;
    const entity = entityBefore(this.at, this.codes.length);
    if (entity === null) return;
    const from = this.starts[entity.start] as number;
    this.codes.length = this.starts.length = this.ends.length = entity.start;
    this.push(entity.value.charCodeAt(0), from, end);
  }

  toString(): string {
    const parts: string[] = [];
    for (let i = 0; i < this.codes.length; i += 8192) {
      parts.push(String.fromCharCode(...this.codes.slice(i, i + 8192)));
    }
    return parts.join('');
  }
}
