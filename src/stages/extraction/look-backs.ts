/** Whether what a segment tells looks back: what keeps happening, what was before, what is summed up or only recalled. */
import { dayNumber } from '../../arabic/calendar.ts';
import { isAt } from '../../arabic/phrases.ts';
import { fitting } from '../../arabic/word-memory.ts';
import { SOUGHT } from './mark.ts';
import type { SectionText, SegmentText } from './section-text.ts';
import { sumsUpFrom } from './segments.ts';

const ACTS: ReadonlySet<string> = new Set(['قصف', 'غارة', 'هجوم', 'انفجر', 'فجر', 'استهدف', 'ضربة']);

/**
 * Segments of statements with a word for what keeps happening, from connective to connective; the word may be part of a
 * date («خلال الأيام الماضية»).
 */
export function habitualSegments(text: SectionText): ReadonlySet<number> {
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
    // «اندلعت الاشتباكات | إثر سلسلة عمليات خطف متبادلة»: only why.
    // «قتل خمسة بلغم في (أ)، | لترتفع بذلك حصيلة الألغام منذ انسحاب التنظيم …»: only what it adds up to.
    const sums = segment.opener === 'effect' && sumsUpFrom(text.reading.tokens, segment.first);
    if (usual && (segment.opener === 'relative' || segment.opener === 'cause' || sums)) {
      habitual.add(segment.index);
      continue;
    }
    statement.push(segment.index);
    keeps ||= usual;
  }
  close();
  return habitual;
}

/** «أفاد مراسلنا بأن الطيران كان قد شن غارات»: the perfect of what is reported, and no look back. */
export function isNarrated(text: SectionText, segment: SegmentText): boolean {
  if (segment.opener !== 'that') return false;
  for (let at = segment.first; at <= segment.last; at++)
    if (text.mark(at).uses.includes('background') && !/^كانت?$/.test(text.token(at).norm)) return false;
  return true;
}

/** «وكان المرصد أفاد عن مقتل تسعة»: an earlier report of the same news, and no look back at what is long past. */
export function isReport(text: SectionText, segment: SegmentText): boolean {
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

const isWhile = fitting(/^و?(?:بينما|فيما|حين)$/);

/** «بينما تصدى الثوار لرتل، كانت الطائرات تقصف القرية»: what went on at the time of what opens the sentence. */
export function isAtTheTime(text: SectionText, segment: SegmentText): boolean {
  const opening = text.segments[text.sentenceStart(segment)];
  if (opening === undefined || opening === segment) return false;
  if (!isWhile(text.token(opening.first).word) && !isWhile(text.token(opening.first + 1).word)) return false;
  return segment.triggers.some(({ kind }) => kind === 'present');
}

const isBeforeIt = fitting(/^قبل(?:ها|ه|هما|هم)$/);

/** «وكان التنظيم قد فجر قبلها سيارة …»: in the same hours as what was just told. */
export function isJustBefore(text: SectionText, { first, last }: SegmentText): boolean {
  for (let at = first; at <= last; at++)
    if (isBeforeIt(text.token(at).word)) return !/^ب/.test(text.reading.tokens[at + 1]?.norm ?? '');
  return false;
}

/** «القصف الذي مكّن الوحدات من السيطرة على …»: what came of it is known, and only recalled. */
export function isEnabled(text: SectionText, { opener, first }: SegmentText): boolean {
  return opener === 'relative' && isAt(text.reading.tokens, first + 1, enables);
}

const enables = fitting(/^مكنت?(?:ه|ها|هم)?$/);

/** «ومنذ مطلع العام، | قال الدفاع المدني | إن …»: what is said sums up all that was since. */
export function sumsUp(text: SectionText, { opener, names, triggers, index }: SegmentText): boolean {
  if (opener !== 'start' || !names.has('history') || triggers.length > 0) return false;
  const next = text.segments[index + 1];
  return next?.opener === 'verb' && !next.conjunction && next.names.has('say');
}

export function isReason(text: SectionText, { first, last }: SegmentText): boolean {
  for (let at = first; at <= last && at <= first + 1; at++) if (text.token(at).norm === 'خلفيه') return true;
  return false;
}

/** «الأعنف منذ سنوات» compares, and tells of nothing since. */
export const isSuperlative = fitting(
  /^(?:ال)?(?:اعنف|اشد|اكبر|اول|اولي|اوسع|اسوا|اعلي|اكثر|ثاني|ثانيه|ثالث|ثالثه)$/,
);

/** «نفذت تركيا منذ عام 2016 ثلاث عمليات»: what began so many days before is no news. */
const LONG_SINCE = 20;
/** It stands so near the beginning of its clause. */
const LONG_SINCE_REACH = 5;

/** Segments that tell of all that was since a day long past. */
export function segmentsOfLong(text: SectionText): ReadonlySet<number> {
  const long = new Set<number>();
  let next = 0;
  for (const { first, since, date } of text.reading.dates) {
    if (since === null || dayNumber(date) - dayNumber(since) < LONG_SINCE) continue;
    while (next < text.segments.length && (text.segments[next] as SegmentText).last < first) next++;
    const segment = text.segments[next];
    if (isAt(text.reading.tokens, first - 1, isSuperlative)) continue;
    // «كسرت الحصار المفروض على اللواء منذ ثلاث سنوات»: that late it is of a word before it.
    if (segment !== undefined && segment.first <= first && first - segment.first <= LONG_SINCE_REACH)
      long.add(segment.index);
  }
  return long;
}
