/**
 * The ways a word can be read with its clitics: «وبالمدينة» is also و+ب+ال+مدينة, «استهدفوهم» also استهدفو+هم.
 * Whether a reading is right the caller decides, by knowing the stem; the whole word always comes first, because
 * many words merely look as if they began with a clitic (والي، بلال، كفر).
 */
import type { Reading } from './token.ts';

const PREFIXES = ['و', 'ف', 'ب', 'ك', 'ل', 'ال', 'لل', 'س'] as const;
const AFTER_CONJUNCTION = ['ب', 'ك', 'ل', 'ال', 'لل', 'س', 'بال', 'كال'] as const;
const ALL_PREFIXES: readonly string[] = [
  ...PREFIXES,
  'بال',
  'كال',
  ...AFTER_CONJUNCTION.flatMap((rest) => [`و${rest}`, `ف${rest}`]),
].sort((a, b) => a.length - b.length);
const SUFFIXES = ['ه', 'ها', 'هم', 'هن', 'هما', 'نا', 'كم', 'ك'] as const;

/** Shortest stem that is worth a reading. */
const SHORTEST_STEM = 2;
/** Readings remembered at most; then the memory starts afresh. A bulletin has some 2,000 different words. */
const MEMORY = 30_000;
const memory = new Map<string, readonly Reading[]>();

/** All readings of a normalised word, the whole word first, then by growing prefix, bare before suffixed. */
export function readings(norm: string): readonly Reading[] {
  const known = memory.get(norm);
  if (known !== undefined) return known;
  if (memory.size >= MEMORY) memory.clear();
  const found = findReadings(norm);
  memory.set(norm, found);
  return found;
}

/** The stems of {@link readings} that carry no attached pronoun: what may stand in a list of names. */
export function bareStems(norm: string): readonly string[] {
  return readings(norm)
    .filter((reading) => reading.suffix === '')
    .map((reading) => reading.stem);
}

function findReadings(norm: string): readonly Reading[] {
  const found: Reading[] = [{ prefix: '', stem: norm, suffix: '' }];
  addSuffixed(found, '', norm);
  for (const prefix of ALL_PREFIXES) {
    if (!norm.startsWith(prefix) || norm.length - prefix.length < SHORTEST_STEM) continue;
    const stem = norm.slice(prefix.length);
    found.push({ prefix, stem, suffix: '' });
    if (!prefix.endsWith('ال') && !prefix.endsWith('لل')) addSuffixed(found, prefix, stem);
  }
  return found;
}

/** Before a pronoun ta marbuta is written as ت: «قريتهم» is read as both قريت and قريه. */
function addSuffixed(found: Reading[], prefix: string, word: string): void {
  for (const suffix of SUFFIXES) {
    if (!word.endsWith(suffix) || word.length - suffix.length < SHORTEST_STEM) continue;
    const stem = word.slice(0, -suffix.length);
    found.push({ prefix, stem, suffix });
    if (stem.endsWith('ت') && stem.length > SHORTEST_STEM) {
      found.push({ prefix, stem: `${stem.slice(0, -1)}ه`, suffix });
    }
  }
}
