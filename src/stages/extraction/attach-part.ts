/** Counts that are of no event of their own: a part of those just counted, an older toll, the dead of what is past. */
import { isAt } from '../../arabic/phrases.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { CasualtyDetail } from './casualties.ts';
import type { Draft } from './drafts.ts';
import { BACKGROUND_DAYS, daysBetween } from './event-weight.ts';
import type { SectionText, SegmentText } from './section-text.ts';
import { spansWithin } from './spans-within.ts';

const isWas = fitting(/^و?كانت?$/);
const isEarlier = fitting(/^(?:اوليه|سابقه|سابق|اولا|سابقا)$/);

/** «وكانت حصيلة أولية أشارت إلى 17 قتيلا»: told before the toll that the news gives. */
export function isSuperseded(
  text: SectionText,
  segment: SegmentText,
  { first, killed }: CasualtyDetail,
  before: CasualtyDetail,
  owner: Draft,
): boolean {
  if (owner.segment.sentence >= segment.sentence || killed === null) return false;
  const opening = text.segments[text.sentenceStart(segment)] as SegmentText;
  if (!isWas(text.token(opening.first).word) || (before.killed?.low ?? 0) <= (killed.low ?? 0)) return false;
  for (let at = opening.first + 1; at < first; at++) if (isEarlier(text.token(at).word)) return true;
  return false;
}

const isOfThem = fitting(/^من(?:هم|ها|هن)$/);
/** How far into a count «منهم» stands, and how far after those of whom it is a part. */
const OF_THEM_REACH = 3;
const PART_REACH = 12;

const areTheDead = fitting(/^(?:القتلي|الضحايا|الشهداء|الشهدا|الجثث|هولاء)$/);

/** «مشيرة إلى أن خمسة من القتلى نساء»: some of the dead whom the event counts already. */
export function isOfTheDead(
  text: SectionText,
  { first, last, killed: part }: CasualtyDetail,
  { casualties }: Draft,
): boolean {
  if (part?.best == null) return false;
  let told = false;
  for (let at = first; at <= Math.min(last + 1, text.to - 2) && !told; at++)
    told = text.token(at).norm === 'من' && areTheDead(text.token(at + 1).word);
  return told && casualties.some(({ finding: { killed } }) => (killed?.low ?? 0) > (part.best ?? 0));
}

/** «مقتل 19 مدنيا، سقط 15 منهم»: a part of those just counted. */
export function isPartOf(
  text: SectionText,
  { last, killed: whole }: CasualtyDetail,
  { first, killed: part, rank }: CasualtyDetail,
): boolean {
  // «توفي رابع منهم»: one more.
  if (rank !== null) return false;
  if (whole?.best == null || part?.best == null || part.best >= whole.best) return false;
  if (first <= last || first > last + PART_REACH) return false;
  for (let at = last + 1; at < first; at++) if (/^[.؛:]$/.test(text.token(at).norm)) return false;
  for (let at = first; at <= first + OF_THEM_REACH && at < text.to; at++)
    if (isOfThem(text.token(at).word)) return true;
  return false;
}

/** «مقتل 19 مدنيا، سقط 15 منهم في ضربات على (أ)»: those of whom only the part has an event, which follows it. */
export function countsThoseAfter(
  text: SectionText,
  finding: CasualtyDetail,
  part: CasualtyDetail | undefined,
  segment: SegmentText,
  bySegment: ReadonlyMap<number, Draft>,
): boolean {
  if (part === undefined || !isPartOf(text, finding, part)) return false;
  const own = bySegment.get(segment.index);
  if (own !== undefined) return own.segment === segment && own.trigger.at > part.first;
  const draft = [1, 2].map((on) => bySegment.get(segment.index + on)).find((one) => one !== undefined);
  return draft?.segment.sentence === segment.sentence && part.first <= draft.segment.last;
}

const isInIt = fitting(/^(?:فيها|فيه|خلالها|خلاله)$/);

/** «بعد أسابيع من مواجهات دامية قُتل فيها المئات»: the dead of what is no event here are nobody else's. */
export function isOfBlocked(
  text: SectionText,
  segment: SegmentText,
  { first }: CasualtyDetail,
  untold: ReadonlySet<number>,
  bySegment: ReadonlyMap<number, Draft>,
): boolean {
  if (bySegment.has(segment.index) || !isAt(text.reading.tokens, first + 1, isInIt)) return false;
  const before = text.segments[segment.index - 1];
  return untold.has(segment.index) || (before?.sentence === segment.sentence && untold.has(before.index));
}

/** «في تشرين الثاني من العام الماضي»: sentences of which every day told is long past. */
function longPast(text: SectionText, day: string): Set<number> {
  const latest = new Map<number, string>();
  let next = 0;
  for (const { first, last, date } of spansWithin(text.reading.dates, text.from, text.to - 1)) {
    while (next < text.segments.length && (text.segments[next]?.last ?? 0) < last) next++;
    const segment = text.segments[next];
    if (segment === undefined || first < text.from) continue;
    const known = latest.get(segment.sentence);
    if (known === undefined || known < date) latest.set(segment.sentence, date);
  }
  const past = new Set<number>();
  for (const [sentence, date] of latest) if (daysBetween(date, day) > BACKGROUND_DAYS) past.add(sentence);
  return past;
}

const PAST: ReadonlySet<string> = new Set(['history', 'background', 'habit']);

/** Sentences that only look back, or tell no day but one long past: their dead are of what was. `day`: the section's. */
export function blockedSentences(text: SectionText, drafts: readonly Draft[], day: string): Set<number> {
  const blocked = longPast(text, day);
  for (const { block, segment } of drafts)
    if (block !== null && PAST.has(block)) blocked.add(segment.sentence);
  for (const { block, segment } of drafts) if (block === null) blocked.delete(segment.sentence);
  return blocked;
}
