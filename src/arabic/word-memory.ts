/** News repeats its words: what a function says of a word is remembered, in a memory that is bounded. */

/** Words remembered at most; then the memory starts afresh. */
const MOST_WORDS = 30_000;
/** Longer words are seldom met again, and would fill the memory. In UTF-16 code units. */
const LONGEST = 40;

/** The same function, remembering its answers. It must be pure and never answer undefined. */
export function remembering<T extends string | boolean | object>(
  tell: (word: string) => T,
): (word: string) => T {
  const memory = new Map<string, T>();
  return (word) => {
    const known = memory.get(word);
    if (known !== undefined) return known;
    const told = tell(word);
    if (word.length > LONGEST) return told;
    if (memory.size >= MOST_WORDS) memory.clear();
    memory.set(word, told);
    return told;
  };
}
