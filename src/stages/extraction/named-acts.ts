/** Nouns of action that only name what was told elsewhere, and tell no event where they stand. */
import { isAt } from '../../arabic/phrases.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { EventRule } from '../../knowledge/events/grammar.ts';
import type { SectionText, SegmentText, Trigger } from './section-text.ts';

/** Whether a trigger only names an act: one told before, or one that another verb of the segment is about. */
export function isOnlyNamed(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  return (
    isNamedAfter(text, segment, trigger) ||
    isAccompanied(text, segment, trigger) ||
    isCharge(text, segment, trigger) ||
    isAnswered(text, segment, trigger) ||
    isSupport(text, segment, trigger) ||
    isSoCalled(text, trigger)
  );
}

/** «رد الثوار على قصف (أ) باستهداف …», «ردا على المجازر»: why they did it. */
function isAnswered(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  return trigger.kind === 'noun' && answerBefore(text, segment, trigger.at, 1) !== null;
}

const isInReturn = fitting(/^[وف]?(?:ردا|انتقاما|ثارا)$/);
const isAnswering = fitting(/^[وف]?(?:ي|ت)?(?:رد|ردت|ردوا)$/);
/** How far before «على» the verb may stand: «رد مقاتلو الفصائل على». */
const ANSWER_REACH = 4;

/**
 * The token of «على» after «ردا», where at most so many tokens stand between it and the token at `at`; after «رد» only
 * where another act follows: «ردت القوات على هجوم» alone tells of the attack.
 */
export function answerBefore(
  text: SectionText,
  { first, triggers }: SegmentText,
  at: number,
  reach: number,
): number | null {
  let on = at - 1;
  while (on > first && on >= at - reach && text.token(on).norm !== 'علي') on--;
  if (on <= first || on < at - reach) return null;
  if (isInReturn(text.token(on - 1).word)) return on;
  if (!triggers.some((trigger) => trigger.at > on + 1)) return null;
  for (let verb = on - 1; verb >= first && verb >= on - ANSWER_REACH; verb--)
    if (isAnswering(text.token(verb).word)) return on;
  return null;
}

const isQuote = fitting(/^[«»"“”]$/);

/** A fight with a name of its own has no more words than this after the first: «"معركة دمشق الكبرى"». */
const NAME_REACH = 3;

/** «طوابير و«معارك» يومية على الأسطوانات», «"معركة العاصمة" التي وعدوا بها»: a fight or fire in quotation marks is none. */
function isSoCalled(text: SectionText, { at, kind, lemma, rules }: Trigger): boolean {
  if (kind !== 'noun' || rules.every(({ frame }) => frame !== 'clash' && frame !== 'fire')) return false;
  const { tokens } = text.reading;
  if (!isAt(tokens, at - 1, isQuote)) return false;
  const reach = lemma === 'معركة' && text.token(at).norm === 'معركه' ? NAME_REACH : 0;
  for (let end = at + 1; end <= at + 1 + reach; end++) if (isAt(tokens, end, isQuote)) return true;
  return false;
}

const isInvolved = fitting(/^(?:ال|لل)?(?:متورط|ضالع|متهم|مشتبه|مسؤول|مسوول|منفذ|مدبر)(?:ا|ه|ي|ين|ون|و)?$/);
/** «بتهمة قتال المجاهدين», «بتهمة المشاركة في هجمات على …» */
const isChargedWith = fitting(/^(?:بتهم(?:ه|تي)?|لاتهام(?:ه|هم|ها)|بشبهه|بجرم|بذريعه|بحجه|بدعوي|بزعم)$/);
/** How far before the act those may stand who are held for it: «مسؤولة عن سلسلة من التفجيرات». */
const CHARGE_REACH = 4;

/** «القبض على ثلاثة متورطين في الهجمات», «أوقفت ضالعين في تفجير»: what they are held for. */
function isCharge(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  if (trigger.kind !== 'noun') return false;
  let involved = false;
  for (let at = trigger.at - 1; at >= segment.first && at >= trigger.at - CHARGE_REACH; at--)
    if (isChargedWith(text.token(at).word)) return true;
  for (let at = trigger.at - 1; at >= segment.first && at >= trigger.at - CHARGE_REACH; at--)
    involved ||= isInvolved(text.token(at).word);
  if (!involved) return false;
  return segment.triggers.some(
    ({ at, rules }) => at < trigger.at && rules.some(({ frame }) => frame === 'seizure'),
  );
}

/** «سيطر الجيش، مدعوما بقصف مدفعي، على قرى …»: what helps the act that the verb tells. */
function isSupport(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  if (trigger.kind !== 'noun' || !segment.names.has('دعم')) return false;
  if (![1, 2].some((back) => text.mark(Math.max(segment.first, trigger.at - back)).names.includes('دعم')))
    return false;
  return segment.triggers.some(({ at, kind }) => at < trigger.at && kind === 'past');
}

/** «اعتقلت الشرطة شخصا لضلوعه في التفجيرات»: a definite noun after the verb of another event names what was before. */
function isNamedAfter(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  if (trigger.kind !== 'noun') return false;
  const word = text.mark(trigger.at).words.find(({ lemma }) => lemma === trigger.lemma);
  if (!word?.definite) return false;
  return segment.triggers.some(
    ({ at, kind, rules }) =>
      at < trigger.at &&
      kind === 'past' &&
      rules.some(({ frame }) => frame === 'seizure' || (frame === 'protest' && !rules.some(strikes))),
  );
}

/** «قتل متظاهر في القصف»: verbs of harm may tell of a crowd too, and what they tell of names its cause. */
function strikes({ frame }: EventRule): boolean {
  return frame === 'harm' || frame === 'fire' || frame === 'clash';
}

/** «ترافقت الغارات مع قصف مدفعي طال …»: what was told before goes with what is told now. */
function isAccompanied(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  if (trigger.kind !== 'noun' || !text.mark(trigger.at).words.some(({ definite }) => definite)) return false;
  let goesWith = false;
  for (let at = segment.first; at < trigger.at && !goesWith; at++)
    goesWith = text.mark(at).words.some(({ lemma, kind }) => lemma === 'رافق' && kind !== 'noun');
  if (!goesWith) return false;
  return segment.triggers.some(
    (other) => other.at > trigger.at + 1 && text.token(other.at - 1).norm === 'مع' && other.kind === 'noun',
  );
}
