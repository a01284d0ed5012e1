/**
 * How a party is introduced: as who does it («من قبل», «قصف من حواجز …»), as whose people or posts are hit («قيادي في»,
 * «معاقل»), as whom it goes against («ضد»), or by what it was done with («برصاص»).
 */
import { isAt } from '../../arabic/phrases.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { ActorFound } from '../../knowledge/types.ts';
import { type Mark, SOUGHT } from './mark.ts';
import type { SectionText, SegmentText, Trigger } from './section-text.ts';

/** What is hit stands at most so many tokens before its owner. */
export const OWNER_REACH = 4;
const AGAINST = new Set(['ضد', 'مع', 'علي', 'بحق', 'استهداف', 'باستهداف']);
/** After these whatever guns stand first fire («قصفت حواجز النظام البلدة»); others may hit them («استهدفت حواجز»). */
const FIRES = new Set(['قصف', 'دك', 'أمطر']);

/** After these «ل» names who does it («هجوم لتنظيم الدولة»), after others whom it hits («استهداف لقوات النظام»). */
const BEGINS = new Set(['هجوم', 'تسلل', 'كمين', 'اقتحم', 'تقدم', 'حاول', 'عملية']);

/** «عدد من المسلحين», «20 من عناصر …»: من after a quantity tells of whom, and not by whom. */
function isQuantity(text: SectionText, at: number): boolean {
  const { kind, norm } = text.token(at);
  return kind === 'number' || /^(?:ال)?(?:عدد|عددا|عشرات|مئات|عديد|كثير|بعض|مزيد|احد|عده|بضعه)$/.test(norm);
}

/** «استهداف الطيران مدينة …», «استهداف الثوار مقرات …»: the first after the noun acts where what is hit follows. */
function actsOn(text: SectionText, segment: SegmentText, actor: ActorFound, noun: number): boolean {
  if (!text.token(noun).norm.endsWith('استهداف') || noun !== actor.first - 1) return false;
  if (actor.via !== null) return true;
  const next = text.mark(Math.min(actor.last + 1, segment.last));
  return actor.last < segment.last && (next.uses.includes('post') || next.uses.includes('fighter'));
}

/** «قصف من معسكرات النظام», «قصفت حواجز النظام»: the post is where the fire comes from. */
function isGunner(
  text: SectionText,
  segment: SegmentText,
  trigger: Trigger,
  post: number,
  told: boolean,
): boolean {
  const from = told && post - 1 > trigger.at && text.token(post - 1).norm === 'من';
  // «تدمير عدد من مقرات …»
  if (from && !isQuantity(text, post - 2)) return true;
  // «لقصف صاروخي من قبل حواجز النظام».
  if (post - 2 > trigger.at && text.mark(post - 2).uses.includes('by')) return true;
  if (trigger.kind === 'noun' || post !== trigger.at + 1) return false;
  // «قصفت حاجزا للنظام»: the ending says that it was hit.
  if (/[^اي]ا$/.test(text.token(post).norm)) return false;
  if (isPatrol(text.token(post).word)) return !STRIKES.has(trigger.lemma);
  // «الجيش يعلن قصف مواقع للنظام»: whoever is named before it fires.
  return FIRES.has(trigger.lemma) && !segment.actors.some(({ first }) => first < trigger.at);
}

/** «عبوة تستهدف دورية للنظام»: after these a patrol is what was hit. */
const STRIKES: ReadonlySet<string> = new Set(['استهدف', 'هاجم', 'ضرب', 'دمر']);
/** Told of what stands before the verb, these say what befell it: «دبابة للنظام دمرت». */
const BEFALLS: ReadonlySet<string> = new Set(['دمر', 'أعطب', 'أحرق', 'أسقط', 'اغتنم']);
const isUnder = fitting(/^[وف]?(?:في|علي|من|الي|عن|قرب|نحو|ضد|داخل|باتجاه|بحق|استهداف)$/);
const opensWithBa = fitting(/^ب/);
/** «استهدفته», «هاجمها»: the verb has its object in what stands before it. */
const pointsBack = fitting(/(?:ه|ها|هم|هما)$/);

/** «دورية للنظام تعتقل شابا», «طائرة للنظام تقصف البلدة»: a post or a vehicle that stands first and acts. */
function isSubject(text: SectionText, segment: SegmentText, trigger: Trigger, post: number): boolean {
  if (trigger.kind === 'noun' || post >= trigger.at || BEFALLS.has(trigger.lemma)) return false;
  if (pointsBack(text.token(trigger.at).word)) return false;
  // «دورية للنظام استهدفت بعبوة»
  if (trigger.lemma === 'استهدف' && trigger.at < segment.last && opensWithBa(text.token(trigger.at + 1).word))
    return false;
  return post === segment.first || !isUnder(text.token(post - 1).word);
}

/** «داهمت دورية من قسد منزلا»: a patrol right after the verb does it. */
const isPatrol = fitting(/^دوري(?:ه|ات|تان)$/);

const GUNS = ['air', 'ground', 'shell'] as const;
const isOwned = fitting(/^(?:ال)?تابع/);

/** «قصف من الطائرات المسيرة والمدفعية التابعة للجيش التركي»: whose guns they are. */
function isGunOwner(text: SectionText, trigger: Trigger, actor: ActorFound): boolean {
  const at = actor.first - 1;
  if (at <= trigger.at || !isOwned(text.token(at).word)) return false;
  return [1, 2].some((back) => {
    const { uses } = text.mark(Math.max(text.from, at - back));
    return GUNS.some((use) => uses.includes(use));
  });
}

const FIRE_NOUNS: ReadonlySet<string> = new Set(['قصف', 'غارة', 'ضربة', 'هجوم', 'عدوان']);

/** «تعرض المطار لقصف إسرائيلي», «لغارة للطيران التركي»: the fire opens the name, or stands right before it. */
function isWhoseFire(text: SectionText, trigger: Trigger, actor: ActorFound): boolean {
  return [actor.first, actor.first - 1].some((at) => at > trigger.at && isFireNoun(text, at));
}

/** «قصف تركي»: the actor's name begins with what was fired. */
export function opensWithFire(text: SectionText, { first }: ActorFound): boolean {
  return isFireNoun(text, first);
}

function isFireNoun(text: SectionText, at: number): boolean {
  return text.mark(at).words.some(({ lemma, kind }) => kind === 'noun' && FIRE_NOUNS.has(lemma));
}

/** «اعتقلت قياديا في التنظيم»: the ending says that he is whom it befell. */
function isObject(text: SectionText, at: number): boolean {
  return /^(?:قيادي|عنصر|مقاتل|جندي|ضابط|مسلح|ارهابي)ا$/.test(text.token(at).norm);
}

function isOfPeople(text: SectionText, at: number): boolean {
  const { names } = text.mark(at);
  return names.includes('fighter') || names.includes('civil');
}

/** «قيادي لجبهة …»: ل before the name itself. */
function opensWithLam(text: SectionText, actor: ActorFound): boolean {
  return text.reading.text.slice(text.token(actor.first).start, actor.start).includes('ل');
}

function isLightNoun({ uses, words }: Mark): boolean {
  return uses.includes('light') && words.some(({ kind }) => kind === 'noun');
}

/** With these «من» names who held the place: «تحرير البلدة من التنظيم», «انتزعتها من يد الفصائل». */
const TAKES_FROM: ReadonlySet<string> = new Set(['حرر', 'محرر', 'خال', 'طهر', 'انتزع', 'استعاد', 'تسلم']);

function isTakenFrom(text: SectionText, segment: SegmentText, trigger: Trigger, actor: ActorFound): boolean {
  if (!TAKES_FROM.has(trigger.lemma)) return false;
  for (let at = actor.first - 1; at > trigger.at && at >= actor.first - OWNER_REACH; at--) {
    if (text.token(at).norm === 'من') return !text.mark(at).uses.includes('by') && at > segment.first;
    if (text.mark(at).verb) return false;
  }
  return false;
}

/** «على يد عناصر من التنظيم»: those who did it. */
function isAgent(text: SectionText, at: number): boolean {
  return at - 2 >= text.from && ((text.mark(at - 1).sought | text.mark(at - 2).sought) & SOUGHT.by) !== 0;
}

const isRemnant = fitting(/^[بو]?(?:ال)?(?:مخلفات|بقايا)$/);
/** How far after «مخلفات» the name may stand: «من مخلفات قصف سابق لقوات النظام». */
const REMNANT_REACH = 3;

/** «لغم من مخلفات تنظيم الدولة»: who left it there. */
function isLeftBy({ reading: { tokens } }: SectionText, trigger: Trigger, { first }: ActorFound): boolean {
  for (let at = first - 1; at > trigger.at && at >= first - REMNANT_REACH; at--)
    if (isAt(tokens, at, isRemnant)) return true;
  return false;
}

const isRanks = fitting(/^[ب]?صفوف$/);

export type Introduction = 'by' | 'owned' | 'against' | 'means' | 'none';

/** What stands before an actor's name in its segment says of the actor. */
export function introduction(
  text: SectionText,
  segment: SegmentText,
  trigger: Trigger,
  actor: ActorFound,
): Introduction {
  // «تعرضت لقصف من قوات النظام»: من names the doer where no man of the group stands before it.
  const told = trigger.kind === 'noun' || trigger.lemma === 'تعرض';
  const from =
    told &&
    actor.first - 1 > trigger.at &&
    text.token(actor.first - 1).norm === 'من' &&
    !isQuantity(text, actor.first - 2);
  if (isLeftBy(text, trigger, actor)) return 'by';
  if (isTakenFrom(text, segment, trigger, actor)) return 'against';
  if (from && !isOfPeople(text, actor.first - 2)) return 'by';
  if (told && isGunOwner(text, trigger, actor)) return 'by';
  if (trigger.lemma === 'تعرض' && isWhoseFire(text, trigger, actor)) return 'by';
  // «آخر معاقل النظام»: the name itself opens with what is hit.
  if (actor.first > trigger.at + 1 && text.mark(actor.first).uses.includes('post')) return 'owned';
  for (let at = actor.first - 1; at >= segment.first && at >= actor.first - OWNER_REACH; at--) {
    const mark = text.mark(at);
    const { sought } = mark;
    if ((sought & (SOUGHT.by | SOUGHT.byverb)) !== 0) return 'by';
    // «مع تنفيذ الطيران الروسي غارات»: whose act the noun before it is.
    if (at === actor.first - 1 && actor.first < trigger.at && isLightNoun(mark)) return 'by';
    if (mark.spent) continue;
    // «أوقعت 20 قتيلا بين صفوف المسلحين»: whose ranks they fell in.
    if (isRanks(text.token(at).word)) return 'owned';
    if (mark.names.includes('دعم')) return 'by';
    if ((sought & SOUGHT.shots) !== 0) return 'means';
    if ((sought & SOUGHT.post) !== 0 && isGunner(text, segment, trigger, at, told)) return 'by';
    if ((sought & (SOUGHT.post | SOUGHT.vehicle)) !== 0 && isSubject(text, segment, trigger, at))
      return 'none';
    if ((sought & (SOUGHT.post | SOUGHT.vehicle | SOUGHT.property)) !== 0) return 'owned';
    // «اغتيال قيادي في الهيئة»: the man belongs to the group; «قام عناصر من …» are those who do it.
    if (
      (sought & SOUGHT.fighter) !== 0 &&
      // «مقتل خمسة من مقاتليها في قصف تركي»: what they died of owns nobody.
      actor.via === null &&
      !opensWithFire(text, actor) &&
      !BEGINS.has(trigger.lemma) &&
      (trigger.kind === 'noun' || isObject(text, at) || opensWithLam(text, actor)) &&
      at > trigger.at &&
      !isAgent(text, at) &&
      !(trigger.lemma === 'فجر' && at === trigger.at + 1)
    ) {
      return 'owned';
    }
    // «على إثر قصف روسي»
    const since =
      mark.uses.includes('cause') && at > trigger.at - OWNER_REACH && text.token(at).norm === 'علي';
    if (AGAINST.has(text.token(at).norm) && !since)
      return actsOn(text, segment, actor, at) ? 'by' : 'against';
    // «مع قصف للطائرات»: what stands before the act introduces the act, and not who does it.
    if (at === trigger.at || mark.words.some((word) => word.kind === 'past' || word.kind === 'present'))
      break;
  }
  return 'none';
}
