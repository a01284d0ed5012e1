/** Where an event is told to have been, by where its dead and hurt fell. */
import type { PlaceFound } from '../../knowledge/types.ts';
import { isAtPlace } from './attach-spot.ts';
import type { CasualtyDetail } from './casualties.ts';
import { SETTLED } from './containing-places.ts';
import type { Draft } from './drafts.ts';
import type { SectionText, SegmentText } from './section-text.ts';
import { placeKey } from './siting.ts';
import { usablePlaces } from './usable-places.ts';

/** «قتل شاب في حي البياضة | إثر إطلاق رصاص»: the cause that tells no place of its own happened there. */
export function isHere(spot: PlaceFound, draft: Draft, segment: SegmentText): boolean {
  if (draft.source !== 'sentence' || spot.place === null || spot.geoPrecision === 3) return false;
  const [place] = draft.places;
  // «قتلى في أحياء (أ) و(ب) | جراء البراميل»: all of them.
  if (draft.places.length > 1 && draft.places.includes(spot)) return false;
  return draft.segment.index > segment.index && spot.governorate === place?.governorate;
}

/** «أسفر القصف عن مقتل خمسة في (أ)، واثنين في (ب)»: beside dead at a place of the event, those at another. */
export function isBesideDead(draft: Draft, { place, killed }: CasualtyDetail): boolean {
  const has = (one: PlaceFound | null) => one !== null && isAtPlace(draft, placeKey(one));
  if (place?.geoPrecision !== 1 || has(place)) return false;
  // «18 قتلوا بإطلاق النار عليهم في (أ)، فيما وجد ستة آخرون قضوا بالطريقة ذاتها في (ب)»
  const alone = killed !== null && draft.places.length === 1 && draft.source === 'own';
  return draft.casualties.some(
    ({ finding }) => has(finding.place) || (alone && finding.place === null && finding.killed !== null),
  );
}

export function isOfSeveral({ places }: Draft): boolean {
  return places.length > 1 && new Set(places.map(placeKey)).size > 1;
}

/** «غارات على محافظة حلب … خمسة قتلى في بلدة أورم الكبرى»: where they died is where it struck. */
export function refine(
  text: SectionText,
  segment: SegmentText,
  draft: Draft,
  { place }: CasualtyDetail,
): void {
  if (place !== null && (place.place === null || place.geoPrecision < 3) && isOfMany(text, draft, place)) {
    // «على أحياء مدينة حلب، حيث استشهد 14 في المعصرانية، وتسعة في الصالحين»: each of them was struck.
    draft.places = [...(draft.spread ? draft.places : draft.places.slice(1)), place];
    draft.spread = true;
    draft.evidence += 1;
    return;
  }
  // «غارات شنتها طائرات …، أوضحت المنظمة أن 13 منهم قتلوا في مدينة (أ) وثمانية في بلدة (ب)»: no place but theirs.
  if (place !== null && draft.source === 'before' && isTown(place)) {
    draft.places = [place];
    draft.source = 'sentence';
    draft.spread = true;
    draft.evidence += 2;
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

function isTown({ place, geoPrecision }: PlaceFound): boolean {
  return geoPrecision === 1 && place !== null && SETTLED.has(place.level);
}

const MANY = /^(?:و?[بل]?)?(?:ال)?(?:احياء|بلدات|قري|قرى|مدن|مناطق|ارياف)/;

const DEFINITELY_MANY = /^و?(?:ب|ل)?ال(?:احياء|بلدات|قري|مدن|مناطق)$/;

/** The event is told of the quarters or villages of one place, without their names. */
function isOfMany(text: SectionText, draft: Draft, where: PlaceFound): boolean {
  if (draft.spread) return true;
  const [only, another] = draft.places;
  if (only === undefined || draft.source !== 'own') return false;
  // «وفي العاصمة دمشق أطلق الأمن الرصاص على متظاهرين فقتل ثلاثة في حي (أ) واثنين في حي (ب)»
  if (another === undefined && only.place?.capital === true && where.place?.level === 'neighbourhood')
    return where.governorate === only.governorate;
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
