/**
 * The ways a place's name is written beyond what the gazetteer tells: glued and parted compounds («كفرنبل», «كفر نبل»),
 * with and without the article, «أبو» and «أبي», a dropped hamza at the end. Words are normalised; rules are of the
 * language, not of one country.
 */
import { formWords } from '../form-words.ts';
import type { Place } from '../types.ts';
import { cueOf } from './cues.ts';

export interface NameForm {
  readonly words: readonly string[];
  /** Counts only after a cue or among places: an everyday word, or a guess at how the name might be written. */
  readonly weak: boolean;
  /** Told by no gazetteer: the article put on or taken off. */
  readonly guessed: boolean;
}

/** First words that are written together with the next one, or apart from it. */
const GLUED = ['كفر', 'تل', 'دير', 'عين', 'معر', 'بير', 'خان', 'ام'] as const;
/** Those that are also parted where the gazetteer has them glued: long enough not to be chance. */
const PARTED = ['كفر', 'تل', 'دير', 'معر', 'معره'] as const;
const SHORTEST_REST = 3;
const SHORTEST_BARE = 4;

/** Ends a variant in the tables that is an everyday word though the place's own name is none. */
export const EVERYDAY = '!';

/** All forms of a place, each once; a form told by the gazetteer wins over the same form guessed. */
export function nameForms(place: Place): NameForm[] {
  const forms = new Map<string, NameForm>();
  const add = (words: readonly string[], weak: boolean, guessed: boolean): void => {
    const key = words.join(' ');
    const known = forms.get(key);
    if (words.length > 0 && (known === undefined || (known.weak && !weak))) {
      forms.set(key, { words, weak, guessed });
    }
  };
  for (const name of [place.ar, ...place.variants]) {
    const words = formWords(name);
    const everyday =
      name.endsWith(EVERYDAY) ||
      (place.needsCue && (words.length === 1 || (name === place.ar && cueOf(words[0] as string) === null)));
    add(words, everyday, false);
    for (const other of respelled(words)) add(other, everyday, false);
    for (const other of articleToggled(words)) add(other, words.length === 1 || everyday, words.length === 1);
    if (place.level === 'adm4') for (const other of endToggled(words)) add(other, true, true);
  }
  return [...forms.values()];
}

function* respelled(words: readonly string[]): Generator<readonly string[]> {
  const [first, second, ...rest] = words;
  if (first === undefined) return;
  if (second !== undefined && (GLUED as readonly string[]).includes(first)) {
    yield [first + second, ...rest];
  }
  if (first === 'ابو' && second !== undefined) yield ['ابي', second, ...rest];
  if (second === undefined) {
    for (const head of PARTED) {
      if (first.startsWith(head) && first.length - head.length >= SHORTEST_REST)
        yield [head, first.slice(head.length)];
    }
  }
  const last = words[words.length - 1] as string;
  if (last.length >= 5 && last.endsWith('اء')) yield [...words.slice(0, -1), last.slice(0, -1)];
  else if (last.length >= 5 && /[^يو]ا$/.test(last) && last.startsWith('ال')) {
    yield [...words.slice(0, -1), `${last}ء`];
  }
}

/** The article put on or taken off the last word. */
function* articleToggled(words: readonly string[]): Generator<readonly string[]> {
  const last = words[words.length - 1];
  if (last === undefined || words.length > 2 || /\d/.test(last)) return;
  const before = words.slice(0, -1);
  if (!last.startsWith('ال')) yield [...before, `ال${last}`];
  else if (last.length - 2 >= SHORTEST_BARE) yield [...before, last.slice(2)];
}

/** «قرفا» and «قرفة», which sound alike. */
function* endToggled(words: readonly string[]): Generator<readonly string[]> {
  const last = words[words.length - 1] as string | undefined;
  if (last === undefined || words.length > 1 || last.length < 4) return;
  if (last.endsWith('ه')) yield [`${last.slice(0, -1)}ا`];
  else if (last.endsWith('ا')) yield [`${last.slice(0, -1)}ه`];
}
