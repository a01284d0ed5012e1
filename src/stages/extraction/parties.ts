/**
 * Who does it, to whom: reads the actors of a segment by their place in it. Arabic news puts the doer after the verb
 * or before a noun of action, names him after «من قبل، على يد», and puts what is hit after a noun for it («معاقل،
 * تجمعات») or after «ضد، على».
 */
import { isAt } from '../../arabic/phrases.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { EventRule, Frame } from '../../knowledge/events/grammar.ts';
import type { ActorFound } from '../../knowledge/types.ts';
import { isOwnMen } from './casualty-people-owner.ts';
import { introduction, OWNER_REACH, opensWithFire } from './introduction.ts';
import { isKilledObject } from './killed-object.ts';
import { SOUGHT } from './mark.ts';
import type { SectionText, SegmentText, Trigger } from './section-text.ts';

export interface Parties {
  readonly initiators: readonly ActorFound[];
  readonly targets: readonly ActorFound[];
  readonly participants: readonly ActorFound[];
}

const NONE: readonly ActorFound[] = [];
const FLOWN: ReadonlySet<string> = new Set(['warplane', 'helicopter', 'drone']);

/** Named by its aircraft: «الطيران الحربي الروسي». */
export function flies({ via }: ActorFound): boolean {
  return via !== null && FLOWN.has(via);
}

const NOBODY: Parties = { initiators: NONE, targets: NONE, participants: NONE };
const PASSIVE = new Set(['تعرض', 'تكبد', 'قتل', 'أصيب', 'ضحية', 'عثر', 'انفجر']);
/** Who stands where for a rule: both sides of a fight take part, else one acts and the other suffers it. */
export function partiesFor(
  text: SectionText,
  segment: SegmentText,
  trigger: Trigger,
  { frame, sides }: Pick<EventRule, 'frame' | 'sides'>,
): Parties {
  if (frame !== 'clash') return partiesOf(text, segment, trigger, frame);
  if (sides === 'both') return partiesOf(text, segment, trigger, 'clash');
  const parties = partiesOf(text, segment, trigger, 'fire');
  return sides === 'repelled' && BEGUN.some((lemma) => segment.names.has(lemma))
    ? { initiators: parties.targets, targets: parties.initiators, participants: NONE }
    : parties;
}

/** What the other side had begun when it was met: «تصدى لمحاولة، لهجوم»; «تصدى لرتل» is an attack on the column. */
const BEGUN = ['حاول', 'هجوم', 'تسلل', 'تقدم', 'اقتحم', 'عملية'];
export function partiesOf(text: SectionText, segment: SegmentText, trigger: Trigger, frame: Frame): Parties {
  const actors = actingActors(text, segment, trigger);
  if (actors.length === 0) return NOBODY;
  if (frame === 'clash') return { initiators: NONE, targets: NONE, participants: actors };
  if (frame === 'gain' && trigger.kind === 'noun') {
    const taken = takenBy(text, trigger, actors);
    if (taken !== null) return taken;
  }
  // «احتجزت مجموعة محلية عناصر من قوات النظام»: those named are whom it held.
  if (frame === 'seizure' && trigger.at < segment.last && isLocalGroup(text, trigger.at + 1))
    return { initiators: NONE, targets: actors, participants: NONE };
  const initiators: ActorFound[] = [];
  const targets: ActorFound[] = [];
  let previous: ActorFound[] | null = null;
  let last = -1;
  for (const actor of actors) {
    const joined = previous !== null && areJoined(text, last, actor.first);
    const side: ActorFound[] = joined
      ? (previous as ActorFound[])
      : isDoer(text, segment, trigger, frame, actor, initiators.length > 0)
        ? initiators
        : targets;
    side.push(actor);
    previous = side;
    last = actor.last;
  }
  return { initiators, targets, participants: NONE };
}

function isLocalGroup(text: SectionText, at: number): boolean {
  return text.mark(at).names.includes('مجموعة_محلية');
}

/** Those of a segment's actors that may do or suffer anything. */
function actingActors(text: SectionText, segment: SegmentText, trigger: Trigger): readonly ActorFound[] {
  if (segment.actors.length === 0) return NONE;
  const actors: ActorFound[] = [];
  for (const actor of segment.actors) {
    const acts = actor.side !== 'civilians' || actor.id === 'protesters';
    if (acts && !isAside(text, segment, trigger, actor)) actors.push(actor);
  }
  return actors;
}

/** «اشتباكات بين الثوار والنظام، ومعلومات عن سيطرة الثوار على الحاجز»: whoever stands right after the noun takes it. */
function takenBy(text: SectionText, trigger: Trigger, actors: readonly ActorFound[]): Parties | null {
  const taker = actors.find((actor) => isRightAfter(text, trigger, actor));
  if (taker === undefined) return null;
  return { initiators: [taker], targets: actors.filter(({ id }) => id !== taker.id), participants: NONE };
}

/** «سيطرة الثوار», «سيطرة مقاتلين من "فيلق الشام"». */
function isRightAfter(text: SectionText, trigger: Trigger, { first }: ActorFound): boolean {
  // «بعد دحر الإرهابيين»: those who were driven out.
  if (trigger.lemma === 'طرد') return false;
  if (first <= trigger.at || first > trigger.at + OWNER_REACH) return false;
  for (let at = trigger.at + 1; at < first; at++) {
    const { kind, norm } = text.token(at);
    const isMen = text.mark(at).uses.includes('fighter') || norm === 'من';
    if (!isMen && kind !== 'punctuation') return false;
  }
  return true;
}

const isControl = fitting(/^ل?سيطره$/);
/** «أصبحت تحت سيطرة الثوار»: whose it is now. */
const FALLS_TO: ReadonlySet<string> = new Set(['صار', 'سقط', 'دار', 'عاد', 'تحت_سيطرة']);
const isPretext = fitting(/^(?:ب(?:تهمه|ذريعه|حجه)|لاتهام)/);

/** «الخاضعة لسيطرة المعارضة» tells whose a place is, «بتهمة التعامل مع التحالف» a pretext: neither does anything here. */
function isAside(text: SectionText, segment: SegmentText, trigger: Trigger, actor: ActorFound): boolean {
  if (isSpeaker(text, segment, trigger, actor)) return true;
  const controlled =
    isAt(text.reading.tokens, actor.first - 1, isControl) && text.mark(actor.first - 1).spent;
  if (controlled && !FALLS_TO.has(trigger.lemma)) return true;
  for (let at = actor.first - 1; at > trigger.at && at >= segment.first; at--) {
    if (isPretext(text.token(at).word)) return true;
  }
  return false;
}

/** «أعلنت قوات الأمن مقتل ثلاثة من أعضائها في قصف مسيرة تركية»: who tells of it, where another is told to have done it. */
function isSpeaker(text: SectionText, segment: SegmentText, trigger: Trigger, actor: ActorFound): boolean {
  if (trigger.kind !== 'noun' || actor.first > trigger.at) return false;
  if ((segment.sought & SOUGHT.say) === 0) return false;
  // «قسد تعلن مقتل ثلاثة من مقاتليها في قصف تركي»
  const said = [actor.first - 1, actor.first - 2, actor.last + 1].some(
    (at) => at >= segment.first && at < trigger.at && isSaid(text, at),
  );
  if (!said) return false;
  if (mournsItsOwn(text, trigger, actor)) return true;
  return segment.actors.some(
    (other) =>
      other.first >= trigger.at &&
      (other.via !== null || opensWithFire(text, other)) &&
      other.side !== actor.side,
  );
}

/** «أعلنت قسد مقتل خمسة من مقاتليها في هجوم …»: the dead before the act are the speaker's, who did not do it. */
function mournsItsOwn(text: SectionText, { at }: Trigger, { last }: ActorFound): boolean {
  for (let i = last + 1; i < at; i++) if (isOwnMen(text.token(i).word)) return true;
  return false;
}

function isSaid(text: SectionText, at: number): boolean {
  return (text.mark(at).sought & SOUGHT.say) !== 0;
}

const isConjoined = fitting(/^[وف]/);

/** Only و and punctuation between two actors: both do it, or both suffer it. */
export function areJoined(text: SectionText, last: number, next: number): boolean {
  for (let at = last + 1; at < next; at++) {
    const { kind, norm } = text.token(at);
    // «عناصر الأسد وعناصر حزب الله»
    const men = at === next - 1 && norm.startsWith('و') && text.mark(at).uses.includes('fighter');
    if (kind !== 'punctuation' && norm !== 'و' && !men) return false;
  }
  return next - last <= 4 && (next > last + 1 || isConjoined(text.token(next).word));
}

function isDoer(
  text: SectionText,
  segment: SegmentText,
  trigger: Trigger,
  frame: Frame,
  actor: ActorFound,
  hasDoer: boolean,
): boolean {
  const before = introduction(text, segment, trigger, actor);
  if (before === 'by') return true;
  if (before === 'owned' || before === 'against' || isEliminated(text, trigger, actor)) return false;
  // «استهدفوا عنصرين من قسد»: the ending is the subject.
  // «قُتلوا برصاص مجهولين»: they are the dead, and the bullets say whose.
  const shot = before === 'means' && (PASSIVE.has(trigger.lemma) || trigger.lemma === 'سقط');
  if (actor.first > trigger.at && isPluralVerb(text, trigger) && !shot) return false;
  // «قالت الفصائل إنها طردت قوات النظام من المعبر»: she who says it did.
  if (
    actor.first > trigger.at &&
    trigger.kind === 'past' &&
    isAt(text.reading.tokens, trigger.at - 1, isItself)
  )
    return false;
  if (actor.first < trigger.at && isVictim(text, segment, actor)) return false;
  if (frame === 'gain' && isFromWhom(text, segment, trigger, actor)) return false;
  if (actor.via !== null && frame === 'fire') return true;
  // «أسقطت الفصائل طائرة روسية», «إسقاط مروحية روسية»: whose aircraft it was.
  if (trigger.lemma === 'أسقط' && flies(actor) && actor.first > trigger.at) return false;
  if (hasDoer) return false;
  if (PASSIVE.has(trigger.lemma)) return before === 'means' || isKiller(text, segment, trigger, actor);
  return true;
}

/** «استولت على بلدتي (أ) و(ب) من مقاتلي المعارضة»: who lost it. */
function isFromWhom(
  text: SectionText,
  { places }: SegmentText,
  { at }: Trigger,
  { first }: ActorFound,
): boolean {
  if (first <= at || text.token(first - 1).norm !== 'من') return false;
  return places.some((place) => place.first > at && place.last < first - 1);
}

const isItself = fitting(/^ب?ان(?:ه|ها|هم)$/);

/** «قضت على مجموعة من مسلحي داعش»: whoever stands after «على» is killed. */
function isEliminated(text: SectionText, trigger: Trigger, actor: ActorFound): boolean {
  // «وحدات من الجيش توقع إرهابيين قتلى».
  if (trigger.lemma === 'أوقع' && trigger.kind === 'noun') return actor.first > trigger.at;
  if (trigger.lemma !== 'قضاء') return false;
  for (let at = actor.first - 1; at > trigger.at; at--) if (text.token(at).norm === 'علي') return true;
  return false;
}

const HURT: ReadonlySet<string> = new Set(['قتل', 'أصيب', 'ضحية']);

/** «قتل 19 عنصرا من قوات النظام في تفجير»: those before the cause are the dead. */
function isVictim(text: SectionText, segment: SegmentText, actor: ActorFound): boolean {
  if (isStruckDown(text, segment, actor) || hasLost(text, segment, actor)) return true;
  for (let at = segment.first; at < actor.first; at++) {
    for (const { lemma } of text.mark(at).words) if (HURT.has(lemma)) return true;
  }
  return false;
}

const loses = fitting(/^[وف]?(?:ت|ي)?(?:تكبد|كبد|خسر|فقد)(?:ت|وا)?$/);

/** «خسر الجيش 33 جنديا في ضربة», «تكبدت القوات خسائر بقصف الثوار»: whoever loses stands right after the verb. */
function hasLost(text: SectionText, { first }: SegmentText, actor: ActorFound): boolean {
  return actor.first > first && loses(text.token(actor.first - 1).word);
}

const isByMeans = fitting(/^(?:ب(?!ين|عد|قي).*|في|جراء|اثر|نتيجه|خلال|اثناء|علي|متاثر.*)$/);

/** «اثنان من قوات الأمن قتلا بإطلاق نار», «عناصر من قسد أصيبوا في انفجار»: the verb after them says what befell them. */
function isStruckDown(text: SectionText, { last }: SegmentText, actor: ActorFound): boolean {
  const verb = actor.last + 1;
  if (verb >= last || !isByMeans(text.token(verb + 1).word)) return false;
  return text.mark(verb).words.some(({ lemma, kind }) => kind === 'past' && HURT.has(lemma));
}

const isNumberWord = fitting(/^(?:اثنان|اثنين|ثلاثه|اربعه|خمسه|سته|عدد|احد|عنصران|مسلحان)$/);

/** How far after those who killed the person they killed may stand. */
const OBJECT_REACH = 4;

/** «قتل اثنان من عناصر التنظيم شابا»: a number of its men after the verb, then a civilian in the accusative. */
function killsSomebody(
  text: SectionText,
  segment: SegmentText,
  trigger: Trigger,
  { first, last }: ActorFound,
): boolean {
  if (first <= trigger.at || first > trigger.at + OWNER_REACH) return false;
  for (let at = trigger.at + 1; at < first; at++) {
    const { kind, norm, word } = text.token(at);
    const isMen = text.mark(at).uses.includes('fighter') || norm === 'من';
    if (!isMen && kind !== 'number' && !isNumberWord(word)) return false;
  }
  for (let at = last + 1; at <= Math.min(segment.last, last + OBJECT_REACH); at++)
    if (isKilledObject(text.token(at).word)) return true;
  return false;
}

/**
 * «قتلت قوات النظام خمسة مدنيين», «قوات النظام قتلت …»: the party stands right beside the verb, its victims after;
 * «تمكنت الفصائل من قتل خمسة».
 */
function isKiller(text: SectionText, segment: SegmentText, trigger: Trigger, actor: ActorFound): boolean {
  if (trigger.lemma !== 'قتل') return false;
  if (trigger.kind === 'noun') return actor.first < trigger.at && segment.names.has('capable');
  if (trigger.kind === 'present' && actor.first > trigger.at) return false;
  if (killsSomebody(text, segment, trigger, actor)) return true;
  if (!isBeside(text, trigger.at, actor.first, 1) && !isBeside(text, trigger.at, actor.last, -1))
    return false;
  // «إن مسلحين قتلوا 24 مدنيا»: whom they killed follows the verb.
  if (actor.first < trigger.at && isPluralVerb(text, trigger) && hasCivilObject(text, segment, trigger.at))
    return true;
  // «عناصر التنظيم يقتلون شابا»: in headlines they do it.
  const doing = trigger.kind === 'present' && segment.names.has('civil');
  if (actor.side !== 'unknown' && !doing && text.mark(actor.first).uses.includes('fighter')) return false;
  // «عناصر من قوات النظام قُتلوا برصاص مجهولين»: whose bullets they were did it.
  if (segment.actors.some((other) => other.first > trigger.at && isShotBy(text, trigger, other)))
    return false;
  return (
    segment.actors.some((other) => other !== actor && other.first > trigger.at) ||
    segment.names.has('civil') ||
    killsSoldiers(text, segment, actor)
  );
}

/** «قتلوا 24 مدنيا», «قتلوا شابين»: people right after the verb, counted or not. */
function hasCivilObject(text: SectionText, { last }: SegmentText, verb: number): boolean {
  for (let at = verb + 1; at <= Math.min(last, verb + OBJECT_REACH); at++) {
    if (text.mark(at).uses.includes('civil')) return true;
    const { kind, word } = text.token(at);
    if (kind !== 'number' && !isCountWord(word)) return false;
  }
  return false;
}

const isCountWord = fitting(
  /^(?:اثنين|ثلاث|اربع|خمس|ست|سبع|ثماني?|تسع|عشر)(?:ه|ين|ون)?$|^(?:عشرات|العشرات|عددا?|من|اكثر|نحو|حوالي|ما|لا|يقل|عن)$/,
);

const isSoldier = fitting(
  /^(?:جنود|جنديا|جنديين|عناصر|عنصرا|عنصرين|مقاتلا|مقاتلين|مسلحين|عسكريين|ضابطا|ضباط|مجندا|مجندين)$/,
);

/** «قتل الثوار عشرة جنود»: how many of the other side, after the party and the verb. */
function killsSoldiers(text: SectionText, segment: SegmentText, { last }: ActorFound): boolean {
  for (let at = last + 1; at <= Math.min(segment.last, last + OBJECT_REACH); at++) {
    if (text.token(at).kind === 'punctuation') return false;
    if (isSoldier(text.token(at).word)) return true;
  }
  return false;
}

/** Right after (1) or before (-1) a token, a quotation mark aside: «قتلت "أحرار الشرقية"». */
function isBeside(text: SectionText, at: number, other: number, step: 1 | -1): boolean {
  if (other === at + step) return true;
  return other === at + 2 * step && isQuote(text.token(at + step).word);
}

const isQuote = fitting(/^["“”«»]$/);

function isShotBy(text: SectionText, trigger: Trigger, actor: ActorFound): boolean {
  const at = actor.first - 1;
  return at > trigger.at && text.mark(at).uses.includes('shots');
}

/** «استهدفوا». */
export function isPluralVerb(text: SectionText, trigger: Trigger): boolean {
  if (trigger.kind !== 'past') return false;
  const word = text
    .mark(trigger.at)
    .words.find(({ lemma, kind }) => lemma === trigger.lemma && kind === 'past');
  return word?.plural === true;
}
