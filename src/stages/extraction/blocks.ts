/**
 * What keeps a trigger from telling an event: plans, threats, demands, talks, accusations, denials, conditions,
 * history. A block holds for the rest of its statement: through «أن …», relative clauses and nouns joined by و, until
 * a new statement begins.
 */
import { fitting } from '../../arabic/word-memory.ts';
import {
  habitualSegments,
  isAtTheTime,
  isEnabled,
  isJustBefore,
  isNarrated,
  isReason,
  isReport,
  segmentsOfLong,
  sumsUp,
} from './look-backs.ts';
import type { Block } from './mark.ts';
import type { SectionText, SegmentText, Trigger } from './section-text.ts';
import { spansWithin } from './spans-within.ts';
import { blockAtTrigger } from './trigger-blocks.ts';

/** «وكانت مسيرة قد قتلت قياديا | حين قصفت سيارته»: goes on with what was. */
const isAtThatTime = fitting(/^(?:حين|حينما|عندما|لحظه|اثناء)$/);

const isAccordingTo = fitting(/^(?:وفق|وفقا|بحسب|حسب|حسبما)$/);
const isFeminine = fitting(/ات$/);
const isMaybe = fitting(/^[وف]?قد$/);
/** «ستنفرد بقتال …», «سيبقى القصف …»: a future of verbs that the grammar does not know; «سيارة، سياسة، سيدات، ستين» are none. */
const isFuture = fitting(
  /^[وف]?(?:سي(?!ا|ط|ول|نا|نم|ره|رت|رغ|د(?![خعفوم]))|ست(?!ا|را|و|ه|ي|مائ|ماي|ف[اي]))[\u0620-\u064a]{3,}$/,
);

/** «ثلاث عمليات منذ عام 2016، تمكنت خلالها من السيطرة على …»: what a look back goes on with, joined by و or not. */
const GOES_BACK: ReadonlySet<SegmentText['opener']> = new Set(['connective', 'verb']);

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
  private readonly long: ReadonlySet<number>;

  /** `isDated`: whether a sentence tells a day; what is told aside counts only there. */
  constructor(text: SectionText, isDated: (segment: SegmentText) => boolean) {
    this.text = text;
    this.isDated = isDated;
    this.habitual = habitualSegments(text);
    this.long = segmentsOfLong(text);
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
    if (states || (segment.opener === 'connective' && !isAtThatTime(this.text.token(segment.first).word))) {
      this.background = false;
      this.reason = false;
    }
    this.reason ||= segment.opener === 'background' && isReason(this.text, segment);
    this.looksBack = this.retrospect;
    const recalls = segment.triggers.some(({ kind }) => kind !== 'present');
    if (this.isOfOld(segment) && segment.opener !== 'relative' && recalls) this.retrospect = true;
    const aside =
      segment.names.has('background') &&
      !isNarrated(this.text, segment) &&
      !isReport(this.text, segment) &&
      !isJustBefore(this.text, segment) &&
      !isAtTheTime(this.text, segment);
    if (aside && !this.isDated(segment)) this.background = true;
    this.inherited = this.inherits(segment) ? this.carried : null;
    this.lasting =
      this.lastingIn(segment, segment.last) ?? (isEnabled(this.text, segment) ? 'background' : null);
    this.carried = this.lasting ?? this.inherited;
  }

  /** What blocks a trigger of the segment entered last. */
  of(segment: SegmentText, trigger: Trigger): Block | null {
    if (this.isOfCrowd(segment, trigger)) return null;
    return (
      this.inherited ??
      (this.lasting === null ? null : this.lastingIn(segment, lastBefore(trigger))) ??
      this.enabling(segment, trigger) ??
      blockAtTrigger(this.text, segment, trigger, this.isDated) ??
      this.ofWhole(segment, trigger)
    );
  }

  /** «في الذكرى التاسعة احتشد الآلاف في …», «طالبوا بخفض الأسعار»: what crowds mark and ask for is news. */
  private isOfCrowd({ names }: SegmentText, { rules }: Trigger): boolean {
    const asks = names.has('مباراة') && names.has('demand');
    if (!asks && !names.has('ذكرى') && !names.has('مرور_سنوات')) return false;
    return rules.some(({ frame }) => frame === 'protest');
  }

  /** «القصف الكثيف | الذي مكّن الوحدات من التقدم | والسيطرة»: so is what enabled them. */
  private enabling(segment: SegmentText, trigger: Trigger): Block | null {
    if (isEnabled(this.text, segment)) return 'background';
    const next = this.text.segments[segment.index + 1];
    const close = trigger.kind === 'noun' && trigger.at >= segment.last - 2;
    return close && next !== undefined && isEnabled(this.text, next) ? 'background' : null;
  }

  private ofWhole(segment: SegmentText, trigger: Trigger): Block | null {
    const old = this.isOfOld(segment) && !this.isOldForTellers(segment, trigger);
    if (this.reason || this.summary || old || segment.names.has('sum')) return 'history';
    if (this.looksBack && (segment.conjunction || GOES_BACK.has(segment.opener))) return 'history';
    if (this.habitual.has(segment.index)) return 'habit';
    return this.background ? 'background' : null;
  }

  private isAfterCause({ index, sentence, conjunction }: SegmentText): boolean {
    const before = this.text.segments[index - 1];
    if (conjunction || before?.opener !== 'cause' || before.sentence !== sentence) return false;
    return this.carried === 'talk' && this.text.segments[index - 2]?.sentence !== sentence;
  }

  /** «اعتقلت 23 شخصا، وفق ناشطين تحدثوا عن خوف يسود منذ بدء الحملة»: said of those who tell it. */
  private isOldForTellers({ last }: SegmentText, { at }: Trigger): boolean {
    let told = false;
    for (let i = at + 1; i <= last; i++) {
      told ||= isAccordingTo(this.text.token(i).word);
      if (this.text.mark(i).uses.includes('history')) return told;
    }
    return false;
  }

  private isOfOld({ names, index }: SegmentText): boolean {
    return names.has('history') || this.long.has(index);
  }

  private inherits(segment: SegmentText): boolean {
    switch (segment.opener) {
      // «ناشدت قوى الأمن المنظمات التدخل، | بعدما أقدم مسلحون على …»: why they ask.
      case 'cause':
        return !(this.carried === 'demand' && segment.triggers.some(({ kind }) => kind === 'past'));
      case 'that':
      case 'relative':
      case 'effect':
      case 'noun':
        return true;
      case 'verb':
        // «بعد مفاوضات دامت أياما، | اتفقت الفصائل على …»: what is told after it.
        if (this.isAfterCause(segment)) return false;
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
      const agrees =
        subject !== undefined &&
        (verb?.feminine === true || !isFeminine(this.text.token(subject.first).word));
      if (verb && (counted || agrees)) return false;
      return words.some(({ kind }) => kind === 'noun');
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
    if (mark.future || (mark.words.length === 0 && isFuture(this.text.token(at).word))) return 'plan';
    if (!isMaybe(this.text.token(at).word)) return null;
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
}

/** «طالب متظاهرون في (أ) بإخراج الفصائل»: what a crowd asks for is why it stands there. */
function lastBefore({ at, rules }: Trigger): number {
  return rules.every(({ frame }) => frame === 'protest') ? at - 1 : at;
}
