/** Counts the names of a list: «كل من فلان وفلان», «كلاً من "فلان، فلان"». */
import { exactly } from './casualty-counts.ts';
import type { CasualtyWord } from './casualty-lexicon.ts';
import { NAME_MARKS } from './casualty-name-marks.ts';
import { blank, type People } from './casualty-people-shape.ts';
import type { CasualtyText } from './casualty-text.ts';

/** Longest list of names that is counted. */
const MOST_NAMES = 40;

/** «كل من فلان وفلان», «كلاً من "فلان، فلان"»: the names, counted. */
export function namesAt(text: CasualtyText, at: number, last: number): People | null {
  if (!/^[بل]?كلا?$/.test(text.norm(at)) || text.norm(at + 1) !== 'من') return null;
  let names = 0;
  let open = false;
  let end = at + 1;
  for (let i = at + 2; i <= last && names < MOST_NAMES; i++) {
    const norm = text.norm(i);
    if (NAME_MARKS.has(norm)) continue;
    if (norm === '،' || norm === ',' || norm === 'و') {
      open = false;
      // «مازن الديري، ابن رئيس البلدية، وابن عمه»: who the one before was.
      if (norm !== 'و' && text.word(i + 1)?.person != null && !text.isJoined(i + 1)) {
        while (i < last && !/^[،,]$/.test(text.norm(i + 1))) i++;
      }
    } else if (!text.isWord(i) || text.stopsPeople(i) || (isNameEnd(norm) && !text.isAli(i))) break;
    else {
      const word = text.word(i);
      const another = (text.isJoined(i) && word?.person != null) || isGivenName(word);
      if (!open || another || /^و(?!ا|ل|ح|س|ج)/.test(norm)) names++;
      open = true;
      end = i;
    }
  }
  return names === 0 ? null : blank(at, end, exactly(names));
}

/** «وحسن», and not «وحيد». */
function isGivenName(word: CasualtyWord | null): boolean {
  return word?.name === true && word.prefix.startsWith('و');
}

function isNameEnd(norm: string): boolean {
  return /^(?:في|من|جراء|اثر|خلال|بعد|نتيجه|قرب|علي|الي|برصاص|بقصف|بانفجار|بالانفجار|بنيران|وجرح|واصابه|وهم|وهما)$/.test(
    norm,
  );
}
