/** Places of several that are named by their turn: «ستة في الأولى وأربعة في الثانية». */
import { fitting } from '../../arabic/word-memory.ts';

export const isOrdinalPlace = fitting(/^ال(?:اخيره?|ثانيه?|اولي|اول)$/);

/** Which of the places such a word means, as an index for `Array.at`: 0 the first, 1 the second, -1 the last. */
export function turnOf(norm: string): number {
  if (/^الاخير/.test(norm)) return -1;
  return /^الثاني/.test(norm) ? 1 : 0;
}
