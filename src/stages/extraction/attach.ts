/**
 * Ties the dead and hurt to their event: in the event's own segment, in an effect after it («مما أدى إلى»), or before
 * it where the cause follows («قتل ثلاثة إثر غارة»). What no event takes stays untied.
 */
import type { PlaceFound } from '../../knowledge/types.ts';
import type { CasualtyDetail } from './casualties.ts';
import type { Draft } from './drafts.ts';
import { placeKey } from './fold.ts';
import type { SectionText, SegmentText } from './section-text.ts';
import { usablePlaces } from './usable-places.ts';

/** Puts the findings of a section on its drafts; returns those that no event takes. */
export function attachCasualties(
  text: SectionText,
  drafts: Draft[],
  findings: readonly CasualtyDetail[],
): CasualtyDetail[] {
  const open = drafts.filter((draft) => draft.block === null);
  const bySegment = new Map<number, Draft>();
  for (const draft of open)
    if (!bySegment.has(draft.segment.index)) bySegment.set(draft.segment.index, draft);
  for (const draft of open) {
    for (let index = draft.segment.index; index <= draft.lastSegment; index++) {
      if (!bySegment.has(index)) bySegment.set(index, draft);
    }
  }
  const untied: CasualtyDetail[] = [];
  let at = 0;
  for (const finding of findings) {
    while (at < text.segments.length && (text.segments[at]?.last ?? 0) < finding.first) at++;
    const opening = text.segments[at];
    if (opening === undefined) break;
    const segment = deniedIn(text, opening, finding) ?? opening;
    const spot = spotOf(text, segment, finding);
    const there = spot === null || bySegment.has(segment.index) ? null : draftAt(spot, open, segment);
    const draft = finding.total
      ? null
      : (there ?? bySegment.get(segment.index) ?? ownerOf(text, segment, open, bySegment));
    if (draft) {
      refine(text, segment, draft, finding);
      const where = spot ?? spotAhead(text, segment, draft);
      const at = where === null ? {} : { at: placeKey(where) };
      draft.casualties.push({ sentence: segment.sentence, finding, ...at });
    } else {
      const told = finding.total ? null : firedUpon(segment, finding, open);
      if (told === null) untied.push(finding);
      else {
        drafts.push(told);
        open.push(told);
      }
    }
  }
  return untied;
}

/** «ولم | يسفر سقوط صاروخ على تسيل عن إصابات»: the denial belongs to what its verb governs, in the next segment. */
function deniedIn(text: SectionText, opening: SegmentText, finding: CasualtyDetail): SegmentText | null {
  const next = text.segments[opening.index + 1];
  if (!finding.zero || opening.triggers.length > 0 || next === undefined || next.first > finding.last)
    return null;
  return next.sentence === opening.sentence ? next : null;
}

/** How many sentences after the fire its dead may be told. */
const TOLL_REACH = 3;

/**
 * «قصف النظام ريفي إدلب وحماة. … فيما استشهد مدنيان في كفرعين، وشهيد في حيش»: dead told of a place with no cause of
 * their own, after fire on the land around it, are of that fire. Null for any other.
 */
function firedUpon(segment: SegmentText, finding: CasualtyDetail, open: readonly Draft[]): Draft | null {
  const { place } = finding;
  if (place === null || finding.zero || segment.triggers.some(({ lemma }) => !HARM.has(lemma))) return null;
  const fire = latestBefore(open, segment);
  if (fire === null || fire.frame !== 'fire' || fire.segment.sentence + TOLL_REACH < segment.sentence)
    return null;
  const wide =
    fire.spread === true ||
    fire.places.some(({ geoPrecision, place: known }) => geoPrecision === 3 || known?.level === 'adm1');
  if (!wide) return null;
  return {
    ...fire,
    segment,
    places: [place],
    source: 'own',
    weapons: new Set(fire.weapons),
    casualties: [{ sentence: segment.sentence, finding }],
    lastSegment: segment.index,
    civilians: segment.names.has('civil'),
    day: null,
    spread: true,
    evidence: fire.evidence + 2,
  };
}

/** Words that tell of people killed or hurt, and not of what did it. */
const HARM = new Set(['قتل', 'أصيب', 'ضحية', 'جريح']);

/** Where the people of a finding were: the place told with them, or the only one told in their segment after them. */
function spotOf(text: SectionText, segment: SegmentText, finding: CasualtyDetail): PlaceFound | null {
  if (finding.place !== null) return finding.place;
  const after = usablePlaces(text, segment).filter(
    (place) => place.use === 'location' && place.first > finding.last,
  );
  return after.length === 1 ? (after[0] ?? null) : null;
}

/** «أصيب أربعة | جراء غارات | استهدفت … في بلدة …»: of the event's several places, the one that their own cause tells. */
function spotAhead(text: SectionText, segment: SegmentText, draft: Draft): PlaceFound | null {
  if (draft.places.length < 2) return null;
  const keys = new Set(draft.places.map(placeKey));
  for (let index = segment.index + 1; index <= draft.lastSegment; index++) {
    const next = text.segments[index] as SegmentText;
    if (next.sentence !== segment.sentence || next.opener === 'connective') return null;
    const told = usablePlaces(text, next).filter((place) => keys.has(placeKey(place)));
    if (told.length > 0) return told.length === 1 ? (told[0] ?? null) : null;
  }
  return null;
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

/** «غارات على محافظة حلب … خمسة قتلى في بلدة أورم الكبرى»: where they died is where it struck. */
function refine(text: SectionText, segment: SegmentText, draft: Draft, { place }: CasualtyDetail): void {
  if (place !== null && (place.place === null || place.geoPrecision < 3) && isOfMany(text, draft)) {
    // «على أحياء مدينة حلب، حيث استشهد 14 في المعصرانية، وتسعة في الصالحين»: each of them was struck.
    draft.places = draft.spread ? [...draft.places, place] : [place];
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

/** The event is told of the quarters or villages of one place, without their names. */
function isOfMany(text: SectionText, draft: Draft): boolean {
  if (draft.spread) return true;
  const [only, another] = draft.places;
  if (only === undefined || another !== undefined || draft.source !== 'own') return false;
  return [0, 1, 2].some((back) => MANY.test(text.reading.tokens[only.first - back]?.norm ?? ''));
}

function ownerOf(
  text: SectionText,
  segment: SegmentText,
  open: readonly Draft[],
  bySegment: ReadonlyMap<number, Draft>,
): Draft | null {
  const following = causeAfter(text, segment, bySegment);
  if (following && !isEffect(segment)) return following;
  const before = latestBefore(open, segment);
  if (before && before.segment.sentence === segment.sentence) return before;
  if (following) return following;
  if (before && isNextTo(text, before, segment)) {
    if (isEffect(segment)) return before;
    const caused = before.casualties.length > 0 && hasOwnCause(text, segment);
    return segment.places.length === 0 && !caused ? before : null;
  }
  return null;
}

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
    return next.places.length > 0 || !/^(?:ب|ل)?ال/.test(text.reading.tokens[next.first + 1]?.norm ?? '');
  }
  return false;
}

/** A toll without a place goes on from the sentence before; agencies give nearly every sentence a paragraph of its own. */
function isNextTo(text: SectionText, before: Draft, segment: SegmentText): boolean {
  const apart = segment.paragraph - before.segment.paragraph;
  if (apart === 0) return before.segment.sentence + 1 >= segment.sentence;
  return apart === 1 && text.section.heading === null && before.segment.sentence + 2 >= segment.sentence;
}

/** The last draft that begins no later than the segment; drafts stand in text order. */
function latestBefore(open: readonly Draft[], segment: SegmentText): Draft | null {
  let low = 0;
  let high = open.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((open[middle] as Draft).segment.index <= segment.index) low = middle + 1;
    else high = middle;
  }
  return open[low - 1] ?? null;
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

/** «قتل ثلاثة | إثر غارة على …»: the event in the cause that follows, within the sentence. */
function causeAfter(
  text: SectionText,
  segment: SegmentText,
  bySegment: ReadonlyMap<number, Draft>,
): Draft | null {
  for (let index = segment.index + 1; index < text.segments.length; index++) {
    const next = text.segments[index] as SegmentText;
    if (next.sentence !== segment.sentence) return null;
    const draft = bySegment.get(index);
    // «قتل مدنيان | وأصيب آخر بقصف»: both are told of the same fire.
    const goesOn =
      next.opener === 'verb' && next.conjunction && (next.names.has('أصيب') || next.names.has('قتل'));
    // «… ببراميل | ألقتها مروحية على حي السكري»: the verb tells of what killed them.
    const tellsHow = next.opener === 'verb' && draft?.frame === 'fire' && !opensWithAnd(text, next);
    if (draft) {
      const causes = next.opener === 'cause' || tellsHow || (goesOn && draft.segment.index === index);
      return causes || isMeans(text, draft, index) ? draft : null;
    }
    if (next.opener === 'connective' && !tellsMoreHarm(next)) return null;
  }
  return null;
}
