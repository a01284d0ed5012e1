/**
 * The forms that a regular verb or noun takes in news, generated from one lemma, so that rule data lists «قصف» once.
 * Everything is in normalised spelling. The generator gives a few forms that do not exist; none it gives is another
 * everyday word often enough to matter, and rule data can name exceptions. Clitics (و ف س ل) and object pronouns are
 * cut off by `readings`; forms that stand only before a pronoun («قصفو|ها», «القا|ها») are included for that.
 */
import { readings } from './clitics.ts';
import { normaliseWord } from './normalise.ts';

const PAST_ENDINGS = ['', 'ت', 'تا', 'وا', 'ا', 'ن', 'نا', 'و'] as const;
const IMPERFECT_ENDINGS = ['', 'ون', 'وا', 'ان', 'ن', 'و'] as const;
const PERSONS = ['ي', 'ت', 'ن'] as const;

/** All forms of a verb given as its past, third person, masculine, singular: «قصف», «استهدف», «ألقى», «أغار». */
export function verbForms(lemma: string): ReadonlySet<string> {
  const past = normaliseWord(lemma);
  const forms = new Set<string>();
  for (const stem of [past, ...passivePast(past)]) addPast(forms, stem);
  for (const stem of imperfectStems(past)) addImperfect(forms, stem);
  return forms;
}

function isDefective(stem: string): boolean {
  return stem.length >= 3 && (stem.endsWith('ي') || stem.endsWith('ا'));
}

function addPast(forms: Set<string>, stem: string): void {
  if (!isDefective(stem)) {
    for (const ending of PAST_ENDINGS) forms.add(stem + ending);
    return;
  }
  const short = stem.slice(0, -1);
  for (const ending of ['ت', 'تا', 'وا', 'و', 'ا']) forms.add(short + ending);
  forms.add(stem);
  if (stem.endsWith('ي')) for (const ending of ['ا', 'ت', 'نا', 'ن']) forms.add(stem + ending);
}

/** Where the passive is written differently: «أصيب», «استعيد», «اغتيل», «اقتيد». */
function passivePast(past: string): readonly string[] {
  const hollow = past.length >= 4 && past.at(-2) === 'ا';
  return hollow ? [`${past.slice(0, -2)}ي${past.slice(-1)}`] : [];
}

function imperfectStems(past: string): readonly string[] {
  const hollow = past.length >= 3 && past.at(-2) === 'ا';
  if (past.startsWith('ا') && past.length >= 4) return derived(past.slice(1), hollow);
  if (past.startsWith('ا')) return [past, `و${past.slice(1)}`];
  if (past.startsWith('و') && past.length === 3) return [past.slice(1), past];
  if (hollow && past.length === 3)
    return ['و', 'ي', 'ا', ''].map((vowel) => past.slice(0, 1) + vowel + past.slice(2));
  if (past.length === 3 && past.endsWith('ا')) return [`${past.slice(0, -1)}و`, `${past.slice(0, -1)}ي`];
  return [past];
}

/** Stems that lose their first alef: IV, VII, VIII, X. A hollow one has ي in the active, ا in the passive, neither after «لم». */
function derived(rest: string, hollow: boolean): readonly string[] {
  if (!hollow) return [rest];
  const head = rest.slice(0, -2);
  const end = rest.slice(-1);
  return [`${head}ي${end}`, `${head}ا${end}`, head + end];
}

function addImperfect(forms: Set<string>, stem: string): void {
  const weak = isDefective(stem) || (stem.length >= 3 && stem.endsWith('و'));
  const short = stem.slice(0, -1);
  for (const person of PERSONS) {
    if (!weak) for (const ending of IMPERFECT_ENDINGS) forms.add(person + stem + ending);
    else {
      forms.add(person + stem);
      for (const ending of ['', 'ون', 'وا', 'و', 'ا']) forms.add(person + short + ending);
      forms.add(`${person}${stem}ان`);
    }
  }
}

/**
 * The forms of a noun: singular with its dual, the sound plurals, and the broken plural where given, each bare
 * (articles and prepositions are clitics) and in the construct before a name or pronoun.
 */
export function nounForms(singular: string, plurals: readonly string[] = []): ReadonlySet<string> {
  const noun = normaliseWord(singular);
  const feminine = noun.endsWith('ه');
  const stem = feminine ? `${noun.slice(0, -1)}ت` : noun;
  const forms = new Set([noun, `${stem}ان`, `${stem}ين`]);
  if (feminine) for (const form of [stem, `${stem}ا`, `${stem}ي`, `${noun.slice(0, -1)}ات`]) forms.add(form);
  else for (const form of [`${noun}ا`]) forms.add(form);
  for (const plural of plurals) {
    const form = normaliseWord(plural);
    forms.add(form);
    if (/(?:ون|ين)$/.test(form)) {
      const base = form.slice(0, -2);
      for (const ending of ['ون', 'ين', 'و', 'ي']) forms.add(base + ending);
    }
  }
  return forms;
}

/** Whether a word, read with any clitics a verb can carry, is one of the forms. */
export function isFormOf(norm: string, forms: ReadonlySet<string>): boolean {
  return readings(norm).some(
    ({ prefix, stem }) => !prefix.endsWith('ال') && !prefix.endsWith('لل') && forms.has(stem),
  );
}
