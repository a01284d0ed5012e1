/** Where a sentence moves on to another place: «…، وفي داريا ألقت المروحيات …», «…، وبلدة بيانون ما أدى …». */
import type { Token } from '../../arabic/token.ts';
import { fitting } from '../../arabic/word-memory.ts';
import { PREPOSITIONS } from '../../knowledge/places/cues.ts';
import type { Mark } from './mark.ts';
import type { Opener, Stretch } from './segments.ts';

export const STOPS = new Set(['.', '؛', ';', ':', '::', '؟', '?', '!', '…', '...', '..', '•', '●', '*', '-']);
const BREATHS = new Set(['،', ',', '-', '–', '(', ')', '"', '«', '»']);

export function isBreath({ kind, norm }: Token): boolean {
  return kind === 'punctuation' && BREATHS.has(norm);
}

export function isComma(token: Token | undefined): boolean {
  return token?.norm === '،' || token?.norm === ',';
}

/** A verb that nothing joins to what stands before it. */
export function isPlainVerb({ verb, noun, conjunction, spent }: Mark): boolean {
  return verb && !noun && !conjunction && !spent;
}

const HARMED = new Set(['قتل', 'أصيب', 'ضحية', 'جريح']);

/** Where more is told of another place. */
export const isAndThere = fitting(/^و(?:في|علي)$/);

const isAndAt = fitting(/^و(?:في|عند|قرب|علي)$/);

/** How far after «وفي» what happened there is told. */
const MOVE_REACH = 14;

/**
 * «…، وفي حي باب النيرب ما أدى لمقتل ثلاثة», «…، وفي داريا ألقت المروحيات …»: the sentence moves on to another place and
 * says what befell it.
 */
export function movesOn(stretch: Stretch, at: number): boolean {
  const { tokens, marks, sentences, from, names } = stretch;
  if (!isAndAt((tokens[at] as Token).word)) return false;
  if (!marks[at + 1 - from]?.uses.includes('place') && !names.isInside(at + 1)) return false;
  for (let i = at + 2; i < at + MOVE_REACH && sentences[i - from] === sentences[at - from]; i++) {
    const { norm } = tokens[i] as Token;
    // «وفي حلب، ألقى»: a breath after the name.
    if (norm === '،' && names.isInside(i - 1) && isVerbAfter(marks, from, i)) return true;
    if (STOPS.has(norm) || norm === '،') return false;
    if (names.isInside(i)) continue;
    const mark = marks[i - from] as Mark;
    if (mark.names.some((name) => HARMED.has(name)) || isPlainVerb(mark)) return true;
    if (isHeadOfNews(stretch, i)) return true;
  }
  return false;
}

/** «وثلاثة آخرون», «وامرأة». */
export const isAndPeople = fitting(
  /^و(?:اخر|اخري|اخران|اخرين|اخرون|طفلا?|طفله|امراه|سيده|شابا?|شابه|شابان|شابين|رجلا?|رجلان|رجلين|مدنيا?|مدنيان|مدنيين|شخصا?|فتي|فتاه|جنديا?|عنصرا?|اثنان|اثنين|ثلاثه?|اربعه?|خمسه?|سته?|سبعه?|ثمانيه|تسعه?|عشره?)$/,
);
const isAndNumber = fitting(/^و\d+$/);
const isWithCause = fitting(
  /^ب(?:رصاص|قصف|غاره|انفجار|لغم|قذيفه|قذايف|عبوه|نيران|طلق|طلقه|طلقات|رصاصه|شظايا|برميل|براميل|صاروخ|صواريخ)$/,
);
const isTorture = fitting(/^(?:ال)?تعذيب$/);
/** How far after the people what befell them is named. */
const MEANS_REACH = 5;
const opensMeans = fitting(/^(?:في|جراء|اثر|نتيجه|بفعل)$/);

/** «تسعة في غارات على (أ)، وخمسة بينهم طفلان في غارة على (ب)، وثلاثة في قصف على (ج)»: each of an event of its own. */
export function countsByMeans(stretch: Stretch, first: number, at: number): boolean {
  const { tokens, sentences, from, isTrigger } = stretch;
  if (at <= first + 1 || !isBreath(tokens[at - 1] as Token)) return false;
  const { word } = tokens[at] as Token;
  if (!isAndPeople(word) && !isAndNumber(word)) return false;
  for (let i = at + 1; i <= at + MEANS_REACH && sentences[i - from] === sentences[at - from]; i++) {
    if (opensMeans((tokens[i] as Token).word)) return isTrigger(i + 1);
    // «ورجل برصاص قناص في حي (ب)»
    if (isWithCause((tokens[i] as Token).word)) return true;
    // «ورجلان تحت التعذيب»
    if ((tokens[i] as Token).norm === 'تحت') return isTorture((tokens[i + 1] as Token).word);
    if ((tokens[i] as Token).kind === 'punctuation') return false;
  }
  return false;
}

/** How far after the people their place begins, and after that what befell them. */
const PEOPLE_REACH = 5;
const CAUSE_REACH = 3;

/** «قتل أربعة في (أ) جراء غارة، وثلاثة آخرون في (ب) جراء قصف»: people of another place, whom something else befell. */
export function countsOthersElsewhere(stretch: Stretch, first: number, at: number): boolean {
  const { tokens, marks, sentences, from, names } = stretch;
  if (!isAndPeople((tokens[at] as Token).word)) return false;
  const sentence = sentences[at - from];
  const within = (i: number) => sentences[i - from] === sentence;
  let place = at + 1;
  while (place <= at + PEOPLE_REACH && within(place) && !isIn((tokens[place] as Token).word)) place++;
  if (place > at + PEOPLE_REACH || !within(place)) return false;
  place++;
  if (!marks[place - from]?.uses.includes('place') && !names.isInside(place + 1)) return false;
  let told = false;
  for (let i = first - 1; i >= from && within(i) && !told; i--)
    told = marks[i - from]?.names.some((name) => HARMED.has(name)) === true;
  if (!told) return false;
  let end = place;
  while (within(end + 1) && (names.isInside(end + 1) || marks[end - from]?.uses.includes('place'))) end++;
  for (let i = end; i <= end + CAUSE_REACH && within(i); i++) {
    if (marks[i - from]?.opener === 'cause' || isWithCause((tokens[i] as Token).word)) return true;
  }
  return false;
}

const isIn = fitting(/^(?:في|قرب)$/);

const isBare = fitting(/^(?!ال|وال|بال|لل|[وبلفك])/);

/** «وفي الريف الشمالي تعرض حي …», «وفي الريف الشمالي قصف مدفعي على …»: what may be a verb, or a noun that nothing governs. */
function isHeadOfNews({ tokens, marks, from, isTrigger }: Stretch, at: number): boolean {
  const { verb, spent } = marks[at - from] as Mark;
  if (spent || !(verb || isTrigger(at)) || !isBare((tokens[at] as Token).word)) return false;
  const before = tokens[at - 1] as Token;
  return !PREPOSITIONS.has(before.norm) && !isBeforeNoun(before.word);
}

const isBeforeNoun = fitting(/^(?:بعد|قبل|رغم|اثر|عقب|نتيجه|جراء|بسبب|خلال|اثناء|وسط|مع|دون|اي|كل)$/);

/** An effect, or a clause of people killed or hurt. */
export function tellsHarm({ marks, from }: Stretch, first: number, at: number, opener: Opener): boolean {
  if (opener === 'effect') return true;
  if (opener !== 'verb' && opener !== 'relative') return false;
  for (let i = first; i < at; i++) if (marks[i - from]?.names.some((name) => HARMED.has(name))) return true;
  return false;
}

/** «قصف مدينة حريتان ما أدى لمقتل طفل، وبلدة بيانون ما أدى …»: after its effect the event goes on to another place. */
export function goesOnElsewhere(
  { tokens, marks, from, names }: Stretch,
  effect: number,
  at: number,
): boolean {
  const { norm } = tokens[at] as Token;
  if (!norm.startsWith('و') || !isBreath(tokens[at - 1] as Token)) return false;
  if (!marks[at - from]?.uses.includes('place') || !names.isInside(at + 1)) return false;
  for (let i = effect; i < at; i++) if (names.isInside(i)) return false;
  return true;
}

function isVerbAfter(marks: readonly Mark[], from: number, at: number): boolean {
  const next = marks[at + 1 - from];
  return next?.verb === true && !next.conjunction && !next.spent;
}
