/** Kin told by whose they are: «وزوجته». */
import type { CasualtyText } from './casualty-text.ts';

/** «وزوجته», «وابنه», which may also be read as a daughter. */
export function isKin(text: CasualtyText, at: number): boolean {
  const word = text.word(at);
  return word?.person != null && (/^(?:ه|ها)$/.test(word.suffix) || EITHER.test(word.stem));
}

/** Read as a woman by the lexicon, and as a man and his pronoun here: «شقيقه». */
const EITHER = /^(?:ابنه|شقيقه|حفيده|صديقه|والده|زميله|رفيقه|نجله)$/;
