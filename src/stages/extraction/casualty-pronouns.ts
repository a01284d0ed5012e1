/** People that a predicate tells by a pronoun, or not at all: «مقتله», «وكان القيادي … قتل», «قتلا على الفور». */
import { fitting } from '../../arabic/word-memory.ts';
import { exactly } from './casualty-counts.ts';
import type { CasualtyWord, Predicate } from './casualty-lexicon.ts';
import { WITH } from './casualty-name-marks.ts';
import { peopleAt } from './casualty-people.ts';
import { PLURAL_VERB } from './casualty-people-before.ts';
import { blank } from './casualty-people-shape.ts';
import { isHarm, item, told } from './casualty-predicate-told.ts';
import type { CasualtyText } from './casualty-text.ts';
import type { Told } from './casualty-told.ts';

/** How far after «كان» and its subject the verb may stand. */
const SUBJECT_REACH = 30;

const isWith = fitting(WITH);

/** People that a pronoun after «مقتل» stands for. */
const PRONOUNS: ReadonlyMap<string, number> = new Map([
  ['ه', 1],
  ['ها', 1],
  ['هما', 2],
]);

/** «مقتله | ومقتل زوجته وابنه», «مقتله | وإصابة زوجته»: another predicate with people of its own follows. */
export function isNextPredicate(text: CasualtyText, at: number): boolean {
  const next = text.norm(at) === 'و' ? at + 1 : at;
  return text.isJoined(next) && (text.word(next)?.predicates.length ?? 0) > 0;
}

/** «مقتله», «استشهادها»: one person; «مقتلهما»: two. */
export function pronounVictim(
  text: CasualtyText,
  word: CasualtyWord,
  predicate: Predicate,
  at: number,
): Told | null {
  const people = PRONOUNS.get(word.suffix);
  if (predicate.form !== 'noun' || people === undefined) return null;
  const harmed = predicate.kind === 'killed' || isEffect(text, word, at) || isWounding(text, at);
  if (!harmed && !text.fits(at + 1, isWith)) return null;
  // «أدى إلى وفاته», and no «بعد وفاته».
  if (predicate.needs === 'person' && !(predicate.kind === 'killed' && isEffect(text, word, at))) return null;
  if ((predicate.needs !== null && predicate.needs !== 'person') || predicate.before.size > 0) return null;
  return told(at, at, [item(predicate.kind, blank(at, at, exactly(people), { form: 'name' }))], true);
}

/** How far before «أدى إلى إصابتهم» those may be counted whom it takes up. */
const THEM_REACH = 40;

/**
 * «تعرض ثلاثة صحافيين لإطلاق نار … ما أدى إلى إصابتهم»: as many as the sentence counted last; «أدى إلى بتر ساقه»: one.
 */
export function effectOnThem(text: CasualtyText, word: CasualtyWord, at: number): Told | null {
  const predicate = word.predicates.find(
    ({ form, kind, needs }) => form === 'noun' && isHarm(kind) && needs !== 'victim',
  );
  if (predicate === undefined || !isEffect(text, word, at)) return null;
  if (predicate.before.size > 0) {
    const limb = text.norm(at + 1);
    if (predicate.kind !== 'injured' || !predicate.before.has(limb) || !/[هة]ا?$/.test(limb)) return null;
    return told(at, at + 1, [item('injured', blank(at, at + 1, exactly(1), { form: 'name' }))], true);
  }
  if (word.suffix !== 'هم') return null;
  for (let i = at - 1; i >= Math.max(0, at - THEM_REACH); i--) {
    if (/^[.؛!؟]$/.test(text.norm(i))) return null;
    const found = text.number(i) === null ? null : peopleAt(text, i, at - 1);
    if (found?.what !== 'people' || found.form !== 'counted' || found.kind !== null) continue;
    const people = blank(at, at, found.count, { form: 'name', group: found.group });
    return told(at, at, [item(predicate.kind, people)], true);
  }
  return null;
}

const isHittingHim = fitting(/^[وف]اصابته(?:ا|ما)?$/);

/** «انفجرت قنبلة برجل في حي كذا وأصابته بجروح» */
export function isWounding(text: CasualtyText, at: number): boolean {
  return text.fits(at, isHittingHim) && /^بجر(?:وح|اح)$/.test(text.norm(at + 1));
}

/** «وكان رئيس القسم … قتل بانفجار», «وكان خمسة عناصر من … قد قتلوا»: the subject of «كان» that opens the clause. */
export function subject(text: CasualtyText, at: number, first: number, predicate: Predicate): Told | null {
  if (predicate.form !== 'verb' || !/^و?كان(?:ت)?$/.test(text.norm(first)) || text.isJoined(at)) return null;
  const found = peopleAt(text, first + 1, at - 1);
  if (found?.what !== 'people' || at - first > SUBJECT_REACH) return null;
  if (found.form !== 'one' && (found.form !== 'counted' || !PLURAL_VERB.test(text.norm(at)))) return null;
  return told(first + 1, at, [item(predicate.kind, found)]);
}

/** «استهدفت شابين، قتلا على الفور», «قتلا وجرح ثالث»: two that were named before, or nowhere. */
export function twoOfThem(text: CasualtyText, at: number, first: number, predicate: Predicate): Told | null {
  if (predicate.form !== 'verb' || !isHarm(predicate.kind) || predicate.needs === 'victim') return null;
  const verb = text.norm(at);
  if (!/^ف?(?:قتلا|استشهدا|اصيبا|جرحا|توفيا|قضيا)$/.test(verb)) return null;
  if (at !== first && text.isWord(at - 1) && !verb.startsWith('ف')) return null;
  return told(at, at, [item(predicate.kind, blank(at, at, exactly(2), { form: 'name' }))], true);
}

const isThenHarmed = fitting(/^ف(?:قتل|استشهد|قضي|توفي|اصيب|جرح)ت?$/);
/** «ضربوه حتى فارق الحياة» */
const isLastBreath = fitting(/^(?:فارقت?|ماتت?|لفظت?|توفيت?)$/);
const isAtOnce = fitting(
  /^(?:فورا|مباشره|بجروح|بجراح|برصاص|بطلق|متاثرا|متاثره|واصيب|وجرح|وقتل|واصابه|وفر|ولاذ)/,
);
/** How far before «فقُتل على الفور» whoever it was may be told. */
const HIM_REACH = 30;

function isUnknown(text: CasualtyText, at: number): boolean {
  return /^(?:ال)?مجهول(?:ين|ون)$/.test(text.norm(at));
}

/** «أطلقوا النار على القيادي فلان في بلدة كذا، فقُتل على الفور»: the one person whom the sentence told last. */
export function oneOfThem(text: CasualtyText, at: number, predicate: Predicate): Told | null {
  if (predicate.form !== 'verb' || !isHarm(predicate.kind) || predicate.needs === 'victim') return null;
  // «لإطلاق نار فارق على إثره الحياة»
  const breathed = text.fits(at, isLastBreath);
  const atLast = breathed && (text.norm(at - 1) === 'حتي' || text.norm(at + 1) === 'علي');
  if (!atLast && !text.fits(at, isThenHarmed)) return null;
  const next = text.norm(at + 1);
  const alone =
    atLast ||
    (text.tokens[at + 1]?.kind ?? 'punctuation') === 'punctuation' ||
    (/^و.{2}/.test(next) && !text.word(at + 1)?.predicates.length) ||
    text.fits(at + 1, isAtOnce) ||
    (/^(?:علي|في)$/.test(next) && /^(?:الفور|الحال|المكان|اثره|اثرها)$/.test(text.norm(at + 2)));
  if (!alone || text.number(at + 1) !== null || text.number(at + 2) !== null) return null;
  for (let i = at - 1; i >= Math.max(0, at - HIM_REACH); i--) {
    if (/^[.؛!؟:]$/.test(text.norm(i))) return null;
    const found = peopleAt(text, i, at - 1);
    if (found?.what !== 'people' || text.isCounted(i)) continue;
    // «… لإطلاق نار من مجهولين، فأصيب»: those who fired.
    if (found.form === 'plural' && (text.word(i)?.person?.fighter || isUnknown(text, i))) continue;
    if (found.form === 'one' || found.form === 'name')
      return told(
        at,
        at,
        [item(predicate.kind, blank(at, at, exactly(1), { form: 'name', group: found.group }))],
        true,
      );
    return null;
  }
  return null;
}

/** «أسفر عن إصابته», «أدى لإصابته», not «إثر إصابته». */
export function isEffect(text: CasualtyText, word: CasualtyWord, at: number): boolean {
  if (/^(?:عن|الي)$/.test(text.norm(at - 1)) || word.prefix.endsWith('ل')) return true;
  // «اقتصر الأمر على إصابته بجروح»
  if (text.norm(at - 1) === 'علي' && [2, 3].some((back) => /^[وف]?اقتصر/.test(text.norm(at - back))))
    return true;
  // «تسبب في إصابته»
  if (text.norm(at - 1) === 'في' && /تسبب/.test(text.norm(at - 2))) return true;
  return word.prefix.endsWith('ب') && /تسبب/.test(text.norm(at - 1));
}
