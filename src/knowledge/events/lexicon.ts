/**
 * The words that the event grammar knows, by every written form. Looking a word up takes off what may stand before
 * it (و ف, ب ل ك, ال, س); the whole word comes first. Answers are remembered: news repeats its words.
 */
import { type Form, type FormKind, inflect, type Stems } from './inflect.ts';

/** One reading of a written word. */
export interface WordReading {
  readonly lemma: string;
  readonly kind: FormKind;
  /** A verb with س: what is still to come. */
  readonly future: boolean;
  readonly plural: boolean;
  readonly feminine: boolean;
  /** Attached pronoun, or ''. */
  readonly suffix: string;
  /** و or ف before it. */
  readonly conjunction: boolean;
  /** Attached preposition ب, ل, ك, or ''. */
  readonly preposition: string;
  readonly definite: boolean;
}

export interface Lexicon {
  readonly size: number;
  /** All readings of a normalised word, those with the least taken off first; empty where it is unknown. */
  read(norm: string): readonly WordReading[];
}

interface Stem {
  readonly lemma: string;
  readonly form: Form;
}

interface Cut {
  readonly rest: string;
  readonly conjunction: boolean;
  readonly preposition: string;
  readonly definite: boolean;
  readonly future: boolean;
}

const NOTHING: readonly WordReading[] = Object.freeze([]);
/** Words remembered at most; then the memory starts afresh. */
const MEMORY = 40_000;

export function buildLexicon(words: Readonly<Record<string, Stems>>): Lexicon {
  const forms = new Map<string, Stem[]>();
  for (const [lemma, stems] of Object.entries(words)) {
    for (const form of inflect(stems)) {
      const known = forms.get(form.word);
      if (known === undefined) forms.set(form.word, [{ lemma, form }]);
      else if (!known.some((one) => one.lemma === lemma && sameForm(one.form, form)))
        known.push({ lemma, form });
    }
  }
  const memory = new Map<string, readonly WordReading[]>();
  return {
    size: forms.size,
    read(norm) {
      const known = memory.get(norm);
      if (known !== undefined) return known;
      if (memory.size >= MEMORY) memory.clear();
      const found = readWord(norm, forms);
      memory.set(norm, found);
      return found;
    },
  };
}

function sameForm(a: Form, b: Form): boolean {
  return a.kind === b.kind && a.suffix === b.suffix && a.plural === b.plural;
}

function readWord(norm: string, forms: ReadonlyMap<string, readonly Stem[]>): readonly WordReading[] {
  const found: WordReading[] = [];
  for (const cut of cuts(norm)) {
    for (const { lemma, form } of forms.get(cut.rest) ?? []) {
      if (fits(cut, form)) found.push(reading(lemma, form, cut));
    }
    // A whole word that is known is not cut further: «وقع» is no و + قع.
    if (found.length > 0) break;
  }
  return found.length > 0 ? found : NOTHING;
}

function reading(lemma: string, form: Form, cut: Cut): WordReading {
  return {
    lemma,
    kind: form.kind,
    future: cut.future,
    plural: form.plural,
    feminine: form.feminine,
    suffix: form.suffix,
    conjunction: cut.conjunction,
    preposition: cut.preposition,
    definite: cut.definite,
  };
}

/** Prepositions and the article stand before nouns, س before the present. */
function fits(cut: Cut, form: Form): boolean {
  if (cut.future) return form.kind === 'present';
  if (cut.definite) return (form.kind === 'noun' || form.kind === 'word') && form.suffix === '';
  if (cut.preposition === 'ل') return form.kind !== 'past';
  if (cut.preposition !== '') return form.kind === 'noun' || form.kind === 'word';
  return true;
}

function cuts(norm: string): Cut[] {
  const found: Cut[] = [];
  addCuts(found, norm, false);
  const first = norm[0];
  if ((first === 'و' || first === 'ف') && norm.length > 2) addCuts(found, norm.slice(1), true);
  return found;
}

function addCuts(found: Cut[], word: string, conjunction: boolean): void {
  const plain = { conjunction, preposition: '', definite: false, future: false };
  found.push({ ...plain, rest: word });
  if (word.length < 4) return;
  if (word.startsWith('ال')) found.push({ ...plain, rest: word.slice(2), definite: true });
  const first = word[0] as string;
  if (first === 'س') found.push({ ...plain, rest: word.slice(1), future: true });
  if (first !== 'ب' && first !== 'ل' && first !== 'ك') return;
  const rest = word.slice(1);
  if (first === 'ل' && rest.startsWith('ل') && rest.length > 3) {
    found.push({ ...plain, rest: rest.slice(1), preposition: 'ل', definite: true });
  } else if (rest.startsWith('ال') && rest.length > 4) {
    found.push({ ...plain, rest: rest.slice(2), preposition: first, definite: true });
  }
  found.push({ ...plain, rest, preposition: first });
}
