/** Cuts a surface form of the country pack into the words that tokens are compared with. */
import { tokenise } from '../arabic/tokens.ts';

/** Normalised words and numbers of a form; punctuation is left out, as the trie steps over it in text. */
export function formWords(form: string): string[] {
  const words: string[] = [];
  for (const token of tokenise(form)) if (token.kind !== 'punctuation') words.push(token.norm);
  return words;
}
