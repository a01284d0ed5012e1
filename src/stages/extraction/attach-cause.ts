/** Finds the event of a toll that names what caused it, or whose words go on into the event's own. */
import { isAt } from '../../arabic/phrases.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { CasualtyDetail } from './casualties.ts';
import type { Draft } from './drafts.ts';
import type { SectionText, SegmentText } from './section-text.ts';
import { placeKey } from './siting.ts';

/**
 * «غارات على (أ) وقصف على (ب) | وخلفت الغارات | والقصف المدفعي عدداً من الشهداء»: a toll of several causes is of the
 * first event of the first of them. Null where one cause is named, or none.
 */
export function namedCause(text: SectionText, segment: SegmentText, open: readonly Draft[]): Draft | null {
  const effect = text.segments[segment.index - 1];
  if (effect === undefined || segment.opener !== 'noun' || !segment.conjunction) return null;
  if (effect.sentence !== segment.sentence || !effect.names.has('effect')) return null;
  const [cause] = effect.triggers;
  if (cause === undefined || cause.at !== effect.last || !text.token(cause.at).norm.startsWith('ال'))
    return null;
  const told = open.filter(
    (draft) =>
      draft.segment.index < effect.index &&
      draft.segment.sentence + 1 >= effect.sentence &&
      (draft.trigger.lemma === cause.lemma || draft.segment.names.has(cause.lemma)),
  );
  return told[0] ?? null;
}

/** «6 ضباط، | يتبعون الفرقة، | قُتلوا في هجوم على حاجز»: the event of the segment in which the toll's words end. */
export function goingOn(
  text: SectionText,
  segment: SegmentText,
  { last }: CasualtyDetail,
  bySegment: ReadonlyMap<number, Draft>,
): Draft | null {
  if (segment.opener === 'effect') return null;
  let end = segment;
  while (end.last < last) {
    const next = text.segments[end.index + 1];
    if (next === undefined || next.sentence !== segment.sentence) return null;
    end = next;
  }
  return end === segment ? null : (bySegment.get(end.index) ?? null);
}

/**
 * «… على محور (أ)، | وأصابوا بقذائف هاون تجمعاً لهم في بلدة (ب) | ما أوقع قتلى وجرحى»: what the effect comes of was not
 * understood, and has a place that the event before has not.
 */
export function isOfUntold(text: SectionText, segment: SegmentText, before: Draft): boolean {
  // «وقصف … بلدة (أ)، كما استشهد رجل تحت التعذيب»: dead in some prison.
  if (segment.names.has('تعذيب') && segment.index > before.lastSegment) return true;
  const cause = text.segments[segment.index - 1];
  if (cause === undefined || segment.opener !== 'effect' || cause.sentence !== segment.sentence) return false;
  if (cause.opener !== 'verb' || !cause.conjunction) return false;
  const own = cause.places.filter(({ use }) => use === 'location').map(placeKey);
  const known = new Set(before.places.map(placeKey));
  return own.length > 0 && before.segment.index < cause.index && own.every((key) => !known.has(key));
}

const isThatHe = fitting(/^[وب]?ان(?:ه|ها|هم|نا)$/);
const isKilling = fitting(/^قتل(?:ت|وا|نا)?$/);

/** «… في غارة على (أ)، فيما قال التنظيم | إنه قتل 18 جنديا»: what he did himself, and no part of the raid. */
export function isBoast(text: SectionText, segment: SegmentText, { segment: its }: Draft): boolean {
  const { opener, first, index, last, sentence } = segment;
  const before = text.segments[index - 1];
  if (opener !== 'that' || before?.sentence !== sentence || !before.names.has('say') || its.index >= index)
    return false;
  return first < last && isThatHe(text.token(first).word) && isKilling(text.token(first + 1).word);
}

const haveFallen = fitting(/^(?:سقطوا|سقطا|قضوا|قضيا|ارتقوا|قتلوا|قتلا|استشهدوا)$/);
const isLeaving = fitting(/^(?:خلف|اوقع|حصد|احدث|سبب|ترك)ت?(?:ها|هم|هما|هن)$/);

/** «خمسة قتلى | خلفتهم الغارة على (أ)»: what left them, in the next segment, takes them up by a pronoun. */
export function leftBehind(
  text: SectionText,
  segment: SegmentText,
  { last }: CasualtyDetail,
  bySegment: ReadonlyMap<number, Draft>,
): Draft | null {
  const next = text.segments[segment.index + 1];
  if (next === undefined || next.sentence !== segment.sentence || last < segment.last - LEFT_REACH)
    return null;
  const { tokens } = text.reading;
  // «سبعة قتلى وعشرة جرحى | سقطوا في اشتباكات (أ)»
  const falls = next.opener === 'verb' && !next.conjunction && isAt(tokens, next.first, haveFallen);
  return isAt(tokens, next.first, isLeaving) || falls ? (bySegment.get(next.index) ?? null) : null;
}

/** How many words that describe the people may stand before what left them. */
const LEFT_REACH = 8;

/** How many segments after a toll its own cause may stand: «وسبعة قتلى | سقطوا | جراء …». */
const LATER_REACH = 2;

/** «إثر القصف على (أ) وسبعة قتلى | سقطوا | جراء القصف على (ب)»: a toll after an event's place, with the next one's cause. */
export function causedLater(
  text: SectionText,
  segment: SegmentText,
  { first, last }: CasualtyDetail,
  bySegment: ReadonlyMap<number, Draft>,
): Draft | null {
  const told = bySegment.get(segment.index);
  if (told === undefined || last < segment.last || !text.token(first).norm.startsWith('و')) return null;
  if (!told.places.some((place) => place.last < first && place.last > told.trigger.at)) return null;
  for (let index = segment.index + 1; index <= segment.index + LATER_REACH; index++) {
    const next = text.segments[index];
    if (next === undefined || next.sentence !== segment.sentence) return null;
    const draft = bySegment.get(index);
    if (next.opener === 'cause') return draft?.segment.index === index ? draft : null;
    if (next.opener !== 'verb' || next.conjunction || next.first !== next.last) return null;
  }
  return null;
}

const isThereupon = fitting(
  /^ف(?:قتلت?|استشهدت?|اصيبت?|جرحت?|قضي|سقطت?|ارتقي|اسفرت?|ادت?|اوقعت?|خلفت?|توفيت?|لقي)$/,
);

/** «أغارت الطائرات على (أ)، فاستشهد ثلاثة | وأصيب آخرون، | واستشهد رجل في غارة على (ب)»: what came of the first. */
export function thereupon(
  text: SectionText,
  segment: SegmentText,
  bySegment: ReadonlyMap<number, Draft>,
): Draft | null {
  if (bySegment.has(segment.index)) return null;
  let at = segment;
  while (!isThereupon(text.token(at.first).word)) {
    const before = text.segments[at.index - 1];
    const goesOn =
      at.conjunction && at.opener === 'verb' && at.places.length === 0 && !bySegment.has(at.index);
    if (!goesOn || before?.sentence !== segment.sentence || segment.index - at.index >= LATER_REACH)
      return null;
    at = before;
  }
  const draft = bySegment.get(at.index - 1);
  return draft?.segment.sentence === segment.sentence ? draft : null;
}

const isOfIt = fitting(/^(?:اثر|جراي|جراء|خلال|اثناء)(?:ه|ها|هما|هم)$/);

/** How far after the verb of the dead «إثره» stands. */
const OF_IT_REACH = 3;

/** «قصف صاروخي …، استشهد على إثره ثلاثة، كما تعرضت …», «اشتباكات …، وقتل خلالها سبعة، فيما أصيب …»: the dead of what was told just before. */
export function toldBefore(
  text: SectionText,
  segment: SegmentText,
  { first }: CasualtyDetail,
  bySegment: ReadonlyMap<number, Draft>,
): Draft | null {
  let of = false;
  for (let at = first; at <= first + OF_IT_REACH && !of; at++) of = isAt(text.reading.tokens, at, isOfIt);
  if (!of) return null;
  // «فدارت فيه معارك قتل خلالها عشرة»
  const own = bySegment.get(segment.index);
  if (own?.segment === segment && own.trigger.at < first) return own;
  for (let index = segment.index - 1; index >= 0; index--) {
    const before = text.segments[index];
    if (before?.sentence !== segment.sentence) return null;
    const draft = bySegment.get(index);
    if (draft !== undefined) return draft;
  }
  return null;
}
