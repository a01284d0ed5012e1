/**
 * Makes the written forms of a lemma from its stems, as a reader of news meets them. Arabic writes attached pronouns,
 * gender and number with the word; what stands before it (و ف ب ل ك ال س) the lexicon takes off when it looks a word
 * up. Forms that no writer uses are made too: they match nothing and cost a map entry.
 */
import { normaliseWord } from '../../arabic/normalise.ts';

export type FormKind = 'past' | 'present' | 'noun' | 'word';

/** One written form: its class, whether a verb's subject is many («قصفوا»), and the pronoun attached. */
export interface Form {
  readonly word: string;
  readonly kind: FormKind;
  readonly plural: boolean;
  readonly feminine: boolean;
  readonly suffix: string;
}

const PRONOUNS = ['ه', 'ها', 'هم', 'هما', 'هن', 'نا'] as const;
const PAST_ENDINGS = ['', 'ت', 'وا', 'ا', 'تا', 'ن', 'نا'] as const;
/** «لقيت حتفها», «توفيت», «ألقيت قنبلة»: passives, and verbs in a short i, keep their ي before the feminine. */
const KEPT_ENDINGS = ['ت', 'تا'] as const;
const PRESENT_ENDINGS = ['', 'ون', 'وا', 'ان', 'ا', 'ن'] as const;
const PRESENT_PREFIXES = ['ي', 'ت', 'ن'] as const;
const DUALS = ['ين', 'ان', 'ي', 'ا'] as const;

export interface Stems {
  readonly past?: readonly string[] | undefined;
  readonly present?: readonly string[] | undefined;
  readonly noun?: readonly string[] | undefined;
  readonly word?: readonly string[] | undefined;
  /** Past forms that no rule gives, written as they stand. */
  readonly verb?: readonly string[] | undefined;
  /** Broken plurals of the noun. */
  readonly plural?: readonly string[] | undefined;
  /** Words that the stems would give and that are other words («القوة» is no form of «ألقى»). */
  readonly not?: readonly string[] | undefined;
}

/** All written forms of a lemma, normalised. */
export function inflect(stems: Stems): Form[] {
  const forms = allForms(stems);
  if (!stems.not) return forms;
  const not = new Set(stems.not.map(normaliseWord));
  return forms.filter(({ word }) => !not.has(word));
}

function allForms(stems: Stems): Form[] {
  return [
    ...(stems.past ?? []).flatMap((stem) => pastForms(normaliseWord(stem))),
    ...(stems.present ?? []).flatMap((stem) => presentForms(normaliseWord(stem))),
    ...(stems.noun ?? []).flatMap((stem) => nounForms(normaliseWord(stem))),
    ...(stems.verb ?? []).map((word) => form(normaliseWord(word), 'past')),
    ...(stems.plural ?? []).flatMap((stem) => pluralForms(normaliseWord(stem))),
    ...(stems.word ?? []).map((word) => form(normaliseWord(word), 'word')),
  ];
}

function form(word: string, kind: FormKind, plural = false, feminine = false, suffix = ''): Form {
  return { word, kind, plural, feminine, suffix };
}

/** «قصف، قصفت، قصفوا، قصفها»; a defective stem in ي/ى («القي») loses it: «القت، القوا، القاها». */
function pastForms(stem: string): Form[] {
  const weak = stem.endsWith('ي');
  const base = weak ? stem.slice(0, -1) : stem;
  const forms: Form[] = [];
  for (const ending of PAST_ENDINGS) {
    const plural = ending === 'وا' || ending === 'ن' || ending === 'نا';
    const feminine = ending === 'ت' || ending === 'تا';
    const written = weak && (ending === '' || ending === 'ا') ? `${stem}${ending}` : base + ending;
    forms.push(form(written, 'past', plural, feminine));
    const open = ending === 'وا' ? `${base}و` : weak && ending === '' ? `${base}ا` : base + ending;
    for (const pronoun of PRONOUNS) forms.push(form(open + pronoun, 'past', plural, feminine, pronoun));
  }
  if (weak) for (const ending of KEPT_ENDINGS) forms.push(form(stem + ending, 'past', false, true));
  return forms;
}

function presentForms(stem: string): Form[] {
  const weak = stem.endsWith('ي');
  const base = weak ? stem.slice(0, -1) : stem;
  const forms: Form[] = [];
  for (const prefix of PRESENT_PREFIXES) {
    for (const ending of PRESENT_ENDINGS) {
      const plural = ending === 'ون' || ending === 'وا' || ending === 'ن';
      const body = plural && weak ? base : stem;
      const feminine = prefix === 'ت';
      forms.push(form(prefix + body + ending, 'present', plural, feminine));
      const open = ending === 'وا' ? `${prefix}${body}و` : prefix + body + ending;
      for (const pronoun of PRONOUNS) forms.push(form(open + pronoun, 'present', plural, feminine, pronoun));
    }
    if (weak && base.length > 2) forms.push(form(prefix + base, 'present', false, prefix === 'ت'));
  }
  return forms;
}

/** «هجوم، هجوما، هجومين، هجومه»; «غارة، غارتين، غارات، غارتها». */
function nounForms(stem: string): Form[] {
  const marbuta = stem.endsWith('ه');
  const open = marbuta ? `${stem.slice(0, -1)}ت` : stem;
  const forms = [form(stem, 'noun')];
  if (!marbuta) forms.push(form(`${stem}ا`, 'noun'));
  for (const dual of DUALS) forms.push(form(open + dual, 'noun', true));
  const many = `${marbuta ? stem.slice(0, -1) : stem}ات`;
  forms.push(form(many, 'noun', true));
  for (const pronoun of PRONOUNS) {
    forms.push(form(open + pronoun, 'noun', false, false, pronoun));
    forms.push(form(many + pronoun, 'noun', true, false, pronoun));
  }
  return forms;
}

/** «معارك، معاركه». */
function pluralForms(stem: string): Form[] {
  const open = stem.endsWith('ه') ? `${stem.slice(0, -1)}ت` : stem;
  return [
    form(stem, 'noun', true),
    form(`${stem}ا`, 'noun', true),
    ...PRONOUNS.map((pronoun) => form(open + pronoun, 'noun', true, false, pronoun)),
  ];
}
