/** How much in a segment speaks for a real event; ordinary news is weighed, a bulletin's heading is enough. */
import { isAt } from '../../arabic/phrases.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import { hasSubject, isHead } from './conditions.ts';
import type { Draft } from './drafts.ts';
import { SOUGHT } from './mark.ts';
import type { SectionText, SegmentText, Trigger } from './section-text.ts';
import { carrierOf } from './segments.ts';
import { spansWithin } from './spans-within.ts';

const isToll = fitting(/^[وب]?حصيله$/);
const isTown = fitting(/مدين/);

/** A whole governorate, or a name that stands for one; «مدينة إدلب» is the town. */
function isWide(text: SectionText, place: PlaceFound): boolean {
  if (place.place === null) return false;
  if (place.geoPrecision === 3) return true;
  if (place.place.level !== 'adm1') return false;
  return !isTown(text.token(place.first).word) && !isAt(text.reading.tokens, place.first - 1, isTown);
}

export function evidenceOf(
  text: SectionText,
  segment: SegmentText,
  trigger: Trigger,
  frame: string,
  places: readonly PlaceFound[],
  source: Draft['source'],
): number {
  const coarse = places.every((place) => isWide(text, place));
  const told = source === 'own' || source === 'sentence' || isPointedWithin(text, segment, places, source);
  // «وقف ناشطون قرب المجلس»: a verb, though a phrase reads it.
  const stands = frame === 'protest' && segment.names.has('وقوف');
  let evidence =
    told && places.length > 0 ? (coarse ? 1 : 2) : source === 'before' || source === 'none' ? 0 : 1;
  // «القوات تسيطر على خمس قرى في ريف …»: headlines tell in the present what was done.
  const done =
    trigger.kind === 'past' ||
    // «البلدة محررة بالكامل»: a state just come about.
    (trigger.kind === 'word' && frame === 'gain') ||
    isShare(trigger.lemma) ||
    (trigger.lemma === 'حاصر' && segment.names.has('صار')) ||
    (trigger.kind === 'present' &&
      (frame === 'gain' ||
        ((frame === 'protest' || frame === 'people') && isOfOpening(segment, trigger)) ||
        // «…، يتظاهر العشرات في (أ)»
        (frame === 'protest' && trigger.at === segment.first && segment.opener !== 'relative') ||
        (segment.opener !== 'that' && hasSubject(text, segment, trigger)) ||
        (HITS.has(frame) && isFiredAt(text, segment, trigger)))) ||
    (frame === 'blast' && isBomberFirst(text, segment, trigger));
  if (
    done ||
    stands ||
    isHead(text, segment, trigger) ||
    isHarmHead(text, segment, trigger) ||
    isGasHead(text, segment, trigger) ||
    isAchieved(text, segment, trigger)
  )
    evidence += 1;
  // «أطلقوا صاروخا يحوي مواد سامة على …»: the verb before the word for the gas.
  if (
    trigger.lemma === 'كيماوي' &&
    segment.triggers.some(({ at, kind }) => at < trigger.at && kind === 'past')
  )
    evidence += 1;
  // «غارات على (أ). … إن وسائط الدفاع الجوي تصدت لها»: missiles met over what was raided.
  if (trigger.lemma === 'دفاع_جوي' && source === 'before') evidence += 2;
  // «وفجر متزعم الخلية حزامه الناسف»: a bomber needs no place of his own.
  if (frame === 'blast' && trigger.kind === 'past' && source === 'before' && segment.names.has('suicide'))
    evidence += 1;
  // «توصلوا إلى اتفاق لوقف النار في إدلب»: truces are made for whole governorates.
  if (coarse && done && CONCLUDED.has(trigger.lemma)) evidence += 1;
  // «لتندلع على إثرها اشتباكات»: what came of something told.
  if (isCarried(text, segment, trigger, frame) || segment.opener === 'effect') evidence += 1;
  // «أشار ناشطون إلى معارك في …»: what witnesses report.
  else if (isReported(text, segment, trigger)) evidence += 1;
  // «اشتباكات في … | وسط غارات»: what goes with an event.
  else if (segment.opener === 'connective' && isMeanwhile(text.token(segment.first).word)) evidence += 1;
  // «ضحايا سقطوا | جراء غارات على …»: people were hurt by it.
  else if (
    segment.opener === 'cause' &&
    (isHarmBefore(text, segment) || isOfEffect(text, segment, trigger, frame))
  )
    evidence += 1;
  // «بلغت حصيلة الاشتباكات في حي كذا ستة قتلى»
  else if (isAt(text.reading.tokens, trigger.at - 1, isToll)) evidence += 1;
  return evidence;
}

/** «كان لبلدة كذا نصيبها من القصف». */
function isShare(lemma: string): boolean {
  return lemma === 'نصيب_غارات' || lemma === 'نصيب_قصف';
}

/** Verbs of truces concluded. */
const CONCLUDED: ReadonlySet<string> = new Set(['توصل', 'اتفق']);

/** How long what is fired may be told before the verb of a headline. */
const HEADLINE_SUBJECT = 5;

/** Frames whose headlines may begin with what is fired, or with the bomb. */
const HITS: ReadonlySet<string> = new Set(['fire', 'blast', 'clash']);
const isDefinite = fitting(/^و?ال/);

/** «قذيفة هاون تصيب منزلا», «عبوة ناسفة تستهدف سيارة»: a headline that begins with what is fired or planted. */
function isFiredAt(text: SectionText, segment: SegmentText, { at }: Trigger): boolean {
  const start = text.segments[text.sentenceStart(segment)]?.first ?? segment.first;
  if (at - start > HEADLINE_SUBJECT) return false;
  for (let i = start; i < at; i++) {
    const { uses } = text.mark(i);
    if (uses.includes('shell') || uses.includes('air')) return true;
    // «العبوات الناسفة تستهدف المدنيين»: bombs at large.
    if (uses.includes('device') && !isDefinite(text.token(i).word)) return true;
  }
  return false;
}

/** «انتحاري يفجر نفسه في …»: a headline that begins with the bomber. */
function isBomberFirst(text: SectionText, segment: SegmentText, { at, lemma }: Trigger): boolean {
  if (lemma !== 'انتحار' || segment.opener !== 'start' || at > segment.first + SUBJECT_REACH) return false;
  for (let i = segment.first; i < at; i++) if (text.mark(i).uses.includes('suicide')) return true;
  return false;
}

/** How far after the start of a headline its verb may stand: «أهالي بلدة كذا يقطعون الطريق». */
const SUBJECT_REACH = 6;

/** «محتجون يقطعون الطريق», «عشرات العائلات تنزح من …»: a headline whose subject stands before its verb. */
function isOfOpening({ opener, first }: SegmentText, { at }: Trigger): boolean {
  return opener === 'start' && at > first && at <= first + SUBJECT_REACH;
}

/** «هجوم كيماوي على …», «قصف بغاز السارين على …»: the word for what came with the gas opens the headline. */
function isGasHead(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  if (trigger.lemma !== 'كيماوي' || trigger.at === segment.first) return false;
  const act = trigger.at - 1;
  return text.mark(act).noun && isHead(text, segment, { ...trigger, at: act });
}

const isHarmNoun = fitting(
  /^(?:مجزره|مقتل|استشهاد|اصابه|ارتقاء|ارتقا|ضحايا|قتلي|شهداء|شهدا|جرحي|مصرع|وفاه)$/,
);
const isMeans = fitting(/^(?:في|جراء|اثر|نتيجه|بعد|خلال)$/);

/** «مجزرة في داريا بقصف جوي», «مقتل عائلة في غارة على …»: a headline that begins with what came of it. */
function isHarmHead(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  const { at, kind } = trigger;
  if (kind !== 'noun' || at === segment.first) return false;
  // «انفجرت قنبلة يدوية في …»
  if (text.mark(at - 1).words.some((word) => word.lemma === 'انفجر' && word.kind === 'past')) return true;
  if (!/^ب(?!ين|عد)/.test(text.token(at).norm) && !isMeans(text.token(at - 1).word)) return false;
  for (let head = segment.first; head < at; head++)
    if (isHarmNoun(text.token(head).word)) return isHead(text, segment, { ...trigger, at: head });
  return false;
}

const isAbout = fitting(/^(?:الي|عن)$/);

/** A noun of what happened right after «أشار إلى», «تحدث عن», told by witnesses or reporters. */
function isReported(text: SectionText, { first, last, sought }: SegmentText, { at, kind }: Trigger): boolean {
  if (kind !== 'noun' || (sought & SOUGHT.say) === 0 || at <= first) return false;
  if (!isAbout(text.token(at - 1).word) && !/^ب(?!ين|عد)/.test(text.token(at).norm)) return false;
  const told = spansWithin(text.reading.entities.attributions, first, last);
  return told.some((one) => one.actor === null && one.first < at);
}

const isMeanwhile = fitting(/^و?(?:وسط|بالتزامن|تزامنا|بالتوازي|مترافق(?:ا|ه)|ترافقا|بالترافق)$/);

const HARM = ['قتل', 'أصيب', 'ضحية', 'جريح', 'مجزرة', 'خسائر', 'اغتنم', 'suffer'] as const;
/** How many segments before a cause its harm may be told. */
const HARM_REACH = 2;

function isHarmBefore(text: SectionText, { index, sentence }: SegmentText): boolean {
  for (let back = 1; back <= HARM_REACH; back++) {
    const before = text.segments[index - back];
    if (before?.sentence !== sentence) return false;
    if (HARM.some((name) => before.names.has(name))) return true;
  }
  return false;
}

/** What people do who hear of fire far away, or from what they fled. */
const AFAR = ['نزح', 'وصل', 'عاد', 'دخل', 'crowd', 'say', 'negate', 'plan', 'history', 'since'] as const;

/** «تضررت منازل في (أ) | جراء قصف مدفعي»: some fire of which the sentence has just told the effect, and where. */
function isOfEffect(text: SectionText, segment: SegmentText, trigger: Trigger, frame: string): boolean {
  if ((frame !== 'fire' && frame !== 'blast') || trigger.kind !== 'noun') return false;
  if (/^[وبل]*ال/.test(text.token(trigger.at).norm)) return false;
  const before = text.segments[segment.index - 1];
  if (before?.sentence !== segment.sentence || AFAR.some((name) => before.names.has(name))) return false;
  // «اقتحموا البلدة بعد قصف مدفعي»: part of what was told.
  if (before.triggers.length > 0 && isThereafter(text.token(segment.first).word)) return false;
  return before.places.some(({ use, geoPrecision }) => use === 'location' && geoPrecision === 1);
}

const isThereafter = fitting(/^و?(?:بعد|عقب|بعدما)$/);

/** «وفي مدينة جرابلس قتل شخص في اشتباكات قرب كراج المدينة»: what the sentence itself named says as much as a name. */
function isPointedWithin(
  text: SectionText,
  segment: SegmentText,
  places: readonly PlaceFound[],
  source: Draft['source'],
): boolean {
  const place = places[0];
  if (source !== 'pointed' || place === undefined) return false;
  return place.first >= (text.segments[text.sentenceStart(segment)]?.first ?? segment.first);
}

/** «تمكنت من صد هجوم» says as much as «صدت هجوما». */
function isAchieved(text: SectionText, segment: SegmentText, trigger: Trigger): boolean {
  const carrier = segment.opener === 'noun' ? carrierOf(text.segments, segment) : undefined;
  const resumed = carrier !== undefined && carrier.index === segment.index - 2;
  if (resumed && carrier.names.has('capable')) return true;
  if ((segment.sought & SOUGHT.capable) === 0) return false;
  for (let at = segment.first; at < trigger.at; at++) {
    const { uses, words } = text.mark(at);
    if (uses.includes('capable') && words.some(({ kind }) => kind === 'past')) return true;
  }
  return false;
}

/** «خرجت مظاهرات», «نظم الأهالي وقفة», «تجمع محتجون». */
const COMES_OUT: ReadonlySet<string> = new Set(['خرج', 'نظم', 'تجمع']);

const CARRYING: ReadonlySet<string> = new Set(['light', 'occur', 'capable', 'suffer', 'grip']);

const CARRYING_OR_SAID =
  SOUGHT.light | SOUGHT.occur | SOUGHT.capable | SOUGHT.suffer | SOUGHT.grip | SOUGHT.extends | SOUGHT.say;

/** How far after its noun «دارت» may stand. */
const OCCURS_WITHIN = 2;

const ANNOUNCED: ReadonlySet<string> = new Set(['strategic', 'gain', 'loss']);

/** A finite verb before the noun says that it happened; parties announce what they took or founded. */
function isCarried(text: SectionText, segment: SegmentText, trigger: Trigger, frame: string): boolean {
  const carried = (segment.sought & CARRYING_OR_SAID) !== 0 || segment.names.has('affirm');
  if (frame !== 'protest' && !carried) return false;
  for (let at = segment.first; at < trigger.at; at++) {
    const { uses, words } = text.mark(at);
    if (frame === 'protest' && words.some(({ lemma, kind }) => kind === 'past' && COMES_OUT.has(lemma)))
      return true;
    if (uses.length === 0) continue;
    if (uses.includes('extends') || uses.includes('affirm')) return true;
    // «تزامن القصف مع اندلاع اشتباكات»: so does its own noun.
    if (at === trigger.at - 1 && words.some(({ kind, lemma }) => kind === 'noun' && lemma === 'دار'))
      return true;
    const finite = words.some(({ kind }) => kind === 'past' || kind === 'present');
    if (finite && uses.some((use) => CARRYING.has(use))) return true;
    if (finite && uses.includes('say') && ANNOUNCED.has(frame)) return true;
  }
  if (isHeard(text, segment, trigger) || isSubjectOfNext(text, segment, trigger)) return true;
  // «أن اشتباكات دارت في محيط …»
  if (trigger.kind !== 'noun' || segment.opener !== 'that') return false;
  // «إن القصف على (أ) و(ب) تجدد»: with its places between.
  const places = segment.places.findLast(({ first }) => first > trigger.at);
  const reach = Math.max(trigger.at, places?.last ?? 0) + OCCURS_WITHIN;
  for (let at = trigger.at + 1; at <= segment.last && at <= reach; at++) {
    const { uses, words } = text.mark(at);
    if (uses.includes('occur') && words.some(({ kind }) => kind === 'past')) return true;
  }
  return false;
}

/** «أن ست غارات قرب (أ) | دمرت مواقع …», «هجوم بطائرة مسيرة في (أ) | أودى بحياة ثلاثة»: the noun is the subject of the next verb. */
function isSubjectOfNext(text: SectionText, segment: SegmentText, { at, kind }: Trigger): boolean {
  if (kind !== 'noun' || (segment.opener !== 'that' && segment.opener !== 'start')) return false;
  const next = text.segments[segment.index + 1];
  if (next?.opener !== 'verb' || next.conjunction || next.sentence !== segment.sentence) return false;
  if (!text.mark(next.first).words.some((word) => word.kind === 'past')) return false;
  for (let i = segment.first; i < at; i++) if (text.mark(i).verb) return false;
  return true;
}

const isHearing = fitting(/^[وف]?[تي]سمع$/);

/** «أصوات اشتباكات متقطعة تسمع في حي …» */
function isHeard(text: SectionText, segment: SegmentText, { at, kind }: Trigger): boolean {
  const end = Math.min(segment.last, at + OCCURS_WITHIN);
  for (let i = at + 1; kind === 'noun' && i <= end; i++) if (isHearing(text.token(i).word)) return true;
  return false;
}
