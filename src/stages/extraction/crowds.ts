/** What befalls a crowd just told of, and what it does. */
import { fitting } from '../../arabic/word-memory.ts';
import type { EventType } from '../../model/vocabulary.ts';
import type { Draft } from './drafts.ts';
import { placesAround } from './event-places.ts';
import type { SectionText, SegmentText } from './section-text.ts';
import { placeKey } from './siting.ts';

/** How many segments after a crowd it may be told that it was met, and that it was dispersed. */
const CROWD_REACH = 3;
const DISPERSED_REACH = 8;

/** «خرجت مظاهرة …، فأطلق الأمن النار عليهم»: the crowd just told of is met by force. */
export function meetsProtest(text: SectionText, segment: SegmentText, last: Draft | null): boolean {
  if (last === null || last.block !== null) return false;
  if (last.segment.sentence !== segment.sentence) return false;
  // «انطلقت مظاهرة …، هتفوا … ورفعوا …، ثم فرقها الأمن»: as far as it is told of the crowd.
  const reach = segment.names.has('فرق') ? DISPERSED_REACH : CROWD_REACH;
  if (last.segment.index + reach < segment.index) return false;
  if (last.type === 'mob_violence') return plundersToo(segment);
  if (last.frame !== 'protest') return false;
  if (stormsToo(segment)) {
    last.lastSegment = segment.index;
    return true;
  }
  const { names } = segment;
  if (last.type === 'violent_demonstration') {
    // «اقتحم متظاهرون المبنى | وأضرموا النار في محتوياته»
    if (wrecksToo(text, segment, last)) {
      last.lastSegment = segment.index;
      return true;
    }
    if (!isAtThem(text, segment) || !(names.has('shots') || names.has('فرق'))) return false;
    last.type = shotAt(segment);
    last.lastSegment = segment.index;
    return true;
  }
  if (last.type !== 'peaceful_protest') return false;
  if (isOfAnotherCrowd(text, segment, last)) return false;
  // «خرجوا رغم إطلاق النار عليهم قبل يومين»: another time.
  if (isDespite(text.token(segment.first).word)) return false;
  // «يحتجون بعد مقتل شاب برصاص القوات»: what they answer.
  if (segment.opener === 'cause' && names.has('قتل') && !names.has('crowd')) return false;
  if (names.has('shots') && segment.places.every(({ place }) => place === null)) last.type = shotAt(segment);
  else if (names.has('قطع') && names.has('إطارات')) last.type = 'violent_demonstration';
  else if (
    names.has('غاز_مسيل') ||
    ((names.has('فرق') || names.has('اعتدى')) && names.has('crowd')) ||
    dispersesThem(text, segment)
  )
    last.type = 'protest_with_intervention';
  else return false;
  last.lastSegment = segment.index;
  return true;
}

const UPON_THEM: ReadonlySet<string> = new Set(['فرق', 'هاجم', 'اعتدى']);

/** «وفرقتها الشرطة», «فهاجمها الشبيحة»: the crowd just told of, by its pronoun. */
function dispersesThem(text: SectionText, { triggers }: SegmentText): boolean {
  return triggers.some(
    ({ at, lemma }) =>
      UPON_THEM.has(lemma) && text.mark(at).words.some((word) => word.lemma === lemma && word.suffix !== ''),
  );
}

/** «أطلقوا النار على المتظاهرين», and «في الهواء لتفريقهم», over their heads. */
export function shotAt({ names }: SegmentText): EventType {
  return names.has('shots') && !names.has('هواء')
    ? 'excessive_force_against_protesters'
    : 'protest_with_intervention';
}

/** «… وأطلقوا الرصاص لتفريق متظاهرين في بلدة الصور»: at a place of its own, which is none of those just told. */
export function isOfAnotherCrowd(text: SectionText, segment: SegmentText, last: Draft): boolean {
  if (last.source !== 'own') return false;
  const own = placesAround(text, segment, segment.first - 1);
  const known = new Set(last.places.map(placeKey));
  return own.some((place) => place.place !== null && place.geoPrecision === 1 && !known.has(placeKey(place)));
}

const isUponThem = fitting(/^(?:عليهم|عليها|معهم|.*[^ا]هم)$/);

/** «شتتهم بإطلاق النار», «أطلقوا النار عليهم»: upon the crowd, and not what the crowd itself did. */
function isAtThem(text: SectionText, { first, last }: SegmentText): boolean {
  for (let at = first; at <= last; at++) if (isUponThem(text.token(at).word)) return true;
  return false;
}

const isDespite = fitting(/^و?(?:رغم|برغم|بالرغم)$/);

/** «هاجموا الحي، | وأحرقوا سيارات | وكسروا واجهات»: what the mob just told of did there. */
function plundersToo({ triggers, actors, places, opener }: SegmentText): boolean {
  if (opener !== 'verb' || actors.length > 0 || places.length > 0 || triggers.length === 0) return false;
  return triggers.every(({ lemma }) => BREAKS.has(lemma));
}

/** «حطموا التمثال | واقتحموا مبنى الحزب | ومزقوا الصور»: what else the crowd just told of did there. */
function wrecksToo(text: SectionText, segment: SegmentText, last: Draft): boolean {
  const { triggers, actors, places, opener, conjunction, first } = segment;
  if (opener !== 'verb' || !conjunction || triggers.length === 0) return false;
  if (actors.some(({ side }) => side !== 'civilians')) return false;
  if (!triggers.every(({ lemma, kind }) => WRECKS.has(lemma) || kind === 'word')) return false;
  if (places.length === 0) return true;
  // «أحرق محتجون صورا | ورشقوا مقر الحزب في (أ) بالحجارة»: there too.
  if (last.source === 'own') return false;
  last.places = placesAround(text, segment, first - 1);
  last.source = 'own';
  last.evidence += 2;
  return true;
}

const WRECKS: ReadonlySet<string> = new Set(['نهب', 'حطم', 'فك', 'اقتحم', 'قطع', 'هاجم']);

const BREAKS: ReadonlySet<string> = new Set(['نهب', 'حطم', 'فك']);

/** «احتجاجات نتج عنها قتيل | واقتحام مبنى البلدية»: what the crowd just told of did. */
function stormsToo({ triggers, actors, opener }: SegmentText): boolean {
  if (opener !== 'noun' || actors.some(({ side }) => side !== 'civilians')) return false;
  return triggers.some(({ lemma, kind }) => lemma === 'اقتحم' && kind === 'noun');
}
