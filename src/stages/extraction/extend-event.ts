/** A verb that goes on with an event told before: «غارات … استهدفت حي جوبر», «هجومين؛ الأول استهدف …». */

import { fitting } from '../../arabic/word-memory.ts';
import { namesCharges } from './complete-event.ts';
import { isOfAnotherCrowd, shotAt } from './crowds.ts';
import { addWeapons, type Draft } from './drafts.ts';
import { placesAround } from './event-places.ts';
import type { Mark } from './mark.ts';
import { partiesOf } from './parties.ts';
import type { SectionText, SegmentText } from './section-text.ts';

/** A verb right after an event, without و, goes on with it: «غارات … استهدفت حي جوبر». */
export function extendsLast(text: SectionText, segment: SegmentText, last: Draft | null): boolean {
  if (last === null) return false;
  if (last.segment.sentence !== segment.sentence)
    return segment.opener === 'verb' && takesUp(text, segment, last);
  if (last.lastSegment === segment.index - 1 && last.rule.id === 'assault' && isOrdinal(text, segment))
    return true;
  if (segment.conjunction) return false;
  const explains = segment.opener === 'connective' && /^و?(?:حيث|اذ)$/.test(text.token(segment.first).norm);
  if (spreads(text, segment)) return last.frame === 'clash' && last.lastSegment === segment.index - 1;
  if (segment.opener !== 'verb' && segment.opener !== 'relative' && !explains) return false;
  if (explains && liesThere(text.token(Math.min(segment.first + 1, segment.last)).word)) return false;
  // «… وسبعة قتلى | سقطوا | جراء …»: people, and no shells.
  if (text.mark(segment.first).words.some(({ lemma, plural }) => lemma === 'سقط' && plural)) return false;
  if (explains && partiesOf(text, segment, segment.triggers[0] ?? last.trigger, 'fire').initiators.length > 0)
    return false;
  if (last.lastSegment !== segment.index - 1) return takesUp(text, segment, last);
  if (namesCharges(text, segment, last)) return false;
  if (last.frame === 'protest') {
    if (isOfAnotherCrowd(text, segment, last)) return false;
    if (segment.names.has('فرق') || segment.names.has('shots')) return true;
    return last.source !== 'own' || last.places.every((place) => place.geoPrecision === 3);
  }
  if (!['fire', 'blast', 'clash', 'harm', 'raid'].includes(last.frame)) return false;
  for (let at = segment.first; at <= segment.last; at++) {
    const mark = text.mark(at);
    if (mark.uses.includes('extends') || mark.uses.includes('byverb'))
      return mark.words.every((word) => !word.future);
    // «أن الانفجارين | نفذهما انتحاريان بسيارتين مفخختين»: means only.
    if (mark.uses.includes('occur') || mark.uses.includes('light'))
      return (
        !isOfAnotherAct(text, segment, last) &&
        segment.triggers.every(
          (trigger) => !text.mark(trigger.at).begins || (trigger.at === at && takesItUp(mark)),
        )
      );
    if (mark.words.some(({ kind }) => kind === 'past' || kind === 'present')) return false;
  }
  return false;
}

/** «كمين | نصبته مجموعة»: the pronoun is the ambush. */
function takesItUp({ words }: Mark): boolean {
  return words.some(({ suffix }) => suffix === 'ه' || suffix === 'ها');
}

/** «براميل على (أ)، ما أدى إلى مقتل ثلاثة وسقوط جرحى، في وقت شنت فيه القوات هجوما | بدأ قبل أيام»: of the attack. */
function isOfAnotherAct(text: SectionText, { index }: SegmentText, last: Draft): boolean {
  const before = text.segments[index - 1] as SegmentText;
  if (before.index === last.segment.index) return false;
  return before.triggers.some(
    ({ kind, lemma }) => kind === 'noun' && ACTS.has(lemma) && lemma !== last.trigger.lemma,
  );
}

const ACTS: ReadonlySet<string> = new Set(['هجوم', 'اشتباك', 'معركة', 'عملية']);

/** «محيط بلدة (أ) حيث يقع مركز …»: what lies there, and not what was hit. */
const liesThere = fitting(/^[يت](?:قع|وجد|تواجد|تمركز|نتشر|قيم|قطن|ضم)$/);

/** «هز انفجار المدينة. وتشير المعلومات إلى | أن الانفجار | استهدف حاجزا»: the blast told before. */
function takesUp(text: SectionText, segment: SegmentText, last: Draft): boolean {
  if (last.frame !== 'blast' || segment.conjunction || last.segment.sentence + 1 < segment.sentence)
    return false;
  const subject = text.segments[segment.index - 1];
  if (subject === undefined || subject.sentence !== segment.sentence || subject.triggers.length > 1)
    return false;
  const named = text
    .mark(subject.last)
    .words.some(({ definite, lemma }) => definite && (lemma === 'انفجر' || lemma === 'فجر'));
  return named && subject.places.length === 0 && text.mark(segment.first).uses.includes('extends');
}

const ORDINAL = /^و?(?:الاول|الاولي|الثاني|الثانيه|الثالث|احدهما|اولهما|ثانيهما)$/;

/** «هجومين؛ الأول استهدف مركزا في …، والثاني طال …»: each of those just counted. */
function isOrdinal(text: SectionText, segment: SegmentText): boolean {
  return [segment.first, segment.first - 1].some(
    (at) => at >= text.from && ORDINAL.test(text.token(at).norm),
  );
}

const isSpreading = fitting(/^و?(?:ا?تسعت?|ا?متدت?|توسعت?|ا?نتقلت?|تمددت?)$/);

/** «بدأت المعارك في (أ)، ثم اتسعت لتصل إلى بلدات (ب) و(ج)»: the fight came there too. */
function spreads(text: SectionText, segment: SegmentText): boolean {
  const at = segment.opener === 'connective' ? segment.first + 1 : segment.first;
  return at <= segment.last && isSpreading(text.token(at).word) && segment.places.length > 0;
}

export function extend(text: SectionText, segment: SegmentText, draft: Draft): void {
  const places = placesAround(text, segment, segment.first - 1);
  const spread = spreads(text, segment);
  const another = spread || isOrdinal(text, segment);
  if (places.length > 0 && (another || !(draft.frame === 'clash' && draft.source === 'own'))) {
    const coarse = draft.places.every((place) => place.geoPrecision === 3);
    // «… وقالت الوكالة إن التفجير استهدف ساحة …»: one blast, told again.
    const again = draft.segment.sentence !== segment.sentence;
    const wide = draft.places.every(({ geoPrecision }) => geoPrecision > 1);
    if (spread) draft.places = [...draft.places, ...places];
    else if (again && !coarse && !(wide && places[0]?.place)) draft.evidence += 1;
    else if (draft.source === 'own' && !coarse && !again) draft.places = [...draft.places, ...places];
    else {
      draft.places = places;
      draft.evidence += 2;
    }
    // «تحدثت عن غارات | استهدفت بلدة …»
    if (draft.trigger.kind === 'noun' && segment.opener === 'verb') draft.evidence += 1;
    draft.source = 'own';
  }
  const trigger = segment.triggers[0] ?? draft.trigger;
  if (draft.participants.length > 0) draft.participants = [...draft.participants, ...segment.actors];
  const parties = partiesOf(text, segment, trigger, 'fire');
  if (draft.initiators.length === 0 && draft.participants.length === 0) draft.initiators = parties.initiators;
  else if (parties.targets.length + parties.initiators.length > 0)
    draft.targets = [...draft.targets, ...parties.initiators, ...parties.targets];
  addWeapons(draft.weapons, segment);
  draft.civilians ||= segment.names.has('civil');
  draft.lastSegment = segment.index;
  if (draft.frame === 'protest' && draft.type === 'peaceful_protest') {
    if (segment.names.has('shots') || segment.names.has('فرق')) draft.type = shotAt(segment);
  }
  if (draft.rule.frame !== 'fire' || draft.type === 'chemical_weapon') return;
  if (segment.names.has('air')) draft.type = 'air_drone_strike';
  else if (segment.names.has('ground') && draft.type === 'armed_clash')
    draft.type = 'shelling_artillery_missile';
}
