/** What may remain of a normalised word when the clitics before it are taken off; the caller keeps what it knows. */

const CONJUNCTIONS = 'وف';
const PREPOSITIONS = 'بكل';
/** Shortest stem worth looking up: a single letter is chance. */
const SHORTEST_STEM = 2;

function eachAfterPreposition(
  word: string,
  before: string,
  visit: (stem: string, prefix: string) => void,
): void {
  const first = word[0];
  if (first === undefined || !PREPOSITIONS.includes(first)) return;
  if (first === 'ل' && word[1] === 'ل') {
    // «للثوار» is ل + الثوار; «للاجئين» is ل + اللاجئين, written with one ل less.
    if (word.length - 1 >= SHORTEST_STEM) {
      visit(`ال${word.slice(2)}`, `${before}ل`);
      visit(`ال${word.slice(1)}`, `${before}ل`);
      if (word.length - 2 >= SHORTEST_STEM) visit(word.slice(2), `${before}لل`);
    }
    return;
  }
  if (word.length - 1 >= SHORTEST_STEM) visit(word.slice(1), before + first);
}

/**
 * Visits the readings of a word: the whole word first, then without a conjunction (و ف), then without a
 * preposition (ب ك ل), then without both. At most eight, none shorter than two letters («وتل»، «وأم») except the whole word.
 */
export function eachStem(word: string, visit: (stem: string, prefix: string) => void): void {
  visit(word, '');
  const first = word[0];
  if (first === undefined) return;
  if (PREPOSITIONS.includes(first)) eachAfterPreposition(word, '', visit);
  else if (CONJUNCTIONS.includes(first) && word.length - 1 >= SHORTEST_STEM) {
    const rest = word.slice(1);
    visit(rest, first);
    eachAfterPreposition(rest, first, visit);
  }
}
