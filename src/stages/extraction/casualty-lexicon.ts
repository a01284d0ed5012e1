/**
 * The words of casualties.yaml, compiled for look-up by normalised form: predicates (killed, hurt, taken), nouns that
 * say what befell people, nouns for people by group, things that are no people, and the small words around them.
 */
import { readings } from '../../arabic/clitics.ts';
import { nounForms, verbForms } from '../../arabic/inflection.ts';
import { normaliseWord } from '../../arabic/normalise.ts';
import { PhraseTable } from '../../arabic/phrases.ts';
import { remembering, type Word, wordOf } from '../../arabic/word-memory.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { CasualtyGroup } from '../../model/vocabulary.ts';
import { type CasualtiesFile, CasualtiesSchema, type CasualtyKind } from './casualty-schema.ts';

export interface Predicate {
  readonly kind: CasualtyKind;
  readonly form: 'verb' | 'noun';
  readonly needs: 'victim' | 'person' | 'fighter' | 'counted' | null;
  /** Normalised words one of which must follow nearby; empty: none needed. */
  readonly before: ReadonlySet<string>;
  /** Normalised words one of which must come next; empty: none needed. */
  readonly next: ReadonlySet<string>;
  /** Aimed at one person, whom the text may name with the article. */
  readonly one: boolean;
}

export interface Victim {
  readonly kind: CasualtyKind;
  readonly many: boolean;
  readonly onlyCounted: boolean;
  readonly corpse: boolean;
  /** Denied, it denies dead and hurt alike. */
  readonly general: boolean;
}

export interface Person {
  readonly group: CasualtyGroup | null;
  readonly many: boolean;
  readonly fighter: boolean;
  readonly onlyCounted: boolean;
}

/** What a word can be. Read with the clitics that make the most of it, the whole word first. */
export interface CasualtyWord {
  readonly stem: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly definite: boolean;
  readonly predicates: readonly Predicate[];
  readonly victim: Victim | null;
  readonly person: Person | null;
  readonly modifier: CasualtyGroup | null;
  readonly thing: boolean;
  readonly name: boolean;
}

export interface CasualtyLexicon {
  /** What the word is here, or null for a word of no meaning to casualties. */
  word(word: Word): CasualtyWord | null;
  /** The noun for people or victims of a dual («شهيد»). */
  noun(singular: string): CasualtyWord | null;
  /** Whether the word, with any clitics cut off, is one of a set of small words. */
  is(word: Word, small: number): boolean;
  /** Whether the word means anything here. */
  matters(word: Word): boolean;
  readonly splits: PhraseTable<'part' | 'whole' | 'most'>;
}

const SMALL_WORDS = [
  'tally',
  'rising',
  'reaching',
  'negations',
  'unknown',
  'harmless',
  'humanLosses',
  'restricting',
  'only',
  'hits',
  'materialOnly',
  'attempts',
  'means',
  'notNews',
  'governors',
] as const; // prettier-ignore

type SmallWords = (typeof SMALL_WORDS)[number];

/** The bit of each set of small words. */
export const SMALL = Object.fromEntries(SMALL_WORDS.map((words, index) => [words, 1 << index])) as Readonly<
  Record<SmallWords, number>
>;

/** Compiles casualties.yaml of the pack; call once and keep. Throws a SetupError that names file and entry. */
export function compileCasualtyLexicon(knowledge: Knowledge): CasualtyLexicon {
  return compile(knowledge.part('casualties', CasualtiesSchema));
}

interface Tables {
  readonly predicates: Map<string, Predicate[]>;
  readonly victims: Map<string, Victim>;
  readonly people: Map<string, Person>;
  readonly modifiers: Map<string, CasualtyGroup>;
  readonly things: Set<string>;
  readonly names: ReadonlySet<string>;
}

function compile(file: CasualtiesFile): CasualtyLexicon {
  const tables: Tables = {
    predicates: new Map(),
    victims: new Map(),
    people: new Map(),
    modifiers: new Map(),
    things: new Set(file.things.flatMap((word) => [...nounForms(word)])),
    names: new Set(file.names.map(normaliseWord)),
  };
  addPredicates(tables, file);
  addNouns(tables, file);
  const small = smallWords(file);
  const splitHeads = new Set(
    [...file.splits, ...file.whole].map((phrase) => normaliseWord(phrase).split(' ')[0]),
  );
  const known = remembering((norm): Known => {
    const stems = readings(norm).map(({ stem }) => stem);
    const among = SMALL_WORDS.reduce(
      (bits, words) => (stems.some((stem) => small[words].has(stem)) ? bits | SMALL[words] : bits),
      0,
    );
    // «أما المعارضة ففقدت …» is no mother.
    const word = /^و?اما$/.test(norm) ? null : readWord(norm, tables);
    const matters =
      word !== null ||
      among > 0 ||
      OTHERS.has(norm) ||
      stems.some((stem) => splitHeads.has(stem) || OTHERS.has(stem));
    return matters ? { word, among, matters } : NOTHING_KNOWN;
  }, NOTHING_KNOWN);
  return Object.freeze({
    word: (word: Word) => known(word).word,
    noun: (singular: string) => known(wordOf(singular)).word,
    is: (word: Word, small: number) => (known(word).among & small) !== 0,
    matters: remembering((norm) => known(wordOf(norm)).matters, false),
    splits: splitTable(file),
  });
}

interface Known {
  readonly word: CasualtyWord | null;
  /** The sets of small words that it is among, a bit each. */
  readonly among: number;
  readonly matters: boolean;
}

/** Of most words. */
const NOTHING_KNOWN: Known = { word: null, among: 0, matters: false };

/** «آخرون»: more people. */
const OTHERS = new Set([
  'اخرين',
  'اخرون',
  'اخريات',
  'اخران',
  'اخر',
  'اخري',
  'الاخر',
  'الاول',
  'الثاني',
  'احد',
  'احدي',
]);

function addPredicates({ predicates }: Tables, file: CasualtiesFile): void {
  for (const { kind, verbs, nouns, needs, before, next, one } of file.predicates) {
    const words = new Set(before.map(normaliseWord));
    const following = new Set(next.map(normaliseWord));
    const add = (forms: Iterable<string>, form: Predicate['form']): void => {
      const predicate: Predicate = { kind, form, needs: needs ?? null, before: words, next: following, one };
      for (const stem of forms) predicates.set(stem, [...(predicates.get(stem) ?? []), predicate]);
    };
    for (const verb of verbs) add(toldOfOthers(verb), 'verb');
    for (const noun of nouns) add(construct(normaliseWord(noun)), 'noun');
  }
}

/** Without the first person plural, which news does not tell in: «نصيب» is a town and a share, «نصبوه» another verb. */
function toldOfOthers(verb: string): string[] {
  return [...verbForms(verb)].filter((form) => !form.startsWith('ن') || verb.startsWith('ن'));
}

/** A verbal noun as it stands before a pronoun: «إصابته» is read from «إصابت». */
function construct(noun: string): string[] {
  return noun.endsWith('ه') ? [noun, `${noun.slice(0, -1)}ت`] : [noun];
}

function addNouns({ victims, people, modifiers }: Tables, file: CasualtiesFile): void {
  for (const { one, many, kind, onlyCounted, corpse, general } of file.victims) {
    const victim = (several: boolean): Victim => ({ kind, many: several, onlyCounted, corpse, general });
    for (const noun of one) setForms(victims, singularForms(noun), victim(false));
    for (const noun of many) setForms(victims, [normaliseWord(noun)], victim(true));
  }
  for (const { group, one, many, fighter, onlyCounted } of file.people) {
    for (const noun of one)
      setForms(people, singularForms(noun), { group, many: false, fighter, onlyCounted });
    for (const noun of many) setForms(people, pluralForms(noun), { group, many: true, fighter, onlyCounted });
  }
  for (const [group, words] of Object.entries(file.modifiers)) {
    for (const word of words) modifiers.set(normaliseWord(word), group as CasualtyGroup);
  }
}

/** A plural as it stands alone, and before whose they are: «ستة من عسكرييها» is read from «عسكريي». */
function pluralForms(noun: string): string[] {
  const plural = normaliseWord(noun);
  return /[يو]ن$/.test(plural) ? [plural, plural.slice(0, -1)] : [plural];
}

function setForms<T>(map: Map<string, T>, forms: Iterable<string>, value: T): void {
  for (const form of forms) if (!map.has(form)) map.set(form, value);
}

/** The singular bare, in the accusative, and before a pronoun; duals are numbers and found as such. */
function singularForms(noun: string): string[] {
  const stem = normaliseWord(noun);
  return stem.endsWith('ه') ? [stem, `${stem.slice(0, -1)}ت`] : [stem, `${stem}ا`];
}

/** «وجدت جثث ثلاثة»: no grandmother. */
const isFinding = (norm: string): boolean => norm === 'وجدت';

function readWord(norm: string, tables: Tables): CasualtyWord | null {
  for (const { prefix, stem, suffix } of readings(norm)) {
    const definite = prefix.endsWith('ال') || prefix.endsWith('لل');
    const verbal = tables.predicates.get(stem) ?? [];
    const nominal = definite || /[بك]/.test(prefix);
    const dies = suffix !== '' && /^[يتن]?م[ات]ت?$/.test(stem);
    const predicates = dies ? [] : nominal ? verbal.filter(({ form }) => form === 'noun') : verbal;
    const word: CasualtyWord = {
      stem,
      prefix,
      suffix,
      definite,
      predicates,
      victim: tables.victims.get(stem) ?? null,
      person: isFinding(norm) ? null : (tables.people.get(stem) ?? null),
      modifier: tables.modifiers.get(stem) ?? null,
      thing: tables.things.has(stem),
      name: suffix === '' && tables.names.has(stem),
    };
    if (word.victim || word.person || word.modifier || word.thing || word.name || predicates.length > 0)
      return word;
  }
  return null;
}

function splitTable(file: CasualtiesFile): PhraseTable<'part' | 'whole' | 'most'> {
  const most = new Set(file.most);
  return new PhraseTable([
    ...file.splits.map((phrase) => [most.has(phrase) ? 'most' : 'part', phraseOf(phrase)] as const),
    ...file.whole.map((phrase) => ['whole', phraseOf(phrase)] as const),
  ]);
}

function phraseOf(phrase: string): string {
  return normaliseWord(phrase);
}

function smallWords(file: CasualtiesFile): Readonly<Record<SmallWords, ReadonlySet<string>>> {
  const set = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(normaliseWord));
  const verbs = (lemmas: readonly string[]): ReadonlySet<string> =>
    new Set(lemmas.flatMap((lemma) => [...verbForms(lemma)]));
  return Object.freeze({
    tally: set(file.tally),
    rising: new Set([...verbs(file.rising), ...set(file.risingNouns)]),
    reaching: verbs(file.reaching),
    negations: set(file.negations),
    unknown: set(file.unknown),
    harmless: set(file.harmless),
    humanLosses: set(file.humanLosses),
    restricting: new Set([...verbs(file.restricting), 'اقتصار']),
    only: set(file.only),
    hits: set(file.hits),
    materialOnly: set(file.materialOnly),
    attempts: set(file.attempts),
    means: set(file.means),
    notNews: set(file.notNews),
    governors: set(file.governors),
  });
}
