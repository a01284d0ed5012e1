/**
 * Marks each token with what the event grammar knows of it. Phrases win over words, longer phrases over shorter; the
 * words inside a phrase are spent and mean nothing by themselves. Linear: a phrase is looked for over its own length.
 */
import type { Token } from '../../arabic/token.ts';
import type { EventGrammar } from '../../knowledge/events/grammar.ts';
import { type Mark, SPENT } from './mark.ts';
import { phraseAt, phraseMark } from './phrase-marks.ts';
import { governs, marksOfWords, wordMark } from './word-marks.ts';

/** One mark per token of `tokens.slice(from, to)`, in order. */
export function markTokens(
  tokens: readonly Token[],
  from: number,
  to: number,
  grammar: EventGrammar,
): Mark[] {
  const marksOf = marksOfWords(grammar);
  const marks = new Array<Mark>(Math.max(0, to - from));
  for (let i = from; i < to; ) {
    const token = tokens[i] as Token;
    const before = i > from ? (tokens[i - 1] as Token) : null;
    const alone = before?.norm === 'و';
    const own = marksOf(token.word);
    const phrase = token.kind === 'punctuation' ? null : phraseAt(own, tokens, i, to, marksOf);
    if (phrase === null) {
      const governed = before !== null && token.gap !== 'paragraph' && governs(before.word);
      marks[i - from] = wordMark(own, token, alone, governed, grammar);
      i++;
      continue;
    }
    marks[i - from] = phraseMark(own, token, i, phrase, alone, grammar);
    for (i++; i <= phrase.last; i++) marks[i - from] = SPENT;
  }
  return marks;
}
