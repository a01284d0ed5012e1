/** Finds the event of a toll: what caused it, told after or before, in its sentence or the one before. */
import { isAt } from '../../arabic/phrases.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { CasualtyDetail } from './casualties.ts';
import type { Draft } from './drafts.ts';
import type { SectionText, SegmentText } from './section-text.ts';
import { placeKey } from './siting.ts';
import { spansWithin } from './spans-within.ts';

/** Words that tell of people killed or hurt, and not of what did it. */
export const HARM: ReadonlySet<string> = new Set(['قتل', 'أصيب', 'ضحية', 'جريح']);

/** The drafts of a section that are no background, by what is asked of them. */
export interface OpenDrafts {
  /** In text order. */
  readonly all: readonly Draft[];
  readonly bySegment: ReadonlyMap<number, Draft>;
  /** Sentences that tell of an event which is none: planned, denied, long past. */
  readonly blocked: ReadonlySet<number>;
}

/** The event of a toll that stands in no event's own segment. */
export function ownerOf(
  text: SectionText,
  segment: SegmentText,
  finding: CasualtyDetail,
  { all, bySegment, blocked }: OpenDrafts,
): Draft | null {
  if (isReason(text, segment)) return null;
  const blast = explodedOn(text, segment, bySegment);
  if (blast !== null) return blast;
  const following = causeAfter(text, segment, finding, bySegment);
  if (following && !isEffect(segment)) return following;
  const before = latestBefore(all, segment);
  if (before && before.segment.sentence === segment.sentence)
    return isBesideIt(segment, finding, before) || diedOfWoundsElsewhere(text, segment, finding, before)
      ? null
      : before;
  if (following) return following;
  const cost = costAlso(text, segment, bySegment);
  if (cost) return cost;
  // «وكان قد استشهد تسعة … بانفجار سيارة … في شهر تشرين الأول»: of an event long past.
  if (isHeading(text, segment)) return null;
  if (blocked.has(segment.sentence) || (!finding.running && opensWithDay(text, segment))) return null;
  if (before && isNextTo(text, before, segment)) {
    if (isEffect(segment)) return before;
    const caused = before.casualties.length > 0 && hasOwnCause(text, segment);
    return segment.places.length === 0 && !caused ? before : null;
  }
  return null;
}

/** «بلغم أرضي», «بقنبلة عنقودية»: what may go off in the next words. */
const BOMBS = ['device', 'مفخخة', 'قنبلة', 'shell'] as const;
/** How many segments after a toll with its bomb the bomb may go off. */
const EXPLODES_WITHIN = 3;

/** «قضى ثلاثة بلغم أرضي | انفجر بهم في قرية …»: the blast that the toll's own words name. */
function explodedOn(
  text: SectionText,
  segment: SegmentText,
  bySegment: ReadonlyMap<number, Draft>,
): Draft | null {
  let bomb = false;
  for (let index = segment.index; index <= segment.index + EXPLODES_WITHIN; index++) {
    const next = text.segments[index];
    if (next?.sentence !== segment.sentence || (bomb && next.opener === 'connective')) return null;
    const draft = bySegment.get(index);
    if (draft !== undefined && draft.segment.index === index)
      return bomb && draft.frame === 'blast' ? draft : null;
    bomb ||= BOMBS.some((name) => next.names.has(name));
  }
  return null;
}

/** «قصفت الطائرات (أ)، بينما قتل شاب في (ب)»: what is told beside an event, of another town, is not of it. */
function isBesideIt({ opener, triggers }: SegmentText, { place }: CasualtyDetail, event: Draft): boolean {
  if (opener !== 'connective' || place === null || place.place === null || place.geoPrecision > 1)
    return false;
  if (event.source !== 'own' || event.places.length === 0 || triggers.some(({ lemma }) => !HARM.has(lemma)))
    return false;
  return event.places.every(
    (one) =>
      one.geoPrecision === 1 &&
      one.place !== null &&
      one.place.id !== place.place?.id &&
      one.place.id !== place.place?.parent &&
      one.place.parent !== place.place?.id,
  );
}

const areSeveral = fitting(/^ال(?:غارات|هجمات|ضربات|تفجيرات|انفجارات|اشتباكات)$/);

/**
 * «غارات على (أ)، في حين ضربت طائرات أخرى (ب). وأسفرت الغارات عن …»: the toll of all of them, which the owner tells again,
 * stands on the first of the sentence before. Null where it is of one.
 */
export function firstOfThem(text: SectionText, owner: Draft, all: readonly Draft[]): Draft | null {
  if (owner.source !== 'before' || !isEffect(owner.segment)) return null;
  if (!areSeveral(text.token(owner.trigger.at).word)) return null;
  let first: Draft | null = null;
  let sentence: number | null = null;
  for (let i = countUpTo(all, owner.segment) - 1; i >= 0; i--) {
    const one = all[i] as Draft;
    if (one === owner) continue;
    sentence ??= one.segment.sentence;
    if (one.segment.sentence !== sentence) break;
    if (one.type === owner.type) first = one;
  }
  return first;
}

const isWas = fitting(/^كانت?$/);
const isMoreDead = fitting(/^(?:وفاه|موت|استشهاد|مقتل|مفارقه|انتشال|العثور)$/);

/** How many segments after a toll its cause may stand: «ارتقى سبعة | وأصيب عشرون | جراء …». */
const CAUSE_REACH = 2;

/**
 * A toll with a cause of its own is of an event that was not understood, and not of the one before; «جراء القصف» with the
 * article only points back to it.
 */
function hasOwnCause(text: SectionText, segment: SegmentText): boolean {
  for (let index = segment.index + 1; index <= segment.index + CAUSE_REACH; index++) {
    const next = text.segments[index];
    if (next === undefined || next.sentence !== segment.sentence) return false;
    if (next.opener !== 'cause') continue;
    // «ارتفع العدد إلى سبعة بعد وفاة طفلة»: why there are more of them.
    if (isAt(text.reading.tokens, next.first + 1, isMoreDead)) return false;
    // «بعدما كانت الحصيلة تقف عند تسعة»: what was counted before.
    if (isAt(text.reading.tokens, next.first + 1, isWas)) return false;
    return next.places.length > 0 || !/^(?:ب|ل)?ال/.test(text.reading.tokens[next.first + 1]?.norm ?? '');
  }
  return false;
}

/** A heading within an article has no more words than this. */
const HEADING = 9;

/** «5 قتلى لـ"حزب الله"»: a short paragraph without an end heads what follows, and goes on from nothing. */
function isHeading(text: SectionText, { index, first, last, paragraph }: SegmentText): boolean {
  const [before, after] = [text.segments[index - 1], text.segments[index + 1]];
  if (before === undefined || after === undefined || last - first >= HEADING) return false;
  const alone = before.paragraph < paragraph && after.paragraph > paragraph;
  return alone && !/[.؟!]/.test(text.reading.tokens[last]?.norm ?? '');
}

/** «وأمس، قُتل عنصر …»: the sentence begins anew with its own day. */
function opensWithDay(text: SectionText, segment: SegmentText): boolean {
  let first = segment;
  while (text.segments[first.index - 1]?.sentence === segment.sentence)
    first = text.segments[first.index - 1] as SegmentText;
  const [date] = spansWithin(text.reading.dates, first.first, first.first + 1);
  return date !== undefined && date.precision < 3 && /^و/.test(text.reading.tokens[first.first]?.norm ?? '');
}

/** A toll without a place goes on from the sentence before; agencies give nearly every sentence a paragraph of its own. */
function isNextTo(text: SectionText, before: Draft, segment: SegmentText): boolean {
  // «… خمسة قتلى. وأشار المدير إلى إصابة عشرين آخرين»: tolls go on from toll to toll.
  const told = before.casualties.at(-1)?.sentence;
  if (told !== undefined && told + 1 >= segment.sentence && text.section.heading === null) return true;
  const apart = segment.paragraph - before.segment.paragraph;
  if (apart === 0) return before.segment.sentence + 1 >= segment.sentence;
  return apart === 1 && text.section.heading === null && before.segment.sentence + 2 >= segment.sentence;
}

/** The last draft that begins no later than the segment. */
function latestBefore(open: readonly Draft[], segment: SegmentText): Draft | null {
  return open[countUpTo(open, segment) - 1] ?? null;
}

/** The last draft that fits, up to the segment and so many sentences before it; null where none does. */
export function latestFitting(
  open: readonly Draft[],
  segment: SegmentText,
  reach: number,
  fits: (draft: Draft) => boolean,
): Draft | null {
  for (let i = countUpTo(open, segment) - 1; i >= 0; i--) {
    const draft = open[i] as Draft;
    if (draft.segment.sentence + reach < segment.sentence) return null;
    if (fits(draft)) return draft;
  }
  return null;
}

/** How many drafts begin no later than the segment; drafts stand in text order. */
export function countUpTo(open: readonly Draft[], segment: SegmentText): number {
  let low = 0;
  let high = open.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((open[middle] as Draft).segment.index <= segment.index) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isEffect(segment: SegmentText): boolean {
  return segment.names.has('effect');
}

/** «سقوط شهيدين | بالإضافة لسقوط عشرات الجرحى | جراء القصف»: the connective only joins more of the hurt. */
function tellsMoreHarm({ triggers }: SegmentText): boolean {
  return triggers.length > 0 && triggers.every(({ lemma }) => HARM.has(lemma) || lemma === 'سقط');
}

/** «استشهد مدني | فضلا عن وجود عالقين … بقصف …»: the event's own word says by what they died. */
function isMeans(text: SectionText, draft: Draft, index: number): boolean {
  if (draft.segment.index !== index || draft.trigger.kind !== 'noun') return false;
  if (draft.segment.opener !== 'connective') return false;
  return /^ب(?!ين|عد)/.test(text.reading.tokens[draft.trigger.at]?.norm ?? '');
}

function opensWithAnd(text: SectionText, segment: SegmentText): boolean {
  return segment.conjunction && /^[وف]/.test(text.reading.tokens[segment.first]?.norm ?? '');
}

/** «سبع جثث لعناصر من الفصيل | قُتلوا في هجوم على …», «بجراح | أصيب بها في معارك …»: the verb of those told before. */
function diesThere(
  text: SectionText,
  { index, opener, conjunction, first }: SegmentText,
  draft: Draft,
): boolean {
  if (opener !== 'verb' || conjunction || draft.segment.index !== index) return false;
  const { names } = text.mark(first);
  if (names.includes('قتل')) return true;
  // «استشهد مواطنان في حي (أ) | أصابهما رصاص القناصة»
  if (!names.includes('أصيب')) return false;
  return isHitting(text.token(first).word) || isAt(text.reading.tokens, first + 1, isWithIt);
}

const isHitting = fitting(/^اصابت?(?:ه|ها|هما|هم|هن)$/);
const isWithIt = fitting(/^به(?:ا|م)?$/);

const DAMAGED = ['دمر', 'نهب', 'أسر', 'اغتنم'] as const;

/** «قُتل عنصران | وأُحرقت آليتهما في كمين عند …»: what the attack cost beside them. */
function costIn(
  text: SectionText,
  { index, opener, conjunction, names }: SegmentText,
  draft: Draft,
): boolean {
  if (opener !== 'verb' || !conjunction || draft.segment.index !== index || draft.trigger.kind !== 'noun')
    return false;
  if (!DAMAGED.some((name) => names.has(name))) return false;
  const { norm } = text.token(draft.trigger.at);
  return text.token(draft.trigger.at - 1).norm === 'في' || /^ب(?!ين|عد)/.test(norm);
}

const isWhere = fitting(/^و?(?:حيث|اذ)$/);

/** «خمسة شهداء في البلدة، | حيث سقطت قذائف على سوقها»: what killed them, at no other place. */
function explains(text: SectionText, { index, opener, first }: SegmentText, draft: Draft): boolean {
  if (opener !== 'connective' || draft.segment.index !== index || draft.source === 'own') return false;
  return (draft.frame === 'fire' || draft.frame === 'blast') && isWhere(text.token(first).word);
}

/** «خرجت مظاهرة | على خلفية مقتل شاب»: why, and no toll of it. */
function isReason(text: SectionText, { opener, first }: SegmentText): boolean {
  return opener === 'background' && text.reading.tokens[first + 1]?.norm === 'خلفيه';
}

/** «قتل شابان في داريا | وسقط قتيل متأثرا بجراحه في بلدة المليحة»: hurt before, at another place. */
function diedOfWoundsElsewhere(
  text: SectionText,
  segment: SegmentText,
  { last }: CasualtyDetail,
  { places }: Draft,
): boolean {
  if (!segment.conjunction || segment.opener !== 'verb') return false;
  if (!/^متاثر/.test(text.reading.tokens[last + 1]?.norm ?? '')) return false;
  const keys = new Set(places.map(placeKey));
  return segment.places.some((place) => place.use === 'location' && !keys.has(placeKey(place)));
}

const isWounded = fitting(/^متاثر(?:ا|ه|ين|ون)?$/);

/** «توفي طفل متأثرا بجراحه، | إذ | كان قد أصيب حين …»: how he was hurt is told after a connective. */
function isOfWounds(text: SectionText, { first, last }: SegmentText): boolean {
  for (let at = first; at <= last; at++) if (isWounded(text.token(at).word)) return true;
  return false;
}

/** «عدد من المسلحين قتلوا | ودمرت آلياتهم في …»: the fight that cost both. */
function costAlso({ segments }: SectionText, segment: SegmentText, bySegment: OpenDrafts['bySegment']) {
  const next = segments[segment.index + 1];
  if (next === undefined || next.sentence !== segment.sentence) return null;
  const draft = bySegment.get(next.index);
  return draft?.rule.id === 'destroyed' && next.conjunction && next.places.length > 0 ? draft : null;
}

/** «أصيب شاب | بعد | أن أطلق عليه مجهولون النار»: the cause is a clause. */
function isAfterThat({ segments }: SectionText, { opener, index }: SegmentText): boolean {
  const before = segments[index - 1];
  return opener === 'that' && before?.opener === 'cause' && before.first === before.last;
}

/** «جُرح طفل | أفضت جراحه إلى بتر قدمه بانفجار لغم»: an effect that ends in what hurt him. */
function isByIt(
  text: SectionText,
  { opener, index }: SegmentText,
  { segment, frame, trigger }: Draft,
): boolean {
  if (opener !== 'effect' || segment.index !== index || trigger.kind !== 'noun') return false;
  return (frame === 'fire' || frame === 'blast') && /^ب(?!ين|عد)/.test(text.token(trigger.at).norm);
}

/** «قتل ثلاثة | إثر غارة على …»: the event in the cause that follows, within the sentence. */
function causeAfter(
  text: SectionText,
  segment: SegmentText,
  finding: CasualtyDetail,
  bySegment: ReadonlyMap<number, Draft>,
): Draft | null {
  for (let index = segment.index + 1; index < text.segments.length; index++) {
    const next = text.segments[index] as SegmentText;
    if (next.sentence !== segment.sentence) return null;
    const draft = bySegment.get(index);
    // «قتل مدنيان | وأصيب آخر بقصف»: both are told of the same fire.
    const tellsOfMore =
      (next.opener === 'verb' || next.opener === 'noun') &&
      next.conjunction &&
      (next.names.has('أصيب') || next.names.has('قتل'));
    // «… ببراميل | ألقتها مروحية على حي السكري»: the verb tells of what killed them.
    const tellsHow = next.opener === 'verb' && draft?.frame === 'fire' && !opensWithAnd(text, next);
    if (draft) {
      // «توفي طفل متأثرا بجراحه | التي أصيب بها بقصف على …»
      const wounded = next.opener === 'relative' && next.names.has('أصيب');
      const causes =
        next.opener === 'cause' ||
        isAfterThat(text, next) ||
        tellsHow ||
        wounded ||
        isByIt(text, next, draft) ||
        // «ارتفع إلى 83 عدد القتلى | الذين سقطوا أمس في انفجارين»
        (finding.running && next.opener === 'relative') ||
        (tellsOfMore && draft.segment.index === index) ||
        diesThere(text, next, draft) ||
        costIn(text, next, draft) ||
        explains(text, next, draft);
      const harmed = finding.killed !== null || finding.injured !== null;
      return causes || (harmed && isMeans(text, draft, index)) ? draft : null;
    }
    // «41 مدنيا، | إضافة إلى عشرات الجرحى | جراء غارات»: the toll itself goes on.
    const goesOnInside = next.first <= finding.last;
    if (next.opener === 'connective' && !goesOnInside && !tellsMoreHarm(next) && !isOfWounds(text, segment))
      return null;
  }
  return null;
}
