/** Drafts that say where the events before them were: a cause with its place, verbs that share one object. */
import type { Draft } from './drafts.ts';
import { absorb } from './same-event.ts';
import type { SectionText, SegmentText } from './section-text.ts';

/** «اشتباكات عنيفة | بعد أن أعلن الثوار عن معركة في …»: the cause says where the fight is. */
export function sitesLast(text: SectionText, draft: Draft, last: Draft | null): boolean {
  if (last === null || draft.source !== 'own' || draft.block !== null) return false;
  const taken = text
    .mark(draft.trigger.at)
    .words.some(({ suffix, kind }) => kind === 'noun' && suffix !== '');
  // «دمر سلاح الجو سيارات | وقضى على من فيها في منطقة …»: where those in them were killed.
  const killed =
    draft.frame === 'clash' &&
    draft.segment.conjunction &&
    last.source === 'none' &&
    last.lastSegment === draft.segment.index - 1;
  // «القصف الذي رافق اقتحام القوات لقرية …»
  const accompanies =
    draft.frame === 'raid' &&
    ((draft.segment.opener === 'relative' && draft.segment.names.has('occur')) ||
      // «اعتقلت شابين بعد مداهمة منطقة …»
      (draft.segment.opener === 'cause' && last.frame === 'seizure') ||
      // «قتل خمسة بالرصاص بعد أن داهم مجهولون مركزهم في …»
      (isInCause(text, draft.segment) && last.frame === 'harm'));
  if (draft.type !== last.type && !(taken && draft.segment.opener === 'cause') && !killed && !accompanies)
    return false;
  if (last.source === 'own' || last.segment.sentence !== draft.segment.sentence) return false;
  // «القضاء على مجموعة | حاولت التقدم باتجاه بلدة …»: a verb without و tells more of those just named.
  const describes = draft.segment.opener === 'verb' && !draft.segment.conjunction && draft.rule.dependent;
  const cameOf = draft.segment.opener === 'effect' && draft.type === last.type;
  if (!describes && !cameOf && !killed && !['cause', 'that', 'relative'].includes(draft.segment.opener))
    return false;
  // «وقال مراسلنا إن المقاتلات شنت غارات أخرى على …»: another statement, other raids.
  if (draft.segment.names.has('ثان') || startsNewStatement(text, draft)) return false;
  last.places = draft.places;
  last.source = 'own';
  last.evidence = Math.max(last.evidence, draft.evidence);
  absorb(last, draft);
  return true;
}

/** In a cause, «بعد مداهمة», or in the clause of one: «بعد | أن داهم». */
function isInCause(text: SectionText, { opener, index }: SegmentText): boolean {
  return opener === 'cause' || (opener === 'that' && text.segments[index - 1]?.opener === 'cause');
}

/** «أسقطت صواريخ | أطلقت على محيط العاصمة»: how what was met had been fired. */
export function describesWeapon(draft: Draft, last: Draft | null): boolean {
  if (last?.type !== 'disrupted_weapons_use' || draft.rule.id !== 'shells-fall') return false;
  const { segment } = draft;
  if (segment.opener !== 'verb' || segment.conjunction || last.segment.sentence !== segment.sentence)
    return false;
  if (last.source !== 'own' && draft.source === 'own') {
    last.places = draft.places;
    last.source = 'sentence';
    last.evidence += 2;
  }
  last.lastSegment = segment.index;
  return true;
}

/** «ضبطت سيارة مفخخة | كانت معدة للتفجير في حي …»: what was meant to be says where the event before it was. */
export function lendsPlace(draft: Draft, last: Draft | null): void {
  if (last === null || (last.source !== 'none' && last.source !== 'before') || draft.source !== 'own') return;
  if (draft.segment.sentence !== last.segment.sentence || draft.segment.opener === 'connective') return;
  // «يشن هجوما لقطع الطريق بين القرى | التي سيطر عليها التنظيم في ريف (أ)»: what they hold.
  if (draft.segment.opener === 'relative' && draft.frame === 'gain' && last.frame !== 'gain') return;
  last.places = draft.places;
  last.source = 'sentence';
  last.evidence += 2;
}

/** «وفي ريف دمشق، قتل سبعة في قصف مدفعي وغارات على دوما»: only the governorate in which all of it was is told before. */
function isUnderRegion({ places, trigger }: Draft, { places: sites, trigger: next }: Draft): boolean {
  if (next.kind !== 'noun' || trigger.kind !== 'noun') return false;
  return places.every(
    ({ last, place, geoPrecision, governorate }) =>
      last < trigger.at &&
      (geoPrecision === 3 || place?.level === 'adm1') &&
      sites.every((site) => site.governorate === governorate && site.geoPrecision < 3),
  );
}

/** A verb of saying after و stands between the event before and this one. */
function startsNewStatement(text: SectionText, { segment }: Draft): boolean {
  const before = text.segments[segment.index - 1];
  return segment.opener === 'that' && before?.conjunction === true && before.names.has('say');
}

/** «وقصف متبادل على»: a noun joined to what it goes with. */
function isJoinedNoun(text: SectionText, { segment, trigger }: Draft): boolean {
  if (trigger.at !== segment.first || !segment.conjunction || segment.actors.length > 0) return false;
  return text.mark(trigger.at).words.some(({ kind, definite }) => kind === 'noun' && !definite);
}

/**
 * «أغار الطيران وألقى البراميل وقصفت الحواجز أحياء المدينة»: verbs joined by و share the object of the last, and
 * «حيث ألقى … على المدينة» says where the raids before it were.
 */
export function shareForward(text: SectionText, draft: Draft, before: readonly Draft[]): void {
  if (
    draft.block !== null ||
    draft.frame !== 'fire' ||
    (draft.source !== 'own' && draft.source !== 'pointed')
  )
    return;
  const explains = text.token(draft.segment.first).norm.endsWith('حيث');
  if (!draft.segment.conjunction && !explains) return;
  let next = draft;
  for (let i = before.length - 1; i >= 0; i--) {
    const last = before[i] as Draft;
    const fight = last.type === 'armed_clash' && last.trigger.kind === 'noun' && isJoinedNoun(text, next);
    if ((last.frame !== 'fire' && !fight) || last.block !== null || last.segment.opener === 'cause') return;
    if (!['event', 'before', 'none'].includes(last.source) && !isUnderRegion(last, draft)) return;
    if (last.segment.sentence !== draft.segment.sentence || last.lastSegment !== next.segment.index - 1)
      return;
    last.places = draft.places;
    last.source = draft.source;
    last.evidence = Math.max(last.evidence, draft.evidence);
    // «اشتباكات وقصف متبادل على محور …»: the shelling is part of the fight.
    if (fight && draft.type === 'shelling_artillery_missile') draft.source = 'event';
    if (!last.segment.conjunction) return;
    next = last;
  }
}
