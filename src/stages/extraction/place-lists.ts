/**
 * Places that follow each other with nothing but و, commas and words like «بلدة» are a list and one event each; a place
 * that only says where another lies is dropped.
 */
import { fitting } from '../../arabic/word-memory.ts';
import type { PlaceFound } from '../../knowledge/types.ts';
import { isQualified } from './beside-places.ts';
import { COARSE, isCoarser, isRoad, isTownOf, isVaguer, withoutContainers } from './containing-places.ts';
import type { SectionText, SegmentText } from './section-text.ts';
import { spansWithin } from './spans-within.ts';

const PREPOSITIONS = new Set([
  'في',
  'من',
  'ضمن',
  'داخل',
  'الي',
  'عند',
  'ب',
  'علي',
  'قرب',
  'بين',
  'نحو',
  'وسط',
]);

export const NOWHERE: readonly PlaceFound[] = [];

type Joint = 'list' | 'closer' | 'bracket' | 'within' | 'far' | 'far-list';

/** The places of a pool that the trigger at `at` governs: the first and those that go on from it. */
export function listFrom(
  text: SectionText,
  segment: SegmentText,
  pool: readonly PlaceFound[],
  at: number,
): readonly PlaceFound[] {
  const first = pool[0];
  if (first === undefined) return NOWHERE;
  const list: PlaceFound[] = [];
  let anchor: PlaceFound | null = null;
  // «المدينة الواقعة في ريف …»: where the place lies that the word points at.
  if (isQualified(text, segment, first, at)) return NOWHERE;
  if (pool.length === 1) return pool;
  if (isBetween(text, segment, first)) return [first];
  let skip = false;
  for (const place of pool) {
    if (skip) {
      skip = false;
      anchor = place;
      continue;
    }
    if (anchor !== null && isOtherEnd(text, anchor, place)) continue;
    // «… والطريق بين أ وب وقرى ج»: the ends of a road.
    if (list.length > 0 && isBetween(text, segment, place)) {
      skip = true;
      anchor = place;
      continue;
    }
    const joint = anchor === null ? 'list' : jointOf(text, anchor, place, at);
    // «بريف عين العرب (كوباني)»: another name for where the first lies.
    if (joint === 'bracket' && anchor !== null && !list.includes(anchor)) {
      anchor = place;
      continue;
    }
    // «قرى بسهل الغاب ( قبر فضة، الشريعة )»: the villages are meant, and not the plain.
    if (joint === 'closer') list.splice(0, list.length, place);
    else if (joint === 'bracket' && list.length === 1 && COARSE.has(list[0]?.place?.level ?? ''))
      list[0] = place;
    else if (joint === 'list' || joint === 'bracket' || joint === 'far-list') list.push(place);
    else if (
      joint === 'within' &&
      (isCoarser(list.at(-1), place) ||
        (isVaguer(text, list.at(-1), place) && !isBetween(text, segment, place)))
    ) {
      // «عقدة الطريقين M4 وM5 قرب سراقب»: the town stands for both.
      while (list.length > 1 && areRoads(list)) list.pop();
      list[list.length - 1] = place;
    }
    // «الواقع بين نافعة وعين ذكر»: the second end is no target either.
    if (joint === 'within' && anchor !== null && isBetween(text, segment, place)) skip = true;
    anchor = place;
  }
  return withoutContainers(list);
}

function areRoads(list: readonly PlaceFound[]): boolean {
  return list.every(({ place }) => place?.level === 'road');
}

/** «18 برميلا توزعت بين داريا وخان الشيح»: each of them. */
const isShared = fitting(/^(?:[يت]?توزعت?|[يت]?توزعوا|موزع(?:ه|ين|ا)?|مقسم(?:ه|ين)?)$/);

/** «الطريق بين صرين وسد تشرين» is one place, named by its first end. */
function isBetween(text: SectionText, segment: SegmentText, place: PlaceFound): boolean {
  for (let at = place.first - 1; at >= segment.first && at >= place.first - 3; at--) {
    if (text.token(at).norm === 'بين') return at === text.from || !isShared(text.token(at - 1).word);
    if (text.token(at).kind === 'punctuation') continue;
    if (!text.mark(at).uses.includes('place')) return false;
  }
  return false;
}

/** «طريق خربة غزالة – داعل»: the second end of a road that is named by its first. */
function isOtherEnd(text: SectionText, road: PlaceFound, place: PlaceFound): boolean {
  if (!isRoad(text.token(road.first).word)) return false;
  if (place.first - road.last !== 2) return false;
  return /^[-–—]+$/.test(text.token(road.last + 1).norm);
}

/** How far after «منها» the places it names begin. */
const NAMED_WITHIN = 4;
const isNaming = fitting(/^(?:و?هي|و?منها|ابرزها|اهمها|و?بينها)$/);

const isSeveral = fitting(/^و?(?:ال)?(?:قري|بلدات|مدن|مناطق|نقاط|مواقع|احياء|حواجز)$/);

/** «… وعدة قرى أهمها»: what is named is joined to the place before, and does not say where in it. */
function isBesideSeveral(text: SectionText, from: number, naming: number): boolean {
  let joined = false;
  for (let at = from; at < naming; at++) {
    const { norm, word } = text.token(at);
    joined ||= norm.startsWith('و');
    if (joined && isSeveral(word)) return true;
  }
  return false;
}

/** How a place stands to the one before it. */
function jointOf(text: SectionText, before: PlaceFound, place: PlaceFound, trigger: number): Joint {
  // «مورك _ كفر زيتا»: what no token stands for.
  let comma = text.reading.text.slice(before.end, place.start) === ' _ ';
  let bracket = false;
  let far = false;
  let repeats = false;
  let within = false;
  let colon = false;
  let closer = false;
  const told = trigger >= text.from ? text.mark(trigger).words : [];
  const prefix = text.reading.text.slice(text.token(place.first).start, place.start);
  const prefixed = prefix !== '' && /[وف]/.test(prefix);
  let conjunction = prefixed;
  for (let at = before.last + 1; at < place.first; at++) {
    const { kind, norm } = text.token(at);
    const mark = text.mark(at);
    // «قرى في منطقة منبج وهي: A، B»: the villages, and not the district.
    // «عشر قرى في جبل الأكراد، منها: A وB»
    // «بلدة عقيربات وعدة قرى أهمها A»: the town beside them.
    if (isNaming(text.token(at).word) && place.first - at <= NAMED_WITHIN) {
      closer = !isBesideSeveral(text, before.last + 1, at);
      conjunction ||= !closer;
    } else if (norm === '(' || norm === ':') {
      bracket = true;
      colon = norm === ':';
    } else if (kind === 'punctuation') comma ||= /[،,\-–]/.test(norm);
    // «تل الجموع ثم بلدة عدوان»
    else if (norm === 'و' || norm === 'ثم' || (norm.startsWith('و') && PREPOSITIONS.has(norm.slice(1)))) {
      conjunction = true;
      within = false;
    } else if (mark.uses.includes('qualifier')) within = true;
    // «سيطرت في ناحية جنديرس على قرى مروانة وقلكي»: the villages are what is taken, the district only where they lie.
    else if (
      !conjunction &&
      !comma &&
      norm === 'علي' &&
      /^قر(?:ي|يتي)$|^بلدات$|^بلدتي$/.test(text.token(at + 1).norm)
    )
      closer = true;
    // «قرب المسجد، في حي …»: a site that no gazetteer knows is told again by its town.
    else if (PREPOSITIONS.has(norm))
      within ||=
        !conjunction &&
        (!comma ||
          (norm === 'قرب' && at <= before.last + 2) ||
          before.place === null ||
          isTownOf(place, before));
    else if (mark.uses.includes('place') || mark.uses.includes('anaphor')) {
      const word = mark.words[0];
      if (word?.conjunction) {
        conjunction = true;
        within = false;
      } else if (word?.preposition && !conjunction && !comma) within = true;
    } else if (told.some((word) => mark.words.some(({ lemma }) => lemma === word.lemma))) repeats = true;
    else {
      if (mark.conjunction || isJoinedCount(text, at)) {
        conjunction = true;
        within = false;
      }
      far = true;
    }
  }
  if (prefix !== '' && !prefixed && !comma && !conjunction) within = true;
  // «دمشق : التضامن :»: the second is where in the first.
  if ((colon && !within && place.first - before.last === 2) || closer) return 'closer';
  if (bracket && !within) return 'bracket';
  if (within) return 'within';
  // «ست ضربات حول الحسكة، أربع ضربات قرب حلب»: the word that tells the event comes again.
  if (repeats) return 'far-list';
  if (far) return conjunction ? 'far-list' : 'far';
  return conjunction || comma || bracket ? 'list' : 'within';
}

/** «ثلاثة في سراقب، وأربعة في حاس» */
function isJoinedCount(text: SectionText, at: number): boolean {
  return text.token(at).norm.startsWith('و') && spansWithin(text.reading.numbers, at, at).length > 0;
}
