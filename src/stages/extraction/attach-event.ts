/** The event that a toll's own words are nearest to, by one reason after the other. */
import { fitting } from '../../arabic/word-memory.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import type { Count } from '../../model/mention.ts';
import type { CasualtyGroup } from '../../model/vocabulary.ts';
import { causedLater, goingOn, leftBehind, namedCause, thereupon, toldBefore } from './attach-cause.ts';
import { countUpTo, latestFitting, type OpenDrafts, ownerOf } from './attach-owner.ts';
import { isAtPlace } from './attach-spot.ts';
import type { CasualtyDetail } from './casualties.ts';
import { DISPUTE } from './combine.ts';
import type { Draft } from './drafts.ts';
import type { SectionText, SegmentText } from './section-text.ts';
import { placeKey } from './siting.ts';

/** The event of a toll in `segment`, the nearest reason first; null where none takes it. `spot` is where they fell. */
export function nearestEvent(
  text: SectionText,
  segment: SegmentText,
  finding: CasualtyDetail,
  spot: PlaceFound | null,
  drafted: OpenDrafts,
): Draft | null {
  const { all: open, bySegment } = drafted;
  const there = spot === null || bySegment.has(segment.index) ? null : draftAt(spot, open, segment);
  return (
    countedUpTo(text, finding, segment, open) ??
    fightOf(finding, segment, open) ??
    causeBetween(finding, open, segment) ??
    ofThat(text, segment, finding, open) ??
    there ??
    attemptedNext(text, segment, bySegment) ??
    struckThere(text, segment, finding, bySegment) ??
    thereupon(text, segment, bySegment) ??
    toldBefore(text, segment, finding, bySegment) ??
    namedCause(text, segment, open) ??
    causedLater(text, segment, finding, bySegment) ??
    leftBehind(text, segment, finding, bySegment) ??
    ownIn(segment, bySegment) ??
    goingOn(text, segment, finding, bySegment) ??
    bySegment.get(segment.index) ??
    ownerOf(text, segment, finding, drafted) ??
    risenSince(finding, segment, open) ??
    takenUp(text, segment, finding, open)
  );
}

/** Acts that another teller takes up by their name, and the frames in which they were told. */
const isTheBlast = fitting(/^[بو]?ال(?:تفجير|تفجيرات|تفجيرين|انفجار|انفجارات|انفجارين|سياره|شاحنه)$/);
const isTheFire = fitting(/^[بو]?ال(?:غاره|غارات|غارتين|قصف|ضربه|ضربات)$/);
const isTheAttack = fitting(/^[بو]?ال(?:هجوم|هجمات|عمليه|مجزره|كمين|اعتداء|جريمه)$/);
/** How many sentences before another's figure the event may be told, and how far before the figure its name. */
const NAMED_REACH = 6;
const NAME_BACK = 14;

/** «… مقتل 21. في المقابل أوردت سانا أن "التفجير الجبان" أدى إلى استشهاد 18»: of the event that the words take up. */
function takenUp(
  text: SectionText,
  segment: SegmentText,
  { first, place, total, killed, injured }: CasualtyDetail,
  open: readonly Draft[],
): Draft | null {
  if (total || (killed ?? injured) === null || (place === null && segment.places.length > 0)) return null;
  const key = place === null ? null : placeKey(place);
  const start = text.segments[text.sentenceStart(segment)]?.first ?? segment.first;
  for (let at = first - 1; at >= start && at >= first - NAME_BACK; at--) {
    const { word } = text.token(at);
    const blast = isTheBlast(word);
    const fire = isTheFire(word);
    if (!blast && !fire && !isTheAttack(word)) continue;
    return latestFitting(
      open,
      segment,
      NAMED_REACH,
      (draft) =>
        (killed === null || isOfSize(draft, killed)) &&
        (key === null || isAtPlace(draft, key)) &&
        draft.source === 'own' &&
        DEADLY_FRAMES.has(draft.frame) &&
        (!blast || draft.frame === 'blast') &&
        (!fire || draft.frame === 'fire'),
    );
  }
  return null;
}

/** Two tellers of one event differ by no more than this. */
const MOST_APART = 2;

/** Whether the figure may be of the dead whom the event counts: a boast of many more is not. */
function isOfSize({ casualties }: Draft, { low, high }: Count): boolean {
  if (casualties.length === 0) return true;
  const most = mostKilled(casualties);
  return low !== null && low === high && low * MOST_APART >= most && low < most * DISPUTE;
}

/** The largest number of dead that an event counts, without its totals; 0 where it counts none. */
function mostKilled(casualties: Draft['casualties']): number {
  return Math.max(0, ...casualties.map(({ finding }) => (finding.total ? 0 : (finding.killed?.low ?? 0))));
}

const DEADLY_FRAMES: ReadonlySet<Draft['frame']> = new Set(['fire', 'blast', 'harm', 'clash']);

/** How many segments after the people the relative may stand. */
const RELATIVE_REACH = 2;

/** «استشهاد شخصين وإصابة ثمانية في مدينة (أ) | التي طالتها 15 قذيفة»: of what befell the place where they fell. */
function struckThere(
  text: SectionText,
  { index, sentence }: SegmentText,
  { place }: CasualtyDetail,
  bySegment: ReadonlyMap<number, Draft>,
): Draft | null {
  if (place === null || bySegment.has(index)) return null;
  for (let at = index + 1; at <= index + RELATIVE_REACH; at++) {
    const next = text.segments[at];
    if (next?.sentence !== sentence) return null;
    const draft = next.opener === 'relative' ? bySegment.get(at) : undefined;
    if (draft?.segment === next && isAtPlace(draft, placeKey(place))) return draft;
  }
  return null;
}

/** «حيدت قواتها أربعة من عناصر التنظيم | حاولوا التسلل من محور (أ)»: killed in what the next words tell them to have tried. */
function attemptedNext(
  text: SectionText,
  { index, sentence }: SegmentText,
  bySegment: ReadonlyMap<number, Draft>,
): Draft | null {
  const next = text.segments[index + 1];
  if (next?.sentence !== sentence || next.opener !== 'verb' || next.conjunction) return null;
  const draft = next.names.has('attempt') ? bySegment.get(next.index) : undefined;
  return draft?.segment === next && draft.frame === 'clash' ? draft : null;
}

/** How many sentences after its event a toll may be told to have risen. */
const RISEN_REACH = 4;
/** It has risen at most so many times over. */
const RISEN_TIMES = 3;

/** «قتل ستة بتفجير في (أ). … وأعلنت الوزارة لاحقا أن عدد القتلى ارتفع إلى ثمانية»: of the event whose dead were fewer. */
function risenSince(
  { running, killed, place }: CasualtyDetail,
  segment: SegmentText,
  open: readonly Draft[],
): Draft | null {
  if (!running || killed?.low == null || place !== null || segment.places.length > 0) return null;
  const now = killed.low;
  return latestFitting(open, segment, RISEN_REACH, ({ casualties }) => {
    const most = mostKilled(casualties);
    return most > 1 && most <= now && now <= most * RISEN_TIMES;
  });
}

/** How many sentences after the others one more of them may be told. */
const RANK_REACH = 4;
/** How far after him his wounds are told. */
const WOUNDS_REACH = 4;
const isOfWounds = fitting(/^(?:منهم|منهن|متاثر(?:ا|ه)?|جثه|جثمان|بجراح(?:ه|ها)|بجروح(?:ه|ها))$/);

/** «… مقتل ثلاثة. وتوفي رابع متأثرا بجراحه»: of the event that counts so many before him. */
function countedUpTo(
  text: SectionText,
  { rank, first, last }: CasualtyDetail,
  segment: SegmentText,
  open: readonly Draft[],
): Draft | null {
  if (rank === null) return null;
  // «بينما قتل ثالث برصاص مجهولين في (ب)»: of something else.
  let wounded = false;
  for (let at = first; at <= last + WOUNDS_REACH && at < text.to; at++)
    wounded ||= isOfWounds(text.token(at).word);
  if (!wounded) return null;
  return latestFitting(open, segment, RANK_REACH, ({ casualties }) =>
    casualties.some(({ finding: { killed } }) => killed?.high === rank - 1),
  );
}

/** The event that the segment itself tells, and none that goes on into it. */
export function ownIn(segment: SegmentText, bySegment: ReadonlyMap<number, Draft>): Draft | null {
  const own = bySegment.get(segment.index);
  return own?.segment === segment ? own : null;
}

/** Whose dead are counted apart in a fight. */
const STATE_SIDE = 'government';
const OTHER_SIDES: readonly CasualtyGroup[] = ['opposition', 'isis', 'hts', 'sdf', 'other_fighters'];

/**
 * «اشتباكات …، وسط غارات على محاور القتال، ومعلومات عن مقتل 6 من قوات النظام و3 من الفصائل»: the dead of both sides are
 * of the fight told in the sentence, and not of the raids that went with it. Null where only one side is counted.
 */
function fightOf({ groups }: CasualtyDetail, segment: SegmentText, open: readonly Draft[]): Draft | null {
  if (groups[STATE_SIDE]?.killed == null || !OTHER_SIDES.some((side) => groups[side]?.killed != null))
    return null;
  let struck = false;
  for (let i = countUpTo(open, segment) - 1; i >= 0; i--) {
    const draft = open[i] as Draft;
    if (draft.segment.sentence !== segment.sentence) return null;
    if (draft.type === 'armed_clash' && draft.frame === 'clash') return struck ? draft : null;
    struck ||= draft.frame === 'fire';
  }
  return null;
}

/** «و9 مواطنين استشهدوا جراء غارات على بلدة (أ)»: the event that stands between people and the place told with them. */
function causeBetween(
  { last, place }: CasualtyDetail,
  open: readonly Draft[],
  segment: SegmentText,
): Draft | null {
  if (place === null) return null;
  const key = placeKey(place);
  // Of the segment and those up to the place: to look at all of a section would be no linear time.
  let i = countUpTo(open, segment);
  while (i > 0 && open[i - 1]?.segment.index === segment.index) i--;
  for (; i < open.length; i++) {
    const draft = open[i] as Draft;
    const { segment: its, source, trigger } = draft;
    if (its.sentence !== segment.sentence || its.first > place.first) return null;
    const between = last < trigger.at && trigger.at < place.first;
    if (between && source === 'own' && isAtPlace(draft, key)) return draft;
  }
  return null;
}

const isTheAct = fitting(/^[بو]?ال(?:ضربه|غاره|غارات|ضربات|هجوم|قصف|استهداف|تفجير|انفجار|عمليه)$/);
const isSame = fitting(/^(?:ذات|نفس)(?:ها|ه)$/);
const isCause = fitting(/^(?:جراء|اثر|نتيجه|بسبب)$/);

/** «واصلت القوات قصفها على (أ)، وقتل جراء ذلك أربعة»: of the event just told. */
function ofThat(
  text: SectionText,
  segment: SegmentText,
  { first, last }: CasualtyDetail,
  open: readonly Draft[],
): Draft | null {
  let told = false;
  for (let at = first - 1; at <= last + 1 && at + 1 < text.to && !told; at++)
    told =
      at > text.from &&
      ((isCause(text.token(at).word) && text.token(at + 1).norm === 'ذلك') ||
        // «مقتل أربعة في الضربة ذاتها»
        (isTheAct(text.token(at).word) && isSame(text.token(at + 1).word)));
  if (!told) return null;
  const draft = open[countUpTo(open, segment) - 1];
  return draft !== undefined && draft.segment.sentence + 1 >= segment.sentence ? draft : null;
}

/** The event of the same sentence that was told of that place, the latest first. */
function draftAt(spot: PlaceFound, open: readonly Draft[], segment: SegmentText): Draft | null {
  const key = placeKey(spot);
  return latestFitting(open, segment, 0, (draft) => isAtPlace(draft, key));
}
