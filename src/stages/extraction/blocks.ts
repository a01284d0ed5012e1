/**
 * What keeps a trigger from telling an event: plans, threats, demands, talks, accusations, denials, conditions,
 * history. A block holds for the rest of its statement: through «أن …», relative clauses and nouns joined by و, until
 * a new statement begins.
 */
import { isAt } from '../../arabic/phrases.ts';
import { fitting } from '../../arabic/word-memory.ts';
import { type LastingBlock, SOUGHT } from './mark.ts';
import type { SectionText, SegmentText, Trigger } from './section-text.ts';
import { spansWithin } from './spans-within.ts';

export type Block = LastingBlock | 'history' | 'background' | 'habit' | 'negate';

/** «لم يقصف», «دون وقوع اشتباكات»: a negation reaches so many tokens. */
const NEGATION_REACH = 3;
const AFTER_REACH = 2;
const COPULA_REACH = 5;
const CARRIERS: ReadonlySet<string> = new Set(['occur', 'suffer', 'light', 'capable']);
const ACTS: ReadonlySet<string> = new Set(['قصف', 'غارة', 'هجوم', 'انفجر', 'فجر', 'استهدف', 'ضربة']);
const FIGHTS: ReadonlySet<string> = new Set(['معركة', 'اشتباك', 'هجوم', 'قتال', 'مواجهة', 'عملية']);
const TAKES_OBJECT: ReadonlySet<string> = new Set(['suffer', 'effect', 'cause', 'occur']);

/**
 * Segments of statements with a word for what keeps happening, from connective to connective; the word may be part of a
 * date («خلال الأيام الماضية»).
 */
function habitualSegments(text: SectionText): ReadonlySet<number> {
  const { segments } = text;
  const habitual = new Set<number>();
  let statement: number[] = [];
  let keeps = false;
  const close = () => {
    if (keeps) for (const index of statement) habitual.add(index);
    statement = [];
    keeps = false;
  };
  for (const segment of segments) {
    const before = segments[segment.index - 1];
    if (segment.opener === 'connective' || before?.sentence !== segment.sentence) close();
    const usual = (segment.sought & SOUGHT.habit) !== 0;
    // «… أرزة | التي سيطر عليها النظام في الآونة الأخيرة»: it is only the relative clause that looks back.
    if (usual && segment.opener === 'relative') {
      habitual.add(segment.index);
      continue;
    }
    statement.push(segment.index);
    keeps ||= usual;
  }
  close();
  return habitual;
}

const LASTING_STATES: ReadonlySet<string> = new Set(['gain', 'loss', 'raid']);

/** «المدينة التي سيطر عليها الثوار», «التي تقصفها القوات»: how things stand, and no report of the day. */
function describes({ names }: SegmentText, trigger: Trigger): boolean {
  if (trigger.kind === 'present') return true;
  // «العملية التي انتهت بالسيطرة على المدينة»
  if (trigger.kind === 'noun') return names.has('انتهى');
  return trigger.kind === 'past' && trigger.rules.every(({ frame }) => LASTING_STATES.has(frame));
}

/** «أفاد مراسلنا بأن الطيران كان قد شن غارات»: the perfect of what is reported, and no look back. */
function isNarrated(text: SectionText, segment: SegmentText): boolean {
  if (segment.opener !== 'that') return false;
  for (let at = segment.first; at <= segment.last; at++)
    if (text.mark(at).uses.includes('background') && !/^كانت?$/.test(text.token(at).norm)) return false;
  return true;
}

/** «وكان المرصد أفاد عن مقتل تسعة»: an earlier report of the same news, and no look back at what is long past. */
function isReport(text: SectionText, segment: SegmentText): boolean {
  if (!/^و?كانت?$/.test(text.token(segment.first).norm) || segment.first === segment.last) return false;
  // «وكان القصف قد استهدف بلدتي …»: more of what was just told.
  const subject = segment.triggers.find(({ at }) => at === segment.first + 1);
  const act = subject !== undefined && ACTS.has(subject.lemma);
  if (act && subject.kind === 'noun' && text.mark(subject.at).words.some(({ definite }) => definite))
    return true;
  if (!segment.names.has('say')) return false;
  const trigger = segment.triggers[0]?.at ?? segment.last + 1;
  for (let at = segment.first; at < trigger; at++) if (text.mark(at).uses.includes('say')) return true;
  return false;
}

const isRegaining = fitting(/^ل(?:استعاده|اعاده|بسط|احكام|فرض)$/);

const isBeforeIt = fitting(/^قبل(?:ها|ه|هما|هم)$/);

/** «وكان التنظيم قد فجر قبلها سيارة …»: in the same hours as what was just told. */
function isJustBefore(text: SectionText, { first, last }: SegmentText): boolean {
  for (let at = first; at <= last; at++)
    if (isBeforeIt(text.token(at).word)) return !/^ب/.test(text.reading.tokens[at + 1]?.norm ?? '');
  return false;
}

const isFeminine = fitting(/ات$/);
const isLongTime = fitting(/^(?:اسابيع|اسبوعين|شهر|شهرين|اشهر|شهور)$/);

/** «بعد أسابيع من معارك …»: what went on so long before. */
function isLongBefore(text: SectionText, { at, kind }: Trigger): boolean {
  const { tokens } = text.reading;
  return kind === 'noun' && tokens[at - 1]?.norm === 'من' && isAt(tokens, at - 2, isLongTime);
}

/** «القصف الذي مكّن الوحدات من السيطرة على …»: what came of it is known, and only recalled. */
function isEnabled(text: SectionText, { opener, first }: SegmentText): boolean {
  return opener === 'relative' && isAt(text.reading.tokens, first + 1, enables);
}

const enables = fitting(/^مكنت?(?:ه|ها|هم)?$/);

/** «ومنذ مطلع العام، | قال الدفاع المدني | إن …»: what is said sums up all that was since. */
function sumsUp(text: SectionText, { opener, names, triggers, index }: SegmentText): boolean {
  if (opener !== 'start' || !names.has('history') || triggers.length > 0) return false;
  const next = text.segments[index + 1];
  return next?.opener === 'verb' && !next.conjunction && next.names.has('say');
}

function isReason(text: SectionText, { first, last }: SegmentText): boolean {
  for (let at = first; at <= last && at <= first + 1; at++) if (text.token(at).norm === 'خلفيه') return true;
  return false;
}

/** Follows the blocks from segment to segment of one section. */
export class Blocks {
  private readonly text: SectionText;
  private readonly isDated: (segment: SegmentText) => boolean;
  private carried: Block | null = null;
  private sentence = -1;
  private background = false;
  /** «على خلفية اشتباكات …»: why, and long before, whatever day the sentence tells. */
  private reason = false;
  /** «وراجت عمليات خطف في الأشهر الماضية، واستهدفت …»: the look back goes on through verbs joined by و. */
  private retrospect = false;
  /** «ومنذ مطلع العام، قال … إن»: the whole sentence sums up. */
  private summary = false;
  /** Of the segment entered last: it goes on with a look back, and what blocks it from before or by its own words. */
  private looksBack = false;
  private inherited: Block | null = null;
  private lasting: Block | null = null;
  private readonly habitual: ReadonlySet<number>;

  /** `isDated`: whether a sentence tells a day; what is told aside counts only there. */
  constructor(text: SectionText, isDated: (segment: SegmentText) => boolean) {
    this.text = text;
    this.isDated = isDated;
    this.habitual = habitualSegments(text);
  }

  /** Goes on to the next segment; to be called for each, in order. */
  enter(segment: SegmentText): void {
    if (segment.sentence !== this.sentence) {
      this.sentence = segment.sentence;
      this.carried = null;
      this.background = false;
      this.reason = false;
      this.retrospect = false;
      this.summary = false;
    }
    this.summary ||= sumsUp(this.text, segment);
    // «وثق مقتل 439 منذ مطلع العام …، فيما قتل الباقون برصاص …»: a statement with no place of its own goes on.
    const restarts =
      segment.opener === 'that' || (segment.opener === 'connective' && segment.places.length > 0);
    if (restarts) this.retrospect = false;
    // «وكان … قد …، وعلم المرصد أن …»: another statement.
    const states = segment.opener === 'verb' && segment.conjunction && segment.names.has('say');
    if (states || segment.opener === 'connective') {
      this.background = false;
      this.reason = false;
    }
    this.reason ||= segment.opener === 'background' && isReason(this.text, segment);
    this.looksBack = this.retrospect;
    if (segment.names.has('history') && segment.opener !== 'relative' && segment.triggers.length > 0)
      this.retrospect = true;
    const aside =
      segment.names.has('background') &&
      !isNarrated(this.text, segment) &&
      !isReport(this.text, segment) &&
      !isJustBefore(this.text, segment);
    if (aside && !this.isDated(segment)) this.background = true;
    this.inherited = this.inherits(segment) ? this.carried : null;
    this.lasting =
      this.lastingIn(segment, segment.last) ?? (isEnabled(this.text, segment) ? 'background' : null);
    this.carried = this.lasting ?? this.inherited;
  }

  /** What blocks a trigger of the segment entered last. */
  of(segment: SegmentText, trigger: Trigger): Block | null {
    return (
      this.inherited ??
      (this.lasting === null ? null : this.lastingIn(segment, trigger.at)) ??
      this.enabling(segment, trigger) ??
      this.atTrigger(segment, trigger) ??
      this.ofWhole(segment)
    );
  }

  /** «القصف الكثيف | الذي مكّن الوحدات من التقدم | والسيطرة»: so is what enabled them. */
  private enabling(segment: SegmentText, trigger: Trigger): Block | null {
    if (isEnabled(this.text, segment)) return 'background';
    const next = this.text.segments[segment.index + 1];
    const close = trigger.kind === 'noun' && trigger.at >= segment.last - 2;
    return close && next !== undefined && isEnabled(this.text, next) ? 'background' : null;
  }

  private ofWhole(segment: SegmentText): Block | null {
    if (this.reason || this.summary || segment.names.has('history') || segment.names.has('sum'))
      return 'history';
    if (this.looksBack && (segment.conjunction || segment.opener === 'connective')) return 'history';
    if (this.habitual.has(segment.index)) return 'habit';
    return this.background ? 'background' : null;
  }

  private inherits(segment: SegmentText): boolean {
    switch (segment.opener) {
      case 'that':
      case 'relative':
      case 'cause':
      case 'effect':
      case 'noun':
        return true;
      case 'verb':
        return !segment.conjunction || this.isPresent(segment) || this.isDemanded(segment);
      default:
        return false;
    }
  }

  private isPresent(segment: SegmentText): boolean {
    for (let at = segment.first; at <= segment.last; at++) {
      const word = this.text.mark(at).words[0];
      if (word) return word.kind === 'present';
    }
    return false;
  }

  /** «لقتال الثوار», «لاستعادة القرية»: what is meant to be; «تعرضت لقصف» and «أدى لمقتل» tell what was. */
  private isPurpose(segment: SegmentText, trigger: Trigger): boolean {
    if (trigger.kind !== 'noun') return false;
    // «لاستعادة السيطرة على المدينة»
    const regains =
      trigger.lemma === 'سيطر' &&
      trigger.at > segment.first &&
      isRegaining(this.text.token(trigger.at - 1).word);
    if (regains) return true;
    if (!this.text.token(trigger.at).norm.startsWith('ل')) return false;
    const word = this.text.mark(trigger.at).words.find(({ lemma }) => lemma === trigger.lemma);
    if (word?.preposition !== 'ل') return false;
    // «دارت معارك للسيطرة على المنطقة»: what they fight for.
    const takes = trigger.rules.every(({ frame }) => frame === 'gain');
    for (let at = trigger.at - 1; at >= segment.first; at--) {
      const { uses, words } = this.text.mark(at);
      if (takes && words.some((one) => FIGHTS.has(one.lemma))) return true;
      if (uses.some((use) => TAKES_OBJECT.has(use)) || words.some(({ lemma }) => lemma === 'استخدم'))
        return false;
      if (at === trigger.at - 1 && uses.includes('connective')) return false;
      if (words.some(({ lemma }) => lemma === 'تصدى' || lemma === 'اعترض')) return false;
    }
    return true;
  }

  /** «والمواجهة في إدلب هي …»: what something is, and no report of it. */
  private isDefinition(segment: SegmentText, trigger: Trigger): boolean {
    if (trigger.kind !== 'noun' || trigger.at - segment.first > 1) return false;
    for (let at = trigger.at + 1; at <= segment.last && at <= trigger.at + COPULA_REACH; at++) {
      if (/^(?:هي|هو|ليست|ليس)$/.test(this.text.token(at).norm)) return true;
    }
    return false;
  }

  /** «طالبوا بإطلاق سراح المعتقلين وفك الحصار»: a form that may be a noun goes on with the demand. */
  private isDemanded(segment: SegmentText): boolean {
    if (this.carried !== 'demand' && this.carried !== 'plan') return false;
    for (let at = segment.first; at <= segment.last; at++) {
      const { words } = this.text.mark(at);
      if (words.length === 0) continue;
      // «… بإسقاط النظام، وشن الطيران غارات», «وقتل ثلاثة»: a verb with its subject.
      const verb = words.find(({ kind }) => kind === 'past');
      const counted = spansWithin(this.text.reading.numbers, at + 1, at + 1).length > 0;
      const subject = segment.actors.find(({ first }) => first === at + 1);
      // «… وطرد الميليشيات»: no verb of a feminine subject.
      const agrees = verb?.feminine === true || !isFeminine(this.text.token(at + 1).word);
      if (verb && (counted || (subject && agrees))) return false;
      return words.some(({ kind }) => kind === 'noun');
    }
    return false;
  }

  /** «التي سيطر عليها», «التي | انتهت بالسيطرة». */
  private isRelative({ opener, index }: SegmentText): boolean {
    const before = this.text.segments[index - 1];
    return (
      opener === 'relative' ||
      (opener === 'effect' && before?.opener === 'relative' && before.triggers.length === 0)
    );
  }

  /** «سقط البرميل دون أن ينفجر». */
  private isWithout(segment: SegmentText, trigger: Trigger): boolean {
    if (segment.opener !== 'that' || segment.first === this.text.from) return false;
    if (trigger.at > segment.first + NEGATION_REACH || !/^ان/.test(this.text.token(segment.first).norm))
      return false;
    return this.text.mark(segment.first - 1).uses.includes('negate');
  }

  /** «لم تشهد مدينة إدلب أي غارات»: the verb that would carry the noun is denied. */
  private isDeniedVerb(segment: SegmentText, trigger: Trigger): boolean {
    if ((segment.sought & SOUGHT.negate) === 0) return false;
    for (let at = segment.first; at < trigger.at - 1; at++) {
      if (!this.text.mark(at).uses.includes('negate')) continue;
      if (this.text.mark(at + 1).uses.some((use) => CARRIERS.has(use))) return true;
    }
    return false;
  }

  private lastingIn(segment: SegmentText, to: number): Block | null {
    for (let at = segment.first; at <= to; at++) {
      const block = this.blockAt(segment, at);
      if (block !== null && !this.text.isNamed(at)) return block;
    }
    return null;
  }

  private blockAt(segment: SegmentText, at: number): Block | null {
    const mark = this.text.mark(at);
    if (mark.blocks !== null) return this.isSurname(segment, at) ? null : mark.blocks;
    if (mark.future) return 'plan';
    if (this.text.token(at).norm !== 'قد') return null;
    const next = this.text.mark(Math.min(at + 1, segment.last)).words[0];
    return next?.kind === 'present' ? 'plan' : null;
  }

  /** «الناشط بدر طالب، لوكالة …»: what seems to demand and has no object is somebody's name. */
  private isSurname(segment: SegmentText, at: number): boolean {
    const { norm } = this.text.token(at);
    if (norm !== 'طالب' && norm !== 'داعي') return false;
    return (
      at >= segment.first &&
      at > this.text.from &&
      /^[،,:]$/.test(this.text.reading.tokens[at + 1]?.norm ?? '')
    );
  }

  private atTrigger(segment: SegmentText, trigger: Trigger): Block | null {
    if (this.isPurpose(segment, trigger)) return 'plan';
    if (this.isDefinition(segment, trigger)) return 'talk';
    if (isLongBefore(this.text, trigger)) return 'history';
    if (this.isRelative(segment) && !this.isDated(segment) && describes(segment, trigger))
      return 'background';
    if (this.isWithout(segment, trigger)) return 'negate';
    for (let at = trigger.at - 1; at >= segment.first && at >= trigger.at - NEGATION_REACH; at--) {
      const { uses } = this.text.mark(at);
      if (uses.length === 0) continue;
      if (uses.includes('affirm') || uses.includes('still')) return null;
      if (uses.includes('negate') || uses.includes('stop')) return 'negate';
      if (uses.includes('since') && trigger.kind === 'noun') return 'history';
    }
    if (this.isDeniedVerb(segment, trigger)) return 'negate';
    for (let at = trigger.at + 1; at <= segment.last && at <= trigger.at + AFTER_REACH; at++) {
      if (this.text.mark(at).uses.includes('plan')) return 'plan';
    }
    return null;
  }
}
