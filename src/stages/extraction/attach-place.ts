/** Ties dead and hurt that no event's own words tell to the fire or the blast that struck their place. */
import type { PlaceFound } from '../../knowledge/types.ts';
import { countUpTo, HARM, latestFitting } from './attach-owner.ts';
import type { CasualtyDetail } from './casualties.ts';
import { alike, type Draft } from './drafts.ts';
import type { SectionText, SegmentText } from './section-text.ts';
import { placeKey } from './siting.ts';
import { usablePlaces } from './usable-places.ts';

/** How many sentences after the fire its dead may be told. */
const TOLL_REACH = 3;

/**
 * «قصف النظام ريفي إدلب وحماة. … فيما استشهد مدنيان في كفرعين، وشهيد في حيش»: dead told of a place with no cause of
 * their own, after fire on the land or the town around it, are of that fire. Null for any other. `before` is the finding
 * told before it.
 */
export function firedUpon(
  segment: SegmentText,
  finding: CasualtyDetail,
  open: readonly Draft[],
  before: CasualtyDetail | undefined,
): Draft | null {
  const { place } = finding;
  if (place === null || finding.zero || segment.triggers.some(({ lemma }) => !HARM.has(lemma))) return null;
  const fire = open[countUpTo(open, segment) - 1] ?? null;
  if (fire === null || fire.frame !== 'fire' || fire.segment.sentence + TOLL_REACH < segment.sentence)
    return null;
  const wide =
    fire.spread === true ||
    fire.places.some(({ geoPrecision, place: known }) => geoPrecision === 3 || known?.level === 'adm1');
  if (!wide && !isQuarterOf(place, fire) && !isBesideStruck(finding, before, fire)) return null;
  const told = alike(fire, { segment, places: [place] });
  told.casualties.push({ sentence: segment.sentence, finding, at: undefined, shared: undefined });
  told.spread = true;
  told.evidence += 2;
  return told;
}

/** So many dead at least does a source count in the land before it tells them by place. */
const MANY_SHOT = 10;
const NOBODY: readonly Draft[] = [];
const LIVED_IN: ReadonlySet<string> = new Set(['adm4', 'neighbourhood', 'camp']);

/**
 * «سقط 43 شخصا برصاص قوات الأمن. … ستة قتلى في العاصمة، … واثنان في كل من القدم وكفرسوسة، وثلاثة في حرستا»: the dead of a
 * day of shootings (`shooting`, told before) by the towns and quarters where they fell. None for any other.
 */
export function shotThere(
  text: SectionText,
  segment: SegmentText,
  finding: CasualtyDetail,
  shooting: Draft | null,
): readonly Draft[] {
  const { place, killed, each, last, zero } = finding;
  if (shooting === null || zero || killed === null || killed.low === null || killed.low !== killed.high)
    return NOBODY;
  if (segment.triggers.some(({ lemma }) => !HARM.has(lemma) && lemma !== 'سقط')) return NOBODY;
  const places = each
    ? usablePlaces(text, segment).filter(({ first, use }) => first > last && use === 'location')
    : place === null
      ? []
      : [place];
  const exact = places.filter((one) => one.geoPrecision === 1 && LIVED_IN.has(one.place?.level ?? ''));
  return exact.map((one) => {
    const told = alike(shooting, { segment, places: [one] });
    told.casualties.push({ sentence: segment.sentence, finding, at: placeKey(one), shared: undefined });
    told.evidence += 2;
    return told;
  });
}

/** An event told by shots, or massacres, with so many dead that their places are told after it. */
export function isShooting(draft: Draft): boolean {
  const { rule, segment, casualties } = draft;
  if (!isMassacre(draft) && !(SHOOTINGS.has(rule.id) && segment.names.has('shots'))) return false;
  return casualties.some(({ finding }) => (finding.killed?.low ?? 0) >= MANY_SHOT);
}

/** «سقط 43 شخصا برصاص قوات الأمن، أغلبهم في حمص»: no event itself, and yet the shooting of those told by place after it. */
export function summedUp(
  segment: SegmentText,
  { killed }: CasualtyDetail,
  drafts: readonly Draft[],
): Draft | null {
  if ((killed?.low ?? 0) < MANY_SHOT) return null;
  const massacre = latestFitting(drafts, segment, HEADLINE_REACH, isMassacre);
  if (massacre !== null) return massacre;
  const { index, names } = segment;
  if (!names.has('sum') || !names.has('shots')) return null;
  const sum = drafts.find(({ segment: its, rule }) => its.index === index && SHOOTINGS.has(rule.id));
  return sum === undefined ? null : alike(sum, { block: null });
}

/** How many sentences after a headline of massacres their dead may be told. */
const HEADLINE_REACH = 2;

function isMassacre({ rule, frame, block }: Draft): boolean {
  return rule.id === 'massacre' && frame === 'harm' && block === null;
}

/** «قتيلان في حي (أ)، وثلاثة قتلى في بلدة (ب)»: each shot at a place of their own. */
export function isShotElsewhere(draft: Draft, { place }: CasualtyDetail): boolean {
  const { rule, places } = draft;
  if (!(SHOOTINGS.has(rule.id) || isMassacre(draft)) || place === null || place.geoPrecision > 1)
    return false;
  return places.length > 0 && places.every((one) => placeKey(one) !== placeKey(place));
}

const SHOOTINGS: ReadonlySet<string> = new Set(['killed-by-hand', 'fallen', 'protest-shot']);

/** «غارات على مدينة حلب. وقتل ثلاثة في حي القاطرجي»: a quarter of the town that was struck. */
function isQuarterOf({ place }: PlaceFound, { places }: Draft): boolean {
  return place?.level === 'neighbourhood' && places.some((one) => one.place?.id === place.parent);
}

/** «قصف حي (أ). … 12 قتيلا في حي (أ) وقتيل في حي (ب)»: beside the dead of the place that was struck. */
function isBesideStruck(finding: CasualtyDetail, before: CasualtyDetail | undefined, fire: Draft): boolean {
  if (before === undefined || before.place === null || before.clause !== finding.clause) return false;
  const key = placeKey(before.place);
  const parent = finding.place?.place?.parent;
  return parent != null && fire.places.some((one) => placeKey(one) === key && one.place?.parent === parent);
}

/** What somebody at its place may tell the hurt of. */
const STRIKES: ReadonlySet<Draft['frame']> = new Set(['fire', 'blast', 'clash']);

/** How many sentences after the fire somebody at the place may tell of its hurt. */
const VOICE_REACH = 5;

/**
 * «قصف حي (أ). … وقال طبيب في (أ): لدينا 40 جريحا»: puts people told from a struck place on the event there, where it has
 * none of their kind yet; false where there is no such event.
 */
export function joinsStruck(
  text: SectionText,
  segment: SegmentText,
  finding: CasualtyDetail,
  open: readonly Draft[],
): boolean {
  if (finding.zero || segment.triggers.some(({ lemma }) => !HARM.has(lemma))) return false;
  const place = finding.place ?? placeBefore(text, segment, finding);
  if (place === null || place.geoPrecision > 1) return false;
  const key = placeKey(place);
  for (let i = countUpTo(open, segment) - 1; i >= 0; i--) {
    const draft = open[i] as Draft;
    if (draft.segment.sentence + VOICE_REACH < segment.sentence) return false;
    if (!STRIKES.has(draft.frame) || !draft.places.some((one) => placeKey(one) === key)) continue;
    // What was told of several places together leaves open how many of them were here.
    const here = draft.casualties.filter((one) => one.shared !== true && (one.at ?? key) === key);
    const known = here.map((one) => one.finding);
    if (finding.killed !== null && known.some(({ killed }) => killed !== null)) return false;
    if (finding.injured !== null && known.some(({ injured }) => injured !== null)) return false;
    draft.casualties.push({ sentence: segment.sentence, finding, at: key, shared: undefined });
    return true;
  }
  return false;
}

/** The place told last in the sentence before the people, where it tells no act. */
function placeBefore(text: SectionText, segment: SegmentText, { first }: CasualtyDetail): PlaceFound | null {
  for (let index = segment.index; index >= text.sentenceStart(segment); index--) {
    const one = text.segments[index] as SegmentText;
    if (one.triggers.some(({ lemma }) => !HARM.has(lemma))) return null;
    const told = usablePlaces(text, one).filter((place) => place.use === 'location' && place.last < first);
    if (told.length > 0) return told.at(-1) ?? null;
  }
  return null;
}
