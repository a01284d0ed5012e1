/**
 * Ties the dead and hurt to their event: in the event's own segment, in an effect after it («مما أدى إلى»), or before
 * it where the cause follows («قتل ثلاثة إثر غارة»). What no event takes stays untied.
 */
import { isAt } from '../../arabic/phrases.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import type { CasualtyGroup } from '../../model/vocabulary.ts';
import {
  causedLater,
  goingOn,
  isBoast,
  isOfUntold,
  leftBehind,
  namedCause,
  thereupon,
  toldBefore,
} from './attach-cause.ts';
import { countUpTo, firstOfThem, type OpenDrafts, ownerOf } from './attach-owner.ts';
import { firedUpon, isShooting, isShotElsewhere, joinsStruck, shotThere, summedUp } from './attach-place.ts';
import { ofAnother, placed, spotAhead, spotOf } from './attach-spot.ts';
import type { CasualtyDetail } from './casualties.ts';
import type { Draft } from './drafts.ts';
import type { SectionText, SegmentText } from './section-text.ts';
import { placeKey } from './siting.ts';
import { usablePlaces } from './usable-places.ts';

/** Puts the findings of a section on its drafts; returns those that no event takes. */
export function attachCasualties(
  text: SectionText,
  drafts: Draft[],
  findings: readonly CasualtyDetail[],
): CasualtyDetail[] {
  const open = drafts.filter((draft) => draft.block === null);
  const bySegment = new Map<number, Draft>();
  for (const draft of open) {
    // «جراء القصف بكافة الأسلحة الجوية والمدفعية»: of two events of one word, the one whose place is told.
    const known = bySegment.get(draft.segment.index);
    if (known === undefined || (known.source !== 'own' && draft.source === 'own'))
      bySegment.set(draft.segment.index, draft);
  }
  for (const draft of open) {
    for (let index = draft.segment.index; index <= draft.lastSegment; index++) {
      if (!bySegment.has(index)) bySegment.set(index, draft);
    }
  }
  for (const draft of open) {
    const cause = causeOf(text, draft);
    if (cause !== null && !bySegment.has(cause.index)) bySegment.set(cause.index, draft);
  }
  const drafted: OpenDrafts = { all: open, bySegment, blocked: blockedSentences(drafts) };
  const blocked = new Set(drafts.filter(({ block }) => block !== null).map(({ segment }) => segment.index));
  const untied: CasualtyDetail[] = [];
  let at = 0;
  let shooting: Draft | null = null;
  for (const [index, untold] of findings.entries()) {
    const before = findings[index - 1];
    while (at < text.segments.length && (text.segments[at]?.last ?? 0) < untold.first) at++;
    const opening = text.segments[at];
    if (opening === undefined) break;
    const finding = placed(text, untold, opening);
    const segment = deniedIn(text, opening, finding) ?? opening;
    const spot = spotOf(text, segment, finding);
    const there = spot === null || bySegment.has(segment.index) ? null : draftAt(spot, open, segment);
    const owner =
      finding.total ||
      (ownIn(segment, bySegment)?.rule.id === 'exchange' && finding.killed !== null) ||
      countsThoseAfter(text, finding, findings[index + 1], segment, bySegment) ||
      isOfBlocked(text, segment, finding, blocked, bySegment)
        ? null
        : (fightOf(finding, segment, open) ??
          causeBetween(finding, open, segment) ??
          ofThat(text, segment, finding, open) ??
          there ??
          thereupon(text, segment, bySegment) ??
          toldBefore(text, segment, finding, bySegment) ??
          namedCause(text, segment, open) ??
          causedLater(text, segment, finding, bySegment) ??
          leftBehind(text, segment, finding, bySegment) ??
          ownIn(segment, bySegment) ??
          goingOn(text, segment, finding, bySegment) ??
          bySegment.get(segment.index) ??
          ownerOf(text, segment, finding, drafted));
    const chosen =
      owner === null || isOfUntold(text, segment, owner) || isBoast(text, segment, owner)
        ? null
        : (ofItsPlace(owner, finding, open) ??
          firstOfThem(text, owner, open) ??
          raidMet(text, owner, segment, open) ??
          fightNamed(text, owner, finding, open) ??
          toldBeforeIt(text, owner, open) ??
          owner);
    const draft = chosen !== null && shooting !== null && isShotElsewhere(chosen, finding) ? null : chosen;
    if (draft !== null && before !== undefined && isSuperseded(text, segment, finding, before, draft)) {
      // Tolls go on from toll to toll, though this one counts nobody.
      const nobody = { ...finding, killed: null, injured: null, groups: {} };
      draft.casualties.push({
        sentence: segment.sentence,
        finding: nobody,
        at: undefined,
        shared: undefined,
      });
      continue;
    }
    if (draft === null) shooting ??= summedUp(segment, finding, drafts);
    if (draft && before !== undefined && isPartOf(text, before, finding) && countsFinding(draft, before))
      continue;
    if (draft) {
      refine(text, segment, draft, finding);
      // «قتل ثلاثة في (أ)، وأربعة في (ب) | جراء غارات»: each of them was struck.
      if (spot !== null && isHere(spot, draft, segment))
        draft.places = draft.casualties.some(({ at }) => at !== undefined) ? [...draft.places, spot] : [spot];
      const listed = before?.clause === finding.clause && finding.place !== null;
      if (listed && draft.frame === 'fire' && isBesideDead(draft, finding))
        draft.places = [...draft.places, finding.place as PlaceFound].sort((a, b) => a.first - b.first);
      const where = spot ?? spotAhead(text, segment, draft) ?? ofAnother(text, segment, draft);
      const shared = where === null ? isOfSeveral(draft) : undefined;
      const at = where === null ? undefined : placeKey(where);
      draft.casualties.push({ sentence: segment.sentence, finding, at, shared });
      if (isShooting(draft)) shooting ??= draft;
    } else {
      const told = finding.total ? null : firedUpon(segment, finding, open, before);
      const struck = told === null ? shotThere(text, segment, finding, shooting) : [told];
      if (struck.length > 0) {
        insert(drafts, struck, segment);
        insert(open, struck, segment);
      } else if (finding.total || !joinsStruck(text, segment, finding, open)) untied.push(finding);
    }
  }
  return untied;
}

/** The event that the segment itself tells, and none that goes on into it. */
function ownIn(segment: SegmentText, bySegment: ReadonlyMap<number, Draft>): Draft | null {
  const own = bySegment.get(segment.index);
  return own?.segment === segment ? own : null;
}

const isWas = fitting(/^و?كانت?$/);
const isEarlier = fitting(/^(?:اوليه|سابقه|سابق|اولا|سابقا)$/);

/** «وكانت حصيلة أولية أشارت إلى 17 قتيلا»: told before the toll that the news gives. */
function isSuperseded(
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

/** Puts drafts of a segment among others in text order. */
function insert(drafts: Draft[], more: readonly Draft[], segment: SegmentText): void {
  drafts.splice(countUpTo(drafts, segment), 0, ...more);
}

function countsFinding({ casualties }: Draft, finding: CasualtyDetail): boolean {
  return casualties.some((one) => one.finding === finding);
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

const isOfThem = fitting(/^من(?:هم|ها|هن)$/);
/** How far into a count «منهم» stands, and how far after those of whom it is a part. */
const OF_THEM_REACH = 3;
const PART_REACH = 12;

/** «مقتل 19 مدنيا، سقط 15 منهم»: a part of those just counted. */
function isPartOf(
  text: SectionText,
  { last, killed: whole }: CasualtyDetail,
  { first, killed: part }: CasualtyDetail,
): boolean {
  if (whole?.best == null || part?.best == null || part.best >= whole.best) return false;
  if (first <= last || first > last + PART_REACH) return false;
  for (let at = last + 1; at < first; at++) if (/^[.؛:]$/.test(text.token(at).norm)) return false;
  for (let at = first; at <= first + OF_THEM_REACH && at < text.to; at++)
    if (isOfThem(text.token(at).word)) return true;
  return false;
}

/** «مقتل 19 مدنيا، سقط 15 منهم في ضربات على (أ)»: those of whom only the part has an event, which follows it. */
function countsThoseAfter(
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

const isTheFight = fitting(/^(?:المعارك|الاشتباكات|المواجهات|القتال)$/);
/** How many sentences before «في المعارك» the fight may be told. */
const FIGHT_REACH = 3;

/** «فجر مقاتل نفسه … وقضى في المعارك سبعة مقاتلين»: of the fight told before, and not of the blast in it. */
function fightNamed(
  text: SectionText,
  owner: Draft,
  { first, last }: CasualtyDetail,
  open: readonly Draft[],
): Draft | null {
  if (owner.frame !== 'blast' && owner.frame !== 'fire') return null;
  let named = false;
  for (let at = first + 1; at <= Math.min(last + 2, text.to - 1) && !named; at++)
    named = isTheFight(text.token(at).word) && /^(?:في|خلال)$/.test(text.token(at - 1).norm);
  if (!named) return null;
  return latest(open, owner, FIGHT_REACH, ({ frame }) => frame === 'clash' || frame === 'gain');
}

/** The last draft that fits, up to the owner's segment and so many sentences before it. */
function latest(
  open: readonly Draft[],
  { segment }: Draft,
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

const ATTACKS = ['عدوان', 'قصف', 'غارة', 'هجوم'] as const;
/** How many sentences before the missiles shot down the raid may be told. */
const RAID_REACH = 2;

/** «شنت غارات …، وأسقطت الدفاعات بعض الصواريخ، وأدى العدوان إلى استشهاد اثنين»: of the raid, and not of what was shot down. */
function raidMet(
  text: SectionText,
  owner: Draft,
  segment: SegmentText,
  open: readonly Draft[],
): Draft | null {
  if (owner.type !== 'disrupted_weapons_use') return null;
  const before = text.segments[segment.index - 1];
  const told = ATTACKS.some((name) => segment.names.has(name) || (before?.names.has(name) ?? false));
  if (!told) return null;
  return latest(open, owner, RAID_REACH, ({ frame }) => frame === 'fire');
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

/** «أسفر القصف عن مقتل خمسة في (أ)، واثنين في (ب)»: beside dead at a place of the event, those at another. */
function isBesideDead({ casualties, places }: Draft, { place }: CasualtyDetail): boolean {
  const has = (one: PlaceFound | null) =>
    one !== null && places.some((known) => placeKey(known) === placeKey(one));
  return place?.geoPrecision === 1 && !has(place) && casualties.some(({ finding }) => has(finding.place));
}

function isOfSeveral({ places }: Draft): boolean {
  return places.length > 1 && new Set(places.map(placeKey)).size > 1;
}

const isInIt = fitting(/^(?:فيها|فيه|خلالها|خلاله)$/);

/** «بعد أسابيع من مواجهات دامية قُتل فيها المئات»: the dead of what is no event here are nobody else's. */
function isOfBlocked(
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

/** «ولم | يسفر سقوط صاروخ على تسيل عن إصابات»: the denial belongs to what its verb governs, in the next segment. */
function deniedIn(text: SectionText, opening: SegmentText, finding: CasualtyDetail): SegmentText | null {
  if (!finding.zero || opening.triggers.length > 0) return null;
  let denied: SegmentText | null = null;
  // «ولم | تسفر قذيفتان | سقطتا قرب (أ) عن أي إصابات»
  for (let index = opening.index + 1; index <= opening.index + 2; index++) {
    const next = text.segments[index];
    if (next === undefined || next.first > finding.last || next.sentence !== opening.sentence) break;
    if (denied !== null && next.conjunction) break;
    denied = next;
  }
  return denied;
}

const PAST: ReadonlySet<string> = new Set(['history', 'background', 'habit']);

/** Sentences that only look back: their dead are of what was. */
function blockedSentences(drafts: readonly Draft[]): Set<number> {
  const blocked = new Set<number>();
  for (const { block, segment } of drafts)
    if (block !== null && PAST.has(block)) blocked.add(segment.sentence);
  for (const { block, segment } of drafts) if (block === null) blocked.delete(segment.sentence);
  return blocked;
}

/** How many sentences before a definite noun the event that it takes up may be told. */
const TAKEN_UP_REACH = 2;

/** «قصفت … بلدة (أ). وكان المسعفون أعلنوا عقب القصف مقتل ثلاثة»: the event told just before, and no other. */
function toldBeforeIt(text: SectionText, owner: Draft, open: readonly Draft[]): Draft | null {
  const { trigger, segment, type, source } = owner;
  if (source !== 'none' || trigger.kind !== 'noun') return null;
  const { words } = text.mark(trigger.at);
  if (!words.some(({ lemma, definite }) => lemma === trigger.lemma && definite)) return null;
  let at = countUpTo(open, segment) - 1;
  while (at > 0 && open[at] !== owner) at--;
  const before = open[at - 1];
  if (before === undefined || before.type !== type || before.places.length === 0) return null;
  return before.segment.sentence + TAKEN_UP_REACH >= segment.sentence ? before : null;
}

/** How many sentences before a toll the event of its place may stand. */
const RETOLD_REACH = 3;

/** «غارات على إدلب وأريحا. … وأسفرت الغارات عن … وإصابة ثمانية في أريحا»: of the raids told first, where it was struck. */
function ofItsPlace(owner: Draft, { place }: CasualtyDetail, open: readonly Draft[]): Draft | null {
  const key = place === null ? null : placeKey(place);
  if (key === null || isAtPlace(owner, key)) return null;
  if (owner.source === 'own') return besideOwner(owner, key, open);
  for (let i = countUpTo(open, owner.segment) - 1; i >= 0; i--) {
    const draft = open[i] as Draft;
    if (draft.segment.sentence + RETOLD_REACH < owner.segment.sentence) return null;
    if (draft.type === owner.type && isAtPlace(draft, key)) return draft;
  }
  return null;
}

/** «أصيبت شقيقتها | جراء قنبلة يدوية | ألقاها مجهولون على منزل»: the cause whose verb tells the event. */
function causeOf(text: SectionText, { segment, frame }: Draft): SegmentText | null {
  if ((frame !== 'fire' && frame !== 'blast') || segment.opener !== 'verb' || segment.conjunction)
    return null;
  const cause = text.segments[segment.index - 1];
  return cause?.opener === 'cause' && cause.sentence === segment.sentence ? cause : null;
}

function isAtPlace({ places }: Draft, key: string): boolean {
  return places.some((one) => placeKey(one) === key);
}

/** «غارتين على (أ) و(ب)، بالتزامن مع قصف على (ج)، ما أسفر عن خمسة شهداء في (ب)»: of the one that struck their place. */
function besideOwner({ frame, segment }: Draft, key: string, open: readonly Draft[]): Draft | null {
  if (frame !== 'fire') return null;
  let found: Draft | null = null;
  for (let i = countUpTo(open, segment) - 1; i >= 0; i--) {
    const draft = open[i] as Draft;
    if (draft.segment.sentence !== segment.sentence) break;
    if (draft.frame === 'fire' && draft.segment.index < segment.index && isAtPlace(draft, key)) found = draft;
  }
  return found;
}

/** The event of the same sentence that was told of that place, the latest first. */
function draftAt(spot: PlaceFound, open: readonly Draft[], segment: SegmentText): Draft | null {
  const key = placeKey(spot);
  for (let i = open.length - 1; i >= 0; i--) {
    const draft = open[i] as Draft;
    if (draft.segment.index > segment.index) continue;
    if (draft.segment.sentence !== segment.sentence) return null;
    if (draft.places.some((place) => placeKey(place) === key)) return draft;
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

/** «قتل شاب في حي البياضة | إثر إطلاق رصاص»: the cause that tells no place of its own happened there. */
function isHere(spot: PlaceFound, draft: Draft, segment: SegmentText): boolean {
  if (draft.source !== 'sentence' || spot.place === null || spot.geoPrecision === 3) return false;
  const [place] = draft.places;
  // «قتلى في أحياء (أ) و(ب) | جراء البراميل»: all of them.
  if (draft.places.length > 1 && draft.places.includes(spot)) return false;
  return draft.segment.index > segment.index && spot.governorate === place?.governorate;
}

/** «غارات على محافظة حلب … خمسة قتلى في بلدة أورم الكبرى»: where they died is where it struck. */
function refine(text: SectionText, segment: SegmentText, draft: Draft, { place }: CasualtyDetail): void {
  if (place !== null && (place.place === null || place.geoPrecision < 3) && isOfMany(text, draft)) {
    // «على أحياء مدينة حلب، حيث استشهد 14 في المعصرانية، وتسعة في الصالحين»: each of them was struck.
    draft.places = [...(draft.spread ? draft.places : draft.places.slice(1)), place];
    draft.spread = true;
    draft.evidence += 1;
    return;
  }
  if (segment.index === draft.segment.index || draft.places.some((place) => place.geoPrecision < 3)) return;
  const places = usablePlaces(text, segment).filter(
    (place) => place.use === 'location' && place.place !== null && place.geoPrecision < 3,
  );
  const known = new Set(draft.places.map((place) => place.governorate));
  const finer = places.filter((place) => known.has(place.governorate));
  if (finer.length === 0) return;
  draft.places = finer.slice(0, 1);
  draft.spread = true;
  draft.evidence += 2;
}

const MANY = /^(?:و?[بل]?)?(?:ال)?(?:احياء|بلدات|قري|قرى|مدن|مناطق|ارياف)/;

const DEFINITELY_MANY = /^و?(?:ب|ل)?ال(?:احياء|بلدات|قري|مدن|مناطق)$/;

/** The event is told of the quarters or villages of one place, without their names. */
function isOfMany(text: SectionText, draft: Draft): boolean {
  if (draft.spread) return true;
  const [only, another] = draft.places;
  if (only === undefined || draft.source !== 'own') return false;
  // «على بلدات الغوطة الشرقية، حيث سقط خمسة شهداء في دوما وشهيدان في حرستا»
  if (
    another !== undefined &&
    (only.geoPrecision < 2 || draft.places.some((one) => one !== only && one.geoPrecision > 1))
  )
    return false;
  // «قصف على الغوطة: 7 قتلى في دوما و5 في حرستا»: a region is struck where its dead are.
  if (only.geoPrecision === 3 || only.place?.level === 'area') return true;
  // «على الأحياء المحاصرة في مدينة …»
  return [0, 1, 2, 3, 4].some((back) => {
    const norm = text.reading.tokens[only.first - back]?.norm ?? '';
    return back < 3 ? MANY.test(norm) : DEFINITELY_MANY.test(norm);
  });
}
