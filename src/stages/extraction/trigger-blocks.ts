/** What keeps one trigger from telling an event by the words around it: a purpose, a negation, what something is called. */
import { isAt } from '../../arabic/phrases.ts';
import { fitting } from '../../arabic/word-memory.ts';
import { isSuperlative } from './look-backs.ts';
import { type Block, SOUGHT } from './mark.ts';
import type { SectionText, SegmentText, Trigger } from './section-text.ts';

/** «لم يقصف», «دون وقوع اشتباكات»: a negation reaches so many tokens. */
const NEGATION_REACH = 3;
/** «دون أن تسجل أي حالة اعتقال» */
const WITHOUT_REACH = 5;
const AFTER_REACH = 2;
const COPULA_REACH = 5;
/** «قد» and its verb stand so near after their subject. */
const MAY_REACH = 4;
const CARRIERS: ReadonlySet<string> = new Set(['occur', 'suffer', 'light', 'capable', 'effect']);
const FIGHTS: ReadonlySet<string> = new Set(['معركة', 'اشتباك', 'هجوم', 'قتال', 'مواجهة', 'عملية']);
const FIGHTS_ON: ReadonlySet<string> = new Set(['معركة', 'اشتباك', 'قتال', 'مواجهة']);
const TAKES_OBJECT: ReadonlySet<string> = new Set(['suffer', 'effect', 'cause', 'occur']);

/** What the words around a trigger say of it; `isDated`: whether a sentence tells a day. */
export function blockAtTrigger(
  text: SectionText,
  segment: SegmentText,
  trigger: Trigger,
  isDated: (segment: SegmentText) => boolean,
): Block | null {
  if (isPurpose(text, segment, trigger)) return 'plan';
  if (isDefinition(text, segment, trigger)) return 'talk';
  if (isBattleName(text, segment, trigger)) return 'talk';
  if (isNotBegun(text, segment, trigger)) return 'negate';
  if (isLongBefore(text, trigger)) return 'history';
  if (isRelative(text, segment) && !isDated(segment) && describes(text, segment, trigger))
    return 'background';
  if (isWithout(text, segment, trigger)) return 'negate';
  for (let at = trigger.at - 1; at >= segment.first && at >= trigger.at - NEGATION_REACH; at--) {
    const { uses } = text.mark(at);
    if (uses.length === 0) continue;
    if (uses.includes('affirm') || uses.includes('still')) return null;
    if (uses.includes('negate') || uses.includes('stop')) return 'negate';
    if (uses.includes('since') && trigger.kind === 'noun') return 'history';
  }
  if (isDeniedVerb(text, segment, trigger)) return 'negate';
  for (let at = trigger.at + 1; at <= segment.last && at <= trigger.at + AFTER_REACH; at++) {
    if (text.mark(at).uses.includes('plan')) return 'plan';
  }
  return mayDo(text, segment, trigger) ? 'plan' : null;
}

/** «القصف بالبراميل قد يدمر مدينة»: the subject of what may be. */
function mayDo(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  if (trigger.kind !== 'noun') return false;
  for (let at = trigger.at + 1; at < segment.last && at <= trigger.at + MAY_REACH; at++)
    if (text.token(at).norm === 'قد') return isPresent(text, at + 1);
  return false;
}

/** A present, of a verb that the grammar does not know too: «قد تطول». */
function isPresent(text: SectionText, at: number): boolean {
  const [word] = text.mark(at).words;
  return word === undefined ? /^[يتن]/.test(text.token(at).norm) : word.kind === 'present';
}

const isTollOf = fitting(/^(?:ال)?(?:حصيله|محصله|نتيجه|ضحايا|حصاد)$/);
const isRegaining = fitting(/^ل(?:استعاده|اعاده|بسط|احكام|فرض)$/);

/** «لقتال الثوار», «لاستعادة القرية»: what is meant to be; «تعرضت لقصف» and «أدى لمقتل» tell what was. */
function isPurpose(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  if (trigger.kind !== 'noun') return false;
  // «أطلقوا الرصاص لتفريق محتجين», «تدخلت قوات الأمن لفض اعتصام»: what they did.
  if (trigger.lemma === 'فرق' && trigger.at > segment.first + 1) return false;
  // «لاستعادة السيطرة على المدينة»
  const regains =
    trigger.lemma === 'سيطر' && trigger.at > segment.first && isRegaining(text.token(trigger.at - 1).word);
  if (regains) return true;
  if (!text.token(trigger.at).norm.startsWith('ل')) return false;
  const word = text.mark(trigger.at).words.find(({ lemma }) => lemma === trigger.lemma);
  if (word?.preposition !== 'ل') return false;
  // «دارت معارك للسيطرة على المنطقة»: what they fight for.
  const takes = trigger.rules.every(({ frame }) => frame === 'gain');
  for (let at = trigger.at - 1; at >= segment.first; at--) {
    const { uses, words } = text.mark(at);
    if (takes && words.some((one) => FIGHTS.has(one.lemma))) return true;
    if (uses.some((use) => TAKES_OBJECT.has(use)) || words.some(({ lemma }) => lemma === 'استخدم'))
      return false;
    if (at === trigger.at - 1 && uses.includes('connective')) return false;
    // «حصيلة أولية لغارات على (أ)»: of what was.
    if (at >= trigger.at - 2 && isTollOf(text.token(at).word)) return false;
    if (words.some(({ lemma }) => lemma === 'تصدى' || lemma === 'اعترض')) return false;
  }
  return true;
}

/** «والمواجهة في إدلب هي …»: what something is, and no report of it. */
function isDefinition(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  if (trigger.kind !== 'noun' || trigger.at - segment.first > 1) return false;
  for (let at = trigger.at + 1; at <= segment.last && at <= trigger.at + COPULA_REACH; at++) {
    // «غارات هي الأعنف منذ سنوات»: how these compare.
    if (/^(?:هي|هو|ليست|ليس)$/.test(text.token(at).norm))
      return !isAt(text.reading.tokens, at + 1, isSuperlative);
  }
  return false;
}

const isBattle = fitting(/^و?(?:[بلفك]?(?:ال)?|لل)معركه$/);
/** What a battle that is fought brings with it. */
const FOUGHT = ['occur', 'قتل', 'أصيب', 'ضحية', 'جريح', 'خسائر', 'دمر', 'fighter'] as const;

/** «معركة الرقة وأطرافها: أهداف متناقضة»: what a campaign is called, where nothing of it is told. */
function isBattleName(text: SectionText, segment: SegmentText, { at, kind, lemma }: Trigger): boolean {
  if (lemma !== 'معركة' || kind !== 'noun' || !isBattle(text.token(at).word)) return false;
  if (!segment.places.some(({ first }) => first === at + 1)) return false;
  return !text.sentenceTells(segment, FOUGHT);
}

const isNot = fitting(/^[وف]?(?:لم|لن)$/);
const isBeginning = fitting(/^[يت](?:بدا|نطلق|ندلع|قع|حدث|حن|حسم)$/);

/** «المعركة لم تبدأ بعد» */
function isNotBegun(text: SectionText, segment: SegmentText, { at, kind }: Trigger): boolean {
  if (kind !== 'noun' || at + 2 > segment.last) return false;
  return isNot(text.token(at + 1).word) && isBeginning(text.token(at + 2).word);
}

const isLongTime = fitting(/^(?:اسابيع|اسبوعين|شهر|شهرين|اشهر|شهور)$/);
const isSomeTime = fitting(/^(?:يوم|يومين|ايام|اسبوع)$/);

/** «بعد أسابيع من معارك …»: what went on so long before. */
function isLongBefore(text: SectionText, { at, kind, lemma }: Trigger): boolean {
  const { tokens } = text.reading;
  if (kind !== 'noun' || tokens[at - 1]?.norm !== 'من') return false;
  // «بعد يومين من المواجهات»: how long they went on; «بعد يومين من تفجير …» says when one was.
  return isAt(tokens, at - 2, isLongTime) || (FIGHTS_ON.has(lemma) && isAt(tokens, at - 2, isSomeTime));
}

/** «التي سيطر عليها», «التي | انتهت بالسيطرة». */
function isRelative(text: SectionText, { opener, index }: SegmentText): boolean {
  const before = text.segments[index - 1];
  return (
    opener === 'relative' ||
    (opener === 'effect' && before?.opener === 'relative' && before.triggers.length === 0)
  );
}

const isThither = fitting(/^(?:الي|من|عن)(?:ه|ها|هما|هم)$/);
const LASTING_STATES: ReadonlySet<string> = new Set(['gain', 'loss', 'raid']);

/** «المدينة التي سيطر عليها الثوار», «التي تقصفها القوات»: how things stand, and no report of the day. */
function describes(text: SectionText, { names }: SegmentText, trigger: Trigger): boolean {
  if (trigger.kind === 'present') return true;
  // «المخيمات التي نزحوا إليها»
  if (trigger.lemma === 'نزح' && isAt(text.reading.tokens, trigger.at + 1, isThither)) return true;
  // «العملية التي انتهت بالسيطرة على المدينة»
  if (trigger.kind === 'noun') return names.has('انتهى');
  return trigger.kind === 'past' && trigger.rules.every(({ frame }) => LASTING_STATES.has(frame));
}

/** «سقط البرميل دون أن ينفجر». */
function isWithout(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  if (segment.opener !== 'that' || segment.first === text.from) return false;
  if (trigger.at > segment.first + WITHOUT_REACH || !/^ان/.test(text.token(segment.first).norm)) return false;
  return text.mark(segment.first - 1).uses.includes('negate');
}

/** Whether what is denied is told between the verb and the trigger: dead or hurt. */
function deniesHarm(text: SectionText, from: number, trigger: number): boolean {
  for (let at = from; at < trigger - 1; at++)
    if (text.mark(at).names.some((name) => HARM.has(name))) return isIn(text.token(at + 1).word);
  return false;
}

const HARM: ReadonlySet<string> = new Set(['أصيب', 'ضحية', 'جريح', 'خسائر']);
const isIn = fitting(/^(?:في|جراء|اثر|نتيجه|خلال)$/);

/** «لم تشهد مدينة إدلب أي غارات»: the verb that would carry the noun is denied. */
function isDeniedVerb(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  if ((segment.sought & SOUGHT.negate) === 0) return false;
  for (let at = segment.first; at < trigger.at - 1; at++) {
    if (!text.mark(at).uses.includes('negate')) continue;
    // «لم تسجل إصابات في القصف الذي طال (أ)»: nobody was hurt, and it is told that it was shelled.
    if (deniesHarm(text, at + 2, trigger.at)) continue;
    if (text.mark(at + 1).uses.some((use) => CARRIERS.has(use))) return true;
  }
  return false;
}
